"""Which part of the data is shown."""

import pytest
from view.browser.opening import open_page
from view.graphs import event, iri


@pytest.fixture
def page(reader, strait_page):
    return open_page(reader, strait_page)


def shown(page, patch="{}"):
    """Ids of the events that are shown after a change."""
    page.evaluate(f"state.set({patch})")
    return set(page.evaluate("[...model.shown().events].map((ix) => model.all.events[ix].id)"))


def short(name):
    return "event/" + str(event(name)).rpartition("/")[2]


def off(group, *values):
    return f"{{ off: {{ ...state.now.off, {group}: {list(values)} }} }}"


def test_only_facts_are_shown_at_first(page):
    found = shown(page)
    assert short("troops") in found
    assert not {short("troops-denied"), short("summit"), short("mediation")} & found
    assert page.evaluate("model.shown().counts.events") == [14, 17]
    assert page.evaluate("model.shown().counts.articles") == [3, 3]


def test_what_is_denied_is_one_click_away(page):
    assert short("troops-denied") in shown(page, off("status"))


def test_root_and_class(page):
    assert short("attack") not in shown(page, off("root", "ASSAULT"))
    assert short("clash") not in shown(page)
    page.evaluate("state.undo()")
    assert short("attack") not in shown(page, off("cls", "Attack"))
    assert short("clash") in shown(page)


def test_outlet_language_and_score(page):
    assert short("condemn") not in shown(page, off("outlet", "Diário do Porto"))
    page.evaluate("state.undo()")
    found = shown(page, off("language", "en"))
    assert short("call") not in found
    # Told in both languages, it stays by its sentence in the other.
    assert short("sanctions") in found
    assert shown(page, "{ score: 1 }") == found


def test_an_event_is_shown_when_it_lies_within_the_days_in_part(page):
    found = shown(page, "{ from: '2026-02-15', to: '2026-03-01' }")
    assert {short("troops"), short("attack"), short("killed")} <= found
    assert short("lisbon-talks") not in found
    # Since 2024, with no end; and one of no known time.
    assert short("condemn") in found
    assert short("condemn") not in shown(page, "{ datedOnly: true }")


def test_only_the_events_of_an_actor(page):
    found = shown(page, "{ actor: 'person/helena-prado' }")
    assert found == {short("lisbon-talks"), short("appeal")}
    names = page.evaluate("[...model.shown().nodes].map((ix) => model.all.nodes[ix].id)")
    assert "person/helena-prado" in names
    assert "state/NOR" not in names


def test_nodes_of_a_type_go_with_their_relations(page):
    before = page.evaluate("model.shown().relations.length")
    page.evaluate("state.toggle('type', 'state')")
    assert 0 < page.evaluate("model.shown().relations.length") < before
    types = page.evaluate("[...model.shown().nodes].map((ix) => model.all.nodes[ix].type)")
    assert "state" not in types


def test_what_is_only_mentioned_is_off_at_first(page):
    assert page.evaluate("model.shown().nodes.has(model.at('node', 'state/FRA'))") is False
    page.evaluate("state.toggle('type', 'mentioned')")
    assert page.evaluate("model.shown().nodes.has(model.at('node', 'state/FRA'))") is True


def test_a_relation_sums_up_the_events_of_two(page):
    page.evaluate("state.set({ off: { ...state.now.off, status: [] } })")
    relation = page.evaluate(
        """() => {
            const [a, b] = ["state/MAR", "state/ESP"].map((id) => model.at("node", id));
            const one = model.shown().relations
                .find((item) => [item.a, item.b].includes(a) && [item.a, item.b].includes(b));
            return { ...one, events: one.events.length, balance: one.balance, a, b, id: one.id };
        }"""
    )
    assert (relation["events"], relation["count"], relation["reports"]) == (3, 3, 3)
    assert (relation["cooperation"], relation["conflict"]) == (0, 3)
    assert relation["balance"] == -1
    low, high = sorted([relation["a"], relation["b"]])
    assert relation["id"] == f"{low}-{high}"


def test_a_relation_is_found_by_its_id_though_it_is_filtered_out(page):
    found = page.evaluate(
        """() => {
            const { id } = model.shown().relations[0];
            state.set({ from: "1990-01-01", to: "1990-01-02", datedOnly: true });
            return [model.shown().relations.length, model.relation(id).id === id];
        }"""
    )
    assert found == [0, True]
    assert page.evaluate("model.relation('98-99') === undefined")
    assert page.evaluate("model.relation('x') === undefined")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("joao", {"person/joao-avila"}),
        ("ORGANIZACAO unidas", {"organisation/united-nations"}),
        ("norway", {"state/NOR"}),
        ("zzz", set()),
        ("  ", set()),
    ],
)
def test_search_folds_accents_and_knows_all_languages(page, wanted, found):
    ids = page.evaluate(
        "q => [...model.search(q).nodes].map((ix) => model.all.nodes[ix].id)", wanted
    )
    assert set(ids) == found


def test_search_reads_events_and_sentences(page):
    found = page.evaluate(
        """() => {
            const { events, reports } = model.search("condenação");
            const sentences = model.search("maritima").reports;
            return [events.length, reports.length, sentences.length];
        }"""
    )
    assert found == [1, 0, 1]
    by_actor = page.evaluate("model.search('meeting prado').events.length")
    assert by_actor == 1


def test_the_best_name_comes_first(page):
    ids = page.evaluate("model.search('ta').nodes.map((ix) => model.all.nodes[ix].id)")
    assert str(iri("place/MAR/tangier")).endswith(ids[0])


def test_labels_follow_the_language_of_the_page(page):
    labels = page.evaluate(
        """() => ["pt", "en", "es"].map((lang) => {
            state.set({ lang });
            return model.labelOf(model.at("node", "state/NOR"));
        })"""
    )
    assert labels == ["Noruega", "Norway", "Norway"]
