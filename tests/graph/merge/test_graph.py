from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store
from stories import (
    BRAZIL,
    PARAGUAY,
    Words,
    containers,
    known_label,
    tell_english,
    tell_portuguese,
    to_store,
)

from kg.graph.article.graph import article_triples
from kg.graph.merge import merge_articles
from kg.graph.rdf.iris import MERGED, PREFIXES
from kg.graph.rdf.turtle import sort_quads
from kg.types import Article, Event, Extraction

STORIES = [tell_portuguese(), tell_english()]


def ask(store, query):
    rows = store.query(query, prefixes=dict(PREFIXES))
    return sorted(tuple(term and term.value for term in row) for row in rows)


def test_one_meeting_in_two_languages_is_one_event():
    rows = ask(
        to_store(STORIES),
        """SELECT ?label (COUNT(?report) AS ?reports) ?place ?edtf {
          ?event a kg:Event, kg:Negotiation ; gaf:denotedBy ?report ; rdfs:label ?label ;
            kg:place ?place ; kg:time/kg:edtf ?edtf . FILTER(LANG(?label) = "en")
        } GROUP BY ?label ?place ?edtf""",
    )
    label = "Negotiation: Lula – Santiago Peña, 2024-06-03"
    assert rows == [(label, "2", PREFIXES["place"] + "BRA/planalto-palace", "2024-06-03")]


def test_the_judgement_says_why():
    rows = ask(
        to_store(STORIES),
        """SELECT ?by ?score ?why (COUNT(?report) AS ?n) {
          ?j a kg:Judgement ; kg:decidedBy ?by ; kg:score ?score ; rdfs:comment ?why ;
            kg:sameEvent ?report } GROUP BY ?by ?score ?why""",
    )
    why = "same_class +0.27, same_actors +0.35, same_time +0.25, same_place +0.07"
    assert rows == [("rule", "0.94", why, "2")]


def test_a_link_between_reports_is_one_between_events():
    rows = ask(
        to_store(STORIES),
        "SELECT ?a ?b { ?x kg:inExchangeFor ?y . ?x kg:source ?a . ?y a kg:Event ; kg:source ?b }",
    )
    assert rows == [(BRAZIL, PARAGUAY)]


def test_a_denied_event_is_an_event_apart():
    rows = ask(to_store(STORIES), "SELECT ?p { ?e a kg:AidRequest ; kg:polarity ?p }")
    assert rows == [("negative",)]


def test_each_event_has_one_label_in_each_language():
    rows = ask(
        to_store(STORIES),
        """SELECT ?e (COUNT(?l) AS ?n) (COUNT(DISTINCT LANG(?l)) AS ?langs)
           { ?e a kg:Event ; rdfs:label ?l } GROUP BY ?e""",
    )
    assert rows
    assert {row[1:] for row in rows} == {("2", "2")}


def test_only_the_article_graphs_count():
    store = to_store(STORIES)
    again = list(merge_articles(store, known=known_label, containers=containers))
    assert sort_quads(again) == sort_quads(store.quads_for_pattern(None, None, None, MERGED))


def test_no_articles_no_events():
    assert list(merge_articles(Store(), known=known_label, containers=containers)) == []


TEXT = Words("Brazil warned Paraguay. Paraguay met Brazil. Brazil asked Paraguay.")
KINDS = {"warned": "Warning", "met": "Meeting", "asked": "Appeal"}


def tell(number: int, words: list[str], day: int) -> Extraction:
    """An article with some of the sentences of one text, each dated or not."""
    article = Article(f"a{number}", TEXT.text, "en", None)
    events = tuple(
        Event(
            KINDS[word],
            TEXT.find(word),
            TEXT.find(TEXT.text),
            (
                TEXT.argument("source", "Brazil", BRAZIL),
                TEXT.argument("target", "Paraguay", PARAGUAY),
            ),
            f"en-{word}",
            time=TEXT.time(word, f"2024-06-0{day}") if day else None,
        )
        for word in words
    )
    return Extraction(article, 3, (), (), (), events, ())


WORDS = st.lists(st.sampled_from(sorted(KINDS)), unique=True, max_size=3)
ARTICLES = st.lists(st.tuples(WORDS, st.integers(0, 3)), max_size=5)


@settings(max_examples=40)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_never_shows(drawn, random):
    stories = [tell(i, words, day) for i, (words, day) in enumerate(drawn)]
    shuffled = stories.copy()
    random.shuffle(shuffled)
    assert sort_quads(to_store(stories)) == sort_quads(to_store(shuffled))


@settings(max_examples=20)
@given(ARTICLES)
def test_taking_an_article_in_twice_changes_nothing(drawn):
    stories = [tell(i, words, day) for i, (words, day) in enumerate(drawn)]
    assert sort_quads(to_store(stories)) == sort_quads(to_store([*stories, *stories]))


def test_ids_that_need_escapes_stay_apart():
    store = Store()
    for article_id in ("a b", "a%20b", "a/b"):
        story = tell_english()
        article = replace(story.article, id=article_id)
        store.extend(article_triples(replace(story, article=article)))
    assert len(list(store.named_graphs())) == 3
