import random

import pytest
import spacy
import yaml

from training.news import (
    NEWS,
    SLOT,
    attach,
    fill,
    read_marks,
    split_article,
    to_doc,
    write_sentences,
)

CONTENT = yaml.safe_load(NEWS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("preposition", "name", "expected"),
    [
        ("de", "a Rússia", "da [Rússia|LOC]"),
        ("em", "os EUA", "nos [EUA|LOC]"),
        ("a", "as Filipinas", "às [Filipinas|LOC]"),
        ("por", "o Irã", "pelo [Irã|LOC]"),
        ("de", "Portugal", "de [Portugal|LOC]"),
        ("o", "o Irã", "o [Irã|LOC]"),
        ("o", "Israel", "[Israel|LOC]"),
        ("bare", "a China", "[China|LOC]"),
    ],
)
def test_attach(preposition, name, expected):
    assert attach(preposition, name, "LOC") == expected


def test_only_a_leading_article_is_split_off():
    assert split_article("a Cidade do México") == ("a", "Cidade do México")
    assert split_article("Abu Dhabi") == ("", "Abu Dhabi")


def test_marks_become_offsets():
    marked = read_marks("o chanceler [Wang Yi|PER] deixou [Moscou|LOC].")
    assert marked.text == "O chanceler Wang Yi deixou Moscou."
    assert [(marked.text[a:b], label) for a, b, label in marked.entities] == [
        ("Wang Yi", "PER"),
        ("Moscou", "LOC"),
    ]


@pytest.mark.parametrize("template", CONTENT["templates"])
def test_every_template_can_be_filled(template):
    filled = fill(template, CONTENT["slots"], random.Random(0))
    assert not SLOT.search(filled)
    assert "{" not in filled


def test_same_seed_same_sentences():
    assert write_sentences(CONTENT, count=30, seed=1) == write_sentences(CONTENT, count=30, seed=1)


def test_doc_has_entities_and_nothing_else():
    sentences = write_sentences(CONTENT, count=len(CONTENT["templates"]), seed=3)
    doc = to_doc(spacy.blank("pt"), sentences)
    assert len(doc.ents) == sum(len(sentence.entities) for sentence in sentences)
    assert not doc.has_annotation("DEP")
    assert not doc.has_annotation("LEMMA")
