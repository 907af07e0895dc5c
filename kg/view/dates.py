"""EDTF values in words."""

import re

from kg.view.strings import Strings

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_OPEN = ("", "..")


def word_time(edtf: str, strings: Strings) -> str:
    """Put an EDTF value in words: "2025-10-27" is "27 Oct 2025", "2022/.." "since 2022".

    Days, months, years, ISO weeks, intervals and the marks ~ ? % are read; anything else, such
    as a season, stays as it is.
    """
    if "/" in edtf:
        return _word_interval(edtf, strings)
    time = edtf.rstrip("~?%")
    words = _word_point(time, strings)
    return words if time == edtf else _fill(strings, "about", time=words)


def _word_interval(edtf: str, strings: Strings) -> str:
    start, _, end = edtf.partition("/")
    if end in _OPEN:
        return _fill(strings, "since", time=word_time(start, strings))
    if start in _OPEN:
        return _fill(strings, "until", time=word_time(end, strings))
    return f"{word_time(start, strings)} – {word_time(end, strings)}"


def _word_point(time: str, strings: Strings) -> str:
    if week := _WEEK.fullmatch(time):
        return _fill(strings, "week", year=week[1], week=str(int(week[2])))
    day = _DAY.fullmatch(time)
    if not day or not day[2]:
        return time
    month = strings["months"][int(day[2]) - 1]
    if not day[3]:
        return _fill(strings, "month", month=month, year=day[1])
    return _fill(strings, "day", day=str(int(day[3])), month=month, year=day[1])


def _fill(strings: Strings, pattern: str, **parts: str) -> str:
    words: str = strings["dates"][pattern]
    return words.format(**parts)
