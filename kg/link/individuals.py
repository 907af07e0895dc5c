"""Whom a noun for one person takes up: "the Frenchman", "the president", "his counterpart"."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span

from kg.extract.annotations import spans_of
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import PRONOMINAL, SUBJECT, is_participle
from kg.extract.syntax.tree import Node, feature, nodes, root_of, tree
from kg.link.antecedents import PEOPLE, acting_beside, window_start
from kg.link.features import agrees, days_between
from kg.link.offices import Holding
from kg.ontology.entries import Term
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.namespaces import BASE
from kg.slug import slug

SPOKESPERSON = f"{BASE}office/spokesperson"
REMEMBERED = 100
"""Names of people after which nobody knows any more who was named before them."""
STANDING = SUBJECT | {"obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "ROOT"}
"""Labels of a noun that stands for somebody by itself."""
NEW = frozenset(["acl", "acl:relcl", "nmod", "nmod:poss", "appos", "flat", "flat:name", "compound"])
"""Labels of what tells who somebody is of whom the article has not spoken yet."""
Fits = Callable[[str], bool]
"""Can an entity, by IRI, be meant?"""


@dataclass(frozen=True)
class Individuals:
    """The nouns for people of one language, in a Doc whose names have their referents."""

    grammar: Grammar
    gazetteer: Gazetteer

    def taken_up(self, noun: Node, fits: Fits, *, far: bool = True) -> tuple[str, ...]:
        """Who fits of the people named before a noun.

        The last subject of its sentence and the one before, else the last one named there, else,
        if not too far, who was named most.
        """
        near = self.just_named(noun, fits)
        if near or not far:
            return near
        fits = self.agreeing(noun, fits)
        found = [span for span in people_until(noun) if fits(span.kb_id_)]
        return self.most_named(noun, found) if found else ()

    def agreeing(self, noun: Node, fits: Fits) -> Fits:
        """Does somebody fit, agree with a noun in gender, and not act on whom it means?"""
        own, told = genders_of(noun), genders(noun.doc)
        acting = acting_beside(noun, self.grammar)

        def agrees(iri: str) -> bool:
            agree = not own or iri not in told or bool(own & told[iri])
            return agree and iri not in acting and fits(iri)

        return agrees

    def just_named(self, noun: Node, fits: Fits) -> tuple[str, ...]:
        """The last subject who fits in the sentence of a noun and the one before, else the last."""
        known: dict[int, tuple[str, ...]] = noun.doc._.referents
        labels, people = tree(noun.doc).labels, iris_of_people(noun.doc)
        fits = self.agreeing(noun, fits)
        last: tuple[str, ...] = ()
        for i in range(noun.i - 1, window_start(noun) - 1, -1):
            found = [iri for iri in known.get(i, ()) if iri in people]
            if len(found) != 1 or not fits(found[0]):
                continue
            if labels[i] in SUBJECT:
                return (found[0],)
            last = last or (found[0],)
        return last

    @staticmethod
    def most_named(noun: Node, found: list[Span]) -> tuple[str, ...]:
        """Who of the people of some names is spoken of most before a noun, the first of equals."""
        known: dict[int, tuple[str, ...]] = noun.doc._.referents
        names = {i for span in people_until(noun) for i in range(span.start, span.end)}
        counts = Counter(span.kb_id_ for span in found)
        for i, iris in known.items():
            if found[0].start < i < noun.i and i not in names:
                counts.update(iri for iri in iris if iri in counts)
        return (max(counts, key=counts.__getitem__),)

    # ------------------------------------------------------------ by state

    def compatriot(self, demonym: Span) -> tuple[str, ...]:
        """ "The Frenchman", "o francês": who of that state was named before; () if nobody."""
        noun = root_of(demonym)
        if not self.is_one(noun) or self.is_collective(noun) or not stands_alone(noun, demonym):
            return ()
        code = self.gazetteer.country(demonym.kb_id_)
        return self.taken_up(noun, lambda iri: self.country(noun.doc, iri) == code)

    def is_one(self, noun: Node) -> bool:
        """A definite singular: "the American", "do brasileiro"."""
        words = [child for child in noun.children if child.dep_ in ("det", "case")]
        articles = [word for word in words if self.is_article(word)]
        if not articles:
            return False
        number = feature(articles[0], "Number") or feature(noun, "Number")
        return "Plur" not in number and noun.dep_ in STANDING

    def is_article(self, word: Node) -> bool:
        """A definite article, alone or in one word with a preposition."""
        return (
            "Def" in feature(word, "Definite") or word.lower_ in self.grammar.language.prepositions
        )

    def is_collective(self, noun: Node) -> bool:
        """Does its singular mean a whole people: "the French"?"""
        return noun.lower_.endswith(self.grammar.language.collective_endings or ("\0",))

    def person(self, noun: Node) -> tuple[str, ...]:
        """ "The politician", "the veteran Democrat", "the 72-year-old": who was just named."""
        below = [child for child in noun.children if child.dep_ in NEW]
        if below or not self.is_one(noun) or noun.dep_ not in SUBJECT:
            return ()
        states = {self.country(noun.doc, iri) for iri in self.attributes(noun)} - {None}
        if fellow := self.taken_up(noun, lambda iri: self.is_of_party(noun, iri)):
            return fellow
        if noun.pos_ != "ADJ" and len(people_around(noun)) > 1:
            return ()  # "the Socialist" of two
        return self.just_named(
            noun, lambda iri: not states or self.country(noun.doc, iri) in states
        )

    def is_of_party(self, noun: Node, iri: str) -> bool:
        """Does somebody lead a party called after the noun: "the Socialist"?"""
        owners = (self.gazetteer.get(term.owner) for term in self.gazetteer.terms(iri))
        bodies = (entry for entry in owners if entry is not None and entry.type == "ORG")
        labels = (slug(entry.label(noun.doc.lang_)) for entry in bodies)
        return any(slug(noun.lemma_) in label.split("-") for label in labels)

    def is_for_person(self, noun: Node) -> bool:
        """Is it a noun for one person: by its lemma, or its ending and gender: "o petista"?"""
        language, lemma = self.grammar.language, noun.lemma_.lower()
        if lemma in language.person_nouns:
            return True
        ends = bool(language.person_endings) and lemma.endswith(language.person_endings)
        other = lemma in self.grammar.lexicon.actors
        return ends and not other and "Masc" in genders_of(noun)

    def attributes(self, noun: Node) -> tuple[str, ...]:
        """What the adjectives of a noun stand for."""
        known: dict[int, tuple[str, ...]] = noun.doc._.referents
        return tuple(i for c in noun.children if c.dep_ == "amod" for i in known.get(c.i, ()))

    # ------------------------------------------------------------ by office

    def holder(self, holding: Holding) -> tuple[str, ...]:
        """Who of the people named before holds an office, by the article or the gazetteer."""
        title = root_of(holding.title)
        if self.is_of_other(holding) or self.is_predicate(title):
            return ()
        kind = holding.title.kb_id_

        def fits(iri: str) -> bool:
            found = self.offices(title, iri, former=holding.former)
            return any(
                agrees(held, kind) and holding.country in (None, country) for held, country in found
            )

        return self.taken_up(title, fits)

    def voice(self, title: Node) -> str | None:
        """The state that speaks of a title: "the White House said that the president …"."""
        known: dict[int, tuple[str, ...]] = title.doc._.referents
        said = [
            verb.head
            for verb in title.ancestors
            if verb.dep_ == "ccomp" and verb.head.lemma_ in self.grammar.lexicon.speech_verbs
        ]
        speakers = [s for verb in said[:1] for s in self.grammar.surface_subject(verb)]
        for iri in (iri for speaker in speakers for iri in known.get(speaker.i, ())):
            kinds = {kind for kind, _ in self.offices(title, iri)}
            if not self.is_person(title.doc, iri) or SPOKESPERSON in kinds:
                return self.country(title.doc, iri)
        return None

    def is_predicate(self, title: Node) -> bool:
        """ "A minister", "was elected president": nobody whom the article has spoken of."""
        words = [child for child in title.children if child.dep_ in ("det", "case")]
        if any("Ind" in feature(word, "Definite") for word in words):
            return True
        told = [w for w in words if w.dep_ == "det" or self.is_article(w)]
        bare = not told and not self.grammar.possessors(title)
        return bare and title.dep_ not in SUBJECT

    def offices(self, word: Node, iri: str, *, former: bool = False) -> set[tuple[str, str | None]]:
        """Kind and state of the offices of a person, present or past, told before a word."""
        told = {
            (holding.title.kb_id_, holding.country)
            for holding in self.holdings(word.doc).get(iri, ())
            if holding.former == former and holding.title.start < word.i
        }
        day: date | None = word.doc.user_data.get("published")
        if day is None:
            return told
        return told | {
            (term.kind, self.gazetteer.country(term.owner))
            for term in self.gazetteer.terms(iri)
            if self.is_of_state(term) and self.is_of_time(term, day, former=former)
        }

    def holdings(self, doc: Doc) -> dict[str, list[Holding]]:
        """The offices of a state that the article gives each person, gathered once."""
        found: dict[str, list[Holding]] | None = doc.user_data.get("holdings_of")
        if found is None:
            found = doc.user_data["holdings_of"] = defaultdict(list)
            for holding in doc._.holdings:
                if holding.person is not None and not self.is_of_other(holding):
                    found[holding.person.kb_id_].append(holding)
        return found

    @staticmethod
    def is_of_time(term: Term, day: date, *, former: bool) -> bool:
        """Did a term include a day, or end before it?"""
        if former:
            return term.during.latest is not None and term.during.latest < day
        return days_between(term.during, day) == 0

    def is_of_state(self, term: Term) -> bool:
        """Is it an office of a state, and no party's?"""
        entry = self.gazetteer.get(term.owner)
        return entry is not None and entry.type == "STATE"

    def is_of_other(self, holding: Holding) -> bool:
        """Is it an office of something without a state: "president of the commission"?"""
        title = holding.title
        language = self.grammar.language
        of = [c for c in root_of(title).children if c.dep_ == "nmod" and c.i >= title.end]
        return holding.country is None and any(
            self.grammar.preposition(c) in language.genitive
            and c.lemma_.lower() not in language.country_nouns
            and not any(word.is_punct for word in nodes(title.doc)[title.end : c.i])
            for c in of
        )

    def counterpart(self, noun: Node) -> tuple[str, ...]:
        """ "His counterpart", "o homólogo russo": who holds the same office of another state."""
        doc = noun.doc
        base = [iri for iri in self.whose(noun) if self.is_person(doc, iri)]
        kinds = {kind for iri in base for kind, _ in self.offices(noun, iri)}
        own = {self.country(doc, iri) for iri in base}
        states = {self.country(doc, iri) for iri in self.attributes(noun)} - {None}

        def fits(iri: str) -> bool:
            held = {kind for kind, _ in self.offices(noun, iri)}
            country = self.country(doc, iri)
            other = country in states if states else country is not None and country not in own
            return other and bool(kinds & held) and iri not in base

        found = self.taken_up(noun, fits, far=bool(states))
        return found or self.serving(doc, kinds, {code for code in states if code})

    def whose(self, noun: Node) -> tuple[str, ...]:
        """Whose counterpart: the possessor's, else of who acts."""
        known: dict[int, tuple[str, ...]] = noun.doc._.referents
        owners = [c for c in self.grammar.possessors(noun) if c.dep_ != "amod"]
        found = tuple(iri for owner in owners for iri in known.get(owner.i, ()))
        return found or acting_beside(noun, self.grammar)

    def serving(self, doc: Doc, kinds: set[str], states: set[str]) -> tuple[str, ...]:
        """Who held an office of these kinds of a state when the article came out, if only one."""
        day = doc.user_data.get("published")
        if day is None or len(states) != 1:
            return ()
        state = self.gazetteer.state(min(states)).iri
        found = {
            iri
            for kind in kinds
            if not self.gazetteer.is_shared(kind)
            for iri in self.gazetteer.holders(kind, state, day)
        }
        return tuple(found) if len(found) == 1 else ()

    def is_person(self, doc: Doc, iri: str) -> bool:
        """Is it one of the people whom the article names?"""
        return iri in iris_of_people(doc)

    def country(self, doc: Doc, iri: str) -> str | None:
        """ISO code of a person's state: from the gazetteer, else from an office in the text."""
        countries: dict[str, str] = doc._.countries
        return self.gazetteer.country(iri) or countries.get(iri)


