"""Expressions with the value that a reader gives them, per language."""

from datetime import date, timedelta
from functools import cache

import pytest
import spacy
from datings import find_times
from hypothesis import given
from hypothesis import strategies as st
from parses import Row, parse
from spacy.language import Language
from spacy.tokens import Doc

MONDAY = date(2025, 10, 27)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))

# Expression, publication, value. Each stands in a sentence of its own; the whole of it is found.
PORTUGUESE = [
    ("em 2 de outubro de 92", MONDAY, "1992-10-02"),
    ("em outubro de 92", None, "1992-10"),
    ("na véspera de 1º de maio", MONDAY, "2025-04-30"),
    ("às vésperas da Páscoa", MONDAY, "2025-04-19"),
    ("na véspera do fim de semana", MONDAY, "2025-10-24"),
    ("na véspera de 2024", None, None),
    ("em 9 de maio daquele ano", MONDAY, None),
    ("em junho do mesmo ano", MONDAY, None),
    ("a 30 dezembro de 2011", None, "2011-12-30"),
    ("em 27 de outubro de 2025", None, "2025-10-27"),
    ("no dia 3 de março de 1998", None, "1998-03-03"),
    ("a 1º de janeiro de 2001", None, "2001-01-01"),
    ("em primeiro de maio de 1974", None, "1974-05-01"),
    ("em 7 de fev. de 2020", None, "2020-02-07"),
    ("em 27/10/2025", None, "2025-10-27"),
    ("em 03/04/2025", None, "2025-04-03"),
    ("em 2025-10-27", None, "2025-10-27"),
    ("em 9 de maio do ano passado", MONDAY, "2024-05-09"),
    ("em 9 de maio", MONDAY, "2025-05-09"),
    ("em 30 de dezembro", MONDAY, "2024-12-30"),
    ("em 27 de outubro", MONDAY, "2025-10-27"),
    ("em 29 de fevereiro", MONDAY, "2024-02-29"),
    ("em 9 de maio", None, None),
    ("em 31 de fevereiro de 2020", None, None),
    ("no último dia 30 de dezembro", MONDAY, "2024-12-30"),
    ("no próximo dia 30 de dezembro", MONDAY, "2025-12-30"),
    ("no dia 15", MONDAY, "2025-10-15"),
    ("no dia 31", MONDAY, "2025-08-31"),
    ("no último dia 27", MONDAY, "2025-09-27"),
    ("na segunda-feira", MONDAY, "2025-10-27"),
    ("na terça-feira", MONDAY, "2025-10-21"),
    ("na terça-feira", None, None),
    ("nesta quinta-feira (23)", MONDAY, "2025-10-23"),
    ("na sexta-feira, 24 de outubro", MONDAY, "2025-10-24"),
    ("na sexta", MONDAY, "2025-10-24"),
    ("no sábado", MONDAY, "2025-10-25"),
    ("no domingo à noite", MONDAY, "2025-10-26"),
    ("na segunda-feira passada", MONDAY, "2025-10-20"),
    ("na última quarta-feira", MONDAY, "2025-10-22"),
    ("na próxima quarta-feira", MONDAY, "2025-10-29"),
    ("na segunda-feira que vem", MONDAY, "2025-11-03"),
    ("nesta terça, 21", MONDAY, "2025-10-21"),
    ("no último domingo de outubro", MONDAY, "2025-10"),
    ("durante o fim de semana", MONDAY, "2025-10-25/2025-10-26"),
    ("ao longo de 2023", None, "2023"),
    ("há pouco mais de um ano", MONDAY, "2024"),
    ("na madrugada desta segunda-feira", MONDAY, "2025-10-27"),
    ("às 15h desta terça-feira", MONDAY, "2025-10-21"),
    ("por volta das 3 horas da manhã de ontem", MONDAY, "2025-10-26"),
    ("desta madrugada", MONDAY, "2025-10-27"),
    ("há exatamente um ano", MONDAY, "2024"),
    ("entre a noite de sábado e a manhã de domingo", MONDAY, "2025-10-25/2025-10-26"),
    ("para quarta-feira", MONDAY, "2025-10-29"),
    ("em setembro de 2025", None, "2025-09"),
    ("em setembro", MONDAY, "2025-09"),
    ("em outubro", MONDAY, "2025-10"),
    ("em dezembro", MONDAY, "2024-12"),
    ("em setembro", None, None),
    ("em setembro passado", MONDAY, "2025-09"),
    ("em outubro passado", MONDAY, "2024-10"),
    ("em março deste ano", MONDAY, "2025-03"),
    ("em março do ano que vem", MONDAY, "2026-03"),
    ("no mês de abril", MONDAY, "2025-04"),
    ("no fim de setembro", MONDAY, "2025-09"),
    ("em meados de julho de 2023", None, "2023-07"),
    ("desde o Verão de 1993", None, "1993-22/.."),
    ("no inverno de 2010", None, "2010-24"),
    ("no outono", MONDAY, "2025-23"),
    ("no verão passado", MONDAY, "2025-22"),
    ("no primeiro trimestre de 2024", None, "2024-33"),
    ("no segundo semestre do ano passado", MONDAY, "2024-41"),
    ("em 1994", None, "1994"),
    ("no ano de 2011", None, "2011"),
    ("em 92", MONDAY, "1992"),
    ("em 92", None, "1992"),
    ("em 05", MONDAY, "2005"),
    ("em '68", MONDAY, "1968"),
    ("no início de 2022", None, "2022"),
    ("nos anos 90", None, "199X"),
    ("na década de 1980", None, "198X"),
    ("no início da década de 60", None, "196X"),
    ("no século XIX", None, "18XX"),
    ("no ano passado", MONDAY, "2024"),
    ("no ano que vem", MONDAY, "2026"),
    ("neste ano", MONDAY, "2025"),
    ("no início do ano", MONDAY, "2025"),
    ("no mês passado", MONDAY, "2025-09"),
    ("no mês passado", date(2026, 1, 5), "2025-12"),
    ("na semana passada", MONDAY, "2025-W43"),
    ("nesta semana", MONDAY, "2025-W44"),
    ("na próxima semana", date(2025, 12, 27), "2026-W01"),
    ("no fim de semana", MONDAY, "2025-10-25/2025-10-26"),
    ("no próximo fim de semana", MONDAY, "2025-11-01/2025-11-02"),
    ("há um mês", MONDAY, "2025-09"),
    ("há dois dias", MONDAY, "2025-10-25"),
    ("há cerca de três semanas", MONDAY, "2025-W41"),
    ("há dez anos", MONDAY, "2015"),
    ("há dez anos", None, None),
    ("há mais de uma semana", MONDAY, "../2025-W43"),
    ("há menos de dois meses", MONDAY, "2025-08/2025-10"),
    ("há alguns dias", MONDAY, None),
    ("cinco anos atrás", MONDAY, "2020"),
    ("daqui a dois dias", MONDAY, "2025-10-29"),
    ("dentro de três meses", MONDAY, "2026-01"),
    ("nos últimos três dias", MONDAY, "2025-10-24/2025-10-27"),
    ("nas últimas duas semanas", MONDAY, "2025-10-13/2025-10-27"),
    ("nos próximos dois anos", MONDAY, "2025/2027"),
    ("nas últimas 24 horas", MONDAY, "2025-10-26/2025-10-27"),
    ("nos últimos anos", MONDAY, None),
    ("hoje", MONDAY, "2025-10-27"),
    ("hoje", None, None),
    ("ontem", date(2025, 3, 1), "2025-02-28"),
    ("ontem à noite", MONDAY, "2025-10-26"),
    ("no final da noite de anteontem", MONDAY, "2025-10-25"),
    ("amanhã", date(2024, 2, 28), "2024-02-29"),
    ("desde 2022", None, "2022/.."),
    ("desde ontem", MONDAY, "2025-10-26/.."),
    ("a partir de 2030", None, "2030/.."),
    ("até 2030", None, "../2030"),
    ("antes de 1989", None, "../1989"),
    ("por volta de 1990", None, "1990~"),
    ("de 2014 a 2018", None, "2014/2018"),
    ("entre março e maio de 2020", None, "2020-03/2020-05"),
    ("de novembro a fevereiro de 2021", None, "2020-11/2021-02"),
    ("entre 2018 e 2014", None, None),
    ("de 3 a 5 de outubro", MONDAY, "2025-10-03/2025-10-05"),
    ("nos dias 3 e 4 de outubro de 1990", None, "1990-10-03/1990-10-04"),
    ("na noite de sexta para sábado", MONDAY, "2025-10-24/2025-10-25"),
    ("de segunda a quarta-feira", MONDAY, "2025-10-20/2025-10-22"),
    ("no mesmo dia", MONDAY, None),
    ("recentemente", MONDAY, None),
    ("EM 27 DE OUTUBRO DE 2025", None, "2025-10-27"),
    ("no Natal", MONDAY, "2024-12-25"),
    ("no Natal de 1989", None, "1989-12-25"),
    ("no último Natal", MONDAY, "2024-12-25"),
    ("na Páscoa de 1999", None, "1999-04-04"),
    ("na Semana Santa", MONDAY, None),
    ("na Sexta-Feira Santa", MONDAY, "2025-04-18"),
    ("na véspera", MONDAY, None),
    ("na véspera de Natal", MONDAY, "2024-12-24"),
    ("às vésperas", MONDAY, None),
    ("no Carnaval", MONDAY, "2025-03-04"),
    ("no Ano Novo", MONDAY, "2025-01-01"),
    ("na próxima Páscoa", MONDAY, "2026-04-05"),
    ("durante o Ramadão de 2019", None, "2019"),
    ("durante todo o ano de 2020", None, "2020"),
    ("no terceiro trimestre", MONDAY, "2025-35"),
    ("no último trimestre de 2019", None, "2019-36"),
    ("no último trimestre do ano passado", MONDAY, "2024-36"),
    ("no primeiro semestre deste ano", MONDAY, "2025-40"),
    ("há uma semana", MONDAY, "2025-W43"),
    ("há quinze dias", MONDAY, "2025-10-12"),
    ("há três décadas", MONDAY, "199X"),
    ("há meio século", MONDAY, "1975"),
    ("há 48 horas", MONDAY, "2025-10-25"),
    ("na semana retrasada", MONDAY, "2025-W42"),
    ("no ano retrasado", MONDAY, "2023"),
    ("na década passada", MONDAY, "201X"),
    ("nos anos 30", None, "193X"),
    ("no século passado", MONDAY, "19XX"),
    ("quarta-feira, 22 de outubro", MONDAY, "2025-10-22"),
    ("segunda-feira, 27 de outubro de 2025", None, "2025-10-27"),
    ("na tarde de segunda-feira", MONDAY, "2025-10-27"),
    ("na noite de 9 de novembro de 1989", None, "1989-11-09"),
    ("27/10/25", None, "2025-10-27"),
    ("27.10.2025", None, "2025-10-27"),
    ("em 1994-1995", None, "1994/1995"),
    ("em dez/2022", None, "2022-12"),
    ("dentro de uma semana", MONDAY, "2025-W45"),
    ("duas semanas após", MONDAY, None),
    ("neste momento", MONDAY, None),
    ("naquele ano", MONDAY, None),
    ("em torno de 1900", None, "1900~"),
    ("ao meio-dia de sexta-feira", MONDAY, "2025-10-24"),
    ("ao longo do ano", MONDAY, "2025"),
    ("em pleno agosto", MONDAY, "2025-08"),
    ("ao longo dos últimos meses", MONDAY, None),
]

