import pytest
from annotations import annotate
from parses import Row, grammar, parse, texts
from spacy.tokens import Doc

from kg.extract.syntax.obliques import TIME_TOKENS
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tokens import is_passive
from kg.extract.syntax.tree import nodes


@pytest.fixture(scope="module")
def pt() -> Grammar:
    return grammar("pt")


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


PASSIVE = [
    ("Kiev", "kiev", "PROPN", "nsubj:pass", 2),
    ("foi", "ser", "AUX", "aux:pass", 2),
    ("bombardeada", "bombardear", "VERB", "ROOT", 2),
    ("pela", "por o", "ADP", "case", 4),
    ("Rússia", "rússia", "PROPN", "obl:agent", 2),
]


def test_passive_swaps_subject_and_object(pt: Grammar) -> None:
    verb = nodes(parse("pt", PASSIVE))[2]
    assert texts(pt.fillers(verb, "nsubj")) == ["Rússia"]
    assert texts(pt.fillers(verb, "obj")) == ["Kiev"]


def test_agent_that_the_parser_took_for_an_oblique_is_the_agent(pt: Grammar) -> None:
    rows = [*PASSIVE[:4], ("Rússia", "rússia", "PROPN", "obl", 2)]
    assert texts(pt.fillers(nodes(parse("pt", rows))[2], "nsubj")) == ["Rússia"]


def test_conjoined_subjects_fill_the_slot_together(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("Lula", "lula", "PROPN", "nsubj", 3),
            ("and", "and", "CCONJ", "cc", 2),
            ("Biden", "biden", "PROPN", "conj", 0),
            ("met", "meet", "VERB", "ROOT", 3),
        ],
    )
    assert texts(en.fillers(nodes(doc)[3], "nsubj")) == ["Lula", "Biden"]


def test_relative_pronoun_stands_for_its_antecedent(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("rebels", "rebel", "NOUN", "nsubj", 4),
            ("who", "who", "PRON", "nsubj", 2),
            ("attacked", "attack", "VERB", "acl:relcl", 0),
            ("Goma", "goma", "PROPN", "obj", 2),
            ("fled", "flee", "VERB", "ROOT", 4),
        ],
    )
    assert texts(en.fillers(nodes(doc)[2], "nsubj")) == ["rebels"]


def test_infinitive_is_controlled_by_the_object_above(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("Seoul", "seoul", "PROPN", "nsubj", 1),
            ("urged", "urge", "VERB", "ROOT", 1),
            ("Beijing", "beijing", "PROPN", "obj", 1),
            ("to", "to", "PART", "aux", 4),
            ("withdraw", "withdraw", "VERB", "xcomp", 1),
        ],
        morphs={4: "VerbForm=Inf"},
    )
    assert texts(en.fillers(nodes(doc)[4], "nsubj")) == ["Beijing"]


def test_conjoined_verb_shares_the_subject(pt: Grammar) -> None:
    doc = parse(
        "pt",
        [
            ("Paris", "paris", "PROPN", "nsubj", 1),
            ("condenou", "condenar", "VERB", "ROOT", 1),
            ("e", "e", "CCONJ", "cc", 3),
            ("sancionou", "sancionar", "VERB", "conj", 1),
            ("Minsk", "minsk", "PROPN", "obj", 3),
        ],
    )
    assert texts(pt.fillers(nodes(doc)[3], "nsubj")) == ["Paris"]


def test_event_noun_takes_the_subject_and_obliques_of_its_light_verb(pt: Grammar) -> None:
    doc = parse(
        "pt",
        [
            ("Lavrov", "lavrov", "PROPN", "nsubj", 1),
            ("manteve", "manter", "VERB", "ROOT", 1),
            ("conversações", "conversação", "NOUN", "obj", 1),
            ("com", "com", "ADP", "case", 4),
            ("Choe", "choe", "PROPN", "obl", 1),
        ],
    )
    assert texts(pt.fillers(nodes(doc)[2], "nsubj")) == ["Lavrov"]
    assert texts(pt.fillers(nodes(doc)[2], "obl:com")) == ["Choe"]


def test_contraction_counts_as_its_preposition(pt: Grammar) -> None:
    doc = parse(
        "pt",
        [
            ("retirada", "retirada", "NOUN", "ROOT", 0),
            ("das", "de o", "ADP", "case", 2),
            ("tropas", "tropa", "NOUN", "nmod", 0),
        ],
    )
    assert texts(pt.fillers(nodes(doc)[0], "obl:de")) == ["tropas"]


def test_possessor_and_compound_and_adjective_are_owners(en: Grammar) -> None:
    doc = parse(
        "en",
        [
            ("Russia", "russia", "PROPN", "nmod:poss", 3),
            ("'s", "'s", "PART", "case", 0),
            ("air", "air", "NOUN", "compound", 3),
            ("strike", "strike", "NOUN", "ROOT", 3),
        ],
    )
    assert texts(en.fillers(nodes(doc)[3], "poss")) == ["Russia", "air"]


def test_unfilled_slot_is_empty(en: Grammar) -> None:
    doc = parse("en", [("fled", "flee", "VERB", "ROOT", 0)])
    assert en.fillers(nodes(doc)[0], "nsubj") == []
    assert en.fillers(nodes(doc)[0], "obl:with") == []


def test_path_does_not_enter_an_asserted_clause(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("agreed", "agree", "VERB", "ROOT", 1),
        ("Moscow", "moscow", "PROPN", "nsubj", 3),
        ("invaded", "invade", "VERB", "ccomp", 1),
        ("Georgia", "georgia", "PROPN", "obj", 3),
    ]
    asserted = parse("en", rows, morphs={3: "Mood=Ind|VerbForm=Fin"})
    intended = parse("en", rows, morphs={3: "VerbForm=Inf"})
    assert en.fillers(nodes(asserted)[1], "xcomp>obj") == []
    assert texts(en.fillers(nodes(intended)[1], "xcomp>obj")) == ["Georgia"]


HAVING_ASKED = [
    ("Paris", "paris", "PROPN", "nsubj", 3),
    ("está", "estar", "AUX", "cop", 3),
    ("de", "de", "ADP", "case", 3),
    ("acordo", "acordo", "NOUN", "ROOT", 3),
    ("tendo", "ter", "AUX", "aux", 5),
    ("pedido", "pedir", "VERB", "acl", 3),
    ("tropas", "tropa", "NOUN", "obj", 5),
]


def test_perfect_gerund_is_active_and_its_subject_that_of_the_nominal_predicate(
    pt: Grammar,
) -> None:
    verb = nodes(parse("pt", HAVING_ASKED, morphs={5: "VerbForm=Part"}))[5]
    assert texts(pt.fillers(verb, "nsubj")) == ["Paris"]
    assert texts(pt.fillers(verb, "obj")) == ["tropas"]


def test_head_is_the_word_above_an_event_noun(pt: Grammar) -> None:
    rows = [
        ("Havel", "havel", "PROPN", "nsubj", 1),
        ("falou", "falar", "VERB", "ROOT", 1),
        ("em", "em", "ADP", "case", 3),
        ("visita", "visita", "NOUN", "obl", 1),
    ]
    noun = nodes(parse("pt", rows, morphs={1: "Mood=Ind|VerbForm=Fin"}))[3]
    assert texts(pt.fillers(noun, "head>nsubj")) == ["Havel"]


