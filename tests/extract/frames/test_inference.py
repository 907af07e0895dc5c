from dataclasses import replace

import pytest
from annotations import annotate, mention
from parses import grammar, parse
from spacy.tokens import Doc, Span

from kg.extract.frames.inference import infer_target
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes, read_features
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE

ACTORS = Actors(grammar("en"), load_gazetteer())
FRAME = Frame(id="en-x", lemmas=("x",), pos="verb", type="Concession", roles={}, example="")
ORDER = ["nsubj", "case", "obl", "ROOT", "obj"]
LATE = ["nsubj", "ROOT", "case", "obl"]
CODES = {"Chad": "TCD", "Qatar": "QAT", "Oman": "OMN", "Doha": "QAT"}


def match(words: str, heads: list[int], deps: list[str], trigger: int) -> Match:
    """A match with the first word as its source; names are in CODES."""
    rows = [
        (word, word.lower(), "PROPN" if word in CODES else pos, dep, head)
        for (word, pos), dep, head in zip(
            (pair.split("/") for pair in words.split()), deps, heads, strict=True
        )
    ]
    doc: Doc = parse("en", rows)
    referents = {t.i: f"{BASE}state/{CODES[t.text]}" for t in nodes(doc) if t.text in CODES}
    for i, iri in referents.items():
        mention(doc, i, i + 1, "STATE", iri)
    annotate(doc, referents=referents)
    return Match(FRAME, nodes(doc)[trigger], {"source": [nodes(doc)[0]], "target": [], "theme": []})


@pytest.mark.parametrize(
    ("words", "heads", "deps", "trigger", "expected"),
    [
        (
            "Chad/N lifted/VERB blockade/NOUN of/ADP Qatar/N",
            [1, 1, 1, 4, 2],
            ["nsubj", "ROOT", "obj", "case", "nmod"],
            1,
            "Qatar",
        ),
        (
            "Chad/N lifted/VERB blockade/NOUN of/ADP Qatar/N and/CCONJ Oman/N",
            [1, 1, 1, 4, 2, 6, 2],
            ["nsubj", "ROOT", "obj", "case", "nmod", "cc", "nmod"],
            1,
            None,
        ),
        (
            "Chad/N lifted/VERB blockade/NOUN of/ADP Qatar/N and/CCONJ Oman/N",
            [1, 1, 1, 4, 2, 6, 4],
            ["nsubj", "ROOT", "obj", "case", "nmod", "cc", "conj"],
            1,
            "Qatar Oman",
        ),
        (
            "Chad/N lifted/VERB blockade/NOUN near/ADP Qatar/ADJ towns/NOUN",
            [1, 1, 1, 5, 5, 2],
            ["nsubj", "ROOT", "obj", "case", "amod", "nmod"],
            1,
            None,
        ),
        (
            "Chad/N lifted/VERB blockade/NOUN near/ADP Chad/N",
            [1, 1, 1, 4, 2],
            ["nsubj", "ROOT", "obj", "case", "nmod"],
            1,
            None,
        ),
        (
            "Chad/N lifted/VERB it/PRON while/SCONJ Qatar/N slept/VERB",
            [1, 1, 1, 5, 5, 1],
            ["nsubj", "ROOT", "obj", "mark", "nsubj", "advcl"],
            1,
            None,
        ),
    ],
)
def test_the_only_other_actor_of_the_clause(
    words: str, heads: list[int], deps: list[str], trigger: int, expected: str | None
) -> None:
    found = infer_target(ACTORS, match(words, heads, deps, trigger))
    assert " ".join(token.text for token in found) == (expected or "")


def test_the_target_of_a_noun_takes_part_in_its_clause() -> None:
    threat = match(
        "Chad/N 's/PART threat/NOUN worries/VERB Oman/N",
        [2, 0, 3, 3, 3],
        ["nmod:poss", "case", "nsubj", "ROOT", "obj"],
        2,
    )
    assert [found.text for found in infer_target(ACTORS, threat)] == ["Oman"]


