from parses import Row, parse
from spacy import blank
from spacy.tokens import Doc

from kg.language.trees.clauses import ClauseMender

PAST, PERFECT = "Tense=Past|VerbForm=Fin", "Tense=Past|VerbForm=Part"
DENIAL: list[Row] = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("denied", "deny", "VERB", "ROOT", 1),
    ("that", "that", "SCONJ", "mark", 5),
    ("troops", "troop", "NOUN", "nsubj", 5),
    ("had", "have", "AUX", "aux", 5),
    ("fired", "fire", "VERB", "ccomp", 1),
    ("and", "and", "CCONJ", "cc", 7),
    ("accused", "accuse", "VERB", "conj", 5),
]


def mend(doc: Doc) -> Doc:
    return ClauseMender(blank(doc.lang_), "clauses")(doc)


def partner(rows: list[Row], morphs: dict[int, str], verb: int) -> str:
    return mend(parse("en", rows, morphs=morphs))[verb].head.text


def test_a_verb_joins_the_clause_of_its_own_form() -> None:
    assert partner(DENIAL, {1: PAST, 4: PAST, 5: PERFECT, 7: PAST}, 7) == "denied"


def test_a_verb_of_the_form_of_both_stays() -> None:
    rows = [row for row in DENIAL if row[0] != "had"]
    rows = [(*row[:4], row[4] - (row[4] > 4)) for row in rows]
    assert partner(rows, {1: PAST, 4: PAST, 6: PAST}, 6) == "fired"


def test_a_participle_under_the_same_auxiliary_stays() -> None:
    assert partner(DENIAL, {1: PAST, 4: PAST, 5: PERFECT, 7: PERFECT}, 7) == "fired"


def test_a_verb_with_a_subject_of_its_own_stays() -> None:
    rows = [*DENIAL[:7], ("Riga", "riga", "PROPN", "nsubj", 8), (*DENIAL[7][:4], 5)]
    assert partner(rows, {1: PAST, 4: PAST, 5: PERFECT, 8: PAST}, 8) == "fired"


def test_the_number_of_the_verb_tells_where_it_belongs() -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("que", "que", "SCONJ", "mark", 4),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
        ("fugiram", "fugir", "VERB", "ccomp", 1),
        ("e", "e", "CCONJ", "cc", 6),
        ("acusou", "acusar", "VERB", "conj", 4),
    ]
    one, many = (f"Mood=Ind|Number={n}|Tense=Past|VerbForm=Fin" for n in ("Sing", "Plur"))
    doc = mend(parse("pt", rows, morphs={1: one, 4: many, 6: one}))
    assert doc[6].head.text == "disse"


def test_a_past_joined_to_an_infinitive_belongs_above() -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("urged", "urge", "VERB", "ROOT", 1),
        ("Quito", "quito", "PROPN", "obj", 1),
        ("to", "to", "PART", "aux", 4),
        ("talk", "talk", "VERB", "xcomp", 1),
        ("asked", "ask", "VERB", "conj", 4),
    ]
    assert partner(rows, {1: PAST, 4: "VerbForm=Inf", 5: PAST}, 5) == "urged"


def test_a_verb_joins_the_nearer_one_that_has_a_subject_of_its_own() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("asked", "ask", "VERB", "ROOT", 1),
        ("and", "and", "CCONJ", "cc", 4),
        ("Riga", "riga", "PROPN", "nsubj", 4),
        ("refused", "refuse", "VERB", "conj", 1),
        ("and", "and", "CCONJ", "cc", 6),
        ("left", "leave", "VERB", "conj", 1),
    ]
    assert partner(rows, {1: PAST, 4: PAST, 6: PAST}, 6) == "refused"
    rows[3] = ("soon", "soon", "ADV", "advmod", 4)
    assert partner(rows, {1: PAST, 4: PAST, 6: PAST}, 6) == "asked"


def test_nothing_finite_is_joined_to_an_infinitive() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("reproche", "reprocher", "VERB", "ROOT", 1),
        ("avoir", "avoir", "AUX", "aux", 3),
        ("tué", "tuer", "VERB", "xcomp", 1),
        ("et", "et", "CCONJ", "cc", 6),
        ("a", "avoir", "AUX", "aux", 6),
        ("saisi", "saisir", "VERB", "conj", 3),
    ]
    present = "Tense=Pres|VerbForm=Fin"
    forms = {1: present, 3: PERFECT, 5: present, 6: PERFECT}
    assert partner(rows, {**forms, 2: "VerbForm=Inf"}, 6) == "reproche"
    assert partner(rows, {**forms, 2: present}, 6) == "tué"