ENGLISH = [
    ("on the eve of May 1, 2020", None, "2020-04-30"),
    ("the eve of Easter", MONDAY, "2025-04-19"),
    ("on May 9 of that year", MONDAY, None),
    ("in June of the same year", MONDAY, None),
    ("on October 27, 2025", None, "2025-10-27"),
    ("on 27 October 2025", None, "2025-10-27"),
    ("on the 3rd of March 1998", None, "1998-03-03"),
    ("on Sept. 11, 2001", None, "2001-09-11"),
    ("on 2025-10-27", None, "2025-10-27"),
    ("on 27/10/2025", None, "2025-10-27"),
    ("on 10/27/2025", None, "2025-10-27"),
    ("on Oct. 27", MONDAY, "2025-10-27"),
    ("on Oct. 28", MONDAY, "2025-10-28"),
    ("on 9 May", MONDAY, "2025-05-09"),
    ("on May 9", None, None),
    ("on May 9 last year", MONDAY, "2024-05-09"),
    ("on 29 February", MONDAY, "2024-02-29"),
    ("on February 30, 2024", None, None),
    ("on the 15th", MONDAY, "2025-10-15"),
    ("on Monday", MONDAY, "2025-10-27"),
    ("on Wednesday", MONDAY, "2025-10-22"),
    ("on Wednesday", None, None),
    ("on Monday, Oct. 20", MONDAY, "2025-10-20"),
    ("on Monday, October 27, 2025", None, "2025-10-27"),
    ("on Sunday evening", MONDAY, "2025-10-26"),
    ("Tuesday night", MONDAY, "2025-10-21"),
    ("early on Sunday", MONDAY, "2025-10-26"),
    ("late Friday", MONDAY, "2025-10-24"),
    ("last Monday", MONDAY, "2025-10-20"),
    ("next Tuesday", MONDAY, "2025-10-28"),
    ("next Monday", MONDAY, "2025-11-03"),
    ("on the first Monday of November 2024", None, "2024-11"),
    ("just over a year ago", MONDAY, "2024"),
    ("for Thursday", MONDAY, "2025-10-30"),
    ("in September 2025", None, "2025-09"),
    ("in September of 2025", None, "2025-09"),
    ("in Sept. 2025", None, "2025-09"),
    ("in September", MONDAY, "2025-09"),
    ("in December", MONDAY, "2024-12"),
    ("in May", None, None),
    ("in September last year", MONDAY, "2024-09"),
    ("in March of this year", MONDAY, "2025-03"),
    ("last September", MONDAY, "2025-09"),
    ("last October", MONDAY, "2024-10"),
    ("next March", MONDAY, "2026-03"),
    ("in late March", MONDAY, "2025-03"),
    ("in mid-July 2023", None, "2023-07"),
    ("in early 2022", None, "2022"),
    ("in the summer of 1993", None, "1993-22"),
    ("last spring", MONDAY, "2025-21"),
    ("in the winter of 2010", None, "2010-24"),
    ("in the first quarter of 2024", None, "2024-33"),
    ("in the second half of last year", MONDAY, "2024-41"),
    ("in 1994", None, "1994"),
    ("in '68", MONDAY, "1968"),
    ("in the year 2011", None, "2011"),
    ("in the 1990s", None, "199X"),
    ("in the early 1980s", None, "198X"),
    ("in the '60s", None, "196X"),
    ("in the 19th century", None, "18XX"),
    ("last year", MONDAY, "2024"),
    ("earlier this year", MONDAY, "2025"),
    ("later this month", MONDAY, "2025-10"),
    ("at the end of the year", MONDAY, "2025"),
    ("next year", MONDAY, "2026"),
    ("last month", date(2026, 1, 5), "2025-12"),
    ("last week", MONDAY, "2025-W43"),
    ("this week", MONDAY, "2025-W44"),
    ("next week", date(2025, 12, 27), "2026-W01"),
    ("over the weekend", MONDAY, "2025-10-25/2025-10-26"),
    ("last weekend", date(2025, 10, 26), "2025-10-18/2025-10-19"),
    ("a week ago", MONDAY, "2025-W43"),
    ("two days ago", MONDAY, "2025-10-25"),
    ("about three months ago", MONDAY, "2025-07"),
    ("ten years ago", MONDAY, "2015"),
    ("ten years ago", None, None),
    ("a few days ago", MONDAY, None),
    ("more than a year ago", MONDAY, "../2024"),
    ("less than two months ago", MONDAY, "2025-08/2025-10"),
    ("two weeks from now", MONDAY, "2025-W46"),
    ("in the past three months", MONDAY, "2025-07/2025-10"),
    ("over the past decade", MONDAY, "2015/2025"),
    ("in the next two years", MONDAY, "2025/2027"),
    ("in the last 24 hours", MONDAY, "2025-10-26/2025-10-27"),
    ("in recent years", MONDAY, None),
    ("today", MONDAY, "2025-10-27"),
    ("today", None, None),
    ("yesterday", date(2025, 3, 1), "2025-02-28"),
    ("last night", MONDAY, "2025-10-26"),
    ("tomorrow", date(2024, 2, 28), "2024-02-29"),
    ("since 2022", None, "2022/.."),
    ("since last year", MONDAY, "2024/.."),
    ("after 2014", None, "2014/.."),
    ("until 2030", None, "../2030"),
    ("by the end of 2025", None, "../2025"),
    ("around 1990", None, "1990~"),
    ("from 2014 to 2018", None, "2014/2018"),
    ("between 2014 and 2018", None, "2014/2018"),
    ("between March and May 2020", None, "2020-03/2020-05"),
    ("from November to February 2021", None, "2020-11/2021-02"),
    ("from 2018 to 2014", None, None),
    ("from Monday to Wednesday", MONDAY, "2025-10-20/2025-10-22"),
    ("on 3-5 October", MONDAY, "2025-10-03/2025-10-05"),
    ("on Oct. 3-5", MONDAY, "2025-10-03/2025-10-05"),
    ("on October 3-5, 1990", None, "1990-10-03/1990-10-05"),
    ("on the same day", MONDAY, None),
    ("two weeks later", MONDAY, None),
    ("ON MONDAY, OCT. 27, 2025", None, "2025-10-27"),
    ("at Christmas", MONDAY, "2024-12-25"),
    ("at Christmas 1989", None, "1989-12-25"),
    ("on Christmas Eve", MONDAY, "2024-12-24"),
    ("on New Year's Day", MONDAY, "2025-01-01"),
    ("at Easter", MONDAY, "2025-04-20"),
    ("on Good Friday", MONDAY, "2025-04-18"),
    ("last Easter", MONDAY, "2025-04-20"),
    ("next Christmas", MONDAY, "2025-12-25"),
    ("during Ramadan", MONDAY, None),
    ("during Ramadan in 2019", None, "2019"),
    ("during Holy Week", MONDAY, None),
    ("on 9/11", None, "2001-09-11"),
    ("on the eve", MONDAY, None),
    ("in the third quarter", MONDAY, "2025-35"),
    ("in the last quarter of 2019", None, "2019-36"),
    ("in the final quarter of last year", MONDAY, "2024-36"),
    ("in the first half of this year", MONDAY, "2025-40"),
    ("a fortnight ago", MONDAY, "2025-10-13"),
    ("three decades ago", MONDAY, "199X"),
    ("half a century ago", MONDAY, "1975"),
    ("48 hours ago", MONDAY, "2025-10-25"),
    ("six hours ago", MONDAY, "2025-10-27"),
    ("the week before last", MONDAY, "2025-W42"),
    ("the year before last", MONDAY, "2023"),
    ("as of tomorrow", MONDAY, "2025-10-28/.."),
    ("as of January 1, 2026", None, "2026-01-01/.."),
    ("in about 1900", None, "1900~"),
    ("27.10.2025", None, "2025-10-27"),
    ("at noon on Friday", MONDAY, "2025-10-24"),
    ("at midnight on Sunday", MONDAY, "2025-10-26"),
    ("all of 2020", None, "2020"),
    ("overnight", MONDAY, None),
    ("that year", MONDAY, None),
    ("two days after", MONDAY, None),
    ("at the moment", MONDAY, None),
    ("next Monday, November 3", MONDAY, "2025-11-03"),
    ("last Friday, October 24", MONDAY, "2025-10-24"),
    ("in the nineties", None, "199X"),
    ("in the mid-1970s", None, "197X"),
    ("in the eighteenth century", None, "17XX"),
    ("in summer 2014", None, "2014-22"),
    ("last winter", MONDAY, "2024-24"),
    ("on Monday afternoon", MONDAY, "2025-10-27"),
    ("on the night of November 9, 1989", None, "1989-11-09"),
    ("in late 1991", None, "1991"),
    ("by December 31, 2026", None, "../2026-12-31"),
    ("starting Monday", MONDAY, "2025-10-27/.."),
    ("throughout 2021", None, "2021"),
    ("on Thursday the 24th", MONDAY, "2025-10-24"),
    ("over the past 48 hours", MONDAY, "2025-10-25/2025-10-27"),
    ("in the past week", MONDAY, "2025-10-20/2025-10-27"),
    ("in Dec 2022", None, "2022-12"),
    ("in 1939-1945", None, "1939/1945"),
]

