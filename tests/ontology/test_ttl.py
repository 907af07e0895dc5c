"""The ontology, the code books, the shapes and the queries: well formed, complete, consistent."""

import logging
import re
import warnings
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Literal, URIRef

from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import CAMEO, GAF, GRASP, KG, PLOVER, PROV, SEM

DATA = Path(__file__).parent / "data" / "sample.trig"
FILES = ("kg.ttl", "plover.ttl", "cameo.ttl", "shapes.ttl")
QUERIES = sorted((ontology_dir() / "queries").glob("*.rq"))
PREFIXES = """
PREFIX kg: <https://w3id.org/geopolitical-kg/ontology#>
PREFIX plover: <https://w3id.org/geopolitical-kg/plover#>
BASE <https://w3id.org/geopolitical-kg/>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX gaf: <http://groundedannotationframework.org/gaf#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX time: <http://www.w3.org/2006/time#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""


@pytest.fixture(scope="module")
def ontology():
    graph = rdflib.Graph()
    for name in FILES[:3]:
        graph.parse(ontology_dir() / name)
    return graph


@pytest.mark.parametrize("name", FILES)
def test_loads_without_a_warning(name, caplog):
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        graph = rdflib.Graph().parse(ontology_dir() / name)
    assert len(graph) > 100
    assert caplog.records == []


@pytest.mark.parametrize("name", [*FILES, *(f"queries/{path.name}" for path in QUERIES)])
def test_every_file_states_origin_licence_and_date(name):
    head = (ontology_dir() / name).read_text(encoding="utf8")[:1500]
    assert re.search(r"origin: .*licence: CC BY 4\.0.*date: +2026-", head, re.DOTALL)


def test_every_term_has_a_label_and_a_definition_in_both_languages(ontology):
    for name in dir(KG):
        for predicate in (RDFS.label, SKOS.definition):
            values = list(ontology.objects(KG[name], predicate))
            assert {v.language for v in values} >= {"en", "pt"}, (name, predicate)
            assert len({v.language for v in values}) == len(values), (name, predicate)
            assert all(v.strip() for v in values)


def test_every_class_has_a_label_in_the_four_languages(ontology):
    classes = [cls for cls in ontology.subjects(RDF.type, OWL.Class) if cls.startswith(KG)]
    assert len(classes) > 100
    for cls in classes:
        found = sorted(label.language for label in ontology.objects(cls, RDFS.label))
        assert found == ["en", "es", "fr", "pt"], cls


@pytest.mark.parametrize("lang", ["en", "pt", "es", "fr"])
def test_labels_of_event_classes_are_distinct(ontology, lang):
    labels = [
        str(label)
        for cls in ontology.subjects(KG.ploverRoot, None)
        for label in ontology.objects(cls, RDFS.label)
        if label.language == lang
    ]
    assert len(set(labels)) == len(labels)


def test_sixteen_roots_with_modes_beneath(ontology):
    roots = set(ontology.objects(None, KG.ploverRoot))
    assert roots == {s for s in ontology.subjects(SKOS.topConceptOf, None) if s.startswith(PLOVER)}
    assert len(roots) == 16
    for mode in ontology.subjects(SKOS.broader, None):
        if mode.startswith(PLOVER):
            root, _, name = mode.removeprefix(PLOVER).partition("-")
            assert PLOVER[root] in roots
            assert ontology.value(mode, SKOS.notation) == Literal(name)


def test_cameo_has_its_twenty_roots_and_a_place_for_each_code(ontology):
    codes = [s for s in ontology.subjects(SKOS.notation) if s.startswith(CAMEO)]
    roots = [code for code in codes if (code, SKOS.topConceptOf, None) in ontology]
    assert sorted(root.removeprefix(CAMEO) for root in roots) == [f"{n:02}" for n in range(1, 21)]
    for code in set(codes) - set(roots):
        number = code.removeprefix(CAMEO)
        assert str(ontology.value(code, SKOS.notation)) == number
        parent = CAMEO[number[:2] if len(number) == 3 else number[:3]]
        assert (code, SKOS.broader, parent) in ontology
        assert parent in codes


def ask_ontology(ontology, where):
    return [tuple(map(str, row)) for row in ontology.query(f"{PREFIXES} SELECT * WHERE {where}")]


@pytest.mark.parametrize(
    "wrong",
    [
        # the mode of a class lies under its root
        "{ ?c kg:ploverRoot ?r ; kg:ploverMode ?m FILTER NOT EXISTS { ?m skos:broader ?r } }",
        # the code of a class matches its root
        "{ ?c kg:ploverRoot ?r ; kg:cameo ?k FILTER NOT EXISTS "
        "{ ?k skos:closeMatch|skos:broadMatch|skos:relatedMatch ?r } }",
        # the valence of a class is that of its root
        "{ ?c kg:ploverRoot ?r ; kg:valence ?v FILTER NOT EXISTS { ?r kg:valence ?v } }",
        # every code and mode in use has a label in Portuguese
        "{ ?c kg:cameo|kg:ploverMode ?k FILTER NOT EXISTS "
        "{ ?k skos:prefLabel ?l FILTER(LANG(?l) = 'pt') } }",
        # an implied relation is an object property
        "{ ?c kg:impliesRelation ?p FILTER NOT EXISTS { ?p a owl:ObjectProperty } }",
        # a symmetric relation has no asymmetric one above it that would then hold both ways
        "{ ?p a owl:SymmetricProperty ; rdfs:subPropertyOf ?q FILTER(?q != kg:interactedWith) "
        "FILTER NOT EXISTS { ?q a owl:SymmetricProperty } }",
        "{ ?p rdfs:subPropertyOf ?q . ?q a owl:SymmetricProperty "
        "FILTER NOT EXISTS { ?p a owl:SymmetricProperty } }",
        # a class states one of each
        "{ ?c kg:ploverRoot ?x , ?y FILTER(?x != ?y) }",
        "{ ?c kg:cameo ?x , ?y FILTER(?x != ?y) }",
        "{ ?c kg:impliesRelation ?x , ?y FILTER(?x != ?y) }",
    ],
)
def test_classes_agree_with_the_code_books(ontology, wrong):
    assert ask_ontology(ontology, wrong) == []


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (KG.Event, RDFS.subClassOf, SEM.Event),
        (KG.source, RDFS.subPropertyOf, SEM.hasActor),
        (KG.target, RDFS.subPropertyOf, SEM.hasActor),
        (KG.place, RDFS.subPropertyOf, SEM.hasPlace),
        (KG.time, RDFS.subPropertyOf, SEM.hasTime),
        (KG.Report, RDFS.subClassOf, GAF.Mention),
        (KG.Report, RDFS.subClassOf, PROV.Entity),
        (KG.attributedTo, RDFS.subPropertyOf, GRASP.wasAttributedTo),
        (KG.attributedTo, RDFS.subPropertyOf, PROV.wasAttributedTo),
        (KG.Article, RDFS.subClassOf, URIRef("https://schema.org/NewsArticle")),
        (KG.Office, RDFS.subClassOf, SKOS.Concept),
        (KG.time, RDFS.range, rdflib.TIME.TemporalEntity),
        (KG.met, RDF.type, OWL.SymmetricProperty),
    ],
)
def test_alignments(ontology, subject, predicate, value):
    assert (subject, predicate, value) in ontology


def test_shapes_and_queries_use_only_terms_that_exist(ontology):
    shapes = rdflib.Graph().parse(ontology_dir() / "shapes.ttl")
    used = {t for triple in shapes for t in triple if isinstance(t, URIRef) and t.startswith(KG)}
    for path in QUERIES:
        used |= {KG[name] for name in re.findall(r"\bkg:(\w+)", path.read_text(encoding="utf8"))}
    assert used <= {KG[name] for name in dir(KG)}
    assert len(used) > 50


# ---- shapes ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shapes():
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")


def sample():
    """The union of the sample's graphs (pyoxigraph reads TriG without deprecated rdflib calls)."""
    triples = {quad.triple for quad in pyoxigraph.parse(path=DATA)}
    turtle = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=turtle, format="nt")


