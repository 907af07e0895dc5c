"""Which matches are events of their own, and which are part of what another one tells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.circumstances.modality import find_modality
from kg.extract.frames.inference import ANSWERED
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.scope import is_attendant
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    CLAUSAL,
    has_form,
    is_asserted,
    is_infinitive,
    is_ongoing,
    is_participle,
    is_verbal,
)
from kg.extract.syntax.tree import nodes
from kg.ontology.classes import event_class

ALLEGING = "ACCUSE"
NOUN_ABSORBING = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN"])
"""Roots whose object says what is agreed, asked, refused or threatened: no other event."""
CLAUSE_ABSORBING = NOUN_ABSORBING | {ALLEGING}
"""The same for clauses; what is alleged in an infinitive is part of the accusation."""
DEMANDING = "REQUEST"
REFUSING = "REJECT"
CARRIED = frozenset(["acl", "amod"])
"""Labels of a participle that says what is done with the noun above it."""
EXPELLING = "Expulsion"
"""Class of what an infinitive may say: "gave the envoy two days to leave"."""
FORCING = "Coercion"
"""Class of making somebody do something."""
PROTESTING = "PROTEST"
FORCEFUL = frozenset(["ASSAULT", "COERCE"])
"""Roots of what is done by force, to an end that is part of it: "fired to disperse them"."""
AIMED = frozenset(["advcl", "acl", "xcomp"])
"""Labels of the clause that tells to what end something is done."""
AGREEMENT = frozenset(["AgreementReached", "CeasefireAgreed"])
OF_AGREEMENT = AGREEMENT | {
    "TreatySigned",
    "TreatyRatified",
    "AgreementSuspended",
    "Defiance",
    "CeasefireDeclared",
}
"""Classes of what is done to an agreement that is there already, or that is made by it."""
EXERCISE = "MilitaryExercise"


@dataclass(frozen=True)
class Absorber:
    """Tells the parts of other events from events, in one language."""

    grammar: Grammar
    actors: Actors

    def drop_parts(self, matches: Sequence[Match]) -> list[Match]:
        """The matches that stand for themselves, each with what those that it absorbs lend it."""
        told = [match for match in matches if not is_epithet(self.actors, match)]
        return [self.with_aim(match, told) for match in told if not self.is_absorbed(match, told)]

    def is_absorbed(self, match: Match, others: Sequence[Match]) -> bool:
        """Is the event part of another one? What is demanded of somebody stands for itself."""
        others = [other for other in others if other is not match]
        absorbing = [o for o in others if absorbs(o, match) or self.is_offered(o, match)]
        if not absorbing:
            return False
        if any(event_class(other.frame.type).root != DEMANDING for other in absorbing):
            return True
        support = self.grammar.support(match.trigger)
        modality = find_modality(self.grammar, match.trigger, support)
        bosses = [source for other in absorbing for source in other.roles["source"]]
        # "Ordered his men to leave": they are to leave; "promised to leave" is one event.
        ordered = modality == "planned" and not any(s in bosses for s in match.roles["source"])
        return not (ordered or modality == "demanded")

    def with_aim(self, match: Match, others: Sequence[Match]) -> Match:
        """An act with the target that only its aim tells: "marched to protest against Oslo"."""
        if any(map(self.actors.is_actor, match.roles["target"])):
            return match
        aims = [other.roles["target"] for other in others if is_aim(match, other)]
        target = next(filter(None, aims), None)
        return replace(match, roles={**match.roles, "target": target}) if target else match

    def is_offered(self, other: Match, match: Match) -> bool:
        """Is it to come of the object of an offer or the like: "proposed a start of talks"?

        So is what an infinitive says of it: "refused the request to send troops".
        """
        word, above = match.trigger, match.trigger.head
        below = above.dep_ == "obj" and above.head.i == other.trigger.i
        if not below or event_class(other.frame.type).root not in NOUN_ABSORBING:
            return False
        if word.dep_ == "acl":
            return has_form(word, "Inf")
        planned = find_modality(self.grammar, word, self.grammar.support(word)) == "planned"
        return word.dep_ == "nmod" and planned


def is_epithet(actors: Actors, match: Match) -> bool:
    """Does it say what an actor is like: "Iran-backed rebels", but no "US-brokered truce"?"""
    participle = match.trigger
    joined = participle.i > 0 and nodes(participle.doc)[participle.i - 1].text == "-"
    return joined and participle.dep_ == "amod" and actors.is_actor(participle.head)


def is_repeated(match: Match, others: Sequence[Match]) -> bool:
    """Does another frame of the same class tell the same of the word, and more?"""
    return any(
        other is not match
        and other.trigger == match.trigger
        and other.frame.type == match.frame.type
        and is_fuller(other, match)
        for other in others
    )


def is_fuller(one: Match, other: Match) -> bool:
    """Has a match all the fillers of another one in their roles, and others beside them?"""
    filled = [{(role, t.i) for role, found in m.roles.items() for t in found} for m in (one, other)]
    return filled[0] > filled[1]


def absorbs(other: Match, match: Match) -> bool:
    """Is an event only what another one agrees, asks or threatens, or its object's noun?"""
    trigger, root = match.trigger, event_class(other.frame.type).root
    if retells(other, match) or is_means(other, match) or is_aim(other, match):
        return True
    if trigger in other.roles.get("theme", ()) and (
        is_agreed(other, match) or other.frame.type in (EXERCISE, match.frame.type)
    ):
        return True  # what is rehearsed is not done; the sanctions that are adopted are the same
    if root == ALLEGING and is_laid_to(other, match):
        return True
    if other.frame.near or other.trigger.i != trigger.head.i or other.trigger.i == trigger.i:
        return False
    told = is_asserted(trigger) or is_attendant(trigger)
    saying = root in CLAUSE_ABSORBING or other.frame.type == EXPELLING
    if trigger.dep_ in CLAUSAL and saying and not told:
        return True
    same_root = event_class(match.frame.type).root == root
    if same_root and is_idiom(other, match):
        return True
    if is_agreed(other, match):
        return True
    if root == REFUSING and is_of_others(other, match):
        return False
    return trigger.dep_ in ("obj", "nsubj:pass") and (same_root or root in NOUN_ABSORBING)


