"""Who says so: the speaker of a reported clause or quotation, or an "according to" phrase."""

from collections.abc import Callable

from kg.extract.syntax.obliques import CITING_WORDS, ends_at_comma
from kg.extract.syntax.scope import effect_of, is_negated
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import (
    OBLIQUE_OR_OBJECT,
    SUBJECT,
    expand,
    follows_punctuation,
    has_case,
    has_form,
    is_nominal,
    is_ongoing,
    is_participle,
    is_subjunctive,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, lemmas_beside, nodes, subtree

TELLING = frozenset(["acl", "amod", "advcl"])
"""Labels of a participle that says who tells of a noun."""
DASHES = frozenset(["-", "--", "–", "—"])


def find_speakers(
    grammar: Grammar, trigger: Node, *, takes_part: Callable[[Node], bool] = lambda _: False
) -> list[Node]:
    """Heads of the phrases that say what the trigger tells; empty when the article itself does.

    takes_part: whether a speaker is a participant of the event ("they blamed") and no source for
    it; then who reports that counts.
    """
    unsaid = lemmas_beside(trigger).isdisjoint(grammar.lexicon.speech_verbs)
    if unsaid and not grammar.cites(trigger.first):
        return []
    for clause in clauses_of(grammar, trigger):
        for speakers in (according_to(grammar, clause), reporting_subject(grammar, clause)):
            if speakers and not any(takes_part(speaker) for speaker in speakers):
                return speakers
    speakers = cited_at_the_edge(grammar, trigger)
    return [] if any(takes_part(speaker) for speaker in speakers) else speakers


def cited_at_the_edge(grammar: Grammar, trigger: Node) -> list[Node]:
    """Who is cited before or after a whole sentence, whatever the parser hung that on."""
    told = trigger.sentence
    if not grammar.cites(nodes(trigger.doc)[told.start]):
        return []
    for noun in (nodes(trigger.doc)[i] for i in told):
        if is_nominal(noun) and grammar.is_cited(noun) and may_be_cited(grammar, noun):
            return author_or_all(grammar, noun) if is_at_edge(noun, told) else []
    return []


def is_at_edge(noun: Node, told: range) -> bool:
    """Does the phrase of a cited noun end a sentence after a comma, or begin it before one?"""
    doc, last = noun.doc, noun.right_edge.i
    if all(nodes(doc)[i].is_punct for i in range(last + 1, told.stop)):
        before = range(max(told.start, noun.left_edge.i - CITING_WORDS), noun.left_edge.i + 1)
        return any(nodes(doc)[i].text == "," for i in before)
    return noun.left_edge.i <= told.start + CITING_WORDS and ends_at_comma(noun)


def may_be_speaker(pronoun: Node, speaker: Node) -> bool:
    """Can a personal pronoun in the reported clause stand for who speaks: "Kim said he met"?"""
    if "Prs" not in feature(pronoun, "PronType") or pronoun.i < speaker.i:
        return False
    numbers = feature(pronoun, "Number"), feature(speaker, "Number")
    return not all(numbers) or bool(numbers[0] & numbers[1])


def clauses_of(grammar: Grammar, trigger: Node) -> list[Node]:
    """The trigger and the words above it, nearest first, up to a clause of contrast.

    In "he said that they left, while Oslo stayed" the article itself tells of Oslo.
    """
    found = []
    for word in (trigger, *trigger.ancestors):
        found.append(word)
        if word.dep_ == "advcl" and opens_contrast(grammar, word):
            break
    return found


def opens_contrast(grammar: Grammar, clause: Node) -> bool:
    """Does "while" set a clause beside the one above?"""
    return any(child.lower_ in grammar.language.contrasts for child in clause.children)


def reporting_subject(grammar: Grammar, clause: Node) -> list[Node]:
    """The subject of a verb of saying above a clause, or beside it as in "..., he said"."""
    head = above_listener(grammar, clause)
    told = is_reported(clause) or head.i != clause.head.i
    if told and is_statement(clause) and head.i != clause.i and is_speech(grammar, head):
        untold = is_loose_infinitive(head) or is_left_open(grammar, clause)
        return [] if untold else speakers_of(grammar, head, clause)
    saying = is_speech(grammar, clause)
    for child in clause.children:
        if not is_speech(grammar, child):
            continue
        # What a verb of saying reports does not report it: "India will answer, he warned".
        apart = child.i > clause.i and follows_punctuation(child)
        beside = child.dep_ in ("parataxis", "ccomp") and (apart or not saying)
        beside = beside or is_inverted(grammar, child) or is_likened(grammar, child)
        if beside and is_inserted(grammar, child):
            return late_speakers(grammar, child) or own_speakers(grammar, child)
    return announcers(grammar, clause)


def is_reported(clause: Node) -> bool:
    """What a verb above may report; a headline sets two clauses apart by a semicolon.

    Not so what sums it up: "Oslo accused Bonn of it, a charge that Bonn rejected".
    Of infinitives those of the past, and what somebody says that he thinks: "said to hope that".
    """
    if clause.dep_ == "parataxis":
        if is_nominal(clause) and any(child.dep_ == "acl:relcl" for child in clause.children):
            return False
        return all(token.text != ";" for token in nodes(clause.doc)[clause.head.i : clause.i])
    if clause.dep_ == "xcomp":
        thought = clause.head.dep_ != "acl:relcl" and any(
            child.dep_ == "ccomp" for child in clause.children
        )
        return thought or is_past_infinitive(clause)
    return clause.dep_ == "ccomp"


def is_past_infinitive(clause: Node) -> bool:
    """Does it tell what happened before: "claims to have been attacked"?"""
    return any(child.dep_ == "aux" and has_form(child, "Inf") for child in clause.children)


def is_left_open(grammar: Grammar, clause: Node) -> bool:
    """Is it what somebody does not say: "did not say whether they had left"?

    Nor does he say what he asks for: "pediu que libertem os presos".
    """
    if is_subjunctive(clause) and effect_of(grammar, clause.head) == "demanded":
        return True
    marks = [child.lower_ for child in clause.children if child.dep_ == "mark"]
    asked = not grammar.language.conditionals.isdisjoint(marks)
    return asked and is_negated(grammar, clause.head)


def above_listener(grammar: Grammar, clause: Node) -> Node:
    """The word above a clause; for "told the agency that Kiev attacked" never the agency.

    Parsers take such a clause for a relative one, but its "that" has no place in it.
    """
    noun, verb = clause.head, clause.head.head
    heard = noun.dep_ in OBLIQUE_OR_OBJECT and has_case(noun) and is_speech(grammar, verb)
    marked = any(child.dep_ == "mark" for child in clause.children)
    return verb if clause.dep_ == "acl:relcl" and heard and marked else noun


def announcers(grammar: Grammar, noun: Node) -> list[Node]:
    """Who tells of an event noun in a participle: "the exit from the treaty, announced by Oslo"."""
    if not is_nominal(noun):
        return []
    for word in subtree(noun):
        told = word.i > noun.i and word.dep_ in TELLING and is_speech(grammar, word)
        if told and is_participle(word) and follows_punctuation(word):
            return [c for c in word.children if c.dep_ == "obl:agent"] or grammar.by_phrases(word)
    return []


def is_statement(clause: Node) -> bool:
    """No gerund, which reports no words, unless an auxiliary makes it a statement."""
    return not is_ongoing(clause) or any(child.dep_ == "aux" for child in clause.children)


def speakers_of(grammar: Grammar, verb: Node, clause: Node) -> list[Node]:
    """The subject of a verb of saying; after a quotation parsers may take it for the object."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECT]
    after = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i > clause.i]
    found = after if after and not subjects else grammar.logical_subject(verb)
    return [word for word in found if not is_dateline(word, found[-1])]


def is_dateline(word: Node, last: Node) -> bool:
    """Is it the place with which a report begins, taken for a subject: "MADRID (EFE) -- Oslo"?"""
    opens = word.i == word.sentence.start and word.pos_ == "PROPN"
    return opens and any(token.text in DASHES for token in nodes(word.doc)[word.i : last.i])


def is_loose_infinitive(verb: Node) -> bool:
    """An infinitive beside the main verb and without subject: whose words, no parse tells well."""
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    words = [verb, *(child for child in verb.children if child.dep_ == "aux")]
    return verb.dep_ == "advcl" and not subject and any(has_form(word, "Inf") for word in words)


def is_speech(grammar: Grammar, token: Node) -> bool:
    """A verb of saying."""
    return is_verbal(token) and token.lemma_ in grammar.lexicon.speech_verbs


def is_inserted(grammar: Grammar, verb: Node) -> bool:
    """Is the verb of saying finite, set off by punctuation and without words of its own to tell?

    Whom it is said to is nothing told: "disseram à agência duas fontes".
    """
    labels = {child.dep_ for child in verb.children if not is_untold(grammar, child)}
    told = "ccomp" in labels or {"nsubj", "obj"} <= labels or not labels.isdisjoint(("mark", "cc"))
    return not told and not has_form(verb, "Inf") and is_set_off(verb)


def is_untold(grammar: Grammar, word: Node) -> bool:
    """Who listens, a clitic, or the "as" of "as the paper said": nothing that is told."""
    if word.dep_ == "obj":
        return has_case(word) or word.pos_ == "PRON"
    return word.dep_ == "mark" and word.lower_ in grammar.language.likening


def own_speakers(grammar: Grammar, verb: Node) -> list[Node]:
    """The subject of an inserted verb of saying, which it never shares: "..., se informó"."""
    own = any(child.dep_ in (*SUBJECT, "obl:agent") for child in verb.children)
    return grammar.logical_subject(verb) if own else []


def is_likened(grammar: Grammar, verb: Node) -> bool:
    """A clause such as "as the paper said", which reports the one above."""
    below = verb.children
    return verb.dep_ == "advcl" and bool(below) and below[0].lower_ in grammar.language.likening


def is_set_off(verb: Node) -> bool:
    """Does punctuation stand right before or after the clause of a verb of saying?"""
    last = verb.right_edge.i
    return follows_punctuation(verb) or any(t.is_punct for t in nodes(verb.doc)[last : last + 2])


def is_inverted(grammar: Grammar, verb: Node) -> bool:
    """A verb taken for another clause, with its subject after it: "..., a dit Guterres"."""
    if verb.dep_ not in ("conj", "advcl"):
        return False
    after = any(child.dep_ == "nsubj" and child.i > verb.i for child in verb.children)
    return after or bool(late_speakers(grammar, verb))


def late_speakers(grammar: Grammar, verb: Node) -> list[Node]:
    """Those who can speak, after a verb without subject: parsers take them for the object.

    A noun such as "sources" only at the end: "condemned it, published a report and left".
    """
    below = verb.children
    if any(child.dep_ in (*SUBJECT, "ccomp") for child in below):
        return []
    after = [c for c in below if c.dep_ == "obj" and c.i > verb.i and not has_case(c)]
    last = all(
        token.is_punct for token in nodes(verb.doc)[verb.right_edge.i + 1 : verb.sentence.stop]
    )
    known = grammar.lexicon.actors | (grammar.lexicon.speech_nouns if last else frozenset())
    able = [c for c in after if c.pos_ == "PROPN" or c.lemma_ in known]
    shown = next((child for child in below if child.dep_ == "aux"), verb)
    return expand(c for c in able if feature(c, "Number") == feature(shown, "Number"))


def according_to(grammar: Grammar, clause: Node) -> list[Node]:
    """The nouns of "according to X and Y", "segundo X", "de acordo com X" below a clause."""
    if not grammar.cites(clause.first):
        return []
    for child in clause.children:
        inner = () if is_verbal(child) else child.children  # "acordo com X" hangs on "acordo"
        for noun in (child, *inner):
            if is_nominal(noun) and grammar.is_cited(noun) and may_be_cited(grammar, noun):
                return author_or_all(grammar, noun)
    return []


def author_or_all(grammar: Grammar, noun: Node) -> list[Node]:
    """Who made what is cited, else what is cited and its conjuncts."""
    return authors(grammar, noun) or expand([noun])


def may_be_cited(grammar: Grammar, noun: Node) -> bool:
    """Is it no treaty or event, by which something is done: "according to the agreement"?"""
    lexicon = grammar.lexicon
    if any(token.text[:1].isdigit() for token in nodes(noun.doc)[noun.i : noun.i + 2]):
        return False  # "according to article 8": a law
    if noun.lemma_ in lexicon.speech_nouns or noun.lemma_ in lexicon.actors:
        return True
    is_event = ("noun", noun.lemma_) in lexicon.by_trigger
    binding = noun.lemma_ in lexicon.classes.get("agreement", ()) or is_signed(grammar, noun)
    return not is_event and not binding


def is_signed(grammar: Grammar, noun: Node) -> bool:
    """Is it "the text that they signed", which binds them and tells nothing?"""
    clauses = [child for child in noun.children if child.dep_ in ("acl", "acl:relcl")]
    frames = grammar.lexicon.by_trigger
    return any(
        frame.type == "TreatySigned"
        for clause in clauses
        for frame in frames.get(("verb", clause.lemma_), ())
    )


def authors(grammar: Grammar, noun: Node) -> list[Node]:
    """Who made what is cited: "according to a list published by the ministry"."""
    for child in noun.children:
        made = child.lemma_ not in grammar.language.quoting  # not "sources quoted by a newspaper"
        if child.dep_ == "acl" and is_participle(child) and made:
            return grammar.logical_subject(child)
    return []
