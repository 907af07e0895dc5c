from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from namings import person

from kg.graph.merge.joining import Decisions
from kg.graph.merge.people import cluster_people
from kg.graph.merge.people.clusters import measure_people
from kg.graph.merge.people.values import is_known


def groups(*people, decisions=None):
    """IRI of each canonical node to the others."""
    canonical = cluster_people(people, decisions or Decisions()).canonical
    return {
        best: sorted(o for o in canonical if canonical[o] == best) for best in canonical.values()
    }


def pair(a, b):
    return (a.iri, b.iri) if a.iri < b.iri else (b.iri, a.iri)


MINISTER = "energy-minister"
ANA = person("Ana Quispe", "BOL", MINISTER)
ALONE = person("Quispe", "BOL", MINISTER)

ONE_PERSON = {
    "another transliteration, same state and office": (
        person("Serhiy Chubay", "UKR", MINISTER),
        person("Sergey Chubai", "UKR", MINISTER),
    ),
    "another transliteration, same state, no office beside one": (
        person("Oleksandr Tymchenko", "UKR", MINISTER),
        person("Oleksandr Timtchenko", "UKR"),
    ),
    "a shorter form, same state and office": (
        person("Luís Carlos Chaves", "PRT", MINISTER),
        person("Luís Chaves", "PRT", "minister"),
    ),
    "the full name without a title where its state is named": (
        ANA,
        person("Ana Quispe", near=("BOL",)),
    ),
    "a surname, same state and office": (ANA, ALONE),
    "somebody of the gazetteer": (
        person("Ana Quispe", "BOL", MINISTER, known=True),
        person("Anna Kispe", "BOL", MINISTER),
    ),
}
UNSURE = {
    "another transliteration, same state, another office": (
        person("Serhiy Chubay", "UKR", MINISTER),
        person("Sergey Chubai", "UKR", "mayor"),
    ),
    "another transliteration without a title": (
        person("Serhiy Chubay", "UKR", MINISTER),
        person("Sergey Chubai", near=("UKR",)),
    ),
    "another transliteration, same office of nobody knows where": (
        person("Serhiy Chubay", None, MINISTER),
        person("Sergey Chubai", None, MINISTER),
    ),
    "a shorter form, same state": (
        person("Luís Carlos Chaves", "PRT", MINISTER),
        person("Luís Chaves", "PRT"),
    ),
    "the full name where nothing tells the state": (ANA, person("Ana Quispe")),
}
TWO_PEOPLE = {
    "a surname and the state": (ANA, person("Quispe", "BOL")),
    "a surname and the office": (ANA, person("Quispe", None, MINISTER)),
    "a surname and another office": (ANA, person("Quispe", "BOL", "mayor")),
    "two surnames": (ALONE, person("Quispe", "BOL", MINISTER, article="article/2")),
    "another state": (ANA, person("Ana Quispe", "PER", MINISTER)),
    "one article names both": (
        person("Ana Quispe", "BOL", MINISTER, article="a/1"),
        person("Anna Kispe", "BOL", MINISTER, article="a/1"),
    ),
    "a sister": (
        person("Paulo Moreno", "BOL", MINISTER),
        person("Paula Moreno", "BOL", MINISTER),
    ),
    "another second name": (
        person("Luís Carlos Chaves", "PRT", MINISTER),
        person("Luís Pedro Chaves", "PRT", MINISTER),
    ),
    "a shorter form, another office": (
        person("Luís Carlos Chaves", "PRT", MINISTER),
        person("Luís Chaves", "PRT", "mayor"),
    ),
}


@pytest.mark.parametrize("people", ONE_PERSON.values(), ids=ONE_PERSON)
def test_one_person(people):
    assert len(groups(*people)) == 1


@pytest.mark.parametrize("people", UNSURE.values(), ids=UNSURE)
def test_unsure(people):
    found = cluster_people(people)
    assert (found.canonical, found.same) == ({}, ())
    assert [judgement.pair for judgement in found.unsure] == [pair(*people)]
    limits = measure_people().limits
    assert limits.unsure <= found.unsure[0].score < limits.threshold


@pytest.mark.parametrize("people", TWO_PEOPLE.values(), ids=TWO_PEOPLE)
def test_two_people(people):
    found = cluster_people(people)
    assert (found.canonical, found.same, found.unsure) == ({}, (), ())


def test_a_surname_that_fits_two_joins_neither():
    people = (ALONE, ANA, person("Eva Quispe", "BOL", MINISTER))
    found = cluster_people(people)
    assert found.canonical == {}
    assert {judgement.pair for judgement in found.unsure} == {
        pair(ALONE, other) for other in people[1:]
    }


