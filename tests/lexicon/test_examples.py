"""Every frame of the lexicon finds the event and the actors of its own example."""

import pytest

from kg.errors import PipelineMissing
from kg.language import find_pipeline, language_codes
from kg.ontology.lexicon import Frame, load_lexicon
from kg.ontology.lexicon_check import example_fault, misread_frames
from kg.pipeline import extract


def cases() -> list[pytest.ParameterSet]:
    frames = [(lang, frame) for lang in language_codes() for frame in load_lexicon(lang).frames]
    return [
        pytest.param(
            lang,
            frame,
            id=frame.id,
            # Not strict: the parser's weights, not the rule, decide these, and they change.
            marks=[pytest.mark.xfail(reason="the parser misreads the example", strict=False)]
            if frame.id in misread_frames()
            else [],
        )
        for lang, frame in frames
    ]


@pytest.mark.parametrize(("lang", "frame"), cases())
def test_frame_finds_its_example(lang: str, frame: Frame) -> None:
    try:
        find_pipeline(lang)
    except PipelineMissing as error:
        pytest.skip(str(error))
    assert example_fault(frame, lang, extract) is None


def test_misread_frames_are_frames_and_few() -> None:
    ids = {frame.id for lang in language_codes() for frame in load_lexicon(lang).frames}
    assert misread_frames() <= ids
    assert len(misread_frames()) <= 0.01 * len(ids)
