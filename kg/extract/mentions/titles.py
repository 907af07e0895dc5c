"""Find titles of office ("foreign minister", "presidente") and the people named beside them.

A name next to a title is a person even where the statistical recogniser missed it or took it for
a place: "o chanceler norte-coreano, Choe Son Hui".
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from kg.extract.annotations import set_spans, spans_of
from kg.extract.mentions.finder import is_known, token_key
from kg.extract.syntax.tokens import is_plural
from kg.extract.syntax.tree import root_of, sentence_of
from kg.language import language
from kg.ontology.gazetteer import load_gazetteer

MAX_NAME = 6
"""Words in a personal name."""
RANK = "military-officer"
MINISTERIAL = ("minister", "secretary")
"""Kinds of office that a portfolio completes."""


@Pipeline.factory("titles", requires=["doc.spans"], assigns=["doc.spans"])
class TitleFinder:
    """Component: sets `doc.spans["titles"]` (`kb_id_` the IRI of the kind of office)."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        prefixes = ("", *language(str(nlp.lang)).former_prefixes)
        names = {
            f"{prefix}{office.text}": office.iri
            for office in load_gazetteer().offices(str(nlp.lang))
            for prefix in prefixes
        }
        patterns = [nlp.make_doc(name) for name in names]
        self.iris = {
            token_key(pattern): iri for pattern, iri in zip(patterns, names.values(), strict=True)
        }
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.matcher.add("title", patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        matches = [self.read(match) for match in self.matcher(doc, as_spans=True)]
        starting: dict[int, list[Span]] = defaultdict(list)
        for match in matches:
            starting[match.start].append(match)
        mentions = [
            without_title(span, starting.get(span.start, ())) for span in spans_of(doc, "mentions")
        ]
        mentions = drop_titles(mentions, matches)
        ends = {match.end for match in matches if is_ministerial(match)}
        mentions = [without_portfolio(span, ends) for span in mentions]
        names = [span for span in mentions if span.id_ == "name"]
        named = {i for span in names if not is_titled(span, starting) for i in tokens_of(span)}
        at = {i: span for span in names for i in tokens_of(span)}
        whole = [match for match in matches if not is_crossed(match, at)]
        titles = [span for span in filter_spans(whole) if span.root.i not in named]
        known = {
            i for span in mentions if span.label_ != "ORG" or span.kb_id_ for i in tokens_of(span)
        }
        titles = [with_portfolio(span, known) for span in titles]
        people = [person for span in titles for person in person_after(span)]
        set_spans(doc, "titles", titles)
        set_spans(doc, "mentions", drop_inside(add_people(mentions, people), titles))
        return doc

    def read(self, match: Span) -> Span:
        """A match with the IRI of its kind of office."""
        iri = self.iris[token_key(match)]
        return Span(match.doc, match.start, match.end, "TITLE", kb_id=iri)


def without_title(mention: Span, titles: Iterable[Span]) -> Span:
    """A name that the recogniser runs together with the title before it: "Papa Francisco".

    titles: those that start where the name does. A military rank and one word is more often a
    company ("General Motors").
    """
    if is_known(mention):
        return mention
    for title in titles:
        rest = mention.end - title.end
        if rest < 1 or (rest == 1 and RANK in title.kb_id_):
            continue
        if all(token.text[0].isupper() and token.pos_ != "ADP" for token in mention[-rest:]):
            return Span(mention.doc, title.end, mention.end, "PERSON", span_id="name")
    return mention


def without_portfolio(mention: Span, ends: Container[int]) -> Span:
    """A name of three words without the portfolio before it: "ministro de Transporte Juan Ruiz".

    ends: token indices where titles of ministers end.
    """
    doc, start = mention.doc, mention.start
    if start - 1 not in ends:
        return mention
    entry = language(doc.lang_)
    before = doc[start - 1].lower_
    owned = entry.prepositions.get(before, before) in entry.genitive
    if not owned or is_known(mention) or len(mention) != 3 or mention.label_ == "ORG":
        return mention
    if not all(map(is_name_word, mention)):
        return mention
    return Span(doc, start + 1, mention.end, "PERSON", span_id="name")


def is_ministerial(title: Span) -> bool:
    """Is it a title that a portfolio completes?"""
    return any(kind in title.kb_id_ for kind in MINISTERIAL)


def drop_titles(mentions: list[Span], titles: list[Span]) -> list[Span]:
    """What the recogniser takes for a name and is a title: "the Governor-General"."""
    found = {(title.start, title.end) for title in titles}
    return [span for span in mentions if is_known(span) or (span.start, span.end) not in found]


def is_titled(name: Span, starts: Container[int]) -> bool:
    """Is it a person of the gazetteer whose name has the title in it, as popes and kings do?"""
    return name.label_ == "PERSON" and is_known(name) and name.start in starts


def is_crossed(match: Span, names: Mapping[int, Span]) -> bool:
    """Shares it words with a name without holding it? "líder do Partido" is no title then.

    names: token index to the name that covers it.
    """
    inner = (names[i] for i in range(match.start + 1, match.end) if i in names)
    return any(match.start < name.start and match.end < name.end for name in inner)


def tokens_of(span: Span) -> range:
    """The indices of the tokens of a span."""
    return range(span.start, span.end)


def with_portfolio(title: Span, known: Container[int]) -> Span:
    """A minister's title with the portfolio that follows it: "ministro do Comércio Externo".

    known: token indices of the names that no portfolio holds. One that the recogniser took for an
    organisation counts; a place or person does not.
    """
    doc, stop, last = title.doc, title.end, sentence_of(title).stop
    if not is_ministerial(title):
        return title
    inside = len(title) > 1
    while stop < last and stop not in known and is_portfolio_word(doc[stop], inside):
        inside, stop = True, stop + 1
    while stop > title.end and not doc[stop - 1].text[0].isupper():
        stop -= 1
    return Span(doc, title.start, stop, "TITLE", kb_id=title.kb_id_)


def is_portfolio_word(token: Token, inside: bool) -> bool:
    """A preposition, "and", or once inside the portfolio a capitalised word."""
    joins = token.pos_ == "ADP" or token.lower_ in language(token.lang_).conjunctions
    return joins or (inside and token.text[0].isupper())


def person_after(title: Span) -> list[Span]:
    """The capitalised words right after a title ("President Ana Souza") as a person."""
    doc, start = title.doc, title.end
    sent_end = sentence_of(title).stop
    while (
        start < sent_end and doc[start].is_punct and doc[start].text in ",(" and start == title.end
    ):
        start += 1
    end = start
    stops = language(doc.lang_).conjunctions if is_plural(root_of(title)) else frozenset[str]()
    while end < sent_end and end - start < MAX_NAME and continues_name(doc[end], end > start):
        if doc[end].lower_ in stops:  # "presidentes Lula e Macron", but "presidente Costa e Silva"
            break
        end += 1
    while end > start and not is_name_word(doc[end - 1]):
        end -= 1
    return [Span(doc, start, end, "PERSON", span_id="name")] if end > start else []


def continues_name(token: Token, inside: bool) -> bool:
    """Is the token a word of a name, or a particle inside one?"""
    return is_name_word(token) or (inside and token.lower_ in language(token.lang_).name_particles)


def is_name_word(token: Token) -> bool:
    """A capitalised word that the tagger takes for a name, or that no sentence starts with."""
    return (
        token.text[0].isupper() and token.pos_ in ("PROPN", "X", "NOUN") and not token.is_sent_start
    )


def add_people(mentions: list[Span], people: list[Span]) -> list[Span]:
    """People found by their title among the mentions, where the gazetteer knows no better."""
    known = {i for span in mentions if is_known(span) for i in tokens_of(span)}
    fresh = [person for person in people if known.isdisjoint(tokens_of(person))]
    covered = {i for person in fresh for i in range(person.start, person.end)}
    kept = [
        span
        for span in mentions
        if covered.isdisjoint(tokens_of(span)) or longer_person(span, fresh)
    ]
    return sorted(filter_spans([*kept, *fresh]), key=lambda span: span.start)


def drop_inside(mentions: list[Span], titles: list[Span]) -> list[Span]:
    """ "Relações Exteriores" in the title of a minister is no organisation."""
    inside = {i for title in titles for i in tokens_of(title)}
    return [span for span in mentions if span.kb_id_ or not inside.issuperset(tokens_of(span))]


def longer_person(span: Span, people: list[Span]) -> bool:
    """Is the mention a person of which a found one is only a part?"""
    return span.label_ == "PERSON" and any(
        span.start <= person.start and person.end <= span.end for person in people
    )
