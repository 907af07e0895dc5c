"""Where the second of two joined verbs belongs: "denied that they had fired and accused Oslo".

Parsers join it to the verb right before it, which may be the verb of a governed clause, or to the
first of three, though the second has a subject of its own. Its form
says better: "accused" is a plain past as "denied" is, and "had fired" is not. Portuguese parsers
also take for what is said what tells when: "acabou depois que Oslo atacou".
"""

from spacy.attrs import DEP, LOWER
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

from kg.language.columns import find_words
from kg.language.languages import language
from kg.language.trees.regrouping import VERBAL, Tree
from kg.ontology.lexicon import load_lexicon

JOINED = frozenset(["conj"])
GOVERNED = frozenset(["ccomp", "xcomp", "acl:relcl", "advcl"])
SUBJECT = frozenset(["nsubj", "nsubj:pass"])
CONTENT = frozenset(["obj", "ccomp", "xcomp"])
PHRASE = frozenset(["obj", "iobj", "obl"])
AUXILIARY = frozenset(["aux", "aux:pass", "cop"])
FEATURES = ("VerbForm", "Mood", "Tense")

Form = tuple[tuple[str, ...], ...]


@Pipeline.factory(
    "clauses",
    requires=["token.pos", "token.dep", "token.morph"],
    assigns=["token.head", "token.dep"],
)
class ClauseMender:
    """Component: hangs each verb joined to a clause on the verb above it, if it is of its form."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.language = language(str(nlp.lang))
        self.speech = load_lexicon(self.language.code).speech_verbs
        times = (words.split() for words in self.language.during)
        self.times = frozenset(words[0] for words in times if len(words) > 1)

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for i in find_words(doc, DEP, JOINED):
            for lost in lost_phrases(doc[i]):
                tree.hang(lost.i, i, lost.dep_)
            if (above := true_partner(doc[i]) or nearer_partner(doc[i])) is not None:
                tree.hang(i, above.i, "conj")
        for adverb in (doc[i] for i in find_words(doc, LOWER, self.times)):
            if (clause := self.clause_after(adverb)) is not None:
                tree.hang(clause.i, clause.head.i, "advcl")
                tree.hang(adverb.i, clause.i, "mark")
        tree.write()
        return doc

    def clause_after(self, adverb: Token) -> Token | None:
        """The clause that tells when: "depois que"; but "disse depois que" tells what is said."""
        that = adverb.doc[adverb.i + 1] if adverb.i + 1 < len(adverb.doc) else adverb
        clause = that.head
        opened = that.lower_ in self.language.complementizers and that.dep_ == "mark"
        told = adverb.dep_ == "advmod" and adverb.head == clause.head
        if not (opened and told and clause.dep_ == "ccomp" and clause.i > adverb.i):
            return None
        return None if clause.head.lemma_ in self.speech else clause


def true_partner(verb: Token) -> Token | None:
    """The verb above the clause that a conjunct is joined to, None when it belongs there."""
    clause = verb.head
    if clause.dep_ not in GOVERNED or has_subject(verb):
        return None
    above = verb_above(clause)
    while above is not None and is_apart(verb, clause):
        if may_join(verb, above):
            return above
        clause, above = above, verb_above(above)
    if above is None or clause.dep_ not in GOVERNED:
        return None
    own = tells_too(verb, clause) or not is_like(verb, clause)
    return above if own and is_like(verb, above) else None


def verb_above(clause: Token) -> Token | None:
    """The verb before a clause that governs it."""
    above = next((token for token in clause.ancestors if token.pos_ in VERBAL), None)
    return above if above is not None and above.i < clause.i else None


def is_apart(verb: Token, clause: Token) -> bool:
    """Can a verb not be joined to a clause, by the forms of both?

    Nothing finite is joined to an infinitive, "accused him of having fired and has sued Oslo", no
    indicative to a subjunctive, and no bare participle to an infinitive, "ont appelé Rome à céder
    et exigé".
    """
    infinitive = is_form(clause, "Inf")
    if is_form(verb, "Fin"):
        return infinitive or (has_mood(clause, "Sub") and has_mood(verb, "Ind"))
    return infinitive and is_bare_participle(verb) and finite(clause) == clause


def may_join(verb: Token, above: Token) -> bool:
    """Is it finite as the verb is, or of a participle and its auxiliary where that is bare?"""
    if is_form(verb, "Fin"):
        return is_form(above, "Fin") and not has_mood(above, "Sub")
    return "Part" in above.morph.get("VerbForm", []) and finite(above) != above


def is_bare_participle(verb: Token) -> bool:
    """Is it a past participle without an auxiliary?"""
    return "Part" in verb.morph.get("VerbForm", []) and finite(verb) == verb


def has_mood(clause: Token, mood: str) -> bool:
    """Does a clause show a mood, by its first auxiliary?"""
    return mood in finite(clause).morph.get("Mood", [])


def tells_too(verb: Token, clause: Token) -> bool:
    """Has each of two verbs its "that": "told them that Bonn was wrong and demanded that it go"?"""
    contents = [child for child in verb.rights if child.dep_ == "ccomp"]
    return clause.dep_ == "ccomp" and all(map(is_marked, [clause, *contents])) and bool(contents)


def is_marked(clause: Token) -> bool:
    """Does a conjunction open a clause?"""
    return any(child.dep_ == "mark" and child.pos_ == "SCONJ" for child in clause.lefts)


def nearer_partner(verb: Token) -> Token | None:
    """The verb with a subject of its own between two joined ones: "A asked, B left and went"."""
    first = verb.head
    if verb.pos_ != "VERB" or first.pos_ != "VERB" or has_subject(verb) or verb.i < first.i:
        return None
    between = (c for c in first.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < verb.i)
    own = [other for other in between if has_subject(other) and is_like(verb, other)]
    joined = any(child.dep_ == "cc" for child in verb.lefts)
    return own[-1] if own and joined else None


def lost_phrases(verb: Token) -> list[Token]:
    """What follows a joined verb with an object that hangs on the first, which has its own.

    "Ordered them to go and broke ←conj─ ordered ─obj→ the pact with Oslo"
    """
    first = verb.head
    bare = not any(child.dep_ in CONTENT for child in verb.children)
    if not bare or not first.pos_ == verb.pos_ == "VERB" or verb.i < first.i:
        return []
    joined = [child.i for child in first.rights if child.dep_ == "conj" and child.i > verb.i]
    end = min(joined, default=verb.sent.end)
    after = [child for child in first.rights if verb.i < child.i < end and child.dep_ in PHRASE]
    before = (child for child in first.rights if child.i < verb.i)
    own = any(child.dep_ in CONTENT for child in before)
    return after if own and after and after[0].dep_ == "obj" else []


def has_subject(verb: Token) -> bool:
    """Does a clause have a subject of its own?"""
    return any(child.dep_ in SUBJECT for child in verb.children)


def is_like(verb: Token, other: Token) -> bool:
    """Are two verbs finite, of one mood and tense, and of one number where both show it?"""
    numbers = finite(verb).morph.get("Number", []), finite(other).morph.get("Number", [])
    agree = not all(numbers) or numbers[0] == numbers[1]
    pairs = zip(form(verb), form(other), strict=False)
    alike = all(a == b or not (a and b) for a, b in pairs)  # taggers leave out the tense
    return agree and is_form(verb, "Fin") and alike and is_compound(verb) == is_compound(other)


def is_form(verb: Token, kind: str) -> bool:
    """Is a clause finite ("Fin") or an infinitive ("Inf"), by its first auxiliary?"""
    return kind in finite(verb).morph.get("VerbForm", [])


def form(verb: Token) -> Form:
    """Finiteness, mood and tense of a clause."""
    return tuple(tuple(finite(verb).morph.get(feature, [])) for feature in FEATURES)


def is_compound(verb: Token) -> bool:
    """Does an auxiliary carry the form of a clause?"""
    return finite(verb) != verb


def finite(verb: Token) -> Token:
    """The first auxiliary of a verb, else the verb itself."""
    return next((child for child in verb.children if child.dep_ in AUXILIARY), verb)


def agree(verb: Token, noun: Token, *, several: bool) -> bool:
    """Are a verb and its subject of one number, as far as they show it?"""
    number = ["Plur"] if several else noun.morph.get("Number", [])
    shown = finite(verb).morph.get("Number", [])
    return not (number and shown) or number == shown