NO_TIMES = {
    "pt": [
        "O general de 63 anos falou.",
        "Lutaram por três dias.",
        "Foi o 80º aniversário da batalha.",
        "Era o 50.º dia da guerra.",
        "A Segunda Guerra Mundial acabou.",
        "Morreram 2.000 soldados.",
        "O G20 reuniu ministros.",
        "O navio saiu do mar.",
        "Todas as sextas-feiras protestam.",
        "Moram na Rua 25 de Março agora.",
        "Mais de 1984 pessoas fugiram.",
        "Subiu em 45% o preço.",
        "Vive em Natal agora.",
        "O navio parou na Ilha de Páscoa.",
    ],
    "en": [
        "The general, 63 years old, spoke.",
        "They fought for two years.",
        "It was the 80th anniversary.",
        "They may leave.",
        "Soldiers march on the palace.",
        "He saw 2,000 soldiers.",
        "The G20 met ministers.",
        "The sun rose and they sat down.",
        "Every Friday they protest.",
        "On 05/06/2024 nothing is sure.",
        "Black Friday came.",
        "They are in their 90s.",
        "The ship reached Easter Island.",
    ],
}


@cache
def tokeniser(lang: str) -> Language:
    return spacy.blank(lang)


def blank(lang: str, text: str) -> Doc:
    return tokeniser(lang)(text)


