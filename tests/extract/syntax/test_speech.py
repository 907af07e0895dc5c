import pytest
from parses import Row, grammar, parse, texts

from kg.extract.syntax.speech import find_speakers, may_be_speaker
from kg.extract.syntax.tree import nodes

GRAMMAR = grammar("pt")
REPORT: list[Row] = [
    ("Seul", "seul", "PROPN", "nsubj", 1),
    ("estima", "estimar", "VERB", "ROOT", 1),
    ("que", "que", "SCONJ", "mark", 4),
    ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
    ("atacaram", "atacar", "VERB", "ccomp", 1),
]


def test_subject_of_a_verb_of_saying_speaks_its_clause() -> None:
    doc = parse("pt", REPORT)
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["Seul"]


def test_the_verb_of_saying_itself_has_no_speaker() -> None:
    assert find_speakers(GRAMMAR, nodes(parse("pt", REPORT))[1]) == []


def test_participants_are_no_source_of_their_own_event() -> None:
    doc = parse("pt", REPORT)
    assert find_speakers(GRAMMAR, nodes(doc)[4], takes_part=lambda token: token.i == 0) == []


def test_quotation_with_the_speaker_after_it() -> None:
    doc = parse(
        "pt",
        [
            ("Atacaremos", "atacar", "VERB", "ROOT", 0),
            (",", ",", "PUNCT", "punct", 2),
            ("disse", "dizer", "VERB", "parataxis", 0),
            ("Kim", "kim", "PROPN", "nsubj", 2),
        ],
    )
    assert texts(find_speakers(GRAMMAR, nodes(doc)[0])) == ["Kim"]


def test_according_to() -> None:
    doc = parse(
        "pt",
        [
            ("Segundo", "segundo", "ADP", "case", 1),
            ("Kiev", "kiev", "PROPN", "obl", 4),
            (",", ",", "PUNCT", "punct", 1),
            ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
            ("atacaram", "atacar", "VERB", "ROOT", 4),
        ],
    )
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["Kiev"]
    assert GRAMMAR.obliques(nodes(doc)[4], "segundo") == []


def test_according_to_two() -> None:
    rows: list[Row] = [
        ("Segundo", "segundo", "ADP", "case", 1),
        ("Kiev", "kiev", "PROPN", "obl", 5),
        ("e", "e", "CCONJ", "cc", 3),
        ("Seul", "seul", "PROPN", "conj", 1),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 5),
        ("atacaram", "atacar", "VERB", "ROOT", 5),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[5])) == ["Kiev", "Seul"]


def test_speaker_after_the_quotation_that_the_parser_takes_for_an_object() -> None:
    doc = parse(
        "pt",
        [
            ("Atacaram", "atacar", "VERB", "ccomp", 2),
            (",", ",", "PUNCT", "punct", 0),
            ("disse", "dizer", "VERB", "ROOT", 2),
            ("Kim", "kim", "PROPN", "obj", 2),
        ],
    )
    assert texts(find_speakers(GRAMMAR, nodes(doc)[0])) == ["Kim"]


def test_author_of_what_is_cited() -> None:
    doc = parse(
        "pt",
        [
            ("Segundo", "segundo", "ADP", "case", 1),
            ("lista", "lista", "NOUN", "obl", 6),
            ("publicada", "publicar", "VERB", "acl", 1),
            ("por", "por", "ADP", "case", 4),
            ("Kiev", "kiev", "PROPN", "obl:agent", 2),
            ("rebeldes", "rebelde", "NOUN", "nsubj", 6),
            ("atacaram", "atacar", "VERB", "ROOT", 6),
        ],
        morphs={2: "VerbForm=Part"},
    )
    assert texts(find_speakers(GRAMMAR, nodes(doc)[6])) == ["Kiev"]


def test_infinitive_beside_the_main_verb_names_no_speaker() -> None:
    doc = parse(
        "pt",
        [
            ("Kiev", "kiev", "PROPN", "nsubj", 1),
            ("agiu", "agir", "VERB", "ROOT", 1),
            ("ao", "a o", "SCONJ", "mark", 3),
            ("dizer", "dizer", "VERB", "advcl", 1),
            ("que", "que", "SCONJ", "mark", 6),
            ("rebeldes", "rebelde", "NOUN", "nsubj", 6),
            ("atacaram", "atacar", "VERB", "ccomp", 3),
        ],
        morphs={3: "VerbForm=Inf"},
    )
    assert find_speakers(GRAMMAR, nodes(doc)[6]) == []


def test_gerund_reports_no_words() -> None:
    doc = parse(
        "en",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("said", "say", "VERB", "ROOT", 1),
            ("fighting", "fight", "VERB", "ccomp", 1),
        ],
        morphs={2: "VerbForm=Part|Tense=Pres|Aspect=Prog"},
    )
    assert find_speakers(grammar("en"), nodes(doc)[2]) == []


