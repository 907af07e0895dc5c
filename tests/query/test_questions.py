"""Each named query on a small world: where it finds something, and where it must not."""

import pytest
from happenings import XSD_DATE, iri, make_world
from pyoxigraph import Literal

from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.terms import LABEL, words
from kg.ontology.namespaces import DCTERMS, KG
from kg.query.binding import bind
from kg.query.named import named_queries

BRAZIL, PARAGUAY, ARGENTINA = "state/BRA", "state/PRY", "state/ARG"
LULA, PENA, MILEI = "person/lula", "person/pena", "person/milei"


@pytest.fixture
def world():
    return make_world()


@pytest.fixture
def ask(world):
    """A function from the name of a query and its parameters to the rows, as plain text."""

    def run(name, **params):
        solutions = world.store.query(bind(named_queries()[name], params), prefixes=dict(PREFIXES))
        names = [variable.value for variable in solutions.variables]
        return [{name: row[name].value if row[name] else "" for name in names} for row in solutions]

    return run


KINDS = [
    ("sanctions", "Embargo", "Meeting"),
    ("attacks", "Airstrike", "Threat"),
    ("protests", "Strike", "Attack"),
    ("accusations", "Blame", "Praise"),
    ("threats", "Ultimatum", "Attack"),
    ("aid", "EconomicAid", "EconomicCooperation"),
    ("arms", "ArmsTransfer", "HumanitarianAid"),
    ("arrests", "Sentencing", "Killing"),
    ("mediations", "Mediation", "Meeting"),
    ("deployments", "TroopDeployment", "Withdrawal"),
]


@pytest.mark.parametrize(("query", "kind", "other"), KINDS, ids=[row[0] for row in KINDS])
def test_events_of_a_kind(world, ask, query, kind, other):
    world.add_event(kind, BRAZIL, PARAGUAY, "2024-03-01", amount=(3, "tank"), theme="tanks")
    world.add_event(other, BRAZIL, PARAGUAY, "2024-03-01")
    world.add_event(kind, BRAZIL, PARAGUAY, "2024-03-01", polarity="negative")
    rows = ask(query)
    assert [row["date"] for row in rows] == ["2024-03-01"]
    for state, found in (("paraguay", 1), ("BR", 1), ("ARG", 0)):
        assert len(ask(query, state=state)) == found


def test_whom_nobody_knows_stands_in_the_words_of_the_report(world, ask):
    event = world.add_event("Airstrike", BRAZIL)
    world.say(world.report_of(event), KG.targetText, words("a market", "en"))
    other = world.add_event("Attack", BRAZIL, PARAGUAY)
    world.say(world.report_of(other), KG.targetText, words("the neighbour", "en"))
    found = {row["kind"]: (row["source"], row["target"]) for row in ask("attacks")}
    assert found == {"Airstrike": ("Brazil", "a market"), "Attack": ("Brazil", "Paraguay")}


def by_state():
    """The names of the queries that take one."""
    return [
        name
        for name, query in named_queries().items()
        if any(parameter.name == "state" for parameter in query.parameters)
    ]


@pytest.mark.parametrize("query", by_state())
def test_an_unknown_state_did_nothing(world, ask, query):
    kinds = [*(kind for _, kind, _ in KINDS), "Visit"]
    for kind in kinds:
        event = world.add_event(kind, LULA, PENA, "2024-03-01", amount=(3, "tank"))
        world.add_report(event, kind, LULA, PENA, article="two", amount=(5, "tank"))
        world.add_event(kind, PENA, LULA, modality="planned")
        world.add_event(kind, PENA, LULA, polarity="negative")
    assert ask(query, state="Narnia") == []


SPANS = [{"since": "2024-03-02"}, {"until": "2024-02-29"}]


@pytest.mark.parametrize("query", [row[0] for row in KINDS if row[0] != "deployments"])
def test_days_bound_a_list_of_events(world, ask, query):
    kind = next(kind for name, kind, _ in KINDS if name == query)
    world.add_event(kind, BRAZIL, PARAGUAY, "2024-03-01")
    world.add_event(kind, BRAZIL, PARAGUAY)
    assert len(ask(query)) == 2
    assert len(ask(query, since="2024-03-01", until="2024-03-01")) == 1
    for span in SPANS:
        assert ask(query, **span) == []


