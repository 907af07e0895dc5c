"""What the command line says: values to lines of plain text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.types import Event, Mention, Office

if TYPE_CHECKING:
    from kg.explain import Explanation, NearMiss, Word
    from kg.graph.change.build import Summary
    from kg.ontology.findings import Finding

GAP = "  "


def format_summary(summary: "Summary") -> str:
    """What a build did, as lines of label and number, and where its files are."""
    # No sum of the events: one that reports class differently counts in each class.
    rows = [
        ("articles", f"{summary.articles:,}"),
        *([("unchanged", f"{summary.unchanged:,}")] if summary.unchanged else []),
        ("sentences", f"{summary.sentences:,}"),
        ("entities", f"{summary.entities:,}"),
        *([("events by type", "")] if summary.events else []),
        *((GAP + name, f"{count:,}") for name, count in summary.events.items()),
        ("triples", f"{summary.triples:,}"),
        ("seconds", f"{summary.seconds:.1f}"),
    ]
    return "\n".join([*align(rows, right=True), "", *map(str, summary.files)]).rstrip()


def format_explanation(explanation: "Explanation") -> str:
    """Every step of reading a sentence, one section each; empty ones are left out."""
    sections = {
        "Parse": parse_rows(explanation.words),
        "Mentions": map(mention_row, explanation.mentions),
        "Links": (row for mention in explanation.mentions for row in link_rows(mention)),
        "Offices": map(office_row, explanation.offices),
        "Events": (row for event in explanation.events for row in event_rows(event, explanation)),
        "Nearest rules that gave nothing": map(miss_row, explanation.misses),
    }
    lines: list[str] = []
    for title, rows in sections.items():
        if body := align(list(rows)):
            lines += [title, *(GAP + line for line in body), ""]
    if not explanation.events and not explanation.misses:
        lines.append("No word of the sentence is a trigger in the lexicon.")
    return "\n".join(lines).rstrip()


def format_finding(finding: "Finding") -> str:
    """A fault of a data file as one line: file, subject, what, what to do."""
    level = "" if finding.is_error else "warning, "
    return f"{finding.file}: {finding.subject}: {level}{finding.what}: {finding.advice}"


def parse_rows(words: Iterable["Word"]) -> Iterator[Sequence[str]]:
    """Word, lemma, part of speech, and the word that it depends on and how."""
    by_index = {word.index: word for word in words}
    for word in by_index.values():
        head = by_index.get(word.head)
        of = f"of {head.text}" if head and head != word else ""
        yield word.text, word.lemma, word.pos, word.label, of


def mention_row(mention: Mention) -> Sequence[str]:
    """A mention and what it was linked to."""
    return mention.text, mention.type, mention.kind, mention.entity or "not linked"


def link_rows(mention: Mention) -> Iterator[Sequence[str]]:
    """What a name can mean, the best first, each with its score and reasons."""
    for candidate in mention.candidates:
        reasons = ", ".join(f"{name} {value:+.2f}" for name, value in candidate.reasons)
        sure = "unsure" if mention.unsure and candidate == mention.candidates[0] else ""
        yield mention.text, candidate.iri, f"{candidate.score:.2f}", sure, reasons


def office_row(office: Office) -> Sequence[str]:
    """Who holds what, of what."""
    return office.person.text, office.title.text, office.of.text if office.of else ""


def event_rows(event: Event, explanation: "Explanation") -> Iterator[Sequence[str]]:
    """The class with trigger and rule, then a row for each argument and circumstance."""
    model = explanation.guesses.get(event.rule)
    near = f", a guess: near {model}" if model else ""
    yield event.type, event.trigger.text, f"rule {event.rule}{near}"
    for argument in event.arguments:
        way = "the only other actor" if argument.inferred else explanation.paths[argument]
        yield f"{GAP}{argument.role} by {way}", argument.text, argument.entity or "not linked"
    if event.time:
        yield f"{GAP}time", event.time.text, event.time.value or "not resolved"
    if event.place:
        yield f"{GAP}place", event.place.text, event.place.entity or "not linked"
    if event.quantity:
        number = f"{event.quantity.qualifier or ''} {event.quantity.value} {event.quantity.unit}"
        yield f"{GAP}quantity", event.quantity.text, number.strip()
    if event.attribution:
        sources = ", ".join(event.attribution.entities)
        yield f"{GAP}attribution", event.attribution.text, sources or "not linked"
    if event.polarity != "positive":
        yield f"{GAP}polarity", event.polarity, ""
    if event.modality != "actual":
        yield f"{GAP}modality", event.modality, ""


def miss_row(miss: "NearMiss") -> Sequence[str]:
    """A trigger, the rule that it tried, and what was missing."""
    return miss.trigger, miss.rule, miss.reason


def align(rows: Sequence[Sequence[str]], *, right: bool = False) -> list[str]:
    """Rows in columns, the last flush right if asked."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        *firsts, last = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        if right:
            last = row[-1].rjust(widths[-1])
        lines.append(GAP.join([*firsts, last]).rstrip())
    return lines
