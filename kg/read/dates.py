"""Dates as articles write them, and the day of publication as the text itself tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.read.credits import is_names
from kg.read.phrases import load_phrases, may_lead_with_month, months

ISO = r"(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
NUMERIC = r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y2>\d{4})"
DAY = r"\d{1,2}"
# "1º", "1er", "27th"; "27 de", "27 of".
AFTER_DAY = r"(?:º|°|ª|er|st|nd|rd|th)?\.?[ \xa0]+(?:de[ \xa0]+|of[ \xa0]+)?"
AFTER_MONTH = r"\.?,?[ \xa0]+(?:de[ \xa0]+|del[ \xa0]+)?"
# Where the month leads: "October 27, 2025".
BETWEEN = r"\.?[ \xa0]+"
ORDINAL = r"(?:st|nd|rd|th)?"

DATELINE_LENGTH = 90
DASH = re.compile(
    r"[ \xa0](?:--?|–|—)[ \xa0]|(?<=\))[ \xa0]?(?:--?|–|—)[ \xa0]|(?<=\))[ \xa0]?:[ \xa0]"
    r"|(?<=[\w)])\.[ \xa0]?(?:--?|–|—)[ \xa0]|(?<=[^\W\d_]{3})(?:--|—)[ \xa0]"
    r"|(?<=[^\W\d_]{3}):[ \xa0]|(?P<bare>(?<=\))[ \xa0](?:[\"“][ \xa0])?)(?=\w)"
    r"|(?P<stop>(?<=[ \xa0/]\d{4})\.[ \xa0])"
)
"""What ends a dateline; bare: only the bracket with its agency does; stop: that after a year."""
AGENCY = re.compile(r"\(([^()]{2,40})\)[ \xa0]*$|(?<=\d),?[ \xa0]([A-Z]{3,})$")
ABBREVIATION = re.compile(r"\w\.\w")
CITY_WORD = re.compile(r"[^\W\d][^\W\d]*(?:[.'’-][^\W\d]+)*\.?")
LAST_WEEKDAY = re.compile(r",[ \xa0][^\W\d_A-Z][\w-]*$")
"""The weekday that may stand between place and date: "Paris, mercredi 9 avril 2025"."""
MAX_CITY_WORDS = 7
PARTICLES = frozenset(["da", "das", "de", "del", "do", "dos", "e", "la", "le", "of", "the", "y"])
MAX_PUBLISHED_WORDS = 14


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence, as in "LISBON, 3 March 2024 (Lusa) - …".

    end: characters from the start of the paragraph to its first word.
    day: None when the dateline gives no full date.
    """

    end: int
    day: date | None


def find_dates(text: str, lang: str) -> Iterator[tuple[int, int, date]]:
    """(start, end, date) of each full date in a text, in order; none for an impossible day."""
    for match in full_date(lang).finditer(text):
        if day := to_date(match, lang):
            yield match.start(), match.end(), day


@cache
def full_date(lang: str) -> re.Pattern[str]:
    """Pattern of a day with month and year in a language; ISO and numeric ones in every one."""
    forms = [ISO, NUMERIC]
    if months(lang):
        month = month_names(lang)
        forms += [
            rf"(?P<d2>{DAY}){AFTER_DAY}(?P<n2>{month}){AFTER_MONTH}(?P<y3>\d{{4}})",
            rf"(?P<n3>{month}){BETWEEN}(?P<d3>{DAY}){ORDINAL},?[ \xa0]+(?P<y4>\d{{4}})",
        ]
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(forms)})(?![\w/-])", re.IGNORECASE)


@cache
def day_and_month(lang: str) -> re.Pattern[str]:
    """Pattern of a date without a year at the end of a text: "27 out", "Oct. 27"."""
    month = month_names(lang) if months(lang) else "(?!)"
    return re.compile(
        rf"(?<!\w)(?:{DAY}{AFTER_DAY}{month}\.?|{month}{BETWEEN}{DAY}{ORDINAL})$", re.IGNORECASE
    )


