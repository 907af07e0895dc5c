from dataclasses import replace
from typing import Any

import pytest
from annotations import annotate
from parses import Row, grammar, parse, texts
from spacy.tokens import Doc

from kg.extract.frames.matching import FrameMatcher, Miss, is_reflexive
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE

RUS, UKR = f"{BASE}state/RUS", f"{BASE}state/UKR"


def frame(name: str, lemma: str, roles: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "id": name,
        "lemma": lemma,
        "pos": "verb",
        "type": "Visit",
        "roles": roles,
        "example": "-",
    } | more


SENT = {"source": ["nsubj"], "theme": ["obj"], "target": ["obl:to"]}
FRAMES = [
    frame("plain", "send", SENT, type="Aid"),
    frame("troops", "send", SENT, type="TroopDeployment", where={"theme": "troops"}),
    frame("shake", "shake", {"source": ["nsubj"], "target": ["obl:with"]}, has={"obj": ["hand"]}),
    frame("met", "meet", {"source": ["nsubj"], "target": ["obj"]}, reciprocal=True),
    frame("state", "court", {"source": ["nsubj"], "target": ["obj"]}, where={"target": "state"}),
]


@pytest.fixture(scope="module")
def matcher() -> FrameMatcher:
    rules = grammar("en", frames=FRAMES)
    return FrameMatcher(rules, Actors(rules, load_gazetteer()))


def sentence(verb: tuple[str, str], thing: tuple[str, str], preposition: str = "to") -> Doc:
    """Moscow VERB THING PREPOSITION Kyiv."""
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 1),
            (*verb, "VERB", "ROOT", 1),
            (*thing, "NOUN", "obj", 1),
            (preposition, preposition, "ADP", "case", 4),
            ("Kyiv", "kyiv", "PROPN", "obl", 1),
        ],
    )
    return annotate(doc, referents={0: RUS, 4: UKR})


def test_roles_are_filled(matcher: FrameMatcher) -> None:
    (match,) = matcher.matches(nodes(sentence(("sent", "send"), ("grain", "grain")))[1])
    assert match.frame.id == "plain"
    assert {role: texts(found) for role, found in match.roles.items()} == {
        "theme": ["grain"],
        "source": ["Moscow"],
        "target": ["Kyiv"],
    }


def test_most_specific_frame_wins(matcher: FrameMatcher) -> None:
    found = matcher.matches(nodes(sentence(("sent", "send"), ("troops", "troop")))[1])
    assert [match.frame.id for match in found] == ["troops"]


def test_miss_says_what_the_condition_lacks(matcher: FrameMatcher) -> None:
    tried = matcher.tried(nodes(sentence(("sent", "send"), ("grain", "grain")))[1])
    assert [t.reason for t in tried if isinstance(t, Miss)] == ["no theme that is of: troops"]


def test_idiom_needs_its_word(matcher: FrameMatcher) -> None:
    (match,) = matcher.matches(nodes(sentence(("shook", "shake"), ("hands", "hand"), "with"))[1])
    assert texts(match.roles["target"]) == ["Kyiv"]
    (miss,) = matcher.tried(nodes(sentence(("shook", "shake"), ("trees", "tree"), "with"))[1])
    assert isinstance(miss, Miss)
    assert miss.reason == "no obj among: hand"


def test_condition_on_the_kind_of_entity(matcher: FrameMatcher) -> None:
    doc = sentence(("courted", "court"), ("voters", "voter"))
    assert matcher.matches(nodes(doc)[1]) == []
    doc._.referents[2] = (UKR,)
    assert texts(matcher.matches(nodes(doc)[1])[0].roles["target"]) == ["voters"]


def test_subjects_of_a_reciprocal_verb_face_each_other(matcher: FrameMatcher) -> None:
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 3),
            ("and", "and", "CCONJ", "cc", 2),
            ("Kyiv", "kyiv", "PROPN", "conj", 0),
            ("met", "meet", "VERB", "ROOT", 3),
        ],
    )
    (match,) = matcher.matches(nodes(annotate(doc, referents={0: RUS, 2: UKR}))[3])
    assert texts(match.roles["source"]) == ["Moscow"]
    assert texts(match.roles["target"]) == ["Kyiv"]


def test_a_thing_met_leaves_the_subjects_of_a_reciprocal_verb_face_to_face(
    matcher: FrameMatcher,
) -> None:
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 3),
            ("and", "and", "CCONJ", "cc", 2),
            ("Kyiv", "kyiv", "PROPN", "conj", 0),
            ("met", "meet", "VERB", "ROOT", 3),
            ("deadlines", "deadline", "NOUN", "obj", 3),
        ],
    )
    (match,) = matcher.matches(nodes(annotate(doc, referents={0: RUS, 2: UKR}))[3])
    assert texts(match.roles["target"]) == ["Kyiv"]


