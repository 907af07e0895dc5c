"""Ministries, courts, armies and governments of a state: "o Ministério da Defesa da Ucrânia".

A government stands for its state. An institution of a kind that every state has (see
ontologies/institutions.ttl) is one node in all languages, made of its state and kind, and in an
article that has named it in full the bare name too: "o ministério". Any other is an organisation of
its state, named by its words: no list is needed.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.extract.annotations import set_spans, spans_of
from kg.extract.mentions.finder import stands_alone
from kg.extract.mentions.name_index import build_index
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_plural
from kg.extract.syntax.tree import Node, nodes, tree
from kg.language import language
from kg.link.names import mint
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import load_lexicon
from kg.ontology.namespaces import KG

REACH = 3
"""Words from an institution to its state: "of", "the" and the name's first."""
CUTS = frozenset([",", "("])
MentionAt = dict[int, Span]
"""Token index to the mention that covers it."""


@Pipeline.factory(
    "institutions",
    requires=["doc.spans", "doc._.countries", "token.dep"],
    assigns=["doc.spans", "doc._.countries"],
)
class InstitutionFinder:
    """Component: sets `doc.spans["institutions"]` and their `doc._.countries`.

    Mentions that are only words of an institution's name leave `doc.spans["mentions"]`.
    """

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        self.grammar = Grammar(self.language, load_lexicon(nlp.lang))
        self.nouns = self.language.institution_nouns | self.language.government_nouns
        kinds = self.gazetteer.kinds(str(KG.InstitutionKind), str(nlp.lang))
        self.kinds = build_index(kinds, nlp.make_doc)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        names = {i: s for s in spans_of(doc, "mentions") for i in range(s.start, s.end)}
        matches = self.matches(doc, names)
        of_kind = list(self.of_kind(matches, names))
        taken = {token.i for span in of_kind for token in span}
        others = [*spans_of(doc, "institutions"), *self.phrases(doc)]
        others = [
            span
            for span in others
            if taken.isdisjoint(range(span.start, span.end)) and not is_mention(span, names)
        ]
        named = [self.identify(span, names) for span in filter_spans(others)]
        set_spans(doc, "institutions", [*of_kind, *(span for span in named if span is not None)])
        whole = [*spans_of(doc, "institutions"), *matches]
        kept = [
            span
            for span in spans_of(doc, "mentions")
            if span.label_ == "STATE" or not (inside(span, of_kind) or is_part(span, whole))
        ]
        set_spans(doc, "mentions", kept)
        return doc

    # ------------------------------------------------------------ kinds of institution

    def of_kind(self, matches: list[Span], names: MentionAt) -> Iterator[Span]:
        """The institutions of a known kind whose state the text tells, in text order."""
        told: dict[str, set[str]] = defaultdict(set)
        for match in matches:
            owner = self.owner(match, names)
            if owner is not None:
                country = str(self.gazetteer.country(owner.kb_id_))
                told[match.kb_id_].add(country)
                yield self.of_state(match, owner, country, names)
            elif len(told[match.kb_id_]) == 1 and self.stands_bare(match, names):
                (country,) = told[match.kb_id_]
                yield self.named(match, match.kb_id_, country)

    def matches(self, doc: Doc, names: MentionAt) -> list[Span]:
        """The names of kinds, the longest first, that are no part of another known name."""
        demonyms = (span for span in spans_of(doc, "mentions") if span.id_ == "demonym")
        divided = (pair for gap in demonyms for pair in self.kinds.find_around(doc, gap))
        found = [
            Span(doc, match.start, match.end, "ORG", kb_id=kinds[0].iri)
            for match, kinds in chain(divided, self.kinds.find(doc))
            if stands_alone(match)
        ]
        return sorted(filter_spans(s for s in found if is_free(s, names)), key=lambda s: s.start)

    def owner(self, match: Span, names: MentionAt) -> Span | None:
        """The state whose institution it is, said beside its name or inside."""
        within = names.get(match.start + 1)
        if within is not None and within.label_ == "STATE" and within.end < match.end:
            return within
        return self.owner_after(match, names) or self.owner_before(match, names)

    def owner_after(self, match: Span, names: MentionAt) -> Span | None:
        """The state after a name: "da Ucrânia", "of the United States", "ucraniano"."""
        doc, end = match.doc, min(match.end + REACH, len(match.doc))
        for i in range(match.end, end):
            if i in names:
                adjective = i == match.end
                fits = names[i].label_ == "STATE" and adjective == (names[i].id_ == "demonym")
                return names[i] if fits else None
            if not (self.is_genitive(doc[i]) or (doc[i].pos_ == "DET" and i > match.end)):
                return None
        return None

    def is_genitive(self, token: Token) -> bool:
        """Is it "of", alone or with its article?"""
        words = self.language
        return words.prepositions.get(token.lower_, token.lower_) in words.genitive

    def owner_before(self, match: Span, names: MentionAt) -> Span | None:
        """The state before a name: "Ukraine's", "US", "ucraniano"."""
        i = match.start - 1
        possessive = i > 0 and match.doc[i].pos_ == "PART"
        owner = names.get(i - possessive)
        if owner is None or owner.label_ != "STATE" or owner.end != match.start - possessive:
            return None
        within = range(match.start, match.end)
        attribute = owner.id_ == "demonym" or owner.root.head.i in within
        return owner if possessive or attribute else None

    def of_state(self, match: Span, owner: Span, country: str, names: MentionAt) -> Span:
        """The whole name with that of its state, and where it stands abroad."""
        start, end = min(match.start, owner.start), max(match.end, owner.end)
        whole = Span(match.doc, start, end, "ORG")
        kind, host = match.kb_id_, None
        if self.gazetteer.stands_abroad(kind):
            host = self.host(whole, names)
        return self.named(whole, kind, country, host=host, full=True)

    def host(self, whole: Span, names: MentionAt) -> str | None:
        """The state in which an embassy stands: "in Tehran"."""
        doc = whole.doc
        for i in range(whole.end, min(whole.end + REACH, len(doc))):
            word = self.language.prepositions.get(doc[i].lower_, doc[i].lower_)
            if i in names:
                return self.gazetteer.country(names[i].kb_id_) if i > whole.end else None
            if word not in self.language.locative and doc[i].pos_ != "DET":
                return None
        return None

    def stands_bare(self, match: Span, names: MentionAt) -> bool:
        """Does nothing say whose it is? "A polícia de Londres" is another, "o STF" known anyway."""
        doc = match.doc
        if any(self.gazetteer.get(names[token.i].kb_id_) for token in match if token.i in names):
            return False
        after = doc[match.end] if match.end < len(doc) else None
        if after is not None and (self.is_genitive(after) or after.i in names):
            return False
        before = doc[match.start - 1] if match.start else None
        return before is None or (before.pos_ != "PART" and before.i not in names)

    def named(
        self, span: Span, kind: str, country: str, *, host: str | None = None, full: bool = False
    ) -> Span:
        """The institution of a kind and state; a bare name counts as one when capitalised."""
        iri = self.gazetteer.institution(kind, country)
        iri = f"{iri}/{host}" if host else iri
        span.doc._.countries.setdefault(iri, country)
        name = "name" if full or span[0].text[0].isupper() else "nominal"
        return Span(span.doc, span.start, span.end, "ORG", kb_id=iri, span_id=name)

    # ------------------------------------------------------------ other institutions

    def phrases(self, doc: Doc) -> Iterator[Span]:
        """The phrases of the nouns for an institution; "(two) Chilean banks" are none."""
        lemmas = enumerate(tree(doc).lemmas)
        nouns = (nodes(doc)[i] for i, lemma in lemmas if lemma.lower() in self.nouns)
        single = (token for token in nouns if not (is_counted(token) or is_many(token)))
        return (plain(noun_phrase(token)) for token in single)

    def identify(self, span: Span, names: MentionAt) -> Span | None:
        """The span with its IRI, None when it names no state."""
        inner = [names[token.i] for token in span if token.i in names]
        inside = [name for name in inner if span.start <= name.start and name.end <= span.end]
        countries = [c for mention in inside if (c := self.gazetteer.country(mention.kb_id_))]
        if not countries:
            return None
        return Span(
            span.doc,
            span.start,
            span.end,
            "ORG",
            kb_id=self.iri(span, countries[0]),
            span_id="name" if span[0].text[0].isupper() or names_owner(inside) else "nominal",
        )

    def iri(self, span: Span, country: str) -> str:
        """The state for its government, else an organisation of that state."""
        if span.root.lemma_.lower() in self.language.government_nouns:
            return self.gazetteer.state(country).iri
        iri = mint("ORG", span.text)
        span.doc._.countries.setdefault(iri, country)
        return iri