@pytest.mark.parametrize(("kind", "expected"), [("Threat", ["Oman"]), ("Blockade", [])])
@pytest.mark.parametrize(
    ("words", "heads", "deps", "trigger"),
    [
        (
            "Chad/N 's/PART threat/NOUN faced/VERB Oman/N slept/VERB",
            [2, 0, 3, 5, 5, 5],
            ["nmod:poss", "case", "obj", "advcl", "nsubj", "ROOT"],
            2,
        ),
        (
            "Chad/N 's/PART threat/NOUN deaf/ADJ Oman/N slept/VERB",
            [2, 0, 3, 4, 5, 5],
            ["nmod:poss", "case", "obl", "amod", "nsubj", "ROOT"],
            2,
        ),
    ],
)
def test_who_hears_what_is_said_stands_in_another_clause(
    kind: str, expected: list[str], words: str, heads: list[int], deps: list[str], trigger: int
) -> None:
    found = match(words, heads, deps, trigger)
    told = replace(found, frame=replace(FRAME, type=kind))
    assert [token.text for token in infer_target(ACTORS, told)] == expected


def test_two_who_agree_agree_with_each_other() -> None:
    found = match(
        "Chad/N and/CCONJ Oman/N agreed/VERB in/ADP Doha/N",
        [3, 2, 0, 3, 5, 3],
        ["nsubj", "cc", "conj", "ROOT", "case", "obl"],
        3,
    )
    both = {**found.roles, "source": [nodes(found.trigger.doc)[0], nodes(found.trigger.doc)[2]]}
    deal = replace(found, frame=replace(FRAME, type="AgreementReached"), roles=both)
    assert infer_target(ACTORS, deal) == []
    assert infer_target(ACTORS, replace(deal, frame=FRAME)) != []


@pytest.mark.parametrize(
    ("kind", "expected"), [("Attack", ["Goma"]), ("Demonstration", []), ("Resignation", [])]
)
def test_a_protest_only_takes_place_in_a_town_and_nobody_suffers_a_resignation(
    kind: str, expected: list[str]
) -> None:
    rows = [
        ("crowd", "crowd", "NOUN", "nsubj", 1),
        ("marched", "march", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 3),
        ("Goma", "goma", "PROPN", "obl", 1),
    ]
    doc: Doc = parse("en", rows)
    iri = f"{BASE}place/COD/goma"
    mention(doc, 3, 4, "PLACE", iri)
    annotate(doc, referents={3: iri})
    found = Match(
        replace(FRAME, type=kind),
        nodes(doc)[1],
        {"source": [nodes(doc)[0]], "target": [], "theme": []},
    )
    assert [token.text for token in infer_target(ACTORS, found)] == expected


def test_a_condition_tells_of_whom_something_is_asked() -> None:
    found = match(
        "Chad/N will/AUX keep/VERB sanctions/NOUN until/SCONJ Oman/N pays/VERB",
        [2, 2, 2, 2, 6, 6, 2],
        ["nsubj", "aux", "ROOT", "obj", "mark", "nsubj", "advcl"],
        2,
    )
    nodes(found.trigger.doc)[6].features = read_features("VerbForm=Fin|Tense=Pres")
    assert [actor.text for actor in infer_target(ACTORS, found)] == ["Oman"]
    hit = replace(found, frame=replace(FRAME, type="Attack"))
    assert infer_target(ACTORS, hit) == []


@pytest.mark.parametrize(("tense", "expected"), [("Pres", ["Oman"]), ("Past", [])])
def test_what_is_to_come_is_for_whom_it_is_told(tense: str, expected: list[str]) -> None:
    found = match(
        "Chad/N told/VERB Oman/N that/SCONJ Doha/N sends/VERB money/NOUN",
        [1, 1, 1, 5, 5, 1, 5],
        ["nsubj", "ROOT", "obj", "mark", "nsubj", "ccomp", "obj"],
        5,
    )
    doc = found.trigger.doc
    nodes(doc)[1].lemma_ = "say"
    nodes(doc)[5].features = read_features(f"VerbForm=Fin|Tense={tense}")
    given = replace(found, roles={**found.roles, "source": [nodes(doc)[4]]})
    assert [actor.text for actor in infer_target(ACTORS, given)] == expected


