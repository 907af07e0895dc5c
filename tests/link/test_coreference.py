import datetime

import pytest
from annotations import annotate, mention, title
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.link.coreference import Coreference
from kg.link.offices import Holding
from kg.ontology.namespaces import BASE

POL, NOR = f"{BASE}state/POL", f"{BASE}state/NOR"
LOBO, MATA = f"{BASE}person/lobo", f"{BASE}person/mata"
PRESIDENT, FOREIGN = f"{BASE}office/president", f"{BASE}office/foreign-minister"


@pytest.fixture(scope="module")
def en() -> Coreference:
    return Coreference(blank("en"), "coreference")


def refer(step: Coreference, doc: Doc) -> dict[str, tuple[str, ...]]:
    """Words to referents."""
    found: dict[int, tuple[str, ...]] = step(doc)._.referents
    return {doc[i].text: iris for i, iris in found.items()}


def test_mention_stands_for_its_entity(en: Coreference) -> None:
    doc = parse("en", [("Poland", "poland", "PROPN", "ROOT", 0)])
    mention(doc, 0, 1, "STATE", POL)
    assert refer(en, annotate(doc)) == {"Poland": (POL,)}


def test_actors_of_a_state_stand_for_it(en: Coreference) -> None:
    doc = parse(
        "en", [("Polish", "polish", "ADJ", "amod", 1), ("rebels", "rebel", "NOUN", "ROOT", 1)]
    )
    mention(doc, 0, 1, "STATE", POL, "demonym")
    step = Coreference(blank("en"), "coreference")
    assert "rebel" in step.grammar.lexicon.actors
    assert refer(step, annotate(doc))["rebels"] == (POL,)


def test_things_of_a_state_do_not(en: Coreference) -> None:
    doc = parse(
        "en", [("Polish", "polish", "ADJ", "amod", 1), ("apples", "apple", "NOUN", "ROOT", 1)]
    )
    mention(doc, 0, 1, "STATE", POL, "demonym")
    assert "apples" not in refer(en, annotate(doc))


def test_capital_of_a_state(en: Coreference) -> None:
    doc = parse(
        "en",
        [("Norwegian", "norwegian", "ADJ", "amod", 1), ("capital", "capital", "NOUN", "ROOT", 1)],
    )
    mention(doc, 0, 1, "STATE", NOR, "demonym")
    assert refer(en, annotate(doc))["capital"] == (f"{BASE}place/NOR/oslo",)


ROWS = [
    ("Lobo", "lobo", "PROPN", "nsubj", 1),
    ("praised", "praise", "VERB", "ROOT", 1),
    ("his", "his", "PRON", "nmod:poss", 3),
    ("country", "country", "NOUN", "obj", 1),
]


def test_his_and_his_country(en: Coreference) -> None:
    doc = parse("en", ROWS)
    mention(doc, 0, 1, "PERSON", LOBO)
    found = refer(en, annotate(doc, countries={LOBO: "POL"}))
    assert found["his"] == (LOBO,)
    assert found["country"] == (POL,)


def test_country_without_a_possessive_is_nobodys(en: Coreference) -> None:
    rows = [*ROWS[:2], ("the", "the", "DET", "det", 3), ROWS[3]]
    doc = parse("en", rows)
    mention(doc, 0, 1, "PERSON", LOBO)
    assert "country" not in refer(en, annotate(doc, countries={LOBO: "POL"}))


def pronoun(features: str) -> Doc:
    doc = parse(
        "en",
        [
            ("Lobo", "lobo", "PROPN", "nsubj", 1),
            ("met", "meet", "VERB", "ROOT", 1),
            ("Mata", "mata", "PROPN", "obj", 1),
            ("and", "and", "CCONJ", "cc", 5),
            ("he", "he", "PRON", "nsubj", 5),
            ("left", "leave", "VERB", "conj", 1),
        ],
        morphs={4: features},
    )
    mention(doc, 0, 1, "PERSON", LOBO)
    mention(doc, 2, 3, "PERSON", MATA)
    return annotate(doc)