def test_a_short_form_does_not_chain_two_second_names():
    assert (
        groups(
            person("Luís Carlos Chaves", "PRT", MINISTER),
            person("Luís Pedro Chaves", "PRT", MINISTER),
            person("Luís Chaves", "PRT", MINISTER),
        )
        == {}
    )


def test_two_surnames_meet_in_the_full_name():
    other = person("Quispe", "BOL", MINISTER, article="article/2")
    assert groups(ALONE, other, ANA) == {ANA.iri: sorted([ALONE.iri, other.iri])}


@pytest.mark.parametrize(
    "best",
    [
        person("Anna Kispe", "BOL", MINISTER, known=True),
        person("Ana Quispe", "BOL", MINISTER),
    ],
)
def test_the_most_informative_stands_for_all(best):
    others = [ALONE, person("Ana Quispe", near=("BOL",)), person("Zana Quispe")]
    people = [*others, ANA, best]
    assert ALONE.iri in groups(*people)[best.iri]


def test_a_name_stands_for_a_surname_however_they_sort():
    full = person("Zita Quispe", "BOL", MINISTER)
    assert full.iri > ALONE.iri
    assert groups(full, ALONE) == {full.iri: [ALONE.iri]}


def test_a_decision_keeps_two_apart():
    decisions = Decisions(apart=frozenset([pair(ANA, ALONE)]))
    found = cluster_people([ANA, ALONE], decisions)
    assert (found.canonical, found.same, found.unsure) == ({}, (), ())


def test_a_decision_makes_two_one():
    other = person("Rosa Prado", "PER")
    decisions = Decisions(same=frozenset([pair(ANA, other)]))
    found = cluster_people([ANA, other], decisions)
    assert len(found.canonical) == 1
    assert (found.same, found.unsure) == ((), ())


def test_a_decision_about_who_has_gone_does_nothing():
    gone = ("person/BOL/a", "person/BOL/b")
    assert groups(ANA, ALONE, decisions=Decisions(frozenset([gone]))) == groups(ANA, ALONE)


NAMES = st.sampled_from(
    [
        *("Ana Quispe", "Anna Kispe", "Ana Maria Quispe", "Eva Quispe", "Quispe", "Kispe"),
        *("Serhiy Chubay", "Sergey Chubai", "Chubay"),
    ]
)
PEOPLE = st.builds(
    person,
    NAMES,
    st.sampled_from([None, "BOL", "UKR"]),
    st.sampled_from([None, "minister", MINISTER, "mayor"]),
    article=st.sampled_from(["a/1", "a/2", "a/3", "a/4"]),
    known=st.booleans(),
    near=st.sampled_from([(), ("BOL",), ("BOL", "UKR")]),
)
EVERYBODY = st.lists(PEOPLE, max_size=10, unique_by=lambda one: one.iri)


@st.composite
def decided(draw):
    """People, and what somebody decided of some of them."""
    people = draw(EVERYBODY)
    iris = [one.iri for one in people]
    both = st.lists(st.sampled_from(iris or ["-"]), min_size=2, max_size=2, unique=True)
    pairs = st.frozensets(both.map(lambda two: tuple(sorted(two))), max_size=3)
    same, apart = (draw(pairs), draw(pairs)) if len(iris) > 1 else (frozenset(), frozenset())
    return people, Decisions(same - apart, apart)


@settings(max_examples=50)
@given(decided(), st.randoms(use_true_random=False))
def test_the_order_of_the_people_never_shows(drawn, random):
    people, decisions = drawn
    shuffled = people.copy()
    random.shuffle(shuffled)
    assert cluster_people(people, decisions) == cluster_people(shuffled, decisions)


@settings(max_examples=50)
@given(EVERYBODY)
def test_nobody_is_one_with_whom_a_veto_keeps_apart(people):
    by_iri = {one.iri: one for one in people}
    for best, others in groups(*people).items():
        members = [by_iri[iri] for iri in (best, *others)]
        assert not any(measure_people().at_odds(a, b) for a in members for b in members if a != b)
        assert sum(is_known(one.iri) for one in members) <= 1


@settings(max_examples=50)
@given(decided())
def test_decisions_bind(drawn):
    people, decisions = drawn
    canonical = cluster_people(people, decisions).canonical

    def resolve(iri):
        return canonical.get(iri, iri)

    for a, b in decisions.apart:
        assert resolve(a) != resolve(b)
    if not decisions.apart:
        for a, b in decisions.same:
            assert resolve(a) == resolve(b)


def test_a_name_without_words_is_nobody_else():
    assert groups(replace(ANA, full=frozenset()), ALONE) == {}