@pytest.mark.parametrize(
    ("pronoun", "speaker", "same"), [("Sing", "Sing", True), ("Plur", "Sing", False)]
)
def test_pronoun_may_be_who_speaks(pronoun: str, speaker: str, same: bool) -> None:
    doc = parse(
        "en",
        [
            ("Kim", "kim", "PROPN", "nsubj", 1),
            ("said", "say", "VERB", "ROOT", 1),
            ("he", "he", "PRON", "nsubj", 3),
            ("attacked", "attack", "VERB", "ccomp", 1),
        ],
        morphs={0: f"Number={speaker}", 2: f"PronType=Prs|Number={pronoun}"},
    )
    assert may_be_speaker(nodes(doc)[2], nodes(doc)[0]) is same
    assert not may_be_speaker(nodes(doc)[0], nodes(doc)[0])


def test_nobody_says_what_a_treaty_or_an_ordinal_stands_before() -> None:
    rows: list[Row] = [
        ("Segundo", "segundo", "ADP", "case", 1),
        ("tratado", "tratado", "NOUN", "obl", 2),
        ("atacaram", "atacar", "VERB", "ROOT", 2),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[2]) == []
    rows = [("segundo", "segundo", "ADJ", "amod", 1), ("porto", "porto", "NOUN", "obl", 2), rows[2]]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[2]) == []


def test_an_event_announced_by_somebody() -> None:
    doc = parse(
        "pt",
        [
            ("saída", "saída", "NOUN", "nsubj", 5),
            (",", ",", "PUNCT", "punct", 2),
            ("dita", "dizer", "VERB", "acl", 0),
            ("por", "por", "ADP", "case", 4),
            ("Kiev", "kiev", "PROPN", "obl:agent", 2),
            ("surpreendeu", "surpreender", "VERB", "ROOT", 5),
        ],
        morphs={2: "VerbForm=Part"},
    )
    assert texts(find_speakers(GRAMMAR, nodes(doc)[0])) == ["Kiev"]


def test_a_clause_of_contrast_is_told_by_the_article() -> None:
    rows: list[Row] = [*REPORT, ("enquanto", "enquanto", "SCONJ", "mark", 6)]
    doc = parse("pt", [*rows, ("saíram", "sair", "VERB", "advcl", 4)])
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["Seul"]
    assert find_speakers(GRAMMAR, nodes(doc)[6]) == []


def test_what_is_said_does_not_report_the_saying() -> None:
    doc = parse(
        "pt",
        [
            ("Oslo", "oslo", "PROPN", "nsubj", 1),
            ("dirá", "dizer", "VERB", "ccomp", 3),
            (",", ",", "PUNCT", "punct", 1),
            ("disse", "dizer", "VERB", "ROOT", 3),
            ("Kim", "kim", "PROPN", "nsubj", 3),
        ],
    )
    assert find_speakers(GRAMMAR, nodes(doc)[3]) == []


def test_a_verb_of_saying_that_wants_an_object_is_no_aside() -> None:
    doc = parse(
        "pt",
        [
            ("querem", "querer", "VERB", "ROOT", 0),
            ("que", "que", "SCONJ", "mark", 3),
            ("Kim", "kim", "PROPN", "nsubj", 3),
            ("diga", "dizer", "VERB", "ccomp", 0),
        ],
    )
    assert find_speakers(GRAMMAR, nodes(doc)[0]) == []


def arrest(*after: Row) -> list[Row]:
    """A reported clause, a comma and what follows from the fourth token on."""
    return [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("atacou", "atacar", "VERB", "ROOT", 1),
        (",", ",", "PUNCT", "punct", 1),
        *after,
    ]


def test_who_listens_is_nothing_told() -> None:
    rows = arrest(
        ("disseram", "dizer", "VERB", "parataxis", 1),
        ("à", "a o", "ADP", "case", 5),
        ("agência", "agência", "NOUN", "obj", 3),
        ("fontes", "fonte", "NOUN", "nsubj", 3),
    )
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[1])) == ["fontes"]


@pytest.mark.parametrize(
    ("lemma", "number", "found"),
    [("rebelde", "Plur", ["rebeldes"]), ("rebelde", "Sing", []), ("plano", "Plur", [])],
)
def test_a_late_speaker_can_speak_and_agrees(lemma: str, number: str, found: list[str]) -> None:
    rows = arrest(("disseram", "dizer", "VERB", "conj", 1), (f"{lemma}s", lemma, "NOUN", "obj", 3))
    doc = parse("pt", rows, morphs={3: "Number=Plur", 4: f"Number={number}"})
    assert texts(find_speakers(GRAMMAR, nodes(doc)[1])) == found


