from typing import get_args

import pytest

from kg.errors import UnknownLanguage
from kg.language import language, language_codes
from kg.types import Modality, Relation


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_its_words(code: str) -> None:
    entry = language(code)
    assert entry.negations
    assert entry.genitive <= entry.attaching
    assert set(entry.links.values()) <= set(get_args(Relation))
    assert set(entry.modals.values()) <= set(get_args(Modality)) - {"actual"}
    assert all(slot.startswith("obl:") for slot in entry.partners)


def test_unknown_language_lists_the_known_ones() -> None:
    with pytest.raises(UnknownLanguage, match="one of en, es, fr, pt"):
        language("xx")


def test_a_contraction_is_its_preposition() -> None:
    assert language("pt").prepositions["no"] == "em"