def complaints(graph, shapes):
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    return "" if conforms else text


def test_the_shapes_are_shacl(shapes):
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_every_class_that_the_graph_writes_has_a_shape(shapes):
    targets = set(shapes.objects(None, rdflib.SH.targetClass))
    written = (
        "Article Report Event Tenure Agreement Quantity State Person Organisation ArmedGroup "
        "Place Judgement"
    )
    assert {KG[name] for name in written.split()} <= targets
    assert rdflib.TIME.TemporalEntity in targets


def test_a_graph_in_the_form_that_kg_writes_conforms(shapes):
    assert complaints(sample(), shapes) == ""


ARTICLE, REPORT, EVENT = "<article/a1>", "<report/r1>", "<event/e1>"
TENURE, JUDGEMENT, QUANTITY = "<tenure/t1>", "<judgement/j1>", "<quantity/q1>"
PERSON, STATE, TIME = "<person/lula-da-silva>", "<state/BRA>", "<time/2030-05-06>"


def replace(subject, predicate, value):
    return (
        f"DELETE {{ {subject} {predicate} ?o }} INSERT {{ {subject} {predicate} {value} }} "
        f"WHERE {{ {subject} {predicate} ?o }}"
    )


def remove(subject, predicate):
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


@pytest.mark.parametrize(
    ("update", "message"),
    [
        (remove(ARTICLE, "dcterms:identifier"), "one dcterms:identifier"),
        (remove(ARTICLE, "dcterms:language"), "one dcterms:language"),
        (replace(ARTICLE, "dcterms:language", "'Portuguese'"), "ISO 639"),
        (replace(ARTICLE, "dcterms:issued", "'7 May 2030'"), "an xsd:date"),
        (replace(ARTICLE, "kg:sha256", "'abc'"), "64 hexadecimal digits"),
        (remove(ARTICLE, "kg:inputDigest"), "one kg:inputDigest"),
        (f"INSERT DATA {{ {ARTICLE} kg:textSketch 'abc' }}", "256 hexadecimal digits"),
        (f"INSERT DATA {{ {ARTICLE} kg:duplicateOf {STATE} }}", "at most one other kg:Article"),
        (remove(REPORT, "kg:extractor"), "one kg:extractor"),
        (replace(EVENT, "kg:tellings", "0"), "one kg:tellings"),
        (remove(EVENT, "kg:outlets"), "one kg:outlets"),
        (remove(REPORT, "prov:wasDerivedFrom"), "derived from one kg:Article"),
        (remove(REPORT, "kg:eventType"), "one kg:eventType"),
        (replace(REPORT, "kg:eventType", "'Meeting'"), "one kg:eventType"),
        (remove(REPORT, "kg:sentence"), "quotes one kg:sentence"),
        (replace(REPORT, "kg:sentence", "'Sem língua.'"), "with a language tag"),
        (replace(REPORT, "kg:sentenceStart", "84"), "below kg:sentenceEnd"),
        (replace(REPORT, "kg:sentenceStart", "-1"), "an integer from 0"),
        (replace(REPORT, "kg:sentenceStart", "40"), "no later than its trigger"),
        (replace(REPORT, "kg:triggerEnd", "39"), "below kg:triggerEnd"),
        (replace(REPORT, "kg:polarity", "'yes'"), "positive or negative"),
        (remove(REPORT, "kg:polarity"), "positive or negative"),
        (replace(REPORT, "kg:modality", "'hoped'"), "demanded, possible or hypothetical"),
        (replace(REPORT, "kg:rule", "'?'"), "id of a lexicon frame"),
        (replace(REPORT, "kg:score", "1.5"), "from 0 to 1"),
        (replace(REPORT, "kg:score", "'high'"), "from 0 to 1"),
        (replace(REPORT, "kg:reportedSource", "'Lula'"), "kg:reportedSource is an entity"),
        (replace(REPORT, "kg:reportedTime", STATE), "a time:TemporalEntity"),
        (replace(REPORT, "kg:timeText", "'ontem'"), "kg:timeText"),
        ("INSERT DATA { <report/r4> kg:inExchangeFor <event/e1> }", "to another report"),
        (f"DELETE DATA {{ {EVENT} a kg:Meeting }}", "at least one event class"),
        (remove(EVENT, "gaf:denotedBy"), "denoted by at least one"),
        (f"INSERT DATA {{ {EVENT} rdfs:label 'Talks'@en }}", "one for each language"),
        (replace(EVENT, "kg:place", "'Brasília'"), "kg:place"),
        (replace(EVENT, "kg:time", "'2030'"), "kg:time is"),
        (remove(JUDGEMENT, "kg:sameEvent"), "two reports or two actors"),
        (f"DELETE DATA {{ {JUDGEMENT} kg:sameEvent {REPORT} }}", "two reports or two actors"),
        (f"INSERT DATA {{ {JUDGEMENT} kg:sameEvent <report/r2> }}", "two reports or two actors"),
        (
            f"INSERT DATA {{ {JUDGEMENT} kg:notSame {REPORT} , <report/r3> }}",
            "two reports or two actors",
        ),
        (f"INSERT DATA {{ {JUDGEMENT} rdfs:comment 'why' }}", "its reasons"),
        (remove(JUDGEMENT, "kg:decidedBy"), "which rule or who"),
        (remove(TENURE, "kg:holder"), "one kg:holder"),
        (replace(TENURE, "kg:holder", STATE), "a kg:Person"),
        (remove(TENURE, "kg:officeTitle"), "one kg:officeTitle"),
        (replace(TENURE, "kg:asOf", "2030"), "kg:asOf"),
        (remove("<agreement/g1>", "rdfs:label"), "rdfs:label"),
        (replace("<agreement/g1>", "kg:signedIn", EVENT), "kg:signedIn is"),
        (replace("<agreement/g1>", "dcterms:hasPart", REPORT), "part of an agreement"),
        (replace(QUANTITY, "kg:value", "'many'"), "at most one kg:value"),
        (
            f"DELETE WHERE {{ {QUANTITY} kg:value ?v ; kg:qualifier ?q }}",
            "at least a kg:qualifier",
        ),
        (remove(QUANTITY, "rdfs:label"), "A quantity has an rdfs:label"),
        (replace(TIME, "kg:edtf", "'May 2030'"), "one kg:edtf such as"),
        (replace(TIME, "kg:edtf", "'2030-13'"), "one kg:edtf such as"),
        (replace(TIME, "kg:edtf", "'2030-05-32'"), "one kg:edtf such as"),
        (replace(TIME, "kg:edtf", "'../..'"), "one kg:edtf such as"),
        (replace(TIME, "kg:edtf", "'2X30'"), "one kg:edtf such as"),
        (replace(TIME, "kg:earliest", "'2031-01-01'^^xsd:date"), "not after kg:latest"),
        (f"DELETE WHERE {{ {TIME} kg:earliest ?v ; kg:latest ?q }}", "kg:earliest or kg:latest"),
        (f"INSERT DATA {{ {STATE} rdfs:label 'Brasilia'@pt }}", "one for each language"),
        ("INSERT DATA { <state/Brazil> a kg:State ; rdfs:label 'B'@en }", "alpha-3"),
        (f"DELETE WHERE {{ {PERSON} rdfs:label ?l }}", "at least one rdfs:label"),
        (replace(PERSON, "kg:country", "'BRA'"), "kg:country is a state"),
        ("INSERT DATA { <group/x> a kg:ArmedGroup }", "at least one rdfs:label"),
        ("INSERT DATA { <organisation/x> a kg:Organisation }", "at least one rdfs:label"),
        ("INSERT DATA { <community/x> a kg:Community }", "at least one rdfs:label"),
        ("INSERT DATA { [] a kg:Place ; rdfs:label 'x'@en }", "Place"),
    ],
)
def test_shapes_complain(shapes, update, message):
    graph = sample()
    before = set(graph)
    graph.update(PREFIXES + update)
    assert set(graph) != before
    assert message in complaints(graph, shapes)


