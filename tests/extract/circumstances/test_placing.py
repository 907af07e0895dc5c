import pytest
from annotations import annotate, mention
from parses import Row, grammar, parse, texts
from spacy.tokens import Doc

from kg.extract.circumstances.places import Places
from kg.extract.circumstances.placing import find_places, leave_place
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import Node, nodes
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE


def match(trigger: Node, kind: str = "Warning", **roles: list[Node]) -> Match:
    frame = Frame("f", ("x",), "verb", kind, {})
    return Match(frame, trigger, {"source": [], "target": [], "theme": []} | roles)


@pytest.fixture
def places() -> Places:
    return Places(Actors(grammar("en"), load_gazetteer()))


IRIS = {
    "Moscow": "place/RUS/moscow",
    "Oslo": "place/NOR/oslo",
    "Kyiv": "place/UKR/kyiv",
    "Norway": "state/NOR",
    "Bergen": "place/NOR/bergen",
}


def named(rows: list[Row], lang: str = "en") -> Doc:
    """A parse in which the names above are mentions."""
    doc = parse(lang, rows)
    iris = {i: BASE + IRIS[row[0]] for i, row in enumerate(rows) if row[0] in IRIS}
    for i, iri in iris.items():
        mention(doc, i, i + 1, "STATE" if "state" in iri else "PLACE", iri)
    return annotate(doc, referents=iris)


def find_place(places: Places, found: Match) -> str | None:
    """Where the only event of a sentence happened, in its words."""
    place = find_places(places, found.trigger.doc, [found])[0]
    return None if place is None else place.text


@pytest.fixture
def in_oslo() -> Doc:
    return named(
        [
            ("Moscow", "moscow", "PROPN", "nsubj", 1),
            ("talked", "talk", "VERB", "ROOT", 1),
            ("in", "in", "ADP", "case", 3),
            ("Oslo", "oslo", "PROPN", "obl", 1),
            ("with", "with", "ADP", "case", 5),
            ("Kyiv", "kyiv", "PROPN", "obl", 1),
        ],
    )


def test_source_is_not_the_place(places: Places, in_oslo: Doc) -> None:
    oslo = nodes(in_oslo)[3]
    assert find_place(places, match(nodes(in_oslo)[1])) == "Oslo"
    assert find_place(places, match(nodes(in_oslo)[1], source=[oslo])) is None


def test_whom_people_meet_is_not_where(places: Places, in_oslo: Doc) -> None:
    meeting = match(nodes(in_oslo)[1], "Meeting", target=[nodes(in_oslo)[3], nodes(in_oslo)[5]])
    assert texts(leave_place(places, meeting).roles["target"]) == ["Kyiv"]


VISIT = [
    ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
    ("reached", "reach", "VERB", "ROOT", 1),
    ("Bergen", "bergen", "PROPN", "obj", 1),
    (",", ",", "PUNCT", "punct", 1),
    ("in", "in", "ADP", "case", 5),
    ("Norway", "norway", "PROPN", "obl", 1),
]


@pytest.mark.parametrize(("kind", "place"), [("Visit", "Bergen"), ("Warning", "Norway")])
def test_what_is_reached_comes_before_where_it_lies(places: Places, kind: str, place: str) -> None:
    doc = named(VISIT)
    assert find_place(places, match(nodes(doc)[1], kind, target=[nodes(doc)[2]])) == place


@pytest.mark.parametrize(
    ("kind", "place"),
    [("Visit", "Norway"), ("Attack", "Norway"), ("Withdrawal", "Norway"), ("Praise", None)],
)
def test_visits_attacks_and_moves_happen_at_their_target(
    places: Places, kind: str, place: str | None
) -> None:
    rows = [("Kyiv", "kyiv", "PROPN", "nsubj", 1), ("acts", "act", "VERB", "ROOT", 1)]
    doc = named([*rows, ("Norway", "norway", "PROPN", "obj", 1)])
    assert find_place(places, match(nodes(doc)[1], kind, target=[nodes(doc)[2]])) == place


