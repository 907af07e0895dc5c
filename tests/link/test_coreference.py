import datetime

import pytest
from annotations import annotate, mention, title
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.extract.syntax.tree import nodes
from kg.link.coreference import Coreference
from kg.link.offices import Holding
from kg.ontology.namespaces import BASE

POL, NOR = f"{BASE}state/POL", f"{BASE}state/NOR"
CHL, PER = f"{BASE}state/CHL", f"{BASE}state/PER"
LOBO, MATA = f"{BASE}person/lobo", f"{BASE}person/mata"
PRESIDENT, FOREIGN = f"{BASE}office/president", f"{BASE}office/foreign-minister"


@pytest.fixture(scope="module")
def en() -> Coreference:
    return Coreference(blank("en"), "coreference")


def refer(step: Coreference, doc: Doc) -> dict[str, tuple[str, ...]]:
    """Words to referents."""
    found: dict[int, tuple[str, ...]] = step(doc)._.referents
    return {nodes(doc)[i].text: iris for i, iris in found.items()}


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


def test_actors_of_an_armed_group_stand_for_it(en: Coreference) -> None:
    rows: list[Row] = [
        ("Hamas", "hamas", "PROPN", "compound", 1),
        ("fighters", "fighter", "NOUN", "ROOT", 1),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "GROUP", f"{BASE}group/hamas")
    assert refer(en, annotate(doc))["fighters"] == (f"{BASE}group/hamas",)


@pytest.mark.parametrize(("label", "expected"), [("nmod:poss", None), ("amod", (POL,))])
def test_the_allies_of_a_state_are_others(
    en: Coreference, label: str, expected: tuple[str, ...] | None
) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", label, 1),
        ("allies", "ally", "NOUN", "ROOT", 1),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "STATE", POL)
    assert refer(en, annotate(doc)).get("allies") == expected


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
    kind = PRESIDENT if nodes(doc)[-1].lemma_ == "president" else f"{BASE}office/leader"
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


@pytest.mark.parametrize("number", ["Sing", "Plur"])
def test_title_of_an_armed_group_that_nobody_holds_is_the_group(
    en: Coreference, number: str
) -> None:
    rows: list[Row] = [
        ("Hamas", "hamas", "PROPN", "compound", 1),
        ("commander", "commander", "NOUN", "ROOT", 1),
    ]
    doc = parse("en", rows, morphs={1: f"Number={number}"})
    mention(doc, 0, 1, "GROUP", f"{BASE}group/hamas")
    of = doc.spans["mentions"][0]
    holding = Holding(title(doc, 1, 2, f"{BASE}office/commander"), None, of, "PSE")
    found = refer(en, annotate(doc, holdings=[holding]))
    assert found["commander"] == (f"{BASE}group/hamas",)


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


def two_names(last: list[Row], kind: str) -> Doc:
    """ "Lobo met Mata ." and what follows, with two names of a type."""
    first: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 1),
        ("met", "meet", "VERB", "ROOT", 1),
        ("Mata", "mata", "PROPN", "obj", 1),
    ]
    doc = parse("en", [*first, *last])
    mention(doc, 0, 1, kind, LOBO)
    mention(doc, 2, 3, kind, MATA)
    return annotate(doc)


def pair(noun: str) -> list[Row]:
    """ "The two NOUN left"."""
    return [
        ("the", "the", "DET", "det", 5),
        ("two", "two", "NUM", "nummod", 5),
        (noun, noun, "NOUN", "nsubj", 6),
        ("left", "leave", "VERB", "ROOT", 6),
    ]


@pytest.mark.parametrize(
    ("noun", "kind", "expected"),
    [
        ("leader", "PERSON", (LOBO, MATA)),
        ("side", "GROUP", (LOBO, MATA)),
        ("leader", "GROUP", None),
        ("side", "PLACE", None),
        ("apple", "PERSON", None),
    ],
)
def test_the_two_take_up_two_of_their_kind(
    en: Coreference, noun: str, kind: str, expected: tuple[str, ...] | None
) -> None:
    assert en(two_names(pair(noun), kind))._.referents.get(5) == expected


