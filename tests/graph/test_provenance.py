"""Every offset in a graph leads to its words in the text that is kept beside it."""

import json
from pathlib import Path

import pytest
from newsroom import IDS, take_in

from kg.graph import build, open_store
from kg.graph.change.derive import read_held
from kg.graph.directory.archive import open_archive
from kg.graph.rdf.iris import PREFIXES
from kg.pipeline import extract
from kg.read import read_inputs

EXAMPLES = Path(__file__).parents[2] / "examples"
# Quotation marks that the parser sees otherwise, line breaks in a sentence, letters beyond the
# basic plane, combining accents.
NEWS = [
    {
        "id": "quotes",
        "lang": "pt",
        "date": "2024-05-14",
        "text": "LIMA \u2014 \u201cO Peru condenou o ataque\u201d, disse o presidente do Chile, "
        "Gabriel Boric.\n\nO Chile enviou 200 soldados\nao Peru na segunda-feira "
        "\U0001f1e8\U0001f1f1. A Bolívia acusou o Chile de espionagem.",
    },
    {
        "id": "accents",
        "lang": "en",
        "date": "2024-05-15",
        "text": "\U0001f4f0 Peru\u2019s president met Chile\u2019s foreign minister in "
        "Bogota\u0301 on Tuesday.\r\n\r\nMr.\u00a0Boric said: \u201cChile sent Peru 40 trucks."
        "\u201d  Bolivia denied that it attacked Chile.",
    },
]


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """A graph that the pipeline read."""
    folder = tmp_path_factory.mktemp("provenance")
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, NEWS)), encoding="utf8")
    inputs = read_inputs([str(EXAMPLES), str(folder / "news.jsonl")])
    build(inputs, folder / "graph", extractor=extract, write_page=lambda _, path: path.touch())
    return folder / "graph"


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A graph made by hand, with offices and copies."""
    out = tmp_path_factory.mktemp("told")
    take_in(out, *IDS)
    return out


def ask(graph, properties):
    """Words with the text that they are said to be in, and where."""
    words, start, end = properties
    query = f"""SELECT ?thing ?id ?words ?start ?end {{
      ?thing prov:wasDerivedFrom/dcterms:identifier ?id ; {words} ?words ; {start} ?start ;
        {end} ?end }}"""
    store = open_store(graph)
    with open_archive(graph) as archive:
        texts = {
            article: archive.read_article(digest).text
            for article, digest in read_held(store).items()
        }
    rows = store.query(query, prefixes=dict(PREFIXES))
    return [
        (row["words"].value, texts[row["id"].value], int(row["start"].value), int(row["end"].value))
        for row in rows
    ]


SPANS = {
    "sentence": ("kg:sentence", "kg:sentenceStart", "kg:sentenceEnd"),
    "trigger": ("kg:trigger", "kg:triggerStart", "kg:triggerEnd"),
}


@pytest.mark.parametrize("graph", ["read", "told"])
@pytest.mark.parametrize("span", SPANS)
def test_the_words_stand_where_it_is_said(graph, span, request):
    rows = ask(request.getfixturevalue(graph), SPANS[span])
    assert len(rows) >= 10
    wrong = [(words, text[start:end]) for words, text, start, end in rows]
    assert [pair for pair in wrong if pair[0] != pair[1]] == []


def test_every_report_has_all_of_its_evidence(read):
    query = """SELECT ?report {
      ?report a kg:Report
      FILTER NOT EXISTS { ?report prov:wasDerivedFrom/kg:inputDigest ?digest ;
        kg:sentence ?s ; kg:sentenceStart ?a ; kg:sentenceEnd ?b ; kg:rule ?rule ;
        kg:trigger ?t ; kg:triggerStart ?c ; kg:triggerEnd ?d ;
        kg:extractor ?version FILTER(REGEX(?version, "^[0-9.]+[+][0-9a-f]{8}$")) } }"""
    assert list(open_store(read).query(query, prefixes=dict(PREFIXES))) == []


def test_the_news_of_this_test_is_read(read):
    assert {"quotes", "accents"} <= read_held(open_store(read)).keys()
    found = {text for _, text, _, _ in ask(read, SPANS["sentence"])}
    assert {record["text"] for record in NEWS} <= found