@pytest.mark.parametrize(("word", "found"), [("Como", ["Seul"]), ("Porque", [])])
def test_as_somebody_said(word: str, found: list[str]) -> None:
    rows: list[Row] = [
        (word, word.lower(), "SCONJ", "mark", 1),
        ("disse", "dizer", "VERB", "advcl", 5),
        ("Seul", "seul", "PROPN", "nsubj", 1),
        (",", ",", "PUNCT", "punct", 1),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 5),
        ("atacaram", "atacar", "VERB", "ROOT", 5),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[5])) == found


@pytest.mark.parametrize(("label", "found"), [("mark", ["Seul"]), ("obj", [])])
def test_what_is_told_to_somebody_is_no_relative_clause(label: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("Seul", "seul", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("à", "a o", "ADP", "case", 3),
        ("agência", "agência", "NOUN", "obl", 1),
        ("que", "que", "PRON", label, 6),
        ("Oslo", "oslo", "PROPN", "nsubj", 6),
        ("atacou", "atacar", "VERB", "acl:relcl", 3),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[6])) == found


@pytest.mark.parametrize(("mark", "found"), [(":", ["Seul"]), (";", [])])
def test_a_semicolon_sets_two_headlines_apart(mark: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("Seul", "seul", "PROPN", "nsubj", 1),
        ("diz", "dizer", "VERB", "ROOT", 1),
        (mark, mark, "PUNCT", "punct", 4),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
        ("atacam", "atacar", "VERB", "parataxis", 1),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[4])) == found


def test_neither_an_article_of_law_nor_a_name_with_an_ordinal_is_cited() -> None:
    rows: list[Row] = [
        ("segundo", "segundo", "ADP", "case", 1),
        ("artigo", "artigo", "NOUN", "obl", 3),
        ("8º", "8º", "ADJ", "amod", 1),
        ("atacaram", "atacar", "VERB", "ROOT", 3),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[3]) == []
    rows = [
        ("atacaram", "atacar", "VERB", "ROOT", 0),
        ("o", "o", "DET", "det", 4),
        ('"', '"', "PUNCT", "punct", 4),
        ("Segundo", "segundo", "ADP", "case", 4),
        ("Porto", "porto", "PROPN", "obj", 0),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[0]) == []


def test_whoever_got_hold_of_a_paper_did_not_write_it() -> None:
    rows: list[Row] = [
        ("Segundo", "segundo", "ADP", "case", 1),
        ("lista", "lista", "NOUN", "obl", 5),
        ("obtida", "obter", "VERB", "acl", 1),
        ("por", "por", "ADP", "case", 4),
        ("Kiev", "kiev", "PROPN", "obl:agent", 2),
        ("atacaram", "atacar", "VERB", "ROOT", 5),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Part"})
    assert texts(find_speakers(GRAMMAR, nodes(doc)[5])) == ["lista"]


def test_who_is_cited_at_the_end_tells_the_whole_sentence() -> None:
    rows: list[Row] = [
        ("rebeldes", "rebelde", "NOUN", "nsubj", 1),
        ("atacaram", "atacar", "VERB", "ROOT", 1),
        ("soldados", "soldado", "NOUN", "obj", 1),
        ("que", "que", "PRON", "nsubj", 4),
        ("fugiam", "fugir", "VERB", "acl:relcl", 2),
        (",", ",", "PUNCT", "punct", 6),
        ("segundo", "segundo", "ADP", "case", 7),
        ("Kiev", "kiev", "PROPN", "obl", 4),
        (".", ".", "PUNCT", "punct", 1),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[1])) == ["Kiev"]
    rows[5] = ("hoje", "hoje", "ADV", "advmod", 4)
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[1]) == []


def test_nobody_says_what_a_signed_text_or_a_deal_with_somebody_stands_before() -> None:
    frame = {
        "id": "pt-treatysigned-assinar",
        "lemma": "assinar",
        "pos": "verb",
        "type": "TreatySigned",
        "roles": {"source": ["nsubj"]},
        "example": "Roma assinou.",
    }
    rows: list[Row] = [
        ("Segundo", "segundo", "ADP", "case", 1),
        ("texto", "texto", "NOUN", "obl", 4),
        ("assinado", "assinar", "VERB", "acl", 1),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
        ("saem", "sair", "VERB", "ROOT", 4),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Part"})
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["texto"]
    assert find_speakers(grammar("pt", frames=[frame]), nodes(doc)[4]) == []


def test_a_contraction_opens_no_citation() -> None:
    rows: list[Row] = [
        ("Roma", "roma", "PROPN", "nsubj", 1),
        ("saiu", "sair", "VERB", "ROOT", 1),
        ("do", "de o", "ADP", "case", 3),
        ("acordo", "acordo", "NOUN", "obl", 1),
        ("com", "com", "ADP", "case", 5),
        ("Kiev", "kiev", "PROPN", "nmod", 3),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[1]) == []
    rows[2] = ("de", "de", "ADP", "case", 3)
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[1])) == ["Kiev"]


