import datetime

import spacy
from hypothesis import given
from hypothesis import strategies as st
from parses import blank
from spacy.tokens import Doc

from kg.language.paragraphs import close_paragraphs, learn_words, make_doc, readable
from kg.types import Article

ENGLISH, LEARNING = spacy.blank("en"), spacy.blank("en").tokenizer


def article(
    text: str, lang: str = "pt", body: tuple[tuple[int, int], ...] | None = None
) -> Article:
    return Article("a", text, lang, body=((0, len(text)),) if body is None else body)


def test_boilerplate_is_blank_and_offsets_hold() -> None:
    text = "Assine já. O porto abriu."
    assert readable(article(text, body=((11, 25),))) == " " * 11 + "O porto abriu."


def test_quotation_marks_become_those_of_the_parser() -> None:
    text = '“Sim”, disse; „não" e "talvez".'
    assert readable(article(text)) == "«Sim», disse; «não» e «talvez»."
    assert readable(article(text, "en")) == '"Sim", disse; "não" e "talvez".'


def test_apostrophes_and_line_breaks_are_unified() -> None:
    assert readable(article("the ship’s\ncrew\u00a0left", "en")) == "the ship's crew left"


@given(st.text('a“”„‟«»"’‘ʼ\n\t\u00a0. ('), st.sampled_from(["pt", "en"]))
def test_length_never_changes(text: str, lang: str) -> None:
    assert len(readable(article(text, lang))) == len(text)


@given(st.lists(st.sampled_from(["don't", "(Oslo)", "U.S.", "said,", "", "27-nation"])))
def test_words_that_a_tokeniser_has_learnt_come_out_as_before(words: list[str]) -> None:
    text = " ".join(words)
    learn_words(LEARNING, text)
    assert [t.text for t in LEARNING(text)] == [t.text for t in ENGLISH.tokenizer(text)]


def test_each_word_is_learnt_once() -> None:
    asked: list[str] = []

    def tokenise(text: str) -> Doc:
        asked.append(text)
        return Doc(ENGLISH.vocab)

    learn_words(tokenise, "Oslo left. Oslo")
    learn_words(tokenise, "Riga  left.\nOslo")
    assert sorted(asked) == ["Oslo", "Riga", "left."]


def test_doc_knows_its_paragraphs_and_date() -> None:
    told = Article(
        "a", "Um dia. Dois dias.", "pt", datetime.date(2026, 1, 2), body=((0, 7), (8, 18))
    )
    doc = make_doc(blank("pt"), told)
    assert doc.user_data["paragraphs"] == (0, 8)
    assert doc.user_data["published"] == datetime.date(2026, 1, 2)


def test_each_paragraph_starts_a_sentence() -> None:
    doc = make_doc(blank("pt"), article("sem ponto\nsem fim", body=((0, 9), (10, 17))))
    started = [token.text for token in close_paragraphs(doc) if token.is_sent_start]
    assert started == ["sem", "sem"]


def test_who_speaks_before_a_line_is_no_prose() -> None:
    asked = "P. ¿Se va?\nR. Lima no."
    assert readable(article(asked, "es")) == "   ¿Se va?    Lima no."


def test_an_initial_is_no_turn_of_an_interview() -> None:
    assert readable(article("R. Salgado falou.\nSaiu.")) == "R. Salgado falou. Saiu."
