import pytest
from parses import Row, grammar, parse

from kg.extract.circumstances.denial import find_denial
from kg.extract.circumstances.modality import find_modality, is_scheduled
from kg.extract.syntax.tree import nodes

GRAMMAR = grammar("pt")


def test_plain_past_is_actual_and_positive() -> None:
    doc = parse("pt", [("atacou", "atacar", "VERB", "ROOT", 0)], morphs={0: "Tense=Past|Mood=Ind"})
    assert find_modality(GRAMMAR, nodes(doc)[0], None) == "actual"
    assert find_denial(GRAMMAR, nodes(doc)[0], None)[0] == "positive"


@pytest.mark.parametrize(
    ("morph", "modality"), [("Tense=Fut|Mood=Ind", "planned"), ("Mood=Cnd", "possible")]
)
def test_tense_and_mood(morph: str, modality: str) -> None:
    doc = parse("pt", [("atacará", "atacar", "VERB", "ROOT", 0)], morphs={0: morph})
    assert find_modality(GRAMMAR, nodes(doc)[0], None) == modality


@pytest.mark.parametrize(
    ("word", "lemma", "modality"),
    [
        ("vai", "ir", "planned"),
        ("iria", "ir", "planned"),
        ("pode", "poder", "possible"),
        ("teria", "ter", "possible"),
        ("tinha", "ter", "actual"),
    ],
)
def test_auxiliaries(word: str, lemma: str, modality: str) -> None:
    rows = [(word, lemma, "AUX", "aux", 1), ("atacar", "atacar", "VERB", "ROOT", 1)]
    doc = parse("pt", rows, morphs={0: "Mood=Cnd" if word.endswith("ria") else ""})
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == modality


def test_negation_denies() -> None:
    doc = parse("pt", [("não", "não", "ADV", "advmod", 1), ("atacou", "atacar", "VERB", "ROOT", 1)])
    assert find_denial(GRAMMAR, nodes(doc)[1], None)[0] == "negative"


def test_verb_of_denial_denies_its_clause_and_its_own_negation_does_not_count_twice() -> None:
    doc = parse(
        "pt",
        [
            ("negou", "negar", "VERB", "ROOT", 0),
            ("ter", "ter", "AUX", "aux", 2),
            ("atacado", "atacar", "VERB", "ccomp", 0),
        ],
    )
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "negative"


