"""Whether it happened: polarity and modality from negation, tense, mood and governing words."""

from spacy.tokens import Token

from kg.extract.slots import CLAUSAL, Grammar, has_form, is_asserted, is_participle, is_verbal
from kg.extract.tree import children
from kg.types import Modality, Polarity

GOVERNED = CLAUSAL | {"obj", "nsubj:pass", "acl", "nmod", "conj"}


def governors(grammar: Grammar, token: Token) -> list[Token]:
    """The words above a trigger whose meaning reaches it, nearest first, up to its clause's root.

    A relative clause ends the climb, and so do an infinitive of purpose and an adverbial clause
    that is asserted: "blocked roads to demand" denies nothing. A conjunct is governed by what
    governs the first one and not by that one: "refused to talk and to leave".
    """
    found = []
    while token.dep_ in GOVERNED and token.head.i != token.i:
        if token.dep_ == "advcl" and (is_asserted(token) or is_purpose(grammar, token)):
            break
        if token.dep_ == "conj" and not shares_form(token):
            break
        if token.dep_ != "conj":
            found.append(token.head)
        token = token.head
    return found


def shares_form(conjunct: Token) -> bool:
    """Is a conjunct of the mood of the first: "would refuse and blamed" are two statements?"""
    return not is_verbal(conjunct) or is_asserted(conjunct) == is_asserted(conjunct.head)


def own_words(word: Token) -> list[Token]:
    """A verb and the conjuncts before it whose auxiliaries serve it: "may attack and occupy"."""
    words = [word]
    while word.dep_ == "conj" and is_verbal(word.head) and not is_asserted(word):
        word = word.head
        words.append(word)
    return words


def find_polarity(grammar: Grammar, trigger: Token, verb: Token | None) -> Polarity:
    """Negative when the trigger, its light verb or a word that governs it denies the event.

    verb: the light verb of an event noun, or None.
    """
    words = [trigger] if verb is None else [trigger, verb]
    if any(is_negated(grammar, word) for word in words):
        return "negative"
    for word in governors(grammar, verb or trigger):
        if grammar.lexicon.operators.get(word.lemma_) == "negative":
            return "negative"
        if (
            is_verbal(word)
            and is_negated(grammar, word)
            and word.lemma_ in grammar.lexicon.operators
        ):
            return "negative"
    return "positive"


def is_negated(grammar: Grammar, token: Token) -> bool:
    """Does a negation word depend on the token?"""
    return any(
        child.lower_ in grammar.language.negations
        and child.dep_ in ("advmod", "det", "cc", "mark", "case")
        for child in children(token)
    )


def find_modality(grammar: Grammar, trigger: Token, verb: Token | None) -> Modality:
    """Actual, planned or possible, from the verb's own form first, then from what governs it."""
    word = verb or trigger
    if is_verbal(word):
        own = next((own for w in own_words(word) if (own := own_modality(grammar, w))), None)
    else:
        own = adjective_effect(grammar, trigger)
    if own is not None:
        return own
    for governor in governors(grammar, word):
        effect = grammar.lexicon.operators.get(governor.lemma_)
        if governor.lemma_ in grammar.language.continuing:
            return "actual"  # "wants to go on talking": they talk
        if effect == "planned":
            # "agreed to leave" is planned, "agreed that they had left" is not.
            return "actual" if is_asserted(word) else "planned"
        if effect == "possible":
            told = is_asserted(word) and governor.lemma_ in grammar.lexicon.speech_verbs
            # "admitted that they had left": they had; "considered leaving", "feared that": open.
            return "actual" if told else "possible"
        if word.dep_ == "ccomp" and is_asserted(word):
            return "actual"  # what is told is not planned with the telling
        # A noun tells of what is there: "will discuss the attack" plans no attack.
        open_clause = is_verbal(word) and not is_asserted(word)
        if is_verbal(governor) and open_clause and (above := own_modality(grammar, governor)):
            return above
        word = governor
    return "actual"


def adjective_effect(grammar: Grammar, noun: Token) -> Modality | None:
    """What an adjective says of an event noun: "a planned visit", "the alleged attack"."""
    for child in children(noun):
        effect = grammar.lexicon.operators.get(child.lemma_) if child.dep_ == "amod" else None
        if effect in ("planned", "possible"):
            return effect  # type: ignore[return-value]
    return None


def own_modality(grammar: Grammar, verb: Token) -> Modality | None:
    """What auxiliaries, tense, mood and markers of a verb say; None for a plain statement."""
    if "Cnd" in verb.morph.get("Mood", []):
        return "possible"
    if "Fut" in verb.morph.get("Tense", []):
        return "planned"
    for child in children(verb):
        if child.dep_ == "mark" and child.lower_ in grammar.language.conditionals:
            return "possible"
        if child.dep_ == "aux" and (effect := auxiliary(grammar, child)):
            return effect
    return "planned" if is_purpose(grammar, verb) else None


def auxiliary(grammar: Grammar, aux: Token) -> Modality | None:
    """Effect of an auxiliary: "vai atacar", "iria atacar" is planned, "may attack" possible."""
    word, language = aux.lemma_, grammar.language
    of_future = bool({word, aux.lower_} & language.future_auxiliaries)
    if "Cnd" in aux.morph.get("Mood", []):
        return "planned" if of_future else "possible"
    if "Fut" in aux.morph.get("Tense", []):
        return "planned"
    if of_future:
        return None if "Past" in aux.morph.get("Tense", []) else "planned"
    effect = language.modals.get(word)
    if effect == "planned" and is_participle(aux.head):
        return None  # "haviam cumprido" is a perfect, "hão de cumprir" a plan
    return effect if effect in ("planned", "possible") else None  # type: ignore[return-value]


def is_purpose(grammar: Grammar, verb: Token) -> bool:
    """An infinitive of purpose: "para discutir", "to discuss"."""
    if verb.dep_ != "advcl" or not has_form(verb, "Inf"):
        return False
    markers = [child for child in children(verb) if child.dep_ in ("mark", "case", "aux")]
    return any(marker.lower_ in grammar.language.purpose for marker in markers)