@pytest.mark.parametrize(
    ("mark", "kind", "expected"),
    [
        ("after", "BreakOfRelations", ["Oman"]),
        ("while", "BreakOfRelations", []),
        ("after", "Praise", []),
    ],
)
def test_who_gave_cause_for_a_sanction_is_its_target(
    mark: str, kind: str, expected: list[str]
) -> None:
    found = match(
        f"Chad/N broke/VERB relations/NOUN {mark}/SCONJ Oman/N raided/VERB Qatar/N",
        [1, 1, 1, 5, 5, 1, 5],
        ["nsubj", "ROOT", "obj", "mark", "nsubj", "advcl", "obj"],
        1,
    )
    nodes(found.trigger.doc)[5].features = read_features("VerbForm=Fin|Tense=Past")
    broken = replace(found, frame=replace(FRAME, type=kind))
    assert [actor.text for actor in infer_target(ACTORS, broken)] == expected


@pytest.mark.parametrize(("noun", "expected"), [("treaty", []), ("plan", ["Doha"])])
def test_the_town_by_which_a_treaty_is_called_has_no_part_in_it(
    noun: str, expected: list[str]
) -> None:
    found = match(
        f"Chad/N signed/VERB {noun}/NOUN of/ADP Doha/N",
        [1, 1, 1, 4, 2],
        ["nsubj", "ROOT", "obj", "case", "nmod"],
        1,
    )
    doc = found.trigger.doc
    doc.spans["mentions"] = [*list(doc.spans["mentions"])[:-1], Span(doc, 4, 5, "PLACE")]
    found = replace(found, roles={**found.roles, "theme": [nodes(doc)[2]]})
    assert [token.text for token in infer_target(ACTORS, found)] == expected


@pytest.mark.parametrize(
    ("kind", "preposition", "first", "found"),
    [
        ("Condemnation", "in", False, ["Qatar"]),
        ("Condemnation", "in", True, []),
        ("Condemnation", "of", True, ["Qatar"]),
        ("Attack", "in", True, ["Qatar"]),
    ],
)
def test_where_something_is_said_is_not_of_whom(
    kind: str, preposition: str, first: bool, found: list[str]
) -> None:
    where = f"{preposition}/ADP Qatar/N"
    if first:
        told = match(f"Chad/N {where} condemned/VERB it/PRON", [3, 2, 3, 3, 3], ORDER, 3)
    else:
        told = match(f"Chad/N condemned/VERB {where}", [1, 1, 3, 1], LATE, 1)
    told = replace(told, frame=replace(FRAME, type=kind))
    assert [token.text for token in infer_target(ACTORS, told)] == found


def test_nobody_is_meant_by_on_its_part() -> None:
    doc = parse(
        "es",
        [
            ("Chad", "chad", "PROPN", "nsubj", 1),
            ("cedió", "ceder", "VERB", "ROOT", 1),
            ("por", "por", "ADP", "case", 4),
            ("su", "su", "DET", "det", 4),
            ("parte", "parte", "NOUN", "obl", 1),
        ],
    )
    mention(doc, 0, 1, "STATE", f"{BASE}state/TCD")
    annotate(doc, referents={0: f"{BASE}state/TCD", 4: f"{BASE}state/QAT"})
    told = Match(FRAME, nodes(doc)[1], {"source": [nodes(doc)[0]], "target": [], "theme": []})
    assert infer_target(Actors(grammar("es"), load_gazetteer()), told) == []


def test_who_only_feels_something_at_it_has_no_part_in_it() -> None:
    deps = ["nsubj", "ROOT", "obj", "case", "obl", "case", "nmod"]
    words = "Chad/N sent/VERB aid/NOUN to/ADP dismay/NOUN of/ADP Qatar/N"
    assert infer_target(ACTORS, match(words, [1, 1, 1, 4, 1, 6, 4], deps, 1)) == []
