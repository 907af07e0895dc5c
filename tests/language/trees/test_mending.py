import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc, Span

from kg.language.trees.mending import Mender

PAST = "VerbForm=Fin|Mood=Ind|Tense=Past"
PARTICIPLE = "VerbForm=Part|Tense=Past"


@pytest.fixture(scope="module")
def mender() -> Mender:
    return Mender(blank("es"), "mending")


def labels(doc: Doc) -> dict[str, str]:
    return {token.text: token.dep_ for token in doc}


def test_passive_has_its_subject_and_agent(mender: Mender) -> None:
    rows: list[Row] = [
        ("Juan", "juan", "PROPN", "nsubj", 2),
        ("fue", "ser", "AUX", "aux", 2),
        ("atacado", "atacar", "VERB", "ROOT", 2),
        ("por", "por", "ADP", "case", 4),
        ("rebeldes", "rebelde", "NOUN", "obj", 2),
    ]
    doc = mender(parse("es", rows, morphs={2: PARTICIPLE}))
    assert labels(doc) == {
        "Juan": "nsubj:pass",
        "fue": "aux:pass",
        "atacado": "ROOT",
        "por": "case",
        "rebeldes": "obl:agent",
    }


def test_agent_hung_on_the_subject_that_follows(mender: Mender) -> None:
    rows: list[Row] = [
        ("fue", "ser", "AUX", "aux", 1),
        ("saqueada", "saquear", "VERB", "ROOT", 1),
        ("tienda", "tienda", "NOUN", "nsubj", 1),
        ("por", "por", "ADP", "case", 4),
        ("jóvenes", "joven", "NOUN", "nmod", 2),
    ]
    doc = mender(parse("es", rows, morphs={1: PARTICIPLE}))
    assert (doc[4].dep_, doc[4].head.i) == ("obl:agent", 1)


def test_result_verb_is_the_auxiliary_of_the_participle(mender: Mender) -> None:
    rows: list[Row] = [
        ("minero", "minero", "NOUN", "nsubj", 1),
        ("resultó", "resultar", "VERB", "ROOT", 1),
        ("muerto", "morir", "VERB", "obj", 1),
    ]
    doc = mender(parse("es", rows, morphs={1: PAST, 2: PARTICIPLE}))
    assert [(t.dep_, t.head.i) for t in doc] == [("nsubj:pass", 2), ("aux:pass", 2), ("ROOT", 2)]


def test_relative_clause(mender: Mender) -> None:
    rows: list[Row] = [
        ("rebeldes", "rebelde", "NOUN", "ROOT", 0),
        ("que", "que", "PRON", "nsubj", 2),
        ("huyeron", "huir", "VERB", "acl", 0),
    ]
    assert mender(parse("es", rows, morphs={2: PAST}))[2].dep_ == "acl:relcl"


def test_reflexive_and_phrase_with_a_preposition_are_no_objects(mender: Mender) -> None:
    rows: list[Row] = [
        ("se", "él", "PRON", "obj", 1),
        ("reunió", "reunir", "VERB", "ROOT", 1),
        ("con", "con", "ADP", "case", 3),
        ("Malí", "malí", "PROPN", "obj", 1),
    ]
    doc = mender(parse("es", rows, morphs={1: PAST}))
    assert (doc[0].dep_, doc[3].dep_) == ("expl", "obl")


