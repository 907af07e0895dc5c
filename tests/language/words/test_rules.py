import pytest
import spacy
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

from kg.language.words.rules import look_up, remember_lemmas

VOCAB = spacy.blank("en").vocab
RULES = [
    ([[{"TAG": "NN"}]], {"POS": "NOUN"}),
    ([[{"TAG": {"IN": ["DT", "IN"]}, "LOWER": "that"}]], {"POS": "PRON"}),
    ([[{"LOWER": "reds", "DEP": "obj"}]], {"POS": "PROPN"}),
    ([[{"TAG": {"NOT_IN": ["NN"]}, "DEP": "obj"}]], {"POS": "ADJ"}),
    ([[{"LOWER": {"REGEX": "^w.r$"}}]], {"LEMMA": "fight"}),
    ([[{"LOWER": "that"}, {"LOWER": "war"}]], {"POS": "DET"}),
    ([[{"IS_SPACE": True, "DEP": {"NOT_IN": [""]}}]], {"POS": "SPACE"}),
    ([[{"LOWER": "peace"}], [{"LOWER": "war"}]], {"MORPH": "Number=Sing"}),
]


def ruler() -> AttributeRuler:
    found = AttributeRuler(VOCAB)
    for patterns, attributes in RULES:
        found.add(patterns, attributes)
    found.add([[{"TAG": "NNS"}, {"TAG": "IN", "DEP": "obj"}]], {"LEMMA": "of"}, index=-1)
    return found


@pytest.mark.parametrize(
    "words",
    ["that war", "war that Reds", "Peace that that WAR", "of NN  that wir", "Reds of", "  end", ""],
)
def test_the_attributes_are_those_of_spacy(words: str) -> None:
    plain, fast = ruler(), ruler()
    look_up(fast)
    assert fast.match != plain.match
    tags = {"war": "NN", "that": "DT", "reds": "NNS"}
    said = words.split(" ")
    docs = [
        Doc(
            VOCAB,
            words=[word or " " for word in said],
            tags=[tags.get(word.lower(), "IN") for word in said],
            deps=["det" if word == "that" else "obj" for word in said],
            heads=list(range(len(said))),
        )
        for _ in "ab"
    ]
    plain(docs[0])
    fast(docs[1])
    told = [[(t.pos_, t.lemma_, str(t.morph), t.tag_, t.dep_) for t in doc] for doc in docs]
    assert told[0] == told[1]


def test_a_lemma_is_worked_out_once_for_each_word_and_tag() -> None:
    asked = []
    lemmatizer = Lemmatizer(VOCAB, None)

    def work_out(token: Token) -> list[str]:
        asked.append(token.text)
        return [token.lower_]

    lemmatizer.lemmatize = work_out
    remember_lemmas(lemmatizer)
    doc = Doc(VOCAB, words=["Reds", "Reds", "Reds"], pos=["NOUN", "NOUN", "PROPN"])
    assert [lemmatizer.lemmatize(token) for token in doc] == [["reds"]] * 3
    assert asked == ["Reds", "Reds"]


@pytest.mark.parametrize(
    "asked", [{"LEMMA": "go"}, {"LOWER": "go", "OP": "+"}, {"LOWER": {"FUZZY": "go"}}]
)
def test_a_ruler_with_a_rule_that_asks_for_more_stays(asked: dict[str, object]) -> None:
    found = AttributeRuler(VOCAB)
    found.add([[{"POS": "NOUN"}]], {"TAG": "N"})
    found.add([[asked]], {"TAG": "V"})
    look_up(found)
    assert "match" not in vars(found)
