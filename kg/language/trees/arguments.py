"""Nouns that parsers hang in the wrong place, given the verb and the role that are theirs.

matou ─obl→ soldados ─case→ pelo (menos 14)     becomes     matou ─obj→ soldados
presidente ─conj→ Justiça ─case→ à              becomes     pediu ─obl→ Justiça
(carta a) Annan ─appos→ ministro pediu          becomes     pediu ─nsubj→ ministro
prenderam ─ccomp→ acusa, after "chefes, a quem" becomes     chefes ─acl:relcl→ acusa
chegada ─acl:relcl→ disse, after "de Lula, quem" becomes    Lula ─acl:relcl→ disse
leader ─appos→ Sharaa ─conj→ commander          becomes     leader ─conj→ commander
tanks ─compound→ Kyiv, before "to Kyiv 50 tanks" becomes    sent ─obl→ Kyiv, sent ─obj→ tanks
admitiu ─obj→ tropas ("enviar tropas")          becomes     enviar ─obj→ tropas
entregou ─xcomp→ radar                          becomes     entregou ─obj→ radar
envoy ─conj→ persona, after "declared the envoy" becomes    declared ─xcomp→ persona
concedeu ─obj→ Angola ─det→ a (um crédito)      becomes     concedeu ─obl→ Angola ─case→ a
raiders ─compound→ Hamas ─conj→ Mali, "Hamas and Mali's raiders" becomes Hamas ─conj→ raiders
"""

from itertools import takewhile

from spacy.attrs import DEP, LEMMA, LOWER
from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.clauses import SUBJECT, agree, finite, has_subject
from kg.language.trees.regrouping import NAMING, VERBAL, Tree
from kg.ontology.lexicon import load_lexicon

OBJECT = frozenset(["obj", "ccomp", "xcomp"])
STRAY = frozenset(["appos", "conj"])
"""Labels that parsers give a subject after an opening phrase: "in a letter to Annan, the envoy"."""
COMPOUND = frozenset(["compound"])
CLAUSES = frozenset(["ROOT", "conj", "ccomp", "parataxis"])
RELATIVE = frozenset(["nsubj", "obj"])
"""Labels that parsers give a relative pronoun in spite of its preposition."""
GOVERNED = frozenset(["ccomp", "advcl"])
NOMINAL_POS = frozenset(["NOUN", "PROPN"])
PERSON = frozenset(["PER", "PERSON"])
WITHIN = frozenset(["flat", "flat:name", "case", "cc"])
"""Labels of particles inside a name."""
PREDICATE = frozenset(["xcomp"])
HELD = frozenset(["obj", "ccomp", "expl", "aux:pass", "cop"])
"""Labels below a verb that leave no room for an object."""
ADRIFT = frozenset(["obl", "nmod"])
"""Labels that "at least" before it gives a subject or object."""


