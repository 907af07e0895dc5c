"""Treaties, pacts and accords: named by their sentence, with what they contain."""

from collections.abc import Sequence

from kg.extract.frames.matching import Match
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_nominal
from kg.extract.syntax.tree import Node, subtree
from kg.types import Agreement, Phrase

SIGNING = frozenset(["TreatySigned", "TreatyRatified", "AgreementReached", "CeasefireAgreed"])


def find_agreements(grammar: Grammar, matches: Sequence[Match]) -> list[Agreement]:
    """The agreement that each signing event is about, in text order."""
    found = {}
    for match in matches:
        if match.frame.type not in SIGNING:
            continue
        for noun in agreement_nouns(grammar, match):
            found[noun.i] = to_agreement(grammar, noun, match.trigger)
    return [found[i] for i in sorted(found)]


def agreement_nouns(grammar: Grammar, match: Match) -> list[Node]:
    """The nouns of agreements among what was signed, or the trigger itself."""
    slots = [*match.roles["theme"], *grammar.fillers(match.trigger, "obj"), match.trigger]
    nouns = [token for token in slots if is_agreement(grammar, token)]
    return nouns[:1]


def is_agreement(grammar: Grammar, token: Node) -> bool:
    """A noun for an agreement."""
    return is_nominal(token) and token.lemma_ in grammar.lexicon.classes["agreement"]


def to_agreement(grammar: Grammar, noun: Node, trigger: Node) -> Agreement:
    """An agreement with the agreements that a relative clause says are in it."""
    span = noun_phrase(noun)
    parts = [to_phrase(part) for part in contained(grammar, noun)]
    return Agreement(
        span.text, span.start_char, span.end_char, to_phrase(trigger, alone=True), tuple(parts)
    )


def contained(grammar: Grammar, noun: Node) -> list[Node]:
    """ "a treaty that includes a pact": the objects of relative clauses of containing."""
    found = []
    for clause in subtree(noun):
        if clause.dep_ in ("acl:relcl", "acl") and clause.lemma_ in grammar.language.containing:
            found += [obj for obj in grammar.logical_object(clause) if is_agreement(grammar, obj)]
    return [part for part in found if part.i != noun.i]


def to_phrase(token: Node, *, alone: bool = False) -> Phrase:
    """The words of a token or of its phrase with their offsets."""
    span = token.doc[token.i : token.i + 1] if alone else noun_phrase(token)
    return Phrase(span.text, span.start_char, span.end_char)
