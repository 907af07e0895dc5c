"""The tab that asks: SPARQL in the page, from disk, with the network blocked."""

import base64
import json
import re
import zlib

import pytest
from view.browser.opening import open_page
from view.graphs import build, iri
from view.worlds import STRAIT

from kg.query import named_queries, query_store, to_python

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
expect = playwright.expect


@pytest.fixture
def page(reader, strait_page):
    return open_tab(reader, strait_page)


def open_tab(reader, path, **options):
    page = open_page(reader, path, **options)
    page.locator("#tab-ask").click()
    page.locator("#ask h2").wait_for()
    return page


def ask(page, name, **values):
    page.locator(f"#ask [data-question={name}]").click()
    for field, value in values.items():
        page.locator(f"#ask [name={field}]").fill(value)
    page.locator("#ask .primary").click()


def write(page, query):
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").fill(query)
    page.keyboard.press("Control+Enter")


def status(page):
    return page.locator("#ask .status")


def rows(page):
    page.locator("#ask tbody tr").first.wait_for()
    return page.locator("#ask tbody tr").evaluate_all(
        "all => all.map((row) => [...row.cells].map((cell) => cell.innerText))"
    )


# --- named questions ---


def test_nothing_is_unpacked_before_the_tab_is_opened(reader, strait_page):
    page = open_page(reader, strait_page)
    blocks = page.locator("script#rdf, script#wasm, script#engine, script#questions")
    assert blocks.count() == 4
    page.locator("#tab-ask").click()
    expect(blocks).to_have_count(0)


def test_every_named_query_is_offered(page):
    offered = page.locator("#ask .questions [data-question]").evaluate_all(
        "all => all.map((item) => item.dataset.question)"
    )
    assert sorted(offered) == sorted(["own", *named_queries()])


def test_a_question_answers_in_the_language_of_the_page(page):
    ask(page, "people")
    table = rows(page)
    assert any("Ingrid Solberg" in row for row in table)
    assert page.locator("#ask h2").inner_text() == "Pessoas de um Estado"
    assert status(page).inner_text().startswith(f"{len(table)} linhas · ")
    page.locator("#language").select_option("fr")
    assert page.locator("#ask h2").inner_text() == "Personnes d'un État"
    assert status(page).inner_text().startswith(f"{len(table)} lignes · ")


@pytest.mark.parametrize(("name", "values"), [("outlets", {}), ("people", {"lang": "pt"})])
def test_the_page_and_the_command_line_answer_alike(page, name, values):
    ask(page, name)
    expected = to_python(query_store(build(STRAIT), name=name, params=values))
    assert len(rows(page)) == len(expected.rows)
    assert page.locator("#ask th").all_inner_texts() == [
        column.replace("_", " ") for column in expected.columns
    ]


def test_what_is_required_is_asked_for(page):
    page.locator("#ask [data-question=timeline]").click()
    page.locator("#ask .primary").click()
    assert page.locator("#ask [role=alert]").inner_text() == "Preencha o que é obrigatório."
    assert page.evaluate("document.activeElement.name") == "state"
    assert page.locator("#ask [name=state]").get_attribute("aria-invalid") == "true"


def test_fields_offer_the_actors_of_the_graph(page):
    page.locator("#ask [data-question=timeline]").click()
    offered = page.locator("#ask datalist option").evaluate_all("all => all.map((o) => o.value)")
    assert {"Noruega", "Portugal"} <= set(offered)


def test_hostile_values_stay_values(page):
    for value in ['"', "\\", '") } #', "\\u0022", "'''", "\n"]:
        query = page.evaluate(
            """value => sparql.bind({ head: "SELECT ?x WHERE {", tail: "}" }, { x: value })""",
            value,
        )
        found = page.evaluate("query => engine.ask(query)", query)
        assert [row[0]["value"] for row in found["rows"]] == [value]


def test_questions_are_found_by_their_words(page):
    page.locator("#ask nav input").fill("SANCOES")
    assert page.locator("#ask .questions button").all_inner_texts() == [
        "Seu próprio SPARQL",
        "Sanções",
    ]


