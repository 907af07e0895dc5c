import shutil
from dataclasses import replace
from datetime import date

import pytest

from kg import fingerprint
from kg.fingerprint import RELEASE, digest_article, extractor_version, merger_version
from kg.ontology.files import ontology_dir
from kg.types import Article

ARTICLE = Article("a", "Peru thanked Chile.", "en")


@pytest.mark.parametrize(
    "change",
    [
        {"id": "b"},
        {"text": "Peru thanked Chile!"},
        {"lang": "pt"},
        {"date": date(2024, 5, 3)},
        {"title": "Thanks"},
        {"url": "https://example.org/a"},
        {"source": "The Daily"},
        {"body": ((0, 4),)},
    ],
)
def test_the_digest_is_of_all_that_an_article_is(change):
    assert digest_article(replace(ARTICLE, **change), "1") != digest_article(ARTICLE, "1")


def test_the_digest_is_of_the_extractor_too():
    assert digest_article(ARTICLE, "1") == digest_article(replace(ARTICLE), "1")
    assert digest_article(ARTICLE, "1") != digest_article(ARTICLE, "2")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the data files to change."""
    copy = tmp_path / "ontologies"
    shutil.copytree(ontology_dir(), copy)
    monkeypatch.setattr(fingerprint, "ontology_dir", lambda: copy)
    return copy


def versions():
    extractor_version.cache_clear()
    return [extractor_version(lang) for lang in ("pt", "en")]


@pytest.fixture(autouse=True)
def forget_versions():
    yield
    extractor_version.cache_clear()


def test_a_version_begins_with_the_release(folder):
    assert all(version.startswith(f"{RELEASE}+") for version in versions())
    assert versions() == versions()
    assert extractor_version("xx")  # a language without a pipeline is the extractor's to report


def test_without_guesses_it_is_another_version(folder):
    assert extractor_version("pt", guess=False) != extractor_version("pt")


@pytest.mark.parametrize(
    ("name", "pt", "en"),
    [
        ("lexicon/pt.yaml", True, False),
        ("conjugation-pt.yaml", True, False),
        ("lexicon/en.yaml", False, True),
        ("states.ttl", True, True),
        ("cities.tsv", True, True),
        ("merge.yaml", False, False),
        ("shapes.ttl", False, False),
        ("queries/meetings.rq", False, False),
    ],
)
def test_it_changes_with_what_is_read(folder, name, pt, en):
    before = versions()
    with (folder / name).open("a", encoding="utf8") as file:
        file.write("# more\n")
    assert [a != b for a, b in zip(before, versions(), strict=True)] == [pt, en]


@pytest.mark.parametrize(
    ("name", "changes"), [("merge.yaml", True), ("states.ttl", True), ("lexicon/pt.yaml", False)]
)
def test_the_version_of_the_merger_changes_with_what_it_reads(folder, name, changes):
    merger_version.cache_clear()
    before = merger_version()
    with (folder / name).open("a", encoding="utf8") as file:
        file.write("# more\n")
    merger_version.cache_clear()
    assert (merger_version() != before) is changes
    merger_version.cache_clear()
