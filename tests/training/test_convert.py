from pathlib import Path

import pytest

spacy = pytest.importorskip("spacy")

from training.convert import (  # noqa: E402
    convert,
    find_ranges,
    merge_tags,
    read_sentences,
    to_docs,
)

CONLLU = """\
# sent_id = one
# text = Lula falou da Rússia.
1\tLula\tLula\tPROPN\t_\tGender=Masc|Number=Sing\t2\tnsubj\t_\t_
2\tfalou\tfalar\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_
3-4\tda\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\ta\to\tDET\t_\tDefinite=Def|PronType=Art\t5\tdet\t_\t_
5\tRússia\tRússia\tPROPN\t_\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# sent_id = two
# text = Trata-se disso
1-2\tTrata-se\t_\t_\t_\t_\t_\t_\t_\t_
1\tTrata\ttratar\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_
2\tse\tse\tPRON\t_\t_\t1\texpl\t_\t_
3-4\tdisso\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
4\tisso\tisso\tPRON\t_\t_\t1\tobj\t_\t_
"""

IOB2 = """\
# sent_id = x-0001
1\tLula\tB-PER\t-\ta
2\tfalou\tO\t-\t-
3\tde\tO\t-\t-
4\ta\tO\t-\t-
5\tRússia\tB-LOC\t-\ta
6\t.\tO\t-\t-

# sent_id = x-0002
1\tTrata\tO\t-\t-
2\tse\tO\t-\t-
3\tde\tO\t-\t-
4\tisso\tO\t-\t-
"""


@pytest.fixture
def docs():
    return to_docs(read_sentences(CONLLU, IOB2))


def test_contractions_stay_whole(docs):
    assert [token.text for token in docs[0]] == ["Lula", "falou", "da", "Rússia", "."]
    assert [token.text for token in docs[1]] == ["Trata-se", "disso"]


def test_text_is_that_of_the_treebank(docs):
    assert docs[0].text.strip() == "Lula falou da Rússia."


def test_contraction_takes_head_and_relation_of_its_first_word(docs):
    da = docs[0][2]
    assert (da.dep_, da.head.text, da.pos_) == ("case", "Rússia", "ADP")


def test_contraction_lemma_joins_the_lemmas(docs):
    assert docs[0][2].lemma_ == "de o"
    assert docs[1][0].lemma_ == "tratar se"


def test_contraction_features_are_the_union(docs):
    assert str(docs[0][2].morph) == "Definite=Def|PronType=Art"


def test_entities_land_on_surface_tokens(docs):
    assert [(ent.text, ent.label_) for ent in docs[0].ents] == [("Lula", "PER"), ("Rússia", "LOC")]


def test_without_tags_entities_are_missing_not_absent():
    (doc, _) = to_docs(read_sentences(CONLLU))
    assert not doc.has_annotation("ENT_IOB")
    assert doc.has_annotation("DEP")


def test_sentences_without_entities_are_annotated_as_such(docs):
    assert docs[1].has_annotation("ENT_IOB")
    assert not docs[1].ents


def test_ranges_cover_each_surface_token():
    lines = CONLLU.split("\n\n")[0].splitlines()
    assert find_ranges(line for line in lines if not line.startswith("#")) == [
        (0, 1),
        (1, 2),
        (2, 4),
        (4, 5),
        (5, 6),
    ]


@pytest.mark.parametrize(
    ("tags", "ranges", "expected"),
    [
        pytest.param(
            ["O", "B-ORG", "I-ORG"], [(0, 2), (2, 3)], ["O", "B-ORG"], id="begins in contraction"
        ),
        pytest.param(
            ["B-ORG", "I-ORG", "I-ORG", "I-ORG"],
            [(0, 1), (1, 3), (3, 4)],
            ["B-ORG", "I-ORG", "I-ORG"],
            id="contraction inside",
        ),
        pytest.param(["B-PER", "B-LOC"], [(0, 1), (1, 2)], ["B-PER", "B-LOC"], id="no contraction"),
        pytest.param(["I-PER", "O"], [(0, 1), (1, 2)], ["B-PER", "O"], id="lost beginning"),
        pytest.param([], [], [], id="empty"),
    ],
)
def test_merge_tags(tags, ranges, expected):
    assert merge_tags(tags, ranges) == expected


def test_files_of_different_length_are_refused():
    with pytest.raises(ValueError, match="2 sentences, but entity tags for 1"):
        read_sentences(CONLLU, IOB2.split("\n\n")[0])


def test_sentence_of_different_length_is_named():
    short = IOB2.replace("6\t.\tO\t-\t-\n", "")
    with pytest.raises(ValueError, match="sentence one: 6 words, but 5 entity tags"):
        read_sentences(CONLLU, short)


def test_convert_joins_sentences(tmp_path: Path):
    source, tags, out = tmp_path / "a.conllu", tmp_path / "a.iob2", tmp_path / "b" / "a.spacy"
    source.write_text(CONLLU, encoding="utf-8")
    tags.write_text(IOB2, encoding="utf-8")
    assert convert(source, out, entities=tags, sentences_per_doc=5) == 1
    nlp = spacy.blank("pt")
    (doc,) = spacy.tokens.DocBin().from_disk(out).get_docs(nlp.vocab)
    assert [sent.text for sent in doc.sents] == ["Lula falou da Rússia.", "Trata-se disso"]
