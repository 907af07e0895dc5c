"""Whether the verb that an expression hangs on lies in the past or in the future."""

from spacy.tokens import Span

from kg.extract.syntax.tree import Node, feature, nodes, root_of
from kg.extract.time.calendar import Tense

VERBAL = frozenset(["VERB", "AUX"])
PAST = frozenset(["Past", "Imp", "Pqp"])
"""Values of the UD feature Tense."""


def tense_of(
    span: Span,
    *,
    verbs: frozenset[str],
    auxiliaries: frozenset[str],
    demands: frozenset[str] = frozenset(),
    begun: bool = False,
) -> Tense:
    """Past or future, from the nearest verb above an expression; past where it does not tell.

    verbs, auxiliaries: lemmas of verbs of planning, and of auxiliaries that make a future.
    demands: lemmas of verbs after which what is asked for is to come.
    begun: whether it says from when on, which lies behind a present.
    """
    before = nodes(span.doc)[max(0, span.start - 1) : span.start]
    if any(is_past(token) for token in before):  # "said on Monday it would": parses often err
        return "past"
    verb = verb_above(span)
    if verb is None:
        return "past"
    if is_past(verb) and span.end <= verb.i:
        verbs = frozenset()  # "on Friday he promised"
    to_come = is_asked_for(verb, demands) or is_future(verb, verbs, auxiliaries)
    to_come = to_come or (not begun and is_scheduled(span, verb))
    return "future" if to_come else "past"


def is_asked_for(verb: Node, demands: frozenset[str]) -> bool:
    """Is it what a verb of asking is about, in no past: "urged them to leave by Sunday"?"""
    past = any(PAST & feature(word, "Tense") for word in (verb, *helpers_of(verb)))
    below = verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lemma_.lower() in demands
    return below and not past


def is_scheduled(span: Span, verb: Node) -> bool:
    """Is it in the clause of a present that tells what is to come: "reúnem-se na sexta-feira"?"""
    words = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    present = "Pres" in feature(verb, "Tense") and "Fin" in feature(verb, "VerbForm")
    above = root_of(span).head
    if above.pos_ == "ADJ" and above.dep_ == "xcomp":  # "is due in Lima on Sunday"
        above = above.head
    return present and above == verb and not words and not has_content(verb)


def helpers_of(verb: Node) -> list[Node]:
    """The auxiliaries of a verb: "did" in "did not attack"."""
    return [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]


def is_past(token: Node) -> bool:
    """Is it a finite verb in the past?"""
    form, tense = feature(token, "VerbForm"), feature(token, "Tense")
    return token.pos_ == "VERB" and "Fin" in form and "Past" in tense


def is_future(verb: Node, verbs: frozenset[str], auxiliaries: frozenset[str]) -> bool:
    """By its form, its auxiliary ("will", "vai"), or a verb of planning, itself or above it."""
    if "Cnd" in feature(verb, "Mood"):
        return True
    helpers = helpers_of(verb)
    if any(is_perfect(verb, helper) for helper in helpers):
        return False
    if "Inf" in feature(verb, "VerbForm") and verb.dep_ in ("xcomp", "ccomp"):
        helpers.append(verb.head)
    if any("Fut" in feature(token, "Tense") for token in (verb, *helpers)):
        return True
    planning = helpers if is_past(verb) and has_content(verb) else (verb, *helpers)
    planned = verbs & {token.lemma_.lower() for token in planning}
    return bool(planned) or any(is_future_auxiliary(token, auxiliaries) for token in helpers)


def is_perfect(verb: Node, helper: Node) -> bool:
    """Does it tell of what lies behind: the "have" of "may have left", no "will be leaving"?"""
    infinitive = helper.dep_ == "aux" and "Inf" in feature(helper, "VerbForm")
    return infinitive and "Past" in feature(verb, "Tense")


def has_content(verb: Node) -> bool:
    """Does a clause say what is planned: "promised on Monday that they would leave"?"""
    return any(child.dep_ == "ccomp" for child in verb.children)


def is_under_way(span: Span) -> bool:
    """Is its verb in no past, so that the end that it sets is to come: "has to leave by Sunday"?"""
    verb = verb_above(span)
    if verb is None:
        return False
    words = [verb, *helpers_of(verb)]
    if "Inf" in feature(verb, "VerbForm"):
        words.append(verb.head)
    tenses = {tense for word in words for tense in feature(word, "Tense")}
    return bool(tenses) and tenses.isdisjoint(PAST)


def is_future_auxiliary(token: Node, auxiliaries: frozenset[str]) -> bool:
    """ "will", "vai", "deve": an auxiliary of the future that is not in the past itself."""
    past = PAST & feature(token, "Tense")
    return token.lemma_.lower() in auxiliaries and not past


def verb_above(span: Span) -> Node | None:
    """The nearest verb or copula above an expression, None without a parse."""
    root = root_of(span)
    for token in (root, *root.ancestors):
        if token.pos_ in VERBAL and token != root:  # "a partir de" may be tagged a verb
            return token
        if copula := next((child for child in token.children if child.dep_ == "cop"), None):
            return copula
    return None
