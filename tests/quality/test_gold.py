"""The parallel sentences are what their head says."""

from collections import Counter

import pytest

from tests.quality.gold import LANGS, read_sentences, records


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_the_gold_stands_in_its_sentence(lang: str) -> None:
    for record in records(lang):
        for entity in record["entities"]:
            assert record["text"][entity["start"] : entity["end"]] == entity["text"]


def test_ids_and_texts_are_unique() -> None:
    for key in ("id", *LANGS):
        assert len({row[key] for row in read_sentences()}) == len(read_sentences())


def test_there_are_enough_sentences_of_each_kind() -> None:
    varieties = Counter(row["variety"] for row in read_sentences())
    empty = sum(not row.get("events") for row in read_sentences())
    assert len(read_sentences()) >= 220
    assert varieties["pt-BR"] == varieties["pt-PT"]
    assert empty >= 35


def test_every_root_is_told_often() -> None:
    roots = Counter(event["event"] for row in read_sentences() for event in row.get("events", ()))
    assert len(roots) == 16
    assert min(roots.values()) >= 20
