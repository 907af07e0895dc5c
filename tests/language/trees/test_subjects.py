import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc

from kg.language.trees.subjects import SubjectFinder

PAST = "Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"


def find(rows: list[Row], morphs: dict[int, str]) -> Doc:
    finder = SubjectFinder(blank("en"), "subjects")
    return finder(parse("en", rows, morphs=morphs))


def arc(doc: Doc, word: int) -> tuple[str, str]:
    return doc[word].dep_, doc[word].head.text


SPEECH: list[Row] = [
    ("Speaking", "speak", "VERB", "csubj", 5),
    ("in", "in", "ADP", "case", 2),
    ("Oslo", "oslo", "PROPN", "obl", 0),
    (",", ",", "PUNCT", "punct", 2),
    ("Stubb", "stubb", "PROPN", "obl", 0),
    ("warned", "warn", "VERB", "ROOT", 5),
    ("Minsk", "minsk", "PROPN", "obj", 5),
]


def test_a_name_after_the_comma_of_an_opening_clause_is_the_subject() -> None:
    doc = find(SPEECH, {5: PAST})
    assert arc(doc, 4) == ("nsubj", "warned")
    assert arc(doc, 0) == ("advcl", "warned")


def test_a_verb_with_a_subject_keeps_it() -> None:
    rows = [*SPEECH[:4], ("Stubb", "stubb", "PROPN", "nsubj", 5), *SPEECH[5:]]
    assert arc(find(rows, {5: PAST}), 0) == ("csubj", "warned")


def test_a_name_with_a_preposition_is_no_subject() -> None:
    rows = [*SPEECH[:4], ("with", "with", "ADP", "case", 5), ("Stubb", "stubb", "PROPN", "obl", 0)]
    rows += [("warned", "warn", "VERB", "ROOT", 6)]
    rows[0] = ("Speaking", "speak", "VERB", "csubj", 6)
    assert arc(find(rows, {6: PAST}), 5) == ("obl", "Speaking")


REQUEST: list[Row] = [
    ("At", "at", "ADP", "case", 2),
    ("the", "the", "DET", "det", 2),
    ("request", "request", "NOUN", "obl", 10),
    ("of", "of", "ADP", "case", 4),
    ("Lima", "lima", "PROPN", "nmod", 2),
    (",", ",", "PUNCT", "punct", 4),
    ("Chile", "chile", "PROPN", "conj", 4),
    ("and", "and", "CCONJ", "cc", 8),
    ("Peru", "peru", "PROPN", "conj", 6),
    ("were", "be", "AUX", "aux:pass", 10),
    ("invited", "invite", "VERB", "ROOT", 10),
]


def test_a_list_after_the_comma_is_the_subject_of_a_passive() -> None:
    doc = find(REQUEST, {9: PAST, 10: PARTICIPLE})
    assert arc(doc, 6) == ("nsubj:pass", "invited")
    assert arc(doc, 8) == ("conj", "Chile")


def test_a_command_has_no_subject() -> None:
    assert arc(find(REQUEST, {10: "VerbForm=Inf"}), 6) == ("conj", "Lima")


VERDICT: list[Row] = [
    ("A", "a", "DET", "det", 1),
    ("court", "court", "NOUN", "ROOT", 1),
    ("on", "on", "ADP", "case", 3),
    ("Sunday", "sunday", "PROPN", "nmod", 1),
    ("sentenced", "sentence", "VERB", "acl", 1),
    ("rebels", "rebel", "NOUN", "obj", 4),
]


def test_a_participle_with_an_object_is_the_verb_of_a_verbless_sentence() -> None:
    doc = find(VERDICT, {4: PARTICIPLE})
    assert arc(doc, 4) == ("ROOT", "sentenced")
    assert arc(doc, 1) == ("nsubj", "sentenced")
    assert arc(doc, 3) == ("obl", "sentenced")


