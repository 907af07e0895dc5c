"""Is an event politics? Sport, nature, fiction, business and private life borrow its words.

An event needs a political participant: a state, an organisation or person of the gazetteer, who
holds an office anywhere in the text, an armed group, a community, or a generic actor. Private
persons, names of whom nothing is said, and companies are none, natural forces do not act, and laws
and crises ask or help nobody. In a sentence or an article that the words of a field mark, names
alone are not enough: there Croatia is a team and an unknown organisation a company.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract.annotations import known, mention_at
from kg.extract.frames.matching import Match
from kg.extract.frames.topics import Topics
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tokens import is_asserted, is_passive, is_verbal
from kg.extract.syntax.tree import Node, root_of
from kg.language.trees.regrouping import NAMING
from kg.ontology.classes import event_class
from kg.ontology.unpolitical import Idiom, UnpoliticalWords

SPORT = "sport"
LITERAL = frozenset(["AGREE", "CONSULT", "ACCUSE", "SANCTION"])
LITERAL_CLASSES = frozenset(["Arrest", "Deportation", "Sentencing", "Seizure", "Execution"])
"""Roots and classes that nobody uses of a game: there a state is a state, also beside sport."""
GAMES = frozenset(["Meeting", "Visit"])
"""Classes that are told of games all the same: "Norway met Spain", "visit Oslo on Sunday"."""
ACTS_OF_STATE = LITERAL_CLASSES | {"Release"}
"""Classes of what only those in power do, to anybody whose name is told."""
PUBLIC_WITHOUT_SOURCE = frozenset(["ASSAULT", "SANCTION"])
"""Roots whose victims may be private where the text does not say who did it."""
DONE_BY_THINGS = frozenset(["ASSAULT", "PROTEST", "ACCUSE"])
"""Roots of what bombs do, what protests are and what reports say."""
SAID_ALONE = frozenset(["Demonstration", "OfferMade"])
"""Classes of what a noun for one person's words is not, nobody being addressed."""
WORDS_ALONE = frozenset("AGREE CONSULT SUPPORT COOPERATE REQUEST REJECT THREATEN".split())  # noqa: SIM905
"""Roots of acts that tell nothing without who does them: "the minister was asked to wait"."""
QUOTED = frozenset(["ccomp", "parataxis"])
"""Labels of what somebody says, which may stand before who says it."""
KIN_OF = frozenset(["nmod", "nmod:poss"])
"""Labels of whose son or neighbour someone is."""
DESCRIBING = frozenset(["appos", "flat", "compound", "nmod", "amod"])
"""Labels of what says who someone is."""
BEARING = NAMING | {"nmod"}
"""Labels of a name after a demonym."""


