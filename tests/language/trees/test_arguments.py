import pytest
from parses import Row, blank, parse
from spacy.tokens import Span

from kg.language.trees.arguments import ArgumentMender

MENDER = ArgumentMender(blank("pt"), "arguments")
LEAST: list[Row] = [
    ("Pelo", "por o", "ADP", "case", 3),
    ("menos", "menos", "NOUN", "advmod", 2),
    ("14", "14", "NUM", "nummod", 3),
    ("soldados", "soldado", "NOUN", "obl", 4),
    ("morreram", "morrer", "VERB", "ROOT", 4),
]
ADDRESSED: list[Row] = [
    ("pediu", "pedir", "VERB", "ROOT", 0),
    ("a", "o", "DET", "det", 2),
    ("entrega", "entrega", "NOUN", "obj", 0),
    ("do", "de o", "ADP", "case", 4),
    ("general", "general", "NOUN", "nmod", 2),
    (",", ",", "PUNCT", "punct", 7),
    ("à", "a o", "ADP", "case", 7),
    ("Justiça", "justiça", "PROPN", "conj", 4),
]


def test_what_at_least_counts_before_a_verb_is_its_subject() -> None:
    doc = MENDER(parse("pt", LEAST))
    assert [(t.text, t.dep_, t.head.text) for t in doc][:4] == [
        ("Pelo", "advmod", "14"),
        ("menos", "advmod", "14"),
        ("14", "nummod", "soldados"),
        ("soldados", "nsubj", "morreram"),
    ]


def test_what_it_counts_after_a_verb_is_its_object() -> None:
    rows: list[Row] = [
        ("matou", "matar", "VERB", "ROOT", 0),
        *[(word, lemma, pos, dep, head + 1) for word, lemma, pos, dep, head in LEAST[:3]],
        ("soldados", "soldado", "NOUN", "obl", 0),
    ]
    assert MENDER(parse("pt", rows))[4].dep_ == "obj"


def test_a_verb_with_a_subject_gets_no_second_one() -> None:
    rows = [*LEAST, ("civis", "civil", "NOUN", "nsubj", 4)]
    assert MENDER(parse("pt", rows))[3].dep_ == "obl"


def test_an_agent_is_no_minimum() -> None:
    rows = [*LEAST[:1], ("grupo", "grupo", "NOUN", "nmod", 2), *LEAST[2:]]
    assert MENDER(parse("pt", rows))[3].dep_ == "obl"


def test_a_noun_after_a_comma_with_another_preposition_belongs_to_the_verb() -> None:
    justice = MENDER(parse("pt", ADDRESSED))[7]
    assert (justice.dep_, justice.head.text) == ("obl", "pediu")


@pytest.mark.parametrize("change", [(5, ("e", "e", "CCONJ", "cc", 7)), (6, ADDRESSED[3])])
def test_a_true_conjunct_stays(change: tuple[int, Row]) -> None:
    rows = [*ADDRESSED]
    rows[change[0]] = (*change[1][:4], 7)
    assert MENDER(parse("pt", rows))[7].dep_ == "conj"


LETTER: list[Row] = [
    ("Numa", "em um", "ADP", "case", 1),
    ("carta", "carta", "NOUN", "obl", 7),
    ("a", "a", "ADP", "case", 3),
    ("Annan", "annan", "PROPN", "nmod", 1),
    (",", ",", "PUNCT", "punct", 5),
    ("ministro", "ministro", "NOUN", "appos", 3),
    ("cubano", "cubano", "ADJ", "amod", 5),
    ("protestou", "protestar", "VERB", "ROOT", 7),
]
NUMBERS = {5: "Number=Sing", 7: "Number=Sing|VerbForm=Fin"}


def test_an_apposition_to_an_opening_phrase_is_the_subject() -> None:
    minister = MENDER(parse("pt", LETTER, morphs=NUMBERS))[5]
    assert (minister.dep_, minister.head.text) == ("nsubj", "protestou")


@pytest.mark.parametrize(
    "change",
    [
        {7: "Number=Plur|VerbForm=Fin", 5: "Number=Sing"},
        {7: "VerbForm=Inf", 5: "Number=Sing"},
    ],
)
def test_it_stays_where_number_or_form_of_the_verb_forbids_it(change: dict[int, str]) -> None:
    assert MENDER(parse("pt", LETTER, morphs=change))[5].dep_ == "appos"


