"""Which time belongs to which event.

A time belongs to the nearest event above it in the tree, within its clause. Clauses that are one
act share it: "decided on Friday to withdraw", "refused to sign in April". A clause that "when"
opens right after a time tells what else happened then. What a time says of a mere noun ("the
letters of May", "president since 1986") or of a verb of saying dates no event.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from kg.extract.circumstances.assigning import (
    Located,
    anchors_near,
    find_anchors,
    governing_path,
    host_verb,
    share_out,
)
from kg.extract.circumstances.modality import find_modality
from kg.extract.circumstances.occasions import find_occasions
from kg.extract.frames.matching import Match
from kg.extract.syntax.obliques import INTRODUCING, TIME_TOKENS
from kg.extract.syntax.scope import is_negated, is_purpose
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.speech import may_be_speaker
from kg.extract.syntax.tokens import is_asserted, is_ongoing, is_verbal
from kg.extract.syntax.tree import Node, feature, nodes, root_of, sentence_of
from kg.ontology.classes import event_class
from kg.types import Time

NOT_ABOVE = frozenset(["nsubj", "nsubj:pass", "appos"])
"""A time below a subject or an apposition says when that was, and not when it acted."""
OPEN = frozenset(["xcomp", "ccomp"])
OWN_CLAUSE = frozenset(["acl:relcl", "acl", "advcl", "parataxis"])
FORETELLING = frozenset(["AGREE", "REQUEST", "THREATEN"])
"""Roots of what is to come: the time in their clause is that of what is promised or asked for."""
ATTACK = "ASSAULT"
DASHES = frozenset(["--", "–", "—"])
MAX_CHAIN = 3
"""How many verbs may stand between an event and the time of its clause."""


@dataclass(frozen=True)
class Dater:
    """Dates the events of one Doc. matches: its events. found: its times with their words."""

    grammar: Grammar
    matches: Sequence[Match]
    found: Sequence[tuple[Span, Time]]

    def date(self) -> dict[int, list[Time]]:
        """Index of an event to its times, the nearest first."""
        spans = {root_of(span).i: span for span, _ in self.found}
        located = [Located(root_of(span), time) for span, time in self.found if self.is_free(span)]
        anchors = anchors_near(located, self.matches, self.anchors)
        shared = share_out(located, anchors, lambda head: self.path(spans[head.i]))
        dated = defaultdict(list, shared)
        for k, time in [*self.simultaneous(), *self.opening(dated), *self.of_subjects(dated)]:
            if time not in dated[k]:
                dated[k].append(time)
        for k, time in [*self.continued(dated), *self.refused(dated)]:
            dated[k].append(time)
        for k, j in find_occasions(self.grammar, self.matches).items():
            if dated.get(j) and not dated.get(k):
                dated[k].append(dated[j][0])
        return dated

    @cached_property
    def triggers(self) -> frozenset[int]:
        """Node indices of the triggers of the events."""
        return frozenset(match.trigger.i for match in self.matches)

    # ------------------------------------------------------------ anchors

    def anchors(self, match: Match) -> dict[int, int]:
        """Words whose time is that of an event: token index to how far they are from it."""
        anchors = find_anchors(self.grammar, match.trigger)
        verb = self.grammar.support(match.trigger) or match.trigger
        chain = [*self.verbs_above(verb), *self.verbs_below(match)]
        return {word.i: steps for steps, word in chain} | anchors

    def verbs_above(self, verb: Node) -> Iterator[tuple[int, Node]]:
        """The verbs that open a clause as one act: "decided to withdraw", "began to withdraw"."""
        operators = self.grammar.lexicon.operators
        for steps in range(1, MAX_CHAIN + 1):
            head = self.sharing(verb)
            if head is None:
                return
            told = self.is_speech(head) and not is_ongoing(verb)
            if told or operators.get(head.lemma_) == "possible":
                return
            yield steps, head
            verb = head

    def sharing(self, verb: Node) -> Node | None:
        """The verb above, if the two clauses are at one time: "left on Friday, giving up power".

        So does one with "where" in the same tense: "flew to Oslo on Friday, where he met them".
        """
        head = verb.head
        if is_verbal(head) and verb.dep_ in OPEN:
            return None if is_asserted(verb) else head
        if is_verbal(head) and verb.dep_ == "advcl" and is_ongoing(verb):
            return None if any(c.dep_ in INTRODUCING for c in verb.children) else head
        if verb.dep_ == "acl:relcl" and any(map(self.grammar.is_where, verb.children)):
            above = next((word for word in verb.ancestors if is_verbal(word)), verb)
            return above if feature(above, "Tense") == feature(verb, "Tense") else None
        return None

    def verbs_below(self, match: Match) -> Iterator[tuple[int, Node]]:
        """The infinitive that says what is refused or stopped: "refused to sign"."""
        if event_class(match.frame.type).root in FORETELLING:
            return
        for child in match.trigger.children:
            if child.dep_ == "xcomp" and is_verbal(child) and not is_asserted(child):
                yield 1, child

    # ------------------------------------------------------------ times

    def is_free(self, span: Span) -> bool:
        """Is it not the time of a verb of saying right before it: "said Monday it would"?"""
        before = nodes(span.doc)[max(span.start - 1, 0)]
        if before.i in self.triggers or not self.is_speech(before):
            return True
        return not before.is_ancestor(root_of(span))

    def path(self, span: Span) -> list[Node]:
        """The words above a time whose events it can date, nearest first."""
        if (verb := self.next_clause(span)) is not None:
            return [verb]
        above = governing_path(root_of(span))
        if above and (self.closes(span, above[-1]) or opens_gerund(span, above[-1])):
            above = [above[-1].head]
        if self.is_genitive(span) or self.is_term(span):
            return [word for word in above if not is_verbal(word)]
        kept = []
        for word in above:
            kept.append(word)
            if (word.dep_ in NOT_ABOVE and not is_verbal(word)) or self.is_apart(word):
                break
        return [word for word in kept if not is_beyond_dash(word, span)]

    def closes(self, span: Span, verb: Node) -> bool:
        """Does a time after a comma date what was done, not what for: "..., on 9 May 1926"?"""
        before = nodes(span.doc)[max(span.start - 1, 0)]
        return before.text == "," and span.start > verb.i and is_purpose(self.grammar, verb)

    def is_apart(self, word: Node) -> bool:
        """Is it what came before or after the event: "after the tests in May, they left"?"""
        times = word.doc.user_data.get(TIME_TOKENS, ())
        return word.i not in times and self.grammar.preposition(word) in self.grammar.language.apart

    def is_genitive(self, span: Span) -> bool:
        """Do its prepositions only say whose: "the letters of May", not "from May to June"?

        Nor is one with an adverb: "d'ici dimanche".
        """
        language = self.grammar.language
        said = [language.prepositions.get(t.lower_, t.lower_) for t in span if t.pos_ == "ADP"]
        first = language.prepositions.get(span[0].lower_, span[0].lower_)
        if any(token.pos_ == "ADV" for token in span):
            return False
        return first in language.genitive and set(said) <= language.genitive

    def is_term(self, span: Span) -> bool:
        """Does it say how long something is for: "a deal on deliveries until 2030"?"""
        ends = (time.value for found, time in self.found if found == span)
        return root_of(span).dep_ == "nmod" and any(end and end.startswith("../") for end in ends)

    def next_clause(self, span: Span) -> Node | None:
        """The verb of the clause that a time opens after "and", which parsers often miss."""
        before = nodes(span.doc)[max(0, span.start - 2) : span.start]
        joint = next((token for token in before if token.dep_ == "cc"), None)
        verb = joint.head if joint is not None else None
        return verb if verb is not None and is_verbal(verb) and verb.i >= span.end else None

    # ------------------------------------------------------------ what two clauses share

    def simultaneous(self) -> Iterator[tuple[int, Time]]:
        """A time and "when" right after it: (event, time) for those on both sides of it."""
        for span, time in self.found:
            opener = self.opener_after(span)
            clause = opener.head if opener is not None else root_of(span)
            if opener is None or not is_verbal(clause) or is_open(time):
                continue
            above = (t for t in clause.ancestors if is_verbal(t) and t.i not in span_tokens(span))
            acts = {clause, *joined(clause), *one_act(next(above, clause))}
            for k, match in enumerate(self.matches):
                if self.verb_of(match) in acts:
                    yield k, time

    def verb_of(self, match: Match) -> Node:
        """The verb that tells of an event, the trigger itself where there is no other."""
        trigger = match.trigger
        return self.grammar.support(trigger) or host_verb(self.grammar, trigger) or trigger

    def opener_after(self, span: Span) -> Node | None:
        """The "when" that follows a time, perhaps after a comma."""
        for token in nodes(span.doc)[span.end : span.end + 2]:
            if token.lower_ in self.grammar.language.when:
                return token
            if token.pos_ != "PUNCT":
                return None
        return None

    def opening(self, dated: Mapping[int, list[Time]]) -> Iterator[tuple[int, Time]]:
        """A time that begins the sentence and that is nobody's is that of its main event."""
        owned = {time for times in dated.values() for time in times}
        for span, time in self.found:
            told = sentence_of(span)
            if span.start == told.start and time not in owned and self.is_free(span):
                main = (k for k, m in enumerate(self.matches) if self.is_main(m.trigger, told))
                yield from ((k, time) for k in list(main)[:1])

    def of_subjects(self, dated: Mapping[int, list[Time]]) -> Iterator[tuple[int, Time]]:
        """The time of an attack that its victims are the outcome of: "Monday's attack killed"."""
        for span, time in self.found:
            noun = root_of(span).head
            if noun.dep_ != "nsubj" or is_verbal(noun):
                continue
            for k, match in enumerate(self.matches):
                own = noun.head == match.trigger and not dated.get(k)
                if own and self.is_attack(noun, match):
                    yield k, time

    def is_attack(self, noun: Node, match: Match) -> bool:
        """Does a noun tell of an attack, as the event of its verb does?"""
        frames = self.grammar.lexicon.by_trigger.get(("noun", noun.lemma_), ())
        told = {event_class(frame.type).root for frame in frames}
        return ATTACK in told and event_class(match.frame.type).root == ATTACK

    def refused(self, dated: Mapping[int, list[Time]]) -> Iterator[tuple[int, Time]]:
        """When somebody says what he will not do, which is the refusal: "said Monday it would not".

        It is nobody's time where one speaks of another.
        """
        for k, match in enumerate(self.matches):
            verb = self.grammar.support(match.trigger) or match.trigger
            if dated.get(k) or verb.dep_ != "ccomp" or not self.is_speech(verb.head):
                continue
            if is_negated(self.grammar, verb) and self.is_own(match, verb.head):
                yield from ((k, time) for span, time in self.found if says_when(span, verb.head))

    def is_own(self, match: Match, saying: Node) -> bool:
        """Is what somebody says that he himself will not do?"""
        if find_modality(self.grammar, match.trigger, None) != "planned":
            return False
        speakers, sources = self.grammar.logical_subject(saying), match.roles["source"]
        return bool(speakers) and all(
            source in speakers or may_be_speaker(source, speakers[0]) for source in sources
        )

    def continued(self, dated: Mapping[int, list[Time]]) -> Iterator[tuple[int, Time]]:
        """The time of an event for one without in a clause that goes on with it."""
        verbs = [self.grammar.support(m.trigger) or m.trigger for m in self.matches]
        for k, verb in enumerate(verbs):
            above = self.sharing(verb) if verb.dep_ not in OPEN else None
            if above is not None and not dated.get(k):
                shared = (j for j, other in enumerate(verbs) if other == above and dated.get(j))
                yield from ((k, dated[j][0]) for j in list(shared)[:1])

    def is_main(self, trigger: Node, told: range) -> bool:
        """Does neither a clause of its own nor a verb of saying part an event from the root?

        told: the words of the sentence.
        """
        if trigger.i not in told:
            return False
        words = [trigger, *trigger.ancestors]
        apart = any(word.dep_ in OWN_CLAUSE for word in words)
        return not apart and not any(map(self.is_speech, words[1:]))

    def is_speech(self, token: Node) -> bool:
        """A verb of saying."""
        return is_verbal(token) and token.lemma_ in self.grammar.lexicon.speech_verbs


