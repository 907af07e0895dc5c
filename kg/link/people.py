"""Name to IRI for people: whom of the gazetteer a name means here, or somebody whom it lacks.

All names of one person in an article are decided together: "Lavrov" is the "Sergei Lavrov" of the
sentence before. Somebody outside the gazetteer is told apart by name and country; who is called by
a surname alone is nobody's namesake in another article.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.extract.annotations import set_spans, spans_of
from kg.extract.mentions.people import PARTICIPANTS
from kg.extract.syntax.tree import sentence_of
from kg.link.bearers import load_people
from kg.link.decisions import Decision, decide
from kg.link.features import Context, StatedOffice, weigh
from kg.link.names import UNKNOWN, mint
from kg.link.offices import Holding
from kg.link.settings import load_settings
from kg.ontology.gazetteer import load_gazetteer
from kg.slug import slug

Groups = Mapping[str, list[Span]]
"""Fullest name that an article gives a person to the mentions of that person."""
States = Sequence[tuple[str, int]]
"""ISO 3166-1 alpha-3 of each state that an article names, and the first token of the sentence."""


@Pipeline.factory(
    "identities",
    requires=["doc.spans", "doc._.holdings", "doc._.decisions", "doc._.countries"],
    assigns=[
        "doc.spans",
        "doc._.holdings",
        "doc._.decisions",
        "doc._.countries",
        "doc._.namesakes",
    ],
)
class PeopleLinker:
    """Component: the IRI of every person, also in `doc._.holdings`.

    Adds to `doc._.countries` the states of people that titles in the article give, and sets
    `doc._.namesakes`, the IRIs of those who may be somebody of the gazetteer and may be not.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.people = load_people()
        self.settings = load_settings()
        Doc.set_extension("namesakes", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        doc._.namesakes = frozenset()
        linked = self.link(group_people(doc), self.states(doc))
        mentions = [
            settle(span, linked[span.start]) if span.label_ == "PERSON" else span
            for span in spans_of(doc, "mentions")
            if span.label_ != "PERSON" or linked[span.start]
        ]
        set_spans(doc, "mentions", mentions)
        self.settle_offices(doc)
        return doc

    def states(self, doc: Doc) -> States:
        """The states that an article names."""
        others = [span for span in spans_of(doc, "mentions") if span.label_ != "PERSON"]
        codes = [(span, self.gazetteer.country(span.kb_id_)) for span in others]
        return [(code, sentence_of(span).start) for span, code in codes if code]

    def link(self, groups: Groups, states: States) -> dict[int, str]:
        """First token of each mention of a person to its IRI; full names go first."""
        linked: dict[int, str] = {}
        named: frozenset[str] = frozenset()
        for name, spans in sorted(groups.items(), key=lambda item: (" " not in item[0], item[0])):
            iri = self.identify(name, spans, named, states)
            named |= {iri} if " " in name else set()
            linked.update({span.start: iri for span in spans})
        return linked

    # ------------------------------------------------------------ who is it

    def identify(self, name: str, spans: list[Span], named: frozenset[str], states: States) -> str:
        """The IRI of the person whom an article calls by a name, "" for a word that is no name.

        named: IRIs of the people whom the article names in full.
        """
        doc = spans[0].doc
        context = self.context(doc, spans, named, states)
        bearers = self.people.find(name)
        reasons = {bearer.iri: weigh(bearer, context) for bearer in bearers}
        if not reasons:
            return self.mint(name, spans, context)
        decision = decide(reasons, self.settings.sure)
        if decision.best.score < self.settings.accept:
            iri = self.mint(name, spans, context)
            doc._.namesakes |= {iri}
            return iri
        self.record(doc, spans, decision)
        return decision.best.iri

    def mint(self, name: str, spans: list[Span], context: Context) -> str:
        """The IRI of somebody whom the gazetteer lacks."""
        if not any(is_name(span) for span in spans):
            return ""
        stated = sorted({office.country for office in context.offices if office.country})
        if " " not in name:
            article = str(spans[0].doc.user_data.get("article", ""))
            name = f"{name} {sha256(article.encode()).hexdigest()[:8]}"
        return mint("PERSON", name, stated[0] if stated else UNKNOWN)

    def context(
        self, doc: Doc, spans: list[Span], named: frozenset[str], states: States
    ) -> Context:
        """What the article says around the mentions of one person."""
        sentences = {sentence_of(span).start for span in spans}
        beside = {(span.start, span.end) for span in spans}
        offices = frozenset(
            StatedOffice(holding.title.kb_id_, holding.country)
            for holding in doc._.holdings
            if holding.person is not None and (holding.person.start, holding.person.end) in beside
        )
        near = {code for code, sentence in states if sentence in sentences}
        return Context(
            published=doc.user_data.get("published"),
            offices=offices,
            near=frozenset(near | {office.country for office in offices if office.country}),
            mentioned=frozenset(code for code, _ in states),
            named=named,
        )

    @staticmethod
    def record(doc: Doc, spans: Iterable[Span], decision: Decision) -> None:
        """Keep the reasons for the link of each mention."""
        doc._.decisions.update({(span.start, span.end): decision for span in spans})

    # ------------------------------------------------------------ offices

    def settle_offices(self, doc: Doc) -> None:
        """People of the holdings by their IRIs; "the minister of his country" by its state."""
        at = {span.start: span for span in spans_of(doc, "mentions")}
        holdings, doc._.holdings = doc._.holdings, []
        for holding in holdings:
            person = at.get(holding.person.start) if holding.person is not None else None
            country = holding.country or self.country_through(holding, at)
            of = holding.of if country or not holding.own_country else None
            settled = replace(holding, person=person, country=country, of=of)
            doc._.holdings.append(settled)
            if person is not None and country:
                doc._.countries.setdefault(person.kb_id_, country)

    def country_through(self, holding: Holding, at: Mapping[int, Span]) -> str | None:
        """The state of whose office it is: "Putin's minister", "the minister of his country"."""
        title, of = holding.title, holding.of
        if of is not None and of.start in at and at[of.start].label_ == "PERSON":
            return self.country(at[of.start])
        if not holding.own_country:
            return None
        before = [
            span
            for span in reversed(spans_of(title.doc, "mentions"))
            if sentence_of(title).start <= span.start < title.start and span.label_ == "PERSON"
        ]
        return next((code for span in before if (code := self.country(span))), None)

    def country(self, person: Span) -> str | None:
        """ISO code of a person's state: from the gazetteer, or from a title before."""
        countries: Mapping[str, str] = person.doc._.countries
        return self.gazetteer.country(person.kb_id_) or countries.get(person.kb_id_)


def is_name(span: Span) -> bool:
    """Is a surname that the gazetteer knows a name here: by the recogniser, or by what it does?"""
    return span.id_ == "name" or bool(span.root.ent_type_) or span.root.dep_ in PARTICIPANTS


def settle(span: Span, iri: str) -> Span:
    """The mention of a person with its IRI."""
    return Span(span.doc, span.start, span.end, "PERSON", kb_id=iri, span_id="name")


def group_people(doc: Doc) -> Groups:
    """The mentions of people by the fullest name that the article gives each."""
    people = [span for span in spans_of(doc, "mentions") if span.label_ == "PERSON"]
    full_names = sorted({span.text for span in people}, key=lambda name: (-len(name.split()), name))
    fullest_of = {name: fullest(name, full_names) for name in full_names}
    groups: dict[str, list[Span]] = defaultdict(list)
    for span in people:
        groups[fullest_of[span.text]].append(span)
    return groups


def fullest(name: str, full_names: list[str]) -> str:
    """The fullest name of the article that this one shortens: "Lavrov" is "Sergei Lavrov".

    full_names: the personal names of the article, longest first. A short name that could be two
    people stays as it is.
    """
    words = name_words(name)
    longer = [full for full in full_names if words < name_words(full)]
    slugs = {
        slug(full)
        for full in longer
        if not any(name_words(full) < name_words(other) for other in longer)
    }
    return longer[0] if len(slugs) == 1 else name


@lru_cache(maxsize=1024)
def name_words(name: str) -> frozenset[str]:
    """The words of a name without regard to accents and case."""
    return frozenset(slug(name).split("-"))