def test_the_two_sides_of_three_are_nobody(en: Coreference) -> None:
    rows: list[Row] = [
        ("and", "and", "CCONJ", "cc", 4),
        ("Poland", "poland", "PROPN", "conj", 2),
        ("as", "as", "SCONJ", "mark", 8),
        ("both", "both", "DET", "det", 7),
        ("sides", "side", "NOUN", "nsubj", 8),
        ("left", "leave", "VERB", "advcl", 1),
    ]
    doc = two_names(rows, "GROUP")
    assert en(doc)._.referents[7] == (LOBO, MATA)
    mention(doc := two_names(rows, "GROUP"), 4, 5, "STATE", POL)
    assert 7 not in en(doc)._.referents


@pytest.mark.parametrize(
    ("label", "expected"), [("nsubj", (LOBO, MATA)), ("det", None), ("cc:preconj", None)]
)
def test_both_alone_takes_up_two(
    en: Coreference, label: str, expected: tuple[str, ...] | None
) -> None:
    rows: list[Row] = [
        ("Both", "both", "PRON", label, 4),
        ("left", "leave", "VERB", "ROOT", 4),
    ]
    assert en(two_names(rows, "PERSON"))._.referents.get(3) == expected


COMMA: Row = (",", ",", "PUNCT", "punct", 1)


@pytest.mark.parametrize(
    ("noun", "gap", "who"),
    [("rebel", [], "wei"), ("rebel", [COMMA], "wei"), ("chief", [COMMA], "wei")],
)
def test_a_name_beside_a_noun_is_who_it_stands_for(noun: str, gap: list[Row], who: str) -> None:
    rows: list[Row] = [
        ("Polish", "polish", "ADJ", "amod", 1),
        (noun, noun, "NOUN", "ROOT", 1),
        *gap,
        ("Wei", "wei", "PROPN", "appos", 1),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "STATE", POL, "demonym")
    mention(doc, len(rows) - 1, len(rows), "PERSON", f"{BASE}person/{who}")
    doc = annotate(doc)
    found = refer(Coreference(blank("en"), "coreference"), doc)[noun]
    assert found == (f"{BASE}person/{who}",)
    assert doc._.countries.get(f"{BASE}person/{who}") == "POL"


def test_what_opens_a_paragraph_takes_up_those_who_stand_together(en: Coreference) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", "nsubj", 3),
        *REPORTED[1:3],
        ("met", "meet", "VERB", "ROOT", 3),
        ("Chile", "chile", "PROPN", "nsubj", 5),
        ("warned", "warn", "VERB", "ROOT", 5),
        ("Peru", "peru", "PROPN", "obj", 5),
        ("the", "the", "DET", "det", 9),
        ("two", "two", "NUM", "nummod", 9),
        ("countries", "country", "NOUN", "nsubj", 10),
        ("left", "leave", "VERB", "ROOT", 10),
    ]
    for starts, expected in ((4, 7), {POL, NOR}), ((4,), {CHL, PER}):
        doc = parse("en", rows)
        doc.user_data["paragraphs"] = tuple(nodes(doc)[i].idx for i in starts)
        for i, iri in ((0, POL), (2, NOR), (4, CHL), (6, PER)):
            mention(doc, i, i + 1, "STATE", iri)
        assert set(refer(en, annotate(doc))["countries"]) == expected


@pytest.mark.parametrize(("number", "expected"), [("three", {POL, NOR, CHL}), ("four", None)])
def test_the_three_are_the_last_list_of_three(
    en: Coreference, number: str, expected: set[str] | None
) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", "nsubj", 3),
        ("Norway", "norway", "PROPN", "conj", 0),
        ("Chile", "chile", "PROPN", "conj", 0),
        ("met", "meet", "VERB", "ROOT", 3),
        ("the", "the", "DET", "det", 6),
        (number, number, "NUM", "nummod", 6),
        ("countries", "country", "NOUN", "nsubj", 7),
        ("left", "leave", "VERB", "parataxis", 3),
    ]
    doc = parse("en", rows, morphs={4: "Definite=Def", 6: "Number=Plur"})
    for i, iri in ((0, POL), (1, NOR), (2, CHL)):
        mention(doc, i, i + 1, "STATE", iri)
    found = refer(en, annotate(doc)).get("countries")
    assert (set(found) if found else None) == expected


def test_who_acts_on_two_leaders_is_none_of_them(en: Coreference) -> None:
    rows: list[Row] = [
        ("Wei", "wei", "PROPN", "nsubj", 4),
        ("praised", "praise", "VERB", "conj", 1),
        ("the", "the", "DET", "det", 7),
        ("two", "two", "NUM", "nummod", 7),
        ("leaders", "leader", "NOUN", "obj", 4),
    ]
    mention(doc := two_names(rows, "PERSON"), 3, 4, "PERSON", f"{BASE}person/wei")
    assert en(doc)._.referents[7] == (LOBO, MATA)


