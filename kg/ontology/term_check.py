"""Terms of office that cannot be: dates that are none, and two holders at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.edtf import Span, to_span
from kg.ontology.entries import DURING, HEADS, HELD, KIND, OWNER
from kg.ontology.gazetteer_data import Statements
from kg.ontology.namespaces import KG

UNKNOWN = frozenset(["", ".."])


@dataclass(frozen=True, slots=True)
class Surely:
    """The days on which a term ran however its dates are read, both included."""

    term: str
    person: str
    first: date
    last: date


def term_fault(value: str) -> str | None:
    """What is wrong with the dates of a term, None if nothing is."""
    start, slash, end = value.partition("/")
    for part in (start, end) if slash else (start,):
        if part not in UNKNOWN and to_span(part) == Span():
            return f"{part!r} is no EDTF date"
    first, last = to_span(start).earliest, to_span(end).latest if slash else None
    if first and last and first > last:
        return f"{value} ends before it begins"
    return None


def list_overlaps(data: Statements) -> Iterator[tuple[str, str, str]]:
    """Terms of two people at the head of one government that overlap, and when, in EDTF."""
    for (kind, _), terms in sure_terms(data).items():
        if data.values(kind, HEADS) != ["true"]:
            continue
        for one, other in combinations(terms, 2):
            if one.person != other.person and (shared := shared_days(one, other)):
                yield one.term, other.term, shared


def list_twice(data: Statements) -> Iterator[tuple[str, str]]:
    """Terms of one person in one office that overlap."""
    for terms in sure_terms(data).values():
        for one, other in combinations(terms, 2):
            if one.person == other.person and shared_days(one, other):
                yield one.term, other.term


def shared_days(one: Surely, other: Surely) -> str | None:
    """The days that two terms share, in EDTF; None where one ends on the day the other begins."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first >= last:
        return None
    return f"{first}/{'..' if last == date.max else last}"


def sure_terms(data: Statements) -> dict[tuple[str, str], list[Surely]]:
    """(Kind of office, owner) to its terms with known dates, the first to begin first."""
    found: dict[tuple[str, str], list[Surely]] = defaultdict(list)
    for person in data.of_type(str(KG.Person)):
        for term in data.values(person, HELD):
            kinds, owners = data.values(term, KIND), data.values(term, OWNER)
            days = surely([*data.values(term, DURING), ""][0])
            if kinds and owners and days:
                found[kinds[0], owners[0]].append(Surely(term, person, *days))
    return {
        office: sorted(terms, key=lambda t: (t.first, t.term)) for office, terms in found.items()
    }


def surely(value: str) -> tuple[date, date] | None:
    """The days that an interval covers however its ends are read; None if that is not known.

    A term from 1990 to May 1994 surely ran from 31 December 1990 to 1 May 1994.
    """
    start, _, end = value.partition("/")
    first = to_span(start).latest
    last = date.max if end == ".." else to_span(end).earliest
    return (first, last) if first and last else None
