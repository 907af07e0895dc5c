"""`kg gazetteer`: check the names that kg knows, and look one up."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import add_group, complain, example, parse_day
from kg.messages import GAP, align, format_finding

if TYPE_CHECKING:
    from kg.ontology.gazetteer_search import Found

group = add_group(
    "gazetteer",
    "Check the names of actors and places, or look one up.",
    epilog=example("kg gazetteer check", "kg gazetteer search Khamenei"),
)


@group.command(epilog=example("kg gazetteer check", "kg gazetteer check my-ontologies/"))
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            help="Folder of the Turtle files; by default the one that kg uses.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find what is wrong in the files.

    One line for each fault: file, subject, what, what to do. Warnings come last and do not fail.
    """
    from kg.ontology.gazetteer_check import check_gazetteer

    report = check_gazetteer(folder)
    for finding in report.findings:
        typer.echo(format_finding(finding))
    warnings = len(report.findings) - report.errors
    code = complain(
        f"{report.entries:,} entries, {report.errors} errors, {warnings} warnings; "
        f"{report.shared_short_names:,} short names are shared, as they may be.",
        code=1 if report.errors else 0,
    )
    raise typer.Exit(code)


@group.command(
    epilog=example(
        "kg gazetteer search Khamenei",
        'kg gazetteer search "coreia do n" --lang pt',
        "kg gazetteer search Merkel --date 2014-05-03",
    )
)
def search(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Any name, or its start.", show_default=False)
    ],
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="CODE", help="Names of one language only.", show_default=False
        ),
    ] = None,
    date: Annotated[
        datetime.date | None,
        typer.Option(
            "--date",
            parser=parse_day,
            metavar="YYYY-MM-DD",
            help="Mark the offices held on a day.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many to show.")] = 5,
) -> None:
    """Look up a state, place, organisation, group or person.

    Accents and case do not matter; the start of a name will do, and so will a similar one.
    """
    from kg.ontology.gazetteer_search import search_gazetteer

    found = search_gazetteer(name, lang=lang, day=date, limit=limit)
    if not found:
        raise typer.Exit(complain(f"Nothing is called like {name!r}: try a part of the name."))
    typer.echo("\n\n".join(format_found(one, date) for one in found))


def format_found(found: "Found", day: datetime.date | None) -> str:
    """An entry: its label, then a line for each thing that there is to say."""
    return "\n".join(
        [found.entry.label("en"), *(GAP + line for line in align(list(found_rows(found, day))))]
    )


def found_rows(found: "Found", day: datetime.date | None) -> Iterator[tuple[str, str]]:
    """What is known of an entry, as label and value."""
    entry = found.entry
    yield "iri", entry.iri
    yield "type", entry.type
    if entry.country:
        yield "country", entry.country
    for tag, names in found.names.items():
        yield f"names {tag}", ", ".join(names)
    for same in entry.same_as:
        yield "same as", same
    for held in found.offices:
        mark = f"on {day}" if held.on_day else "office"
        yield mark, f"{held.title}, {held.owner}, {held.during}"
