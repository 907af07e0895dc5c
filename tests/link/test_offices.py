import pytest
from annotations import mention, title
from parses import blank, parse
from spacy.tokens import Doc

from kg.link.offices import OfficeFinder
from kg.ontology.namespaces import BASE

POL = f"{BASE}state/POL"
PRESIDENT = f"{BASE}office/president"
KINDS = {
    "a": "ADP",
    "n": "NOUN",
    "p": "PROPN",
    "v": "VERB",
    "d": "DET",
    "j": "ADJ",
    "t": "PART",
    "c": "CCONJ",
}


@pytest.fixture(scope="module")
def pt() -> OfficeFinder:
    return OfficeFinder(blank("pt"), "offices")


@pytest.fixture(scope="module")
def en() -> OfficeFinder:
    return OfficeFinder(blank("en"), "offices")


def doc(lang: str, marked: str) -> Doc:
    """Words as `word/kind`; TITLE, STATE and PERSON as kinds make the annotations."""
    parts = [row.rpartition("/") for row in marked.split()]
    root = next((i for i, part in enumerate(parts) if part[2] == "v"), 0)
    found = parse(
        lang,
        [
            (
                word,
                word.lower(),
                KINDS.get(kind, "PROPN" if word.isalpha() else "PUNCT"),
                "dep",
                root,
            )
            for word, _, kind in parts
        ],
    )
    for i, (word, _, kind) in enumerate(parts):
        if kind == "TITLE":
            title(found, i, i + 1, PRESIDENT)
        if kind in ("STATE", "PERSON"):
            iri = POL if kind == "STATE" else f"{BASE}person/{word.lower()}"
            mention(found, i, i + 1, kind, iri, "demonym" if word.islower() else "name")
    return found


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("pt", "o/d presidente/TITLE da/a Polônia/STATE ,/x Lobo/PERSON ,/x falou/v"),
        ("pt", "o/d presidente/TITLE polonês/STATE Lobo/PERSON falou/v"),
        ("pt", "Lobo/PERSON ,/x presidente/TITLE da/a Polônia/STATE ,/x falou/v"),
        ("en", "Polish/STATE president/TITLE Lobo/PERSON spoke/v"),
        ("en", "Poland/STATE 's/t president/TITLE ,/x Lobo/PERSON ,/x spoke/v"),
        ("en", "said/v Lobo/PERSON ,/x the/d Polish/STATE president/TITLE"),
        (
            "pt",
            "o/d presidente/TITLE polonês/STATE da/a pequena/j ilha/n ,/x Lobo/PERSON ,/x saiu/v",
        ),
    ],
)
def test_holder_and_state_beside_a_title(
    pt: OfficeFinder, en: OfficeFinder, lang: str, marked: str
) -> None:
    found = (pt if lang == "pt" else en)(doc(lang, marked))
    (holding,) = found._.holdings
    assert holding.person is not None
    assert holding.person.text == "Lobo"
    assert holding.country == "POL"


@pytest.mark.parametrize(("number", "people"), [("Plur", ["Lobo", "Mata"]), ("Sing", ["Lobo"])])
def test_a_plural_title_has_as_many_holders(
    pt: OfficeFinder, number: str, people: list[str]
) -> None:
    marked = "os/d presidentes/TITLE da/a Polônia/STATE ,/x Lobo/PERSON ,/x"
    marked += " e/c do/a Polônia/STATE ,/x Mata/PERSON ,/x falaram/v"
    found = doc("pt", marked)
    found[1].set_morph(f"Number={number}")
    assert [str(holding.person) for holding in pt(found)._.holdings] == people


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("Lobo/PERSON and/c Mata/PERSON met/v", [("Lobo", "Poland"), ("Mata", "Norway")]),
        ("Lobo/PERSON met/v", [("None", "Poland")]),
    ],
)
def test_states_and_people_in_two_lists(
    en: OfficeFinder, people: str, expected: list[tuple[str, str]]
) -> None:
    found = doc("en", f"presidents/TITLE of/a Poland/STATE and/c Norway/STATE ,/x {people}")
    found[0].set_morph("Number=Plur")
    told = [(str(holding.person), str(holding.of)) for holding in en(found)._.holdings]
    assert told == expected


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("ambassador/TITLE from/a Poland/STATE left/v", None),
        ("spokesman/TITLE for/a Poland/STATE left/v", "POL"),
        ("spokesman/TITLE of/a government/n of/a Poland/STATE left/v", "POL"),
    ],
)
def test_state_after_a_title_belongs_to_it(
    en: OfficeFinder, marked: str, country: str | None
) -> None:
    assert en(doc("en", marked))._.holdings[0].country == country


def test_title_alone_has_neither(pt: OfficeFinder) -> None:
    found = pt(doc("pt", "o/d presidente/TITLE falou/v"))
    (holding,) = found._.holdings
    assert (holding.person, holding.of, holding.country) == (None, None, None)


def test_person_who_acts_elsewhere_is_not_the_holder(en: OfficeFinder) -> None:
    found = en(doc("en", "president/TITLE met/v Lobo/PERSON"))
    assert found._.holdings[0].person is None


@pytest.mark.parametrize(("label", "held"), [("nsubj", False), ("appos", True)])
def test_who_opens_the_next_clause_is_not_the_holder(
    en: OfficeFinder, label: str, held: bool
) -> None:
    found = doc("en", "for/a president/TITLE ,/x Lobo/PERSON left/v")
    found[3].dep_ = label
    assert (en(found)._.holdings[0].person is not None) is held


def test_office_of_his_country_waits_for_its_person(pt: OfficeFinder) -> None:
    marked = "Lobo/PERSON recebeu/v o/d presidente/TITLE de/a seu/d país/n"
    (holding,) = pt(doc("pt", marked))._.holdings
    assert (holding.own_country, holding.country) == (True, None)
    assert holding.of.text == "país"


@pytest.mark.parametrize(
    ("lang", "marked", "former"),
    [
        ("en", "the/d former/j Polish/STATE president/TITLE Lobo/PERSON spoke/v", True),
        ("en", "ex-president/TITLE Lobo/PERSON spoke/v", True),
        ("pt", "o/d antigo/j presidente/TITLE polonês/STATE Lobo/PERSON falou/v", True),
        ("pt", "o/d presidente/TITLE polonês/STATE Lobo/PERSON falou/v", False),
        ("es", "expresidente/TITLE Lobo/PERSON habló/v", True),
        ("es", "ministro/TITLE Lobo/PERSON habló/v", False),
    ],
)
def test_former_offices(
    pt: OfficeFinder, en: OfficeFinder, lang: str, marked: str, former: bool
) -> None:
    finder = {"pt": pt, "en": en}.get(lang) or OfficeFinder(blank(lang), "offices")
    (holding,) = finder(doc(lang, marked))._.holdings
    assert holding.former is former


@pytest.mark.parametrize(("word", "former"), [("deposto", True), ("eleito", False)])
def test_an_adjective_after_a_title_calls_it_past(
    pt: OfficeFinder, word: str, former: bool
) -> None:
    found = doc("pt", f"libertou/v o/d presidente/TITLE {word}/j")
    found[3].dep_, found[3].head = "amod", found[2]
    (holding,) = pt(found)._.holdings
    assert holding.former is former
