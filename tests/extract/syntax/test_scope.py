import pytest
from parses import Row, grammar, parse

from kg.extract.syntax.scope import governors, is_attendant


def besides(verb: str, form: str = "VerbForm=Ger") -> list[str]:
    """What governs "threatening" in "Oslo VERB it , threatening"."""
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        (verb, verb, "VERB", "ROOT", 1),
        ("it", "it", "PRON", "obj", 1),
        (",", ",", "PUNCT", "punct", 4),
        ("threatening", "threaten", "VERB", "advcl", 1),
    ]
    doc = parse("en", rows, morphs={4: form})
    return [word.text for word in governors(grammar("en"), doc[4])]


def test_what_is_done_besides_is_out_of_reach_of_a_word_of_denial() -> None:
    assert besides("deny") == []
    assert besides("see") == ["see"]
    assert besides("deny", "VerbForm=Inf") == ["deny"]


@pytest.mark.parametrize(("label", "attendant"), [("mark", False), ("obj", True)])
def test_a_marked_participle_is_not_besides(label: str, attendant: bool) -> None:
    rows: list[Row] = [
        ("left", "leave", "VERB", "ROOT", 0),
        ("after", "after", "SCONJ", label, 2),
        ("threatening", "threaten", "VERB", "advcl", 0),
    ]
    assert is_attendant(parse("en", rows, morphs={2: "VerbForm=Ger"})[2]) is attendant