def test_a_question_can_be_changed_as_sparql(page):
    page.locator("#ask [data-question=timeline]").click()
    page.locator("#ask [name=state]").fill('Nor"uega')
    page.locator("#ask .buttons button", has_text="Editar").click()
    query = page.locator("#ask .code").input_value()
    assert 'VALUES (?state ?lang) { ("Nor\\"uega" "pt") }' in query
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_contain_text("0 linhas")


# --- the answer ---


def test_actors_and_events_are_called_by_name_and_chosen(page):
    write(page, f"SELECT ?who {{ VALUES ?who {{ <{iri('state/NOR')}> }} }}")
    page.locator("#ask tbody button").click()
    assert page.evaluate("state.now.chosen") == {"kind": "node", "id": "state/NOR"}
    expect(page.locator("#panel")).to_contain_text("Noruega")


def test_the_answer_is_shown_in_the_graph(page):
    write(page, "SELECT ?event { ?event a kg:Meeting }")
    page.locator("#ask tbody tr").first.wait_for()
    found = page.locator("#ask tbody tr").count()
    page.locator("#ask .bar button", has_text="Mostrar no grafo").click()
    assert page.evaluate("state.now.tab") == "graph"
    assert len(page.evaluate("state.now.lit")) == found > 0
    assert set(page.evaluate("state.now.lit")) <= set(
        page.evaluate("graph.scene.items.map(({ id }) => id)")
    )
    page.locator("#graph button", has_text="Desmarcar").click()
    assert page.evaluate("state.now.lit") == []


def test_rows_are_sorted_by_a_click(page):
    write(page, "SELECT ?n { VALUES ?n { 10 9 100 } }")
    assert rows(page) == [["10"], ["9"], ["100"]]
    page.locator("#ask th button").click()
    assert rows(page) == [["9"], ["10"], ["100"]]
    page.locator("#ask th button").click()
    assert rows(page) == [["100"], ["10"], ["9"]]
    assert page.locator("#ask th").get_attribute("aria-sort") == "descending"


def test_long_answers_come_in_pages_and_are_counted(page):
    numbers = " ".join(str(number) for number in range(250))
    write(page, f"SELECT ?n {{ VALUES ?n {{ {numbers} }} }}")
    expect(status(page)).to_contain_text("250 linhas")
    pager = page.locator("#ask .pager")
    assert "1 a 100 de 250" in pager.inner_text()
    pager.locator("button", has_text="Seguinte").click()
    pager.locator("button", has_text="Seguinte").click()
    assert "201 a 250 de 250" in pager.inner_text()
    assert rows(page)[-1] == ["249"]
    assert pager.locator("button", has_text="Seguinte").is_disabled()


def test_a_triple_is_counted_once_however_many_articles_tell_it(page):
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    counted = page.evaluate("query => engine.ask(query)", query)["rows"][0][0]["value"]
    distinct = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    assert page.evaluate("query => engine.ask(query)", distinct)["rows"][0][0]["value"] == counted


def test_yes_and_no(page):
    write(page, "ASK { ?s a kg:Report }")
    expect(page.locator("#ask .truth")).to_have_text("Sim")
    write(page, "ASK { ?s a kg:Nothing }")
    expect(page.locator("#ask .truth")).to_have_text("Não")