@pytest.mark.parametrize(
    ("preposition", "kind", "place"),
    [
        ("to", "Visit", "Norway"),
        ("with", "ArmedClash", None),
        ("from", "Visit", None),
        ("from", "Withdrawal", "Norway"),
    ],
)
def test_the_preposition_of_the_target_tells_whether_it_is_reached(
    places: Places, preposition: str, kind: str, place: str | None
) -> None:
    rows = [("Kyiv", "kyiv", "PROPN", "nsubj", 1), ("goes", "go", "VERB", "ROOT", 1)]
    rows.append((preposition, preposition, "ADP", "case", 3))
    doc = named([*rows, ("Norway", "norway", "PROPN", "obl", 1)])
    assert find_place(places, match(nodes(doc)[1], kind, target=[nodes(doc)[3]])) == place


def of(noun: str, name: str) -> Doc:
    return named(
        [
            (noun, noun, "NOUN", "ROOT", 0),
            ("of", "of", "ADP", "case", 2),
            (name, name.lower(), "PROPN", "nmod", 0),
        ]
    )


@pytest.mark.parametrize(
    ("name", "kind", "place"),
    [
        ("Bergen", "Attack", "Bergen"),
        ("Oslo", "Attack", None),
        ("Oslo", "Negotiation", "Oslo"),
        ("Norway", "Negotiation", None),
    ],
)
def test_a_noun_goes_by_its_place_unless_a_government_sits_there(
    places: Places, name: str, kind: str, place: str | None
) -> None:
    doc = of("battle", name)
    found = match(nodes(doc)[0], kind, source=[nodes(doc)[2]])
    assert find_place(places, found) == place
    assert leave_place(places, found).roles["source"] == ([] if place else [nodes(doc)[2]])


def test_what_can_be_done_to_a_place_keeps_it_as_target(places: Places) -> None:
    doc = of("siege", "Bergen")
    found = leave_place(places, match(nodes(doc)[0], "Attack", target=[nodes(doc)[2]]))
    assert texts(found.roles["target"]) == ["Bergen"]


@pytest.mark.parametrize(("verb", "place"), [("hear", "Oslo"), ("say", None)])
def test_a_place_before_the_subject_holds_for_the_clauses_below_but_for_speech(
    places: Places, verb: str, place: str | None
) -> None:
    doc = named(
        [
            ("In", "in", "ADP", "case", 1),
            ("Oslo", "oslo", "PROPN", "obl", 3),
            ("they", "they", "PRON", "nsubj", 3),
            (verb, verb, "VERB", "ROOT", 3),
            ("Kyiv", "kyiv", "PROPN", "nsubj", 5),
            ("fell", "fall", "VERB", "ccomp", 3),
        ]
    )
    assert find_place(places, match(nodes(doc)[5])) == place


@pytest.mark.parametrize(("form", "place"), [("Inf", "Oslo"), ("Fin|Mood=Ind", None)])
def test_an_accusation_has_the_place_of_the_deed_that_it_names(
    places: Places, form: str, place: str | None
) -> None:
    rows = [
        ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
        ("accused", "accuse", "VERB", "ROOT", 1),
        ("killing", "kill", "VERB", "xcomp", 1),
        ("in", "in", "ADP", "case", 4),
        ("Oslo", "oslo", "PROPN", "obl", 2),
    ]
    doc = named(rows)
    doc[2].set_morph(f"VerbForm={form}")
    assert find_place(places, match(nodes(doc)[1], "Allegation")) == place


@pytest.mark.parametrize(("kind", "place"), [("Promise", None), ("Meeting", "Oslo")])
def test_what_is_agreed_need_not_be_where_it_is_to_be_done(
    places: Places, kind: str, place: str | None
) -> None:
    rows = [
        ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
        ("agreed", "agree", "VERB", "ROOT", 1),
        ("patrol", "patrol", "VERB", "xcomp", 1),
        ("in", "in", "ADP", "case", 4),
        ("Oslo", "oslo", "PROPN", "obl", 2),
    ]
    doc = named(rows)
    doc[2].set_morph("VerbForm=Inf")
    assert find_place(places, match(nodes(doc)[1], kind)) == place


def test_where_somebody_comes_from_is_not_where_it_happened(places: Places) -> None:
    doc = named(
        [
            ("Kyiv", "kyiv", "PROPN", "nsubj", 4),
            ("town", "town", "NOUN", "appos", 0),
            ("in", "in", "ADP", "case", 3),
            ("Norway", "norway", "PROPN", "nmod", 1),
            ("acted", "act", "VERB", "ROOT", 4),
        ]
    )
    assert find_place(places, match(nodes(doc)[4])) is None


