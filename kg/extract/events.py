"""Find the events of a Doc: triggers, arguments and circumstances, sentence by sentence."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span, Token

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
from kg.extract.syntax.participants import is_infinitive
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.scope import is_attendant
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.speech import find_speakers, may_be_speaker
from kg.extract.syntax.tokens import (
    CLAUSAL,
    has_form,
    is_asserted,
    is_ongoing,
    is_participle,
    is_verbal,
)
from kg.extract.syntax.tree import children, sentence, text_of
from kg.extract.time.expressions import read_times
from kg.language import language
from kg.ontology.classes import event_class
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame, load_lexicon
from kg.ontology.neighbours import load_guesses
from kg.ontology.unpolitical import load_unpolitical
from kg.types import Argument, Attribution, Casualties, Event, Phrase, Place, Quantity, Time

ALLEGING = "ACCUSE"
NOUN_ABSORBING = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN"])
"""Roots whose object says what is agreed, asked, refused or threatened: no other event."""
CLAUSE_ABSORBING = NOUN_ABSORBING | {ALLEGING}
"""The same for clauses; what is alleged in an infinitive is part of the accusation."""
DEMANDING = "REQUEST"
REFUSING = "REJECT"
YIELDING = frozenset("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT".split())  # noqa: SIM905
CARRIED = frozenset(["acl", "amod"])
"""Labels of a participle that says what is done with the noun above it."""
EXPELLING = "Expulsion"
"""Class of what an infinitive may say: "gave the envoy two days to leave"."""
FORCING = "Coercion"
"""Class of making somebody do something."""
PROTESTING = "PROTEST"
FORCEFUL = frozenset(["ASSAULT", "COERCE"])
"""Roots of what is done by force, to an end that is part of it: "fired to disperse them"."""
AIMED = frozenset(["advcl", "acl", "xcomp"])
"""Labels of the clause that tells to what end something is done."""
AGREEMENT = frozenset(["AgreementReached", "CeasefireAgreed"])
OF_AGREEMENT = AGREEMENT | {
    "TreatySigned",
    "TreatyRatified",
    "AgreementSuspended",
    "Defiance",
    "CeasefireDeclared",
}
"""Classes of what is done to an agreement that is there already, or that is made by it."""
EXERCISE = "MilitaryExercise"
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
        for _, words in groupby(triggers, key=lambda token: sentence(token).start):
            found = [match for token in words for match in self.matcher.matches(token)]
            told = [match for match in found if not is_epithet(self.actors, match)]
            kept = [
                self.with_aim(match, told) for match in told if not self.is_absorbed(match, told)
            ]
            yield from (m for m in kept if self.relevance.keeps(m) and not is_repeated(m, kept))

    def find_triggers(self, doc: Doc) -> Iterator[Token]:
        """The words that have frames, without those of names and linking phrases, in text order."""
        mentions = mention_at(doc)
        for token in self.matcher.find_candidates(doc):
            mention = mentions.get(token.i)
            is_name = mention is not None and mention.id_ == "name"
            if not (is_name or is_linking(self.grammar, token)):
                yield token

    def is_absorbed(self, match: Match, others: Sequence[Match]) -> bool:
        """Is the event part of another one? What is demanded of somebody stands for itself."""
        others = [other for other in others if other is not match]
        absorbing = [o for o in others if absorbs(o, match) or self.is_offered(o, match)]
        if not absorbing:
            return False
        if any(event_class(other.frame.type).root != DEMANDING for other in absorbing):
            return True
        support = self.grammar.support(match.trigger)
        modality = find_modality(self.grammar, match.trigger, support)
        bosses = [source for other in absorbing for source in other.roles["source"]]
        # "Ordered his men to leave": they are to leave; "promised to leave" is one event.
        ordered = modality == "planned" and not any(s in bosses for s in match.roles["source"])
        return not (ordered or modality == "demanded")

    def with_aim(self, match: Match, others: Sequence[Match]) -> Match:
        """An act with the target that only its aim tells: "marched to protest against Oslo"."""
        if any(map(self.actors.is_actor, match.roles["target"])):
            return match
        aims = [other.roles["target"] for other in others if is_aim(match, other)]
        target = next(filter(None, aims), None)
        return replace(match, roles={**match.roles, "target": target}) if target else match

    def is_offered(self, other: Match, match: Match) -> bool:
        """Is it to come of the object of an offer or the like: "proposed a start of talks"?

        So is what an infinitive says of it: "refused the request to send troops".
        """
        word, above = match.trigger, match.trigger.head
        below = above.dep_ == "obj" and above.head.i == other.trigger.i
        if not below or event_class(other.frame.type).root not in NOUN_ABSORBING:
            return False
        if word.dep_ == "acl":
            return has_form(word, "Inf")
        planned = find_modality(self.grammar, word, self.grammar.support(word)) == "planned"
        return word.dep_ == "nmod" and planned

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
        if sentence(match.trigger).start not in counts.sentences:
            return None
        hit = [found.quantity for found in casualties]
        if match.frame.type in KILLING:
            hit = [found.quantity for found in casualties if found.outcome == "killed"]
            return next(iter(hit), None) or counts.find(match, self.subjects(match))
        return counts.find(match, self.subjects(match)) or next(iter(hit), None)

    def subjects(self, match: Match) -> list[Token]:
        """The subjects of a verb, or for a noun without a source of the verb that it is set in."""
        verb: Token | None = match.trigger
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
        told = sentence(trigger)
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

    def takes_part(self, match: Match, speaker: Token) -> bool:
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

    def is_own_country(self, noun: Token) -> bool:
        """Is it "his country", for which a minister speaks?"""
        language = self.grammar.language
        own = any(child.lower_ in language.possessives for child in children(noun))
        return own and noun.lemma_ in language.country_nouns | language.government_nouns

    def attribution(self, match: Match) -> Attribution | None:
        """Who says so, None when it is the article itself."""
        trigger = match.trigger
        speakers = find_speakers(
            self.grammar, trigger, takes_part=lambda speaker: self.takes_part(match, speaker)
        )
        return self.to_attribution(speakers)

    def to_attribution(self, speakers: Sequence[Token]) -> Attribution | None:
        """Those who say so as a value, None for nobody."""
        if not speakers:
            return None
        first, last = noun_phrase(speakers[0]), noun_phrase(speakers[-1])
        span = first.doc[min(first.start, last.start) : max(first.end, last.end)]
        iris = [self.actors.as_actor(iri) for s in speakers for iri in self.actors.referents(s)]
        return Attribution(span.text, span.start_char, span.end_char, tuple(dict.fromkeys(iris)))


def is_epithet(actors: Actors, match: Match) -> bool:
    """Does it say what an actor is like: "Iran-backed rebels", but no "US-brokered truce"?"""
    participle = match.trigger
    joined = participle.i > 0 and participle.nbor(-1).text == "-"
    return joined and participle.dep_ == "amod" and actors.is_actor(participle.head)


def is_repeated(match: Match, others: Sequence[Match]) -> bool:
    """Does another frame of the same class tell the same of the word, and more?"""
    return any(
        other is not match
        and other.trigger == match.trigger
        and other.frame.type == match.frame.type
        and is_fuller(other, match)
        for other in others
    )


def is_fuller(one: Match, other: Match) -> bool:
    """Has a match all the fillers of another one in their roles, and others beside them?"""
    filled = [{(role, t.i) for role, found in m.roles.items() for t in found} for m in (one, other)]
    return filled[0] > filled[1]


def absorbs(other: Match, match: Match) -> bool:
    """Is an event only what another one agrees, asks or threatens, or its object's noun?"""
    trigger, root = match.trigger, event_class(other.frame.type).root
    if retells(other, match) or is_means(other, match) or is_aim(other, match):
        return True
    if trigger in other.roles.get("theme", ()) and (
        is_agreed(other, match) or other.frame.type == EXERCISE
    ):
        return True  # what is rehearsed is not done
    if root == ALLEGING and is_laid_to(other, match):
        return True
    if other.frame.near or other.trigger.i != trigger.head.i or other.trigger.i == trigger.i:
        return False
    told = is_asserted(trigger) or is_attendant(trigger)
    saying = root in CLAUSE_ABSORBING or other.frame.type == EXPELLING
    if trigger.dep_ in CLAUSAL and saying and not told:
        return True
    same_root = event_class(match.frame.type).root == root
    if same_root and is_idiom(other, match):
        return True
    if is_agreed(other, match):
        return True
    if root == REFUSING and is_of_others(other, match):
        return False
    return trigger.dep_ in ("obj", "nsubj:pass") and (same_root or root in NOUN_ABSORBING)


