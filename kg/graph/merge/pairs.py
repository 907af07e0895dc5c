"""Which reports are compared with which: those that stand near each other in a block.

Two reports meet in a block when their classes share a PLOVER root, or those of kindred classes, and
the reports an actor, a pair of actors, the article, the words in copies of one story, or, without
any actor, a place. A block is sorted by day and each report is compared with the next in it.
"""

from datetime import date
from itertools import combinations

from kg.graph.merge.reports import Report
from kg.graph.merge.settings import load_settings
from kg.ontology.classes import event_class

Block = tuple[str, ...]

_ACTORS = 4


def find_blocks(report: Report) -> set[Block]:
    """The blocks of a report: each begins with a root of its class or of a kindred one."""
    kindred = load_settings().kindred.get(report.type, frozenset())
    roots = {event_class(name).root for name in (report.type, *kindred)}
    actors = report.sources + report.targets
    names = sorted({actor.iri for actor in actors})
    states = sorted({state for actor in actors for state in actor.countries})
    places = report.places | report.around if not actors else frozenset()
    keys: list[Block] = [("in", report.article), *(("at", place) for place in places)]
    keys.append(("as", report.story, *report.wording))
    keys += [(name,) for name in [*names, *states]]
    keys += [*combinations(names[:_ACTORS], 2), *combinations(states[:_ACTORS], 2)]
    return {(root, *key) for root in roots for key in keys}


def find_day(report: Report) -> date:
    """When it happened, or for an undated report when it was told."""
    days = [report.span.earliest, report.span.latest, report.published]
    return next((day for day in days if day is not None), date.min)
