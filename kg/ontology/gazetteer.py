"""The gazetteer: states, places, organisations, groups, people and kinds of office by their names.

Its data are the Turtle files FILES in ``ontologies/``. IRIs in them are relative to the base, so
that they follow ``KG_BASE_IRI``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse

from kg.edtf import Span
from kg.errors import DataError
from kg.ontology.entries import (
    ABROAD,
    ALTERNATIVE,
    CAPITAL,
    CODE,
    FINDERS,
    HEADS,
    HELD,
    LABEL,
    LINKS,
    OFFICE,
    SHARED,
    SHORT,
    TYPE,
    Entry,
    Fact,
    Name,
    OfficeName,
    Term,
    is_community,
    read_entry,
    read_fact,
    read_name,
    read_subject,
    read_term,
    serves,
)
from kg.ontology.files import ontology_dir
from kg.ontology.namespaces import BASE, VOCABULARY

FILES = (
    "states.ttl",
    "places.ttl",
    "organisations.ttl",
    "communities.ttl",
    "people.ttl",
    "offices.ttl",
    "institutions.ttl",
)


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

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the files."""
        yield from self._entries.values()

    def about(self, iri: str) -> tuple[Fact, ...]:
        """What the gazetteer says of an entry, a term or a kind of office; () if nothing."""
        return tuple(self._about.get(iri, ()))

    def personal_names(self) -> Iterator[tuple[str, str, bool]]:
        """(text, IRI, is it a short name) of everybody, in every language; "Pelé" is short."""
        people = (iri for iri, entry in self._entries.items() if entry.type == "PERSON")
        for iri in people:
            for fact in self._about[iri]:
                if fact.predicate in (ALTERNATIVE, SHORT):
                    yield fact.value, iri, fact.predicate == SHORT

    def is_armed_group(self, iri: str) -> bool:
        """Is it an armed group, and no state, people or organisation?"""
        entry = self.get(iri)
        return entry is not None and entry.type == "GROUP" and not is_community(iri)

    def terms(self, iri: str) -> tuple[Term, ...]:
        """The offices that a person held, () for whoever is unknown."""
        return self._terms.get(iri, ())

    def holders(self, kind: str, owner: str, day: date) -> list[str]:
        """IRIs of the people who held an office on a day, sorted.

        kind, owner: IRIs of the kind of office and of the state or organisation. On the day of a
        change, or where a term is known to the month only, there can be two.
        """
        on_that_day = Span(day, day)
        return sorted(
            person
            for person, term in self._holders.get((kind, owner), ())
            if term.during.earliest and term.during.intersect(on_that_day)
        )

    def speaks_for_state(self, kind: str) -> bool:
        """Is it an office, by IRI, of a head of state or of government?"""
        return self._offices.get(kind, False)

    def is_shared(self, kind: str) -> bool:
        """Is it an office, by IRI, that several people hold of one state at a time?"""
        return self._values(kind, SHARED) == ["true"]

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

    def kinds(self, concept: str, lang: str) -> list[Name]:
        """The names of all kinds of institution or community in a language.

        concept: IRI of the class of kinds, kg:InstitutionKind or kg:CommunityKind.
        """
        return [
            Name(fact.value, iri, fact.tag, "name")
            for iri, facts in self._about.items()
            if concept in self._values(iri, TYPE)
            for fact in facts
            if fact.predicate in (LABEL, ALTERNATIVE) and serves(fact.tag, lang)
        ]

    def institution(self, kind: str, country: str) -> str:
        """IRI of the institution of a kind, by IRI, that a state has: one in all languages.

        That of the entry that is this institution of the state ("Bundestag"), else one made from
        the state's code and the kind. country: ISO 3166 alpha-3.
        """
        own = self._institutions.get((kind, country))
        return own or f"{BASE}organisation/{country}/{kind.rpartition('/')[2]}"

    def stands_abroad(self, kind: str) -> bool:
        """Does a state have one institution of the kind, by IRI, in each of many others?"""
        return self._values(kind, ABROAD) == ["true"]

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
    def _terms(self) -> dict[str, tuple[Term, ...]]:
        """Person to terms of office."""
        people = (iri for iri, entry in self._entries.items() if entry.type == "PERSON")
        return {
            iri: tuple(read_term(self._about[term]) for term in self._values(iri, HELD))
            for iri in people
        }

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[tuple[str, Term]]]:
        """(Kind of office, owner) to people with their terms."""
        holders: dict[tuple[str, str], list[tuple[str, Term]]] = defaultdict(list)
        for person, terms in self._terms.items():
            for term in terms:
                holders[term.kind, term.owner].append((person, term))
        return holders

    @cached_property
    def _offices(self) -> dict[str, bool]:
        """Kinds of office, and whether the holder speaks for the state."""
        kinds = [iri for iri in self._about if OFFICE in self._values(iri, TYPE)]
        return {iri: self._values(iri, HEADS) == ["true"] for iri in kinds}

    @cached_property
    def _institutions(self) -> dict[tuple[str, str], str]:
        """(Kind of institution, code of its state) to the organisation that it is."""
        return {
            (kind, entry.country): iri
            for iri, entry in self._entries.items()
            if entry.type == "ORG" and entry.country
            for kind in entry.institutions
        }

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


def read_file(name: str, folder: Path | None = None) -> Iterator[Quad]:
    """The statements of a file, its relative IRIs resolved against BASE.

    folder: where it is, ``ontologies/`` by default. Raises DataError when it is no Turtle.
    """
    turtle = ((folder or ontology_dir()) / name).read_text(encoding="utf8")
    rebased = turtle.replace(f"@base <{VOCABULARY}>", f"@base <{BASE}>", 1)
    try:
        yield from parse(rebased, format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise DataError(f"ontologies/{name} is no Turtle: {error}. Mend or restore it.") from error
