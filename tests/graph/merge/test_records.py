from pyoxigraph import Store
from stories import BRAZIL, LULA, tell_portuguese, to_store

from kg.graph.article.graph import article_triples
from kg.graph.merge.records import from_json, read_articles, read_told, to_json
from kg.graph.rdf.iris import ARTICLES
from kg.ontology.namespaces import KG

ARTICLE = ARTICLES + "visita.txt"


def test_what_an_article_says():
    (told,) = read_articles(to_store([tell_portuguese()]))
    assert told.article == ARTICLE
    assert told.about[LULA].all(KG.country) == [BRAZIL]
    assert told.about[LULA].one(KG.iso3166alpha3) is None
    assert (LULA, "pt", "Luiz Inácio Lula da Silva") in told.labels
    assert {LULA, BRAZIL, ARTICLE} <= set(told.iris)


def test_the_order_of_the_triples_does_not_show():
    triples = [quad.triple for quad in article_triples(tell_portuguese())]
    assert read_told(ARTICLE, set(triples)) == read_told(ARTICLE, sorted(set(triples), key=str))


def test_json_and_back():
    (told,) = read_articles(to_store([tell_portuguese()]))
    assert from_json(to_json(told)) == told


def test_no_articles():
    assert list(read_articles(Store())) == []
