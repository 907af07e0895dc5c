import datetime
import io
import sqlite3
from dataclasses import replace

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import IDS, STORIES, VISIT, take_in, write_page
from pyoxigraph import Quad, Store
from stories import containers, known_label, to_store

from kg.errors import StoreError
from kg.graph.change.build import build, forget
from kg.graph.compare.changes import Change
from kg.graph.compare.difference import compare, compare_since, compare_stores, to_patch
from kg.graph.directory.layout import ARTICLES
from kg.graph.directory.store import open_store
from kg.graph.merge import merge_articles
from kg.graph.merge.judgements import describe_decision
from kg.graph.rdf.iris import JUDGEMENTS
from kg.graph.rdf.union import named_quads

TALKS = "Negotiation: Lula – Santiago Peña, 2024-06-03"
MEETING = "Meeting: Luiz Inácio Lula da Silva – Santiago Peña, 2024-06-03"


def store_of(*ids):
    return to_store([STORIES[article_id] for article_id in ids])


def changes(older, newer, kind="events"):
    found = compare_stores(older, newer).changes
    return [(c.sign, c.text, c.detail) for c in found if c.kind == kind]


def test_nothing_changed():
    difference = compare_stores(store_of("talks"), store_of("talks"))
    assert (difference.changes, difference.added, difference.removed) == ((), (), ())
    assert to_patch(difference) == "TX .\nTC ."


def test_articles_come_and_go():
    old, new = store_of("talks"), store_of("visita.txt")
    assert changes(old, new, "articles") == [
        ("-", "talks", ""),
        ("+", "visita.txt", "Lula recebe Peña"),
    ]


def test_an_article_that_changed():
    other = replace(VISIT, article=replace(VISIT.article, title="Peña em Brasília"))
    new = to_store([other])
    assert changes(store_of("visita.txt"), new, "articles") == [
        ("~", "visita.txt", "Peña em Brasília")
    ]
    assert changes(store_of("visita.txt"), new) == []


def test_actors_come_and_go():
    old, new = store_of("talks"), store_of("a1")
    assert [c[:2] for c in changes(old, new, "actors")] == [
        *(("-", name) for name in ["Brasilia", "Brazil"]),
        *(("+", name) for name in ["Inês Couto"]),
        *(("-", name) for name in ["Lula", "Paraguay", "Santiago Peña"]),
        *(("+", name) for name in ["Serhiy Chubay", "Ucrânia"]),
    ]


def test_a_person_by_another_name_is_no_other_actor():
    assert changes(store_of("a1"), store_of("a1", "a2"), "actors") == []


def test_events_come_and_go():
    found = changes(store_of("talks"), store_of("talks", "a1"))
    assert [change[0] for change in found] == ["+"]
    assert [c[0] for c in changes(store_of("talks", "a1"), store_of("talks"))] == ["-"]


def test_another_report_of_an_event():
    found = changes(store_of("visita.txt"), store_of("visita.txt", "talks"))
    labels = {text: (sign, detail) for sign, text, detail in found}
    sign, detail = labels[TALKS]
    assert sign == "~"
    assert detail.startswith("before: Meeting: ")
    assert detail.endswith("; 1 new report")


def test_a_report_less():
    found = changes(store_of("visita.txt", "talks"), store_of("talks"))
    assert ("~", TALKS, "1 report gone") in found


def test_other_facts_of_the_same_reports():
    event = VISIT.events[2]
    other = replace(VISIT, events=(*VISIT.events[:2], replace(event, modality="planned")))
    old = to_store([replace(VISIT, events=VISIT.events[:3])])
    [(sign, text, detail)] = changes(old, to_store([other]))
    assert (sign, text.endswith("(planned)")) == ("~", True)
    assert detail.endswith("other modality")