def test_object_with_the_personal_preposition_stays(mender: Mender) -> None:
    rows: list[Row] = [
        ("atacó", "atacar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "case", 2),
        ("rebeldes", "rebelde", "NOUN", "obj", 0),
    ]
    assert mender(parse("es", rows, morphs={0: PAST}))[2].dep_ == "obj"


def test_name_after_a_comma_is_no_object(mender: Mender) -> None:
    rows: list[Row] = [
        ("atacaron", "atacar", "VERB", "ROOT", 0),
        ("aldea", "aldea", "NOUN", "obj", 0),
        (",", ",", "PUNCT", "punct", 3),
        ("CAUCA", "cauca", "PROPN", "obj", 0),
    ]
    assert labels(mender(parse("es", rows, morphs={0: PAST})))["CAUCA"] == "dep"


def test_noun_tagged_as_an_adjective(mender: Mender) -> None:
    rows: list[Row] = [
        ("paramilitares", "paramilitar", "ADJ", "nsubj", 1),
        ("huyeron", "huir", "VERB", "ROOT", 1),
    ]
    assert mender(parse("es", rows, morphs={1: PAST}))[0].pos_ == "NOUN"


def test_name_taken_for_a_clause(mender: Mender) -> None:
    rows: list[Row] = [
        ("aisló", "aislar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "mark", 2),
        ("Catar", "catar", "PROPN", "xcomp", 0),
    ]
    assert labels(mender(parse("es", rows, morphs={0: PAST}))) == {
        "aisló": "ROOT",
        "a": "case",
        "Catar": "obj",
    }


@pytest.mark.parametrize(
    ("words", "pos", "kept"),
    [
        (["Kore", "dijo"], ["PROPN", "VERB"], ["Kore"]),
        (["Gobierno", "dijo"], ["PROPN", "VERB"], []),
        (["Banco", "Central"], ["PROPN", "PROPN"], ["Banco Central"]),
    ],
)
def test_name_ends_before_a_verb_and_is_no_common_noun(
    mender: Mender, words: list[str], pos: list[str], kept: list[str]
) -> None:
    rows: list[Row] = [(words[i], words[i].lower(), pos[i], "ROOT", i) for i in range(2)]
    doc = parse("es", rows)
    doc.ents = [Span(doc, 0, 2, "ORG")]
    assert [ent.text for ent in mender(doc).ents] == kept


def test_the_two_sides_of_entre(mender: Mender) -> None:
    rows: list[Row] = [
        ("pacto", "pacto", "NOUN", "nsubj", 5),
        ("entre", "entre", "ADP", "case", 2),
        ("Chad", "chad", "PROPN", "nmod", 0),
        ("y", "y", "CCONJ", "cc", 5),
        ("Malí", "malí", "PROPN", "nsubj", 5),
        ("duró", "durar", "VERB", "ROOT", 5),
    ]
    doc = mender(parse("es", rows, morphs={5: PAST}))
    assert (doc[4].dep_, doc[4].head.i) == ("conj", 2)


def test_subject_behind_a_passive(mender: Mender) -> None:
    rows: list[Row] = [
        ("fueron", "ser", "AUX", "aux", 1),
        ("heridas", "herir", "VERB", "ROOT", 1),
        ("dos", "dos", "NUM", "nummod", 3),
        ("personas", "persona", "NOUN", "obj", 1),
    ]
    assert mender(parse("es", rows, morphs={1: PARTICIPLE}))[3].dep_ == "nsubj:pass"


def test_passive_has_no_object_with_a_preposition(mender: Mender) -> None:
    rows: list[Row] = [
        ("fue", "ser", "AUX", "aux", 1),
        ("condenado", "condenar", "VERB", "ROOT", 1),
        ("a", "a", "ADP", "case", 3),
        ("muerte", "muerte", "NOUN", "obj", 1),
    ]
    assert mender(parse("es", rows, morphs={1: PARTICIPLE}))[3].dep_ == "obl"


def test_adjective_after_an_article_is_a_noun(mender: Mender) -> None:
    rows: list[Row] = [
        ("atacaron", "atacar", "VERB", "ROOT", 0),
        ("al", "al", "ADP", "case", 2),
        ("blindado", "blindado", "ADJ", "obj", 0),
    ]
    assert mender(parse("es", rows, morphs={0: PAST}))[2].pos_ == "NOUN"


def test_second_subject_before_a_verb_is_joined_to_the_first(mender: Mender) -> None:
    rows: list[Row] = [
        ("Chad", "chad", "PROPN", "nsubj", 3),
        ("y", "y", "CCONJ", "cc", 3),
        ("Malí", "malí", "PROPN", "nsubj", 3),
        ("firmaron", "firmar", "VERB", "ROOT", 3),
    ]
    doc = mender(parse("es", rows, morphs={3: PAST}))
    assert (doc[2].dep_, doc[2].head.i, doc[1].head.i) == ("conj", 0, 2)


def test_a_verb_joined_to_an_adverb_is_joined_to_its_verb(mender: Mender) -> None:
    rows: list[Row] = [
        ("juzgado", "juzgar", "VERB", "ROOT", 0),
        ("ayer", "ayer", "ADV", "advmod", 0),
        ("y", "y", "CCONJ", "cc", 3),
        ("absuelto", "absolver", "VERB", "conj", 1),
    ]
    doc = mender(parse("es", rows, morphs={0: PARTICIPLE, 3: PARTICIPLE}))
    assert doc[3].head.i == 0


@pytest.mark.parametrize(("verb", "label"), [("dijo", "ccomp"), ("llegó", "acl")])
def test_what_is_said_hangs_on_the_verb_and_not_on_the_day(
    mender: Mender, verb: str, label: str
) -> None:
    rows: list[Row] = [
        (verb, {"dijo": "decir", "llegó": "llegar"}[verb], "VERB", "ROOT", 0),
        ("el", "el", "DET", "det", 2),
        ("lunes", "lunes", "NOUN", "obl", 0),
        ("que", "que", "SCONJ", "mark", 4),
        ("atacaría", "atacar", "VERB", "acl", 2),
    ]
    assert mender(parse("es", rows))[4].dep_ == label


def test_a_counted_time_is_no_object(mender: Mender) -> None:
    rows: list[Row] = [
        ("condenó", "condenar", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "case", 2),
        ("años", "año", "NOUN", "obj", 0),
        ("al", "al", "ADP", "case", 4),
        ("joven", "joven", "NOUN", "obj", 0),
    ]
    found = labels(mender(parse("es", rows, morphs={0: PAST})))
    assert (found["años"], found["joven"]) == ("obl", "obj")


@pytest.mark.parametrize(
    ("noun", "participle"), [(("obj", 0), ("acl", 1)), (("advmod", 2), ("obj", 0))]
)
def test_the_name_after_a_participle_is_that_of_the_actor(
    mender: Mender, noun: tuple[str, int], participle: tuple[str, int]
) -> None:
    rows: list[Row] = [
        ("detuvo", "detener", "VERB", "ROOT", 0),
        ("general", "general", "NOUN", *noun),
        ("retirado", "retirar", "VERB", *participle),
        ("Ruiz", "ruiz", "PROPN", "obj", 2),
        (".", ".", "PUNCT", "punct", 0),
    ]
    doc = mender(parse("es", rows, morphs={0: PAST, 2: PARTICIPLE}))
    assert [(t.dep_, t.head.i) for t in doc][1:4] == [("obj", 0), ("acl", 1), ("appos", 1)]


@pytest.mark.parametrize(
    ("number", "expected"), [("Fem", ["nsubj", "aux", "ROOT", "obj"]), ("", None)]
)
def test_what_holds_a_participle_is_its_auxiliary(
    mender: Mender, number: str, expected: list[str] | None
) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("mantiene", "mantener", "VERB", "ROOT", 1),
        ("cerrada", "cerrado", "ADJ", "obj", 1),
        ("frontera", "frontera", "NOUN", "obj", 1),
    ]
    shown = {2: "Number=Sing", 3: "Number=Sing" if number else "Number=Plur"}
    doc = mender(parse("es", rows, morphs={1: "VerbForm=Fin", **shown}))
    assert ([t.dep_ for t in doc] == expected) is bool(number)
    assert (doc[2].lemma_ == "cerrar") is bool(number)


@pytest.mark.parametrize(("word", "root"), [("previsto", "previsto"), ("prohibido", "tiene")])
def test_what_is_held_planned(mender: Mender, word: str, root: str) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("tiene", "tener", "VERB", "ROOT", 1),
        (word, word, "ADJ", "iobj", 1),
        ("viajar", "viajar", "VERB", "xcomp", 1),
    ]
    doc = mender(parse("es", rows, morphs={1: "VerbForm=Fin"}))
    assert (doc[0].head.text, doc[3].head.text) == (root, root)


