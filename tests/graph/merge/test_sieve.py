from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tellings import ARG, BRA, BRASILIA, LULA, PENA, PRY, VIEIRA, report

from kg.graph.merge.cells import ROW, make_cell
from kg.graph.merge.features import at_odds
from kg.graph.merge.sieve import make_sieve

ACTORS = st.lists(st.sampled_from([BRA, PRY, ARG, LULA, VIEIRA, PENA, BRASILIA]), max_size=2).map(
    lambda found: tuple(sorted(set(found), key=lambda actor: actor.iri))
)
REPORTS = st.lists(
    st.builds(
        report,
        kind=st.sampled_from(["Meeting", "Visit", "PhoneCall", "Attack", "Airstrike", "Bombing"]),
        sources=ACTORS,
        targets=ACTORS,
        time=st.sampled_from([None, "2024-06-03", "2024-06-04", "2024-06", "2024-05/2024-06"]),
        modality=st.sampled_from(["actual", "planned"]),
        polarity=st.sampled_from(["positive", "negative"]),
    ),
    min_size=2,
    max_size=6,
)


def sift(reports):
    """The pairs that are kept, by their places."""
    pairs = list(combinations(range(len(reports)), 2))
    first, second = (np.array(places) for places in zip(*pairs, strict=True))
    kept = make_sieve(np.frombuffer(make_cell(b"", reports).rows, ROW))(first, second)
    return {pair for pair, keep in zip(pairs, kept, strict=True) if keep}


@given(REPORTS)
def test_no_pair_is_dropped_that_is_not_at_odds(reports):
    fine = {(i, j) for (i, a), (j, b) in combinations(enumerate(reports), 2) if not at_odds(a, b)}
    assert fine <= sift(reports)


def test_other_days_classes_actors_and_denials_are_dropped():
    told = report()
    others = (
        report(time="2024-06-02"),
        report(polarity="negative"),
        report(kind="Attack"),
        report(sources=(ARG,), targets=()),
    )
    for other in others:
        assert at_odds(told, other)
        assert sift([told, other]) == set()
    assert sift([told, report(sources=(BRA,))]) == {(0, 1)}


def test_of_a_mutual_act_either_may_be_the_source():
    assert sift([report(), report(sources=(PENA,), targets=(LULA,))]) == {(0, 1)}
    one_sided = [report(kind="Attack", sources=(BRA,), targets=(PRY,))]
    assert sift([*one_sided, report(kind="Attack", sources=(PRY,), targets=(BRA,))]) == set()
