from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tellings import BRA, LULA, PENA, PRY, report

from kg.graph.merge import regrouping
from kg.graph.merge.cells import make_cell, make_table
from kg.graph.merge.pairs import find_blocks


def find_pairs(reports, *, window):
    """The pairs of IRIs."""
    table = make_table([make_cell(b"", [one]) for one in reports])
    one, other = table.split(regrouping.find_pairs(table, table.blocks, window=window))
    return [(table.iris[i], table.iris[j]) for i, j in zip(one, other, strict=True)]


def test_a_person_meets_the_state_he_acts_for():
    pairs = find_pairs([report("r/1"), report("r/2", sources=(BRA,), targets=(PRY,))], window=5)
    assert pairs == [("r/1", "r/2")]


def test_other_roots_do_not_meet():
    assert find_pairs([report("r/1"), report("r/2", kind="Attack")], window=5) == []


def test_a_place_brings_together_what_has_no_actors():
    nobody = {"sources": (), "targets": (), "kind": "Demonstration"}
    a = report("r/1", place="place/BRA/rio", **nobody)
    b = report("r/2", place="state/BRA", **nobody)
    assert find_pairs([a, b, report("r/3", **nobody)], window=5) == [("r/1", "r/2")]


def test_what_no_event_can_be_is_not_compared():
    dated = report("r/1", time="2024-06-01")
    for other in (
        report("r/2", time="2024-06-02"),
        report("r/2", polarity="negative"),
        report("r/2", kind="PhoneCall", time="2024-06-01"),
    ):
        assert find_pairs([dated, other], window=5) == []
    assert find_pairs([dated, report("r/2", time="2024-06")], window=5)


def test_one_article_brings_together_what_shares_nothing():
    a = report("r/1", article="article/1")
    b = report("r/2", sources=(), targets=(), article="article/1")
    assert find_pairs([a, b], window=5) == [("r/1", "r/2")]


def test_copies_bring_together_the_same_words():
    nobody = {"sources": (), "targets": ()}
    a = replace(report("r/1", article="a", **nobody), wording=("They met.",))
    b = replace(report("r/2", article="b", **nobody), wording=("They met.",), copy_of="a")
    c = replace(report("r/3", article="c", **nobody), wording=("They left.",), copy_of="a")
    assert find_pairs([a, b, c], window=5) == [("r/1", "r/2")]


def test_blocks_begin_with_the_root():
    assert {block[0] for block in find_blocks(report())} == {"CONSULT"}


@given(st.integers(min_value=1, max_value=4), st.integers(min_value=2, max_value=30))
def test_pairs_grow_with_the_reports_not_with_their_square(window, count):
    reports = [
        report(f"r/{i}", kind="Appeal", sources=(LULA,), targets=(PENA,), time=f"2024-06-{i:02}/..")
        for i in range(1, count + 1)
    ]
    most = window * sum(len(find_blocks(one)) for one in reports)
    pairs = find_pairs(reports, window=window)
    assert len(pairs) == len(set(pairs)) <= most
    assert ("r/1", "r/2") in pairs or count > 9  # "r/10" sorts before "r/2"


def test_the_window_looks_at_the_nearest_days():
    days = ["2024-06-01", "2024-06-02", "2024-06-28"]
    times = [f"{day}/2024-06-30" for day in days]
    reports = [report(f"r/{i}", time=time, modality="planned") for i, time in enumerate(times)]
    assert find_pairs(reports, window=1) == [("r/0", "r/1"), ("r/1", "r/2")]