def test_a_gerund_on_what_is_held_belongs_to_who_holds_it(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("a", "a", "DET", "det", 3),
        ("briefing", "briefing", "NOUN", "obj", 1),
        ("accusing", "accuse", "VERB", "acl", 3),
        ("Minsk", "minsk", "PROPN", "obj", 4),
    ]
    doc = parse("en", rows, morphs={4: "Tense=Pres|VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[4], "nsubj")) == ["Oslo"]


def test_a_gerund_on_who_is_held_belongs_to_them(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("rebels", "rebel", "NOUN", "obj", 1),
        ("fighting", "fight", "VERB", "acl", 2),
        ("Minsk", "minsk", "PROPN", "obj", 3),
    ]
    doc = parse("en", rows, morphs={3: "Tense=Pres|VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[3], "nsubj")) == ["rebels"]


def test_the_light_verb_of_a_gerund_keeps_its_noun_as_subject(en: Grammar) -> None:
    rows = [
        ("students", "student", "NOUN", "ROOT", 0),
        ("holding", "hold", "VERB", "acl", 0),
        ("talks", "talk", "NOUN", "obj", 1),
    ]
    doc = parse("en", rows, morphs={1: "Tense=Pres|VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[1], "nsubj")) == ["students"]


def test_a_time_fills_no_slot(en: Grammar) -> None:
    rows = [
        ("On", "on", "ADP", "case", 1),
        ("Monday", "monday", "PROPN", "obl", 3),
        ("Oslo", "oslo", "PROPN", "nsubj", 3),
        ("spoke", "speak", "VERB", "ROOT", 3),
        ("on", "on", "ADP", "case", 5),
        ("Minsk", "minsk", "PROPN", "obl", 3),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[3], "obl:on")) == ["Monday", "Minsk"]
    doc = parse("en", rows)  # what is read once stays with a Doc
    doc.user_data[TIME_TOKENS] = frozenset([0, 1])
    assert texts(en.fillers(nodes(doc)[3], "obl:on")) == ["Minsk"]


def test_words_that_open_a_link_fill_no_slot(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("acted", "act", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 3),
        ("response", "response", "NOUN", "obl", 1),
        ("in", "in", "ADP", "case", 5),
        ("Minsk", "minsk", "PROPN", "obl", 1),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[1], "obl:in")) == ["Minsk"]


def test_participle_before_the_clause_is_passive(en: Grammar) -> None:
    rows = [
        ("Pardoned", "pardon", "VERB", "advcl", 4),
        ("by", "by", "ADP", "case", 2),
        ("Lima", "lima", "PROPN", "obl:agent", 0),
        ("rebels", "rebel", "NOUN", "nsubj", 4),
        ("left", "leave", "VERB", "ROOT", 4),
    ]
    doc = parse("en", rows, morphs={0: "Tense=Past|VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[0], "nsubj")) == ["Lima"]
    assert texts(en.fillers(nodes(doc)[0], "obj")) == ["rebels"]


def test_what_one_is_accused_of_leaves_the_participle_passive(pt: Grammar) -> None:
    rows = [
        ("Acusado", "acusar", "VERB", "advcl", 4),
        ("de", "de", "ADP", "case", 2),
        ("espionagem", "espionagem", "NOUN", "obj", 0),
        ("Otero", "otero", "PROPN", "nsubj", 4),
        ("fugiu", "fugir", "VERB", "ROOT", 4),
    ]
    doc = parse("pt", rows, morphs={0: "VerbForm=Part"})
    assert texts(pt.fillers(nodes(doc)[0], "obj")) == ["Otero"]
    assert texts(pt.fillers(nodes(doc)[0], "nsubj")) == []


@pytest.mark.parametrize(("form", "role"), [("Fin", "obj"), ("Inf", "nsubj")])
def test_verb_with_a_copula_is_passive_unless_an_infinitive(
    pt: Grammar, form: str, role: str
) -> None:
    rows = [
        ("Otero", "otero", "PROPN", "nsubj", 2),
        ("foi", "ser", "AUX", "cop", 2),
        ("expulsa", "expulsar", "VERB", "ROOT", 2),
    ]
    doc = parse("pt", rows, morphs={2: f"VerbForm={form}"})
    assert texts(pt.fillers(nodes(doc)[2], role)) == ["Otero"]


@pytest.mark.parametrize(
    ("agent", "pos", "subject"), [("rebels", "PROPN", "rebels"), ("phone", "NOUN", "Oslo")]
)
def test_agent_phrase_makes_a_passive_but_means_do_not(
    en: Grammar, agent: str, pos: str, subject: str
) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("by", "by", "ADP", "case", 3),
        (agent, agent, pos, "obl:agent", 1),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[1], "nsubj")) == [subject]


@pytest.mark.parametrize(("role", "found"), [("obj", ["bill"]), ("obl", [])])
def test_relative_clause_without_a_pronoun_is_about_the_noun(
    en: Grammar, role: str, found: list[str]
) -> None:
    rows = [
        ("saw", "see", "VERB", "ROOT", 0),
        ("bill", "bill", "NOUN", role, 0),
        ("Lima", "lima", "PROPN", "nsubj", 3),
        ("vetoed", "veto", "VERB", "acl:relcl", 1),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[3], "obj")) == found


@pytest.mark.parametrize(("mood", "subject"), [("Ind", "Lima"), ("Sub", "rebeldes")])
def test_who_is_told_controls_no_asserted_clause(pt: Grammar, mood: str, subject: str) -> None:
    rows = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("pediu", "pedir", "VERB", "ROOT", 1),
        ("a", "a", "ADP", "case", 3),
        ("rebeldes", "rebelde", "NOUN", "obj", 1),
        ("saiam", "sair", "VERB", "ccomp", 1),
    ]
    doc = parse("pt", rows, morphs={4: f"Mood={mood}|VerbForm=Fin"})
    assert texts(pt.fillers(nodes(doc)[4], "nsubj")) == [subject]


def test_agent_phrase_of_an_active_verb_is_that_of_its_object(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("condemned", "condemn", "VERB", "ROOT", 1),
        ("raid", "raid", "NOUN", "obj", 1),
        ("by", "by", "ADP", "case", 4),
        ("rebels", "rebel", "NOUN", "obl", 1),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[2], "obl:by")) == ["rebels"]


def test_whose_stands_for_the_antecedent(en: Grammar) -> None:
    rows = [
        ("Lima", "lima", "PROPN", "ROOT", 0),
        ("whose", "whose", "PRON", "nmod:poss", 2),
        ("envoys", "envoy", "NOUN", "nsubj", 3),
        ("met", "meet", "VERB", "acl:relcl", 0),
    ]
    assert texts(en.possessors(nodes(parse("en", rows))[2])) == ["Lima"]


def test_who_is_given_something_is_the_recipient_of_a_passive() -> None:
    rows: list[Row] = [
        ("Kim", "kim", "PROPN", "nsubj:pass", 2),
        ("was", "be", "AUX", "aux:pass", 2),
        ("granted", "grant", "VERB", "ROOT", 2),
        ("asylum", "asylum", "NOUN", "obj", 2),
    ]
    doc = parse("en", rows)
    frame = {"id": "x", "lemma": "grant", "pos": "verb", "type": "AsylumGranted", "example": "x"}
    grants = grammar("en", frames=[{**frame, "roles": {"target": ["iobj"], "theme": ["obj"]}}])
    assert texts(grants.fillers(nodes(doc)[2], "obj")) == ["asylum"]
    assert texts(grants.fillers(nodes(doc)[2], "iobj")) == ["Kim"]
    assert texts(grammar("en").fillers(nodes(parse("en", rows))[2], "obj")) == ["Kim"]


def test_who_a_decision_is_by_controls_its_infinitive(en: Grammar) -> None:
    rows: list[Row] = [
        ("decision", "decision", "NOUN", "nsubj", 5),
        ("by", "by", "ADP", "case", 2),
        ("Oslo", "oslo", "PROPN", "nmod", 0),
        ("to", "to", "PART", "aux", 4),
        ("leave", "leave", "VERB", "acl", 0),
        ("angered", "anger", "VERB", "ROOT", 5),
        ("Riga", "riga", "PROPN", "obj", 5),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Inf"})
    assert texts(en.fillers(nodes(doc)[4], "nsubj")) == ["Oslo"]


def test_a_counted_event_has_the_light_verb_of_what_counts_it(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("series", "series", "NOUN", "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("talks", "talk", "NOUN", "nmod", 2),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[4], "nsubj")) == ["Oslo"]


@pytest.mark.parametrize(("number", "found"), [("Plur", ["Oslo"]), ("Sing", [])])
def test_so_has_an_event_that_is_told_by_how_long_it_lasts(
    en: Grammar, number: str, found: list[str]
) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("hours", "hour", "NOUN", "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("talks", "talk", "NOUN", "nmod", 2),
    ]
    doc = parse("en", rows, morphs={2: f"Number={number}"})
    assert texts(en.fillers(nodes(doc)[4], "nsubj")) == found


@pytest.mark.parametrize(
    ("preposition", "verb", "found"),
    [
        ("among", ("was", "be", "AUX"), ["Lee"]),
        ("with", ("was", "be", "AUX"), ["those"]),
        ("among", ("spoke", "speak", "VERB"), ["those"]),
    ],
)
def test_a_clause_on_those_of_whom_somebody_is_one_is_about_him(
    en: Grammar, preposition: str, verb: tuple[str, str, str], found: list[str]
) -> None:
    rows: list[Row] = [
        ("Lee", "lee", "PROPN", "nsubj", 1),
        (*verb, "ROOT", 1),
        (preposition, preposition, "ADP", "case", 3),
        ("those", "those", "PRON", "obl", 1),
        ("held", "hold", "VERB", "acl", 3),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Part|Voice=Pass"})
    assert texts(en.fillers(nodes(doc)[4], "obj")) == found


def test_who_is_accused_by_another_did_what_hangs_on_that_one() -> None:
    accuse = {
        "id": "a",
        "lemma": "accuse",
        "pos": "verb",
        "type": "Allegation",
        "roles": {},
        "example": "-",
    }
    rows: list[Row] = [
        ("Bern", "bern", "PROPN", "nsubj:pass", 1),
        ("accused", "accuse", "VERB", "ROOT", 1),
        ("by", "by", "ADP", "case", 3),
        ("Oslo", "oslo", "PROPN", "obl:agent", 1),
        ("of", "of", "ADP", "mark", 5),
        ("ignoring", "ignore", "VERB", "acl", 3),
    ]
    doc = parse("en", rows, morphs={1: "VerbForm=Part|Voice=Pass", 5: "VerbForm=Ger"})
    annotate(doc, referents={0: "x", 3: "y"})
    rules = grammar("en", frames=[accuse])
    assert texts(rules.fillers(nodes(doc)[5], "nsubj")) == ["Bern"]


@pytest.mark.parametrize(("noun", "found"), [("dismay", []), ("camp", ["camp"])])
def test_what_somebody_feels_at_it_fills_no_slot(en: Grammar, noun: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("sent", "send", "VERB", "ROOT", 1),
        ("aid", "aid", "NOUN", "obj", 1),
        ("to", "to", "ADP", "case", 4),
        (noun, noun, "NOUN", "obl", 1),
        ("of", "of", "ADP", "case", 6),
        ("Bern", "bern", "PROPN", "nmod", 4),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[1], "obl:to")) == found


@pytest.mark.parametrize(("noun", "found"), [("imposition", ["Oslo"]), ("critic", [])])
def test_what_is_said_to_be_done_has_the_light_verb_of_that(
    en: Grammar, noun: str, found: list[str]
) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        (noun, noun, "NOUN", "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("talks", "talk", "NOUN", "nmod", 2),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[4], "nsubj")) == found


def test_what_is_said_to_be_done_has_its_owner(en: Grammar) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nmod:poss", 2),
        ("'s", "'s", "PART", "case", 0),
        ("imposition", "imposition", "NOUN", "ROOT", 2),
        ("of", "of", "ADP", "case", 4),
        ("sanctions", "sanction", "NOUN", "nmod", 2),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[4], "poss")) == ["Oslo"]


@pytest.mark.parametrize(("preposition", "who"), [("às", "partes"), ("sobre", "Oslo")])
def test_who_is_addressed_is_to_do_what_is_asked(preposition: str, who: str) -> None:
    words = grammar("pt", operators=[{"lemma": ["apelar"], "effect": "demanded"}])
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("apelou", "apelar", "VERB", "ROOT", 1),
        (preposition, "a o", "ADP", "case", 3),
        ("partes", "parte", "NOUN", "obj", 1),
        ("para", "para", "SCONJ", "mark", 6),
        ("que", "que", "SCONJ", "mark", 6),
        ("saiam", "sair", "VERB", "advcl", 1),
    ]
    doc = parse("pt", rows, morphs={6: "VerbForm=Fin|Mood=Sub|Tense=Pres"})
    assert texts(words.fillers(nodes(doc)[6], "nsubj")) == [who]


def test_an_adjectival_participle_is_a_light_verb_too(pt: Grammar) -> None:
    rows = [
        ("diálogo", "diálogo", "NOUN", "ROOT", 0),
        ("mantido", "manter", "VERB", "amod", 0),
        ("por", "por", "ADP", "case", 3),
        ("Lima", "lima", "PROPN", "obl:agent", 1),
    ]
    doc = parse("pt", rows, morphs={1: "VerbForm=Part"})
    assert texts(pt.fillers(nodes(doc)[0], "nsubj")) == ["Lima"]


HAPPENING = [
    ("Clashes", "clash", "NOUN", "nsubj", 1),
    ("erupted", "erupt", "VERB", "ROOT", 1),
    ("with", "with", "ADP", "case", 3),
    ("rebels", "rebel", "NOUN", "obl", 1),
]


def test_a_verb_that_an_event_is_the_subject_of_lends_its_phrases(en: Grammar) -> None:
    assert texts(en.fillers(nodes(parse("en", HAPPENING))[0], "obl:with")) == ["rebels"]


def test_a_verb_with_an_object_lends_none(en: Grammar) -> None:
    rows = [*HAPPENING, ("work", "work", "NOUN", "obj", 1)]
    assert en.fillers(nodes(parse("en", rows))[0], "obl:with") == []


@pytest.mark.parametrize(("between", "found"), [(False, ["Lima"]), (True, [])])
def test_what_stands_against_a_noun_right_before_it_is_its_own(
    en: Grammar, between: bool, found: list[str]
) -> None:
    rows = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("condemned", "condemn", "VERB", "ROOT", 1),
        ("attack", "attack", "NOUN", "obj", 1),
        ("today", "today", "ADV", "advmod", 1 if between else 2),
        ("against", "against", "ADP", "case", 5),
        ("Lima", "lima", "PROPN", "obl", 1),
    ]
    assert texts(en.fillers(nodes(parse("en", rows))[2], "obl:against")) == found


def test_phrases_of_the_participle_of_a_noun_are_its_own(en: Grammar) -> None:
    rows = [
        ("truce", "truce", "NOUN", "ROOT", 0),
        ("agreed", "agree", "VERB", "acl", 0),
        ("with", "with", "ADP", "case", 3),
        ("rebels", "rebel", "NOUN", "obl", 1),
    ]
    doc = parse("en", rows, morphs={1: "VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[0], "obl:with")) == ["rebels"]


def test_a_name_with_a_hyphen_before_a_participle_is_its_agent(en: Grammar) -> None:
    rows = [
        ("Iran", "iran", "PROPN", "obl", 2),
        ("-", "-", "PUNCT", "punct", 2),
        ("backed", "back", "VERB", "amod", 3),
        ("rebels", "rebel", "NOUN", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={2: "VerbForm=Part"})
    assert texts(en.fillers(nodes(doc)[2], "nsubj")) == ["Iran"]
    assert texts(en.fillers(nodes(doc)[2], "obj")) == ["rebels"]


def test_the_name_of_a_headline_is_the_subject_of_its_infinitive(en: Grammar) -> None:
    rows = [
        ("Macron", "macron", "PROPN", "ROOT", 0),
        ("to", "to", "PART", "aux", 2),
        ("visit", "visit", "VERB", "acl", 0),
        ("Lima", "lima", "PROPN", "obj", 2),
    ]
    doc = annotate(parse("en", rows, morphs={2: "VerbForm=Inf"}), referents={0: "macron"})
    assert texts(en.fillers(nodes(doc)[2], "nsubj")) == ["Macron"]


INFINITIVE = [
    ("a", "o", "DET", "det", 1),
    ("decisão", "decisão", "NOUN", "nsubj", 7),
    ("de", "de", "ADP", "case", 3),
    ("Roma", "roma", "PROPN", "nmod", 1),
    ("de", "de", "SCONJ", "mark", 5),
    ("atacar", "atacar", "VERB", "acl", 1),
    ("Tunes", "tunes", "PROPN", "obj", 5),
    ("surpreendeu", "surpreender", "VERB", "ROOT", 7),
]


def test_whose_decision_it_is_controls_its_infinitive(pt: Grammar) -> None:
    doc = annotate(parse("pt", INFINITIVE, morphs={5: "VerbForm=Inf"}), referents={3: "x"})
    assert texts(pt.fillers(nodes(doc)[5], "nsubj")) == ["Roma"]


def test_an_actor_does_itself_what_its_infinitive_says(pt: Grammar) -> None:
    rows: list[Row] = [
        ("foi", "ser", "AUX", "cop", 1),
        ("Roma", "roma", "PROPN", "ROOT", 1),
        ("a", "a", "SCONJ", "mark", 3),
        ("atacar", "atacar", "VERB", "acl", 1),
    ]
    doc = annotate(parse("pt", rows, morphs={3: "VerbForm=Inf"}), referents={1: "x"})
    assert texts(pt.fillers(nodes(doc)[3], "nsubj")) == ["Roma"]


def test_subject_of_a_noun_that_is_a_predicate_controls_what_hangs_on_it(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Roma", "roma", "PROPN", "nsubj", 3),
        ("está", "estar", "AUX", "cop", 3),
        ("em", "em", "ADP", "case", 3),
        ("vias", "via", "NOUN", "ROOT", 3),
        ("de", "de", "SCONJ", "mark", 5),
        ("atacar", "atacar", "VERB", "acl", 3),
    ]
    doc = annotate(parse("pt", rows, morphs={5: "VerbForm=Inf"}))
    assert texts(pt.fillers(nodes(doc)[5], "nsubj")) == ["Roma"]


@pytest.mark.parametrize(("verb", "subject"), [("apelar", ["Quito"]), ("bloquear", ["Lima"])])
def test_who_is_asked_controls_the_purpose_clause_of_a_demand(
    verb: str, subject: list[str]
) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        (verb, verb, "VERB", "ROOT", 1),
        ("a", "a", "ADP", "case", 3),
        ("Quito", "quito", "PROPN", "obj", 1),
        ("para", "para", "SCONJ", "mark", 5),
        ("negociar", "negociar", "VERB", "advcl", 1),
    ]
    asking = grammar("pt", operators=[{"lemma": "apelar", "effect": "demanded"}])
    doc = annotate(parse("pt", rows, morphs={5: "VerbForm=Inf"}), referents={0: "x", 3: "y"})
    assert texts(asking.fillers(nodes(doc)[5], "nsubj")) == subject


@pytest.mark.parametrize(
    ("kind", "opening", "subject"),
    [
        ("Praise", "for", ["Bern"]),
        ("Sentencing", "for", ["Bern"]),
        ("Sentencing", "after", ["Oslo"]),
        ("Visit", "for", ["Oslo"]),
        ("Praise", None, ["Oslo"]),
    ],
)
def test_who_is_praised_did_what_he_is_praised_for(
    kind: str, opening: str | None, subject: list[str]
) -> None:
    praise = {"id": "a", "lemma": "thank", "pos": "verb", "type": kind, "roles": {}, "example": "-"}
    rules = grammar("en", frames=[praise])
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("thanked", "thank", "VERB", "ROOT", 1),
        ("Bern", "bern", "PROPN", "obj", 1),
        (opening or "again", opening or "again", "ADP", "mark" if opening else "advmod", 4),
        ("hosting", "host", "VERB", "advcl", 1),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Ger"})
    annotate(doc, referents={0: "x", 2: "y"})
    assert texts(rules.fillers(nodes(doc)[4], "nsubj")) == subject


@pytest.mark.parametrize(("word", "found"), [("down", ["down"]), ("in", [])])
def test_a_particle_may_be_taken_for_a_preposition(word: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("hunted", "hunt", "VERB", "ROOT", 0),
        (word, word, "ADP", "case", 2),
        ("rebels", "rebel", "NOUN", "obl", 0),
    ]
    assert texts(grammar("en").fillers(nodes(parse("en", rows))[0], "compound:prt")) == found


def test_a_bare_cause_is_no_agent(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Ana", "ana", "PROPN", "nsubj:pass", 2),
        ("foi", "ser", "AUX", "aux:pass", 2),
        ("presa", "prender", "VERB", "ROOT", 2),
        ("por", "por", "ADP", "case", 4),
        ("engano", "engano", "NOUN", "obl:agent", 2),
    ]
    doc = annotate(parse("pt", rows, morphs={4: "Number=Sing"}))
    assert pt.fillers(nodes(doc)[2], "nsubj") == []


def test_a_second_subject_after_the_verb_is_its_object(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("advertiu", "advertir", "VERB", "ROOT", 1),
        ("Quito", "quito", "PROPN", "nsubj", 1),
    ]
    doc = parse("pt", rows)
    assert texts(pt.fillers(nodes(doc)[1], "nsubj")) == ["Lima"]
    assert texts(pt.fillers(nodes(doc)[1], "obj")) == ["Quito"]


def test_an_object_that_hangs_on_the_day_before_it_is_the_object(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("assinou", "assinar", "VERB", "ROOT", 1),
        ("no", "em o", "ADP", "case", 3),
        ("sábado", "sábado", "NOUN", "obl", 1),
        ("protocolos", "protocolo", "NOUN", "amod", 3),
    ]
    doc = parse("pt", rows)
    assert pt.fillers(nodes(doc)[1], "obj") == []
    timed = parse("pt", rows)
    timed.user_data[TIME_TOKENS] = frozenset([2, 3])
    assert texts(pt.fillers(nodes(timed)[1], "obj")) == ["protocolos"]


def test_a_noun_under_a_span_of_time_is_set_where_the_span_is(pt: Grammar) -> None:
    rows: list[Row] = [
        ("após", "após", "ADP", "case", 2),
        ("duas", "dois", "NUM", "nummod", 2),
        ("semanas", "semana", "NOUN", "obl", 6),
        ("de", "de", "ADP", "case", 4),
        ("negociações", "negociação", "NOUN", "nmod", 2),
        ("Lima", "lima", "PROPN", "nsubj", 6),
        ("cedeu", "ceder", "VERB", "ROOT", 6),
    ]
    setting = pt.setting(nodes(parse("pt", rows))[4])
    assert setting is not None
    assert setting.text == "cedeu"


def test_the_antecedent_of_a_relative_is_the_subject_of_a_predicate_noun(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Ana", "ana", "PROPN", "ROOT", 0),
        ("que", "que", "PRON", "nsubj", 4),
        ("esteve", "estar", "AUX", "cop", 4),
        ("em", "em", "ADP", "case", 4),
        ("reunião", "reunião", "NOUN", "acl:relcl", 0),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[4], "nsubj")) == ["Ana"]


def test_a_plural_verb_has_no_single_speaker_for_its_subject(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Recusaram", "recusar", "VERB", "ccomp", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("ministro", "ministro", "NOUN", "nsubj", 1),
    ]
    morphs = {0: "Number=Plur|Person=3|VerbForm=Fin", 2: "Number=Sing"}
    assert pt.fillers(nodes(parse("pt", rows, morphs=morphs))[0], "nsubj") == []
    morphs[0] = "Number=Plur|Person=1|VerbForm=Fin"
    assert texts(pt.fillers(nodes(parse("pt", rows, morphs=morphs))[0], "nsubj")) == ["ministro"]


def test_the_opening_of_what_is_said_is_not_its_subject(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Quito", "quito", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("que", "que", "PRON", "nsubj", 3),
        ("sairá", "sair", "VERB", "ccomp", 1),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[3], "nsubj")) == ["Quito"]


def test_who_tells_of_a_passive_need_not_have_done_it(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Quito", "quito", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("reunião", "reunião", "NOUN", "nsubj:pass", 4),
        ("foi", "ser", "AUX", "aux:pass", 4),
        ("mantida", "manter", "VERB", "ccomp", 1),
    ]
    doc = parse("pt", rows, morphs={3: "VerbForm=Fin|Mood=Ind", 4: "VerbForm=Part"})
    assert pt.fillers(nodes(doc)[2], "nsubj") == []


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [("vinte", "NUM", ["ataque"]), ("centena", "NOUN", ["ataque"]), ("gente", "NOUN", [])],
)
def test_where_more_of_the_same_were_hurt_the_others_died(
    pt: Grammar, word: str, tag: str, expected: list[str]
) -> None:
    rows: list[Row] = [
        ("Dez", "dez", "NUM", "nsubj", 1),
        ("morreram", "morrer", "VERB", "ROOT", 1),
        ("e", "e", "CCONJ", "cc", 4),
        (word, word, tag, "nsubj", 4),
        ("sofreram", "sofrer", "VERB", "conj", 1),
        ("em", "em", "ADP", "case", 6),
        ("ataque", "ataque", "NOUN", "obl", 4),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[1], "obl:em")) == expected


