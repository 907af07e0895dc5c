"""Who fills the roles of a frame at a trigger, of those whom the slots hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc

from kg.extract.frames.deeds import condemned, fought, victims
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.slots import RECEIVED, Grammar
from kg.extract.syntax.speech import authors, find_speakers, may_be_speaker
from kg.extract.syntax.tokens import (
    PRONOMINAL,
    SUBJECT,
    is_first_person,
    is_neuter,
    is_nominal,
    is_passive,
    is_plural,
    is_verbal,
    unique,
)
from kg.extract.syntax.tree import NONE, Node, nodes, once
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame

SOMEBODY = frozenset(["actor", "person"])
"""Kinds of entity that a pronoun can stand for when nobody knows whom."""
STRIKING = frozenset(["ASSAULT"])
"""Roots of what is done to places and things: "they shelled a camp of the militia"."""
PARTNERED = frozenset(["AGREE", "CONSULT", "COOPERATE"])
"""Roots of events whose target is a partner: what is agreed or promised is none."""
CONSULTING = "CONSULT"
REJECTING = "REJECT"
ASKING = "REQUEST"
MOVING = frozenset(["AID", "MOBILIZE", "RETREAT"])
"""Roots of events in which a thing is sent or withdrawn by whose it is."""


@dataclass(frozen=True)
class RoleFiller:
    """Fills roles with the grammar and the actors of one language."""

    grammar: Grammar
    actors: Actors

    def fits(self, filler: Node, kind: str, trigger: Node) -> bool:
        """Does a filler meet a condition? Whoever is made or asked to do something is somebody."""
        bidden = kind in SOMEBODY and self.grammar.is_bidden(filler, trigger)
        return bidden or self.actors.fits(filler, kind)

    def is_named(self, fillers: list[Node]) -> bool:
        """Is one of them known to be someone?"""
        return any(self.actors.referents(filler) for filler in fillers)

    def fill(self, frame: Frame, role: str, token: Node, taken: set[int]) -> list[Node]:
        """Fillers of the first slot that has an actor, else the thing of one, else any thing.

        For the source a named actor comes before a generic one, and a thing is none.
        """
        slots, where = self.slots(frame, role, token), frame.where.get(role)
        if not slots:
            return []
        read = (self.reach(frame, token, slot, taken) for slot in self.open_slots(token, slots))
        filled = filter(None, read)
        found = (self.fresh(fillers, taken) for fillers in filled)
        if role == "target":
            found = (self.others(self.placed(option, token), taken, token.doc) for option in found)
        elif is_moving(frame) and not is_verbal(token):
            found = ([f for f in option if not self.is_where_from(f)] for option in found)
        if where:
            return first_filled(
                [f for f in option if self.fits(f, where, token)] for option in found
            )
        options: list[list[Node]] = []
        best, rank = list[Node](), len(tiers := self.tiers(role, token))
        for option in filter(None, found):
            options.append(option)
            acting = [f for f in option if self.can_act(f)]
            for k, suits in enumerate(tiers[:rank]):
                if chosen := [f for f in acting if suits(f)]:
                    best, rank = with_conjuncts(chosen, option), k
                    break
            if best and not rank:  # the next slot is only read where no filler suits as well
                break
        if best or role == "source":
            return best
        partner = role == "target" and is_mutual(frame)
        moving = is_moving(frame)
        return first_filled(
            [
                f
                for f in option
                if self.may_suffer(f)
                and (not partner or self.is_somebody(f))
                and not (moving and self.is_aim(f))
            ]
            for option in options
        )

    def is_where_from(self, token: Node) -> bool:
        """Is it a city or region, which has no troops of its own: "a retirada das tropas de Goma"?

        A seat of government stands for its state.
        """
        iris = self.actors.referents(token)
        seats = any(self.actors.as_actor(iri) != iri for iri in iris)
        return token.pos_ == "PROPN" and self.actors.is_place(token) and not seats

    def is_aim(self, token: Node) -> bool:
        """Is it what something is sent for, and nobody: "sent troops for exercises"?"""
        aimed = self.grammar.preposition(token) in self.grammar.language.aims
        return aimed and ("noun", token.lemma_) in self.grammar.lexicon.by_trigger

    def slots(self, frame: Frame, role: str, token: Node) -> tuple[str, ...]:
        """Where the fillers of a role stand; of "received threats from" whom and whose."""
        own = frame.roles.get(role, ())
        if not own or role == "theme" or frame.reciprocal or is_verbal(token):
            return own
        if not self.grammar.receivers(token):
            return own
        return (RECEIVED,) if role == "target" else (*own, *self.sent)

    @cached_property
    def sent(self) -> Sequence[str]:
        """Slots of whoever does what another receives."""
        language = self.grammar.language
        return sorted(f"obl:{p}" for p in language.agent | language.leaving | language.genitive)

    def open_slots(self, token: Node, slots: tuple[str, ...]) -> Iterator[str]:
        """The slots that may be filled: those whose prepositions the sentence of a trigger has.

        In a passive no object has the preposition of persons: "detuvo a Luis" is whom; "serán
        expulsados a Perú" is where to.
        """
        said = self.grammar.prepositions_in(token.first).keys()
        personal = self.personal
        whom = personal and slots[:1] == ("obj",) and is_verbal(token) and is_passive(token)
        shut = personal if whom else NONE
        return (slot for slot in slots if slot not in shut and prepositions_of(slot) <= said)

    @cached_property
    def personal(self) -> frozenset[str]:
        """Slots with the preposition of persons."""
        return frozenset(f"obl:{word}" for word in self.grammar.language.personal)

    def reach(self, frame: Frame, token: Node, slot: str, taken: set[int]) -> list[Node]:
        """Fillers of a slot; those below the theme's slot are below the theme that was found there.

        "Morreu no ataque, no vale de Bekaa": the attack is not of Bekaa.
        """
        first, _, rest = slot.partition(">") if "theme" in frame.where else (slot, "", "")
        if rest and first in frame.roles["theme"]:
            themes = [filler for filler in self.slot(token, first) if filler.i in taken]
            if themes:
                return unique([f for t in themes for f in self.grammar.fillers(t, rest)])
        return self.slot(token, slot)

    def tiers(self, role: str, token: Node) -> Sequence[Callable[[Node], object]]:
        """What the fillers of a role are asked for, each before the next; a theme for nothing."""
        if role == "theme":
            return ()
        if role == "target":
            return (self.actors.is_actor, self.actors.is_owned)
        tiers = (self.actors.referents, self.actors.is_generic, self.actors.is_owned)
        passive = is_verbal(token) and is_passive(token)
        return (*tiers, self.actors.nested_referents) if passive else tiers

    def is_somebody(self, token: Node) -> bool:
        """Does a phrase name somebody, be it inside? Nobody agrees with "the sharing of power"."""
        return token.pos_ == "PROPN" or bool(self.actors.all_referents(token))

    def may_suffer(self, token: Node) -> bool:
        """Is it a thing that something can be done to, and not when or of what kind a thing is?"""
        if token.lemma_ in self.grammar.language.time_nouns:
            return False  # "levantó el veto a última hora"
        return is_nominal(token) and (
            bool(self.actors.referents(token)) or not self.actors.tells_kind(token)
        )

    def can_act(self, token: Node) -> bool:
        """A noun, name or pronoun, or any word that stands for somebody."""
        return is_nominal(token) or bool(self.actors.referents(token))

    def doers(self, roles: dict[str, list[Node]]) -> list[Node]:
        """Who did the act that the target or theme sums up, if that is not who now acts."""
        acts = roles["target"] or roles["theme"]
        found = [doer for act in acts for doer in self.actors.doers(act)]
        return self.fresh(found, {source.i for source in roles["source"]})

    def unhurt(self, frame: Frame, verb: Node, targets: list[Node]) -> list[Node]:
        """The deed in the place of those who suffer it: "condemned the killing of monks"."""
        deeds = condemned(self.grammar, frame, verb)
        if not deeds:
            return targets
        hurt = {victim.i for deed in deeds for victim in victims(self.grammar, deed)}
        slots = [slot for slot in frame.roles.get("target", ()) if not slot.startswith("obj")]
        hurt -= {blamed.i for slot in slots for blamed in self.slot(verb, slot)}
        left = [target for target in targets if target.i not in hurt]
        return left if left or not targets else deeds

    def fighters(self, frame: Frame, verb: Node, sources: list[Node]) -> list[Node]:
        """Those whose fight or attack is the subject: "clashes between clans killed ten"."""
        striking = event_class(frame.type).root in STRIKING and is_verbal(verb)
        if not striking or self.is_named(sources):
            return sources
        nouns = [noun for noun in self.slot(verb, "nsubj") if not self.actors.referents(noun)]
        found = [
            actor
            for deed in nouns
            for told in fought(self.grammar, deed)
            for role in (("source", "target") if told.reciprocal else ("source",))
            for actor in self.fill(told, role, deed, set())
        ]
        return unique([actor for actor in found if self.actors.is_actor(actor)]) or sources

    def proposers(self, frame: Frame, roles: Mapping[str, list[Node]]) -> list[Node]:
        """Who made what is refused: "made an offer that Oslo rejected"."""
        if event_class(frame.type).root != REJECTING or not roles["source"]:
            return []
        by_trigger = self.grammar.lexicon.by_trigger
        found = [
            actor
            for offer in roles["theme"]
            for told in by_trigger.get(("noun", offer.lemma_), ())
            for actor in self.fill(told, "source", offer, {s.i for s in roles["source"]})
        ]
        return self.fresh(found, {source.i for source in roles["source"]})

    def movers(self, frame: Frame, moved: list[Node]) -> list[Node]:
        """Whose troops or arms are moved, where nobody says by whom: "US warships were sent"."""
        root = event_class(frame.type).root
        asked = "theme" in frame.where or frame.type == "Withdrawal"
        if asked and root == CONSULTING:  # envoys, who go themselves
            return [envoy for envoy in moved if self.actors.is_actor(envoy)]
        if not asked or root not in MOVING:
            return []
        owned = [thing for thing in moved if self.actors.is_owned(thing)]
        owners = self.actors.grammar.possessors
        return [t for t in owned if not all(map(self.is_where_from, owners(t)))]

    def placed(self, fillers: list[Node], trigger: Node) -> list[Node]:
        """Fillers without the place that opens the clause: "À Oslo, Paris a opposé son veto"."""
        return [
            filler
            for filler in fillers
            if filler.i > trigger.i
            or nodes(filler.doc)[min(filler.right_edge.i + 1, trigger.i)].text != ","
            or self.grammar.preposition(filler) not in self.grammar.language.locative
        ]

    def others(self, fillers: list[Node], taken: set[int], doc: Doc) -> list[Node]:
        """Fillers but those that take up one in another role: "they said they", "his country"."""
        taking_up = [filler for filler in fillers if self.takes_up(filler)]
        if not taking_up:
            return fillers
        known = {iri for i in taken for iri in self.actors.own_referents(nodes(doc)[i])}
        same = [f for f in taking_up if known.intersection(self.actors.referents(f))]
        return [filler for filler in fillers if filler not in same]

    def takes_up(self, filler: Node) -> bool:
        """Is it a pronoun, or "his country"?"""
        return filler.pos_ in PRONOMINAL or filler.lemma_ in self.grammar.language.country_nouns

    def fresh(self, fillers: list[Node], taken: set[int]) -> list[Node]:
        """Fillers that are not in another role, each entity once ("the president, V. Putin")."""
        seen: set[tuple[str, ...]] = set()
        kept = []
        for filler in fillers:
            referents = self.actors.referents(filler)
            if filler.i in taken or referents in seen:
                continue
            kept.append(filler)
            if referents:
                seen.add(referents)
        return kept

    @once
    def slot(self, token: Node, slot: str) -> list[Node]:
        """Fillers of a slot; `speaker` is who utters the clause of the trigger, and so is "we".

        A city before a noun is where it happened: "the Bali bombing".
        """
        if slot == "speaker":
            return find_speakers(self.grammar, token)
        found = self.grammar.fillers(token, slot)
        if any(map(is_first_person, found)):
            found = find_speakers(self.grammar, token) or found
        found = [speaker for filler in found for speaker in self.taken_up(filler)]
        if slot == "poss":
            found = [f for f in found if f.dep_ != "compound" or not self.actors.is_place(f)]
        return found

    def taken_up(self, filler: Node) -> list[Node]:
        """Who speaks, for a pronoun that takes up nobody known: "the army said it had fired"."""
        clause = filler.head
        if authors := self.authors(filler):
            return authors
        told = filler.pos_ == "PRON" and filler.dep_ in SUBJECT and clause.dep_ == "ccomp"
        if not told or self.actors.referents(filler) or clause.head.i > filler.i:
            return [filler]
        speakers = find_speakers(self.grammar, clause)
        known = len(speakers) == 1 and self.actors.is_generic(speakers[0])
        same = known and may_be_speaker(filler, speakers[0])
        return speakers if same and is_neuter(filler) | is_plural(filler) else [filler]

    def authors(self, text: Node) -> list[Node]:
        """Who says what a text says: "a statement by the ministry accused Oslo"."""
        if text.dep_ != "nsubj" or text.lemma_ not in self.grammar.lexicon.speech_nouns:
            return []
        if self.actors.is_actor(text):
            return []
        phrases = self.grammar.phrases_of(text)
        by = [f for slot in self.sent for f in phrases.get(slot.removeprefix("obl:"), ())]
        found = unique([*authors(self.grammar, text), *by])
        return [author for author in found if self.actors.is_actor(author)]

    def share(
        self, frame: Frame, token: Node, roles: dict[str, list[Node]]
    ) -> dict[str, list[Node]]:
        """Participants of a reciprocal event: the first is the source, the others the target.

        Who acts during talks takes part in them; who serves during a war need not wage it.
        """
        sources, targets = roles["source"], roles["target"]
        if not (sources and targets) and event_class(frame.type).root != "ASSAULT":
            around = self.around(token, aimed=bool(targets))
            sources = self.fresh([*sources, *around], {target.i for target in targets})
        # "The talks between Oslo and Bonn were announced at a meeting with reporters."
        named = not is_verbal(token) and all(map(self.actors.referents, sources))
        partner = self.actors.referents if named else self.actors.is_actor
        apart = len(sources) > 1 and not is_asked(self.grammar, token)
        if apart and not any(map(partner, targets)):
            sources, targets = sources[:1], sources[1:]
        return {**roles, "source": sources, "target": targets}

    def around(self, noun: Node, *, aimed: bool) -> list[Node]:
        """The actors of the verb during whose event, or for which, an event takes place.

        aimed: whether one of those who take part is known; then "flew to Bonn for talks with" tells
        who the other is.
        """
        grammar, partners = self.grammar, ("obj", "iobj", *self.grammar.language.partners)
        verb, slots = grammar.setting(noun), ("nsubj", *partners)
        if verb is None and aimed:
            verb, slots = grammar.occasion(noun), ("nsubj",)
        if verb is None:
            return []
        found = [f for slot in slots for f in self.slot(verb, slot) if self.actors.is_actor(f)]
        # "At the summit he tried to persuade the minister."
        deeper = self.slot(verb, "xcomp>obj") if len(found) == 1 else []
        return unique(found + [filler for filler in deeper if self.actors.is_actor(filler)])


@cache
def prepositions_of(slot: str) -> frozenset[str]:
    """The prepositions on the way to the fillers of a slot: "to" and "of" of "obl:to>obl:of"."""
    return frozenset(step[4:] for step in slot.split(">") if step.startswith("obl:"))


def is_asked(grammar: Grammar, token: Node) -> bool:
    """Do others ask for it, who need not take part: "Oslo and Bonn asked to resume talks"?"""
    verb = grammar.support(token) or token
    frames = grammar.lexicon.by_trigger.get(("verb", verb.head.lemma_), ())
    return verb.dep_ == "xcomp" and any(event_class(f.type).root == ASKING for f in frames)


def is_moving(frame: Frame) -> bool:
    """Does it tell of a thing that is sent or withdrawn by whose it is?"""
    return event_class(frame.type).root in MOVING


def is_mutual(frame: Frame) -> bool:
    """Is its target a partner, and no place or thing?"""
    return event_class(frame.type).root in PARTNERED and frame.type != "Visit"


def with_conjuncts(found: list[Node], option: list[Node]) -> list[Node]:
    """Those of a slot that are joined to one that is known to be an actor, and that one."""
    first = {filler.head.i for filler in found if filler.dep_ == "conj"}
    return [f for f in option if f in found or f.dep_ == "conj" or f.i in first]


def first_filled(options: Iterable[list[Node]]) -> list[Node]:
    """The first option that is not empty, or an empty list."""
    return next((option for option in options if option), [])
