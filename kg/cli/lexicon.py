"""`kg lexicon`: check the frames of a language, search them, count them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import add_group, complain, example
from kg.cli.tables import columns
from kg.messages import align, format_finding

if TYPE_CHECKING:
    from kg.ontology.lexicon_search import Hit, LexiconStatistics

group = add_group(
    "lexicon",
    "Check, search or count the rules that find events.",
    epilog=example("kg lexicon check --lang pt", "kg lexicon search withdraw"),
)
Language = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="CODE", help="One language, against all of them.", show_default=False
    ),
]


@group.command(epilog=example("kg lexicon check", "kg lexicon check --lang pt"))
def check(
    lang: Language = None,
    examples: Annotated[
        bool, typer.Option(help="Run the example of every frame; some 20 ms each.")
    ] = True,
) -> None:
    """Find what is wrong in the frames.

    Examples that do not give their event, ids that stand twice, frames that can never fire,
    unknown classes and slots. One line for each fault; warnings do not fail.
    """
    from kg.ontology.lexicon import lexicon_codes
    from kg.ontology.lexicon_check import check_lexicon
    from kg.pipeline import extract

    errors = warnings = 0
    for code in [lang] if lang else lexicon_codes():
        findings = check_lexicon(code, extract=extract if examples else None)
        for finding in findings:
            typer.echo(format_finding(finding))
        errors += sum(finding.is_error for finding in findings)
        warnings += sum(not finding.is_error for finding in findings)
    raise typer.Exit(complain(f"{errors} errors, {warnings} warnings.", code=1 if errors else 0))


@group.command(epilog=example("kg lexicon search withdraw", 'kg lexicon search "mão" --lang pt'))
def search(
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A word as in the lexicon.", show_default=False)
    ],
    lang: Language = None,
) -> None:
    """List the frames with a word in their trigger, their idiom or their example."""
    from kg.ontology.lexicon_search import search_lexicon

    hits = search_lexicon(word, language=lang)
    if not hits:
        raise typer.Exit(complain(f"No frame has the word {word!r}: try its lemma."))
    typer.echo("\n".join(align([hit_row(hit) for hit in hits])))


@group.command(epilog=example("kg lexicon stats", "kg lexicon stats --lang pt"))
def stats(lang: Language = None) -> None:
    """Count the frames by language, PLOVER root, part of speech and event class."""
    from kg.ontology.lexicon_search import count_frames

    typer.echo(format_statistics(count_frames([lang] if lang else None)))


def hit_row(hit: "Hit") -> Sequence[str]:
    """A frame as one row: where the word is, what it fires for, and how it reads."""
    frame = hit.frame
    return hit.where, frame.id, frame.type, frame.example


def format_statistics(statistics: "LexiconStatistics") -> str:
    """A table for each division, and the classes that no frame is for."""
    blocks = [
        count_rows("frames", {"all": statistics.frames}, statistics.languages),
        count_rows("PLOVER root", statistics.roots, statistics.languages),
        count_rows("part of speech", statistics.pos, statistics.languages),
        count_rows("class", statistics.classes, statistics.languages),
    ]
    bare = [
        f"{name} in {', '.join(missing)}"
        for name, counts in statistics.classes.items()
        if (missing := [code for code in statistics.languages if not counts[code]])
    ]
    lines = ["classes without a frame", *(f"  {line}" for line in bare or ["none"])]
    return "\n\n".join([*map(columns, blocks), "\n".join(lines)])


def count_rows(
    title: str, counts: Mapping[str, Counter[str]], languages: Sequence[str]
) -> list[list[str]]:
    """A row for each kind, a column for each language."""
    return [
        [title, *languages],
        *([name, *(str(own[code]) for code in languages)] for name, own in counts.items()),
    ]
