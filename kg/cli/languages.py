"""`kg languages`: what kg can read here, and what it takes to read more."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import add_group, complain, example
from kg.messages import align

if TYPE_CHECKING:
    from kg.language.install import Readable

group = add_group("languages", "List the languages that kg reads, or install one.")


@group.callback(
    invoke_without_command=True, epilog=example("kg languages", "kg languages install es")
)
def languages(context: typer.Context) -> None:
    """List the languages that kg reads, or install one.

    For each its code, its name and the spaCy pipeline that parses it here.
    """
    if context.invoked_subcommand is None:
        from kg.language.install import list_readable

        typer.echo("\n".join(align([language_row(entry) for entry in list_readable()])))


@group.command(epilog=example("kg languages install es", "kg languages install fr"))
def install(
    code: Annotated[
        str, typer.Argument(metavar="CODE", help="A language, such as es.", show_default=False)
    ],
) -> None:
    """Install the pipeline of a language with pip.

    The pipelines are projects of their own, under licences of their own.
    """
    from kg.language import language
    from kg.language.install import install_pipeline, serving

    entry = language(code)
    if pipeline := serving(code):
        typer.echo(f"{entry.name} is served by {describe(pipeline)} already.")
        return
    if entry.packages:
        licence = f", whose licence is {entry.packages_licence}" if entry.packages_licence else ""
        complain(f"pip installs {entry.packages[-1]}{licence}.")
    typer.echo(f"{entry.name} is served by {install_pipeline(code)}.")


def language_row(readable: "Readable") -> tuple[str, str, str, str]:
    """A language as one row."""
    entry, pipeline = readable.language, readable.pipeline
    if pipeline:
        return entry.code, entry.name, describe(pipeline), "installed"
    advice = f"kg languages install {entry.code}" if entry.packages else "not installed"
    return entry.code, entry.name, entry.pipelines[0], advice


def describe(pipeline: str) -> str:
    """A pipeline in words."""
    return "the pipeline inside kg" if pipeline == "shipped" else pipeline
