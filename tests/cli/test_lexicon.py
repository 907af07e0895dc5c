import pytest

from kg.ontology.findings import Finding
from kg.types import Article, Extraction


def nothing_in(article: Article) -> Extraction:
    return Extraction(article, 1, (), (), (), (), ())


def test_check_prints_a_line_for_each_fault_and_fails_on_errors(kg, fake):
    asked = []

    def check_lexicon(code, *, extract):
        asked.append((code, extract))
        return [Finding(f"{code}.yaml", "x", "odd", "look", is_error=code == "pt")]

    fake("kg.ontology.lexicon_check", check_lexicon=check_lexicon)
    fake("kg.pipeline", extract=nothing_in)
    run = kg("lexicon", "check")
    assert run.code == 1
    assert "pt.yaml: x: odd: look\n" in run.out
    assert "en.yaml: x: warning, odd: look\n" in run.out
    assert run.complains("1 errors, ")
    assert {"en", "pt"} <= {code for code, _ in asked}
    asked.clear()
    assert kg("lexicon", "check", "--lang", "en", "--no-examples").code == 0
    assert asked == [("en", None)]


def test_search_lists_frames(kg):
    run = kg("lexicon", "search", "Mão", "--lang", "pt")
    assert (run.code, run.err) == (0, "")
    assert any(
        row.split()[:3] == ["has", "pt-meeting-apertar", "Meeting"] for row in run.out.splitlines()
    )
    run = kg("lexicon", "search", "qqxq")
    assert run.code == 1
    assert run.complains("No frame has the word 'qqxq'")


def test_stats_counts_frames(kg):
    run = kg("lexicon", "stats", "--lang", "en")
    tables = run.out.split("\n\n")
    assert [table.split("  ")[0] for table in tables[:4]] == [
        "frames",
        "PLOVER root",
        "part of speech",
        "class",
    ]
    total = int(tables[0].split()[-1])
    for table in tables[1:4]:
        assert sum(int(row.split()[-1]) for row in table.splitlines()[1:]) == total
    assert tables[4].startswith("classes without a frame\n")


@pytest.mark.parametrize("command", ["check", "stats"])
def test_an_unknown_language_is_one_line(kg, command):
    run = kg("lexicon", command, "--lang", "xx")
    assert run.code == 1
    assert run.complains("No lexicon for language 'xx': choose one of en,")