def is_laid_to(other: Match, match: Match) -> bool:
    """Is it what the target is accused of, which parsers hang on him: "de ter matado"?"""
    clause = match.trigger
    accused = clause.dep_ == "acl" and clause.head in other.roles.get("target", ())
    return accused and is_infinitive(clause)


def retells(other: Match, match: Match) -> bool:
    """Does the participle of an event noun tell of the same and no less: "the loans granted by"?"""
    noun, verb = match.trigger, other.trigger
    if verb.head.i != noun.i or verb.dep_ not in CARRIED or is_verbal(noun):
        return False
    if not is_participle(verb):
        return False
    same_root = event_class(match.frame.type).root == event_class(other.frame.type).root
    told = [sum(bool(m.roles.get(role)) for role in ("source", "target")) for m in (other, match)]
    return (same_root or is_agreed(other, match)) and told[0] >= told[1]


def is_means(other: Match, match: Match) -> bool:
    """Is it only that somebody had to do what is told: "was forced to resign"? By whom counts."""
    forced = match.frame.type == FORCING and not match.roles.get("source")
    return forced and other.trigger.dep_ in CLAUSAL and other.trigger.head.i == match.trigger.i


def is_aim(other: Match, match: Match) -> bool:
    """Is it only to what end people do the same: "a rally to protest", "fired to disperse them"?"""
    aim, act = match.trigger, other.trigger
    roots = {event_class(m.frame.type).root for m in (other, match)}
    done = is_asserted(aim) or is_participle(aim)
    told = done or (is_ongoing(aim) and not is_attendant(aim))
    if len(roots) > 1 or aim.dep_ not in AIMED or told or not is_verbal(aim):
        return False
    if not (roots == {PROTESTING} or (roots <= FORCEFUL and has_form(aim, "Inf"))):
        return False
    return aim.head == act or (act.dep_ in ("obj", "nsubj:pass") and aim.head == act.head)


