"""Where the actors of a report stand in its sentence."""

from collections.abc import Iterable, Iterator, Sequence

from kg.view.model import Mark

Named = tuple[int, Sequence[str]]
"""An actor and its names."""
Span = tuple[int, int]


def find_marks(sentence: str, actors: Iterable[Named], taken: Span) -> tuple[Mark, ...]:
    """Mark each actor where its longest name in the sentence stands first, sorted.

    actors: the earlier ones come first where two share words. taken: span of the trigger, which is
    marked otherwise. Who is not named in these words, as behind a pronoun, has no mark.
    """
    marks: list[Mark] = []
    spans = [taken]
    for actor, names in actors:
        span = _find(sentence, names, spans)
        if span:
            spans.append(span)
            marks.append(Mark(*span, actor))
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _find(sentence: str, names: Sequence[str], spans: Sequence[Span]) -> Span | None:
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for start, end in _spans(sentence, name):
            if all(end <= other or stop <= start for other, stop in spans):
                return start, end
    return None


def _spans(sentence: str, name: str) -> Iterator[Span]:
    """Find a name wherever it stands as whole words. No pattern: some are a megabyte long."""
    start = sentence.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        if not _is_word(sentence[start - 1 : start]) and not _is_word(sentence[end : end + 1]):
            yield start, end
        start = sentence.find(name, start + 1)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