def test_a_list_says_what_how_many_and_who_says_so(world, ask):
    event = world.add_event(
        "ArmsTransfer", BRAZIL, PARAGUAY, amount=(3, "tank"), theme="old tanks", speaker=PENA
    )
    world.add_report(event, "ArmsTransfer", BRAZIL, PARAGUAY, article="two")  # says neither
    (row,) = ask("arms")
    assert (row["source"], row["target"], row["weapons"], row["quantity"], row["saidBy"]) == (
        *("Brazil", "Paraguay", "old tanks", "3 tanks", "Peña"),
    )


def test_plans_have_not_happened(world, ask):
    world.add_event("Visit", LULA, PENA, "2024-05-01", modality="planned")
    world.add_event("Visit", LULA, MILEI, "2024-05-01")
    world.add_event("Visit", LULA, MILEI, modality="possible")
    assert [(row["source"], row["target"]) for row in ask("plans")] == [("Lula", "Peña")]
    assert ask("plans", state="Argentina") == []


def test_denials(world, ask):
    world.add_event("Attack", BRAZIL, PARAGUAY, polarity="negative", speaker=LULA)
    world.add_event("Attack", PARAGUAY, ARGENTINA)
    assert [(row["source"], row["saidBy"]) for row in ask("denials")] == [("Brazil", "Lula")]
    assert ask("denials", state="ARG") == []


def test_timeline_of_a_state_and_its_people(world, ask):
    world.add_event("Visit", LULA, PENA, "2024-05-02")
    world.add_event("Threat", BRAZIL, ARGENTINA, "2024-05-01", modality="possible")
    world.add_event("Threat", PENA, ARGENTINA, "2024-05-03")
    assert [row["kind"] for row in ask("timeline", state="Brazil")] == ["Threat", "Visit"]
    assert [row["kind"] for row in ask("timeline", state="BR", since="2024-05-02")] == ["Visit"]
    assert ask("timeline", state="Chile") == []


def test_events_at_a_place_and_in_what_it_lies_in(world, ask):
    world.add_event("Meeting", LULA, PENA, place="place/PRY/asuncion")
    world.add_event("Meeting", LULA, MILEI)
    assert [row["target"] for row in ask("at-place", at="asunción")] == ["Peña"]
    assert len(ask("at-place", at="Paraguay")) == 1
    assert ask("at-place", at="Brazil") == []


def test_what_a_speaker_says(world, ask):
    world.add_event("Attack", BRAZIL, PARAGUAY, speaker=MILEI)
    world.add_event("Attack", ARGENTINA, PARAGUAY)
    assert [row["source"] for row in ask("statements", by_whom="milei")] == ["Brazil"]
    assert ask("statements", by_whom="mile") == []


def test_events_told_once_and_several_times(world, ask):
    event = world.add_event("Attack", BRAZIL, PARAGUAY, article="one")
    world.add_report(event, "Attack", BRAZIL, PARAGUAY, article="two")
    world.add_event("Visit", LULA, PENA, article="one")
    assert [row["kind"] for row in ask("single-source")] == ["Visit"]
    assert [(row["kind"], row["tellings"]) for row in ask("corroborated")] == [("Attack", "2")]
    assert ask("corroborated", least="3") == []
    assert len(ask("corroborated", least="1")) == 2


def test_partners_of_a_state(world, ask):
    world.add_event("Visit", LULA, PENA, "2024-05-02")
    world.add_event("Attack", PARAGUAY, BRAZIL, "2024-06-02")
    world.add_event("Visit", LULA, MILEI, modality="planned")
    (row,) = ask("partners", state="Brazil")
    assert (row["name"], row["events"], row["since_day"]) == ("Paraguay", "2", "2024-05-02")
    assert ask("partners", state="Argentina") == []


def test_activity_by_month(world, ask):
    for day in ("2024-05-02", "2024-05-09", "2024-06-01"):
        world.add_event("Visit", LULA, PENA, day)
    world.add_event("Visit", LULA, PENA)
    world.add_event("Visit", LULA, PENA, "2024-05-03", polarity="negative")
    found = [(row["month"], row["kind"], row["events"]) for row in ask("activity")]
    assert found == [("2024-05", "Visit", "2"), ("2024-06", "Visit", "1")]
    assert ask("activity", state="ARG") == []


