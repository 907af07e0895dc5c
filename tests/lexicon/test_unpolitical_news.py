"""Sentences without politics give hardly an event; political ones with their words keep theirs."""

from pathlib import Path

import pytest
import yaml

from kg.errors import PipelineMissing
from kg.language import find_pipeline
from kg.pipeline import extract
from kg.types import Article

DATA = yaml.safe_load(Path(__file__).with_name("unpolitical_news.yaml").read_text(encoding="utf8"))
LANGS = ("pt", "en", "es", "fr")
FALSE_ALARMS = 0.15
"""Events a sentence that the sentences without any may give."""
MISSED = 1
"""Political sentences of a language that the parser may make the extraction miss."""


def counts(lang: str, kind: str) -> list[int]:
    """How many events each sentence gives."""
    try:
        find_pipeline(lang)
    except PipelineMissing as error:
        pytest.skip(str(error))
    return [
        len(extract(Article(id="n", text=text, lang=lang, body=((0, len(text)),))).events)
        for text in DATA[lang][kind]
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_no_events_where_nothing_political_happens(lang: str) -> None:
    found = counts(lang, "without")
    assert sum(found) <= FALSE_ALARMS * len(found)


@pytest.mark.parametrize("lang", LANGS)
def test_political_events_beside_the_same_words_are_kept(lang: str) -> None:
    assert sum(not number for number in counts(lang, "with")) <= MISSED
