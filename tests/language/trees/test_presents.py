"""French parses in which the verb of a headline is taken for a noun."""

from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.language.trees.presents import PresentFinder

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def find(rows: list[Row], morphs: dict[int, str] | None = None) -> Doc:
    return PresentFinder(blank("fr"), "presents")(parse("fr", rows, morphs=morphs or {}))


def arc(doc: Doc, word: int) -> tuple[str, str]:
    return doc[word].dep_, doc[word].head.text


def test_a_noun_after_the_name_that_opens_the_sentence_is_its_verb() -> None:
    doc = find(
        [
            ("Oslo", "oslo", "PROPN", "det", 1),
            ("attaque", "attaque", "NOUN", "ROOT", 1),
            ("Rome", "rome", "PROPN", "amod", 1),
            (".", ".", "PUNCT", "punct", 1),
        ]
    )
    assert doc[1].pos_ == "VERB"
    assert "Fin" in doc[1].morph.get("VerbForm", [])
    assert arc(doc, 0) == ("nsubj", "attaque")
    assert arc(doc, 2) == ("obj", "attaque")


def test_what_the_parser_took_for_another_sentence_belongs_to_the_verb() -> None:
    doc = find(
        [
            ("Oslo", "oslo", "PROPN", "ROOT", 0),
            ("critique", "critique", "ADJ", "amod", 0),
            ("la", "le", "DET", "det", 3),
            ("réforme", "réforme", "NOUN", "ROOT", 3),
            (".", ".", "PUNCT", "punct", 3),
        ]
    )
    assert arc(doc, 0) == ("nsubj", "critique")
    assert arc(doc, 3) == ("obj", "critique")


def test_a_verb_below_its_subject_becomes_the_head() -> None:
    doc = find(
        [
            ("Oslo", "oslo", "PROPN", "ROOT", 0),
            ("reproche", "reprocher", "VERB", "acl", 0),
            ("à", "à", "ADP", "case", 3),
            ("Rome", "rome", "PROPN", "obl", 0),
            ("d'", "de", "ADP", "mark", 5),
            ("abriter", "abriter", "VERB", "acl", 0),
        ],
        {1: PRESENT, 5: "VerbForm=Inf"},
    )
    assert arc(doc, 0) == ("nsubj", "reproche")
    assert arc(doc, 3) == ("obl", "reproche")
    assert arc(doc, 5) == ("xcomp", "reproche")


def test_a_noun_with_an_article_stays_one() -> None:
    doc = find(
        [
            ("L'", "le", "DET", "det", 1),
            ("attaque", "attaque", "NOUN", "ROOT", 1),
            ("de", "de", "ADP", "case", 3),
            ("Rome", "rome", "PROPN", "nmod", 1),
        ]
    )
    assert doc[1].pos_ == "NOUN"


def test_a_participle_after_a_name_stays_one() -> None:
    doc = find(
        [
            ("Oslo", "oslo", "PROPN", "ROOT", 0),
            ("attaquée", "attaquer", "VERB", "acl", 0),
            ("par", "par", "ADP", "case", 3),
            ("Rome", "rome", "PROPN", "obl", 1),
        ]
    )
    assert arc(doc, 1) == ("acl", "Oslo")
