import json
from pathlib import Path

import pytest
import yaml
from pyoxigraph import Store

from kg import view
from kg.graph.rdf.iris import PREFIXES
from kg.query import named_queries
from kg.view.questions import questions
from kg.view.strings import load_languages

LANGUAGES = set(load_languages())
QUESTIONS = {question["name"]: question for question in questions()["queries"]}


def test_every_named_query_is_a_question():
    assert QUESTIONS.keys() == named_queries().keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_is_asked_in_every_language_of_the_page(name):
    question = QUESTIONS[name]
    assert question["title"].keys() == question["question"].keys() == LANGUAGES
    assert all(text.strip().endswith("?") for text in question["question"].values())
    assert len(set(question["question"].values())) == len(LANGUAGES)


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_field_has_a_name_in_every_language(name):
    fields = questions()["fields"]
    for field, _ in QUESTIONS[name]["fields"]:
        assert all(fields[lang][field] for lang in LANGUAGES)


@pytest.mark.parametrize("name", QUESTIONS)
def test_values_go_between_head_and_tail(name):
    question = QUESTIONS[name]
    assert not question["head"].startswith(("#", "\n"))
    names = " ".join(f"?{field}" for field, _ in question["fields"])
    row = " ".join('"x"' for _ in question["fields"])
    values = f"VALUES ({names}) {{ ({row}) }}" if row else ""
    assert list(Store().query(f"{question['head']} {values}{question['tail']}")) == []


def test_no_translation_is_left_of_a_query_that_is_gone():
    words = yaml.safe_load((Path(view.__file__).parent / "questions.yaml").read_text("utf8"))
    assert words["queries"].keys() == QUESTIONS.keys()
    used = {field for question in QUESTIONS.values() for field, _ in question["fields"]}
    assert all(set(fields) == used for fields in words["parameters"].values())


def test_terms_and_prefixes_are_those_of_the_model():
    words = questions()
    assert words["prefixes"] == dict(PREFIXES)
    assert words["terms"]["kg:Meeting"]["pt"] == "Reunião"
    assert json.dumps(words)
