"""Subjects that parsers take into the phrase before them, or for the head of their verb.

Speaking ─obl→ Stubb (, Stubb warned)          becomes     warned ─nsubj→ Stubb
request ─nmod→ Lima ─conj→ Quito (have sent)   becomes     sent ─nsubj→ Quito
aided ─obj→ Lima ─conj→ Quito (sent)           becomes     aided ─conj→ sent ─nsubj→ Quito
court ─acl→ sentenced ─obj→ members            becomes     sentenced ─nsubj→ court
dias ─nmod→ ONU ─case→ após (a ONU impor)      becomes     impor ─nsubj→ ONU, impor ─mark→ após
launched ─ccomp→ drills ─nsubj→ Shield         becomes     launched ─obj→ drills ─compound→ Shield
"""

from collections.abc import Collection

from spacy.attrs import DEP
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.clauses import AUXILIARY, SUBJECT, finite
from kg.language.trees.regrouping import VERBAL, Tree
from kg.ontology.lexicon import load_lexicon

NOMINAL = frozenset(["NOUN", "PROPN"])
SWALLOWED = frozenset(["conj", "appos", "obl", "obl:agent", "nmod", "obj", "dep", "amod"])
"""Labels of a subject that the parser took for a part of the phrase before it."""
JOINED = frozenset(["conj", "parataxis", "advcl", "ccomp"])
"""Labels of a main verb below the participle that opens its sentence."""
NAMED = frozenset(["conj", "appos"])
"""Labels of a subject below the place that opens its sentence."""
HEADING = JOINED | {"ROOT", "acl"}
"""Labels of the verbs that are looked at."""
EMBEDDED = frozenset(["xcomp", "advcl", "ccomp", "acl", "conj"])
"""Labels that parsers give an infinitive after a preposition and its subject."""
PARTICIPIAL = frozenset(["VBD"])
"""Tags of a past that looks like a participle, where the tagger tells no more."""
GOVERNING = frozenset(["obj", "xcomp", "ccomp"])
"""Labels below a past that no participle of a noun has."""
UNFIT = frozenset(["det", "iobj", "obl:agent", "aux", "aux:pass", "nsubj", "mark"])
"""Labels below a participle that is none of a whole sentence; no article stands before a verb."""