def test_event_needs_an_actor(matcher: FrameMatcher) -> None:
    doc = parse(
        "en",
        [
            ("trains", "train", "NOUN", "nsubj", 1),
            ("met", "meet", "VERB", "ROOT", 1),
        ],
    )
    (miss,) = matcher.tried(nodes(annotate(doc))[1])
    assert isinstance(miss, Miss)
    assert miss.reason == "no actor as source or target"


def test_word_without_a_frame_matches_nothing(matcher: FrameMatcher) -> None:
    assert matcher.tried(nodes(sentence(("sold", "sell"), ("grain", "grain")))[1]) == []


def test_pos_of_a_frame_counts(matcher: FrameMatcher) -> None:
    doc = annotate(parse("en", [("meet", "meet", "NOUN", "ROOT", 0)]))
    assert matcher.tried(nodes(doc)[0]) == []


# ---------------------------------------------------------------- guesses


GUESS = Frame(
    id="en-near-pan",
    lemmas=("pan",),
    pos="verb",
    type="Accusation",
    roles={"source": ("nsubj",), "target": ("obj", "obl:to")},
    near="condemn (0.87)",
)


@pytest.fixture(scope="module")
def guesser(matcher: FrameMatcher) -> FrameMatcher:
    send = replace(GUESS, id="en-near-send", lemmas=("send",))
    return replace(matcher, guesses={("verb", "pan"): GUESS, ("verb", "send"): send})


def test_a_word_that_no_frame_has_is_guessed(guesser: FrameMatcher) -> None:
    (match,) = guesser.matches(nodes(sentence(("panned", "pan"), ("it", "it")))[1])
    assert match.frame.id == "en-near-pan"
    assert texts(match.roles["source"]) == ["Moscow"]
    assert texts(match.roles["target"]) == ["Kyiv"]


def test_without_guesses_it_gives_nothing(matcher: FrameMatcher) -> None:
    assert not matcher.matches(nodes(sentence(("panned", "pan"), ("it", "it")))[1])


def test_a_frame_goes_before_a_guess(guesser: FrameMatcher) -> None:
    (match,) = guesser.matches(nodes(sentence(("sent", "send"), ("grain", "grain")))[1])
    assert match.frame.id == "plain"


def test_a_guess_needs_two_named_actors(guesser: FrameMatcher) -> None:
    doc = annotate(sentence(("panned", "pan"), ("rebels", "rebel")), referents={0: RUS})
    assert not guesser.matches(nodes(doc)[1])
    (miss,) = guesser.tried(nodes(doc)[1])
    assert isinstance(miss, Miss)
    assert "named actors" in miss.reason


def test_what_sums_up_a_clause_stands_for_who_acts_there(matcher: FrameMatcher) -> None:
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("fired", "fire", "VERB", "ROOT", 1),
        (",", ",", "PUNCT", "punct", 1),
        ("step", "step", "NOUN", "appos", 1),
        ("Kyiv", "kyiv", "PROPN", "nsubj", 5),
        ("tried", "court", "VERB", "acl:relcl", 3),
    ]
    doc = annotate(parse("en", rows), referents={0: RUS, 4: UKR})
    (tried,) = matcher.candidates(nodes(doc)[5])
    found = matcher.match(replace(tried, where={}), nodes(doc)[5])
    assert not isinstance(found, Miss)
    assert texts(found.roles["target"]) == ["Moscow"]


def test_agent_of_a_passive_is_a_source_by_whose_it_is(matcher: FrameMatcher) -> None:
    rows: list[Row] = [
        ("grain", "grain", "NOUN", "nsubj:pass", 1),
        ("sent", "send", "VERB", "ROOT", 1),
        ("by", "by", "ADP", "case", 3),
        ("barge", "barge", "NOUN", "obl:agent", 1),
        ("of", "of", "ADP", "case", 5),
        ("Kyiv", "kyiv", "PROPN", "nmod", 3),
        ("to", "to", "ADP", "case", 7),
        ("Moscow", "moscow", "PROPN", "obl", 1),
    ]
    (match,) = matcher.matches(nodes(annotate(parse("en", rows), referents={5: UKR, 7: RUS}))[1])
    assert texts(match.roles["source"]) == ["barge"]


def test_a_pronoun_for_the_source_is_no_target(matcher: FrameMatcher) -> None:
    doc = sentence(("sent", "send"), ("grain", "grain"))
    doc[4].pos_ = "PRON"
    (match,) = matcher.matches(nodes(annotate(doc, referents={0: RUS, 4: RUS}))[1])
    assert match.roles["target"] == []


ATTACK = frame("attack", "attack", {"source": ["obl:of"], "target": ["obl:to"]}, pos="noun")


