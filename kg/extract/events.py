"""Find the events of a Doc: triggers, arguments and circumstances, sentence by sentence."""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.extract.absorbing import Absorber, is_repeated
from kg.extract.annotations import mention_at
from kg.extract.circumstances.casualties import find_casualties
from kg.extract.circumstances.counting import Counts, locate_quantities
from kg.extract.circumstances.dating import Dater, span_tokens, time_spans
from kg.extract.circumstances.denial import find_denial
from kg.extract.circumstances.links import find_links, is_linking
from kg.extract.circumstances.modality import find_modality, is_scheduled
from kg.extract.circumstances.places import Places
from kg.extract.circumstances.placing import find_places, leave_place
from kg.extract.circumstances.relative import Step, date_beside
from kg.extract.frames.agreements import find_agreements
from kg.extract.frames.arguments import ArgumentBuilder
from kg.extract.frames.inference import ANSWERED
from kg.extract.frames.matching import FrameMatcher, Match
from kg.extract.frames.relevance import Relevance
from kg.extract.mentions.actors import Actors
from kg.extract.quantity.expressions import find_quantities
from kg.extract.quantity.words import load_quantity_words
from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.speech import find_speakers, may_be_speaker
from kg.extract.syntax.tokens import (
    is_verbal,
)
from kg.extract.syntax.tree import Node, text_of
from kg.extract.time.expressions import read_times
from kg.language import language
from kg.ontology.classes import event_class
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame, load_lexicon
from kg.ontology.neighbours import load_guesses
from kg.ontology.unpolitical import load_unpolitical
from kg.types import Argument, Attribution, Casualties, Event, Phrase, Place, Quantity, Time