@pytest.mark.parametrize(
    "value",
    [
        *("2025", "2025-10", "2025-10-27", "2025-W01", "2025-W53", "2025-22", "2025-33"),
        *("2025-41", "2022/..", "../2025-10-27", "2025-10-27/2025-10-29", "2010/2015"),
        *("2024-03/2024-06", "2025-W43/..", "199X", "19XX", "2025-10~", "199X/2005"),
    ],
)
def test_edtf_values_of_the_contract(shapes, value):
    graph = sample()
    graph.update(PREFIXES + replace(TIME, "kg:edtf", f"'{value}'"))
    assert complaints(graph, shapes) == ""


# ---- queries --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def store():
    store = pyoxigraph.Store()
    store.load(path=DATA, format=pyoxigraph.RdfFormat.TRIG)
    return store


def ask(store, name, **parameters):
    """Rows as dicts; parameters go in as VALUES at the head of the WHERE clause."""
    query = (ontology_dir() / "queries" / f"{name}.rq").read_text(encoding="utf8")
    values = "".join(f' VALUES ?{key} {{ "{value}" }}' for key, value in parameters.items())
    rows = store.query(
        query.replace("WHERE {", f"WHERE {{{values}", 1), use_default_graph_as_union=True
    )
    names = [variable.value for variable in rows.variables]
    return [
        {key: row[key].value for key in names if row[key] is not None and row[key].value}
        for row in rows
    ]


