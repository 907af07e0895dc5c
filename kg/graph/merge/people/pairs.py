"""Which people are compared with which: few enough that the cost grows with their number.

Sorted neighbourhood in several passes, as for reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from kg.graph.merge.pairs import Block, neighbours, order_pairs
from kg.graph.merge.people.names import to_sounds
from kg.graph.merge.people.values import Person

Pair = tuple[Person, Person]


def find_pairs(people: Iterable[Person], *, window: int) -> list[Pair]:
    """Pairs of people worth comparing, each once, sorted by their IRIs.

    Two people meet in a block when the first words of their full names sound the same and others
    begin alike, or the other way round; or when one word, the state and the last word of an office
    agree. A block is sorted by name and each person is compared with the next in it.
    window: how many next ones; it bounds the pairs to a multiple of the people.
    """
    blocks: dict[Block, list[Person]] = defaultdict(list)
    for person in people:
        for block in find_blocks(person):
            blocks[block].append(person)
    ordered = (sorted(block, key=_position) for block in blocks.values())
    return order_pairs(pair for block in ordered for pair in neighbours(block, window))


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
