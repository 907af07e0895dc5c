import pytest

from kg.slug import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Jong-un", "kim-jong-un"),
        ("São  Tomé", "sao-tome"),
        ("O'Neill & Co.", "o-neill-co"),
        ("AÇÃO_Já", "acao-ja"),
        ("Zoran Đinđić", "zoran-dindic"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected
