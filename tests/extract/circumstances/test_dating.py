"""Which time belongs to which event, on parses made by hand."""

import pytest
from parses import Row, grammar, parse
from spacy.tokens import Doc, Span

from kg.extract.circumstances.dating import Dater, time_spans
from kg.extract.frames.matching import Match
from kg.extract.syntax.slots import Grammar
from kg.extract.syntax.tree import nodes
from kg.ontology.lexicon import Frame
from kg.types import Time

FINITE = "VerbForm=Fin|Mood=Ind"


@pytest.fixture(scope="module")
def en() -> Grammar:
    return grammar("en")


def dates(
    en: Grammar, doc: Doc, triggers: dict[str, str], times: list[tuple[int, int]]
) -> dict[str, list[str]]:
    """Trigger word to the times of its event; triggers: word to class, times: token spans."""
    words = [token for token in nodes(doc) if token.text in triggers]
    matches = [
        Match(Frame("f", (word.lemma_,), "verb", triggers[word.text], {}), word, {})
        for word in words
    ]
    found: list[tuple[Span, Time]] = []
    for first, last in times:
        span = doc[first:last]
        found.append((span, Time(span.text, span.start_char, span.end_char, None)))
    dated = Dater(en, matches, found).date()
    return {words[k].text: [time.text for time in mine] for k, mine in dated.items() if mine}


def test_time_of_the_verb_that_opens_the_act(en: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("decided", "decide", "VERB", "ROOT", 1),
        ("on", "on", "ADP", "case", 3),
        ("Friday", "friday", "PROPN", "obl", 1),
        ("to", "to", "PART", "mark", 5),
        ("withdraw", "withdraw", "VERB", "xcomp", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 5: "VerbForm=Inf"})
    assert dates(en, doc, {"withdraw": "Withdrawal"}, [(2, 4)]) == {"withdraw": ["on Friday"]}


def test_time_of_a_verb_of_saying_is_nobodys(en: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("Friday", "friday", "PROPN", "obl", 4),
        ("rebels", "rebel", "NOUN", "nsubj", 4),
        ("attacked", "attack", "VERB", "ccomp", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 4: FINITE})
    assert dates(en, doc, {"attacked": "Attack"}, [(2, 3)]) == {}
    assert dates(en, doc, {"said": "Allegation"}, [(2, 3)]) == {}


REFUSAL: list[Row] = [
    ("Oslo", "oslo", "PROPN", "nsubj", 1),
    ("refused", "refuse", "VERB", "ROOT", 1),
    ("to", "to", "PART", "mark", 3),
    ("sign", "sign", "VERB", "xcomp", 1),
    ("in", "in", "ADP", "case", 5),
    ("April", "april", "PROPN", "obl", 3),
]


@pytest.mark.parametrize(
    ("kind", "found"), [("Refusal", {"refused": ["in April"]}), ("Demand", {})]
)
def test_time_of_what_is_refused_but_not_of_what_is_demanded(
    en: Grammar, kind: str, found: dict[str, list[str]]
) -> None:
    doc = parse("en", REFUSAL, morphs={1: FINITE, 3: "VerbForm=Inf"})
    assert dates(en, doc, {"refused": kind}, [(4, 6)]) == found


def test_clause_after_when_shares_the_time_before_it(en: Grammar) -> None:
    rows: list[Row] = [
        ("Things", "thing", "NOUN", "nsubj", 1),
        ("changed", "change", "VERB", "ROOT", 1),
        ("in", "in", "ADP", "case", 3),
        ("May", "may", "PROPN", "obl", 1),
        (",", ",", "PUNCT", "punct", 7),
        ("when", "when", "ADV", "advmod", 7),
        ("Oslo", "oslo", "PROPN", "nsubj", 7),
        ("surrendered", "surrender", "VERB", "acl:relcl", 3),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 7: FINITE})
    both = {"surrendered": "Surrender", "changed": "Attack"}
    assert dates(en, doc, {"surrendered": "Surrender"}, [(2, 4)]) == {"surrendered": ["in May"]}
    assert dates(en, doc, both, [(2, 4)]) == {"changed": ["in May"], "surrendered": ["in May"]}


