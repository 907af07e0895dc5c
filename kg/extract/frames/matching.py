"""Match the frames of the lexicon at a token: which fire, and who fills their roles."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import chain
from operator import or_

from spacy.symbols import ADJ, AUX, NOUN, PRON, PROPN, VERB
from spacy.tokens import Doc

from kg.extract.frames.filling import PARTNERED, SOMEBODY, STRIKING, RoleFiller
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    is_passive,
    is_plural,
    is_predicate,
    is_verbal,
)
from kg.extract.syntax.tree import (
    Node,
    feature,
    lemmas_beside,
    nodes,
    once,
    tree,
)
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame
from kg.ontology.neighbours import Guesses

TRIGGER_POS = {VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj"}
ORDER = ("theme", "source", "target")
"""Roles are filled in this order; a filler fills one role."""
PRONOUN = frozenset(["expl", "expl:pv", "expl:pass", "expl:impers", "obj", "iobj"])
"""Labels that parsers give the pronoun of a reflexive verb."""
OBJECTS = frozenset(["obj", "iobj"])
RETURNED = frozenset(["obj", "obl", "advmod", "nmod"])
"""Labels of "each other"."""
SUFFERED = frozenset(["ASSAULT", "COERCE", "CONCEDE"])
"""Roots of events whose noun tells enough with whom it befalls: "the arrest of ten people"."""
TOGETHER = "COOPERATE"


@dataclass(frozen=True)
class Match:
    """A frame that fires at a trigger, with the heads of its fillers by role."""

    frame: Frame
    trigger: Node
    roles: dict[str, list[Node]]


@dataclass(frozen=True)
class Miss:
    """A frame of the trigger's lemma that does not fire, and what it lacks."""

    frame: Frame
    trigger: Node
    reason: str


