"""Who speaks after a quotation, where parsers take him for somebody or something else.

In "Tehran has agreed to admit inspectors, the agency's head said" they take the head for an
apposition to the inspectors, and in "Belgrade refused, reported the envoy" for what is reported.
In "Gunmen stormed a mosque, the ministry said, blaming the rebels" they let the gunmen blame.
"""

from collections import defaultdict
from collections.abc import Mapping, Set

from spacy.attrs import LEMMA
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import Language, language
from kg.language.trees.clauses import finite, has_subject
from kg.language.trees.regrouping import Tree
from kg.ontology.classes import event_class
from kg.ontology.lexicon import Lexicon, load_lexicon

LATE = frozenset(["conj", "ROOT", "parataxis"])
"""Labels of a verb of saying that ends what it reports."""
SUBJUNCTIVE = "Mood=Sub|Person=3|Tense=Pres|VerbForm=Fin"
"""Features of what is asked of somebody, which taggers take for a plain fact: "que libertem"."""
VERBAL_ROOTS = frozenset(["ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN"])
"""Roots of what is done with words."""
TOLD = frozenset(["cc", "conj", "ccomp"])
"""Labels after a verb that goes on telling: "visited Kabul, promised aid and left"."""


@Pipeline.factory(
    "speakers",
    requires=["token.lemma", "token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class SpeakerMender:
    """Component: gives each verb of saying that ends a clause its subject."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.language = language(str(nlp.lang))
        lexicon = load_lexicon(self.language.code)
        self.speech, self.verbal = lexicon.speech_verbs, list_verbal(lexicon)
        effects = lexicon.operators.items()
        self.demanding = {lemma for lemma, effect in effects if effect == "demanded"}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        tree = Tree(doc)
        for verb in (doc[i] for i in find_words(doc, LEMMA, self.speech)):
            asked = verb.lemma_ in self.demanding
            for clause in told_to_a_name(verb, self.language, asked=asked):
                tree.hang(clause.i, verb.i, "ccomp")
                tree.labels[clause.left_edge.i] = "mark"
                if asked and clause == finite(clause):
                    clause.set_morph(SUBJUNCTIVE)  # type: ignore[attr-defined]
            if lacks_speaker(verb) and (speaker := speaker_beside(verb)) is not None:
                tree.hang(speaker.i, verb.i, "nsubj")
                if verb.dep_ == "conj":
                    tree.hang(verb.i, verb.head.i, "parataxis")
            for participle in self.said_besides(verb):
                tree.hang(participle.i, verb.i, "advcl")
            if (told := reported_before(verb)) is not None:
                for clause in self.told_further(verb):
                    tree.hang(clause.i, told.i, "conj")
        tree.write()
        return doc

    def said_besides(self, verb: Token) -> list[Token]:
        """What who spoke does with words, told after a comma: "..., he said, blaming Oslo"."""
        if verb.dep_ != "parataxis":
            return []
        return [
            clause
            for clause in verb.head.rights
            if clause.dep_ == "advcl" and clause.lemma_ in self.verbal and follows(clause, verb)
        ]

    def told_further(self, verb: Token) -> list[Token]:
        """What is told on after an inserted verb of saying: "..., he said, and took hostages".

        What is done with words is done by who spoke.
        """
        return [
            clause
            for clause in verb.rights
            if clause.dep_ == "conj"
            and clause.pos_ == "VERB"
            and clause.lemma_ not in self.verbal
            and not has_subject(clause)
            and any(token.text == "," for token in verb.doc[verb.i + 1 : clause.i])
        ]


def reported_before(verb: Token) -> Token | None:
    """The clause that a verb of saying ends: "they left, he said"."""
    if verb.dep_ == "parataxis" and verb.head.i < verb.i:
        return verb.head
    told = [child for child in verb.lefts if child.dep_ == "ccomp"]
    return told[-1] if verb.dep_ == "ROOT" and told else None


def list_verbal(lexicon: Lexicon) -> frozenset[str]:
    """Verbs of saying, and those that tell of nothing but words."""
    told = verb_roots(lexicon).items()
    return lexicon.speech_verbs | {lemma for lemma, roots in told if roots <= VERBAL_ROOTS}


def verb_roots(lexicon: Lexicon) -> Mapping[str, Set[str]]:
    """The lemma of each verb that tells of events, to the PLOVER roots of these."""
    roots: dict[str, set[str]] = defaultdict(set)
    for frame in lexicon.frames:
        for lemma in frame.lemmas if frame.pos == "verb" else ():
            roots[lemma].add(event_class(frame.type).root)
    return roots


def follows(clause: Token, verb: Token) -> bool:
    """Does a participle stand right after the clause of a verb, apart from a comma?"""
    comma = clause.doc[clause.left_edge.i - 1]
    before = clause.doc[comma.i - 1]
    ongoing = {"Ger", "Part"}.intersection(clause.morph.get("VerbForm", []))
    after = comma.text == "," and before.i > verb.left_edge.i
    return bool(ongoing) and after and (before == verb or verb.is_ancestor(before))


def told_to_a_name(verb: Token, entry: Language, *, asked: bool = False) -> list[Token]:
    """What is said to a name or to some: "disse à AFP que ...", no relative clause of theirs.

    asked: whether it is asked of them, who then may be anybody: "pediu aos bispos que perdoem".
    """
    below = list(verb.children)
    heard = [child for child in below if is_listener(child, entry, anybody=asked)]
    if any(c.dep_ == "ccomp" or (c.dep_ == "obj" and c not in heard) for c in below):
        return []
    return [
        clause
        for noun in heard
        if noun.dep_ in ("obj", "obl", "iobj") and noun.i > verb.i
        for clause in noun.children
        if clause.dep_ in ("acl", "acl:relcl") and clause.left_edge.lower_ in entry.complementizers
    ][:1]


def is_listener(noun: Token, entry: Language, *, anybody: bool) -> bool:
    """A name, or a noun without article, after "to"; anybody: or with one."""
    to = next((child for child in noun.children if child.dep_ == "case"), None)
    if to is None or to.lemma_.split()[0] not in entry.addressing:
        return False
    article = " " in to.lemma_ or any(child.dep_ == "det" for child in noun.children)
    return anybody or noun.pos_ == "PROPN" or not article


def lacks_speaker(verb: Token) -> bool:
    """Is a verb of saying finite, set off from what it reports, and without subject?"""
    if verb.pos_ != "VERB" or verb.dep_ not in LATE:
        return False
    told = any(child.dep_ in TOLD and child.i > verb.i for child in verb.children)
    joined = any(child.dep_ in ("cc", "mark") for child in verb.children)
    is_finite = "Fin" in finite(verb).morph.get("VerbForm", [])
    return is_finite and not told and not joined and not has_subject(verb)


def speaker_beside(verb: Token) -> Token | None:
    """The apposition that ends before a verb, or the object that follows it after a comma."""
    before = verb.doc[verb.i - 1] if verb.i > verb.sent.start else verb
    after = next((c for c in verb.children if c.dep_ == "obj" and is_speaker_after(c, verb)), None)
    if after is not None and verb.dep_ == "conj" and before.is_punct:
        return after
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "appos"), None)
    while noun is not None and noun.head.dep_ == "appos":
        noun = noun.head
    if noun is None or noun.right_edge.i != verb.i - 1 or noun.left_edge.i == verb.sent.start:
        return None
    return noun if verb.doc[noun.left_edge.i - 1].text == "," else None


def is_speaker_after(noun: Token, verb: Token) -> bool:
    """With a name or an article and last or next to a verb: "said Riga", not "promised aid"."""
    named = noun.pos_ == "PROPN" or any(child.dep_ == "det" for child in noun.children)
    after = noun.doc[noun.right_edge.i + 1 : noun.sent.end]
    return named and (noun.left_edge.i == verb.i + 1 or all(token.is_punct for token in after))
