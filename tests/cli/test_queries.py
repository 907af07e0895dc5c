from kg.query import named_queries


def test_all_are_listed_with_their_question(kg):
    lines = kg("queries").out.splitlines()
    assert [line.split()[0] for line in lines] == list(named_queries())
    assert all(line.endswith("?") for line in lines)


def test_one_with_its_parameters(kg):
    head, *lines = kg("queries", "meetings").out.splitlines()
    assert head.startswith("meetings: Whom did")
    assert [line.split()[:2] for line in lines] == [["person", "required"], ["lang", "optional"]]


def test_a_name_that_is_none(kg):
    assert kg("queries", "meeting").complains("No query named 'meeting': did you mean meetings")
