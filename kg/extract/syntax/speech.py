"""Who says so: the speaker of a reported clause or quotation, or an "according to" phrase."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    SUBJECT,
    expand,
    has_form,
    is_nominal,
    is_ongoing,
    is_participle,
    is_verbal,
)
from kg.extract.syntax.tree import children


def find_speakers(
    grammar: Grammar, trigger: Token, *, takes_part: Callable[[Token], bool] = lambda _: False
) -> list[Token]:
    """Heads of the phrases that say what the trigger tells; empty when the article itself does.

    takes_part: whether a speaker is a participant of the event ("they blamed") and no source for
    it; then who reports that counts.
    """
    for clause in clauses_of(grammar, trigger):
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


def clauses_of(grammar: Grammar, trigger: Token) -> list[Token]:
    """The trigger and the words above it, nearest first, up to a clause of contrast.

    In "he said that they left, while Oslo stayed" the article itself tells of Oslo.
    """
    found = []
    for word in (trigger, *trigger.ancestors):
        found.append(word)
        if word.dep_ == "advcl" and opens_contrast(grammar, word):
            break
    return found


def opens_contrast(grammar: Grammar, clause: Token) -> bool:
    """Does "while" set a clause beside the one above?"""
    return any(child.lower_ in grammar.language.contrasts for child in children(clause))


def reporting_subject(grammar: Grammar, clause: Token) -> list[Token]:
    """The subject of a verb of saying above a clause, or beside it as in "..., he said"."""
    head = clause.head
    told = clause.dep_ in ("ccomp", "parataxis") and is_statement(clause)
    if told and head.i != clause.i and is_speech(grammar, head):
        return [] if is_aside(head) else speakers_of(grammar, head, clause)
    saying = is_speech(grammar, clause)
    for child in children(clause):
        # What a verb of saying reports does not report it: "India will answer, he warned".
        apart = child.i > clause.i and follows_punctuation(child)
        beside = child.dep_ in ("parataxis", "ccomp") and (apart or not saying)
        beside = beside or is_inverted(child)
        if beside and is_speech(grammar, child) and is_inserted(child):
            return grammar.logical_subject(child)
    return announcers(grammar, clause)


def announcers(grammar: Grammar, noun: Token) -> list[Token]:
    """Who tells of an event noun in a participle: "the exit from the treaty, announced by Oslo"."""
    if not is_nominal(noun):
        return []
    for word in noun.subtree:
        told = word.dep_ in ("acl", "amod", "advcl") and word.i > noun.i and is_participle(word)
        if told and is_speech(grammar, word) and follows_punctuation(word):
            return [c for c in children(word) if c.dep_ == "obl:agent"] or grammar.by_phrases(word)
    return []


def follows_punctuation(word: Token) -> bool:
    """Does a comma or dash, which may belong to it, stand before the phrase of a word?"""
    first = word.left_edge.i
    return any(token.is_punct for token in word.doc[max(first - 1, 0) : first + 1])


def is_statement(clause: Token) -> bool:
    """No gerund, which reports no words, unless an auxiliary makes it a statement."""
    return not is_ongoing(clause) or any(child.dep_ == "aux" for child in children(clause))


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
    """Is the verb of saying finite, set off by punctuation and without words of its own to tell?"""
    below = children(verb)
    labels = {child.dep_ for child in below}
    told = "ccomp" in labels or {"nsubj", "obj"} <= labels or not labels.isdisjoint(("mark", "cc"))
    return not told and not has_form(verb, "Inf") and is_set_off(verb)


def is_set_off(verb: Token) -> bool:
    """Does punctuation stand right before or after the clause of a verb of saying?"""
    last = verb.right_edge.i
    return follows_punctuation(verb) or any(t.is_punct for t in verb.doc[last : last + 2])


def is_inverted(verb: Token) -> bool:
    """A verb taken for another clause, with its subject after it: "..., a dit Guterres"."""
    return verb.dep_ in ("conj", "advcl") and any(
        child.dep_ == "nsubj" and child.i > verb.i for child in children(verb)
    )


def according_to(grammar: Grammar, clause: Token) -> list[Token]:
    """The nouns of "according to X and Y", "segundo X", "de acordo com X" below a clause."""
    for child in children(clause):
        for noun in (child, *children(child)):  # "acordo com X" hangs on "acordo"
            if is_nominal(noun) and grammar.is_cited(noun) and may_be_cited(grammar, noun):
                return authors(grammar, noun) or expand([noun])
    return []


def may_be_cited(grammar: Grammar, noun: Token) -> bool:
    """Is it no treaty or event, by which something is done: "according to the agreement"?"""
    lexicon = grammar.lexicon
    if noun.lemma_ in lexicon.speech_nouns or noun.lemma_ in lexicon.actors:
        return True
    is_event = ("noun", noun.lemma_) in lexicon.by_trigger
    return not is_event and noun.lemma_ not in lexicon.classes.get("agreement", ())


def authors(grammar: Grammar, noun: Token) -> list[Token]:
    """Who made what is cited: "according to a list published by the ministry"."""
    for child in children(noun):
        made = child.lemma_ not in grammar.language.quoting  # not "sources quoted by a newspaper"
        if child.dep_ == "acl" and is_participle(child) and made:
            return grammar.logical_subject(child)
    return []
