import sys

import pytest

from kg.errors import KgError
from kg.frame import Table

TABLE = Table(("name", "events"), (("Brazil", 3), ("<b>", None)))


def test_a_sequence_of_rows():
    assert len(TABLE) == 2
    assert TABLE[0] == {"name": "Brazil", "events": 3}
    assert list(TABLE)[1] == {"name": "<b>", "events": None}
    assert TABLE[:1].rows == (("Brazil", 3),)
    assert not Table(("a",), ())


def test_columns_by_name():
    assert TABLE.column("events") == [3, None]
    with pytest.raises(KgError, match="choose one of name, events"):
        TABLE.column("event")


def test_csv():
    assert TABLE.to_csv() == "name,events\r\nBrazil,3\r\n<b>,\r\n"


def test_pandas():
    pytest.importorskip("pandas")
    frame = TABLE.to_pandas()
    assert list(frame.columns) == ["name", "events"]
    assert frame["events"].sum() == 3


def test_without_pandas_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match=r"geopolitical-kg\[pandas\]"):
        TABLE.to_pandas()


def test_a_notebook_shows_texts_as_texts_and_the_first_rows():
    page = TABLE._repr_html_()
    assert "<td>&lt;b&gt;</td><td></td>" in page
    assert "more rows" not in page
    assert "<p>10 more rows</p>" in Table(("n",), tuple((i,) for i in range(60)))._repr_html_()
