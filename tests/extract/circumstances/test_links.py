from parses import grammar, parse
from spacy.tokens import Doc

from kg.extract.circumstances.links import find_links, is_linking, linking_words
from kg.extract.frames.matching import Match
from kg.extract.syntax.tree import Node, nodes
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


def event(token: Node) -> Event:
    phrase = Phrase(token.text, token.idx, token.idx + len(token))
    return Event("Aid", phrase, phrase, (), "f")


def test_cause_is_linked_to_the_event_above_it() -> None:
    pt, parsed = grammar("pt"), doc()
    triggers = [nodes(parsed)[1], nodes(parsed)[6]]
    matches = [Match(FRAME, trigger, {}) for trigger in triggers]
    release, aid = find_links(pt, matches, [event(trigger) for trigger in triggers])
    assert [(link.relation, link.trigger.text) for link in release.links] == [
        ("inExchangeFor", "ajuda")
    ]
    assert aid.links == ()


def test_cause_without_an_event_above_it_stays_alone() -> None:
    pt, parsed = grammar("pt"), doc()
    (aid,) = find_links(pt, [Match(FRAME, nodes(parsed)[6], {})], [event(nodes(parsed)[6])])
    assert aid.links == ()


def test_linking_words_stand_before_the_cause_only() -> None:
    pt, parsed = grammar("pt"), doc()
    assert linking_words(pt, nodes(parsed)[6]) == [("inExchangeFor", 3)]
    assert linking_words(pt, nodes(parsed)[2]) == []


def test_noun_of_the_linking_phrase_is_no_event() -> None:
    pt, parsed = grammar("pt"), doc()
    assert [token.text for token in nodes(parsed) if is_linking(pt, token)] == ["troca"]


DESPITE = [
    ("Minsk", "minsk", "PROPN", "nsubj", 1),
    ("attacked", "attack", "VERB", "ROOT", 1),
    ("despite", "despite", "SCONJ", "case", 3),
    ("threats", "threat", "NOUN", "obl", 1),
    ("of", "of", "ADP", "case", 5),
    ("sanctions", "sanction", "NOUN", "nmod", 3),
]


def test_words_link_only_the_event_right_after_them() -> None:
    en, parsed = grammar("en"), parse("en", DESPITE)
    triggers = [nodes(parsed)[1], nodes(parsed)[3], nodes(parsed)[5]]
    matches = [Match(FRAME, trigger, {}) for trigger in triggers]
    attack, threat, sanction = find_links(en, matches, [event(trigger) for trigger in triggers])
    assert [(link.relation, link.trigger.text) for link in attack.links] == [("despite", "threats")]
    assert (threat.links, sanction.links) == ((), ())


def test_clause_before_the_main_one_is_linked_too() -> None:
    rows = [
        ("although", "although", "SCONJ", "mark", 2),
        ("Rome", "rome", "PROPN", "nsubj", 2),
        ("objected", "object", "VERB", "advcl", 4),
        ("Minsk", "minsk", "PROPN", "nsubj", 4),
        ("attacked", "attack", "VERB", "ROOT", 4),
    ]
    en, parsed = grammar("en"), parse("en", rows)
    matches = [Match(FRAME, trigger, {}) for trigger in (nodes(parsed)[2], nodes(parsed)[4])]
    objection, attack = find_links(en, matches, [event(match.trigger) for match in matches])
    assert [link.trigger.text for link in attack.links] == ["objected"]
    assert objection.links == ()


def test_purpose_is_what_the_event_above_serves() -> None:
    rows = [
        ("Minsk", "minsk", "PROPN", "nsubj", 1),
        ("attacked", "attack", "VERB", "ROOT", 1),
        ("to", "to", "PART", "aux", 3),
        ("free", "free", "VERB", "advcl", 1),
        ("hostages", "hostage", "NOUN", "obj", 3),
    ]
    en, parsed = grammar("en"), parse("en", rows, morphs={3: "VerbForm=Inf"})
    matches = [Match(FRAME, trigger, {}) for trigger in (nodes(parsed)[1], nodes(parsed)[3])]
    attack, _ = find_links(en, matches, [event(match.trigger) for match in matches])
    assert [(link.relation, link.trigger.text) for link in attack.links] == [
        ("inSupportOf", "free")
    ]