def test_triples_come_as_turtle_with_prefixes(page):
    sentence = "<https://w3id.org/geopolitical-kg/state/NOR>"
    write(
        page,
        f'CONSTRUCT {{ ?s kg:country ?s ; rdfs:label "{sentence}" }} {{ BIND({sentence} AS ?s) }}',
    )
    text = page.locator("#ask pre")
    expect(text).to_contain_text("state:NOR")
    assert f'"{sentence}"' in text.inner_text()
    assert "@prefix state: <https://w3id.org/geopolitical-kg/state/> ." in text.inner_text()
    with page.expect_download() as saved:
        page.locator("#ask .bar button", has_text="Turtle").click()
    assert saved.value.suggested_filename == "answer.ttl"
    assert "state:NOR" in saved.value.path().read_text("utf8")


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_rows_are_saved_as_the_w3c_writes_them(page, form):
    write(page, 'SELECT ?a ?b { VALUES (?a ?b) { ("um, dois"@pt 3) } }')
    page.locator("#ask tbody tr").wait_for()
    with page.expect_download() as saved:
        page.locator("#ask .bar button", has_text=form.upper()).click()
    text = saved.value.path().read_text("utf8")
    assert saved.value.suggested_filename == f"answer.{form}"
    if form == "json":
        (row,) = json.loads(text)["results"]["bindings"]
        assert row["a"] == {"type": "literal", "value": "um, dois", "xml:lang": "pt"}
    else:
        expected = {"csv": ["\ufeffa,b", '"um, dois",3'], "tsv": ["?a\t?b", '"um, dois"@pt\t3']}
        assert text.splitlines() == expected[form]


# --- the editor ---


def test_words_are_completed_and_their_prefix_is_declared(page):
    page.locator("#ask [data-question=own]").click()
    code = page.locator("#ask .code")
    code.fill("SELECT ?event { ?event a ")
    code.press("Control+End")
    page.keyboard.type("reuni")
    assert page.locator("#ask [role=option]").first.inner_text().split() == [
        "kg:Meeting",
        "Reunião",
    ]
    assert code.get_attribute("aria-activedescendant") == "ask-offer-0"
    page.keyboard.press("Enter")
    page.keyboard.type(" ; kg:source ?so")
    page.keyboard.press("Escape")
    page.keyboard.type("urce . ?ev")
    page.keyboard.press("Tab")
    page.keyboard.type(" ?p ?o }")
    assert code.input_value() == (
        "PREFIX kg: <https://w3id.org/geopolitical-kg/ontology#>\n"
        "SELECT ?event { ?event a kg:Meeting ; kg:source ?source . ?event ?p ?o }"
    )
    page.keyboard.press("Control+Enter")
    assert rows(page)


def test_tab_leaves_the_editor_when_there_is_nothing_to_complete(page):
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "primary"


