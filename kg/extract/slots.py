"""Who fills which slot of a predicate: one reading of Universal Dependencies for all languages.

Slots are logical: the `nsubj` of a passive is its agent, that of a relative pronoun its
antecedent, that of an infinitive the one who controls it. So a lexicon frame is written once, for
the active finite verb, and holds for every construction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.extract.tree import children, once, plain_words
from kg.language import Language
from kg.ontology.lexicon import Lexicon

NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"])
OBLIQUE = frozenset(["obl", "nmod", "obl:agent", "obl:arg", "iobj"])
OBLIQUE_OR_OBJECT = OBLIQUE | {"obj"}
"""Portuguese parsers take "pediu ao ministro" for an object with a preposition."""
CLAUSAL = frozenset(["xcomp", "ccomp", "advcl"])
RELATIVE_CORE = frozenset(["obj", "nsubj", "nsubj:pass"])
CORE = frozenset(["obj", "nsubj:pass", "obl"])
SUBJECT = frozenset(["nsubj", "nsubj:pass"])
CITING_WORDS = 3
"""Words before a noun phrase in which "according to" stands."""
PARTICLE = frozenset(["compound:prt", "advmod", "prep"])
"""Labels that parsers give the particle of a phrasal verb: "stepped down", "caved in to"."""
LENT = frozenset(["nsubj", "iobj", "xcomp", "ccomp"])
"""Slots that an event noun takes from its light verb; the others are its own dependents."""
TIME_TOKENS = "time tokens"
"""Key of `Doc.user_data`: indices of the words of time expressions, which fill no oblique slot."""
MAX_CLIMB = 6
"""How many clauses up a dropped subject is looked for; deeper ones are parser noise."""


@dataclass(frozen=True)
class Grammar:
    """Reads slots off a parse with the closed-class words of one language."""

    language: Language
    lexicon: Lexicon

    @once
    def fillers(self, token: Token, slot: str) -> list[Token]:
        """Heads of the phrases in a slot of a trigger, conjuncts included, in text order.

        slot: as in lexicon files; `xcomp>obj` follows the embedded clause, `head>nsubj` the word
        above an event noun ("spoke during a visit"). Unfilled, empty list.
        """
        first, _, rest = slot.partition(">")
        found = self.fill_verb(token, first) if is_verbal(token) else self.fill_noun(token, first)
        if rest:
            told = first in ("ccomp", "head")
            unreal = [inner for inner in found if told or not is_asserted(inner)]
            return [filler for inner in unreal for filler in self.fillers(inner, rest)]
        return unique(found)

    def fill_verb(self, verb: Token, slot: str) -> list[Token]:
        """Fillers of one slot of a verb or predicative adjective."""
        if slot == "nsubj":
            return self.logical_subject(verb)
        if slot == "obj":
            return self.logical_object(verb)
        if slot in ("xcomp", "ccomp"):
            return [child for child in children(verb) if child.dep_ in CLAUSAL]
        if slot.startswith("obl:"):
            return self.obliques(verb, slot[4:]) or self.nested_obliques(verb, slot[4:])
        if slot == "compound:prt":
            return [child for child in children(verb) if child.dep_ in PARTICLE]
        return expand(child for child in children(verb) if child.dep_ == slot)

    def fill_noun(self, noun: Token, slot: str) -> list[Token]:
        """Fillers of one slot of an event noun, its light verb included."""
        verb = self.support(noun)
        if slot == "head":
            return [noun.head]
        if slot == "poss":
            return self.possessors(noun)
        if slot.startswith("obl:"):
            own = self.obliques(noun, slot[4:])
            return (
                own
                or self.lent_obliques(verb or noun.head, noun, slot[4:])
                or self.nested_obliques(verb or noun, slot[4:])
                or self.nested_obliques(noun, slot[4:])
            )
        if verb is None or slot not in LENT:
            return expand(child for child in children(noun) if child.dep_ == slot)
        found = [filler for filler in self.fill_verb(verb, slot) if filler.i != noun.i]
        return found or (self.inherited_subject(verb, 1) if slot == "nsubj" else [])

    def lent_obliques(self, head: Token, noun: Token, preposition: str) -> list[Token]:
        """Phrases of the light verb of an event noun, or of the noun above it that follow it.

        An active verb has no agent phrase: "condemned the shelling of Bihac by rebels".
        """
        agent = preposition in self.language.agent and not is_passive(head)
        if is_verbal(head) and head != self.support(noun) and not (agent and noun.dep_ == "obj"):
            return []
        found = self.obliques(head, preposition, after=noun.i)
        return [filler for filler in found if filler.i != noun.i]

    # ------------------------------------------------------------ subjects and objects

    def logical_subject(self, verb: Token) -> list[Token]:
        """Who does it: the agent phrase of a passive, else the subject."""
        if not is_passive(verb):
            return self.surface_subject(verb)
        agents = [child for child in children(verb) if child.dep_ == "obl:agent"]
        return expand(agents or self.by_phrases(verb))

    def by_phrases(self, verb: Token) -> list[Token]:
        """Agent phrases that the parser took for plain obliques."""
        return [
            child
            for child in children(verb)
            if child.dep_ in OBLIQUE and self.preposition(child) in self.language.agent
        ]

    def logical_object(self, verb: Token) -> list[Token]:
        """To whom or what it is done: the subject of a passive, else the object."""
        if is_passive(verb):
            return self.surface_subject(verb)
        objects = [child for child in children(verb) if child.dep_ in ("obj", "iobj")]
        direct = [c for c in objects if c.dep_ == "obj" and not has_case(c)] or objects
        return self.resolve(direct) or self.relative_object(verb)

    def relative_object(self, verb: Token) -> list[Token]:
        """The noun above a relative clause whose pronoun has no place in it: "the bill he vetoed".

        Parsers take "that" for a conjunction, and English may leave it out.
        """
        own = [child for child in children(verb) if child.dep_ in SUBJECT]
        words = [word for child in children(verb) for word in (child, *children(child))]
        relative = [word for word in words if self.is_relative(word)]
        placed = any(word.dep_ != "mark" for word in relative)
        if verb.dep_ != "acl:relcl" or not own or placed or not is_nominal(verb.head):
            return []
        if verb.head.dep_ in OBLIQUE and not relative:  # "in the case he fails"
            return []
        return expand([verb.head])

    def surface_subject(self, verb: Token, climbed: int = 0) -> list[Token]:
        """The subject as the syntax gives it, through relatives, control and ellipsis."""
        own = [child for child in children(verb) if child.dep_ in SUBJECT]
        nouns = [child for child in own if not self.is_relative(child)]
        if own:
            return self.resolve(nouns or own)
        if climbed >= MAX_CLIMB:
            return []
        return self.inherited_subject(verb, climbed + 1)

    def inherited_subject(self, verb: Token, climbed: int) -> list[Token]:
        """The subject of a clause without one: it is that of another clause, or a noun above."""
        head, label = verb.head, verb.dep_
        if label == "acl" or (label == "amod" and is_participle(verb)):
            if has_form(verb, "Inf"):
                return self.subject_above(head, climbed)
            if is_predicate(head) and not is_passive(verb):
                return self.surface_subject(head, climbed)
            author = None if is_passive(verb) else self.author(head)
            return self.surface_subject(author, climbed) if author else expand([head])
        if label == "acl:relcl":
            return self.subject_above(head, climbed)
        if label in ("conj", "xcomp", "ccomp", "advcl", "parataxis"):
            return self.controller(verb, climbed)
        return []

    def author(self, noun: Token) -> Token | None:
        """The light verb of a thing said or done: "issued a report accusing Oslo"."""
        if noun.pos_ != "NOUN" or noun.lemma_ in self.lexicon.actors:
            return None
        light = self.support(noun)
        return light if light is not None and light.is_ancestor(noun) else None

    def controller(self, verb: Token, climbed: int) -> list[Token]:
        """Who controls an embedded clause: the object of the verb above it, else its subject."""
        head = verb.head
        if not is_verbal(head):
            return self.subject_above(head, climbed)
        controlled = verb.dep_ in ("xcomp", "ccomp") and not has_form(verb, "Ger")
        if controlled and not is_passive(head) and not is_asserted(verb):
            objects = [c for c in children(head) if c.dep_ in ("obj", "iobj") and is_nominal(c)]
            if objects and objects[0].i < verb.i:
                return self.resolve(objects)
        return self.surface_subject(head, climbed)

    def subject_above(self, noun: Token, climbed: int) -> list[Token]:
        """Whose decision, visit or talks: the possessor of a noun, else the subject above it."""
        owners = [
            o for o in self.possessors(noun) if o.dep_ != "amod" or o.doc._.referents.get(o.i)
        ]
        if owners:
            return owners
        for ancestor in noun.ancestors:
            if is_verbal(ancestor):
                return self.surface_subject(ancestor, climbed)
        return []

    def possessors(self, noun: Token) -> list[Token]:
        """Possessor, demonym adjective or compound of a noun: Russia's, Russian, Russia."""
        labels = ("nmod:poss", "amod", "compound", "nmod")
        return self.resolve(
            [
                child
                for child in children(noun)
                if (child.dep_ in labels and not has_case(child))
                or child.dep_ == "nmod:poss"
                or (child.dep_ == "det" and child.lower_ in self.language.possessives)
                or (child.dep_ == "det" and child.i == noun.left_edge.i and self.is_relative(child))
            ]
        )

    # ------------------------------------------------------------ obliques

    @once
    def preposition(self, token: Token) -> str:
        """The preposition of a phrase, contractions undone: "da" is "de"; "" without one."""
        words = [
            part.lower_
            for child in children(token)
            if child.dep_ in ("case", "mark") and child.i < token.i and child.pos_ != "PUNCT"
            for part in child.subtree
        ]
        said = " ".join(self.language.prepositions.get(word, word) for word in words)
        return self.language.compound_prepositions.get(said.replace("' ", "'"), said)

    def obliques(self, head: Token, preposition: str, *, after: int = -1) -> list[Token]:
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
            and not self.is_cited(child)
        ]
        return self.resolve(found)

    @once
    def phrases_of(self, head: Token) -> dict[str, list[Token]]:
        """The oblique phrases right below a word by their prepositions."""
        phrases: dict[str, list[Token]] = {}
        for child in children(head):
            if child.dep_ in OBLIQUE_OR_OBJECT:
                phrases.setdefault(self.preposition(child), []).append(child)
        return phrases

    @once
    def is_cited(self, noun: Token) -> bool:
        """Do the words right before a noun phrase say "according to"?"""
        start = max(noun.sent.start, noun.left_edge.i - CITING_WORDS)
        words = " ".join(plain_words(noun.doc, self.language.prepositions)[start : noun.i])
        return any(f" {phrase} " in f" {words} " for phrase in self.lexicon.according)

    @cached_property
    def link_openings(self) -> frozenset[str]:
        """How the phrases that link two events begin: "in exchange", "em troca"."""
        phrases = [phrase.split() for phrase in self.language.links]
        return frozenset(" ".join(p[:size]) for p in phrases for size in range(2, len(p)))

    def opens_link(self, noun: Token) -> bool:
        """ "in exchange for", "em troca de": words that link two events, no participant."""
        return f"{self.preposition(noun)} {noun.lower_}" in self.link_openings

    def nested_obliques(self, head: Token, preposition: str) -> list[Token]:
        """Those that the parser hung lower in the clause: "signed a pact of mutual aid with Iran".

        Attachment is what parsers get wrong most. Only phrases after the trigger count, and for
        prepositions that mostly belong to the noun before them ("of", "in") only those on objects.
        """
        deep = preposition not in self.language.attaching
        return self.phrases_within(head, deep).get(preposition, [])

    @once
    def phrases_within(self, head: Token, deep: bool) -> dict[str, list[Token]]:
        """The oblique phrases of those below a word and after it, by their prepositions.

        deep: as for `phrases_below`.
        """
        phrases: dict[str, list[Token]] = {}
        for inner in self.phrases_below(head, deep):
            if inner.i > head.i and not self.opens_link(inner):
                for preposition in self.phrases_of(inner):
                    found = self.obliques(inner, preposition)
                    phrases.setdefault(preposition, []).extend(found)
        return phrases

    @once
    def phrases_below(self, head: Token, deep: bool) -> list[Token]:
        """Nominal and adjectival words of a clause below its head, nearest first.

        deep: at any depth, else only the objects and obliques.
        """
        level = [c for c in children(head) if not is_verbal(c) and c.dep_ != "nsubj"]
        found = expand([child for child in level if deep or child.dep_ in CORE])
        if not deep:
            return found
        return found + [inner for child in found for inner in self.phrases_below(child, True)]

    @once
    def support(self, noun: Token) -> Token | None:
        """The light verb that an event noun is the object of: "held talks", "talks he held"."""
        head = noun.head
        light = head.lemma_ in self.lexicon.light_verbs
        if light and noun.dep_ in ("obj", "nsubj:pass"):
            return head
        if noun.dep_ == "conj" and is_nominal(head):
            return self.support(head)
        for clause in children(noun):
            if clause.dep_ == "acl" and clause.lemma_ in self.lexicon.light_verbs:
                return clause
            light = clause.dep_ == "acl:relcl" and clause.lemma_ in self.lexicon.light_verbs
            core = [child for child in children(clause) if child.dep_ in RELATIVE_CORE]
            if light and any(self.is_relative(child) for child in core):
                return clause
        return None

    def setting(self, noun: Token) -> Token | None:
        """The verb during whose event a noun takes place: "asked him during talks"."""
        if noun.dep_ == "obl" and self.preposition(noun) in self.language.during:
            return noun.head if is_verbal(noun.head) else None
        return None

    # ------------------------------------------------------------ relatives

    def is_relative(self, token: Token) -> bool:
        """Is it a relative pronoun?"""
        return token.lower_ in self.language.relatives and token.pos_ in (
            "PRON",
            "DET",
            "SCONJ",
            "ADV",
        )

    def resolve(self, tokens: list[Token]) -> list[Token]:
        """Conjuncts added, relative pronouns replaced by their antecedents."""
        resolved = []
        for token in expand(tokens):
            clause = relative_clause(token) if self.is_relative(token) else None
            resolved.extend(expand([clause.head]) if clause is not None else [token])
        return resolved


