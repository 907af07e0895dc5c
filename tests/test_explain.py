import pytest
from parses import parse

from kg.errors import InputError
from kg.explain import NEAREST, explain, path

ROWS = [
    ("France", "france", "PROPN", "nsubj", 1),
    ("said", "say", "VERB", "ROOT", 1),
    ("troops", "troop", "NOUN", "nsubj", 4),
    ("of", "of", "ADP", "case", 5),
    ("attacked", "attack", "VERB", "ccomp", 1),
    ("Chad", "chad", "PROPN", "nmod", 2),
]


@pytest.mark.parametrize(
    ("trigger", "head", "expected"),
    [
        (1, 0, "nsubj"),
        (4, 5, "nsubj > nmod"),
        (4, 0, "up ccomp > nsubj"),
        (4, 4, "the trigger itself"),
        (4, 1, "up ccomp"),
    ],
)
def test_path(trigger: int, head: int, expected: str) -> None:
    doc = parse("en", ROWS)
    assert path(doc[trigger], doc[head]) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A landslide killed Nepalese soldiers.", "no politics: a natural force"),
        ("The committee approved the minutes.", "no theme that is of: agreement (accord, "),
        ("Three nurses died in a Russian attack.", "told by another word"),
    ],
)
def test_the_nearest_rules_say_why_they_gave_nothing(text: str, reason: str) -> None:
    misses = explain(text, lang="en").misses
    assert any(miss.reason.startswith(reason) for miss in misses)
    triggers = [miss.trigger for miss in misses]
    assert all(triggers.count(trigger) <= NEAREST for trigger in triggers)


def test_a_rule_that_lacks_less_is_nearer() -> None:
    misses = explain("The team beat the favourites.", lang="en").misses
    lacks = [miss.reason.count("; ") for miss in misses if miss.trigger == "beat"]
    assert lacks == sorted(lacks)
    assert lacks


def test_an_empty_sentence() -> None:
    with pytest.raises(InputError, match="give a sentence"):
        explain(" ", lang="en")