def check(lang: str, expression: str, published: date | None, value: str | None) -> None:
    text = f"Kim, {expression}, Lee."
    (time,) = find_times(blank(lang, text), published=published)
    assert (time.text, time.value) == (expression, value)
    assert text[time.start : time.end] == time.text


@pytest.mark.parametrize(("expression", "published", "value"), PORTUGUESE)
def test_portuguese(expression: str, published: date | None, value: str | None) -> None:
    check("pt", expression, published, value)


@pytest.mark.parametrize(("expression", "published", "value"), ENGLISH)
def test_english(expression: str, published: date | None, value: str | None) -> None:
    check("en", expression, published, value)


@pytest.mark.parametrize(
    ("lang", "text"), [(lang, text) for lang, rows in NO_TIMES.items() for text in rows]
)
def test_is_no_time(lang: str, text: str) -> None:
    assert find_times(blank(lang, text), published=MONDAY) == []


def test_several_stand_in_text_order() -> None:
    text = "Ontem caiu; em 1994 subiu e há dois dias parou."
    found = find_times(blank("pt", text), published=MONDAY)
    assert [t.value for t in found] == ["2025-10-26", "1994", "2025-10-25"]


def test_language_without_grammar_has_none() -> None:
    assert find_times(blank("xx", "2025-10-27"), published=MONDAY) == []


