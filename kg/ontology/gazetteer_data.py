"""The statements of the gazetteer's files as they stand, right or wrong, for checking them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DataError
from kg.ontology.entries import TYPE, Fact, read_fact, read_subject
from kg.ontology.files import ontology_dir
from kg.ontology.gazetteer import FILES, read_file
from kg.ontology.namespaces import BASE, KG


@dataclass(frozen=True)
class Statements:
    """All that the files say, by IRI of the subject."""

    about: Mapping[str, list[Fact]]
    blocks: Mapping[str, list[str]]
    """The file of each block of statements about a subject; one that is whole has one."""

    def values(self, subject: str, *predicates: str) -> list[str]:
        """What a subject has for some properties."""
        return [fact.value for fact in self.about.get(subject, ()) if fact.predicate in predicates]

    def of_type(self, *types: str) -> Iterator[str]:
        """The subjects of some classes, in the order of the files."""
        return (subject for subject in self.about if not {*types}.isdisjoint(self.types(subject)))

    def types(self, subject: str) -> list[str]:
        """The classes of a subject."""
        return self.values(subject, TYPE)

    def file(self, subject: str) -> str:
        """The file that describes a subject first."""
        return self.blocks[subject][0]


def read_statements(folder: Path | None = None) -> Statements:
    """The statements of the gazetteer files in a folder; by default those that kg uses.

    Raises DataError when there is no such file, or one that is no Turtle.
    """
    folder = folder or ontology_dir()
    names = [name for name in FILES if (folder / name).is_file()]
    if not names:
        raise DataError(f"{folder} has none of {', '.join(FILES)}: give the folder of a gazetteer.")
    about: dict[str, list[Fact]] = defaultdict(list)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        last = None
        for quad in read_file(name, folder):
            subject = read_subject(quad)
            about[subject].append(read_fact(quad))
            if subject != last:
                blocks[subject].append(name)
            last = subject
    return Statements(dict(about), dict(blocks))


def shorten(iri: str) -> str:
    """An IRI as the files write it: "state/RUS", "kg:country"."""
    if iri.startswith(str(KG)):
        return "kg:" + iri.removeprefix(str(KG))
    return iri.removeprefix(str(BASE))


def listed(iris: Iterable[str]) -> str:
    """IRIs for a message, sorted."""
    return ", ".join(sorted(map(shorten, iris)))
