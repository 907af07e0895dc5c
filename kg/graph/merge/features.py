"""How alike two reports are: small features, each a number between 0 and 1, and vetoes.

The first line of each docstring is the explanation that a judgement gives; the weights are in
``ontologies/merge.yaml``. In the manner of nomenklatura's logic matcher.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from kg.graph.merge.actors import match_actors
from kg.graph.merge.reports import Amount, Report
from kg.graph.merge.settings import load_settings
from kg.ontology.classes import event_class

Feature = Callable[[Report, Report], float]
Veto = Callable[[Report, Report], bool]

# By how many of the two reports give no time.
_UNSAID = {1: 0.4, 2: 0.2}
# The longer of two overlapping times in days, and how much the overlap says.
_PRECISION = ((1, 1.0), (7, 0.8), (31, 0.6), (366, 0.4))
_LONGER = 0.2
_NEAR, _FAR = 0.1, 0.5
# Who or what two articles name alike says more when it is two at least.
_FEW = 2
# Letters of words that say little: articles, prepositions, numerals.
_SHORT = 3
# In how many days an undated report tells the same news, and from when on it perhaps and most
# likely tells other news: of one who acts alone, and may do so again, and of two.
_SOON = 3
_LATER = {True: (3, 14), False: (10, 40)}


def same_class(a: Report, b: Report) -> float:
    """The same class (1), a class and its subclass (0.9), or two words for one act (0.8)."""
    return compare_classes(a.type, b.type)


def same_actors(a: Report, b: Report) -> float:
    """The share of the actors that both name, themselves (1) or the state they act for (0.85)."""
    return match_actors(a, b).share


def same_time(a: Report, b: Report) -> float:
    """Times that overlap: a day 1, a week 0.8, a month 0.6, a year 0.4, longer or unsaid less.

    Unsaid times say nothing (0) of an act with a single actor, who may repeat it every day.
    """
    undated = (a.time is None) + (b.time is None)
    if undated:
        return _UNSAID[undated] if match_actors(a, b).size > 1 else 0.0
    days = [report.span.days for report in (a, b)]
    longest = max((day for day in days if day is not None), default=0)
    if None in days:
        return _LONGER
    return next((value for limit, value in _PRECISION if longest <= limit), _LONGER)


def same_place(a: Report, b: Report) -> float:
    """The same place (1), or one inside the other (0.7)."""
    if a.places & b.places:
        return 1.0
    return 0.7 if _nested(a, b) else 0.0


def same_theme(a: Report, b: Report) -> float:
    """The share of words that the shorter of two themes in one language has in common."""
    if a.lang != b.lang or not a.theme or not b.theme:
        return 0.0
    return len(a.theme & b.theme) / min(len(a.theme), len(b.theme))


def same_quantity(a: Report, b: Report) -> float:
    """The same number of the same things (1), or one within a tenth of it (0.5)."""
    distance = _distance(a, b)
    if distance is None or distance > _NEAR:
        return 0.0
    return 0.5 if distance else 1.0


def same_article(a: Report, b: Report) -> float:
    """Two sentences of one article."""
    return float(a.article == b.article)


def same_wording(a: Report, b: Report) -> float:
    """The same words in two articles that print the same story."""
    copied = a.article != b.article and a.story == b.story
    return float(copied and a.wording == b.wording)


def same_context(a: Report, b: Report) -> float:
    """The share of the others that the shorter of two articles names, who are in both."""
    if a.article == b.article:
        return 0.0
    one, other = _others(a, b)
    return len(one & other) / max(_FEW, min(len(one), len(other)))


def told_together(a: Report, b: Report) -> float:
    """Undated, but told within three days of each other (1); of one who acts alone (0.5)."""
    days = _days_between(a, b)
    if days is None or days > _SOON:
        return 0.0
    return 1.0 if match_actors(a, b).size > 1 else 0.5


def told_apart(a: Report, b: Report) -> float:
    """Undated, and told weeks apart (0.5) or longer; days, where one acts alone, perhaps again."""
    days = _days_between(a, b)
    later = _LATER[match_actors(a, b).size < 2]
    return sum(days > limit for limit in later) / len(later) if days is not None else 0.0


def other_context(a: Report, b: Report) -> float:
    """Undated, in two articles that name others but none in common; of one who acts alone."""
    alone = match_actors(a, b).size < 2
    if a.article == b.article or (a.time and b.time) or not (alone or _are_linked_in_part(a, b)):
        return 0.0
    one, other = _others(a, b)
    return float(bool(one and other) and not one & other)


def other_theme(a: Report, b: Report) -> float:
    """Themes in one language without a common word."""
    return float(a.lang == b.lang and bool(a.theme and b.theme) and not a.theme & b.theme)


def other_quantity(a: Report, b: Report) -> float:
    """Numbers of the same things that differ by more than a tenth."""
    distance = _distance(a, b)
    return float(distance is not None and distance > _NEAR)


def far_quantity(a: Report, b: Report) -> float:
    """Undated, with numbers of the same things of which one is twice the other."""
    distance = None if a.time and b.time else _distance(a, b)
    return float(distance is not None and distance >= _FAR)


def other_modality(a: Report, b: Report) -> float:
    """One tells it as a fact, the other as a plan or a possibility."""
    return float(a.modality != b.modality)


def unlike_classes(a: Report, b: Report) -> bool:
    """Classes that no event can have both."""
    return same_class(a, b) == 0.0


def other_polarity(a: Report, b: Report) -> bool:
    """One affirms and the other denies."""
    return a.polarity != b.polarity


def disjoint_dates(a: Report, b: Report) -> bool:
    """No day on which both can have happened."""
    return a.span.intersect(b.span) is None


def other_groups(a: Report, b: Report) -> bool:
    """Two sentences of one article that count others: "two doctors", "three rebels"."""
    if a.article != b.article or a.wording[:1] == b.wording[:1] or not (a.amounts and b.amounts):
        return False
    one, other = _words(a.target_texts), _words(b.target_texts)
    return bool(one and other) and not one & other and _distance(a, b) != 0.0


def other_actors(a: Report, b: Report) -> bool:
    """Each names an actor that the other has no place for."""
    return match_actors(a, b).clash


def other_places(a: Report, b: Report) -> bool:
    """Places of different countries; for attacks, arrests and marches also of one country.

    What lies in no country, such as a sea, may be beside the other place.
    """
    if not a.places or not b.places or a.places & b.places or _nested(a, b):
        return False
    if event_class(a.type).root in load_settings().local_roots:
        return True
    return bool(_countries(a) and _countries(b)) and not a.around & b.around


FEATURES: tuple[Feature, ...] = (
    same_class,
    same_actors,
    same_time,
    same_place,
    same_theme,
    same_quantity,
    same_article,
    same_wording,
    same_context,
    told_together,
    told_apart,
    other_context,
    other_theme,
    other_quantity,
    far_quantity,
    other_modality,
)
VETOES: tuple[Veto, ...] = (
    other_polarity,
    disjoint_dates,
    unlike_classes,
    other_places,
    other_groups,
    other_actors,
)


def at_odds(a: Report, b: Report) -> bool:
    """Whether any veto keeps two reports apart."""
    return any(veto(a, b) for veto in VETOES)


def weigh(a: Report, b: Report) -> dict[str, float]:
    """What each feature that says anything adds to or takes from the score of a pair."""
    weights = load_settings().weights
    found = {name.__name__: name(a, b) * weights[name.__name__] for name in FEATURES}
    return {name: round(value, 4) for name, value in found.items() if value}


@cache
def compare_classes(a: str, b: str) -> float:
    """How alike two event classes are, by their local names."""
    if a == b:
        return 1.0
    if a in event_class(b).ancestors or b in event_class(a).ancestors:
        return 0.9
    return 0.8 if b in load_settings().kindred.get(a, ()) else 0.0


def _are_linked_in_part(a: Report, b: Report) -> bool:
    """Is there a role in which one has an entity and the other has none?"""
    return bool(a.sources) != bool(b.sources) or bool(a.targets) != bool(b.targets)


def _others(a: Report, b: Report) -> tuple[frozenset[str], frozenset[str]]:
    """Whom and what the articles name, apart from the actors and their states."""
    actors = (*a.sources, *a.targets, *b.sources, *b.targets)
    known = {actor.iri for actor in actors}.union(*(actor.countries for actor in actors))
    return a.context - known, b.context - known


def _days_between(a: Report, b: Report) -> int | None:
    """Between two reports of which one gives no time; None when both do, or it is not known."""
    one, other = _moment(a), _moment(b)
    if (a.time and b.time) or one is None or other is None:
        return None
    return abs((one - other).days)


def _moment(report: Report) -> date | None:
    """When it happened, or was told."""
    return (report.span.latest if report.time else None) or report.published


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.lower().split() if len(word) > _SHORT)


def _countries(report: Report) -> frozenset[str]:
    """What is known of the countries of its places: the larger places, and states themselves."""
    return report.around | {place for place in report.places if "state/" in place}


def _nested(a: Report, b: Report) -> bool:
    return bool(a.places & b.around or b.places & a.around)


def _distance(a: Report, b: Report) -> float | None:
    """The least relative difference of two numbers with one unit, None without such a pair."""
    pairs = [
        abs(x.value - y.value) / max(abs(x.value), abs(y.value), 1)
        for x in a.amounts
        for y in b.amounts
        if x.value is not None and y.value is not None and _same_unit(x, y)
    ]
    return min(pairs, default=None)


def _same_unit(a: Amount, b: Amount) -> bool:
    return a.unit is None or b.unit is None or a.unit == b.unit
