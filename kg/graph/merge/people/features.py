"""How alike two people are: small features, each a number between 0 and 1, and vetoes.

The first line of each docstring is the explanation that a judgement gives; the weights are in
``ontologies/merge.yaml``.
"""

from collections.abc import Callable
from itertools import product

from kg.graph.merge.people.names import compare_names, shortens
from kg.graph.merge.people.values import Office, Person, is_known
from kg.graph.merge.settings import load_settings

Feature = Callable[[Person, Person], float]
Veto = Callable[[Person, Person], bool]


def same_name(a: Person, b: Person) -> float:
    """The same full name (1), another transliteration (up to 0.95) or a shorter form (0.7)."""
    return max((compare_names(x, y) for x, y in product(a.full, b.full)), default=0.0)


def same_surname(a: Person, b: Person) -> float:
    """One goes by part of the other's name, and state and office agree."""
    agree = same_country(a, b) and same_office(a, b)
    return float(bool(agree and (_shortens(a, b) or _shortens(b, a))))


def same_country(a: Person, b: Person) -> float:
    """Both of one state."""
    return float(bool(a.countries & b.countries))


def country_named(a: Person, b: Person) -> float:
    """The share of the articles on the one, of no known state, that name the state of the other."""
    if bool(a.countries) == bool(b.countries):
        return 0.0
    told, untold = (a, b) if a.countries else (b, a)
    return max(untold.named.get(state, 0.0) for state in told.countries)


def same_office(a: Person, b: Person) -> float:
    """An office of one kind, of the same state or organisation as far as it is said."""
    return float(any(_agree(x, y) for x, y in product(a.offices, b.offices)))


def other_office(a: Person, b: Person) -> float:
    """Both hold offices, but none in common."""
    return float(bool(a.offices and b.offices) and not same_office(a, b))


def other_name(a: Person, b: Person) -> bool:
    """Names that are not forms of one name."""
    if a.full and b.full:
        return not same_name(a, b)
    if not a.full and not b.full:
        return not any(shortens(x, y) for x, y in product(a.alone, b.alone))
    return not (_shortens(a, b) or _shortens(b, a))


def other_country(a: Person, b: Person) -> bool:
    """Of two states."""
    return bool(a.countries and b.countries) and not a.countries & b.countries


def one_article(a: Person, b: Person) -> bool:
    """An article names both, and tells them apart."""
    return not a.articles.isdisjoint(b.articles)


def both_known(a: Person, b: Person) -> bool:
    """Two people of the gazetteer."""
    return is_known(a.iri) and is_known(b.iri)


FEATURES: tuple[Feature, ...] = (
    same_name,
    same_surname,
    same_country,
    country_named,
    same_office,
    other_office,
)
VETOES: tuple[Veto, ...] = (both_known, other_country, one_article, other_name)


def at_odds(a: Person, b: Person) -> bool:
    """Whether any veto keeps two people apart."""
    return any(veto(a, b) for veto in VETOES)


def weigh(a: Person, b: Person) -> dict[str, float]:
    """What each feature that says anything adds to or takes from the score of a pair."""
    weights = load_settings().people.weights
    found = {name.__name__: name(a, b) * weights[name.__name__] for name in FEATURES}
    return {name: round(value, 4) for name, value in found.items() if value}


def _shortens(a: Person, b: Person) -> bool:
    """Does the first go by one word, and is that part of a full name of the second?"""
    if a.full:
        return False
    return any(shortens(x, y) for x, y in product(a.alone, b.full))


def _agree(a: Office, b: Office) -> bool:
    """The same kind, "minister" any minister; an owner that is not said can be any."""
    kinds = a.kind == b.kind or a.kind.endswith(f"-{b.kind}") or b.kind.endswith(f"-{a.kind}")
    return kinds and (a.of is None or b.of is None or a.of == b.of)
