import pytest

from kg.errors import DataError
from kg.language.languages import language_codes
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.state_kinds import load_state_kinds, read_state_kinds


@pytest.mark.parametrize("lang", language_codes())
def test_the_gazetteer_has_the_states(lang: str) -> None:
    read = load_state_kinds(lang)
    for codes in (*read.kinds.values(), *read.together.values()):
        for code in codes:
            assert load_gazetteer().state(code).country == code


def test_broken_file_says_so() -> None:
    with pytest.raises(DataError):
        read_state_kinds({"kinds": {"island": {"states": ["CUB"]}}, "together": {}}, "pt")