def values(lang: str, rows: list[Row], morphs: dict[int, str]) -> list[str | None]:
    doc = parse(lang, rows, morphs=morphs)
    return [time.value for time in find_times(doc, published=MONDAY)]


@pytest.mark.parametrize(
    ("form", "morph", "value"),
    [
        ("chegou", "Tense=Past|VerbForm=Fin", "2025-10-22"),
        ("chegará", "Tense=Fut|VerbForm=Fin", "2025-10-29"),
        ("chegaria", "Mood=Cnd|VerbForm=Fin", "2025-10-29"),
        ("chega", "Tense=Pres|VerbForm=Fin", "2025-10-29"),
    ],
)
def test_tense_places_a_weekday(form: str, morph: str, value: str) -> None:
    rows = [
        ("Ela", "ela", "PRON", "nsubj", 1),
        (form, "chegar", "VERB", "ROOT", 1),
        ("na", "em", "ADP", "case", 3),
        ("quarta", "quarta", "NOUN", "obl", 1),
    ]
    assert values("pt", rows, {1: morph}) == [value]


@pytest.mark.parametrize(
    ("lemma", "morph", "value"),
    [
        ("urge", "VerbForm=Inf", "../2025-11-02"),
        ("urge", "Tense=Past|VerbForm=Fin", "../2025-10-26"),
        ("help", "VerbForm=Inf", "../2025-10-26"),
    ],
)
def test_what_is_asked_for_is_to_come(lemma: str, morph: str, value: str) -> None:
    rows = [
        ("They", "they", "PRON", "nsubj", 1),
        (lemma, lemma, "VERB", "ROOT", 1),
        ("leave", "leave", "VERB", "xcomp", 1),
        ("by", "by", "ADP", "case", 4),
        ("Sunday", "Sunday", "PROPN", "obl", 2),
    ]
    assert values("en", rows, {2: morph}) == [value]


