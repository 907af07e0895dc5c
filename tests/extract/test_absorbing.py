import pytest
from annotations import annotate
from parses import grammar, parse

from kg.extract.absorbing import Absorber, absorbs, is_epithet
from kg.extract.events import is_claim
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame

ROWS = [
    ("went", "go", "VERB", "ROOT", 0),
    ("on", "on", "ADP", "case", 2),
    ("strike", "strike", "NOUN", "obl", 0),
]


@pytest.mark.parametrize(
    ("kind", "idiom", "absorbed"),
    [("Strike", {"obl:on": ("strike",)}, True), ("Strike", {}, False), ("Visit", {}, False)],
)
def test_an_idiom_absorbs_the_noun_that_it_names(
    kind: str, idiom: dict[str, tuple[str, ...]], absorbed: bool
) -> None:
    doc = parse("en", ROWS)
    went = Match(Frame("go", ("go",), "verb", kind, {}, has=idiom), nodes(doc)[0], {"theme": []})
    strike = Match(Frame("strike", ("strike",), "noun", "Strike", {}), nodes(doc)[2], {})
    assert absorbs(went, strike) is absorbed


@pytest.mark.parametrize(("asked", "absorbed"), [({"theme": "agreement"}, True), ({}, False)])
def test_an_agreement_that_is_broken_is_no_new_one(asked: dict[str, str], absorbed: bool) -> None:
    doc = parse(
        "en",
        [
            ("suspended", "suspend", "VERB", "ROOT", 0),
            ("the", "the", "DET", "det", 2),
            ("treaty", "treaty", "NOUN", "obj", 0),
        ],
    )
    frame = Frame("end", ("suspend",), "verb", "AgreementSuspended", {}, where=asked)
    ended = Match(frame, nodes(doc)[0], {"theme": [nodes(doc)[2]]})
    treaty = Match(Frame("treaty", ("treaty",), "noun", "AgreementReached", {}), nodes(doc)[2], {})
    assert absorbs(ended, treaty) is absorbed


