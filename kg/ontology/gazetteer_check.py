"""What is wrong in the files of the gazetteer: one finding for each fault.

An error makes the gazetteer say something false or nothing at all; a warning may be as it should.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.ontology.entries import (
    CAPITAL,
    CODE,
    COUNTRY,
    DURING,
    HELD,
    INSTITUTION,
    INSTITUTION_KIND,
    KIND,
    LABEL,
    LINKS,
    OFFICE,
    OWNER,
    SAME,
    SEAT,
    TYPES,
    WITHIN,
    read_name,
)
from kg.ontology.findings import Finding
from kg.ontology.gazetteer_data import Statements, listed, read_statements, shorten
from kg.ontology.namespaces import KG
from kg.ontology.term_check import list_overlaps, list_twice, term_fault
from kg.slug import slug

LANGUAGES = ("en", "pt", "es", "fr")
PERSON, TERM = str(KG.Person), str(KG.TermOfOffice)
STATES = (str(KG.State), str(KG.Territory))
RANGES: Mapping[str, Sequence[str]] = {
    WITHIN: tuple(TYPES),
    COUNTRY: STATES,
    CAPITAL: STATES,
    SEAT: STATES,
    HELD: (TERM,),
    KIND: (OFFICE,),
    INSTITUTION_KIND: (INSTITUTION,),
    OWNER: (*STATES, str(KG.Organisation), str(KG.ArmedGroup), str(KG.Place)),
}
"""The classes of what some links must lead to."""
LABELLED = (*TYPES, OFFICE, INSTITUTION)
"""Classes whose members have a label in each language."""
CODES = (CODE, str(KG.iso3166alpha2))


@dataclass(frozen=True)
class GazetteerReport:
    """Everything that was found, errors first."""

    findings: tuple[Finding, ...]
    entries: int
    shared_short_names: int
    """Short names that several people have, which is no fault."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.is_error for finding in self.findings)


def check_gazetteer(folder: Path | None = None) -> GazetteerReport:
    """Look for every known kind of fault.

    folder: that of the Turtle files, by default the one that kg uses.
    Raises DataError when there is none, or one that is no Turtle.
    """
    data = read_statements(folder)
    findings = [finding for check in CHECKS for finding in check(data)]
    return GazetteerReport(
        findings=tuple(sorted(findings, key=lambda finding: not finding.is_error)),
        entries=sum(1 for _ in data.of_type(*TYPES)),
        shared_short_names=sum(len(iris) > 1 for iris in short_names(data).values()),
    )


def repeated_subjects(data: Statements) -> Iterator[Finding]:
    """A subject is described in one block of one file."""
    for subject, files in data.blocks.items():
        if len(files) > 1:
            what = f"described {len(files)} times, in {', '.join(sorted(set(files)))}"
            yield fault(data, subject, what, "merge the blocks, or rename one")


def repeated_labels(data: Statements) -> Iterator[Finding]:
    """A subject has one label for each language."""
    for subject in data.of_type(*LABELLED):
        tags = Counter(fact.tag for fact in data.about[subject] if fact.predicate == LABEL)
        for tag, number in tags.items():
            if number > 1:
                yield fault(data, subject, f"{number} labels in {tag}", "leave one as the label")


def missing_labels(data: Statements) -> Iterator[Finding]:
    """Every entry and kind of office or institution has a label in each language."""
    for subject in data.of_type(*LABELLED):
        tags = {fact.tag for fact in data.about[subject] if fact.predicate == LABEL}
        if missing := [lang for lang in LANGUAGES if lang not in tags]:
            yield fault(data, subject, f"no label in {', '.join(missing)}", "add it")


def namesakes(data: Statements) -> Iterator[Finding]:
    """Two entries of one class and country have different labels."""
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for subject in data.of_type(*TYPES):
        label = next((f.value for f in data.about[subject] if (f.predicate, f.tag) == ENGLISH), "")
        alike[slug(label), *data.values(subject, COUNTRY), *data.types(subject)].append(subject)
    for (label, *_), subjects in alike.items():
        if label and len(subjects) > 1:
            what = f"has the label of {listed(subjects[1:])}"
            yield fault(data, subjects[0], what, "merge them, or tell the labels apart")


