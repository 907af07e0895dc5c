"""The people of the gazetteer, with the offices that they held: people/*.tsv as Turtle blocks.

The first English name makes the IRI. `short` lists what the news call a person alone, "-" for
nothing; an empty cell means the last word of each name. `offices` reads "slug@OWNER from/to",
separated by ";", with OWNER a state ("RUS") or an organisation ("organisation/united-nations") and
both ends EDTF dates, inclusive, ".." for still in office and nothing for unknown. `country` is a
state of today, also for people of former states, whose offices say the rest.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.slug import slug
from tools.gazetteer.tables import HERE, LANGUAGES, Row, read_table, split
from tools.gazetteer.turtle import Block, iri, labels, names_of, text

OFFICE = re.compile(r"(?P<kind>[a-z-]+)@(?P<owner>[\w/-]+) (?P<start>[\d-]*)/(?P<end>[\d-]*|\.\.)")
SUFFIX = re.compile(r"[IVX]+|Jr\.?|Sr\.?|Júnior|Filho|Neto")
ARTICLE = re.compile(r"^([Aa]l|[Ee]l|[Aa]s|[Aa]r|[Aa]sh|[Aa]n|[Aa]d|[Aa]t)-")


class Term(NamedTuple):
    """An office held for a time."""

    kind: str
    """Slug of the kind of office."""
    owner: str
    """IRI of the state or organisation after the base."""
    during: str
    """EDTF interval; an unknown end is empty, an open one ".."."""


def people() -> Iterator[tuple[str, Block]]:
    """Everybody, each followed by the terms of office."""
    for path in sorted((HERE / "people").glob("*.tsv")):
        for row in read_table(f"people/{path.name}"):
            yield from person(row)


def person(row: Row) -> Iterator[tuple[str, Block]]:
    """One person and the terms of office. Raises ValueError for an office that is no office."""
    name = slug(split(row["en"])[0])
    terms = {term_id(name, term): term for term in read_terms(row["offices"])}
    yield (
        f"person/{name}",
        [
            ("a", ["kg:Person"]),
            labels(names_of(row))[0],
            ("skos:altLabel", [text(spelling) for spelling in spellings(row)]),
            ("kg:shortName", [text(short) for short in short_names(row)]),
            ("kg:country", [iri(f"state/{row['country']}")]),
            ("kg:heldOffice", [iri(term) for term in terms]),
        ],
    )
    for term, held in terms.items():
        yield (
            term,
            [
                ("a", ["kg:TermOfOffice"]),
                ("kg:officeKind", [iri(f"office/{held.kind}")]),
                ("kg:officeOf", [iri(held.owner)]),
                ("kg:heldDuring", [text(held.during)]),
            ],
        )


def read_terms(cell: str) -> list[Term]:
    """The offices of a cell. Raises ValueError for what does not follow the format."""
    terms = []
    for item in split(cell):
        if (match := OFFICE.fullmatch(item)) is None:
            raise ValueError(f"No office: {item!r}. Write slug@OWNER from/to.")
        owner = match["owner"] if "/" in match["owner"] else f"state/{match['owner']}"
        terms.append(Term(match["kind"], owner, f"{match['start']}/{match['end']}"))
    return terms


def term_id(name: str, term: Term) -> str:
    """The IRI of a term after the base: "term/vladimir-putin/president/RUS/2000-05-07"."""
    owner = term.owner.removeprefix("state/").replace("/", "-")
    return f"term/{name}/{term.kind}/{owner}/{term.during.split('/')[0] or 'unknown'}"


def spellings(row: Row) -> list[str]:
    """Every full name, whatever the language: newspapers mix transliterations.

    A name with a remark in brackets, which tells namesakes apart, is for display only.
    """
    names = dict.fromkeys(name for lang in LANGUAGES for name in split(row[lang]))
    return [name for name in names if "(" not in name]


def short_names(row: Row) -> list[str]:
    """What the news call a person alone, in any language, sorted."""
    if row["short"] == "-":
        return []
    names = split(row["short"]) or [short for name in spellings(row) for short in last_words(name)]
    return sorted(set(names))


def last_words(name: str) -> list[str]:
    """The last word of a full name, and the same without an Arabic article; none for a numeral."""
    words = name.split()
    if len(words) < 2 or SUFFIX.fullmatch(words[-1]):
        return []
    return list(dict.fromkeys([words[-1], ARTICLE.sub("", words[-1])]))