def test_verb_of_intention_makes_its_clause_planned() -> None:
    doc = parse(
        "pt",
        [("planeja", "planejar", "VERB", "ROOT", 0), ("atacar", "atacar", "VERB", "xcomp", 0)],
        morphs={1: "VerbForm=Inf"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == "planned"


def test_light_verb_lends_its_tense_to_the_event_noun() -> None:
    doc = parse(
        "pt",
        [
            ("manterá", "manter", "VERB", "ROOT", 0),
            ("conversações", "conversação", "NOUN", "obj", 0),
        ],
        morphs={0: "Tense=Fut"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[1], nodes(doc)[0]) == "planned"


@pytest.mark.parametrize(("article", "modality"), [("Ind", "planned"), ("Def", "actual")])
def test_what_a_verb_of_planning_has_for_its_object_is_to_come(article: str, modality: str) -> None:
    rows = [
        ("planejou", "planejar", "VERB", "ROOT", 0),
        ("um", "um", "DET", "det", 2),
        ("ataque", "ataque", "NOUN", "obj", 0),
    ]
    doc = parse("pt", rows, morphs={0: "Tense=Past|Mood=Ind", 1: f"Definite={article}"})
    assert find_modality(GRAMMAR, nodes(doc)[2], nodes(doc)[0]) == modality


def test_purpose_is_planned_and_takes_nothing_from_the_verb_above() -> None:
    doc = parse(
        "pt",
        [
            ("negaram", "negar", "VERB", "ROOT", 0),
            ("para", "para", "ADP", "mark", 2),
            ("atacar", "atacar", "VERB", "advcl", 0),
        ],
        morphs={2: "VerbForm=Inf"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[2], None) == "planned"
    assert find_denial(GRAMMAR, nodes(doc)[2], None)[0] == "positive"


def test_an_asserted_clause_keeps_its_own_tense() -> None:
    doc = parse(
        "pt",
        [
            ("enviará", "enviar", "VERB", "ROOT", 0),
            ("depois", "depois", "ADV", "mark", 2),
            ("mataram", "matar", "VERB", "advcl", 0),
        ],
        morphs={0: "Tense=Fut|Mood=Ind|VerbForm=Fin", 2: "Mood=Ind|VerbForm=Fin"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[0], None) == "planned"
    assert find_modality(GRAMMAR, nodes(doc)[2], None) == "actual"


def test_a_statement_beside_a_conditional_one_is_actual() -> None:
    doc = parse(
        "pt",
        [
            ("aceitaria", "aceitar", "VERB", "ROOT", 0),
            ("e", "e", "CCONJ", "cc", 2),
            ("acusou", "acusar", "VERB", "conj", 0),
        ],
        morphs={0: "Mood=Cnd|VerbForm=Fin", 2: "Mood=Ind|Tense=Past|VerbForm=Fin"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[0], None) == "possible"
    assert find_modality(GRAMMAR, nodes(doc)[2], None) == "actual"


def test_an_auxiliary_serves_the_infinitives_after_the_first() -> None:
    doc = parse(
        "pt",
        [
            ("pode", "poder", "AUX", "aux", 1),
            ("atacar", "atacar", "VERB", "ROOT", 1),
            ("e", "e", "CCONJ", "cc", 3),
            ("ocupar", "ocupar", "VERB", "conj", 1),
        ],
        morphs={0: "Mood=Ind|VerbForm=Fin", 1: "VerbForm=Inf", 3: "VerbForm=Inf"},
    )
    # The auxiliary makes the first verb finite, the second shares it.
    assert find_modality(GRAMMAR, nodes(doc)[3], None) == "possible"


def test_a_conjunct_is_not_governed_by_the_first() -> None:
    doc = parse(
        "pt",
        [
            ("obrigou", "obrigar", "VERB", "ROOT", 0),
            ("negar", "negar", "VERB", "xcomp", 0),
            ("e", "e", "CCONJ", "cc", 3),
            ("reconhecer", "reconhecer", "VERB", "conj", 1),
        ],
        morphs={1: "VerbForm=Inf", 3: "VerbForm=Inf"},
    )
    assert find_denial(GRAMMAR, nodes(doc)[3], None)[0] == "positive"


def test_a_planned_talk_about_an_attack_plans_no_attack() -> None:
    doc = parse(
        "pt",
        [("debaterá", "debater", "VERB", "ROOT", 0), ("ataque", "ataque", "NOUN", "obj", 0)],
        morphs={0: "Tense=Fut|Mood=Ind|VerbForm=Fin"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == "actual"


def test_what_goes_on_is_actual() -> None:
    doc = parse(
        "pt",
        [
            ("planeja", "planejar", "VERB", "ROOT", 0),
            ("continuar", "continuar", "VERB", "xcomp", 0),
            ("atacar", "atacar", "VERB", "xcomp", 1),
        ],
        morphs={1: "VerbForm=Inf", 2: "VerbForm=Inf"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[2], None) == "actual"


def test_what_is_told_is_not_planned_with_the_telling() -> None:
    doc = parse(
        "pt",
        [
            ("planeja", "planejar", "VERB", "ROOT", 0),
            ("dizer", "dizer", "VERB", "xcomp", 0),
            ("atacaram", "atacar", "VERB", "ccomp", 1),
        ],
        morphs={1: "VerbForm=Inf", 2: "VerbForm=Fin|Mood=Ind|Tense=Past"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[2], None) == "actual"


@pytest.mark.parametrize(("form", "modality"), [("Part", "actual"), ("Inf", "planned")])
def test_haver_before_a_participle_is_a_perfect(form: str, modality: str) -> None:
    doc = parse(
        "pt",
        [
            ("haviam", "haver", "AUX", "aux", 1),
            ("atacado", "atacar", "VERB", "ROOT", 1),
        ],
        morphs={1: f"VerbForm={form}"},
    )
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == modality


@pytest.mark.parametrize(("lemma", "modality"), [("admitir", "actual"), ("temer", "possible")])
def test_what_is_admitted_happened_and_what_is_feared_may_have(lemma: str, modality: str) -> None:
    words = grammar(
        "pt",
        speech={"verbs": ["admitir"], "nouns": [], "according": []},
        operators=[{"lemma": ["admitir", "temer"], "effect": "possible"}],
    )
    doc = parse(
        "pt",
        [
            ("Kiev", "kiev", "PROPN", "nsubj", 1),
            (lemma, lemma, "VERB", "ROOT", 1),
            ("que", "que", "SCONJ", "mark", 3),
            ("atacaram", "atacar", "VERB", "ccomp", 1),
        ],
        morphs={3: "VerbForm=Fin|Mood=Ind|Tense=Past"},
    )
    assert find_modality(words, nodes(doc)[3], None) == modality


@pytest.mark.parametrize(("tense", "modality"), [("Pres", "demanded"), ("Past", "actual")])
def test_what_is_asked_for_in_the_present_is_open_whatever_its_mood(
    tense: str, modality: str
) -> None:
    words = grammar(
        "es",
        speech={"verbs": ["pedir"], "nouns": [], "according": []},
        operators=[{"lemma": ["pedir"], "effect": "demanded"}],
    )
    rows: list[Row] = [
        ("pidió", "pedir", "VERB", "ROOT", 0),
        ("que", "que", "SCONJ", "mark", 2),
        ("libere", "liberar", "VERB", "ccomp", 0),
    ]
    doc = parse("es", rows, morphs={2: f"VerbForm=Fin|Mood=Ind|Tense={tense}"})
    assert find_modality(words, nodes(doc)[2], None) == modality


@pytest.mark.parametrize(("tense", "modality"), [("Pres", "planned"), ("Past", "actual")])
def test_what_is_wanted_in_the_present_is_open_whatever_its_mood(tense: str, modality: str) -> None:
    words = grammar("pt", operators=[{"lemma": ["querer"], "effect": "planned"}])
    rows: list[Row] = [
        ("quer", "querer", "VERB", "ROOT", 0),
        ("que", "que", "SCONJ", "mark", 2),
        ("condene", "condenar", "VERB", "ccomp", 0),
    ]
    doc = parse("pt", rows, morphs={2: f"VerbForm=Fin|Mood=Ind|Tense={tense}"})
    assert find_modality(words, nodes(doc)[2], None) == modality


def test_the_infinitive_of_a_headline_is_planned() -> None:
    rows = [
        ("Macron", "macron", "PROPN", "ROOT", 0),
        ("visitar", "visitar", "VERB", "acl", 0),
    ]
    doc = parse("pt", rows, morphs={1: "VerbForm=Inf"})
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == "planned"


@pytest.mark.parametrize(
    ("lang", "word", "lemma", "marker", "modality"),
    [
        ("en", "used", "use", "to", "habitual"),
        ("en", "came", "come", "to", "actual"),
        ("pt", "hábito", "hábito", "de", "habitual"),
        ("es", "costumbre", "costumbre", "de", "habitual"),
        ("fr", "habitude", "habitude", "d'", "habitual"),
    ],
)
def test_what_was_a_habit(lang: str, word: str, lemma: str, marker: str, modality: str) -> None:
    rows = [
        (word, lemma, "VERB", "ROOT", 0),
        (marker, marker, "PART", "mark", 2),
        ("attack", "attack", "VERB", "xcomp", 0),
    ]
    doc = parse(lang, rows, morphs={2: "VerbForm=Inf"})
    assert find_modality(grammar(lang), nodes(doc)[2], None) == modality


@pytest.mark.parametrize(("mood", "modality"), [("Sub", "planned"), ("Ind", "actual")])
def test_a_subjunctive_of_purpose_is_planned(mood: str, modality: str) -> None:
    rows = [
        ("agiu", "agir", "VERB", "ROOT", 0),
        ("para", "para", "SCONJ", "mark", 4),
        ("que", "que", "SCONJ", "mark", 4),
        ("sejam", "ser", "AUX", "aux:pass", 4),
        ("expulsos", "expulsar", "VERB", "advcl", 0),
    ]
    doc = parse("pt", rows, morphs={3: f"VerbForm=Fin|Mood={mood}", 4: "VerbForm=Part"})
    assert find_modality(GRAMMAR, nodes(doc)[4], None) == modality


@pytest.mark.parametrize(("verb", "modality"), [("apelar", "demanded"), ("bloquear", "planned")])
def test_the_purpose_of_a_demand_is_demanded(verb: str, modality: str) -> None:
    rows = [
        (verb, verb, "VERB", "ROOT", 0),
        ("para", "para", "SCONJ", "mark", 2),
        ("negociar", "negociar", "VERB", "advcl", 0),
    ]
    asking = grammar("pt", operators=[{"lemma": "apelar", "effect": "demanded"}])
    doc = parse("pt", rows, morphs={2: "VerbForm=Inf"})
    assert find_modality(asking, nodes(doc)[2], None) == modality


def test_what_is_arranged_is_planned() -> None:
    rows: list[Row] = [
        ("Macron", "macron", "PROPN", "nsubj", 1),
        ("is", "be", "AUX", "ROOT", 1),
        ("to", "to", "PART", "mark", 3),
        ("visit", "visit", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows, morphs={3: "VerbForm=Inf"})
    assert find_modality(grammar("en"), nodes(doc)[3], None) == "planned"


@pytest.mark.parametrize(("tense", "modality"), [("Fut", "planned"), ("Pres", "demanded")])
def test_a_future_of_duty_foretells(tense: str, modality: str) -> None:
    rows: list[Row] = [
        ("Lima", "lima", "PROPN", "nsubj", 1),
        ("disse", "dizer", "VERB", "ROOT", 1),
        ("que", "que", "SCONJ", "mark", 4),
        ("Roma", "roma", "PROPN", "nsubj", 4),
        ("dever", "dever", "VERB", "ccomp", 1),
        ("atacar", "atacar", "VERB", "xcomp", 4),
    ]
    doc = parse("pt", rows, morphs={4: f"VerbForm=Fin|Tense={tense}", 5: "VerbForm=Inf"})
    assert find_modality(grammar("pt"), nodes(doc)[5], None) == modality


def test_a_conjunction_opens_the_clauses_joined_to_its_own() -> None:
    rows: list[Row] = [
        ("investiga", "investigar", "VERB", "ROOT", 0),
        ("se", "se", "SCONJ", "mark", 2),
        ("fez", "fazer", "VERB", "ccomp", 0),
        ("e", "e", "CCONJ", "cc", 4),
        ("atacou", "atacar", "VERB", "conj", 2),
    ]
    past = dict.fromkeys((0, 2, 4), "VerbForm=Fin|Mood=Ind|Tense=Past")
    assert find_modality(GRAMMAR, nodes(parse("pt", rows, morphs=past))[4], None) == "possible"
    rows[3] = ("Lima", "lima", "PROPN", "nsubj", 4)
    assert find_modality(GRAMMAR, nodes(parse("pt", rows, morphs=past))[4], None) == "actual"


@pytest.mark.parametrize(
    ("morph", "aux", "scheduled"),
    [
        ("VerbForm=Fin|Tense=Pres", "advmod", True),
        ("VerbForm=Fin|Tense=Past", "advmod", False),
        ("VerbForm=Fin|Tense=Pres", "aux", False),
    ],
)
def test_only_a_bare_present_tells_what_is_to_come(morph: str, aux: str, scheduled: bool) -> None:
    rows: list[Row] = [("x", "x", "AUX", aux, 1), ("visita", "visitar", "VERB", "ROOT", 1)]
    assert is_scheduled(nodes(parse("pt", rows, morphs={1: morph}))[1]) == scheduled


@pytest.mark.parametrize(
    ("verb", "below", "modality", "polarity"),
    [
        ("halt", "obj", "actual", "positive"),
        ("plan", "obj", "planned", "positive"),
        ("deny", "obj", "demanded", "negative"),
    ],
)
def test_what_somebody_is_asked_to_stop_goes_on(
    verb: str, below: str, modality: str, polarity: str
) -> None:
    rules = grammar(
        "en",
        operators=[
            {"lemma": ["urge"], "effect": "demanded"},
            {"lemma": ["plan"], "effect": "planned"},
            {"lemma": ["deny", "halt"], "effect": "negative"},
        ],
    )
    rows: list[Row] = [
        ("urged", "urge", "VERB", "ROOT", 0),
        (verb, verb, "VERB", "xcomp", 0),
        ("raids", "raid", "NOUN", below, 1),
    ]
    doc = parse("en", rows, morphs={1: "VerbForm=Inf"})
    assert find_modality(rules, nodes(doc)[2], None) == modality
    assert find_denial(rules, nodes(doc)[2], None)[0] == polarity


@pytest.mark.parametrize(("noun", "modality"), [("application", "planned"), ("rebel", "actual")])
def test_what_a_thing_is_for_is_to_come_and_what_somebody_does_is_done(
    noun: str, modality: str
) -> None:
    rows: list[Row] = [
        ("filed", "file", "VERB", "ROOT", 0),
        (noun, noun, "NOUN", "obj", 0),
        ("to", "to", "PART", "aux", 3),
        ("join", "join", "VERB", "acl", 1),
    ]
    doc = parse("en", rows, morphs={0: "VerbForm=Fin|Tense=Past", 3: "VerbForm=Inf"})
    assert find_modality(grammar("en"), nodes(doc)[3], None) == modality


@pytest.mark.parametrize(
    ("article", "features", "modal", "modality"),
    [
        ("an", "Definite=Ind", "would", "hypothetical"),
        ("any", "", "could", "hypothetical"),
        ("the", "Definite=Def", "would", "actual"),
        ("an", "Definite=Ind", "will", "actual"),
    ],
)
def test_what_one_would_lead_to_is_told_of_no_event(
    article: str, features: str, modal: str, modality: str
) -> None:
    rows: list[Row] = [
        (article, article, "DET", "det", 1),
        ("raid", "raid", "NOUN", "nsubj", 3),
        (modal, modal, "AUX", "aux", 3),
        ("mean", "mean", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={0: features})
    assert find_modality(grammar("en"), nodes(doc)[1], None) == modality


@pytest.mark.parametrize(("mark", "modality"), [("if", "hypothetical"), ("that", "planned")])
def test_what_were_to_happen_is_supposed(mark: str, modality: str) -> None:
    rows: list[Row] = [
        (mark, mark, "SCONJ", "mark", 2),
        ("Lima", "lima", "PROPN", "nsubj", 2),
        ("were", "be", "AUX", "advcl", 5),
        ("to", "to", "PART", "aux", 4),
        ("leave", "leave", "VERB", "xcomp", 2),
        ("rejoice", "rejoice", "VERB", "ROOT", 5),
    ]
    doc = parse("en", rows, morphs={2: "VerbForm=Fin|Tense=Past", 4: "VerbForm=Inf"})
    assert find_modality(grammar("en"), nodes(doc)[4], None) == modality


@pytest.mark.parametrize("mark", ["until", "if"])
def test_what_is_to_end_goes_on(mark: str) -> None:
    rows: list[Row] = [
        ("wait", "wait", "VERB", "ROOT", 0),
        (mark, mark, "SCONJ", "mark", 4),
        ("siege", "siege", "NOUN", "nsubj:pass", 4),
        ("is", "be", "AUX", "aux:pass", 4),
        ("lifted", "lift", "VERB", "advcl", 0),
    ]
    rules = grammar("en", operators=[{"lemma": ["lift"], "effect": "negative"}])
    doc = parse("en", rows, morphs={3: "VerbForm=Fin|Tense=Pres"})
    assert find_modality(rules, nodes(doc)[2], None) == "actual"
    assert find_denial(rules, nodes(doc)[2], None)[0] == "positive"


@pytest.mark.parametrize(("passive", "modality"), [(False, "possible"), (True, "planned")])
def test_a_future_perfect_is_a_rumour(passive: bool, modality: str) -> None:
    word, label = ("será", "aux:pass") if passive else ("terá", "aux")
    rows: list[Row] = [
        (word, "ser" if passive else "ter", "AUX", label, 1),
        ("enviado", "enviar", "VERB", "ROOT", 1),
    ]
    doc = parse("pt", rows, morphs={0: "Tense=Fut|Mood=Ind", 1: "VerbForm=Part"})
    assert find_modality(GRAMMAR, nodes(doc)[1], None) == modality


@pytest.mark.parametrize(
    ("negation", "passive", "modality", "polarity"),
    [
        ("now", False, "planned", "positive"),
        ("not", False, "planned", "negative"),
        ("now", True, "planned", "positive"),
    ],
)
def test_what_somebody_is_going_to_do(
    negation: str, passive: bool, modality: str, polarity: str
) -> None:
    rows: list[Row] = [
        ("is", "be", "AUX", "aux", 2),
        (negation, negation, "ADV", "advmod", 2),
        ("going", "go", "VERB", "ROOT", 2),
        ("to", "to", "PART", "aux", 5),
        ("be" if passive else "then", "be", "AUX", "aux:pass" if passive else "dep", 5),
        ("attack", "attack", "VERB", "xcomp", 2),
    ]
    if not passive:
        rows[4:] = [("attack", "attack", "VERB", "xcomp", 2)]
        rows[3] = ("to", "to", "PART", "aux", 4)
    doc = parse("en", rows, morphs={4: "VerbForm=Inf", 5: "VerbForm=Part|Tense=Past"})
    trigger = nodes(doc)[len(rows) - 1]
    assert find_modality(grammar("en"), trigger, None) == modality
    assert find_denial(grammar("en"), trigger, None)[0] == polarity


@pytest.mark.parametrize(
    ("adverb", "modality", "polarity"),
    [("yet", "actual", "negative"), ("now", "demanded", "positive")],
)
def test_what_somebody_has_yet_to_do_is_not_done(adverb: str, modality: str, polarity: str) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("has", "have", "VERB", "ROOT", 1),
        (adverb, adverb, "ADV", "advmod", 1),
        ("to", "to", "PART", "aux", 4),
        ("leave", "leave", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows, morphs={1: "VerbForm=Fin|Tense=Pres", 4: "VerbForm=Inf"})
    assert find_modality(grammar("en"), nodes(doc)[4], None) == modality
    assert find_denial(grammar("en"), nodes(doc)[4], None)[0] == polarity


@pytest.mark.parametrize(("modal", "modality"), [("would", "hypothetical"), ("will", "planned")])
def test_a_gerund_that_would_lead_to_something_is_supposed(modal: str, modality: str) -> None:
    rows: list[Row] = [
        ("Expelling", "expel", "VERB", "csubj", 3),
        ("Mali", "mali", "PROPN", "obj", 0),
        (modal, modal, "AUX", "aux", 3),
        ("anger", "anger", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={0: "VerbForm=Part|Tense=Pres|Aspect=Prog"})
    assert find_modality(grammar("en"), nodes(doc)[0], None) == modality


@pytest.mark.parametrize(("tense", "modality"), [("Fut", "planned"), ("Past", "actual")])
def test_what_dates_a_plan_is_planned(tense: str, modality: str) -> None:
    rows: list[Row] = [
        ("reunirá", "reunir", "VERB", "ROOT", 0),
        ("depois", "depois", "ADV", "mark", 3),
        ("de", "de", "ADP", "mark", 3),
        ("visitar", "visitar", "VERB", "advcl", 0),
    ]
    morphs = {0: f"VerbForm=Fin|Mood=Ind|Tense={tense}", 3: "VerbForm=Inf"}
    doc = parse("pt", rows, morphs=morphs)
    assert find_modality(GRAMMAR, nodes(doc)[3], None) == modality
