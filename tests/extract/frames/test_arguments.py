from dataclasses import replace

import pytest
from annotations import annotate, mention, title
from parses import grammar, parse
from spacy.tokens import Doc

from kg.extract.frames.arguments import ArgumentBuilder, face_each_other
from kg.extract.frames.matching import Match
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import Node, nodes
from kg.link.offices import Holding
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE
from kg.types import Argument

BUILDER = ArgumentBuilder(Actors(grammar("en"), load_gazetteer()))
CHAD, OMAN = f"{BASE}state/TCD", f"{BASE}state/OMN"


def build(trigger: Node, *, reciprocal: bool = False, **roles: list[Node]) -> list[Argument]:
    frame = Frame("f", ("x",), "verb", "Meeting", {}, reciprocal=reciprocal)
    found = Match(frame, trigger, {"source": [], "target": [], "theme": []} | roles)
    return list(BUILDER.build(found))


def ministers() -> Doc:
    """Two states share a noun before the verb, a minister with a name stands after it."""
    rows = [
        ("Chadian", "chadian", "ADJ", "amod", 3),
        ("and", "and", "CCONJ", "cc", 2),
        ("Omani", "omani", "ADJ", "conj", 0),
        ("envoys", "envoy", "NOUN", "nsubj", 4),
        ("saw", "see", "VERB", "ROOT", 4),
        ("Minister", "minister", "NOUN", "obj", 4),
        ("Ana", "ana", "PROPN", "flat", 5),
        ("Souza", "souza", "PROPN", "flat", 6),
        ("before", "before", "SCONJ", "mark", 10),
        ("she", "she", "PRON", "nsubj", 10),
        ("left", "leave", "VERB", "advcl", 4),
    ]
    doc = parse("en", rows)
    person = mention(doc, 6, 8, "PERSON", "ana")
    held = Holding(title(doc, 5, 6, "minister"), person, None, None)
    refer = {0: CHAD, 2: OMAN, 5: "ana", 6: "ana", 7: "ana", 9: "ana"}
    return annotate(doc, referents=refer, holdings=[held], countries={"ana": "BRA"})


def test_each_owner_of_a_shared_noun_is_an_argument() -> None:
    doc = ministers()
    found = [a for a in build(nodes(doc)[4], source=[nodes(doc)[3]]) if a.role == "source"]
    assert [(a.entity, a.country) for a in found] == [(CHAD, "TCD"), (OMAN, "OMN")]


def test_a_title_goes_with_its_name() -> None:
    doc = ministers()
    (target,) = build(nodes(doc)[4], target=[nodes(doc)[5]])
    assert (target.text, target.entity, target.country) == ("Minister Ana Souza", "ana", "BRA")


@pytest.mark.parametrize(("kind", "expected"), [("Meeting", None), ("Attack", OMAN)])
def test_where_a_partner_is_does_not_say_of_which_state_he_is(
    kind: str, expected: str | None
) -> None:
    rows = [
        ("met", "meet", "VERB", "ROOT", 0),
        ("leaders", "leader", "NOUN", "obj", 0),
        ("in", "in", "ADP", "case", 3),
        ("Oman", "oman", "PROPN", "nmod", 1),
    ]
    doc = annotate(parse("en", rows), referents={3: OMAN})
    found = Match(
        Frame("f", ("x",), "verb", kind, {}),
        nodes(doc)[0],
        {"source": [], "target": [nodes(doc)[1]]},
    )
    (target,) = BUILDER.build(replace(found, roles={**found.roles, "theme": []}))
    assert target.entity == expected


def test_a_pronoun_has_the_words_of_the_name_before_it() -> None:
    doc = ministers()
    (source,) = build(nodes(doc)[10], source=[nodes(doc)[9]])
    assert (source.text, source.start) == ("Ana Souza", nodes(doc)[6].idx)


def test_supporters_are_of_the_state_of_whom_they_support() -> None:
    rows = [
        ("Souza", "souza", "PROPN", "nmod:poss", 1),
        ("supporters", "supporter", "NOUN", "nsubj", 2),
        ("met", "meet", "VERB", "ROOT", 2),
    ]
    doc = parse("en", rows)
    mention(doc, 0, 1, "PERSON", "ana")
    annotate(doc, referents={0: "ana"}, countries={"ana": "BRA"})
    (source,) = build(nodes(doc)[2], source=[nodes(doc)[1]])
    assert (source.entity, source.country) == (None, "BRA")


def test_what_is_done_with_own_things_is_meant_for_whom_it_asks_something() -> None:
    rows = [
        ("Chad", "chad", "PROPN", "nsubj", 1),
        ("shuts", "shut", "VERB", "ROOT", 1),
        ("borders", "border", "NOUN", "obj", 1),
        ("unless", "unless", "SCONJ", "mark", 5),
        ("Oman", "oman", "PROPN", "nsubj", 5),
        ("pays", "pay", "VERB", "advcl", 1),
    ]
    doc = annotate(parse("en", rows), referents={0: CHAD, 4: OMAN})
    ban = Match(Frame("f", ("shut",), "verb", "BanImposed", {}), nodes(doc)[1], {"theme": []})
    found = replace(ban, roles={"source": [nodes(doc)[0]], "target": [nodes(doc)[2]], "theme": []})
    assert [a.entity for a in BUILDER.build(found) if a.role == "target"] == [OMAN]


