"""`kg queries`: the questions that have a name."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app, example
from kg.messages import GAP, align

if TYPE_CHECKING:
    from kg.query import NamedQuery


@app.command(epilog=example("kg queries", "kg queries disagreements"))
def queries(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="One of them, in full.", show_default=False),
    ] = None,
) -> None:
    """List the queries that `kg query --name` knows, or show one with its parameters."""
    from kg.query import find_query, named_queries

    if name is None:
        rows = [(query.name, query.question) for query in named_queries().values()]
        typer.echo("\n".join(align(rows)))
    else:
        typer.echo(describe(find_query(name)))


def describe(query: "NamedQuery") -> str:
    """Name, question and parameters as lines."""
    rows = [
        (GAP + parameter.name, "required" if parameter.required else "optional", parameter.text)
        for parameter in query.parameters
    ]
    return "\n".join([f"{query.name}: {query.question}", *(align(rows) if rows else [])])
