import pytest
from parses import Row, parse

from kg.language.trees.headlines import join_names

ROWS: list[Row] = [
    ("Lula", "lula", "PROPN", "nsubj", 3),
    (",", ",", "PUNCT", "punct", 0),
    ("Petro", "petro", "PROPN", "appos", 0),
    ("discuss", "discuss", "VERB", "ROOT", 3),
    ("trade", "trade", "NOUN", "obj", 3),
]


def test_two_names_before_a_verb_do_it_together() -> None:
    assert join_names(parse("en", ROWS))[2].dep_ == "conj"


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (2, ("chief", "chief", "NOUN", "appos", 0)),
        (0, ("leader", "leader", "NOUN", "nsubj", 3)),
        (1, ("(", "(", "PUNCT", "punct", 0)),
    ],
)
def test_an_apposition_stays_one(place: int, row: Row) -> None:
    rows = [*ROWS[:place], row, *ROWS[place + 1 :]]
    assert join_names(parse("en", rows))[2].dep_ == "appos"


def test_a_singular_verb_has_one_subject() -> None:
    doc = parse("en", ROWS, morphs={3: "Number=Sing|VerbForm=Fin"})
    assert join_names(doc)[2].dep_ == "appos"


def test_a_closing_comma_makes_an_apposition() -> None:
    rows: list[Row] = [
        *ROWS[:3],
        (",", ",", "PUNCT", "punct", 4),
        ("met", "meet", "VERB", "ROOT", 4),
    ]
    rows[0] = ("Lula", "lula", "PROPN", "nsubj", 4)
    assert join_names(parse("en", rows))[2].dep_ == "appos"


@pytest.mark.parametrize(
    ("mark", "third", "label"),
    [(",", "Niger", "conj"), ("(", "Niger", "appos"), (",", "", "appos")],
)
def test_a_name_between_a_comma_and_one_that_is_joined_to_it_stands_in_a_list(
    mark: str, third: str, label: str
) -> None:
    rows: list[Row] = [
        ("Mali", "mali", "PROPN", "nsubj", 5),
        (mark, mark, "PUNCT", "punct", 0),
        ("Chad", "chad", "PROPN", "appos", 0),
        ("and", "and", "CCONJ", "cc", 2),
        (third or "envoy", third.lower(), "PROPN" if third else "NOUN", "conj", 2),
        ("agrees", "agree", "VERB", "ROOT", 5),
    ]
    assert join_names(parse("en", rows))[2].dep_ == label


MARCH: list[Row] = [
    ("Thousands", "thousand", "NOUN", "nummod", 1),
    ("march", "march", "NOUN", "ROOT", 1),
    ("in", "in", "ADP", "case", 3),
    ("Oslo", "oslo", "PROPN", "nmod", 1),
]


@pytest.mark.parametrize(
    ("word", "tag", "pos"),
    [("Thousands", "NNS", "VERB"), ("Thousand", "NN", "NOUN"), ("Arms", "NNS", "NOUN")],
)
def test_a_noun_after_plural_actors_is_the_verb(word: str, tag: str, pos: str) -> None:
    lemma = word.lower().removesuffix("s")
    doc = parse("en", [(word, lemma, "NOUN", "nummod", 1), *MARCH[1:]])
    doc[0].tag_, doc[1].tag_ = tag, "NN"
    join_names(doc)
    assert doc[1].pos_ == pos
    assert (doc[0].dep_, doc[3].dep_) == (("nsubj", "obl") if pos == "VERB" else ("nummod", "nmod"))
