import itertools
import logging
import re
import warnings
from collections import defaultdict
from datetime import date

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib.namespace import Namespace

from kg.errors import DataError
from kg.ontology import gazetteer as module
from kg.ontology.entries import Name, is_community
from kg.ontology.files import ontology_dir
from kg.ontology.gazetteer import FILES, Gazetteer, load_gazetteer
from kg.ontology.namespaces import BASE, KG

LANGUAGES = ("en", "pt", "es", "fr")
CITY_STATES = {"MCO", "SGP", "SMR"}
MEMBER = ("UN member", "UN observer", "partly recognised")
GAZETTEER = load_gazetteer()
TRIPLES = [quad.triple for name in FILES for quad in module.read_file(name)]
IRIS = sorted({triple.subject.value for triple in TRIPLES})
NAMES = {lang: GAZETTEER.names(lang) for lang in LANGUAGES}


def values(predicate):
    """Subject to its values of a property."""
    found = defaultdict(list)
    for triple in TRIPLES:
        if triple.predicate.value == str(predicate):
            found[triple.subject.value].append(triple.object.value)
    return found


def states(*statuses):
    """IRIs of the states with these political statuses."""
    return [iri for iri, given in values(KG.politicalStatus).items() if given[0] in statuses]


def referents(text, lang):
    """(end of the IRI, kind) of each name with that text."""
    return [
        (name.iri.removeprefix(str(BASE)), name.kind) for name in NAMES[lang] if name.text == text
    ]


# ---- what the data say ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lang", "iri", "kind"),
    [
        ("Russia", "en", "state/RUS", "name"),
        ("Federação Russa", "pt", "state/RUS", "name"),
        ("russas", "pt", "state/RUS", "demonym"),
        ("Russians", "en", "state/RUS", "demonym"),
        ("Irã", "pt", "state/IRN", "name"),
        ("Irão", "pt", "state/IRN", "name"),
        ("Coréia do Norte", "pt", "state/PRK", "name"),
        ("norte-coreanos", "pt", "state/PRK", "demonym"),
        ("North Koreans", "en", "state/PRK", "demonym"),
        ("RPDC", "pt", "state/PRK", "abbreviation"),
        ("DPRK", "en", "state/PRK", "abbreviation"),
        ("Vietname", "pt", "state/VNM", "name"),
        ("Vietnã", "pt", "state/VNM", "name"),
        ("EUA", "pt", "state/USA", "abbreviation"),
        ("E.U.A.", "pt", "state/USA", "abbreviation"),
        ("US", "en", "state/USA", "abbreviation"),
        ("EE. UU.", "es", "state/USA", "abbreviation"),
        ("America", "en", "state/USA", "name"),
        ("estadunidense", "pt", "state/USA", "demonym"),
        ("Great Britain", "en", "state/GBR", "name"),
        ("Grã-Bretanha", "pt", "state/GBR", "name"),
        ("Britons", "en", "state/GBR", "demonym"),
        ("Holanda", "pt", "state/NLD", "name"),
        ("Holland", "en", "state/NLD", "name"),
        ("alemães", "pt", "state/DEU", "demonym"),
        ("afegãs", "pt", "state/AFG", "demonym"),
        ("espanhóis", "pt", "state/ESP", "demonym"),
        ("palestinianos", "pt", "state/PSE", "demonym"),
        ("soviética", "pt", "state/SUN", "demonym"),
        ("Santa Sé", "pt", "state/VAT", "name"),
        ("Moscou", "pt", "place/RUS/moscow", "name"),
        ("Moscovo", "pt", "place/RUS/moscow", "name"),
        ("Varsóvia", "pt", "place/POL/warsaw", "name"),
        ("Kiev", "en", "place/UKR/kyiv", "name"),
        ("Casa Branca", "pt", "place/USA/white-house", "name"),
        ("Itamaraty", "pt", "place/BRA/itamaraty-palace", "name"),
        ("Quai d'Orsay", "en", "place/FRA/quai-d-orsay", "name"),
        ("Tchetchénia", "pt", "place/RUS/chechnya", "name"),
        ("tchetchenos", "pt", "place/RUS/chechnya", "demonym"),
        ("Cisjordânia", "pt", "place/PSE/west-bank", "name"),
        ("Inglaterra", "pt", "place/GBR/england", "name"),
        ("ONU", "pt", "organisation/united-nations", "abbreviation"),
        ("UN", "en", "organisation/united-nations", "abbreviation"),
        ("Otan", "pt", "organisation/north-atlantic-treaty-organization", "abbreviation"),
        ("União Europeia", "pt", "organisation/european-union", "name"),
        ("Hizbollah", "pt", "group/hezbollah", "name"),
        ("talibãs", "pt", "group/taliban", "name"),
        ("Exército Republicano Irlandês", "pt", "group/irish-republican-army", "name"),
        ("curdas", "pt", "community/kurds", "name"),
        ("Kurdes", "fr", "community/kurds", "name"),
        ("sérvios bósnios", "pt", "community/bosnian-serbs", "name"),
        ("STF", "pt", "organisation/supreme-federal-court", "abbreviation"),
        ("UNESCO", "fr", "organisation/unesco", "abbreviation"),
    ],
)
def test_a_name_is_found(text, lang, iri, kind):
    assert (iri, kind) in referents(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("US", "pt"), ("EU", "pt"), ("EUA", "en"), ("WHO", "es"), ("Moscovo", "en"), ("OTAN", "en")],
)
def test_a_name_of_another_language_is_not(text, lang):
    assert referents(text, lang) == []


