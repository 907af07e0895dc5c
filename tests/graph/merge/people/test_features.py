from dataclasses import replace

import pytest
from namings import STATE, person

from kg.graph.merge.people import features
from kg.graph.merge.people.features import FEATURES, VETOES, at_odds, weigh
from kg.graph.merge.people.values import Office
from kg.graph.merge.settings import load_settings

ANA = person("Ana Quispe", "BOL", "energy-minister")
ALONE = person("Quispe", "BOL", "energy-minister")
UNKNOWN = person("Ana Quispe", near=("BOL", "PER"))

VALUES = [
    (features.same_name, ANA, UNKNOWN, 1.0),
    (features.same_name, ANA, person("Ana Kispe", "BOL"), 0.95),
    (features.same_name, ANA, ALONE, 0.0),
    (features.same_surname, ANA, ALONE, 1.0),
    (features.same_surname, ANA, person("Quispe", "BOL"), 0.0),
    (features.same_surname, ANA, person("Quispe", "BOL", "mayor"), 0.0),
    (features.same_surname, ANA, person("Quispe", "PER", "energy-minister"), 0.0),
    (features.same_surname, ANA, person("Prado", "BOL", "energy-minister"), 0.0),
    (features.same_surname, ALONE, person("Quispe", "BOL", "energy-minister"), 0.0),
    (features.same_country, ANA, ALONE, 1.0),
    (features.same_country, ANA, UNKNOWN, 0.0),
    (features.country_named, ANA, UNKNOWN, 1.0),
    (features.country_named, ANA, replace(UNKNOWN, named={STATE + "BOL": 0.25}), 0.25),
    (features.country_named, ANA, person("Ana Quispe"), 0.0),
    (features.country_named, ANA, ALONE, 0.0),
    (features.same_office, ANA, ALONE, 1.0),
    (features.same_office, ANA, person("Quispe", "BOL", "minister"), 1.0),
    (features.same_office, ANA, person("Quispe", "BOL", "defence-minister"), 0.0),
    (features.same_office, ANA, person("Quispe", "BOL", "energy-minister", of="PER"), 0.0),
    (features.other_office, ANA, person("Ana Kispe", "BOL", "mayor"), 1.0),
    (features.other_office, ANA, UNKNOWN, 0.0),
]


@pytest.mark.parametrize(("feature", "a", "b", "value"), VALUES)
def test_features(feature, a, b, value):
    assert feature(a, b) == feature(b, a) == value


def test_an_owner_that_is_not_said_can_be_any():
    unsaid = replace(ALONE, offices=frozenset([Office("energy-minister")]))
    assert features.same_office(ANA, unsaid) == 1.0


@pytest.mark.parametrize(
    ("veto", "a", "b", "holds"),
    [
        (features.other_country, ANA, person("Ana Quispe", "PER"), True),
        (features.other_country, ANA, UNKNOWN, False),
        (features.one_article, ANA, person("Anna Quispe", article=min(ANA.articles)), True),
        (features.one_article, ANA, person("Anna Quispe"), False),
        (features.both_known, person("A B", known=True), person("A C", known=True), True),
        (features.both_known, ANA, person("Ana Quispe", known=True), False),
        (features.other_name, ANA, person("Eva Quispe", "BOL"), True),
        (features.other_name, ANA, person("Ana Maria Quispe", "BOL"), False),
        (features.other_name, ANA, ALONE, False),
        (features.other_name, ANA, person("Prado", "BOL"), True),
        (features.other_name, ALONE, person("Kispe"), False),
        (features.other_name, ALONE, person("Prado"), True),
    ],
)
def test_vetoes(veto, a, b, holds):
    assert veto(a, b) is veto(b, a) is holds
    assert at_odds(a, b) == any(veto(a, b) for veto in VETOES)


def test_the_weights_are_those_of_the_features():
    assert set(load_settings().people.weights) == {feature.__name__ for feature in FEATURES}


def test_each_feature_and_veto_explains_itself_in_one_line():
    for function in (*FEATURES, *VETOES):
        assert (function.__doc__ or "").split("\n")[0].endswith((".", "?"))


def test_only_what_says_something_is_weighed():
    weights = load_settings().people.weights
    assert weigh(ANA, UNKNOWN) == {
        "same_name": weights["same_name"],
        "country_named": weights["country_named"],
    }