def test_who_is_given_something_is_not_the_subject() -> None:
    rows = [
        *VERDICT[:4],
        ("granted", "grant", "VERB", "acl", 1),
        ("asylum", "asylum", *VERDICT[5][2:]),
    ]
    assert arc(find(rows, {4: PARTICIPLE}), 1) == ("ROOT", "court")


def test_a_participle_without_an_object_stays_below_its_noun() -> None:
    assert arc(find(VERDICT[:5], {4: PARTICIPLE}), 4) == ("acl", "court")


BACKED: list[Row] = [
    ("Backed", "back", "VERB", "ROOT", 0),
    ("by", "by", "ADP", "case", 2),
    ("Oslo", "oslo", "PROPN", "obl:agent", 0),
    (",", ",", "PUNCT", "punct", 0),
    ("rebels", "rebel", "NOUN", "obj", 0),
    ("who", "who", "PRON", "nsubj", 6),
    ("fled", "flee", "VERB", "acl:relcl", 4),
    ("won", "win", "VERB", "conj", 0),
]


def test_a_main_verb_is_no_conjunct_of_the_participle_that_opens_the_sentence() -> None:
    doc = find(BACKED, {0: PARTICIPLE, 6: PAST, 7: PAST})
    assert arc(doc, 7) == ("ROOT", "won")
    assert arc(doc, 4) == ("nsubj", "won")
    assert arc(doc, 0) == ("advcl", "won")


def test_a_verb_joined_with_and_stays_where_it_is() -> None:
    rows = [*BACKED[:7], ("and", "and", "CCONJ", "cc", 8), ("won", "win", "VERB", "conj", 0)]
    assert arc(find(rows, {0: PARTICIPLE, 6: PAST, 8: PAST}), 8) == ("conj", "Backed")


PAIR: list[Row] = [
    ("Moscou", "moscou", "PROPN", "ROOT", 0),
    ("et", "et", "CCONJ", "cc", 2),
    ("Pékin", "pékin", "PROPN", "conj", 0),
    ("opposent", "opposer", "VERB", "ROOT", 3),
    ("leur", "son", "DET", "det", 5),
    ("veto", "veto", "NOUN", "obj", 3),
]


def test_a_noun_cut_off_before_its_verb_is_the_subject() -> None:
    doc = find(PAIR, {3: "Tense=Pres|VerbForm=Fin"})
    assert arc(doc, 0) == ("nsubj", "opposent")
    assert len(list(doc.sents)) == 1


def test_a_noun_cut_off_before_and_takes_the_subject_as_its_conjunct() -> None:
    rows = [PAIR[0], ("et", "et", "CCONJ", "cc", 3), ("Pékin", "pékin", "PROPN", "nsubj", 3)]
    doc = find([*rows, *PAIR[3:]], {3: "Tense=Pres|VerbForm=Fin"})
    assert arc(doc, 0) == ("nsubj", "opposent")
    assert arc(doc, 2) == ("conj", "Moscou")


def test_a_sentence_that_ends_is_no_subject_of_the_next() -> None:
    rows = [("Moscou", "moscou", "PROPN", "ROOT", 0), (".", ".", "PUNCT", "punct", 0)]
    rows += [("opposent", "opposer", "VERB", "ROOT", 2)]
    assert arc(find(rows, {2: "Tense=Pres|VerbForm=Fin"}), 0) == ("ROOT", "Moscou")


def test_a_verb_joined_to_the_first_of_its_subjects_gets_both() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "ROOT", 0),
        ("and", "and", "CCONJ", "cc", 3),
        ("Rome", "rome", "PROPN", "nsubj", 3),
        ("signed", "sign", "VERB", "conj", 0),
        ("pact", "pact", "NOUN", "obj", 3),
    ]
    doc = find(rows, {3: PAST})
    assert arc(doc, 3) == ("ROOT", "signed")
    assert arc(doc, 0) == ("nsubj", "signed")
    assert arc(doc, 2) == ("conj", "Oslo")


