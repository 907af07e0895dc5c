import math

import pytest
from annotations import mention
from hypothesis import given
from hypothesis import strategies as st
from parses import blank, parse
from spacy.tokens import Doc

from kg.link.cities import (
    FEATURES,
    LARGEST,
    SMALLEST,
    Surroundings,
    abbreviated,
    choose_city,
    look_around,
    population,
    weigh,
)
from kg.link.names import Linker
from kg.link.settings import load_settings
from kg.ontology.cities import City
from kg.ontology.namespaces import BASE

KNOWN = {
    "India": ("STATE", "state/IND"),
    "Illinois": ("PLACE", "place/USA/illinois"),
    "Ohio": ("PLACE", "place/USA/ohio"),
    "Texas": ("PLACE", "place/USA/texas"),
    "France": ("STATE", "state/FRA"),
    "Paris": ("PLACE", "place/FRA/paris"),
}


def doc_of(text: str) -> Doc:
    """A Doc of words without grammar, its known names mentioned; the first word is the place."""
    words = text.split()
    doc = parse("en", [(word, word.lower(), "PROPN", "dep", 0) for word in words])
    for i, word in enumerate(words):
        if word in KNOWN:
            label, iri = KNOWN[word]
            mention(doc, i, i + 1, label, BASE + iri)
    return doc


def choice(text: str) -> str | None:
    """The end of the IRI of the city that the first word of a text means."""
    doc = doc_of(text)
    decision = choose_city(doc[0:1], doc.spans["mentions"])
    return None if decision is None else decision.best.iri.removeprefix(f"{BASE}place/")


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Springfield , Illinois", "USA/springfield-4250542"),
        ("Springfield ( Ohio )", "USA/springfield-4525353"),
        ("Springfield , Ill.", "USA/springfield-4250542"),
        ("Springfield ( TX )", None),
        ("Jullundur , India", "IND/jalandhar"),
        ("Jalandhar , Paris", "IND/jalandhar"),
        ("Jalandhar , France", None),
        ("Mozdok", None),
        ("Atlantis", None),
    ],
)
def test_what_stands_beside_a_name_tells_which_city_it_is(text: str, city: str | None) -> None:
    assert choice(text) == city


def test_a_small_town_needs_its_state_in_the_article() -> None:
    assert choice("Saharsa fell") is None
    assert choice("Saharsa fell to India") == "IND/saharsa"


def test_a_city_among_namesakes_is_unsure() -> None:
    doc = doc_of("Springfield and Texas")
    decision = choose_city(doc[0:1], doc.spans["mentions"])
    assert decision is not None
    assert decision.unsure
    assert len(decision.candidates) > 5


def test_an_abbreviation_counts_only_behind_a_comma_or_bracket() -> None:
    assert abbreviated(doc_of("Ulm ( SP )")[0:1]) == {("BRA", "sao-paulo")}
    assert abbreviated(doc_of("Ulm , AL")[0:1]) == {("BRA", "alagoas"), ("USA", "alabama")}
    assert abbreviated(doc_of("Ulm is SP")[0:1]) == frozenset()
    assert abbreviated(doc_of("Ulm")[0:1]) == frozenset()


def test_surroundings_tell_regions_from_states() -> None:
    doc = doc_of("Ulm , Ohio and France")
    around = look_around(doc[0:1], doc.spans["mentions"])
    assert around.beside == {("USA", "ohio")}
    assert {("USA", ""), ("FRA", ""), ("USA", "ohio")} <= around.near
    assert around.near == around.mentioned


def city(people: int) -> City:
    return City(f"{BASE}place/XXX/u", "XXX", "U", ("u",), "", 0.0, 0.0, people, 1)


@given(st.integers(0, 10**8), st.integers(0, 10**8))
def test_population_grows_from_nothing_to_one(a: int, b: int) -> None:
    small, large = sorted([a, b])
    around = Surroundings("u")
    assert 0 <= population(city(small), around) <= population(city(large), around) <= 1


def test_population_is_that_of_the_ends() -> None:
    assert population(city(SMALLEST), Surroundings("u")) == 0
    assert math.isclose(population(city(LARGEST), Surroundings("u")), 1)


def test_every_feature_has_a_weight_and_says_why() -> None:
    assert {f.__name__ for f in FEATURES} <= load_settings().weights.keys()
    assert all(f.__doc__ and f.__doc__.endswith(".") for f in FEATURES)
    assert weigh(city(SMALLEST), Surroundings("other")) == {}


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(blank("en"), "linker")


def test_linker_gives_a_city_with_its_state(linker: Linker) -> None:
    doc = doc_of("Jullundur , India")
    mention(doc, 0, 1, "PLACE")
    span = linker(doc).spans["mentions"][0]
    assert (span.kb_id_, span.label_) == (f"{BASE}place/IND/jalandhar", "PLACE")
    assert doc._.countries[span.kb_id_] == "IND"
    assert doc._.decisions[0, 1].best.iri == span.kb_id_


@pytest.mark.parametrize(("preposition", "label"), [("in", "PLACE"), ("with", "ORG")])
def test_an_organisation_is_a_city_only_where_something_is(
    linker: Linker, preposition: str, label: str
) -> None:
    doc = parse(
        "en",
        [
            (preposition, preposition, "ADP", "case", 1),
            ("Guayaquil", "guayaquil", "PROPN", "obl", 1),
        ],
    )
    mention(doc, 1, 2, "ORG")
    (span,) = linker(doc).spans["mentions"]
    assert span.label_ == label


def test_a_town_too_small_has_the_state_of_the_abbreviation(linker: Linker) -> None:
    doc = doc_of("Vilazinha ( SP )")
    mention(doc, 0, 1, "PLACE")
    (span,) = linker(doc).spans["mentions"]
    assert span.kb_id_ == f"{BASE}place/BRA/vilazinha"
