"""The participants of an event as values: whom the fillers of its roles name, and how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from spacy.tokens import Span

from kg.extract.annotations import known, mention_at
from kg.extract.frames.deeds import victims
from kg.extract.frames.filling import is_asked, is_mutual
from kg.extract.frames.inference import find_addressees, infer_target
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.phrases import noun_phrase
from kg.extract.syntax.tokens import (
    PRONOMINAL,
    SUBJECT,
    expand,
    is_plural,
    is_third_plural,
    is_verbal,
)
from kg.extract.syntax.tree import Node, feature, nodes, root_of, text_of
from kg.types import Argument


@dataclass(frozen=True)
class ArgumentBuilder:
    """Makes arguments of matches with what is known of the actors of a Doc."""

    actors: Actors

    def build(self, match: Match) -> tuple[Argument, ...]:
        """The fillers of each role, one Argument for each entity that a filler names."""
        partner = is_mutual(match.frame)
        found = [
            argument
            for role in ("source", "target", "theme")
            for filler in self.fillers(match, role)
            for argument in self.to_arguments(role, filler, partner=partner)
        ]
        if match.frame.reciprocal and not is_asked(self.actors.grammar, match.trigger):
            found = face_each_other(found)
        if not any(argument.role == "target" for argument in found):
            found += self.inferred_target(match)
        return tuple(found)

    def fillers(self, match: Match, role: str) -> list[Node]:
        """The fillers of a role; of those who face each other each side: "armies of X and Y".

        What is done with things is meant for whom it asks something: "will shut the pass unless
        Oslo pays".
        """
        told = match.roles[role]
        if role == "target" and told and not self.is_of_others(told, match.roles["source"]):
            return find_addressees(self.actors, match) or told
        if not match.frame.reciprocal or role != "source" or match.roles["target"]:
            return told
        sides = self.sides(told[0]) if len(told) == 1 else []
        return sides if len(sides) > 1 else told

    def is_of_others(self, targets: Sequence[Node], sources: Sequence[Node]) -> bool:
        """Are they actors, or things of actors other than the sources?"""
        own = {iri for source in sources for iri in self.actors.all_referents(source)}
        owned = {iri for target in targets for iri in self.actors.all_referents(target)}
        return any(map(self.actors.is_actor, targets)) or not owned <= own

    def sides(self, noun: Node) -> list[Node]:
        """The actors that a plural noun which stands for one at most is of or from."""
        if not is_plural(noun) or len(self.actors.referents(noun)) > 1:
            return []
        phrases = self.actors.grammar.phrases_of(noun)
        language = self.actors.grammar.language
        words = sorted(language.genitive | language.leaving)
        found = expand(phrase for word in words for phrase in phrases.get(word, ()))
        named = any(self.actors.referents(actor) for actor in found)
        return [actor for actor in found if named and self.actors.is_actor(actor)]

    def inferred_target(self, match: Match) -> Iterator[Argument]:
        """The only other actor of the clause, where no slot of the frame gives a target."""
        heads = infer_target(self.actors, match) if match.roles["source"] else []
        for head in heads:
            for argument in self.to_arguments("target", head):
                yield replace(argument, inferred=True)

    def to_arguments(self, role: str, filler: Node, *, partner: bool = False) -> Iterator[Argument]:
        """One Argument for each referent of a phrase, or one without a referent.

        partner: whether the target acts as the source does: "leaders in Lima" are not Peru.
        """
        iris = self.actors.referents(filler)
        if role != "theme" and not self.actors.is_person(filler):
            if len(owners := self.owners(filler)) > 1:
                for owner in owners:
                    yield from self.to_arguments(role, owner, partner=partner)
                return
            doer = role == "source" or partner
            iris = iris or self.inner_referents(filler, doer=doer)
        span = self.span(filler)
        start, end = span.start_char, span.end_char
        told = partial(Argument, role, text_of(filler.doc)[start:end], start, end)  # type: ignore[arg-type]
        if not iris:
            yield told(country=self.actors.country_of_camp(filler))
        for actor in map(self.actors.as_actor, iris):
            yield told(
                entity=actor,
                country=self.actors.country(filler.doc, actor),
                type=self.actors.type_of(filler.doc, actor),
            )

    def inner_referents(self, noun: Node, *, doer: bool) -> tuple[str, ...]:
        """The actor inside a phrase; of a deed who does it: "the American bombing of Hanoi"."""
        if not victims(self.actors.grammar, noun):
            inner = self.actors.owned_referents if doer else self.actors.nested_referents
            return inner(noun)
        doers = self.actors.grammar.possessors(noun)
        return next(filter(None, map(self.actors.referents, doers)), ())

    def owners(self, noun: Node) -> list[Node]:
        """The actors that share a noun: "French and German ministers", "envoys of X and of Y"."""
        if not noun.children:
            return []
        owners = [o for o in self.actors.grammar.possessors(noun) if self.actors.referents(o)]
        if not owners:
            sides = self.sides(noun)
            return [] if any(map(self.actors.is_person, sides)) else sides
        joined = any(child.dep_ == "cc" for owner in owners for child in owner.children)
        return owners if joined else []

    # ------------------------------------------------------------ the words of an argument

    def span(self, filler: Node) -> Span:
        """The words of an argument: its phrase, title and name, or what a pronoun takes up."""
        if (held := known(filler.doc).holders.get(filler.i)) is not None:
            title, person = held
            first = min(noun_phrase(root_of(title)).start, person.start)
            return filler.doc[first : max(title.end, person.end)]
        if filler.pos_ in PRONOMINAL and (antecedent := self.antecedent(filler)):
            return antecedent
        mention = mention_at(filler.doc).get(filler.i)
        named = mention is not None and mention.label_ == "PERSON"
        return mention if mention is not None and named else noun_phrase(filler)

    def antecedent(self, pronoun: Node) -> Span | None:
        """The last name before a pronoun, in its sentence, of what it stands for, else the next.

        Where no name stands for it, the last noun before.
        """
        iris, at = self.actors.referents(pronoun), mention_at(pronoun.doc)
        told = pronoun.sentence
        near = (*reversed(range(told.start, pronoun.i)), *range(pronoun.i, told.stop))
        names = (at[i] for i in near if i in at)
        name = next((s for s in names if told.start <= s.start and s.kb_id_ in iris), None)
        nouns = [] if name else list(self.nouns_before(pronoun))
        acting = [noun for noun in nouns if noun.dep_ in SUBJECT] if iris else []
        return name or next((noun_phrase(noun) for noun in reversed(acting or nouns)), None)

    def nouns_before(self, pronoun: Node) -> Iterator[Node]:
        """The nouns that a pronoun can take up: "the army said it …", "held two men and beat them".

        Those for the same actor, or for several actors who do not act on themselves.
        """
        iris, told = set(self.actors.referents(pronoun)), pronoun.sentence
        nouns = (nodes(pronoun.doc)[i] for i in range(told.start, pronoun.i))
        nouns = (noun for noun in nouns if noun.pos_ == "NOUN")
        if iris:
            yield from (n for n in nouns if not iris.isdisjoint(self.actors.referents(n)))
        elif is_of_many(pronoun):
            acting = self.actors.grammar.logical_subject(pronoun.head)
            several = (noun for noun in nouns if is_plural(noun))
            people = (n for n in several if self.actors.is_actor(n) or is_capitalised(n))
            yield from (noun for noun in people if noun not in acting)


def is_capitalised(noun: Node) -> bool:
    """Is a common noun written like a name, as peoples are: "the Tamils"?"""
    return noun.text[0].isupper() and noun.i > noun.sentence.start


def is_of_many(pronoun: Node) -> bool:
    """Is it a personal pronoun of the third person for several: "them"?"""
    personal = "Prs" in feature(pronoun, "PronType") and "Yes" not in feature(pronoun, "Reflex")
    owned = "Yes" in feature(pronoun, "Poss")
    return personal and is_third_plural(pronoun) and is_verbal(pronoun.head) and not owned


def face_each_other(arguments: Sequence[Argument]) -> list[Argument]:
    """Participants of a reciprocal event that one phrase names ("the two leaders met")."""
    roles = {argument.role for argument in arguments}
    if "target" in roles or "source" not in roles:
        return list(arguments)
    first, *others = [argument for argument in arguments if argument.role == "source"]
    rest = [argument for argument in arguments if argument.role == "theme"]
    return [first, *(replace(other, role="target") for other in others), *rest]
