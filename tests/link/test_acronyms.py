import pytest
from annotations import annotate, mention
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.link.acronyms import AcronymFinder
from kg.ontology.namespaces import BASE

ECOWAS = f"{BASE}organisation/economic-community-of-west-african-states"


@pytest.fixture(scope="module")
def step() -> AcronymFinder:
    return AcronymFinder(blank("pt"), "acronyms")


def text(words: str) -> Doc:
    """One sentence, each word below the first."""
    rows: list[Row] = [(word, word.lower(), "PROPN", "dep", 0) for word in words.split()]
    return annotate(parse("pt", rows))


def found(doc: Doc) -> set[tuple[str, str]]:
    """Mentions and institutions with the ends of their IRIs."""
    spans = [*doc.spans["mentions"], *doc.spans["institutions"]]
    return {(span.text, span.kb_id_.rsplit("/", 1)[-1]) for span in spans}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("O Banco Novo do Norte ( BNN ) caiu . BNN", "Banco Novo do Norte"),
        ("A Liga de Oslo ( LDO , na sigla ) caiu . LDO", "Liga de Oslo"),
    ],
)
def test_acronym_is_what_it_was_explained_as(step: AcronymFinder, words: str, name: str) -> None:
    doc = step(text(words))
    short = words.split()[-1]
    iri = name.lower().replace(" ", "-")
    assert found(doc) == {(name, iri), (short, iri)}
    assert sum(span.text == short for span in doc.spans["mentions"]) == 2


@pytest.mark.parametrize(
    "words",
    [
        "O Banco Novo ( BNN ) caiu",  # a letter too many
        "O Banco Novo Norte ( BN ) caiu",  # a capital too many
        "Ana Lima ( PT ) caiu",
        "o banco novo ( BN ) caiu",
        "Banco Novo ( 12 ) caiu",
    ],
)
def test_other_brackets_explain_nothing(step: AcronymFinder, words: str) -> None:
    assert not found(step(text(words)))


def test_a_part_of_the_name_makes_way(step: AcronymFinder) -> None:
    doc = text("O Banco Novo do Norte ( BNN ) caiu")
    mention(doc, 1, 3, "ORG", f"{BASE}organisation/banco-novo")
    mention(doc, 6, 7, "PLACE", f"{BASE}place/XX/bnn")
    assert {name for name, _ in found(step(doc))} == {"Banco Novo do Norte", "BNN"}


@pytest.mark.parametrize(("start", "end"), [(1, 3), (4, 5)])
def test_the_gazetteer_knows_either(step: AcronymFinder, start: int, end: int) -> None:
    doc = text("A Comunidade Sul ( CS ) caiu")
    mention(doc, start, end, "ORG", ECOWAS)
    iri = ECOWAS.rsplit("/", 1)[-1]
    assert found(step(doc)) == {("Comunidade Sul", iri), ("CS", iri)}


def test_states_keep_theirs(step: AcronymFinder) -> None:
    doc = text("A Terra Nova ( TN ) caiu")
    mention(doc, 1, 3, "STATE", f"{BASE}state/POL")
    assert found(step(doc)) == {("Terra Nova", "POL")}


def test_acronym_of_a_known_body_may_be_of_another_language(step: AcronymFinder) -> None:
    doc = text("A Comunidade Sul ( XYZ ) caiu")
    mention(doc, 1, 3, "ORG", ECOWAS)
    iri = ECOWAS.rsplit("/", 1)[-1]
    assert found(step(doc)) == {("Comunidade Sul", iri), ("XYZ", iri)}
