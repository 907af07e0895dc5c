"""Relative clauses that parsers take for others, told from the pronoun, the comma and the number.

oferta ─ccomp→ recusou ─mark→ que              becomes   oferta ─acl:relcl→ recusou ─obj→ que
louvou ─ccomp→ pedira ─mark→ que ("Oslo, que") becomes   Oslo ─acl:relcl→ pedira ─nsubj→ que
Catar ─acl:relcl→ acusam ─nsubj→ que           becomes   Catar ─acl:relcl→ acusam ─obj→ que
pacto ─acl:relcl→ firman ─obj→ Lima, with "que" becomes  pacto ─acl:relcl→ firman ─nsubj→ Lima
prendeu ─ccomp→ protestava ─nsubj→ quem        becomes   prendeu ─obj→ quem ─acl:relcl→ protestava
failed ─csubj→ gathered ─nsubj→ envoys         becomes   failed ─nsubj→ envoys ─acl→ gathered
freed ─obj→ Goma ─appos→ move (that)           becomes   freed ─parataxis→ move
ban ─acl:relcl→ accuse, "ban on Oslo, which"   becomes   Oslo ─acl:relcl→ accuse
"""

from spacy.attrs import DEP, LOWER
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.clauses import SUBJECT, agree, finite, has_subject
from kg.language.trees.regrouping import VERBAL, Tree
from kg.language.trees.speakers import list_verbal, verb_roots
from kg.ontology.lexicon import load_lexicon

NOMINAL = frozenset(["NOUN", "PROPN"])
OBJECT = frozenset(["obj", "ccomp", "cop"])
ACCUSING = "ACCUSE"
LABELS = frozenset(["mark", "nsubj", "obj"])
"""Labels that parsers give the pronoun."""
CLAUSES = frozenset(["ccomp", "acl", "acl:relcl", "parataxis"])
GOVERNED = frozenset(["ccomp", "xcomp", "advcl"])
"""Labels that parsers give the clause of "quem", which is its own antecedent."""
CLAUSAL_SUBJECT = frozenset(["csubj"])
"""Labels that parsers give a participle together with the subject of the verb after it."""
APPOSED = frozenset(["appos"])
ATTRIBUTIVE = frozenset(["acl", "acl:relcl"])
OPENING = frozenset(["mark", "aux", "aux:pass", "cop", "case"])
"""Labels below a verb that is no bare participle."""


