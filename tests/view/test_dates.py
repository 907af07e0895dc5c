import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.view.dates import word_time
from kg.view.strings import load_strings


@pytest.mark.parametrize(
    ("edtf", "english", "portuguese"),
    [
        ("2025-10-27", "27 Oct 2025", "27 out. 2025"),
        ("2025-10", "Oct 2025", "out. 2025"),
        ("2025", "2025", "2025"),
        ("2025-W43", "week 43 of 2025", "semana 43 de 2025"),
        ("2022/..", "since 2022", "desde 2022"),
        ("../2024-05", "until May 2024", "até maio 2024"),
        ("2024-02/2024-04", "Feb 2024 – Apr 2024", "fev. 2024 – abr. 2024"),
        ("2024~", "about 2024", "por volta de 2024"),
        ("2024-21", "2024-21", "2024-21"),
        ("201X", "201X", "201X"),
    ],
)
def test_time_in_words(edtf, english, portuguese):
    assert word_time(edtf, load_strings("en")) == english
    assert word_time(edtf, load_strings("pt")) == portuguese


@given(st.text())
def test_any_text_stays_readable(text):
    assert isinstance(word_time(text, load_strings("en")), str)
