from kg.evaluate.marks import Mark, align, key_marks


def test_those_that_overlap_most_align_first_and_only_once():
    gold = [Mark(0, 10, "a"), Mark(4, 10, "b")]
    found = [Mark(4, 10, "x"), Mark(0, 9, "y"), Mark(20, 30, "z")]
    assert align(gold, found) == {0: 1, 1: 0}


def test_what_only_touches_does_not_align():
    assert align([Mark(0, 5, "a")], [Mark(5, 9, "x")]) == {}


def test_aligned_marks_have_one_key_and_the_others_their_own():
    gold = [Mark(0, 5, "a"), Mark(10, 15, "b")]
    found = [Mark(1, 5, "x"), Mark(20, 25, "y")]
    wanted, predicted = key_marks("news", gold, found)
    assert wanted == {("news", 0): "a", ("news", 1): "b"}
    assert predicted == {("news", 0): "x", ("news", "spurious", 1): "y"}


def test_an_optional_mark_counts_when_the_other_side_has_it_too():
    gold = [Mark(0, 5, "a", optional=True), Mark(10, 15, "b", optional=True)]
    found = [Mark(0, 5, "x"), Mark(20, 25, "y", optional=True)]
    assert key_marks("news", gold, found) == ({("news", 0): "a"}, {("news", 0): "x"})
