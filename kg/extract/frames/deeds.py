"""Nouns for violent deeds below a verb: who does them, and who suffers them.

"Condemned the killing of monks" blames no monk, and "clashes between clans killed ten" tells who
killed them.
"""

from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_verbal
from kg.extract.syntax.tree import Node
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Frame

BLAMED = "ACCUSE"
INQUIRY = "Investigation"
"""Class of an accusation that blames nobody yet."""
HURTING = frozenset(["ASSAULT", "COERCE"])
"""Roots of deeds that somebody suffers."""
FOUGHT = frozenset(["Airstrike", "ArmedClash", "Attack", "Bombing", "Shelling"])
"""Classes of deeds that can be the subject of a verb for killing."""


def deeds(grammar: Grammar, noun: Node) -> list[Frame]:
    """The frames of a noun that tell of a deed that hurts."""
    frames = grammar.lexicon.by_trigger.get(("noun", noun.lemma_), ())
    return [frame for frame in frames if event_class(frame.type).root in HURTING]


def fought(grammar: Grammar, noun: Node) -> list[Frame]:
    """Those of them that tell of a fight or an attack."""
    if noun.pos_ != "NOUN":
        return []
    return [frame for frame in deeds(grammar, noun) if frame.type in FOUGHT]


def condemned(grammar: Grammar, frame: Frame, verb: Node) -> list[Node]:
    """The objects of a verb of accusation that are deeds and name their victims."""
    if event_class(frame.type).root != BLAMED or frame.type == INQUIRY or not is_verbal(verb):
        return []
    return [deed for deed in grammar.fillers(verb, "obj") if victims(grammar, deed)]


def victims(grammar: Grammar, deed: Node) -> list[Node]:
    """To whom a noun says that it is done: "the bombardment of Gaza"."""
    frames = deeds(grammar, deed)
    done = {slot for frame in frames for slot in frame.roles.get("source", ())}
    hit = {slot for frame in frames for slot in frame.roles.get("target", ())} - done
    slots = sorted(slot for slot in hit if slot.startswith("obl:") and ">" not in slot)
    found = (victim for slot in slots for victim in grammar.fillers(deed, slot))
    return [victim for victim in found if deed.is_ancestor(victim)]
