"""Photo credits: where a caption stops and its credit begins."""

import re
from dataclasses import dataclass

from kg.read.phrases import load_phrases

MAX_LENGTH = 150
MAX_WORDS = 14
# Not the point of an initial or of "U.S.".
SENTENCE_END = re.compile(r"(?:(?<=\w\w)|(?<=\W))[.!?…][\"'”’»)\]]*\s+(?=\S)")
BRACKETED = re.compile(r"[\s—–|-]*[(\[]([^()\[\]]{2,120})[)\]][.\s]*$")
SEPARATOR = re.compile(r"\s+[—–|-]\s*(?=\w)|\s*\|\s*(?=\w)")
COLON = re.compile(r"\s*[:/]")
BY = re.compile(r"\s*(?:-|–|by\b|de\b|do\b|por\b|par\b)", re.IGNORECASE)
CONNECTORS = frozenset(
    [
        "via",
        "by",
        "e",
        "and",
        "y",
        "et",
        "for",
        "from",
        "por",
        "para",
        "pour",
        "par",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "the",
        "a",
    ]
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a paragraph ends once its credit is cut off.

    end: characters; 0 when all of it is credit.
    photo: it credits a picture, so that what stands before it is a caption; False for the bare
    name of an agency, with which reports too are signed.
    """

    end: int
    photo: bool


def find_credit(paragraph: str) -> Credit | None:
    """The credit at the end of a paragraph, None when there is none."""
    for start in candidate_starts(paragraph):
        tail = paragraph[start:].strip(" \xa0()[]|—–-.")
        if is_photo_credit(tail):
            return Credit(len(paragraph[:start].rstrip()), photo=True)
        if load_phrases().agency.fullmatch(tail):
            return Credit(len(paragraph[:start].rstrip()), photo=False)
    return bracketed_credit(paragraph) or separated_credit(paragraph)


def candidate_starts(paragraph: str) -> list[int]:
    """Where a credit may begin: the paragraph itself and after each late sentence end."""
    earliest = len(paragraph) - MAX_LENGTH
    ends = [match.end() for match in SENTENCE_END.finditer(paragraph, max(earliest, 0))]
    return [0, *ends] if earliest <= 0 else ends


def bracketed_credit(paragraph: str) -> Credit | None:
    """A credit in brackets at the end of a caption that no full stop closes.

    A slash alone is no sign here: "(PT/SP)" is a party and its state.
    """
    match = BRACKETED.search(paragraph, max(len(paragraph) - MAX_LENGTH, 0))
    if match and (opens_credit(match[1]) or names_agency(match[1])) and is_short(match[1]):
        return Credit(match.start(), photo=True)
    return None


def separated_credit(paragraph: str) -> Credit | None:
    """A credit after a dash or bar, opened by a word such as "Foto"."""
    for match in SEPARATOR.finditer(paragraph, max(len(paragraph) - MAX_LENGTH, 0)):
        if opens_credit(paragraph[match.end() :]) and is_short(paragraph[match.end() :]):
            return Credit(match.start(), photo=True)
    return None


def is_photo_credit(tail: str) -> bool:
    """Whether words credit a picture: "Foto: …", "Name/Agency", "AP Photo/Name"."""
    if not is_short(tail):
        return False
    if opens_credit(tail):
        return True
    sign = "/" in tail or "©" in tail or (names_agency(tail) and " " in tail)
    return sign and not load_phrases().agency.fullmatch(tail) and is_names(tail)


def opens_credit(tail: str) -> bool:
    """Whether words begin as a credit does: "Foto: …", "Photo by Name", not "Photo of a tank"."""
    match = load_phrases().credit.match(tail)
    if not match:
        return False
    by = BY.match(tail, match.end())
    return bool(COLON.match(tail, match.end()) or (by and is_names(tail[by.end() :])))


def names_agency(tail: str) -> bool:
    """Whether one of the agencies is named and all words are names."""
    return bool(load_phrases().agency.search(tail)) and is_names(tail)


def is_names(tail: str) -> bool:
    """Whether all words are capitalised, but for connectors."""
    words = [word.strip("().,;:©\"'") for word in re.split(r"[\s/|–—-]+", tail)]
    named = [word for word in words if word and word.lower() not in CONNECTORS]
    return bool(named) and all(not word[0].islower() for word in named)


def is_short(tail: str) -> bool:
    """Whether words are few enough for a credit."""
    return 0 < len(tail.split()) <= MAX_WORDS


def is_archive(caption: str) -> bool:
    """Whether a caption says that its picture is an old one."""
    return bool(load_phrases().archive.match(caption.lstrip(" ([")))
