"""What a dataset says, asked for in SPARQL, before any choice of what to show."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Dataset

from kg.graph.iris import GAZETTEER
from kg.ontology.namespaces import DCTERMS, KG, RDFS
from kg.view.aliases import Aliases, read_aliases, resolve
from kg.view.labels import FALLBACK, local_name, pick_label
from kg.view.model import NodeType
from kg.view.records import Record, Records, ask_rows, describe, literals, value

TYPES: Mapping[str, NodeType] = {
    str(KG.State): "state",
    str(KG.Person): "person",
    str(KG.Organisation): "organisation",
    str(KG.ArmedGroup): "group",
    str(KG.Community): "group",
    str(KG.Place): "place",
}
CIRCUMSTANCES = "kg:reportedTime|kg:time|kg:reportedQuantity|kg:quantity|kg:officeKind"


@dataclass(frozen=True, slots=True)
class Answers:
    """The parts of a dataset that a page is made of, each by IRI."""

    lang: str
    """ISO 639-1: the language of most articles, which is that of the page."""
    articles: Records
    entities: Records
    events: Records
    reports: Records
    tenures: Records
    agreements: Records
    things: Records
    """Times, quantities and kinds of office."""
    official: Records
    """What the gazetteer says of the entities."""
    mentioned: Mapping[str, tuple[str, ...]]
    """Entity to the articles that mention it."""

    def label(self, iri: str) -> str:
        """Name a thing in the language of the page: as the gazetteer does, else as articles do."""
        labels = literals(self.official.get(iri, {}), RDFS.label)
        if not any(label.language == self.lang for label in labels):
            record: Record = self.entities.get(iri) or self.things.get(iri) or {}
            labels = literals(record, RDFS.label)
        return pick_label(labels, self.lang) or local_name(iri)


def ask(dataset: Dataset) -> Answers:
    """Ask a dataset, whose default graph is the union of all, for everything a page needs."""
    articles = describe(dataset, "?s a kg:Article .")
    aliases = read_aliases(dataset)
    return Answers(
        lang=_main_language(articles),
        articles=articles,
        entities=resolve(describe(dataset, _any_type("?s")), aliases),
        events=describe(dataset, "?s gaf:denotedBy ?report ."),
        reports=resolve(describe(dataset, "?s a kg:Report ."), aliases),
        tenures=resolve(describe(dataset, "?s a kg:Tenure ."), aliases),
        agreements=describe(dataset, "?s a kg:Agreement ."),
        things=describe(dataset, f"?subject {CIRCUMSTANCES} ?s ."),
        official=describe(dataset, "", graph=GAZETTEER.value),
        mentioned=_mentioned(dataset, aliases),
    )


def _any_type(variable: str) -> str:
    classes = " ".join(f"<{iri}>" for iri in TYPES)
    return f"VALUES ?class {{ {classes} }} {variable} a ?class ."


def _mentioned(dataset: Dataset, aliases: Aliases) -> Mapping[str, tuple[str, ...]]:
    rows = ask_rows(
        dataset,
        "SELECT DISTINCT ?entity ?article WHERE { ?article a kg:Article . "
        f"GRAPH ?article {{ {_any_type('?entity')} }} }}",
    )
    articles: dict[str, set[str]] = defaultdict(set)
    for entity, article in ((str(row[0]), str(row[1])) for row in rows):
        articles[aliases.get(entity, entity)].add(article)
    return {entity: tuple(sorted(articles[entity])) for entity in sorted(articles)}


def _main_language(articles: Records) -> str:
    """Find the language of most articles, the first in the alphabet where several tie."""
    counts = Counter(value(record, DCTERMS.language) for record in articles.values())
    ranked = sorted((-count, lang) for lang, count in counts.items() if lang)
    return ranked[0][1] if ranked else FALLBACK
