from copy import deepcopy

import pytest
import yaml

from kg.errors import DataError
from kg.graph.merge.settings import load_settings, read_settings
from kg.ontology.classes import event_class
from kg.ontology.files import ontology_dir


@pytest.fixture
def data():
    return yaml.safe_load((ontology_dir() / "merge.yaml").read_text(encoding="utf8"))


def test_kindred_is_mutual():
    kindred = load_settings().kindred
    for name, others in kindred.items():
        assert all(name in kindred[event_class(other).name] for other in others)
        assert name not in others


@pytest.mark.parametrize(
    "key", ["threshold", "margin", "window", "doubts", "weights", "kindred", "notes", "people"]
)
def test_a_missing_entry_is_named(data, key):
    broken = deepcopy(data)
    del broken[key]
    with pytest.raises(DataError, match=key):
        read_settings(broken)


@pytest.mark.parametrize("key", ["threshold", "unsure", "margin", "window", "doubts", "weights"])
def test_a_missing_entry_about_people_is_named(data, key):
    broken = deepcopy(data)
    del broken["people"][key]
    with pytest.raises(DataError, match=key):
        read_settings(broken)


def test_a_number_that_is_none_is_an_error(data):
    with pytest.raises(DataError, match="high"):
        read_settings({**data, "threshold": "high"})
