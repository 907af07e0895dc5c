"""The `kg` command itself, what its commands share, and how it ends.

Data goes to standard output, messages to standard error, one line each. Exit code 0: all is well;
1: something failed, was skipped or does not conform; 2: a mistake on the command line.
"""

import datetime
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from kg.errors import KgError


def example(*commands: str) -> str:
    """Commands as the foot of a help page, one a line (the control character keeps them so)."""
    return "\n".join(["\b", "Example:", *(f"  {command}" for command in commands)])


HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="kg",
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=HELP_OPTIONS,
)


def add_group(
    name: str, summary: str, *, cls: type[TyperGroup] = TyperGroup, epilog: str | None = None
) -> typer.Typer:
    """A group of commands under `kg NAME`, with the manners of the app."""
    group = typer.Typer(
        name=name,
        help=summary,
        cls=cls,
        epilog=epilog,
        rich_markup_mode=None,
        context_settings=HELP_OPTIONS,
    )
    app.add_typer(group)
    return group


def parse_day(text: str) -> datetime.date:
    """The day of an option. Raises BadParameter."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day like 2024-05-03.") from None


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .html, .jsonl, .csv), folders, quoted globs, or - for standard input.",
        show_default=False,
    ),
]
Day = Annotated[
    datetime.date | None,
    typer.Option(
        "--date",
        parser=parse_day,
        metavar="YYYY-MM-DD",
        help="Date of publication of all inputs, against the one that each states.",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODE",
        help="Language of all inputs, such as pt or en, against the one detected.",
        show_default=False,
    ),
]
NoGuess = Annotated[
    bool,
    typer.Option(
        "--no-guess",
        help="Leave out the coarse, low-scored events at words that no rule has.",
        show_default=False,
    ),
]
Graph = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="A folder that kg build has written.", show_default=False),
]


def main() -> None:
    """Run the command line; every error becomes one line on standard error."""
    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="kg", standalone_mode=False)
    except KgError as error:
        code = complain(str(error))
    except typer.TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "kg")
        message = error.format_message()
        stop = "" if message.endswith((".", "?")) else "."
        code = complain(f"{message}{stop} See {path} --help.", code=error.exit_code)
    except OSError as error:
        code = complain(f"{error.filename}: {error.strerror}: check the path and its permissions.")
    sys.exit(code)


def complain(message: str, *, code: int = 1) -> int:
    """Write one line to standard error; the exit code that goes with it."""
    typer.echo(f"kg: {' '.join(message.split())}", err=True)
    return code


def report_skipped(messages: Sequence[str]) -> None:
    """Name what was skipped and end with exit code 1, if anything was."""
    for message in messages:
        complain(f"skipped {message}")
    if messages:
        raise typer.Exit(1)


@app.callback(
    invoke_without_command=True,
    epilog=example(
        "kg build news/ --out demo",
        "kg query demo --name meetings --param person=Lula",
    ),
)
def root(
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Turn news articles into a knowledge graph of states, leaders and events, with evidence."""
    if show_version:
        typer.echo(f"kg {version('geopolitical-kg')}")
        raise typer.Exit
