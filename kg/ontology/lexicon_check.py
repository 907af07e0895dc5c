"""What is wrong in the lexicon of a language: one finding for each fault."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

import yaml

from kg.errors import DataError, KgError
from kg.ontology.classes import event_class
from kg.ontology.files import ontology_dir
from kg.ontology.findings import Finding
from kg.ontology.lexicon import Frame, check_conditions, read_frame, read_rows
from kg.types import Article, Event, Extraction

Extract = Callable[[Article], Extraction]

RELATIONS = frozenset(
    [
        *("acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf"),
        *("compound", "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl"),
        *("fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj"),
        *("obl", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"),
    ]
)
"""Of Universal Dependencies, version 2; a slot may name any of them, with a subtype."""
LOGICAL = frozenset(["poss", "speaker", "head", "as"])
"""Slots that are no relation."""
STOP = frozenset(
    ["a", "o", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "the", "of", "s"]
)
"""Words that an expected span and an argument may share by chance."""


def check_lexicon(language: str, *, extract: Extract | None = None) -> list[Finding]:
    """The faults of the lexicon of a language, errors first.

    extract: runs the examples, which takes some 20 ms each; without it they are not run.
    Raises UnknownLanguage, and DataError when the file is no YAML.
    """
    data = read_rows(language)
    frames, broken = read_frames(data["frames"])
    classes = {name: frozenset(lemmas) for name, lemmas in data["classes"].items()}
    found = [
        *broken,
        *repeated_ids(data["frames"]),
        *(finding for frame in frames for finding in check_frame(frame, classes)),
        *shadowed(frames),
        *(bad_examples(frames, language, extract) if extract else ()),
    ]
    return sorted(found, key=lambda finding: not finding.is_error)


def read_frames(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Frame], list[Finding]]:
    """The frames that can be read, and a finding for each that cannot."""
    frames, broken = [], []
    for row in rows:
        try:
            frames.append(read_frame(row))
        except DataError as error:
            broken.append(fault(str(row.get("id")), str(error), "mend the frame"))
    return frames, broken


def repeated_ids(rows: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    """An id is that of one frame."""
    for name, number in Counter(str(row.get("id")) for row in rows).items():
        if number > 1:
            yield fault(name, f"the id of {number} frames", "rename all but one")


def check_frame(frame: Frame, classes: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Class, noun classes, slots and lemmas of a frame are ones that can be."""
    try:
        event_class(frame.type)
        check_conditions(frame, classes)
    except DataError as error:
        yield fault(frame.id, str(error), "choose one of those")
    for slot in sorted({*chain.from_iterable(frame.roles.values()), *frame.has}):
        if not is_slot(slot):
            yield fault(frame.id, f"unknown slot {slot!r}", "name a relation, obl:PREP or poss")
    for lemma in frame.lemmas:
        if lemma != lemma.lower() or " " in lemma:
            yield fault(frame.id, f"lemma {lemma!r}", "write one word in lower case")


def is_slot(slot: str) -> bool:
    """Can an argument stand there? "obl:with", "xcomp>obj", "speaker"."""
    for part in slot.split(">"):
        relation, colon, rest = part.partition(":")
        if part not in LOGICAL and (relation not in RELATIONS or bool(colon) != bool(rest)):
            return False
    return True


def shadowed(frames: Sequence[Frame]) -> Iterator[Finding]:
    """A frame fires for something that no earlier one takes."""
    for i, frame in enumerate(frames):
        rivals = [other for other in frames[:i] if takes_all(other, frame)]
        covered = {lemma for other in rivals for lemma in other.lemmas}
        if covered >= {*frame.lemmas}:
            what = f"never fires: {rivals[0].id} takes all that it asks for"
            yield fault(frame.id, what, "ask for more, or drop it")


def takes_all(first: Frame, later: Frame) -> bool:
    """Does a frame fire, and come first, wherever a later one of the same word would?

    It asks for the same and finds its actors in at least the same places. Where both move things,
    two things may be of the two, so that only the same slots tell.
    """
    if (first.pos, first.has, first.where) != (later.pos, later.has, later.where):
        return False
    if first.reciprocal != later.reciprocal or {*first.lemmas}.isdisjoint(later.lemmas):
        return False
    if later.roles.get("theme") or first.roles.get("theme"):
        return first.roles == later.roles
    return all(
        {*later.roles.get(role, ())} <= {*first.roles.get(role, ())}
        for role in ("source", "target")
    )


def bad_examples(frames: Sequence[Frame], language: str, extract: Extract) -> Iterator[Finding]:
    """The example of a frame gives its event; where the parser is to blame that is a warning."""
    for frame in frames:
        try:
            what = example_fault(frame, language, extract)
        except KgError as error:
            yield fault(language, f"examples not run: {error}", "then check again", is_error=False)
            return
        if what:
            misread = frame.id in misread_frames()
            yield fault(frame.id, what, "mend the frame or its example", is_error=not misread)


def example_fault(frame: Frame, language: str, extract: Extract) -> str | None:
    """What the example of a frame does not give; None when it gives its event and arguments.

    Raises UnknownLanguage and PipelineMissing if extract does.
    """
    text = frame.example
    article = Article(id="example", text=text, lang=language, body=((0, len(text)),))
    events = extract(article).events
    alike = [event for event in events if event.type == frame.type]
    if not alike:
        fired = ", ".join(event.rule for event in events) or "nothing"
        return f"its example gives no {frame.type}, but {fired}"
    if any(finds_expected(event, frame) for event in alike):
        return None
    found = "; ".join(f"{argument.role} {argument.text!r}" for argument in alike[0].arguments)
    return f"its example gives other arguments: {found or 'none'}"


def finds_expected(event: Event, frame: Frame) -> bool:
    """Every expected span shares a word with an argument of its role (either, if reciprocal)."""
    for role in ("source", "target"):
        roles = ("source", "target") if frame.reciprocal else (role,)
        found = [words(argument.text) for argument in event.arguments if argument.role in roles]
        if not all(any(words(span) & text for text in found) for span in spans(frame, role)):
            return False
    return True


def spans(frame: Frame, role: str) -> list[str]:
    """The spans of the example that a role must find."""
    value: str | list[str] = frame.expected.get(role, [])
    return [value] if isinstance(value, str) else list(value)


def words(text: str) -> set[str]:
    """The words of a text that tell one argument from another."""
    return set(re.findall(r"\w+", text.lower())) - STOP


@cache
def misread_frames() -> frozenset[str]:
    """Ids of the frames whose example the parser is known to misread."""
    text = (ontology_dir() / "misread.yaml").read_text(encoding="utf8")
    return frozenset(yaml.safe_load(text)["frames"])


def fault(subject: str, what: str, advice: str, *, is_error: bool = True) -> Finding:
    """A finding about a frame; its id begins with the language, which names the file."""
    return Finding(f"lexicon/{subject.partition('-')[0]}.yaml", subject, what, advice, is_error)
