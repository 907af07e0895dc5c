import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.language.trees.mending import Mender

PAST = "VerbForm=Fin|Mood=Ind|Tense=Past"
INFINITIVE = "VerbForm=Inf"


@pytest.fixture(scope="module")
def mender() -> Mender:
    return Mender(blank("es"), "mending")


def arc(doc: Doc, word: int) -> tuple[str, str]:
    return doc[word].dep_, doc[word].head.text


def test_an_object_after_an_infinitive_is_its_own(mender: Mender) -> None:
    rows: list[Row] = [
        ("aviones", "avión", "NOUN", "nsubj", 1),
        ("volvieron", "volver", "VERB", "ROOT", 1),
        ("a", "a", "ADP", "mark", 3),
        ("atacar", "atacar", "VERB", "xcomp", 1),
        ("localidad", "localidad", "NOUN", "obj", 1),
    ]
    doc = mender(parse("es", rows, morphs={1: PAST, 3: INFINITIVE}))
    assert arc(doc, 4) == ("obj", "atacar")


def test_whom_somebody_makes_do_it_stays_an_object(mender: Mender) -> None:
    rows: list[Row] = [
        ("obligó", "obligar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "mark", 2),
        ("huir", "huir", "VERB", "xcomp", 0),
        ("al", "al", "ADP", "case", 4),
        ("virrey", "virrey", "NOUN", "obj", 0),
    ]
    doc = mender(parse("es", rows, morphs={0: PAST, 2: INFINITIVE}))
    assert arc(doc, 4) == ("obj", "obligó")


def test_alleged_is_said_of_the_noun_after_it(mender: Mender) -> None:
    rows: list[Row] = [
        ("retirada", "retirada", "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 2),
        ("supuestos", "supuesto", "NOUN", "nmod", 0),
        ("piratas", "pirata", "ADJ", "amod", 2),
    ]
    doc = mender(parse("es", rows))
    assert arc(doc, 3) == ("nmod", "retirada")
    assert arc(doc, 2) == ("amod", "piratas")
    assert arc(doc, 1) == ("case", "piratas")
    assert doc[3].pos_ == "NOUN"


def test_the_verb_after_an_adjective_that_was_taken_for_the_root(mender: Mender) -> None:
    rows: list[Row] = [
        ("Miembros", "miembro", "NOUN", "nsubj", 3),
        ("del", "del", "ADP", "case", 2),
        ("grupo", "grupo", "NOUN", "nmod", 0),
        ("islamista", "islamista", "PROPN", "ROOT", 3),
        ("entraron", "entrar", "VERB", "advcl", 3),
        (",", ",", "PUNCT", "punct", 3),
        ("quemaron", "quemar", "VERB", "advcl", 3),
    ]
    doc = mender(parse("es", rows, morphs={4: PAST, 6: PAST}))
    assert doc[4].dep_ == "ROOT"
    assert arc(doc, 0) == ("nsubj", "entraron")
    assert arc(doc, 3) == ("amod", "grupo")
    assert arc(doc, 6) == ("conj", "entraron")


def test_a_phrase_of_manner_is_no_preposition(mender: Mender) -> None:
    rows: list[Row] = [
        ("atacados", "atacar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "case", 4),
        ("balazos", "balazo", "NOUN", "fixed", 1),
        ("por", "por", "ADP", "case", 4),
        ("ladrones", "ladrón", "NOUN", "obl", 0),
    ]
    doc = mender(parse("es", rows))
    assert arc(doc, 1) == ("advmod", "atacados")
    assert arc(doc, 3) == ("case", "ladrones")


def test_a_plural_after_a_singular_verb_is_its_object(mender: Mender) -> None:
    rows: list[Row] = [
        ("anunció", "anunciar", "VERB", "ROOT", 0),
        ("sanciones", "sanción", "NOUN", "nsubj", 0),
    ]
    morphs = {0: f"{PAST}|Number=Sing", 1: "Number=Plur"}
    assert arc(mender(parse("es", rows, morphs=morphs)), 1) == ("obj", "anunció")
    morphs[0] = f"{PAST}|Number=Plur"
    assert arc(mender(parse("es", rows, morphs=morphs)), 1) == ("nsubj", "anunció")


def test_who_did_it_long_ago_belongs_to_the_verb(mender: Mender) -> None:
    rows: list[Row] = [
        ("fue", "ser", "AUX", "aux", 1),
        ("detenido", "detener", "VERB", "ROOT", 1),
        ("hace", "hacer", "VERB", "advcl", 1),
        ("año", "año", "NOUN", "obj", 2),
        ("por", "por", "ADP", "case", 5),
        ("Policía", "policía", "PROPN", "obj", 2),
    ]
    doc = mender(parse("es", rows, morphs={1: "VerbForm=Part"}))
    assert arc(doc, 5) == ("obl:agent", "detenido")


def test_the_verb_of_a_noun_that_was_joined_to_another(mender: Mender) -> None:
    rows: list[Row] = [
        ("retiró", "retirar", "VERB", "ROOT", 0),
        ("y", "y", "CCONJ", "cc", 2),
        ("jueza", "jueza", "NOUN", "conj", 0),
        ("despojó", "despojar", "ADJ", "amod", 2),
        ("obispo", "obispo", "NOUN", "nmod", 2),
    ]
    doc = mender(parse("es", rows))
    assert arc(doc, 2) == ("nsubj", "despojó")
    assert arc(doc, 3) == ("conj", "retiró")


def test_a_title_after_a_comma_is_no_second_object(mender: Mender) -> None:
    rows: list[Row] = [
        ("sancionó", "sancionar", "VERB", "ROOT", 0),
        ("jueces", "juez", "NOUN", "obj", 0),
        (",", ",", "PUNCT", "punct", 3),
        ("ministra", "ministra", "NOUN", "obj", 0),
        ("Rosa", "rosa", "PROPN", "appos", 3),
    ]
    assert arc(mender(parse("es", rows, morphs={0: PAST})), 3)[0] == "dep"