@pytest.mark.parametrize(("doer", "told"), [("rebel", True), ("flood", False)])
def test_a_noun_tells_an_event_of_two_actors_without_a_name(doer: str, told: bool) -> None:
    rules = grammar("en", frames=[ATTACK])
    rows: list[Row] = [
        ("attack", "attack", "NOUN", "ROOT", 0),
        ("of", "of", "ADP", "case", 3),
        ("the", "the", "DET", "det", 3),
        (f"{doer}s", doer, "NOUN", "nmod", 0),
        ("to", "to", "ADP", "case", 5),
        ("rebels", "rebel", "NOUN", "nmod", 0),
    ]
    doc = annotate(parse("en", rows))
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[0])
    assert bool(found) is told


@pytest.mark.parametrize("number", [("one", "NUM"), ("many", "PRON")])
def test_what_is_one_of_the_troops_is_troops(
    matcher: FrameMatcher, number: tuple[str, str]
) -> None:
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("sent", "send", "VERB", "ROOT", 1),
        (number[0], number[0], number[1], "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("troops", "troop", "NOUN", "nmod", 2),
    ]
    (match,) = matcher.matches(nodes(annotate(parse("en", rows), referents={0: RUS}))[1])
    assert match.frame.id == "troops"


def test_who_owns_the_troops_moves_them_where_nobody_is_said_to(matcher: FrameMatcher) -> None:
    rows = [
        ("Russian", "russian", "ADJ", "amod", 1),
        ("troops", "troop", "NOUN", "nsubj:pass", 3),
        ("were", "be", "AUX", "aux:pass", 3),
        ("sent", "send", "VERB", "ROOT", 3),
        ("to", "to", "ADP", "case", 5),
        ("Kyiv", "kyiv", "PROPN", "obl", 3),
    ]
    doc = annotate(parse("en", rows), referents={0: RUS, 5: UKR})
    (match,) = matcher.matches(nodes(doc)[3])
    assert texts(match.roles["source"]) == ["troops"]


@pytest.mark.parametrize(
    ("owner", "iri", "sources"),
    [("Moscow", RUS, ["Moscow"]), ("Jericho", f"{BASE}place/PSE/jericho", [])],
)
def test_a_city_withdraws_no_troops(owner: str, iri: str, sources: list[str]) -> None:
    roles = {"source": ["obl:of>obl:of"], "theme": ["obl:of"]}
    left = frame("left", "exit", roles, pos="noun", type="Withdrawal", where={"theme": "troops"})
    rows = [
        ("Exit", "exit", "NOUN", "ROOT", 0),
        ("of", "of", "ADP", "case", 2),
        ("troops", "troop", "NOUN", "nmod", 0),
        ("of", "of", "ADP", "case", 4),
        (owner, owner, "PROPN", "nmod", 2),
    ]
    doc = annotate(parse("en", rows), referents={4: iri})
    rules = grammar("en", frames=[left], classes={"troops": ["troop"]})
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).tried(nodes(doc)[0])
    told = [texts(match.roles["source"]) for match in found if not isinstance(match, Miss)]
    assert told == ([sources] if sources else [])


TALKS = [
    frame("talks", "talk", {"target": ["obl:with"]}, pos="noun", type="Meeting", reciprocal=True),
    frame("war", "war", {"target": ["obl:with"]}, pos="noun", type="Assault", reciprocal=True),
]


@pytest.mark.parametrize(("noun", "sources"), [("talk", ["Moscow"]), ("war", [])])
def test_who_goes_somewhere_for_talks_takes_part_in_them(noun: str, sources: list[str]) -> None:
    rules = grammar("en", frames=TALKS)
    rows = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("flew", "fly", "VERB", "ROOT", 1),
        ("for", "for", "ADP", "case", 3),
        (noun, noun, "NOUN", "obl", 1),
        ("with", "with", "ADP", "case", 5),
        ("Kyiv", "kyiv", "PROPN", "nmod", 3),
    ]
    doc = annotate(parse("en", rows), referents={0: RUS, 5: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[3])
    assert texts(match.roles["source"]) == sources
    assert texts(match.roles["target"]) == ["Kyiv"]


@pytest.mark.parametrize(
    ("words", "reflexive"),
    [
        (["reuniu-se"], True),
        (["se", "reuniu"], True),
        (["reunir-se-ão"], True),
        (["reunirse"], True),
        (["reuniu"], False),
    ],
)
def test_a_reflexive_verb_has_its_pronoun_before_or_behind_it(
    words: list[str], reflexive: bool
) -> None:
    verb = len(words) - 1
    rows: list[Row] = [(word, word, "PRON", "expl", verb) for word in words[:-1]]
    doc = parse("pt", [*rows, (words[-1], "reunir", "VERB", "ROOT", verb)])
    assert is_reflexive(nodes(doc)[verb], ("se",)) is reflexive


def test_a_possessive_for_the_source_is_no_target() -> None:
    rules = grammar(
        "en", frames=[frame("left", "leave", {"source": ["nsubj"], "target": ["obj>poss"]})]
    )
    rows = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        ("its", "its", "DET", "nmod:poss", 3),
        ("post", "post", "NOUN", "obj", 1),
    ]
    doc = annotate(parse("en", rows), referents={0: RUS, 2: RUS})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert match.roles["target"] == []


