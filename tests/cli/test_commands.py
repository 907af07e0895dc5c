import datetime
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.cli import commands
from kg.errors import InputError, StoreError
from kg.types import Article, Extraction

TEXT = "LIMA, 3 May 2024 - The minister of Peru went to Santiago yesterday."


@dataclass
class FakeBuild:
    """Takes the articles as the library does and reports on them."""

    seen: list[Article | InputError] = field(default_factory=list)

    def __call__(self, articles: Iterable[Article | InputError], out: Path, **options: object):
        self.seen = list(articles)
        return SimpleNamespace(
            articles=sum(isinstance(item, Article) for item in self.seen),
            unchanged=0,
            sentences=41,
            entities=25,
            events={"Meeting": 3, "TroopDeployment": 1},
            triples=1204,
            seconds=2.345,
            skipped=tuple(str(item) for item in self.seen if isinstance(item, InputError)),
            files=(out / "graph.html",),
        )


@pytest.fixture
def built(fake) -> FakeBuild:
    build = FakeBuild()
    fake("kg.graph.change.build", build=build)
    fake("kg.pipeline", extract=nothing_in)
    fake("kg.view", write_page=None)
    return build


def nothing_in(article: Article, *, guess: bool = True) -> Extraction:
    return Extraction(article, 1, (), (), (), (), ())


def test_build_prints_the_summary(kg, built, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    run = kg("build", tmp_path, "-o", tmp_path / "out", "--date", "2024-05-03", "--lang", "pt")
    assert (run.code, run.err) == (0, "")
    assert re.search(r"^articles +1$", run.out, re.M)
    assert re.search(r"^  TroopDeployment +1$", run.out, re.M)
    assert re.search(r"^triples +1,204$", run.out, re.M)
    assert re.search(r"^seconds +2\.3$", run.out, re.M)
    assert run.out.rstrip().endswith(str(tmp_path / "out" / "graph.html"))
    assert (built.seen[0].date, built.seen[0].lang) == (datetime.date(2024, 5, 3), "pt")


def test_build_reports_what_it_skipped(kg, built, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    run = kg("build", tmp_path / "a.txt", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert run.code == 1
    assert run.complains(f"skipped {tmp_path}/none.txt: no such file")
    assert re.search(r"^articles +1$", run.out, re.M)


@pytest.mark.parametrize(("count", "start"), [(1, "1 article has"), (4, "4 articles have")])
def test_articles_without_a_date_are_named(kg, built, tmp_path, count, start):
    for i in range(count):
        (tmp_path / f"{i}.txt").write_text(f"Minister {i} of Peru went to Santiago yesterday.")
    run = kg("build", tmp_path, "-o", tmp_path / "out")
    assert run.code == 0
    assert run.complains(f"{start} no date")
    assert ("0, 1, 2, …" in run.err) == (count == 4)


def test_an_unknown_language_stops_the_build(kg, built):
    run = kg("build", "-", "-o", "out", "--lang", "xx")
    assert run.code == 1
    assert run.complains("No pipeline for language 'xx'")
    assert built.seen == []


def test_build_reads_standard_input(kg, built):
    assert kg("build", "-", "-o", "out", stdin=TEXT.encode()).code == 0
    assert [article.id for article in built.seen] == ["stdin"]


def test_no_progress_bar_in_a_pipe_and_one_on_a_terminal(kg, built, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)
    assert kg("build", tmp_path, "-o", "out").err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with commands.track(["a", "b"], [str(tmp_path)], show=True) as tracked:
        assert list(tracked) == ["a", "b"]
    assert "Reading" in kg("build", tmp_path, "-o", "out").err


def test_extract_writes_records_and_reports_what_it_skipped(kg, fake, tmp_path):
    fake("kg.pipeline", extract=nothing_in)
    (tmp_path / "a.txt").write_text(TEXT)
    run = kg("extract", tmp_path / "a.txt", tmp_path / "none.txt", "--format", "csv")
    assert run.code == 1
    assert run.out.startswith("id,published,subject,subject_iri,subject_country,relation")
    assert run.complains(f"skipped {tmp_path}/none.txt")


@pytest.mark.parametrize(("options", "guess"), [([], True), (["--no-guess"], False)])
def test_guesses_can_be_switched_off(kg, fake, tmp_path, options, guess):
    asked = []

    def extract(article: Article, *, guess: bool) -> Extraction:
        asked.append(guess)
        return nothing_in(article)

    fake("kg.pipeline", extract=extract)
    (tmp_path / "a.txt").write_text(TEXT)
    kg("extract", tmp_path / "a.txt", *options)
    kg("build", tmp_path / "a.txt", "-o", tmp_path / "out", *options)
    assert asked == [guess, guess]


def test_query_passes_its_parts_on(kg, fake, tmp_path):
    calls = []

    def run_query(*arguments, **options):
        calls.append((*arguments, options))
        return "result"

    fake(
        "kg.query",
        run_query=run_query,
        format_result=lambda result, form: f"{result} as {form}\n",
    )
    (tmp_path / "q.rq").write_text("ASK {}")
    assert kg("query", "g", "SELECT").out == "result as table\n"
    assert kg("query", "g", "--file", tmp_path / "q.rq", "-f", "csv").out == "result as csv\n"
    kg("query", "g", "--name", "meetings", "--param", "person=Ana", "--param", "x=a=b")
    assert calls == [
        (Path("g"), "SELECT", {"name": None, "params": {}}),
        (Path("g"), "ASK {}", {"name": None, "params": {}}),
        (Path("g"), None, {"name": "meetings", "params": {"person": "Ana", "x": "a=b"}}),
    ]
    run = kg("query", "g")
    assert run.code == 2
    assert "kg queries" in run.err


def test_a_file_that_is_not_there_is_one_line(kg, fake):
    fake("kg.query", run_query=None, format_result=None)
    run = kg("query", "g", "--file", "none.rq")
    assert run.code == 1
    assert run.complains("none.rq: No such file or directory")


def test_export_and_view(kg, fake, monkeypatch, tmp_path):
    calls, opened = [], []
    fake("kg.export", export=lambda *arguments: calls.append(arguments))
    fake("kg.view", write_page=lambda *arguments: calls.append(arguments))
    monkeypatch.setattr("typer.launch", opened.append)
    page = tmp_path / "p.html"
    assert kg("export", "g", "--to", "gexf", "-o", "g.gexf").code == 0
    assert kg("view", "g").code == 0
    assert opened == []
    assert kg("view", "g", "-o", page, "--open").code == 0
    assert calls == [
        (Path("g"), "gexf", Path("g.gexf")),
        (Path("g"), Path("graph.html")),
        (Path("g"), page),
    ]
    assert opened == [page.as_uri()]


@pytest.mark.parametrize("conforms", [True, False])
def test_validate(kg, fake, conforms):
    report = SimpleNamespace(conforms=conforms, violations=() if conforms else ("a", "b"))
    fake("kg.graph.shapes.validate", validate=lambda folder: report)
    run = kg("validate", "g")
    assert run.out == ("g conforms to the shapes.\n" if conforms else "a\nb\n")
    assert run.code == (0 if conforms else 1)
    assert conforms or run.complains("g breaks the shapes in 2 places")


def test_a_folder_without_a_graph(kg, fake):
    def fail(folder):
        raise StoreError(f"{folder}: no graph: kg build writes one.")

    fake("kg.graph.shapes.validate", validate=fail)
    assert kg("validate", "g").complains("g: no graph")
