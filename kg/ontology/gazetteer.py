"""The gazetteer: states, places, organisations, armed groups and kinds of office by their names.

Its data are four Turtle files in ``ontologies/``. IRIs in them are relative to the base, so that
they follow ``KG_BASE_IRI``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Literal, NamedTuple

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import DataError
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import BASE, KG, OWL, RDF, RDFS, SCHEMA, SKOS, VOCABULARY
from kg.types import EntityType

FILES = ("states.ttl", "places.ttl", "organisations.ttl", "offices.ttl")

# Plain strings, since pyoxigraph's IRIs are compared as such and a URIRef equals no str.
TYPE, LABEL, ALTERNATIVE = str(RDF.type), str(RDFS.label), str(SKOS.altLabel)
DEMONYM, ABBREVIATION = str(KG.demonym), str(KG.abbreviation)
COUNTRY, CODE = str(KG.country), str(KG.iso3166alpha3)
CAPITAL, SEAT, WITHIN = str(KG.capitalOf), str(KG.seatOfGovernmentOf), str(KG.locatedIn)
OFFICE, HEADS = str(KG.Office), str(KG.headsGovernment)
SAME = (str(OWL.sameAs), str(SCHEMA.sameAs))
LINKS = frozenset([COUNTRY, CAPITAL, SEAT, WITHIN, str(KG.dependencyOf), str(KG.succeededBy)])

TYPES: Mapping[str, EntityType] = {
    str(KG.State): "STATE",
    str(KG.Place): "PLACE",
    str(KG.Organisation): "ORG",
    str(KG.ArmedGroup): "GROUP",
}
NameKind = Literal["name", "demonym", "abbreviation"]
FINDERS = (ALTERNATIVE, ABBREVIATION, DEMONYM)
"""Properties whose values only serve to find an entry in a text."""
NAMES: Mapping[str, NameKind] = {
    LABEL: "name",
    ALTERNATIVE: "name",
    ABBREVIATION: "abbreviation",
    DEMONYM: "demonym",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, territory, place, organisation or armed group."""

    iri: str
    type: EntityType
    """A territory such as Puerto Rico is a PLACE."""
    country: str | None
    """ISO 3166 alpha-3 of what it is, belongs to or lies in; None: international or disputed."""
    labels: Mapping[str, str]
    """Language to preferred name: en, pt, es, fr, and pt-PT where it differs from pt."""
    same_as: tuple[str, ...]
    """IRIs of the same thing in Wikidata and GeoNames."""
    seat_of: str | None
    """IRI of the state whose government sits there and that its name can stand for."""

    def label(self, lang: str) -> str:
        """Its preferred name in a language, else in the language without region, else in English.

        lang: a language tag such as pt or pt-PT.
        """
        return next(
            self.labels[tag] for tag in (lang, lang.split("-")[0], "en") if tag in self.labels
        )


@dataclass(frozen=True, slots=True)
class Name:
    """What a text can call an entry.

    Text and name are alike when they are equal without regard to case, and every letter that
    begins a word with a capital in the name does so in the text ("MOSCOW" is Moscow, "The guardian"
    is no newspaper). Abbreviations are alike only when equal.
    """

    text: str
    iri: str
    lang: str | None
    """Language tag, None for an abbreviation of every language."""
    kind: NameKind


@dataclass(frozen=True, slots=True)
class OfficeName:
    """A title, in one of its forms, and the kind of office it means. Case does not count."""

    text: str
    iri: str
    head_of_government: bool
    """Does the holder speak for the state? True of heads of state and of government."""


class Fact(NamedTuple):
    """What a triple says of its subject, in plain strings."""

    predicate: str
    value: str
    """IRI or text."""
    tag: str | None
    """Language tag of a text."""
    quad: Quad
    """The statement as the parser gives it; making a triple of each would double the load time."""


