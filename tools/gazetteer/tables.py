"""Read and write the tables of the gazetteer: tab-separated, a header line, ";" between names."""

import csv
import re
from pathlib import Path

from kg.slug import slug

HERE = Path(__file__).parent
LANGUAGES = ("en", "pt", "pt-PT", "es", "fr")
Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    """The rows of a table beside this file."""
    with (HERE / name).open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write_table(name: str, columns: list[str], rows: list[list[str]]) -> None:
    """Write a table beside this file, sorted."""
    lines = ["\t".join(row) for row in [columns, *sorted(rows)]]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf8")


def split(cell: str) -> list[str]:
    """The names of a cell, without repeats."""
    return list(dict.fromkeys(name for part in cell.split(";") if (name := part.strip())))


def place_id(row: Row) -> str:
    """The IRI of a row of places.tsv after the base: "place/RUS/moscow"."""
    label = re.sub(r" \(.*\)", "", split(row["en"])[0])
    return f"place/{row['country']}/{slug(label)}"


def organisation_id(row: Row) -> str:
    """The IRI of a row of organisations.tsv after the base: "organisation/united-nations"."""
    folder = "group" if row["class"] == "ArmedGroup" else "organisation"
    return f"{folder}/{slug(split(row['en'])[0])}"


def community_id(row: Row) -> str:
    """The IRI of a row of communities.tsv after the base: "community/kurds"."""
    folder = "community" if row["class"] == "Community" else "community-kind"
    return f"{folder}/{slug(split(row['en'])[0])}"