SITE = [
    ("rebels", "rebel", "NOUN", "nsubj", 1),
    ("surrounded", "surround", "VERB", "ROOT", 1),
    ("the", "the", "DET", "det", 3),
    ("port", "port", "NOUN", "obj", 1),
    ("of", "of", "ADP", "case", 5),
    ("Bergen", "bergen", "PROPN", "nmod", 3),
]


@pytest.mark.parametrize(("kind", "place"), [("Demonstration", "port of Bergen"), ("Praise", None)])
def test_an_act_happens_at_the_site_that_it_is_done_to(
    places: Places, kind: str, place: str | None
) -> None:
    assert find_place(places, match(nodes(named(SITE))[1], kind)) == place


WHERE = [
    ("Kyiv", "kyiv", "PROPN", "nsubj", 1),
    ("flew", "fly", "VERB", "ROOT", 1),
    ("to", "to", "ADP", "case", 3),
    ("Bergen", "bergen", "PROPN", "obl", 1),
    ("yesterday", "yesterday", "NOUN", "obl", 1),
    ("where", "where", "SCONJ", "advmod", 6),
    ("met", "meet", "VERB", "acl:relcl", 3),
]


@pytest.mark.parametrize("head", [3, 4])
def test_a_clause_with_where_is_at_its_antecedent(places: Places, head: int) -> None:
    doc = named([*WHERE[:-1], (*WHERE[-1][:4], head)])
    assert find_place(places, match(nodes(doc)[6])) == "Bergen"


@pytest.mark.parametrize(
    ("kind", "noun", "place"),
    [
        ("Demand", "access", None),
        ("Expulsion", "rebel", None),
        ("Expulsion", "access", "Bergen"),
        ("Killing", "rebel", "Bergen"),
        ("PhoneCall", "access", None),
    ],
)
def test_where_that_is_which_is_only_spoken_of_is_not_where_it_happened(
    places: Places, kind: str, noun: str, place: str | None
) -> None:
    rows = [
        ("acted", "act", "VERB", "ROOT", 0),
        (noun, noun, "NOUN", "obj", 0),
        ("in", "in", "ADP", "case", 3),
        ("Bergen", "bergen", "PROPN", "nmod", 1),
    ]
    assert find_place(places, match(nodes(named(rows))[0], kind)) == place


def test_where_those_are_who_are_cited_is_not_where_it_happened(places: Places) -> None:
    rows = [
        ("bombed", "bomb", "VERB", "ROOT", 0),
        ("according", "accord", "VERB", "case", 4),
        ("to", "to", "ADP", "case", 4),
        ("the", "the", "DET", "det", 4),
        ("ministry", "ministry", "NOUN", "obl", 0),
        ("in", "in", "ADP", "case", 6),
        ("Bergen", "bergen", "PROPN", "nmod", 4),
    ]
    assert find_place(places, match(nodes(named(rows))[0], "Airstrike")) is None


def test_the_place_of_a_sentence_does_not_hold_for_its_relative_clauses(places: Places) -> None:
    rows = [
        ("In", "in", "ADP", "case", 1),
        ("Bergen", "bergen", "PROPN", "obl", 3),
        ("police", "police", "NOUN", "nsubj", 3),
        ("arrested", "arrest", "VERB", "ROOT", 3),
        ("men", "man", "NOUN", "obj", 3),
        ("who", "who", "PRON", "nsubj", 6),
        ("rioted", "riot", "VERB", "acl:relcl", 4),
    ]
    doc = named(rows)
    assert find_place(places, match(nodes(doc)[3])) == "Bergen"
    assert find_place(places, match(nodes(doc)[6])) is None


def test_help_happens_in_the_town_that_it_goes_to_and_in_no_government(places: Places) -> None:
    for name, place in [("Bergen", "Bergen"), ("Oslo", None), ("Norway", None)]:
        rows = [("helps", "help", "VERB", "ROOT", 0), (name, name.lower(), "PROPN", "obj", 0)]
        doc = named(rows)
        assert (
            find_place(places, match(nodes(doc)[0], "HumanitarianAid", target=[nodes(doc)[1]]))
            == place
        )


TRIP: list[Row] = [
    ("Kim", "kim", "PROPN", "nsubj", 1),
    ("came", "come", "VERB", "ROOT", 1),
    ("to", "to", "ADP", "case", 3),
    ("Oslo", "oslo", "PROPN", "obl", 1),
    ("for", "for", "ADP", "case", 5),
    ("talks", "talk", "NOUN", "obl", 1),
]


