import pytest
import spacy
from parses import Row, parse

from kg.language.trees.speakers import SpeakerMender

MENDER = SpeakerMender(spacy.blank("en"), "speakers")
PAST = "Tense=Past|VerbForm=Fin"
APPOSED: list[Row] = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("admitted", "admit", "VERB", "ROOT", 1),
    ("divers", "diver", "NOUN", "obj", 1),
    (",", ",", "PUNCT", "punct", 2),
    ("the", "the", "DET", "det", 5),
    ("envoy", "envoy", "NOUN", "appos", 2),
    ("said", "say", "VERB", "conj", 1),
]


def test_an_apposition_before_the_verb_of_saying_speaks() -> None:
    doc = MENDER(parse("en", APPOSED, morphs={1: PAST, 6: PAST}))
    assert (doc[5].dep_, doc[5].head.text) == ("nsubj", "said")
    assert (doc[6].dep_, doc[6].head.text) == ("parataxis", "admitted")


def test_an_object_after_it_speaks() -> None:
    rows = [*APPOSED[:4], ("said", "say", "VERB", "conj", 1), ("Riga", "riga", "PROPN", "obj", 4)]
    doc = MENDER(parse("en", rows, morphs={1: PAST, 4: PAST}))
    assert (doc[5].dep_, doc[4].dep_) == ("nsubj", "parataxis")


def test_a_verb_joined_by_and_keeps_its_object() -> None:
    rows: list[Row] = [
        *APPOSED[:3],
        ("and", "and", "CCONJ", "cc", 4),
        ("said", "say", "VERB", "conj", 1),
        ("nothing", "nothing", "PRON", "obj", 4),
    ]
    doc = MENDER(parse("en", rows, morphs={1: PAST, 4: PAST}))
    assert doc[5].dep_ == "obj"


def test_a_verb_with_a_speaker_or_a_clause_of_its_own_stays() -> None:
    rows: list[Row] = [*APPOSED, ("Riga", "riga", "PROPN", "nsubj", 6)]
    assert MENDER(parse("en", rows, morphs={1: PAST, 6: PAST}))[5].dep_ == "appos"
    rows = [*APPOSED, ("left", "leave", "VERB", "ccomp", 6)]
    assert MENDER(parse("en", rows, morphs={1: PAST, 6: PAST}))[5].dep_ == "appos"


def test_the_second_of_three_deeds_keeps_its_object() -> None:
    rows: list[Row] = [
        *APPOSED[:4],
        ("promised", "promise", "VERB", "conj", 1),
        ("Riga", "riga", "PROPN", "obj", 4),
        ("left", "leave", "VERB", "conj", 4),
    ]
    assert MENDER(parse("en", rows, morphs={1: PAST, 4: PAST}))[5].dep_ == "obj"


def test_a_thing_without_article_does_not_speak() -> None:
    rows = [*APPOSED[:4], ("said", "say", "VERB", "conj", 1), ("yes", "yes", "NOUN", "obj", 4)]
    assert MENDER(parse("en", rows, morphs={1: PAST, 4: PAST}))[5].dep_ == "obj"


@pytest.mark.parametrize(
    ("case", "listener", "pos", "label"),
    [
        (("a", "a"), "AFP", "PROPN", "ccomp"),
        (("à", "a o"), "AFP", "PROPN", "ccomp"),
        (("a", "a"), "repórteres", "NOUN", "ccomp"),
        (("ao", "a o"), "homem", "NOUN", "acl:relcl"),
        (("de", "de"), "AFP", "PROPN", "acl:relcl"),
    ],
)
def test_what_is_said_to_a_name_is_no_relative_clause(
    case: tuple[str, str], listener: str, pos: str, label: str
) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        (*case, "ADP", "case", 3),
        (listener, listener, pos, "obj", 1),
        ("que", "que", "PRON", "nsubj", 5),
        ("atacou", "atacar", "VERB", "acl:relcl", 3),
    ]
    doc = SpeakerMender(spacy.blank("pt"), "speakers")(parse("pt", rows))
    assert doc[5].dep_ == label
    assert (doc[4].dep_ == "mark") is (label == "ccomp")


@pytest.mark.parametrize(("lemma", "head"), [("accuse", "said"), ("kill", "admitted")])
def test_who_spoke_does_what_is_done_with_words(lemma: str, head: str) -> None:
    rows: list[Row] = [
        *APPOSED[:5],
        ("envoy", "envoy", "NOUN", "nsubj", 6),
        ("said", "say", "VERB", "parataxis", 1),
        (",", ",", "PUNCT", "punct", 6),
        ("-ing", lemma, "VERB", "advcl", 1),
        ("Riga", "riga", "PROPN", "obj", 8),
    ]
    doc = MENDER(parse("en", rows, morphs={1: PAST, 6: PAST, 8: "VerbForm=Part|Tense=Pres"}))
    assert doc[8].head.text == head


@pytest.mark.parametrize(("lemma", "head"), [("kidnap", "admitted"), ("accuse", "said")])
def test_what_is_told_on_after_a_verb_of_saying(lemma: str, head: str) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("admitted", "admit", "VERB", "ccomp", 4),
        (",", ",", "PUNCT", "punct", 4),
        ("envoys", "envoy", "NOUN", "nsubj", 4),
        ("said", "say", "VERB", "ROOT", 4),
        (",", ",", "PUNCT", "punct", 4),
        ("-ed", lemma, "VERB", "conj", 4),
    ]
    assert MENDER(parse("en", rows, morphs={1: PAST, 4: PAST, 6: PAST}))[6].head.text == head


def test_what_is_asked_of_anybody_is_no_relative_clause() -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("pediu", "pedir", "VERB", "ROOT", 1),
        ("aos", "a o", "ADP", "case", 3),
        ("bispos", "bispo", "NOUN", "obj", 1),
        ("que", "que", "PRON", "nsubj", 5),
        ("perdoem", "perdoar", "VERB", "acl:relcl", 3),
    ]
    doc = SpeakerMender(spacy.blank("pt"), "speakers")(parse("pt", rows, morphs={5: PAST}))
    assert (doc[5].head.text, doc[5].dep_) == ("pediu", "ccomp")
    assert doc[5].morph.get("Mood") == ["Sub"]