def test_all_members_of_the_united_nations():
    assert len(states("UN member")) == 193
    assert {
        iri[-3:] for iri in states("UN observer", "partly recognised", "non-self-governing")
    } == {*("PSE", "VAT", "XKX", "TWN", "ESH")}


def test_every_state_has_labels_and_a_link_to_wikidata():
    for iri in states(*MEMBER, "non-self-governing", "dependent", "former"):
        entry = GAZETTEER.entry(iri)
        assert set(LANGUAGES) <= set(entry.labels) <= {*LANGUAGES, "pt-PT"}
        assert entry.country == iri[-3:]
        assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q\d+", entry.same_as[0])


def test_every_member_has_demonyms_in_portuguese_and_a_seat_of_government():
    seats = {seat for found in values(KG.seatOfGovernmentOf).values() for seat in found}
    demonyms = {name.iri for name in NAMES["pt"] if name.kind == "demonym"}
    for iri in states("UN member"):
        assert iri in seats or iri[-3:] in CITY_STATES, iri
        assert iri in demonyms, iri


def test_no_link_leads_out_of_the_gazetteer():
    links = {
        triple.object.value
        for triple in TRIPLES
        if isinstance(triple.object, NamedNode) and triple.object.value.startswith(str(BASE))
    }
    assert {link for link in links if not link.startswith(str(KG))} <= set(IRIS)


def test_properties_are_terms_of_the_ontology():
    used = {triple.predicate.value for triple in TRIPLES if triple.predicate.value.startswith(KG)}
    assert used <= {str(KG[name]) for name in dir(KG)}


def test_names_are_whole_and_written_in_the_case_of_their_language():
    for lang, name in [(lang, name) for lang, names in NAMES.items() for name in names]:
        assert len(name.text) >= 2, name
        assert name.text == " ".join(name.text.split()), name
        assert name.kind == "short" or not re.match(r"(?:the|el|los|les|o|os) ", name.text), name
        if name.kind == "demonym":
            assert name.text.islower() == (lang != "en"), name


