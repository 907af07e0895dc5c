"""Reports to compare, made by hand."""

from collections.abc import Sequence
from datetime import date

from kg.graph.merge.cells import make_cell
from kg.graph.merge.joining import NO_DECISIONS, Decisions, Groups
from kg.graph.merge.memory import NOTHING
from kg.graph.merge.reading import possible_days
from kg.graph.merge.regrouping import regroup
from kg.graph.merge.reports import Actor, Amount, Report

BRA, PRY, ARG = (
    Actor(name, "state", frozenset([name])) for name in ("state/BRA", "state/PRY", "state/ARG")
)
LULA = Actor("person/lula", "named", frozenset(["state/BRA"]))
VIEIRA = Actor("person/vieira", "named", frozenset(["state/BRA"]))
PENA = Actor("person/pena", "named", frozenset(["state/PRY"]))
MILEI = Actor("person/milei", "named", frozenset(["state/ARG"]))
BRASILIA = Actor("place/BRA/brasilia", "place", frozenset(["state/BRA"]))
RIO = Actor("place/BRA/rio", "place", frozenset(["state/BRA"]))

AROUND = {
    "place/BRA/planalto": ["place/BRA/brasilia", "state/BRA"],
    "place/BRA/brasilia": ["state/BRA"],
    "place/BRA/rio": ["state/BRA"],
    "place/PRY/asuncion": ["state/PRY"],
}


def report(
    iri: str = "report/1",
    kind: str = "Meeting",
    sources: tuple[Actor, ...] = (LULA,),
    targets: tuple[Actor, ...] = (PENA,),
    time: str | None = "2024-06-03",
    place: str | None = None,
    *,
    article: str | None = None,
    published: date | None = date(2024, 6, 5),
    modality: str = "actual",
    theme: str = "",
    context: str = "",
    amount: Amount | None = None,
    lang: str = "en",
    polarity: str = "positive",
    links: tuple[tuple[str, str], ...] = (),
) -> Report:
    """A report in an article of its own unless one is named."""
    return Report(
        iri=iri,
        article=article or f"article/{iri}",
        type=kind,
        lang=lang,
        published=published,
        polarity=polarity,
        modality=modality,
        sources=sources,
        targets=targets,
        source_texts=("someone",),
        target_texts=("somebody",),
        places=frozenset([place] if place else []),
        around=frozenset(AROUND.get(place or "", [])),
        time=time,
        span=possible_days(time, published if modality == "actual" else None),
        theme=frozenset(theme.split()),
        amounts=(amount,) if amount else (),
        context=frozenset(context.split()),
        links=links,
    )


def cluster_reports(
    reports: Sequence[Report], decisions: Decisions = NO_DECISIONS, *, window: int = 30
) -> Groups[Report]:
    """Reports by event, decided from nothing."""
    cells, by_iri = {"": make_cell(b"", reports)}, {one.iri: one for one in reports}
    return regroup(cells, NOTHING, decisions, by_iri.__getitem__, window=window).groups