def test_the_second_relative_clause_of_somebody_is_of_him_too(pt: Grammar) -> None:
    rows: list[Row] = [
        ("rebelde", "rebelde", "NOUN", "nsubj", 7),
        ("que", "que", "PRON", "nsubj", 2),
        ("partiu", "partir", "VERB", "acl:relcl", 0),
        ("para", "para", "ADP", "case", 4),
        ("Quito", "quito", "PROPN", "obl", 2),
        ("onde", "onde", "PRON", "obl", 6),
        ("dormiu", "dormir", "VERB", "acl:relcl", 0),
        ("voltou", "voltar", "VERB", "ROOT", 7),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[6], "nsubj")) == ["rebelde"]


def beaten(preposition: str) -> Doc:
    """Fue detenido y golpeado PREPOSITION los guardias."""
    return parse(
        "es",
        [
            ("fue", "ser", "AUX", "aux:pass", 1),
            ("detenido", "detener", "VERB", "ROOT", 1),
            ("y", "y", "CCONJ", "cc", 3),
            ("golpeado", "golpear", "VERB", "conj", 1),
            (preposition, preposition, "ADP", "case", 6),
            ("los", "el", "DET", "det", 6),
            ("guardias", "guardia", "NOUN", "obl", 3),
        ],
        morphs={1: "VerbForm=Part", 3: "VerbForm=Part"},
    )


