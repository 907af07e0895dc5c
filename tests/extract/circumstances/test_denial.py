import pytest
from parses import Row, grammar, parse, texts

from kg.extract.circumstances.denial import find_denial
from kg.extract.syntax.tree import nodes

GRAMMAR = grammar(
    "en",
    operators=[
        {"lemma": ["deny", "rule out"], "effect": "denied"},
        {"lemma": "refuse", "effect": "negative"},
    ],
)
DENIAL: list[Row] = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("denied", "deny", "VERB", "ROOT", 1),
    ("attacking", "attack", "VERB", "xcomp", 1),
]


def frame(lemma: str, pos: str, kind: str) -> dict[str, object]:
    found: dict[str, object] = {"id": lemma, "lemma": lemma, "pos": pos, "type": kind}
    return found | {"roles": {"source": ["nsubj"]}, "example": lemma}


def test_who_denies_it() -> None:
    doc = parse("en", DENIAL)
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "negative"
    assert texts(find_denial(GRAMMAR, nodes(doc)[2], None)[1]) == ["Oslo"]


def test_what_is_refused_did_not_happen_and_nobody_denies_it() -> None:
    rows = [DENIAL[0], ("refused", "refuse", "VERB", "ROOT", 1), DENIAL[2]]
    doc = parse("en", rows)
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "negative"
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[1] == []


def test_two_denials_cancel_each_other_out() -> None:
    doc = parse("en", [*DENIAL, ("not", "not", "PART", "advmod", 1)])
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "positive"
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[1] == []


def test_the_particle_belongs_to_the_verb() -> None:
    rows: list[Row] = [
        DENIAL[0],
        ("ruled", "rule", "VERB", "ROOT", 1),
        ("out", "out", "ADP", "compound:prt", 1),
        ("attacking", "attack", "VERB", "xcomp", 1),
    ]
    assert texts(find_denial(GRAMMAR, nodes(parse("en", rows))[3], None)[1]) == ["Oslo"]
    without = [(*row[:4], min(row[4], 2)) for row in rows if row[0] != "out"]
    assert find_denial(GRAMMAR, nodes(parse("en", without))[2], None)[0] == "positive"


def test_a_participle_says_for_itself_what_happened() -> None:
    doc = parse(
        "en",
        [
            ("denied", "deny", "VERB", "ROOT", 0),
            ("bridges", "bridge", "NOUN", "obj", 0),
            ("destroyed", "destroy", "VERB", "acl", 1),
        ],
        morphs={2: "VerbForm=Part|Tense=Past"},
    )
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "positive"


def test_no_longer_denies() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 3),
        ("no", "no", "ADV", "advmod", 2),
        ("longer", "long", "ADV", "advmod", 3),
        ("recognises", "recognise", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={2: "Degree=Cmp"})
    assert find_denial(GRAMMAR, nodes(doc)[3], None)[0] == "negative"
    assert find_denial(GRAMMAR, nodes(parse("en", rows))[3], None)[0] == "negative"
    rows[1:3] = [("not", "not", "ADV", "advmod", 2), ("far", "far", "ADV", "advmod", 3)]
    assert find_denial(GRAMMAR, nodes(parse("en", rows))[3], None)[0] == "positive"


def test_not_only_denies_nothing() -> None:
    rows: list[Row] = [
        ("no", "no", "PART", "advmod", 2),
        ("solo", "solo", "ADV", "fixed", 0),
        ("atacó", "atacar", "VERB", "ROOT", 2),
    ]
    assert find_denial(grammar("es"), nodes(parse("es", rows))[2], None)[0] == "positive"
    rows[1] = ("siempre", "siempre", "ADV", "advmod", 2)
    assert find_denial(grammar("es"), nodes(parse("es", rows))[2], None)[0] == "negative"


@pytest.mark.parametrize(("negated", "polarity"), [(True, "negative"), (False, "positive")])
def test_it_was_not_they_who_did_it(negated: bool, polarity: str) -> None:
    rows: list[Row] = [
        ("não", "não", "ADV", "advmod" if negated else "dep", 2),
        ("foi", "ser", "AUX", "cop", 2),
        ("soldado", "soldado", "NOUN", "ROOT", 2),
        ("que", "que", "PRON", "nsubj", 4),
        ("atacou", "atacar", "VERB", "acl:relcl", 2),
    ]
    assert find_denial(grammar("pt"), nodes(parse("pt", rows))[4], None)[0] == polarity


def test_it_was_not_the_first_time_that_they_did_it() -> None:
    rows: list[Row] = [
        ("não", "não", "ADV", "advmod", 2),
        ("foi", "ser", "AUX", "cop", 2),
        ("vez", "vez", "NOUN", "ROOT", 2),
        ("que", "que", "PRON", "mark", 4),
        ("atacou", "atacar", "VERB", "acl:relcl", 2),
    ]
    assert find_denial(grammar("pt"), nodes(parse("pt", rows))[4], None)[0] == "positive"


@pytest.mark.parametrize(
    ("word", "pos", "label", "polarity"),
    [("no", "DET", "det", "negative"), ("a", "DET", "det", "positive")],
)
def test_who_has_no_such_plan_does_not_do_it(
    word: str, pos: str, label: str, polarity: str
) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("has", "have", "VERB", "ROOT", 1),
        (word, word, pos, label, 3),
        ("plan", "plan", "NOUN", "obj", 1),
        ("to", "to", "PART", "mark", 5),
        ("attack", "attack", "VERB", "acl", 3),
    ]
    step = grammar("en", light_verbs=["have"], operators=[{"lemma": "plan", "effect": "planned"}])
    doc = parse("en", rows, morphs={5: "VerbForm=Inf"})
    assert find_denial(step, nodes(doc)[5], None)[0] == polarity


@pytest.mark.parametrize(("form", "polarity"), [("Part", "negative"), ("Inf", "positive")])
def test_how_nobody_feels_is_denied(form: str, polarity: str) -> None:
    rows: list[Row] = [
        ("não", "não", "ADV", "advmod", 1),
        ("sentiu", "sentir", "VERB", "ROOT", 1),
        ("pressionado", "pressionar", "VERB", "xcomp", 1),
    ]
    doc = parse("pt", rows, morphs={2: f"VerbForm={form}"})
    assert find_denial(grammar("pt"), nodes(doc)[2], None)[0] == polarity


@pytest.mark.parametrize(("owner", "polarity"), [("rebel", "positive"), ("trade", "negative")])
def test_the_threat_of_others_that_somebody_rejects_was_made(owner: str, polarity: str) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("rejected", "reject", "VERB", "ROOT", 1),
        (owner, owner, "NOUN", "compound", 3),
        ("threats", "threat", "NOUN", "obj", 1),
    ]
    rejecting = grammar(
        "en",
        frames=[
            frame("reject", "verb", "Refusal"),
            frame("threat", "noun", "Threat"),
        ],
        operators=[{"lemma": "reject", "effect": "negative"}],
    )
    assert find_denial(rejecting, nodes(parse("en", rows))[3], None)[0] == polarity
