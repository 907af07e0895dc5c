"""The merged graph of articles that came and went is that of those that are left."""

from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import STORIES
from pyoxigraph import Quad, Store
from stories import containers, known_label

from benchmarks.news import make_extractions
from kg.graph.article.graph import article_triples
from kg.graph.merge import NOTHING, merge_articles, merge_parts
from kg.graph.merge.judgements import describe_decision
from kg.graph.merge.outlines import make_outline
from kg.graph.merge.records import read_told
from kg.graph.rdf.iris import JUDGEMENTS, article_iri

GRAPHS = {
    article_iri(story.article.id).value: list(article_triples(story))
    for story in (*STORIES.values(), *make_extractions(8))
}
TOLD = {iri: read_told(iri, [quad.triple for quad in quads]) for iri, quads in GRAPHS.items()}
REPORTS = sorted(iri for told in TOLD.values() for iri in told.about if "/report/" in iri)
PAIRS = st.tuples(st.sampled_from(REPORTS), st.sampled_from(REPORTS)).filter(lambda p: p[0] < p[1])
DECISIONS = st.dictionaries(PAIRS, st.sampled_from(["same", "not the same"]), max_size=2)
STEPS = st.lists(
    st.tuples(st.sets(st.sampled_from(sorted(GRAPHS)), min_size=1), DECISIONS),
    min_size=2,
    max_size=3,
)


class Shown:
    """Some of the articles."""

    def __init__(self, iris):
        self.iris = iris

    def outlines(self):
        return ((iri, make_outline(TOLD[iri])) for iri in sorted(self.iris))

    def tell(self, article):
        return TOLD[article]


def to_store(iris, decisions):
    store = Store()
    for iri in iris:
        store.extend(GRAPHS[iri])
    for pair, verdict in decisions.items():
        statements = describe_decision(pair, verdict, "Ana", 1.0, "")
        store.extend(Quad(*statement, JUDGEMENTS) for statement in statements)
    return store


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_what_is_not_computed_again_is_as_it_was(steps):
    memory, known = NOTHING, {}
    options = {"known": known_label, "containers": containers}
    for iris, decisions in steps:
        store = to_store(iris, decisions)
        merge = merge_parts(store, Shown(iris), memory, **options)
        parts = {part.subject.value: part for part in merge.parts}
        known = {iri: known[iri] for iri in merge.memory.parts}
        known |= {iri: set(part.quads()) for iri, part in parts.items()}
        assert not parts.keys() & merge.memory.parts.keys()
        described = {iri: part.known for iri, part in parts.items()}
        memory = type(memory)(
            merge.memory.cells,
            merge.memory.likely,
            merge.memory.decisions,
            {**merge.memory.parts, **described},
        )
        assert set().union(*known.values()) == set(merge_articles(store, **options))