IT = "PronType=Prs|Person=3|Number=Sing|Gender=Neut"
THEY = "PronType=Prs|Person=3|Number=Plur"


def left_after(pronoun: str, features: str) -> Doc:
    """ "Poland and Norway left after PRONOUN won"; of the two Poland alone for a singular."""
    first = [("Poland", "poland", "PROPN", "nsubj", 3), *REPORTED[1:3]]
    doc = parse(
        "en",
        [
            *first,
            ("left", "leave", "VERB", "ROOT", 3),
            ("after", "after", "SCONJ", "mark", 6),
            (pronoun, pronoun, "PRON", "nsubj", 6),
            ("won", "win", "VERB", "advcl", 3),
        ],
        morphs={5: features},
    )
    mention(doc, 0, 1, "STATE", POL)
    mention(doc, 2, 3, "STATE", NOR)
    return annotate(doc)


def test_they_are_those_who_act_in_the_clause_above(en: Coreference) -> None:
    assert refer(en, left_after("they", THEY))["they"] == (POL, NOR)


def test_it_is_not_two(en: Coreference) -> None:
    assert "it" not in refer(en, left_after("it", IT))


@pytest.mark.parametrize(
    ("features", "expected"),
    [("Gender=Masc", LOBO), ("Gender=Neut", POL), ("", POL)],
)
def test_his_is_a_persons_and_its_is_not(en: Coreference, features: str, expected: str) -> None:
    doc = parse(
        "en",
        [
            ("Lobo", "lobo", "PROPN", "obl", 2),
            ("Poland", "poland", "PROPN", "nsubj", 2),
            ("defended", "defend", "VERB", "ROOT", 2),
            ("his", "his", "PRON", "nmod:poss", 4),
            ("record", "record", "NOUN", "obj", 2),
        ],
        morphs={3: features},
    )
    mention(doc, 0, 1, "PERSON", LOBO)
    mention(doc, 1, 2, "STATE", POL)
    assert refer(en, annotate(doc))["his"] == (expected,)


@pytest.mark.parametrize(
    ("subject", "features", "expected"), [(1, "Gender=Masc", LOBO), (0, "", None)]
)
def test_nobody_demands_his_own_release(
    en: Coreference, subject: int, features: str, expected: str | None
) -> None:
    labels = ["obl", "obl"]
    labels[subject] = "nsubj"
    doc = parse(
        "en",
        [
            ("Lobo", "lobo", "PROPN", labels[0], 2),
            ("Poland", "poland", "PROPN", labels[1], 2),
            ("demanded", "demand", "VERB", "ROOT", 2),
            ("his", "his", "PRON", "nmod:poss", 4),
            ("release", "release", "NOUN", "obj", 2),
        ],
        morphs={3: features},
    )
    mention(doc, 0, 1, "PERSON", LOBO)
    mention(doc, 1, 2, "STATE", POL)
    found = refer(en, annotate(doc))
    assert found.get("his") == ((expected,) if expected else None)


@pytest.mark.parametrize(("features", "expected"), [("Definite=Def", (MATA,)), ("", None)])
def test_the_group_is_the_last_one(
    en: Coreference, features: str, expected: tuple[str, ...] | None
) -> None:
    doc = parse(
        "en",
        [
            ("Mata", "mata", "PROPN", "nsubj", 1),
            ("attacked", "attack", "VERB", "ROOT", 1),
            (".", ".", "PUNCT", "punct", 1),
            ("the", "the", "DET", "det", 4),
            ("group", "group", "NOUN", "nsubj", 5),
            ("fled", "flee", "VERB", "ROOT", 5),
        ],
        morphs={3: features},
    )
    mention(doc, 0, 1, "GROUP", MATA)
    assert refer(en, annotate(doc)).get("group") == expected


def test_a_possessive_before_any_name_is_of_who_acts_in_its_clause() -> None:
    step = Coreference(blank("pt"), "coreference")
    rows: list[Row] = [
        ("Na", "em", "ADP", "case", 2),
        ("sua", "seu", "DET", "det", 2),
        ("visita", "visita", "NOUN", "obl", 4),
        ("Lula", "lula", "PROPN", "nsubj", 4),
        ("propôs", "propor", "VERB", "ROOT", 4),
    ]
    doc = parse("pt", rows)
    mention(doc, 3, 4, "PERSON", "lula")
    assert refer(step, annotate(doc))["sua"] == ("lula",)


