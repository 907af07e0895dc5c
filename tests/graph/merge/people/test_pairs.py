import string
from itertools import product

import pytest
from namings import person

from kg.graph.merge.people.pairs import find_pairs


def pairs(*people, window=30):
    return [(a.iri, b.iri) for a, b in find_pairs(people, window=window)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Ana Quispe", "BOL"), person("Anna Kispe", "BOL")),
        (person("Serhiy Chubay", "UKR"), person("Sergey Chubai")),
        (person("Luís Chaves", "PRT"), person("Luís Carlos Chaves", "PRT")),
        (person("Gabriela Bonilla Font"), person("Gabriela Bonilla")),
        (person("Mikael Dvoretsky"), person("Michael Dvoretsky")),
        (person("Abdel Fattah Nur"), person("Abdelfattah Nur")),
        (person("Quispe", "BOL", "energy-minister"), person("Ana Quispe", "BOL", "minister")),
    ],
)
def test_who_may_be_the_same_is_compared(a, b):
    assert pairs(a, b) == pairs(b, a) == [tuple(sorted((a.iri, b.iri)))]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (person("Ana Quispe"), person("Olga Prado")),
        (person("Quispe", "BOL"), person("Ana Quispe", "BOL")),
        (person("Quispe", "BOL", "mayor"), person("Ana Quispe", "PER", "mayor")),
        (person("Quispe"), person("Quispe", article="article/2")),
    ],
)
def test_others_are_not(a, b):
    assert pairs(a, b) == []


def test_the_pairs_grow_with_the_people_not_with_their_square():
    letters = string.ascii_lowercase
    names = [f"Maria {a}{b}o Silva" for a, b in product(letters, letters)]
    people = [person(name, "BRA", "minister") for name in names]
    assert len(people) == 676
    for count in (100, 300, 600):
        assert len(find_pairs(people[:count], window=5)) <= 5 * 8 * count
