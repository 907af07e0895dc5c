"""Find the names and demonyms of a Doc: gazetteer first, then the named entities of the parser.

A mention is a spaCy Span in `doc.spans["mentions"]`: `label_` is the entity type, `id_` the kind
(name, demonym, or short: a surname that the gazetteer knows, and that may be anybody's or no name
at all), `kb_id_` the candidate IRIs from the gazetteer, separated by spaces, or "".
The longest span wins; of two equally long ones the gazetteer's, because the statistical
recogniser mistakes the type of names it has not seen. Organisations that hold the name of their
state go to `doc.spans["institutions"]`, so that both names are kept. The name of a community is a
mention where it names people ("the Kurds", "os curdos") and none as an adjective.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.extract.annotations import set_spans
from kg.extract.mentions.name_index import build_index
from kg.extract.quantity.words import load_quantity_words
from kg.extract.syntax.tokens import SUBJECT
from kg.extract.syntax.tree import plain_words, text_of, tree
from kg.language import language
from kg.ontology.entries import Name, is_community
from kg.ontology.gazetteer import load_gazetteer

TYPES = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "ORG": "ORG",
    "LOC": "PLACE",
    "GPE": "PLACE",
    "FAC": "PLACE",
    "NORP": "GROUP",
}
TAKEN_FOR = {
    "name": "name",
    "abbreviation": "name",
    "demonym": "demonym",
    "combining": "demonym",
}
"""Kind of a name of the gazetteer to what the text is taken for, where that is no short name."""
Reading = tuple[str, str, str]
"""Kind, IRIs and type of a mention; "" where a text is none."""
TRIMMED_POS = frozenset(["DET", "ADP", "PUNCT", "SPACE", "PART", "CCONJ"])


@Pipeline.factory("mentions", requires=["doc.ents"], assigns=["doc.spans"])
class MentionFinder:
    """Component: sets `doc.spans["mentions"]` to non-overlapping Spans in text order."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(str(nlp.lang))
        self.governments = self.language.government_nouns
        self.names = build_index(self.gazetteer.names(str(nlp.lang)), nlp.make_doc)
        self.readings: dict[str, Reading] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        matches = (self.read(match, names) for match, names in self.names.find(doc))
        known = [span for span in matches if span is not None]
        named = [span for span in known if span.id_ != "short"]
        taken = {i for span in named for i in range(span.start, span.end)}
        found = [
            self.retyped(span)
            for ent in doc.ents
            if not taken.issuperset(range(ent.start, ent.end))
            for span in recognised(ent)
            if not self.is_government(span)
        ]
        owners = [span for span in known if span.label_ != "PERSON" and not is_people(span)]
        ends: dict[int, list[int]] = defaultdict(list)
        for span in owners:
            ends[span.start].append(span.end)
        bodies = [s for s in found if s.label_ == "ORG" and not swallowed(s, taken)]
        institutions = [span for span in bodies if holds(span, ends)]
        held = {span.start for span in institutions}
        inner = [s for s in found if s.start not in held and not swallowed(s, taken)]
        mentions = sorted(filter_spans([*known, *inner]), key=lambda span: span.start)
        set_spans(doc, "mentions", mentions)
        set_spans(doc, "institutions", institutions)
        return doc

    def is_government(self, span: Span) -> bool:
        """ "O Governo" alone names nobody, and "Gobierno de España" what stands beside it."""
        first = tree(span.doc).lemmas[span.start].lower()
        return first in self.governments and span.root.i == span.start

    def retyped(self, span: Span) -> Span:
        """A place after "the city of", and no place that is a body: "la Cancillería argentina"."""
        if self.is_of_town(span) or self.is_located(span):
            return relabelled(span, "PLACE")
        if len(span) == 1 or span.label_ != "PLACE":
            return span
        body = span.root.lemma_.lower() in self.language.institution_nouns
        return relabelled(span, "ORG") if body else span

    def is_of_town(self, span: Span) -> bool:
        """Does it follow "the city of"?"""
        said = plain_words(span.doc, self.language.prepositions)[max(span.start - 1, 0)]
        noun = tree(span.doc).lemmas[max(span.start - 2, 0)]
        return said in self.language.genitive and noun in self.language.town_nouns

    def is_located(self, span: Span) -> bool:
        """Is it no subject, and told where: "shelled Masisi, in the east of Congo"?"""
        doc, end = span.doc, span.end
        plain = plain_words(doc, self.language.prepositions)
        if len(span) > 1 or end == len(doc) or plain[end] != "," or span.root.dep_ in SUBJECT:
            return False
        words = plain[end + 1 : end + 5]
        if not words or words[0] not in self.language.locative:
            return False
        nouns = [k for k, word in enumerate(words) if word in self.language.region_nouns]
        return any(words[k + 1 : k + 2] and words[k + 1] in self.language.genitive for k in nouns)

    def read(self, match: Span, names: list[Name]) -> Span | None:
        """A gazetteer match as a mention; None when its case says that it is another word."""
        text = text_of(match.doc)[match.start_char : match.end_char]
        reading = self.readings.get(text)
        if reading is None:
            names = [name for name in names if same_case(name, text)]
            beside = any(name.kind == "combining" or is_community(name.iri) for name in names)
            reading = self.reading(in_context(match, names) if beside else names)
            if not beside:
                self.readings[text] = reading
        kind, iris, label = reading
        if kind == "short" and not could_be_person(match):
            return None
        if kind == "short" and (self.is_of_town(match) or self.is_located(match)):
            return None
        if not kind:
            return None
        return Span(match.doc, match.start, match.end, label, kb_id=iris, span_id=kind)

    def reading(self, names: list[Name]) -> Reading:
        """What a text with some names is taken for."""
        if not names:
            return "", "", ""
        kinds = [TAKEN_FOR.get(name.kind, "short") for name in names]
        kind = min(kinds, key=("name", "demonym", "short").index)
        iris = unique_iris(n for n, own in zip(names, kinds, strict=True) if own == kind)
        return kind, " ".join(iris), self.gazetteer.entry(iris[0]).type


