import datetime
from types import SimpleNamespace

from kg.ontology.findings import Finding


def test_search_shows_all_that_is_known(kg):
    run = kg("gazetteer", "search", "angela MERKEL", "--date", "2021-01-01", "--limit", 1)
    assert (run.code, run.err) == (0, "")
    lines = run.out.splitlines()
    assert lines[0] == "Angela Merkel"
    rows = {tuple(line.split(maxsplit=1)) for line in lines[1:]}
    assert ("iri", "https://w3id.org/geopolitical-kg/person/angela-merkel") in rows
    assert ("type", "PERSON") in rows
    assert ("country", "DEU") in rows
    assert any(
        line.startswith("  on 2021-01-01  chancellor, Germany, 2005-11-22/") for line in lines
    )


def test_search_separates_what_it_finds(kg):
    run = kg("gazetteer", "search", "Georgia", "--limit", 2, "--lang", "en")
    assert [block.splitlines()[0] for block in run.out.split("\n\n")] == ["Georgia", "Georgia"]


def test_search_passes_its_options_on(kg, fake):
    calls = []

    def search_gazetteer(name, **options):
        calls.append((name, options))
        return []

    fake("kg.ontology.gazetteer_search", search_gazetteer=search_gazetteer)
    run = kg("gazetteer", "search", "x", "--lang", "pt", "--date", "2020-02-03", "--limit", 7)
    assert run.code == 1
    assert run.complains("Nothing is called like 'x'")
    assert calls == [("x", {"lang": "pt", "day": datetime.date(2020, 2, 3), "limit": 7})]


def test_check_prints_a_line_for_each_fault_and_fails_on_errors(kg, fake):
    faults = [
        Finding("a.ttl", "state/X", "lost", "find it"),
        Finding("b.ttl", "y", "odd", "look", False),
    ]
    report = SimpleNamespace(findings=faults, entries=1200, shared_short_names=3, errors=1)
    fake("kg.ontology.gazetteer_check", check_gazetteer=lambda folder: report)
    run = kg("gazetteer", "check")
    assert run.code == 1
    assert run.out == "a.ttl: state/X: lost: find it\nb.ttl: y: warning, odd: look\n"
    assert run.complains("1,200 entries, 1 errors, 1 warnings; 3 short names are shared")
    report.findings, report.errors = faults[1:], 0
    assert kg("gazetteer", "check").code == 0


def test_check_of_a_folder_without_a_gazetteer(kg, tmp_path):
    run = kg("gazetteer", "check", tmp_path)
    assert run.code == 1
    assert run.complains(f"{tmp_path} has none of states.ttl")