@pytest.mark.parametrize(("person", "expected"), [("1", ["Kyiv"]), ("3", ["We"])])
def test_we_are_who_speaks(matcher: FrameMatcher, person: str, expected: list[str]) -> None:
    rows: list[Row] = [
        ("We", "we", "PRON", "nsubj", 1),
        ("shook", "shake", "VERB", "ccomp", 5),
        ("hands", "hand", "NOUN", "obj", 1),
        (",", ",", "PUNCT", "punct", 5),
        ("Kyiv", "kyiv", "PROPN", "nsubj", 5),
        ("said", "say", "VERB", "ROOT", 5),
    ]
    doc = parse("en", rows, morphs={0: f"Person={person}", 1: "VerbForm=Fin|Mood=Ind"})
    assert texts(matcher.slot(nodes(annotate(doc, referents={4: UKR}))[1], "nsubj")) == expected


def arrests() -> FrameMatcher:
    """An arrest by a verb, whose victim must be an actor, and by a noun."""
    frames = [
        frame(
            "arrest",
            "arrestar",
            {"source": ["nsubj"], "target": ["obj"]},
            type="Arrest",
            where={"target": "actor"},
        ),
        frame("noun", "arresto", {"target": ["obl:de"]}, type="Arrest", pos="noun"),
        frame("attack", "atacar", {"source": ["nsubj"], "target": ["obj", "obl:a"]}, type="Attack"),
    ]
    rules = grammar("es", frames=frames, actors=["policía", "obrero"])
    return FrameMatcher(rules, Actors(rules, load_gazetteer()))


@pytest.mark.parametrize("features", ["Case=Acc|Person=3", "Case=Acc|Person=1", "Person=3"])
def test_a_clitic_before_the_verb_stands_for_who_suffers_it(features: str) -> None:
    rows: list[Row] = [
        ("policía", "policía", "NOUN", "nsubj", 2),
        ("los", "él", "PRON", "obj", 2),
        ("arrestó", "arrestar", "VERB", "ROOT", 2),
    ]
    doc = annotate(parse("es", rows, morphs={1: features}))
    found = [texts(match.roles["source"]) for match in arrests().matches(nodes(doc)[2])]
    assert found == ([["policía"]] if features == "Case=Acc|Person=3" else [])


@pytest.mark.parametrize("auxiliary", [True, False])
def test_a_passive_with_an_auxiliary_needs_no_subject(auxiliary: bool) -> None:
    rows: list[Row] = [
        ("fue", "ser", "AUX", "aux:pass" if auxiliary else "dep", 1),
        ("arrestado", "arrestar", "VERB", "ROOT", 1),
        ("por", "por", "ADP", "case", 4),
        ("la", "el", "DET", "det", 4),
        ("policía", "policía", "NOUN", "obl:agent", 1),
    ]
    doc = annotate(parse("es", rows, morphs={1: "VerbForm=Part"}))
    found = [texts(match.roles["source"]) for match in arrests().matches(nodes(doc)[1])]
    assert found == ([["policía"]] if auxiliary else [])


