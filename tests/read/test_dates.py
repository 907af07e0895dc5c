from datetime import date

import pytest

from kg.read.dates import find_dateline, find_dates, published_date

OCTOBER = date(2025, 10, 27)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("pt", "em 27 de outubro de 2025 e depois", OCTOBER),
        ("pt", "a 1º de maio de 2024", date(2024, 5, 1)),
        ("pt", "14 mar. 2024", date(2024, 3, 14)),
        ("pt", "27/10/2025", OCTOBER),
        ("pt", "3.4.2025", date(2025, 4, 3)),
        ("en", "on October 27, 2025, they", OCTOBER),
        ("en", "the 27th of October 2025", OCTOBER),
        ("en", "Oct. 27 2025", OCTOBER),
        ("en", "13/04/2025", date(2025, 4, 13)),
        ("en", "04/13/2025", date(2025, 4, 13)),
        ("es", "el 27 de octubre del 2025", OCTOBER),
        ("fr", "1er août 2025", date(2025, 8, 1)),
        ("de", "2025-10-27", OCTOBER),
    ],
)
def test_full_dates(lang, text, expected):
    assert [day for _, _, day in find_dates(text, lang)] == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "03/04/2025"),
        ("pt", "31 de fevereiro de 2025"),
        ("pt", "outubro de 2025"),
        ("pt", "27 de outubro"),
        ("en", "1.27.10.2025.4"),
    ],
)
def test_no_date_where_the_day_is_open_or_impossible(lang, text):
    assert list(find_dates(text, lang)) == []


def test_offsets_are_those_of_the_date():
    start, end, _ = next(find_dates("Em 27 de outubro de 2025, disse.", "pt"))
    assert (start, end) == (3, 24)


@pytest.mark.parametrize(
    ("lang", "head", "day"),
    [
        ("pt", "QUITO, 27 out (Reuters) - ", None),
        ("en", "OSLO, Oct 27 2025 - ", OCTOBER),
        ("pt", "Brasília, 27 de outubro de 2025 — ", OCTOBER),
        ("en", "OTTAWA (AP) — ", None),
        ("en", "WASHINGTON, D.C., Oct. 27, 2025 (AP) -- ", OCTOBER),
        ("es", "Lima, 27 oct 2025 (EFE).- ", OCTOBER),
        ("fr", "Paris, lundi 27 octobre 2025 (AFP) - ", OCTOBER),
        ("en", "(Reuters) - ", None),
        ("pt", "SÃO PAULO - ", None),
        ("pt", "Belém do Pará, 27/10/2025 - ", OCTOBER),
        ("en", "OSLO, October 27, 2025 (Fjord Wire) - ", OCTOBER),
        ("pt", "BRASÍLIA (Agência Ilha), 27 de outubro de 2025 - ", OCTOBER),
        ("es", "QUITO.- ", None),
        ("fr", "PARIS (Journal Vert) - ", None),
        ("en", "LILONGWE, Malawi -- ", None),
        ("en", "SUVA-- ", None),
        ("en", "DHAKA (Delta Wire) : ", None),
        ("en", "APIA: ", None),
        ("en", "Doha, October 27, 2025, QNA - ", OCTOBER),
        ("en", "(AP) ", None),
        ("en", "Male, Oct. 27, 2025 (Coral Press) ", OCTOBER),
        ("es", "Lima, 27 de octubre de 2025. ", OCTOBER),
        ("fr", "Bamako, le 27 octobre 2025. ", OCTOBER),
        ("pt", "Porto Velho, 27/10/2025. ", OCTOBER),
    ],
)
def test_datelines(lang, head, day):
    dateline = find_dateline(head + "The council met.", lang)
    assert dateline is not None
    assert (dateline.end, dateline.day) == (len(head), day)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Norway – the host – said nothing.",
        "The talks of 27 October 2025 - the first ones - failed.",
        "The pact (AFP) - it said so - failed.",
        "Norway said it would wait.",
        "Oslo (a port) - it is said - waits.",
        "U.S. - Norway talks failed.",
        "The Council (NC) Norway said.",
        "NATO (OTAN) Ministers met.",
        "Norway: the host said nothing.",
        "October 27, 2025. Norway signed.",
        "Norway signed on October 27, 2025. The host said nothing.",
        "Peace, Act of 2025. The host said nothing.",
    ],
)
def test_a_dash_in_a_sentence_ends_no_dateline(paragraph):
    assert find_dateline(paragraph, "en") is None


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("pt", "Publicado em 27/10/2025 às 10h32"),
        ("pt", "segunda-feira, 27 de outubro de 2025"),
        ("pt", "27 de outubro de 2025"),
        ("en", "First published: October 27, 2025, 3:15 PM"),
        ("pt", "Porto Alegre, 27 de outubro de 2025"),
    ],
)
def test_a_line_of_publication(lang, line):
    assert published_date(line, lang) == OCTOBER


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("pt", "Atualizado em 27/10/2025"),
        ("en", "The pact was signed on October 27, 2025"),
        ("en", "No date here"),
    ],
)
def test_other_lines_are_not(lang, line):
    assert published_date(line, lang) is None