# ---------------------------------------------------------------- properties of a token


def is_verbal(token: Token) -> bool:
    """A verb, or an adjective that heads a clause."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    return token.pos_ == "ADJ" and (
        token.dep_ in ("ROOT", "xcomp", "ccomp") or is_participle(token)
    )


def is_nominal(token: Token) -> bool:
    """A noun, name, pronoun or number."""
    return token.pos_ in NOMINAL


def is_plural(token: Token) -> bool:
    """Plural number."""
    return "Plur" in token.morph.get("Number", [])


def is_participle(token: Token) -> bool:
    """A past participle."""
    return has_form(token, "Part") and "Pres" not in token.morph.get("Tense", [])


def is_ongoing(token: Token) -> bool:
    """A gerund or present participle: "found itself fighting" reports no words."""
    return has_form(token, "Ger") or (has_form(token, "Part") and not is_participle(token))


def is_asserted(token: Token) -> bool:
    """A finite clause in the indicative: "agreed that it rained" says nothing about intentions."""
    auxiliaries = [child for child in children(token) if child.dep_ in ("aux", "aux:pass", "cop")]
    finite = auxiliaries[0] if auxiliaries else token
    mood = finite.morph.get("Mood", [])
    return (
        has_form(finite, "Fin") and finite.tag_ != "MD" and "Sub" not in mood and "Cnd" not in mood
    )


def is_predicate(noun: Token) -> bool:
    """A noun that heads a clause: "is on the point of leaving, having asked"."""
    return any(child.dep_ == "cop" for child in children(noun))


def has_form(token: Token, form: str) -> bool:
    """Does the token have this UD VerbForm?"""
    return form in token.morph.get("VerbForm", [])


def has_case(token: Token) -> bool:
    """Does a preposition introduce it?"""
    return any(child.dep_ == "case" for child in children(token))


def is_passive(verb: Token) -> bool:
    """A passive clause, or a past participle that modifies a noun ("troops sent to Syria")."""
    labels = {child.dep_ for child in children(verb)}
    if labels & {"aux:pass", "nsubj:pass", "expl:pass"} or (
        "cop" in labels and is_participle(verb)
    ):
        return True
    if "obl:agent" in labels and any(map(is_agent, children(verb))):
        return True
    if verb.dep_ in ("acl", "amod"):
        return is_participle(verb) and "aux" not in labels
    if verb.dep_ == "advcl" and is_participle(verb):
        return not labels & {"aux", "nsubj", "obj"}
    coordinated = verb.dep_ == "conj" and is_participle(verb) and is_verbal(verb.head)
    return (
        coordinated
        and not any(c.dep_ in ("nsubj", "aux") for c in children(verb))
        and is_passive(verb.head)
    )


def is_agent(phrase: Token) -> bool:
    """The agent phrase of a passive; "by telephone", without article or name, tells the means."""
    named = phrase.pos_ == "PROPN" or any(child.dep_ == "det" for child in children(phrase))
    return phrase.dep_ == "obl:agent" and named


def relative_clause(token: Token) -> Token | None:
    """The verb of the relative clause that a pronoun stands in, None outside one."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "acl:relcl":
            return ancestor
    return None


def expand(tokens: Iterator[Token] | list[Token]) -> list[Token]:
    """Each token with its nominal conjuncts, in text order within each."""
    expanded: list[Token] = []
    for token in tokens:
        expanded.append(token)
        expanded.extend(
            expand([c for c in children(token) if c.dep_ == "conj" and not is_verbal(c)])
        )
    return expanded


def unique(tokens: list[Token]) -> list[Token]:
    """The tokens without repeats, first occurrence first."""
    return list({token.i: token for token in tokens}.values())