def impose(preposition: str, noun: tuple[str, str, str]) -> Doc:
    """Days after ACTOR imposed sanctions, with the actor taken for a part of "days"."""
    rows: list[Row] = [
        ("dias", "dia", "NOUN", "ROOT", 0),
        (preposition, preposition, "ADP", "case", 2),
        (*noun, "nmod", 0),
        ("impor", "impor", "VERB", "xcomp", 0),
        ("sanções", "sanção", "NOUN", "obj", 3),
    ]
    doc = parse("pt", rows, morphs={3: "VerbForm=Inf"})
    return SubjectFinder(blank("pt"), "subjects")(doc)


def test_an_actor_between_a_preposition_and_an_infinitive_is_its_subject() -> None:
    doc = impose("após", ("ONU", "onu", "PROPN"))
    assert arc(doc, 2) == ("nsubj", "impor")
    assert arc(doc, 1) == ("mark", "impor")


def test_neither_a_thing_nor_what_another_preposition_governs_is_one() -> None:
    assert arc(impose("após", ("chuvas", "chuva", "NOUN")), 2) == ("nmod", "dias")
    assert arc(impose("em", ("ONU", "onu", "PROPN")), 2) == ("nmod", "dias")


FROZE: list[Row] = [
    ("Japan", "japan", "PROPN", "nsubj", 1),
    ("froze", "freeze", "VERB", "ROOT", 1),
    ("loans", "loan", "NOUN", "obj", 1),
    ("to", "to", "ADP", "case", 4),
    ("India", "india", "PROPN", "nmod", 2),
    ("and", "and", "CCONJ", "cc", 6),
    ("Oman", "oman", "PROPN", "conj", 4),
    ("cancelled", "cancel", "VERB", "advcl", 1),
    ("sales", "sale", "NOUN", "obj", 7),
]


def test_a_name_between_and_and_a_verb_is_its_subject() -> None:
    doc = find(FROZE, {1: PAST, 7: PAST})
    assert arc(doc, 6) == ("nsubj", "cancelled")
    assert arc(doc, 5) == ("cc", "cancelled")
    assert arc(doc, 7) == ("conj", "froze")


def test_a_participle_after_two_names_tells_of_both() -> None:
    assert arc(find(FROZE, {1: PAST, 7: PARTICIPLE}), 6) == ("conj", "India")


def test_the_second_side_of_a_subject_stays_one() -> None:
    joined: list[Row] = [
        ("deal", "deal", "NOUN", "dep", 5),
        ("of", "of", "ADP", "case", 2),
        ("Oslo", "oslo", "PROPN", "nmod", 0),
        ("and", "and", "CCONJ", "cc", 4),
        ("Bonn", "bonn", "PROPN", "conj", 2),
        ("holds", "hold", "VERB", "ROOT", 5),
    ]
    assert arc(find(joined, {5: PAST}), 4) == ("conj", "Oslo")


def test_a_participle_with_an_infinitive_after_a_comma_is_the_verb() -> None:
    rows: list[Row] = [
        ("envoy", "envoy", "NOUN", "ROOT", 0),
        (",", ",", "PUNCT", "punct", 0),
        ("offered", "offer", "VERB", "acl", 0),
        ("go", "go", "VERB", "xcomp", 2),
    ]
    assert arc(find(rows, {2: PARTICIPLE}), 0) == ("nsubj", "offered")
    rows[1] = ("today", "today", "NOUN", "nmod", 0)
    assert arc(find(rows, {2: PARTICIPLE}), 0) == ("ROOT", "envoy")


