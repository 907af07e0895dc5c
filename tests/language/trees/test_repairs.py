"""French parses with the mistakes that its pipelines make."""

from parses import Row, parse

from kg.language.trees.ud import to_universal_dependencies


def arcs(rows: list[Row]) -> dict[str, tuple[str, str]]:
    doc = to_universal_dependencies(parse("fr", rows))
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_noun_after_a_compound_preposition_is_its_head() -> None:
    found = arcs(
        [
            ("parlé", "parler", "VERB", "ROOT", 0),
            ("lors", "lors", "ADV", "advmod", 0),
            ("d'", "de", "ADP", "case", 3),
            ("entretiens", "entretien", "NOUN", "obl:arg", 1),
        ]
    )
    assert found["entretiens"] == ("obl", "parlé")
    assert found["lors"] == found["d'"] == ("case", "entretiens")


def test_compound_preposition_on_a_noun_makes_a_modifier_of_it() -> None:
    found = arcs(
        [
            ("mesures", "mesure", "NOUN", "ROOT", 0),
            ("à", "à", "ADP", "case", 3),
            ("l'", "le", "DET", "det", 3),
            ("encontre", "encontre", "NOUN", "nmod", 0),
            ("du", "de", "ADP", "case", 5),
            ("Mali", "mali", "PROPN", "nmod", 3),
        ]
    )
    assert found["Mali"] == ("nmod", "mesures")
    assert found["encontre"] == ("case", "Mali")


def test_adverb_of_a_number_is_no_preposition() -> None:
    rows: list[Row] = [
        ("près", "près", "ADV", "advmod", 2),
        ("de", "de", "ADP", "fixed", 0),
        ("300", "300", "NUM", "nummod", 3),
        ("soldats", "soldat", "NOUN", "ROOT", 3),
    ]
    assert arcs(rows)["300"] == ("nummod", "soldats")


def test_perfect_with_the_auxiliary_of_the_passive_is_active() -> None:
    rows: list[Row] = [
        ("Lula", "lula", "PROPN", "nsubj:pass", 2),
        ("est", "être", "AUX", "aux:pass", 2),
        ("arrivé", "arriver", "VERB", "ROOT", 2),
    ]
    assert arcs(rows)["Lula"] == ("nsubj", "arrivé")
    rows[2] = ("arrêté", "arrêter", "VERB", "ROOT", 2)
    assert arcs(rows)["Lula"] == ("nsubj:pass", "arrêté")


def test_reflexive_verb_is_active() -> None:
    found = arcs(
        [
            ("Minsk", "minsk", "PROPN", "nsubj:pass", 3),
            ("s'", "se", "PRON", "expl:pass", 3),
            ("est", "être", "AUX", "aux:tense", 3),
            ("alignée", "aligner", "VERB", "ROOT", 3),
        ]
    )
    assert found["Minsk"] == ("nsubj", "alignée")


def test_bare_noun_with_another_label_is_the_object() -> None:
    rows: list[Row] = [
        ("violé", "violer", "VERB", "ROOT", 0),
        ("l'", "le", "DET", "det", 2),
        ("espace", "espace", "NOUN", "dep", 0),
    ]
    assert arcs(rows)["espace"] == ("obj", "violé")


def test_object_that_hangs_on_the_oblique_before_it() -> None:
    found = arcs(
        [
            ("livré", "livrer", "VERB", "ROOT", 0),
            ("à", "à", "ADP", "case", 2),
            ("Kiev", "kiev", "PROPN", "obl:arg", 0),
            ("quatorze", "quatorze", "NUM", "nummod", 4),
            ("chars", "char", "NOUN", "nmod", 2),
        ]
    )
    assert found["chars"] == ("obj", "livré")
    assert found["Kiev"] == ("obl", "livré")


def test_time_is_no_object() -> None:
    rows: list[Row] = [
        ("attaqué", "attaquer", "VERB", "ROOT", 0),
        ("cette", "ce", "DET", "det", 2),
        ("semaine", "semaine", "NOUN", "obl:mod", 0),
    ]
    assert arcs(rows)["semaine"] == ("obl", "attaqué")


def test_partitive_article_is_no_preposition_but_after_verbs_that_take_it() -> None:
    rows: list[Row] = [
        ("tué", "tuer", "VERB", "ROOT", 0),
        ("des", "de", "ADP", "case", 2),
        ("civils", "civil", "NOUN", "obl:arg", 0),
    ]
    assert arcs(rows)["civils"] == ("obj", "tué")
    rows[0] = ("parlé", "parler", "VERB", "ROOT", 0)
    assert arcs(rows)["civils"] == ("obl", "parlé")


def test_verb_with_an_object_keeps_its_other_nouns() -> None:
    found = arcs(
        [
            ("nommé", "nommer", "VERB", "ROOT", 0),
            ("Kim", "kim", "PROPN", "obj", 0),
            ("ministre", "ministre", "NOUN", "xcomp", 0),
        ]
    )
    assert found["ministre"] == ("xcomp", "nommé")


def test_a_day_without_article_is_no_object() -> None:
    rows: list[Row] = [
        ("capturé", "capturer", "VERB", "ROOT", 0),
        ("dimanche", "dimanche", "NOUN", "obj", 0),
        ("un", "un", "DET", "det", 3),
        ("chef", "chef", "NOUN", "obl:mod", 0),
    ]
    found = arcs(rows)
    assert found["dimanche"] == ("obl", "capturé")
    assert found["chef"] == ("obj", "capturé")


def test_an_object_may_be_taken_for_another_name_of_the_place_before_it() -> None:
    rows: list[Row] = [
        ("capturé", "capturer", "VERB", "ROOT", 0),
        ("dans", "dans", "ADP", "case", 3),
        ("le", "le", "DET", "det", 3),
        ("nord", "nord", "NOUN", "obl:mod", 0),
        ("un", "un", "DET", "det", 5),
        ("chef", "chef", "NOUN", "appos", 3),
    ]
    assert arcs(rows)["chef"] == ("obj", "capturé")
    rows[4:] = [(",", ",", "PUNCT", "punct", 6), *[(*r[:4], r[4] + (r[4] == 5)) for r in rows[4:]]]
    assert arcs(rows)["chef"] == ("appos", "nord")


def test_no_verb_has_an_apposition() -> None:
    found = arcs(
        [
            ("ont", "avoir", "AUX", "aux:tense", 1),
            ("pressé", "presser", "VERB", "ROOT", 1),
            ("M.", "m.", "NOUN", "appos", 1),
            ("Haddad", "haddad", "PROPN", "flat:name", 2),
        ]
    )
    assert found["M."] == ("obj", "pressé")
