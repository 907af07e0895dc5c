import pytest

from kg.errors import DataError
from kg.read import phrases
from kg.read.phrases import load_phrases


@pytest.fixture
def fresh():
    """Forget what is loaded, before and after."""
    caches = (phrases.load_table, phrases.load_phrases)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.parametrize(
    "line",
    [
        "Source link",
        "DEIXE UMA RESPOSTA",
        "Comentários (12)",
        "Por favor digite seu comentário!",
        "Leia mais: Quito fecha a fronteira",
        "Sign up for our newsletter.",
        "Este site utiliza cookies para melhorar a navegação.",
        "© 2024 The Isle Gazette. All rights reserved.",
        "(Reporting by Jane Roe; editing by John Doe)",
    ],
)
def test_lines_of_pages(line):
    assert load_phrases().are_in(line)


@pytest.mark.parametrize(
    "line",
    [
        "Anúncio de Quito surpreende os vizinhos.",
        "Share prices fell in Oslo.",
        "Published papers show that the envoy lied.",
        "The fleet will follow us home.",
    ],
)
def test_sentences_that_begin_or_look_like_them(line):
    assert not load_phrases().are_in(line)


def test_every_language_has_all_lists_and_twelve_months():
    assert load_phrases().starts.pattern
    for lang in phrases.load_table()["languages"]:
        assert set(phrases.months(lang).values()) == set(range(1, 13))
        assert phrases.function_words(lang)


def test_a_file_without_its_tables_is_named(fresh, tmp_path, monkeypatch):
    (tmp_path / "boilerplate.yaml").write_text("agencies: []")
    monkeypatch.setattr(phrases, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"boilerplate\.yaml: the keys"):
        load_phrases()


def test_a_language_without_a_list_is_named(fresh, tmp_path, monkeypatch):
    (tmp_path / "boilerplate.yaml").write_text("agencies: [AP]\nlanguages: {xx: {}}")
    monkeypatch.setattr(phrases, "ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match="'xx' lacks the list 'whole'"):
        load_phrases()
