"""The target that no slot of a frame gives: the one other actor that the clause names.

"Saudi Arabia lifted its blockade of Qatar": the frame knows the blockade, the grammar that Qatar is
in it. "Japan regrets the American threat": the target of a noun is often the subject of its verb.
Nothing is inferred where there are two to choose from, unless something is asked of one of them:
"will keep the bridge shut until Oslo holds elections".
"""

from collections.abc import Iterator

from kg.extract.annotations import mention_at
from kg.extract.frames.deeds import condemned
from kg.extract.frames.filling import is_mutual
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.conditions import is_awaited, is_condition, is_to_come
from kg.extract.syntax.scope import is_attendant
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.speech import opens_contrast
from kg.extract.syntax.tokens import CLAUSAL, expand, is_asserted, is_verbal, unique
from kg.extract.syntax.tree import Node, subtree
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame

OTHER_CLAUSE = frozenset("acl acl:relcl advcl ccomp parataxis appos conj".split())  # noqa: SIM905
CONTROLLED = frozenset(["advcl", "acl", "acl:relcl", "xcomp"])
"""Labels of clauses whose subject stands in another one."""
ATTRIBUTE = frozenset(["amod", "appos", "acl"])
"""Labels of an adjective that tells something of a noun."""
ANSWERED = frozenset(["ACCUSE", "REQUEST", "THREATEN"])
"""Roots of what is said to somebody, who can heed or refuse it."""
SANCTIONING = "SANCTION"
SAID = ANSWERED | {"AGREE", "REJECT", "SUPPORT"}
"""Roots of what is done by words."""
RESIGNING = "Resignation"
"""Class of what is done to nobody."""
UNCONDITIONAL = frozenset(["ASSAULT", "COERCE", "PROTEST"])
"""Roots of what is done to somebody, whatever is asked of others."""
PARTICIPANT = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"])


def infer_target(actors: Actors, match: Match) -> list[Node]:
    """The head of the only actor in the clause beside the source, none unless there is just one.

    Those that "and" joins to it go with it. A place counts as an actor, its people or government
    being meant, but nobody meets it, and a protest only takes place there.
    """
    if "target" in match.frame.where or match.frame.type == RESIGNING:
        return []  # "arrested him": whom a pronoun tells; "left the ministry of Justice"
    sources = match.roles["source"]
    if is_mutual(match.frame) and len(sources) > 1:
        return []  # with each other
    if condemned(actors.grammar, match.frame, match.trigger):
        return []  # who hurt them is not told
    known = {identity(actors, token) for token in sources}
    inside = {token.i for source in sources for token in subtree(source)}
    found: dict[str, Node] = {}
    for token in around(actors, match):
        if is_outside(actors, match, token):
            continue
        who = identity(actors, token)
        if token.i not in inside and who is not None and who not in known:
            found.setdefault(who, token)
    if len(found) != 1:
        return find_addressees(actors, match)
    joined = expand(found.values())
    return [token for token in joined if identity(actors, token) not in {None, *known}]


def find_addressees(actors: Actors, match: Match) -> list[Node]:
    """Of whom something is asked: who acts in "unless Oslo pays" or "until the rebels leave"."""
    grammar = actors.grammar
    verb = match.trigger if is_verbal(match.trigger) else grammar.support(match.trigger)
    if verb is None or event_class(match.frame.type).root in UNCONDITIONAL:
        return []
    said = [verb, *(child for child in verb.children if child.dep_ in CLAUSAL)]
    below = [child for clause in said for child in clause.children if child.dep_ == "advcl"]
    asked = [c for c in below if is_condition(grammar, c) or is_awaited(grammar, c)]
    acting = [actor for clause in asked for actor in grammar.logical_subject(clause)]
    known = {iri for source in match.roles["source"] for iri in actors.referents(source)}
    others = [a for a in acting if actors.is_actor(a) and known.isdisjoint(actors.referents(a))]
    return others or find_listeners(actors, match, verb) or find_provokers(actors, match, verb)


def find_provokers(actors: Actors, match: Match, verb: Node) -> list[Node]:
    """Who gave cause for a sanction: "cut ties after Oslo attacked", "accusing Oslo of a raid"."""
    grammar = actors.grammar
    if event_class(match.frame.type).root != SANCTIONING:
        return []
    known = {identity(actors, source) for source in match.roles["source"]}
    found: dict[str, Node] = {}
    for clause in verb.children:
        if clause.dep_ != "advcl" or opens_contrast(grammar, clause):
            continue
        told = grammar.logical_subject(clause) if is_asserted(clause) else []
        told = grammar.logical_object(clause) if is_attendant(clause) else told
        for token in told:
            who = identity(actors, token)
            if who is not None and who not in known:
                found.setdefault(who, token)
    return list(found.values()) if len(found) == 1 else []


