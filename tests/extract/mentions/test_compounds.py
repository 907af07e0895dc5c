from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.extract.mentions.compounds import CompoundSplitter
from kg.extract.mentions.finder import MentionFinder
from kg.ontology.namespaces import BASE


@cache
def splitter(lang: str) -> CompoundSplitter:
    return CompoundSplitter(blank(lang), "compounds")


def summit(lang: str, noun: str, word: str) -> Doc:
    rows = [
        (noun, noun, "NOUN", "nsubj", 2),
        (word, word, "ADJ", "amod", 0),
        ("ends", "end", "VERB", "ROOT", 2),
    ]
    return splitter(lang)(parse(lang, rows, morphs={0: "Number=Sing", 2: "Tense=Pres"}))


def tree(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize(
    ("lang", "noun", "word", "first", "second"),
    [
        ("pt", "cimeira", "franco-alemã", "franco", "alemã"),
        ("pt", "cúpula", "sino-norte-coreana", "sino", "norte-coreana"),
        ("es", "cumbre", "ruso-turca", "ruso", "turca"),
        ("fr", "sommet", "israélo-palestinien", "israélo", "palestinien"),
    ],
)
def test_a_word_for_two_states_becomes_two_words(
    lang: str, noun: str, word: str, first: str, second: str
) -> None:
    doc = summit(lang, noun, word)
    assert tree(doc) == [
        (noun, "nsubj", "ends"),
        (first, "amod", noun),
        ("-", "punct", second),
        (second, "conj", first),
        ("ends", "ROOT", "ends"),
    ]
    assert [token.morph.get("Tense") for token in doc] == [[], [], [], [], ["Pres"]]


@pytest.mark.parametrize("label", ["appos", "nsubj"])
def test_two_names_after_a_noun_say_whose_it_is(label: str) -> None:
    rows: list[Row] = [
        ("guerra", "guerra", "NOUN", "nsubj", 2),
        ("Israel-OLP", "israel-olp", "PROPN", label, 0 if label == "appos" else 2),
        ("durou", "durar", "VERB", "ROOT", 2),
    ]
    assert tree(splitter("pt")(parse("pt", rows)))[1:4] == [
        ("Israel", "compound", "guerra"),
        ("-", "punct", "OLP"),
        ("OLP", "conj", "Israel"),
    ]


@pytest.mark.parametrize("word", ["norte-coreana", "anglo-saxã", "franco-atirador", "luso"])
def test_other_words_stay_whole(word: str) -> None:
    assert [token.text for token in summit("pt", "cimeira", word)] == ["cimeira", word, "ends"]


def talks(*words: str, spaces: bool = False) -> Doc:
    """Words before "talks", each an attribute of the next, as the English parser has them."""
    last = len(words)
    rows: list[Row] = [
        (w, w.lower(), "PROPN", "compound", min(i + 1, last)) for i, w in enumerate(words)
    ]
    rows.append(("talks", "talk", "NOUN", "ROOT", last))
    plain = parse("en", rows)
    tight = {i for i, word in enumerate(words) if word == "-" or words[i + 1 : i + 2] == ("-",)}
    doc = Doc(
        plain.vocab,
        words=[token.text for token in plain],
        spaces=[spaces or i not in tight for i in range(len(plain))],
        heads=[token.head.i for token in plain],
        deps=[token.dep_ for token in plain],
    )
    return splitter("en")(doc)


def test_two_names_with_a_hyphen_between_them_stand_side_by_side() -> None:
    assert tree(talks("US", "-", "China")) == [
        ("US", "compound", "talks"),
        ("-", "punct", "China"),
        ("China", "conj", "US"),
        ("talks", "ROOT", "talks"),
    ]


def test_a_name_of_two_words() -> None:
    assert tree(talks("South", "Korea", "-", "US"))[1:4] == [
        ("Korea", "compound", "talks"),
        ("-", "punct", "US"),
        ("US", "conj", "Korea"),
    ]


def test_a_dash_between_spaces_joins_nothing() -> None:
    assert [token.dep_ for token in talks("US", "-", "China", spaces=True)][2] == "compound"


def test_a_form_that_stands_before_a_hyphen_names_a_state_only_there() -> None:
    find = MentionFinder(blank("pt"), "mentions")
    found = find(summit("pt", "cimeira", "franco-alemã")).spans["mentions"]
    assert [(span.text, span.kb_id_.removeprefix(BASE)) for span in found] == [
        ("franco", "state/FRA"),
        ("alemã", "state/DEU"),
    ]
    alone = find(summit("pt", "debate", "franco")).spans["mentions"]
    assert [span.text for span in alone] == []


def test_a_place_that_is_called_like_a_form() -> None:
    found = MentionFinder(blank("en"), "mentions")(talks("Colombo", "-", "based"))
    assert [span.kb_id_.removeprefix(BASE) for span in found.spans["mentions"]] == [
        "place/LKA/colombo"
    ]


@given(
    st.lists(st.sampled_from(["franco-alemã", "sino", "acordo", "russo-turco", "-"]), max_size=6)
)
def test_the_text_stays_the_same(words: list[str]) -> None:
    doc = parse("pt", [(word, word, "ADJ", "dep", 0) for word in ("acordo", *words)])
    before = doc.text
    assert splitter("pt")(doc).text == before
