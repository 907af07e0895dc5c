import datetime

import pytest
from annotations import annotate, mention, title
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.extract.syntax.tree import nodes
from kg.link.coreference import Coreference
from kg.link.offices import Holding
from kg.ontology.namespaces import BASE

POL, NOR, PRT = (f"{BASE}state/{code}" for code in ("POL", "NOR", "PRT"))
LOBO, MATA = f"{BASE}person/lobo", f"{BASE}person/mata"
PRESIDENT, VICE = f"{BASE}office/president", f"{BASE}office/vice-president"
DEFINITE, INDEFINITE = "Definite=Def", "Definite=Ind"


@pytest.fixture(scope="module")
def en() -> Coreference:
    return Coreference(blank("en"), "coreference")


def two(last: list[Row], morphs: dict[int, str], *, office: str = "", former: bool = False) -> Doc:
    """ "Lobo saw Mata ." and a sentence: the Polish president and the Norwegian one."""
    first: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 1),
        ("saw", "see", "VERB", "ROOT", 1),
        ("Mata", "mata", "PROPN", "obj", 1),
        (".", ".", "PUNCT", "punct", 1),
    ]
    doc = parse("en", [*first, *last], morphs=morphs)
    people = mention(doc, 0, 1, "PERSON", LOBO), mention(doc, 2, 3, "PERSON", MATA)
    told = [
        Holding(title(doc, 0, 1, PRESIDENT), people[0], None, "POL", former=former),
        Holding(title(doc, 2, 3, PRESIDENT), people[1], None, "NOR"),
    ]
    if office:
        told.append(Holding(title(doc, 5, 6, office), None, None, None, former=former))
    return annotate(doc, holdings=told, countries={LOBO: "POL", MATA: "NOR"})


def left(noun: str, lemma: str, pos: str = "NOUN") -> list[Row]:
    """ "the … left"."""
    return [
        ("the", "the", "DET", "det", 5),
        (noun, lemma, pos, "nsubj", 6),
        ("left", "leave", "VERB", "ROOT", 6),
    ]


@pytest.mark.parametrize(
    ("name", "article", "number", "state", "expected"),
    [
        ("Pole", DEFINITE, "Sing", POL, LOBO),
        ("Norwegian", DEFINITE, "Sing", NOR, MATA),
        ("Portuguese", DEFINITE, "Sing", PRT, PRT),  # nobody is
        ("Polish", DEFINITE, "Sing", POL, POL),  # all of them
        ("Poles", DEFINITE, "Plur", POL, POL),
        ("Pole", INDEFINITE, "Sing", POL, POL),
    ],
)
def test_singular_demonym_is_who_was_named_of_that_state(
    en: Coreference, name: str, article: str, number: str, state: str, expected: str
) -> None:
    doc = two(left(name, name.lower()), {4: article, 5: f"Number={number}"})
    mention(doc, 5, 6, "STATE", state, "demonym")
    assert en(doc)._.referents[5] == (expected,)


@pytest.mark.parametrize(
    ("office", "former", "expected"),
    [(PRESIDENT, False, LOBO), (PRESIDENT, True, LOBO), (VICE, False, None)],
)
def test_title_alone_is_the_subject_that_holds_the_office(
    en: Coreference, office: str, former: bool, expected: str | None
) -> None:
    doc = two(left("president", "president"), {4: DEFINITE}, office=office, former=former)
    assert en(doc)._.referents.get(5) == (expected and (expected,))


def test_title_of_somebody_new_is_nobody_named(en: Coreference) -> None:
    doc = two(left("president", "president"), {4: INDEFINITE}, office=PRESIDENT)
    assert 5 not in en(doc)._.referents


def one(noun: str, *, lang: str = "en", morph: str = DEFINITE, pos: str = "NOUN") -> Doc:
    """ "Lobo spoke ." and "the NOUN left"."""
    rows: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 1),
        ("spoke", "speak", "VERB", "ROOT", 1),
        (".", ".", "PUNCT", "punct", 1),
        ("the", "the", "DET", "det", 4),
        (noun, noun, pos, "nsubj", 5),
        ("left", "leave", "VERB", "ROOT", 5),
    ]
    doc = parse(lang, rows, morphs={3: morph})
    mention(doc, 0, 1, "PERSON", LOBO)
    return annotate(doc)


@pytest.mark.parametrize(
    ("noun", "article", "expected"),
    [("politician", DEFINITE, (LOBO,)), ("politician", INDEFINITE, None), ("dog", DEFINITE, None)],
)
def test_noun_for_a_person_takes_up_the_only_one_just_named(
    en: Coreference, noun: str, article: str, expected: tuple[str, ...] | None
) -> None:
    assert en(one(noun, morph=article))._.referents.get(4) == expected


@pytest.mark.parametrize(
    ("noun", "gender", "expected"),
    [
        ("xavista", "Masc", (LOBO,)),
        ("revista", "Fem", None),
        ("jornalista", "Masc", None),  # an actor by himself
    ],
)
def test_noun_for_a_person_by_its_ending(
    noun: str, gender: str, expected: tuple[str, ...] | None
) -> None:
    doc = one(noun, lang="pt", morph=f"{DEFINITE}|Gender={gender}", pos="ADJ")
    assert Coreference(blank("pt"), "coreference")(doc)._.referents.get(4) == expected


def test_noun_for_a_person_takes_up_none_of_two(en: Coreference) -> None:
    doc = two(left("politician", "politician"), {4: DEFINITE})
    assert 5 not in en(doc)._.referents


def test_noun_for_a_party_is_who_leads_it(en: Coreference) -> None:
    starmer = f"{BASE}person/keir-starmer"
    doc = two(left("labour", "labour", "PROPN"), {4: DEFINITE})
    mention(doc, 1, 2, "PERSON", starmer)
    individuals = en.individuals
    assert individuals.is_of_party(en(doc)[5], starmer)
    assert individuals.person(nodes(doc)[5]) == (starmer,)


def test_president_of_whom_a_ministry_speaks(en: Coreference) -> None:
    rows: list[Row] = [
        ("Lisbon", "lisbon", "PROPN", "nsubj", 5),
        ("said", "say", "VERB", "ROOT", 5),
        ("the", "the", "DET", "det", 7),
        ("president", "president", "NOUN", "nsubj", 8),
        ("left", "leave", "VERB", "ccomp", 5),
    ]
    doc = two(rows, {6: DEFINITE})
    mention(doc, 4, 5, "STATE", PRT)
    doc.user_data["published"] = datetime.date(2018, 5, 1)
    doc._.holdings.append(Holding(title(doc, 7, 8, PRESIDENT), None, None, None))
    assert en(doc)._.referents[7] == (f"{BASE}person/marcelo-rebelo-de-sousa",)


def test_age_alone_takes_up_the_last_subject(en: Coreference) -> None:
    rows: list[Row] = [
        ("the", "the", "DET", "det", 7),
        ("70", "70", "NUM", "nummod", 6),
        ("year", "year", "NOUN", "obl", 7),
        ("old", "old", "ADJ", "nsubj", 8),
        ("left", "leave", "VERB", "ROOT", 8),
    ]
    assert en(two(rows, {4: DEFINITE}))._.referents[7] == (LOBO,)


@pytest.mark.parametrize(
    ("owner", "expected"), [("his", (MATA,)), ("Norwegian", (MATA,)), ("Portuguese", (PRT,))]
)
def test_counterpart_holds_the_same_office_elsewhere(
    en: Coreference, owner: str, expected: tuple[str, ...]
) -> None:
    """The president of Portugal is not known without a date: then it is the state."""
    rows: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 5),
        ("called", "call", "VERB", "ROOT", 5),
        (owner, owner.lower(), *(("PRON", "nmod:poss") if owner == "his" else ("ADJ", "amod")), 7),
        ("counterpart", "counterpart", "NOUN", "obj", 5),
    ]
    doc = two(rows, {6: "Gender=Masc"})
    mention(doc, 4, 5, "PERSON", LOBO)
    if owner != "his":
        mention(doc, 6, 7, "STATE", NOR if owner == "Norwegian" else PRT, "demonym")
    assert en(doc)._.referents.get(7) == expected


def test_counterpart_who_is_not_named_is_in_the_gazetteer(en: Coreference) -> None:
    rows: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 5),
        ("called", "call", "VERB", "ROOT", 5),
        ("Portuguese", "portuguese", "ADJ", "amod", 7),
        ("counterpart", "counterpart", "NOUN", "obj", 5),
    ]
    doc = two(rows, {})
    doc.user_data["published"] = datetime.date(2018, 5, 1)
    mention(doc, 4, 5, "PERSON", LOBO)
    mention(doc, 6, 7, "STATE", PRT, "demonym")
    assert en(doc)._.referents[7] == (f"{BASE}person/marcelo-rebelo-de-sousa",)
