import pytest
from annotations import annotate, mention
from parses import blank, parse
from spacy.tokens import Doc

from kg.link.compatriots import CompatriotFinder
from kg.ontology.namespaces import BASE

LOBO = f"{BASE}person/XX/ana-lobo"
PLACES = {"Lisbon": "place/PRT/lisbon", "Porto": "place/PRT/porto", "Paris": "place/FRA/paris"}


@pytest.fixture(scope="module")
def finder() -> CompatriotFinder:
    return CompatriotFinder(blank("en"), "compatriots")


def doc(*names: str) -> Doc:
    """Ana Lobo and the names beside her in one sentence; "France" is the state."""
    words = ["Lobo", *names]
    found = parse("en", [(word, word.lower(), "PROPN", "dep", 0) for word in words])
    mention(found, 0, 1, "PERSON", LOBO)
    for i, name in enumerate(names, start=1):
        iri = PLACES.get(name, "state/FRA")
        mention(found, i, i + 1, "STATE" if iri.startswith("state") else "PLACE", BASE + iri)
    return annotate(found)


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (("Lisbon",), "PRT"),
        (("Lisbon", "Porto"), "PRT"),
        (("Lisbon", "Paris"), None),
        (("Lisbon", "France"), "PRT"),
        (("France",), None),
        ((), None),
    ],
)
def test_unknown_people_are_of_the_state_of_those_beside_them(
    finder: CompatriotFinder, names: tuple[str, ...], country: str | None
) -> None:
    assert finder(doc(*names))._.countries.get(LOBO) == country


def test_what_a_title_says_stands(finder: CompatriotFinder) -> None:
    found = annotate(doc("Lisbon"), countries={LOBO: "BRA"})
    assert finder(found)._.countries[LOBO] == "BRA"
