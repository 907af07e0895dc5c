import pytest
from parses import Row, blank, parse

from kg.language.trees.voices import VoiceMender

PARTICIPLE = "VerbForm=Part"
PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"


@pytest.fixture(scope="module")
def mender() -> VoiceMender:
    return VoiceMender(blank("es"), "voices")


def pact(agent: str) -> list[Row]:
    return [
        ("pacto", "pacto", "NOUN", "ROOT", 0),
        ("firmado", "firmado", "ADJ", "amod", 0),
        (agent, agent, "ADP", "case", 3),
        ("Chad", "chad", "PROPN", "obl", 1),
    ]


def test_participle_with_an_agent_is_a_verb(mender: VoiceMender) -> None:
    doc = mender(parse("es", pact("por"), morphs={1: PARTICIPLE}))
    assert (doc[1].pos_, doc[1].lemma_, doc[1].dep_) == ("VERB", "firmar", "acl")


def test_participle_that_says_where_stays_an_adjective(mender: VoiceMender) -> None:
    doc = mender(parse("es", pact("en"), morphs={1: PARTICIPLE}))
    assert (doc[1].pos_, doc[1].lemma_, doc[1].dep_) == ("ADJ", "firmado", "amod")


def test_participle_joined_to_a_passive_is_a_verb(mender: VoiceMender) -> None:
    rows: list[Row] = [
        ("fueron", "ser", "AUX", "aux:pass", 1),
        ("detenidos", "detener", "VERB", "ROOT", 1),
        ("o", "o", "CCONJ", "cc", 3),
        ("expulsados", "expulsado", "ADJ", "conj", 1),
    ]
    doc = mender(parse("es", rows, morphs={1: PARTICIPLE, 3: PARTICIPLE}))
    assert (doc[3].pos_, doc[3].lemma_) == ("VERB", "expulsar")


def test_second_passive_leaves_the_agent_of_the_first(mender: VoiceMender) -> None:
    rows: list[Row] = [
        ("fue", "ser", "AUX", "aux:pass", 1),
        ("capturada", "capturar", "VERB", "ROOT", 1),
        ("por", "por", "ADP", "case", 3),
        ("rebeldes", "rebelde", "NOUN", "obl:agent", 1),
        ("y", "y", "CCONJ", "cc", 5),
        ("saqueada", "saquear", "VERB", "conj", 3),
    ]
    doc = mender(parse("es", rows, morphs={1: PARTICIPLE, 5: PARTICIPLE}))
    assert (doc[5].dep_, doc[5].head.i) == ("conj", 1)


def impersonal(verb: str, lemma: str, noun: str) -> list[Row]:
    return [
        ("se", "él", "PRON", "expl", 1),
        (verb, lemma, "VERB", "ROOT", 1),
        (noun, noun, "NOUN", "nsubj", 1),
    ]


@pytest.mark.parametrize(
    ("verb", "lemma", "noun", "label"),
    [
        ("firmó", "firmar", "tratado", "nsubj:pass"),
        ("detuvo", "detener", "soldado", "nsubj"),
        ("retiró", "retirar", "acuerdo", "nsubj"),
        ("pudrió", "pudrir", "tratado", "nsubj"),
    ],
)
def test_passive_with_se_has_a_thing_for_its_subject(
    mender: VoiceMender, verb: str, lemma: str, noun: str, label: str
) -> None:
    doc = mender(parse("es", impersonal(verb, lemma, noun), morphs={1: PAST}))
    assert doc[2].dep_ == label


def test_gerund_with_a_pronoun_is_a_clause(mender: VoiceMender) -> None:
    rows: list[Row] = [
        ("protestaron", "protestar", "VERB", "ROOT", 0),
        ("contra", "contra", "ADP", "case", 2),
        ("Chad", "chad", "PROPN", "obl", 0),
        ("acusándolo", "acusar", "VERB", "amod", 2),
    ]
    doc = mender(parse("es", rows, morphs={0: PAST}))
    assert (doc[3].dep_, doc[3].head.i) == ("advcl", 0)
    assert doc[3].morph.get("VerbForm") == ["Ger"]