def month_names(lang: str) -> str:
    """A pattern for any of them, the longest first."""
    names = sorted(map(re.escape, months(lang)), key=len, reverse=True)
    return f"(?:{'|'.join(names)})"


def to_date(match: re.Match[str], lang: str) -> date | None:
    """The day that a match of `full_date` names; None when it is impossible or ambiguous."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    if "a" in groups:
        return numeric_date(int(groups["a"]), int(groups["b"]), int(groups["y2"]), lang)
    by_letter = {key[0]: value for key, value in groups.items()}
    name = by_letter.get("n")
    month = months(lang)[name.lower()] if name else int(by_letter["m"])
    return make_date(int(by_letter["y"]), month, int(by_letter["d"]))


def numeric_date(first: int, second: int, year: int, lang: str) -> date | None:
    """Day first, unless the language may put the month first and the numbers do not tell."""
    if first > 12 or not may_lead_with_month(lang):
        return make_date(year, second, first)
    return make_date(year, first, second) if second > 12 or first == second else None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_dateline(paragraph: str, lang: str) -> Dateline | None:
    """The dateline that a paragraph opens with: a place, then a date, an agency or capitals."""
    dash = DASH.search(paragraph, 0, DATELINE_LENGTH)
    if not dash:
        return None
    head, agency = split_agency(paragraph[: dash.start()].strip())
    place, day, dated = split_date(head, lang)
    if dated and not agency:
        place, agency = split_agency(place)
    if "(" in place or (place and not is_city(place)):
        return None
    if dash["stop"] and not (place and day):
        return None
    known = agency is not None and load_phrases().agency.search(agency)
    return Dateline(dash.end(), day) if known or dated or is_capitals(place, dash) else None


def is_capitals(place: str, dash: re.Match[str]) -> bool:
    """Is a place written in capitals, with or without its state: "LIMA", "LIMA, Peru"?

    Not so "U.S. - China trade", nor "NATO (OTAN) ministers".
    """
    city = place.partition(",")[0]
    return city.isupper() and not ABBREVIATION.match(city) and dash["bare"] is None


def split_agency(head: str) -> tuple[str, str | None]:
    """A dateline without the agency, or any other names, that it ends with in brackets."""
    agency = AGENCY.search(head)
    if not agency or not is_names(agency[1] or agency[2]):
        return head, None
    return head[: agency.start()].strip(" ,\xa0"), agency[1] or agency[2]


def split_date(head: str, lang: str) -> tuple[str, date | None, bool]:
    """Place, date and whether there is one, of a dateline without its agency."""
    for start, end, day in find_dates(head, lang):
        if end == len(head):
            return LAST_WEEKDAY.sub("", head[:start].rstrip(" ,")), day, True
    if partial := day_and_month(lang).search(head):
        return head[: partial.start()].rstrip(" ,"), None, True
    return head, None, False


def is_city(place: str) -> bool:
    """Whether words could name a place: each begins with a capital, but for particles."""
    words = [word for word in re.split(r"[\s,/]+", place) if word and word not in PARTICLES]
    return 0 < len(words) <= MAX_CITY_WORDS and all(
        CITY_WORD.fullmatch(word) and word[0].isupper() for word in words
    )


def published_date(line: str, lang: str) -> date | None:
    """The date of a line that gives the day of publication and nothing else.

    "Published on 3 March 2024, 10:15" and "Porto Alegre, 3 March 2024" do; a sentence that holds
    a date does not, nor does a line that says something else before the date ("Updated …").
    """
    first = next(find_dates(line, lang), None)
    if first is None or len(line.split()) > MAX_PUBLISHED_WORDS:
        return None
    start, _, day = first
    before = load_phrases().published.sub("", line[:start])
    stated = not re.search(r"\w", before) or is_weekday(before) or is_place(before)
    return day if stated else None


def is_place(words: str) -> bool:
    """Whether what stands before a date is a place and a comma."""
    place = words.rstrip()
    return place.endswith(",") and is_city(place[:-1])


def is_weekday(words: str) -> bool:
    """Whether what stands before a date is one word and a comma, as a weekday does."""
    return bool(re.fullmatch(r"\W*[\w-]+,\s*", words))
