"""The sentences are what the heads of their files say."""

from collections import Counter

import pytest

from tests.quality.gold import CORPORA, LANGS, read_sentences, records


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_the_gold_stands_in_its_sentence(lang: str) -> None:
    for record in records(lang):
        for entity in record["entities"]:
            assert record["text"][entity["start"] : entity["end"]] == entity["text"]


@pytest.mark.parametrize("corpus", CORPORA)
def test_ids_and_texts_are_unique(corpus: str) -> None:
    rows = read_sentences(corpus)
    for key in ("id", *CORPORA[corpus]):
        assert len({row[key] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("corpus", "all_", "without"), [("parallel", 220, 35), ("french", 150, 30)]
)
def test_there_are_enough_sentences_of_each_kind(corpus: str, all_: int, without: int) -> None:
    rows = read_sentences(corpus)
    assert len(rows) >= all_
    assert sum(not row.get("events") for row in rows) >= without


def test_both_varieties_of_portuguese_have_their_half() -> None:
    varieties = Counter(row["variety"] for row in read_sentences("parallel"))
    assert varieties["pt-BR"] == varieties["pt-PT"]


@pytest.mark.parametrize(("corpus", "times"), [("parallel", 20), ("french", 6)])
def test_every_root_is_told_often(corpus: str, times: int) -> None:
    rows = read_sentences(corpus)
    roots = Counter(event["event"] for row in rows for event in row.get("events", ()))
    assert len(roots) == 16
    assert min(roots.values()) >= times