def test_a_past_tense_that_opens_a_sentence_is_no_name(mender: Mender) -> None:
    rows: list[Row] = [
        ("Conversó", "conversó", "PROPN", "ROOT", 0),
        ("con", "con", "ADP", "case", 2),
        ("Petro", "petro", "PROPN", "obl", 0),
    ]
    doc = parse("es", rows)
    doc.ents = [Span(doc, 0, 1, "PER")]
    doc = mender(doc)
    assert (doc[0].pos_, doc[0].lemma_) == ("VERB", "conversar")
    assert not doc.ents


def test_a_participle_with_an_auxiliary_is_no_noun(mender: Mender) -> None:
    rows: list[Row] = [
        ("había", "haber", "AUX", "aux", 1),
        ("secuestrado", "secuestrado", "NOUN", "ROOT", 1),
    ]
    doc = mender(parse("es", rows))
    assert (doc[1].pos_, doc[1].lemma_) == ("VERB", "secuestrar")


def test_a_relative_pronoun_with_a_preposition_is_no_subject(mender: Mender) -> None:
    rows: list[Row] = [
        ("turistas", "turista", "NOUN", "ROOT", 0),
        ("a", "a", "ADP", "mark", 4),
        ("los", "el", "DET", "det", 4),
        ("que", "que", "PRON", "nsubj", 4),
        ("detuvo", "detener", "VERB", "acl", 0),
    ]
    doc = mender(parse("es", rows))
    assert labels(doc)["que"] == "obj"
    assert {token.text for token in doc[3].children} == {"a", "los"}


def test_the_number_after_a_place_is_of_the_noun_after_it(mender: Mender) -> None:
    rows: list[Row] = [
        ("En", "en", "ADP", "case", 1),
        ("Quito", "quito", "PROPN", "obl", 6),
        (",", ",", "PUNCT", "punct", 1),
        ("miles", "miles", "NUM", "nummod", 1),
        ("de", "de", "ADP", "case", 5),
        ("médicos", "médico", "NOUN", "nmod", 1),
        ("marcharon", "marchar", "VERB", "ROOT", 6),
    ]
    doc = mender(parse("es", rows))
    assert (doc[3].pos_, doc[3].dep_) == ("NOUN", "appos")
    assert doc[5].head.text == "miles"


@pytest.mark.parametrize(("word", "label"), [("a", "obj"), ("con", "obl")])
def test_a_phrase_below_a_verb_is_no_part_of_a_noun(mender: Mender, word: str, label: str) -> None:
    rows: list[Row] = [
        ("evacuó", "evacuar", "VERB", "ROOT", 0),
        (word, word, "ADP", "case", 2),
        ("vecinos", "vecino", "NOUN", "nmod", 0),
    ]
    assert labels(mender(parse("es", rows)))["vecinos"] == label
