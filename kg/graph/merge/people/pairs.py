"""Which people are compared with which."""

from collections.abc import Iterable, Iterator
from itertools import product

from kg.graph.merge.blocking import find_neighbours
from kg.graph.merge.people.names import to_sounds
from kg.graph.merge.people.values import Person

Pair = tuple[Person, Person]
Block = tuple[str, ...]


def find_pairs(people: Iterable[Person], *, window: int) -> list[Pair]:
    """Pairs of people worth comparing, each once, sorted by their IRIs.

    Two people meet in a block when the first words of their full names sound the same and others
    begin alike, or the other way round; or when one word, the state and the last word of an office
    agree. A block is sorted by name and each person is compared with the next in it.
    window: how many next ones; it bounds the pairs to a multiple of the people.
    """
    return find_neighbours(people, find_blocks, _position, window=window)


def find_blocks(person: Person) -> set[Block]:
    """The blocks of a person."""
    return {*_full_blocks(person), *_office_blocks(person)}


def _full_blocks(person: Person) -> Iterator[Block]:
    for name in person.full:
        first, *others = to_sounds(name)
        for word in others:
            yield "first", first, word[:2]
            yield "other", first[:1], word
        yield "whole", "".join(to_sounds(name.replace("-", "")))


def _office_blocks(person: Person) -> Iterator[Block]:
    words = {word for name in person.full | person.alone for word in to_sounds(name)}
    offices = {office.kind.rpartition("-")[2] for office in person.offices}
    for word, country, office in product(words, person.countries, offices):
        yield "office", word, country, office


def _position(person: Person) -> tuple[list[tuple[str, ...]], str]:
    return sorted(to_sounds(name) for name in person.full | person.alone), person.iri