def test_time_after_and_opens_the_next_clause(en: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("attacked", "attack", "VERB", "ROOT", 1),
        ("and", "and", "CCONJ", "cc", 6),
        ("in", "in", "ADP", "case", 4),
        ("1991", "1991", "NUM", "obl", 1),
        ("Rome", "rome", "PROPN", "nsubj", 6),
        ("withdrew", "withdraw", "VERB", "conj", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 6: FINITE})
    found = dates(en, doc, {"attacked": "Attack", "withdrew": "Withdrawal"}, [(3, 5)])
    assert found == {"withdrew": ["in 1991"]}


def test_time_of_a_noun_is_not_that_of_its_verb(en: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("condemned", "condemn", "VERB", "ROOT", 1),
        ("letters", "letter", "NOUN", "obj", 1),
        ("of", "of", "ADP", "case", 4),
        ("May", "may", "PROPN", "nmod", 2),
    ]
    doc = parse("en", rows, morphs={1: FINITE})
    assert dates(en, doc, {"condemned": "Condemnation"}, [(3, 5)]) == {}
    assert dates(en, doc, {"letters": "LetterSent"}, [(3, 5)]) == {"letters": ["of May"]}


def test_time_below_the_subject_says_since_when_it_is(en: Grammar) -> None:
    rows: list[Row] = [
        ("president", "president", "NOUN", "nsubj", 3),
        ("since", "since", "ADP", "case", 2),
        ("1986", "1986", "NUM", "nmod", 0),
        ("visited", "visit", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={3: FINITE})
    assert dates(en, doc, {"visited": "Visit"}, [(1, 3)]) == {}


def test_time_that_begins_the_sentence_goes_to_its_main_event(en: Grammar) -> None:
    rows: list[Row] = [
        ("Monday", "monday", "PROPN", "dep", 1),
        ("Oslo", "oslo", "PROPN", "nsubj", 2),
        ("attacked", "attack", "VERB", "ROOT", 2),
        ("Rome", "rome", "PROPN", "obj", 2),
        ("accusing", "accuse", "VERB", "advcl", 2),
    ]
    doc = parse("en", rows, morphs={2: FINITE})
    found = dates(en, doc, {"attacked": "Attack", "accusing": "Allegation"}, [(0, 1)])
    assert found == {"attacked": ["Monday"]}


def test_times_come_with_their_words() -> None:
    doc = parse("en", [("in", "in", "ADP", "case", 1), ("May", "may", "PROPN", "ROOT", 1)])
    ((span, time),) = time_spans(doc, [Time("in May", 0, 6, None)])
    assert (span.text, time.text) == ("in May", "in May")


@pytest.mark.parametrize(
    ("mark", "found"),
    [(False, {"left": ["Friday"], "ceding": ["Friday"]}), (True, {"left": ["Friday"]})],
)
def test_a_participle_goes_on_with_the_act_unless_a_word_parts_them(
    en: Grammar, mark: bool, found: dict[str, list[str]]
) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("left", "leave", "VERB", "ROOT", 1),
        ("Friday", "friday", "PROPN", "obl", 1),
        ("after", "after", "ADP", "mark" if mark else "advmod", 4),
        ("ceding", "cede", "VERB", "advcl", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 4: "VerbForm=Ger"})
    triggers = {"left": "Withdrawal", "ceding": "Concession"}
    assert dates(en, doc, triggers, [(2, 3)]) == found


@pytest.mark.parametrize(("tense", "met"), [("Past", ["Friday"]), ("Pres", [])])
def test_a_clause_with_where_in_the_same_tense_is_at_the_same_time(
    en: Grammar, tense: str, met: list[str]
) -> None:
    rows: list[Row] = [
        ("flew", "fly", "VERB", "ROOT", 0),
        ("Oslo", "oslo", "PROPN", "obl", 0),
        ("Friday", "friday", "PROPN", "obl", 0),
        ("where", "where", "SCONJ", "advmod", 4),
        ("met", "meet", "VERB", "acl:relcl", 1),
    ]
    doc = parse("en", rows, morphs={0: f"{FINITE}|Tense=Past", 4: f"{FINITE}|Tense={tense}"})
    found = dates(en, doc, {"flew": "Visit", "met": "Meeting"}, [(2, 3)])
    assert (found["flew"], found.get("met", [])) == (["Friday"], met)


