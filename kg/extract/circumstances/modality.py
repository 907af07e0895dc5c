"""Whether it happened, is meant to, ought to or might: from tense, mood and governing words."""

from typing import cast

from kg.extract.syntax.conditions import has_condition, is_awaited, is_condition
from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.scope import (
    effect_of,
    governors,
    is_negated,
    is_pending,
    is_purpose,
    is_to_cease,
    uppermost,
)
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.speech import reporting_subject
from kg.extract.syntax.tokens import (
    has_form,
    is_asserted,
    is_nominal,
    is_ongoing,
    is_participle,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, nodes, plain_words, tree
from kg.extract.time.tense import PAST
from kg.types import Modality

UNREAL = frozenset(["possible", "demanded", "habitual", "hypothetical"])
"""Effects of operators that leave open whether what they govern happens, beside "planned"."""
DATED = frozenset(["planned", "demanded"])
"""Modalities that hold for an infinitive of time too: "will leave after voting"."""
ADVERBIAL = frozenset(["advmod", "obl", "mark", "discourse"])
OWN_CLAUSE = frozenset(["mark", "nsubj", "nsubj:pass"])
"""Labels of what makes a conjunct a clause of its own."""
REPORTED = frozenset(["ccomp", "acl", "acl:relcl"])
"""Clauses in which "would" tells of what was to come."""


def find_modality(grammar: Grammar, trigger: Node, verb: Node | None) -> Modality:
    """The verb's own form says it first, then what governs it.

    verb: the light verb of an event noun, or None.
    """
    if (own := stated_modality(grammar, trigger, verb)) is not None:
        return own
    word = uppermost(trigger, verb)
    ceasing = is_to_cease(grammar, word)
    for governor in governors(grammar, word):
        effect = effect_of(grammar, governor)
        if ceasing or governor.lemma_ in grammar.language.continuing:
            return "actual"  # "wants to go on talking": they talk; so does who is told to stop
        if effect == "denied" and is_negated(grammar, governor):
            return "possible"  # "did not rule out sending"
        if is_due(grammar, governor):
            return "demanded"
        if effect == "planned" or (effect not in UNREAL and is_unrealised(grammar, word)):
            # "agreed to leave" is planned, "agreed that they had left" is not.
            told = is_asserted(word) and not may_be_subjunctive(word)
            return "actual" if told else "planned"  # "wants them to", "quer que saiam"
        if effect in UNREAL:
            told = is_asserted(word) and governor.lemma_ in grammar.lexicon.speech_verbs
            # "admitted that they had left": they had; "considered leaving", "feared that": open.
            asked_for = effect == "demanded" and may_be_subjunctive(word)
            return "actual" if told and not asked_for else cast(Modality, effect)
        if word.dep_ == "ccomp" and is_asserted(word):
            return asked(word) or "actual"  # what is told is not planned with the telling
        # A noun tells of what is there: "will discuss the attack" plans no attack.
        open_clause = is_verbal(word) and not is_asserted(word)
        if is_verbal(governor) and open_clause and (above := own_modality(grammar, governor)):
            return above
        word = governor
    return asked(word) or dated_modality(grammar, word) or "actual"


def dated_modality(grammar: Grammar, clause: Node) -> Modality | None:
    """What is planned or asked is so with what dates it: "will meet before signing"."""
    if clause.dep_ != "advcl" or is_asserted(clause) or is_participle(clause):
        return None
    timed = grammar.preposition(clause) in grammar.language.during - grammar.language.locative
    dated = find_modality(grammar, clause.head, None) if timed else "actual"
    return dated if dated in DATED else None


def is_unrealised(grammar: Grammar, clause: Node) -> bool:
    """Is it an infinitive that says what a thing is for: "an application to join the bloc"?

    Who is the first or the last to do something does it.
    """
    aimed = clause.dep_ == "acl" and has_form(clause, "Inf")
    return aimed and is_nominal(clause.head) and not grammar.names_actor(clause.head)


def stated_modality(grammar: Grammar, trigger: Node, verb: Node | None) -> Modality | None:
    """What the form of a verb says, or what stands at a noun, and whether it is arranged."""
    word = verb or trigger
    own = own_modality(grammar, word) if is_verbal(word) else noun_modality(grammar, trigger)
    arranged = verb is not None and is_arranged(grammar, trigger, verb)
    return own or ("planned" if arranged else None)


def is_arranged(grammar: Grammar, noun: Node, verb: Node) -> bool:
    """Is it the object of a verb of planning: "arranged talks"? "Planned the raid" tells of one."""
    definite = any("Def" in feature(child, "Definite") for child in noun.children)
    planned = verb.lemma_ in grammar.language.scheduling and noun.head.i == verb.i
    return planned and not definite


def may_be_subjunctive(verb: Node) -> bool:
    """Is it a present that taggers may take for an indicative: "pidió que libere"?"""
    helped = any(child.dep_ in ("aux", "aux:pass", "cop") for child in verb.children)
    # Where tags have no mood, only the indicative has an ending for the third person: "he frees".
    ended = "3" in feature(verb, "Person") and not feature(verb, "Mood")
    return not (helped or ended) and PAST.isdisjoint(feature(verb, "Tense"))


def noun_modality(grammar: Grammar, noun: Node) -> Modality | None:
    """What stands at an event noun: "a planned visit", "the alleged attack", "in case of war"."""
    if is_condition(grammar, noun) or is_imagined(grammar, noun):
        return "hypothetical"
    for child in noun.children:
        effect = effect_of(grammar, child) if child.dep_ == "amod" else None
        if effect == "planned" or effect in UNREAL:
            return cast(Modality, effect)
    return None


def is_imagined(grammar: Grammar, noun: Node) -> bool:
    """Is it told what one would lead to: "an attack on Bonn would mean war", not "the attack"?"""
    if noun.dep_ != "nsubj" or not (is_verbal(noun.head) and leads_on(grammar, noun.head)):
        return False
    below = noun.children
    owned = any(c.dep_ == "nmod:poss" or c.lower_ in grammar.language.possessives for c in below)
    articles = [child for child in below if child.dep_ == "det"]
    return bool(articles) and not (owned or any(map(is_definite, articles)))


def is_definite(article: Node) -> bool:
    """ "The", "this": what is meant is known."""
    return "Def" in feature(article, "Definite") or "Dem" in feature(article, "PronType")


def leads_on(grammar: Grammar, verb: Node) -> bool:
    """Does a conditional or a modal verb say what something would or may lead to?"""
    modals = grammar.language.modals
    words = (verb, *(child for child in verb.children if child.dep_ == "aux"))
    return any(is_conditional(grammar, w) or modals.get(w.lemma_) == "possible" for w in words)


def own_modality(grammar: Grammar, verb: Node) -> Modality | None:
    """What the form of a verb and of those that it shares it with says; None for a plain fact."""
    own = next((own for w in own_words(verb) if (own := form_modality(grammar, w))), None)
    return own or shared_condition(grammar, verb)


def own_words(word: Node) -> list[Node]:
    """A verb and the conjuncts before it whose auxiliaries serve it: "may attack and occupy"."""
    words = [word]
    while word.dep_ == "conj" and is_verbal(word.head) and not is_asserted(word):
        word = word.head
        words.append(word)
    return words


def shared_condition(grammar: Grammar, verb: Node) -> Modality | None:
    """What "if" before a first verb says of one joined to it: "if they attack and occupy"."""
    below = {child.dep_ for child in verb.children}
    if verb.dep_ != "conj" or not is_verbal(verb.head) or below & OWN_CLAUSE:
        return None
    marks = (child.lower_ for child in verb.head.children if child.dep_ == "mark")
    opened = not grammar.language.conditionals.isdisjoint(marks)
    return form_modality(grammar, verb.head) if opened else None


def form_modality(grammar: Grammar, verb: Node) -> Modality | None:
    """What auxiliaries, tense, mood, markers and adverbs of a verb say."""
    if is_condition(grammar, verb) or is_awaited(grammar, verb):
        return "hypothetical"
    if verb.dep_ == "csubj" and is_ongoing(verb) and leads_on(grammar, verb.head):
        return "hypothetical"  # "sending troops would be folly"
    if is_conditional(grammar, verb):
        return conditional(grammar, verb)
    if "Fut" in feature(verb, "Tense"):
        return "planned"
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in grammar.language.conditionals:
            return "possible"  # an indirect question: "asked if they had left"
        if child.dep_ in ("aux", "aux:pass") and (effect := auxiliary(grammar, child)):
            return effect
    if (said := before_infinitive(grammar, verb)) is not None:
        return said
    intended = is_purpose(grammar, verb) or is_announced(verb)
    return "planned" if intended else adverbial(grammar, verb)


def is_scheduled(verb: Node) -> bool:
    """Can it tell what is to come: a finite present without an auxiliary, which would say more?"""
    helped = any(child.dep_ in ("aux", "aux:pass") for child in verb.children)
    present = "Pres" in feature(verb, "Tense") and has_form(verb, "Fin")
    return is_verbal(verb) and present and not helped


def is_announced(verb: Node) -> bool:
    """Is it the infinitive of a headline: "Macron to visit Lima"?"""
    noun = verb.head
    return has_form(verb, "Inf") and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")


def auxiliary(grammar: Grammar, aux: Node) -> Modality | None:
    """Effect of an auxiliary: "vai atacar", "iria atacar" is planned, "may attack" possible."""
    word, language = aux.lemma_, grammar.language
    effect = language.modals.get(word)
    if is_conditional(grammar, aux) and effect is None:
        return conditional(grammar, aux.head, aux)
    if "Fut" in feature(aux, "Tense"):
        rumoured = is_perfect(aux.head, aux)  # "terá enviado": so it is said
        return cast(Modality, language.conditional) if rumoured else "planned"
    if {word, aux.lower_} & language.future_auxiliaries:
        return None if "Past" in feature(aux, "Tense") else "planned"
    if effect == "planned" and is_participle(aux.head):
        return None  # "haviam cumprido" is a perfect, "hão de cumprir" a plan
    if word in language.duties and is_told_undated(grammar, aux.head):
        return "demanded"
    return cast(Modality, effect) if effect else None


def conditional(grammar: Grammar, verb: Node, aux: Node | None = None) -> Modality:
    """What a conditional says: on a condition, what was to come, or else a rumour.

    aux: the auxiliary that carries it, None where the verb does.
    """
    if has_condition(grammar, verb):
        return "hypothetical"
    perfect = aux is not None and is_perfect(verb, aux)
    of_future = aux is not None and aux.lemma_ in grammar.language.future_auxiliaries
    if not perfect and (of_future or is_reported(grammar, verb) or is_dated(verb)):
        return "planned"
    return cast(Modality, grammar.language.conditional)


def is_perfect(verb: Node, aux: Node) -> bool:
    """Does an auxiliary make a perfect, be it of a passive: "terá enviado", "terá sido morto"?"""
    passive = next((child for child in verb.children if child.dep_ == "aux:pass"), verb)
    return aux != passive and is_participle(passive)


def is_conditional(grammar: Grammar, word: Node) -> bool:
    """A form of the conditional, also one that the tagger takes for an imperfect, or "would"."""
    language = grammar.language
    if "Cnd" in feature(word, "Mood") or word.lower_ in language.conditional_auxiliaries:
        return True
    if not language.conditional_endings:
        return False
    form, stem = word.lower_, word.lemma_.removesuffix("e")  # "vendre": "vendrait"
    return form.startswith(stem) and form[len(stem) :] in language.conditional_endings


def is_reported(grammar: Grammar, verb: Node) -> bool:
    """Does somebody say it, or does it tell of a noun: "said it would", "the talks that would"?"""
    first = own_words(verb)[-1]
    return first.dep_ in REPORTED or bool(reporting_subject(grammar, first))


def is_told_undated(grammar: Grammar, verb: Node) -> bool:
    """Says somebody what another has to do? With a time it is what is due: "deve viajar amanhã"."""
    return is_reported(grammar, verb) and not is_dated(verb)


def is_due(grammar: Grammar, modal: Node) -> bool:
    """Is it a modal of duty by which somebody says what to do? A future one foretells: "deverá"."""
    duty = modal.lemma_ in grammar.language.duties and "Fut" not in feature(modal, "Tense")
    return duty and is_told_undated(grammar, modal)


def is_dated(verb: Node) -> bool:
    """Does a time stand in the clause of a verb?"""
    times = verb.doc.user_data.get(TIME_TOKENS, ())
    return any(child.i in times for child in verb.children)


def before_infinitive(grammar: Grammar, verb: Node) -> Modality | None:
    """What the two words before an infinitive say of it, pronouns and adverbs apart.

    "Has to" and "tem de" say demanded, "used to" habitual, "is to" planned. Not so "had to leave",
    after which they left, and "was used to attack". Of a passive those before "be released".
    """
    first = next((w for w in (verb, *passive_auxiliaries(verb)) if has_form(w, "Inf")), verb)
    if not has_form(first, "Inf") or is_pending(grammar, verb):
        return None
    near = nodes(verb.doc)[max(0, first.i - 4) : first.i]
    before = [token for token in near if token.pos_ not in ("PRON", "ADV")]
    if len(before) <= 1:
        return None
    word, marker = before[-2:]
    lemma, language = word.lemma_, grammar.language
    if marker.lower_ in language.having_to.get(lemma, ()) and "Past" not in feature(word, "Tense"):
        return "demanded"
    habit = marker.lower_ in language.habits.get(lemma, ())
    if habit and not any(child.dep_ == "aux:pass" for child in word.children):
        return "habitual"
    if marker.lower_ in language.arranging.get(lemma, ()):
        return "hypothetical" if is_condition(grammar, word) else "planned"  # "if it were to"
    return None


def passive_auxiliaries(verb: Node) -> list[Node]:
    """The "be" of "be released"."""
    return [child for child in verb.children if child.dep_ == "aux:pass"]


def adverbial(grammar: Grammar, verb: Node) -> Modality | None:
    """What an adverb or a phrase of the clause says: "often", "every year", "allegedly"."""
    words = plain_words(verb.doc, grammar.language.prepositions)
    for child in verb.children:
        if child.dep_ in ADVERBIAL:
            said = words[child.left_edge.i : child.right_edge.i + 1]
            for phrase in grammar.adverbials.get(said[0], ()):
                if tuple(said[: len(phrase)]) == phrase:
                    return cast(Modality, grammar.language.adverbials[" ".join(phrase)])
    return None


def asked(word: Node) -> Modality | None:
    """Possible for what a question asks: "Did they attack?", not "Why did they attack?"."""
    doc, told = word.doc, word.sentence
    if "?" not in tree(doc).words[max(told.start, told.stop - 2) : told.stop]:
        return None
    words = nodes(doc)[told.start : told.stop]
    return None if any(map(is_interrogative, words)) else "possible"


def is_interrogative(token: Node) -> bool:
    """ "Why", "who": a word that asks for a part of what happened, which is taken for granted."""
    return "Int" in feature(token, "PronType") or token.tag_ in ("WRB", "WP", "WDT", "WP$")
