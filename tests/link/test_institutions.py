import pytest
from annotations import annotate, mention
from parses import blank, parse
from spacy.tokens import Doc, Span

from kg.link.institutions import InstitutionFinder
from kg.ontology.namespaces import BASE

POL = f"{BASE}state/POL"


@pytest.fixture(scope="module")
def pt() -> InstitutionFinder:
    return InstitutionFinder(blank("pt"), "institutions")


def doc(noun: tuple[str, str], *, state: bool = True) -> Doc:
    """NOUN da Polônia agiu."""
    found = parse(
        "pt",
        [
            (*noun, "NOUN", "nsubj", 3),
            ("da", "de o", "ADP", "case", 2),
            ("Polônia", "polônia", "PROPN", "nmod", 0),
            ("agiu", "agir", "VERB", "ROOT", 3),
        ],
    )
    if state:
        mention(found, 2, 3, "STATE", POL)
    return annotate(found)


def read(found: Doc) -> list[tuple[str, str, str]]:
    return [(s.text, s.kb_id_.removeprefix(BASE), s.id_) for s in found.spans["institutions"]]


def test_government_stands_for_its_state(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("governo", "governo")))) == [("governo da Polônia", "state/POL", "name")]


@pytest.mark.parametrize("words", [("Marinha", "marinha"), ("marinha", "marinha")])
def test_institution_of_a_kind_is_that_of_its_state(
    pt: InstitutionFinder, words: tuple[str, str]
) -> None:
    found = pt(doc(words))
    assert read(found) == [(f"{words[0]} da Polônia", "organisation/POL/navy", "name")]
    assert found._.countries == {f"{BASE}organisation/POL/navy": "POL"}


def test_other_institution_is_an_organisation_of_its_state(pt: InstitutionFinder) -> None:
    found = pt(doc(("Agência", "agência")))
    assert read(found) == [("Agência da Polônia", "organisation/agencia-da-polonia", "name")]
    assert found._.countries == {f"{BASE}organisation/agencia-da-polonia": "POL"}


def test_several_that_are_counted_are_none(pt: InstitutionFinder) -> None:
    found = parse(
        "pt",
        [
            ("duas", "dois", "NUM", "nummod", 1),
            ("agências", "agência", "NOUN", "nsubj", 3),
            ("polonesas", "polonês", "ADJ", "amod", 1),
            ("agiram", "agir", "VERB", "ROOT", 3),
        ],
    )
    mention(found, 2, 3, "STATE", POL)
    assert read(pt(annotate(found))) == []


Words = list[tuple[str, str, str, str, int]]
FOREIGN_MINISTRY = "organisation/POL/foreign-ministry"


@pytest.mark.parametrize(
    ("lang", "rows", "owner", "text"),
    [
        (
            "en",
            [
                ("Poland", "Poland", "PROPN", "nmod:poss", 3),
                ("'s", "'s", "PART", "case", 0),
                ("Foreign", "foreign", "PROPN", "compound", 3),
                ("Ministry", "ministry", "PROPN", "ROOT", 3),
            ],
            (0, 1, "name"),
            "Poland 's Foreign Ministry",
        ),
        (
            "en",
            [
                ("Ministry", "ministry", "PROPN", "ROOT", 0),
                ("of", "of", "ADP", "case", 3),
                ("Foreign", "foreign", "PROPN", "compound", 3),
                ("Affairs", "affair", "PROPN", "nmod", 0),
                ("of", "of", "ADP", "case", 5),
                ("Poland", "Poland", "PROPN", "nmod", 0),
            ],
            (5, 6, "name"),
            "Ministry of Foreign Affairs of Poland",
        ),
        (
            "pt",
            [
                ("polonês", "polonês", "ADJ", "amod", 1),
                ("Ministério", "ministério", "NOUN", "ROOT", 1),
                ("das", "de o", "ADP", "case", 3),
                ("Relações", "relação", "NOUN", "nmod", 1),
                ("Exteriores", "exterior", "ADJ", "amod", 3),
            ],
            (0, 1, "demonym"),
            "polonês Ministério das Relações Exteriores",
        ),
        (
            "fr",
            [
                ("ministère", "ministère", "NOUN", "ROOT", 0),
                ("polonais", "polonais", "ADJ", "amod", 0),
                ("des", "de", "ADP", "case", 3),
                ("Affaires", "affaire", "NOUN", "nmod", 0),
                ("étrangères", "étranger", "ADJ", "amod", 3),
            ],
            (1, 2, "demonym"),
            "ministère polonais des Affaires étrangères",
        ),
    ],
)
def test_one_node_in_all_languages(
    lang: str, rows: Words, owner: tuple[int, int, str], text: str
) -> None:
    found = annotate(parse(lang, rows))
    mention(found, owner[0], owner[1], "STATE", POL, owner[2])
    assert read(InstitutionFinder(blank(lang), "institutions")(found)) == [
        (text, FOREIGN_MINISTRY, "name")
    ]


