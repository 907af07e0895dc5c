from dataclasses import replace

import pytest
from annotations import annotate, mention, title
from parses import grammar, parse
from spacy.symbols import NOUN
from spacy.tokens import Doc

from kg.extract.frames.matching import Match
from kg.extract.frames.relevance import Relevance
from kg.extract.mentions.actors import Actors
from kg.extract.syntax.tree import nodes, read_features
from kg.link.offices import Holding
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.lexicon import Frame
from kg.ontology.namespaces import BASE
from kg.ontology.unpolitical import Field, Idiom, UnpoliticalWords

WORDS = UnpoliticalWords(
    fields={
        "sport": Field(frozenset(["goalkeeper"]), frozenset(["goal", "match"])),
        "business": Field(frozenset(["bankruptcy"]), frozenset(["price", "plant"])),
    },
    people=frozenset(["neighbour", "baker", "son"]),
    justice=frozenset(["jury"]),
    forces=frozenset(["typhoon", "flood"]),
    things=frozenset(["law", "crisis"]),
    works=frozenset(["novel"]),
    tells=frozenset(["tell"]),
    literal=frozenset(["missile"]),
    idioms=(Idiom(frozenset(["x"]), {"xcomp": frozenset(["comment"])}),),
)
RELEVANCE = Relevance(Actors(grammar("en"), load_gazetteer()), WORDS)
KNOWN = {
    "Chad": ("STATE", "state/TCD", "name"),
    "Oman": ("STATE", "state/OMN", "name"),
    "Japanese": ("STATE", "state/JPN", "demonym"),
    "Acme": ("ORG", "organisation/acme", "name"),
    "Zorg": ("ORG", "organisation/zorg", "name"),
    "Blix": ("PERSON", "person/blix", "name"),
}


def read(clause: str, frame: str, source: str = "", target: str = "") -> Match:
    """A clause of word/POS/label/head, its verb the first VERB, who acts and to whom by word."""
    rows = [part.split("/") for part in clause.split()]
    doc: Doc = parse("en", [(w, w.lower(), pos, dep, int(head)) for w, pos, dep, head in rows])
    annotate(doc, referents={t.i: BASE + KNOWN[t.text][1] for t in nodes(doc) if t.text in KNOWN})
    for token in nodes(doc):
        if token.text in KNOWN:
            label, iri, kind = KNOWN[token.text]
            mention(doc, token.i, token.i + 1, label, BASE + iri, kind)
    trigger = next(t for t in nodes(doc) if t.pos_ == "VERB" and t.lemma_ not in WORDS.tells)
    rule = Frame(id="en-x", lemmas=("x",), pos="verb", type=frame, roles={}, example="")
    found = {"source": source, "target": target, "theme": ""}
    return Match(
        rule, trigger, {r: [t for t in nodes(doc) if t.text == w] for r, w in found.items()}
    )


PLAY = "Chad/PROPN/nsubj/1 x/VERB/ROOT/1 Oman/PROPN/obj/1 in/ADP/case/4 {}/NOUN/obl/1"
TWO = PLAY + " by/ADP/case/6 {}/NOUN/obl/1"


@pytest.mark.parametrize(
    ("clause", "frame", "kept"),
    [
        (PLAY.format("war"), "Attack", True),
        (PLAY.format("goal"), "Attack", True),
        (PLAY.format("goalkeeper"), "Attack", False),
        (TWO.format("match", "goal"), "Attack", False),
        (TWO.format("match", "match"), "Attack", True),
        (TWO.format("match", "price"), "Attack", True),
        (TWO.format("goalkeeper", "missile"), "Attack", True),
        (PLAY.format("goalkeeper"), "Arrest", True),
        (PLAY.format("goalkeeper"), "Condemnation", True),
        (PLAY.format("goalkeeper"), "Visit", False),
        (PLAY.format("price"), "Visit", True),
        (PLAY.format("bankruptcy"), "Attack", True),
    ],
)
def test_a_state_beside_words_of_play_is_a_team(clause: str, frame: str, kept: bool) -> None:
    assert RELEVANCE.keeps(read(clause, frame, "Chad", "Oman")) is kept


