import pytest

from tools.gazetteer.people import Term, person, read_terms, short_names, spellings, term_id

ROW = dict.fromkeys(["en", "pt", "pt-PT", "es", "fr", "short", "country", "offices", "source"], "")


def test_offices_of_states_and_organisations():
    cell = "president@BRA 1995-01-01/2002; leader@group/hamas 2017-05/..; envoy@USA /"
    assert read_terms(cell) == [
        Term("president", "state/BRA", "1995-01-01/2002"),
        Term("leader", "group/hamas", "2017-05/.."),
        Term("envoy", "state/USA", "/"),
    ]


def test_what_is_no_office_is_an_error():
    with pytest.raises(ValueError, match="president of BRA"):
        read_terms("president of BRA 1995/2002")


def test_a_term_is_named_by_person_kind_owner_and_start():
    assert term_id("ana-lobo", Term("mayor", "state/PRT", "1990/1995")) == (
        "term/ana-lobo/mayor/PRT/1990"
    )
    assert term_id("ana-lobo", Term("envoy", "organisation/nato", "/1995")) == (
        "term/ana-lobo/envoy/organisation-nato/unknown"
    )


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"en": "Ana Lobo"}, ["Lobo"]),
        ({"en": "Boris Yeltsin", "pt": "Boris Ieltsin"}, ["Ieltsin", "Yeltsin"]),
        ({"en": "Hafez al-Assad"}, ["Assad", "al-Assad"]),
        ({"en": "John Paul II"}, []),
        ({"en": "Xi Jinping", "short": "Xi"}, ["Xi"]),
        ({"en": "Ana Lobo", "short": "-"}, []),
        ({"en": "Ana Lobo (painter); Ana Lobo"}, ["Lobo"]),
    ],
)
def test_short_names(changes, names):
    assert short_names({**ROW, **changes}) == names


def test_a_name_with_a_remark_is_for_display_only():
    assert spellings({**ROW, "en": "Ana Lobo (painter); Ana Lobo"}) == ["Ana Lobo"]


def test_a_person_comes_with_the_terms():
    row = {**ROW, "en": "Ana Lobo", "country": "PRT", "offices": "mayor@PRT 1990/1995"}
    (iri, block), (term, held) = person(row)
    assert (iri, term) == ("person/ana-lobo", "term/ana-lobo/mayor/PRT/1990")
    assert dict(block)["kg:heldOffice"] == [f"<{term}>"]
    assert dict(held)["kg:heldDuring"] == ['"1990/1995"']
