"""What the extraction reaches on the sentences may rise and not fall."""

import pytest

from kg.errors import PipelineMissing
from kg.language.pipelines import find_pipeline
from tests.quality.figures import measure
from tests.quality.floors import CEILINGS, corpus_hashes, load_floors
from tests.quality.gold import LANGS

FLOORS = load_floors()
RAISE = "raise the floor in tests/quality/floors.yaml when you improve, and never lower it"


@pytest.fixture(scope="module", autouse=True)
def pipelines() -> None:
    try:
        for lang in LANGS:
            find_pipeline(lang)
    except PipelineMissing as error:
        pytest.skip(str(error))


def cases() -> list[tuple[str, str]]:
    return [(lang, name) for lang in LANGS for name in FLOORS[lang]]


@pytest.mark.parametrize(("lang", "name"), cases())
def test_no_figure_falls_below_its_floor(lang: str, name: str) -> None:
    reached, floor = measure().each[lang][name], FLOORS[lang][name]
    if name in CEILINGS:
        assert reached <= floor, f"{lang} {name}: {reached:.2f} > {floor}; {RAISE}"
    else:
        assert 100 * reached >= floor, f"{lang} {name}: {100 * reached:.1f} < {floor}; {RAISE}"


def test_what_one_language_finds_the_other_finds_too() -> None:
    reached = 100 * measure().both
    assert reached >= FLOORS["both"], f"{reached:.1f} < {FLOORS['both']}; {RAISE}"


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_has_its_floor(lang: str) -> None:
    assert set(measure().each[lang]) == set(FLOORS[lang])


def test_floors_are_of_these_sentences() -> None:
    assert corpus_hashes() == FLOORS["sentences"], (
        "the sentences have changed: run `python -m tests.quality`, set the floors anew, and write "
        f"{corpus_hashes()!r} into tests/quality/floors.yaml"
    )
