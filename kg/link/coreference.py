"""What nominals and pronouns refer to: "o presidente russo", "both ministers", "he".

Sets `doc._.referents`: token index to the IRIs that the phrase headed by that token stands for.
A phrase that names an actor by its state ("Russian troops", "o governo do Irã") stands for the
state. Nothing is guessed across genders of evidence: no rule, no entry.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.attrs import POS
from spacy.language import Language as Pipeline
from spacy.symbols import DET, PRON
from spacy.tokens import Doc, Span

from kg.extract.annotations import entity_types, mention_at, spans_of
from kg.extract.quantity.words import load_quantity_words
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import PRONOMINAL, SUBJECT, is_plural
from kg.extract.syntax.tree import Node, feature, nodes, root_of, tree
from kg.language import language
from kg.language.columns import column
from kg.language.trees.regrouping import NAMING
from kg.link.antecedents import (
    PEOPLE,
    acting_beside,
    are_alone,
    last_listed,
    names_before,
    nearest_subject,
    opens_paragraph,
    two_leaders,
    two_sides,
)
from kg.link.features import agrees
from kg.link.individuals import NEW, Individuals
from kg.link.offices import Holding
from kg.link.pronouns import Pronouns
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import load_lexicon
from kg.ontology.namespaces import BASE
from kg.ontology.state_kinds import load_state_kinds

ARGUMENT = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl"])
"""Labels of what stands for somebody by itself."""
COMPLETING = NAMING | {"nmod", "compound"}
"""Labels of a name right after a noun."""
TAKING_UP = frozenset([PRON, DET])
"""Tags of PRONOMINAL words, as a column has them."""
STATES = frozenset(["STATE"])
GROUPS = frozenset(["ORG", "GROUP"])
"""Types of what "the group" takes up."""
STATE = f"{BASE}state/"
FAR = 500
"""Words after which nobody knows any more which state was named."""
TWO = 2
BOTH_WORDS = 3
"""Words before a noun in which "both" or "the two" stand."""


@Pipeline.factory(
    "coreference",
    requires=["doc._.holdings", "doc.spans", "token.dep"],
    assigns=["doc._.referents"],
)
class Coreference:
    """Component: sets `doc._.referents`."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.gazetteer = load_gazetteer()
        self.language = language(nlp.lang)
        self.grammar = Grammar(self.language, load_lexicon(nlp.lang))
        self.pronouns = Pronouns(self.grammar)
        self.individuals = Individuals(self.grammar, self.gazetteer)
        self.nouns = self.language.capital_nouns | self.language.country_nouns
        self.paired = self.language.leader_nouns | self.language.side_nouns
        self.nouns |= self.paired
        self.people = self.language.person_nouns | self.language.counterpart_nouns
        self.people |= self.grammar.lexicon.actors
        self.nouns |= self.people | self.language.group_nouns
        self.states_called = load_state_kinds(nlp.lang)
        self.nouns |= self.states_called.kinds.keys()
        self.others = self.language.other_nouns | self.language.counterpart_nouns
        words = load_quantity_words(nlp.lang)
        self.numerals = words.numbers.values if words is not None else {}
        self.pairing = frozenset(both.split()[-1] for both in self.language.both)
        self.fixed = self.pairing | self.states_called.together.keys()
        Doc.set_extension("referents", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        referents: dict[int, tuple[str, ...]] = {}
        for span in spans_of(doc, "mentions"):
            referents.update(dict.fromkeys(range(span.start, span.end), (span.kb_id_,)))
        referents.update(
            {root_of(span).i: (span.kb_id_,) for span in spans_of(doc, "institutions")}
        )
        doc._.referents = referents
        for holding in doc._.holdings:
            if holding.person is not None:
                self.set_holder(holding)
        for span in spans_of(doc, "mentions"):
            if (noun := self.described(span)) is not None:
                referents[noun.i] = self.named(noun, span)
        self.take_up(doc, referents)
        doc._.referents = {i: iris for i, iris in referents.items() if iris}
        return doc

    def take_up(self, doc: Doc, referents: dict[int, tuple[str, ...]]) -> None:
        """The titles, demonyms, nouns and pronouns that stand for somebody without a name."""
        titles = {root_of(h.title).i: h for h in doc._.holdings if h.person is None}
        spans = spans_of(doc, "mentions")
        demonyms = {root_of(s).i: s for s in spans if s.id_ == "demonym"}
        # The recogniser takes "the Republican" for a name.
        camps = {
            root_of(s).i for s in spans if s.label_ == "GROUP" and not self.gazetteer.get(s.kb_id_)
        }
        for i in sorted({*self.referring(doc), *demonyms, *titles}):
            if i in titles:
                self.set_holder(titles[i])
            elif span := demonyms.get(i):
                if iris := self.compatriot(span):
                    referents.update(dict.fromkeys(range(span.start, span.end), iris))
            elif (i not in referents or i in camps) and (iris := self.refer(nodes(doc)[i])):
                referents[i] = iris

    def referring(self, doc: Doc) -> Iterator[int]:
        """The personal and possessive pronouns of a Doc, and the words that refer by their form."""
        tags, found = column(doc, POS), tree(doc)
        lemmas = {x for x in set(found.lemmas) if x.lower() in self.nouns or self.ends(x)}
        words = zip(tags, found.lemmas, found.words, found.nodes, strict=True)
        for i, (tag, lemma, word, token) in enumerate(words):
            if (
                lemma in lemmas
                or word in self.fixed
                or (tag in TAKING_UP and self.pronouns.takes_up(token))
            ):
                yield i

    def ends(self, lemma: str) -> bool:
        """May a lemma be a noun for one person by its ending?"""
        endings = self.language.person_endings
        return bool(endings) and lemma.endswith(endings)

    # ------------------------------------------------------------ offices

    def set_holder(self, holding: Holding) -> None:
        """Who a title is, and for the second of "the presidents of A, X, and of B, Y" also "B"."""
        referents, title = holding.title.doc._.referents, root_of(holding.title).i
        others = referents.get(title, ())
        if others and holding.person is not None and holding.of is not None:
            referents[title] = (*others, holding.person.kb_id_)
            of = range(holding.of.start, holding.of.end)
            referents.update(dict.fromkeys(of, (holding.person.kb_id_,)))
        else:
            referents[title] = self.office_holders(holding)

    def office_holders(self, holding: Holding) -> tuple[str, ...]:
        """The person beside a title, else who holds the office in this article, else its state."""
        if holding.person is not None:
            return (holding.person.kb_id_,)
        if self.means_two(root_of(holding.title)):
            holders = list(dict.fromkeys(self.holders_before(holding)))
            named = len(holders) >= TWO and not is_leader(holding.title)
            return tuple(holders[:TWO]) if named else self.leaders(root_of(holding.title))
        if is_plural(root_of(holding.title)):
            return self.employer(holding, holding.country)
        title = root_of(holding.title)
        if holding.country is None and not holding.former:
            holding = replace(holding, country=self.individuals.voice(title))
        found = self.individuals.holder(holding) or self.holder_then(holding)
        possessed = any(c.lower_ in self.language.possessives for c in title.children)
        country = self.country_of_phrase(title) if possessed else None
        return found or self.employer(holding, holding.country or country)

    def employer(self, holding: Holding, country: str | None) -> tuple[str, ...]:
        """The armed group or state that a title is an office of: "Hamas commanders"."""
        of = holding.of.kb_id_ if holding.of is not None else ""
        return (of,) if self.gazetteer.is_armed_group(of) else self.states([country])

    def holder_then(self, holding: Holding) -> tuple[str, ...]:
        """ "The Russian president" nowhere named: who held the office when the article came out."""
        published = holding.title.doc.user_data.get("published")
        shared = self.gazetteer.is_shared(holding.title.kb_id_)
        if published is None or holding.country is None or holding.former or shared:
            return ()
        state = self.gazetteer.state(holding.country).iri
        holders = self.gazetteer.holders(holding.title.kb_id_, state, published)
        return tuple(holders) if len(holders) == 1 else ()

    def holders_before(self, holding: Holding) -> Iterator[str]:
        """People named earlier with this kind of office and state, the nearest first."""
        title = holding.title
        for other in reversed(title.doc._.holdings):
            if other.person is None or other.former or other.title.start >= title.start:
                continue
            same_state = holding.country in (None, other.country)
            if same_state and agrees(other.title.kb_id_, title.kb_id_):
                yield other.person.kb_id_

    def means_two(self, token: Node) -> bool:
        """Is it "both ministers", "os dois presidentes"?"""
        first = max(token.sentence.start, token.i - BOTH_WORDS)
        if self.pairing.isdisjoint(tree(token.doc).words[first : token.i]):
            return False
        words = token.doc[first : token.i].text.lower()
        return any(f" {both} " in f" {words} " for both in self.language.both)

    def is_pair(self, token: Node) -> bool:
        """Is it "both" or "the two" without a noun?"""
        if token.lower_ not in self.pairing or token.dep_ not in ARGUMENT:
            return False
        words = token.doc[max(token.sentence.start, token.i - 1) : token.i + 1].text.lower()
        return any(f" {words}".endswith(f" {both}") for both in self.language.both)

    # ------------------------------------------------------------ other nominals and pronouns

    def refer(self, token: Node) -> tuple[str, ...]:
        """IRIs of what a noun or pronoun stands for; () when no rule applies."""
        if self.is_pair(token):
            return self.leaders(token) or two_sides(token)
        if together := self.states_called.together.get(token.lower_):
            return self.states([*together])
        if token.pos_ in PRONOMINAL:
            return self.pronouns.refer(token)
        if token.pos_ == "ADJ" and (tells_age(token) or self.individuals.is_for_person(token)):
            return self.individuals.person(token)
        if token.pos_ not in ("NOUN", "PROPN"):
            return ()
        return self.several(token) or self.noun(token)

    def several(self, token: Node) -> tuple[str, ...]:
        """Whom "both sides", "the two leaders", "the three countries" take up."""
        lemma = token.lemma_.lower()
        leaders = lemma in self.language.leader_nouns
        if lemma in self.paired and self.means_two(token):
            return self.leaders(token) if leaders else self.sides(token)
        count = self.counted(token)
        return self.listed(token, count, people=leaders) if count > TWO else ()

    def noun(self, token: Node) -> tuple[str, ...]:
        """What any other noun stands for."""
        lemma = token.lemma_.lower()
        if lemma in self.language.capital_nouns:
            return self.capital(token)
        if lemma in self.language.country_nouns:
            return self.own_country(token)
        if lemma in self.states_called.kinds:
            return self.called(token, self.states_called.kinds[lemma])
        if lemma in self.language.group_nouns and is_bare(token):
            return nearest_subject(token, GROUPS, self.bodies(token.doc))
        if lemma in self.people or self.ends(lemma):
            return self.one(token, lemma) or self.some(token)
        return ()

    def bodies(self, doc: Doc) -> tuple[str, ...]:
        """The armies and ministries of an article, which no "group" takes up."""
        nouns = self.language.institution_nouns
        spans = spans_of(doc, "institutions")
        return tuple(span.kb_id_ for span in spans if root_of(span).lemma_.lower() in nouns)

    def one(self, token: Node, lemma: str) -> tuple[str, ...]:
        """The person whom a noun names, by the name beside it or one before."""
        if (name := name_beside(token)) is not None:
            return self.named(token, name)
        if titled := titled_beside(token):
            return titled
        if lemma in self.language.counterpart_nouns:
            return self.individuals.counterpart(token)
        return self.individuals.person(token) if self.individuals.is_for_person(token) else ()

    def some(self, token: Node) -> tuple[str, ...]:
        """The armed group or state that people without a name act for."""
        owners = tuple(self.owners(token))
        return self.group_of(owners) or self.states([self.country_of(token.doc, owners)])

    def compatriot(self, demonym: Span) -> tuple[str, ...]:
        """Who "the Frenchman" is, by the name beside it or one before."""
        if root_of(demonym).dep_ in ("amod", "compound"):
            return ()
        name = name_beside(root_of(demonym))
        return self.individuals.compatriot(demonym) if name is None else (name.kb_id_,)

    def country_of_phrase(self, token: Node) -> str | None:
        """The state that a noun is said to be of: adjective, possessor, or "of" phrase."""
        return self.country_of(token.doc, self.owners(token))

    def country_of(self, doc: Doc, owners: Iterable[str]) -> str | None:
        """The state of the first owner that has one."""
        return next(filter(None, (self.country(doc, iri) for iri in owners)), None)

    def group_of(self, owners: Iterable[str]) -> tuple[str, ...]:
        """The first armed group among owners: "Hamas fighters" act for no state."""
        return tuple(iri for iri in owners if self.gazetteer.is_armed_group(iri))[:1]

    def owners(self, token: Node) -> Iterator[str]:
        """What an adjective, possessor or "of" phrase says whose a noun is."""
        if not token.children:
            return
        owners = sorted(self.grammar.possessors(token), key=is_pronoun)
        if token.lemma_.lower() in self.others:
            owners = [owner for owner in owners if owner.dep_ == "amod"]  # "Arab allies" are Arab
        else:
            owners += [
                c
                for c in token.children
                if c.dep_ == "nmod" and self.grammar.preposition(c) in self.language.genitive
            ]
        referents = token.doc._.referents if owners else {}
        for owner in owners:
            yield from referents.get(owner.i, ())

    def named(self, noun: Node, name: Span) -> tuple[str, ...]:
        """Who a noun with a name is, and of which state if the noun says so: "Thai dissident X"."""
        owners = [o for o in self.grammar.possessors(noun) if not is_pronoun(o)]
        iris = (iri for owner in owners for iri in noun.doc._.referents.get(owner.i, ()))
        codes = [code for iri in iris if (code := self.country(noun.doc, iri))]
        if codes and self.country(noun.doc, name.kb_id_) is None:
            noun.doc._.countries[name.kb_id_] = codes[0]
        return (name.kb_id_,)

    def described(self, name: Span) -> Node | None:
        """The noun that a person's name completes: "his Polish counterpart, Ana Nowak,"."""
        if name.label_ not in PEOPLE or root_of(name).dep_ != "appos":
            return None
        noun, doc = root_of(name).head, name.doc
        if any(holding.person == name for holding in doc._.holdings):
            return None
        one = noun.pos_ == "NOUN" and not is_plural(noun) and noun.i not in doc._.referents
        closed = all(word.is_punct for word in nodes(doc)[name.end : name.end + 1])
        beside = noun.i < name.start and nodes(doc)[name.start - 1].text == "," and closed
        is_event = ("noun", noun.lemma_) in self.grammar.lexicon.by_trigger
        return noun if one and beside and not is_event else None

    def capital(self, token: Node) -> tuple[str, ...]:
        """ "the Chinese capital": the city that is the seat of that state."""
        country = self.country_of_phrase(token)
        iri = self.gazetteer.capital(country) if country else None
        return (iri,) if iri else ()

    def own_country(self, token: Node) -> tuple[str, ...]:
        """ "his country", "seu país": the state of the last person before it."""
        if self.means_two(token):
            return self.both_states(token)
        if not any(c.lower_ in self.language.possessives for c in token.children):
            return ()
        for span in reversed(names_before(token)):
            if country := self.country(token.doc, span.kb_id_):
                return self.states([country])
        return ()

    def called(self, token: Node, codes: tuple[str, ...]) -> tuple[str, ...]:
        """ "The kingdom": the last state before that is one, but no island with its own name."""
        new = any(c.dep_ in NEW and c.dep_ != "acl:relcl" for c in token.children)
        if new or not self.individuals.is_one(token):
            return ()
        if told := self.individuals.attributes(token):  # "o reino saudita"
            return tuple(iri for iri in told if iri.startswith(STATE) and iri[-3:] in codes)
        others, mentions = acting_beside(token, self.grammar), mention_at(token.doc)
        for i in range(token.i - 1, max(token.i - FAR, 0) - 1, -1):
            span = mentions.get(i)
            if span is not None and token.lemma_.lower() in span.text.lower():
                return ()
            for iri in token.doc._.referents.get(i, ()):
                if iri.startswith(STATE) and iri[-3:] in codes and iri not in others:
                    return (iri,)
        return ()

    def both_states(self, token: Node) -> tuple[str, ...]:
        """ "The two countries": the two states before, or those of two people.

        Two that stand together, as "Peru and Chile" do, go before two of many, and at the start
        of a paragraph before those of the last one.
        """
        if token.dep_ in SUBJECT:
            acting = nearest_subject(token, STATES, several=True)
            if len(acting) == TWO:
                return acting
        # "Brazil offered both countries to mediate": two others.
        others = acting_beside(token, self.grammar)
        names = [s.kb_id_ for s in reversed(names_before(token)) if s.kb_id_ not in others]
        countries = [self.country(token.doc, iri) for iri in names]
        distinct = [c for c in dict.fromkeys(countries) if c]
        near = self.states([*distinct[:TWO]]) if len(distinct) >= TWO else ()
        if near and len(distinct) == TWO and not opens_paragraph(token):
            return near
        return self.listed(token, TWO) or near

    def sides(self, token: Node) -> tuple[str, ...]:
        """ "Both sides": the two parties before, or the two countries."""
        near = two_sides(token, acting_beside(token, self.grammar))
        if near and not opens_paragraph(token):
            return near
        return self.listed(token, TWO) or near or self.both_states(token)

    def leaders(self, token: Node) -> tuple[str, ...]:
        """ "The two leaders": two people who stand together, or the last two before."""
        others = acting_beside(token, self.grammar)
        near = two_leaders(token, others)
        if near and not opens_paragraph(token) and are_alone(token, (*near, *others)):
            return near
        return self.listed(token, TWO, people=True) or near

    def counted(self, token: Node) -> int:
        """How many "the three countries" are; 0 where the noun is no such one or indefinite."""
        lemma = token.lemma_.lower()
        if lemma not in self.language.country_nouns | self.paired or not is_plural(token):
            return 0
        words = token.children
        definite = any("Def" in feature(word, "Definite") for word in words)
        numerals = [self.numerals.get(w.lower_, 0) for w in words if w.dep_ == "nummod"]
        return numerals[0] if definite and len(numerals) == 1 else 0

    def listed(self, token: Node, number: int, *, people: bool = False) -> tuple[str, ...]:
        """The last list of so many people, or of so many states."""
        others, kinds = acting_beside(token, self.grammar), entity_types(token.doc)

        def name(iri: str) -> str | None:
            if people:
                return iri if kinds.get(iri) in PEOPLE else None
            country = self.country(token.doc, iri)
            return self.gazetteer.state(country).iri if country else None

        found = last_listed(token, number, name)
        return found if not set(found).intersection(others) else ()

    # ------------------------------------------------------------ states

    def country(self, doc: Doc, iri: str) -> str | None:
        """ISO code of an entity's state: from the gazetteer, else from an office in the text."""
        return self.gazetteer.country(iri) or doc._.countries.get(iri)

    def states(self, countries: list[str | None]) -> tuple[str, ...]:
        """IRIs of the states with these codes."""
        return tuple(self.gazetteer.state(country).iri for country in countries if country)


def name_beside(noun: Node) -> Span | None:
    """The name of a person right after a noun or its adjectives: "o dissidente russo Sakharov"."""
    if is_plural(noun):
        return None
    at = mention_at(noun.doc)
    for child in noun.children:
        name = at.get(child.i)
        if child.dep_ in COMPLETING and name is not None and name.label_ in PEOPLE:
            between = nodes(noun.doc)[noun.i + 1 : name.start]
            if name.start > noun.i and all(word.pos_ == "ADJ" for word in between):
                return name
    return None


def titled_beside(noun: Node) -> tuple[str, ...]:
    """The person whose title stands beside a noun: "his counterpart, President Ann Lee"."""
    beside = [child.i for child in noun.children if child.dep_ in NAMING]
    if not beside:
        return ()
    titles = {root_of(h.title).i: h.person for h in noun.doc._.holdings if h.person is not None}
    people = (titles.get(i) for i in beside)
    return next(((person.kb_id_,) for person in people if person is not None), ())


def tells_age(token: Node) -> bool:
    """Is it "old" after a number of years?"""
    below = (word for child in token.children for word in child.children)
    return any(word.pos_ == "NUM" for word in below)


def is_pronoun(token: Node) -> bool:
    """A possessive: "his Polish counterpart" is a Pole, whoever he is himself."""
    return token.pos_ in PRONOMINAL


def is_leader(title: Span) -> bool:
    """Is it what every ruler is: "the Russian leader"?"""
    return title.kb_id_.endswith("/leader")


def is_bare(token: Node) -> bool:
    """Is it a definite singular with nothing said of it: "the group", no "armed groups"?"""
    words = token.children
    definite = any("Def" in feature(word, "Definite") for word in words)
    return definite and not is_plural(token) and all(w.dep_ in ("det", "case") for w in words)
