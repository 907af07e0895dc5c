"""Verbs told one after another."""

import pytest
from parses import Row, parse
from spacy import blank

from kg.language.trees.series import SeriesMender

PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"
PORTUGUESE: list[Row] = [
    ("Oslo", "Oslo", "PROPN", "nsubj", 1),
    ("deplorou", "deplorar", "VERB", "ccomp", 4),
    ("tudo", "tudo", "PRON", "obj", 1),
    (",", ",", "PUNCT", "punct", 4),
    ("convocou", "convocar", "VERB", "ROOT", 4),
    ("enviados", "enviado", "NOUN", "nsubj", 4),
    ("e", "e", "CCONJ", "cc", 7),
    ("partiu", "partir", "VERB", "conj", 4),
]


def mend(lang: str, rows: list[Row], morph: str = PAST) -> list[tuple[str, str, str]]:
    """Each word with its head and label."""
    verbs = {i: morph for i, row in enumerate(rows) if row[2] == "VERB"}
    doc = SeriesMender(blank(lang), "series")(parse(lang, rows, morphs=verbs))
    return [(token.text, token.head.text, token.dep_) for token in doc]


def test_the_first_verb_of_a_series_is_the_main_one() -> None:
    found = mend("pt", PORTUGUESE)
    assert ("deplorou", "deplorou", "ROOT") in found
    assert ("convocou", "deplorou", "conj") in found
    assert ("enviados", "convocou", "obj") in found
    assert ("partiu", "convocou", "conj") in found


def test_a_series_in_the_form_of_a_subordinate_clause() -> None:
    rows = [*PORTUGUESE]
    rows[1], rows[4] = (*rows[1][:3], "ROOT", 1), (*rows[4][:3], "advcl", 1)
    assert ("convocou", "deplorou", "conj") in mend("pt", rows)


@pytest.mark.parametrize(
    ("at", "row"),
    [
        (3, ("que", "que", "SCONJ", "mark", 4)),
        (4, ("disse", "dizer", "VERB", "ROOT", 4)),
        (6, ("logo", "logo", "ADV", "advmod", 7)),
        (0, ("ali", "ali", "ADV", "advmod", 1)),
    ],
)
def test_what_is_no_series(at: int, row: Row) -> None:
    """No comma, somebody who speaks, no "and", nobody who acts."""
    rows = [*PORTUGUESE]
    rows[at] = row
    assert mend("pt", rows) == [(text, rows[head][0], dep) for text, _, _, dep, head in rows]


def test_participles_of_one_auxiliary() -> None:
    rows: list[Row] = [
        ("Ils", "il", "PRON", "nsubj", 2),
        ("ont", "avoir", "AUX", "aux", 2),
        ("pris", "prendre", "VERB", "ROOT", 2),
        ("Lyon", "Lyon", "PROPN", "obj", 2),
        (",", ",", "PUNCT", "punct", 2),
        ("tué", "tuer", "VERB", "acl", 3),
        ("dix", "dix", "NUM", "obj", 2),
        ("et", "et", "CCONJ", "cc", 8),
        ("enlevé", "enlever", "VERB", "conj", 6),
        ("Marie", "Marie", "PROPN", "obj", 8),
    ]
    found = mend("fr", rows, "Tense=Past|VerbForm=Part")
    assert ("tué", "pris", "conj") in found
    assert ("dix", "tué", "obj") in found
    assert ("enlevé", "tué", "conj") in found


def test_a_tense_that_the_tagger_leaves_out_parts_no_series() -> None:
    rows = [*PORTUGUESE]
    verbs = {1: PAST, 4: PAST.replace("Tense=Past|", ""), 7: PAST}
    doc = SeriesMender(blank("pt"), "series")(parse("pt", rows, morphs=verbs))
    assert (doc[4].head.text, doc[4].dep_) == ("deplorou", "conj")
