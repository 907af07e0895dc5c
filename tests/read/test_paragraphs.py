from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.paragraphs import split_paragraphs


def texts(text, **options):
    return [text[start:end] for start, end in split_paragraphs(text, **options)]


def test_each_line_is_a_paragraph_and_blank_ones_are_none():
    text = "One.\n\n  Two. \r\n\r\n\t\nThree.\rFour."
    assert texts(text, wrapped=True) == ["One.", "Two.", "Three.", "Four."]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The envoys of both islands spent the whole night in the\n"
        "old customs house before they agreed on a new border for\n"
        "the fishing grounds.\n\n"
        "Nobody signed anything."
    )
    assert texts(text, wrapped=True) == [text.split("\n\n")[0], "Nobody signed anything."]
    assert len(texts(text, wrapped=False)) == 4


def test_two_lines_of_their_own_stay_two():
    text = "The minister of fisheries of Norway flew to Lima.\nHer colleague stayed at home."
    assert len(texts(text, wrapped=True)) == 2


@pytest.mark.parametrize("line", ["“>", "***", "—", "\xa0", "..."])
def test_stray_signs_are_no_paragraph(line):
    assert texts(f"One.\n{line}\nTwo.", wrapped=True) == ["One.", "Two."]


def test_bullets_are_left_out():
    assert texts("• One.\n- Two.\n- 3", wrapped=False) == ["One.", "Two.", "3"]


@given(st.text(alphabet="ab.-• \n\r\t”", max_size=60), st.booleans())
def test_spans_are_trimmed_ordered_and_hold_every_letter(text, wrapped):
    spans = split_paragraphs(text, wrapped=wrapped)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert sorted(spans) == list(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert sum(map(str.isalnum, covered)) == sum(map(str.isalnum, text))


def test_a_line_that_goes_on_in_lower_case_is_the_same_paragraph():
    text = "The envoy of Norway met on Monday\nwith his colleague from Peru.\nNobody signed."
    assert texts(text, wrapped=True) == [text.rpartition("\n")[0], "Nobody signed."]