@pytest.mark.parametrize(("victim", "told"), [("obreros", True), ("obrero", False)])
def test_a_noun_tells_of_violence_by_those_who_suffer_it(victim: str, told: bool) -> None:
    rows: list[Row] = [
        ("arresto", "arresto", "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 3),
        ("los", "el", "DET", "det", 3),
        (victim, "obrero", "NOUN", "nmod", 0),
    ]
    doc = annotate(parse("es", rows, morphs={3: "Number=Plur" if told else "Number=Sing"}))
    assert bool(arrests().matches(nodes(doc)[0])) == told


@pytest.mark.parametrize(("verb", "found"), [("atacó", ["Rusia"]), ("atacado", None)])
def test_in_a_passive_no_preposition_marks_the_object(verb: str, found: list[str] | None) -> None:
    rows: list[Row] = [
        (verb, "atacar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "case", 2),
        ("Rusia", "rusia", "PROPN", "obl", 0),
    ]
    if found is None:
        rows.append(("fue", "ser", "AUX", "aux:pass", 0))
    doc = parse("es", rows, morphs={0: "VerbForm=Part" if found is None else "VerbForm=Fin"})
    matches = arrests().matches(nodes(annotate(doc, referents={2: RUS}))[0])
    assert [texts(match.roles["target"]) for match in matches] == ([found] if found else [])


def test_a_pronoun_for_the_name_of_who_does_it_is_no_target() -> None:
    rows: list[Row] = [
        ("policía", "policía", "NOUN", "nsubj", 3),
        ("Luz", "luz", "PROPN", "appos", 0),
        ("lo", "él", "PRON", "obj", 3),
        ("arrestó", "arrestar", "VERB", "ROOT", 3),
    ]
    doc = parse("es", rows, morphs={2: "Case=Acc|Person=3"})
    (match,) = arrests().matches(nodes(annotate(doc, referents={1: RUS, 2: RUS}))[3])
    assert match.roles["target"] == []


@pytest.mark.parametrize(("word", "found"), [("Estado", []), ("Telegram", ["Telegram"])])
def test_what_says_of_what_kind_a_thing_is_suffers_nothing(word: str, found: list[str]) -> None:
    blame = frame("blame", "condenar", {"source": ["nsubj"], "target": ["obj>obl:de"]})
    rules = grammar("es", frames=[blame], actors=["estado"])
    rows: list[Row] = [
        ("Kiev", "kiev", "PROPN", "nsubj", 1),
        ("condenó", "condenar", "VERB", "ROOT", 1),
        ("golpe", "golpe", "NOUN", "obj", 1),
        ("de", "de", "ADP", "case", 4),
        (word, word.lower(), "PROPN", "nmod", 2),
    ]
    doc = annotate(parse("es", rows), referents={0: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert texts(match.roles["target"]) == found


def test_what_is_hit_may_be_a_thing_of_somebody() -> None:
    rows: list[Row] = [
        ("atacaron", "atacar", "VERB", "ROOT", 0),
        ("sede", "sede", "NOUN", "obj", 0),
        ("de", "de", "ADP", "case", 3),
        ("Rusia", "rusia", "PROPN", "nmod", 1),
    ]
    doc = parse("es", rows)
    assert not arrests().matches(nodes(annotate(doc))[0])
    (match,) = arrests().matches(nodes(annotate(parse("es", rows), referents={3: RUS}))[0])
    assert texts(match.roles["target"]) == ["sede"]


STRIKE = frame("strike", "strike", {"source": ["nsubj"]}, pos="noun", type="Strike")
ARREST = frame("arrest", "arrest", {"source": ["nsubj", "obl:of"]}, pos="noun", type="Arrest")


@pytest.mark.parametrize(("light", "told"), [("hold", True), ("mention", False)])
def test_a_light_verb_lets_a_generic_actor_do_what_a_noun_tells(light: str, told: bool) -> None:
    rules = grammar("en", frames=[ARREST], actors=["rebel"])
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "nsubj", 1),
        (light, light, "VERB", "ROOT", 1),
        ("arrests", "arrest", "NOUN", "obj", 1),
    ]
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(
        nodes(annotate(parse("en", rows)))[2]
    )
    assert bool(found) is told


def test_they_who_are_on_strike_strike() -> None:
    rules = grammar("en", frames=[STRIKE], actors=["rebel"])
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "nsubj", 3),
        ("are", "be", "AUX", "cop", 3),
        ("on", "on", "ADP", "case", 3),
        ("strike", "strike", "NOUN", "ROOT", 3),
    ]
    matcher = FrameMatcher(rules, Actors(rules, load_gazetteer()))
    assert matcher.matches(nodes(annotate(parse("en", rows)))[3])


@pytest.mark.parametrize(("body", "told"), [("council", True), ("envoy", False)])
def test_a_body_of_several_meets_by_itself(body: str, told: bool) -> None:
    alone = frame("met", "meet", {"source": ["nsubj"]}, reciprocal=True)
    rules = grammar("en", frames=[alone], actors=[body], classes={"bodies": ["council"]})
    rows: list[Row] = [(body, body, "NOUN", "nsubj", 1), ("met", "meet", "VERB", "ROOT", 1)]
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(
        nodes(annotate(parse("en", rows)))[1]
    )
    assert bool(found) is told


@pytest.mark.parametrize(
    ("kind", "thing", "expected"),
    [("Promise", "grain", []), ("Aid", "grain", ["grain"]), ("Visit", "grain", ["grain"])],
)
def test_nobody_makes_a_promise_to_a_thing(kind: str, thing: str, expected: list[str]) -> None:
    roles = {"source": ["nsubj"], "target": ["obj"]}
    rules = grammar("en", frames=[frame("vow", "vow", roles, type=kind)])
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(
        nodes(sentence(("vowed", "vow"), (thing, thing)))[1]
    )
    assert texts(match.roles["target"]) == expected