def test_what_an_actor_without_name_does_to_its_own_is_of_no_name_before() -> None:
    step = Coreference(blank("pt"), "coreference")
    rows: list[Row] = [
        ("Lula", "lula", "PROPN", "nsubj", 1),
        ("viu", "ver", "VERB", "ROOT", 1),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 3),
        ("mudar", "mudar", "VERB", "ccomp", 1),
        ("sua", "seu", "DET", "det", 5),
        ("posição", "posição", "NOUN", "obj", 3),
    ]
    doc = parse("pt", rows)
    mention(doc, 0, 1, "PERSON", "lula")
    assert "sua" not in refer(step, annotate(doc))


@pytest.mark.parametrize(("verb", "owner"), [("thank", NOR), ("visit", POL)])
def test_what_somebody_is_thanked_for_is_his(en: Coreference, verb: str, owner: str) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", "nsubj", 1),
        ("thanked", verb, "VERB", "ROOT", 1),
        ("Norway", "norway", "PROPN", "obj", 1),
        ("for", "for", "ADP", "case", 5),
        ("its", "its", "PRON", "nmod:poss", 5),
        ("help", "help", "NOUN", "obl", 1),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "STATE", POL)
    mention(doc, 2, 3, "STATE", NOR)
    assert refer(en, annotate(doc))["its"] == (owner,)


def test_its_is_of_who_is_asked_to_act(en: Coreference) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", "nsubj", 1),
        ("urged", "urge", "VERB", "ROOT", 1),
        ("Norway", "norway", "PROPN", "obj", 1),
        ("to", "to", "PART", "aux", 4),
        ("end", "end", "VERB", "xcomp", 1),
        ("its", "its", "PRON", "nmod:poss", 6),
        ("support", "support", "NOUN", "obj", 4),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Inf", 5: "Gender=Neut|Poss=Yes|PronType=Prs"})
    mention(doc, 0, 1, "STATE", POL)
    mention(doc, 2, 3, "STATE", NOR)
    assert refer(en, annotate(doc))["its"] == (NOR,)


def test_it_in_a_relative_clause_is_who_acts_above(en: Coreference) -> None:
    rows: list[Row] = [
        ("Poland", "poland", "PROPN", "nsubj", 1),
        ("banned", "ban", "VERB", "ROOT", 1),
        ("men", "man", "NOUN", "obj", 1),
        ("whom", "whom", "PRON", "obj", 5),
        ("it", "it", "PRON", "nsubj", 5),
        ("accuses", "accuse", "VERB", "acl:relcl", 2),
    ]
    doc = parse("en", rows, morphs={4: "Gender=Neut|Number=Sing|Person=3|PronType=Prs"})
    mention(doc, 0, 1, "STATE", POL)
    assert refer(en, annotate(doc))["it"] == (POL,)


@pytest.mark.parametrize(
    ("noun", "morph", "expected"),
    [
        ("kingdom", "Definite=Def", (NOR,)),
        ("island", "Definite=Def", None),
        ("kingdom", "Definite=Ind", None),
    ],
)
def test_a_kind_of_state_takes_up_the_last_one_of_it(
    en: Coreference, noun: str, morph: str, expected: tuple[str, ...] | None
) -> None:
    rows: list[Row] = [
        ("Norway", "norway", "PROPN", "nsubj", 1),
        ("saw", "see", "VERB", "ROOT", 1),
        ("Poland", "poland", "PROPN", "obj", 1),
        (".", ".", "PUNCT", "punct", 1),
        ("the", "the", "DET", "det", 5),
        (noun, noun, "NOUN", "nsubj", 6),
        ("left", "leave", "VERB", "ROOT", 6),
    ]
    doc = parse("en", rows, morphs={4: morph})
    mention(doc, 0, 1, "STATE", NOR)
    mention(doc, 2, 3, "STATE", POL)
    assert refer(en, annotate(doc)).get(noun) == expected


def test_states_of_one_name_together(en: Coreference) -> None:
    doc = parse("en", [("Koreas", "koreas", "PROPN", "ROOT", 0)])
    koreas = f"{BASE}state/PRK", f"{BASE}state/KOR"
    assert refer(en, annotate(doc)) == {"Koreas": koreas}


