"""Guesses for words that no frame has: `ontologies/lexicon/neighbours.tsv` as coarse frames.

The file says near which known word such a word stands and which PLOVER root it most likely tells
of; how it was made and how often it is right is told at its head. A guess borrows the slots of the
known word and gives the class of the root, never a finer one.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.errors import DataError
from kg.ontology.classes import EVENT, event_class, event_classes, local_name
from kg.ontology.files import ontology_dir
from kg.ontology.lexicon import ROLES, Frame, Lexicon, load_lexicon

COLUMNS = ("language", "pos", "lemma", "root", "nearest", "similarity")

Guesses = Mapping[tuple[str, str], Frame]
"""(pos, lemma) to the frame of a guess."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word that no frame has, and the nearest one of its language and part of speech."""

    language: str
    pos: str
    lemma: str
    root: str
    """PLOVER root, such as "ACCUSE"."""
    nearest: str
    """A lemma with frames of that root."""
    similarity: float
    """Cosine of the two words' vectors, centred."""


@cache
def load_guesses(language: str) -> Guesses:
    """The guesses for a language; none for one that the file leaves out.

    Raises UnknownLanguage for a language without a lexicon, DataError for a line that breaks the
    format.
    """
    rows = [row for row in load_neighbours() if row.language == language]
    return guess_frames(rows, load_lexicon(language))


@cache
def load_neighbours() -> tuple[Neighbour, ...]:
    """Every line of the file, in its order. Raises DataError."""
    path = ontology_dir() / "lexicon" / "neighbours.tsv"
    lines = [line for line in path.read_text("utf8").splitlines() if not line.startswith("#")]
    return tuple(read_neighbours(lines))


def read_neighbours(lines: list[str]) -> Iterator[Neighbour]:
    """The rows of a table whose first line names the columns. Raises DataError."""
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            language, pos, lemma, root, nearest, similarity = (row[name] for name in COLUMNS)
            yield Neighbour(language, pos, lemma, root, nearest, float(similarity))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(
                f"neighbours.tsv: {dict(row)} breaks the format ({error}): "
                f"give {', '.join(COLUMNS)}, the last a number."
            ) from error


def guess_frames(rows: list[Neighbour], lexicon: Lexicon) -> Guesses:
    """The frame of each row; a row whose word has frames by now, or whose model has none, is idle.

    Raises DataError for a root that is none.
    """
    frames = {}
    for row in rows:
        models = lexicon.by_trigger.get((row.pos, row.nearest), ())
        models = tuple(model for model in models if event_class(model.type).root == row.root)
        if models and (row.pos, row.lemma) not in lexicon.by_trigger:
            frames[row.pos, row.lemma] = to_frame(row, models)
    return frames


def to_frame(row: Neighbour, models: tuple[Frame, ...]) -> Frame:
    """The frame of a guess, with every slot of its models, those without conditions first.

    Raises DataError for a root that is none.
    """
    slots: dict[str, dict[str, None]] = defaultdict(dict)
    for model in sorted(models, key=lambda model: len(model.where) + len(model.has)):
        for role in ROLES & model.roles.keys():
            slots[role].update(dict.fromkeys(model.roles[role]))
    return Frame(
        id=f"{row.language}-near-{row.lemma}",
        lemmas=(row.lemma,),
        pos=row.pos,
        type=root_class(row.root),
        roles={role: tuple(names) for role, names in sorted(slots.items())},
        near=f"{row.nearest} ({row.similarity:.2f})",
    )


@cache
def root_class(root: str) -> str:
    """Local name of the class of a PLOVER root, the one right under kg:Event. Raises DataError."""
    event = local_name(EVENT)
    for name, kind in event_classes().items():
        if kind.root == root and kind.ancestors == (event,):
            return name
    raise DataError(f"No event class for the PLOVER root {root!r}: see ontologies/kg.ttl.")