def test_a_generic_actor_is_political_beside_words_of_play() -> None:
    clause = "zorgs/NOUN/nsubj/1 x/VERB/ROOT/1 goalkeeper/NOUN/obj/1"
    assert not RELEVANCE.keeps(read(clause, "Killing", "zorgs", "goalkeeper"))
    clause = "rebel/NOUN/nsubj/1 x/VERB/ROOT/1 goalkeeper/NOUN/obj/1"
    assert RELEVANCE.keeps(read(clause, "Killing", "rebel", "goalkeeper"))


DEAL = "Acme/PROPN/nsubj/1 x/VERB/ROOT/1 {}/PROPN/obj/1 in/ADP/case/4 {}/NOUN/obl/1"


@pytest.mark.parametrize(
    ("other", "word", "kept"),
    [("Zorg", "bankruptcy", False), ("Zorg", "war", True), ("Chad", "bankruptcy", True)],
)
def test_unknown_organisations_are_companies_beside_words_of_business(
    other: str, word: str, kept: bool
) -> None:
    match = read(DEAL.format(other, word), "AgreementReached", "Acme", other)
    assert RELEVANCE.keeps(match) is kept


@pytest.mark.parametrize(("name", "kept"), [("Zorg", False), ("Oman", True)])
def test_a_demonym_before_a_name_is_no_state(name: str, kept: bool) -> None:
    clause = f"it/PRON/nsubj/1 x/VERB/ROOT/1 Japanese/NOUN/obj/1 {name}/PROPN/flat:name/2"
    assert RELEVANCE.keeps(read(clause, "Coercion", "", "Japanese")) is kept


SUIT = "{}/NOUN/nsubj/1 x/VERB/ROOT/1 {}/NOUN/obj/1"


@pytest.mark.parametrize(
    ("source", "target", "frame", "kept"),
    [
        ("neighbour", "baker", "Allegation", False),
        ("jury", "baker", "Charge", False),
        ("jury", "rebel", "Charge", True),
        ("neighbour", "rebel", "Complaint", True),
        ("neighbour", "baker", "Demonstration", True),
        ("", "baker", "Killing", True),
        ("", "baker", "Charge", False),
    ],
)
def test_private_persons_alone_make_no_event(
    source: str, target: str, frame: str, kept: bool
) -> None:
    match = read(SUIT.format(source or "it", target), frame, source, target)
    assert RELEVANCE.keeps(match) is kept


NAMED = "{}Blix/PROPN/{}/{} x/VERB/ROOT/{} it/PRON/obj/{}"
UNKNOWN = NAMED.format("", "nsubj", 1, 1, 1)


@pytest.mark.parametrize(
    ("clause", "frame", "kept"),
    [
        (UNKNOWN, "Demand", False),
        (UNKNOWN, "Attack", True),
        (NAMED.format("rebel/NOUN/nsubj/2 ", "flat", 0, 2, 2), "Demand", True),
    ],
)
def test_somebody_of_whom_nothing_is_said_is_private(clause: str, frame: str, kept: bool) -> None:
    assert RELEVANCE.keeps(read(clause, frame, "Blix")) is kept


def test_who_is_of_a_state_is_not_private() -> None:
    match = read(UNKNOWN, "Demand", "Blix")
    match.trigger.doc._.countries = {BASE + "person/blix": "TCD"}
    assert RELEVANCE.keeps(match)


def test_who_may_be_in_the_gazetteer_is_not_private() -> None:
    match = read(UNKNOWN, "Demand", "Blix")
    match.trigger.doc._.namesakes = frozenset([BASE + "person/blix"])
    assert RELEVANCE.keeps(match)


@pytest.mark.parametrize(("body", "kept"), [("Chad", True), ("zorgs", False)])
def test_who_belongs_to_a_known_body_is_not_private(body: str, kept: bool) -> None:
    clause = "Blix/PROPN/nsubj/4 head/NOUN/appos/0 of/ADP/case/3 {}/PROPN/nmod/1 x/VERB/ROOT/4"
    assert RELEVANCE.keeps(read(clause.format(body), "Demand", "Blix")) is kept


