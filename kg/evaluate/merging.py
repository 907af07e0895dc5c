"""How well the reports of one event, and the names of one actor, are brought together."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Literal, NamedNode, Store

from kg.evaluate.bcubed import score_clusters, score_found
from kg.evaluate.cluster_files import ClusterRecord
from kg.evaluate.marks import Keyed, Mark, key_marks
from kg.evaluate.outcomes import Figures
from kg.graph.article.graph import article_triples
from kg.graph.change.gazetteer import to_containers
from kg.graph.merge import merge_articles
from kg.graph.rdf.iris import MERGED, article_iri
from kg.graph.rdf.terms import node
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE, GAF, KG, OWL
from kg.types import Argument, Extraction, Mention

PLACES = f"{BASE}place/"

Found = Mapping[str, list[Mark]]
"""Id of an article to what was found in it."""


@dataclass(frozen=True, slots=True)
class MergeScore:
    """B³ of the events or of the actors."""

    gold: int
    """Mentions of the gold; optional ones only if they were found."""
    missed: int
    spurious: int
    found: Figures
    """Over the mentions that were found: the merge alone."""
    whole: Figures
    """Missed mentions count as 0 in the recall, spurious ones in the precision."""


@dataclass(frozen=True, slots=True)
class MergeEvaluation:
    """The outcome of a comparison with a gold set of clusters."""

    events: MergeScore
    actors: MergeScore


def evaluate_merging(
    gold: Iterable[ClusterRecord], extractions: Iterable[Extraction]
) -> MergeEvaluation:
    """Merge what was read from articles and compare the events and actors with the gold's."""
    records, read = list(gold), list(extractions)
    store = merge(read)
    reports, mentions = find_reports(store, read), find_mentions(store, read)
    return MergeEvaluation(
        events=score_merge(key_marks(r.id, r.reports, reports.get(r.id, ())) for r in records),
        actors=score_merge(key_marks(r.id, r.mentions, mentions.get(r.id, ())) for r in records),
    )


def merge(extractions: Iterable[Extraction]) -> Store:
    """The graphs of articles and the merged graph, in memory."""
    store, gazetteer = Store(), load_gazetteer()
    for extraction in extractions:
        store.extend(article_triples(extraction))
    containers = to_containers(gazetteer)
    store.extend(list(merge_articles(store, known=gazetteer.label, containers=containers)))
    return store


def find_reports(store: Store, extractions: Iterable[Extraction]) -> Found:
    """The triggers of all reports, each with the IRI of its event."""
    events = {
        str(quad.object): str(quad.subject)
        for quad in store.quads_for_pattern(None, node(GAF.denotedBy), None, MERGED)
    }
    found: dict[str, list[Mark]] = defaultdict(list)
    for extraction in extractions:
        graph = article_iri(extraction.article.id)
        for report, start in _read_numbers(store, graph, KG.triggerStart).items():
            end = _read_numbers(store, graph, KG.triggerEnd)[report]
            found[extraction.article.id].append(Mark(start, end, events[report]))
    return found


def find_mentions(store: Store, extractions: Iterable[Extraction]) -> Found:
    """The words that mean an actor, each with the IRI that stands for it; pronouns are left out.

    A name read as a place may stand unmarked in the gold, which has actors alone.
    """
    canonical = {
        quad.object.value: quad.subject.value
        for quad in store.quads_for_pattern(None, node(OWL.sameAs), None, MERGED)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    return {
        extraction.article.id: [
            Mark(words.start, words.end, iri, optional=iri.startswith(PLACES))
            for words in _find_words(extraction)
            if (iri := canonical.get(str(words.entity), str(words.entity)))
        ]
        for extraction in extractions
    }


def score_merge(keyed: Iterable[Keyed]) -> MergeScore:
    """The figures of all articles together."""
    gold: dict[Hashable, str] = {}
    predicted: dict[Hashable, str] = {}
    for wanted, found in keyed:
        gold |= wanted
        predicted |= found
    return MergeScore(
        gold=len(gold),
        missed=len(gold.keys() - predicted.keys()),
        spurious=len(predicted.keys() - gold.keys()),
        found=score_found(gold, predicted),
        whole=score_clusters(gold, predicted),
    )


def _find_words(extraction: Extraction) -> Iterator[Mention | Argument]:
    """The mentions, and the arguments that stand for a person, such as "the Kenyan president".

    "The two presidents" stands for nobody in particular.
    """
    names = [mention for mention in extraction.mentions if mention.entity]
    yield from (mention for mention in names if mention.kind != "pronoun")
    arguments = chain.from_iterable(event.arguments for event in extraction.events)
    people: dict[tuple[int, int], dict[str | None, Argument]] = defaultdict(dict)
    for argument in arguments:
        if argument.type == "PERSON":
            people[argument.start, argument.end][argument.entity] = argument
    for person, *others in map(dict.values, people.values()):
        if person.entity and not others and not any(_names(name, person) for name in names):
            yield person


def _names(name: Mention, person: Argument) -> bool:
    """Is the name, or the pronoun, among the words for its bearer?"""
    overlap = name.start < person.end and person.start < name.end
    return overlap and name.entity == person.entity


def _read_numbers(store: Store, graph: NamedNode, predicate: str) -> Mapping[str, int]:
    quads = store.quads_for_pattern(None, node(predicate), None, graph)
    return {str(q.subject): int(q.object.value) for q in quads if isinstance(q.object, Literal)}
