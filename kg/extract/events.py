"""Find the events of a Doc: triggers, arguments and circumstances, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

from kg.extract.actors import Actors
from kg.extract.agreements import find_agreements
from kg.extract.attribution import find_speakers, may_be_speaker
from kg.extract.casualties import find_casualties
from kg.extract.circumstances import (
    choose_place,
    find_anchors,
    find_quantity,
    leave_place,
    locate_spots,
    place_path,
    share_out,
)
from kg.extract.dating import Dater, span_tokens, time_spans
from kg.extract.frames import FrameMatcher, Match
from kg.extract.inference import infer_target
from kg.extract.links import find_links, is_linking
from kg.extract.mentions import mention_at
from kg.extract.modality import find_modality, find_polarity
from kg.extract.phrases import noun_phrase
from kg.extract.places import Places
from kg.extract.quantity import find_quantities
from kg.extract.quantity_words import load_quantity_words
from kg.extract.relevance import Relevance
from kg.extract.slots import CLAUSAL, TIME_TOKENS, Grammar, is_asserted
from kg.extract.time import find_times
from kg.extract.tree import children
from kg.language import language
from kg.ontology.classes import event_class
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame, load_lexicon
from kg.ontology.neighbours import load_guesses
from kg.ontology.unpolitical import load_unpolitical
from kg.types import Argument, Attribution, Casualties, Event, Phrase, Place, Quantity, Time

NOUN_ABSORBING = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN"])
"""Roots whose object says what is agreed, asked, refused or threatened: no other event."""
CLAUSE_ABSORBING = NOUN_ABSORBING | {"ACCUSE"}
"""The same for clauses; what is alleged in an infinitive is part of the accusation."""
YIELDING = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())  # noqa: SIM905
REFUSAL = "Refusal"
"""What "will not meet" tells: both code books count it as a rejection, not as no meeting."""
FULL, PARTIAL, INFERRED, GUESSED = 1.0, 0.7, 0.5, 0.3
"""Score of an event with both actors resolved, of one that lacks one, of one with an actor that no
slot gives, and of one whose trigger no frame has."""


@Pipeline.factory(
    "events",
    requires=["doc.spans", "doc._.referents", "doc._.holdings", "token.dep", "token.lemma"],
    assigns=["doc._.events", "doc._.agreements"],
    default_config={"guess": True},
)
class EventFinder:
    """Component: sets `doc._.events` and `doc._.agreements`, tuples in text order.

    guess: also find coarse events at words that no frame has (`kg.ontology.neighbours`).
    """

    def __init__(self, nlp: Pipeline, name: str, guess: bool) -> None:
        self.grammar = Grammar(language(nlp.lang), load_lexicon(nlp.lang))
        self.actors = Actors(self.grammar, load_gazetteer())
        self.places = Places(self.actors)
        guesses = load_guesses(nlp.lang) if guess else {}
        self.matcher = FrameMatcher(self.grammar, self.actors, guesses)
        self.relevance = Relevance(self.actors, load_unpolitical(nlp.lang))
        for attribute in ("events", "agreements"):
            Doc.set_extension(attribute, default=(), force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        found = time_spans(doc, find_times(doc, published=doc.user_data.get("published")))
        doc.user_data[TIME_TOKENS] = frozenset(i for span, _ in found for i in span_tokens(span))
        matches = [leave_place(self.places, match) for match in self.find_matches(doc)]
        quantities = find_quantities(doc)
        casualties = self.casualties(doc, matches, quantities)
        anchors = [find_anchors(self.grammar, match) for match in matches]
        times = Dater(self.grammar, matches, found).date()
        spots = self.places.find(doc)
        near = share_out(locate_spots(spots), anchors, place_path)
        places = [
            choose_place(self.places, m, near.get(k, []), spots) for k, m in enumerate(matches)
        ]
        events = [
            replace(
                self.to_event(match, times.get(k, []), places[k], quantities),
                casualties=casualties.get(k, ()),
            )
            for k, match in enumerate(matches)
        ]
        doc._.events = tuple(find_links(self.grammar, matches, events))
        doc._.agreements = tuple(find_agreements(self.grammar, matches))
        return doc

    def find_matches(self, doc: Doc) -> Iterator[Match]:
        """The frames that fire in each sentence, without those absorbed or unpolitical."""
        named = {i for i, span in mention_at(doc).items() if span.id_ == "name"}
        for sent in doc.sents:
            words = [t for t in sent if t.i not in named and self.matcher.candidates(t)]
            triggers = [token for token in words if not is_linking(self.grammar, token)]
            found = [match for token in triggers for match in self.matcher.matches(token)]
            kept = [m for m in found if not is_absorbed(m, found)]
            yield from (m for m in kept if self.relevance.keeps(m))

    def casualties(
        self, doc: Doc, matches: Sequence[Match], quantities: Sequence[Quantity]
    ) -> dict[int, tuple[Casualties, ...]]:
        """Index of an event to those killed, wounded, captured or missing in it."""
        words = load_quantity_words(doc.lang_)
        if words is None or not quantities:
            return {}
        spans = [(doc.char_span(q.start, q.end, alignment_mode="expand"), q) for q in quantities]
        found = [(span, quantity) for span, quantity in spans if span is not None]
        return find_casualties(self.grammar, words.outcomes, matches, found)

    # ------------------------------------------------------------ one event

    def to_event(
        self,
        match: Match,
        times: Sequence[Time],
        place: Place | None,
        quantities: Sequence[Quantity],
    ) -> Event:
        """A match with its arguments and circumstances."""
        trigger, doc = match.trigger, match.trigger.doc
        verb = self.grammar.support(trigger)
        arguments = tuple(self.arguments(match))
        polarity = find_polarity(self.grammar, trigger, verb)
        modality = find_modality(self.grammar, trigger, verb)
        if self.denies(match.frame):
            polarity, modality = "positive", "actual"
        kind = match.frame.type
        if (polarity, modality) == ("negative", "planned") and event_class(kind).root in YIELDING:
            kind, polarity, modality = REFUSAL, "positive", "actual"
        return Event(
            type=kind,
            trigger=token_phrase(trigger),
            sentence=span_phrase(trigger.sent),
            arguments=arguments,
            rule=match.frame.id,
            score=GUESSED if match.frame.near else find_score(arguments),
            time=next(iter(times), None),
            place=place,
            quantity=find_quantity(doc, quantities, match),
            attribution=self.attribution(match),
            polarity=polarity,
            modality=modality,
        )

    def denies(self, frame: Frame) -> bool:
        """Is the negation part of the idiom: "não cumprir"?"""
        return any(self.grammar.language.negations & set(words) for words in frame.has.values())

    def arguments(self, match: Match) -> Iterator[Argument]:
        """The fillers of each role, one Argument for each entity that a filler names."""
        found = [
            argument
            for role in ("source", "target", "theme")
            for filler in match.roles[role]
            for argument in self.to_arguments(role, filler)
        ]
        if match.frame.reciprocal:
            found = face_each_other(found)
        yield from found
        if not any(argument.role == "target" for argument in found):
            yield from self.inferred_target(match)

    def inferred_target(self, match: Match) -> Iterator[Argument]:
        """The only other actor of the clause, where no slot of the frame gives a target."""
        head = infer_target(self.actors, match) if match.roles["source"] else None
        if head is not None:
            for argument in self.to_arguments("target", head):
                yield replace(argument, inferred=True)

    def to_arguments(self, role: str, filler: Token) -> Iterator[Argument]:
        """One Argument for each referent of a phrase, or one without a referent."""
        doc, span = filler.doc, self.argument_span(filler)
        bare = Argument(role, span.text, span.start_char, span.end_char)  # type: ignore[arg-type]
        iris = self.actors.referents(filler)
        if not iris and role != "theme":
            if len(owners := self.owners(filler)) > 1:
                for owner in owners:
                    yield from self.to_arguments(role, owner)
                return
            iris = self.actors.nested_referents(filler)
        if not iris:
            yield bare
        for iri in iris:
            actor = self.actors.as_actor(iri)
            yield replace(
                bare,
                entity=actor,
                country=self.actors.country(doc, actor),
                type=self.actors.type_of(doc, actor),
            )

    def owners(self, noun: Token) -> list[Token]:
        """The actors that share a noun: "French and German ministers"."""
        owners = [o for o in self.grammar.possessors(noun) if self.actors.referents(o)]
        joined = any(child.dep_ == "cc" for owner in owners for child in children(owner))
        return owners if joined else []

    def argument_span(self, filler: Token) -> Span:
        """The words of an argument: its phrase, title and name, or the name a pronoun takes up."""
        for holding in filler.doc._.holdings:
            title, person = holding.title, holding.person
            if person is not None and filler.i in (title.root.i, *range(person.start, person.end)):
                first = min(noun_phrase(title.root).start, person.start)
                return filler.doc[first : max(title.end, person.end)]
        if filler.pos_ == "PRON" and (antecedent := self.antecedent(filler)):
            return antecedent
        mention = mention_at(filler.doc).get(filler.i)
        named = mention is not None and mention.label_ == "PERSON"
        return mention if mention is not None and named else noun_phrase(filler)

    def antecedent(self, pronoun: Token) -> Span | None:
        """The last name before a pronoun, in its sentence, of what it stands for."""
        iris = self.actors.referents(pronoun)
        before = [
            span
            for span in pronoun.doc.spans["mentions"]
            if pronoun.sent.start <= span.start < pronoun.i and span.kb_id_ in iris
        ]
        return before[-1] if before else None

    def takes_part(self, match: Match, speaker: Token) -> bool:
        """Is who speaks the source of the event, by its words, by name or as a pronoun?"""
        sources = match.roles["source"]
        known = {iri for source in sources for iri in self.actors.referents(source)}
        if speaker in sources or not known.isdisjoint(self.actors.referents(speaker)):
            return True
        subjects = sources or self.grammar.logical_subject(match.trigger)
        unknown = [word for word in subjects if not self.actors.referents(word)]
        return any(may_be_speaker(word, speaker) for word in unknown)

    def attribution(self, match: Match) -> Attribution | None:
        """Who says so, None when it is the article itself."""
        trigger = match.trigger
        speakers = find_speakers(
            self.grammar, trigger, takes_part=lambda speaker: self.takes_part(match, speaker)
        )
        if not speakers:
            return None
        first, last = noun_phrase(speakers[0]), noun_phrase(speakers[-1])
        span = trigger.doc[min(first.start, last.start) : max(first.end, last.end)]
        iris = [self.actors.as_actor(iri) for s in speakers for iri in self.actors.referents(s)]
        return Attribution(span.text, span.start_char, span.end_char, tuple(dict.fromkeys(iris)))


def face_each_other(arguments: Sequence[Argument]) -> list[Argument]:
    """Participants of a reciprocal event that one phrase names ("the two leaders met")."""
    roles = {argument.role for argument in arguments}
    if "target" in roles or "source" not in roles:
        return list(arguments)
    first, *others = [argument for argument in arguments if argument.role == "source"]
    rest = [argument for argument in arguments if argument.role == "theme"]
    return [first, *(replace(other, role="target") for other in others), *rest]


def is_absorbed(match: Match, others: Sequence[Match]) -> bool:
    """Is the event only what another one agrees, asks or threatens, or its object's noun?"""
    head = match.trigger.head
    for other in others:
        if other.trigger.i != head.i or other.trigger.i == match.trigger.i or other.frame.near:
            continue
        root = event_class(other.frame.type).root
        if (
            match.trigger.dep_ in CLAUSAL
            and root in CLAUSE_ABSORBING
            and not is_asserted(match.trigger)
        ):
            return True
        same_root = event_class(match.frame.type).root == root
        if match.trigger.dep_ in ("obj", "nsubj:pass") and (same_root or root in NOUN_ABSORBING):
            return True
    return False


def find_score(arguments: Sequence[Argument]) -> float:
    """How much of an event the rule itself found."""
    if any(argument.inferred for argument in arguments):
        return INFERRED
    return FULL if has_both_actors(arguments) else PARTIAL


def has_both_actors(arguments: Sequence[Argument]) -> bool:
    """Are a source and a target resolved to entities?"""
    return {"source", "target"} <= {a.role for a in arguments if a.entity is not None}


def token_phrase(token: Token) -> Phrase:
    """A token with its offsets."""
    return Phrase(token.text, token.idx, token.idx + len(token))


def span_phrase(span: Span) -> Phrase:
    """A span with its offsets, without the white space around it."""
    text = span.text.strip()
    start = span.start_char + span.text.index(text)
    return Phrase(text, start, start + len(text))
