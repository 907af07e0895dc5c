import pytest
from codings import event, judge

from kg.evaluate.sentences import content_words


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("The Army of Mali", "en", {"army", "mali"}),
        ("U.S. troops", "en", {"us", "troops"}),
        ("o exército da Etiópia", "pt", {"exercito", "etiopia"}),
        ("they", "en", {"they"}),
        ("les soldats", "fr", {"soldats"}),
        ("…", "en", set()),
    ],
)
def test_content_words(text, lang, words):
    assert content_words(text, lang) == words


def test_roots_are_folded_and_in_some_sets_further():
    assert judge([event("RETREAT", "Mali")], []).gold[0].root == "YIELD"
    assert judge([event("MOBILIZE", "Mali")], []).gold[0].root == "MOBILIZE"
    assert judge([event("MOBILIZE", "Mali")], [], of="up-es-protest").gold[0].root == "PROTEST"


def test_what_is_denied_is_no_event():
    denied = event("AID", "Mali", polarity="negative")
    sentence = judge([denied, event("AID", "Mali")], [denied])
    assert (len(sentence.gold), len(sentence.predicted)) == (1, 0)


def test_several_actors_of_a_mutual_event_are_on_both_sides():
    [met] = judge([event("CONSULT", "Mali, Niger")], []).gold
    assert met.reciprocal
    assert met.targets == met.sources
    [aid] = judge([event("AID", "Mali, Niger")], []).gold
    assert not aid.reciprocal
    assert aid.targets == ()


def test_an_actor_needs_a_word_or_a_country():
    [aid] = judge([event("AID", "…, …/PER, Peru")], []).gold
    assert [(actor.country, set(actor.words)) for actor in aid.sources] == [
        ("PER", set()),
        (None, {"peru"}),
    ]


def test_only_the_gold_may_call_an_event_reciprocal():
    record = event("ASSAULT", "Mali", "Niger", reciprocal=True)
    sentence = judge([record], [record])
    assert (sentence.gold[0].reciprocal, sentence.predicted[0].reciprocal) == (True, False)
