"""Text to paragraphs, as character spans."""

import re
from itertools import pairwise

Span = tuple[int, int]
"""(start, end) in characters, end exclusive."""

LINE = re.compile(r"[^\r\n]+")
BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t\xa0]*(?:\r\n|\n|\r)")
BULLET = re.compile(r"[-•*·▪]\s+")
# Mail, wire services and plain-text editors wrap between these widths.
WRAP_WIDTHS = range(40, 101)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")


def split_paragraphs(text: str, *, wrapped: bool) -> tuple[Span, ...]:
    """Spans of the paragraphs, in order, without the white space and bullets around them.

    wrapped: lines broken at a fixed width are one paragraph; else each line is one.
    Lines without a letter or digit are left out.
    """
    lines = [span for match in LINE.finditer(text) if (span := trim(text, match.span()))]
    if not wrapped:
        return tuple(lines)
    spans: list[Span] = []
    for block in group_blocks(text, lines):
        if is_wrapped([text[start:end] for start, end in block]):
            spans.append((block[0][0], block[-1][1]))
        else:
            spans.extend(join_broken(text, block))
    return tuple(spans)


def join_broken(text: str, lines: list[Span]) -> list[Span]:
    """Lines of a block; one that breaks in mid-sentence goes with the next, in lower case."""
    joined = lines[:1]
    for start, end in lines[1:]:
        first, last = joined[-1]
        if text[start].islower() and not SENTENCE_END.search(text[first:last]):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def trim(text: str, span: Span) -> Span | None:
    """The span without white space and bullet; None when no letter or digit is in it."""
    start, end = span
    line = text[start:end]
    if not any(character.isalnum() for character in line):
        return None
    start += len(line) - len(line.lstrip())
    end -= len(line) - len(line.rstrip())
    if bullet := BULLET.match(text, start, end):
        start = bullet.end()
    return start, end


def group_blocks(text: str, lines: list[Span]) -> list[list[Span]]:
    """Lines that no blank line parts, together."""
    blocks: list[list[Span]] = []
    for span in lines:
        if blocks and not BLANK.search(text, blocks[-1][-1][1], span[0]):
            blocks[-1].append(span)
        else:
            blocks.append([span])
    return blocks


def is_wrapped(lines: list[str]) -> bool:
    """Whether each line broke because the next word would not have fitted the width.

    A sentence that runs over a line end must be among them: short paragraphs of one line each
    can have such lengths by chance.
    """
    width = max(map(len, lines))
    if len(lines) < 2 or width not in WRAP_WIDTHS:
        return False
    full = all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairwise(lines))
    return full and any(not SENTENCE_END.search(line) for line in lines[:-1])
