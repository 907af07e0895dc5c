"""The phrases with a preposition below a word, and which of them take part in what it tells."""

from dataclasses import dataclass
from functools import cached_property

from kg.extract.syntax.tokens import (
    OBLIQUE_OR_OBJECT,
    SUBJECT,
    expand,
    is_nominal,
    is_plural,
    is_verbal,
    relative_clause,
)
from kg.extract.syntax.tree import Node, nodes, once, plain_words, subtree, tree
from kg.extract.syntax.wording import Phrases, index_phrases, occurrences
from kg.language import Language
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Lexicon

CORE = frozenset(["obj", "nsubj:pass", "obl"])
CITING_WORDS = 3
"""Words before a noun phrase in which "according to" stands."""
INTRODUCING = frozenset(["case", "mark"])
"""Labels of prepositions."""
ASKING = "REQUEST"
TIME_TOKENS = "time tokens"
"""Key of `Doc.user_data`: indices of the words of time expressions, which fill no oblique slot."""


@dataclass(frozen=True)
class Obliques:
    """Reads prepositional phrases off a parse with the closed-class words of one language."""

    language: Language
    lexicon: Lexicon

    @once
    def preposition(self, token: Node) -> str:
        """The preposition of a phrase, contractions undone: "da" is "de"; "" without one."""
        words = [
            part.lower_
            for child in token.children
            if child.dep_ in INTRODUCING and child.i < token.i and child.pos_ != "PUNCT"
            for part in subtree(child)
        ] or self.before_number(token)
        if token.dep_ in OBLIQUE_OR_OBJECT and self.is_beside(token.head):
            words = [token.head.lower_, *words]
        if not words:
            return ""
        said = " ".join(self.language.prepositions.get(word, word) for word in words)
        return self.language.compound_prepositions.get(said.replace("' ", "'"), said)

    def is_beside(self, adverb: Node) -> bool:
        """Does an adverb make a preposition with the one after it: "junto à embaixada"?"""
        return adverb.dep_ == "advmod" and adverb.lower_ in self.language.locative_words

    def before_number(self, noun: Node) -> list[str]:
        """The preposition that the parser hung on the number of a noun: "de 400 soldados"."""
        return [
            case.lower_
            for number in noun.children
            if number.dep_ == "nummod" and number.i < noun.i
            for case in number.children
            if case.dep_ == "case" and case.i < noun.left_edge.i + 1
        ]

    def obliques(self, head: Node, preposition: str, *, after: int = -1) -> list[Node]:
        """Phrases with a preposition that depend on a predicate or noun, relatives resolved.

        after: token index; for a noun above, only what follows the event noun can be its own.
        """
        times = head.doc.user_data.get(TIME_TOKENS, ())
        found = [
            child
            for child in self.phrases_of(head).get(preposition, ())
            if child.i not in times
            and (child.i > after or is_verbal(head))
            and not self.opens_link(child)
            and not self.is_own_part(child)
            and not (child.lemma_ in self.language.feelings and self.leads_to(preposition))
            and not self.is_bidding(child)
            and not self.is_cited(child)
        ]
        return self.resolve(found)

    def leads_to(self, preposition: str) -> bool:
        """Does a preposition lead somewhere: "to the dismay of Oslo", not "reacted with dismay"?"""
        return preposition in self.language.directional

    def is_own_part(self, noun: Node) -> bool:
        """Is it "on its part"?"""
        if noun.lower_ not in self.language.own_parts:
            return False
        return any(child.lower_ in self.language.possessives for child in noun.children)

    def is_said(self, preposition: str, near: Node, *, after: int = -1) -> bool:
        """Has any phrase in the sentence of a token, after that index, this preposition?"""
        return self.prepositions_in(near.first).get(preposition, -1) > after

    @once
    def prepositions_in(self, first: Node) -> dict[str, int]:
        """The prepositions of all phrases of a sentence, each with the head of its last phrase.

        first: the first word of the sentence.
        """
        labels = tree(first.doc).labels
        heads = (i for i in first.sentence if labels[i] in OBLIQUE_OR_OBJECT)
        return {self.preposition(nodes(first.doc)[i]): i for i in heads}

    @once
    def phrases_of(self, head: Node) -> dict[str, list[Node]]:
        """The oblique phrases right below a word by their prepositions."""
        phrases: dict[str, list[Node]] = {}
        beside = (inner for c in head.children if self.is_beside(c) for inner in c.children)
        for child in (*head.children, *beside):
            if child.dep_ in OBLIQUE_OR_OBJECT:
                phrases.setdefault(self.preposition(child), []).append(child)
        return phrases

    def is_cited(self, noun: Node) -> bool:
        """Do the words right before a noun phrase say "according to"?"""
        told = noun.sentence
        if not self.cites(nodes(noun.doc)[told.start]):
            return False
        if self.is_viewpoint(noun):
            return True
        start = max(told.start, noun.left_edge.i - CITING_WORDS)
        words = plain_words(noun.doc, self.language.prepositions)
        if self.citing.keys().isdisjoint(words[start : noun.i]):
            return False
        # "Segundo" is an adjective too: "depois do segundo turno".
        before = (nodes(noun.doc)[i] for i in range(start, noun.i))
        said = ["" if t.dep_ == "amod" or opens_name(t) else words[t.i] for t in before]
        found = occurrences(said, self.citing, range(len(said)))
        return any(
            not self.has_article(nodes(noun.doc)[start + place.start])
            and not any(
                is_nominal(t) for t in nodes(noun.doc)[start + place.stop : noun.left_edge.i]
            )
            for place in found
        )

    def is_viewpoint(self, noun: Node) -> bool:
        """Is it in whose eyes all that follows is so: "Para Washington, Teerã violou"?

        Not where the verb has the same words for whom or where to: "Para Lima, enviou tropas".
        """
        first = noun.sentence.start
        preposition = nodes(noun.doc)[first].lower_
        if preposition not in self.language.viewpoints or noun.left_edge.i > first + 1:
            return False
        subjects = [c for c in noun.head.children if c.dep_ in SUBJECT and c.i < noun.head.i]
        frames = self.lexicon.by_trigger.get(("verb", noun.head.lemma_), ())
        slots = {slot for frame in frames for role in frame.roles.values() for slot in role}
        named = noun.pos_ == "PROPN" or noun.lemma_ in self.lexicon.actors
        told = ends_at_comma(noun) and any(c.i > noun.i for c in subjects)
        return named and told and f"obl:{preposition}" not in slots

    def has_article(self, word: Node) -> bool:
        """Is it "of the", as in "a saída do acordo com Teerã"?"""
        return self.language.prepositions.get(word.lower_) in self.language.genitive

    @once
    def cites(self, first: Node) -> bool:
        """Can a sentence say "according to", by its words? first: its first word."""
        if first.lower_ in self.language.viewpoints:
            return True
        words = plain_words(first.doc, self.language.prepositions)
        said = set(words[first.i : first.sentence.stop])
        begun = (phrase for word in said.intersection(self.citing) for phrase in self.citing[word])
        return any(said.issuperset(phrase) for phrase in begun)

    @cached_property
    def citing(self) -> Phrases:
        """The phrases for "according to"."""
        return index_phrases(self.lexicon.according)

    @cached_property
    def linking(self) -> Phrases:
        """The phrases that link two events."""
        return index_phrases(self.language.links)

    @cached_property
    def conditions(self) -> Phrases:
        """The phrases before what is supposed."""
        return index_phrases(self.language.conditions)

    @cached_property
    def adverbials(self) -> Phrases:
        """The phrases that tell the modality of their clause."""
        return index_phrases(self.language.adverbials)

    @cached_property
    def link_words(self) -> frozenset[str]:
        """The words of the phrases that link two events."""
        return frozenset(word for phrase in self.language.links for word in phrase.split())

    @cached_property
    def link_openings(self) -> frozenset[str]:
        """How the phrases that link two events begin: "in exchange", "em troca"."""
        phrases = [phrase.split() for phrase in self.language.links]
        return frozenset(" ".join(p[:size]) for p in phrases for size in range(2, len(p)))

    def opens_link(self, noun: Node) -> bool:
        """ "in exchange for", "em troca de": words that link two events, no participant."""
        return f"{self.preposition(noun)} {noun.lower_}" in self.link_openings

    def is_bidding(self, noun: Node) -> bool:
        """ "At the request of", "a convite de": who asked for what the clause tells."""
        if noun.dep_ != "obl" or self.preposition(noun) not in self.language.bidding:
            return False
        # "Resistiu ao pedido": the article stands in the preposition, or is a word of English.
        bare = all(c.lower_ not in self.language.prepositions for c in noun.children)
        return self.is_asking(noun) and bare and not is_plural(noun) and is_verbal(noun.head)

    def is_asking(self, noun: Node) -> bool:
        """Does a noun tell of a request and nothing else: "invitation", "pressure"?"""
        frames = self.lexicon.by_trigger.get(("noun", noun.lemma_), ())
        return bool(frames) and all(event_class(frame.type).root == ASKING for frame in frames)

    def nested_obliques(self, head: Node, preposition: str) -> list[Node]:
        """Those that the parser hung lower in the clause: "signed a pact of mutual aid with Iran".

        Attachment is what parsers get wrong most. Only phrases after the trigger count, and for
        prepositions that mostly belong to the noun before them ("of", "in") only those on objects.
        """
        if not self.is_said(preposition, head, after=head.i):
            return []
        deep = preposition not in self.language.attaching
        return self.phrases_within(head, deep).get(preposition, [])

    @once
    def phrases_within(self, head: Node, deep: bool) -> dict[str, list[Node]]:
        """The oblique phrases of those below a word and after it, by their prepositions.

        deep: as for `phrases_below`.
        """
        phrases: dict[str, list[Node]] = {}
        for inner in self.phrases_below(head, deep):
            if inner.i > head.i and not self.opens_link(inner):
                for preposition in self.phrases_of(inner):
                    found = self.obliques(inner, preposition)
                    phrases.setdefault(preposition, []).extend(found)
        return phrases

    @once
    def phrases_below(self, head: Node, deep: bool) -> list[Node]:
        """Nominal and adjectival words of a clause below its head that have others below them.

        Nearest first. deep: at any depth, else only the objects and obliques.
        """
        inner = (c for c in head.children if (deep or c.dep_ in CORE) and c.children)
        level = [c for c in inner if not is_verbal(c) and c.dep_ != "nsubj"]
        found = expand(c for c in level if not self.is_apart(c))
        if not deep:
            return found
        return found + [inner for child in found for inner in self.phrases_below(child, True)]

    def is_apart(self, word: Node) -> bool:
        """Does it open a phrase of what came before or after: "a day after talks with Oslo"?"""
        return not self.apart.isdisjoint([self.preposition(word), word.lower_])

    @cached_property
    def apart(self) -> frozenset[str]:
        """Prepositions before what was at another time, and the adverbs that they begin with."""
        openings = (words.split() for words in self.language.apart)
        return self.language.apart | {words[0] for words in openings if len(words) > 1}

    # ------------------------------------------------------------ relatives

    def is_relative(self, token: Node) -> bool:
        """Is it a relative pronoun?"""
        return token.lower_ in self.language.relatives and token.pos_ in (
            "PRON",
            "DET",
            "SCONJ",
            "ADV",
        )

    def is_where(self, token: Node) -> bool:
        """Does a word of a relative clause say that its antecedent is where: "where", "em que"?"""
        if token.lower_ in self.language.where:
            return True
        return self.is_relative(token) and self.preposition(token) in self.language.locative

    def resolve(self, tokens: list[Node]) -> list[Node]:
        """Conjuncts added, relative pronouns replaced by their antecedents."""
        resolved = []
        for token in expand(tokens):
            clause = relative_clause(token) if self.is_relative(token) else None
            resolved.extend(self.about(clause.head, clause) if clause is not None else [token])
        return resolved

    def about(self, noun: Node, clause: Node) -> list[Node]:
        """Whom a clause below a noun is about: those who are among them, else the noun itself."""
        return self.belonging(noun) or described(noun, clause)

    def belonging(self, noun: Node) -> list[Node]:
        """Who is said to be one of them: "among those held was Ann Lee"."""
        if self.preposition(noun) not in self.language.among or noun.head.pos_ != "AUX":
            return []
        return expand(child for child in noun.head.children if child.dep_ == "nsubj")


def described(noun: Node, clause: Node) -> list[Node]:
    """The nouns that a clause below one of them is about, without those joined to it further on.

    "Students who marched, and ministers": the ministers did not.
    """
    found = expand([explained(noun)])
    return found if clause.i < noun.i else [n for n in found if n.i < clause.i]


def explained(noun: Node) -> Node:
    """The name that a noun explains, else the noun: of "Oslo, the city that fell" Oslo fell."""
    linked = noun.doc._.referents or {}  # None until the linker has run, which asks here too
    explains = noun.dep_ == "appos" and noun.i not in linked and noun.head.i in linked
    return noun.head if explains else noun


def ends_at_comma(noun: Node) -> bool:
    """Does a comma, which may belong to it, end the phrase of a noun?"""
    last = noun.right_edge.i
    return any(token.text == "," for token in nodes(noun.doc)[last : last + 2])


def opens_name(word: Node) -> bool:
    """A capital after an article, perhaps in quotation marks: "the Second Protocol"."""
    before = nodes(word.doc)[max(word.i - 2, 0) : word.i]
    words = [token for token in before if not token.is_punct]
    return word.token.is_title and bool(words) and words[-1].pos_ in ("DET", "ADP")