def in_context(match: Span, names: list[Name]) -> list[Name]:
    """The names that a match has, by the words beside it: "franco-", "the Kurds"."""
    forms = [name for name in names if name.kind == "combining"]
    if forms:
        names = forms if is_first(match) else [name for name in names if name not in forms]
    peoples = [name for name in names if is_community(name.iri)]
    if not peoples:
        return names
    if names_people(match):
        return peoples
    return [name for name in names if name not in peoples]


def is_first(match: Span) -> bool:
    """Is another state joined to it by a hyphen (kg.extract.mentions.compounds)?"""
    rest = match.doc[match.end : match.end + 1]
    other = rest[0].head if rest.text == "-" else match.root
    return other.dep_ == "conj" and other.head == match.root


def is_people(span: Span) -> bool:
    """A community, or a plural demonym that is a noun: "the British", "os palestinos"."""
    if span.id_ == "demonym":
        return span.root.pos_ in ("NOUN", "PROPN") and is_plural(span.root) and stands_alone(span)
    return span.label_ == "GROUP" and is_community(span.kb_id_)


def names_people(match: Span) -> bool:
    """Does the name of a community name people? Most are plurals, "the Roma" needs its article."""
    before = match.doc[match.start - 1] if match.start else None
    article = before is not None and "Def" in before.morph.get("Definite", [])
    return (is_plural(match.root) or article) and stands_alone(match)


def stands_alone(span: Span) -> bool:
    """It is no attribute of a noun: "a Kurdish party", "the Roma question"."""
    return span.root.dep_ not in ("amod", "compound")


def is_plural(token: Token) -> bool:
    """Does the tagger take the word for a plural?"""
    return "Plur" in token.morph.get("Number", [])


def could_be_person(match: Span) -> bool:
    """Does the tagger take every word for a proper name, and the recogniser none for a date?"""
    return all(
        token.ent_type_ in TYPES or (token.pos_ == "PROPN" and not token.ent_type_)
        for token in match
    )


def is_known(span: Span) -> bool:
    """Does the gazetteer know the name, and what it names?"""
    return bool(span.kb_id_) and span.id_ != "short"


def token_key(words: Iterable[Token]) -> str:
    """Lower-case words of a pattern or match, by which the matcher holds them equal."""
    return " ".join(token.lower_ for token in words)


def unique_iris(names: Iterable[Name]) -> list[str]:
    """IRIs of the names, each once, in order."""
    return list(dict.fromkeys(name.iri for name in names))


def same_case(name: Name, text: str) -> bool:
    """Could the text be this name? "us" is not "US", "polish" is no Pole, "MOSCOW" is Moscow.

    Abbreviations are equal; other words begin with a capital wherever the name's words do.
    """
    if name.kind == "abbreviation":
        return text == name.text
    pairs = zip(name.text.split(), text.split(), strict=False)
    return all(ours[0].islower() or not theirs[0].islower() for ours, theirs in pairs)


def recognised(ent: Span) -> list[Span]:
    """A named entity as a mention, without the article or preposition it starts with.

    Nor with what is counted after a name: "gave Lisbon 50 million dollars".
    """
    label = TYPES.get(ent.label_)
    if label is None or (label == "GROUP" and not names_people(ent)):
        return []
    start, end = ent.start, counted_from(ent)
    while start < end and ent.doc[start].pos_ in TRIMMED_POS:
        start += 1
    while end > start and ent.doc[end - 1].pos_ in TRIMMED_POS:
        end -= 1
    if start == end:
        return []
    span = Span(ent.doc, start, end, label, span_id="name")
    return [span] if has_capital(span) and not is_number(span) else []


def counted_from(ent: Span) -> int:
    """The index of the number right after a name that counts a common noun, else the end."""
    last = ent[-1]
    numbers = (t.i for t in ent[1:] if t.pos_ == "NUM" and t.nbor(-1).pos_ == "PROPN")
    return next(numbers, ent.end) if last.is_lower and last.pos_ == "NOUN" else ent.end


def relabelled(span: Span, label: str) -> Span:
    """The mention with another type."""
    return Span(span.doc, span.start, span.end, label, kb_id=span.kb_id_, span_id=span.id_)


def is_number(span: Span) -> bool:
    """ "Fourteen diplomats left": at the start of a sentence a numeral looks like a name."""
    if not span[0].is_sent_start:
        return False
    words = load_quantity_words(span.doc.lang_)
    return words is not None and all(token.lower_ in words.numbers.values for token in span)


def has_capital(span: Span) -> bool:
    """A name has a capital letter somewhere."""
    return span[0].text[0].isupper() or any(char.isupper() for char in span.text)


def holds(span: Span, ends: Mapping[int, Sequence[int]]) -> bool:
    """An organisation named after the state that it is of: "Ministry of Defence of Ukraine".

    ends: first tokens of known names to where those names end.
    """
    return any(
        end <= span.end and end - start < len(span)
        for start in range(span.start, span.end)
        for end in ends.get(start, ())
    )


def swallowed(span: Span, taken: set[int]) -> bool:
    """Is every capitalised word of it a name of the gazetteer already?"""
    others = (span.doc[i] for i in range(span.start, span.end) if i not in taken)
    return all(token.is_lower or token.is_punct for token in others)