def test_time_of_what_was_before_is_not_that_of_the_event(en: Grammar) -> None:
    rows: list[Row] = [
        ("after", "after", "ADP", "case", 1),
        ("tests", "test", "NOUN", "obl", 4),
        ("in", "in", "ADP", "case", 3),
        ("May", "may", "PROPN", "nmod", 1),
        ("left", "leave", "VERB", "ROOT", 4),
    ]
    doc = parse("en", rows, morphs={4: FINITE})
    assert dates(en, doc, {"left": "Withdrawal"}, [(2, 4)]) == {}
    assert dates(en, doc, {"tests": "WeaponsTest"}, [(2, 4)]) == {"tests": ["in May"]}


@pytest.mark.parametrize(("mark", "dated"), [(",", "invaded"), ("there", "seize")])
def test_a_day_after_a_comma_is_that_of_the_deed_and_not_of_its_aim(
    en: Grammar, mark: str, dated: str
) -> None:
    rows: list[Row] = [
        ("rebels", "rebel", "NOUN", "nsubj", 1),
        ("invaded", "invade", "VERB", "ROOT", 1),
        ("to", "to", "PART", "mark", 3),
        ("seize", "seize", "VERB", "advcl", 1),
        ("power", "power", "NOUN", "obj", 3),
        (mark, mark, "PUNCT", "punct", 3),
        ("on", "on", "ADP", "case", 7),
        ("Friday", "friday", "PROPN", "obl", 3),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 3: "VerbForm=Inf"})
    triggers = {"invaded": "Invasion", "seize": "Seizure"}
    assert dates(en, doc, triggers, [(6, 8)]) == {dated: ["on Friday"]}


def test_what_goes_on_after_when_is_of_that_time_too(en: Grammar) -> None:
    rows: list[Row] = [
        ("talks", "talk", "NOUN", "nsubj", 1),
        ("ended", "end", "VERB", "ROOT", 1),
        ("Friday", "friday", "PROPN", "obl", 1),
        ("when", "when", "ADV", "advmod", 5),
        ("rebels", "rebel", "NOUN", "nsubj", 5),
        ("rose", "rise", "VERB", "advcl", 1),
        ("and", "and", "CCONJ", "cc", 7),
        ("attacked", "attack", "VERB", "conj", 5),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 5: FINITE, 7: FINITE})
    assert dates(en, doc, {"attacked": "Attack"}, [(2, 3)]) == {"attacked": ["Friday"]}


def test_since_an_event_dates_that_event_alone(en: Grammar) -> None:
    rows: list[Row] = [
        ("visit", "visit", "NOUN", "ROOT", 0),
        ("since", "since", "ADP", "case", 2),
        ("election", "election", "NOUN", "nmod", 0),
        ("in", "in", "ADP", "case", 4),
        ("May", "may", "PROPN", "nmod", 2),
    ]
    assert dates(en, parse("en", rows), {"visit": "Visit"}, [(3, 5)]) == {}


def test_time_of_an_attack_is_that_of_its_deaths() -> None:
    attack = {
        "id": "en-attack-attack",
        "lemma": "attack",
        "pos": "noun",
        "type": "Attack",
        "roles": {"source": ["poss"]},
        "example": "An attack.",
    }
    rows: list[Row] = [
        ("Attacks", "attack", "NOUN", "nsubj", 3),
        ("of", "of", "ADP", "case", 2),
        ("May", "may", "PROPN", "nmod", 0),
        ("killed", "kill", "VERB", "ROOT", 3),
    ]
    doc = parse("en", rows, morphs={3: FINITE})
    known = grammar("en", frames=[attack])
    assert dates(known, doc, {"killed": "Killing"}, [(1, 3)]) == {"killed": ["of May"]}
    assert dates(known, doc, {"killed": "Meeting"}, [(1, 3)]) == {}


@pytest.mark.parametrize(("speaker", "found"), [(True, ["on Monday"]), (False, [])])
def test_who_says_what_he_will_not_do_refuses_then(
    en: Grammar, speaker: bool, found: list[str]
) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("said", "say", "VERB", "ROOT", 1),
        ("on", "on", "ADP", "case", 3),
        ("Monday", "monday", "PROPN", "obl", 1),
        ("Rome", "rome", "PROPN", "nsubj", 7),
        ("will", "will", "AUX", "aux", 7),
        ("not", "not", "PART", "advmod", 7),
        ("visit", "visit", "VERB", "ccomp", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 5: FINITE})
    frame = Frame("f", ("visit",), "verb", "Visit", {})
    match = Match(frame, nodes(doc)[7], {"source": [nodes(doc)[0 if speaker else 4]]})
    span = doc[2:4]
    time = Time(span.text, span.start_char, span.end_char, None)
    dated = Dater(en, [match], [(span, time)]).date()
    assert [t.text for t in dated.get(0, [])] == found


