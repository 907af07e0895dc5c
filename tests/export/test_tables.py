"""The tables of events as other data sets have them, each read by its own reader."""

import csv
from datetime import date

import pytest
from stories import BRAZIL, PARAGUAY, Words

from kg.errors import KgError
from kg.export import events_csv, export, gdelt, polecat
from kg.graph.change.build import build
from kg.types import Article, Event, Extraction


@pytest.fixture
def written(demo, tmp_path):
    def write(fmt):
        export(demo, fmt, tmp_path / "table")
        return tmp_path / "table"

    return write


def read_gdelt(path):
    with path.open(encoding="utf8", newline="") as file:
        lines = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [dict(zip(gdelt.COLUMNS, line, strict=True)) for line in lines]
    return {row["EventCode"]: row for row in rows}


def read_polecat(path):
    with path.open(encoding="utf8", newline="") as file:
        return {row["Event Type"]: row for row in csv.DictReader(file, delimiter="\t")}


def test_gdelt_has_its_sixty_one_columns():
    assert len(gdelt.COLUMNS) == 61
    names = list(gdelt.COLUMNS)
    assert (names[0], names[26], names[30], names[60]) == (
        *("GlobalEventID", "EventCode", "GoldsteinScale", "SOURCEURL"),
    )


def test_gdelt(written):
    rows = read_gdelt(written("gdelt"))
    talks = rows["046"]
    assert {name: talks[name] for name in ("Day", "MonthYear", "Year", "FractionDate")} == {
        "Day": "20240603",
        "MonthYear": "202406",
        "Year": "2024",
        "FractionDate": "2024.4192",
    }
    assert (talks["Actor1Name"], talks["Actor1CountryCode"], talks["Actor2CountryCode"]) == (
        *("LUIZ INÁCIO LULA DA SILVA", "BRA", "PRY"),
    )
    codes = ("EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale")
    assert [talks[code] for code in codes] == ["046", "04", "1", "7.0"]
    counts = ("NumMentions", "NumSources", "NumArticles", "DATEADDED")
    assert [talks[name] for name in counts] == ["2", "1", "2", "20240604000000"]
    assert talks["SOURCEURL"].startswith("https://example.org/visita")
    assert (talks["ActionGeo_Type"], talks["ActionGeo_FullName"]) == ("4", "Planalto Palace")


def test_gdelt_has_no_row_for_what_is_denied(written):
    rows = read_gdelt(written("gdelt"))
    assert sorted(rows) == ["046", "050", "057", "154"]
    assert rows["050"]["Day"] == rows["050"]["Actor2Name"] == ""
    assert rows["154"]["QuadClass"] == "4"


def test_actors_that_nobody_knows_have_their_words(tmp_path):
    words = Words("Rebels shot ten guards.")
    article = Article(id="one", text=words.text, lang="en", date=date(2024, 6, 4))
    said = words.sentence("Rebels")
    sides = (words.argument("source", "Rebels"), words.argument("target", "ten guards"))
    event = Event("Killing", words.find("shot"), said, sides, "en-killing-shoot")
    told = Extraction(article, 1, (), (), (), (event,), ())
    build(
        [article], tmp_path / "g", extractor=lambda _: told, write_page=lambda _, path: path.touch()
    )
    (row,) = gdelt.read(tmp_path / "g")
    assert (row["Actor1Name"], row["Actor2Name"]) == ("REBELS", "TEN GUARDS")
    assert "Actor1Code" not in row
    (row,) = events_csv.read(tmp_path / "g")
    assert (row["subject"], row["subject_country"], row["published"]) == (
        "Rebels",
        "",
        "2024-06-04",
    )


def test_numbers_of_gdelt_events_differ_and_fit_sixty_three_bits(written):
    numbers = [int(row["GlobalEventID"]) for row in read_gdelt(written("gdelt")).values()]
    assert len(set(numbers)) == len(numbers) == 4
    assert max(numbers) < 2**63


def test_polecat(written):
    rows = read_polecat(written("polecat"))
    assert sorted(rows) == ["CONSULT", "MOBILIZE", "SUPPORT"]
    talks = rows["CONSULT"]
    assert talks == {
        **talks,
        "Event Date": "2024-06-03",
        "Quad Code": "VERBAL COOPERATION",
        "Intensity": "7.0",
        "Actor Name": "Luiz Inácio Lula da Silva",
        "Actor Country": "BRA",
        "Actor Name Raw": "Luiz Inácio Lula da Silva",
        "Recipient Country": "PRY",
        "Placename": "Planalto Palace",
        "Country": "BRA",
        "Source": "Folha de Exemplo",
        "Publication Date": "2024-06-04",
        "Language": "pt",
        "Contexts": "None",
    }
    assert rows["MOBILIZE"]["Event Mode"] == "troops"
    assert len(talks) == len(polecat.COLUMNS) == 40


@pytest.mark.parametrize("fmt", ["parquet", "gdelt-parquet", "polecat-parquet"])
def test_parquet_says_what_the_text_says(demo, tmp_path, fmt):
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in (fmt, fmt.removesuffix("-parquet").replace("parquet", "csv")):
        export(demo, name, tmp_path / name)
    rows = parquet.read_table(tmp_path / fmt).to_pylist()
    assert len(rows) >= 4
    tables = {"parquet": events_csv, "gdelt-parquet": gdelt, "polecat-parquet": polecat}
    columns = tables[fmt].COLUMNS
    assert list(rows[0]) == list(columns)
    for row in rows:
        kinds = zip(row.values(), columns.values(), strict=True)
        assert all(cell is None or type(cell) is kind for cell, kind in kinds)
    if fmt == "parquet":
        with (tmp_path / "csv").open(encoding="utf8", newline="") as file:
            told = list(csv.DictReader(file))
        assert [{n: "" if c is None else str(c) for n, c in row.items()} for row in rows] == told


def test_parquet_without_pyarrow_says_what_to_install(demo, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(KgError, match=r"geopolitical-kg\[parquet\]"):
        export(demo, "parquet", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_cypher_runs_in_a_store_of_its_kind(written):
    kglite = pytest.importorskip("kglite")
    graph = kglite.KnowledgeGraph()
    head, *lines = written("cypher").read_text(encoding="utf8").splitlines()
    assert head.startswith("CREATE CONSTRAINT")
    for _ in range(2):  # a second run changes nothing
        for line in lines:
            graph.cypher(line.removesuffix(";"))

    def ask(query):
        return [tuple(row.values()) for row in graph.cypher(query).to_list()]

    signed = ask("MATCH (a:Person)-[:SIGNED_TREATY_WITH]->(b:Person) RETURN a.name, b.name")
    assert sorted(signed) == [
        ("Luiz Inácio Lula da Silva", "Santiago Peña"),
        ("Santiago Peña", "Luiz Inácio Lula da Silva"),
    ]
    assert ask("MATCH (e:Event) RETURN count(e)") == [(5,)]
    sent = ask("MATCH (a)-[:DEPLOYED_TROOPS_TO]->(b) RETURN a.iri, b.iri")
    assert sent == [(BRAZIL, PARAGUAY)]
    told = ask('MATCH (r:Report)-[:TELLS_OF]->(e:Event {class: "Negotiation"}) RETURN r.sentence')
    assert len(told) == 2
    asked = ask('MATCH (e:Event {class: "AidRequest"}) RETURN e.polarity')
    assert asked == [("negative",)]
    assert ask("MATCH (a)-[:REQUESTED_AID_FROM]->(b) RETURN a") == []