def test_who_was_told_of_talks_takes_no_part_in_them() -> None:
    roles = {"source": ["obl:between"], "target": ["obl:with"]}
    rules = grammar(
        "en",
        frames=[frame("talks", "talk", roles, pos="noun", reciprocal=True)],
        actors=["reporter"],
    )
    doc = parse(
        "en",
        [
            ("talks", "talk", "NOUN", "ROOT", 0),
            ("between", "between", "ADP", "case", 2),
            ("Moscow", "moscow", "PROPN", "nmod", 0),
            ("and", "and", "CCONJ", "cc", 4),
            ("Kyiv", "kyiv", "PROPN", "conj", 2),
            ("with", "with", "ADP", "case", 6),
            ("reporters", "reporter", "NOUN", "nmod", 0),
        ],
    )
    annotate(doc, referents={2: RUS, 4: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[0])
    assert (texts(match.roles["source"]), texts(match.roles["target"])) == (["Moscow"], ["Kyiv"])


def died_in(second: str) -> Doc:
    """Troops died in Moscow's attack in SECOND Kyiv."""
    rows: list[Row] = [
        ("Troops", "troop", "NOUN", "nsubj", 1),
        ("died", "die", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 5),
        ("Moscow", "moscow", "PROPN", "nmod:poss", 5),
        ("'s", "'s", "PART", "case", 3),
        ("attack", "attack", "NOUN", "obl", 1),
        ("in", "in", "ADP", "case", 7),
        ("valley", "valley", "NOUN", "obl", 1),
        (second, second, "ADP", "case", 9),
        ("Kyiv", "kyiv", "PROPN", "nmod", 7),
    ]
    return annotate(parse("en", rows), referents={0: RUS, 3: RUS, 9: UKR})


def test_a_path_through_the_slot_of_the_theme_goes_through_the_theme() -> None:
    roles = {"source": ["obl:in>obl:of", "obl:in>poss"], "target": ["nsubj"], "theme": ["obl:in"]}
    died = frame("died", "die", roles, type="Killing", where={"theme": "attacks"})
    rules = grammar("en", frames=[died], classes={"attacks": ["attack"]})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(died_in("of"))[1])
    assert texts(match.roles["source"]) == ["Moscow"]


@pytest.mark.parametrize(("kind", "fires"), [("TreatySigned", True), ("Meeting", False)])
def test_one_alone_can_sign_but_not_meet(kind: str, fires: bool) -> None:
    roles = {"source": ["nsubj"], "target": ["obl:with"]}
    signed = frame("signed", "sign", roles, type=kind, reciprocal=True)
    rules = grammar("en", frames=[signed])
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(
        nodes(sentence(("signed", "sign"), ("deal", "deal")))[1]
    )
    assert bool(found) is fires


def test_who_is_joined_to_a_known_actor_takes_part_too(matcher: FrameMatcher) -> None:
    rows: list[Row] = [
        ("Deputies", "deputy", "NOUN", "nsubj", 3),
        ("and", "and", "CCONJ", "cc", 2),
        ("Moscow", "moscow", "PROPN", "conj", 0),
        ("sent", "send", "VERB", "ROOT", 3),
        ("grain", "grain", "NOUN", "obj", 3),
    ]
    (match,) = matcher.matches(nodes(annotate(parse("en", rows), referents={2: RUS}))[3])
    assert texts(match.roles["source"]) == ["Deputies", "Moscow"]


def make_matcher(*frames: dict[str, Any], **words: Any) -> FrameMatcher:
    rules = grammar("en", frames=list(frames), **words)
    return FrameMatcher(rules, Actors(rules, load_gazetteer()))


def test_each_does_it_to_the_other() -> None:
    roles = {"source": ["nsubj"], "target": ["obj"]}
    doc = parse(
        "en",
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 3),
            ("and", "and", "CCONJ", "cc", 2),
            ("Kyiv", "kyiv", "PROPN", "conj", 0),
            ("blamed", "blame", "VERB", "ROOT", 3),
            ("each", "each", "DET", "det", 5),
            ("other", "other", "ADJ", "obj", 3),
        ],
    )
    found = make_matcher(frame("blame", "blame", roles, type="Blame")).matches(
        nodes(annotate(doc, referents={0: RUS, 2: UKR}))[3]
    )
    told = [(texts(match.roles["source"]), texts(match.roles["target"])) for match in found]
    assert told == [(["Moscow"], ["Kyiv"]), (["Kyiv"], ["Moscow"])]