def is_laid_to(other: Match, match: Match) -> bool:
    """Is it what the target is accused of, which parsers hang on him: "de ter matado"?"""
    clause = match.trigger
    accused = clause.dep_ == "acl" and clause.head in other.roles.get("target", ())
    return accused and is_infinitive(clause)


def retells(other: Match, match: Match) -> bool:
    """Does the participle of an event noun tell of the same and no less: "the loans granted by"?"""
    noun, verb = match.trigger, other.trigger
    if verb.head.i != noun.i or verb.dep_ not in CARRIED or is_verbal(noun):
        return False
    if not is_participle(verb):
        return False
    same_root = event_class(match.frame.type).root == event_class(other.frame.type).root
    told = [sum(bool(m.roles.get(role)) for role in ("source", "target")) for m in (other, match)]
    return (same_root or is_agreed(other, match)) and told[0] >= told[1]


def is_means(other: Match, match: Match) -> bool:
    """Is it only that somebody had to do what is told: "was forced to resign"? By whom counts."""
    forced = match.frame.type == FORCING and not match.roles.get("source")
    return forced and other.trigger.dep_ in CLAUSAL and other.trigger.head.i == match.trigger.i


def is_aim(other: Match, match: Match) -> bool:
    """Is it only to what end people do the same: "a rally to protest", "fired to disperse them"?"""
    aim, act = match.trigger, other.trigger
    roots = {event_class(m.frame.type).root for m in (other, match)}
    done = is_asserted(aim) or is_participle(aim)
    told = done or (is_ongoing(aim) and not is_attendant(aim))
    if len(roots) > 1 or aim.dep_ not in AIMED or told or not is_verbal(aim):
        return False
    if not (roots == {PROTESTING} or (roots <= FORCEFUL and has_form(aim, "Inf"))):
        return False
    return aim.head == act or (act.dep_ in ("obj", "nsubj:pass") and aim.head == act.head)


def is_idiom(other: Match, match: Match) -> bool:
    """Is it the noun of an idiom, and not told of more: "died in an attack on the embassy"?"""
    known = {filler.i for fillers in other.roles.values() for filler in fillers}
    more = any(target.i not in known for target in match.roles.get("target", ()))
    return not more and any(match.trigger.lemma_ in words for words in other.frame.has.values())


def is_agreed(other: Match, match: Match) -> bool:
    """Is it the agreement that somebody signs, breaks or leaves? That one is no new agreement."""
    noun, frame = match.trigger, other.frame
    if match.frame.type not in AGREEMENT or frame.type not in OF_AGREEMENT or is_verbal(noun):
        return False
    named = any(noun.lemma_ in words for words in frame.has.values())
    return named or ("theme" in frame.where and noun in other.roles["theme"])


def is_of_others(other: Match, match: Match) -> bool:
    """Did somebody else ask or accuse what is refused: "rejected the demands of the rebels"?"""
    own = [source for source in match.roles["source"] if match.trigger.is_ancestor(source)]
    told = event_class(match.frame.type).root in ANSWERED
    return told and bool(own) and not any(source in other.roles["source"] for source in own)