def twice(between: str, country: str, after: tuple[str, str]) -> Doc:
    """Marinha da STATE (between) Marinha AFTER; the state has the given code."""
    found = parse(
        "pt",
        [
            ("Marinha", "marinha", "NOUN", "nsubj", 3),
            ("da", "de o", "ADP", "case", 2),
            ("X", "x", "PROPN", "nmod", 0),
            (between, between, "VERB", "ROOT", 3),
            ("marinha", "marinha", "NOUN", "obj", 3),
            (*after, "ADP", "dep", 3),
        ],
    )
    mention(found, 2, 3, "STATE", f"{BASE}state/{country}")
    return annotate(found)


def test_bare_name_is_the_institution_named_before(pt: InstitutionFinder) -> None:
    assert read(pt(twice("viu", "POL", ("ontem", "ontem"))))[1:] == [
        ("marinha", "organisation/POL/navy", "nominal")
    ]


def test_bare_name_of_another_owner_is_not(pt: InstitutionFinder) -> None:
    assert len(read(pt(twice("viu", "POL", ("da", "de o"))))) == 1


def test_own_name_in_the_gazetteer_is_the_same_node(pt: InstitutionFinder) -> None:
    found = doc(("Parlamento", "parlamento"), state=False)
    mention(found, 2, 3, "STATE", f"{BASE}state/ISR")
    assert [row[1] for row in read(pt(found))] == ["organisation/knesset"]


def test_embassy_stands_in_a_state(pt: InstitutionFinder) -> None:
    found = parse(
        "pt",
        [
            ("embaixada", "embaixada", "NOUN", "ROOT", 0),
            ("da", "de o", "ADP", "case", 2),
            ("Polônia", "polônia", "PROPN", "nmod", 0),
            ("em", "em", "ADP", "case", 4),
            ("Oslo", "oslo", "PROPN", "nmod", 0),
        ],
    )
    mention(found, 2, 3, "STATE", POL)
    mention(found, 4, 5, "PLACE", f"{BASE}place/NOR/oslo")
    assert read(pt(annotate(found))) == [
        ("embaixada da Polônia", "organisation/POL/embassy/NOR", "name")
    ]


def test_words_of_an_institution_are_no_mention_beside_it(pt: InstitutionFinder) -> None:
    found = doc(("Marinha", "marinha"))
    mention(found, 0, 1, "ORG", f"{BASE}organisation/marinha")
    assert [span.text for span in pt(found).spans["mentions"]] == ["Polônia"]


def test_institution_of_no_state_is_none(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("marinha", "marinha"), state=False))) == []


def test_other_noun_is_no_institution(pt: InstitutionFinder) -> None:
    assert read(pt(doc(("maçã", "maçã")))) == []


def test_longest_phrase_wins_over_what_was_recognised(pt: InstitutionFinder) -> None:
    found = doc(("Marinha", "marinha"))
    found.spans["institutions"] = [Span(found, 0, 1, "ORG", span_id="name")]
    assert [row[0] for row in read(pt(found))] == ["Marinha da Polônia"]


def test_institution_ends_at_a_comma(pt: InstitutionFinder) -> None:
    rows = [
        ("governo", "governo", "NOUN", "nsubj", 4),
        ("polaco", "polaco", "ADJ", "amod", 0),
        (",", ",", "PUNCT", "punct", 3),
        ("Lobo", "lobo", "PROPN", "appos", 0),
        ("agiu", "agir", "VERB", "ROOT", 4),
    ]
    found = parse("pt", rows)
    mention(found, 1, 2, "STATE", POL, "demonym")
    assert [row[0] for row in read(pt(annotate(found)))] == ["governo polaco"]


def test_council_of_a_state_is_not_that_of_the_world() -> None:
    rows = [
        ("National", "national", "PROPN", "compound", 2),
        ("Security", "security", "PROPN", "compound", 2),
        ("Council", "council", "PROPN", "nsubj", 3),
        ("met", "meet", "VERB", "ROOT", 3),
    ]
    found = parse("en", rows)
    mention(found, 1, 3, "ORG", f"{BASE}organisation/united-nations-security-council")
    step = InstitutionFinder(blank("en"), "institutions")
    assert not step(annotate(found)).spans["mentions"]


@pytest.mark.parametrize(("word", "expected"), [("polícias", []), ("Polícias", ["Polícias da"])])
def test_many_are_no_institution(pt: InstitutionFinder, word: str, expected: list[str]) -> None:
    found = doc((word, "polícia"))
    found[0].set_morph("Number=Plur")
    assert [row[0][: len("Polícias da")] for row in read(pt(found))] == expected