def test_what_somebody_says_to_have_suffered() -> None:
    rows: list[Row] = [
        ("Seul", "seul", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("ter", "ter", "AUX", "aux", 4),
        ("sido", "ser", "AUX", "aux:pass", 4),
        ("atacada", "atacar", "VERB", "xcomp", 1),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Inf", 3: "VerbForm=Part", 4: "VerbForm=Part"})
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["Seul"]


def test_nobody_says_what_he_leaves_open() -> None:
    rows: list[Row] = [
        ("Seul", "seul", "PROPN", "nsubj", 2),
        ("não", "não", "ADV", "advmod", 2),
        ("disse", "dizer", "VERB", "ROOT", 2),
        ("se", "se", "SCONJ", "mark", 5),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 5),
        ("atacaram", "atacar", "VERB", "ccomp", 2),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[5]) == []
    rows[3] = ("que", "que", "SCONJ", "mark", 5)
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[5])) == ["Seul"]


def test_an_inserted_verb_without_subject_names_nobody() -> None:
    rows: list[Row] = [
        ("Kiev", "kiev", "PROPN", "nsubj", 1),
        ("atacou", "atacar", "VERB", "ROOT", 1),
        (",", ",", "PUNCT", "punct", 4),
        ("se", "se", "PRON", "expl", 4),
        ("disse", "dizer", "VERB", "parataxis", 1),
    ]
    assert find_speakers(GRAMMAR, nodes(parse("pt", rows))[1]) == []


def test_in_whose_eyes_it_is_so() -> None:
    rows: list[Row] = [
        ("Para", "para", "ADP", "case", 1),
        ("Seul", "seul", "PROPN", "obl", 4),
        (",", ",", "PUNCT", "punct", 1),
        ("rebeldes", "rebelde", "NOUN", "nsubj", 4),
        ("atacaram", "atacar", "VERB", "ROOT", 4),
    ]
    doc = parse("pt", rows)
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == ["Seul"]
    assert GRAMMAR.obliques(nodes(doc)[4], "para") == []
    frame = {
        "id": "pt-attack-atacar",
        "lemma": "atacar",
        "pos": "verb",
        "type": "Attack",
        "roles": {"target": ["obl:para"]},
        "example": "Atacaram.",
    }
    assert find_speakers(grammar("pt", frames=[frame]), nodes(parse("pt", rows))[4]) == []


def test_speakers_after_a_compound_verb_agree_with_its_auxiliary() -> None:
    rows: list[Row] = [
        ("Kiev", "kiev", "PROPN", "nsubj", 1),
        ("atacou", "atacar", "VERB", "ROOT", 1),
        (",", ",", "PUNCT", "punct", 4),
        ("tinham", "ter", "AUX", "aux", 4),
        ("dito", "dizer", "VERB", "parataxis", 1),
        ("rebeldes", "rebelde", "NOUN", "obj", 4),
    ]
    morphs = {3: "Number=Plur", 4: "Number=Sing|VerbForm=Part", 5: "Number=Plur"}
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows, morphs=morphs))[1])) == ["rebeldes"]


def test_a_dateline_taken_for_a_subject_does_not_speak() -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 3),
        ("--", "--", "PUNCT", "punct", 0),
        ("Seul", "seul", "PROPN", "nsubj", 3),
        ("disse", "dizer", "VERB", "ROOT", 3),
        ("que", "que", "SCONJ", "mark", 5),
        ("atacaram", "atacar", "VERB", "ccomp", 3),
    ]
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[5])) == ["Seul"]
    rows[1] = (",", ",", "PUNCT", "punct", 0)
    assert texts(find_speakers(GRAMMAR, nodes(parse("pt", rows))[5])) == ["Lima", "Seul"]


@pytest.mark.parametrize(("label", "found"), [("ROOT", ["Seul"]), ("acl:relcl", [])])
def test_what_somebody_says_he_hopes(label: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("Seul", "seul", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", label, 1 if label == "ROOT" else 0),
        ("esperar", "esperar", "VERB", "xcomp", 1),
        ("que", "que", "SCONJ", "mark", 4),
        ("ataquem", "atacar", "VERB", "ccomp", 2),
    ]
    if label != "ROOT":
        rows[0] = ("Seul", "seul", "PROPN", "ROOT", 0)
    doc = parse("pt", rows, morphs={2: "VerbForm=Inf"})
    assert texts(find_speakers(GRAMMAR, nodes(doc)[4])) == found