def plain(phrase: Span) -> Span:
    """A phrase up to a comma or bracket after its noun: "governo francês, Ana Lima"."""
    marks = (i for i in range(phrase.root.i + 1, phrase.end) if phrase.doc[i].text in CUTS)
    return phrase.doc[phrase.start : next(marks, phrase.end)]


def is_counted(noun: Node) -> bool:
    """Does the text say how many there are?"""
    return any(child.dep_ == "nummod" for child in noun.children)


def is_many(noun: Node) -> bool:
    """A plural without a capital: "Chilean police officers" act for Chile."""
    return is_plural(noun) and noun.text.islower()


def is_free(match: Span, names: MentionAt) -> bool:
    """Is it in no longer mention, as "Exército" is in "Exército Islâmico"?"""
    spans = {names[token.i] for token in match if token.i in names}
    return all(match.start <= span.start and span.end <= match.end for span in spans)


def is_mention(span: Span, names: MentionAt) -> bool:
    """Is it one name for the gazetteer, as "Israeli army" is?"""
    first = names.get(span.start)
    return first is not None and first.start <= span.start and span.end <= first.end


def inside(span: Span, institutions: list[Span]) -> bool:
    """Is a mention only words of an institution's name?"""
    return any(whole.start <= span.start and span.end <= whole.end for whole in institutions)


def is_part(span: Span, longer: list[Span]) -> bool:
    """Is it the end of a longer name of a body: "Security Council" of the National one?"""
    return span.label_ == "ORG" and any(
        whole.start < span.start and span.start <= whole.root.i < span.end == whole.end
        for whole in longer
    )


def names_owner(inside: list[Span]) -> bool:
    """Is it the body of a state or ruler ("Danish army"), not of a region or city?"""
    return any(mention.label_ in ("STATE", "PERSON") for mention in inside)
