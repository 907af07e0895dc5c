"""The lexicon of a language: `ontologies/lexicon/<lang>.yaml` as frames and word lists."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import yaml

from kg.errors import DataError, UnknownLanguage
from kg.ontology.files import ontology_dir

ENTITY_KINDS = frozenset(["actor", "person", "individual", "state", "organisation", "place"])
EFFECTS = frozenset(
    ["planned", "possible", "demanded", "hypothetical", "habitual", "negative", "denied"]
)
POS = frozenset(["verb", "noun", "adj"])
ROLES = frozenset(["source", "target", "theme"])


@dataclass(frozen=True)
class Frame:
    """A word that evokes an event class, and where its arguments stand.

    roles: role to slots in order of preference ("nsubj", "obj", "obl:com", "poss", "xcomp>obj").
    where: role to the noun class or entity kind that its filler must have.
    has: slot to lemmas, one of which must fill it (idioms).
    planned: whether the word tells of what is to come ("is due in").
    example, expected: a sentence and the spans of it that the roles must find; run as a test.
    near: of a guess (`kg.ontology.neighbours`) the known word and how similar it is, else "".
    """

    id: str
    lemmas: tuple[str, ...]
    pos: str
    type: str
    roles: Mapping[str, tuple[str, ...]]
    where: Mapping[str, str] = field(default_factory=dict)
    has: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reciprocal: bool = False
    planned: bool = False
    example: str = ""
    expected: Mapping[str, str] = field(default_factory=dict)
    near: str = ""


@dataclass(frozen=True)
class Lexicon:
    """All frames and word lists of one language; lemmas are lower case."""

    language: str
    frames: tuple[Frame, ...]
    classes: Mapping[str, frozenset[str]]
    speech_verbs: frozenset[str]
    speech_nouns: frozenset[str]
    according: tuple[str, ...]
    light_verbs: frozenset[str]
    taking_up: Mapping[str, frozenset[str]]
    """Light verb to the prepositions before the noun of what is done: "engage in talks"."""
    receiving: frozenset[str]
    """Verbs and nouns of those to whom it is done: "received threats", "was the target of"."""
    operators: Mapping[str, str]
    """Lemma, or verb and particle ("rule out"), to one of EFFECTS."""
    actors: frozenset[str]
    verbs: frozenset[str]
    """Infinitives of every verb that the file names."""
    nouns: frozenset[str]
    """Every noun that the file names."""
    by_trigger: Mapping[tuple[str, str], tuple[Frame, ...]]
    """(pos, lemma) to its frames in the order of the file."""

    @cached_property
    def supporting(self) -> frozenset[str]:
        """Verbs whose object can tell the event: those that do and those that receive."""
        return self.light_verbs | self.receiving

    @cached_property
    def governing(self) -> frozenset[str]:
        """Verbs that are operators only before a certain preposition: "deixar de"."""
        first = {lemma.split(" ")[0] for lemma in self.operators if " " in lemma}
        return frozenset(first.difference(self.operators))

    @cached_property
    def giving(self) -> frozenset[str]:
        """Lemmas of the verbs with a recipient: one of their frames looks for an `iobj`."""
        frames = (f for f in self.frames if any("iobj" in slots for slots in f.roles.values()))
        return frozenset(lemma for frame in frames for lemma in frame.lemmas)


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language by ISO 639-1 code.

    Raises UnknownLanguage when there is no file, DataError when the file breaks the format.
    """
    return read_lexicon(read_rows(language))


def read_rows(language: str) -> dict[str, Any]:
    """The lexicon file of a language as it stands. Raises UnknownLanguage and DataError."""
    path = ontology_dir() / "lexicon" / f"{language}.yaml"
    if not path.exists():
        known = ", ".join(lexicon_codes())
        raise UnknownLanguage(f"No lexicon for language {language!r}: choose one of {known}.")
    try:
        rows: dict[str, Any] = yaml.load(path.read_text("utf8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DataError(f"ontologies/lexicon/{path.name} is no YAML: {error}. Mend it.") from error
    return rows


def lexicon_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in (ontology_dir() / "lexicon").glob("*.yaml")))


