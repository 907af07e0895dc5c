import pytest

from kg.errors import DataError
from kg.ontology.settings import load_table, name_broken_entries, read_weights


def test_a_file_as_it_is():
    assert load_table("merge.yaml")["licence"] == "CC BY 4.0"


def test_a_broken_entry_is_named():
    message = r"ontologies/merge.yaml: KeyError\('margin'\): mend"
    with pytest.raises(DataError, match=message), name_broken_entries("merge.yaml"):
        {}["margin"]
    with name_broken_entries("merge.yaml"):
        pass


def test_weights_are_numbers():
    assert read_weights({"same_name": 1}) == {"same_name": 1.0}
    with pytest.raises(ValueError, match="much"):
        read_weights({"same_name": "much"})
