import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.language.rules import look_up

VOCAB = spacy.blank("en").vocab
RULES = [
    ([[{"TAG": "NN"}]], {"POS": "NOUN"}),
    ([[{"TAG": {"IN": ["DT", "IN"]}, "LOWER": "that"}]], {"POS": "PRON"}),
    ([[{"LOWER": "reds", "DEP": "obj"}]], {"POS": "PROPN"}),
    ([[{"TAG": {"NOT_IN": ["NN"]}, "DEP": "obj"}]], {"POS": "ADJ"}),
    ([[{"LOWER": {"REGEX": "^w.r$"}}]], {"LEMMA": "fight"}),
    ([[{"LOWER": "that"}, {"LOWER": "war"}]], {"POS": "DET"}),
    ([[{"LOWER": "peace"}], [{"LOWER": "war"}]], {"MORPH": "Number=Sing"}),
]


def ruler() -> AttributeRuler:
    found = AttributeRuler(VOCAB)
    for patterns, attributes in RULES:
        found.add(patterns, attributes)
    return found


@pytest.mark.parametrize("words", ["that war", "war that Reds", "Peace that that WAR", "", "of NN"])
def test_the_matches_are_those_of_spacy(words: str) -> None:
    plain, fast = ruler(), ruler()
    look_up(fast)
    tags = {"war": "NN", "that": "DT", "reds": "NNS"}
    said = words.split()
    doc = Doc(
        VOCAB,
        words=said,
        tags=[tags.get(word.lower(), "IN") for word in said],
        deps=["obj"] * len(said),
        heads=list(range(len(said))),
    )
    assert fast.match != plain.match
    assert fast.match(doc) == plain.match(doc)


def test_a_ruler_without_simple_rules_stays() -> None:
    found = AttributeRuler(VOCAB)
    found.add([[{"POS": "NOUN"}]], {"TAG": "N"})
    look_up(found)
    assert "match" not in vars(found)