def test_where_somebody_goes_for_talks_they_are_held(places: Places) -> None:
    doc = named(TRIP)
    assert find_place(places, match(nodes(doc)[5], "Negotiation")) == "Oslo"
    assert find_place(places, match(nodes(doc)[5], "PhoneCall")) is None
    visit, talks = (
        match(nodes(doc)[1], "Visit", target=[nodes(doc)[3]]),
        match(nodes(doc)[5], "Negotiation"),
    )
    found = find_places(places, doc, [visit, talks])
    assert [place and place.text for place in found] == ["Oslo", "Oslo"]


def test_but_not_where_something_goes(places: Places) -> None:
    doc = named([*TRIP, ("arms", "arm", "NOUN", "obj", 1)])
    assert find_place(places, match(nodes(doc)[5], "Negotiation")) is None


def test_where_somebody_is_to_negotiate(places: Places) -> None:
    rows: list[Row] = [
        ("is", "be", "AUX", "cop", 2),
        ("in", "in", "ADP", "case", 2),
        ("Bergen", "bergen", "PROPN", "ROOT", 2),
        ("to", "to", "PART", "mark", 4),
        ("negotiate", "negotiate", "VERB", "advcl", 2),
    ]
    doc = named(rows)
    doc[4].set_morph("VerbForm=Inf")
    assert find_place(places, match(nodes(doc)[4], "Negotiation")) == "Bergen"


@pytest.mark.parametrize(("opener", "place"), [("where", "Bergen"), ("and", None)])
def test_where_need_not_open_a_relative_clause(
    places: Places, opener: str, place: str | None
) -> None:
    rows: list[Row] = [
        ("rages", "rage", "VERB", "ROOT", 0),
        ("near", "near", "ADP", "case", 2),
        ("Bergen", "bergen", "PROPN", "obl", 0),
        (",", ",", "PUNCT", "punct", 5),
        (opener, opener, "ADV", "advmod", 5),
        ("bombed", "bomb", "VERB", "conj", 0),
    ]
    assert find_place(places, match(nodes(named(rows))[5], "Airstrike")) == place


@pytest.mark.parametrize(
    ("name", "place"), [("Bergen", "Bergen"), ("Norway", None), ("Oslo", None)]
)
def test_what_strikes_a_town_is_there_and_not_in_a_state_or_its_seat(
    places: Places, name: str, place: str | None
) -> None:
    rows: list[Row] = [
        ("fired", "fire", "VERB", "ROOT", 0),
        ("against", "against", "ADP", "case", 2),
        (name, name.lower(), "PROPN", "obl", 0),
    ]
    doc = named(rows)
    assert find_place(places, match(nodes(doc)[0], "Shelling", target=[nodes(doc)[2]])) == place


@pytest.mark.parametrize(("name", "place"), [("Oslo", "port of Oslo"), ("Norway", None)])
def test_what_strikes_the_port_of_a_seat_is_there(
    places: Places, name: str, place: str | None
) -> None:
    rows: list[Row] = [
        ("fired", "fire", "VERB", "ROOT", 0),
        ("against", "against", "ADP", "case", 2),
        ("port", "port", "NOUN", "obl", 0),
        ("of", "of", "ADP", "case", 4),
        (name, name.lower(), "PROPN", "nmod", 2),
    ]
    doc = named(rows)
    assert find_place(places, match(nodes(doc)[0], "Shelling", target=[nodes(doc)[2]])) == place


@pytest.mark.parametrize(
    ("kind", "lemma", "place"),
    [("Negotiation", "host", "Norway"), ("Negotiation", "hold", None), ("Praise", "host", None)],
)
def test_who_hosts_talks_is_where_they_are_held(kind: str, lemma: str, place: str | None) -> None:
    rows: list[Row] = [
        ("Norway", "norway", "PROPN", "nsubj", 1),
        ("hosted", lemma, "VERB", "ROOT", 1),
        ("talks", "talk", "NOUN", "obj", 1),
    ]
    hosts = Places(Actors(grammar("en", light_verbs=["host", "hold"]), load_gazetteer()))
    assert find_place(hosts, match(nodes(named(rows))[2], kind)) == place
