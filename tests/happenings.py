"""A small world of events in memory, made by hand: what the named queries are asked about."""

from dataclasses import dataclass, field
from itertools import count

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.terms import LABEL, TYPE, decimal, node, number, plain, words
from kg.ontology.namespaces import DCTERMS, GAF, KG, PROV, RDFS, XSD

XSD_DATE = node(XSD.date)
NAMES = {
    "state/BRA": "Brazil",
    "state/PRY": "Paraguay",
    "state/ARG": "Argentina",
    "person/lula": "Lula",
    "person/pena": "Peña",
    "person/milei": "Milei",
    "place/PRY/asuncion": "Asunción",
}
CODES = {"BRA": "BR", "PRY": "PY", "ARG": "AR"}
HOME = {"person/lula": "BRA", "person/pena": "PRY", "person/milei": "ARG"}


def iri(name: str) -> NamedNode:
    """state/BRA and the like under the base."""
    kind, _, rest = name.partition("/")
    return NamedNode(PREFIXES[kind] + rest)


@dataclass
class World:
    """Events, each with a report in an article, added one at a time."""

    store: Store = field(default_factory=Store)
    numbers: count = field(default_factory=lambda: count(1))

    def say(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        self.store.add(Quad(subject, node(predicate), value, DefaultGraph()))

    def add_names(self) -> None:
        for name, label in NAMES.items():
            kind = {"state": KG.State, "person": KG.Person, "place": KG.Place}[name.split("/")[0]]
            self.say(iri(name), TYPE.value, node(kind))
            self.say(iri(name), LABEL.value, words(label, "en"))
        for code, short in CODES.items():
            self.say(iri(f"state/{code}"), KG.country, iri(f"state/{code}"))
            self.say(iri(f"state/{code}"), KG.iso3166alpha3, plain(code))
            self.say(iri(f"state/{code}"), KG.iso3166alpha2, plain(short))
        for name, code in HOME.items():
            self.say(iri(name), KG.country, iri(f"state/{code}"))
        self.say(iri("place/PRY/asuncion"), KG.country, iri("state/PRY"))

    def add_article(self, name: str, publisher: str | None = None) -> NamedNode:
        article = NamedNode(PREFIXES["article"] + name)
        self.say(article, TYPE.value, node(KG.Article))
        self.say(article, DCTERMS.identifier, plain(name))
        if publisher:
            self.say(article, DCTERMS.publisher, plain(publisher))
        return article

    def add_event(self, kind, source=None, target=None, day=None, **others) -> NamedNode:
        """A merged event and its report; others: as `add_report` takes them, and place."""
        event = NamedNode(f"{PREFIXES['event']}{next(self.numbers)}")
        for name in (KG.Event, KG[kind]):
            self.say(event, TYPE.value, node(name))
        for predicate, actor in ((KG.source, source), (KG.target, target)):
            if actor:
                self.say(event, predicate, iri(actor))
        if day:
            self.say(event, KG.time, self.add_time(day))
        if place := others.pop("place", None):
            self.say(event, KG.place, iri(place))
        self.say(event, KG.polarity, plain(others.get("polarity", "positive")))
        self.say(event, KG.modality, plain(others.get("modality", "actual")))
        self.add_report(event, kind, source, target, day, **others)
        return event

    def add_report(
        self,
        event: NamedNode,
        kind: str,
        source: str | None = None,
        target: str | None = None,
        day: str | None = None,
        *,
        article: str = "one",
        publisher: str | None = None,
        polarity: str = "positive",
        modality: str = "actual",
        amount: tuple[int, str] | None = None,
        qualifier: str | None = None,
        speaker: str | None = None,
        theme: str | None = None,
        counts: str = KG.reportedQuantity,
    ) -> NamedNode:
        """One more report of an event."""
        report = NamedNode(f"{PREFIXES['report']}{next(self.numbers)}")
        self.say(event, GAF.denotedBy, report)
        self.say(report, TYPE.value, node(KG.Report))
        self.say(report, KG.eventType, node(KG[kind]))
        self.say(report, PROV.wasDerivedFrom, self.add_article(article, publisher))
        self.say(report, KG.sentence, words(f"{source} {kind} {target} {report.value[-2:]}.", "en"))
        self.say(report, KG.polarity, plain(polarity))
        self.say(report, KG.modality, plain(modality))
        for predicate, actor in ((KG.reportedSource, source), (KG.reportedTarget, target)):
            if actor:
                self.say(report, predicate, iri(actor))
        if day:
            self.say(report, KG.reportedTime, self.add_time(day))
        if theme:
            self.say(report, KG.reportedTheme, words(theme, "en"))
        if speaker:
            self.say(report, KG.attributedTo, iri(speaker))
            self.say(report, KG.attributionText, words(NAMES[speaker], "en"))
        if amount:
            quantity = self.add_quantity(*amount, qualifier)
            self.say(report, counts, quantity)
            self.say(event, KG.quantity, quantity)
        self.count_tellings(event)
        return report

    def count_tellings(self, event: NamedNode) -> None:
        """Each report is a telling of its own."""
        for predicate in (KG.tellings, KG.outlets):
            for quad in list(self.store.quads_for_pattern(event, node(predicate), None)):
                self.store.remove(quad)
        reports = self.find(event, GAF.denotedBy)
        articles = set[NamedNode]().union(
            *(self.find(report, PROV.wasDerivedFrom) for report in reports)
        )
        outlets = {next(iter(self.find(one, DCTERMS.publisher)), one) for one in articles}
        self.say(event, KG.tellings, number(len(reports)))
        self.say(event, KG.outlets, number(len(outlets)))

    def find(self, subject: NamedNode, predicate: str) -> set[NamedNode]:
        """What is said of a subject."""
        quads = self.store.quads_for_pattern(subject, node(predicate), None)
        return {quad.object for quad in quads}

    def report_of(self, event: NamedNode) -> NamedNode:
        """The first report of an event."""
        quads = self.store.quads_for_pattern(event, node(GAF.denotedBy), None)
        return min((quad.object for quad in quads), key=str)

    def add_time(self, day: str) -> NamedNode:
        time = NamedNode(PREFIXES["edtf"] + day)
        self.say(time, KG.edtf, plain(day))
        for predicate in (KG.earliest, KG.latest):
            self.say(time, predicate, Literal(day, datatype=XSD_DATE))
        return time

    def add_quantity(self, value: int, unit: str, qualifier: str | None) -> NamedNode:
        quantity = NamedNode(f"{PREFIXES['quantity']}{qualifier}-{value}-{unit}".replace(" ", "-"))
        self.say(quantity, KG.value, number(value))
        self.say(quantity, KG.unit, plain(unit))
        self.say(quantity, LABEL.value, words(f"{qualifier or ''} {value} {unit}s".strip(), "en"))
        if qualifier:
            self.say(quantity, KG.qualifier, plain(qualifier))
        return quantity

    def add_unsure_link(self, text: str, taken: str, *others: str, article: str = "one") -> None:
        link = NamedNode(f"{PREFIXES['linking']}{next(self.numbers)}")
        self.say(link, TYPE.value, node(KG.UnsureLink))
        self.say(link, PROV.wasDerivedFrom, self.add_article(article))
        self.say(link, KG.mentionText, words(text, "en"))
        self.say(link, KG.mentionStart, number(7))
        self.say(link, KG.linkedTo, iri(taken))
        self.say(link, KG.score, decimal(0.4))
        self.say(link, RDFS.comment, words("same_name +0.40", "en"))
        for other in others:
            self.say(link, KG.couldBe, iri(other))


def make_world() -> World:
    """The names alone."""
    world = World()
    world.add_names()
    return world
