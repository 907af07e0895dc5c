import json

from kg.view.worldmap import world_json

WORLD = json.loads(world_json())


def test_it_has_what_the_page_draws_and_no_more():
    assert WORLD.keys() == {"box", "other", "states"}
    for state in WORLD["states"].values():
        assert state.keys() <= {"at", "path", "small", "labels"}


def test_every_state_has_a_name_in_every_language_of_the_page():
    for code, state in WORLD["states"].items():
        assert state["labels"].keys() == {"en", "pt", "es", "fr"}, code
    assert WORLD["states"]["PRK"]["labels"]["pt"] == "Coreia do Norte"


def test_what_has_no_outline_is_drawn_as_a_dot():
    for code, state in WORLD["states"].items():
        assert state.get("path") or state.get("small"), code
    assert WORLD["states"]["MLT"]["small"]
    assert "small" not in WORLD["states"]["FRA"]


def test_states_that_are_no_more_are_not_drawn():
    assert not {"SUN", "YUG"} & WORLD["states"].keys()
