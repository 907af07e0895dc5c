"""Judgements of a graph directory: read, undone and confirmed by people.

A person's decision stands in the graph of judgements, which no build computes anew, and binds the
rules from then on. There is one judgement of a pair: a decision replaces what the rules say of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import JudgementError
from kg.graph.change.build import PageWriter, revise
from kg.graph.directory.store import open_store
from kg.graph.merge.joining import IriPair
from kg.graph.merge.judgements import (
    RULE,
    Kind,
    Verdict,
    describe_decision,
    judgement_iri,
    kind_of,
    verdict_terms,
)
from kg.graph.merge.reading import from_articles
from kg.graph.rdf.iris import JUDGEMENTS, MERGED
from kg.graph.rdf.terms import LABEL, TYPE, node
from kg.graph.rdf.union import Writer
from kg.ontology.namespaces import KG, RDFS


@dataclass(frozen=True, slots=True)
class Side:
    """A report or an actor that a judgement is about."""

    iri: str
    text: str
    """The sentence of the report or the names of the actor; "" for what has gone."""


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """One judgement with all that a reader needs."""

    id: str
    """Last part of its IRI."""
    kind: Kind
    verdict: Verdict
    sides: tuple[Side, Side]
    score: float
    reasons: str
    by: str
    """"rule", or the name of a person."""

    @property
    def by_rule(self) -> bool:
        """Did no person decide?"""
        return self.by == RULE

    @property
    def pair(self) -> IriPair:
        """IRIs of what it is about, the smaller first."""
        return self.sides[0].iri, self.sides[1].iri


def read_judgements(directory: Path) -> list[JudgementRecord]:
    """All judgements of a graph: people's first, then the least sure, then by id.

    Raises StoreError when the directory holds no graph.
    """
    store = open_store(directory)
    found = [
        _read_judgement(store, quad.subject, graph)
        for graph in (JUDGEMENTS, MERGED)
        for quad in store.quads_for_pattern(None, TYPE, node(KG.Judgement), graph)
        if isinstance(quad.subject, NamedNode)
    ]
    return sorted(found, key=lambda record: (record.by_rule, record.score, record.id))


def undo(directory: Path, judgement: str, *, by: str, write_page: PageWriter) -> JudgementRecord:
    """Take a person's decision back, or decide against a rule that the two are not the same.

    judgement: its id. by: who decides.
    Returns the judgement as it was. Raises JudgementError for an id that is not there or a name
    that no person has, StoreError when the directory holds no graph or is in use.
    """
    record = _find(directory, judgement, by)

    def change(writer: Writer) -> None:
        _forget(writer, record)
        if record.by_rule:
            _decide(writer, record, "not the same", by)

    revise(directory, change, write_page=write_page)
    return record


def confirm(directory: Path, judgement: str, *, by: str, write_page: PageWriter) -> JudgementRecord:
    """Decide that the two are the same, whatever rules or people said before.

    Parameters, result and errors are those of `undo`.
    """
    record = _find(directory, judgement, by)

    def change(writer: Writer) -> None:
        _forget(writer, record)
        _decide(writer, record, "same", by)

    revise(directory, change, write_page=write_page)
    return record


def _find(directory: Path, judgement: str, by: str) -> JudgementRecord:
    if not by.strip() or by == RULE:
        raise JudgementError(f"{by!r} is no name of a person: give another with --by.")
    found = [record for record in read_judgements(directory) if record.id == judgement]
    if not found:
        raise JudgementError(
            f"{directory} has no judgement {judgement!r}: kg merges {directory} lists them."
        )
    return found[0]


def _forget(writer: Writer, record: JudgementRecord) -> None:
    iri = judgement_iri(record.pair)
    writer.remove(list(writer.store.quads_for_pattern(iri, None, None, JUDGEMENTS)))


def _decide(writer: Writer, record: JudgementRecord, verdict: Verdict, by: str) -> None:
    """What the rules made of the pair stays beside the decision, for whoever reads it."""
    statements = describe_decision(record.pair, verdict, by, record.score, record.reasons)
    writer.add([Quad(*statement, JUDGEMENTS) for statement in statements])


def _read_judgement(store: Store, iri: NamedNode, graph: NamedNode) -> JudgementRecord:
    values: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(iri, None, None, graph):
        if isinstance(quad.object, NamedNode | Literal):
            values.setdefault(quad.predicate.value, []).append(quad.object.value)
    kind, verdict, pair = _read_verdict(values)
    return JudgementRecord(
        id=iri.value.rpartition("/")[2],
        kind=kind,
        verdict=verdict,
        sides=(_read_side(store, pair[0]), _read_side(store, pair[1])),
        score=float(values[str(KG.score)][0]),
        reasons=next(iter(values.get(str(RDFS.comment), ())), ""),
        by=values[str(KG.decidedBy)][0],
    )


def _read_verdict(values: Mapping[str, list[str]]) -> tuple[Kind, Verdict, IriPair]:
    terms = [*verdict_terms("events").items(), *verdict_terms("actors").items()]
    verdict, things = next(
        (name, values[term.value]) for name, term in terms if term.value in values
    )
    pair = (min(things), max(things))
    return kind_of(pair[0]), verdict, pair


def _read_side(store: Store, iri: str) -> Side:
    """What the articles say: the merged graph gives one node the names of all."""
    predicate = node(KG.sentence) if kind_of(iri) == "events" else LABEL
    quads = from_articles(store, subject=node(iri), predicate=predicate)
    texts = {quad.object.value for quad in quads if isinstance(quad.object, Literal)}
    return Side(iri, " / ".join(sorted(texts)))
