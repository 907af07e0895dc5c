"""Match the frames of the lexicon at a token: which fire, and who fills their roles."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import chain, tee

from spacy.symbols import ADJ, AUX, NOUN, PRON, PROPN, VERB
from spacy.tokens import Doc, Token

from kg.extract.frames.deeds import condemned, fought, victims
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.slots import RECEIVED, Grammar
from kg.extract.syntax.speech import find_speakers, may_be_speaker
from kg.extract.syntax.tokens import (
    PRONOMINAL,
    SUBJECT,
    is_first_person,
    is_neuter,
    is_nominal,
    is_passive,
    is_plural,
    is_predicate,
    is_verbal,
    unique,
)
from kg.extract.syntax.tree import NONE, children, feature, lemmas_beside, once, sentence, tree
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame
from kg.ontology.neighbours import Guesses

TRIGGER_POS = {VERB: "verb", AUX: "verb", NOUN: "noun", PROPN: "noun", ADJ: "adj"}
ORDER = ("theme", "source", "target")
"""Roles are filled in this order; a filler fills one role."""
PRONOUN = frozenset(["expl", "expl:pv", "expl:pass", "expl:impers", "obj", "iobj"])
"""Labels that parsers give the pronoun of a reflexive verb."""
SOMEBODY = frozenset(["actor", "person"])
"""Kinds of entity that a pronoun can stand for when nobody knows whom."""
OBJECTS = frozenset(["obj", "iobj"])
RETURNED = frozenset(["obj", "obl", "advmod", "nmod"])
"""Labels of "each other"."""
STRIKING = frozenset(["ASSAULT"])
"""Roots of what is done to places and things: "they shelled a camp of the militia"."""
SUFFERED = frozenset(["ASSAULT", "COERCE", "CONCEDE"])
"""Roots of events whose noun tells enough with whom it befalls: "the arrest of ten people"."""
PARTNERED = frozenset(["AGREE", "CONSULT", "COOPERATE"])
"""Roots of events whose target is a partner: what is agreed or promised is none."""
CONSULTING = "CONSULT"
REJECTING = "REJECT"
ASKING = "REQUEST"
TOGETHER = "COOPERATE"
MOVING = frozenset(["AID", "MOBILIZE", "RETREAT"])
"""Roots of events in which a thing is sent or withdrawn by whose it is."""


@dataclass(frozen=True)
class Match:
    """A frame that fires at a trigger, with the heads of its fillers by role."""

    frame: Frame
    trigger: Token
    roles: dict[str, list[Token]]


@dataclass(frozen=True)
class Miss:
    """A frame of the trigger's lemma that does not fire, and what it lacks."""

    frame: Frame
    trigger: Token
    reason: str


