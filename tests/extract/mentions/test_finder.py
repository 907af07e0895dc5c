import pytest
from parses import Row, blank, parse
from spacy.tokens import Doc, Span

from kg.extract.mentions.finder import MentionFinder
from kg.ontology.namespaces import BASE


@pytest.fixture(scope="module")
def pt() -> MentionFinder:
    return MentionFinder(blank("pt"), "mentions")


@pytest.fixture(scope="module")
def en() -> MentionFinder:
    return MentionFinder(blank("en"), "mentions")


def doc(lang: str, words: str, entities: dict[tuple[int, int], str] | None = None) -> Doc:
    """Words joined by blanks; entities: (start, end) in tokens to the recogniser's label."""
    found = parse(lang, [(word, word.lower(), "PROPN", "dep", 0) for word in words.split()])
    found.set_ents([Span(found, *place, label) for place, label in (entities or {}).items()])
    return found


def read(found: Doc) -> list[tuple[str, str, str, str]]:
    return [
        (span.text, span.label_, span.id_, span.kb_id_.removeprefix(BASE))
        for span in found.spans["mentions"]
    ]


def test_states_and_demonyms_come_from_the_gazetteer(pt: MentionFinder) -> None:
    assert read(pt(doc("pt", "A Polônia recebeu um enviado norueguês"))) == [
        ("Polônia", "STATE", "name", "state/POL"),
        ("norueguês", "STATE", "demonym", "state/NOR"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("they told us", []),
        ("the US agreed", ["US"]),
        ("please polish it", []),
        ("a Polish ship", ["Polish"]),
        ("TALKS IN OSLO", ["OSLO"]),
        ("talks in oslo", []),
    ],
)
def test_case_tells_a_name_from_a_word(en: MentionFinder, words: str, expected: list[str]) -> None:
    assert [row[0] for row in read(en(doc("en", words)))] == expected


def test_recognised_person_is_kept_without_an_iri(pt: MentionFinder) -> None:
    found = pt(doc("pt", "Ana Teixeira falou em Oslo", {(0, 2): "PER"}))
    assert read(found)[0] == ("Ana Teixeira", "PERSON", "name", "")


def test_gazetteer_wins_over_the_recogniser_on_the_same_words(pt: MentionFinder) -> None:
    found = pt(doc("pt", "Oslo recusou", {(0, 1): "PER"}))
    assert [row[1] for row in read(found)] == ["PLACE"]


@pytest.mark.parametrize(("last", "name"), [("dollars", "Acme"), ("Group", "Acme 50 Group")])
def test_what_is_counted_after_a_name_is_no_part_of_it(
    en: MentionFinder, last: str, name: str
) -> None:
    rows: list[Row] = [
        ("Acme", "acme", "PROPN", "iobj", 0),
        ("50", "50", "NUM", "nummod", 2),
        (last, last.lower(), "NOUN" if last.islower() else "PROPN", "obj", 0),
    ]
    found = parse("en", rows)
    found.set_ents([Span(found, 0, 3, "ORG")])
    assert [row[0] for row in read(en(found))] == [name]


def test_a_government_is_named_by_its_state(pt: MentionFinder) -> None:
    found = pt(doc("pt", "Governo da Polônia", {(0, 3): "LOC"}))
    assert [row[0] for row in read(found)] == ["Polônia"]


def test_longest_name_wins(pt: MentionFinder) -> None:
    found = pt(doc("pt", "visitou Porto Oslo Velho", {(1, 4): "LOC"}))
    assert [row[0] for row in read(found)] == ["Porto Oslo Velho"]


def test_organisation_that_holds_a_state_is_an_institution(pt: MentionFinder) -> None:
    found = pt(doc("pt", "o Banco Central da Polônia subiu", {(1, 5): "ORG"}))
    assert [span.text for span in found.spans["institutions"]] == ["Banco Central da Polônia"]
    assert [row[0] for row in read(found)] == ["Polônia"]


