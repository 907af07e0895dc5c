import pytest
from annotations import annotate, mention
from parses import blank, parse
from spacy.tokens import Doc, Span

from kg.link.institutions import InstitutionFinder
from kg.ontology.namespaces import BASE

POL = f"{BASE}state/POL"


@pytest.fixture(scope="module")
def pt() -> InstitutionFinder:
    return InstitutionFinder(blank("pt"), "institutions")


def doc(noun: tuple[str, str], *, state: bool = True) -> Doc:
    """NOUN da Polônia agiu."""
    found = parse(
        "pt",
        [
            (*noun, "NOUN", "nsubj", 3),
            ("da", "de o", "ADP", "case", 2),
            ("Polônia", "polônia", "PROPN", "nmod", 0),
            ("agiu", "agir", "VERB", "ROOT", 3),
        ],
    )
    if state:
        mention(found, 2, 3, "STATE", POL)
    return annotate(found)


def read(found: Doc) -> list[tuple[str, str, str]]:
    return [(s.text, s.kb_id_.removeprefix(BASE), s.id_) for s in found.spans["institutions"]]


def test_government_stands_for_its_state(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("governo", "governo")))) == [("governo da Polônia", "state/POL", "name")]


@pytest.mark.parametrize(
    ("words", "kind"), [(("Marinha", "marinha"), "name"), (("marinha", "marinha"), "nominal")]
)
def test_institution_is_an_organisation_of_its_state(
    pt: InstitutionFinder, words: tuple[str, str], kind: str
) -> None:
    found = pt(doc(words))
    assert read(found) == [(f"{words[0]} da Polônia", "organisation/marinha-da-polonia", kind)]
    assert found._.countries == {f"{BASE}organisation/marinha-da-polonia": "POL"}


def test_institution_of_no_state_is_none(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("marinha", "marinha"), state=False))) == []


def test_other_noun_is_no_institution(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("maçã", "maçã")))) == []


def test_longest_phrase_wins_over_what_was_recognised(pt: InstitutionFinder) -> None:
    found = doc(("Marinha", "marinha"))
    found.spans["institutions"] = [Span(found, 0, 1, "ORG", span_id="name")]
    assert [row[0] for row in read(pt(found))] == ["Marinha da Polônia"]
