import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from newsroom import COPIES, VISIT
from pyoxigraph import NamedNode
from stories import tell_english, to_store

from kg.graph.article.sketch import sketch
from kg.graph.merge.copies import Printed, find_copies
from kg.graph.rdf.iris import MERGED, PREFIXES
from kg.ontology.namespaces import KG
from kg.types import Article, Event, Phrase

DAY = date(2024, 5, 3)
RNG = random.Random(7)
WORDS = [f"word{i}" for i in range(3000)]
STORY = RNG.sample(WORDS, 300)
OTHER = RNG.sample(WORDS, 300)


def printed(iri, words, day=DAY):
    digits = sketch(Article(iri, " ".join(words), "en"))
    return Printed(iri, bytes.fromhex(digits), day)


def edit(words, every):
    """The words with a new one in each so many places."""
    return [f"new{i}" if i % every == 0 else word for i, word in enumerate(words)]


def test_ten_outlets_print_one_story():
    outlets = [printed(f"o{i}", edit(STORY, 40 + i)) for i in range(10)]
    copies = find_copies([*outlets, printed("x", OTHER)])
    assert copies == {f"o{i}": "o0" for i in range(1, 10)}


def test_the_end_may_be_cut():
    assert find_copies([printed("a", STORY), printed("b", STORY[:220])]) == {"b": "a"}


def test_half_a_story_is_another_one():
    assert find_copies([printed("a", STORY), printed("b", STORY[:120] + OTHER[:180])]) == {}


def test_the_earliest_is_the_first():
    days = [printed("a", STORY, DAY + timedelta(1)), printed("b", STORY), printed("c", STORY, None)]
    assert find_copies(days) == {"a": "b", "c": "b"}


def test_what_is_printed_again_days_later_is_another_story():
    late = [printed(f"d{i}", STORY, DAY + timedelta(i)) for i in (0, 4, 8)]
    assert find_copies(late) == {}


def test_no_articles():
    assert find_copies([]) == {}


ARTICLES = [printed(f"o{i}", edit(STORY, 30 + i), DAY + timedelta(i % 5)) for i in range(12)]


@given(st.permutations(ARTICLES))
def test_the_order_does_not_show(articles):
    assert find_copies(articles) == find_copies(ARTICLES)


def reports(store, predicate):
    query = f"SELECT ?e ?v {{ GRAPH graph:merged {{ ?e a kg:Event ; {predicate} ?v }} }}"
    rows = store.query(query, prefixes=dict(PREFIXES))
    return Counter(row["v"].value for row in rows)


def test_copies_are_one_telling_with_as_many_outlets():
    store = to_store([VISIT, *COPIES])
    assert reports(store, "kg:tellings") == {"1": 4}
    assert reports(store, "kg:outlets") == {"4": 4}
    of = store.quads_for_pattern(None, NamedNode(str(KG.duplicateOf)), None, MERGED)
    links = {(to_name(quad.subject), to_name(quad.object)) for quad in of}
    assert links == {(f"copy{i}.txt", "copy0.txt") for i in (1, 2)} | {("visita.txt", "copy0.txt")}


def to_name(iri):
    return iri.value.rpartition("/")[2]


def test_another_article_is_another_telling():
    store = to_store([VISIT, *COPIES, tell_english()])
    assert reports(store, "kg:tellings") == {"1": 4, "2": 1}
    assert reports(store, "kg:outlets") == {"1": 1, "4": 3, "5": 1}


def test_the_same_words_in_copies_are_one_event_where_nothing_else_says_so():
    """No actors, no time: two demonstrations, unless it is the same report."""
    text = VISIT.article.text
    start = text.index("mandou")
    trigger = Phrase("mandou", start, start + 6)
    event = Event("Demonstration", trigger, VISIT.events[0].sentence, (), "pt-demonstration-x")
    vague = [replace(story, events=(event,)) for story in (VISIT, *COPIES)]
    assert len(reports(to_store(vague), "rdf:type")) == 2
    assert reports(to_store(vague), "kg:tellings") == {"1": 1}
    far = [
        replace(s, article=replace(s.article, date=s.article.date + timedelta(30 * i)))
        for i, s in enumerate(vague)
    ]
    assert reports(to_store(far), "kg:tellings") == {"1": 4}