def test_two_conjuncts_of_an_opening_phrase_are_the_subject() -> None:
    rows: list[Row] = [
        ("Segundo", "segundo", "ADP", "case", 1),
        ("Oslo", "oslo", "PROPN", "obl", 6),
        (",", ",", "PUNCT", "punct", 3),
        ("Roma", "roma", "PROPN", "conj", 1),
        ("e", "e", "CCONJ", "cc", 5),
        ("Malta", "malta", "PROPN", "conj", 1),
        ("saíram", "sair", "VERB", "ROOT", 6),
    ]
    doc = MENDER(parse("pt", rows, morphs={6: "Number=Plur|VerbForm=Fin"}))
    assert (doc[3].dep_, doc[3].head.text) == ("nsubj", "saíram")
    assert (doc[5].dep_, doc[5].head.text) == ("conj", "Roma")


WHOM: list[Row] = [
    ("prendeu", "prender", "VERB", "ROOT", 0),
    ("rebeldes", "rebelde", "NOUN", "obj", 0),
    ("da", "de o", "ADP", "case", 3),
    ("Unita", "unita", "PROPN", "nmod", 1),
    (",", ",", "PUNCT", "punct", 8),
    ("a", "a", "ADP", "case", 6),
    ("quem", "quem", "PRON", "obj", 8),
    ("Luanda", "luanda", "PROPN", "nsubj", 8),
    ("acusa", "acusar", "VERB", "ccomp", 0),
]


def test_a_clause_with_a_relative_after_a_preposition_hangs_on_the_actor_before_it() -> None:
    doc = MENDER(parse("pt", WHOM))
    assert (doc[8].dep_, doc[8].head.text) == ("acl:relcl", "rebeldes")
    assert doc[6].dep_ == "obl"


def test_a_relative_without_a_preposition_stays() -> None:
    rows = [*WHOM[:5], ("e", "e", "CCONJ", "cc", 8), *WHOM[6:]]
    assert MENDER(parse("pt", rows))[8].dep_ == "ccomp"


@pytest.mark.parametrize(
    ("noun", "number", "label"),
    [("mineiros", "Plur", "nsubj"), ("mineiros", "Sing", "obl"), ("semanas", "Plur", "obl")],
)
def test_a_noun_for_actors_without_preposition_is_the_subject(
    noun: str, number: str, label: str
) -> None:
    rows: list[Row] = [
        ("Três", "três", "NUM", "obl", 4),
        ("centenas", "centena", "NOUN", "flat", 0),
        ("de", "de", "ADP", "case", 3),
        (noun, noun.removesuffix("s"), "NOUN", "nmod", 0),
        ("marcharam", "marchar", "VERB", "ROOT", 4),
    ]
    morphs = {3: "Number=Plur", 4: f"Number={number}|VerbForm=Fin"}
    assert MENDER(parse("pt", rows, morphs=morphs))[0].dep_ == label


@pytest.mark.parametrize(("noun", "head"), [("envoy", "envoy"), ("lake", "Sharaa")])
def test_a_conjunct_of_a_name_is_one_of_the_title_before_it(noun: str, head: str) -> None:
    rows: list[Row] = [
        ("the", "the", "DET", "det", 1),
        (noun, noun, "NOUN", "nsubj", 6),
        ("Sharaa", "sharaa", "PROPN", "appos", 1),
        ("and", "and", "CCONJ", "cc", 2),
        ("a", "a", "DET", "det", 5),
        ("commander", "commander", "NOUN", "conj", 2),
        ("signed", "sign", "VERB", "ROOT", 6),
    ]
    doc = ArgumentMender(blank("en"), "arguments")(parse("en", rows))
    assert [doc[i].head.text for i in (3, 5)] == [head, head]


@pytest.mark.parametrize(("between", "label"), [("50", "nummod"), ("battle", "compound")])
def test_a_name_before_a_number_is_who_gets_what_is_counted(between: str, label: str) -> None:
    rows: list[Row] = [
        ("sent", "send", "VERB", "ROOT", 0),
        ("to", "to", "ADP", "case", 4),
        ("Kyiv", "kyiv", "PROPN", "compound", 4),
        (between, between, "NUM", label, 4),
        ("tanks", "tank", "NOUN", "obl", 0),
    ]
    doc = ArgumentMender(blank("en"), "arguments")(parse("en", rows))
    freed = label == "nummod"
    assert [(t.dep_, t.head.text) for t in doc[2:3]] == [
        ("obl", "sent") if freed else ("compound", "tanks")
    ]
    assert (doc[1].head.text, doc[4].dep_) == (("Kyiv", "obj") if freed else ("tanks", "obl"))


SPANISH = ArgumentMender(blank("es"), "arguments")