def named_people(doc: Doc) -> list[Span]:
    """The names of people, in text order, gathered once."""
    found: list[Span] | None = doc.user_data.get("named_people")
    if found is None:
        spans = spans_of(doc, "mentions")
        found = doc.user_data["named_people"] = [s for s in spans if s.label_ in PEOPLE]
    return found


def iris_of_people(doc: Doc) -> frozenset[str]:
    """Who has such a name, gathered once."""
    found: frozenset[str] | None = doc.user_data.get("iris_of_people")
    if found is None:
        found = frozenset(span.kb_id_ for span in named_people(doc))
        doc.user_data["iris_of_people"] = found
    return found


def people_until(word: Node) -> list[Span]:
    """The last names of people before a word, in text order."""
    before = [span for span in named_people(word.doc) if span.end <= word.i]
    return before[-REMEMBERED:]


def people_around(noun: Node) -> set[str]:
    """Who is named in the sentence of a noun before it, and in the one before."""
    known: dict[int, tuple[str, ...]] = noun.doc._.referents
    people = iris_of_people(noun.doc)
    words = (
        word for word in nodes(noun.doc)[window_start(noun) : noun.i] if word.pos_ not in PRONOMINAL
    )
    return {iri for word in words for iri in known.get(word.i, ()) if iri in people}


def genders(doc: Doc) -> dict[str, frozenset[str]]:
    """IRI of a person to the gender that the article of a title tells, gathered once."""
    found: dict[str, frozenset[str]] | None = doc.user_data.get("genders")
    if found is None:
        titled = [holding for holding in doc._.holdings if holding.person is not None]
        told = {holding.person.kb_id_: genders_of(root_of(holding.title)) for holding in titled}
        found = doc.user_data["genders"] = {iri: own for iri, own in told.items() if own}
    return found


def genders_of(noun: Node) -> frozenset[str]:
    """The gender that the article before a noun tells, none where there is no article."""
    words = (child for child in noun.children if child.dep_ in ("det", "case"))
    return next((own for word in words if (own := feature(word, "Gender"))), frozenset())


def stands_alone(noun: Node, demonym: Span) -> bool:
    """Does nothing beside it say who it is: "o francês Macron", "o francês que chegou"?"""
    doc = demonym.doc
    named = demonym.end < len(doc) and tree(doc).labels[demonym.end] in ("appos", "flat:name")
    below = [child for child in noun.children if child.dep_ in NEW]
    return not named and not below and not is_participle(noun)