@pytest.mark.parametrize(("marked", "absorbed"), [(False, False), (True, True)])
def test_what_is_done_besides_is_no_part_of_a_reproach(marked: bool, absorbed: bool) -> None:
    rows = [
        ("criticou", "criticar", "VERB", "ROOT", 0),
        ("por", "por", "SCONJ", "mark" if marked else "advmod", 2),
        ("ameaçando", "ameaçar", "VERB", "advcl", 0),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Ger"})
    reproach = Match(Frame("a", ("criticar",), "verb", "Condemnation", {}), nodes(doc)[0], {})
    threat = Match(Frame("b", ("ameaçar",), "verb", "Threat", {}), nodes(doc)[2], {})
    assert absorbs(reproach, threat) is absorbed


@pytest.mark.parametrize(
    ("pos", "kind", "claim"),
    [
        ("NOUN", "Allegation", True),
        ("NOUN", "Threat", True),
        ("VERB", "Allegation", False),
        ("NOUN", "Attack", False),
    ],
)
def test_an_accusation_is_a_claim(pos: str, kind: str, claim: bool) -> None:
    doc = parse("pt", [("acusação", "acusação", pos, "ROOT", 0)])
    assert is_claim(Match(Frame("a", ("acusação",), "noun", kind, {}), nodes(doc)[0], {})) is claim


@pytest.mark.parametrize(("noun", "epithet"), [("rebels", True), ("truce", False)])
def test_a_participle_with_a_hyphen_tells_what_an_actor_is_like(noun: str, epithet: bool) -> None:
    rows = [
        ("Iran", "iran", "PROPN", "obl", 2),
        ("-", "-", "PUNCT", "punct", 2),
        ("backed", "back", "VERB", "amod", 3),
        (noun, noun.removesuffix("s"), "NOUN", "ROOT", 3),
    ]
    doc = annotate(parse("en", rows))
    actors = Actors(grammar("en", actors=["rebel"]), load_gazetteer())
    backed = Match(Frame("back", ("back",), "verb", "Endorsement", {}), nodes(doc)[2], {})
    assert is_epithet(actors, backed) is epithet


@pytest.mark.parametrize(
    ("form", "kind", "absorbed"),
    [("Part", "EconomicAid", True), ("Ger", "EconomicAid", False), ("Part", "Visit", False)],
)
def test_the_participle_of_an_event_noun_tells_it_no_second_time(
    form: str, kind: str, absorbed: bool
) -> None:
    rows = [("loans", "loan", "NOUN", "ROOT", 0), ("granted", "grant", "VERB", "acl", 0)]
    doc = parse("en", rows, morphs={1: f"VerbForm={form}|Tense=Past"})
    granted = Match(
        Frame("a", ("grant",), "verb", kind, {}), nodes(doc)[1], {"source": [nodes(doc)[0]]}
    )
    loans = Match(
        Frame("b", ("loan",), "noun", "EconomicAid", {}), nodes(doc)[0], {"source": [nodes(doc)[0]]}
    )
    assert absorbs(granted, loans) is absorbed
    silent = Match(granted.frame, nodes(doc)[1], {})
    assert not absorbs(silent, loans)


@pytest.mark.parametrize(("by_whom", "absorbed"), [(False, True), (True, False)])
def test_who_had_to_resign_resigned(by_whom: bool, absorbed: bool) -> None:
    rows = [
        ("rebels", "rebel", "NOUN", "nsubj", 1),
        ("forced", "force", "VERB", "ROOT", 1),
        ("resign", "resign", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows)
    source = {"source": [nodes(doc)[0]] if by_whom else []}
    forced = Match(Frame("a", ("force",), "verb", "Coercion", {}), nodes(doc)[1], source)
    resigned = Match(Frame("b", ("resign",), "verb", "Resignation", {}), nodes(doc)[2], {})
    assert absorbs(resigned, forced) is absorbed


@pytest.mark.parametrize(
    ("form", "kind", "absorbed"),
    [("Inf", "Demonstration", True), ("Fin", "Demonstration", False), ("Inf", "Visit", False)],
)
def test_a_protest_has_the_target_of_its_aim(form: str, kind: str, absorbed: bool) -> None:
    rows = [
        ("marched", "march", "VERB", "ROOT", 0),
        ("protest", "protest", "VERB", "advcl", 0),
        ("Minsk", "minsk", "PROPN", "obl", 1),
    ]
    doc = parse("en", rows, morphs={1: f"VerbForm={form}"})
    march = Match(
        Frame("a", ("march",), "verb", "Demonstration", {}), nodes(doc)[0], {"target": []}
    )
    protest = Match(
        Frame("b", ("protest",), "verb", kind, {}), nodes(doc)[1], {"target": [nodes(doc)[2]]}
    )
    assert absorbs(march, protest) is absorbed
    annotate(doc)
    rules = grammar("en")
    absorber = Absorber(rules, Actors(rules, load_gazetteer()))
    found = absorber.with_aim(march, [march, protest]).roles["target"]
    assert found == ([nodes(doc)[2]] if absorbed else [])


@pytest.mark.parametrize(
    ("own", "kind", "absorbed"),
    [(True, "Demand", False), (True, "Threat", False), (False, "Demand", True)],
)
def test_a_demand_of_others_stands_beside_its_refusal(own: bool, kind: str, absorbed: bool) -> None:
    doc = parse(
        "en",
        [
            ("rejected", "reject", "VERB", "ROOT", 0),
            ("demands", "demand", "NOUN", "obj", 0),
            ("of", "of", "ADP", "case", 3),
            ("Minsk", "minsk", "PROPN", "nmod", 1),
        ],
    )
    refusal = Match(Frame("a", ("reject",), "verb", "Refusal", {}), nodes(doc)[0], {"source": []})
    sources = {"source": [nodes(doc)[3]] if own else []}
    demand = Match(Frame("b", ("demand",), "noun", kind, {}), nodes(doc)[1], sources)
    assert absorbs(refusal, demand) is absorbed


@pytest.mark.parametrize(
    ("kind", "label", "form", "offered"),
    [
        ("OfferMade", "nmod", "", True),
        ("Praise", "nmod", "", False),
        ("Refusal", "acl", "VerbForm=Inf", True),
        ("Refusal", "acl", "VerbForm=Part", False),
    ],
)
def test_what_is_to_come_of_an_offer_is_part_of_it(
    kind: str, label: str, form: str, offered: bool
) -> None:
    rows = [
        ("propôs", "propor", "VERB", "ROOT", 0),
        ("início", "início", "NOUN", "obj", 0),
        ("de", "de", "ADP", "case", 3),
        ("conversações", "conversação", "NOUN", label, 1),
    ]
    rules = grammar("pt", operators=[{"lemma": ["propor"], "effect": "planned"}])
    absorber = Absorber(rules, Actors(rules, load_gazetteer()))
    doc = annotate(parse("pt", rows, morphs={3: form}))
    offer = Match(Frame("a", ("propor",), "verb", kind, {}), nodes(doc)[0], {})
    talks = Match(Frame("b", ("conversação",), "noun", "Negotiation", {}), nodes(doc)[3], {})
    assert absorber.is_offered(offer, talks) is offered


@pytest.mark.parametrize(("kind", "absorbed"), [("Allegation", True), ("AgreementReached", False)])
def test_what_somebody_is_accused_of_is_part_of_it_wherever_it_hangs(
    kind: str, absorbed: bool
) -> None:
    rows = [
        ("acusou", "acusar", "VERB", "ROOT", 0),
        ("Paris", "paris", "PROPN", "obj", 0),
        ("de", "de", "SCONJ", "mark", 4),
        ("ter", "ter", "AUX", "aux", 4),
        ("atacado", "atacar", "VERB", "acl", 1),
    ]
    doc = parse("pt", rows, morphs={3: "VerbForm=Inf", 4: "VerbForm=Part"})
    charge = Match(
        Frame("a", ("acusar",), "verb", kind, {}), nodes(doc)[0], {"target": [nodes(doc)[1]]}
    )
    attack = Match(Frame("b", ("atacar",), "verb", "Attack", {}), nodes(doc)[4], {})
    assert absorbs(charge, attack) is absorbed


@pytest.mark.parametrize(
    ("form", "kind", "absorbed"),
    [("Inf", "Repression", True), ("Ger", "Repression", False), ("Inf", "Visit", False)],
)
def test_the_end_of_what_is_done_by_force_is_part_of_it(
    form: str, kind: str, absorbed: bool
) -> None:
    rows = [
        ("fired", "fire", "VERB", "ROOT", 0),
        ("gas", "gas", "NOUN", "obj", 0),
        ("to", "to", "PART", "aux", 3),
        ("disperse", "disperse", "VERB", "advcl", 0),
    ]
    doc = parse("en", rows, morphs={3: f"VerbForm={form}"})
    fired = Match(Frame("a", ("fire",), "verb", "Repression", {}), nodes(doc)[0], {})
    aim = Match(Frame("b", ("disperse",), "verb", kind, {}), nodes(doc)[3], {})
    assert absorbs(fired, aim) is absorbed


def test_what_is_rehearsed_is_not_done() -> None:
    doc = parse("en", [("rehearse", "rehearse", "VERB", "ROOT", 0), *ROWS[2:]][:2])
    exercise = Frame("a", ("rehearse",), "verb", "MilitaryExercise", {})
    strike = Match(Frame("b", ("strike",), "noun", "Airstrike", {}), nodes(doc)[1], {})
    assert absorbs(Match(exercise, nodes(doc)[0], {"theme": [nodes(doc)[1]]}), strike)


def test_what_is_adopted_is_the_same_as_its_adoption() -> None:
    rows = [
        ("adopta", "adopter", "VERB", "ROOT", 0),
        ("train", "train", "NOUN", "obj", 0),
        ("sanctions", "sanction", "NOUN", "nmod", 1),
    ]
    doc = parse("fr", rows)
    noun = Match(Frame("b", ("sanction",), "noun", "SanctionImposed", {}), nodes(doc)[2], {})
    for kind, absorbed in (("SanctionImposed", True), ("SanctionLifted", False)):
        verb = Match(
            Frame("a", ("adopter",), "verb", kind, {}), nodes(doc)[0], {"theme": [nodes(doc)[2]]}
        )
        assert absorbs(verb, noun) is absorbed


def test_the_order_to_leave_is_the_expulsion() -> None:
    rows = [
        ("gave", "give", "VERB", "ROOT", 0),
        ("hours", "hour", "NOUN", "obj", 0),
        ("to", "to", "PART", "mark", 3),
        ("leave", "leave", "VERB", "advcl", 0),
    ]
    doc = parse("en", rows, morphs={3: "VerbForm=Inf"})
    left = Match(Frame("b", ("leave",), "verb", "Withdrawal", {}), nodes(doc)[3], {})
    for kind, absorbed in (("Expulsion", True), ("Embargo", False)):
        given = Match(Frame("a", ("give",), "verb", kind, {}), nodes(doc)[0], {})
        assert absorbs(given, left) is absorbed
