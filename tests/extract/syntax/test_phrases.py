import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.tree import nodes


def test_phrase_keeps_modifiers_and_drops_article_relative_and_adjunct() -> None:
    doc = parse(
        "pt",
        [
            ("um", "um", "DET", "det", 1),
            ("tratado", "tratado", "NOUN", "ROOT", 1),
            ("de", "de", "ADP", "case", 3),
            ("parceria", "parceria", "NOUN", "nmod", 1),
            ("no", "em o", "ADP", "case", 5),
            ("ano", "ano", "NOUN", "nmod", 1),
            (",", ",", "PUNCT", "punct", 8),
            ("que", "que", "PRON", "nsubj", 8),
            ("inclui", "incluir", "VERB", "acl:relcl", 1),
        ],
    )
    assert noun_phrase(nodes(doc)[1]).text == "tratado de parceria"


def test_phrase_keeps_a_name_in_apposition() -> None:
    doc = parse(
        "pt",
        [
            ("o", "o", "DET", "det", 1),
            ("presidente", "presidente", "NOUN", "ROOT", 1),
            (",", ",", "PUNCT", "punct", 3),
            ("Lula", "lula", "PROPN", "appos", 1),
            (",", ",", "PUNCT", "punct", 1),
        ],
    )
    assert noun_phrase(nodes(doc)[1]).text == "presidente , Lula"


@pytest.mark.parametrize(("mark", "words"), [(",", "Rússia"), ("tão", "Rússia tão surda")])
def test_an_adjective_after_a_comma_is_no_part_of_the_phrase(mark: str, words: str) -> None:
    doc = parse(
        "pt",
        [
            ("Rússia", "rússia", "PROPN", "ROOT", 0),
            (mark, mark, "PUNCT" if mark == "," else "ADJ", "punct" if mark == "," else "amod", 2),
            ("surda", "surdo", "ADJ", "amod", 0),
        ],
    )
    assert noun_phrase(nodes(doc)[0]).text == words


def test_conjuncts_are_phrases_of_their_own() -> None:
    doc = parse(
        "en",
        [
            ("Russia", "russia", "PROPN", "ROOT", 0),
            ("and", "and", "CCONJ", "cc", 2),
            ("China", "china", "PROPN", "conj", 0),
        ],
    )
    assert noun_phrase(nodes(doc)[0]).text == "Russia"
    assert noun_phrase(nodes(doc)[2]).text == "China"


def test_phrase_ends_with_the_quotation_that_it_begins() -> None:
    rows: list[Row] = [
        ("agência", "agência", "NOUN", "ROOT", 0),
        ("«", "«", "PUNCT", "punct", 2),
        ("Irna", "irna", "PROPN", "appos", 0),
        ("»", "»", "PUNCT", "punct", 2),
        (".", ".", "PUNCT", "punct", 0),
    ]
    assert noun_phrase(nodes(parse("pt", rows))[0]).text == "agência « Irna »"
    assert noun_phrase(nodes(parse("pt", rows))[2]).text == "Irna"


def test_a_word_that_a_hyphen_joins_to_the_phrase_is_part_of_it() -> None:
    doc = Doc(
        blank("en").vocab,
        words=["Iran", "-", "backed", "rebels", "fled"],
        spaces=[False, False, True, True, False],
        heads=[2, 2, 3, 4, 4],
        deps=["obl", "punct", "amod", "nsubj", "ROOT"],
        pos=["PROPN", "PUNCT", "VERB", "NOUN", "VERB"],
    )
    assert noun_phrase(nodes(doc)[3]).text == "Iran-backed rebels"
