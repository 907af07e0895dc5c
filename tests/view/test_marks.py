import time

from hypothesis import given
from hypothesis import strategies as st

from kg.view.marks import find_marks
from kg.view.model import Mark

NOWHERE = (0, 0)


def test_each_actor_is_marked_where_its_name_stands():
    sentence = "Ana Lima visitou Oslo com João."
    marks = find_marks(sentence, [(7, ["João"]), (3, ["Oslo"]), (1, ["Ana"])], NOWHERE)
    assert [(sentence[m.start : m.end], m.node) for m in marks] == [
        ("Ana", 1),
        ("Oslo", 3),
        ("João", 7),
    ]


def test_the_longest_name_counts():
    assert find_marks("Ana Lima falou.", [(1, ["Ana", "Ana Lima"])], NOWHERE) == (Mark(0, 8, 1),)


def test_a_name_within_a_word_is_none():
    assert find_marks("Romania and Oman", [(1, ["Oman"])], NOWHERE) == (Mark(12, 16, 1),)


def test_the_trigger_and_other_actors_are_left_alone():
    assert find_marks("Ana Lima", [(1, ["Ana Lima"]), (2, ["Lima"])], NOWHERE) == (Mark(0, 8, 1),)
    assert find_marks("Lima fell", [(1, ["Lima"])], (0, 4)) == ()


def test_signs_in_a_name_are_no_pattern():
    assert find_marks("the (b+ group", [(1, ["(b+"])], NOWHERE) == (Mark(4, 7, 1),)


def test_a_megabyte_of_one_word_takes_no_time():
    begun = time.perf_counter()
    find_marks("a" * 1_000_000, [(1, ["a" * 999_999, "b"])], NOWHERE)
    assert time.perf_counter() - begun < 2


@given(
    st.text("ab .", max_size=30),
    st.lists(st.tuples(st.integers(0, 5), st.lists(st.text("ab .", max_size=4))), max_size=5),
)
def test_marks_are_sorted_and_do_not_overlap(sentence, actors):
    marks = find_marks(sentence, actors, NOWHERE)
    ends = [end for mark in marks for end in (mark.start, mark.end)]
    assert ends == sorted(ends)
    assert all(
        sentence[mark.start : mark.end] in names
        for mark in marks
        for names in [[name for node, all_ in actors if node == mark.node for name in all_]]
    )