def test_at_least_after_the_preposition_of_persons_counts_objects() -> None:
    rows: list[Row] = [
        ("mató", "matar", "VERB", "ROOT", 0),
        ("sábado", "sábado", "NOUN", "obj", 0),
        ("a", "a", "ADP", "case", 3),
        ("por", "por", "ADP", "case", 7),
        ("lo", "él", "PRON", "fixed", 3),
        ("menos", "menos", "ADV", "fixed", 3),
        ("23", "23", "NUM", "nummod", 7),
        ("civiles", "civil", "NOUN", "obl", 0),
    ]
    assert SPANISH(parse("es", rows))[7].dep_ == "obj"


def test_who_is_said_of_the_name_before_the_comma() -> None:
    rows: list[Row] = [
        ("llegada", "llegada", "NOUN", "ROOT", 0),
        ("de", "de", "ADP", "case", 2),
        ("Donald", "donald", "PROPN", "nmod", 0),
        ("Trump", "trump", "PROPN", "flat", 2),
        (",", ",", "PUNCT", "punct", 6),
        ("quien", "quien", "PRON", "nsubj", 6),
        ("amenazó", "amenazar", "VERB", "acl:relcl", 0),
    ]
    doc = SPANISH(parse("es", rows))
    assert (doc[6].dep_, doc[6].head.text) == ("acl:relcl", "Donald")


def test_an_infinitive_gets_the_object_after_it() -> None:
    rows: list[Row] = [
        ("admitiu", "admitir", "VERB", "ROOT", 0),
        ("enviar", "enviar", "VERB", "xcomp", 0),
        ("tropas", "tropa", "NOUN", "obj", 0),
    ]
    doc = MENDER(parse("pt", rows, morphs={1: "VerbForm=Inf"}))
    assert doc[2].head.text == "enviar"


@pytest.mark.parametrize(("copula", "label"), [(False, "obj"), (True, "xcomp")])
def test_a_noun_that_nobody_becomes_is_an_object(copula: bool, label: str) -> None:
    """Be it one that is written like an infinitive: "impôs o recolher"."""
    rows: list[Row] = [
        ("entregou", "entregar", "VERB", "ROOT", 0),
        ("o", "o", "AUX", "cop" if copula else "det", 2),
        ("radar", "radar", "NOUN", "xcomp", 0),
    ]
    assert MENDER(parse("pt", rows, morphs={2: "VerbForm=Inf"}))[2].dep_ == label


LATIN: list[Row] = [
    ("declarou", "declarar", "VERB", "ROOT", 0),
    ("o", "o", "DET", "det", 2),
    ("embaixador", "embaixador", "NOUN", "nsubj", 5),
    ("persona", "personar", "VERB", "appos", 2),
    ("non", "non", "X", "flat:foreign", 3),
    ("grata", "gratar", "VERB", "conj", 0),
    ("por", "por", "ADP", "case", 7),
    ("Roma", "roma", "PROPN", "nmod", 3),
]


def test_whom_somebody_declares_something_in_latin_is_the_object() -> None:
    doc = MENDER(parse("pt", LATIN))
    told = {t.text: (t.lemma_, t.dep_, t.head.text) for t in doc}
    assert told["persona"] == ("persona", "xcomp", "declarou")
    assert told["embaixador"] == ("embaixador", "obj", "declarou")
    assert told["Roma"] == ("roma", "obl", "declarou")


def test_what_is_said_after_a_verdict_is_of_another_verb() -> None:
    rows: list[Row] = [
        ("que", "que", "PRON", "obj", 2),
        ("Lima", "lima", "PROPN", "nsubj", 2),
        ("declarou", "declarar", "VERB", "acl:relcl", 7),
        ("persona", "persona", "NOUN", "xcomp", 2),
        ("non", "non", "X", "fixed", 3),
        ("grata", "gratar", "X", "fixed", 3),
        (",", ",", "PUNCT", "punct", 2),
        ("pediu", "pedir", "VERB", "ROOT", 7),
        ("trégua", "trégua", "NOUN", "obj", 7),
    ]
    assert MENDER(parse("pt", rows))[8].head.text == "pediu"


@pytest.mark.parametrize(("number", "label"), [("Plur", "nsubj"), ("Sing", "conj")])
def test_a_noun_joined_to_a_verb_is_the_subject_of_the_verb_after_it(
    number: str, label: str
) -> None:
    rows: list[Row] = [
        ("caíram", "cair", "VERB", "ROOT", 0),
        ("e", "e", "CCONJ", "cc", 2),
        ("mil", "mil", "NOUN", "conj", 0),
        ("fugiram", "fugir", "VERB", "advcl", 0),
    ]
    doc = MENDER(parse("pt", rows, morphs={2: f"Number={number}", 3: "Number=Plur|VerbForm=Fin"}))
    assert doc[2].dep_ == label


