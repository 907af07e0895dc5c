import pytest
from annotations import annotate, mention
from parses import grammar, parse, texts
from spacy.tokens import Doc

from kg.extract.circumstances.places import Places
from kg.extract.mentions.actors import Actors
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.namespaces import BASE

BERGEN = f"{BASE}place/NOR/bergen"


def places(lang: str) -> Places:
    return Places(Actors(grammar(lang), load_gazetteer()))


def located(lang: str, preposition: str, *, label: str = "PLACE", kind: str = "name") -> Doc:
    """Somebody does something somewhere."""
    doc = parse(
        lang,
        [
            ("X", "x", "NOUN", "nsubj", 1),
            ("acts", "act", "VERB", "ROOT", 1),
            (preposition, preposition, "ADP", "case", 3),
            ("Bergen", "bergen", "PROPN", "obl", 1),
        ],
    )
    mention(doc, 3, 4, label, BERGEN, kind)
    return annotate(doc, referents={3: BERGEN})


@pytest.mark.parametrize(
    ("lang", "preposition", "found"),
    [
        ("en", "in", True),
        ("en", "near", True),
        ("en", "with", False),
        ("pt", "em", True),
        ("pt", "na", True),
        ("pt", "contra", False),
    ],
)
def test_a_preposition_of_place_makes_a_spot(lang: str, preposition: str, found: bool) -> None:
    doc = located(lang, preposition)
    assert texts(places(lang).find(doc)) == (["Bergen"] if found else [])


def test_who_is_of_a_place_is_no_place() -> None:
    assert places("en").find(located("en", "in", kind="demonym")) == []
    assert places("en").find(located("en", "in", label="PERSON")) == []


@pytest.mark.parametrize(
    ("lang", "rows", "spots", "place"),
    [
        ("pt", [("no", "em o", "ADP", "case", 1), ("país", "país", "NOUN", "obl", 1)], 1, "país"),
        ("en", [("in", "in", "ADP", "case", 1), ("prison", "prison", "NOUN", "obl", 1)], 0, None),
        (
            "en",
            [
                ("at", "at", "ADP", "case", 2),
                ("the", "the", "DET", "det", 2),
                ("border", "border", "NOUN", "obl", 2),
            ],
            1,
            "border",
        ),
    ],
)
def test_a_noun_of_place_needs_no_name_but_has_to_be_a_certain_one(
    lang: str, rows: list[tuple[str, str, str, str, int]], spots: int, place: str | None
) -> None:
    doc = annotate(parse(lang, rows))
    found = places(lang).find(doc)
    assert len(found) == spots
    for spot in found:
        value = places(lang).to_place(spot)
        assert (value.text, value.entity, value.country) == (place, None, None)


def town(lang: str, words: list[str]) -> Doc:
    """preposition, noun of place, preposition, Bergen."""
    first, noun, second = words
    doc = parse(
        lang,
        [
            (first, first, "ADP", "case", 1),
            (noun, noun, "NOUN", "obl", 4),
            (second, second, "ADP", "case", 3),
            ("Bergen", "bergen", "PROPN", "nmod", 1),
            ("acts", "act", "VERB", "ROOT", 4),
        ],
    )
    mention(doc, 3, 4, "PLACE", BERGEN)
    return annotate(doc, referents={3: BERGEN}, countries={BERGEN: "NOR"})


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("pt", ["na", "cidade", "de"]),
        ("pt", ["pela", "baixa", "de"]),
        ("pt", ["em", "localidade", "em"]),
        ("en", ["in", "outskirts", "of"]),
    ],
)
def test_a_noun_of_place_has_the_referent_of_the_name_inside(lang: str, words: list[str]) -> None:
    doc = town(lang, words)
    spot = places(lang).find(doc)[0]
    place = places(lang).to_place(spot)
    assert (spot.text, place.entity, place.country) == (words[1], BERGEN, "NOR")
    assert doc.text[place.start : place.end] == place.text


def test_an_adverb_of_place_makes_one_too() -> None:
    doc = parse(
        "pt",
        [
            ("próximo", "próximo", "ADV", "advmod", 3),
            ("de", "de", "ADP", "case", 2),
            ("Bergen", "bergen", "PROPN", "obl", 0),
            ("age", "agir", "VERB", "ROOT", 3),
        ],
    )
    mention(doc, 2, 3, "PLACE", BERGEN)
    assert texts(places("pt").find(annotate(doc, referents={2: BERGEN}))) == ["Bergen"]


def test_a_city_that_the_recogniser_missed_is_a_spot_and_another_word_is_not() -> None:
    for name, spots in [("Tacloban", ["Tacloban"]), ("October", [])]:
        doc = parse("en", [("in", "in", "ADP", "case", 1), (name, name.lower(), "PROPN", "obl", 1)])
        assert texts(places("en").find(annotate(doc))) == spots


@pytest.mark.parametrize(
    ("lang", "words", "text"),
    [
        ("en", ["outside", "bakery", "of"], "Bergen"),
        ("pt", ["numa", "padaria", "de"], "Bergen"),
        ("en", ["with", "bakery", "of"], None),
    ],
)
def test_of_a_thing_that_is_in_a_town_only_the_town_is_the_place(
    lang: str, words: list[str], text: str | None
) -> None:
    doc = town(lang, words)
    found = places(lang).find(doc)
    assert [places(lang).to_place(spot).text for spot in found] == ([text] if text else [])


def test_a_country_is_no_site_that_one_goes_through() -> None:
    for noun, spots in [("país", []), ("estrada", ["estrada"])]:
        rows = [("pelo", "por o", "ADP", "case", 1), (noun, noun, "NOUN", "obl", 1)]
        assert texts(places("pt").find(annotate(parse("pt", rows)))) == spots


def test_a_town_taken_for_an_organisation_that_nobody_knows_is_a_spot() -> None:
    rows = [("in", "in", "ADP", "case", 1), ("Tacloban", "tacloban", "PROPN", "obl", 1)]
    for iri, spots in [
        ("organisation/tacloban", ["Tacloban"]),
        ("organisation/united-nations", []),
    ]:
        doc = parse("en", rows)
        mention(doc, 1, 2, "ORG", BASE + iri)
        assert texts(places("en").find(annotate(doc))) == spots


@pytest.mark.parametrize(
    ("lang", "preposition", "noun", "spots"),
    [("en", "on", "soil", 1), ("pt", "em", "solo", 1), ("en", "on", "vodka", 0)],
)
def test_the_soil_of_a_state(lang: str, preposition: str, noun: str, spots: int) -> None:
    norway = f"{BASE}state/NOR"
    doc = parse(
        lang,
        [
            ("acts", "act", "VERB", "ROOT", 0),
            (preposition, preposition, "ADP", "case", 3),
            ("Norwegian", "norwegian", "ADJ", "amod", 3),
            (noun, noun, "NOUN", "obl", 0),
        ],
    )
    mention(doc, 2, 3, "STATE", norway, "demonym")
    annotate(doc, referents={2: norway})
    found = places(lang).find(doc)
    assert len(found) == spots
    for spot in found:
        value = places(lang).to_place(spot)
        assert (value.text, value.country) == (f"Norwegian {noun}", "NOR")
