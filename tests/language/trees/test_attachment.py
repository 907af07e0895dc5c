"""French parses with words on the wrong noun or verb."""

from parses import Row, parse
from spacy.tokens import Span

from kg.language.trees.ud import to_universal_dependencies


def mended(rows: list[Row], morphs: dict[int, str]) -> dict[str, tuple[str, str]]:
    doc = to_universal_dependencies(parse("fr", rows, morphs=morphs))
    return {token.text: (token.dep_, token.head.text) for token in doc}


PERFECT = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def test_que_after_a_noun_and_a_comma_opens_a_relative_clause() -> None:
    found = mended(
        [
            ("quitté", "quitter", "VERB", "ROOT", 0),
            ("Oslo", "oslo", "PROPN", "obj", 0),
            (",", ",", "PUNCT", "punct", 0),
            ("que", "que", "SCONJ", "mark", 6),
            ("rebelles", "rebelle", "NOUN", "nsubj", 6),
            ("ont", "avoir", "AUX", "aux", 6),
            ("prise", "prendre", "VERB", "advcl", 0),
        ],
        {5: PERFECT},
    )
    assert found["prise"] == ("acl:relcl", "Oslo")


def test_an_adjective_hangs_on_the_noun_that_it_agrees_with() -> None:
    rows: list[Row] = [
        ("gardiens", "gardien", "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 2),
        ("révolution", "révolution", "NOUN", "nmod", 0),
        ("iraniens", "iranien", "ADJ", "amod", 2),
    ]
    plural, singular = "Gender=Masc|Number=Plur", "Gender=Fem|Number=Sing"
    assert mended(rows, {0: plural, 2: singular, 3: plural})["iraniens"] == ("amod", "gardiens")
    assert mended(rows, {0: plural, 2: singular, 3: singular})["iraniens"][1] == "révolution"


def test_a_preposition_before_a_second_subject_makes_a_modifier_of_it() -> None:
    found = mended(
        [
            ("visite", "visite", "NOUN", "nsubj", 4),
            ("à", "à", "ADP", "mark", 4),
            ("Oslo", "oslo", "PROPN", "nsubj", 4),
            ("a", "avoir", "AUX", "aux", 4),
            ("duré", "durer", "VERB", "ROOT", 4),
        ],
        {3: PERFECT},
    )
    assert found["Oslo"] == ("nmod", "visite")
    assert found["à"] == ("case", "Oslo")


def test_a_second_subject_with_a_conjunction_is_a_conjunct() -> None:
    found = mended(
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 4),
            ("et", "et", "CCONJ", "cc", 2),
            ("Rome", "rome", "PROPN", "nsubj", 4),
            ("ont", "avoir", "AUX", "aux", 4),
            ("construit", "construire", "VERB", "ROOT", 4),
            ("ensemble", "ensemble", "NOUN", "obj", 4),
        ],
        {3: PERFECT},
    )
    assert found["Rome"] == ("conj", "Oslo")
    assert found["ensemble"] == ("advmod", "construit")


def test_visant_counts_as_a_preposition() -> None:
    found = mended(
        [
            ("ouvert", "ouvrir", "VERB", "ROOT", 0),
            ("enquête", "enquête", "NOUN", "obj", 0),
            ("visant", "viser", "VERB", "acl", 1),
            ("Oslo", "oslo", "PROPN", "obj", 2),
        ],
        {},
    )
    assert found["Oslo"] == ("nmod", "enquête")
    assert found["visant"] == ("case", "Oslo")


def test_a_perfect_with_avoir_has_an_active_subject() -> None:
    rows: list[Row] = [
        ("Paris", "paris", "PROPN", "nsubj:pass", 2),
        ("a", "avoir", "AUX", "aux", 2),
        ("démenti", "démentir", "VERB", "ROOT", 2),
    ]
    assert mended(rows, {1: PERFECT})["Paris"] == ("nsubj", "démenti")
    rows[1:1] = [("été", "être", "AUX", "aux:pass", 3)]
    rows = [(*row[:4], 3) for row in rows]
    assert mended(rows, {2: PERFECT})["Paris"][0] == "nsubj:pass"


def test_the_name_that_begins_a_sentence_is_its_subject() -> None:
    rows: list[Row] = [
        ("Dupont", "dupont", "PROPN", "obl", 3),
        (",", ",", "PUNCT", "punct", 0),
        ("est", "être", "AUX", "aux", 3),
        ("engagé", "engager", "VERB", "ROOT", 3),
    ]
    doc = parse("fr", rows, morphs={2: PERFECT})
    doc.ents = [Span(doc, 0, 1, "PER")]
    assert to_universal_dependencies(doc)[0].dep_ == "nsubj"


def test_the_subject_of_an_auxiliary_is_that_of_its_verb() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("a", "avoir", "VERB", "aux", 2),
        ("exigé", "exiger", "VERB", "ROOT", 2),
    ]
    assert mended(rows, {1: PERFECT})["Oslo"] == ("nsubj", "exigé")
