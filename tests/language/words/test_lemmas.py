import pytest
from parses import Row, blank, parse

from kg.language.words.lemmas import LemmaNormaliser


@pytest.fixture(scope="module")
def pt() -> LemmaNormaliser:
    return LemmaNormaliser(blank("pt"), "lemmas")


@pytest.fixture(scope="module")
def en() -> LemmaNormaliser:
    return LemmaNormaliser(blank("en"), "lemmas")


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "expected"),
    [
        ("Rússia", "Rússia", "PROPN", "rússia"),
        ("reuniu-se", "reunir-se", "VERB", "reunir"),
        ("atacá-lo", "atacar ele", "VERB", "atacar"),
        ("impuseram", "impuser", "VERB", "impor"),
        ("Assinou", "assinou", "VERB", "assinar"),
        ("xilografaram", "xilografar", "VERB", "xilografar"),
        ("ataque", "ataque", "NOUN", "ataque"),
    ],
)
def test_portuguese_lemma(
    pt: LemmaNormaliser, word: str, lemma: str, pos: str, expected: str
) -> None:
    row: Row = (word, lemma, pos, "ROOT", 0)
    assert pt(parse("pt", [row]))[0].lemma_ == expected


def test_irregular_form_comes_from_the_table(en: LemmaNormaliser) -> None:
    assert en(parse("en", [("Talks", "talks", "NOUN", "ROOT", 0)]))[0].lemma_ == "talk"


def test_form_of_a_verb_outside_the_lexicon_is_left_alone(pt: LemmaNormaliser) -> None:
    assert "ver" not in pt.verbs
    assert pt(parse("pt", [("viu", "ver", "VERB", "ROOT", 0)]))[0].lemma_ == "ver"


def test_noun_after_a_copula_that_only_a_verb_has_is_its_participle(pt: LemmaNormaliser) -> None:
    rows: list[Row] = [("foi", "ser", "AUX", "cop", 1), ("expulso", "expulso", "NOUN", "ROOT", 1)]
    doc = pt(parse("pt", rows))
    assert (doc[1].pos_, doc[1].lemma_) == ("VERB", "expulsar")
    rows[1] = ("morto", "morto", "NOUN", "ROOT", 1)
    assert pt(parse("pt", rows))[1].pos_ == "NOUN"


@pytest.mark.parametrize(("label", "pos"), [("obj", "NOUN"), ("advmod", "ADV")])
def test_number_that_fills_a_role_is_a_noun(pt: LemmaNormaliser, label: str, pos: str) -> None:
    rows: list[Row] = [
        ("prenderam", "prender", "VERB", "ROOT", 0),
        ("dezenas", "dezena", "ADV", label, 0),
    ]
    assert pt(parse("pt", rows))[1].pos_ == pos


@pytest.mark.parametrize(
    ("word", "lemma"), [("acusándola", "acusar"), ("declararlos", "declarar"), ("sargento", None)]
)
def test_spanish_verb_with_a_pronoun_joined_to_it(word: str, lemma: str | None) -> None:
    es = LemmaNormaliser(blank("es"), "lemmas")
    token = es(parse("es", [(word, word, "NOUN", "ROOT", 0)]))[0]
    assert (token.pos_, token.lemma_) == (("VERB", lemma) if lemma else ("NOUN", word))


def test_participle_without_a_tag_is_a_verb(pt: LemmaNormaliser) -> None:
    rows: list[Row] = [("general", "general", "NOUN", "ROOT", 0), ("preso", "preso", "", "acl", 0)]
    word = pt(parse("pt", rows))[1]
    assert (word.pos_, word.lemma_, str(word.morph)) == ("VERB", "prender", "VerbForm=Part")


@pytest.mark.parametrize(
    ("word", "pos", "label", "verb", "expected"),
    [
        ("civis", "ADJ", "obj", "Sing", "NOUN"),
        ("blindados", "VERB", "xcomp", "Sing", "NOUN"),
        ("presos", "VERB", "xcomp", "Plur", "VERB"),
        ("civis", "ADJ", "amod", "Sing", "ADJ"),
    ],
)
def test_a_bare_plural_with_the_place_of_an_object_is_a_noun(
    pt: LemmaNormaliser, word: str, pos: str, label: str, verb: str, expected: str
) -> None:
    rows: list[Row] = [("moveu", "mover", "VERB", "ROOT", 0), (word, word, pos, label, 0)]
    doc = parse("pt", rows, morphs={0: f"Number={verb}", 1: "Number=Plur|VerbForm=Part"})
    assert pt(doc)[1].pos_ == expected