@pytest.mark.parametrize(
    ("speaker", "number", "expected"),
    [("army", "Sing", ["army"]), ("rebels", "Plur", ["it"]), ("sky", "Sing", ["it"])],
)
def test_it_is_who_said_so(speaker: str, number: str, expected: list[str]) -> None:
    roles = {"source": ["nsubj"], "target": ["obj"]}
    matcher = make_matcher(frame("shoot", "shoot", roles, type="Attack"), actors=["army", "rebels"])
    rows: list[Row] = [
        (speaker, speaker, "NOUN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("it", "it", "PRON", "nsubj", 3),
        ("shot", "shoot", "VERB", "ccomp", 1),
    ]
    it = "PronType=Prs|Gender=Neut|Number=Sing|Person=3"
    doc = annotate(parse("en", rows, morphs={0: f"Number={number}", 2: it, 3: "VerbForm=Fin"}))
    assert texts(matcher.slot(nodes(doc)[3], "nsubj")) == expected


CLASH = frame(
    "clash",
    "clash",
    {"source": ["obl:between"], "target": ["obl:with"]},
    pos="noun",
    type="ArmedClash",
    reciprocal=True,
)


def test_those_who_clash_kill() -> None:
    matcher = make_matcher(
        frame("kill", "kill", {"source": ["nsubj"], "target": ["obj"]}, type="Killing"),
        CLASH,
        actors=["clan", "farmer"],
    )
    rows: list[Row] = [
        ("clashes", "clash", "NOUN", "nsubj", 3),
        ("between", "between", "ADP", "case", 2),
        ("clans", "clan", "NOUN", "nmod", 0),
        ("killed", "kill", "VERB", "ROOT", 3),
        ("farmers", "farmer", "NOUN", "obj", 3),
    ]
    (match,) = matcher.matches(nodes(annotate(parse("en", rows)))[3])
    assert texts(match.roles["source"]) == ["clans"]


def test_a_deed_is_condemned_and_not_its_victims() -> None:
    deed = frame("raid", "raid", {"source": ["poss"], "target": ["obl:of"]}, pos="noun")
    slots = ["obj>poss", "obj>obl:of", "obj"]
    matcher = make_matcher(
        frame("deplore", "deplore", {"source": ["nsubj"], "target": slots}, type="Condemnation"),
        {**deed, "type": "Attack"},
    )
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("deplored", "deplore", "VERB", "ROOT", 1),
        ("raid", "raid", "NOUN", "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("Kyiv", "kyiv", "PROPN", "nmod", 2),
    ]
    (match,) = matcher.matches(nodes(annotate(parse("en", rows), referents={0: RUS, 4: UKR}))[1])
    assert texts(match.roles["target"]) == ["raid"]


@pytest.mark.parametrize(("told", "expected"), [("VerbForm=Inf", ["shogun"]), ("", [])])
def test_whoever_is_made_to_do_something_is_somebody(told: str, expected: list[str]) -> None:
    roles = {"source": ["nsubj"], "target": ["obj"]}
    forced = frame("force", "force", roles, type="Coercion", where={"target": "actor"})
    rules = grammar("en", frames=[forced])
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("forced", "force", "VERB", "ROOT", 1),
        ("shogun", "shogun", "NOUN", "obj", 1),
        ("sign", "sign", "VERB", "xcomp", 1),
    ]
    doc = annotate(parse("en", rows, morphs={3: told}), referents={0: RUS})
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert [t.text for match in found for t in match.roles["target"]] == expected


