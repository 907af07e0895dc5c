import pytest
from parses import Row, grammar, parse

from kg.extract.syntax.scope import effect_of, governors, is_attendant, is_negated
from kg.extract.syntax.tree import nodes


def besides(verb: str, form: str = "VerbForm=Ger") -> list[str]:
    """What governs "threatening" in "Oslo VERB it , threatening"."""
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        (verb, verb, "VERB", "ROOT", 1),
        ("it", "it", "PRON", "obj", 1),
        (",", ",", "PUNCT", "punct", 4),
        ("threatening", "threaten", "VERB", "advcl", 1),
    ]
    doc = parse("en", rows, morphs={4: form})
    return [word.text for word in governors(grammar("en"), nodes(doc)[4])]


def test_what_is_done_besides_is_out_of_reach_of_a_word_of_denial() -> None:
    assert besides("deny") == []
    assert besides("see") == ["see"]
    assert besides("deny", "VerbForm=Inf") == ["deny"]


@pytest.mark.parametrize(("label", "attendant"), [("mark", False), ("obj", True)])
def test_a_marked_participle_is_not_besides(label: str, attendant: bool) -> None:
    rows: list[Row] = [
        ("left", "leave", "VERB", "ROOT", 0),
        ("after", "after", "SCONJ", label, 2),
        ("threatening", "threaten", "VERB", "advcl", 0),
    ]
    assert is_attendant(nodes(parse("en", rows, morphs={2: "VerbForm=Ger"}))[2]) is attendant


@pytest.mark.parametrize(("mark", "apart"), [(False, True), (True, False)])
def test_what_a_participle_says_came_before_what_is_denied(mark: bool, apart: bool) -> None:
    rows: list[Row] = [
        ("if", "if", "SCONJ", "mark" if mark else "advmod", 1),
        ("arrested", "arrest", "VERB", "advcl", 3),
        ("he", "he", "PRON", "nsubj", 3),
        ("denied", "deny", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={1: "VerbForm=Part|Tense=Past"})
    assert (governors(grammar("en"), nodes(doc)[1]) == []) is apart


@pytest.mark.parametrize(
    ("lang", "words", "negated"),
    [
        ("en", [("no", "det", 1), ("group", "nsubj", 2)], True),
        ("en", [("neither", "cc:preconj", 1), ("Oslo", "nsubj", 2)], True),
        ("en", [("some", "det", 1), ("group", "nsubj", 2)], False),
        ("fr", [("hier", "advmod", 2), ("personne", "nsubj", 2)], True),
        ("fr", [("une", "det", 1), ("personne", "nsubj", 2)], False),
        ("fr", [("plus", "det", 1), ("soldats", "obj", 2)], False),
        ("pt", [("hoje", "advmod", 2), ("ninguém", "obj", 2)], True),
        ("pt", [("nenhuma", "det", 1), ("cidade", "obl", 2)], False),
    ],
)
def test_nobody_negates_the_verb_in_which_he_takes_part(
    lang: str, words: list[tuple[str, str, int]], negated: bool
) -> None:
    rows: list[Row] = [(word, word, "NOUN", label, head) for word, label, head in words]
    doc = parse(lang, [*rows, ("attacked", "attack", "VERB", "ROOT", 2)])
    assert is_negated(grammar(lang), nodes(doc)[2]) is negated


def test_a_gerund_right_after_a_verb_and_its_particle_is_what_that_is_about() -> None:
    rows: list[Row] = [
        ("ruled", "rule", "VERB", "ROOT", 0),
        ("out", "out", "ADP", "compound:prt", 0),
        ("leaving", "leave", "VERB", "advcl", 0),
    ]
    assert not is_attendant(nodes(parse("en", rows, morphs={2: "VerbForm=Ger"}))[2])


@pytest.mark.parametrize(("effect", "apart"), [("negative", True), ("demanded", False)])
def test_a_subjunctive_clause_stands_apart_unless_it_is_demanded(effect: str, apart: bool) -> None:
    rows: list[Row] = [
        ("agiu", "agir", "VERB", "ROOT", 0),
        ("antes", "antes", "ADV", "mark", 3),
        ("que", "que", "SCONJ", "mark", 3),
        ("saísse", "sair", "VERB", "advcl", 0),
    ]
    doc = parse("pt", rows, morphs={3: "Mood=Sub|VerbForm=Fin"})
    rules = grammar("pt", operators=[{"lemma": ["agir"], "effect": effect}])
    assert (governors(rules, nodes(doc)[3]) == []) is apart


@pytest.mark.parametrize(("above", "reached"), [("rebel", False), ("plan", True)])
def test_a_deed_that_tells_who_somebody_is_is_out_of_reach(above: str, reached: bool) -> None:
    rows: list[Row] = [
        ("deny", "deny", "VERB", "ROOT", 0),
        (above, above, "NOUN", "obj", 0),
        ("of", "of", "ADP", "case", 3),
        ("attack", "attack", "NOUN", "nmod", 1),
    ]
    found = [word.text for word in governors(grammar("en"), nodes(parse("en", rows))[3])]
    assert ("deny" in found) is reached


@pytest.mark.parametrize(("word", "negated"), [("n'", True), ("en", False)])
def test_half_a_negation_denies_nothing(word: str, negated: bool) -> None:
    rows: list[Row] = [
        (word, word, "ADV", "advmod", 1),
        ("envoie", "envoyer", "VERB", "ROOT", 1),
        ("plus", "plus", "ADV", "advmod", 1),
    ]
    assert is_negated(grammar("fr"), nodes(parse("fr", rows))[1]) is negated


@pytest.mark.parametrize(("mark", "effect"), [("de", "negative"), ("a", None)])
def test_an_operator_may_need_its_preposition(mark: str, effect: str | None) -> None:
    rows: list[Row] = [
        ("deixou", "deixar", "VERB", "ROOT", 0),
        (mark, mark, "SCONJ", "mark", 2),
        ("atacar", "atacar", "VERB", "xcomp", 0),
    ]
    rules = grammar("pt", operators=[{"lemma": ["deixar de"], "effect": "negative"}])
    assert effect_of(rules, nodes(parse("pt", rows))[0]) == effect


@pytest.mark.parametrize(("between", "above"), [(";", []), (",", ["deny"])])
def test_a_semicolon_parts_two_statements(between: str, above: list[str]) -> None:
    rows: list[Row] = [
        ("accused", "accuse", "VERB", "ccomp", 3),
        (between, between, "PUNCT", "punct", 3),
        ("all", "all", "PRON", "nsubj", 3),
        ("deny", "deny", "VERB", "ROOT", 3),
    ]
    found = governors(grammar("en"), nodes(parse("en", rows))[0])
    assert [word.text for word in found] == above
