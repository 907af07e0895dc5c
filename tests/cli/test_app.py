import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

import pytest
from typer.main import get_command

from kg.cli.app import app
from kg.errors import QueryError

DOCS = Path(__file__).parents[2] / "docs"


def list_commands(group, *above: str) -> list[str]:
    """Every command that can be run, groups apart."""
    return [
        path
        for name, command in group.commands.items()
        for path in (
            list_commands(command, *above, name)
            if hasattr(command, "commands")
            else [" ".join([*above, name])]
        )
    ]


GROUPS = sorted(get_command(app).commands)
COMMANDS = sorted(list_commands(get_command(app)))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_help_page_has_an_example(kg, command):
    run = kg(*command.split(), "--help")
    assert run.code == 0
    assert re.search(rf"Example:\n(  .*\n)*  .*\bkg {command.split()[0]} ", run.out)


@pytest.mark.parametrize("group", ["gazetteer", "lexicon"])
def test_a_group_without_a_command_says_so(kg, group):
    run = kg(group)
    assert run.code == 2
    assert run.complains(f"Missing command. See kg {group} --help.")


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
    assert all(command in run.out for command in GROUPS)


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
        (["view", "x", "-y"], "No such option: -y. See kg view --help."),
    ],
)
def test_a_mistake_on_the_command_line_is_one_line_and_code_2(kg, fake, arguments, message):
    fake("kg.query", run_query=None, format_result=None)
    run = kg(*arguments)
    assert run.code == 2
    assert run.complains(message)


def test_errors_of_the_library_are_one_line_and_code_1(kg, fake):
    def fail(*arguments, **options):
        raise QueryError("Bad query:\n  line 1")

    fake("kg.query", run_query=fail, format_result=None)
    run = kg("query", "g", "SELECT")
    assert run.code == 1
    assert run.complains("Bad query: line 1")


def test_an_interrupted_run_shows_no_traceback(kg, fake):
    def stop(folder):
        raise KeyboardInterrupt

    fake("kg.graph.shapes.validate", validate=stop)
    run = kg("validate", "g")
    assert (run.code, run.out, run.err) == (130, "", "")


def test_the_version(kg):
    try:
        version("geopolitical-kg")
    except PackageNotFoundError:
        pytest.skip("needs kg to be installed: pip install -e .")
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").out)
