"""`kg merges`: what was held to be the same, and how people decide otherwise."""

import getpass
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from kg.cli.app import Graph, add_group, example
from kg.messages import GAP
from kg.ontology.namespaces import BASE

if TYPE_CHECKING:
    from kg.graph.change.review import JudgementRecord


class ListsByDefault(TyperGroup):
    """A group in which anything but the name of a command is an argument of `list`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put `list` before the words that begin with none of the commands."""
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


class Kind(StrEnum):
    """What judgements are about."""

    events = "events"
    actors = "actors"


group = add_group(
    "merges",
    "List which reports and actors are held to be the same, or decide it.",
    cls=ListsByDefault,
    epilog=example(
        "kg merges demo --unsure",
        "kg merges undo demo 0123456789abcdef --by Ana",
        "kg merges confirm demo 0123456789abcdef",
    ),
)

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The judgement, as listed.", show_default=False)
]
By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", help="Who decides; by default the login name.", show_default=False
    ),
]


@group.command(
    "list", epilog=example("kg merges demo", "kg merges demo --unsure --kind actors --limit 20")
)
def list_judgements(
    folder: Graph,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Only those that nobody decided.")
    ] = False,
    kind: Annotated[
        Kind | None, typer.Option("--kind", help="Only these.", show_default=False)
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="How many to show.", show_default=False)
    ] = None,
) -> None:
    """List the judgements of a graph: people's first, then the least sure.

    The word `list` may be left out. Each begins with its ID, what it is about, the verdict, the
    score and who decided; both sides and the reasons follow.
    """
    from kg.graph.change.review import read_judgements

    found = [
        record
        for record in read_judgements(folder)
        if (record.verdict == "unsure" or not unsure) and kind in (None, record.kind)
    ]
    for record in found[:limit]:
        typer.echo("\n".join(judgement_lines(record)))


@group.command(
    epilog=example(
        "kg merges undo demo 0123456789abcdef --by Ana",
    )
)
def undo(folder: Graph, judgement: Id, by: By = None) -> None:
    """Decide that the two are not the same, or take a decision back.

    What a rule joined stays apart from now on, also after another build. What a person decided is
    for the rules again. The graph is written anew.
    """
    from kg.graph.change.review import undo as undo_judgement
    from kg.view import write_page

    record = undo_judgement(folder, judgement, by=by or login_name(), write_page=write_page)
    verdict = "not the same" if record.by_rule else "taken back, the rules decide"
    typer.echo(f"{judgement}: {verdict}.")


@group.command(
    epilog=example(
        "kg merges confirm demo 0123456789abcdef",
    )
)
def confirm(folder: Graph, judgement: Id, by: By = None) -> None:
    """Decide that the two are the same.

    They are one from now on, also after another build. The graph is written anew.
    """
    from kg.graph.change.review import confirm as confirm_judgement
    from kg.view import write_page

    confirm_judgement(folder, judgement, by=by or login_name(), write_page=write_page)
    typer.echo(f"{judgement}: the same.")


def login_name() -> str:
    """Who is logged in. Raises BadParameter where the system does not know."""
    try:
        return getpass.getuser()
    # KeyError before Python 3.13.
    except (KeyError, OSError):
        raise typer.BadParameter("nobody is logged in: say with --by who decides.") from None


def judgement_lines(record: "JudgementRecord") -> Iterator[str]:
    """A judgement: what was decided by whom, then both sides, then the reasons."""
    score = f"{record.score:.2f}"
    yield GAP.join([record.id, record.kind, record.verdict, score, f"by {record.by}"])
    for side in record.sides:
        name = side.iri.removeprefix(BASE)
        yield f"{GAP}{side.text or 'no longer in any article'} ({name})"
    yield f"{GAP}{record.reasons or 'no reasons given'}"
