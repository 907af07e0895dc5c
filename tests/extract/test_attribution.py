from parses import Row, grammar, parse, texts

from kg.extract.attribution import find_speakers

GRAMMAR = grammar("pt")
REPORT: list[Row] = [
    ("Seul", "seul", "PROPN", "nsubj", 1),
    ("estima", "estimar", "VERB", "ROOT", 1),
    ("que", "que", "SCONJ", "mark", 4),
    ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
    ("atacaram", "atacar", "VERB", "ccomp", 1),
]


def test_subject_of_a_verb_of_saying_speaks_its_clause() -> None:
    doc = parse("pt", REPORT)
    assert texts(find_speakers(GRAMMAR, doc[4])) == ["Seul"]


def test_the_verb_of_saying_itself_has_no_speaker() -> None:
    assert find_speakers(GRAMMAR, parse("pt", REPORT)[1]) == []


def test_participants_are_no_source_of_their_own_event() -> None:
    doc = parse("pt", REPORT)
    assert find_speakers(GRAMMAR, doc[4], takes_part=lambda token: token.i == 0) == []


def test_quotation_with_the_speaker_after_it() -> None:
    doc = parse(
        "pt",
        [
            ("Atacaremos", "atacar", "VERB", "ROOT", 0),
            (",", ",", "PUNCT", "punct", 2),
            ("disse", "dizer", "VERB", "parataxis", 0),
            ("Kim", "kim", "PROPN", "nsubj", 2),
        ],
    )
    assert texts(find_speakers(GRAMMAR, doc[0])) == ["Kim"]


def test_according_to() -> None:
    doc = parse(
        "pt",
        [
            ("Segundo", "segundo", "ADP", "case", 1),
            ("Kiev", "kiev", "PROPN", "obl", 4),
            (",", ",", "PUNCT", "punct", 1),
            ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
            ("atacaram", "atacar", "VERB", "ROOT", 4),
        ],
    )
    assert texts(find_speakers(GRAMMAR, doc[4])) == ["Kiev"]
    assert GRAMMAR.obliques(doc[4], "segundo") == []
