"""Participles and passives that Spanish parsers do not show, told from the forms of known verbs.

forjada (adjective) ─obl→ Oslo ─case→ por         becomes     forjada (verb, lemma "forjar")
rebeldes (obl:agent) ─conj→ saqueada              becomes     capturada ─conj→ saqueada
obreros ─amod→ apoyados ─obl→ Oslo                becomes     obreros ─acl→ apoyados
firmó ─expl→ se, firmó ─nsubj→ tratado            becomes     firmó ─nsubj:pass→ tratado
criticó ─obj→ acusándola (noun)                   becomes     criticó ─advcl→ acusándola (verb)
"""

from collections.abc import Iterator

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.languages import Language, language
from kg.language.trees.regrouping import VERBAL, Tree
from kg.language.words.conjugation import list_forms
from kg.ontology.lexicon import Lexicon, load_lexicon

NOMINAL = frozenset(["NOUN", "PROPN"])
COMPLEMENT = frozenset(["obl", "obl:agent", "obj", "nmod"])
PASSIVE = frozenset(["aux:pass", "cop"])
JOINED = frozenset(["conj", "acl", "amod"])
CLAUSAL = frozenset(["ROOT", "advcl", "conj", "xcomp", "ccomp"])
"""Labels that are right for a gerund."""


@Pipeline.factory(
    "voices",
    requires=["token.lemma", "token.pos", "token.dep", "token.morph"],
    assigns=["token.lemma", "token.pos", "token.dep", "token.head"],
)
class VoiceMender:
    """Component: makes verbs of such participles and gives passives their labels."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.language = language(str(nlp.lang))
        lexicon = load_lexicon(self.language.code)
        self.forms = list_forms(self.language.code, lexicon.verbs)
        self.adjectives = frozenset(lemma for pos, lemma in lexicon.by_trigger if pos == "adj")
        self.adjectives |= frozenset(lexicon.operators)
        self.nouns, self.actors = lexicon.nouns, lexicon.actors
        self.light_verbs = lexicon.light_verbs
        self.transitive = frozenset(list_transitive(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        for token in doc:
            if self.is_hidden(token):
                token.pos_, token.lemma_ = "VERB", self.forms[token.lower_]
            elif token.pos_ == "VERB" and is_joined_gerund(token, self.language):
                token.set_morph("VerbForm=Ger")  # type: ignore[attr-defined]
        tree = Tree(doc)
        for token in doc:
            if token.pos_ in VERBAL:
                self.mend(token, tree)
        tree.write()
        return doc

    def mend(self, verb: Token, tree: Tree) -> None:
        """Give a verb its head and label, or its subject that of a passive."""
        if is_joined_gerund(verb, self.language) and verb.dep_ not in CLAUSAL:
            hang_gerund(verb, tree)
        elif is_below_agent(verb):
            tree.hang(verb.i, verb.head.head.i, clause_label(verb))
        elif is_clause(verb):
            tree.labels[verb.i] = "acl"
        elif self.is_impersonal(verb):
            for child in verb.children:
                if child.dep_ == "nsubj":
                    tree.labels[child.i] = "nsubj:pass"

    def is_hidden(self, token: Token) -> bool:
        """A participle that is tagged as an adjective and has what only a verb has."""
        if token.pos_ != "ADJ" or "Part" not in token.morph.get("VerbForm", []):
            return False
        if token.lower_ not in self.forms or token.lemma_ in self.adjectives:
            return False
        light = self.forms[token.lower_] in self.light_verbs  # "un ataque lanzado desde Siria"
        governs = any(
            self.is_complement(child) or (light and child.dep_ in COMPLEMENT)
            for child in token.rights
        )
        joined = token.dep_ == "conj" and token.head.pos_ == "VERB"
        passive = any(
            child.dep_ in PASSIVE and child.lemma_ in self.language.passive_auxiliaries
            for child in token.lefts
        )
        return governs or passive or (joined and "Part" in token.head.morph.get("VerbForm", []))

    def is_complement(self, phrase: Token) -> bool:
        """Who does it, or to whom: "armado por Rusia", no "armado en el monte"."""
        entry = self.language
        if phrase.dep_ not in COMPLEMENT or phrase.pos_ not in NOMINAL:
            return False
        cases = [child for child in phrase.lefts if child.dep_ == "case"]
        said = " ".join(
            entry.prepositions.get(word.lower_, word.lower_)
            for case in cases
            for word in case.subtree
        )
        given = entry.agent | entry.hostile | entry.addressing
        return entry.compound_prepositions.get(said, said) in given

    def is_impersonal(self, verb: Token) -> bool:
        """ "Se firmó el tratado": a transitive verb whose subject is a thing."""
        if verb.lemma_ not in self.transitive or "Fin" not in verb.morph.get("VerbForm", []):
            return False
        reflexive = any(
            child.dep_ == "expl" and child.lower_ in self.language.reflexives
            for child in verb.lefts
        )
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        return reflexive and len(subjects) == 1 and self.is_thing(subjects[0])

    def is_thing(self, noun: Token) -> bool:
        """A common noun, known to the lexicon, for nobody."""
        known = noun.pos_ == "NOUN" and noun.lemma_ in self.nouns
        return known and noun.lemma_ not in self.actors and not has_case(noun)


def list_transitive(lexicon: Lexicon) -> Iterator[str]:
    """Verbs that have an object in some frame and a reflexive pronoun in none, and light verbs."""
    yield from lexicon.light_verbs
    verbs = [frame for frame in lexicon.frames if frame.pos == "verb"]
    reflexive = {lemma for frame in verbs if "expl" in frame.has for lemma in frame.lemmas}
    for frame in verbs:
        slots = {*frame.has, *(slot for slots in frame.roles.values() for slot in slots)}
        if any(slot.partition(">")[0] == "obj" for slot in slots):
            yield from (lemma for lemma in frame.lemmas if lemma not in reflexive)


def has_case(token: Token) -> bool:
    """Does a preposition introduce it?"""
    return any(child.dep_ == "case" for child in token.lefts)


def is_below_agent(verb: Token) -> bool:
    """A passive that the parser hung on the agent of the passive before it: "by X, and Y-ed"."""
    if verb.dep_ not in JOINED or verb.head.dep_ != "obl:agent":
        return False
    if "Part" not in verb.morph.get("VerbForm", []):
        return False
    return verb.dep_ == "conj" or any(child.dep_ in PASSIVE for child in verb.lefts)


def is_clause(verb: Token) -> bool:
    """A participle with phrases of its own: "the workers backed by the party"."""
    told = verb.dep_ == "amod" and "Part" in verb.morph.get("VerbForm", [])
    return told and any(child.dep_ in COMPLEMENT for child in verb.rights)


def clause_label(verb: Token) -> str:
    """What such a passive is to the verb of the agent."""
    return "conj" if verb.dep_ == "conj" else "advcl"


def is_joined_gerund(verb: Token, entry: Language) -> bool:
    """A gerund with a pronoun joined to it: "acusándola"."""
    return any(part in verb.lower_ for part in entry.joined_gerunds)


def hang_gerund(verb: Token, tree: Tree) -> None:
    """Make it a clause of the verb above it."""
    above = next((token for token in verb.ancestors if token.pos_ in VERBAL), verb.head)
    tree.hang(verb.i, above.i, "advcl")
