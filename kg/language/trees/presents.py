"""The present after a name that opens a sentence, where parsers see a noun: "Oslo critique Rome".

Oslo ─det→ attaque (ROOT), "Oslo attaque Rome"           becomes     attaque (verb) ─nsubj→ Oslo
Oslo (ROOT) ─acl→ reproche, "Oslo reproche à Rome"       becomes     reproche ─nsubj→ Oslo
Oslo ─acl→ expulse, consul (ROOT) ─nsubj→ Oslo           becomes     expulse ─obj→ consul

Reporters write so in every headline, and the French treebanks have hardly any. For languages whose
entry in `languages.yaml` has `present_endings`.
"""

from collections.abc import Iterator, Mapping

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from kg.language.languages import Language, language
from kg.language.trees.regrouping import Tree
from kg.language.words.conjugation import list_forms
from kg.ontology.lexicon import load_lexicon

LONGEST = 6
"""Words of a name that opens a sentence."""
NOMINAL = frozenset(["NOUN", "PROPN"])
NAMING = NOMINAL | {"DET", "ADP", "ADJ"}
"""Parts of speech within a name with its article."""
OPENS_OBJECT = NAMING | {"NUM", "PRON", "SCONJ", "AUX"}
"""Parts of speech of the word after such a verb."""
TAKEN_FOR = frozenset(["NOUN", "ADJ", "ADV", "PROPN", "VERB"])
"""Parts of speech that the verb is given."""
OF_VERBS = frozenset(["nsubj", "nsubj:pass", "aux", "aux:tense", "aux:pass", "cop", "expl:subj"])
"""Labels below a verb that the parser has understood."""
OF_NOUNS = frozenset(["case", "nummod"])
ARTICLE = frozenset(["det"])
ENDS = frozenset(".!?…;:»")
MORPH = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"


@Pipeline.factory(
    "presents",
    requires=["token.pos", "token.dep"],
    assigns=["token.pos", "token.morph", "token.dep", "token.head"],
)
class PresentFinder:
    """Component: makes verbs of such words, the heads of their sentences."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        entry = language(str(nlp.lang))
        forms = list_forms(entry.code, load_lexicon(entry.code).verbs)
        self.presents = frozenset(
            form for form, verb in forms.items() if is_present(form, verb, entry, forms)
        )

    def __call__(self, doc: Doc) -> Doc:
        """Mend a Doc in place and return it."""
        tree = Tree(doc)
        for name, verb in list(self.find(doc)):
            if verb.pos_ != "VERB":
                verb.pos_ = "VERB"
            if "Fin" not in shown(verb):
                verb.set_morph(MORPH)  # type: ignore[attr-defined]
            crown(name.root, verb, tree)
        tree.write()
        return doc

    def find(self, doc: Doc) -> Iterator[tuple[Span, Token]]:
        """Each name that opens a sentence, with the verb that is none in the parse."""
        for start in range(len(doc) - 2):
            if start == 0 or doc[start - 1].text in ENDS or doc[start - 1].is_space:
                verb = next((t for t in doc[start : start + LONGEST + 1] if self.is_form(t)), None)
                if verb is not None and verb.i > start and is_cut(doc[start : verb.i], verb):
                    yield doc[start : verb.i], verb

    def is_form(self, token: Token) -> bool:
        """Can a word be the third person of the present of a known verb?"""
        return token.pos_ in TAKEN_FOR and token.is_lower and token.lower_ in self.presents


def is_present(form: str, verb: str, entry: Language, forms: Mapping[str, str]) -> bool:
    """Is a form of a verb the third person of its present, and no participle ("armée")?"""
    endings = tuple(entry.present_endings.get(verb[-2:], "").split())
    masculine = form.removesuffix("e")
    return form.endswith(endings) and (masculine == form or masculine not in forms)


def is_cut(name: Span, verb: Token) -> bool:
    """Are these a bare name and a word right after it that can only be its verb?"""
    root, after = name.root, verb.doc[verb.i + 1]
    labels = {child.dep_ for child in verb.children if child not in name}
    named = root.is_title and root.pos_ != "DET" and all(token.pos_ in NAMING for token in name)
    tied = root.dep_ == "ROOT" or root.head == verb or verb.head == root
    return (
        named
        and tied
        and not (verb.pos_ == "VERB" and verb.dep_ == "ROOT")
        and after.pos_ in OPENS_OBJECT
        and not labels & (OF_VERBS | OF_NOUNS | ARTICLE)
        and name[0].pos_ != "ADP"
    )


def shown(verb: Token) -> list[str]:
    """The VerbForm that the tagger gives a word."""
    return verb.morph.get("VerbForm", [])


def crown(noun: Token, verb: Token, tree: Tree) -> None:
    """Make a verb the head of its sentence, a name its subject, and give it what follows."""
    above = [token for token in (verb, *verb.ancestors) if token.dep_ == "ROOT"]
    cut = [*above, *heads_after(verb)]
    tree.heads[verb.i], tree.labels[verb.i] = verb.i, "ROOT"
    tree.hang(noun.i, verb.i, "nsubj")
    for child in [*noun.rights, *verb.rights, *cut]:
        if child.i > verb.i:
            tree.hang(child.i, verb.i, argument(child, tree))


def heads_after(verb: Token) -> Iterator[Token]:
    """The heads of what the parser took for more sentences, up to the end of this one."""
    for token in verb.doc[verb.i + 1 :]:
        if token.text in ENDS or token.is_space:
            return
        if token.dep_ == "ROOT":
            yield token


def argument(child: Token, tree: Tree) -> str:
    """What a word that hung elsewhere is to the verb before it."""
    labels = {c.dep_ for c in child.children if c.i < child.i}
    if child.pos_ in NOMINAL or child.is_title:
        return "obl" if "case" in labels else "obj"
    if child.pos_ == "VERB":
        return "xcomp" if shown(child) == ["Inf"] or "aux" in labels else "ccomp"
    return tree.labels[child.i]