def test_two_events_become_one_and_one_two():
    one, two = store_of("visita.txt", "talks"), store_of("visita.txt", "talks")
    merged = [q for q in two if "judgement" in str(q.subject)]
    assert merged  # the rules joined the meeting and the talks
    apart = split(two)
    joined = [c for c in changes(apart, one) if c[2] == "one event now, 2 before"]
    parts = [c for c in changes(one, apart) if "part of what was one event" in c[2]]
    assert (len(joined), len(parts)) == (1, 2)


def split(store):
    """A person decides that what the rules joined is not the same."""
    terms = {quad for quad in store if quad.predicate.value.endswith("sameEvent")}
    pair = sorted({quad.object.value for quad in terms})[:2]
    fresh = Store()
    fresh.extend(quad for quad in named_quads(store) if "/article/" in str(quad.graph_name))
    decision = describe_decision((pair[0], pair[1]), "not the same", "Ana", 0.9, "")
    fresh.extend(Quad(*statement, JUDGEMENTS) for statement in decision)
    fresh.extend(list(merge_articles(fresh, known=known_label, containers=containers)))
    return fresh


@settings(max_examples=15)
@given(*[st.lists(st.sampled_from(IDS), unique=True)] * 2)
def test_the_patch_leads_from_one_to_the_other(before, after):
    """As rdflib reads it."""
    older, newer = store_of(*before), store_of(*after)
    dataset = rdflib.Dataset()
    for quad in named_quads(older):
        dataset.parse(data=f"{quad} .", format="nquads")
    dataset.parse(io.StringIO(to_patch(compare_stores(older, newer))), format="patch")
    assert len(list(dataset.quads())) == len(list(named_quads(newer)))


def test_two_directories(tmp_path):
    take_in(tmp_path / "a", "talks")
    take_in(tmp_path / "b", "talks", "a1")
    difference = compare(tmp_path / "a", tmp_path / "b")
    assert Change("articles", "+", "a1") in difference.changes
    assert compare(tmp_path / "a", tmp_path / "a").changes == ()
    with pytest.raises(StoreError):
        compare(tmp_path / "a", tmp_path / "c")


def date_back(out, days):
    """Let all that happened have happened so many days earlier."""
    with sqlite3.connect(out / ARTICLES) as database:
        for number, time in database.execute("SELECT number, time FROM history").fetchall():
            earlier = datetime.datetime.fromisoformat(time) - datetime.timedelta(days)
            row = (earlier.isoformat(timespec="microseconds"), number)
            database.execute("UPDATE history SET time = ? WHERE number = ?", row)


def test_since_a_day(tmp_path):
    now = datetime.datetime.now(datetime.UTC)
    take_in(tmp_path / "old", "talks", "a1")
    take_in(tmp_path / "g", "talks", "a1")
    date_back(tmp_path / "g", 5)
    other = replace(STORIES["talks"].article, title="Talks")
    build([other], tmp_path / "g", extractor=lambda a: replace(STORIES["talks"], article=a),
          write_page=write_page)  # fmt: skip
    take_in(tmp_path / "g", "visita.txt")
    since = compare_since(tmp_path / "g", now - datetime.timedelta(3))
    assert since == compare(tmp_path / "old", tmp_path / "g")
    assert [(c.sign, c.text) for c in since.changes if c.kind == "articles"] == [
        ("~", "talks"),
        ("+", "visita.txt"),
    ]
    everything = compare_since(tmp_path / "g", now - datetime.timedelta(9))
    assert everything.removed == ()
    assert len(everything.added) == len(list(named_quads(open_store(tmp_path / "g"))))
    assert compare_since(tmp_path / "g", now + datetime.timedelta(1)).changes == ()


def test_of_what_was_forgotten_only_that_is_told(tmp_path):
    take_in(tmp_path, "talks", "a1")
    date_back(tmp_path, 5)
    forget(tmp_path, ["a1"], write_page=write_page)
    moment = datetime.datetime.now(datetime.UTC) - datetime.timedelta(3)
    difference = compare_since(tmp_path, moment)
    assert difference.changes == (Change("articles", "-", "a1", "forgotten"),)
    assert (difference.added, difference.removed) == ((), ())
