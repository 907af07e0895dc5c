from typing import Any

import pytest

from kg.errors import DataError, UnknownLanguage
from kg.ontology.lexicon import load_lexicon, read_lexicon

FRAME: dict[str, Any] = {
    "id": "f",
    "lemma": ["visit", "tour"],
    "pos": "verb",
    "type": "Visit",
    "roles": {"source": "nsubj", "target": ["obj", "obl:to"]},
    "example": "Oslo visits Bern.",
    "source": "Oslo",
}


def data(*frames: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "language": "en",
        "classes": {"ship": ["boat"]},
        "frames": list(frames),
        "speech": {"verbs": ["say"], "nouns": ["statement"], "according": ["per", "according to"]},
        "light_verbs": ["pay"],
        "receiving": [],
        "taking_up": {},
        "operators": [{"lemma": ["plan", "intend"], "pos": "verb", "effect": "planned"}],
        "actors": ["rebel"],
    } | changes


def test_frame_is_found_by_each_of_its_lemmas() -> None:
    lexicon = read_lexicon(data(FRAME))
    (frame,) = lexicon.by_trigger["verb", "tour"]
    assert lexicon.by_trigger["verb", "visit"] == (frame,)
    assert frame.roles == {"source": ("nsubj",), "target": ("obj", "obl:to")}
    assert frame.expected == {"source": "Oslo"}


def test_word_lists() -> None:
    lexicon = read_lexicon(data(FRAME))
    assert lexicon.operators == {"plan": "planned", "intend": "planned"}
    assert lexicon.verbs == {"visit", "tour", "say", "pay", "plan", "intend"}
    assert lexicon.according == ("according to", "per")  # the longest first


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pos": "adverb"}, "pos is one of"),
        ({"roles": {"victim": ["obj"]}}, "roles are among"),
        ({"where": {"target": "boats"}}, "'boats' is none of"),
        ({"where": {"theme": "ship"}}, "theme"),
    ],
)
def test_bad_frame_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message) as error:
        read_lexicon(data(FRAME | change))
    assert "'f'" in str(error.value)


@pytest.mark.parametrize("key", ["id", "lemma", "pos", "type", "roles", "example"])
def test_missing_key_is_named(key: str) -> None:
    with pytest.raises(DataError, match=key):
        read_lexicon(data({k: v for k, v in FRAME.items() if k != key}))


def test_id_stands_once() -> None:
    with pytest.raises(DataError, match="'f' stands twice"):
        read_lexicon(data(FRAME, FRAME))


def test_unknown_effect() -> None:
    with pytest.raises(DataError, match="effect is one of"):
        read_lexicon(data(FRAME, operators=[{"lemma": "may", "effect": "perhaps"}]))


def test_language_without_a_lexicon() -> None:
    with pytest.raises(UnknownLanguage, match="No lexicon for language 'xx': choose one of en, "):
        load_lexicon("xx")


@pytest.mark.parametrize("lang", ["pt", "en"])
def test_lexicons_of_the_project_read(lang: str) -> None:
    lexicon = load_lexicon(lang)
    assert lexicon.language == lang
    assert lexicon.frames