def test_of_two_verbs_with_that_each_the_later_belongs_to_who_tells() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("that", "that", "SCONJ", "mark", 4),
        ("Riga", "riga", "PROPN", "nsubj", 4),
        ("lied", "lie", "VERB", "ccomp", 1),
        ("and", "and", "CCONJ", "cc", 6),
        ("demanded", "demand", "VERB", "conj", 4),
        ("that", "that", "SCONJ", "mark", 9),
        ("it", "it", "PRON", "nsubj", 9),
        ("leave", "leave", "VERB", "ccomp", 6),
    ]
    morphs = {1: PAST, 4: PAST, 6: PAST}
    assert partner(rows, morphs, 6) == "said"
    rows[7] = ("loudly", "loudly", "ADV", "advmod", 9)
    assert partner(rows, morphs, 6) == "lied"


def test_a_bare_participle_joined_to_an_infinitive_belongs_above() -> None:
    rows: list[Row] = [
        ("ont", "avoir", "AUX", "aux", 1),
        ("pressé", "presser", "VERB", "ROOT", 1),
        ("Rome", "rome", "PROPN", "obj", 1),
        ("de", "de", "ADP", "mark", 4),
        ("céder", "céder", "VERB", "xcomp", 1),
        ("et", "et", "CCONJ", "cc", 6),
        ("demandé", "demander", "VERB", "conj", 4),
    ]
    present = "Mood=Ind|Tense=Pres|VerbForm=Fin"
    morphs = {0: present, 1: PERFECT, 4: "VerbForm=Inf", 6: PERFECT}
    assert mend(parse("fr", rows, morphs=morphs))[6].head.text == "pressé"


def test_an_indicative_joined_to_a_subjunctive_belongs_to_the_first_indicative_above() -> None:
    rows: list[Row] = [
        ("prevé", "prever", "VERB", "ROOT", 0),
        ("multar", "multar", "VERB", "xcomp", 0),
        ("a", "a", "ADP", "mark", 3),
        ("protesten", "protestar", "VERB", "ccomp", 1),
        ("y", "y", "CCONJ", "cc", 6),
        ("ha", "haber", "AUX", "aux", 6),
        ("enviado", "enviar", "VERB", "conj", 3),
    ]
    present = "Mood=Ind|Tense=Pres|VerbForm=Fin"
    subjunctive = "Mood=Sub|Tense=Pres|VerbForm=Fin"
    morphs = {0: present, 1: "VerbForm=Inf", 3: subjunctive, 5: present, 6: PERFECT}
    assert mend(parse("es", rows, morphs=morphs))[6].head.text == "prevé"


def when(verb: str) -> str:
    """The label of the clause after a verb and "depois que"."""
    rows: list[Row] = [
        ("Oslo", "Oslo", "PROPN", "nsubj", 1),
        (verb, verb, "VERB", "ROOT", 1),
        ("depois", "depois", "ADV", "advmod", 1),
        ("que", "que", "SCONJ", "mark", 5),
        ("Lima", "Lima", "PROPN", "nsubj", 5),
        ("atacou", "atacar", "VERB", "ccomp", 1),
    ]
    doc = mend(parse("pt", rows))
    return f"{doc[2].head.lemma_} {doc[5].dep_}"


def test_what_tells_when_is_not_what_is_said() -> None:
    assert when("recuar") == "atacar advcl"
    assert when("dizer") == "dizer ccomp"


def test_an_object_after_a_joined_verb_is_its_own_where_the_first_has_one() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("ordered", "order", "VERB", "ROOT", 1),
        ("withdrawal", "withdrawal", "NOUN", "obj", 1),
        ("and", "and", "CCONJ", "cc", 4),
        ("broke", "break", "VERB", "conj", 1),
        ("pacts", "pact", "NOUN", "obj", 1),
        ("with", "with", "ADP", "case", 7),
        ("Bonn", "bonn", "PROPN", "obl", 1),
    ]
    doc = mend(parse("en", rows))
    assert [doc[i].head.text for i in (2, 5, 7)] == ["ordered", "broke", "broke"]
    one = [(*row[:3], "obl", row[4]) if row[0] == "withdrawal" else row for row in rows]
    assert mend(parse("en", one))[5].head.text == "ordered"
