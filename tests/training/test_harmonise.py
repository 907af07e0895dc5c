import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.harmonise import harmonise

WORDS = ["Ele", "precisa", "de", "ajuda", "."]
HEADS = [1, 1, 3, 1, 1]
POS = ["PRON", "VERB", "ADP", "NOUN", "PUNCT"]


def parse(vocab, *, deps, heads=HEADS, pos=POS, morphs=None, lemmas=None):
    return Doc(
        vocab,
        words=WORDS,
        heads=heads,
        deps=deps,
        pos=pos,
        morphs=morphs or [""] * 5,
        lemmas=lemmas or ["ele", "precisar", "de", "ajuda", "."],
    )


@pytest.fixture
def vocab():
    return Vocab()


def deps_of(doc):
    return [token.dep_ for token in doc]


def test_name_of_a_relation_follows_the_teacher(vocab):
    gold = parse(vocab, deps=["nsubj", "ROOT", "case", "obl", "punct"])
    teacher = parse(vocab, deps=["nsubj", "ROOT", "case", "obj", "punct"])
    assert deps_of(harmonise(gold, teacher)) == ["nsubj", "ROOT", "case", "obj", "punct"]


def test_teacher_is_not_asked_where_its_head_is_another(vocab):
    gold = parse(vocab, deps=["nsubj", "ROOT", "case", "obl", "punct"])
    teacher = parse(vocab, heads=[1, 1, 3, 0, 1], deps=["nsubj", "ROOT", "case", "obj", "punct"])
    assert deps_of(harmonise(gold, teacher))[3] == "obl"


def test_relation_that_differs_in_kind_is_missing(vocab):
    gold = parse(vocab, deps=["nsubj", "ROOT", "case", "discourse", "punct"])
    teacher = parse(vocab, deps=["nsubj", "ROOT", "case", "obj", "punct"])
    assert deps_of(harmonise(gold, teacher))[3] == ""


def test_tag_is_missing_where_the_teacher_disagrees(vocab):
    deps = ["nsubj", "ROOT", "case", "obl", "punct"]
    gold = parse(vocab, deps=deps)
    teacher = parse(vocab, deps=deps, pos=["PRON", "VERB", "SCONJ", "NOUN", "NOUN"])
    assert [token.pos_ for token in harmonise(gold, teacher)] == [
        "PRON",
        "VERB",
        "",
        "NOUN",
        "PUNCT",
    ]


def test_features_follow_the_teacher(vocab):
    deps = ["nsubj", "ROOT", "case", "obl", "punct"]
    gold = parse(vocab, deps=deps, morphs=["", "", "", "Number=Sing", ""])
    teacher = parse(vocab, deps=deps, morphs=["", "", "", "Gender=Fem|Number=Sing", ""])
    assert str(harmonise(gold, teacher)[3].morph) == "Gender=Fem|Number=Sing"


def test_lemmas_of_pronouns_are_missing(vocab):
    deps = ["nsubj", "ROOT", "case", "obl", "punct"]
    gold = parse(vocab, deps=deps)
    assert [token.lemma_ for token in harmonise(gold, gold)] == ["", "precisar", "", "ajuda", ""]


def test_inputs_stay_as_they_were(vocab):
    gold = parse(vocab, deps=["nsubj", "ROOT", "case", "discourse", "punct"])
    harmonise(gold, gold)
    assert gold[3].dep_ == "discourse"