@pytest.mark.parametrize(("preposition", "agents"), [("por", ["guardias"]), ("ante", [])])
def test_joined_participles_share_the_agent_after_them(preposition: str, agents: list[str]) -> None:
    doc = beaten(preposition)
    assert texts(grammar("es").fillers(nodes(doc)[1], "nsubj")) == agents
    assert texts(grammar("es").fillers(nodes(doc)[3], "nsubj")) == agents


@pytest.mark.parametrize(("kind", "targets"), [("Attack", ["ELN"]), ("Allegation", [])])
def test_whom_an_act_is_attributed_to_is_no_target_of_it(kind: str, targets: list[str]) -> None:
    rules = grammar(
        "es",
        frames=[
            {
                "id": "x",
                "lemma": "atribuir",
                "pos": "verb",
                "type": kind,
                "roles": {},
                "example": "-",
            }
        ],
    )
    rows: list[Row] = [
        ("ataque", "ataque", "NOUN", "ROOT", 0),
        ("atribuido", "atribuir", "VERB", "acl", 0),
        ("a", "a", "ADP", "case", 3),
        ("ELN", "eln", "PROPN", "obl", 1),
    ]
    doc = parse("es", rows, morphs={1: "VerbForm=Part"})
    assert texts(rules.fillers(nodes(doc)[0], "obl:a")) == targets