# Each of these texts names several entries, which the linker has to tell apart; a new one has to be
# looked at and written down here.
AMBIGUOUS = {
    "en": {"congo", "congolese", "georgia", "korea", "korean", "koreans"},
    "pt": {
        *("congo", "congolês", "congolesa", "congoleses", "congolesas", "belém", "granada"),
        *("coreia", "coréia", "coreano", "coreana", "coreanos", "coreanas", "geórgia", "indiana"),
        *("lusa", "PSD"),
    },
    "es": {
        *("congo", "congoleño", "congoleña", "congoleños", "congoleñas", "georgia", "granada"),
        *("corea", "coreano", "coreana", "coreanos", "coreanas", "lusa", "túnez"),
        *("guineano", "guineana", "guineanos", "guineanas"),
    },
    "fr": {
        *("congo", "congolais", "congolaise", "congolaises", "géorgie", "grenade"),
        *("corée", "coréen", "coréenne", "coréens", "coréennes"),
    },
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ambiguous_names_are_known(lang):
    iris = defaultdict(set)
    # Grammar tells a community from the demonym of its land: "os bascos", "um navio basco".
    entries = (name for name in NAMES[lang] if not is_community(name.iri))
    entries = (name for name in entries if name.kind != "combining")  # told by its hyphen
    for name in (name for name in entries if GAZETTEER.entry(name.iri).type != "PERSON"):
        iris[name.text if name.kind == "abbreviation" else name.text.lower()].add(name.iri)
    assert {text for text, found in iris.items() if len(found) > 1} == AMBIGUOUS[lang]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Vladimir Putin", "vladimir-putin"),
        ("Vladimir Poutine", "vladimir-putin"),
        ("Boris Ieltsin", "boris-yeltsin"),
        ("Volodímir Zelenski", "volodymyr-zelenskyy"),
        ("Dilma Rousseff", "dilma-rousseff"),
        ("Xanana Gusmão", "xanana-gusmao"),
    ],
)
def test_people_in_every_spelling(text, person):
    found = {iri for name, iri, is_short in GAZETTEER.personal_names() if name == text}
    assert found == {f"{BASE}person/{person}"}


@pytest.mark.parametrize(
    ("kind", "owner", "day", "person"),
    [
        ("president", "state/RUS", "1995-06-01", "boris-yeltsin"),
        ("president", "state/RUS", "2025-06-01", "vladimir-putin"),
        ("foreign-minister", "state/RUS", "2015-06-01", "sergey-lavrov"),
        ("president", "state/BRA", "1994-06-01", "itamar-franco"),
        ("prime-minister", "state/GBR", "1985-06-01", "margaret-thatcher"),
        ("secretary-general", "organisation/united-nations", "2003-01-01", "kofi-annan"),
    ],
)
def test_who_held_an_office(kind, owner, day, person):
    holders = GAZETTEER.holders(f"{BASE}office/{kind}", f"{BASE}{owner}", date.fromisoformat(day))
    assert holders == [f"{BASE}person/{person}"]


def test_every_state_has_its_rulers():
    led = {
        term.owner
        for iri in IRIS
        for term in GAZETTEER.terms(iri)
        if GAZETTEER.speaks_for_state(term.kind)
    }
    assert set(states("UN member")) <= led


def test_every_person_has_a_country_and_a_name_in_each_language():
    people = [GAZETTEER.entry(iri) for iri in IRIS if iri.startswith(f"{BASE}person/")]
    assert len(people) >= 900
    for person in people:
        assert person.country is not None, person.iri
        assert set(LANGUAGES) <= set(person.labels), person.iri


def test_a_term_of_office_has_a_kind_an_owner_and_a_time():
    kinds, owners, during = values(KG.officeKind), values(KG.officeOf), values(KG.heldDuring)
    for term in (term for terms in values(KG.heldOffice).values() for term in terms):
        assert kinds[term][0] in IRIS, term
        assert owners[term][0] in IRIS, term
        start, _, end = during[term][0].partition("/")
        assert end in ("", "..") or start[:4] <= end[:4], term


@pytest.mark.parametrize(
    "word", ["flamengo", "madeira", "tiro", "praia", "rio", "minas", "para", "formosa", "persa"]
)
def test_ordinary_words_of_portuguese_name_nothing(word):
    assert referents(word, "pt") == []


@pytest.mark.parametrize("name", FILES)
def test_files_state_where_they_come_from_and_load_without_a_warning(name, caplog):
    head = (ontology_dir() / name).read_text(encoding="utf8")[:1500]
    assert re.search(r"origin: .*licence: CC BY 4\.0.*date: +2026-", head, re.DOTALL)
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        graph = rdflib.Graph().parse(ontology_dir() / name)
    assert len(graph) > 1000
    assert caplog.records == []


