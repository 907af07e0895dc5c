from stories import tell_english, tell_portuguese, to_store
from towns import ALONE, HOST, SENDER, STATE, tell, tell_all

from kg.graph.merge.outlines import make_outline
from kg.graph.merge.people import Register
from kg.graph.merge.people.values import Office
from kg.graph.merge.records import read_articles
from kg.graph.rdf.iris import ARTICLES


def by_iri(extractions, *, merged=False):
    register = Register()
    for told in read_articles(to_store(extractions, merged=merged)):
        register.add(make_outline(told))
    return {one.iri: one for one in register.people()}


def test_a_person_as_the_articles_have_them():
    one = by_iri([tell(1, SENDER, "Serhiy Chubay")])[SENDER]
    assert one.full == {"serhiy-chubay"}
    assert one.alone == frozenset()
    assert one.countries == {STATE + "UKR"}
    assert one.offices == {Office("mayor", STATE + "UKR")}
    assert one.articles == {ARTICLES + "a1"}
    assert one.named == {STATE + "UKR": 1.0}


def test_a_surname_is_no_full_name():
    one = by_iri([tell(1, ALONE, "Chubai")])[ALONE]
    assert (one.full, one.alone) == (frozenset(), {"chubai"})


def test_a_title_of_no_known_kind_is_its_words():
    people = by_iri([tell_portuguese()])
    kinds = {office.kind for one in people.values() for office in one.offices}
    assert kinds == {"president", "presidente"}


def test_the_share_of_the_articles_that_name_a_state():
    people = by_iri([*tell_all(), tell_english()])
    assert people[HOST].named == {STATE + "UKR": 1.0}
    assert set(people) > {SENDER, ALONE, HOST}


def test_only_the_articles_count():
    assert by_iri(tell_all(), merged=True) == by_iri(tell_all())
