import pytest

from kg.language import language_codes
from kg.ontology.lexicon import load_lexicon
from kg.ontology.unpolitical import LISTS, load_unpolitical, read_unpolitical


@pytest.mark.parametrize("lang", language_codes())
def test_every_list_of_every_language_has_words_in_lower_case(lang: str) -> None:
    words = load_unpolitical(lang)
    lists = [getattr(words, name) for name in LISTS]
    lists += [part for field in words.fields.values() for part in (field.sure, field.hints)]
    assert set(words.fields) == {"sport", "culture", "business"}
    assert all(lists)
    lists += [part for idiom in words.idioms for part in (idiom.lemmas, *idiom.has.values())]
    assert all(word == word.lower() for part in lists for word in part)


@pytest.mark.parametrize("lang", language_codes())
def test_every_idiom_has_a_word_that_evokes_events(lang: str) -> None:
    triggers = {lemma for _, lemma in load_lexicon(lang).by_trigger}
    for idiom in load_unpolitical(lang).idioms:
        assert idiom.lemmas & triggers
        assert all(idiom.has.values())


@pytest.mark.parametrize("lang", language_codes())
def test_what_settles_a_field_is_never_literal(lang: str) -> None:
    words = load_unpolitical(lang)
    for field in words.fields.values():
        assert not field.sure & words.literal
        assert not field.hints & words.literal


def test_a_language_without_a_file_has_no_words() -> None:
    assert not load_unpolitical("xx").fields


def test_a_missing_list_is_a_missing_key() -> None:
    with pytest.raises(KeyError, match="people"):
        read_unpolitical({"fields": {}})