# ---- how it is asked ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("iri", "type", "country", "seat_of"),
    [
        ("state/BRA", "STATE", "BRA", None),
        ("state/PRI", "PLACE", "PRI", None),
        ("state/ESH", "PLACE", "ESH", None),
        ("place/RUS/kremlin", "PLACE", "RUS", "state/RUS"),
        ("place/ISR/jerusalem", "PLACE", "ISR", "state/ISR"),
        ("place/XX/crimea", "PLACE", None, None),
        ("place/BRA/sao-paulo", "PLACE", "BRA", None),
        ("organisation/united-nations", "ORG", None, None),
        ("organisation/mossad", "ORG", "ISR", None),
        ("group/unita", "GROUP", "AGO", None),
        ("community/kurds", "GROUP", None, None),
        ("community/uyghurs", "GROUP", "CHN", None),
    ],
)
def test_entry(iri, type, country, seat_of):
    entry = GAZETTEER.entry(BASE + iri)
    assert (entry.iri, entry.type, entry.country) == (BASE + iri, type, country)
    assert entry.seat_of == (seat_of and BASE + seat_of)
    assert GAZETTEER.country(BASE + iri) == country
    assert GAZETTEER.get(BASE + iri) is entry


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("pt", "Moscou"),
        ("pt-PT", "Moscovo"),
        ("es-MX", "Moscú"),
        ("de", "Moscow"),
    ],
)
def test_label_falls_back(lang, label):
    assert GAZETTEER.label(f"{BASE}place/RUS/moscow", lang) == label


@pytest.mark.parametrize(
    ("code", "capital"),
    [
        ("ZAF", "place/ZAF/pretoria"),
        ("NLD", "place/NLD/amsterdam"),
        ("CHN", "place/CHN/beijing"),
        ("BOL", "place/BOL/sucre"),
        ("ISR", None),
        ("PSE", None),
        ("XYZ", None),
    ],
)
def test_capital(code, capital):
    assert GAZETTEER.capital(code) == (capital and BASE + capital)


def test_unknown_iris_and_codes():
    assert GAZETTEER.get("urn:nothing") is None
    assert GAZETTEER.country("urn:nothing") is None
    assert GAZETTEER.label("urn:nothing", "en") is None
    assert list(GAZETTEER.facts(["urn:nothing"])) == []
    with pytest.raises(DataError, match="urn:nothing"):
        GAZETTEER.entry("urn:nothing")
    with pytest.raises(DataError, match="RU"):
        GAZETTEER.state("RU")


def test_state():
    assert GAZETTEER.state("XKX").labels["en"] == "Kosovo"
    assert GAZETTEER.state("DDR").labels["pt"] == "Alemanha Oriental"


@pytest.mark.parametrize(
    ("title", "lang", "offices"),
    [
        ("ministro das Relações Exteriores", "pt", {"foreign-minister"}),
        ("ministras dos Negócios Estrangeiros", "pt", {"foreign-minister"}),
        ("chefe da diplomacia", "pt", {"foreign-minister"}),
        ("chanceler", "pt", {"foreign-minister", "chancellor"}),
        ("primeira-ministra", "pt", {"prime-minister"}),
        ("secretário de Estado", "pt", {"us-secretary-of-state", "deputy-minister"}),
        ("secretary of state", "en", {"us-secretary-of-state"}),
        ("vice ministers", "en", {"deputy-minister"}),
        ("spokeswoman", "en", {"spokesperson"}),
        ("portavoces", "es", {"spokesperson"}),
        ("canciller", "es", {"foreign-minister", "chancellor"}),
        ("ministre des Affaires étrangères", "fr", {"foreign-minister"}),
    ],
)
def test_offices(title, lang, offices):
    found = {office.iri for office in GAZETTEER.offices(lang) if office.text == title}
    assert found == {f"{BASE}office/{office}" for office in offices}


def test_offices_that_speak_for_the_state():
    heads = {office.iri for office in GAZETTEER.offices("en") if office.head_of_government}
    named = {iri.removeprefix(f"{BASE}office/") for iri in heads}
    assert {"president", "prime-minister", "king", "supreme-leader", "pope"} <= named
    assert named.isdisjoint({"foreign-minister", "ambassador", "spokesperson", "vice-president"})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_office_has_titles_in_every_language(lang):
    kinds = {iri for iri in IRIS if iri.startswith(f"{BASE}office/")}
    assert len(kinds) > 60
    assert {office.iri for office in GAZETTEER.offices(lang)} == kinds


@given(st.sampled_from(LANGUAGES), st.sampled_from(IRIS))
def test_every_entry_has_a_label_that_is_one_of_its_names(lang, iri):
    entry = GAZETTEER.get(iri)
    label = entry.label(lang) if entry else "("
    names = [name.text for name in NAMES[lang] if name.iri == iri]
    assert "(" in label or label in names


