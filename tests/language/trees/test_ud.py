import pytest
from parses import parse

from kg.language.trees.ud import to_universal_dependencies


def arcs(rows: list[tuple[str, str, str, str, int]]) -> dict[str, tuple[str, str]]:
    doc = to_universal_dependencies(parse("en", rows))
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_preposition_becomes_case_of_its_noun() -> None:
    found = arcs(
        [
            ("sent", "send", "VERB", "ROOT", 0),
            ("troops", "troop", "NOUN", "dobj", 0),
            ("to", "to", "ADP", "prep", 0),
            ("Kyiv", "kyiv", "PROPN", "pobj", 2),
        ]
    )
    assert found["troops"] == ("obj", "sent")
    assert found["Kyiv"] == ("obl", "sent")
    assert found["to"] == ("case", "Kyiv")


def test_phrase_of_a_noun_is_nmod_and_nested_phrases_keep_their_heads() -> None:
    found = arcs(
        [
            ("in", "in", "ADP", "prep", 0),
            ("support", "support", "NOUN", "pobj", 0),
            ("of", "of", "ADP", "prep", 1),
            ("allies", "ally", "NOUN", "pobj", 2),
        ]
    )
    assert found["allies"] == ("nmod", "support")
    assert found["of"] == ("case", "allies")


def test_agent_phrase() -> None:
    found = arcs(
        [
            ("Kyiv", "kyiv", "PROPN", "nsubjpass", 2),
            ("was", "be", "AUX", "auxpass", 2),
            ("hit", "hit", "VERB", "ROOT", 2),
            ("by", "by", "ADP", "agent", 2),
            ("missiles", "missile", "NOUN", "pobj", 3),
        ]
    )
    assert found["Kyiv"] == ("nsubj:pass", "hit")
    assert found["missiles"] == ("obl:agent", "hit")


def test_stacked_prepositions_all_become_case() -> None:
    found = arcs(
        [
            ("fell", "fall", "VERB", "ROOT", 0),
            ("according", "accord", "VERB", "prep", 0),
            ("to", "to", "ADP", "prep", 1),
            ("police", "police", "NOUN", "pobj", 2),
        ]
    )
    assert found["police"] == ("obl", "fell")
    assert found["according"] == ("case", "police")
    assert found["to"] == ("case", "police")


@pytest.mark.parametrize(
    ("label", "expected"), [("relcl", "acl:relcl"), ("poss", "nmod:poss"), ("nsubj", "nsubj")]
)
def test_labels_are_renamed_or_kept(label: str, expected: str) -> None:
    found = arcs([("a", "a", "NOUN", "ROOT", 0), ("b", "b", "NOUN", label, 0)])
    assert found["b"] == (expected, "a")


def test_an_adjective_after_a_preposition_is_governed_by_it() -> None:
    found = arcs(
        [
            ("branded", "brand", "VERB", "ROOT", 0),
            ("it", "it", "PRON", "dobj", 0),
            ("as", "as", "ADP", "prep", 0),
            ("reckless", "reckless", "ADJ", "amod", 2),
        ]
    )
    assert (found["reckless"], found["as"]) == (("obl", "branded"), ("case", "reckless"))


@pytest.mark.parametrize(("label", "found"), [("dobj", "nmod"), ("acomp", "obl")])
def test_a_quantity_that_is_an_object_is_a_noun(label: str, found: str) -> None:
    rows = [
        ("freed", "free", "VERB", "ROOT", 0),
        ("most", "most", "ADJ", label, 0),
        ("of", "of", "ADP", "prep", 1),
        ("rebels", "rebel", "NOUN", "pobj", 2),
    ]
    assert arcs(rows)["rebels"] == (found, "most")


@pytest.mark.parametrize(("word", "pos"), [("Shelling", "NOUN"), ("Grumbling", "VERB")])
def test_a_gerund_that_is_a_subject_and_a_known_noun_is_one(word: str, pos: str) -> None:
    rows = [
        (word, word.lower(), "VERB", "nsubj", 3),
        ("of", "of", "ADP", "prep", 0),
        ("Sumy", "sumy", "PROPN", "pobj", 1),
        ("killed", "kill", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows)
    doc[0].tag_ = "VBG"
    found = to_universal_dependencies(doc)
    assert (found[0].pos_, found[2].dep_) == (pos, "nmod" if pos == "NOUN" else "obl")