@pytest.mark.parametrize(
    ("auxiliary", "value"), [("will", "2025-12"), ("did", "2024-12"), ("would", "2025-12")]
)
def test_auxiliary_places_a_month(auxiliary: str, value: str) -> None:
    rows = [
        ("They", "they", "PRON", "nsubj", 2),
        (auxiliary, auxiliary, "AUX", "aux", 2),
        ("meet", "meet", "VERB", "ROOT", 2),
        ("in", "in", "ADP", "case", 4),
        ("December", "December", "PROPN", "obl", 2),
    ]
    assert values("en", rows, {2: "VerbForm=Inf"}) == [value]


def test_passive_future() -> None:
    rows = [
        ("No", "em", "ADP", "case", 1),
        ("sábado", "sábado", "NOUN", "obl", 3),
        ("será", "ser", "AUX", "aux:pass", 3),
        ("assinado", "assinar", "VERB", "ROOT", 3),
    ]
    assert values("pt", rows, {2: "Tense=Fut"}) == ["2025-11-01"]


def test_verb_of_saying_before_the_day_wins_over_the_parse() -> None:
    rows = [
        ("They", "they", "PRON", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("Monday", "Monday", "PROPN", "obl", 5),
        ("it", "it", "PRON", "nsubj", 5),
        ("will", "will", "AUX", "aux", 5),
        ("go", "go", "VERB", "ccomp", 1),
        ("on", "on", "ADP", "case", 7),
        ("Sunday", "Sunday", "PROPN", "obl", 5),
    ]
    found = values("en", rows, {1: "Tense=Past|VerbForm=Fin"})
    assert found == ["2025-10-27", "2025-11-02"]


@pytest.mark.parametrize(("head", "count"), [("Times", 0), ("talks", 1)])
def test_weekday_in_a_name(head: str, count: int) -> None:
    rows = [
        ("the", "the", "DET", "det", 2),
        ("Sunday", "Sunday", "PROPN", "compound", 2),
        (head, head, "NOUN", "ROOT", 2),
    ]
    assert len(values("en", rows, {})) == count


def test_plan_lies_ahead() -> None:
    rows = [
        ("Planeja", "planejar", "VERB", "ROOT", 0),
        ("viajar", "viajar", "VERB", "xcomp", 0),
        ("em", "em", "ADP", "case", 3),
        ("março", "março", "NOUN", "obl", 1),
    ]
    assert values("pt", rows, {0: "Tense=Pres", 1: "VerbForm=Inf"}) == ["2026-03"]


@pytest.mark.parametrize(
    ("lang", "words", "tense", "value"),
    [
        ("en", ["has", "to", "by", "Friday"], "Pres", "../2025-10-31"),
        ("en", ["had", "to", "by", "Friday"], "Past", "../2025-10-24"),
        ("pt", ["têm", "de", "até", "sexta-feira"], "Pres", "../2025-10-31"),
        ("es", ["tiene", "que", "antes del", "viernes"], "Pres", "../2025-10-31"),
        ("fr", ["ont", "à", "d'ici", "vendredi"], "Pres", "../2025-10-31"),
    ],
)
def test_the_end_of_what_is_not_over_lies_ahead(
    lang: str, words: list[str], tense: str, value: str
) -> None:
    duty, mark, preposition, day = words
    rows: list[Row] = [
        (duty, duty, "VERB", "ROOT", 0),
        (mark, mark, "PART", "mark", 2),
        ("leave", "leave", "VERB", "xcomp", 0),
        (preposition, preposition, "ADP", "case", 4),
        (day, day, "PROPN", "obl", 2),
    ]
    morphs = {0: f"VerbForm=Fin|Tense={tense}", 2: "VerbForm=Inf"}
    assert values(lang, rows, morphs) == [value]


@pytest.mark.parametrize(("clause", "value"), [(True, "2025-10-23"), (False, "2025-10-30")])
def test_the_day_of_a_promise_is_not_that_of_what_it_says(clause: bool, value: str) -> None:
    rows: list[Row] = [
        ("promised", "promise", "VERB", "ROOT", 0),
        ("on", "on", "ADP", "case", 2),
        ("Thursday", "thursday", "PROPN", "obl", 0),
        ("help", "help", "VERB", "ccomp" if clause else "obj", 0),
    ]
    # The word between keeps the verb from standing right before the day.
    rows.insert(1, ("them", "they", "PRON", "iobj", 0))
    rows = [(*row[:4], 3) if row[0] == "on" else row for row in rows]
    assert values("en", rows, {0: "VerbForm=Fin|Tense=Past"}) == [value]


@pytest.mark.parametrize(("head", "count"), [(3, 1), (1, 0)])
def test_a_name_after_a_feast_is_part_of_it_only_if_it_hangs_on_it(head: int, count: int) -> None:
    rows: list[Row] = [
        ("On", "on", "ADP", "case", 1),
        ("Christmas", "christmas", "PROPN", "obl", 3),
        ("Bergen", "bergen", "PROPN", "nsubj", head),
        ("fell", "fall", "VERB", "ROOT", 3),
    ]
    assert len(values("en", rows, {3: "VerbForm=Fin|Tense=Past"})) == count


def test_copula_tells_the_tense() -> None:
    rows = [
        ("A", "o", "DET", "det", 1),
        ("cúpula", "cúpula", "NOUN", "nsubj", 4),
        ("será", "ser", "AUX", "cop", 4),
        ("em", "em", "ADP", "case", 4),
        ("novembro", "novembro", "NOUN", "ROOT", 4),
    ]
    assert values("pt", rows, {2: "Tense=Fut"}) == ["2025-11"]


@pytest.mark.parametrize(("tense", "found"), [("Past", []), ("Pres", ["2025-10-29"])])
def test_in_two_days_is_a_duration_in_the_past(tense: str, found: list[str]) -> None:
    rows = [
        ("They", "they", "PRON", "nsubj", 1),
        ("resume", "resume", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 4),
        ("two", "two", "NUM", "nummod", 4),
        ("days", "day", "NOUN", "obl", 1),
    ]
    assert values("en", rows, {1: f"Tense={tense}"}) == found


def test_ordinal_is_no_weekday() -> None:
    rows = [
        ("na", "em", "ADP", "case", 2),
        ("segunda", "segundo", "ADJ", "amod", 2),
        ("vez", "vez", "NOUN", "ROOT", 2),
    ]
    assert values("pt", rows, {}) == []


def test_count_is_no_year() -> None:
    rows = [
        ("em", "em", "ADP", "case", 2),
        ("1984", "1984", "NUM", "nummod", 2),
        ("casas", "casa", "NOUN", "ROOT", 2),
    ]
    assert values("pt", rows, {}) == []


@pytest.mark.parametrize(("number", "found"), [("Sing", ["1994"]), ("Plur", [])])
def test_year_before_a_noun(number: str, found: list[str]) -> None:
    rows = [
        ("the", "the", "DET", "det", 2),
        ("1994", "1994", "NUM", "nummod", 2),
        ("thing", "thing", "NOUN", "ROOT", 2),
    ]
    assert values("en", rows, {2: f"Number={number}"}) == found


def test_march_and_may_as_verbs() -> None:
    rows = [
        ("in", "in", "ADP", "case", 1),
        ("march", "march", "NOUN", "ROOT", 1),
        ("of", "of", "ADP", "case", 3),
        ("May", "may", "AUX", "nmod", 1),
    ]
    assert values("en", rows, {}) == []


@given(published=DAYS)
def test_bare_weekday_lies_in_the_week_up_to_publication(published: date) -> None:
    (time,) = find_times(blank("pt", "Chegou na quinta-feira."), published=published)
    day = date.fromisoformat(str(time.value))
    assert day.isoweekday() == 4
    assert timedelta(0) <= published - day < timedelta(7)


YESTERDAY = {
    "pt": "Caiu ontem.",
    "en": "It fell yesterday.",
    "es": "Cayó ayer.",
    "fr": "Chute hier.",
}


@given(published=DAYS, days=st.integers(1, 400), lang=st.sampled_from(sorted(YESTERDAY)))
def test_relative_days_move_with_the_publication(published: date, days: int, lang: str) -> None:
    def day(of: date) -> date:
        (time,) = find_times(blank(lang, YESTERDAY[lang]), published=of)
        return date.fromisoformat(str(time.value))

    assert day(published + timedelta(days)) - day(published) == timedelta(days)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "Na véspera da cúpula de sexta-feira, caiu."),
        ("en", "On the eve of the summit on Friday, it fell."),
        ("es", "En la víspera de la cumbre del viernes, cayó."),
        ("fr", "À la veille du sommet de vendredi, chute."),
    ],
)
def test_the_day_before_an_event_with_a_date_leaves_the_date_to_the_event(
    lang: str, text: str
) -> None:
    eve, friday = find_times(blank(lang, text), published=MONDAY)
    assert (eve.value, friday.value) == ("2025-10-23", "2025-10-24")


