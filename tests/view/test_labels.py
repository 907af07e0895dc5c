import pytest
from rdflib import Literal

from kg.view.labels import local_name, pick_label


@pytest.mark.parametrize(
    ("labels", "picked"),
    [
        ([Literal("Oslo", lang="fr"), Literal("Osló", lang="pt")], "Osló"),
        ([Literal("Ossiem", lang="fr"), Literal("Oslo", lang="en")], "Oslo"),
        ([Literal("Prado", lang="pt"), Literal("Helena Prado", lang="pt")], "Helena Prado"),
        ([Literal("Oslo", lang="en"), Literal("Oslo (BR)", lang="pt-BR")], "Oslo (BR)"),
        ([Literal("Moscovo", lang="pt-pt"), Literal("Moscou", lang="pt")], "Moscou"),
        ([Literal("plain")], "plain"),
        ([], None),
    ],
)
def test_label_of_the_language_then_english_then_any(labels, picked):
    assert pick_label(labels, "pt") == picked
    assert pick_label(reversed(labels), "pt") == picked


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("https://example.org/ontology#TroopDeployment", "Troop deployment"),
        ("https://example.org/person/ana-lima", "Ana lima"),
    ],
)
def test_iri_in_words(iri, words):
    assert local_name(iri) == words
