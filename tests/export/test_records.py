import csv
import io
import json
from datetime import date

import pytest

from kg.errors import InputError, PipelineMissing
from kg.export.records import event_record, mention_record, office_record, to_rows, write_records
from kg.types import (
    Argument,
    Article,
    Attribution,
    Entity,
    Event,
    Extraction,
    Mention,
    Office,
    Phrase,
    Place,
    Quantity,
    Time,
)

TEXT = "Norway and Peru will not send\n40 divers to Chile in May 2025, Oslo said."
ARTICLE = Article(id="isle/1", text=TEXT, lang="en", date=date(2025, 5, 2), body=((0, len(TEXT)),))


def at(words):
    start = TEXT.index(words)
    return words, start, start + len(words)


NORWAY = Argument("source", *at("Norway"), entity="x/state/NOR", country="NOR", type="STATE")
PERU = Argument("source", *at("Peru"), entity="x/state/PER", country="PER", type="STATE")
CHILE = Argument("target", *at("Chile"), entity="x/state/CHL", country="CHL", type="STATE")
DIVERS = Argument("theme", *at("40 divers"))
EVENT = Event(
    type="TroopDeployment",
    trigger=Phrase(*at("send")),
    sentence=Phrase(*at(TEXT)),
    arguments=(NORWAY, PERU, DIVERS, CHILE),
    rule="en-troopdeployment-send",
    time=Time(*at("in May 2025"), value="2025-05"),
    place=Place(*at("Chile"), entity="x/state/CHL", country="CHL"),
    quantity=Quantity(*at("40 divers"), value=40, qualifier=None, unit="diver"),
    attribution=Attribution(*at("Oslo"), entities=("x/state/NOR",)),
    polarity="negative",
    modality="planned",
)
BARE = Event(
    type="Resignation",
    trigger=Phrase(*at("said")),
    sentence=Phrase(*at(TEXT)),
    arguments=(),
    rule="en-resignation-quit",
)
MENTION = Mention(*at("Norway"), type="STATE", kind="name", entity="x/state/NOR", country="NOR")
OFFICE = Office(
    person=Mention(*at("Oslo"), type="PERSON", kind="name"),
    title=Phrase(*at("divers")),
    office=None,
    of=MENTION,
    sentence=Phrase(*at(TEXT)),
)
EXTRACTION = Extraction(
    article=ARTICLE,
    sentences=1,
    mentions=(MENTION,),
    entities=(Entity("x/state/NOR", "STATE", "Kingdom of Norway", "NOR"),),
    offices=(OFFICE,),
    events=(EVENT, BARE),
    agreements=(),
)


def test_event_record():
    assert event_record(EVENT, ARTICLE) == {
        "id": "isle/1",
        "lang": "en",
        "published": "2025-05-02",
        "sentence": TEXT,
        "start": 0,
        "end": len(TEXT),
        "event": "MOBILIZE",
        "mode": "troops",
        "cameo": "154",
        "type": "kg:TroopDeployment",
        "trigger": {"text": "send", "start": 25, "end": 29},
        "source": [
            {"text": "Norway", "start": 0, "end": 6, "id": "x/state/NOR", "country": "NOR"},
            {"text": "Peru", "start": 11, "end": 15, "id": "x/state/PER", "country": "PER"},
        ],
        "target": [
            {"text": "Chile", "start": 43, "end": 48, "id": "x/state/CHL", "country": "CHL"}
        ],
        "time": {"text": "in May 2025", "value": "2025-05"},
        "place": {"text": "Chile", "id": "x/state/CHL", "country": "CHL"},
        "quantity": {"text": "40 divers", "value": 40, "qualifier": None, "unit": "diver"},
        "casualties": [],
        "attribution": {"text": "Oslo", "id": "x/state/NOR"},
        "polarity": "negative",
        "mood": "planned",
        "denied_by": None,
        "modality": "planned",
        "rule": "en-troopdeployment-send",
        "score": 1.0,
    }


def test_what_an_event_lacks_is_null():
    record = event_record(BARE, ARTICLE)
    missing = ("time", "place", "quantity", "attribution", "source", "target")
    assert [record[key] for key in missing] == [None, None, None, None, [], []]


def test_mention_record():
    assert mention_record(MENTION, ARTICLE) == {
        "id": "isle/1",
        "text": "Norway",
        "start": 0,
        "end": 6,
        "type": "STATE",
        "kind": "name",
        "entity": "x/state/NOR",
        "country": "NOR",
    }


def test_office_record():
    assert office_record(OFFICE, ARTICLE) == {
        "id": "isle/1",
        "person": {"text": "Oslo"},
        "office": {"text": "divers"},
        "of": {"text": "Norway", "country": "NOR"},
    }


def test_a_row_for_each_pair():
    rows = list(to_rows(EXTRACTION, "events"))
    triples = [(row["subject"], row["relation"], row["object"]) for row in rows]
    assert triples == [
        ("Kingdom of Norway", "deployedTroopsTo", "Chile"),
        ("Peru", "deployedTroopsTo", "Chile"),
        (None, "resignedFrom", None),
    ]
    assert (rows[0]["date"], rows[0]["place"], rows[2]["date"]) == ("2025-05", "Chile", None)
    countries = [(row["subject_country"], row["object_country"]) for row in rows]
    assert countries == [("NOR", "CHL"), ("PER", "CHL"), (None, None)]
    assert [row["subject_iri"] for row in rows] == ["x/state/NOR", "x/state/PER", None]
    assert {row["published"] for row in rows} == {"2025-05-02"}
    codes = ("class", "plover", "cameo", "place_country", "quantity", "attribution")
    assert [rows[0][code] for code in codes] == [
        *("TroopDeployment", "MOBILIZE", "154", "CHL", "40 divers", "Oslo"),
    ]
    assert "\n" not in rows[0]["sentence"]


@pytest.mark.parametrize("what", ["events", "mentions", "offices"])
def test_csv_and_json_lines_hold_the_same_articles(what):
    outs = {}
    for form in ("csv", "jsonl"):
        outs[form] = io.StringIO()
        write_records(
            [ARTICLE],
            outs[form],
            extract=lambda _: EXTRACTION,
            what=what,
            form=form,
            on_skip=pytest.fail,
        )
    rows = list(csv.DictReader(io.StringIO(outs["csv"].getvalue())))
    records = [json.loads(line) for line in outs["jsonl"].getvalue().splitlines()]
    assert {row["id"] for row in rows} == {record["id"] for record in records} == {"isle/1"}
    assert not any(None in row for row in rows)


def test_what_fails_is_reported_and_the_rest_written():
    def extract(article):
        if article.lang == "pt":
            raise PipelineMissing("no pipeline")
        if article.lang == "es":
            raise KeyError("x")
        return EXTRACTION

    others = [Article(id=lang, text="x", lang=lang) for lang in ("pt", "es")]
    out, skipped = io.StringIO(), []
    items = [InputError("bad"), *others, ARTICLE]
    write_records(items, out, extract=extract, on_skip=skipped.append)
    assert skipped[:2] == ["bad", "pt: no pipeline"]
    assert skipped[2].startswith("es: KeyError('x'): a defect of kg")
    assert len(out.getvalue().splitlines()) == 2
