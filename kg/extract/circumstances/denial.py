"""Whether it is said to have happened or not, and who denies it."""

from kg.extract.frames.inference import ANSWERED
from kg.extract.syntax.scope import (
    effect_of,
    governors,
    has_negation,
    is_negated,
    is_pending,
    is_to_cease,
    uppermost,
)
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_participle, is_predicate, is_verbal
from kg.extract.syntax.tree import Node
from kg.ontology.classes import event_class
from kg.types import Polarity

DISCUSSING = frozenset(["ACCUSE", "CONSULT"])
"""Roots of what is done with words about something that is there."""
REJECTING = "REJECT"
OBJECT = frozenset(["obj", "nsubj:pass"])
DENYING = frozenset(["negative", "denied"])
"""Effects of words below which there is no event."""


def find_denial(grammar: Grammar, trigger: Node, verb: Node | None) -> tuple[Polarity, list[Node]]:
    """Negative when the trigger, its light verb or a word that governs it denies the event.

    verb: the light verb of an event noun, or None. With it the heads of the phrases for who denies
    the event: "Oslo denied having attacked"; none where the article says that there was none.
    """
    word = denying_word(grammar, uppermost(trigger, verb))
    words = [trigger] if verb is None else [trigger, verb]
    negative = word is not None or any(
        is_negated(grammar, word) or is_of_others(grammar, word) for word in words
    )
    return "negative" if negative else "positive", find_deniers(grammar, word)


def is_of_others(grammar: Grammar, verb: Node) -> bool:
    """Is it said who did not do it: "it was not Oslo that attacked"?"""
    noun = verb.head
    return (
        verb.dep_ == "acl:relcl"
        and is_predicate(noun)
        and grammar.names_actor(noun)
        and has_negation(grammar, noun)
    )


def find_deniers(grammar: Grammar, word: Node | None) -> list[Node]:
    """Heads of the phrases for who denies what a word governs."""
    if word is None or effect_of(grammar, word) != "denied":
        return []
    if is_verbal(word):
        return grammar.logical_subject(word)
    return grammar.possessors(word) or grammar.fillers(word, "nsubj")


def is_unfelt(grammar: Grammar, word: Node) -> bool:
    """Is it said not to be how somebody feels or is seen: "did not feel pressured by"?"""
    alone = all(child.dep_ != "aux" for child in word.children)  # no "did not deny having fired"
    predicate = word.dep_ == "xcomp" and is_participle(word) and alone
    return predicate and is_verbal(word.head) and is_negated(grammar, word.head)


def is_spoken_of(grammar: Grammar, noun: Node) -> bool:
    """Is a noun what somebody may talk about: "refused to condemn the attack"? There was one.

    So there was the threat of others that somebody rejects.
    """
    verb = noun.head
    if noun.dep_ not in OBJECT or is_verbal(noun):
        return False
    roots = find_roots(grammar, "verb", verb)
    if effect_of(grammar, verb) is not None:
        told = find_roots(grammar, "noun", noun)
        claim = bool(told) and told <= ANSWERED
        return REJECTING in roots and claim and is_of_another(grammar, noun)
    return not roots.isdisjoint(DISCUSSING) or verb.lemma_ in grammar.lexicon.speech_verbs


def find_roots(grammar: Grammar, pos: str, word: Node) -> set[str]:
    """The roots of the classes that the frames of a verb or noun have."""
    frames = grammar.lexicon.by_trigger.get((pos, word.lemma_), ())
    return {event_class(frame.type).root for frame in frames}


def is_of_another(grammar: Grammar, noun: Node) -> bool:
    """Is it said whose it is, and not by "its": "rejected the threat by Oslo"?"""
    phrases, language = grammar.phrases_of(noun), grammar.language
    owners = [o for word in language.genitive | language.agent for o in phrases.get(word, ())]
    return any(map(grammar.names_actor, [*grammar.possessors(noun), *owners]))


def is_lacking(grammar: Grammar, noun: Node) -> bool:
    """Has somebody no such plan: "has no intention of leaving"?"""
    held = noun.dep_ == "obj" and noun.head.lemma_ in grammar.lexicon.light_verbs
    return held and (is_negated(grammar, noun.head) or has_negation(grammar, noun))


def denying_word(grammar: Grammar, word: Node) -> Node | None:
    """The nearest word above one that denies it: "refused to", "does not plan to".

    Two denials cancel each other out: "did not deny having met". What somebody is asked to stop
    is not denied.
    """
    if is_pending(grammar, word) or is_unfelt(grammar, word):
        return word.head
    if is_spoken_of(grammar, word):
        return None
    ceasing = grammar.language.ceasing if is_to_cease(grammar, word) else ()
    for governor in governors(grammar, word):
        effect = effect_of(grammar, governor)
        if governor.lemma_ in ceasing:
            continue
        if effect is None and governor.lemma_ not in grammar.language.arranging:
            continue
        negated = is_verbal(governor) and is_negated(grammar, governor)
        if effect == "planned" and is_lacking(grammar, governor):
            return governor
        if negated != (effect in DENYING):
            return governor
        if negated:
            return None
    return None
