from annotations import annotate, mention, title
from hypothesis import given
from hypothesis import strategies as st
from parses import parse
from spacy.tokens import Doc

from kg.assemble import rebase, to_extraction
from kg.link.offices import Holding
from kg.ontology.namespaces import BASE
from kg.types import Argument, Article, Event, Phrase

TEXT = "“Basta”, disse Lobo, presidente da Polônia."
PRESIDENT, LOBO = f"{BASE}office/president", f"{BASE}person/lobo"


def event() -> Event:
    """As read from a text with other quotation marks."""
    return Event(
        "Demand",
        Phrase("disse", 9, 14),
        Phrase("«Basta», disse Lobo", 0, 19),
        (Argument("theme", "«Basta»", 0, 7),),
        "f",
    )


def test_texts_are_those_of_the_article() -> None:
    found = rebase(event(), TEXT)
    assert found.sentence.text == "“Basta”, disse Lobo"
    assert [argument.text for argument in found.arguments] == ["“Basta”"]
    assert found.trigger == Phrase("disse", 9, 14)
    assert (found.type, found.rule, found.time) == ("Demand", "f", None)


@given(st.text("ab“”’ ", min_size=1), st.data())
def test_every_phrase_equals_its_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (found,) = rebase((Phrase("?", start, end),), text)
    assert found.text == text[found.start : found.end]


def test_article_and_plain_values_stay() -> None:
    article = Article("a", "x", "pt")
    assert rebase(article, "y") is article
    assert rebase("plain", "y") == "plain"


def doc() -> Doc:
    words = ["«", "Basta", "»", ",", "disse", "Lobo", ",", "presidente", "da", "Polônia", "."]
    glue = {0, 1, 2, 5, 9}
    rows = [
        (word, word.lower(), "PUNCT" if not word.isalpha() else "PROPN", "dep", 4) for word in words
    ]
    parsed = parse("pt", rows)
    found = Doc(
        parsed.vocab,
        words=words,
        spaces=[i not in glue and i + 1 < len(words) for i in range(len(words))],
        heads=[token.head.i for token in parsed],
        deps=[token.dep_ for token in parsed],
    )
    found.spans.update({"mentions": [], "titles": [], "institutions": []})
    return found


def extract(article: Article):  # type: ignore[no-untyped-def]
    parsed = doc()
    assert len(parsed.text) == len(TEXT)
    lobo = mention(parsed, 5, 6, "PERSON", LOBO)
    poland = mention(parsed, 9, 10, "STATE", f"{BASE}state/POL")
    office = title(parsed, 7, 8, PRESIDENT)
    unsaid = Holding(office, None, poland, "POL")
    annotate(
        parsed,
        holdings=[Holding(office, lobo, poland, "POL"), unsaid],
        countries={LOBO: "POL"},
    )
    for name in ("events", "agreements"):
        Doc.set_extension(name, default=(), force=True)
    parsed._.events = (event(),)
    return to_extraction(parsed, article)


def test_extraction_holds_what_the_steps_found() -> None:
    found = extract(Article("a", TEXT, "pt"))
    assert [m.text for m in found.mentions] == ["Lobo", "Polônia"]
    assert [(e.label, e.type, e.country) for e in found.entities] == [
        ("Lobo", "PERSON", "POL"),
        ("Polônia", "STATE", "POL"),
    ]
    assert found.sentences == 1


def test_office_is_stated_only_with_its_holder() -> None:
    (office,) = extract(Article("a", TEXT, "pt")).offices
    assert (office.person.text, office.title.text, office.office) == (
        "Lobo",
        "presidente",
        PRESIDENT,
    )
    assert office.of is not None
    assert office.of.country == "POL"


def test_offsets_point_into_the_article() -> None:
    found = extract(Article("a", TEXT, "pt"))
    (told,) = found.events
    (office,) = found.offices
    for part in (*found.mentions, office.title, office.sentence, told.sentence, *told.arguments):
        assert TEXT[part.start : part.end] == part.text