def test_a_name_with_a_particle_that_was_taken_for_a_verb_is_one_name() -> None:
    rows: list[Row] = [
        ("Ana", "ana", "PROPN", "nsubj", 2),
        ("von", "von", "PROPN", "flat:name", 0),
        ("der", "dar", "VERB", "ROOT", 2),
        ("Ley", "ley", "PROPN", "flat:name", 2),
        ("saiu", "sair", "VERB", "conj", 2),
    ]
    doc = parse("pt", rows, morphs={4: "Number=Sing|VerbForm=Fin"})
    doc.ents = [Span(doc, 0, 4, "PER")]
    MENDER(doc)
    assert [(t.text, t.dep_, t.head.text) for t in doc] == [
        ("Ana", "nsubj", "saiu"),
        ("von", "flat:name", "Ana"),
        ("der", "flat:name", "Ana"),
        ("Ley", "flat:name", "Ana"),
        ("saiu", "ROOT", "saiu"),
    ]


def test_a_noun_with_its_owner_is_joined_to_the_name_before_it() -> None:
    rows: list[Row] = [
        ("armed", "arm", "VERB", "ROOT", 0),
        ("Hamas", "hamas", "PROPN", "compound", 5),
        ("and", "and", "CCONJ", "cc", 1),
        ("Mali", "mali", "PROPN", "conj", 1),
        ("'s", "'s", "PART", "case", 3),
        ("raiders", "raider", "NOUN", "obj", 0),
    ]
    doc = ArgumentMender(blank("en"), "arguments")(parse("en", rows))
    assert [(doc[i].dep_, doc[i].head.text) for i in (1, 2, 3, 5)] == [
        ("obj", "armed"),
        ("cc", "raiders"),
        ("nmod:poss", "raiders"),
        ("conj", "Hamas"),
    ]


@pytest.mark.parametrize(("article", "label"), [("um", "obl"), (",", "obj")])
def test_a_preposition_that_looks_like_an_article_says_to_whom(article: str, label: str) -> None:
    rows: list[Row] = [
        ("concedeu", "conceder", "VERB", "ROOT", 0),
        ("a", "o", "DET", "det", 2),
        ("Angola", "angola", "PROPN", "obj", 0),
        (
            article,
            article,
            "DET",
            "det" if article == "um" else "punct",
            4 if article == "um" else 0,
        ),
        ("crédito", "crédito", "NOUN", "obj", 0),
    ]
    doc = MENDER(parse("pt", rows))
    assert (doc[2].dep_, doc[1].dep_) == (label, "case" if label == "obl" else "det")


@pytest.mark.parametrize(("tense", "mood"), [("Pres", "Sub"), ("Past", "Ind")])
def test_a_present_of_purpose_is_a_subjunctive(tense: str, mood: str) -> None:
    rows: list[Row] = [
        ("apelou", "apelar", "VERB", "ROOT", 0),
        ("para", "para", "SCONJ", "mark", 3),
        ("que", "que", "SCONJ", "mark", 3),
        ("retomem", "retomar", "VERB", "advcl", 0),
    ]
    doc = MENDER(parse("pt", rows, morphs={3: f"Mood=Ind|Tense={tense}|VerbForm=Fin"}))
    assert doc[3].morph.get("Mood") == [mood]


@pytest.mark.parametrize(("preposition", "root"), [("com", "esteve"), ("contra", "Kallas")])
def test_who_was_with_somebody_met_him(preposition: str, root: str) -> None:
    rows: list[Row] = [
        ("Vieira", "vieira", "PROPN", "nsubj", 3),
        ("esteve", "estar", "AUX", "cop", 3),
        (preposition, preposition, "ADP", "case", 3),
        ("Kallas", "kallas", "PROPN", "ROOT", 3),
    ]
    doc = MENDER(parse("pt", rows))
    assert next(t.text for t in doc if t.dep_ == "ROOT") == root
    assert doc[0].head.text == root


def test_with_whom_somebody_was_elsewhere() -> None:
    rows: list[Row] = [
        ("Vieira", "vieira", "PROPN", "appos", 7),
        ("que", "que", "PRON", "nsubj", 4),
        ("esteve", "estar", "AUX", "cop", 4),
        ("em", "em", "ADP", "case", 4),
        ("Lima", "lima", "PROPN", "nmod", 0),
        ("com", "com", "ADP", "case", 6),
        ("Kallas", "kallas", "PROPN", "nmod", 4),
        ("falou", "falar", "VERB", "ROOT", 7),
    ]
    doc = MENDER(parse("pt", rows))
    assert [(t.dep_, t.head.i) for t in doc[1:7]] == [
        ("nsubj", 2),
        ("acl:relcl", 0),
        ("case", 4),
        ("obl", 2),
        ("case", 6),
        ("obl", 2),
    ]