def test_pronoun_prefers_the_subject(en: Coreference) -> None:
    assert refer(en, pronoun("PronType=Prs|Person=3|Number=Sing"))["he"] == (LOBO,)


@pytest.mark.parametrize(
    "features", ["", "PronType=Prs|Person=1", "PronType=Prs|Person=3|Gender=Neut"]
)
def test_other_pronouns_stand_for_nobody(en: Coreference, features: str) -> None:
    assert "he" not in refer(en, pronoun(features))


def two_offices(last: list[tuple[str, str, str, str, int]], *, number: str = "") -> Doc:
    """ "president Lobo saw minister Mata ." and a last sentence that ends in a title."""
    first = [
        ("president", "president", "NOUN", "compound", 1),
        ("Lobo", "lobo", "PROPN", "nsubj", 2),
        ("saw", "see", "VERB", "ROOT", 2),
        ("minister", "minister", "NOUN", "compound", 4),
        ("Mata", "mata", "PROPN", "obj", 2),
    ]
    doc = parse("en", [*first, *last], morphs={len(first) + len(last) - 1: number})
    lobo, mata = mention(doc, 1, 2, "PERSON", LOBO), mention(doc, 4, 5, "PERSON", MATA)
    holdings = [
        Holding(title(doc, 0, 1, PRESIDENT), lobo, None, "POL"),
        Holding(title(doc, 3, 4, FOREIGN), mata, None, "NOR"),
    ]
    kind = PRESIDENT if doc[-1].lemma_ == "president" else f"{BASE}office/leader"
    again = title(doc, len(doc) - 1, len(doc), kind)
    return annotate(doc, holdings=[*holdings, Holding(again, None, None, None)])


def test_title_alone_is_who_holds_it_in_the_article(en: Coreference) -> None:
    doc = two_offices(
        [("the", "the", "DET", "det", 6), ("president", "president", "NOUN", "ROOT", 6)]
    )
    assert en(doc)._.referents[6] == (LOBO,)


def test_two_leaders_are_the_last_two_office_holders(en: Coreference) -> None:
    doc = two_offices(
        [("both", "both", "DET", "det", 6), ("leaders", "leader", "NOUN", "ROOT", 6)],
        number="Number=Plur",
    )
    assert set(en(doc)._.referents[6]) == {LOBO, MATA}


def test_title_that_nobody_holds_is_its_state(en: Coreference) -> None:
    doc = parse("en", [("minister", "minister", "NOUN", "ROOT", 0)])
    holding = Holding(title(doc, 0, 1, FOREIGN), None, None, "NOR")
    assert refer(en, annotate(doc, holdings=[holding])) == {"minister": (NOR,)}


def test_both_countries_are_the_last_two_states(en: Coreference) -> None:
    doc = parse(
        "en",
        [
            ("Poland", "poland", "PROPN", "nsubj", 1),
            ("met", "meet", "VERB", "ROOT", 1),
            ("Norway", "norway", "PROPN", "obj", 1),
            ("as", "as", "SCONJ", "mark", 6),
            ("both", "both", "DET", "det", 5),
            ("countries", "country", "NOUN", "nsubj", 6),
            ("agreed", "agree", "VERB", "advcl", 1),
        ],
    )
    mention(doc, 0, 1, "STATE", POL)
    mention(doc, 2, 3, "STATE", NOR)
    assert set(refer(en, annotate(doc))["countries"]) == {POL, NOR}


REPORTED = [
    ("Poland", "poland", "PROPN", "nsubj", 3),
    ("and", "and", "CCONJ", "cc", 2),
    ("Norway", "norway", "PROPN", "conj", 0),
    ("said", "say", "VERB", "ROOT", 3),
    ("they", "they", "PRON", "nsubj", 5),
    ("agreed", "agree", "VERB", "ccomp", 3),
]


