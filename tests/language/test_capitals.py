import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.capitals import lower_capitals


@pytest.mark.parametrize(
    ("lang", "said", "read"),
    [
        ("es", "LIMA ACUSA A QUITO DE AGRESION", "Lima acusa a Quito de agresión"),
        ("es", "EL EJÉRCITO RODEA LA PAZ", "El ejército rodea La Paz"),
        ("en", "XI, PUTIN HOLD TALKS IN BEIJING", "Xi, Putin hold talks in Beijing"),
        ("en", "US WARNS IRAN OVER MISSILES", "US warns Iran over missiles"),
        ("pt", "A ONU CONDENA ATAQUE EM GAZA", "A ONU condena ataque em Gaza"),
    ],
)
def test_a_line_in_capitals_becomes_prose(lang: str, said: str, read: str) -> None:
    assert lower_capitals(said, lang) == read


@pytest.mark.parametrize("text", ["NATO", "OTAN y ONU", "La OTAN acusa a MOSCU", "3.5 % - 7"])
def test_names_and_mixed_lines_stay(text: str) -> None:
    assert lower_capitals(text, "es") == text


def test_each_line_is_read_alone() -> None:
    text = "PARO NACIONAL EN BOLIVIA\nLos mineros de POTOSI marcharon."
    assert lower_capitals(text, "es").splitlines() == [
        "Paro nacional en Bolivia",
        "Los mineros de POTOSI marcharon.",
    ]


@given(st.text(max_size=60))
def test_offsets_hold(text: str) -> None:
    assert len(lower_capitals(text, "es")) == len(text)
