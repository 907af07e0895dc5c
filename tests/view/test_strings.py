from pathlib import Path

import yaml

import kg.view
from kg.ontology.classes import event_classes
from kg.view.strings import load_languages, load_strings


def keys(value, path=""):
    if not isinstance(value, dict):
        return {path}
    return {key for name in value for key in keys(value[name], f"{path}/{name}")}


def test_every_language_has_every_word():
    text = (Path(kg.view.__file__).parent / "strings.yaml").read_text(encoding="utf8")
    languages = yaml.safe_load(text)["languages"]
    for lang, words in languages.items():
        assert keys(words) == keys(languages["en"]), lang


def test_unknown_language_falls_back_on_english():
    assert load_strings("eo")["lang"] == "en"
    assert load_strings("eo")["title"] == load_strings("en")["title"]


def test_every_class_of_events_has_a_label_in_every_language():
    for name, kind in event_classes().items():
        assert kind.labels.keys() >= load_languages().keys(), name