@given(published=DAYS, months=st.integers(1, 60))
def test_relative_months_move_with_the_publication(published: date, months: int) -> None:
    def month(day: date) -> int:
        (time,) = find_times(blank("pt", "Caiu no mês passado."), published=day)
        year, number = map(int, str(time.value).split("-"))
        return year * 12 + number

    year, number = divmod(published.year * 12 + published.month - 1 + months, 12)
    assert month(date(year, number + 1, 1)) - month(published) == months


@given(published=st.none() | DAYS)
def test_absolute_dates_do_not_move(published: date | None) -> None:
    text = "On 27 October 2025, in 1994 and from 2014 to 2018."
    found = find_times(blank("en", text), published=published)
    assert [time.value for time in found] == ["2025-10-27", "1994", "2014/2018"]


@given(text=st.text(alphabet="abde 0123456789/-,.'ªºİß\n", max_size=60), published=DAYS)
def test_any_text_gives_ordered_spans_of_itself(text: str, published: date) -> None:
    end = 0
    doc = blank("pt", f"em {text}de maio de {text}")
    for time in find_times(doc, published=published):
        assert end <= time.start < time.end
        assert doc.text[time.start : time.end] == time.text
        end = time.end


@pytest.mark.parametrize(
    ("form", "morph", "value"),
    [
        ("combate", "Tense=Pres|VerbForm=Fin", "2010/.."),
        ("combateu", "Tense=Past|VerbForm=Fin", "2010"),
    ],
)
def test_a_present_has_lasted_since(form: str, morph: str, value: str) -> None:
    rows = [
        ("Ela", "ela", "PRON", "nsubj", 1),
        (form, "combater", "VERB", "ROOT", 1),
        ("há", "haver", "ADP", "case", 4),
        ("15", "15", "NUM", "nummod", 4),
        ("anos", "ano", "NOUN", "obl", 1),
    ]
    assert values("pt", rows, {1: morph}) == [value]
