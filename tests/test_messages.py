from dataclasses import replace
from types import SimpleNamespace

from kg.messages import align, format_explanation, format_summary
from kg.types import (
    Argument,
    Attribution,
    Candidate,
    Event,
    Mention,
    Office,
    Phrase,
    Place,
    Quantity,
    Time,
)

PERU = Mention("Peru", 0, 4, "STATE", "name", entity="x/state/PER")
ANA = Mention("Ana", 0, 3, "PERSON", "name")
CONGO = Mention(
    *("Congo", 0, 5, "STATE", "name", "x/state/COD", "COD"),
    unsure=True,
    candidates=(
        Candidate("x/state/COD", 0.4, (("state", 0.4),)),
        Candidate("x/state/COG", 0.35, (("state", 0.4), ("beside", -0.05))),
    ),
)
EVENT = Event(
    type="TroopDeployment",
    trigger=Phrase("sent", 5, 9),
    sentence=Phrase("Peru sent 40 divers.", 0, 20),
    arguments=(
        Argument("source", "Peru", 0, 4, entity="x/state/PER"),
        Argument("theme", "40 divers", 10, 19),
    ),
    rule="en-send",
    time=Time("then", 0, 4, None),
    place=Place("Lima", 0, 4, "x/place/lima", "PER"),
    quantity=Quantity("some 40 divers", 0, 4, 40, "some", "diver"),
    attribution=Attribution("Oslo", 0, 4, ("x/state/NOR",)),
    polarity="negative",
    modality="planned",
)


def explanation(**parts):
    empty = dict.fromkeys(["words", "mentions", "offices", "events", "misses"], ())
    paths = dict(zip(EVENT.arguments, ["nsubj", "obj"], strict=True))
    return format_explanation(SimpleNamespace(**{**empty, "paths": paths, "guesses": {}, **parts}))


def test_an_event_with_all_its_circumstances():
    assert explanation(events=(EVENT,)) == "\n".join(
        [
            "Events",
            "  TroopDeployment    sent            rule en-send",
            "    source by nsubj  Peru            x/state/PER",
            "    theme by obj     40 divers       not linked",
            "    time             then            not resolved",
            "    place            Lima            x/place/lima",
            "    quantity         some 40 divers  some 40 diver",
            "    attribution      Oslo            x/state/NOR",
            "    polarity         negative",
            "    modality         planned",
        ]
    )


def test_parse_mentions_offices_and_misses():
    words = [
        SimpleNamespace(index=0, text="Peru", lemma="Peru", pos="PROPN", label="nsubj", head=1),
        SimpleNamespace(index=1, text="left", lemma="leave", pos="VERB", label="ROOT", head=1),
    ]
    office = Office(ANA, Phrase("queen", 0, 5), None, PERU, Phrase("x", 0, 1))
    miss = SimpleNamespace(trigger="left", rule="en-leave", reason="no obj")
    lines = explanation(words=words, mentions=(PERU, ANA), offices=(office,), misses=(miss,))
    assert lines.splitlines() == [
        "Parse",
        "  Peru  Peru   PROPN  nsubj  of left",
        "  left  leave  VERB   ROOT",
        "",
        "Mentions",
        "  Peru  STATE   name  x/state/PER",
        "  Ana   PERSON  name  not linked",
        "",
        "Offices",
        "  Ana  queen  Peru",
        "",
        "Nearest rules that gave nothing",
        "  left  en-leave  no obj",
    ]


def test_a_sentence_without_any_trigger():
    assert explanation() == "No word of the sentence is a trigger in the lexicon."


def test_columns():
    assert align([("a", "1"), ("bbb", "1,000")], right=True) == ["a        1", "bbb  1,000"]
    assert align([]) == []


def test_what_a_name_can_mean_with_its_reasons():
    lines = explanation(mentions=(CONGO,)).splitlines()
    assert lines[3:6] == [
        "Links",
        "  Congo  x/state/COD  0.40  unsure  state +0.40",
        "  Congo  x/state/COG  0.35          state +0.40, beside -0.05",
    ]


def test_a_target_that_no_slot_gave_says_so():
    argument = Argument("target", "Chad", 0, 4, "x/state/TCD", inferred=True)
    event = replace(EVENT, arguments=(argument,))
    assert "  target by the only other actor" in explanation(events=(event,))


def test_a_guess_names_the_word_that_it_rests_on():
    text = explanation(events=[EVENT], guesses={"en-send": "ship (0.81)"})
    assert "rule en-send, a guess: near ship (0.81)" in text


def test_a_summary_tells_of_unchanged_articles_where_there_are_some():
    counts = {"articles": 2, "sentences": 9, "entities": 4, "events": {}, "triples": 80}
    summary = SimpleNamespace(**counts, seconds=1.25, files=(), unchanged=1200)
    assert format_summary(summary).splitlines()[:2] == ["articles       2", "unchanged  1,200"]
    summary.unchanged = 0
    assert "unchanged" not in format_summary(summary)
