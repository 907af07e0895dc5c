"""What the user names (files, folders, globs, "-") to the files to read, each with its id."""

import glob
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from pathlib import Path

from kg.errors import InputError

STDIN = "-"
JSONL = ".jsonl"
PAGES = frozenset([".html", ".htm"])
TABLES = frozenset([".csv", ".tsv"])
SUFFIXES = frozenset([".txt", JSONL, *PAGES, *TABLES])
UNREAD = frozenset(
    [".doc", ".docx", ".epub", ".json", ".odt", ".pdf", ".rtf", ".xls", ".xlsx", ".xml"]
)
"""Formats in which articles come and which kg does not read; nobody misses other files."""
FORMATS = "give .txt, .html, .jsonl or .csv"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. id: unique among the files of a run.

    path: None for standard input.
    """

    path: Path | None
    id: str

    @property
    def name(self) -> str:
        """As messages call it."""
        return "standard input" if self.path is None else str(self.path)

    @property
    def suffix(self) -> str:
        """In lower case, with its dot; empty for standard input."""
        return "" if self.path is None else self.path.suffix.lower()


def find_sources(inputs: Sequence[str]) -> list[Source | InputError]:
    """The files that the inputs stand for, in order, each once; an InputError for each that fails.

    A file in a folder is called by its path in it, any other by its name, both without suffix.
    Files that would share an id take as many parent folders into it as tell them apart, and the
    suffix where that is all that differs.
    """
    found = list(chain.from_iterable(map(expand, inputs)))
    sources = {resolve(item): item for item in reversed(found) if isinstance(item, Source)}
    ids = choose_ids(list(sources.values())[::-1])
    kept: list[Source | InputError] = []
    for item in found:
        if isinstance(item, InputError):
            kept.append(item)
        elif resolve(item) in ids:
            kept.append(replace(item, id=ids.pop(resolve(item))))
    return kept


def expand(item: str) -> Iterator[Source | InputError]:
    """The files of one input."""
    path = Path(item)
    if item == STDIN:
        yield Source(None, "stdin")
    elif path.is_dir():
        yield from expand_folder(path)
    elif path.exists():
        yield file_source(path)
    elif any(sign in item for sign in "*?["):
        yield from expand_glob(item)
    else:
        yield InputError(f"{item}: no such file or folder: check the path.")


def expand_folder(folder: Path) -> Iterator[Source | InputError]:
    """The files of a folder that kg reads, at any depth; neither hidden ones nor graphs of its own.

    An InputError for each format in which articles may have come that it does not read.
    """
    names = [
        name
        for name in sorted(path.relative_to(folder) for path in folder.rglob("*"))
        if not any(part.startswith(".") for part in name.parts) and (folder / name).is_file()
    ]
    graphs = {name.parent for name in names if name.name == "graph.ttl"}
    names = [name for name in names if graphs.isdisjoint(name.parents)]
    readable = [name for name in names if name.suffix.lower() in SUFFIXES]
    unread = Counter(name.suffix.lower() for name in names if name.suffix.lower() in UNREAD)
    if not readable and not unread:
        yield InputError(f"{folder}: no articles in this folder: {FORMATS}.")
    for name in readable:
        yield Source(folder / name, name.with_suffix("").as_posix())
    for suffix, count in sorted(unread.items()):
        files = "1 file" if count == 1 else f"{count:,} files"
        yield InputError(f"{folder}: {files} in {suffix}, which is not read: {FORMATS}.")


def expand_glob(pattern: str) -> Iterator[Source | InputError]:
    """The files and folders that a pattern matches; other formats among them are passed over."""
    # Path.glob takes no absolute pattern.
    paths = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    matched = [path for path in paths if path.is_dir() or path.suffix.lower() in SUFFIXES]
    if not matched:
        yield InputError(f"{pattern}: matches no article: {FORMATS}.")
    for path in matched:
        yield from expand_folder(path) if path.is_dir() else [file_source(path)]


def file_source(path: Path) -> Source | InputError:
    """A file that was named."""
    if path.suffix.lower() not in SUFFIXES:
        return InputError(f"{path}: {path.suffix or 'no suffix'} is not read: {FORMATS}.")
    return Source(path, path.stem)


def resolve(source: Source) -> Path | None:
    """The same for two ways to name a file."""
    return source.path and source.path.resolve()


def choose_ids(sources: Sequence[Source]) -> dict[Path | None, str]:
    """An id for each source, by resolved path, no two the same."""
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        groups[source.id].append(source)
    ids = {resolve(group[0]): name for name, group in groups.items() if len(group) == 1}
    for group in groups.values():
        if len(group) > 1:
            ids |= tell_apart(group, taken=set(ids.values()))
    return ids


def tell_apart(group: Iterable[Source], *, taken: set[str]) -> dict[Path | None, str]:
    """Ids of sources that have the same one: more of the path, as little as does it."""
    paths = [source.path.resolve() for source in group if source.path]
    deepest = max(len(path.parts) for path in paths)
    for keep_suffix, depth in product((False, True), range(1, deepest)):
        ids: dict[Path | None, str] = {
            path: tail(path, depth, keep_suffix=keep_suffix) for path in paths
        }
        if len(set(ids.values())) == len(ids) and not taken.intersection(ids.values()):
            return ids
    return {path: path.as_posix() for path in paths}


def tail(path: Path, depth: int, *, keep_suffix: bool) -> str:
    """The last parts of a path."""
    return "/".join((path if keep_suffix else path.with_suffix("")).parts[-depth:])