def test_the_setting_of_what_follows_a_meeting_is_its_verb(pt: Grammar) -> None:
    rows: list[Row] = [
        ("falou", "falar", "VERB", "ROOT", 0),
        ("antes", "antes", "ADV", "advmod", 0),
        ("da", "de o", "ADP", "case", 3),
        ("reunião", "reunião", "NOUN", "obl", 1),
    ]
    setting = pt.setting(nodes(parse("pt", rows))[3])
    assert setting is not None
    assert setting.text == "falou"


def test_a_suspicion_of_something_is_no_agent() -> None:
    rows: list[Row] = [
        ("investigada", "investigar", "VERB", "ROOT", 0),
        ("por", "por", "ADP", "case", 2),
        ("suspeita", "suspeita", "NOUN", "obl", 0),
        ("fugir", "fugir", "VERB", "acl", 2),
    ]
    rules = grammar("pt", actors=["suspeita"])
    doc = annotate(parse("pt", rows, morphs={0: "VerbForm=Part", 2: "Number=Sing"}))
    assert rules.is_cause(nodes(doc)[2])
    assert not rules.is_cause(nodes(annotate(parse("pt", rows[:3], morphs={2: "Number=Sing"})))[2])


def test_the_agent_below_an_oblique_is_that_of_the_passive() -> None:
    rows: list[Row] = [
        ("foi", "ser", "AUX", "aux:pass", 1),
        ("aplaudida", "aplaudir", "VERB", "ROOT", 1),
        ("das", "de", "ADP", "case", 3),
        ("janelas", "janela", "NOUN", "nmod", 1),
        ("por", "por", "ADP", "case", 5),
        ("moradores", "morador", "NOUN", "nmod", 3),
    ]
    assert texts(
        grammar("pt", actors=["morador"]).fillers(nodes(parse("pt", rows))[1], "nsubj")
    ) == ["moradores"]
    assert grammar("pt", actors=[]).fillers(nodes(parse("pt", rows))[1], "nsubj") == []


MARCHED: list[Row] = [
    ("Marcharam", "marchar", "VERB", "ROOT", 0),
    ("estudantes", "estudante", "NOUN", "obj", 0),
]


@pytest.mark.parametrize(
    ("slot", "number", "expected"),
    [("obl:contra", "Plur", ["estudantes"]), ("obj", "Plur", []), ("obl:contra", "Sing", [])],
)
def test_the_object_of_a_verb_without_one_is_its_subject(
    slot: str, number: str, expected: list[str]
) -> None:
    frame = {
        "id": "pt-x",
        "lemma": "marchar",
        "pos": "verb",
        "type": "Demonstration",
        "roles": {"source": ["nsubj"], "target": [slot]},
        "example": "",
    }
    morphs = {0: "Number=Plur|Person=3|VerbForm=Fin", 1: f"Number={number}"}
    verb = nodes(parse("pt", MARCHED, morphs=morphs))[0]
    assert texts(grammar("pt", frames=[frame]).fillers(verb, "nsubj")) == expected


def test_the_participle_that_opens_a_sentence_is_about_its_subject(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Instado", "instar", "VERB", "acl", 4),
        ("por", "por", "ADP", "case", 2),
        ("Paris", "paris", "PROPN", "obl:agent", 0),
        ("Oslo", "oslo", "PROPN", "nsubj", 4),
        ("respondeu", "responder", "VERB", "ROOT", 4),
    ]
    verb = nodes(parse("pt", rows, morphs={0: "VerbForm=Part", 4: "VerbForm=Fin"}))[0]
    assert texts(pt.fillers(verb, "obj")) == ["Oslo"]


def test_who_without_a_noun_does_what_its_clause_says(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("prendeu", "prender", "VERB", "ROOT", 1),
        ("quem", "quem", "PRON", "obj", 1),
        ("protestava", "protestar", "VERB", "acl:relcl", 2),
    ]
    doc = parse("pt", rows, morphs={1: "VerbForm=Fin", 3: "VerbForm=Fin"})
    assert texts(pt.fillers(nodes(doc)[3], "nsubj")) == ["quem"]
    assert texts(pt.fillers(nodes(doc)[1], "obj")) == ["quem"]


@pytest.mark.parametrize(("comma", "expected"), [(",", None), ("then", "said")])
def test_who_tells_of_an_event_need_not_do_it(comma: str, expected: str | None) -> None:
    rows: list[Row] = [
        ("talks", "talk", "NOUN", "ROOT", 0),
        (comma, comma, "PUNCT" if comma == "," else "ADV", "dep", 0),
        ("said", "say", "VERB", "acl", 0),
        ("by", "by", "ADP", "case", 4),
        ("Oslo", "oslo", "PROPN", "obl:agent", 2),
    ]
    doc = parse("en", rows, morphs={2: "VerbForm=Part"})
    light = grammar("en", light_verbs=["say"]).lender(nodes(doc)[0])
    assert (light.text if light is not None else None) == expected


@pytest.mark.parametrize(("between", "found"), [("y", ["civis"]), ("depois", [])])
def test_joined_verbs_share_the_object_after_them(
    pt: Grammar, between: str, found: list[str]
) -> None:
    rows: list[Row] = [
        ("Cercaram", "cercar", "VERB", "ROOT", 0),
        (between, between, "CCONJ", "cc" if found else "advmod", 2),
        ("mataram", "matar", "VERB", "conj", 0),
        ("civis", "civil", "NOUN", "obj", 2),
    ]
    doc = parse("pt", rows, morphs={0: "VerbForm=Fin", 2: "VerbForm=Fin"})
    assert texts(pt.fillers(nodes(doc)[0], "obj")) == found