def test_envoys_whom_nobody_is_said_to_send_go_themselves() -> None:
    roles = {"source": ["nsubj"], "theme": ["obj"], "target": ["obl:to"]}
    sent = frame("sent", "send", roles, type="Consultation", where={"theme": "troops"})
    rules = grammar("en", frames=[sent], classes={"troops": ["rebel"]})
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "ROOT", 0),
        ("sent", "send", "VERB", "acl", 0),
        ("to", "to", "ADP", "case", 3),
        ("Kyiv", "kyiv", "PROPN", "obl", 1),
    ]
    doc = annotate(parse("en", rows, morphs={1: "VerbForm=Part"}), referents={3: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert texts(match.roles["source"]) == ["rebels"]


@pytest.mark.parametrize(("form", "known"), [("court", False), ("courted", True)])
def test_an_adjective_in_the_form_of_its_lemma_is_no_participle(
    matcher: FrameMatcher, form: str, known: bool
) -> None:
    rows: list[Row] = [("is", "be", "AUX", "ROOT", 0), (form, "court", "ADJ", "xcomp", 0)]
    assert bool(matcher.candidates(nodes(parse("en", rows))[1])) == known


@pytest.mark.parametrize(("verb", "targets"), [("ask", []), ("plan", ["Kyiv"])])
def test_those_who_ask_for_talks_need_not_meet(verb: str, targets: list[str]) -> None:
    asking = frame("ask", "ask", {"source": ["nsubj"]}, type="Request")
    met = frame("met", "meet", {"source": ["nsubj"], "target": ["obl:with"]}, reciprocal=True)
    rules = grammar("en", frames=[asking, met])
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 3),
        ("and", "and", "CCONJ", "cc", 2),
        ("Kyiv", "kyiv", "PROPN", "conj", 0),
        (verb, verb, "VERB", "ROOT", 3),
        ("meet", "meet", "VERB", "xcomp", 3),
    ]
    doc = annotate(parse("en", rows, morphs={4: "VerbForm=Inf"}), referents={0: RUS, 2: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[4])
    assert texts(match.roles["target"]) == targets


@pytest.mark.parametrize(("above", "fires"), [("tratado", False), ("década", True)])
def test_of_what_kind_an_agreement_is_tells_of_no_cooperation(above: str, fires: bool) -> None:
    roles = {"target": ["obl:com"]}
    told = frame("c", "cooperação", roles, pos="noun", type="Cooperation")
    rules = grammar("pt", frames=[told])
    rows: list[Row] = [
        (above, above, "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 2),
        ("cooperação", "cooperação", "NOUN", "nmod", 0),
        ("com", "com", "ADP", "case", 4),
        ("Kiev", "kiev", "PROPN", "nmod", 2),
    ]
    doc = annotate(parse("pt", rows, morphs={2: "Number=Sing"}), referents={4: UKR})
    found = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[2])
    assert bool(found) is fires


def test_the_place_that_opens_a_clause_is_no_target() -> None:
    refused = frame("no", "refuser", {"source": ["nsubj"], "target": ["obl:à"]}, type="Refusal")
    rules = grammar("fr", frames=[refused])
    rows: list[Row] = [
        ("À", "à", "ADP", "case", 1),
        ("Kiev", "kiev", "PROPN", "obl", 4),
        (",", ",", "PUNCT", "punct", 4),
        ("Moscou", "moscou", "PROPN", "nsubj", 4),
        ("refuse", "refuser", "VERB", "ROOT", 4),
    ]
    matcher = FrameMatcher(rules, Actors(rules, load_gazetteer()))
    for comma, targets in ((",", []), ("-", ["Kiev"])):
        rows[2] = (comma, comma, "PUNCT", "punct", 4)
        doc = annotate(parse("fr", rows), referents={1: UKR, 3: RUS})
        (match,) = matcher.matches(nodes(doc)[4])
        assert texts(match.roles["target"]) == targets


@pytest.mark.parametrize(("noun", "targets"), [("hora", []), ("veto", ["veto"])])
def test_when_it_is_done_is_no_target(noun: str, targets: list[str]) -> None:
    lifted = frame("l", "levantar", {"source": ["nsubj"], "target": ["obl:a"]}, type="Retreat")
    rules = grammar("es", frames=[lifted])
    rows: list[Row] = [
        ("Moscú", "moscú", "PROPN", "nsubj", 1),
        ("levantó", "levantar", "VERB", "ROOT", 1),
        ("a", "a", "ADP", "case", 4),
        ("última", "último", "ADJ", "amod", 4),
        (noun, noun, "NOUN", "obl", 1),
    ]
    doc = annotate(parse("es", rows), referents={0: RUS})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert texts(match.roles["target"]) == targets


@pytest.mark.parametrize(("noun", "source"), [("statement", ["Moscow"]), ("raid", [])])
def test_who_a_text_is_by_says_what_it_says(noun: str, source: list[str]) -> None:
    told = frame("a", "blame", {"source": ["nsubj"], "target": ["obj"]})
    speech = {"verbs": ["say"], "nouns": ["statement"], "according": []}
    rules = grammar("en", frames=[told], speech=speech)
    rows: list[Row] = [
        ("statement", noun, "NOUN", "nsubj", 3),
        ("by", "by", "ADP", "case", 2),
        ("Moscow", "moscow", "PROPN", "nmod", 0),
        ("blamed", "blame", "VERB", "ROOT", 3),
        ("Kyiv", "kyiv", "PROPN", "obj", 3),
    ]
    doc = annotate(parse("en", rows), referents={2: RUS, 4: UKR})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[3])
    assert texts(match.roles["source"]) == source


@pytest.mark.parametrize(("other", "target"), [(RUS, []), (UKR, ["country"])])
def test_nobody_does_it_to_his_own_country(other: str, target: list[str]) -> None:
    rules = grammar("en", frames=[frame("a", "blame", {"source": ["nsubj"], "target": ["obj"]})])
    rows: list[Row] = [
        ("Moscow", "moscow", "PROPN", "nsubj", 1),
        ("blamed", "blame", "VERB", "ROOT", 1),
        ("his", "his", "PRON", "nmod:poss", 3),
        ("country", "country", "NOUN", "obj", 1),
    ]
    doc = annotate(parse("en", rows), referents={0: RUS, 3: other})
    (match,) = FrameMatcher(rules, Actors(rules, load_gazetteer())).matches(nodes(doc)[1])
    assert texts(match.roles["target"]) == target
