from parses import grammar, parse
from spacy.tokens import Doc, Token

from kg.extract.frames import Match
from kg.extract.links import find_links, is_linking, linking_words
from kg.ontology.lexicon import Frame
from kg.types import Event, Phrase

FRAME = Frame("f", ("x",), "noun", "Aid", {})


def doc() -> Doc:
    return parse(
        "pt",
        [
            ("Minsk", "minsk", "PROPN", "nsubj", 1),
            ("libertou", "libertar", "VERB", "ROOT", 1),
            ("presos", "preso", "NOUN", "obj", 1),
            ("em", "em", "ADP", "case", 4),
            ("troca", "troca", "NOUN", "obl", 1),
            ("da", "de o", "ADP", "case", 6),
            ("ajuda", "ajuda", "NOUN", "nmod", 4),
        ],
    )


def event(token: Token) -> Event:
    phrase = Phrase(token.text, token.idx, token.idx + len(token))
    return Event("Aid", phrase, phrase, (), "f")


def test_cause_is_linked_to_the_event_above_it() -> None:
    pt, parsed = grammar("pt"), doc()
    triggers = [parsed[1], parsed[6]]
    matches = [Match(FRAME, trigger, {}) for trigger in triggers]
    release, aid = find_links(pt, matches, [event(trigger) for trigger in triggers])
    assert [(link.relation, link.trigger.text) for link in release.links] == [
        ("inExchangeFor", "ajuda")
    ]
    assert aid.links == ()


def test_cause_without_an_event_above_it_stays_alone() -> None:
    pt, parsed = grammar("pt"), doc()
    (aid,) = find_links(pt, [Match(FRAME, parsed[6], {})], [event(parsed[6])])
    assert aid.links == ()


def test_linking_words_stand_before_the_cause_only() -> None:
    pt, parsed = grammar("pt"), doc()
    assert linking_words(pt, parsed[6]) == "inExchangeFor"
    assert linking_words(pt, parsed[2]) is None


def test_noun_of_the_linking_phrase_is_no_event() -> None:
    pt, parsed = grammar("pt"), doc()
    assert [token.text for token in parsed if is_linking(pt, token)] == ["troca"]