def test_who_holds_an_office_elsewhere_in_the_text_is_not_private() -> None:
    clause = UNKNOWN + " ruler/NOUN/obl/1 Blix/PROPN/appos/3"
    match = read(clause, "Demand", "Blix")
    doc = match.trigger.doc
    person = doc.spans["mentions"][-1]
    doc._.holdings = [Holding(title(doc, 3, 4, ""), person, None, None)]
    assert RELEVANCE.keeps(replace(match, roles={**match.roles, "source": [nodes(doc)[0]]}))


@pytest.mark.parametrize(
    ("target", "frame", "kept"),
    [
        ("rebel/NOUN", "Appeal", False),
        ("Chad/PROPN", "Appeal", True),
        ("rebel/NOUN", "Charge", True),
        ("rebel/NOUN", "Attack", True),
    ],
)
def test_words_of_nobody_to_somebody_without_a_name(target: str, frame: str, kept: bool) -> None:
    match = read(f"x/VERB/ROOT/0 {target}/obj/0", frame, "", target.split("/")[0])
    assert RELEVANCE.keeps(match) is kept


@pytest.mark.parametrize(("clause", "kept"), [("", True), ("y/NOUN/nsubj/1 ", False)])
def test_words_to_a_generic_actor_of_whom_the_sentence_before_tells(
    clause: str, kept: bool
) -> None:
    at = 1 if clause else 0
    match = read(f"{clause}x/VERB/ROOT/{at} rebel/NOUN/obj/{at}", "Praise", "", "rebel")
    match.trigger.features = read_features("VerbForm=Fin|Mood=Ind")
    assert RELEVANCE.keeps(match) is kept


def test_the_son_of_a_known_actor_is_not_private() -> None:
    clause = "it/PRON/nsubj/1 x/VERB/ROOT/1 son/NOUN/obj/1 of/ADP/case/4 Chad/PROPN/nmod/2"
    assert RELEVANCE.keeps(read(clause, "Charge", "", "son"))


def test_a_private_person_in_a_state_stays_private() -> None:
    clause = "it/PRON/nsubj/1 x/VERB/ROOT/1 baker/NOUN/obj/1 in/ADP/case/4 Chad/PROPN/nmod/2"
    assert not RELEVANCE.keeps(read(clause, "Charge", "", "baker"))


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("typhoon/NOUN/nsubj/1 x/VERB/ROOT/1 people/NOUN/obj/1", False),
        (
            "flood/NOUN/nsubj/3 of/ADP/case/2 rebel/NOUN/nmod/0 x/VERB/ROOT/3 people/NOUN/obj/3",
            True,
        ),
        ("it/PRON/nsubj/1 x/VERB/ROOT/1 people/NOUN/obj/1 in/ADP/case/4 flood/NOUN/obl/1", False),
    ],
)
def test_natural_forces_do_not_act(clause: str, kept: bool) -> None:
    assert RELEVANCE.keeps(read(clause, "Killing", "", "people")) is kept


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("novel/NOUN/nsubj/1 tell/VERB/ROOT/1 that/SCONJ/mark/4 Chad/PROPN/nsubj/4 "
         "x/VERB/ccomp/1 Oman/PROPN/obj/4", False),
        ("envoy/NOUN/nsubj/1 tell/VERB/ROOT/1 that/SCONJ/mark/4 Chad/PROPN/nsubj/4 "
         "x/VERB/ccomp/1 Oman/PROPN/obj/4", True),
        ("novel/NOUN/ROOT/0 where/ADV/advmod/3 Chad/PROPN/nsubj/3 x/VERB/acl:relcl/0 "
         "Oman/PROPN/obj/3", False),
        ("Chad/PROPN/nsubj/1 x/VERB/ROOT/1 novel/NOUN/obj/1 about/ADP/case/4 Oman/PROPN/nmod/2",
         True),
    ],
)  # fmt: skip
def test_what_a_novel_tells_happens_nowhere(clause: str, kept: bool) -> None:
    assert RELEVANCE.keeps(read(clause, "Attack", "Chad", "Oman")) is kept


@pytest.mark.parametrize(("content", "kept"), [("comment", False), ("leave", True)])
def test_an_idiom_tells_of_no_event(content: str, kept: bool) -> None:
    clause = f"Chad/PROPN/nsubj/1 x/VERB/ROOT/1 to/PART/mark/3 {content}/VERB/xcomp/1"
    assert RELEVANCE.keeps(read(clause, "Refusal", "Chad")) is kept