def is_idiom(other: Match, match: Match) -> bool:
    """Is it the noun of an idiom, and not told of more: "died in an attack on the embassy"?"""
    known = {filler.i for fillers in other.roles.values() for filler in fillers}
    more = any(target.i not in known for target in match.roles.get("target", ()))
    return not more and any(match.trigger.lemma_ in words for words in other.frame.has.values())


def is_agreed(other: Match, match: Match) -> bool:
    """Is it the agreement that somebody signs, breaks or leaves? That one is no new agreement."""
    noun, frame = match.trigger, other.frame
    if match.frame.type not in AGREEMENT or frame.type not in OF_AGREEMENT or is_verbal(noun):
        return False
    named = any(noun.lemma_ in words for words in frame.has.values())
    return named or ("theme" in frame.where and noun in other.roles["theme"])


def is_of_others(other: Match, match: Match) -> bool:
    """Did somebody else ask or accuse what is refused: "rejected the demands of the rebels"?"""
    own = [source for source in match.roles["source"] if match.trigger.is_ancestor(source)]
    told = event_class(match.frame.type).root in ANSWERED
    return told and bool(own) and not any(source in other.roles["source"] for source in own)


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


def token_phrase(token: Token) -> Phrase:
    """A token with its offsets."""
    return Phrase(token.text, token.idx, token.idx + len(token))


def span_phrase(span: Span) -> Phrase:
    """A span with its offsets, without the white space around it."""
    said = text_of(span.doc)[span.start_char : span.end_char]
    text = said.strip()
    start = span.start_char + said.index(text)
    return Phrase(text, start, start + len(text))