@pytest.mark.parametrize(("lemma", "noun"), [("launch", True), ("say", False)])
def test_a_plural_noun_that_was_taken_for_a_verb(lemma: str, noun: bool) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("-ed", lemma, "VERB", "ROOT", 1),
        ("its", "its", "PRON", "nmod:poss", 3),
        ("Shield", "shield", "PROPN", "nsubj", 4),
        ("drills", "drill", "VERB", "ccomp", 1),
        ("on", "on", "ADP", "case", 6),
        ("Monday", "monday", "PROPN", "obl", 4),
    ]
    doc = parse("en", rows)
    doc[4].tag_ = "VBZ"
    SubjectFinder(blank("en"), "subjects")(doc)
    found = [(doc[i].dep_, doc[i].head.i) for i in (2, 3, 4)]
    told = [("nmod:poss", 4), ("compound", 4), ("obj", 1)]
    assert (found == told) is noun


def test_a_joined_subject_before_an_aside() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("warned", "warn", "VERB", "ROOT", 1),
        ("envoys", "envoy", "NOUN", "obj", 1),
        ("and", "and", "CCONJ", "cc", 4),
        ("police", "police", "NOUN", "conj", 2),
        (",", ",", "PUNCT", "punct", 1),
        ("acting", "act", "VERB", "advcl", 1),
        (",", ",", "PUNCT", "punct", 1),
        ("held", "hold", "VERB", "conj", 1),
        ("them", "they", "PRON", "obj", 8),
    ]
    doc = find(rows, {1: PAST, 8: PAST})
    assert (doc[4].dep_, doc[4].head.i, doc[8].dep_) == ("nsubj", 8, "conj")


@pytest.mark.parametrize(("preposition", "subject"), [("À", "Bonn"), ("Ni", "Oslo")])
def test_a_subject_behind_a_place_that_was_cut_off(preposition: str, subject: str) -> None:
    rows: list[Row] = [
        (preposition, preposition, "ADP", "case" if preposition == "À" else "cc", 1),
        ("Oslo", "oslo", "PROPN", "ROOT", 1),
        (",", ",", "PUNCT", "punct", 3),
        ("Bonn", "bonn", "PROPN", "conj", 1),
        ("Rome", "rome", "PROPN", "conj", 1),
        ("ont", "avoir", "AUX", "aux", 6),
        ("refusé", "refuser", "VERB", "ROOT", 6),
    ]
    doc = parse("fr", rows, morphs={5: "VerbForm=Fin"})
    found = SubjectFinder(blank("fr"), "subjects")(doc)
    assert [t.text for t in found if t.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(("mark", "subjects"), [(",", ["Bonn"]), ("e", [])])
def test_names_after_the_place_that_opens_a_sentence_are_the_subject(
    mark: str, subjects: list[str]
) -> None:
    rows: list[Row] = [
        ("Em", "em", "ADP", "case", 1),
        ("Oslo", "oslo", "PROPN", "obl", 6),
        (mark, mark, "PUNCT" if mark == "," else "CCONJ", "punct" if mark == "," else "cc", 3),
        ("Bonn", "bonn", "PROPN", "appos", 1),
        ("e", "e", "CCONJ", "cc", 5),
        ("Roma", "roma", "PROPN", "conj", 1),
        ("acordaram", "acordar", "VERB", "ROOT", 6),
    ]
    found = SubjectFinder(blank("pt"), "subjects")(
        parse("pt", rows, morphs={6: "VerbForm=Fin|Number=Plur"})
    )
    assert [t.text for t in found if t.dep_ == "nsubj"] == subjects
    assert found[5].head.text == ("Bonn" if subjects else "Oslo")


def test_what_stands_between_commas_before_a_verb_is_no_subject() -> None:
    rows: list[Row] = [
        ("Em", "em", "ADP", "case", 1),
        ("Oslo", "oslo", "PROPN", "obl", 5),
        (",", ",", "PUNCT", "punct", 3),
        ("capital", "capital", "NOUN", "appos", 1),
        (",", ",", "PUNCT", "punct", 3),
        ("reuniu", "reunir", "VERB", "ROOT", 5),
    ]
    found = SubjectFinder(blank("pt"), "subjects")(parse("pt", rows, morphs={5: "VerbForm=Fin"}))
    assert not [t for t in found if t.dep_ == "nsubj"]
