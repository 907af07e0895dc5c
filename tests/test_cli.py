import datetime
import io
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from typer.main import get_command

from kg import cli
from kg.errors import InputError, QueryError, StoreError
from kg.types import Article, Extraction

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = sorted(get_command(cli.app).commands)
TEXT = "The minister of Peru went to Santiago yesterday."


@dataclass
class Run:
    """What a run of the command line left."""

    code: int
    out: str
    err: str


@pytest.fixture
def kg(monkeypatch, capsys) -> Callable[..., Run]:
    """Run `kg` with arguments; in: bytes on standard input."""

    def run(*arguments: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as caught:
            cli.main()
        out, err = capsys.readouterr()
        return Run(caught.value.code or 0, out, err)

    return run


@pytest.fixture
def fake(monkeypatch):
    """Put functions in the place of a module of the library."""

    def put(name: str, **functions: object) -> None:
        module = ModuleType(name)
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, name, module)

    return put


@dataclass
class FakeBuild:
    """Takes the articles as the library does and reports on them."""

    seen: list[Article | InputError] = field(default_factory=list)

    def __call__(self, articles: Iterable[Article | InputError], out: Path, **options: object):
        self.seen = list(articles)
        return SimpleNamespace(
            articles=sum(isinstance(item, Article) for item in self.seen),
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
    fake("kg.graph.build", build=build)
    fake("kg.pipeline", extract=nothing_in)
    fake("kg.view", write_page=None)
    return build


def nothing_in(article: Article) -> Extraction:
    return Extraction(article, 1, (), (), (), (), ())


def one_line(run: Run, start: str) -> bool:
    return run.err.startswith(f"kg: {start}") and run.err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_page_has_an_example(kg, command):
    run = kg(command, "--help")
    assert run.code == 0
    assert re.search(rf"Example:\n(  .*\n)*  .*\bkg {command} ", run.out)


def test_docs_are_those_of_the_commands():
    generator = ModuleType("generate_cli")
    generator.__file__ = str(DOCS / "generate_cli.py")
    exec((DOCS / "generate_cli.py").read_text(encoding="utf8"), vars(generator))
    page = generator.PAGE.read_text(encoding="utf8")
    for command in COMMANDS:
        assert f"\n## kg {command}\n" in page
    assert page == generator.render(), "run docs/generate_cli.py"


def test_without_arguments_the_help_is_shown(kg):
    run = kg()
    assert run.code == 0
    assert all(command in run.out for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build"], "Missing argument 'INPUT'. See kg build --help."),
        (["build", "x"], "Missing option '--out'"),
        (["bild"], "No such command 'bild'. Did you mean 'build'?"),
        (["build", "x", "-o", "y", "--date", "3/4"], "Invalid value for '--date': '3/4' is no day"),
        (["extract", "x", "--what", "verbs"], "Invalid value for '--what'"),
        (["query", "x", "--name", "n", "--param", "person"], "Invalid value: --param 'person'"),
        (["export", "x", "--to", "pdf", "-o", "y"], "Invalid value for '--to'"),
    ],
)
def test_a_mistake_on_the_command_line_is_one_line_and_code_2(kg, fake, arguments, message):
    fake("kg.query", named_queries=dict, run_query=None, format_result=None)
    run = kg(*arguments)
    assert run.code == 2
    assert one_line(run, message)


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
    assert one_line(run, f"skipped {tmp_path}/none.txt: no such file")
    assert re.search(r"^articles +1$", run.out, re.M)


def test_an_unknown_language_stops_the_build(kg, built):
    run = kg("build", "-", "-o", "out", "--lang", "xx")
    assert run.code == 1
    assert one_line(run, "No pipeline for language 'xx'")
    assert built.seen == []


def test_build_reads_standard_input(kg, built):
    assert kg("build", "-", "-o", "out", stdin=TEXT.encode()).code == 0
    assert [article.id for article in built.seen] == ["stdin"]


def test_no_progress_bar_in_a_pipe_and_one_on_a_terminal(kg, built, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(TEXT)
    assert kg("build", tmp_path, "-o", "out").err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with cli.track(["a", "b"], [str(tmp_path)], show=True) as tracked:
        assert list(tracked) == ["a", "b"]
    assert "Reading" in kg("build", tmp_path, "-o", "out").err


def test_extract_writes_records_and_reports_what_it_skipped(kg, fake, tmp_path):
    fake("kg.pipeline", extract=nothing_in)
    (tmp_path / "a.txt").write_text(TEXT)
    run = kg("extract", tmp_path / "a.txt", tmp_path / "none.txt", "--format", "csv")
    assert run.code == 1
    assert run.out.startswith("id,subject,relation,object,date,place,sentence")
    assert one_line(run, f"skipped {tmp_path}/none.txt")


def test_query_passes_its_parts_on(kg, fake, tmp_path):
    calls = []

    def run_query(*arguments, **options):
        calls.append((*arguments, options))
        return "result"

    fake(
        "kg.query",
        named_queries=lambda: {"meetings": ""},
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
    assert "(meetings)" in run.err


def test_errors_of_the_library_are_one_line_and_code_1(kg, fake):
    def fail(*arguments, **options):
        raise QueryError("Bad query:\n  line 1")

    fake("kg.query", named_queries=dict, run_query=fail, format_result=None)
    run = kg("query", "g", "SELECT")
    assert run.code == 1
    assert one_line(run, "Bad query: line 1")


def test_a_file_that_is_not_there_is_one_line(kg, fake):
    fake("kg.query", named_queries=dict, run_query=None, format_result=None)
    run = kg("query", "g", "--file", "none.rq")
    assert run.code == 1
    assert one_line(run, "none.rq: No such file or directory")


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
    fake("kg.graph.validate", validate=lambda folder: report)
    run = kg("validate", "g")
    assert run.out == ("g conforms to the shapes.\n" if conforms else "a\nb\n")
    assert run.code == (0 if conforms else 1)
    assert conforms or one_line(run, "g breaks the shapes in 2 places")


def test_a_folder_without_a_graph(kg, fake):
    def fail(folder):
        raise StoreError(f"{folder}: no graph: kg build writes one.")

    fake("kg.graph.validate", validate=fail)
    assert one_line(kg("validate", "g"), "g: no graph")


def test_an_interrupted_run_shows_no_traceback(kg, fake):
    def stop(folder):
        raise KeyboardInterrupt

    fake("kg.graph.validate", validate=stop)
    run = kg("validate", "g")
    assert (run.code, run.out, run.err) == (130, "", "")


def test_the_version(kg):
    try:
        version("geopolitical-kg")
    except PackageNotFoundError:
        pytest.skip("needs kg to be installed: pip install -e .")
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").out)