@pytest.mark.parametrize(("verb", "agents"), [("julgar", []), ("destruir", ["ataque"])])
def test_what_one_is_tried_for_is_no_agent(verb: str, agents: list[str]) -> None:
    frames = [
        {"id": "-", "lemma": "julgar", "pos": "verb", "type": "Charge"},
        {"id": "--", "lemma": "destruir", "pos": "verb", "type": "Attack"},
        {"id": "---", "lemma": "ataque", "pos": "noun", "type": "Attack"},
    ]
    rules = grammar("pt", frames=[f | {"roles": {}, "example": "-"} for f in frames])
    rows: list[Row] = [
        ("foi", "ser", "AUX", "aux:pass", 1),
        ("feito", verb, "VERB", "ROOT", 1),
        ("por", "por", "ADP", "case", 4),
        ("um", "um", "DET", "det", 4),
        ("ataque", "ataque", "NOUN", "obl:agent", 1),
    ]
    doc = parse("pt", rows, morphs={1: "VerbForm=Part"})
    assert texts(rules.fillers(nodes(doc)[1], "nsubj")) == agents


@pytest.mark.parametrize(("linked", "subject"), [({0}, "Oslo"), ({0, 2}, "cidade")])
def test_what_explains_a_name_is_that_name(linked: set[int], subject: str) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "ROOT", 0),
        (",", ",", "PUNCT", "punct", 2),
        ("cidade", "cidade", "NOUN", "appos", 0),
        ("que", "que", "PRON", "nsubj", 4),
        ("proibiu", "proibir", "VERB", "acl:relcl", 2),
    ]
    doc = annotate(parse("pt", rows), referents=dict.fromkeys(linked, "oslo"))
    assert texts(grammar("pt").fillers(nodes(doc)[4], "nsubj")) == [subject]


def test_the_relative_object_of_the_verb_above_is_that_of_its_infinitive(pt: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "ROOT", 0),
        ("que", "que", "PRON", "obj", 3),
        ("Lima", "lima", "PROPN", "nsubj", 3),
        ("chegou", "chegar", "VERB", "acl:relcl", 0),
        ("a", "a", "SCONJ", "mark", 5),
        ("louvar", "louvar", "VERB", "xcomp", 3),
    ]
    verb = nodes(parse("pt", rows, morphs={5: "VerbForm=Inf"}))[5]
    assert texts(pt.fillers(verb, "obj")) == ["Oslo"]
    assert texts(pt.fillers(verb, "nsubj")) == ["Lima"]


@pytest.mark.parametrize(("actors", "agents"), [(["guarda"], ["guarda"]), ([], [])])
def test_the_agent_after_an_infinitive_is_that_of_the_participle_above(
    actors: list[str], agents: list[str]
) -> None:
    rows: list[Row] = [
        ("presos", "preso", "NOUN", "ROOT", 0),
        ("forçados", "forçar", "VERB", "acl", 0),
        ("a", "a", "SCONJ", "mark", 3),
        ("marchar", "marchar", "VERB", "xcomp", 1),
        ("pelo", "por", "ADP", "case", 5),
        ("guarda", "guarda", "NOUN", "obl", 3),
    ]
    doc = parse("pt", rows, morphs={1: "VerbForm=Part", 3: "VerbForm=Inf"})
    assert texts(grammar("pt", actors=actors).fillers(nodes(doc)[1], "nsubj")) == agents


def test_who_takes_part_in_a_meeting_yet_to_be_held_may_hang_on_its_day(pt: Grammar) -> None:
    rows: list[Row] = [
        ("reunião", "reunião", "NOUN", "ROOT", 0),
        ("a", "a", "SCONJ", "mark", 2),
        ("manter", "manter", "VERB", "acl", 0),
        ("na", "em", "ADP", "case", 4),
        ("sexta-feira", "sexta-feira", "NOUN", "obl", 2),
        ("entre", "entre", "ADP", "case", 6),
        ("Lima", "lima", "PROPN", "nmod", 4),
        ("e", "e", "CCONJ", "cc", 8),
        ("Oslo", "oslo", "PROPN", "conj", 6),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Inf"})
    assert texts(pt.fillers(nodes(doc)[0], "obl:entre")) == ["Lima", "Oslo"]


def test_a_participle_of_what_explains_a_name_is_about_that_name() -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "ROOT", 0),
        (",", ",", "PUNCT", "punct", 2),
        ("deputado", "deputado", "NOUN", "appos", 0),
        ("morto", "matar", "VERB", "acl", 2),
    ]
    doc = annotate(parse("pt", rows, morphs={3: "VerbForm=Part"}), referents={0: "lima"})
    assert texts(grammar("pt").fillers(nodes(doc)[3], "obj")) == ["Lima"]


def test_an_adverb_of_place_makes_a_preposition_with_the_next_one(pt: Grammar) -> None:
    rows: list[Row] = [
        ("explodiu", "explodir", "VERB", "ROOT", 0),
        ("junto", "junto", "ADV", "advmod", 0),
        ("à", "a o", "ADP", "case", 3),
        ("embaixada", "embaixada", "NOUN", "obl", 1),
    ]
    doc = parse("pt", rows)
    assert texts(pt.fillers(nodes(doc)[0], "obl:junto a")) == ["embaixada"]
    assert pt.fillers(nodes(doc)[0], "obl:a") == []


def test_who_is_asked_in_a_phrase_does_what_is_asked() -> None:
    ask = {
        "id": "ask",
        "lemma": "call",
        "pos": "verb",
        "type": "CallForAction",
        "roles": {"source": ["nsubj"], "target": ["obl:on"]},
        "example": "-",
    }
    rules = grammar("en", frames=[ask], operators=[{"lemma": "call", "effect": "demanded"}])
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("called", "call", "VERB", "ROOT", 1),
        ("on", "on", "ADP", "case", 3),
        ("rebels", "rebel", "NOUN", "obl", 1),
        ("to", "to", "PART", "aux", 5),
        ("leave", "leave", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows, morphs={5: "VerbForm=Inf"})
    doc._.referents = {}
    assert texts(rules.fillers(nodes(doc)[5], "nsubj")) == ["rebels"]
    rows[2] = ("with", "with", "ADP", "case", 3)
    beside = parse("en", rows, morphs={5: "VerbForm=Inf"})
    beside._.referents = {}
    assert texts(rules.fillers(nodes(beside)[5], "nsubj")) == ["Oslo"]


def test_what_is_called_something_is_nobodys_deed() -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("called", "call", "VERB", "ROOT", 1),
        ("talks", "talk", "NOUN", "obj", 1),
        ("a", "a", "DET", "det", 4),
        ("farce", "farce", "NOUN", "appos", 2),
    ]
    rules = grammar("en", light_verbs=["call"])
    assert rules.support(nodes(parse("en", rows))[2]) is None
    assert rules.support(nodes(parse("en", rows[:3]))[2]) is not None


@pytest.mark.parametrize(("shot", "subject"), [("shots", "rebels"), ("soldado", "soldado")])
def test_a_thing_that_is_fired_does_nothing(shot: str, subject: str) -> None:
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "nsubj", 1),
        ("fired", "fire", "VERB", "ROOT", 1),
        (shot, shot, "NOUN", "obj", 1),
        ("to", "to", "PART", "aux", 4),
        ("disperse", "disperse", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows, morphs={4: "VerbForm=Inf"})
    doc._.referents = {}
    assert texts(grammar("en").fillers(nodes(doc)[4], "nsubj")) == [subject]


@pytest.mark.parametrize(("object_label", "subject"), [("obj", ["rebeldes"]), ("obl", ["Oslo"])])
def test_of_whom_a_relative_clause_says_it_is_the_subject_of_what_it_says(
    object_label: str, subject: list[str]
) -> None:
    rows: list[Row] = [
        ("rebeldes", "rebelde", "NOUN", "ROOT", 0),
        ("que", "que", "PRON", "obj", 3),
        ("Oslo", "oslo", "PROPN", "nsubj", 3),
        ("diz", "dizer", "VERB", "acl:relcl", 0),
        ("ter", "ter", "AUX", "aux", 5),
        ("matado", "matar", "VERB", "xcomp", 3),
        ("civis", "civil", "NOUN", object_label, 5),
    ]
    doc = parse("pt", rows, morphs={5: "VerbForm=Inf"})
    assert texts(grammar("pt").fillers(nodes(doc)[5], "nsubj")) == subject


