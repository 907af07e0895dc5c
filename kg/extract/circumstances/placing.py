"""Where each event happened.

A place belongs to the nearest event above it in the tree. It is where that happened unless it only
tells where the people or things are that the event is about: "recalled its envoy in Oslo".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.circumstances.assigning import (
    Located,
    anchors_near,
    find_anchors,
    governing_path,
    share_out,
)
from kg.extract.circumstances.occasions import find_occasions, find_sequels, occasion_of
from kg.extract.circumstances.places import Places, climb
from kg.extract.circumstances.spots import Spots, locate_spots
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_verbal
from kg.extract.syntax.tree import Node, nodes, subtree
from kg.ontology.classes import event_class
from kg.types import Place

REACHING_ROOTS = frozenset(["ASSAULT", "MOBILIZE", "RETREAT"])
REACHING = frozenset(["Visit", "Seizure", "Curfew", "MartialLaw", "PeacekeepersSent"])
"""Classes of acts that happen where their target is, beside those of the roots above."""
BODILY = frozenset([*REACHING_ROOTS, "AID", "COERCE", "CONCEDE", "CONSULT", "PROTEST"])
"""Roots of acts that happen where those are whom they befall."""
DONE_AT = frozenset(["COOPERATE", "PROTEST"])
"""Roots of what is done at the site that is its object."""
SPOKEN = frozenset(["REQUEST", "REJECT", "THREATEN"])
"""Roots of mere words, whose content is elsewhere or nowhere."""
FROM_AFAR = frozenset(["PhoneCall", "LetterSent"])
"""Classes of what happens in no one place."""
HOSTED = frozenset(
    [
        *("Meeting", "Negotiation", "Summit", "Mediation", "AgreementReached", "CeasefireAgreed"),
        *("TreatySigned", "TreatyRatified"),
    ]
)
"""Classes of what is called by the city where it was held, and with nobody who is a place."""
OPENING = frozenset(["cc", "punct"])
"""Labels of what may stand before a place that opens a clause."""
CORE = frozenset(["nsubj", "nsubj:pass", "obj"])


def find_places(places: Places, doc: Doc, matches: Sequence[Match]) -> list[Place | None]:
    """Where each event of a Doc happened, None where its sentence does not say."""
    spots = locate_spots(places, doc)
    located = [Located(spot, spot) for spot in spots.tokens]
    grammar = places.actors.grammar
    anchors = anchors_near(located, matches, lambda m: find_anchors(grammar, m.trigger))
    near = share_out(located, anchors, place_path)
    found = [
        choose_place(places, match, where(places, match, anchors[k], near.get(k, ())), spots)
        for k, match in enumerate(matches)
    ]
    occasions = {**find_sequels(grammar, matches), **find_occasions(grammar, matches)}
    for k, match in enumerate(matches):
        if found[k] is None and match.frame.type not in FROM_AFAR:
            found[k] = found[occasions[k]] if k in occasions else find_way(places, match, spots)
            found[k] = found[k] or find_host(places, match)
    return found


def find_host(places: Places, match: Match) -> Place | None:
    """The state or town in which people meet, by its name as host: "Oman hosted the talks"."""
    grammar, trigger = places.actors.grammar, match.trigger
    if event_class(match.frame.type).root != "CONSULT":
        return None
    verb = trigger if is_verbal(trigger) else grammar.support(trigger)
    if verb is None or verb.lemma_ not in grammar.language.hosting:
        return None
    hosts = [host for host in grammar.logical_subject(verb) if places.is_named(host)]
    return places.to_place(hosts[0]) if len(hosts) == 1 else None


def find_way(places: Places, match: Match, spots: Spots) -> Place | None:
    """Where somebody is or goes for what he does there: "is in Oslo to negotiate"."""
    grammar = places.actors.grammar
    above = occasion_of(grammar, match)
    if above is None or above.lemma_ in grammar.lexicon.speech_verbs:
        return None
    if places.is_named(above) or above in spots.tokens:
        return places.to_place(spots.finest(above))
    below = sorted(spots.below([above.i]), key=lambda spot: not places.has_name(spot))
    near = [*below, *find_goals(places, above)]
    return places.to_place(spots.finest(near[0])) if near else None


def find_goals(places: Places, verb: Node) -> list[Node]:
    """Where somebody goes: the places with a name that a verb without object leads to."""
    grammar, below = places.actors.grammar, verb.children
    named = [child for child in below if places.is_named(child)]
    if any(child.dep_ == "obj" and child not in named for child in below):
        return []
    return [goal for goal in named if grammar.preposition(goal) in grammar.language.directional]


def where(
    places: Places, match: Match, anchors: Mapping[int, int], near: Sequence[Node]
) -> list[Node]:
    """Of the spots nearest to an event those that it happened at, the ones with a name first."""
    found = [spot for spot in near if is_scene(places, match, anchors, spot)]
    return sorted(found, key=lambda spot: not places.has_name(spot))


def is_scene(places: Places, match: Match, anchors: Mapping[int, int], spot: Node) -> bool:
    """Does a spot below an event say where it happened?

    Not so the source, and where those are who are cited. Between a spot and the event may stand
    what the act befalls there, but nothing that is only spoken of.
    """
    root, actors = event_class(match.frame.type).root, places.actors
    between = list(words_between(spot, anchors))
    if spot in match.roles["source"] or any(map(actors.grammar.is_cited, between)):
        return False
    between = [word for word in between if word.pos_ != "PROPN"]  # parsers hang places on names
    if root in BODILY:
        return True
    if spot in match.roles["target"] or (between and root in SPOKEN):
        return False
    if root == "AGREE" and any(map(is_verbal, between)):
        return False  # "agreed to patrol the border": where they are to do so
    core = [word for word in between if word.dep_ in CORE and not places.is_site(word)]
    return not any(map(actors.is_actor, core))


def words_between(spot: Node, anchors: Mapping[int, int]) -> Iterator[Node]:
    """The words above a spot and below the event."""
    for word in place_path(spot):
        if word.i in anchors:
            return
        yield word


def place_path(token: Node) -> list[Node]:
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


def choose_place(places: Places, match: Match, near: Sequence[Node], spots: Spots) -> Place | None:
    """Where an event happened, None when its sentence does not say.

    That is a place that the act reaches or that a noun has by its name; else the nearest that a
    preposition of place introduces; else the one that the clause says more of, the state that the
    act reaches, or what the sentence begins with.
    near: the spots of the event, best first. spots: all of the Doc.
    """
    if match.frame.type in FROM_AFAR:
        return None
    best = next(rank_places(places, match, near, spots), None)
    return None if best is None else places.to_place(best)


def rank_places(places: Places, match: Match, near: Sequence[Node], spots: Spots) -> Iterator[Node]:
    """All that can be the place of an event, best first."""
    reached = [spots.finest(filler) for filler in find_reached(places, match)]
    yield from (filler for filler in reached if not places.is_state(filler))
    yield from find_namesakes(places, match)
    yield from map(spots.finest, near)
    yield from find_antecedents(places, match.trigger)
    yield from reached
    yield from find_settings(places.actors.grammar, match.trigger, spots)


def find_reached(places: Places, match: Match) -> list[Node]:
    """The targets that are where the act happens, and the sites that it is done to.

    Attacks, moves and visits happen at their target, and help in the town that it goes to.
    """
    kind, trigger = match.frame.type, match.trigger
    root = event_class(kind).root
    reaching = kind in REACHING or root in REACHING_ROOTS
    sites = find_sites(places, trigger) if reaching or root in DONE_AT else []
    if not (reaching or root == "AID"):
        return sites
    fillers = [f for f in match.roles["target"] if is_verbal(trigger) or f.i > trigger.i]
    leaving = root == "RETREAT" or not is_verbal(trigger)
    found = [f for f in fillers if places.is_reached(f, trigger, leaving=leaving)]
    if reaching:
        return [*found, *sites]
    return [f for f in found if not (places.is_state(f) or places.is_seat(f))]


def find_sites(places: Places, trigger: Node) -> list[Node]:
    """The objects of a verb that are sites with a name: "surrounded the port of Oslo".

    Of an event noun they are those of the verb that it is set in: "crossed the port in a protest".
    """
    grammar = places.actors.grammar
    verb = trigger if is_verbal(trigger) else grammar.setting(trigger)
    objects = grammar.logical_object(verb) if verb is not None else []
    return [site for site in objects if places.is_site(site) and places.name_in(site)]


def find_antecedents(places: Places, trigger: Node) -> list[Node]:
    """The place that a clause with "where" says more of: "flew to Oslo, where he met them".

    The parser may have hung it on another word near: "to a summit in Oslo yesterday, where".
    """
    grammar = places.actors.grammar
    clause = next((word for word in clause_words(trigger) if word.dep_ == "acl:relcl"), None)
    if clause is None or not any(map(grammar.is_where, clause.children)):
        return find_before_where(places, trigger)
    head = clause.head
    near = [
        word for word in (head, *head.children, *reversed(head.head.children)) if word.i < clause.i
    ]
    return [word for word in near if places.is_named(word) or places.is_site(word)][:1]


def find_before_where(places: Places, trigger: Node) -> list[Node]:
    """The place right before a "where" whose clause the parser did not take for a relative one."""
    for word in clause_words(trigger):
        if not is_verbal(word):
            continue
        before = (nodes(word.doc)[i] for i in range(word.left_edge.i, word.i))
        opening = next((token for token in before if not token.is_punct), word)
        if places.actors.grammar.is_where(opening):
            near = nodes(word.doc)[max(0, opening.i - 2) : opening.i]
            return [t for t in near if places.is_named(t) or places.is_site(t)][-1:]
    return []


def clause_words(trigger: Node) -> Iterator[Node]:
    """A trigger and the words above it, up to the verb of its relative clause."""
    for word in (trigger, *trigger.ancestors):
        yield word
        if word.dep_ == "acl:relcl":
            return


def find_namesakes(places: Places, match: Match) -> list[Node]:
    """The place that an event noun goes by: "the Battle of Oslo", "the talks of Geneva".

    The seat of a government is who acts ("the attacks of Moscow"), but at a meeting or agreement
    where nobody else is named.
    """
    trigger = match.trigger
    if is_verbal(trigger):
        if match.frame.type not in HOSTED:
            return []
        found = [t for t in subtree(trigger) if names_meeting(places, trigger, t)]
        return [t for t in found if trigger in governing_path(t)]
    hosted = match.frame.type in HOSTED and not match.roles["target"]
    found = places.genitives(trigger)
    return [place for place in found if hosted or not places.is_seat(place)]


def names_meeting(places: Places, verb: Node, filler: Node) -> bool:
    """Does a place say which meeting or agreement: "signed the protocol of Lusaka"?"""
    noun = filler.head
    if noun.i == verb.i or not places.is_genitive(filler):
        return False
    frames = places.actors.grammar.lexicon.by_trigger.get(("noun", noun.lemma_), ())
    return any(frame.type in HOSTED for frame in frames)


def leave_place(places: Places, match: Match) -> Match:
    """The match without its place among the participants: a place is not who acts or is met.

    It stays as the target of what can be done to a place: "the siege of Oslo".
    """
    where = find_namesakes(places, match)
    met = [f for f in match.roles["target"] if is_met_in(places, match, f)]
    sources = [f for f in match.roles["source"] if f not in where]
    targets = [f for f in match.roles["target"] if f not in met]
    if sources == match.roles["source"] and targets == match.roles["target"]:
        return match
    return replace(match, roles={**match.roles, "source": sources, "target": targets})


def is_met_in(places: Places, match: Match, token: Node) -> bool:
    """Is it where people meet or what the meeting is called by, and not whom they meet?"""
    if match.frame.type not in HOSTED:
        return False
    located = places.is_located(token) and places.is_named(token)
    return located or names_meeting(places, match.trigger, token)


def find_settings(grammar: Grammar, trigger: Node, spots: Spots) -> list[Node]:
    """The places with which the sentence begins, before the subject of a verb above the trigger.

    Where something is said is not where it happened, and a relative clause tells of another time.
    """
    above = (word.i for word in clause_words(trigger))
    found = [spot for spot in spots.below(above) if opens_clause(grammar, spot)]
    return sorted(found, key=lambda spot: spot.i)


def opens_clause(grammar: Grammar, spot: Node) -> bool:
    """Does a place stand before verb and subject, or right after a relative pronoun?"""
    verb, start = spot.head, spot.left_edge.i
    if spot.i > verb.i or not is_verbal(verb) or verb.lemma_ in grammar.lexicon.speech_verbs:
        return False
    before = [child for child in verb.children if child.left_edge.i < start]
    return all(child.dep_ in OPENING or grammar.is_relative(child) for child in before)