YIELDING = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())  # noqa: SIM905
KILLING = frozenset(["Assassination", "Execution", "Killing"])
"""Classes of events whose number is that of the dead."""
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
        self.absorber = Absorber(self.grammar, self.actors)
        self.places = Places(self.actors)
        self.arguments = ArgumentBuilder(self.actors)
        guesses = load_guesses(nlp.lang) if guess else {}
        self.matcher = FrameMatcher(self.grammar, self.actors, guesses)
        self.relevance = Relevance(self.actors, load_unpolitical(nlp.lang))
        for attribute in ("events", "agreements"):
            Doc.set_extension(attribute, default=(), force=True)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate the Doc in place and return it."""
        read = read_times(doc, published=doc.user_data.get("published"))
        found = time_spans(doc, [time for time, _ in read])
        doc.user_data[TIME_TOKENS] = frozenset(i for span, _ in found for i in span_tokens(span))
        matches = [leave_place(self.places, match) for match in self.find_matches(doc)]
        counts = locate_quantities(doc, find_quantities(doc))
        hit = self.casualties(doc, matches, counts)
        points = dict(read)
        steps = [Step(span, t, points[t]) for span, t in found if points[t].kind == "beside"]
        times = Dater(self.grammar, matches, found).date()
        times = date_beside(self.grammar, matches, times, steps)
        ahead = {time for time, point in read if point.is_ahead}
        places = find_places(self.places, doc, matches)
        events = [
            self.to_event(match, times.get(k, []), places[k], counts, hit[k], ahead)
            for k, match in enumerate(matches)
        ]
        doc._.events = tuple(find_links(self.grammar, matches, events))
        doc._.agreements = tuple(find_agreements(self.grammar, matches))
        return doc

    def find_matches(self, doc: Doc) -> Iterator[Match]:
        """The frames that fire in each sentence, without those absorbed or unpolitical."""
        triggers = self.find_triggers(doc)
        for _, words in groupby(triggers, key=lambda token: token.sentence.start):
            found = [match for token in words for match in self.matcher.matches(token)]
            kept = self.absorber.drop_parts(found)
            yield from (m for m in kept if self.relevance.keeps(m) and not is_repeated(m, kept))

    def find_triggers(self, doc: Doc) -> Iterator[Node]:
        """The words that have frames, without those of names and linking phrases, in text order."""
        mentions = mention_at(doc)
        for token in self.matcher.find_candidates(doc):
            mention = mentions.get(token.i)
            is_name = mention is not None and mention.id_ == "name"
            if not (is_name or is_linking(self.grammar, token)):
                yield token

    def casualties(
        self, doc: Doc, matches: Sequence[Match], counts: Counts
    ) -> list[tuple[Casualties, ...]]:
        """Those killed, wounded, captured or missing in each event."""
        words = load_quantity_words(doc.lang_)
        if words is None or not counts.found:
            return [()] * len(matches)
        found = find_casualties(self.grammar, words.outcomes, matches, counts.found)
        return [found.get(k, ()) for k in range(len(matches))]

    def quantity(
        self, match: Match, counts: Counts, casualties: Sequence[Casualties]
    ) -> Quantity | None:
        """How many of what take part, else how many were hit."""
        if match.trigger.sentence.start not in counts.sentences:
            return None
        hit = [found.quantity for found in casualties]
        if match.frame.type in KILLING:
            hit = [found.quantity for found in casualties if found.outcome == "killed"]
            return next(iter(hit), None) or counts.find(match, self.subjects(match))
        return counts.find(match, self.subjects(match)) or next(iter(hit), None)

    def subjects(self, match: Match) -> list[Node]:
        """The subjects of a verb, or for a noun without a source of the verb that it is set in."""
        verb: Node | None = match.trigger
        if not is_verbal(match.trigger):
            verb = None if match.roles["source"] else self.grammar.setting(match.trigger)
        return [] if verb is None else self.grammar.logical_subject(verb)

    # ------------------------------------------------------------ one event

    def to_event(
        self,
        match: Match,
        times: Sequence[Time],
        place: Place | None,
        counts: Counts,
        casualties: tuple[Casualties, ...],
        ahead: Set[Time],
    ) -> Event:
        """A match with its arguments and circumstances. ahead: times that lie in the future."""
        trigger = match.trigger
        told = trigger.sentence
        verb = self.grammar.support(trigger)
        arguments = self.arguments.build(match)
        modality = find_modality(self.grammar, trigger, verb)
        dated = times and times[0] in ahead and is_scheduled(verb or trigger)
        if modality == "actual" and (match.frame.planned or dated):
            modality = "planned"  # "is due in Oslo", "meets him tomorrow"
        polarity, deniers = find_denial(self.grammar, trigger, verb)
        if self.denies(match.frame) or (deniers and is_claim(match)):
            polarity, modality, deniers = "positive", "actual", []
        kind = match.frame.type
        refused = (polarity, modality) == ("negative", "planned") and not deniers
        if refused and event_class(kind).root in YIELDING:
            kind, polarity, modality = REFUSAL, "positive", "actual"
        return Event(
            type=kind,
            trigger=token_phrase(trigger),
            sentence=span_phrase(Span(trigger.doc, told.start, told.stop)),
            arguments=arguments,
            rule=match.frame.id,
            score=GUESSED if match.frame.near else find_score(arguments),
            time=next(iter(times), None),
            place=place,
            quantity=self.quantity(match, counts, casualties),
            casualties=casualties,
            attribution=self.attribution(match),
            polarity=polarity,
            modality=modality,
            denied_by=self.to_attribution(deniers),
        )

    def denies(self, frame: Frame) -> bool:
        """Is the negation part of the idiom: "não cumprir"?"""
        return any(self.grammar.language.negations & set(words) for words in frame.has.values())

    def takes_part(self, match: Match, speaker: Node) -> bool:
        """Is who speaks the source of the event, by its words, by name or as a pronoun?"""
        sources = match.roles["source"]
        known = {iri for source in sources for iri in self.actors.referents(source)}
        if speaker in sources or any(map(self.is_own_country, sources)):
            return True
        # An admiral who says what his state did is no party to it.
        official = speaker.pos_ == "NOUN" and all(s.pos_ == "PROPN" for s in sources)
        if not official and not known.isdisjoint(self.actors.referents(speaker)):
            return True
        subjects = sources or self.grammar.logical_subject(match.trigger)
        unknown = [word for word in subjects if not self.actors.referents(word)]
        return any(may_be_speaker(word, speaker) for word in unknown)

    def is_own_country(self, noun: Node) -> bool:
        """Is it "his country", for which a minister speaks?"""
        language = self.grammar.language
        own = any(child.lower_ in language.possessives for child in noun.children)
        return own and noun.lemma_ in language.country_nouns | language.government_nouns

    def attribution(self, match: Match) -> Attribution | None:
        """Who says so, None when it is the article itself."""
        trigger = match.trigger
        speakers = find_speakers(
            self.grammar, trigger, takes_part=lambda speaker: self.takes_part(match, speaker)
        )
        return self.to_attribution(speakers)

    def to_attribution(self, speakers: Sequence[Node]) -> Attribution | None:
        """Those who say so as a value, None for nobody."""
        if not speakers:
            return None
        first, last = noun_phrase(speakers[0]), noun_phrase(speakers[-1])
        span = first.doc[min(first.start, last.start) : max(first.end, last.end)]
        iris = [self.actors.as_actor(iri) for s in speakers for iri in self.actors.referents(s)]
        return Attribution(span.text, span.start_char, span.end_char, tuple(dict.fromkeys(iris)))


def is_claim(match: Match) -> bool:
    """Is it a noun for an accusation, request or threat? Who dismisses one was told it."""
    return event_class(match.frame.type).root in ANSWERED and not is_verbal(match.trigger)


def find_score(arguments: Sequence[Argument]) -> float:
    """How much of an event the rule itself found."""
    if any(argument.inferred for argument in arguments):
        return INFERRED
    return FULL if has_both_actors(arguments) else PARTIAL


def has_both_actors(arguments: Sequence[Argument]) -> bool:
    """Are a source and a target resolved to entities?"""
    return {"source", "target"} <= {a.role for a in arguments if a.entity is not None}


def token_phrase(token: Node) -> Phrase:
    """A token with its offsets."""
    return Phrase(token.text, token.idx, token.idx + len(token))


def span_phrase(span: Span) -> Phrase:
    """A span with its offsets, without the white space around it."""
    said = text_of(span.doc)[span.start_char : span.end_char]
    text = said.strip()
    start = span.start_char + said.index(text)
    return Phrase(text, start, start + len(text))
