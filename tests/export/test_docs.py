"""docs/exports.md names every format and every column."""

import re
from pathlib import Path

from kg.cli.commands import GraphFormat
from kg.export import FORMATS, events_csv

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


def test_every_format_is_on_the_page_and_on_the_command_line():
    table = PAGE.read_text(encoding="utf8").partition("## ")[0]
    firsts = "\n".join(row.split("|")[1] for row in table.splitlines() if row.startswith("| `"))
    assert set(re.findall(r"`([a-z0-9-]+)`", firsts)) == set(FORMATS)
    assert [form.value for form in GraphFormat] == list(FORMATS)


def test_every_column_is_on_the_page():
    table = PAGE.read_text(encoding="utf8").partition("## The columns")[2].partition("\n## ")[0]
    firsts = "\n".join(row.split("|")[1] for row in table.splitlines() if row.startswith("| `"))
    assert set(re.findall(r"`(\w+)`", firsts)) == set(events_csv.COLUMNS)