class Gazetteer:
    """Everything that the gazetteer says, by IRI."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        about: dict[str, list[Fact]] = defaultdict(list)
        for quad in quads:
            about[read_subject(quad)].append(read_fact(quad))
        self._about = dict(about)

    def get(self, iri: str) -> Entry | None:
        """The entry of an IRI, None when the gazetteer has none."""
        return self._entries.get(iri)

    def entry(self, iri: str) -> Entry:
        """The entry of an IRI. Raises DataError when the gazetteer has none."""
        if (entry := self.get(iri)) is None:
            raise DataError(f"No entry {iri} in the gazetteer: see ontologies/*.ttl.")
        return entry

    def state(self, code: str) -> Entry:
        """The state or territory of an ISO 3166 alpha-3 code.

        Raises DataError when there is none.
        """
        if code not in self._states:
            raise DataError(f"No state {code!r} in ontologies/states.ttl: use ISO 3166 alpha-3.")
        return self._entries[self._states[code]]

    def country(self, iri: str) -> str | None:
        """ISO 3166 alpha-3 of an entry's state, None when it has none or the IRI is unknown."""
        entry = self.get(iri)
        return entry.country if entry is not None else None

    def capital(self, code: str) -> str | None:
        """IRI of the capital of a state, the one where its government sits if there are several.

        code: ISO 3166 alpha-3. None when the state has no undisputed capital.
        """
        return self._capitals.get(code)

    def label(self, iri: str, lang: str) -> str | None:
        """The preferred name of an entry as `Entry.label` gives it, None when there is no entry."""
        entry = self.get(iri)
        return entry.label(lang) if entry is not None else None

    def names(self, lang: str) -> list[Name]:
        """The names that a text in a language can use, with its regions' and language-free ones.

        One text can name several entries ("Georgia", "Congo"): then there are several Names. Labels
        with a remark in brackets are for display only and not among them.
        lang: ISO 639-1.
        """
        return [
            name
            for iri in self._entries
            for fact in self._about[iri]
            if (name := read_name(iri, fact)) is not None and serves(name.lang, lang)
        ]

    def offices(self, lang: str) -> list[OfficeName]:
        """The titles of all kinds of office in a language, in all their forms.

        One title can mean several ("chanceler"): then there are several OfficeNames.
        """
        return [
            OfficeName(fact.value, iri, heads)
            for iri, heads in self._offices.items()
            for fact in self._about[iri]
            if fact.predicate in (LABEL, ALTERNATIVE) and serves(fact.tag, lang)
        ]

    def facts(self, iris: Iterable[str]) -> Iterator[Triple]:
        """What to copy into a graph about entries and kinds of office, sorted.

        All but the names that only serve to find them. With each come the states and places that it
        is linked to, so that no link ends at a node without a label. Unknown IRIs give nothing.
        """
        facts = chain.from_iterable(self._about[iri] for iri in self._with_links(iris))
        yield from sorted((f.quad.triple for f in facts if f.predicate not in FINDERS), key=str)

    def _with_links(self, iris: Iterable[str]) -> set[str]:
        """The known IRIs among these, and all that they are linked to."""
        found: set[str] = set()
        waiting = [iri for iri in iris if iri in self._about]
        while waiting:
            iri = waiting.pop()
            if iri not in found:
                found.add(iri)
                waiting += self._values(iri, *LINKS)
        return found

    def _values(self, iri: str, *predicates: str) -> list[str]:
        return [fact.value for fact in self._about[iri] if fact.predicate in predicates]

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        entries = {iri: read_entry(iri, facts) for iri, facts in self._about.items()}
        return {iri: entry for iri, entry in entries.items() if entry is not None}

    @cached_property
    def _offices(self) -> dict[str, bool]:
        """Kinds of office, and whether the holder speaks for the state."""
        kinds = [iri for iri in self._about if OFFICE in self._values(iri, TYPE)]
        return {iri: self._values(iri, HEADS) == ["true"] for iri in kinds}

    @cached_property
    def _states(self) -> dict[str, str]:
        """Code to IRI."""
        return {code: iri for iri in self._entries for code in self._values(iri, CODE)}

    @cached_property
    def _capitals(self) -> dict[str, str]:
        """Code to IRI of the capital; seats of government come last and win."""
        places = [iri for iri in self._entries if self._values(iri, CAPITAL)]
        places.sort(key=lambda iri: self._entries[iri].seat_of is not None)
        return {str(self._entries[iri].country): iri for iri in places}


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of ``ontologies/``, read once.

    Raises DataError when a file is no Turtle.
    """
    return Gazetteer(quad for name in FILES for quad in read_file(name))


def read_file(name: str) -> Iterator[Quad]:
    """The statements of a file of ``ontologies/``, its relative IRIs resolved against BASE."""
    turtle = (ontology_dir() / name).read_text(encoding="utf8")
    rebased = turtle.replace(f"@base <{VOCABULARY}>", f"@base <{BASE}>", 1)
    try:
        yield from parse(rebased, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DataError(f"ontologies/{name} is no Turtle: {error}. Mend or restore it.") from error


def read_subject(quad: Quad) -> str:
    """The IRI that a statement is about. Raises DataError for a blank node."""
    subject = quad.subject
    if not isinstance(subject, NamedNode):
        raise DataError(f"The gazetteer has a subject without IRI in {quad}: give it one.")
    return subject.value


def read_fact(quad: Quad) -> Fact:
    """A statement in plain strings. Raises DataError for a blank node."""
    value = quad.object
    if isinstance(value, Text):
        tag = value.language
        return Fact(quad.predicate.value, value.value, tag and canonical(tag), quad)
    if isinstance(value, NamedNode):
        return Fact(quad.predicate.value, value.value, None, quad)
    raise DataError(f"The gazetteer has a value without IRI in {quad}: give it one.")


def read_entry(iri: str, facts: list[Fact]) -> Entry | None:
    """The entry that facts about one subject make, None for what is no entity."""
    values: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        values[fact.predicate].append(fact.value)
    types = [TYPES[kind] for kind in values[TYPE] if kind in TYPES]
    if not types:
        return None
    return Entry(
        iri=iri,
        type=types[0],
        country=next((state[-3:] for state in values[COUNTRY]), None),
        labels={str(fact.tag): fact.value for fact in facts if fact.predicate == LABEL},
        same_as=tuple(same for predicate in SAME for same in values[predicate]),
        seat_of=next(iter(values[SEAT]), None),
    )


def read_name(iri: str, fact: Fact) -> Name | None:
    """The name that a fact gives, None when it gives none or one for display only."""
    kind = NAMES.get(fact.predicate)
    if kind is None or "(" in fact.value:
        return None
    if kind == "name" and fact.value.isupper() and " " not in fact.value:
        kind = "abbreviation"
    return Name(fact.value, iri, fact.tag, kind)


def serves(tag: str | None, lang: str) -> bool:
    """Is a name with this tag one of the language, of a region of it, or of every language?"""
    return tag is None or tag.split("-")[0] == lang


@cache
def canonical(tag: str) -> str:
    """A language tag as BCP 47 writes it; the parser makes "pt-PT" lower case."""
    lang, _, region = tag.partition("-")
    return f"{lang}-{region.upper()}" if region else lang