def time_spans(doc: Doc, times: Sequence[Time]) -> list[tuple[Span, Time]]:
    """Times with their words."""
    spans = [(doc.char_span(t.start, t.end, alignment_mode="expand"), t) for t in times]
    return [(span, time) for span, time in spans if span is not None]


def span_tokens(span: Span) -> range:
    """Indices of the words of a span."""
    return range(span.start, span.end)


def one_act(verb: Node) -> Iterator[Node]:
    """A verb and those above it that it shares its act with: "started to change"."""
    yield verb
    while verb.dep_ in OPEN and is_verbal(verb.head) and not is_asserted(verb):
        verb = verb.head
        yield verb


def joined(verb: Node) -> list[Node]:
    """The verbs that go on after the first: "when they met and signed"."""
    return [child for child in verb.children if child.dep_ == "conj" and is_verbal(child)]


def says_when(span: Span, saying: Node) -> bool:
    """Is it the time of a verb of saying, which parsers may hang on what is said?"""
    return root_of(span).head == saying or (
        span.start > 0 and nodes(span.doc)[span.start - 1] == saying
    )


def opens_gerund(span: Span, verb: Node) -> bool:
    """Does a time stand between two verbs, the later a gerund: "signed it yesterday hoping"?"""
    after = verb.dep_ == "advcl" and is_ongoing(verb) and verb.head.i < span.start
    before = nodes(span.doc)[max(span.start - 1, 0)]
    return after and span.end <= verb.i and root_of(span).head == verb and not before.is_punct


def is_beyond_dash(word: Node, span: Span) -> bool:
    """Does a dash part a verb from a time at the end of what the dash adds?"""
    between = nodes(span.doc)[word.i : max(word.i, span.start - 1)]
    return is_verbal(word) and sum(token.text in DASHES for token in between) % 2 == 1


def is_open(time: Time) -> bool:
    """Does it go on: "since Monday, when the troops arrived"?"""
    return time.value is not None and time.value.endswith("/..")
