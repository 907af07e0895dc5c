import pytest
from parses import parse

from kg.language.words.enclitics import mend_tenses


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("reuniu-se", "reunir", "Past"),
        ("encontraram-se", "encontrar", "Past"),
        ("opôs-se", "opor", "Past"),
        ("fê-lo", "fazer", "Pres"),
        ("reúnem-se", "reunir", "Pres"),
        ("retiram-se", "retirar", "Pres"),
        ("retira-se", "retirar", "Pres"),
        ("reuniu", "reunir", "Pres"),
    ],
)
def test_the_form_before_the_pronoun_tells_the_tense(form: str, lemma: str, tense: str) -> None:
    features = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"
    doc = mend_tenses(parse("pt", [(form, lemma, "VERB", "ROOT", 0)], morphs={0: features}))
    assert doc[0].morph.get("Tense") == [tense]
    assert doc[0].morph.get("VerbForm") == ["Fin"]


def test_nouns_with_a_hyphen_are_left_alone() -> None:
    doc = mend_tenses(parse("pt", [("euro-céu", "céu", "NOUN", "ROOT", 0)]))
    assert str(doc[0].morph) == ""


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("reúne-se", "reunir", "Pres"),
        ("encontram-se", "encontrar", "Pres"),
        ("reuniu-se", "reunir", "Past"),
        ("fê-lo", "fazer", "Past"),
    ],
)
def test_a_mere_stem_with_its_end_is_a_present(form: str, lemma: str, tense: str) -> None:
    features = "Mood=Ind|Person=3|Tense=Past|VerbForm=Fin"
    doc = mend_tenses(parse("pt", [(form, lemma, "VERB", "ROOT", 0)], morphs={0: features}))
    assert doc[0].morph.get("Tense") == [tense]
