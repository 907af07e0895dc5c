"""All that articles say as far as merging asks, taken in article by article."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.graph.merge.copies import Printed, read_printed
from kg.graph.merge.people.reading import Register
from kg.graph.merge.reading import Entities, read_reports
from kg.graph.merge.records import Told
from kg.graph.merge.reports import Report


@dataclass(frozen=True, slots=True)
class Gathered:
    """What many articles say."""

    reports: list[Report] = field(default_factory=list)
    """As each article has them: see `complete_report`."""
    printed: list[Printed] = field(default_factory=list)
    entities: Entities = field(default_factory=Entities)
    register: Register = field(default_factory=Register)


def gather(articles: Iterable[Told]) -> Gathered:
    """Take in what articles say; none is kept whole."""
    found = Gathered()
    for told in articles:
        found.reports.extend(read_reports(told))
        found.printed.extend(read_printed(told))
        found.entities.add(told)
        found.register.add(told)
    return found