@dataclass(frozen=True)
class FrameMatcher:
    """Matches frames with the grammar and the actors of one language.

    guesses: coarse frames for words that the lexicon lacks; without them nothing is guessed.
    """

    grammar: Grammar
    actors: Actors
    guesses: Guesses = field(default_factory=dict)

    def matches(self, token: Token) -> list[Match]:
        """The frames that fire at a token; those with conditions before those without."""
        said, asked = self.said(token.doc[sentence(token).start]), self.asked
        frames = [frame for frame in self.candidates(token) if said >= asked.get(frame.id, NONE)]
        found = self.firing(token, (frame for frame in frames if frame.has or frame.where))
        found = found or self.firing(token, (f for f in frames if not (f.has or f.where)))
        found = most_specific(found, self.grammar.lexicon.classes)
        if found and is_verbal(token) and is_returned(self.grammar, token):
            return [turned for match in found for turned in both_ways(match)]
        return found

    def firing(self, token: Token, frames: Iterable[Frame]) -> list[Match]:
        """Those of some frames that fire at a token."""
        tried = (self.match(frame, token) for frame in frames)
        return [match for match in tried if isinstance(match, Match)]

    @cached_property
    def asked(self) -> Mapping[str, Set[frozenset[str]]]:
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
    def lists(self) -> Mapping[str, Set[frozenset[str]]]:
        """Lemma to the lists that any frame asks for and that hold it."""
        found: dict[str, set[frozenset[str]]] = defaultdict(set)
        for words in frozenset(chain.from_iterable(self.asked.values())):
            for word in words:
                found[word].add(words)
        return found

    @once
    def said(self, first: Token) -> Set[frozenset[str]]:
        """The lists of which a sentence has a word; first: its first word."""
        lists = self.lists
        return {words for lemma in lemmas_beside(first) if lemma in lists for words in lists[lemma]}

    def tried(self, token: Token) -> list[Match | Miss]:
        """Every frame of a token's lemma, with its fillers or with what it lacks."""
        return [self.match(frame, token) for frame in self.candidates(token)]

    def find_candidates(self, doc: Doc) -> Iterator[Token]:
        """The words of a Doc that have frames, in text order."""
        lemmas = self.lemmas
        found = (doc[i] for i, lemma in enumerate(tree(doc).lemmas) if lemma in lemmas)
        return (token for token in found if self.candidates(token))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all frames."""
        return frozenset(lemma for _, lemma in (*self.grammar.lexicon.by_trigger, *self.guesses))

    @once
    def candidates(self, token: Token) -> tuple[Frame, ...]:
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

    def match(self, frame: Frame, token: Token) -> Match | Miss:
        """The frame with its roles filled, or why it does not fire."""
        for slot, lemmas in frame.has.items():
            if not self.has(token, slot, lemmas):
                return Miss(frame, token, f"no {slot} among: {', '.join(lemmas)}")
        for role, kind in frame.where.items():
            if not self.may_fill(frame, role, token):
                return Miss(frame, token, f"no {role} that is of: {kind}")
        roles: dict[str, list[Token]] = {}
        taken: set[int] = set()
        for role in ORDER:
            roles[role] = self.fill(frame, role, token, taken)
            taken.update(filler.i for filler in roles[role])
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

    def may_fill(self, frame: Frame, role: str, token: Token) -> bool:
        """Is there any filler that meets the condition on a role, whatever other roles take?"""
        slots = self.open_slots(token, self.slots(frame, role, token))
        found = chain.from_iterable(self.slot(token, slot) for slot in slots)
        kind = frame.where[role]
        fitting = any(self.fits(filler, kind, token) for filler in found)
        return fitting or self.is_unnamed(frame, role, token)

    def fits(self, filler: Token, kind: str, trigger: Token) -> bool:
        """Does a filler meet a condition? Whoever is made or asked to do something is somebody."""
        bidden = kind in SOMEBODY and self.grammar.is_bidden(filler, trigger)
        return bidden or self.actors.fits(filler, kind)

    def is_done_to_unnamed(
        self, frame: Frame, role: str, verb: Token, roles: Mapping[str, list[Token]]
    ) -> bool:
        """Is it told who does it to one without a name?"""
        unnamed = self.is_unnamed(frame, role, verb)
        return unnamed and any(map(self.actors.is_actor, roles["source"]))

    def is_unnamed(self, frame: Frame, role: str, verb: Token) -> bool:
        """Can it be done to one whom only a clitic or the verb tells: "la policía lo detuvo"?

        Romance passives need no subject: "fue arrestado por la policía".
        """
        slots = frame.roles[role]
        if role != "target" or frame.where[role] not in SOMEBODY or not is_verbal(verb):
            return False
        if is_passive(verb):
            told = has_auxiliary(verb) and not self.grammar.logical_object(verb)
            return told and "obj" in slots
        before = [child for child in children(verb) if child.i < verb.i]
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

    def is_named(self, fillers: list[Token]) -> bool:
        """Is one of them known to be someone?"""
        return any(self.actors.referents(filler) for filler in fillers)

    def has(self, token: Token, slot: str, lemmas: tuple[str, ...]) -> bool:
        """Does a word of the idiom fill the slot?"""
        if slot == "expl" and is_reflexive(token, lemmas):
            return True
        if lemmas_beside(token).isdisjoint(lemmas):
            return False
        return any(filler.lemma_ in lemmas for filler in self.grammar.fillers(token, slot))

    def fill(self, frame: Frame, role: str, token: Token, taken: set[int]) -> list[Token]:
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
        if where:
            return first_filled(
                [f for f in option if self.fits(f, where, token)] for option in found
            )
        options: Iterator[list[Token]] = filter(None, found)
        for suits in self.tiers(role, token):
            options, again = tee(options)  # the next slot is only read where no filler suits
            for option in again:
                chosen = [f for f in option if self.can_act(f) and suits(f)]
                if chosen:
                    return with_conjuncts(chosen, option)
        if role == "source":
            return []
        partner = role == "target" and is_mutual(frame)
        moving = event_class(frame.type).root in MOVING
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

    def is_aim(self, token: Token) -> bool:
        """Is it what something is sent for, and nobody: "sent troops for exercises"?"""
        aimed = self.grammar.preposition(token) in self.grammar.language.aims
        return aimed and ("noun", token.lemma_) in self.grammar.lexicon.by_trigger

    def slots(self, frame: Frame, role: str, token: Token) -> tuple[str, ...]:
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

    @once
    def open_slots(self, token: Token, slots: tuple[str, ...]) -> list[str]:
        """The slots that may be filled: those whose prepositions the sentence of a trigger has.

        In a passive no object has the preposition of persons: "detuvo a Luis" is whom; "serán
        expulsados a Perú" is where to.
        """
        said = self.grammar.prepositions_in(token.doc[sentence(token).start]).keys()
        found = [slot for slot in slots if prepositions_of(slot) <= said]
        personal = self.personal
        if not personal or slots[:1] != ("obj",) or not (is_verbal(token) and is_passive(token)):
            return found
        return [slot for slot in found if slot not in personal]

    @cached_property
    def personal(self) -> frozenset[str]:
        """Slots with the preposition of persons."""
        return frozenset(f"obl:{word}" for word in self.grammar.language.personal)

    def reach(self, frame: Frame, token: Token, slot: str, taken: set[int]) -> list[Token]:
        """Fillers of a slot; those below the theme's slot are below the theme that was found there.

        "Morreu no ataque, no vale de Bekaa": the attack is not of Bekaa.
        """
        first, _, rest = slot.partition(">") if "theme" in frame.where else (slot, "", "")
        if rest and first in frame.roles["theme"]:
            themes = [filler for filler in self.slot(token, first) if filler.i in taken]
            if themes:
                return unique([f for t in themes for f in self.grammar.fillers(t, rest)])
        return self.slot(token, slot)

    def tiers(self, role: str, token: Token) -> Sequence[Callable[[Token], object]]:
        """What the fillers of a role are asked for, each before the next; a theme for nothing."""
        if role == "theme":
            return ()
        if role == "target":
            return (self.actors.is_actor, self.actors.is_owned)
        tiers = (self.actors.referents, self.actors.is_generic, self.actors.is_owned)
        passive = is_verbal(token) and is_passive(token)
        return (*tiers, self.actors.nested_referents) if passive else tiers

    def is_somebody(self, token: Token) -> bool:
        """Does a phrase name somebody, be it inside? Nobody agrees with "the sharing of power"."""
        return token.pos_ == "PROPN" or bool(self.actors.all_referents(token))

    def may_suffer(self, token: Token) -> bool:
        """Is it a thing that something can be done to, and not when or of what kind a thing is?"""
        if token.lemma_ in self.grammar.language.time_nouns:
            return False  # "levantó el veto a última hora"
        return is_nominal(token) and (
            bool(self.actors.referents(token)) or not self.actors.tells_kind(token)
        )

    def can_act(self, token: Token) -> bool:
        """A noun, name or pronoun, or any word that stands for somebody."""
        return is_nominal(token) or bool(self.actors.referents(token))

    def doers(self, roles: dict[str, list[Token]]) -> list[Token]:
        """Who did the act that the target or theme sums up, if that is not who now acts."""
        acts = roles["target"] or roles["theme"]
        found = [doer for act in acts for doer in self.actors.doers(act)]
        return self.fresh(found, {source.i for source in roles["source"]})

    def unhurt(self, frame: Frame, verb: Token, targets: list[Token]) -> list[Token]:
        """The deed in the place of those who suffer it: "condemned the killing of monks"."""
        deeds = condemned(self.grammar, frame, verb)
        if not deeds:
            return targets
        hurt = {victim.i for deed in deeds for victim in victims(self.grammar, deed)}
        slots = [slot for slot in frame.roles.get("target", ()) if not slot.startswith("obj")]
        hurt -= {blamed.i for slot in slots for blamed in self.slot(verb, slot)}
        left = [target for target in targets if target.i not in hurt]
        return left if left or not targets else deeds

    def fighters(self, frame: Frame, verb: Token, sources: list[Token]) -> list[Token]:
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

    def proposers(self, frame: Frame, roles: Mapping[str, list[Token]]) -> list[Token]:
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

    def movers(self, frame: Frame, moved: list[Token]) -> list[Token]:
        """Whose troops or arms are moved, where nobody says by whom: "US warships were sent"."""
        root = event_class(frame.type).root
        asked = "theme" in frame.where or frame.type == "Withdrawal"
        if asked and root == CONSULTING:  # envoys, who go themselves
            return [envoy for envoy in moved if self.actors.is_actor(envoy)]
        if not asked or root not in MOVING:
            return []
        return [thing for thing in moved if self.actors.is_owned(thing)]

    def placed(self, fillers: list[Token], trigger: Token) -> list[Token]:
        """Fillers without the place that opens the clause: "À Oslo, Paris a opposé son veto"."""
        return [
            filler
            for filler in fillers
            if filler.i > trigger.i
            or filler.doc[min(filler.right_edge.i + 1, trigger.i)].text != ","
            or self.grammar.preposition(filler) not in self.grammar.language.locative
        ]

    def others(self, fillers: list[Token], taken: set[int], doc: Doc) -> list[Token]:
        """Fillers without pronouns that take up one in another role: "they said they would"."""
        if all(filler.pos_ not in PRONOMINAL for filler in fillers):
            return fillers
        known = {iri for i in taken for iri in self.actors.own_referents(doc[i])}
        return [
            filler
            for filler in fillers
            if filler.pos_ not in PRONOMINAL
            or not known.intersection(self.actors.referents(filler))
        ]

    def fresh(self, fillers: list[Token], taken: set[int]) -> list[Token]:
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
    def slot(self, token: Token, slot: str) -> list[Token]:
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

    def taken_up(self, filler: Token) -> list[Token]:
        """Who speaks, for a pronoun that takes up nobody known: "the army said it had fired"."""
        clause = filler.head
        told = filler.pos_ == "PRON" and filler.dep_ in SUBJECT and clause.dep_ == "ccomp"
        if not told or self.actors.referents(filler) or clause.head.i > filler.i:
            return [filler]
        speakers = find_speakers(self.grammar, clause)
        known = len(speakers) == 1 and self.actors.is_generic(speakers[0])
        same = known and may_be_speaker(filler, speakers[0])
        return speakers if same and is_neuter(filler) | is_plural(filler) else [filler]

    def share(
        self, frame: Frame, token: Token, roles: dict[str, list[Token]]
    ) -> dict[str, list[Token]]:
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

    def around(self, noun: Token, *, aimed: bool) -> list[Token]:
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

    def is_single(self, fillers: list[Token]) -> bool:
        """One participant alone: nobody meets himself, but a body of several can meet."""
        (one,) = fillers if len(fillers) == 1 else (None,)
        if one is not None and self.is_body(one):
            return False
        return one is not None and not is_plural(one) and len(self.actors.referents(one)) < 2

    def is_body(self, noun: Token) -> bool:
        """A committee, cabinet or the like, which meets by itself."""
        return noun.lemma_ in self.grammar.lexicon.classes.get("bodies", ())

    def is_told(self, frame: Frame, token: Token, roles: dict[str, list[Token]]) -> bool:
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

    def tells_of_what(self, noun: Token) -> bool:
        """Does it say of what kind an agreement is: "suspended its pact of cooperation with"?"""
        agreements = self.grammar.lexicon.classes["agreement"]
        return noun.head.lemma_ in agreements and self.actors.tells_kind(noun)

    def is_enacted(self, frame: Frame, noun: Token, sources: list[Token]) -> bool:
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


@cache
def prepositions_of(slot: str) -> frozenset[str]:
    """The prepositions on the way to the fillers of a slot: "to" and "of" of "obl:to>obl:of"."""
    return frozenset(step[4:] for step in slot.split(">") if step.startswith("obl:"))


def is_returned(grammar: Grammar, verb: Token) -> bool:
    """Is it done to "each other"?"""
    below = [c for c in children(verb) if c.dep_ in RETURNED]
    below += [owner for c in below for owner in children(c) if owner.dep_ == "nmod:poss"]
    words, phrases = tree(verb.doc).words, grammar.language.reciprocals
    return any({words[c.i], " ".join(words[c.i - 1 : c.i + 1])} & phrases for c in below)


def both_ways(match: Match) -> list[Match]:
    """What two do to each other, told of each: "Oslo and Bonn accused each other"."""
    pair = match.roles["source"]
    if match.frame.reciprocal or len(pair) != 2:
        return [match]
    ways = ((pair[:1], pair[1:]), (pair[1:], pair[:1]))
    return [replace(match, roles={**match.roles, "source": a, "target": b}) for a, b in ways]


def is_asked(grammar: Grammar, token: Token) -> bool:
    """Do others ask for it, who need not take part: "Oslo and Bonn asked to resume talks"?"""
    verb = grammar.support(token) or token
    frames = grammar.lexicon.by_trigger.get(("verb", verb.head.lemma_), ())
    return verb.dep_ == "xcomp" and any(event_class(f.type).root == ASKING for f in frames)


def is_mutual(frame: Frame) -> bool:
    """Is its target a partner, and no place or thing?"""
    return event_class(frame.type).root in PARTNERED and frame.type != "Visit"


def has_auxiliary(verb: Token) -> bool:
    """Has a passive its auxiliary? A bare participle says less."""
    return any(child.dep_ in ("aux:pass", "cop") for child in children(verb))


def pronoun_case(word: Token) -> Collection[str]:
    """The case of a personal pronoun for somebody else to whom it is done: "lo", "les"."""
    if word.pos != PRON or word.dep_ not in OBJECTS:
        return ()
    third = "3" in feature(word, "Person") and "Neut" not in feature(word, "Gender")
    return feature(word, "Case") if third and "Yes" not in feature(word, "Reflex") else ()


def is_reflexive(verb: Token, pronouns: tuple[str, ...]) -> bool:
    """Has a verb one of the pronouns, before it or joined to it: "reuniu-se", "reunirse"?"""
    own = [child.lower_ for child in children(verb) if child.dep_ in PRONOUN]
    joined = [verb.lower_.removeprefix(verb.lemma_), *verb.lower_.split("-")[1:]]
    return not {*own, *joined}.isdisjoint(pronouns)


def with_conjuncts(found: list[Token], option: list[Token]) -> list[Token]:
    """Those of a slot that are joined to one that is known to be an actor, and that one."""
    first = {filler.head.i for filler in found if filler.dep_ == "conj"}
    return [f for f in option if f in found or f.dep_ == "conj" or f.i in first]


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


def first_filled(options: Iterable[list[Token]]) -> list[Token]:
    """The first option that is not empty, or an empty list."""
    return next((option for option in options if option), [])