def test_they_are_those_who_said_it(en: Coreference) -> None:
    doc = parse("en", REPORTED, morphs={4: "Number=Plur|Person=3|PronType=Prs"})
    mention(doc, 0, 1, "STATE", POL)
    mention(doc, 2, 3, "STATE", NOR)
    assert refer(en, annotate(doc))["they"] == (POL, NOR)


def test_one_speaker_is_not_they(en: Coreference) -> None:
    rows = [REPORTED[0], *[(*row[:4], max(row[4] - 2, 0)) for row in REPORTED[3:]]]
    rows[0] = ("Poland", "poland", "PROPN", "nsubj", 1)
    doc = parse("en", rows, morphs={2: "Number=Plur|Person=3|PronType=Prs"})
    mention(doc, 0, 1, "STATE", POL)
    assert "they" not in refer(en, annotate(doc))


@pytest.mark.parametrize(("number", "expected"), [("Plur", (POL,)), ("Sing", None)])
def test_they_are_the_people_who_were_the_subject(
    en: Coreference, number: str, expected: tuple[str, ...] | None
) -> None:
    doc = parse(
        "en",
        [
            ("Poles", "pole", "PROPN", "nsubj", 1),
            ("left", "leave", "VERB", "ROOT", 1),
            ("they", "they", "PRON", "nsubj", 3),
            ("fought", "fight", "VERB", "parataxis", 1),
        ],
        morphs={0: f"Number={number}", 2: "Number=Plur|Person=3|PronType=Prs"},
    )
    mention(doc, 0, 1, "STATE", POL, "demonym")
    assert refer(en, annotate(doc)).get("they") == expected


@pytest.mark.parametrize(("holders", "expected"), [(1, "vladimir-putin"), (0, None)])
def test_an_office_nobody_is_named_for_is_whose_it_was_that_day(
    en: Coreference, holders: int, expected: str | None
) -> None:
    doc = parse(
        "en",
        [
            ("Russian", "russian", "ADJ", "amod", 1),
            ("president", "president", "NOUN", "nsubj", 2),
            ("spoke", "speak", "VERB", "ROOT", 2),
        ],
    )
    russia = f"{BASE}state/RUS"
    mention(doc, 0, 1, "STATE", russia, "demonym")
    doc.user_data["published"] = datetime.date(2015, 6, 1) if holders else None
    holding = Holding(title(doc, 1, 2, PRESIDENT), None, doc[0:1], "RUS")
    found = refer(en, annotate(doc, holdings=[holding]))["president"]
    assert found == (f"{BASE}person/{expected}" if expected else russia,)


def test_demonym_goes_before_the_possessive(en: Coreference) -> None:
    rows: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 1),
        ("met", "meet", "VERB", "ROOT", 1),
        ("his", "his", "PRON", "nmod:poss", 4),
        ("Polish", "polish", "ADJ", "amod", 4),
        ("rebels", "rebel", "NOUN", "obj", 1),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "PERSON", LOBO)
    mention(doc, 3, 4, "STATE", POL, "demonym")
    assert refer(en, annotate(doc, countries={LOBO: "NOR"}))["rebels"] == (POL,)


def test_a_pronoun_is_not_who_acts_in_its_clause(en: Coreference) -> None:
    rows: list[Row] = [
        ("Mata", "mata", "PROPN", "nsubj", 1),
        ("spoke", "speak", "VERB", "ROOT", 1),
        (".", ".", "PUNCT", "punct", 1),
        ("Lobo", "lobo", "PROPN", "nsubj", 4),
        ("praised", "praise", "VERB", "conj", 1),
        ("him", "he", "PRON", "obj", 4),
    ]
    doc = parse("en", rows, morphs={5: "Number=Sing|Person=3|PronType=Prs"})
    mention(doc, 0, 1, "PERSON", MATA)
    mention(doc, 3, 4, "PERSON", LOBO)
    assert refer(en, annotate(doc))["him"] == (MATA,)