@Pipeline.factory(
    "relatives",
    requires=["token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class RelativeFinder:
    """Component: hangs relative clauses on the nouns that they are about."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        lexicon = load_lexicon(entry.code)
        self.pronouns, self.free = entry.relative_conjunctions, entry.free_relatives
        told = (lemma for pos, lemma in lexicon.by_trigger if pos == "noun")
        self.deeds = entry.deeds.union(told)
        self.relatives, self.actors = entry.relatives, lexicon.actors
        self.verbal = list_verbal(lexicon)
        self.personal, self.genitive = entry.personal, entry.genitive
        roots = verb_roots(lexicon).items()
        self.accusing = frozenset(lemma for lemma, told in roots if ACCUSING in told)

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for i in find_words(doc, LOWER, self.pronouns):
            if doc[i].dep_ in LABELS and doc[i].head.pos_ in VERBAL:
                hang_clause(doc[i], tree)
                self.turn_accused(doc[i], tree)
        for i in find_words(doc, LOWER, self.relatives):
            self.find_somebody(doc[i], tree)
        for i in find_words(doc, LOWER, self.free):
            if doc[i].dep_ in SUBJECT and doc[i].head.dep_ in GOVERNED:
                free_pronoun(doc[i], tree, self.personal)
        for i in find_words(doc, DEP, CLAUSAL_SUBJECT):
            if (noun := reduced_subject(doc[i])) is not None:
                free_subject(noun, doc[i], tree)
        for i in find_words(doc, DEP, APPOSED):
            if doc[i].lemma_ in self.deeds and doc[i].head.pos_ == "PROPN":
                free_summary(doc[i], tree)
        tree.write()
        return doc

    def find_somebody(self, pronoun: Token, tree: Tree) -> None:
        """Hang what only somebody does, or a clause with "who", on an actor beside the noun."""
        verb, person = pronoun.head, pronoun.lower_ in self.free
        if not (person or any(map(self.is_spoken, (verb, *verb.rights)))):
            return
        if tree.labels[verb.i] != "acl:relcl" or not (person or tree.labels[pronoun.i] == "nsubj"):
            return
        noun = verb.doc[tree.heads[verb.i]]
        if self.is_actor(noun):
            return
        above = noun.head if person and noun.dep_ == "nmod" else noun
        other = self.actor_before(pronoun, noun) or (above if self.is_actor(above) else None)
        if other is not None and agree(verb, other, several=is_plural(other)):
            tree.hang(verb.i, other.i, "acl:relcl")

    def is_spoken(self, verb: Token) -> bool:
        """Is it done with words, by the verb of a clause or one joined to it?"""
        return verb.lemma_ in self.verbal and verb.dep_ in ("acl:relcl", "acl", "conj")

    def is_actor(self, noun: Token) -> bool:
        """A name, or a noun for actors."""
        return noun.pos_ == "PROPN" or noun.lemma_ in self.actors

    def actor_before(self, pronoun: Token, noun: Token) -> Token | None:
        """The actor below a noun that a comma parts from a pronoun: "embargo on Oslo, which"."""
        last = pronoun.doc[max(pronoun.i - 2, 0)]
        if last.nbor().text != ",":
            return None
        for word in (last, *last.ancestors):
            if word == noun or word.right_edge != last:
                return None
            if self.is_actor(word) and noun in word.ancestors and word.dep_ == "nmod":
                return word
        return None

    def turn_accused(self, pronoun: Token, tree: Tree) -> None:
        """Make whom somebody accuses the object: "Cuba, que acusa de espiar", "a quem" meant."""
        verb = pronoun.head
        if verb.lemma_ not in self.accusing or tree.labels[pronoun.i] != "nsubj":
            return
        if any(child.dep_ in OBJECT for child in verb.children):
            return
        below = [child for child in verb.rights if child.dep_ == "xcomp"]
        marks = [word.lower_ for child in below for word in child.lefts if word.dep_ == "mark"]
        if not self.genitive.isdisjoint(marks):
            tree.labels[pronoun.i] = "obj"


def hang_clause(pronoun: Token, tree: Tree) -> None:
    """Make the clause of a pronoun a relative one, and the pronoun a part of it."""
    verb = pronoun.head
    if verb.dep_ == "acl:relcl" and pronoun.dep_ != "mark":
        give_roles(pronoun, tree)
        return
    if pronoun.dep_ == "nsubj":
        return
    noun = antecedent(pronoun)
    if noun is None or not is_indicative(verb):
        return
    tree.hang(verb.i, noun.i, "acl:relcl")
    if not has_subject(verb):
        tree.labels[pronoun.i] = "nsubj"
    elif not any(child.dep_ in OBJECT for child in verb.children):
        tree.labels[pronoun.i] = "obj"


def give_roles(pronoun: Token, tree: Tree) -> None:
    """Make a pronoun the object of its verb where the noun after it, or nobody, is the subject."""
    verb, late = pronoun.head, late_subject(pronoun)
    if pronoun.dep_ == "nsubj":
        told = late is not None and is_plural(late)
        objects = any(child.dep_ in OBJECT for child in verb.children)
        several = is_of_several(verb) and is_single(verb.head) and (told or not objects)
        if not several and (objects or late is not None or not is_of_one(verb)):
            return
        tree.labels[pronoun.i] = "obj"
    if late is not None:
        tree.labels[late.i] = "nsubj"


def antecedent(pronoun: Token) -> Token | None:
    """The noun right before a pronoun that joins a clause to it, or to the verb that it is under.

    A noun has its content after a preposition ("a ideia de que"), a verb with an object after no
    comma ("avisou Oslo que").
    """
    verb, before = pronoun.head, pronoun.i - 1
    above = verb.head
    comma = before > above.sent.start and pronoun.doc[before].text == ","
    last = pronoun.doc[before - comma]
    if verb.dep_ not in CLAUSES or above.i > last.i or last.pos_ == "ADP":
        return None
    if above.pos_ in NOMINAL:
        return above if last in above.subtree else None
    full = any(child.dep_ == "obj" and child.i <= last.i for child in above.children)
    if not (comma and full) or verb.dep_ != "ccomp":
        return None
    ending = (word for word in (last, *last.ancestors) if word.pos_ in NOMINAL)
    return next((word for word in ending if above in word.ancestors), None)


def late_subject(pronoun: Token) -> Token | None:
    """The noun after the verb of a relative clause that can be its subject: "que firman ellos"."""
    verb = pronoun.head
    late = [c for c in verb.rights if c.dep_ in ("obj", "nsubj") and c.pos_ in NOMINAL]
    bare = [noun for noun in late if not any(child.dep_ == "case" for child in noun.lefts)]
    before = {child.dep_ for child in verb.lefts if child != pronoun}
    is_finite = "Fin" in finite(verb).morph.get("VerbForm", [])
    if before & {*SUBJECT, "aux:pass", "expl"} or not bare or not is_finite:
        return None
    return bare[0] if agree(verb, bare[0], several=is_plural(bare[0])) else None


def is_plural(noun: Token) -> bool:
    """Does a noun stand for more than one, or have others joined to it?"""
    joined = any(child.dep_ == "conj" for child in noun.children)
    return joined or "Plur" in noun.morph.get("Number", [])


def is_indicative(verb: Token) -> bool:
    """Is a clause finite and no wish?"""
    shown = finite(verb).morph
    return "Fin" in shown.get("VerbForm", []) and "Sub" not in shown.get("Mood", [])


def is_of_several(verb: Token) -> bool:
    """Has a verb a form for more than one?"""
    return "Plur" in finite(verb).morph.get("Number", [])


def is_of_one(verb: Token) -> bool:
    """Is a verb of one whom nobody names, after a noun for several: "los policías que detuvo"?"""
    noun, shown = verb.head, finite(verb).morph
    parts = [child for child in noun.children if child.dep_ in ("det", "nmod", "conj")]
    numbers = {n for word in (noun, *parts) for n in word.morph.get("Number", [])}
    alone = shown.get("Number", []) == ["Sing"] and "Fin" in shown.get("VerbForm", [])
    return noun.pos_ == "NOUN" and alone and numbers == {"Plur"}


def is_single(noun: Token) -> bool:
    """Does a noun stand for one, with no other noun below that the verb could agree with?"""
    parts = [child for child in noun.children if child.dep_ in ("det", "nmod", "conj")]
    numbers = {n for word in (noun, *parts) for n in word.morph.get("Number", [])}
    joined = any(part.dep_ == "conj" for part in parts)
    return noun.pos_ in NOMINAL and numbers == {"Sing"} and not joined


def free_pronoun(pronoun: Token, tree: Tree, personal: frozenset[str]) -> None:
    """Make "who" the object or oblique of the verb before it, and what it does its clause.

    personal: prepositions that objects have.
    """
    clause = pronoun.head
    above = clause.head
    if above.pos_ not in VERBAL or above.i > pronoun.i:
        return
    prepositions = [c for c in clause.lefts if c.i == pronoun.i - 1 and c.pos_ == "ADP"]
    plain = all(word.lower_ in personal for word in prepositions)
    tree.hang(pronoun.i, above.i, "obj" if plain else "obl")
    tree.hang(clause.i, pronoun.i, "acl:relcl")
    for word in prepositions:
        tree.hang(word.i, pronoun.i, "case")


def free_summary(noun: Token, tree: Tree) -> None:
    """Hang a noun that sums up what is told on its verb: "freed Goma, a move that Oslo hailed"."""
    clauses = [child for child in noun.rights if tree.labels[child.i] in ATTRIBUTIVE]
    first = noun.left_edge.i
    apart = "," in [token.text for token in noun.doc[max(first - 1, 0) : first + 1]]
    verb = next((above for above in noun.ancestors if above.pos_ in VERBAL), None)
    if clauses and apart and verb is not None:
        tree.hang(noun.i, verb.i, "parataxis")


def reduced_subject(clause: Token) -> Token | None:
    """The noun before a participle that was taken for a verb: "envoys gathered in Oslo failed"."""
    main = clause.head
    labels = {child.dep_ for child in clause.children}
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECT), None)
    if subject is None or subject.pos_ not in NOMINAL or labels & OPENING or has_subject(main):
        return None
    past = "Past" in clause.morph.get("Tense", [])
    return subject if past and main.pos_ in VERBAL and clause.i < main.i else None


def free_subject(noun: Token, participle: Token, tree: Tree) -> None:
    """Make a noun the subject of the main verb and a participle its attribute."""
    main = participle.head
    passive = any(child.dep_ == "aux:pass" for child in main.children)
    tree.hang(noun.i, main.i, "nsubj:pass" if passive else "nsubj")
    before = participle.doc[participle.i - 1]
    tree.hang(participle.i, before.i if before.pos_ in NOMINAL else noun.i, "acl")