@Pipeline.factory(
    "subjects",
    requires=["token.lemma", "token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class SubjectFinder:
    """Component: gives main verbs the subjects that are theirs."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        lexicon = load_lexicon(entry.code)
        self.giving, self.actors = lexicon.giving, lexicon.actors
        self.speech, self.nouns = lexicon.speech_verbs, lexicon.nouns
        self.prepositions = entry.prepositions
        self.openings = (entry.during | entry.purpose) - entry.locative - entry.personal

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for token in (doc[i] for i in find_words(doc, DEP, HEADING)):
            if self.is_told_of(token):
                crown(token, tree)
            elif (noun := stranded_subject(token)) is not None:
                give_stranded(noun, token, tree)
            elif (noun := opened_subject(token)) is not None:
                tree.heads[token.i], tree.labels[token.i] = token.i, "ROOT"
                tree.hang(token.head.i, token.i, "advcl")
                give_subject(noun, token, tree)
            elif (noun := swallowed_subject(token)) is not None:
                give_swallowed(noun, token, tree)
            elif (noun := joined_subject(token)) is not None:
                give_joined(noun, token, tree)
            elif is_joined(token):
                crown_joined(token, tree)
        for token in (doc[i] for i in find_words(doc, DEP, EMBEDDED)):
            self.mend_embedded(token, tree)
        tree.write()
        return doc

    def mend_embedded(self, word: Token, tree: Tree) -> None:
        """Give an infinitive its subject, and a noun that was taken for a verb its place."""
        if (noun := self.opening_subject(word)) is not None:
            open_clause(noun, word, tree)
        elif (noun := self.compound_before(word)) is not None:
            make_noun(word, noun, tree)

    def is_told_of(self, verb: Token) -> bool:
        """A participle with an object, below the noun of a verbless sentence: a past tense.

        So is one with an infinitive after a comma: "the envoy, who was ill, offered to go". "A man
        given asylum" is none: who is given something is no subject.
        """
        if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.pos_ not in NOMINAL:
            return False
        labels = {child.dep_ for child in verb.children}
        after_comma = "xcomp" in labels and verb.doc[opening(verb) - 1].text == ","
        return (
            "Past" in verb.morph.get("Tense", [])
            and ("obj" in labels or after_comma)
            and not labels & UNFIT
            and (after_comma or verb.lemma_ not in self.giving)
            and not any(child.dep_ == "cop" for child in verb.head.children)
        )

    def opening_subject(self, verb: Token) -> Token | None:
        """The actor between a preposition and an infinitive: "após a ONU impor sanções"."""
        if "Inf" not in finite(verb).morph.get("VerbForm", []) or any(
            child.dep_ in SUBJECT or child.dep_ == "mark" for child in verb.children
        ):
            return None
        start = opening(verb)
        last = verb.doc[start - 1] if start > verb.sent.start else verb
        for noun in (last, *last.ancestors):
            if noun.right_edge != last or noun.pos_ not in NOMINAL:
                return None
            if any(c.dep_ == "case" and self.opens_clause(c) for c in noun.lefts):
                named = noun.pos_ == "PROPN" or noun.lemma_ in self.actors
                return noun if named and verb not in noun.ancestors else None
        return None

    def compound_before(self, verb: Token) -> Token | None:
        """The word before a plural noun that was taken for a verb: "launched Shield drills on".

        Nothing is reported by a verb that is none of saying and has no object.
        """
        main = verb.head
        if verb.tag_ != "VBZ" or verb.dep_ != "ccomp" or main.lemma_ in self.speech:
            return None
        labels = {child.dep_ for child in verb.children}
        noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        other = labels & {"mark", "obj", "xcomp", "ccomp", "aux", "advmod"}
        if noun is None or other or verb.lemma_ not in self.nouns:
            return None
        lacking = not any(child.dep_ in ("obj", "obl:agent") for child in main.children)
        last = noun.right_edge.i == verb.i - 1 and noun.pos_ in NOMINAL
        return noun if lacking and last and main.i < noun.left_edge.i else None

    def opens_clause(self, preposition: Token) -> bool:
        """Can it stand before a clause: "após", or "de" after "antes"?"""
        before = preposition.doc[preposition.i - 1] if preposition.i else preposition
        word = self.prepositions.get(preposition.lower_, preposition.lower_)
        return not self.openings.isdisjoint([word, f"{before.lower_} {word}"])


def open_clause(noun: Token, verb: Token, tree: Tree) -> None:
    """Make a noun the subject of an infinitive, which takes its preposition and its place."""
    tree.hang(verb.i, noun.head.i, "advcl" if noun.head.pos_ in VERBAL else "acl")
    tree.hang(noun.i, verb.i, "nsubj")
    for child in noun.lefts:
        if child.dep_ == "case":
            tree.hang(child.i, verb.i, "mark")


def make_noun(word: Token, before: Token, tree: Tree) -> None:
    """Make an object of a word that was taken for a verb, or a conjunct of the one before."""
    main, joined = word.head, next((c for c in before.rights if c.dep_ == "conj"), None)
    word.pos_ = "NOUN"
    if joined is None:
        tree.hang(word.i, main.i, "obj")
        tree.hang(before.i, word.i, "compound")
        for child in before.lefts:
            tree.hang(child.i, word.i, child.dep_)
    else:
        tree.hang(before.i, main.i, "obj")
        tree.hang(word.i, before.i, "conj")
        tree.hang(joined.i, word.i, "compound")
    for child in word.rights:
        if child.dep_ == "obl":
            tree.labels[child.i] = "nmod"


def crown(verb: Token, tree: Tree) -> None:
    """Make a participle the root and the noun above it the subject."""
    noun = verb.head
    tree.heads[verb.i], tree.labels[verb.i] = verb.i, "ROOT"
    tree.hang(noun.i, verb.i, "nsubj")
    for child in noun.rights:
        late = child.dep_ == "punct" or child.dep_ == "nmod"
        if child != verb and late and child.i > noun.i + 1:
            tree.hang(child.i, verb.i, "obl" if child.dep_ == "nmod" else "punct")


def swallowed_subject(verb: Token) -> Token | None:
    """The noun after a comma right before a finite main verb that has no subject."""
    if verb.pos_ != "VERB" or verb.dep_ != "ROOT":
        return None
    labels, start = {child.dep_ for child in verb.children}, opening(verb)
    if labels & SUBJECT or "expl" in labels or not is_finite(verb) or start == verb.sent.start:
        return None
    last = verb.doc[start - 1]
    for noun in () if last.text == "," else (last, *last.ancestors):
        if noun.i >= start or noun == verb:
            return None
        if noun.right_edge == last and is_swallowed(noun):
            return noun
        first = behind_place(noun, NAMED) if noun.head == verb else noun
        if first != noun and noun.right_edge == last:
            return first
    return None


def give_swallowed(noun: Token, verb: Token, tree: Tree) -> None:
    """Hang a noun on its verb, and on the noun those after it that the parser joined to a place."""
    give_subject(noun, verb, tree)
    for child in noun.head.rights:
        if child.dep_ == "conj" and child.i > noun.i:
            tree.hang(child.i, noun.i, "conj")


def joined_subject(verb: Token) -> Token | None:
    """The noun after "and" right before a finite verb, which the parser joined to another noun.

    "Oslo froze its loans to Lima and Paris cancelled a sale": nothing else can stand there.
    """
    if verb.pos_ != "VERB" or not is_finite(verb) or verb.dep_ not in JOINED | {"ROOT"}:
        return None
    labels, start = {child.dep_ for child in verb.children}, opening(verb)
    if labels & {*SUBJECT, "expl", "mark", "cc"} or start == verb.sent.start:
        return None
    if finite(verb).tag_ in PARTICIPIAL and not labels & GOVERNING:
        return None
    last = before_aside(verb, start)
    for noun in (last, *last.ancestors):
        if noun.i >= start or noun.right_edge != last:
            return None
        if noun.dep_ == "conj":
            return noun if is_last_joined(noun, verb) else None
    return None


def before_aside(verb: Token, start: int) -> Token:
    """The word before a verb, or before a participle between commas: "police, acting on it, held".

    start: where the words of the verb begin.
    """
    last = verb.doc[start - 1]
    aside = next((c for c in verb.head.rights if c.dep_ == "advcl" and c.i < start), None)
    if last.text != "," or aside is None or aside.right_edge.i + 1 != last.i:
        return last
    opening_comma = verb.doc[aside.left_edge.i - 1]
    return verb.doc[opening_comma.i - 1] if opening_comma.text == "," else last


def is_last_joined(noun: Token, verb: Token) -> bool:
    """Is it a noun without preposition that "and" opens, below another verb, and of one number?"""
    bare = not any(child.dep_ in ("case", "appos") for child in noun.children)
    alone = any(a.pos_ == "VERB" and a.i < noun.i and a != verb for a in noun.head.ancestors)
    joined = noun.pos_ in NOMINAL and noun.head.pos_ in NOMINAL and conjunction_of(noun) is not None
    return joined and bare and alone and verb not in noun.head.children and agree(verb, noun)


def conjunction_of(noun: Token) -> Token | None:
    """The "and" right before a noun or at its start."""
    start = noun.left_edge.i
    found = noun.doc[max(start - 1, 0) : start + 1]
    return next((word for word in found if word.dep_ == "cc"), None)


def agree(verb: Token, noun: Token) -> bool:
    """Are a verb and its subject of one number, as far as they show it?"""
    number, shown = noun.morph.get("Number", []), finite(verb).morph.get("Number", [])
    return not (number and shown) or number == shown


def give_joined(noun: Token, verb: Token, tree: Tree) -> None:
    """Hang a noun and its "and" on its verb, and the verb on the one that it is joined to."""
    conjunction = conjunction_of(noun)
    give_subject(noun, verb, tree)
    if conjunction is not None:
        tree.hang(conjunction.i, verb.i, "cc")
    if tree.labels[verb.i] != "ROOT":
        tree.labels[verb.i] = "conj"


def stranded_subject(verb: Token) -> Token | None:
    """The noun of a verbless sentence that the parser cut off before its verb or before "and"."""
    if verb.pos_ != "VERB" or verb.dep_ != "ROOT":
        return None
    doc, start = verb.doc, verb.sent.start
    if start == 0 or not doc[start].is_lower:
        return None
    last, joined = doc[start - 1], doc[start].dep_ == "cc"
    lacking = opening(verb) == start and not any(c.dep_ in SUBJECT for c in verb.children)
    cut = last.whitespace_ and not last.is_punct and not last.is_space
    noun = behind_place(last.sent.root)
    if not (cut and (joined or lacking) and is_finite(verb)) or noun.pos_ not in NOMINAL:
        return None
    return None if any(token.pos_ in VERBAL for token in last.sent) else noun


def behind_place(noun: Token, labels: Collection[str] = ("conj",)) -> Token:
    """The noun after a comma that was joined to the place before it: "in Oslo, Bonn and Rome"."""
    placed = is_placed(noun)
    after = [c for c in noun.rights if c.dep_ in labels and placed and not is_placed(c)]
    commas = [c for c in after if c.doc[c.left_edge.i - 1].text == "," or c.left_edge.text == ","]
    return commas[0] if commas else noun


def is_placed(noun: Token) -> bool:
    """Has a noun a preposition?"""
    return any(child.dep_ == "case" for child in noun.lefts)


def give_stranded(noun: Token, verb: Token, tree: Tree) -> None:
    """Hang a noun on its verb; the second of a pair, which the verb has, hangs on the first."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    label = subjects[0].dep_ if subjects else "nsubj"
    if noun.dep_ == "conj":
        tree.hang(noun.head.i, verb.i, "obl")
        subjects += [child for child in noun.head.rights if child.dep_ == "conj" and child != noun]
    tree.hang(noun.i, verb.i, label)
    for subject in subjects:
        tree.hang(subject.i, noun.i, "conj")


def is_joined(verb: Token) -> bool:
    """Is it a verb that the parser joined to the first of its two subjects: "Oslo et Rome ont"?"""
    first = verb.head
    if verb.pos_ != "VERB" or verb.dep_ != "conj" or first.dep_ != "ROOT":
        return False
    if (
        first.pos_ not in NOMINAL
        or not is_finite(verb)
        or any(t.dep_ == "cop" for t in first.lefts)
    ):
        return False
    second = next((child for child in verb.lefts if child.dep_ in SUBJECT), None)
    conjunction = verb.doc[second.left_edge.i - 1] if second is not None else verb
    return conjunction.dep_ == "cc" and conjunction.i > first.i


def crown_joined(verb: Token, tree: Tree) -> None:
    """Make a verb the root, the noun above it the subject, and its own subject a second one."""
    first = verb.head
    second = next(child for child in verb.lefts if child.dep_ in SUBJECT)
    tree.heads[verb.i], tree.labels[verb.i] = verb.i, "ROOT"
    tree.hang(first.i, verb.i, second.dep_)
    tree.hang(second.left_edge.i - 1, second.i, "cc")
    tree.hang(second.i, first.i, "conj")
    for child in first.rights:
        if child.i > verb.i:
            tree.hang(child.i, verb.i, child.dep_)


def opened_subject(verb: Token) -> Token | None:
    """The subject of a verb that the parser joined to the participle that opens the sentence.

    "Backed by Oslo, the rebels, who had fled, came back."
    """
    opener = verb.head
    if verb.pos_ != "VERB" or verb.dep_ not in JOINED or opener.dep_ != "ROOT":
        return None
    if "Part" not in opener.morph.get("VerbForm", []) or opener.i != opener.sent.start:
        return None
    labels = {child.dep_ for child in verb.children}
    if labels & {*SUBJECT, "cc", "expl"} or not is_finite(verb):
        return None
    nouns = (child for child in opener.rights if child.i < verb.i and is_swallowed(child))
    return next(nouns, None)


def is_finite(verb: Token) -> bool:
    """Is the verb or its first auxiliary finite?"""
    return "Fin" in finite(verb).morph.get("VerbForm", [])


def opening(verb: Token) -> int:
    """Index of the first of the auxiliaries and adverbs right before a verb, or of the verb."""
    start = verb.i
    while start > 0 and verb.doc[start - 1].head == verb:
        if verb.doc[start - 1].dep_ not in AUXILIARY | {"advmod"}:
            break
        start -= 1
    return start


def is_swallowed(noun: Token) -> bool:
    """A noun of its own after a comma: without preposition, and in a place where one stands."""
    start = noun.left_edge.i
    return (
        noun.pos_ in NOMINAL
        and noun.dep_ in SWALLOWED
        and start > noun.sent.start
        and any(token.text == "," for token in noun.doc[start - 1 : start + 1])
        and not any(child.dep_ == "case" for child in noun.lefts)
    )


def give_subject(noun: Token, verb: Token, tree: Tree) -> None:
    """Hang a noun on its verb; a clause that was taken for the subject only goes with it."""
    passive = any(child.dep_ == "aux:pass" for child in verb.children)
    tree.hang(noun.i, verb.i, "nsubj:pass" if passive else "nsubj")
    for child in verb.lefts:
        if child.dep_.startswith("csubj"):
            tree.labels[child.i] = "advcl"
