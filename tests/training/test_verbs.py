import pytest
import spacy
import yaml

from training.verbs import VERBS, conjugate, write_docs

CONTENT = yaml.safe_load(VERBS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("verb", "person", "form"),
    [
        ("conversar", "nós", "conversamos"),
        ("conversar", "nós", "conversámos"),
        ("atacar", "eu", "ataquei"),
        ("avançar", "nós_subj", "avancemos"),
        ("ligar", "eu", "liguei"),
        ("vencer", "eu", "venço"),
        ("exigir", "eu", "exijo"),
        ("decidir", "nós", "decidimos"),
        ("receber", "elas", "receberam"),
    ],
)
def test_conjugate(verb, person, form):
    assert form in conjugate(verb, person)


@pytest.mark.parametrize(
    ("verb", "person", "form"),
    [("nomear", "eu", "nomeo"), ("saudar", "elas", "saudam"), ("fugir", "elas", "fugem")],
)
def test_irregular_forms_are_left_out(verb, person, form):
    assert form not in conjugate(verb, person)


def test_only_lemmas_of_the_verbs_are_annotated():
    (doc,) = write_docs(spacy.blank("pt"), CONTENT, count=6, size=6, seed=2)
    annotated = [token for token in doc if token.lemma_]
    assert 6 <= len(annotated) < len(doc)
    assert {token.lemma_ for token in annotated} <= set(CONTENT["verbs"])
    assert not doc.has_annotation("DEP")
