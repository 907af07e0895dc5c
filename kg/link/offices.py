"""Who holds which office of which state, as the text states it.

Read off the words beside a title rather than off the parse: "the Russian president, V. Putin",
"o ministro das Relações Exteriores da Rússia, S. Lavrov", "S. Lavrov, ministro ... da Rússia".
Appositions are what statistical parsers get wrong most, and their order hardly varies.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import spans_of
from kg.extract.syntax.tokens import SUBJECT, is_plural
from kg.extract.syntax.tree import root_of, sentence_of
from kg.language import language
from kg.ontology.gazetteer import load_gazetteer

REACH = 4
"""Words between a title and the state or person that belongs to it."""
FAR = 10
"""The same where all of them are one phrase and a comma ends it."""
FORMER_WORDS = 2
"""Words before a title, or its state, in which "former" stands."""
OWNERS = frozenset(["STATE", "ORG", "PLACE", "GROUP"])
"""Types of what an office belongs to. "Putin's minister" is one of Putin's state."""
BRIDGES = frozenset(["ADP", "DET", "ADJ", "PART", "SPACE"])
PHRASE = frozenset(["ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "SPACE"])
"""Parts of speech of the words that complete a title: "ministro brasileiro das Finanças"."""
LINKING = frozenset(["ADP", "DET", "CCONJ", "PART", "SPACE"])
"""Parts of speech of the words in the lists of states and of people after a plural title."""
CLOSING = frozenset([",", ".", ";", ":", ")", "(", "—", "–"])
APPOSITION = frozenset([",", "(", "—", "–", "-"])


@dataclass(frozen=True)
class Holding:
    """A title in the text with its holder and what it is an office of; None where unsaid."""

    title: Span
    person: Span | None
    of: Span | None
    country: str | None
    """ISO 3166-1 alpha-3 of the state."""
    own_country: bool = False
    """Is it an office of "his country", whose state the people of the sentence give?"""
    former: bool = False
    """Does the text call it past?"""


@Pipeline.factory("offices", requires=["doc.spans"], assigns=["doc._.holdings"])
class OfficeFinder:
    """Component: `doc._.holdings`, one a title; who its people are comes later."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        Doc.set_extension("holdings", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        mention_at = {i: s for s in spans_of(doc, "mentions") for i in range(s.start, s.end)}
        holdings = [
            holding
            for title in spans_of(doc, "titles")
            for holding in self.holdings(title, mention_at)
        ]
        for i, (one, other) in enumerate(pairwise(holdings)):
            if self.coordinated(one.title, other.title):
                holdings[i : i + 2] = share(one, other)
        doc._.holdings = holdings
        return doc

    def holdings(self, title: Span, mention_at: dict[int, Span]) -> Iterator[Holding]:
        """A title with its holder, a plural one with all of them."""
        first = self.read(title, mention_at)
        pairs = self.pairs(title, mention_at) if is_plural(root_of(title)) else []
        if not pairs:
            yield from self.shared(first, mention_at)
        for of, person in pairs:
            yield replace(first, person=person, of=of, country=self.country(of))

    def pairs(self, title: Span, mention_at: dict[int, Span]) -> list[tuple[Span, Span]]:
        """States and their people in two lists: "the presidents of A and B, X and Y"."""
        owners: list[Span] = []
        people: list[Span] = []
        i, stop = title.end, sentence_of(title).stop
        while i < stop:
            mention, token = mention_at.get(i), title.doc[i]
            if mention is None and token.pos_ not in LINKING and token.text != ",":
                break
            if mention is not None and mention.label_ == "PERSON":
                people.append(mention)
            elif mention is not None and (people or mention.label_ not in OWNERS):
                break
            elif mention is not None:
                owners.append(mention)
            i = mention.end if mention is not None else i + 1
        matched = len(owners) == len(people) > 1
        return list(zip(owners, people, strict=True)) if matched else []

    def coordinated(self, one: Span, other: Span) -> bool:
        """Is only "and" between two titles: "presidente e ministro da Defesa"?"""
        between = one.doc[one.end : other.start]
        if not all(token.pos_ in ("CCONJ", "DET") for token in between):
            return False
        joined = any(token.lower_ in self.language.conjunctions for token in between)
        return joined and is_plural(root_of(one)) == is_plural(root_of(other))

    def read(self, title: Span, mention_at: dict[int, Span]) -> Holding:
        """A title with what stands beside it."""
        of = owner_before(title, mention_at) or self.owner_after(title, mention_at)
        noun = self.country_noun(title) if of is None else None
        if noun is not None:
            of = title.doc[noun.i : noun.i + 1]
        end = of.end if of is not None and of.start >= title.end else title.end
        return Holding(
            title=title,
            person=person_right(title, end, mention_at)
            or person_beyond(title, mention_at)
            or person_left(title, of, mention_at)
            or subject_of(title, mention_at),
            of=of,
            country=self.country(of) if of is not None and of.label_ != "PERSON" else None,
            own_country=noun is not None,
            former=self.is_former(title, of),
        )

    def shared(self, first: Holding, mention_at: dict[int, Span]) -> Iterator[Holding]:
        """A holding, and after a plural title those of the other people.

        "Os presidentes da Rússia, Vladimir Putin, e da Ucrânia, Volodymyr Zelensky".
        """
        yield first
        title, person = first.title, first.person
        plural = first.country is not None and is_plural(root_of(title))
        while plural and person is not None and title.end <= person.start:
            of = self.next_owner(person, mention_at)
            person = named_after_comma(of.end, mention_at, of.doc) if of is not None else None
            if of is not None and person is not None:
                yield replace(first, person=person, of=of, country=self.country(of))

    def owner_after(self, title: Span, mention_at: dict[int, Span]) -> Span | None:
        """The state after a title: "presidente da Rússia", "porta-voz do governo russo"."""
        doc, words = title.doc, self.language
        for i in range(title.end, min(sentence_of(title).stop, title.end + REACH)):
            mention = mention_at.get(i)
            if mention is not None:
                apart = i == title.end and mention.id_ == "name"
                possessor = mention.label_ == "PERSON" and doc[i - 1].pos_ == "ADP"
                return mention if (mention.label_ in OWNERS or possessor) and not apart else None
            of = words.prepositions.get(doc[i].lower_, doc[i].lower_)
            apart = doc[i].pos_ == "ADP" and of not in words.genitive | words.aims | words.under
            if apart or (
                doc[i].pos_ not in BRIDGES and doc[i].lemma_.lower() not in words.government_nouns
            ):
                return None
        return None

    def next_owner(self, person: Span, mention_at: dict[int, Span]) -> Span | None:
        """The state after the name of a person in a list: ", e da Ucrânia", ", and Ukraine's"."""
        for token in person.doc[person.end : min(sentence_of(person).stop, person.end + REACH)]:
            mention = mention_at.get(token.i)
            if mention is not None:
                return mention if mention.label_ in OWNERS else None
            if token.pos_ not in ("CCONJ", "ADP", "DET") and token.text != ",":
                return None
        return None

    def is_former(self, title: Span, of: Span | None) -> bool:
        """Is it "the former Russian president", "o presidente deposto", an "ex-presidente"?"""
        start = min(title.start, of.start if of is not None else title.start)
        words = title.doc[max(sentence_of(title).start, start - FORMER_WORDS) : title.end]
        prefixed = title[0].lower_.startswith(self.language.former_prefixes)
        after = (child for child in title.root.rights if child.dep_ in ("amod", "acl"))
        return prefixed or any(w.lower_ in self.language.former for w in (*words, *after))

    def country(self, mention: Span) -> str | None:
        """ISO code of the state that a mention is, or belongs to."""
        return self.gazetteer.country(mention.kb_id_) if mention.kb_id_ else None

    def country_noun(self, title: Span) -> Token | None:
        """The noun of "of his country", "de seu país" right after a title."""
        for token in title.doc[title.end : title.end + REACH]:
            if token.lemma_.lower() in self.language.country_nouns:
                before = title.doc[title.end : token.i]
                possessed = any(word.lower_ in self.language.possessives for word in before)
                return token if possessed else None
        return None


def share(one: Holding, other: Holding) -> list[Holding]:
    """Two titles of one person and state: what stands beside one is said of both."""
    person, of = one.person or other.person, one.of or other.of
    country = one.country or other.country
    return [
        replace(
            title,
            person=person,
            of=title.of or of,
            country=title.country or country,
        )
        for title in (one, other)
    ]


def subject_of(title: Span, mention_at: dict[int, Span]) -> Span | None:
    """The person who is said to be it: "X is the president of Y"."""
    below = root_of(title).children
    if not any(child.dep_ == "cop" for child in below):
        return None
    subjects = [mention_at.get(child.i) for child in below if child.dep_ == "nsubj"]
    people = [span for span in subjects if span is not None and span.label_ == "PERSON"]
    return people[0] if people else None


def owner_before(title: Span, mention_at: dict[int, Span]) -> Span | None:
    """The state before a title: "Russian president", "North Korea's foreign minister"."""
    doc = title.doc
    for i in range(title.start - 1, max(sentence_of(title).start, title.start - REACH) - 1, -1):
        mention = mention_at.get(i)
        if mention is not None and doc[i].dep_ not in ("nsubj", "obj"):
            possessor = mention.label_ == "PERSON" and doc[mention.end].pos_ == "PART"
            return mention if mention.label_ in OWNERS or possessor else None
        if doc[i].pos_ not in ("ADJ", "PART", "NOUN") and doc[i].dep_ != "amod":
            return None
    return None


def person_right(title: Span, end: int, mention_at: dict[int, Span]) -> Span | None:
    """The person named after a title and its state, with or without a comma."""
    doc = title.doc
    for i in range(end, min(sentence_of(title).stop, end + REACH)):
        mention = mention_at.get(i)
        if mention is not None:
            return mention if mention.label_ == "PERSON" and not opens_clause(mention) else None
        if doc[i].text not in APPOSITION and doc[i].pos_ not in ("ADJ", "SPACE"):
            return None
    return None


def opens_clause(name: Span) -> bool:
    """Is it the subject after a comma: "after talks with the minister, Ann Lee left"?"""
    doc = name.doc
    before, after = doc[max(name.start - 1, 0)].text, doc[name.end : name.end + 1].text
    return before == "," and after not in CLOSING and name.root.dep_ in SUBJECT


def person_beyond(title: Span, mention_at: dict[int, Span]) -> Span | None:
    """The person in apposition to a longer phrase: "chefe da delegação russa, S. Lavrov,"."""
    doc = title.doc
    if is_plural(root_of(title)):
        return None
    for i in range(title.end, min(sentence_of(title).stop, title.end + FAR)):
        if doc[i].text == ",":
            return named_after_comma(i, mention_at, doc)
        mention = mention_at.get(i)
        if doc[i].pos_ not in PHRASE or (mention is not None and mention.label_ == "PERSON"):
            return None
    return None


def named_after_comma(comma: int, mention_at: dict[int, Span], doc: Doc) -> Span | None:
    """The person whose name stands right after a comma, where another sign closes it."""
    name = mention_at.get(comma + 1)
    if doc[comma : comma + 1].text != "," or name is None or name.label_ != "PERSON":
        return None
    return (
        name if name.start == comma + 1 and doc[name.end : name.end + 1].text in CLOSING else None
    )


def person_left(title: Span, of: Span | None, mention_at: dict[int, Span]) -> Span | None:
    """The person before a title in apposition: "S. Lavrov, (the) (Russian) foreign minister"."""
    doc = title.doc
    i = min(title.start, of.start if of is not None else title.start) - 1
    while i > sentence_of(title).start and doc[i].pos_ in ("DET", "ADJ", "PART"):
        i -= 1
    if doc[i].text not in APPOSITION or i <= sentence_of(title).start:
        return None
    mention = mention_at.get(i - 1)
    return mention if mention is not None and mention.label_ == "PERSON" else None