@pytest.mark.parametrize(("before", "subject"), [(True, ["raid"]), (False, ["Oslo"])])
def test_that_before_a_verb_of_saying_is_a_relative(before: bool, subject: list[str]) -> None:
    rows: list[Row] = [
        ("raid", "raid", "NOUN", "ROOT", 0),
        ("that", "that", "PRON", "nsubj", 4),
        ("Oslo", "oslo", "PROPN", "nsubj", 3),
        ("says", "say", "VERB", "acl:relcl", 0),
        ("killed", "kill", "VERB", "ccomp", 3),
    ]
    if not before:
        rows = [rows[0], (*rows[2][:4], 2), (*rows[3][:4], 0), rows[1], (*rows[4][:4], 2)]
    doc = parse("en", rows, morphs={4: "VerbForm=Fin"})
    assert texts(grammar("en").fillers(nodes(doc)[4], "nsubj")) == subject


@pytest.mark.parametrize(
    ("number", "mark", "subject"),
    [
        ("Plur", "", ["ministros", "Blinken"]),
        ("Sing", "", ["ministros"]),
        ("Plur", ",", ["ministros", "Lavrov", "Blinken"]),
    ],
)
def test_the_names_of_those_whom_a_plural_means_stand_beside_it(
    number: str, mark: str, subject: list[str]
) -> None:
    rows: list[Row] = [
        ("ministros", "ministro", "NOUN", "nsubj", 5),
        (mark, mark, "PUNCT", "punct", 2),
        ("Lavrov", "lavrov", "PROPN", "appos", 0),
        ("e", "e", "CCONJ", "cc", 4),
        ("Blinken", "blinken", "PROPN", "conj", 2),
        ("falaram", "falar", "VERB", "ROOT", 5),
    ]
    if not mark:
        rows = [(*row[:4], max(row[4] - 1, 0)) for row in (rows[0], *rows[2:])]
    doc = parse("pt", rows, morphs={0: f"Number={number}"})
    assert texts(grammar("pt").fillers(nodes(doc)[len(doc) - 1], "nsubj")) == subject


RECEIVED: dict[str, list[Row]] = {
    "verb": [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("received", "receive", "VERB", "ROOT", 1),
        ("threats", "threat", "NOUN", "obj", 1),
    ],
    "predicate": [
        ("Oslo", "oslo", "PROPN", "nsubj", 2),
        ("was", "be", "AUX", "cop", 2),
        ("target", "target", "NOUN", "ROOT", 2),
        ("of", "of", "ADP", "case", 4),
        ("threats", "threat", "NOUN", "nmod", 2),
    ],
    "apposition": [
        ("Oslo", "oslo", "PROPN", "ROOT", 0),
        ("target", "target", "NOUN", "appos", 0),
        ("of", "of", "ADP", "case", 3),
        ("threats", "threat", "NOUN", "nmod", 1),
    ],
    "under": [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("yielded", "yield", "VERB", "ROOT", 1),
        ("under", "under", "ADP", "case", 3),
        ("threats", "threat", "NOUN", "obl", 1),
    ],
}


@pytest.mark.parametrize("kind", sorted(RECEIVED))
def test_who_receives_what_a_noun_tells_is_not_who_does_it(kind: str) -> None:
    rules, doc = grammar("en", receiving=["receive", "target"]), parse("en", RECEIVED[kind])
    noun = next(token for token in nodes(doc) if token.text == "threats")
    assert texts(rules.receivers(noun)) == ["Oslo"]
    assert rules.fillers(noun, "nsubj") == []
    unknown = nodes(parse("en", RECEIVED[kind]))[noun.i]
    assert texts(grammar("en").receivers(unknown)) == (["Oslo"] if kind == "under" else [])


@pytest.mark.parametrize(
    ("article", "root", "expected"),
    [("Ind", "Condemnation", ["rebel"]), ("Def", "Condemnation", []), ("Ind", "Attack", [])],
)
def test_who_does_something_with_words_utters_them(
    article: str, root: str, expected: list[str]
) -> None:
    rows: list[Row] = [
        ("rebel", "rebel", "NOUN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        ("with", "with", "ADP", "case", 4),
        ("x", "x", "DET", "det", 4),
        ("blow", "blow", "NOUN", "obl", 1),
    ]
    roles = {"source": ["nsubj"], "target": ["obl:at"]}
    told = {"id": "blow", "lemma": "blow", "pos": "noun", "type": root, "roles": roles}
    rules = grammar("en", frames=[{**told, "example": "-"}])
    doc = parse("en", rows, morphs={3: f"Definite={article}"})
    assert texts(rules.fillers(nodes(doc)[4], "nsubj")) == expected


def test_those_joined_after_a_relative_clause_are_not_in_it(pt: Grammar) -> None:
    rows: list[Row] = [
        ("estudantes", "estudante", "NOUN", "ROOT", 0),
        ("que", "que", "PRON", "nsubj", 2),
        ("marcharam", "marchar", "VERB", "acl:relcl", 0),
        ("e", "e", "CCONJ", "cc", 4),
        ("ministros", "ministro", "NOUN", "conj", 0),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[2], "nsubj")) == ["estudantes"]


@pytest.mark.parametrize(("form", "expected"), [("Part", True), ("Inf", False)])
def test_who_remains_held_is_held(form: str, expected: bool) -> None:
    rows: list[Row] = [
        ("homem", "homem", "NOUN", "nsubj", 1),
        ("ficou", "ficar", "VERB", "ROOT", 1),
        ("preso", "prender", "VERB", "xcomp", 1),
    ]
    doc = parse("pt", rows, morphs={2: f"VerbForm={form}"})
    assert is_passive(nodes(doc)[2]) is expected


@pytest.fixture(scope="module")
def es() -> Grammar:
    journey = {
        "id": "es-visit-viaje",
        "lemma": "viaje",
        "pos": "noun",
        "type": "Visit",
        "roles": {"source": ["poss"], "target": ["obl:por"]},
        "example": "El viaje de Lula por Chile.",
    }
    return grammar("es", light_verbs=["hacer", "lanzar"], frames=[journey])


FACED: list[Row] = [
    ("Lima", "lima", "PROPN", "nsubj", 1),
    ("hizo", "hacer", "VERB", "ROOT", 1),
    ("al", "al", "ADP", "case", 3),
    ("ataque", "ataque", "NOUN", "obj", 1),
    ("lanzado", "lanzar", "VERB", "acl", 3),
    ("por", "por", "ADP", "case", 6),
    ("Quito", "quito", "PROPN", "obl:agent", 4),
]


def test_what_somebody_faces_is_of_who_launched_it(es: Grammar) -> None:
    doc = parse("es", FACED, morphs={4: "VerbForm=Part"})
    assert texts(es.fillers(nodes(doc)[3], "nsubj")) == ["Quito"]


def test_on_its_part_is_nobody(es: Grammar) -> None:
    rows: list[Row] = [
        ("Por", "por", "ADP", "case", 2),
        ("su", "su", "DET", "det", 2),
        ("parte", "parte", "NOUN", "obl", 3),
        ("protestó", "protestar", "VERB", "ROOT", 3),
    ]
    assert es.fillers(nodes(parse("es", rows))[3], "obl:por") == []
    rows[1] = ("una", "uno", "DET", "det", 2)
    assert texts(es.fillers(nodes(parse("es", rows))[3], "obl:por")) == ["parte"]


TOUR: list[Row] = [
    ("Lula", "lula", "PROPN", "nsubj", 1),
    ("concluyó", "concluir", "VERB", "ROOT", 1),
    ("viaje", "viaje", "NOUN", "obj", 1),
    ("por", "por", "ADP", "case", 4),
    ("Chile", "chile", "PROPN", "nmod", 2),
    ("donde", "donde", "ADV", "advmod", 6),
    ("firmó", "firmar", "VERB", "acl:relcl", 2),
]


def test_a_journey_is_not_by_the_land_it_leads_through(es: Grammar) -> None:
    assert texts(es.fillers(nodes(parse("es", TOUR))[6], "nsubj")) == ["Lula"]


def test_words_of_several_are_theirs_where_the_verb_is_of_several(es: Grammar) -> None:
    rows: list[Row] = [
        ("Líder", "líder", "NOUN", "nsubj", 1),
        ("lamentó", "lamentar", "VERB", "ROOT", 1),
        ("palabras", "palabra", "NOUN", "obj", 1),
        ("de", "de", "ADP", "case", 4),
        ("rebeldes", "rebelde", "NOUN", "nmod", 2),
        ("donde", "donde", "ADV", "advmod", 6),
        ("acusaron", "acusar", "VERB", "acl:relcl", 2),
    ]
    morphs = {0: "Number=Sing", 4: "Number=Plur", 6: "Number=Plur|Person=3|VerbForm=Fin"}
    assert texts(es.fillers(nodes(parse("es", rows, morphs=morphs))[6], "nsubj")) == ["rebeldes"]


