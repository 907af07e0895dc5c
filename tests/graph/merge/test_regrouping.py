"""Events of reports that came and went are the events of those that are left."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tellings import ARG, BRA, LULA, PENA, PRY, cluster_reports, report

from kg.graph.merge.cells import make_cell
from kg.graph.merge.joining import Decisions
from kg.graph.merge.memory import NOTHING, Memory
from kg.graph.merge.regrouping import regroup

SIDES = st.sampled_from([(BRA,), (PRY,), (LULA,), (PENA,), (BRA, ARG), ()])
REPORTS = st.builds(
    report,
    kind=st.sampled_from(["Meeting", "Negotiation", "Visit"]),
    sources=SIDES,
    targets=SIDES,
    time=st.sampled_from([None, "2024-06", "2024-06-03", "2024-06-04"]),
    article=st.sampled_from(["a/1", "a/2", "a/3"]),
)
COUNT = 9
WINDOW = 2
IRIS = [f"r/{i}" for i in range(COUNT)]
PAIRS = st.tuples(st.sampled_from(IRIS), st.sampled_from(IRIS)).filter(lambda p: p[0] < p[1])
DECISIONS = st.dictionaries(PAIRS, st.booleans(), max_size=2).map(
    lambda found: Decisions(
        frozenset(pair for pair, same in found.items() if same),
        frozenset(pair for pair, same in found.items() if not same),
    )
)
STEPS = st.lists(
    st.tuples(st.sets(st.sampled_from(IRIS)), st.sets(st.sampled_from(IRIS)), DECISIONS),
    min_size=2,
    max_size=4,
)


class Graph:
    """Events, of which each step computes only what it must."""

    def __init__(self):
        self.memory, self.events, self.judgements = NOTHING, {}, {}

    def hold(self, reports, decisions):
        by_iri = {one.iri: one for one in reports}
        cells = {one.iri: self.make_cell(one) for one in reports}
        found = regroup(cells, self.memory, decisions, by_iri.__getitem__, window=WINDOW)
        left = by_iri.keys() - found.again
        self.events = {iri: event for iri, event in self.events.items() if iri in left}
        self.events |= {event[0].iri: event for event in found.groups.members}
        self.judgements = {pair: one for pair, one in self.judgements.items() if pair[0] in left}
        self.judgements |= {one.pair: one for one in (*found.groups.same, *found.groups.unsure)}
        self.memory = Memory(cells, found.likely, decisions)
        return found

    def make_cell(self, one):
        digest = repr(one).encode()
        last = self.memory.cells.get(one.iri)
        return last if last and last.digest == digest else make_cell(digest, [one])


@settings(max_examples=60)
@given(st.lists(REPORTS, min_size=COUNT, max_size=COUNT), REPORTS, STEPS)
def test_whatever_came_and_went_only_what_is_there_counts(drawn, other, steps):
    reports = [replace(one, iri=iri) for one, iri in zip(drawn, IRIS, strict=True)]
    graph = Graph()
    for held, changed, decisions in steps:
        now = [
            replace(other, iri=one.iri) if one.iri in changed else one
            for one in reports
            if one.iri in held
        ]
        graph.hold(now, decisions)
        anew = cluster_reports(now, decisions, window=WINDOW)
        assert sorted(graph.events.values(), key=str) == sorted(anew.members, key=str)
        assert graph.judgements == {one.pair: one for one in (*anew.same, *anew.unsure)}


def test_what_nothing_bears_on_is_not_decided_again():
    graph = Graph()
    meeting = [report("r/1"), report("r/2", article="a/2")]
    attack = [report("r/3", "Attack", (BRA,), (ARG,)), report("r/4", "Attack", (BRA,), (ARG,))]
    graph.hold([*meeting, *attack], Decisions())
    more = report("r/5", "Attack", (BRA,), (ARG,), article="a/3")
    assert graph.hold([*meeting, *attack, more], Decisions()).again == {"r/3", "r/4", "r/5"}
    assert graph.hold([*meeting, *attack, more], Decisions()).again == set()
