from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from kg.extract.quantity.numbers import NumberWords, find_numbers, read_figure
from kg.extract.quantity.words import load_quantity_words


def number_words(lang: str) -> NumberWords:
    words = load_quantity_words(lang)
    assert words is not None
    return words.numbers


def values(text: str, lang: str) -> list[int | float]:
    return [number.value for number in find_numbers(text, number_words(lang))]


PT = [
    ("7", 7),
    ("12", 12),
    ("100", 100),
    ("999", 999),
    ("1000", 1000),
    ("1.000", 1000),
    ("10.000", 10_000),
    ("250.000", 250_000),
    ("1.234.567", 1_234_567),
    ("10 000", 10_000),
    ("1 234 567", 1_234_567),
    ("2,5", 2.5),
    ("0,75", 0.75),
    ("3.14", 3.14),
    ("1.250,50", 1250.5),
    ("10 mil", 10_000),
    ("10mil", 10_000),
    ("2,5 mil", 2500),
    ("300 mil", 300_000),
    ("1 milhão", 1_000_000),
    ("2,5 milhões", 2_500_000),
    ("1,1 bilhão", 1_100_000_000),
    ("3 bi", 3_000_000_000),
    ("3bi", 3_000_000_000),
    ("15 mi", 15_000_000),
    ("2 tri", 2_000_000_000_000),
    ("4 trilhões", 4_000_000_000_000),
    ("mil milhões", 1_000_000_000),
    ("20 mil milhões", 20_000_000_000),
    ("2 milhões e 300 mil", 2_300_000),
    ("um", 1),
    ("duas", 2),
    ("três", 3),
    ("quatorze", 14),
    ("catorze", 14),
    ("dezesseis", 16),
    ("dezasseis", 16),
    ("dezenove", 19),
    ("vinte", 20),
    ("vinte e um", 21),
    ("noventa e nove", 99),
    ("cem", 100),
    ("cento e um", 101),
    ("cento e vinte e três", 123),
    ("duzentas", 200),
    ("trezentos", 300),
    ("quinhentos e dez", 510),
    ("novecentos e noventa e nove", 999),
    ("mil", 1000),
    ("mil e cem", 1100),
    ("mil duzentos e trinta", 1230),
    ("dois mil", 2000),
    ("sete mil e quinhentos", 7500),
    ("cem mil", 100_000),
    ("cento e vinte mil", 120_000),
    ("duzentos e trinta mil e quatro", 230_004),
    ("um milhão", 1_000_000),
    ("dois milhões e quinhentos mil", 2_500_000),
    ("um milhão e meio", 1_500_000),
    ("meio milhão", 500_000),
    ("dois bilhões", 2_000_000_000),
    ("meia dúzia", 6),
    ("uma dúzia", 12),
    ("duas dúzias", 24),
    ("três dezenas", 30),
    ("uma centena", 100),
    ("duas centenas", 200),
    ("0", 0),
    ("15", 15),
    ("1.000.000", 1_000_000),
    ("12.345.678", 12_345_678),
    ("1,25 milhão", 1_250_000),
    ("7,5 mil milhões", 7_500_000_000),
    ("dois mil e quinhentos", 2_500),
    ("quarenta e duas mil", 42_000),
    ("dois milhões e trezentos mil", 2_300_000),
    ("três dúzias", 36),
    ("oitenta e oito", 88),
    ("mil e quinhentos", 1_500),
    ("cinquenta mil", 50_000),
    ("quinhentas", 500),
    ("1 bilhão", 1_000_000_000),
]
EN = [
    ("7", 7),
    ("12", 12),
    ("999", 999),
    ("1000", 1000),
    ("1,000", 1000),
    ("10,000", 10_000),
    ("250,000", 250_000),
    ("1,234,567", 1_234_567),
    ("10 000", 10_000),
    ("2.5", 2.5),
    ("0.75", 0.75),
    ("3,14", 3.14),
    ("1,250.50", 1250.5),
    ("10 thousand", 10_000),
    ("10k", 10_000),
    ("300 thousand", 300_000),
    ("1 million", 1_000_000),
    ("2.5 million", 2_500_000),
    ("2.5-million", 2_500_000),
    ("1.1 billion", 1_100_000_000),
    ("1.5bn", 1_500_000_000),
    ("3 bn", 3_000_000_000),
    ("40mn", 40_000_000),
    ("2tn", 2_000_000_000_000),
    ("4 trillion", 4_000_000_000_000),
    ("one", 1),
    ("two", 2),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("thirteen", 13),
    ("nineteen", 19),
    ("twenty", 20),
    ("twenty-one", 21),
    ("forty two", 42),
    ("ninety-nine", 99),
    ("a hundred", 100),
    ("one hundred", 100),
    ("one hundred and one", 101),
    ("one hundred one", 101),
    ("a hundred and twenty-three", 123),
    ("two hundred", 200),
    ("three hundred and fifty", 350),
    ("nine hundred ninety-nine", 999),
    ("a thousand", 1000),
    ("one thousand", 1000),
    ("two thousand", 2000),
    ("two thousand three hundred", 2300),
    ("twelve hundred", 1200),
    ("ten thousand", 10_000),
    ("a hundred thousand", 100_000),
    ("two hundred and five thousand", 205_000),
    ("seven thousand five hundred and six", 7506),
    ("a million", 1_000_000),
    ("two million", 2_000_000),
    ("two million five hundred thousand", 2_500_000),
    ("half a million", 500_000),
    ("one and a half million", 1_500_000),
    ("two and a half billion", 2_500_000_000),
    ("a dozen", 12),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("three billion", 3_000_000_000),
    ("0", 0),
    ("15", 15),
    ("1,000,000", 1_000_000),
    ("12,345,678", 12_345_678),
    ("1.25 million", 1_250_000),
    ("7.5 billion", 7_500_000_000),
    ("three hundred and five", 305),
    ("two thousand five hundred", 2_500),
    ("forty-two thousand", 42_000),
    ("two million three hundred thousand", 2_300_000),
    ("fifteen hundred", 1_500),
    ("a billion", 1_000_000_000),
    ("half a billion", 500_000_000),
    ("three dozen", 36),
    ("1.5k", 1_500),
    ("12 million", 12_000_000),
    ("seventeen", 17),
    ("eighty-eight", 88),
]