def test_a_new_line_keeps_the_indent(page):
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").fill("{\n  ?s")
    page.keyboard.press("Enter")
    assert page.locator("#ask .code").input_value() == "{\n  ?s\n  "
    assert page.locator("#ask .line-numbers div").all_inner_texts() == ["1", "2", "3"]


FAULTS = [
    ("SELECT * {\n ?s ?p }", "linha 2, depois de “?s ?p }”. Confira ali", 2),
    ("SELECT * {\n ?s foo:bar 'a:b' }", "O prefixo foo: da linha 2 é desconhecido", 2),
    ("oops", "linha 1, depois de “oops”. Confira ali", 1),
    ("INSERT DATA { <a:a> <a:b> <a:c> }", "A consulta tem um erro: linha 1", 1),
    ("", "A consulta tem um erro: linha 1. Confira o começo", 1),
]


def test_an_error_is_one_line_that_says_where(page):
    fault = page.locator("#ask [role=alert]")
    for query, message, line in FAULTS:
        write(page, query)
        expect(fault).to_contain_text(message)
        assert "\n" not in fault.inner_text()
        assert page.locator("#ask .line-numbers .wrong").inner_text() == str(line)


def test_an_endless_question_can_be_stopped(page):
    write(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    page.locator("#ask .buttons button", has_text="Parar").click()
    expect(status(page)).to_have_text("Parada antes da resposta.")
    write(page, "ASK {}")
    expect(page.locator("#ask .truth")).to_have_text("Sim")


# --- reaching out ---


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "LOAD <https://example.org/data.ttl>",
        "SELECT * FROM <https://example.org/data.ttl> { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_out(page, reader, query):
    write(page, query)
    expect(status(page)).to_have_text(re.compile(r"\S"))
    page.wait_for_timeout(100)
    assert not any("asked for" in fault for fault in reader.faults)


def test_the_worker_may_not_fetch(page):
    blocked = page.evaluate(
        """() => {
            const code = `
                addEventListener("securitypolicyviolation", (event) => {
                    postMessage(event.effectiveDirective);
                });
                fetch("https://example.org/").catch(() => {});`;
            const worker = new Worker(URL.createObjectURL(new Blob([code])));
            return new Promise((done) => {
                worker.onmessage = ({ data }) => done(data);
                setTimeout(done, 3000, "nothing blocked it");
            });
        }"""
    )
    assert blocked == "connect-src"


# --- the question in the address ---


def packed(text):
    """As the page packs it, with another tool."""
    squeezed = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    letters = squeezed.compress(text.encode("utf8")) + squeezed.flush()
    return base64.urlsafe_b64encode(letters).decode("ascii").rstrip("=")


def fragment(page):
    page.wait_for_timeout(500)
    return page.evaluate("state.fragment()")


def open_at(reader, path, fragment):
    page = open_page(reader, path)
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def ask_in_french(page):
    ask(page, "people")
    page.locator("#ask [name=lang]").select_option("fr")
    page.locator("#ask .primary").click()


def test_a_named_question_is_answered_from_the_address(reader, page, strait_page):
    ask_in_french(page)
    found = rows(page)
    address = fragment(page)
    assert address == "#tab=ask&ask=people,lang:fr"
    other = open_at(reader, strait_page, address)
    assert rows(other) == found
    assert other.locator("#ask [name=lang]").input_value() == "fr"


def test_a_question_without_what_it_needs_waits(reader, strait_page):
    page = open_at(reader, strait_page, "#tab=ask&ask=events-between,a:Marrocos")
    expect(page.locator("#ask [name=a]")).to_have_value("Marrocos")
    page.wait_for_timeout(500)
    assert status(page).inner_text() == ""
    assert page.locator("#ask [name=b][aria-invalid]").count() == 0


def test_sparql_from_the_address_waits_for_the_reader(reader, page, strait_page):
    query = 'SELECT ?x WHERE { ?x a kg:Person } # "ação" <&=,:>'
    write(page, query)
    found = rows(page)
    address = fragment(page)
    assert address.startswith("#tab=ask&ask=own,text:")
    other = open_at(reader, strait_page, address)
    expect(other.locator("#ask .code")).to_have_value(query)
    other.wait_for_timeout(1000)
    assert other.locator("#ask tbody tr").count() == 0
    other.locator("#ask .primary").click()
    assert rows(other) == found


def test_what_is_typed_is_in_the_address_before_it_is_asked(reader, page, strait_page):
    page.locator("#ask [data-question=own]").click()
    page.locator("#ask .code").fill("ASK { ?s ?p ?o }")
    other = open_at(reader, strait_page, fragment(page))
    expect(other.locator("#ask .code")).to_have_value("ASK { ?s ?p ?o }")


def test_what_no_page_packed_is_not_unpacked(page):
    code = page.locator("#ask .code")
    for text in ("!", "AAAA", packed("A" * 100_001), packed("A" * 50_000_000), "%00"):
        for letters, shown in ((packed("ASK {}"), "^ASK"), (text, "^SELECT")):
            page.evaluate(f"location.hash = 'tab=ask&ask=own,text:{letters}'")
            expect(code).to_have_value(re.compile(shown))


def test_an_unknown_question_is_passed_over(reader, strait_page):
    page = open_at(reader, strait_page, "#tab=ask&ask=nothing,a:b")
    expect(page.locator("#ask [aria-current=true]")).to_have_count(1)


def test_questions_are_undone(page):
    ask_in_french(page)
    rows(page)
    page.locator("#ask [data-question=timeline]").click()
    expect(page.locator("#ask tbody tr")).to_have_count(0)
    page.locator("#undo").click()
    assert page.locator("#ask [name=lang]").input_value() == "fr"
    assert rows(page)


def test_what_an_answer_lights_is_in_the_address(reader, page, strait_page):
    ask_in_french(page)
    rows(page)
    page.get_by_role("button", name="grafo").click()
    lit = page.evaluate("state.now.lit")
    assert lit
    other = open_at(reader, strait_page, fragment(page))
    assert other.evaluate("state.now.lit") == lit
    assert other.evaluate("state.now.ask.name") == "people"