def test_outlets_and_what_they_alone_tell(world, ask):
    event = world.add_event("Visit", LULA, PENA, article="one", publisher="Diário")
    world.add_report(event, "Visit", LULA, PENA, article="two", publisher="Herald")
    world.add_event("Attack", BRAZIL, PARAGUAY, article="one", publisher="Diário")
    rows = ask("outlets")
    found = {row["publisher"]: (row["articles"], row["events"], row["alone"]) for row in rows}
    assert found == {"Diário": ("1", "2", "1"), "Herald": ("1", "1", "0")}
    assert ask("outlets", outlet="Times") == []


def test_articles_those_without_a_date_last(world, ask):
    world.add_event("Visit", LULA, PENA, article="late", publisher="Diário")
    event = world.add_event("Attack", BRAZIL, PARAGUAY, article="early")
    world.add_report(event, "Attack", BRAZIL, PARAGUAY, article="early")
    world.add_event("Visit", LULA, PENA, article="any")
    for name, day in (("late", "2024-06-03"), ("early", "2024-05-01")):
        world.say(world.add_article(name), DCTERMS.issued, Literal(day, datatype=XSD_DATE))
    found = [(row["id"], row["date"], row["reports"]) for row in ask("articles")]
    assert found == [("early", "2024-05-01", "2"), ("late", "2024-06-03", "1"), ("any", "", "1")]
    assert [row["id"] for row in ask("articles", outlet="Diário")] == ["late"]
    assert [row["id"] for row in ask("articles", since="2024-05-02")] == ["late"]
    assert [row["id"] for row in ask("articles", until="2024-05-02")] == ["early"]


def test_what_was_given_in_return(world, ask):
    event = world.add_event("TroopDeployment", BRAZIL, PARAGUAY)
    other = world.add_event("DiplomaticSupport", PARAGUAY, BRAZIL)
    reports = [world.report_of(event), world.report_of(other)]
    assert ask("exchanges") == []
    world.say(reports[0], KG.inExchangeFor, reports[1])
    (row,) = ask("exchanges")
    assert (row["link"], row["kind"], row["otherKind"]) == (
        *("inExchangeFor", "TroopDeployment", "DiplomaticSupport"),
    )
    assert len(ask("exchanges", party="Paraguay")) == 1
    assert ask("exchanges", party="Argentina") == []


def test_figures(world, ask):
    world.add_event("TroopDeployment", BRAZIL, PARAGUAY, amount=(120, "soldier"))
    world.add_event("Visit", LULA, PENA)
    (row,) = ask("figures")
    assert (row["value"], row["counted"], row["kind"]) == ("120", "soldier", "TroopDeployment")
    assert ask("figures", unit="tank") == []
    assert ask("figures", state="ARG") == []


def test_common_partners(world, ask):
    world.add_event("Visit", LULA, MILEI)
    assert ask("common-partners", a="Brazil", b="Paraguay") == []
    world.add_event("Meeting", PENA, MILEI)
    (row,) = ask("common-partners", a="Brazil", b="PRY")
    assert (row["name"], row["with_a"], row["with_b"]) == ("Milei", "1", "1")


def test_one_event_of_three_makes_no_common_partner(world, ask):
    meeting = world.add_event("Meeting", LULA, MILEI)
    world.say(meeting, KG.source, iri(PENA))
    assert ask("common-partners", a="Brazil", b="Paraguay") == []
    world.add_event("Visit", LULA, MILEI)
    (row,) = ask("common-partners", a="Brazil", b="Paraguay")
    assert (row["name"], row["with_a"], row["with_b"]) == ("Milei", "2", "1")


def test_people_of_a_state(world, ask):
    world.add_event("Visit", LULA, PENA)
    world.add_event("Visit", LULA, PARAGUAY)
    found = [(row["name"], row["of"], row["events"]) for row in ask("people")]
    assert found == [("Lula", "BRA", "2"), ("Peña", "PRY", "1")]
    assert [row["name"] for row in ask("people", state="Paraguay")] == ["Peña"]
    assert ask("people", state="Argentina") == []


def test_unsure_links(world, ask):
    assert ask("unsure") == []
    world.add_unsure_link("Santiago", "place/PRY/asuncion", PENA, MILEI)
    (row,) = ask("unsure")
    assert (row["name"], row["taken_for"], row["score"], row["start"]) == (
        *("Santiago", "Asunción", "0.4", "7"),
    )
    assert set(row["could_be"].split(", ")) == {"Peña", "Milei"}
    assert ask("unsure", article="two") == []


