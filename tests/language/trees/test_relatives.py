import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.language.trees.relatives import RelativeFinder

PAST = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
SEVERAL = "Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"


def find(lang: str, rows: list[Row], morphs: dict[int, str]) -> Doc:
    finder = RelativeFinder(blank(lang), "relatives")
    return finder(parse(lang, rows, morphs=morphs))


def arc(doc: Doc, word: int) -> tuple[str, str]:
    return doc[word].dep_, doc[word].head.text


OFFER: list[Row] = [
    ("fez", "fazer", "VERB", "ROOT", 0),
    ("oferta", "oferta", "NOUN", "obj", 0),
    ("que", "que", "SCONJ", "mark", 4),
    ("Oslo", "oslo", "PROPN", "nsubj", 4),
    ("recusou", "recusar", "VERB", "ccomp", 1),
]


def test_a_clause_right_after_a_noun_is_about_it() -> None:
    doc = find("pt", OFFER, {4: PAST})
    assert arc(doc, 4) == ("acl:relcl", "oferta")
    assert arc(doc, 2) == ("obj", "recusou")


def test_the_content_of_a_noun_has_a_preposition() -> None:
    rows = [*OFFER[:2], ("de", "de", "ADP", "mark", 5), *OFFER[2:]]
    rows[3:] = [(*row[:4], 1 if row[4] == 1 else 5) for row in OFFER[2:]]
    assert arc(find("pt", rows, {5: PAST}), 5) == ("ccomp", "oferta")


DEFIED: list[Row] = [
    ("desafiou", "desafiar", "VERB", "ROOT", 0),
    ("Oslo", "oslo", "PROPN", "obj", 0),
    (",", ",", "PUNCT", "punct", 5),
    ("que", "que", "SCONJ", "mark", 5),
    ("os", "eles", "PRON", "obj", 5),
    ("avisara", "avisar", "VERB", "ccomp", 0),
]


def test_a_clause_after_an_object_and_a_comma_is_about_the_object() -> None:
    doc = find("pt", DEFIED, {5: PAST})
    assert arc(doc, 5) == ("acl:relcl", "Oslo")
    assert arc(doc, 3) == ("nsubj", "avisara")


def test_without_a_comma_it_is_what_is_said() -> None:
    rows = [(w, lemma, pos, dep, head - (head > 2)) for w, lemma, pos, dep, head in DEFIED]
    del rows[2]
    assert arc(find("pt", rows, {4: PAST}), 4) == ("ccomp", "desafiou")


ACCUSED: list[Row] = [
    ("Chade", "chade", "PROPN", "ROOT", 0),
    (",", ",", "PUNCT", "punct", 3),
    ("que", "que", "PRON", "nsubj", 3),
    ("acusam", "acusar", "VERB", "acl:relcl", 0),
]


def test_one_is_no_subject_of_a_verb_for_several() -> None:
    one, several = "Number=Sing", "Number=Plur"
    assert arc(find("pt", ACCUSED, {0: one, 3: SEVERAL}), 2) == ("obj", "acusam")
    assert arc(find("pt", ACCUSED, {0: several, 3: SEVERAL}), 2) == ("nsubj", "acusam")
    assert arc(find("pt", ACCUSED, {0: one, 3: PAST}), 2) == ("nsubj", "acusam")


def test_a_verb_with_an_object_keeps_its_subject() -> None:
    rows = [*ACCUSED, ("Oslo", "oslo", "PROPN", "obj", 3)]
    assert arc(find("pt", rows, {0: "Number=Sing", 3: SEVERAL}), 2) == ("nsubj", "acusam")


def test_who_needs_no_noun() -> None:
    rows: list[Row] = [
        ("disparou", "disparar", "VERB", "ROOT", 0),
        ("sobre", "sobre", "ADP", "mark", 3),
        ("quem", "quem", "PRON", "nsubj", 3),
        ("protestava", "protestar", "VERB", "ccomp", 0),
    ]
    doc = find("pt", rows, {3: PAST})
    assert arc(doc, 2) == ("obl", "disparou")
    assert arc(doc, 3) == ("acl:relcl", "quem")
    assert arc(doc, 1) == ("case", "quem")


GATHERED: list[Row] = [
    ("envoys", "envoy", "NOUN", "nsubj", 1),
    ("gathered", "gather", "VERB", "csubj", 4),
    ("in", "in", "ADP", "case", 3),
    ("Oslo", "oslo", "PROPN", "obl", 1),
    ("failed", "fail", "VERB", "ROOT", 4),
]


def test_a_participle_below_the_main_verb_is_an_attribute() -> None:
    doc = find("en", GATHERED, {1: "Tense=Past|VerbForm=Fin"})
    assert arc(doc, 0) == ("nsubj", "failed")
    assert arc(doc, 1) == ("acl", "envoys")


def test_a_participle_is_about_the_noun_before_it() -> None:
    rows = [(*GATHERED[0][:4], 3), ("of", "of", "ADP", "case", 2)]
    rows += [("states", "state", "NOUN", "nmod", 0), ("shelled", "shell", "VERB", "csubj", 4)]
    doc = find("en", [*rows, GATHERED[4]], {3: "Tense=Past|VerbForm=Fin"})
    assert arc(doc, 0) == ("nsubj", "failed")
    assert arc(doc, 3) == ("acl", "states")


