"""Which time, place and quantity belong to which event.

An expression belongs to the nearest trigger above it in the tree, or to the verb of its clause.
So "signed last year and sent troops" dates the signing alone, and "estimated in September that
2,000 were killed" dates the estimate.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from spacy.tokens import Doc, Span, Token

from kg.extract.frames import Match
from kg.extract.phrases import noun_phrase
from kg.extract.places import Places, climb, finest
from kg.extract.slots import Grammar, has_form, is_verbal
from kg.extract.tree import children
from kg.ontology.classes import event_class
from kg.types import Place, Quantity

Item = TypeVar("Item")

TOLD_OF = frozenset(["obj", "xcomp", "ccomp"])
"""Labels of the dead in "left 20 dead"."""
REACHING_ROOTS = frozenset(["ASSAULT", "MOBILIZE", "RETREAT"])
REACHING = frozenset(["Visit", "Seizure", "Curfew", "MartialLaw", "PeacekeepersSent"])
"""Classes of acts that happen where their target is, beside those of the roots above."""
HOSTED = frozenset(
    [
        *("Meeting", "Negotiation", "Summit", "Mediation", "AgreementReached", "CeasefireAgreed"),
        *("TreatySigned", "TreatyRatified"),
    ]
)
"""Classes of what is called by the city where it was held, and with nobody who is a place."""


@dataclass(frozen=True)
class Located(Generic[Item]):
    """An expression and the head of its phrase."""

    head: Token
    item: Item


def find_anchors(grammar: Grammar, match: Match) -> dict[int, int]:
    """Words whose circumstances are those of an event: token index to how far they are from it.

    They are the trigger, its light verb, the verb that an event noun is set in ("asked him during
    talks on Monday"), and a step away the verb whose subject or object it is ("the talks began on
    Monday").
    """
    trigger = match.trigger
    near = [trigger, grammar.support(trigger), grammar.setting(trigger)]
    if is_verbal(trigger):
        near += [c for c in children(trigger) if c.dep_ == "obl" and grammar.setting(c) is not None]
    host = host_verb(grammar, trigger)
    far = {} if host is None else {host.i: 1}
    return far | {token.i: 0 for token in near if token is not None}


def share_out(
    found: Iterable[Located[Item]],
    anchors: Sequence[dict[int, int]],
    path: Callable[[Token], list[Token]] | None = None,
) -> dict[int, list[Item]]:
    """Give each expression to the events whose anchor is nearest above it.

    anchors: one mapping an event, as `find_anchors` gives it. path: the words above an expression,
    nearest first; `governing_path` by default. Returns the index of an event to its
    expressions, nearest first; an expression that stands below no anchor is nobody's.
    """
    owners: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for k, mine in enumerate(anchors):
        for word, rank in mine.items():
            owners[word].append((k, rank))
    ranked: dict[int, list[tuple[int, int, Item]]] = defaultdict(list)
    for located in found:
        for k, far in nearest((path or governing_path)(located.head), owners):
            ranked[k].append((far, located.head.i, located.item))
    return {k: [row[2] for row in sorted(rows, key=lambda r: r[:2])] for k, rows in ranked.items()}


def nearest(
    path: Sequence[Token], owners: Mapping[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """The events whose anchor is fewest steps up the tree: (index, steps), once each."""
    reached = [
        (k, step + rank) for step, above in enumerate(path) for k, rank in owners.get(above.i, ())
    ]
    least = min((far for _, far in reached), default=None)
    return list(dict.fromkeys((k, far) for k, far in reached if far == least))


def host_verb(grammar: Grammar, noun: Token) -> Token | None:
    """The verb that an event noun is subject or object of, unless it reports speech."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubj:pass", "obj") or not is_verbal(verb):
        return None
    return None if verb.lemma_ in grammar.lexicon.speech_verbs else verb


def governing_path(token: Token) -> list[Token]:
    """The words above an expression up to the first verb, nearest first."""
    path = []
    for ancestor in token.ancestors:
        path.append(ancestor)
        if is_verbal(ancestor):
            break
    return path


def place_path(token: Token) -> list[Token]:
    """The words above a place, through the clauses that share the place of the clause above.

    Where somebody comes from says nothing: "Estonia, a country in the north, accused".
    """
    path = governing_path(token)
    if any(word.dep_ == "appos" for word in path):
        return []
    above = climb(path[-1]) if path else None
    if above is None:
        return path
    return [*path, above] if is_verbal(above) else [*path, above, *governing_path(above)]


def locate_spots(spots: Iterable[Token]) -> list[Located[Token]]:
    """Places as expressions that stand at their own head."""
    return [Located(spot, spot) for spot in spots]


def choose_place(
    places: Places, match: Match, near: Sequence[Token], spots: Sequence[Token]
) -> Place | None:
    """Where an event happened, None when its sentence does not say.

    That is a place that the act reaches or that a noun has by its name; else the nearest that a
    preposition of place introduces and that is not the source, or the state that it reaches; else
    what the sentence begins with.
    near: the spots of the event, nearest first. spots: all of the Doc.
    """
    reached = [finest(spots, places, filler) for filler in find_reached(places, match)]
    options = [
        *(filler for filler in reached if not places.is_state(filler)),
        *find_namesakes(places, match),
        *(finest(spots, places, spot) for spot in near if spot not in match.roles["source"]),
        *reached,
        *find_settings(places.actors.grammar, match.trigger, spots),
    ]
    return places.to_place(options[0]) if options else None