def held() -> Doc:
    """Chad's army said it held men and beat them."""
    rows = [
        ("Chad", "chad", "PROPN", "nmod:poss", 1),
        ("army", "army", "NOUN", "nsubj", 2),
        ("said", "say", "VERB", "ROOT", 2),
        ("it", "it", "PRON", "nsubj", 4),
        ("held", "hold", "VERB", "ccomp", 2),
        ("rebels", "rebel", "NOUN", "obj", 4),
        ("and", "and", "CCONJ", "cc", 7),
        ("beat", "beat", "VERB", "conj", 4),
        ("them", "they", "PRON", "obj", 7),
    ]
    plural = "Number=Plur|Person=3|PronType=Prs"
    doc = parse("en", rows, morphs={5: "Number=Plur", 8: plural})
    return annotate(doc, referents={0: CHAD, 1: "army", 3: "army"})


@pytest.mark.parametrize(("pronoun", "noun"), [(3, "Chad army"), (8, "rebels")])
def test_a_pronoun_has_the_words_of_the_noun_before_it(pronoun: int, noun: str) -> None:
    doc = held()
    (source,) = build(nodes(doc)[7], source=[nodes(doc)[pronoun]])
    assert source.text == noun


def test_those_who_meet_face_each_other() -> None:
    one, other = (Argument("source", name, 0, 1, entity=name) for name in ("A", "B"))
    assert [a.role for a in face_each_other([one, other])] == ["source", "target"]
    assert face_each_other([one, Argument("target", "C", 2, 3)])[0] == one


def armies(preposition: str = "of") -> Doc:
    rows = [
        ("Armies", "army", "NOUN", "nsubj", 5),
        (preposition, preposition, "ADP", "case", 2),
        ("Chad", "chad", "PROPN", "nmod", 0),
        ("and", "and", "CCONJ", "cc", 4),
        ("Oman", "oman", "PROPN", "conj", 2),
        ("cooperate", "cooperate", "VERB", "ROOT", 5),
    ]
    doc = parse("en", rows, morphs={0: "Number=Plur"})
    return annotate(doc, referents={2: CHAD, 4: OMAN})


@pytest.mark.parametrize("preposition", ["of", "from"])
def test_each_side_in_a_genitive_takes_part_in_what_is_mutual(preposition: str) -> None:
    doc = armies(preposition)
    found = build(nodes(doc)[5], reciprocal=True, source=[nodes(doc)[0]])
    assert [(a.role, a.entity) for a in found] == [("source", CHAD), ("target", OMAN)]


def test_each_side_in_a_genitive_does_what_is_not_mutual() -> None:
    doc = armies()
    found = [a for a in build(nodes(doc)[5], source=[nodes(doc)[0]]) if a.role == "source"]
    assert [a.entity for a in found] == [CHAD, OMAN]


def test_a_possessive_has_the_words_of_the_name_before_it() -> None:
    rows = [
        ("Ana", "ana", "PROPN", "nsubj", 1),
        ("fez", "fazer", "VERB", "ROOT", 1),
        ("sua", "seu", "DET", "det", 3),
        ("visita", "visita", "NOUN", "obj", 1),
    ]
    doc = parse("pt", rows)
    mention(doc, 0, 1, "PERSON", "ana")
    annotate(doc, referents={0: "ana", 2: "ana"})
    (source,) = build(nodes(doc)[3], source=[nodes(doc)[2]])
    assert (source.text, source.start) == ("Ana", 0)


def test_a_possessive_before_its_name_has_the_words_of_that_name() -> None:
    rows = [
        ("sua", "seu", "DET", "det", 1),
        ("visita", "visita", "NOUN", "obl", 3),
        ("Ana", "ana", "PROPN", "nsubj", 3),
        ("propôs", "propor", "VERB", "ROOT", 3),
    ]
    doc = parse("pt", rows)
    mention(doc, 2, 3, "PERSON", "ana")
    annotate(doc, referents={0: "ana", 2: "ana"})
    (source,) = build(nodes(doc)[1], source=[nodes(doc)[0]])
    assert (source.text, source.start) == ("Ana", nodes(doc)[2].idx)


def test_a_deed_does_not_do_what_befalls_those_who_suffer_it() -> None:
    shelling = {"id": "a", "lemma": "shelling", "pos": "noun", "type": "Shelling", "example": "-"}
    rules = grammar("en", frames=[{**shelling, "roles": {"target": ["obl:of"]}}])
    rows = [
        ("shelling", "shelling", "NOUN", "nsubj", 3),
        ("of", "of", "ADP", "case", 2),
        ("Oman", "oman", "PROPN", "nmod", 0),
        ("killed", "kill", "VERB", "ROOT", 3),
    ]
    doc = annotate(parse("en", rows), referents={2: OMAN})
    builder = ArgumentBuilder(Actors(rules, load_gazetteer()))
    (source,) = builder.to_arguments("source", nodes(doc)[0])
    assert source.entity is None