@Pipeline.factory(
    "arguments",
    requires=["token.lemma", "token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class ArgumentMender:
    """Component: gives verbs the subjects, objects and obliques that parsers took for others."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        self.is_ud = entry.labels == "ud"
        self.particles = entry.name_particles
        self.prepositions, self.relatives = entry.prepositions, entry.relatives
        self.somebody, self.personal = entry.free_relatives, entry.personal
        self.addressing, self.staying = entry.addressing, entry.staying
        self.purpose, self.complementizers = entry.purpose, entry.complementizers
        self.partners = frozenset(slot.removeprefix("obl:") for slot in entry.partners)
        self.actors = load_lexicon(entry.code).actors
        self.minimums = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.minimums.add("minimum", [nlp.make_doc(phrase) for phrase in entry.minimums])
        self.verdicts = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.verdicts.add("verdict", [nlp.make_doc(phrase) for phrase in entry.verdicts])

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        if self.is_ud:
            self.join_names(doc)
        tree = Tree(doc)
        self.free_phrases(doc, tree)
        self.mend_closed_words(doc, tree)
        words = {*find_words(doc, DEP, CLAUSES), *find_words(doc, LOWER, self.relatives)}
        for token in (doc[i] for i in sorted(words)):
            if token.dep_ == "conj" and (verb := self.verb_addressed(token)) is not None:
                tree.hang(token.i, verb.i, "obl")
            elif token.dep_ == "conj" and self.is_beside_title(token.head):
                join_title(token, tree)
            elif token.pos_ == "PRON" and token.lower_ in self.relatives:
                self.hang_relative(token, tree)
            elif token.dep_ == "conj" and (verb := own_verb(token)) is not None:
                tree.hang(verb.i, token.head.i, "conj")
                tree.hang(token.i, verb.i, "nsubj")
            elif lacks_subject(token):
                give_subject(token, tree)
                self.find_bare_subject(token, tree)
        tree.write()
        return doc

    def join_names(self, doc: Doc) -> None:
        """Join the names of people with a particle that was taken for a verb: "von der Leyen"."""
        tree = Tree(doc)
        for name in doc.ents:
            broken = name.label_ in PERSON and any(
                token.lower_ in self.particles and token.dep_ not in WITHIN for token in name
            )
            if broken:
                verb = next((c for t in name for c in t.rights if c.i >= name.end), None)
                tree.join(name, "flat:name")
                for token in name:
                    token.pos_ = "PROPN"
                if (
                    verb is not None
                    and verb.pos_ == "VERB"
                    and tree.heads[name.start] == name.start
                ):
                    tree.hang(name.start, verb.i, "nsubj")
        tree.write()

    def free_phrases(self, doc: Doc, tree: Tree) -> None:
        """Give what stands beside phrases, names and infinitives its place."""
        for phrase in self.minimums(doc, as_spans=True):
            self.free_counted(phrase, tree)
        for phrase in self.verdicts(doc, as_spans=True):
            hang_verdict(phrase, tree)
        if self.is_ud:
            for word in (doc[i] for i in find_words(doc, DEP, PREDICATE)):
                give_object(word, tree)
        for name in (doc[i] for i in find_words(doc, DEP, COMPOUND)):
            if name.pos_ == "PROPN" and is_recipient(name):
                free_recipient(name, tree)
            elif (owner := owner_beside(name)) is not None:
                part_from_owner(name, owner, tree)

    def mend_closed_words(self, doc: Doc, tree: Tree) -> None:
        """Mend what parsers make of "estar com", "para que" and of "a" before a name."""
        for word in (doc[i] for i in find_words(doc, LEMMA, self.staying)):
            if word.dep_ == "cop" and (partner := self.partner(word.head)) is not None:
                crown_copula(word, partner, tree)
        for word in (doc[i] for i in find_words(doc, LOWER, self.purpose)):
            if word.dep_ == "mark" and doc[word.i : word.i + 2][-1].lower_ in self.complementizers:
                make_subjunctive(finite(word.head))
        for word in (doc[i] for i in find_words(doc, LOWER, self.addressing)):
            if word.dep_ == "det" and is_addressee(word.head):
                tree.labels[word.i], tree.labels[word.head.i] = "case", "obl"
                word.pos_, word.lemma_ = "ADP", word.lower_

    def partner(self, predicate: Token) -> Token | None:
        """With whom somebody was: "esteve com Ann Lee", "esteve ontem em Lima com Ann Lee"."""
        if not self.preposition(predicate):
            return None
        phrases = [predicate, *(c for c in predicate.rights if c.dep_ in ADRIFT)]
        with_whom = (p for p in phrases if self.preposition(p) in self.partners)
        return next((p for p in with_whom if p.pos_ == "PROPN" or p.lemma_ in self.actors), None)

    def find_bare_subject(self, verb: Token, tree: Tree) -> None:
        """Make a noun for actors without preposition a verb's subject: "centenas de mineiros"."""
        for noun in verb.lefts:
            if noun.dep_ == "obl" and not any(child.dep_ == "case" for child in noun.children):
                below = [child for child in noun.rights if child.dep_ == "nmod"]
                counted = next(iter(below), noun) if noun.pos_ == "NUM" else noun
                if counted.lemma_ in self.actors and agree(verb, counted, several=False):
                    tree.hang(noun.i, verb.i, vacant(verb, before=True))
                    return

    def free_counted(self, phrase: Span, tree: Tree) -> None:
        """What "at least" counts is a subject or object, not a phrase with its preposition."""
        after = phrase.doc[phrase.end : phrase.end + 2]
        later = len(after) == 2 and after[0].lower_ in self.personal  # "al menos a 23 civiles"
        number = next((t for t in after[later:][:1] if t.pos_ == "NUM"), None)
        if number is None:
            return
        noun = number.head if number.dep_ == "nummod" else number
        was_case = any(t.head == noun and t.dep_ == "case" for t in phrase)
        for word in phrase:
            tree.hang(word.i, number.i, "advmod")
        verb, before = noun.head, phrase.doc[max(phrase.start - 1, 0)].lower_
        personal = later or before in self.personal  # "mató a por lo menos 23 civiles"
        whom = personal and noun.i > verb.i
        if (was_case or whom) and noun.dep_ in ADRIFT and verb.pos_ == "VERB":
            tree.labels[noun.i] = "obj" if whom else vacant(verb, before=noun.i < verb.i)

    def verb_addressed(self, noun: Token) -> Token | None:
        """The verb that a noun after a comma belongs to, whose preposition its conjunct lacks."""
        own = self.preposition(noun)
        if not own or own == self.preposition(noun.head):
            return None
        before = next(child.i for child in noun.lefts if child.dep_ == "case") - 1
        joined = any(child.dep_ == "cc" for child in noun.children)
        if joined or noun.doc[before].text != ",":
            return None
        return next((above for above in noun.head.ancestors if above.pos_ in VERBAL), None)

    def hang_relative(self, pronoun: Token, tree: Tree) -> None:
        """Hang the clause of "X, to whom" or of "X, who" on X, and "to whom" on its verb."""
        cases = [child for child in pronoun.lefts if child.dep_ == "case"]
        verb, first = pronoun.head, (cases or [pronoun])[0].i
        somebody = pronoun.lower_ in self.somebody and verb.dep_ == "acl:relcl"
        if not (cases or somebody) or first < 2 or pronoun.doc[first - 1].text != ",":
            return
        if cases and pronoun.dep_ in RELATIVE:
            tree.labels[pronoun.i] = "obl"
        astray = somebody and verb.head.pos_ == "NOUN" and verb.head.lemma_ not in self.actors
        if (verb.dep_ in GOVERNED or astray) and (noun := self.antecedent(pronoun.doc[first - 2])):
            tree.hang(verb.i, noun.i, "acl:relcl")

    def antecedent(self, last: Token) -> Token | None:
        """Of the nouns that end with a word, the lowest that is an actor, else the lowest."""
        ending = []
        for token in (last, *last.ancestors):
            if token.pos_ in VERBAL:
                break
            if token.pos_ in NOMINAL_POS and not token.dep_.startswith("flat"):
                ending.append(token)
        actors = [noun for noun in ending if noun.lemma_ in self.actors]
        return next(iter(actors or ending), None)

    def is_beside_title(self, name: Token) -> bool:
        """Is it a name right after a title in the singular: "the leader Ahmed and the envoy"?"""
        title = name.head
        if name.dep_ not in NAMING or name.pos_ != "PROPN" or title.lemma_ not in self.actors:
            return False
        single = "Plur" not in title.morph.get("Number", [])
        return single and name.left_edge.i == title.i + 1

    def preposition(self, noun: Token) -> str:
        """The words of the preposition of a noun, contractions undone."""
        words = [child.lower_ for child in noun.lefts if child.dep_ == "case"]
        return " ".join(self.prepositions.get(word, word) for word in words)


def join_title(noun: Token, tree: Tree) -> None:
    """Make a conjunct of a name one of the title before it, with what joins the two."""
    name = noun.head
    tree.hang(noun.i, name.head.i, "conj")
    for child in name.rights:
        if child.i < noun.i and child.dep_ in ("cc", "punct"):
            tree.hang(child.i, name.head.i, child.dep_)


def hang_verdict(phrase: Span, tree: Tree) -> None:
    """Hang what somebody is declared on the verb before it, and the person as its object.

    Parsers do not know Latin: "declared the envoy persona non grata".
    """
    doc, start = phrase.doc, phrase.sent.start
    verb = next((t for t in reversed(doc[start : phrase.start]) if t.pos_ == "VERB"), None)
    if verb is None:
        return
    below = [child for word in phrase for child in word.children if child not in phrase]
    tree.join(phrase, "fixed")
    tree.hang(phrase.start, verb.i, "xcomp")
    phrase[0].pos_, phrase[0].lemma_ = "NOUN", "persona"
    for child in below:
        if child.dep_ != "compound":
            tree.hang(child.i, verb.i, "obl" if child.dep_ == "nmod" else child.dep_)
    if "Part" not in verb.morph.get("VerbForm", []) or is_perfect(verb):
        give_person(verb, phrase, tree)


def give_person(verb: Token, phrase: Span, tree: Tree) -> None:
    """The noun between a verb and its verdict becomes the object, else the first one after it."""
    between = verb.doc[verb.i + 1 : phrase.start]
    nouns = [
        t for t in between if t.pos_ in NOMINAL_POS and tree.heads[t.i] not in indices(between)
    ]
    after = takewhile(stands_in_phrase, verb.doc[phrase.end : phrase.sent.end])
    nouns = nouns[-1:] or [t for t in after if t.pos_ in NOMINAL_POS]
    noun = next(iter(nouns), None)
    if noun is None or any(child.dep_ == "case" for child in noun.lefts):
        return
    tree.hang(noun.i, verb.i, "obj")
    for word in between:
        if word != noun and tree.heads[word.i] not in indices(between):
            tree.hang(word.i, noun.i, word.dep_)


def stands_in_phrase(word: Token) -> bool:
    """Can a word go before the noun of its phrase?"""
    return word.pos_ not in VERBAL and not word.is_punct


def indices(span: Span) -> range:
    """The indices of the words of a span."""
    return range(span.start, span.end)


def is_perfect(participle: Token) -> bool:
    """Has a participle an auxiliary, and none of a passive?"""
    labels = {child.dep_ for child in participle.children}
    return "aux" in labels and "aux:pass" not in labels


def give_object(word: Token, tree: Tree) -> None:
    """An infinitive gets the object after it that hangs on the verb above, else that verb a noun.

    A noun without preposition that was taken for what somebody becomes is an object.
    """
    verb = word.head
    if word.pos_ in VERBAL and "Inf" in word.morph.get("VerbForm", []):
        if any(child.dep_ in HELD for child in word.children) or verb.pos_ != "VERB":
            return
        after = [c for c in verb.rights if c.dep_ == "obj" and c.i > word.i]
        nouns = [c for c in after if c.pos_ in NOMINAL_POS]
        bare = [noun for noun in nouns if not any(c.dep_ == "case" for c in noun.lefts)]
        for noun in bare[:1]:
            tree.hang(noun.i, word.i, "obj")
    elif word.pos_ == "NOUN" and word.i > verb.i and verb.pos_ == "VERB":
        marked = any(child.dep_ in ("case", "mark", "cop", "nsubj") for child in word.children)
        if not marked and HELD.isdisjoint(child.dep_ for child in verb.children):
            tree.labels[word.i] = "obj"


def own_verb(noun: Token) -> Token | None:
    """The verb after a noun that was joined to the verb before: "foram presos e mil fugiram"."""
    above, after = noun.head, noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    if noun.pos_ not in NOMINAL_POS or above.pos_ != "VERB" or not after:
        return None
    verb = after[0] if after[0].pos_ != "AUX" else after[0].head
    marked = any(child.dep_ in ("mark", "cc", *SUBJECT) for child in verb.children)
    beside = verb.head == above and verb.dep_ in ("advcl", "conj", "ccomp", "parataxis")
    told = verb.pos_ == "VERB" and "Fin" in finite(verb).morph.get("VerbForm", [])
    bare = not any(child.dep_ == "case" for child in noun.children)
    agreed = "-" in verb.text or agree(
        verb, noun, several=False
    )  # "renderam-se": the number of "se"
    return verb if told and beside and bare and agreed and not marked else None


def is_recipient(name: Token) -> bool:
    """Is it before a number or article, where no part of a name stands: "to Kyiv 50 tanks"?"""
    given = name.head
    measured = [c.i for c in given.lefts if c.dep_ in ("det", "nummod")]
    before = [c for c in given.lefts if c.dep_ == "case" and c.i < name.i]
    return (
        given.dep_ == "obl"
        and given.head.pos_ == "VERB"
        and name.i + 1 in {given.doc[i].left_edge.i for i in measured}
        and bool(before)
    )


def make_subjunctive(verb: Token) -> None:
    """Give the mood of what is to come to a present after "para que", whatever its ending."""
    if "Pres" in verb.morph.get("Tense", []) and "Ind" in verb.morph.get("Mood", []):
        verb.set_morph(str(verb.morph).replace("Mood=Ind", "Mood=Sub"))  # type: ignore[attr-defined]


def crown_copula(copula: Token, partner: Token, tree: Tree) -> None:
    """Make the verb of its clause of a copula, and phrases of its predicate and of the partner."""
    predicate = copula.head
    relative = any(c.dep_ in SUBJECT and c.pos_ == "PRON" for c in predicate.lefts)
    above = copula.i if predicate.dep_ == "ROOT" else predicate.head.i
    label = "acl:relcl" if relative and predicate.dep_ == "nmod" else predicate.dep_
    copula.pos_ = "VERB"
    tree.heads[copula.i], tree.labels[copula.i] = above, label
    for child in predicate.lefts:
        if child.i < copula.i:
            tree.heads[child.i] = copula.i
    for phrase in {predicate, partner}:
        tree.heads[phrase.i], tree.labels[phrase.i] = copula.i, "obl"


def is_addressee(name: Token) -> bool:
    """Is it whom something is given, whose preposition was taken for an article?

    "Concedeu a Angola um crédito": the name is the first of two objects side by side.
    """
    objects = [child for child in name.head.rights if child.dep_ == "obj"]
    if name.pos_ != "PROPN" or name not in objects[:1]:
        return False
    return any(noun.left_edge.i == name.right_edge.i + 1 for noun in objects[1:])


def free_recipient(name: Token, tree: Tree) -> None:
    """Hang a recipient with its preposition on the verb, and what it gets as the object."""
    given = name.head
    tree.hang(name.i, given.head.i, "obl")
    for child in given.lefts:
        if child.i < name.i:
            tree.hang(child.i, name.i, child.dep_)
    tree.labels[given.i] = "obj"


def owner_beside(name: Token) -> Token | None:
    """The owner of the noun above a name that "and" joins the name to: "Hamas and Mali's men"."""
    owners = [child for child in name.rights if child.dep_ == "conj" and child.i < name.head.i]
    if len(owners) != 1:
        return None
    marks = [child for child in owners[0].rights if child.dep_ == "case"]
    return owners[0] if marks and name.head.i > marks[-1].i else None


def part_from_owner(name: Token, owner: Token, tree: Tree) -> None:
    """Join a noun with its owner to the name before it, which takes its place."""
    noun = name.head
    tree.hang(name.i, noun.head.i, noun.dep_)
    tree.hang(noun.i, name.i, "conj")
    tree.hang(owner.i, noun.i, "nmod:poss")
    for child in [*noun.lefts, *name.rights]:
        if child.dep_ == "case" and child.i < name.i:
            tree.hang(child.i, name.i, "case")
        elif child.dep_ == "cc":
            tree.hang(child.i, noun.i, "cc")


def lacks_subject(verb: Token) -> bool:
    """A finite verb without a subject, which a noun right before it can be."""
    return (
        verb.pos_ == "VERB"
        and verb.dep_ in CLAUSES
        and "Fin" in finite(verb).morph.get("VerbForm", [])
        and not has_subject(verb)
    )


def give_subject(verb: Token, tree: Tree) -> None:
    """Make a noun that ends before a verb, and was hung on a phrase before a comma, its subject."""
    last = verb.doc[max(verb.i - 1, verb.sent.start)]
    noun = next((t for t in (last, *last.ancestors) if t.dep_ in STRAY), None)
    if noun is None or noun.right_edge != last or verb not in noun.ancestors:
        return
    first = noun
    if any(child.dep_ == "cc" for child in noun.children):
        first = max(
            (t for t in noun.head.children if t.dep_ in STRAY and t.i < noun.i), default=noun
        )
    before = verb.doc[first.left_edge.i - 1] if first.left_edge.i else first
    if "," not in (before.text, first.left_edge.text) or not agree(
        verb, noun, several=first != noun
    ):
        return
    tree.hang(first.i, verb.i, "nsubj")
    if first != noun:
        tree.hang(noun.i, first.i, "conj")


def vacant(verb: Token, *, before: bool) -> str:
    """The core label that a verb has to give a noun before or after it, else an oblique one."""
    labels = {child.dep_ for child in verb.children}
    if before and not labels & SUBJECT:
        return "nsubj:pass" if "aux:pass" in labels else "nsubj"
    return "obj" if not (before or labels & OBJECT) else "obl"