def test_a_clause_with_its_conjunction_stays_the_subject() -> None:
    rows = [("that", "that", "SCONJ", "mark", 2)]
    rows += [(w, lemma, pos, dep, head + 1) for w, lemma, pos, dep, head in GATHERED]
    assert arc(find("en", rows, {2: "Tense=Past|VerbForm=Fin"}), 1) == ("nsubj", "gathered")


@pytest.mark.parametrize(
    ("noun", "mark", "label"),
    [("decisão", ",", "parataxis"), ("ataque", ",", "parataxis"), ("cidade", ",", "appos")],
)
def test_a_noun_that_sums_up_what_was_told_explains_no_name(
    noun: str, mark: str, label: str
) -> None:
    rows: list[Row] = [
        ("cercou", "cercar", "VERB", "ROOT", 0),
        ("Goma", "goma", "PROPN", "obj", 0),
        (mark, mark, "PUNCT", "punct", 3),
        (noun, noun, "NOUN", "appos", 1),
        ("que", "que", "PRON", "obj", 6),
        ("Oslo", "oslo", "PROPN", "nsubj", 6),
        ("criticou", "criticar", "VERB", "acl:relcl", 3),
    ]
    head = "cercou" if label == "parataxis" else "Goma"
    assert arc(find("pt", rows, {6: PAST}), 3) == (label, head)


def test_the_noun_after_a_relative_verb_is_its_subject() -> None:
    rows: list[Row] = [
        ("tratado", "tratado", "NOUN", "ROOT", 0),
        ("que", "que", "PRON", "obj", 2),
        ("negocian", "negociar", "VERB", "acl:relcl", 0),
        ("Lima", "lima", "PROPN", "obj", 2),
        ("y", "y", "CCONJ", "cc", 5),
        ("Quito", "quito", "PROPN", "conj", 3),
    ]
    assert arc(find("es", rows, {0: "Number=Sing", 2: SEVERAL}), 3) == ("nsubj", "negocian")
    rows[1] = ("que", "que", "PRON", "nsubj", 2)
    doc = find("es", rows, {0: "Number=Sing", 2: SEVERAL})
    assert [arc(doc, i)[0] for i in (1, 3)] == ["obj", "nsubj"]


def test_whom_one_does_it_to_is_an_object() -> None:
    rows: list[Row] = [
        ("detuvo", "detener", "VERB", "ROOT", 0),
        ("a", "a", "ADP", "case", 2),
        ("quienes", "quien", "PRON", "nsubj", 3),
        ("protestaban", "protestar", "VERB", "ccomp", 0),
    ]
    doc = find("es", rows, {3: SEVERAL})
    assert arc(doc, 2) == ("obj", "detuvo")
    assert arc(doc, 3) == ("acl:relcl", "quienes")


@pytest.mark.parametrize(
    ("lemma", "head"), [("acusar", "Oslo"), ("entrar", "embargo"), ("mantener", "embargo")]
)
def test_what_is_done_with_words_is_done_by_somebody(lemma: str, head: str) -> None:
    rows: list[Row] = [
        ("embargo", "embargo", "NOUN", "ROOT", 0),
        ("contra", "contra", "ADP", "case", 2),
        ("Oslo", "oslo", "PROPN", "nmod", 0),
        (",", ",", "PUNCT", "punct", 5),
        ("que", "que", "PRON", "nsubj", 5),
        ("acusa", lemma, "VERB", "acl:relcl", 0),
    ]
    assert arc(find("es", rows, {5: PAST}), 5) == ("acl:relcl", head)


def test_who_is_somebody() -> None:
    rows: list[Row] = [
        ("ministro", "ministro", "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 2),
        ("negocios", "negocio", "NOUN", "nmod", 0),
        (",", ",", "PUNCT", "punct", 6),
        ("a", "a", "ADP", "case", 5),
        ("quien", "quien", "PRON", "obl", 6),
        ("vio", "ver", "VERB", "acl:relcl", 2),
    ]
    assert arc(find("es", rows, {6: PAST}), 6) == ("acl:relcl", "ministro")


@pytest.mark.parametrize(("mark", "label"), [("de", "obj"), ("a", "nsubj")])
def test_whom_somebody_accuses_of_something_is_the_object(mark: str, label: str) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "ROOT", 0),
        ("que", "que", "PRON", "nsubj", 2),
        ("acusa", "acusar", "VERB", "acl:relcl", 0),
        (mark, mark, "SCONJ", "mark", 4),
        ("espiar", "espiar", "VERB", "xcomp", 2),
    ]
    assert find("pt", rows, {2: PAST, 4: "VerbForm=Inf"})[1].dep_ == label


@pytest.mark.parametrize(("number", "label"), [("Plur", "obj"), ("Sing", "nsubj")])
def test_what_one_does_is_done_to_several(number: str, label: str) -> None:
    rows: list[Row] = [
        ("policías", "policía", "NOUN", "ROOT", 0),
        ("que", "que", "PRON", "nsubj", 2),
        ("retenía", "retener", "VERB", "acl:relcl", 0),
    ]
    assert arc(find("es", rows, {0: f"Number={number}", 2: PAST}), 1)[0] == label
