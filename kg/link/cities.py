"""Which of the cities of a name is meant: small features, each a number between 0 and 1.

The first line of each docstring is the explanation that users read; the weights are in
``ontologies/linking.yaml``. What scores too little stays unknown: most small towns are called like
many others, and like people.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10

from spacy.tokens import Span

from kg.extract.syntax.tree import nodes, sentence_of
from kg.link.decisions import Decision, decide
from kg.link.regions import Region, load_regions
from kg.link.settings import load_settings
from kg.ontology.cities import City, load_cities
from kg.ontology.entries import ALTERNATIVE, LABEL
from kg.ontology.gazetteer import load_gazetteer
from kg.slug import slug

BESIDE = 3
"""Tokens between "Atlanta" and "Georgia", brackets and commas counted."""
JOINING = frozenset(["ADP", "DET"])
"""What can stand between them besides: "Aspen in Colorado", but not "Aspen and Colorado"."""
SMALLEST, LARGEST = 15_000, 5_000_000
"""Inhabitants between which a city weighs more, by their logarithm."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article says around the name of a place."""

    name: str
    """The name as a slug."""
    beside: frozenset[Region] = frozenset()
    """The regions right after it; ("RUS", "") is the state itself."""
    near: frozenset[Region] = frozenset()
    """The regions and states named in its sentence."""
    mentioned: frozenset[Region] = frozenset()
    """The regions and states named in the article."""


Feature = Callable[[City, Surroundings], float]


def main_name(city: City, around: Surroundings) -> float:
    """Called by the name that English has for it."""
    return float(city.slugs[0] == around.name)


def population(city: City, around: Surroundings) -> float:
    """How large it is, from 15,000 (0) to five million inhabitants (1)."""
    people = min(max(city.population, SMALLEST), LARGEST)
    return log10(people / SMALLEST) / log10(LARGEST / SMALLEST)


def beside(city: City, around: Surroundings) -> float:
    """Its region or state stands right after the name."""
    return float(bool(around.beside & places_of(city)))


def elsewhere(city: City, around: Surroundings) -> float:
    """Another region or state stands right after the name."""
    return float(bool(around.beside) and not around.beside & places_of(city))


def state_named(city: City, around: Surroundings) -> float:
    """Its state is named in the same sentence (1), or in the article (0.75)."""
    return named((city.country, ""), around)


def region_named(city: City, around: Surroundings) -> float:
    """Its region is named in the same sentence (1), or in the article (0.75)."""
    return named((city.country, slug(city.region)), around) if city.region else 0.0


FEATURES: tuple[Feature, ...] = (
    main_name,
    population,
    beside,
    elsewhere,
    state_named,
    region_named,
)


def choose_city(span: Span, others: Sequence[Span]) -> Decision | None:
    """The decision between the cities of a name, None when there are none or none fits.

    others: the mentions of the Doc of which it is sure what they mean.
    """
    cities = load_cities().find(span.text)
    if not cities:
        return None
    settings, around = load_settings(), look_around(span, others)
    reasons = {city.iri: weigh(city, around) for city in cities}
    decision = decide(reasons, settings.sure_city)
    return decision if decision.best.score >= settings.accept_city else None


def weigh(city: City, around: Surroundings) -> dict[str, float]:
    """What each feature that says anything adds to or takes from the score of a city."""
    weights = load_settings().weights
    found = {f.__name__: f(city, around) * weights[f.__name__] for f in FEATURES}
    return {name: round(value, 4) for name, value in found.items() if value}


# ---------------------------------------------------------------- what stands around a name


def look_around(span: Span, others: Sequence[Span]) -> Surroundings:
    """The states and regions that an article names, by how near they are."""
    elsewhere = [other for other in others if other.start != span.start]
    named = [(other, regions_of(other.kb_id_)) for other in elsewhere]
    after = [narrowest(found) for other, found in named if stands_after(span, other)]
    return Surroundings(
        name=slug(span.text),
        beside=frozenset().union(*after, abbreviated(span)),
        near=frozenset().union(
            *(found for other, found in named if sentence_of(other) == sentence_of(span))
        ),
        mentioned=frozenset().union(*(found for _, found in named)),
    )


def stands_after(span: Span, other: Span) -> bool:
    """Does a state or region follow in the same sentence? Of cities, news list several."""
    near = 0 < other.start - span.end < BESIDE and sentence_of(other) == sentence_of(span)
    between = nodes(span.doc)[span.end : other.start] if near else ()
    joined = all(token.is_punct or token.pos_ in JOINING for token in between)
    return near and joined and load_cities().get(other.kb_id_) is None


def abbreviated(span: Span) -> frozenset[Region]:
    """What the abbreviation after a name can mean: "Rubinéia (SP)", "Aspen, Colo."."""
    after = nodes(span.doc)[span.end : min(span.end + BESIDE - 1, sentence_of(span).stop)]
    if not after or after[0].text not in (",", "(", "-", "/"):
        return frozenset()
    return next((found for t in after if (found := load_regions().get(t.text))), frozenset())


@cache
def regions_of(iri: str) -> frozenset[Region]:
    """The state of an entry, and under each of its names what may be a region of it."""
    gazetteer = load_gazetteer()
    entry = gazetteer.get(iri)
    if entry is None or entry.country is None:
        return frozenset()
    names = {""}
    if entry.type == "PLACE":
        facts = gazetteer.about(iri)
        names |= {slug(fact.value) for fact in facts if fact.predicate in (LABEL, ALTERNATIVE)}
    return frozenset((entry.country, name) for name in names)


def narrowest(regions: frozenset[Region]) -> frozenset[Region]:
    """The regions without their state, unless it is alone: "Aspen, Colorado" is in Colorado."""
    return frozenset(region for region in regions if region[1]) or regions


def places_of(city: City) -> frozenset[Region]:
    """The state and the region of a city."""
    return frozenset((city.country, name) for name in ("", slug(city.region)))


def named(region: Region, around: Surroundings) -> float:
    """Is a region or state named in the sentence (1), in the article (0.75), or not (0)?"""
    return 1.0 if region in around.near else 0.75 if region in around.mentioned else 0.0