def find_listeners(actors: Actors, match: Match, verb: Node) -> list[Node]:
    """To whom what is to come is told: "told the premier that Paris would send aid"."""
    grammar, telling = actors.grammar, verb.head
    told = verb.dep_ == "ccomp" and telling.lemma_ in grammar.lexicon.speech_verbs
    if not (told and is_to_come(verb)):
        return []
    slots = ("obj", "iobj", *(f"obl:{word}" for word in sorted(grammar.language.addressing)))
    heard = [f for slot in slots for f in grammar.fillers(telling, slot) if f.i < verb.i]
    known = {identity(actors, source) for source in match.roles["source"]}
    return unique([f for f in heard if identity(actors, f) not in {None, *known}])


def is_outside(actors: Actors, match: Match, token: Node) -> bool:
    """Does it only tell where something happens or is said, or which treaty is meant?"""
    if is_placed(match.frame) and actors.is_place(token):
        return True
    if any(map(actors.grammar.is_own_part, (token, token.head))):
        return True
    if token.dep_ == "amod" and is_where(actors, token.head):
        return True
    if token.head.lemma_ in actors.grammar.language.feelings:
        return True
    theme = token.head in match.roles.get("theme", ())
    return (theme and names_treaty(actors.grammar, token)) or is_setting(actors, match, token)


def is_placed(frame: Frame) -> bool:
    """Is a place where it happens and nothing else: a meeting with partners, a protest?"""
    protest = event_class(frame.type).root == "PROTEST"
    return frame.reciprocal or is_mutual(frame) or protest


def is_where(actors: Actors, noun: Node) -> bool:
    """Does a phrase say where: "fired shots near the Turkish frontier"?"""
    return actors.grammar.preposition(noun) in actors.grammar.language.locative


def names_treaty(grammar: Grammar, town: Node) -> bool:
    """Is a treaty called by a town, which has no part in it: "ratified the accord of Rome"?"""
    mention = mention_at(town.doc).get(town.i)
    agreements = grammar.lexicon.classes["agreement"]
    return mention is not None and mention.label_ == "PLACE" and town.head.lemma_ in agreements


def is_setting(actors: Actors, match: Match, token: Node) -> bool:
    """Is it the body in which something is said, or where, before what is said?

    "Condemned the invasion at the Assembly"; "in The Hague, the prosecutor asked for warrants".
    """
    if not is_where(actors, token):
        return False
    types = {actors.type_of(token.doc, iri) for iri in actors.referents(token)}
    said = event_class(match.frame.type).root in SAID
    return said and (types == {"ORG"} or token.i < match.trigger.i)


def identity(actors: Actors, token: Node) -> str | None:
    """What makes two actors one here: the state they belong to, else who they are."""
    iris = actors.referents(token)
    if not iris:
        return None
    return actors.country(token.doc, iris[0]) or iris[0]


def around(actors: Actors, match: Match) -> Iterator[Node]:
    """What a trigger governs within its clause; for a noun also who takes part in the clause.

    Not so in one that tells who did it, "attribute the attack to", or what was asked of somebody
    else: "arrested at the request of".
    """
    trigger = match.trigger
    yield from below(trigger)
    if actors.grammar.is_bidding(trigger):
        return
    verb = next((token for token in trigger.ancestors if is_verbal(token)), None)
    if not is_verbal(trigger) and verb is not None and not actors.grammar.is_blaming(verb):
        for child in verb.children:
            if child.dep_ in PARTICIPANT and trigger not in subtree(child):
                yield child
                yield from below(child)
        if event_class(match.frame.type).root in ANSWERED:
            yield from answering(actors.grammar, trigger, verb)


def answering(grammar: Grammar, noun: Node, verb: Node) -> Iterator[Node]:
    """Who hears a threat or protest: "faced with the threat, Oslo", "Oslo, deaf to the protest"."""
    if verb.dep_ in CONTROLLED:
        yield from (*grammar.logical_subject(verb), *grammar.logical_object(verb))
    for above in noun.ancestors:
        if above.pos_ == "ADJ" and above.dep_ in ATTRIBUTE:
            yield above.head


def below(head: Node) -> Iterator[Node]:
    """The words under a head without those of other clauses, in the order of the tree."""
    for child in head.children:
        if child.dep_ not in OTHER_CLAUSE:
            yield child
            yield from below(child)