def and_then(possessive: str, features: str) -> Doc:
    """ "Norway and Poland left ." and "POSSESSIVE party won"."""
    rows: list[Row] = [
        ("Norway", "norway", "PROPN", "nsubj", 3),
        ("and", "and", "CCONJ", "cc", 2),
        ("Poland", "poland", "PROPN", "conj", 0),
        ("left", "leave", "VERB", "ROOT", 3),
        (possessive, possessive, "PRON", "nmod:poss", 5),
        ("plan", "plan", "NOUN", "nsubj", 6),
        ("won", "win", "VERB", "ROOT", 6),
    ]
    doc = parse("en", rows, morphs={4: features})
    mention(doc, 0, 1, "STATE", NOR)
    mention(doc, 2, 3, "STATE", POL)
    return annotate(doc)


@pytest.mark.parametrize(
    ("possessive", "features", "expected"),
    [("their", "PronType=Prs", (NOR, POL)), ("its", "PronType=Prs|Gender=Neut", (POL,))],
)
def test_what_is_theirs_is_of_all_who_act_together(
    en: Coreference, possessive: str, features: str, expected: tuple[str, ...]
) -> None:
    assert refer(en, and_then(possessive, features))[possessive] == expected


def test_two_countries_that_act_are_those_that_acted(en: Coreference) -> None:
    rows: list[Row] = [
        ("Norway", "norway", "PROPN", "nsubj", 3),
        ("and", "and", "CCONJ", "cc", 2),
        ("Poland", "poland", "PROPN", "conj", 0),
        ("met", "meet", "VERB", "ROOT", 3),
        ("Chile", "chile", "PROPN", "obj", 3),
        ("and", "and", "CCONJ", "cc", 6),
        ("Peru", "peru", "PROPN", "conj", 4),
        ("both", "both", "DET", "det", 8),
        ("countries", "country", "NOUN", "nsubj", 9),
        ("won", "win", "VERB", "ROOT", 9),
    ]
    doc = parse("en", rows, morphs={8: "Number=Plur"})
    for i, iri in ((0, NOR), (2, POL), (4, CHL), (6, PER)):
        mention(doc, i, i + 1, "STATE", iri)
    assert refer(en, annotate(doc))["countries"] == (NOR, POL)


def test_a_french_pronoun_is_known_by_its_person() -> None:
    rows: list[Row] = [
        ("Lobo", "lobo", "PROPN", "nsubj", 1),
        ("critique", "critiquer", "VERB", "ROOT", 1),
        ("Mata", "mata", "PROPN", "obj", 1),
        ("avec", "avec", "ADP", "case", 4),
        ("qui", "qui", "PRON", "obl", 6),
        ("il", "il", "PRON", "nsubj", 6),
        ("parle", "parler", "VERB", "acl:relcl", 2),
    ]
    doc = parse("fr", rows, morphs={5: "Gender=Masc|Number=Sing|Person=3"})
    mention(doc, 0, 1, "PERSON", LOBO)
    mention(doc, 2, 3, "PERSON", MATA)
    assert refer(Coreference(blank("fr"), "coreference"), annotate(doc))["il"] == (LOBO,)


def test_who_acts_in_a_relative_clause_is_not_whom_it_is_about() -> None:
    rows: list[Row] = [
        ("Mata", "mata", "PROPN", "nsubj", 5),
        ("with", "with", "ADP", "case", 2),
        ("whom", "whom", "PRON", "obl", 4),
        ("he", "he", "PRON", "nsubj", 4),
        ("spoke", "speak", "VERB", "acl:relcl", 0),
        ("left", "leave", "VERB", "ROOT", 5),
    ]
    doc = parse("en", rows, morphs={3: "Gender=Masc|Number=Sing|Person=3|PronType=Prs"})
    mention(doc, 0, 1, "PERSON", MATA)
    assert "he" not in refer(Coreference(blank("en"), "coreference"), annotate(doc))


def test_they_are_the_armed_group_that_acted(en: Coreference) -> None:
    rows: list[Row] = [
        ("Houthis", "houthi", "PROPN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        (".", ".", "PUNCT", "punct", 1),
        ("They", "they", "PRON", "nsubj", 4),
        ("fired", "fire", "VERB", "ROOT", 4),
    ]
    third = "Number=Plur|Person=3|PronType=Prs"
    doc = parse("en", rows, morphs={0: "Number=Plur", 3: third})
    mention(doc, 0, 1, "GROUP", f"{BASE}group/houthis")
    assert refer(en, annotate(doc))["They"] == (f"{BASE}group/houthis",)