def read_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """A parsed lexicon file as values. Raises DataError on the first bad rule."""
    frames = tuple(read_frame(row) for row in data["frames"])
    check_unique([frame.id for frame in frames])
    classes = {name: frozenset(lemmas) for name, lemmas in data["classes"].items()}
    for frame in frames:
        check_conditions(frame, classes)
    speech = data["speech"]
    return Lexicon(
        language=data["language"],
        frames=frames,
        classes=classes,
        speech_verbs=frozenset(speech["verbs"]),
        speech_nouns=frozenset(speech["nouns"]),
        according=tuple(sorted(speech["according"], key=len, reverse=True)),
        light_verbs=frozenset(data["light_verbs"]),
        taking_up={verb: frozenset(words) for verb, words in data["taking_up"].items()},
        receiving=frozenset(data["receiving"]),
        operators=read_operators(data["operators"]),
        actors=frozenset(data["actors"]),
        verbs=frozenset(list_verbs(frames, data)),
        nouns=frozenset(list_nouns(frames, classes, data)),
        by_trigger=index_frames(frames),
    )


def read_frame(row: Mapping[str, Any]) -> Frame:
    """One frame of the file. Raises DataError."""
    try:
        frame = Frame(
            id=row["id"],
            lemmas=as_tuple(row["lemma"]),
            pos=row["pos"],
            type=row["type"],
            roles={role: as_tuple(slots) for role, slots in row["roles"].items()},
            where=row.get("where", {}),
            has={slot: as_tuple(lemmas) for slot, lemmas in row.get("has", {}).items()},
            reciprocal=row.get("reciprocal", False),
            planned=row.get("planned", False),
            example=row["example"],
            expected={role: row[role] for role in sorted(ROLES) if role in row},
        )
    except (KeyError, AttributeError) as error:
        raise DataError(f"Frame {row.get('id', row)!r} lacks {error}: add it.") from error
    if frame.pos not in POS or not ROLES.issuperset(frame.roles):
        raise DataError(f"Frame {frame.id!r}: pos is one of {POS}, roles are among {ROLES}.")
    return frame


def check_conditions(frame: Frame, classes: Mapping[str, frozenset[str]]) -> None:
    """Every condition names a noun class or an entity kind. Raises DataError."""
    for role, name in frame.where.items():
        if role not in frame.roles or (name not in classes and name not in ENTITY_KINDS):
            valid = ", ".join(sorted({*classes, *ENTITY_KINDS}))
            raise DataError(f"Frame {frame.id!r}: {role}: {name!r} is none of {valid}.")


def check_unique(ids: list[str]) -> None:
    """Raises DataError when an id stands twice."""
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise DataError(f"Frame id {name!r} stands twice: rename one.")
        seen.add(name)


def read_operators(rows: list[Mapping[str, Any]]) -> dict[str, str]:
    """Lemma to effect. Raises DataError on an unknown effect."""
    effects = {}
    for row in rows:
        if row["effect"] not in EFFECTS:
            raise DataError(f"Operator {row['lemma']!r}: effect is one of {sorted(EFFECTS)}.")
        effects.update(dict.fromkeys(as_tuple(row["lemma"]), row["effect"]))
    return effects


def index_frames(frames: tuple[Frame, ...]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """(pos, lemma) to frames, in the order of the file."""
    index = defaultdict(list)
    for frame in frames:
        for lemma in frame.lemmas:
            index[frame.pos, lemma].append(frame)
    return {key: tuple(rows) for key, rows in index.items()}


def list_verbs(frames: tuple[Frame, ...], data: Mapping[str, Any]) -> Iterator[str]:
    """Verbs that are triggers, verbs of saying, light verbs and operators."""
    for frame in frames:
        yield from frame.lemmas if frame.pos == "verb" else ()
    yield from data["speech"]["verbs"]
    yield from data["light_verbs"]
    yield from data["taking_up"]
    for row in data["operators"]:
        yield from as_tuple(row["lemma"]) if row.get("pos") == "verb" else ()


def list_nouns(
    frames: tuple[Frame, ...], classes: Mapping[str, frozenset[str]], data: Mapping[str, Any]
) -> Iterator[str]:
    """Nouns that are triggers, actors or members of a noun class."""
    for frame in frames:
        yield from frame.lemmas if frame.pos == "noun" else ()
    for lemmas in classes.values():
        yield from lemmas
    yield from data["actors"]


def as_tuple(value: str | list[str]) -> tuple[str, ...]:
    """A value that may stand alone or in a list."""
    return (value,) if isinstance(value, str) else tuple(value)
