from collections.abc import Iterator

import pytest

from kg.errors import DataError
from kg.ontology.classes import event_class, event_classes
from kg.ontology.files import ontology_dir
from kg.ontology.lexicon import Lexicon, lexicon_codes, load_lexicon, read_lexicon
from kg.ontology.neighbours import (
    COLUMNS,
    Neighbour,
    guess_frames,
    load_guesses,
    load_neighbours,
    read_neighbours,
    root_class,
)

ROW = Neighbour("en", "verb", "pan", "ACCUSE", "condemn", 0.874)


def frame(name: str, **more: object) -> dict[str, object]:
    return {
        "id": name,
        "lemma": "condemn",
        "pos": "verb",
        "type": "Condemnation",
        "roles": {"source": ["nsubj"], "target": ["obj"]},
        "example": "-",
    } | more


def lexicon(*frames: dict[str, object]) -> Lexicon:
    return read_lexicon(
        {
            "language": "en",
            "classes": {"court": ["court"]},
            "frames": list(frames),
            "speech": {"verbs": [], "nouns": [], "according": []},
            "light_verbs": [],
            "receiving": [],
            "taking_up": {},
            "operators": [],
            "actors": [],
        }
    )


def test_a_guess_has_the_slots_of_its_model_and_the_class_of_its_root() -> None:
    guess = guess_frames([ROW], lexicon(frame("plain")))["verb", "pan"]
    assert guess.id == "en-near-pan"
    assert guess.type == "Accusation"
    assert guess.roles == {"source": ("nsubj",), "target": ("obj",)}
    assert guess.near == "condemn (0.87)"


def test_slots_of_frames_without_conditions_come_first() -> None:
    court = frame(
        "court",
        roles={"source": ["obl:in"], "target": ["obl:as", "obj"]},
        where={"source": "court"},
    )
    roles = guess_frames([ROW], lexicon(court, frame("plain")))["verb", "pan"].roles
    assert roles == {"source": ("nsubj", "obl:in"), "target": ("obj", "obl:as")}


def test_frames_of_another_root_lend_nothing() -> None:
    other = frame("other", type="Meeting", roles={"source": ["nsubj"], "target": ["obl:with"]})
    roles = guess_frames([ROW], lexicon(frame("plain"), other))["verb", "pan"].roles
    assert roles["target"] == ("obj",)
    assert not guess_frames([ROW], lexicon(other))


def test_a_word_with_a_frame_of_its_own_is_not_guessed() -> None:
    own = frame("own", lemma="pan", type="Meeting")
    assert not guess_frames([ROW], lexicon(frame("plain"), own))


def test_every_root_has_a_class() -> None:
    for kind in event_classes().values():
        assert event_class(root_class(kind.root)).root == kind.root


def test_an_unknown_root_has_none() -> None:
    with pytest.raises(DataError, match="PRAY"):
        root_class("PRAY")


@pytest.mark.parametrize("line", ["en\tverb\tpan\tACCUSE\tcondemn\tnear", "en\tverb\tpan"])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(DataError, match="pan"):
        list(read_neighbours(["\t".join(COLUMNS), line]))


# ---------------------------------------------------------------- the file that ships


def rows() -> Iterator[Neighbour]:
    return iter(load_neighbours())


def test_the_file_is_sorted_small_and_without_repeats() -> None:
    keys = [(row.language, row.pos, row.lemma) for row in rows()]
    assert keys == sorted(set(keys))
    assert (ontology_dir() / "lexicon" / "neighbours.tsv").stat().st_size < 300_000


def test_the_file_says_where_it_is_from() -> None:
    head = (ontology_dir() / "lexicon" / "neighbours.tsv").read_text("utf8")
    for word in ("origin:", "licence:", "date:"):
        assert word in head


def test_every_row_can_be_read() -> None:
    for row in rows():
        assert row.language in lexicon_codes(), row
        assert row.pos in ("verb", "noun"), row
        assert row.lemma == row.lemma.lower(), row
        assert -1 <= row.similarity <= 1, row
        assert root_class(row.root), row


def test_nearly_every_row_still_has_its_model() -> None:
    """A frame that is dropped or recoded may idle a row; many mean that the file is stale."""
    idle = [
        row
        for row in rows()
        if row.root
        not in {
            event_class(model.type).root
            for model in load_lexicon(row.language).by_trigger.get((row.pos, row.nearest), ())
        }
    ]
    assert len(idle) <= 0.02 * len(load_neighbours()), idle


@pytest.mark.parametrize("language", ["en", "pt", "es", "fr"])
def test_every_language_has_guesses_for_verbs_and_nouns(language: str) -> None:
    assert {pos for pos, _ in load_guesses(language)} == {"verb", "noun"}


def test_guesses_say_who_and_whom() -> None:
    for language in lexicon_codes():
        for guess in load_guesses(language).values():
            assert guess.roles["source"], guess.id