def test_whom_a_joined_verb_counts_is_not_whom_the_first_one_reaches(es: Grammar) -> None:
    rows: list[Row] = [
        ("irrumpieron", "irrumpir", "VERB", "ROOT", 0),
        ("mataron", "matar", "VERB", "conj", 0),
        ("a", "a", "ADP", "case", 4),
        ("35", "35", "NUM", "nummod", 4),
        ("personas", "persona", "NOUN", "obj", 1),
    ]
    assert es.fillers(nodes(parse("es", rows))[0], "obl:a") == []


@pytest.mark.parametrize(("label", "head"), [("xcomp", 1), ("obl", 1), ("nmod", 2), ("amod", 2)])
def test_what_somebody_is_said_to_be(pt: Grammar, label: str, head: int) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("chamou", "chamar", "VERB", "ROOT", 1),
        ("lei", "lei", "NOUN", "obj", 1),
        ("de", "de", "ADP", "case", 4),
        ("farsa", "farsa", "NOUN", label, head),
    ]
    assert texts(pt.fillers(nodes(parse("pt", rows))[1], "as")) == ["farsa"]


@pytest.mark.parametrize(
    ("word", "number", "told"), [("a", "Sing", True), ("ao", "Sing", False), ("a", "Plur", False)]
)
def test_at_whose_request_it_is_done(word: str, number: str, told: bool) -> None:
    rows: list[Row] = [
        ("rebelde", "rebelde", "NOUN", "nsubj", 1),
        ("saiu", "sair", "VERB", "ROOT", 1),
        (word, word, "ADP", "case", 3),
        ("pedido", "pedido", "NOUN", "obl", 1),
    ]
    roles = {"source": ["obl:de"], "target": ["obl:a"]}
    asked = {"id": "p", "lemma": "pedido", "pos": "noun", "type": "Request", "roles": roles}
    rules = grammar("pt", frames=[{**asked, "example": "-"}])
    doc = parse("pt", rows, morphs={3: f"Number={number}"})
    assert texts(rules.receivers(nodes(doc)[3])) == (["rebelde"] if told else [])
    assert texts(rules.fillers(nodes(doc)[1], "obl:a")) == ([] if told else ["pedido"])


def test_in_a_passive_nobody_asks_those_to_whom_it_is_done() -> None:
    rows: list[Row] = [
        ("rebel", "rebel", "NOUN", "nsubj:pass", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("at", "at", "ADP", "case", 3),
        ("request", "request", "NOUN", "obl", 1),
    ]
    asked = {"id": "p", "lemma": "request", "pos": "noun", "type": "Request", "roles": {}}
    rules = grammar("en", frames=[{**asked, "example": "-"}])
    assert rules.receivers(nodes(parse("en", rows, morphs={3: "Number=Sing"}))[3]) == []


@pytest.mark.parametrize(("number", "found"), [("nummod", ["pacts"]), ("det", [])])
def test_what_is_counted_after_a_place_is_the_object(number: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("signed", "sign", "VERB", "ROOT", 0),
        ("in", "in", "ADP", "case", 2),
        ("Goma", "goma", "PROPN", "obl", 0),
        (",", ",", "PUNCT", "punct", 5),
        ("five", "five", "NUM", number, 5),
        ("pacts", "pact", "NOUN", "appos", 2),
    ]
    assert texts(grammar("en").fillers(nodes(parse("en", rows))[0], "obj")) == found


@pytest.mark.parametrize(
    ("lang", "first", "second", "found"),
    [
        ("en", "along", "with", ["Oslo", "Rome"]),
        ("en", "close", "to", ["Oslo"]),
        ("es", "junto", "con", ["Oslo", "Rome"]),
    ],
)
def test_who_acts_beside_a_subject(lang: str, first: str, second: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 6),
        (",", ",", "PUNCT", "punct", 4),
        (first, first, "ADP", "case", 4),
        (second, second, "ADP", "case", 4),
        ("Rome", "rome", "PROPN", "nmod", 0),
        (",", ",", "PUNCT", "punct", 6),
        ("spoke", "speak", "VERB", "ROOT", 6),
    ]
    doc = parse(lang, rows)
    assert texts(grammar(lang).fillers(nodes(doc)[6], "nsubj")) == found


@pytest.mark.parametrize(("preposition", "source"), [("in", ["Oslo"]), ("during", [])])
def test_who_engages_in_talks_holds_them(preposition: str, source: list[str]) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("engaged", "engage", "VERB", "ROOT", 1),
        (preposition, preposition, "ADP", "case", 3),
        ("talks", "talk", "NOUN", "obl", 1),
    ]
    rules = grammar("en", taking_up={"engage": ["in"]})
    assert texts(rules.fillers(nodes(parse("en", rows))[3], "nsubj")) == source


@pytest.mark.parametrize("kept", [True, False])
def test_a_relative_clause_tells_who_did_what_is_kept(kept: bool) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("held", "hold", "VERB", "ROOT", 1),
        ("talks", "talk", "NOUN", "obj", 1),
        ("that", "that", "PRON", "obj", 5),
        ("Bonn", "bonn", "PROPN", "nsubj", 5),
        ("held", "hold", "VERB", "acl:relcl", 2),
    ]
    form = "VerbForm=Fin|Mood=Ind|Tense=Past" if kept else "VerbForm=Inf"
    verb = grammar("en").support(nodes(parse("en", rows, morphs={5: form}))[2])
    assert verb is not None
    assert verb.i == (5 if kept else 1)


@pytest.mark.parametrize(
    ("given", "label", "subject"),
    [("apelo", "acl", ["rebeldes"]), ("dia", "advcl", ["rebeldes"]), ("livro", "acl", ["Lima"])],
)
def test_who_is_given_an_order_or_a_term_is_to_act(
    given: str, label: str, subject: list[str]
) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("deu", "dar", "VERB", "ROOT", 1),
        ("aos", "a o", "ADP", "case", 3),
        ("rebeldes", "rebelde", "NOUN", "obl", 1),
        ("dois", "dois", "NUM", "nummod", 5),
        (given, given, "NOUN", "obj", 1),
        ("para", "para", "SCONJ", "mark", 7),
        ("sair", "sair", "VERB", label, 5 if label == "acl" else 1),
    ]
    rules = grammar("pt", operators=[{"lemma": ["apelo"], "effect": "demanded"}])
    doc = parse("pt", rows, morphs={7: "VerbForm=Inf"})
    assert texts(rules.fillers(nodes(doc)[7], "nsubj")) == subject


@pytest.mark.parametrize("label", ["nsubj", "nsubj:pass"])
def test_a_perfect_is_active_whatever_label_its_subject_has(pt: Grammar, label: str) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", label, 2),
        ("ter", "ter", "AUX", "aux", 2),
        ("criticado", "criticar", "VERB", "ROOT", 2),
    ]
    doc = parse("pt", rows, morphs={2: "VerbForm=Part"})
    assert texts(pt.fillers(nodes(doc)[2], "nsubj")) == ["Lima"]


@pytest.mark.parametrize(
    ("verb", "form", "first", "opens", "subject"),
    [
        ("recusar", "Person=3|Number=Sing", "rebelde", False, ["rebelde"]),
        ("recusar", "Person=3|Number=Plur", "rebelde", False, []),
        ("recusar", "Person=1|Number=Sing", "rebelde", False, []),
        ("haver", "Person=3|Number=Sing", "rebelde", False, []),
        ("recusar", "Person=3|Number=Sing", "porta", False, []),
        ("recusar", "Person=3|Number=Sing", "rebelde", True, []),
    ],
)
def test_a_main_verb_without_subject_takes_that_of_the_sentence_before(
    pt: Grammar, verb: str, form: str, first: str, opens: bool, subject: list[str]
) -> None:
    rows: list[Row] = [
        (first, first, "NOUN", "nsubj", 1),
        ("fugiu", "fugir", "VERB", "ROOT", 1),
        (".", ".", "PUNCT", "punct", 1),
        (verb, verb, "VERB", "ROOT", 3),
    ]
    doc = parse("pt", rows, morphs={0: "Number=Sing", 3: f"VerbForm=Fin|{form}"})
    doc.user_data["paragraphs"] = (nodes(doc)[3].idx,) if opens else ()
    assert texts(pt.fillers(nodes(doc)[3], "nsubj")) == subject