def test_there_are_queries():
    assert len(QUERIES) >= 20


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_header(path):
    text = path.read_text(encoding="utf8")
    assert re.search(r"^# title: \S", text)
    assert re.search(r"^# question: .*\?$", text, re.MULTILINE)
    declared = re.findall(r"^# param (\w+): .+ \((required|optional)\)$", text, re.MULTILINE)
    assert len(declared) == len(re.findall(r"^# param", text, re.MULTILINE))
    body = text.partition("SELECT")[2]
    assert (("lang", "optional") in declared) == bool(re.search(r"\?lang\b", body))
    for name, need in declared:
        assert re.search(rf"\?{name}\b", body), name
        guarded = f"BOUND(?{name})" in body or f"COALESCE(?{name}" in body
        assert guarded == (need == "optional"), name


@pytest.mark.parametrize("person", ["Lula", "lula da silva", "LULA"])
def test_meetings_of_a_person(store, person):
    (row,) = ask(store, "meetings", person=person)
    assert row["event"].endswith("event/e1")
    assert (row["kind"], row["date"], row["place"]) == ("Meeting", "2030-05-06", "Brasília")
    assert (row["who"], row["met"]) == ("Lula da Silva", "Javier Milei")
    assert "met on 6 May" in row["sentence"]
    assert "reuniu-se ontem" in row["sentence"]
    assert row["saidBy"] == "the presidency"


