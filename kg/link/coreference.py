"""What nominals, possessives and pronouns refer to: "o presidente russo", "both ministers", "he".

Sets `doc._.referents`: token index to the IRIs that the phrase headed by that token stands for.
A phrase that names an actor by its state ("Russian troops", "o governo do Irã") stands for the
state. Nothing is guessed across genders of evidence: no rule, no entry.
"""

from collections.abc import Iterator

from spacy.attrs import POS
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import mention_at
from kg.extract.mentions.finder import is_people
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_plural, is_verbal
from kg.extract.syntax.tree import children, sentence, tree
from kg.language import language
from kg.language.columns import read_strings
from kg.link.offices import Holding
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import load_lexicon

TAKING_UP = frozenset(["PRON", "DET"])
"""Tags of words that take up a name: "they"; "his", which Portuguese has for a determiner."""
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
        self.nouns = self.language.capital_nouns | self.language.country_nouns
        self.nouns |= self.grammar.lexicon.actors
        Doc.set_extension("referents", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        referents: dict[int, tuple[str, ...]] = {}
        for span in doc.spans["mentions"]:
            referents.update(dict.fromkeys(range(span.start, span.end), (span.kb_id_,)))
        referents.update({span.root.i: (span.kb_id_,) for span in doc.spans["institutions"]})
        doc._.referents = referents
        for holding in doc._.holdings:
            referents[holding.title.root.i] = self.office_holders(holding)
        for i in self.referring(doc):
            if i not in referents and (iris := self.refer(doc[i])):
                referents[i] = iris
        doc._.referents = {i: iris for i, iris in referents.items() if iris}
        return doc

    def referring(self, doc: Doc) -> Iterator[int]:
        """The pronouns and determiners of a Doc, and the words that refer by their lemma."""
        tags = read_strings(doc, POS)
        for i, (tag, lemma) in enumerate(zip(tags, tree(doc).lemmas, strict=True)):
            if tag in TAKING_UP or lemma.lower() in self.nouns:
                yield i

    # ------------------------------------------------------------ offices

    def office_holders(self, holding: Holding) -> tuple[str, ...]:
        """The person beside a title, else who holds the office in this article, else its state."""
        if holding.person is not None:
            return (holding.person.kb_id_,)
        holders = list(dict.fromkeys(self.holders_before(holding)))
        if self.means_two(holding.title.root):
            return tuple(holders[:2]) if len(holders) > 1 else self.last_two(holding.title)
        if is_plural(holding.title.root):
            return self.states([holding.country])
        return tuple(holders[:1]) or self.holder_then(holding) or self.states([holding.country])

    def holder_then(self, holding: Holding) -> tuple[str, ...]:
        """ "The Russian president" nowhere named: who held the office when the article came out."""
        published = holding.title.doc.user_data.get("published")
        if published is None or holding.country is None or holding.former:
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
            if same_state and same_office(title, other.title):
                yield other.person.kb_id_

    def last_two(self, title: Span) -> tuple[str, ...]:
        """ "the two leaders" of different titles: the last two people before who hold an office."""
        office_holders = {h.person.kb_id_ for h in title.doc._.holdings if h.person is not None}
        people = [
            s.kb_id_ for s in reversed(names_before(title.root)) if s.kb_id_ in office_holders
        ]
        distinct = tuple(dict.fromkeys(people))
        return distinct[:2] if len(distinct) > 1 else ()

    def means_two(self, token: Token) -> bool:
        """Is it "both ministers", "os dois presidentes"?"""
        words = token.doc[max(sentence(token).start, token.i - BOTH_WORDS) : token.i].text.lower()
        return any(f" {both} " in f" {words} " for both in self.language.both)

    # ------------------------------------------------------------ other nominals and pronouns

    def refer(self, token: Token) -> tuple[str, ...]:
        """IRIs of what a noun or pronoun stands for; () when no rule applies."""
        if token.pos_ in TAKING_UP:
            return self.pronoun(token)
        if token.pos_ not in ("NOUN", "PROPN"):
            return ()
        lemma = token.lemma_.lower()
        if lemma in self.language.capital_nouns:
            return self.capital(token)
        if lemma in self.language.country_nouns:
            return self.own_country(token)
        if lemma in self.grammar.lexicon.actors:
            return self.states([self.country_of_phrase(token)])
        return ()

    def country_of_phrase(self, token: Token) -> str | None:
        """The state that a noun is said to be of: adjective, possessor, or "of" phrase."""
        owners = sorted(self.grammar.possessors(token), key=is_pronoun)
        owners += [
            c
            for c in children(token)
            if c.dep_ == "nmod" and self.grammar.preposition(c) in self.language.genitive
        ]
        for owner in owners:
            for iri in token.doc._.referents.get(owner.i, ()):
                if country := self.country(token.doc, iri):
                    return country
        return None

    def capital(self, token: Token) -> tuple[str, ...]:
        """ "the Chinese capital": the city that is the seat of that state."""
        country = self.country_of_phrase(token)
        iri = self.gazetteer.capital(country) if country else None
        return (iri,) if iri else ()

    def own_country(self, token: Token) -> tuple[str, ...]:
        """ "his country", "seu país": the state of the last person before it."""
        if self.means_two(token):
            return self.both_states(token)
        if not any(c.lower_ in self.language.possessives for c in children(token)):
            return ()
        for span in reversed(names_before(token)):
            if country := self.country(token.doc, span.kb_id_):
                return self.states([country])
        return ()

    def both_states(self, token: Token) -> tuple[str, ...]:
        """ "the two countries": the last two states before, or those of the last two people."""
        countries = [self.country(token.doc, s.kb_id_) for s in reversed(names_before(token))]
        distinct = [c for c in dict.fromkeys(countries) if c]
        return self.states([*distinct[:2]]) if len(distinct) > 1 else ()

    def pronoun(self, token: Token) -> tuple[str, ...]:
        """A personal or possessive pronoun of the third person."""
        if token.lower_ in self.language.possessives:
            return nearest_subject(token, frozenset(["PERSON", "STATE", "ORG", "GROUP"]))
        if "Prs" not in token.morph.get("PronType", []):
            return ()
        if speakers := self.reporters(token):
            return speakers
        if is_third_singular(token):
            return nearest_subject(token, frozenset(["PERSON"]), self.beside(token))
        return nearest_plural(token) if is_third_plural(token) else ()

    def beside(self, token: Token) -> tuple[str, ...]:
        """Who acts in the clause of a pronoun that is no subject: "he met him" are two men."""
        if token.dep_ in ("nsubj", "nsubj:pass") or not is_verbal(token.head):
            return ()
        subjects = self.grammar.surface_subject(token.head)
        return tuple(i for s in subjects for i in token.doc._.referents.get(s.i, ()))

    def reporters(self, token: Token) -> tuple[str, ...]:
        """ "France and Britain said they would …": the subject above, where it agrees in number."""
        clause = token.head
        if token.dep_ != "nsubj" or clause.dep_ != "ccomp" or clause.head.i > token.i:
            return ()
        if clause.head.lemma_ not in self.grammar.lexicon.speech_verbs:
            return ()
        subjects = self.grammar.surface_subject(clause.head)
        iris = [iri for subject in subjects for iri in token.doc._.referents.get(subject.i, ())]
        plural = len(iris) > 1 or any(is_plural(subject) for subject in subjects)
        return tuple(dict.fromkeys(iris)) if plural == is_plural(token) else ()

    # ------------------------------------------------------------ states

    def country(self, doc: Doc, iri: str) -> str | None:
        """ISO code of an entity's state: from the gazetteer, else from an office in the text."""
        return self.gazetteer.country(iri) or doc._.countries.get(iri)

    def states(self, countries: list[str | None]) -> tuple[str, ...]:
        """IRIs of the states with these codes."""
        return tuple(self.gazetteer.state(country).iri for country in countries if country)


def is_pronoun(token: Token) -> bool:
    """A possessive: "his Polish counterpart" is a Pole, whoever he is himself."""
    return token.pos_ in ("PRON", "DET")


def same_office(title: Span, other: Span) -> bool:
    """The same kind of office; "the minister" takes up "the foreign minister"."""
    if title.kb_id_ == other.kb_id_:
        return True
    general, particular = title.kb_id_.rsplit("/", 1)[-1], other.kb_id_.rsplit("/", 1)[-1]
    return particular.endswith(f"-{general}")


def mentions_before(token: Token) -> list[Span]:
    """Mentions in the sentence of a token and the one before it, up to the token, in text order."""
    doc, start = token.doc, sentence(token).start
    first = sentence(doc[start - 1]).start if start else 0
    at = mention_at(doc)
    spans = dict.fromkeys(at[i] for i in range(first, token.i) if i in at)
    return [s for s in spans if first <= s.start and s.end <= token.i]


def names_before(token: Token) -> list[Span]:
    """Those of them that are names."""
    return [span for span in mentions_before(token) if span.id_ == "name"]


def nearest_subject(
    token: Token, types: frozenset[str], others: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The last subject of a type before a token, else the last mention of one, without others."""
    before = [
        span for span in names_before(token) if span.label_ in types and span.kb_id_ not in others
    ]
    subjects = [span for span in before if span.root.dep_ in ("nsubj", "nsubj:pass")]
    return ((subjects or before)[-1].kb_id_,) if before else ()


def nearest_plural(token: Token) -> tuple[str, ...]:
    """The last subject before a token that names many: "the Kurds …; they", "os sérvios"."""
    subjects = [
        span
        for span in mentions_before(token)
        if span.root.dep_ in ("nsubj", "nsubj:pass") and is_plural(span.root) and is_people(span)
    ]
    return (subjects[-1].kb_id_,) if subjects else ()


def is_third_plural(token: Token) -> bool:
    """Third person plural."""
    return "3" in token.morph.get("Person", []) and is_plural(token)


def is_third_singular(token: Token) -> bool:
    """Third person, not plural and not neuter."""
    morph = token.morph
    return (
        "3" in morph.get("Person", [])
        and not is_plural(token)
        and "Neut" not in morph.get("Gender", [])
    )