def find_reached(places: Places, match: Match) -> list[Token]:
    """The targets that are where the act happens: of attacks, moves and visits."""
    kind, trigger = match.frame.type, match.trigger
    root = event_class(kind).root
    if kind not in REACHING and root not in REACHING_ROOTS:
        return []
    fillers = [f for f in match.roles["target"] if is_verbal(trigger) or f.i > trigger.i]
    leaving = root == "RETREAT" or not is_verbal(trigger)
    return [filler for filler in fillers if places.is_reached(filler, leaving=leaving)]


def find_namesakes(places: Places, match: Match) -> list[Token]:
    """The place that an event noun goes by: "the Battle of Oslo", "the talks of Geneva".

    The seat of a government is who acts ("the attacks of Moscow"), but at a meeting or agreement
    where nobody else is named.
    """
    trigger = match.trigger
    if is_verbal(trigger):
        found = [t for t in trigger.subtree if trigger in governing_path(t)]
        hosted = match.frame.type in HOSTED
        return [t for t in found if hosted and names_meeting(places, trigger, t)]
    hosted = match.frame.type in HOSTED and not match.roles["target"]
    found = places.genitives(trigger)
    return [place for place in found if hosted or not places.is_seat(place)]


def names_meeting(places: Places, verb: Token, filler: Token) -> bool:
    """Does a place say which meeting or agreement: "signed the protocol of Lusaka"?"""
    noun = filler.head
    frames = places.actors.grammar.lexicon.by_trigger.get(("noun", noun.lemma_), ())
    return noun.i != verb.i and places.is_genitive(filler) and any(f.type in HOSTED for f in frames)


def leave_place(places: Places, match: Match) -> Match:
    """The match without its place among the participants: a place is not who acts or is met.

    It stays as the target of what can be done to a place: "the siege of Oslo".
    """
    where = find_namesakes(places, match)
    met = [f for f in match.roles["target"] if is_met_in(places, match, f)]
    sources = [f for f in match.roles["source"] if f not in where]
    targets = [f for f in match.roles["target"] if f not in met]
    return replace(match, roles={**match.roles, "source": sources, "target": targets})


def is_met_in(places: Places, match: Match, token: Token) -> bool:
    """Is it where people meet or what the meeting is called by, and not whom they meet?"""
    if match.frame.type not in HOSTED:
        return False
    located = places.is_located(token) and places.is_named(token)
    return located or names_meeting(places, match.trigger, token)


def find_settings(grammar: Grammar, trigger: Token, spots: Sequence[Token]) -> list[Token]:
    """The places with which the sentence begins, before the subject of a verb above the trigger.

    Where something is said is not where it happened.
    """
    above = {trigger.i, *(ancestor.i for ancestor in trigger.ancestors)}
    return [spot for spot in spots if spot.head.i in above and opens_clause(grammar, spot)]


def opens_clause(grammar: Grammar, spot: Token) -> bool:
    """Does a place stand before verb and subject?"""
    verb = spot.head
    if not is_verbal(verb) or verb.lemma_ in grammar.lexicon.speech_verbs:
        return False
    return spot.left_edge.i == min(child.left_edge.i for child in children(verb))


def find_quantity(doc: Doc, found: Sequence[Quantity], match: Match) -> Quantity | None:
    """How many: the quantity inside an argument, of what is moved or said before who is hit."""
    for role in ("theme", "target", "source"):
        for filler in match.roles[role]:
            phrase = noun_phrase(filler)
            for quantity in found:
                if phrase.start_char < quantity.end and quantity.start < phrase.end_char:
                    return quantity
    spans = [(doc.char_span(q.start, q.end, alignment_mode="expand"), q) for q in found]
    for holds in (counts, counts_below):
        for span, quantity in spans:
            if span is not None and holds(span, match.trigger):
                return quantity
    return None


def counts(quantity: Span, trigger: Token) -> bool:
    """Does a quantity stand right below a trigger, or above an event noun ("$300m in aid")?"""
    above = trigger.dep_ == "nmod" and quantity.start <= trigger.head.i < quantity.end
    return above or quantity.root.i == trigger.i or quantity.root.head.i == trigger.i


def counts_below(quantity: Span, trigger: Token) -> bool:
    """Is it in the clause that says what a verb is for ("sued to recover $2bn"), or done by it?

    Also the object of the verb whose subject is the event: "the attack left 20 dead".
    """
    verb = quantity.root.head
    if not is_verbal(trigger):
        return quantity.root.dep_ in TOLD_OF and trigger.dep_ == "nsubj" and trigger.head == verb
    return verb.dep_ in ("xcomp", "advcl") and has_form(verb, "Inf") and verb.head == trigger
