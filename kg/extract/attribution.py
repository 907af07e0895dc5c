"""Who says so: the speaker of a reported clause or quotation, or an "according to" phrase."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.slots import (
    SUBJECT,
    Grammar,
    has_form,
    is_nominal,
    is_ongoing,
    is_participle,
    is_verbal,
)
from kg.extract.tree import children


def find_speakers(
    grammar: Grammar, trigger: Token, *, takes_part: Callable[[Token], bool] = lambda _: False
) -> list[Token]:
    """Heads of the phrases that say what the trigger tells; empty when the article itself does.

    takes_part: whether a speaker is a participant of the event ("they blamed") and no source for
    it; then who reports that counts.
    """
    for clause in clauses_of(trigger):
        for speakers in (according_to(grammar, clause), reporting_subject(grammar, clause)):
            if speakers and not any(takes_part(speaker) for speaker in speakers):
                return speakers
    return []


def may_be_speaker(pronoun: Token, speaker: Token) -> bool:
    """Can a personal pronoun in the reported clause stand for who speaks: "Kim said he met"?"""
    if "Prs" not in pronoun.morph.get("PronType", []) or pronoun.i < speaker.i:
        return False
    numbers = set(pronoun.morph.get("Number", [])), set(speaker.morph.get("Number", []))
    return not all(numbers) or bool(numbers[0] & numbers[1])


def clauses_of(trigger: Token) -> list[Token]:
    """The trigger and the words above it, nearest first."""
    return [trigger, *trigger.ancestors]


def reporting_subject(grammar: Grammar, clause: Token) -> list[Token]:
    """The subject of a verb of saying above a clause, or beside it as in "..., he said"."""
    head = clause.head
    told = clause.dep_ in ("ccomp", "parataxis") and not is_ongoing(clause)
    if told and head.i != clause.i and is_speech(grammar, head):
        return [] if is_aside(head) else speakers_of(grammar, head, clause)
    for child in children(clause):
        if (
            (child.dep_ in ("parataxis", "ccomp") or is_inverted(child))
            and is_speech(grammar, child)
            and is_inserted(child)
        ):
            return grammar.logical_subject(child)
    return []


def speakers_of(grammar: Grammar, verb: Token, clause: Token) -> list[Token]:
    """The subject of a verb of saying; after a quotation parsers may take it for the object."""
    subjects = [child for child in children(verb) if child.dep_ in SUBJECT]
    after = [c for c in children(verb) if c.dep_ == "obj" and c.i > verb.i > clause.i]
    return after if after and not subjects else grammar.logical_subject(verb)


def is_aside(verb: Token) -> bool:
    """An infinitive beside the main verb and without subject: whose words, no parse tells well."""
    subject = any(child.dep_ == "nsubj" for child in children(verb))
    words = [verb, *(child for child in children(verb) if child.dep_ == "aux")]
    return verb.dep_ == "advcl" and not subject and any(has_form(word, "Inf") for word in words)


def is_speech(grammar: Grammar, token: Token) -> bool:
    """A verb of saying."""
    return is_verbal(token) and token.lemma_ in grammar.lexicon.speech_verbs


def is_inserted(verb: Token) -> bool:
    """Is the verb of saying set off by punctuation and without a clause of its own?"""
    return not any(child.dep_ == "ccomp" for child in children(verb))


def is_inverted(verb: Token) -> bool:
    """A verb taken for coordinated, with its subject after it: "..., a dit Guterres"."""
    return verb.dep_ == "conj" and any(
        child.dep_ == "nsubj" and child.i > verb.i for child in children(verb)
    )


def according_to(grammar: Grammar, clause: Token) -> list[Token]:
    """The noun of "according to X", "segundo X", "de acordo com X" that depends on a clause."""
    for child in children(clause):
        for noun in (child, *children(child)):  # "acordo com X" hangs on "acordo"
            if is_nominal(noun) and grammar.is_cited(noun):
                return authors(grammar, noun) or [noun]
    return []


def authors(grammar: Grammar, noun: Token) -> list[Token]:
    """Who made what is cited: "according to a list published by the ministry"."""
    for child in children(noun):
        if child.dep_ == "acl" and is_participle(child):
            return grammar.logical_subject(child)
    return []