@dataclass(frozen=True)
class FrameMatcher(RoleFiller):
    """Matches frames with the grammar and the actors of one language.

    guesses: coarse frames for words that the lexicon lacks; without them nothing is guessed.
    """

    guesses: Guesses = field(default_factory=dict)

    def matches(self, token: Node) -> list[Match]:
        """The frames that fire at a token; those with conditions before those without."""
        unsaid, asked = ~self.said(token.first), self.asked
        frames = [f for f in self.candidates(token) if not asked.get(f.id, 0) & unsaid]
        found = self.firing(token, (frame for frame in frames if frame.has or frame.where))
        found = found or self.firing(token, (f for f in frames if not (f.has or f.where)))
        found = most_specific(found, self.grammar.lexicon.classes)
        if found and is_verbal(token) and is_returned(self.grammar, token):
            return [turned for match in found for turned in both_ways(match)]
        return found

    def firing(self, token: Node, frames: Iterable[Frame]) -> list[Match]:
        """Those of some frames that fire at a token."""
        tried = (self.match(frame, token) for frame in frames)
        return [match for match in tried if isinstance(match, Match)]

    @cached_property
    def lists(self) -> Mapping[str, Set[frozenset[str]]]:
        """Frame to lists of lemmas; its sentence must have a word of each of them.

        A reflexive pronoun can be joined to the verb: that is looked at later.
        """
        classes = self.grammar.lexicon.classes
        return {
            frame.id: {
                *(frozenset(words) for slot, words in frame.has.items() if slot != "expl"),
                *(classes[name] for name in frame.where.values() if name in classes),
            }
            for frame in chain.from_iterable(self.grammar.lexicon.by_trigger.values())
        }

    @cached_property
    def bits(self) -> Mapping[frozenset[str], int]:
        """Each list as a bit of its own: what a sentence says and a frame asks for are numbers."""
        lists = dict.fromkeys(chain.from_iterable(self.lists.values()))
        return {words: 1 << n for n, words in enumerate(lists)}

    @cached_property
    def asked(self) -> Mapping[str, int]:
        """Frame to the bits of its lists."""
        return {frame: sum(self.bits[w] for w in lists) for frame, lists in self.lists.items()}

    @cached_property
    def listed(self) -> Mapping[str, int]:
        """Lemma to the bits of the lists that hold it."""
        found: dict[str, int] = defaultdict(int)
        for words, bit in self.bits.items():
            for word in words:
                found[word] |= bit
        return found

    @once
    def said(self, first: Node) -> int:
        """The bits of the lists of which a sentence has a word; first: its first word."""
        listed = self.listed
        return reduce(or_, (listed[lemma] for lemma in listed.keys() & lemmas_beside(first)), 0)

    def tried(self, token: Node) -> list[Match | Miss]:
        """Every frame of a token's lemma, with its fillers or with what it lacks."""
        return [self.match(frame, token) for frame in self.candidates(token)]

    def find_candidates(self, doc: Doc) -> Iterator[Node]:
        """The words of a Doc that have frames, in text order."""
        lemmas = self.lemmas
        found = (nodes(doc)[i] for i, lemma in enumerate(tree(doc).lemmas) if lemma in lemmas)
        return (token for token in found if self.candidates(token))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all frames."""
        return frozenset(lemma for _, lemma in (*self.grammar.lexicon.by_trigger, *self.guesses))

    @once
    def candidates(self, token: Node) -> tuple[Frame, ...]:
        """Frames of a token's lemma, else what is guessed for it.

        A participle that is tagged as an adjective is a verb too; "free" is no participle.
        """
        pos = TRIGGER_POS.get(token.pos)
        if pos is None:
            return ()
        index, word = self.grammar.lexicon.by_trigger, token.lemma_
        own = index.get((pos, word), ())
        if not own and pos == "adj" and is_verbal(token) and token.lower_ != word:
            own = index.get(("verb", word), ())
        if own:
            return own
        guess = self.guesses.get((pos, word))
        return (guess,) if guess else ()

    def match(self, frame: Frame, token: Node) -> Match | Miss:
        """The frame with its roles filled, or why it does not fire."""
        for slot, lemmas in frame.has.items():
            if not self.has(token, slot, lemmas):
                return Miss(frame, token, f"no {slot} among: {', '.join(lemmas)}")
        for role, kind in frame.where.items():
            if not self.may_fill(frame, role, token):
                return Miss(frame, token, f"no {role} that is of: {kind}")
        roles: dict[str, list[Node]] = {}
        taken: set[int] = set()
        for role in ORDER:
            roles[role] = self.fill(frame, role, token, taken)
            taken.update([filler.i for filler in roles[role]])
            if role in frame.where and not (
                roles[role] or self.is_done_to_unnamed(frame, role, token, roles)
            ):
                return Miss(frame, token, f"no {role} that is of: {frame.where[role]}")
        roles["source"] = roles["source"] or self.movers(frame, roles["theme"])
        roles["target"] = self.doers(roles) or self.unhurt(frame, token, roles["target"])
        roles["source"] = self.fighters(frame, token, roles["source"])
        roles["target"] = roles["target"] or self.proposers(frame, roles)
        if frame.reciprocal:
            roles = self.share(frame, token, roles)
        if not self.is_told(frame, token, roles):
            return Miss(frame, token, "no actor as source or target")
        if frame.near and not all(self.is_named(roles[role]) for role in ("source", "target")):
            return Miss(frame, token, "a guess needs named actors as source and target")
        return Match(frame, token, roles)

    def may_fill(self, frame: Frame, role: str, token: Node) -> bool:
        """Is there any filler that meets the condition on a role, whatever other roles take?"""
        slots = self.open_slots(token, self.slots(frame, role, token))
        found = chain.from_iterable(self.slot(token, slot) for slot in slots)
        kind = frame.where[role]
        fitting = any(self.fits(filler, kind, token) for filler in found)
        return fitting or self.is_unnamed(frame, role, token)

    def is_done_to_unnamed(
        self, frame: Frame, role: str, verb: Node, roles: Mapping[str, list[Node]]
    ) -> bool:
        """Is it told who does it to one without a name?"""
        unnamed = self.is_unnamed(frame, role, verb)
        return unnamed and any(map(self.actors.is_actor, roles["source"]))

    def is_unnamed(self, frame: Frame, role: str, verb: Node) -> bool:
        """Can it be done to one whom only a clitic or the verb tells: "la policía lo detuvo"?

        Romance passives need no subject: "fue arrestado por la policía".
        """
        slots = frame.roles[role]
        if role != "target" or frame.where[role] not in SOMEBODY or not is_verbal(verb):
            return False
        if is_passive(verb):
            told = has_auxiliary(verb) and not self.grammar.logical_object(verb)
            return told and "obj" in slots
        before = [child for child in verb.children if child.i < verb.i]
        cases = {case for child in before for case in pronoun_case(child)}
        # "Se lo ordenó" is what was ordered: there the person stands in the dative.
        return ("Acc" in cases and slots[0] == "obj") or (
            "Dat" in cases and not self.indirect.isdisjoint(slots)
        )

    @cached_property
    def indirect(self) -> frozenset[str]:
        """Slots that a pronoun in the dative can fill."""
        prepositions = self.grammar.language.addressing
        return OBJECTS | {f"obl:{preposition}" for preposition in prepositions}

    def has(self, token: Node, slot: str, lemmas: tuple[str, ...]) -> bool:
        """Does a word of the idiom fill the slot?"""
        if slot == "expl" and is_reflexive(token, lemmas):
            return True
        if lemmas_beside(token).isdisjoint(lemmas):
            return False
        return any(filler.lemma_ in lemmas for filler in self.grammar.fillers(token, slot))

    def is_single(self, fillers: list[Node]) -> bool:
        """One participant alone: nobody meets himself, but a body of several can meet."""
        (one,) = fillers if len(fillers) == 1 else (None,)
        if one is not None and self.is_body(one):
            return False
        return one is not None and not is_plural(one) and len(self.actors.referents(one)) < 2

    def is_body(self, noun: Node) -> bool:
        """A committee, cabinet or the like, which meets by itself."""
        return noun.lemma_ in self.grammar.lexicon.classes.get("bodies", ())

    def is_told(self, frame: Frame, token: Node, roles: dict[str, list[Node]]) -> bool:
        """An event needs an actor; one told by a noun a named one or two, and no mere place."""
        fillers = roles["source"] + roles["target"]
        root = event_class(frame.type).root
        if is_verbal(token):
            if root in STRIKING and any(map(self.actors.nested_referents, roles["target"])):
                return True
            together = frame.reciprocal and root in PARTNERED
            alone = together and not roles["target"] and self.is_single(roles["source"])
            return not alone and any(
                self.actors.is_actor(filler) or self.actors.is_owned(filler) for filler in fillers
            )
        if frame.reciprocal and self.grammar.setting(token) and not roles["target"]:
            return False
        if root == TOGETHER and self.tells_of_what(token):
            return False
        if self.is_enacted(frame, token, roles["source"]):
            return True
        hit = [target for target in roles["target"] if is_plural(target)]
        if root in SUFFERED and any(map(self.actors.is_generic, hit)):
            return True
        locative = self.grammar.language.locative
        fillers = roles["source"] + [
            filler for filler in roles["target"] if self.grammar.preposition(filler) not in locative
        ]
        sides = [roles[role] for role in ("source", "target")]
        return all(any(map(self.actors.is_generic, side)) for side in sides) or any(
            self.actors.referents(filler) or self.actors.nested_referents(filler)
            for filler in fillers
        )

    def tells_of_what(self, noun: Node) -> bool:
        """Does it say of what kind an agreement is: "suspended its pact of cooperation with"?"""
        agreements = self.grammar.lexicon.classes["agreement"]
        return noun.head.lemma_ in agreements and self.actors.tells_kind(noun)

    def is_enacted(self, frame: Frame, noun: Node, sources: list[Node]) -> bool:
        """Does a generic actor do what a noun tells, as if by a verb: "police made arrests"?

        So do those of whom it is the predicate ("are on strike"), and protesters who protest.
        """
        generic = [source for source in sources if self.actors.is_generic(source)]
        protesters = self.grammar.lexicon.classes.get("protesters", frozenset())
        protest = event_class(frame.type).root == "PROTEST"
        if is_predicate(noun) or (protest and any(s.lemma_ in protesters for s in generic)):
            return bool(generic)
        verb = self.grammar.support(noun)
        subjects = self.grammar.logical_subject(verb) if verb is not None else []
        return any(source in subjects for source in generic)


def is_returned(grammar: Grammar, verb: Node) -> bool:
    """Is it done to "each other"?"""
    below = [c for c in verb.children if c.dep_ in RETURNED]
    below += [owner for c in below for owner in c.children if owner.dep_ == "nmod:poss"]
    words, phrases = tree(verb.doc).words, grammar.language.reciprocals
    return any({words[c.i], " ".join(words[c.i - 1 : c.i + 1])} & phrases for c in below)


def both_ways(match: Match) -> list[Match]:
    """What two do to each other, told of each: "Oslo and Bonn accused each other"."""
    pair = match.roles["source"]
    if match.frame.reciprocal or len(pair) != 2:
        return [match]
    ways = ((pair[:1], pair[1:]), (pair[1:], pair[:1]))
    return [replace(match, roles={**match.roles, "source": a, "target": b}) for a, b in ways]


def has_auxiliary(verb: Node) -> bool:
    """Has a passive its auxiliary? A bare participle says less."""
    return any(child.dep_ in ("aux:pass", "cop") for child in verb.children)


def pronoun_case(word: Node) -> Collection[str]:
    """The case of a personal pronoun for somebody else to whom it is done: "lo", "les"."""
    if word.pos != PRON or word.dep_ not in OBJECTS:
        return ()
    third = "3" in feature(word, "Person") and "Neut" not in feature(word, "Gender")
    return feature(word, "Case") if third and "Yes" not in feature(word, "Reflex") else ()


def is_reflexive(verb: Node, pronouns: tuple[str, ...]) -> bool:
    """Has a verb one of the pronouns, before it or joined to it: "reuniu-se", "reunirse"?"""
    own = [child.lower_ for child in verb.children if child.dep_ in PRONOUN]
    joined = [verb.lower_.removeprefix(verb.lemma_), *verb.lower_.split("-")[1:]]
    return not {*own, *joined}.isdisjoint(pronouns)


def most_specific(found: list[Match], classes: Mapping[str, frozenset[str]]) -> list[Match]:
    """Those that ask for most; a thing moved may be of two classes ("soldiers and shells")."""
    if len(found) < 2:
        return found
    best = max(specificity(match, classes) for match in found)
    chosen = [match for match in found if specificity(match, classes) == best]
    chosen += [match for match in found if match not in chosen and match.frame.where.get("theme")]
    themes = [{t.i for t in match.roles["theme"]} for match in chosen]
    return [
        match
        for k, match in enumerate(chosen)
        if k == 0 or (themes[k] and not any(themes[k] & other for other in themes[:k]))
    ]


def specificity(match: Match, classes: Mapping[str, frozenset[str]]) -> tuple[int, int, int, int]:
    """How much a frame asks for: words, noun classes and the smallest of them, kinds of entity."""
    asked = match.frame.where.values()
    sizes = [len(classes[name]) for name in asked if name in classes]
    smallest = -min(sizes, default=0)
    return len(match.frame.has), len(sizes), len(asked) - len(sizes), smallest
