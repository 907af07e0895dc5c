"""Name to IRI for all but people: a gazetteer entry, or one minted from the name."""

from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.extract.annotations import set_spans, spans_of
from kg.extract.syntax.tree import Node, feature, nodes, root_of, sentence_of, tree
from kg.language import language
from kg.link.cities import abbreviated, choose_city
from kg.link.decisions import decide
from kg.link.settings import load_settings
from kg.ontology.entries import Entry
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE
from kg.ontology.state_kinds import load_state_kinds
from kg.slug import slug

FOLDERS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GROUP": "community",
    "PLACE": "place",
    "STATE": "state",
}
UNKNOWN = "XX"
"""Stands for the state of a person or place of which no state is known."""
ACTING = frozenset(["nsubj", "obl:agent"])
"""Relations in which the name of a seat of government stands for the government."""
BESIDE = 3
"""Tokens between "Atlanta" and "Georgia", brackets and commas counted."""


@Pipeline.factory(
    "linker",
    requires=["doc.spans", "token.dep"],
    assigns=["doc.spans", "doc._.decisions", "doc._.countries"],
)
class Linker:
    """Component: one IRI as `kb_id_` of every mention but people's, decisions and countries.

    decisions: (start, end) of a mention in tokens to the Decision between several entries.
    countries: IRI of what the gazetteer lacks to the ISO 3166-1 alpha-3 code that the text gives.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        states = (entry for entry in self.gazetteer.entries() if entry.type == "STATE")
        self.states = {entry.label(str(nlp.lang)).lower(): entry.iri for entry in states}
        regions = self.language.region_nouns
        self.halved = {iri for x, iri in self.states.items() if not regions.isdisjoint(x.split())}
        self.together = load_state_kinds(str(nlp.lang)).together
        for attribute in ("decisions", "countries"):
            Doc.set_extension(attribute, default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        doc._.decisions, doc._.countries = {}, {}
        mentions = spans_of(doc, "mentions")
        certain = [span for span in mentions if is_certain(span)]
        linked = [self.link(span, certain) for span in mentions if not self.is_several(span)]
        halves = list(self.halves(doc, linked))
        kept = [span for span in linked if span.start not in {half.start for half in halves}]
        set_spans(doc, "mentions", sorted([*kept, *halves], key=lambda span: span.start))
        return doc

    def is_several(self, span: Span) -> bool:
        """Does it name states together: "the Koreas"?"""
        return not span.kb_id_ and root_of(span).lower_ in self.together

    def halves(self, doc: Doc, linked: list[Span]) -> Iterator[Span]:
        """ "The North" as the last state before that is called so, "North Korea", or its like."""
        if not any(span.kb_id_ in self.halved for span in linked):
            return
        at = {i: span for span in linked for i in range(span.start, span.end)}
        states: dict[str, str] = {}
        for i, word in enumerate(tree(doc).words):
            span = at.get(i)
            entry = self.gazetteer.get(span.kb_id_) if span is not None else None
            if entry is not None and entry.type == "STATE":
                states = self.regional(entry, states)
            elif word in states and entry is None and self.is_half(nodes(doc)[i], span):
                yield Span(doc, i, i + 1, "STATE", kb_id=states[word], span_id="name")

    def regional(self, entry: Entry, states: dict[str, str]) -> dict[str, str]:
        """Regions to states: those so far, of a state named after one, and of its like."""
        label = entry.label(self.language.code).lower()
        own = [word for word in label.split() if word in self.language.region_nouns]
        if not own:
            return states
        labels = ((word, label.replace(own[0], word)) for word in self.language.region_nouns)
        like = {word: self.states[name] for word, name in labels if name in self.states}
        return {**like, **states, own[0]: entry.iri}

    def is_half(self, token: Node, name: Span | None) -> bool:
        """Is it "the North", with a capital and an article and in no longer name?"""
        words, joined = token.children, self.language.prepositions
        article = any("Def" in feature(w, "Definite") or w.lower_ in joined for w in words)
        alone = (name is None or len(name) == 1) and all(w.dep_ in ("det", "case") for w in words)
        return token.text[0].isupper() and article and alone

    def link(self, span: Span, certain: list[Span]) -> Span:
        """The mention with one IRI; people stay as they are.

        The name of a seat of government that acts is its state: "Moscow accused" is Russia, "in
        Moscow" the city.
        """
        if city := self.city(span, certain):
            return relink(span, city, "PLACE")
        if span.label_ == "PERSON":
            return span
        if not span.kb_id_:
            return relink(span, self.mint(span, certain))
        entry = self.gazetteer.entry(self.choose(span, certain))
        if entry.type == "PLACE" and entry.institutions and not self.is_where(root_of(span)):
            return relink(span, self.resident(span.doc, entry), "ORG")
        if entry.seat_of and acts(root_of(span)):
            return relink(span, entry.seat_of, "STATE")
        return relink(span, entry.iri, "ORG" if self.is_palace(entry) else entry.type)

    def city(self, span: Span, certain: list[Span]) -> str | None:
        """The city that a name means which the gazetteer lacks, None when it means none.

        The recogniser also takes a town for a person or organisation, and some are called like
        people of the gazetteer: then the text has to say that something is there.
        """
        is_unknown = not span.kb_id_ or span.id_ == "short"
        if not is_unknown or not (span.label_ == "PLACE" or self.is_where(root_of(span))):
            return None
        decision = choose_city(span, certain)
        if decision is None:
            return None
        span.doc._.decisions[span.start, span.end] = decision
        iri = decision.best.iri
        span.doc._.countries[iri] = iri.split("/")[-2]
        return iri

    def mint(self, span: Span, certain: list[Span]) -> str:
        """The IRI of what the gazetteer lacks: "Aspen, Colorado" is a place in that state."""
        if span.label_ != "PLACE":
            return mint(span.label_, span.text)
        after = (other for other in certain if 0 < other.start - span.end < BESIDE)
        around = [
            self.gazetteer.country(o.kb_id_) for o in after if sentence_of(o) == sentence_of(span)
        ]
        around += sorted({code for code, _ in abbreviated(span)})
        country = next((code for code in around if code), None)
        iri = mint("PLACE", span.text, country or UNKNOWN)
        if country:
            span.doc._.countries[iri] = country
        return iri

    def resident(self, doc: Doc, entry: Entry) -> str:
        """The institution that the name of its building stands for: "the Pentagon said"."""
        iri = self.gazetteer.institution(entry.institutions[0], str(entry.country))
        doc._.countries[iri] = str(entry.country)
        return iri

    def is_where(self, token: Node) -> bool:
        """Does the text say that something is there: "at the Pentagon"?"""
        cases = (child.lower_ for child in token.children if child.dep_ == "case")
        words = self.language
        return any(words.prepositions.get(case, case) in words.locative for case in cases)

    def is_palace(self, entry: Entry) -> bool:
        """The Kremlin or the White House: mostly those who work there."""
        return entry.seat_of is not None and self.gazetteer.capital(entry.seat_of[-3:]) != entry.iri

    def choose(self, span: Span, certain: list[Span]) -> str:
        """The IRI of the candidate that fits best."""
        iris = span.kb_id_.split(" ")
        if len(iris) == 1:
            return iris[0]
        decision = decide({iri: self.weigh(iri, span, certain) for iri in iris})
        span.doc._.decisions[span.start, span.end] = decision
        return decision.best.iri

    def weigh(self, iri: str, span: Span, certain: list[Span]) -> dict[str, float]:
        """What speaks for an entry, with its weight."""
        entry, weights = self.gazetteer.entry(iri), load_settings().weights
        others = [
            other for other in certain if self.gazetteer.country(other.kb_id_) == entry.country
        ]
        within = [other for other in others if other.label_ != "STATE"]
        reasons = {
            "state": entry.type == "STATE",
            "seat_of_government": entry.seat_of is not None,
            "beside": any(abs(distance(span, other)) < BESIDE for other in within),
            "compatriots": bool(within),
            "country_near": entry.type != "STATE" and len(others) > len(within),
        }
        return {name: weights[name] for name, holds in reasons.items() if holds}


def acts(token: Node) -> bool:
    """Is it the subject of a clause, its agent, or one of several?"""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token.dep_ in ACTING


def is_certain(span: Span) -> bool:
    """Does the gazetteer know only one thing of that name?"""
    return bool(span.kb_id_) and " " not in span.kb_id_ and span.label_ != "PERSON"


def distance(span: Span, other: Span) -> int:
    """Tokens between two mentions that do not overlap."""
    return max(other.start - span.end, span.start - other.end)


def relink(span: Span, iri: str, label: str | None = None) -> Span:
    """The mention with another IRI, and type."""
    label = label or span.label_
    if iri == span.kb_id_ and label == span.label_:
        return span
    return Span(span.doc, span.start, span.end, label, kb_id=iri, span_id=span.id_)


def mint(label: str, name: str, country: str | None = None) -> str:
    """An IRI made from a name: the same name gives the same node in every article and language.

    country: ISO 3166-1 alpha-3, which tells people from their namesakes.
    """
    folder = f"{FOLDERS[label]}/{country}" if country else FOLDERS[label]
    return f"{BASE}{folder}/{slug(name)}"
