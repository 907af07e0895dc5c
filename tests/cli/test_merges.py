import re
from types import SimpleNamespace

import pytest

from kg.graph.change.review import JudgementRecord, Side
from kg.ontology.namespaces import BASE

PEOPLE = JudgementRecord(
    id="0123456789abcdef",
    kind="actors",
    verdict="unsure",
    sides=(Side(f"{BASE}person/BOL/ana-quispe", "Ana Quispe"), Side(f"{BASE}person/XX/a", "")),
    score=0.7,
    reasons="same_name +0.60",
    by="rule",
)
EVENTS = JudgementRecord(
    id="fedcba9876543210",
    kind="events",
    verdict="same",
    sides=(Side(f"{BASE}report/1", "They met."), Side(f"{BASE}report/2", "Eles se reuniram.")),
    score=0.9,
    reasons="",
    by="Ana",
)


@pytest.fixture
def review(fake):
    """The library of judgements, and what was asked of it."""
    calls = []

    def call(name):
        def decide(*arguments, by, write_page):
            calls.append((name, *map(str, arguments), by))
            return EVENTS if arguments[1] == EVENTS.id else PEOPLE

        return decide

    fake(
        "kg.graph.change.review",
        read_judgements=lambda folder: [EVENTS, PEOPLE],
        undo=call("undo"),
        confirm=call("confirm"),
    )
    fake("kg.view", write_page=None)
    return calls


LISTED = """fedcba9876543210  events  same  0.90  by Ana
  They met. (report/1)
  Eles se reuniram. (report/2)
  no reasons given
0123456789abcdef  actors  unsure  0.70  by rule
  Ana Quispe (person/BOL/ana-quispe)
  no longer in any article (person/XX/a)
  same_name +0.60
"""


@pytest.mark.parametrize("command", [["merges"], ["merges", "list"]])
def test_all_are_listed(kg, review, command):
    run = kg(*command, "g")
    assert (run.code, run.out, run.err) == (0, LISTED, "")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--unsure"], [PEOPLE.id]),
        (["--kind", "events"], [EVENTS.id]),
        (["--kind", "actors"], [PEOPLE.id]),
        (["--kind", "events", "--unsure"], []),
        (["--limit", 1], [EVENTS.id]),
    ],
)
def test_some_are_listed(kg, review, options, ids):
    for arguments in (["g", *options], [*options, "g"]):
        assert re.findall(r"^[0-9a-f]{16}", kg("merges", *arguments).out, re.M) == ids


def test_decisions(kg, review, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "rui")
    assert (
        kg("merges", "undo", "g", PEOPLE.id, "--by", "Eva").out == f"{PEOPLE.id}: not the same.\n"
    )
    assert kg("merges", "undo", "g", EVENTS.id).out.startswith(f"{EVENTS.id}: taken back")
    assert kg("merges", "confirm", "g", PEOPLE.id).out == f"{PEOPLE.id}: the same.\n"
    assert review == [
        ("undo", "g", PEOPLE.id, "Eva"),
        ("undo", "g", EVENTS.id, "rui"),
        ("confirm", "g", PEOPLE.id, "rui"),
    ]


def test_where_nobody_is_logged_in_a_name_is_asked_for(kg, review, monkeypatch):
    def fail():
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", fail)
    assert kg("merges", "confirm", "g", PEOPLE.id).complains("Invalid value: nobody is logged in")
    assert review == []


@pytest.mark.parametrize("command", ["list", "undo", "confirm"])
def test_each_help_page_has_an_example(kg, command):
    run = kg("merges", command, "--help")
    assert run.code == 0
    assert "Example:\n    kg merges" in run.out
    assert kg("merges", "-h").out.startswith("Usage: kg merges")


def test_mistakes(kg, review, tmp_path):
    assert kg("merges", "undo", "g").complains("Missing argument 'ID'")
    assert kg("merges", "g", "--kind", "verbs").complains("Invalid value for '--kind'")


def test_a_folder_without_a_graph(kg, tmp_path):
    run = kg("merges", tmp_path)
    assert run.code == 1
    assert run.complains(f"{tmp_path} holds no graph")


NEWS = {
    "energia.txt": "A rede da Ucrânia\n\nVARSÓVIA, 12 mar 2024 - "
    "O ministro da Energia da Ucrânia, Serguei Tchubai, reuniu-se na segunda-feira com o ministro "
    "da Energia da Polônia, Marek Zielonka.\n",
    "energy.txt": "A grid in winter\n\nWARSAW, March 12, 2024 - "
    "Ukraine's energy minister, Sergey Chubay, met Poland's energy minister, Marek Zielonka, on "
    "Monday.\n",
    "thanks.txt": "Transformers for winter\n\nWARSAW, March 14, 2024 - "
    "Sergiy Chubai thanked Poland on Thursday. Ukraine needs transformers.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A graph in two languages in which one person goes by three spellings."""
    from kg.graph.change.build import build
    from kg.pipeline import extract
    from kg.read import read_inputs
    from kg.view import write_page

    root = tmp_path_factory.mktemp("merges")
    for name, text in NEWS.items():
        (root / name).write_text(text, encoding="utf8")
    paths = [str(root / name) for name in NEWS]
    build(read_inputs(paths), root / "graph", extractor=extract, write_page=write_page)
    return SimpleNamespace(graph=root / "graph", paths=paths)


def blocks(text):
    """ID to the lines of each judgement."""
    found = re.split(r"^(?=[0-9a-f]{16} )", text, flags=re.M)[1:]
    return {block[:16]: block for block in found}


def find(text, *words):
    [found] = [iri for iri, block in blocks(text).items() if all(word in block for word in words)]
    return found


def test_one_person_in_two_languages_end_to_end(kg, built):
    listed = kg("merges", built.graph).out
    same = find(listed, "actors  same", "Sergey Chubay", "Serguei Tchubai")
    assert find(listed, "events  same", "met Poland's", "reuniu-se")
    unsure = find(kg("merges", built.graph, "--unsure").out, "Sergiy Chubai", "actors  unsure")
    count = "SELECT (COUNT(?e) AS ?n) WHERE { ?e a kg:Meeting , kg:Event }"
    assert kg("query", built.graph, count, "-f", "csv").out.split() == ["n", "1"]

    assert kg("merges", "confirm", built.graph, unsure, "--by", "Ana").code == 0
    page = (built.graph / "graph.html").read_text(encoding="utf8")
    assert kg("merges", "undo", built.graph, same, "--by", "Ana").code == 0
    assert (built.graph / "graph.html").read_text(encoding="utf8") != page
    assert kg("build", *built.paths, "-o", built.graph).code == 0
    listed = blocks(kg("merges", built.graph).out)
    assert listed[same].startswith(f"{same}  actors  not the same")
    assert listed[unsure].startswith(f"{unsure}  actors  same")
    assert "by Ana" in listed[same]
    assert "by Ana" in listed[unsure]
    assert kg("query", built.graph, count, "-f", "csv").out.split() == ["n", "2"]
    assert kg("validate", built.graph).code == 0

    assert kg("merges", "undo", built.graph, same).code == 0
    assert kg("query", built.graph, count, "-f", "csv").out.split() == ["n", "1"]
