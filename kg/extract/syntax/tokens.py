"""What a token is in its clause: verb or noun, passive, participle, asserted, relative."""

from collections.abc import Iterable

from spacy.symbols import ADJ, AUX, NOUN, NUM, PRON, PROPN, SYM, VERB, X

from kg.extract.syntax.tree import Node, feature, nodes, remember
from kg.language.trees.regrouping import NAMING

NOMINAL = frozenset([NOUN, PROPN, PRON, NUM, SYM, X])
PRONOMINAL = frozenset(["PRON", "DET"])
"""Tags of words that take up a name: "they"; "his", which Portuguese has for a determiner."""
CLAUSAL = frozenset(["xcomp", "ccomp", "advcl"])
SUBJECT = frozenset(["nsubj", "nsubj:pass"])
OBLIQUE = frozenset(["obl", "nmod", "obl:agent", "obl:arg", "iobj"])
OBLIQUE_OR_OBJECT = OBLIQUE | {"obj"}
"""Portuguese parsers take "pediu ao ministro" for an object with a preposition."""


def is_verbal(token: Node) -> bool:
    """A verb, or an adjective that heads a clause."""
    tag = token.pos
    if tag in (VERB, AUX):
        return True
    return tag == ADJ and (token.dep_ in ("ROOT", "xcomp", "ccomp") or is_participle(token))


def is_nominal(token: Node) -> bool:
    """A noun, name, pronoun or number."""
    return token.pos in NOMINAL


def is_plural(token: Node) -> bool:
    """Plural number."""
    return "Plur" in feature(token, "Number")


def is_first_person(token: Node) -> bool:
    """A pronoun for who speaks: "we"."""
    return token.pos == PRON and "1" in feature(token, "Person")


def is_neuter(token: Node) -> bool:
    """ "It"."""
    return "Neut" in feature(token, "Gender") and not is_plural(token)


def is_third_plural(token: Node) -> bool:
    """Third person plural."""
    return "3" in feature(token, "Person") and is_plural(token)


def is_third_singular(token: Node) -> bool:
    """Third person, not plural and not neuter."""
    third = "3" in feature(token, "Person")
    return third and not is_plural(token) and "Neut" not in feature(token, "Gender")


def is_participle(token: Node) -> bool:
    """A past participle."""
    return has_form(token, "Part") and "Pres" not in feature(token, "Tense")


def is_ongoing(token: Node) -> bool:
    """A gerund or present participle: "found itself fighting" reports no words."""
    return has_form(token, "Ger") or (has_form(token, "Part") and not is_participle(token))


@remember
def is_asserted(token: Node) -> bool:
    """A finite clause in the indicative: "agreed that it rained" says nothing about intentions."""
    auxiliaries = [child for child in token.children if child.dep_ in ("aux", "aux:pass", "cop")]
    finite = auxiliaries[0] if auxiliaries else token
    mood = feature(finite, "Mood")
    return (
        has_form(finite, "Fin") and finite.tag_ != "MD" and "Sub" not in mood and "Cnd" not in mood
    )


def is_subjunctive(verb: Node) -> bool:
    """A clause in the subjunctive, by its verb or auxiliary."""
    words = (verb, *(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")))
    return any("Sub" in feature(word, "Mood") for word in words)


def is_predicate(noun: Node) -> bool:
    """A noun that heads a clause: "is on the point of leaving, having asked"."""
    return any(child.dep_ == "cop" for child in noun.children)


def follows_punctuation(word: Node) -> bool:
    """Does a comma or dash, which may belong to it, stand before the phrase of a word?"""
    first = word.left_edge.i
    return any(token.is_punct for token in nodes(word.doc)[max(first - 1, 0) : first + 1])


def is_finite_verb(token: Node) -> bool:
    """Tagged as a finite verb; with a copula it is a participle of that form: "foi expulsa"."""
    return token.pos_ == "VERB" and has_form(token, "Fin")


def has_form(token: Node, form: str) -> bool:
    """Does the token have this UD VerbForm?"""
    return form in feature(token, "VerbForm")


def has_case(token: Node) -> bool:
    """Does a preposition introduce it?"""
    return any(child.dep_ == "case" for child in token.children)


@remember
def is_passive(verb: Node) -> bool:
    """A passive clause, or a past participle that modifies a noun ("troops sent to Syria")."""
    labels = {child.dep_ for child in verb.children}
    # "Depois de o ministro ter chamado": "ter" makes a perfect, whatever label the subject has.
    told = {"aux:pass", "expl:pass", *(() if "aux" in labels else ("nsubj:pass",))}
    if labels & told or ("cop" in labels and (is_participle(verb) or is_finite_verb(verb))):
        return True
    if "obl:agent" in labels and any(map(is_agent, verb.children)):
        return True
    if verb.dep_ in ("acl", "amod"):
        return is_participle(verb) and "aux" not in labels
    if verb.dep_ in ("advcl", "xcomp") and is_participle(verb):  # "ficou preso"
        bare = [c for c in verb.children if c.dep_ == "obj" and not has_case(c)]
        return not (bare or labels & {"aux", "nsubj"})
    coordinated = verb.dep_ == "conj" and is_participle(verb) and is_verbal(verb.head)
    return (
        coordinated
        and not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
        and is_passive(verb.head)
    )


def is_agent(phrase: Node) -> bool:
    """The agent phrase of a passive; "by telephone", without article or name, tells the means."""
    named = phrase.pos_ == "PROPN" or any(child.dep_ == "det" for child in phrase.children)
    return phrase.dep_ == "obl:agent" and named


def relative_clause(token: Node) -> Node | None:
    """The verb of the relative clause that a pronoun stands in, None outside one."""
    for ancestor in token.ancestors:
        if ancestor.dep_ == "acl:relcl":
            return ancestor
    return None


def expand(tokens: Iterable[Node]) -> list[Node]:
    """Each token with its nominal conjuncts, in text order within each.

    Names that tell who a noun in the plural is stand beside it: "presidents Lula and Macron", "both
    states, Chad and Mali". The first one right after it has it for a title.
    """
    expanded: list[Node] = []
    for token in tokens:
        expanded.append(token)
        for child in token.children:
            if child.dep_ == "conj" and not is_verbal(child):
                expanded.extend(expand([child]))
            elif child.dep_ in NAMING and child.pos == PROPN and is_plural(token):
                expanded.extend(names_beside(token, child))
    return expanded


def names_beside(noun: Node, name: Node) -> list[Node]:
    """Further names right after a noun that the first one names, or all that a comma sets apart."""
    names = expand([name])
    if len(names) == 1 or name.i < noun.i:
        return []
    apart = nodes(noun.doc)[noun.i + 1].is_punct
    if name.left_edge.i > noun.i + 1 + apart:
        return []
    return names if apart else names[1:]


def unique(tokens: list[Node]) -> list[Node]:
    """The tokens without repeats, first occurrence first."""
    if len(tokens) < 2:
        return tokens
    return list({token.i: token for token in tokens}.values())


def is_infinitive(verb: Node) -> bool:
    """An infinitive, or a participle with one for its auxiliary: "de ter forçado"."""
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    return has_form(verb, "Inf") or any(has_form(child, "Inf") for child in auxiliaries)