@pytest.mark.parametrize(
    ("doer", "frame", "kept"),
    [
        ("law", "BanImposed", False),
        ("law", "Allegation", True),
        ("crisis", "Killing", True),
        ("council", "BanImposed", True),
    ],
)
def test_a_law_asks_or_forbids_nothing_by_itself(doer: str, frame: str, kept: bool) -> None:
    clause = f"{doer}/NOUN/nsubj/1 x/VERB/ROOT/1 Oman/PROPN/obj/1"
    assert RELEVANCE.keeps(read(clause, frame, "", "Oman")) is kept


def test_an_actor_is_no_thing() -> None:
    clause = "rebel/NOUN/nsubj/1 x/VERB/ROOT/1 Oman/PROPN/obj/1"
    words = replace(WORDS, things=frozenset(["rebel"]))
    assert Relevance(RELEVANCE.actors, words).keeps(read(clause, "Praise", "rebel", "Oman"))


def test_a_law_of_somebody_is_a_deed_of_his() -> None:
    clause = "Chad/PROPN/compound/1 law/NOUN/nsubj/2 x/VERB/ROOT/2 Oman/PROPN/obj/2"
    assert RELEVANCE.keeps(read(clause, "BanImposed", "law", "Oman"))


FIGHT = "{}/{}/nsubj/1 x/VERB/ROOT/1 {}/{}/obj/1"


@pytest.mark.parametrize(
    ("source", "target", "frame", "kept"),
    [
        ("Blix/PROPN", "rebel/NOUN", "ArmedClash", False),
        ("rebel/NOUN", "Blix/PROPN", "ArmedClash", True),
        ("Chad/PROPN", "Oman/PROPN", "ArmedClash", True),
        ("Blix/PROPN", "rebel/NOUN", "Attack", True),
    ],
)
def test_one_person_quarrels_with_words(source: str, target: str, frame: str, kept: bool) -> None:
    clause = FIGHT.format(*source.split("/"), *target.split("/"))
    match = read(clause, frame, source.split("/")[0], target.split("/")[0])
    assert RELEVANCE.keeps(match) is kept


@pytest.mark.parametrize(
    ("kind", "source", "target", "kept"),
    [
        ("Demonstration", "Blix", "", False),
        ("Demonstration", "rebel", "", True),
        ("Demonstration", "", "Blix", True),
        ("Demonstration", "Blix", "Chad", True),
        ("OfferMade", "Blix", "", False),
        ("OfferMade", "Blix", "Chad", True),
        ("OfferMade", "Chad", "", True),
        ("Promise", "rebel", "", True),
    ],
)
def test_one_person_makes_no_demonstration(kind: str, source: str, target: str, kept: bool) -> None:
    clause = "x/VERB/ROOT/0 Blix/PROPN/nmod/0 rebel/NOUN/nmod/0 Chad/PROPN/nmod/0"
    match = read(clause, kind, source, target)
    match.trigger.pos, match.trigger.pos_ = NOUN, "NOUN"
    assert RELEVANCE.keeps(match) is kept


@pytest.mark.parametrize(
    ("frame", "label", "kept"),
    [("Agreeing", "ccomp", False), ("Allegation", "ccomp", True), ("Agreeing", "obl", True)],
)
def test_to_agree_after_words_is_to_say_them(frame: str, label: str, kept: bool) -> None:
    clause = f"hard/ADJ/{label}/1 x/VERB/ROOT/1 Chad/PROPN/nsubj/1"
    assert RELEVANCE.keeps(read(clause, frame, "Chad")) is kept


@pytest.mark.parametrize(("body", "kept"), [("baker", False), ("Chad", True)])
def test_who_heads_what_is_private_is_private(body: str, kept: bool) -> None:
    clause = f"head/NOUN/nsubj/3 of/ADP/case/2 {body}/NOUN/nmod/0 x/VERB/ROOT/3"
    match = read(clause, "Warning", "head")
    doc = match.trigger.doc
    doc._.holdings = [Holding(title(doc, 0, 1, ""), None, None, None)]
    assert RELEVANCE.keeps(match) is kept