def test_meetings_match_whole_words(store):
    assert ask(store, "meetings", person="Lu") == []
    assert ask(store, "meetings", person="Brazil") == []


@pytest.mark.parametrize(
    ("a", "b"), [("Brazil", "Argentina"), ("ARG", "br"), ("argentina", "Brasil")]
)
def test_events_between_the_people_of_two_states(store, a, b):
    rows = ask(store, "events-between", a=a, b=b)
    assert sorted(row["kind"] for row in rows) == ["Meeting", "TreatySigned"]


def test_events_between_two_states(store):
    (row,) = ask(store, "events-between", a="HTI", b="BRA", lang="pt")
    assert (row["source"], row["target"], row["modality"]) == ("Brasil", "Haiti", "planned")
    assert row["saidBy"] == "a general"
    assert ask(store, "events-between", a="HTI", b="ARG") == []


def test_offices(store):
    (row,) = ask(store, "offices")
    assert (row["holder"], row["title"]) == ("Lula da Silva", "presidente")
    assert (row["office"], row["of"], row["asOf"]) == ("president", "Brazil", "2030-05-07")
    assert ask(store, "offices", state="BRA", person="lula", lang="pt")[0]["of"] == "Brasil"
    assert ask(store, "offices", state="ARG") == []
    assert ask(store, "offices", person="Milei") == []


def test_deployments(store):
    (row,) = ask(store, "deployments")
    assert (row["sender"], row["destination"]) == ("Brazil", "Haiti")
    assert (row["size"], row["saidBy"]) == ("more than 2,000 soldiers", "a general")
    assert ask(store, "deployments", state="hti") == [row]
    assert ask(store, "deployments", state="Argentina") == []


def test_treaties(store):
    (row,) = ask(store, "treaties")
    assert (row["treaty"], row["parts"]) == ("tratado de comércio", "cláusula de energia")
    assert set(row["signatories"].split(", ")) == {"Lula da Silva", "Javier Milei"}
    assert (row["act"], row["saidBy"]) == ("TreatySigned", "o Itamaraty")
    assert ask(store, "treaties", party="Brasil") == [row]
    assert ask(store, "treaties", party="Haiti") == []


@pytest.mark.parametrize("article", ["a2", "NEIGHBOURS", "Neighbours talk"])
def test_what_an_article_says(store, article):
    rows = ask(store, "article", article=article)
    assert [row["kind"] for row in rows] == ["Meeting", "TroopDeployment"]
    assert rows[1]["quantity"] == "more than 2,000 soldiers"
    assert rows[1]["event"].endswith("event/e3")


def test_what_an_article_says_in_the_order_of_its_text(store):
    rows = ask(store, "article", article="a1", lang="pt")
    kinds = ["Tenure", "Meeting", "Agreement", "Agreement", "TreatySigned"]
    assert [row["kind"] for row in rows] == kinds
    assert rows[2]["sentence"] == rows[3]["sentence"] == rows[4]["sentence"]
    assert rows[0]["target"] == "Brasil"
    assert set(rows[4]["source"].split(", ")) == {"Lula da Silva", "Javier Milei"}
