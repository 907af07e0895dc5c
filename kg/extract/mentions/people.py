"""People under shorter names: "Putin" after "Vladimir Putin", whatever the recogniser says.

A part of a full name that stands alone later in the article is that person. So a name that was
recognised once is found everywhere, and "Putin" is not a place because it once stood after "em".
"""

from collections.abc import Iterable

from spacy.attrs import ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.extract.annotations import set_spans, spans_of
from kg.extract.syntax.tree import sentence_of, tree
from kg.language import language
from kg.language.columns import find_names
from kg.ontology.lexicon import load_lexicon

PARTICIPANTS = frozenset(["nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "iobj"])


@Pipeline.factory("people", requires=["doc.spans", "token.dep"], assigns=["doc.spans"])
class PeopleFinder:
    """Component: adds and relabels mentions of people in `doc.spans["mentions"]`."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        self.common = entry.institution_nouns | entry.government_nouns
        self.common |= load_lexicon(entry.code).actors

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        mentions = [part for span in spans_of(doc, "mentions") for part in split_names(span)]
        mentions = widen_names(doc, mentions)
        mentions += unknown_names(doc, mentions, self.common)
        parts = name_parts(mentions)
        settled = [relabel(span, parts) for span in mentions]
        covered = words_of(settled)
        fresh = [
            Span(doc, i, i + 1, "PERSON", span_id="name")
            for i in find_names(doc, ORTH, parts)
            if i not in covered
        ]
        spans = filter_spans([*settled, *fresh])
        set_spans(doc, "mentions", sorted(spans, key=lambda span: span.start))
        return doc


def words_of(spans: Iterable[Span]) -> set[int]:
    """The indices of the tokens of some spans."""
    return {i for span in spans for i in range(span.start, span.end)}


def widen_names(doc: Doc, mentions: list[Span]) -> list[Span]:
    """Short names with the unknown names around them: "Ana Merkel" is not the Merkel we know."""
    covered = words_of([*mentions, *spans_of(doc, "titles")])
    return [widen(span, covered) if span.id_ == "short" else span for span in mentions]


def widen(span: Span, covered: set[int]) -> Span:
    """The name that a short name is part of, which the gazetteer does not know."""
    doc, start, end = span.doc, span.start, span.end
    while start > sentence_of(span).start and is_unknown_name(doc[start - 1], covered):
        start -= 1
    while end < sentence_of(span).stop and is_unknown_name(doc[end], covered):
        end += 1
    if (start, end) == (span.start, span.end):
        return span
    return Span(doc, start, end, "PERSON", span_id="name")


def unknown_names(doc: Doc, mentions: list[Span], common: frozenset[str]) -> list[Span]:
    """Proper names among the participants of a verb that no step has recognised, as people.

    common: lemmas of nouns for actors, which are no names even with a capital.
    """
    read = tree(doc)
    covered = words_of([*mentions, *spans_of(doc, "titles")])

    def is_unknown(i: int) -> bool:
        return is_unknown_name(doc[i], covered) and read.lemmas[i].lower() not in common

    found = []
    for i, label in enumerate(read.labels):
        if label not in PARTICIPANTS or i in covered or not is_unknown(i):
            continue
        within, start, end = read.sentences[i], i, i + 1
        while start > within.start and is_unknown(start - 1):
            start -= 1
        while end < within.stop and is_unknown(end):
            end += 1
        found.append(Span(doc, start, end, "PERSON", span_id="name"))
    return filter_spans(found)


def is_unknown_name(token: Token, covered: set[int]) -> bool:
    """A capitalised proper name outside every mention; capitals alone may be an abbreviation.

    What the recogniser takes for a date is none: "Sunday's attack".
    """
    is_name = token.pos_ == "PROPN" and token.is_title and len(token) > 1
    free = token.ent_type_ != "DATE" and token.i not in covered
    return is_name and free and not is_honorific(token)


def split_names(span: Span) -> list[Span]:
    """A personal name without the words that cannot be in one: "Putin a Choe" is two people.

    Nor can "Mr" be in one: "Mr Zelensky" is the Zelensky of the sentence before.
    """
    if span.label_ != "PERSON" or span.kb_id_:
        return [span]
    parts, start = [], span.start
    for token in span:
        if not is_name_word(token) or is_honorific(token):
            parts.append((start, token.i))
            start = token.i + 1
    parts.append((start, span.end))
    doc = span.doc
    return [
        Span(doc, first, last, "PERSON", span_id=span.id_) for first, last in parts if first < last
    ]


def is_honorific(token: Token) -> bool:
    """ "Mr", "Sra.": said of somebody, and no part of the name."""
    return token.lower_ in language(token.lang_).honorifics


def is_name_word(token: Token) -> bool:
    """A word that a personal name may hold."""
    return (
        not token.is_lower
        or token.lower_ in language(token.lang_).name_particles
        or not token.is_alpha
    )


def name_parts(mentions: list[Span]) -> set[str]:
    """The first and last words of the full personal names of an article."""
    parts = set()
    for span in mentions:
        if span.label_ == "PERSON" and len(span) > 1:
            parts |= {span[0].text, span[-1].text}
    return {part for part in parts if part[0].isupper() and len(part) > 2}


def relabel(span: Span, parts: set[str]) -> Span:
    """A single word that is part of a full name is that person, unless the gazetteer knows it."""
    if span.kb_id_ or span.label_ == "PERSON" or span.text not in parts:
        return span
    return Span(span.doc, span.start, span.end, "PERSON", span_id="name")
