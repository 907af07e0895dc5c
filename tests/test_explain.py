import pytest
from parses import parse

from kg.explain import path

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