def test_article_is_trimmed_and_lower_case_entity_dropped(pt: MentionFinder) -> None:
    found = doc("pt", "A Frente Norte negou acordo", {(0, 3): "ORG", (4, 5): "ORG"})
    found[0].pos_ = "DET"
    assert [row[0] for row in read(pt(found))] == ["Frente Norte"]


def test_a_numeral_at_the_start_of_a_sentence_is_no_name(pt: MentionFinder) -> None:
    for words, names in [("Catorze homens saíram", []), ("Homens de Catorze", ["Catorze"])]:
        at = words.split().index("Catorze")
        found = pt(doc("pt", words, {(at, at + 1): "PER"}))
        assert [span.text for span in found.spans["mentions"]] == names


def test_entity_of_an_unknown_label_is_no_mention(en: MentionFinder) -> None:
    assert read(en(doc("en", "on Sunday", {(1, 2): "DATE"}))) == []


def test_blanks_round_a_hyphen_do_no_harm(en: MentionFinder) -> None:
    assert [row[0] for row in read(en(doc("en", "Guinea - Bissau agreed")))] == ["Guinea - Bissau"]


@pytest.mark.parametrize(
    ("relation", "number", "expected"),
    [
        ("nsubj", "Number=Plur", ["community/kurds"]),
        ("amod", "Number=Plur", []),
        ("nsubj", "Number=Sing", []),
    ],
)
def test_community_is_named_by_a_plural_that_is_no_attribute(
    pt: MentionFinder, relation: str, number: str, expected: list[str]
) -> None:
    found = parse("pt", [("curdos", "curdo", "NOUN", relation, 0)], morphs={0: number})
    assert [row[3] for row in read(pt(found))] == expected


def test_article_makes_an_invariable_name_a_community(en: MentionFinder) -> None:
    rows = [("the", "the", "DET", "det", 1), ("Roma", "Roma", "PROPN", "nsubj", 1)]
    morphs = {0: "Definite=Def", 1: "Number=Sing"}
    assert [row[3] for row in read(en(parse("en", rows, morphs=morphs)))] == ["community/roma"]
    assert read(en(parse("en", [("Roma", "Roma", "PROPN", "nsubj", 0)]))) == []


@pytest.mark.parametrize(
    ("relation", "expected"), [("nsubj", "community/chechens"), ("amod", "place/RUS/chechnya")]
)
def test_people_or_their_land(pt: MentionFinder, relation: str, expected: str) -> None:
    rows = [("tchetchenos", "tchetcheno", "NOUN", relation, 0)]
    found = parse("pt", rows, morphs={0: "Number=Plur"})
    assert [row[3] for row in read(pt(found))] == [expected]


@pytest.mark.parametrize(
    ("relation", "noun", "expected"),
    [("obj", "leste", []), ("nsubj", "leste", ["short"]), ("obj", "aeroporto", ["short"])],
)
def test_a_short_name_told_where_is_a_town(
    pt: MentionFinder, relation: str, noun: str, expected: list[str]
) -> None:
    rows: list[Row] = [
        ("atacaram", "atacar", "VERB", "ROOT", 0),
        ("Masisi", "masisi", "PROPN", relation, 0),
        (",", ",", "PUNCT", "punct", 4),
        ("no", "em o", "ADP", "case", 4),
        (noun, noun, "NOUN", "nmod", 1),
        ("do", "de o", "ADP", "case", 6),
        ("Congo", "congo", "PROPN", "nmod", 4),
    ]
    found = pt(parse("pt", rows)).spans["mentions"]
    assert [span.id_ for span in found if span.text == "Masisi"] == expected


def test_a_body_is_no_place(pt: MentionFinder) -> None:
    found = doc("pt", "A Polícia Xis", {(1, 3): "LOC"})
    assert [row[:2] for row in read(pt(found))] == [("Polícia Xis", "ORG")]