def ambiguous_names(data: Statements) -> Iterator[Finding]:
    """A name means one entry; short names of people and labels of namesakes apart."""
    for text, meanings in list_names(data).items():
        shared = [lang for lang in LANGUAGES if len(meanings.get(lang, ())) > 1]
        if shared:
            iris = set().union(*(meanings[lang] for lang in shared))
            file = ", ".join(dict.fromkeys(map(data.file, sorted(iris))))
            what = f"means {listed(iris)} ({', '.join(shared)})"
            yield Finding(file, repr(text), what, "drop it where it is not meant", is_error=False)


def list_names(data: Statements) -> dict[str, dict[str, set[str]]]:
    """Name to language to the entries that it means. Case counts in abbreviations only."""
    names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject in data.of_type(*TYPES):
        for fact in data.about[subject]:
            name = read_name(subject, fact)
            if name is None or name.kind == "short":
                continue
            text = name.text if name.kind == "abbreviation" else name.text.lower()
            for lang in [name.lang.split("-")[0]] if name.lang else LANGUAGES:
                names[text][lang].add(subject)
    return names


def short_names(data: Statements) -> dict[str, set[str]]:
    """Short name to the people who have it."""
    names: dict[str, set[str]] = defaultdict(set)
    for subject in data.of_type(PERSON):
        for text in data.values(subject, str(KG.shortName)):
            names[text.lower()].add(subject)
    return names


def broken_links(data: Statements) -> Iterator[Finding]:
    """What a subject is linked to is there, and of the right class."""
    for subject, facts in data.about.items():
        for fact in facts:
            if fact.predicate not in LINKS:
                continue
            link = f"{shorten(fact.predicate)} {shorten(fact.value)}"
            if fact.value not in data.about:
                yield fault(data, subject, f"{link} is not there", "add it or drop the link")
            elif not is_in_range(fact.predicate, data.types(fact.value)):
                yield fault(data, subject, f"{link} is of another class", "link the right one")


def is_in_range(predicate: str, types: Sequence[str]) -> bool:
    """Can a link lead to something of these classes? Links without a range lead to anything."""
    return predicate not in RANGES or not {*RANGES[predicate]}.isdisjoint(types)


def repeated_codes(data: Statements) -> Iterator[Finding]:
    """A code belongs to one subject, and so does an identifier of another data set."""
    for predicates, is_meant in ((CODES, "the right one"), (SAME, "the one that it identifies")):
        owners: dict[str, list[str]] = defaultdict(list)
        for subject in data.about:
            for value in data.values(subject, *predicates):
                owners[value].append(subject)
        for value, subjects in owners.items():
            if len(subjects) > 1:
                what = f"shares {value} with {listed(subjects[1:])}"
                yield fault(data, subjects[0], what, f"leave it to {is_meant}")


def bad_terms(data: Statements) -> Iterator[Finding]:
    """A term of office has a kind, an owner and an EDTF interval that does not run backwards."""
    for term in data.of_type(TERM):
        for predicate in (KIND, OWNER, DURING):
            if len(data.values(term, predicate)) != 1:
                yield fault(data, term, f"not one {shorten(predicate)}", "state it once")
        for value in data.values(term, DURING):
            if what := term_fault(value):
                yield fault(data, term, what, "mend the dates")


def lost_terms(data: Statements) -> Iterator[Finding]:
    """A term of office is that of one person."""
    holders = Counter(term for person in data.of_type(PERSON) for term in data.values(person, HELD))
    for term in data.of_type(TERM):
        if holders[term] != 1:
            yield fault(data, term, f"held by {holders[term]} people", "give it one holder")


def overlapping_terms(data: Statements) -> Iterator[Finding]:
    """Two people do not head one government at once; rivals, joint and acting heads do."""
    for one, other, shared in list_overlaps(data):
        what = f"overlaps {shorten(other)} during {shared}"
        yield fault(data, one, what, "mend the dates unless both headed it", is_error=False)


def terms_told_twice(data: Statements) -> Iterator[Finding]:
    """A person held an office once at a time."""
    for one, other in list_twice(data):
        what = f"runs while {shorten(other)} of the same person does"
        yield fault(data, one, what, "make one term of the two")


def fault(
    data: Statements, subject: str, what: str, advice: str, *, is_error: bool = True
) -> Finding:
    """A finding about a subject."""
    return Finding(data.file(subject), shorten(subject), what, advice, is_error)


ENGLISH = (LABEL, "en")
CHECKS: tuple[Callable[[Statements], Iterator[Finding]], ...] = (
    repeated_subjects,
    repeated_labels,
    missing_labels,
    namesakes,
    broken_links,
    repeated_codes,
    bad_terms,
    lost_terms,
    terms_told_twice,
    overlapping_terms,
    ambiguous_names,
)