def disagreements(ask, **params):
    rows = ask("disagreements", **params)
    return [(row["disagreement"], row["oneSays"], row["otherSays"]) for row in rows]


def test_ten_thousand_or_twelve_thousand(world, ask):
    event = world.add_event("TroopDeployment", BRAZIL, PARAGUAY, amount=(10_000, "soldier"))
    world.add_report(event, "TroopDeployment", article="two", amount=(12_000, "soldier"))
    expected = [("number", "10000 soldier", "12000 soldier")]
    assert disagreements(ask) == expected
    assert disagreements(ask, about="number") == disagreements(ask, state="BRA") == expected
    assert disagreements(ask, about="roles") == disagreements(ask, state="ARG") == []


@pytest.mark.parametrize(
    ("amount", "qualifier"),
    [
        ((10_000, "soldier"), None),
        ((12_000, "tank"), None),
        ((9_000, "soldier"), "more than"),
        ((12_000, "soldier"), "up to"),
    ],
    ids=["the same number", "another unit", "a lower bound", "an upper bound"],
)
def test_numbers_that_agree(world, ask, amount, qualifier):
    event = world.add_event("TroopDeployment", BRAZIL, PARAGUAY, amount=(10_000, "soldier"))
    world.add_report(event, "TroopDeployment", article="two", amount=amount, qualifier=qualifier)
    assert disagreements(ask) == []


def test_how_many_were_killed(world, ask):
    killed = {"counts": KG.reportedKilled, "article": "two"}
    event = world.add_event("Attack", BRAZIL, PARAGUAY, amount=(10, "person"))
    assert len(ask("figures")) == 1
    world.add_report(event, "Attack", amount=(12, "person"), **killed)
    assert disagreements(ask) == []  # ten attackers, twelve dead
    world.add_report(event, "Attack", amount=(9, "person"), **killed)
    assert disagreements(ask) == [("number", "9 person", "12 person")]
    assert sorted(row["what"] for row in ask("figures")) == ["killed", "killed", "quantity"]
    assert set(ask("attacks")[0]["killed"].split(" | ")) == {"9 persons", "12 persons"}


def test_numbers_of_two_events_do_not_disagree(world, ask):
    world.add_event("TroopDeployment", BRAZIL, PARAGUAY, amount=(10_000, "soldier"))
    world.add_event("TroopDeployment", BRAZIL, PARAGUAY, amount=(12_000, "soldier"))
    assert disagreements(ask) == []


def test_attacked_or_was_attacked(world, ask):
    world.add_event("Attack", BRAZIL, PARAGUAY, "2024-05-02")
    assert disagreements(ask) == []
    world.add_event("Attack", PARAGUAY, BRAZIL, "2024-05-02", article="two")
    assert disagreements(ask) == [("roles", "Attack by BRA", "Attack by PRY")]


@pytest.mark.parametrize(
    ("kind", "day", "modality"),
    [
        ("Meeting", "2024-05-02", "actual"),
        ("Attack", "2024-05-03", "actual"),
        ("Attack", "2024-05-02", "planned"),
    ],
    ids=["mutual", "another day", "not done"],
)
def test_both_ways_and_no_contradiction(world, ask, kind, day, modality):
    world.add_event(kind, BRAZIL, PARAGUAY, "2024-05-02")
    world.add_event(kind, PARAGUAY, BRAZIL, day, modality=modality)
    assert disagreements(ask) == []


def test_it_happened_or_it_did_not(world, ask):
    world.add_event("Attack", BRAZIL, PARAGUAY, "2024-05-02")
    world.add_event("Attack", BRAZIL, ARGENTINA, polarity="negative")
    assert disagreements(ask) == []
    world.add_event("Attack", BRAZIL, PARAGUAY, article="two", polarity="negative")
    assert disagreements(ask) == [("fact", "it happened", "it did not")]


def test_labels_in_another_language(world, ask):
    world.say(iri(BRAZIL), LABEL.value, words("Brasil", "pt"))
    world.add_event("Attack", BRAZIL, PARAGUAY)
    (row,) = ask("attacks", lang="pt")
    assert (row["source"], row["target"]) == ("Brasil", "Paraguay")