@pytest.mark.parametrize(("text", "value"), PT)
def test_portuguese_number(text: str, value: float) -> None:
    assert values(f"matou {text} ontem", "pt") == [value]


@pytest.mark.parametrize(("text", "value"), EN)
def test_english_number(text: str, value: float) -> None:
    assert values(f"killed {text} yesterday", "en") == [value]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("pt", "dois e três", [2, 3]),
        ("pt", "20 e 30 mil", [20, 30_000]),
        ("pt", "10 mil e 500 tanques", [10_000, 500]),
        ("en", "two and three", [2, 3]),
        ("en", "10 million and 20 tanks", [10_000_000, 20]),
        ("en", "two 155 mm guns", [2, 155]),
    ],
)
def test_piece_that_does_not_fit_starts_another_number(
    lang: str, text: str, expected: list[int]
) -> None:
    assert values(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "o G20 na BR-101"),
        ("pt", "em 27/10/2025 e 27.10.2025"),
        ("pt", "às 10:30"),
        ("pt", "milhares e centenas"),
        ("en", "the F-16 and Covid-19"),
        ("en", "version 1.2.3"),
        ("en", "hundreds, thousands, someone"),
        ("en", "a good tenant"),
        ("en", "#12 and +44"),
    ],
)
def test_no_number(lang: str, text: str) -> None:
    assert values(text, lang) == []


def test_offsets_and_factor() -> None:
    text = "about 2.5 million people"
    (number,) = find_numbers(text, number_words("en"))
    assert text[number.start : number.end] == "2.5 million"
    assert (number.factor, number.spelled) == (1_000_000, False)


@pytest.mark.parametrize(
    ("figure", "group", "value"),
    [("10.000", ".", "10000"), ("10.000", ",", "10"), ("10,5", ",", "10.5"), ("1.5", ".", "1.5")],
)
def test_mark_before_three_digits_groups_only_in_its_language(
    figure: str, group: str, value: str
) -> None:
    assert read_figure(figure, group) == Decimal(value)


def groups(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


GROUPING = {"pt": ".", "en": ",", "es": ".", "fr": "."}
DECIMAL = {"pt": ",", "en": ".", "es": ",", "fr": ","}
THOUSAND = {"pt": "mil", "en": "thousand", "es": "mil", "fr": "mille"}
MILLION = {"pt": "milhões", "en": "million", "es": "millones", "fr": "millions"}
LANGUAGES = st.sampled_from(sorted(GROUPING))


@given(st.integers(0, 10**12), LANGUAGES)
def test_grouped_number_reads_back(number: int, lang: str) -> None:
    for mark in (GROUPING[lang], " ", "\u00a0", "\u202f"):
        assert values(f"x {groups(number, mark)} x", lang) == [number]
    assert values(f"x {number} x", lang) == [number]


@given(st.integers(1, 999), st.integers(0, 99), LANGUAGES)
def test_scaled_number_reads_back(whole: int, hundredths: int, lang: str) -> None:
    written = f"{whole}{DECIMAL[lang]}{hundredths:02}"
    assert values(f"{written} {MILLION[lang]}", lang) == [whole * 10**6 + hundredths * 10**4]
    assert values(f"{whole} {THOUSAND[lang]}", lang) == [whole * 1000]


def spell(number: int, lang: str) -> str:
    """A number below a million in words."""
    thousands, rest = divmod(number, 1000)
    high = "" if not thousands else f"{below_thousand(thousands, lang)} {THOUSAND[lang]}"
    if lang == "pt" and thousands == 1:
        high = "mil"
    if not (high and rest):
        return high or below_thousand(rest, lang)
    joint = " e " if lang == "pt" and (rest <= 100 or rest % 100 == 0) else " "
    return high + joint + below_thousand(rest, lang)


def below_thousand(number: int, lang: str) -> str:
    known = {value: word for word, value in reversed(number_words(lang).values.items())}
    hundreds, rest = divmod(number, 100)
    parts = []
    if lang == "en" and hundreds:
        parts.append(f"{known[hundreds]} hundred")
    elif hundreds:
        parts.append("cento" if hundreds == 1 and rest else known[hundreds * 100])
    if rest in known:
        parts.append(known[rest])
    elif rest:
        joint = "-" if lang == "en" else " e "
        parts.append(known[rest - rest % 10] + joint + known[rest % 10])
    return (" and " if lang == "en" else " e ").join(parts)


@given(st.integers(1, 999_999), st.sampled_from(["pt", "en"]))
def test_number_in_words_reads_back_and_agrees_with_text2num(number: int, lang: str) -> None:
    words = spell(number, lang)
    assert values(words, lang) == [number]
    assert text2num(words, lang) == number


@pytest.mark.parametrize(("lang", "number"), [*product(["pt", "en"], [100, 1000, 1100, 100_000])])
def test_round_number_in_words(lang: str, number: int) -> None:
    assert values(spell(number, lang), lang) == [number]