@dataclass(frozen=True)
class Relevance:
    """Tells political matches from others by the words of one language."""

    actors: Actors
    words: UnpoliticalWords

    @cached_property
    def topics(self) -> Topics:
        """What sentences are about."""
        return Topics(self.words)

    @cached_property
    def idioms(self) -> Mapping[str, Sequence[Idiom]]:
        """Lemma to its idioms."""
        found: dict[str, list[Idiom]] = defaultdict(list)
        for idiom in self.words.idioms:
            for lemma in idiom.lemmas:
                found[lemma].append(idiom)
        return found

    def keeps(self, match: Match) -> bool:
        """Is the match an event of politics, as far as its words tell? Anybody may protest."""
        if self.is_natural(match) or self.is_fiction(match):
            return False
        if self.is_idiom(match) or self.is_by_thing(match) or self.is_talk(match):
            return False
        if self.is_anonymous(match):
            return False
        protest = event_class(match.frame.type).root == "PROTEST"
        return protest or not (self.is_private(match) or self.is_of_field(match))

    # ------------------------------------------------------------ nature and fiction

    def is_natural(self, match: Match) -> bool:
        """Does a natural force or an accident do it, or do people die in one?"""
        trigger = match.trigger
        if self.words.forces.isdisjoint(self.topics.said(trigger.first)):
            return False
        doers = match.roles["source"] or self.actors.grammar.fillers(trigger, "nsubj")
        if any(self.is_force(token) for token in doers):
            return True
        if match.roles["source"] or event_class(match.frame.type).root != "ASSAULT":
            return False
        return any(
            child.dep_ in ("obl", "nmod") and self.is_force(child) for child in trigger.children
        )

    def is_force(self, token: Node) -> bool:
        """ "Typhoon Thelma", but no "flood of refugees"."""
        named = mention_at(token.doc).get(token.i)
        words: list[Node] = [token, *(named or ())]
        return any(is_among(word, self.words.forces) for word in words) and not any(
            child.dep_ == "nmod" and self.actors.is_generic(child) for child in token.children
        )

    def is_fiction(self, match: Match) -> bool:
        """Does it happen in a film or novel? What is done to the work itself is real."""
        below = match.trigger
        if self.words.works.isdisjoint(self.topics.said(below.first)):
            return False
        objects = self.actors.grammar.fillers(match.trigger, "obj")
        if any(is_among(token, self.words.works) for token in objects):
            return False
        if any(self.is_within_work(verb) for verb in (below, *below.ancestors)):
            return True
        for above in match.trigger.ancestors:
            if below.dep_.startswith("acl") and is_among(above, self.words.works):
                return True
            if is_among(above, self.words.tells) and self.has_work(above):
                return True
            below = above
        return False

    def is_within_work(self, verb: Node) -> bool:
        """ "In the novel, a spy kills", but no "in a series of attacks"."""
        locative = self.actors.grammar.language.locative
        return any(
            child.dep_ == "obl"
            and is_among(child, self.words.works)
            and self.actors.grammar.preposition(child) in locative
            and not any(inner.dep_ == "nmod" for inner in child.children)
            for child in verb.children
        )

    def has_work(self, verb: Node) -> bool:
        """Is a work of fiction the subject?"""
        subjects = self.actors.grammar.logical_subject(verb) if is_verbal(verb) else []
        return any(is_among(token, self.words.works) for token in subjects)

    # ------------------------------------------------------------ words that mean something else

    def is_idiom(self, match: Match) -> bool:
        """Does the word with others tell of no event: "declined to comment", "cold war"?"""
        trigger, fillers = match.trigger, self.actors.grammar.fillers
        return any(
            all(
                any(is_among(filler, words) for filler in fillers(trigger, slot))
                for slot, words in idiom.has.items()
            )
            for idiom in self.idioms.get(trigger.lemma_, ())
        )

    def is_by_thing(self, match: Match) -> bool:
        """Is a law, a result or the like the subject of what only somebody can do?"""
        trigger = match.trigger
        if event_class(match.frame.type).root in DONE_BY_THINGS or not is_verbal(trigger):
            return False
        doers = self.actors.grammar.logical_subject(trigger)
        return bool(doers) and all(
            is_among(doer, self.words.things) and not self.takes_part(doer) for doer in doers
        )

    def is_talk(self, match: Match) -> bool:
        """What a politician does with words alone: a quarrel, an idea, "I agree", said he."""
        kind, trigger = match.frame.type, match.trigger
        sources, targets = match.roles["source"], match.roles["target"]
        if kind == "ArmedClash":
            return self.are_individuals(sources or targets)
        if is_verbal(trigger):
            said = any(c.dep_ in QUOTED and c.i < trigger.i for c in trigger.children)
            return kind == "Agreeing" and not targets and (said or trigger.dep_ == "parataxis")
        alone = kind in SAID_ALONE and not targets
        return alone and self.are_individuals(sources)

    def are_individuals(self, sides: list[Node]) -> bool:
        """One person, or several of whom each is named."""
        return bool(sides) and all(map(self.actors.is_individual, sides))

    # ------------------------------------------------------------ participants

    def is_anonymous(self, match: Match) -> bool:
        """Is it an act of words of which nobody is told, towards nobody with a name?"""
        if match.roles["source"] or event_class(match.frame.type).root not in WORDS_ALONE:
            return False
        if self.is_elliptic(match.trigger) and any(
            self.actors.is_generic(target) for target in match.roles["target"]
        ):
            return False
        return not any(map(self.actors.all_referents, match.roles["target"]))

    def is_elliptic(self, verb: Node) -> bool:
        """A finite active verb, of which the sentence before tells who does it: "Exigiu ao rei"."""
        active = is_verbal(verb) and is_asserted(verb) and not is_passive(verb)
        return active and not self.actors.grammar.logical_subject(verb)

    def is_private(self, match: Match) -> bool:
        """Are all who take part private persons or companies, but for a court?"""
        root, sources = event_class(match.frame.type).root, self.doers(match)
        if not sources and root in PUBLIC_WITHOUT_SOURCE:
            return False
        fillers = [self.bearer(t) for t in sources + match.roles["target"]]
        anybody = root == "ASSAULT" or match.frame.type in ACTS_OF_STATE
        private = [
            t
            for t in fillers
            if self.is_private_actor(t) or (not anybody and self.is_unknown_person(t))
        ]
        others = [t for t in fillers if t not in private and self.takes_part(t)]
        return bool(private) and all(is_among(t, self.words.justice) for t in others)

    def doers(self, match: Match) -> list[Node]:
        """The source, or a private person as the subject: "robbers", who is no generic actor."""
        trigger = match.trigger
        if match.roles["source"] or not is_verbal(trigger):
            return match.roles["source"]
        return [t for t in self.actors.grammar.logical_subject(trigger) if self.is_private_actor(t)]

    def takes_part(self, token: Node) -> bool:
        """An actor, or a body of one; the fire that a neighbour is accused of is none."""
        return self.actors.is_actor(token) or self.actors.is_owned(token)

    def is_private_actor(self, token: Node) -> bool:
        """A private person or a company, by its noun or as "the Japanese Isuzu"; no ruler's son."""
        if self.heads_private(token):
            return True
        if is_among(token, self.words.people):
            kin = (child for child in token.children if self.is_kin(child))
            return not any(map(self.is_known, (token, *kin)))
        qualified = is_demonym(token.head) and token.dep_ in BEARING
        return qualified and bool(self.actors.referents(token)) and not self.is_known(token)

    def is_unknown_person(self, token: Node) -> bool:
        """The name of nobody in the gazetteer, of whom the text says no office, state or body."""
        if not self.actors.is_person(token) or self.is_known(token):
            return False
        about = [c for c in token.children if c.dep_ in DESCRIBING]
        if any(self.actors.heads_actor(w.lemma_.lower()) for w in (token, token.head, *about)):
            return False
        if any(map(self.actors.nested_referents, about)):  # "John, head of the union"
            return False
        said, iris = known(token.doc), self.actors.referents(token)
        return not any(iri in said.notables or iri in said.countries for iri in iris)

    def heads_private(self, token: Node) -> bool:
        """Does someone hold office in a company, school or club: "the president of the club"?"""
        offices = known(token.doc)
        held = offices.holders.get(token.i)
        title = root_of(held[0]) if held else token
        return title.i in offices.titles and any(
            is_among(body, self.words.people) and not self.is_known(body)
            for body in title.children
            if body.dep_ in KIN_OF
        )

    def is_kin(self, owner: Node) -> bool:
        """Does a word under a person say whose: "the son of", no "scientists in"?"""
        word = self.actors.grammar.preposition(owner)
        genitive = self.actors.grammar.language.genitive
        return owner.dep_ in KIN_OF and (owner.dep_ == "nmod:poss" or not word or word in genitive)

    def bearer(self, token: Node) -> Node:
        """Who bears a demonym: "Isuzu" of "the Japanese Isuzu"; else the token."""
        if not is_demonym(token):
            return token
        names = [c for c in token.children if c.dep_ in BEARING and c.pos_ == "PROPN"]
        return names[0] if names else token

    def is_known(self, token: Node) -> bool:
        """Is it in the gazetteer, an armed group or community, or does it hold an office?"""
        offices = known(token.doc)
        if token.i in offices.titles or token.i in offices.holders:
            return True
        return any(
            self.actors.gazetteer.get(iri) is not None
            or self.actors.type_of(token.doc, iri) == "GROUP"
            for iri in self.actors.referents(token)
        )

    # ------------------------------------------------------------ fields

    def is_of_field(self, match: Match) -> bool:
        """Does it stand in a sentence of a field, without a political participant?"""
        fields = self.topics.fields(match.trigger.first)
        if not fields:
            return False
        fillers = [self.bearer(t) for t in match.roles["source"] + match.roles["target"]]
        return any(
            not any(self.is_political(token, match, name) for token in fillers) for name in fields
        )

    def is_political(self, token: Node, match: Match, name: str) -> bool:
        """Can a participant be political in a sentence of a field? There a state is a team."""
        field = self.words.fields[name]
        lists = (field.sure, field.hints, self.words.people)
        heads = [token, *(child for child in token.children if child.dep_ == "nmod")]
        if any(is_among(head, words) for head in heads for words in lists):
            return False
        playing = name == SPORT and not is_literal(match)
        if self.is_known(token):
            return not (playing and self.is_team(token))
        named = bool(self.actors.referents(token))
        owned = not named and not playing and self.actors.is_owned(token)
        return owned or self.actors.is_generic(token)

    def is_team(self, token: Node) -> bool:
        """A state or place, which a team plays for."""
        types = {self.actors.type_of(token.doc, iri) for iri in self.actors.referents(token)}
        return types <= {"STATE", "PLACE"}


def is_literal(match: Match) -> bool:
    """Is the event of a kind that nobody tells of a game?"""
    name = match.frame.type
    return name in LITERAL_CLASSES or (event_class(name).root in LITERAL and name not in GAMES)


def is_among(token: Node, words: frozenset[str]) -> bool:
    """Is it one of the words, by its lemma or as it stands?"""
    return token.lemma_.lower() in words or token.lower_ in words


def is_demonym(token: Node) -> bool:
    """Does it say which country someone is of: "Japanese"?"""
    mention = mention_at(token.doc).get(token.i)
    return mention is not None and mention.id_ == "demonym"
