import pytest

from kg.view.labels import Words, choose, local_name, pick_labels


@pytest.mark.parametrize(
    ("words", "picked"),
    [
        ([("Oslo", "fr"), ("Osló", "pt")], {"fr": "Oslo", "pt": "Osló"}),
        ([("Prado", "pt"), ("Helena Prado", "pt")], {"pt": "Helena Prado"}),
        ([("Oslo (BR)", "pt-BR")], {"pt": "Oslo (BR)"}),
        ([("Moscovo velha", "pt-pt"), ("Moscou", "pt")], {"pt": "Moscou"}),
        ([("Abc", "pt"), ("Abd", "pt")], {"pt": "Abc"}),
        ([("plain", "")], {"": "plain"}),
        ([], {}),
    ],
)
def test_one_label_for_each_language(words, picked):
    labels = [Words(*word) for word in words]
    assert pick_labels(labels) == picked
    assert pick_labels(reversed(labels)) == picked


def test_what_is_official_outweighs_what_is_longer():
    official = [Words("Norge", "pt")]
    assert pick_labels([Words("Reino da Noruega", "pt")], official) == {"pt": "Norge"}


def test_labels_come_in_the_order_of_their_languages():
    words = [Words("b", "pt"), Words("a", "en")]
    assert list(pick_labels(words)) == ["en", "pt"]


@pytest.mark.parametrize(
    ("labels", "chosen"),
    [
        ({"en": "Norway", "pt": "Noruega"}, "Noruega"),
        ({"en": "Norway", "fr": "Norvège"}, "Norway"),
        ({"fr": "Norvège"}, "Norvège"),
        ({}, None),
    ],
)
def test_label_of_the_language_then_english_then_any(labels, chosen):
    assert choose(labels, "pt") == chosen


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("https://example.org/ontology#TroopDeployment", "Troop deployment"),
        ("https://example.org/person/ana-lima", "Ana lima"),
    ],
)
def test_iri_in_words(iri, words):
    assert local_name(iri) == words