def test_time_after_a_dash_is_not_that_of_the_verb_before_it(en: Grammar) -> None:
    rows: list[Row] = [
        ("Oslo", "oslo", "PROPN", "nsubj", 1),
        ("gathered", "gather", "VERB", "ROOT", 1),
        ("troops", "troop", "NOUN", "obj", 1),
        ("--", "--", "PUNCT", "punct", 4),
        ("most", "most", "ADJ", "appos", 2),
        ("since", "since", "ADP", "case", 6),
        ("peace", "peace", "NOUN", "nmod", 4),
        ("in", "in", "ADP", "case", 8),
        ("1988", "1988", "NUM", "obl", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE})
    assert dates(en, doc, {"gathered": "Mobilization"}, [(7, 9)]) == {}
    rows[3] = (",", ",", "PUNCT", "punct", 4)
    doc = parse("en", rows, morphs={1: FINITE})
    assert dates(en, doc, {"gathered": "Mobilization"}, [(7, 9)]) == {"gathered": ["in 1988"]}


def test_what_a_visit_is_for_happens_then(en: Grammar) -> None:
    rows: list[Row] = [
        ("Kim", "kim", "PROPN", "nsubj", 1),
        ("came", "come", "VERB", "ROOT", 1),
        ("on", "on", "ADP", "case", 3),
        ("Monday", "monday", "PROPN", "obl", 1),
        ("for", "for", "ADP", "case", 5),
        ("talks", "talk", "NOUN", "obl", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE})
    kinds = {"came": "Visit", "talks": "Negotiation"}
    assert dates(en, doc, kinds, [(2, 4)]) == {"came": ["on Monday"], "talks": ["on Monday"]}
    assert "talks" not in dates(en, doc, {**kinds, "came": "TroopDeployment"}, [(2, 4)])


@pytest.mark.parametrize(("lemma", "found"), [("hold", {"signed": ["Friday"]}), ("praise", {})])
def test_when_a_meeting_is_held_that_something_is_done_at(
    en: Grammar, lemma: str, found: dict[str, list[str]]
) -> None:
    rows: list[Row] = [
        ("They", "they", "PRON", "nsubj", 1),
        ("signed", "sign", "VERB", "ROOT", 1),
        ("at", "at", "ADP", "case", 3),
        ("talks", "talk", "NOUN", "obl", 1),
        ("held", lemma, "VERB", "acl", 3),
        ("Friday", "friday", "PROPN", "obl", 4),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 4: "VerbForm=Part|Tense=Past"})
    assert dates(en, doc, {"signed": "TreatySigned"}, [(5, 6)]) == found


@pytest.mark.parametrize(("comma", "found"), [("now", {"signed": ["Friday"]}), (",", {})])
def test_a_time_before_a_gerund_is_that_of_the_verb_above(
    en: Grammar, comma: str, found: dict[str, list[str]]
) -> None:
    rows: list[Row] = [
        ("They", "they", "PRON", "nsubj", 1),
        ("signed", "sign", "VERB", "ROOT", 1),
        (comma, comma, "PUNCT" if comma == "," else "ADV", "dep", 1),
        ("Friday", "friday", "PROPN", "obl", 4),
        ("smiling", "smile", "VERB", "advcl", 1),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 4: "VerbForm=Ger"})
    assert dates(en, doc, {"signed": "TreatySigned"}, [(3, 4)]) == found


def test_a_noun_has_the_time_of_the_clause_with_when_that_it_is_object_of(en: Grammar) -> None:
    rows: list[Row] = [
        ("It", "it", "PRON", "nsubj", 1),
        ("began", "begin", "VERB", "ROOT", 1),
        ("Friday", "friday", "PROPN", "obl", 1),
        (",", ",", "PUNCT", "punct", 6),
        ("when", "when", "ADV", "advmod", 6),
        ("Oslo", "oslo", "PROPN", "nsubj", 6),
        ("sealed", "seal", "VERB", "advcl", 1),
        ("support", "support", "NOUN", "obj", 6),
    ]
    doc = parse("en", rows, morphs={1: FINITE, 6: FINITE})
    assert dates(en, doc, {"support": "DiplomaticSupport"}, [(2, 3)]) == {"support": ["Friday"]}
