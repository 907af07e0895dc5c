"""The shipped Portuguese pipeline: size, licence, and the errors that it was trained to avoid."""

import warnings
from pathlib import Path

import pytest
import spacy

PIPELINE = Path(__file__).parents[2] / "kg" / "language" / "models" / "pt"


@pytest.fixture(scope="module")
def nlp():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return spacy.load(PIPELINE)


def test_is_under_25_megabytes():
    assert sum(path.stat().st_size for path in PIPELINE.rglob("*") if path.is_file()) < 25e6


def test_has_the_steps_in_order(nlp):
    assert nlp.pipe_names == [
        "tok2vec",
        "morphologizer",
        "senter",
        "parser",
        "trainable_lemmatizer",
        "ner",
    ]


def test_names_licence_and_sources(nlp):
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    sources = {source["name"]: source["license"] for source in nlp.meta["sources"]}
    assert sources["UD Portuguese-Bosque"] == "CC BY-SA 4.0"
    assert sources["Universal NER, Portuguese-Bosque"] == "CC BY-SA 4.0"
    assert (PIPELINE / "LICENSE").exists()
    assert (PIPELINE / "README.md").exists()


@pytest.mark.parametrize(
    ("measure", "floor"),
    [
        ("dep_uas", 0.884),
        ("dep_las", 0.837),
        ("sents_f", 0.913),
        ("lemma_acc", 0.969),
        ("pos_acc", 0.960),
        ("ents_f", 0.772),
    ],
)
def test_scores_on_the_dev_split_do_not_fall(nlp, measure, floor):
    assert nlp.meta["performance"][measure] >= floor


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (
            "O ministro das Relações Exteriores da Ucrânia, Dmytro Kuleba, visitou Pequim.",
            [
                ("Relações Exteriores", "ORG"),
                ("Ucrânia", "LOC"),
                ("Dmytro Kuleba", "PER"),
                ("Pequim", "LOC"),
            ],
        ),
        (
            "O presidente da Rússia, Vladimir Putin, regressou a Moscovo.",
            [("Rússia", "LOC"), ("Vladimir Putin", "PER"), ("Moscovo", "LOC")],
        ),
        (
            "A União Europeia impôs sanções a oito bancos da Bielorrússia.",
            [("União Europeia", "ORG"), ("Bielorrússia", "LOC")],
        ),
    ],
)
def test_entities(nlp, text, entities):
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == entities


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Conversamos com Putin em Moscovo.", "conversar"),
        ("Apoiamos as sanções contra a Rússia.", "apoiar"),
        ("Os dois negociaram a paz com o Irã.", "negociar"),
        pytest.param(
            "Negociamos a paz com o Irã.",
            "negociar",
            marks=pytest.mark.xfail(reason="first persons plural are rare in newspapers"),
        ),
        pytest.param(
            "“Não aceitaremos ultimatos”, disse Lula.",
            "aceitar",
            marks=pytest.mark.xfail(reason="three letters of suffix do not tell -aremos"),
        ),
    ],
)
def test_verb_lemmas(nlp, text, lemma):
    assert lemma in [token.lemma_ for token in nlp(text)]


def test_contraction_is_one_token(nlp):
    token = nlp("O presidente da Rússia chegou.")[2]
    assert (token.text, token.lemma_, token.dep_) == ("da", "de o", "case")