@given(st.lists(st.sampled_from(IRIS), max_size=5))
def test_facts_are_closed_and_sorted(iris):
    facts = list(GAZETTEER.facts(iris))
    subjects = {triple.subject.value for triple in facts}
    linked = {triple.object.value for triple in facts if triple.predicate.value in module.LINKS}
    assert set(iris) | linked <= subjects
    assert facts == list(GAZETTEER.facts(reversed(iris)))
    assert all(str(one) < str(other) for one, other in itertools.pairwise(facts))


def test_facts_leave_out_what_only_finds_an_entry():
    facts = [str(triple) for triple in GAZETTEER.facts([f"{BASE}state/RUS"])]
    assert any('"Rússia"@pt' in fact for fact in facts)
    assert any("Q159" in fact for fact in facts)
    assert not any("russo" in fact or "Federação" in fact for fact in facts)


@given(st.sampled_from([name for names in NAMES.values() for name in names]))
def test_names_lead_to_entries(name):
    assert isinstance(name, Name)
    assert GAZETTEER.entry(name.iri).iri == name.iri


def test_iris_follow_the_base(monkeypatch):
    monkeypatch.setattr(module, "BASE", Namespace("https://example.org/kg/"))
    triples = [quad.triple for quad in module.read_file("states.ttl")]
    assert all(t.subject.value.startswith("https://example.org/kg/state/") for t in triples)
    assert str(KG.State) in {t.object.value for t in triples}


def test_a_broken_file(monkeypatch, tmp_path):
    (tmp_path / "states.ttl").write_text("<a> <b> .", encoding="utf8")
    monkeypatch.setattr(module, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"states\.ttl is no Turtle"):
        list(module.read_file("states.ttl"))


@pytest.mark.parametrize("turtle", ["_:b <b> <c> .", "<a> <b> _:b ."])
def test_blank_nodes_are_refused(turtle):
    with pytest.raises(DataError, match="without IRI"):
        Gazetteer(parse(turtle, format=RdfFormat.TURTLE, base_iri="urn:x"))


INSTITUTIONS = str(KG.InstitutionKind)


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Ministério dos Negócios Estrangeiros", "pt", "foreign-ministry"),
        ("ministry of foreign affairs", "en", "foreign-ministry"),
        ("Ministerio de Asuntos Exteriores", "es", "foreign-ministry"),
        ("ministère des Affaires étrangères", "fr", "foreign-ministry"),
        ("serviços de inteligência", "pt", "intelligence-service"),
    ],
)
def test_kinds_of_institution(text, lang, kind):
    found = [name.iri for name in GAZETTEER.kinds(INSTITUTIONS, lang) if name.text == text]
    assert found == [f"{BASE}institution/{kind}"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_means_one_kind_of_institution(lang):
    kinds = GAZETTEER.kinds(INSTITUTIONS, lang)
    assert len({name.iri for name in kinds}) > 50
    meanings = {(name.text.lower(), name.iri) for name in kinds}
    assert len({text for text, _ in meanings}) == len(meanings)


@pytest.mark.parametrize(
    ("kind", "country", "iri"),
    [
        ("defence-ministry", "UKR", "organisation/UKR/defence-ministry"),
        ("defence-ministry", "USA", "organisation/united-states-department-of-defense"),
        ("parliament", "DEU", "organisation/bundestag"),
    ],
)
def test_institution_of_a_state(kind, country, iri):
    assert GAZETTEER.institution(f"{BASE}institution/{kind}", country) == BASE + iri


def test_embassies_stand_abroad():
    assert GAZETTEER.stands_abroad(f"{BASE}institution/embassy")
    assert not GAZETTEER.stands_abroad(f"{BASE}institution/army")


def test_an_organisation_is_the_only_one_of_its_kind_and_state():
    found = [
        (kind, entry.country)
        for iri in IRIS
        if (entry := GAZETTEER.get(iri)) is not None and entry.type == "ORG"
        for kind in entry.institutions
    ]
    assert len(found) > 80
    assert len(set(found)) == len(found)


def test_a_state_has_many_ambassadors_and_one_foreign_minister():
    kinds = ("ambassador", "foreign-minister")
    assert [GAZETTEER.is_shared(f"{BASE}office/{kind}") for kind in kinds] == [True, False]
