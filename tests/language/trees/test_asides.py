from collections.abc import Callable

import numpy
import pytest
from spacy.tokens import Doc

from kg.language.trees.asides import AsideParser, find_asides
from tests.parses import Row, blank, parse

ROWS: list[Row] = [
    ("Lula", "lula", "PROPN", "nsubj", 1),
    ("recebe", "receber", "VERB", "ROOT", 1),
    ("Petro", "petro", "PROPN", "nsubj", 5),
    ("--", "--", "PUNCT", "punct", 5),
    ("é", "ser", "AUX", "cop", 5),
    ("sexta", "sexta", "NOUN", "ccomp", 1),
    ("--", "--", "PUNCT", "punct", 5),
    ("e", "e", "CCONJ", "cc", 8),
    ("ri", "rir", "VERB", "conj", 1),
]


class Parsing:
    """A pipeline whose parser gives the words of a Doc the tree of some rows."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows, self.read = rows, list[str]()

    def has_pipe(self, name: str) -> bool:
        return name == "parser"

    def get_pipe(self, _: str) -> Callable[[Doc], Doc]:
        return self.parse

    def parse(self, doc: Doc) -> Doc:
        self.read.append(" ".join(token.text for token in doc))
        return parse("pt", self.rows)


def tree(doc: Doc) -> list[tuple[str, str]]:
    return [(token.head.text, token.dep_) for token in doc]


def test_the_words_around_an_aside_that_governs_one_of_them_are_parsed_alone() -> None:
    alone: list[Row] = [*ROWS[:2], ("Petro", "petro", "PROPN", "obj", 1)]
    alone += [("e", "e", "CCONJ", "cc", 4), ("ri", "rir", "VERB", "conj", 1)]
    nlp = Parsing(alone)
    doc = AsideParser(nlp, "asides")(parse("pt", ROWS))  # type: ignore[arg-type]
    assert nlp.read == ["Lula recebe Petro e ri"]
    assert tree(doc)[2] == ("recebe", "obj")
    assert tree(doc)[5] == ("recebe", "ccomp")
    assert tree(doc)[8] == ("recebe", "conj")


def test_a_root_inside_an_aside_becomes_a_parataxis_of_the_one_outside() -> None:
    rows = [*ROWS]
    rows[1], rows[5] = (*ROWS[1][:3], "ccomp", 5), (*ROWS[5][:3], "ROOT", 5)
    rows[8] = (*ROWS[8][:3], "conj", 5)
    alone: list[Row] = [*ROWS[:2], ("Petro", "petro", "PROPN", "obj", 1)]
    alone += [("e", "e", "CCONJ", "cc", 4), ("ri", "rir", "VERB", "conj", 1)]
    doc = AsideParser(Parsing(alone), "asides")(parse("pt", rows))  # type: ignore[arg-type]
    assert tree(doc)[1] == ("recebe", "ROOT")
    assert tree(doc)[5] == ("recebe", "parataxis")


@pytest.mark.parametrize("mark", [",", "("])
def test_a_sentence_without_an_aside_stays(mark: str) -> None:
    rows = [*ROWS]
    rows[3], rows[6] = (mark, mark, *ROWS[3][2:]), (mark, mark, *ROWS[6][2:])
    nlp = Parsing([])
    before = parse("pt", rows)
    assert tree(AsideParser(nlp, "asides")(parse("pt", rows))) == tree(before)  # type: ignore[arg-type]
    assert not nlp.read


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("A ( B ) ri", [(1, 4)]),
        ("A -- B -- ri", [(1, 4)]),
        ("A - B - ri", [(1, 4)]),
        ("A -- B ri", []),
        ("A -- B -- C -- ri", []),
        ("A ( B ri", []),
    ],
)
def test_asides_stand_in_brackets_or_between_two_dashes(
    words: str, found: list[tuple[int, int]]
) -> None:
    doc = Doc(blank("pt").vocab, words.split())
    assert [(aside.start, aside.stop) for aside in find_asides(doc[:])] == found


def test_a_hyphen_between_letters_is_no_dash() -> None:
    doc = Doc(blank("pt").vocab, ["quarta", "-", "feira", "-", "ri"], spaces=[False] * 5)
    assert not list(find_asides(doc[:]))


@pytest.mark.parametrize(
    ("first", "after", "label"),
    [("Lima", "A", "parataxis"), ("lima", "A", "nsubj"), ("Lima", "a", "nsubj")],
)
def test_the_label_of_a_short_item_takes_no_part_in_it(first: str, after: str, label: str) -> None:
    rows: list[Row] = [
        (first, "lima", "PROPN", "nsubj", 4),
        ("–", "–", "PUNCT", "punct", 0),
        (after, "o", "DET", "det", 3),
        ("junta", "junta", "NOUN", "nsubj", 4),
        ("caiu", "cair", "VERB", "ROOT", 4),
    ]
    alone: list[Row] = [(*row[:4], row[4] - 2) for row in rows[2:]]
    doc = AsideParser(Parsing(alone), "asides")(parse("pt", rows))  # type: ignore[arg-type]
    assert (doc[0].dep_, doc[0].head.text) == (label, "caiu")
    assert doc[3].dep_ == "nsubj"


def test_the_words_keep_the_vectors_of_the_first_parse() -> None:
    nlp, doc = Parsing(ROWS[:2]), parse("pt", ROWS)
    doc.tensor = numpy.arange(len(ROWS), dtype="f").reshape(-1, 1)
    seen = list[list[float]]()

    def read(alone: Doc) -> Doc:
        seen.append(alone.tensor.ravel().tolist())
        return alone

    nlp.get_pipe = lambda _: read  # type: ignore[method-assign, assignment]
    AsideParser(nlp, "asides").parse(doc, [0, 2, 7])  # type: ignore[arg-type]
    assert seen == [[0.0, 2.0, 7.0]]
