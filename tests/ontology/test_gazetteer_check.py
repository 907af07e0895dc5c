import pytest

from kg.errors import DataError
from kg.ontology.gazetteer_check import check_gazetteer

HEAD = """@base <https://w3id.org/geopolitical-kg/> .
@prefix kg: <https://w3id.org/geopolitical-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def labels(text: str) -> str:
    return "rdfs:label " + " , ".join(f'"{text}"@{lang}' for lang in ("en", "pt", "es", "fr"))


GOOD = f"""
<state/UTP> a kg:State ; {labels("Utopia")} ; kg:country <state/UTP> ; kg:iso3166alpha3 "UTP" ;
    owl:sameAs wd:Q1 .
<office/king> a kg:Office ; {labels("king")} ; kg:headsGovernment true .
<person/ana> a kg:Person ; {labels("Ana Alta")} ; kg:shortName "Alta" ; kg:country <state/UTP> ;
    kg:heldOffice <term/ana> .
<term/ana> a kg:TermOfOffice ; kg:officeKind <office/king> ; kg:officeOf <state/UTP> ;
    kg:heldDuring "1990/1995-06" .
<person/bea> a kg:Person ; {labels("Bea Alta")} ; kg:shortName "Alta" ;
    kg:heldOffice <term/bea> .
<term/bea> a kg:TermOfOffice ; kg:officeKind <office/king> ; kg:officeOf <state/UTP> ;
    kg:heldDuring "1995-06/.." .
"""


@pytest.fixture
def check(tmp_path):
    def run(*additions: str, instead: tuple[str, str] = ("", "")):
        turtle = HEAD + GOOD.replace(*instead) + "".join(additions)
        (tmp_path / "people.ttl").write_text(turtle, encoding="utf8")
        return check_gazetteer(tmp_path)

    return run


def test_a_good_file_has_no_findings_and_shared_short_names_are_counted(check):
    report = check()
    assert (report.findings, report.errors) == ((), 0)
    assert (report.entries, report.shared_short_names) == (3, 1)


@pytest.mark.parametrize(
    ("old", "new", "subject", "what"),
    [
        ('"Utopia"@fr', '"Utopie"@de', "state/UTP", "no label in fr"),
        ('"Utopia"@fr', '"Utopia"@fr , "Utopie"@fr', "state/UTP", "2 labels in fr"),
        ('"king"@pt , ', "", "office/king", "no label in pt"),
        (
            "<person/ana> a",
            "<state/UTP> kg:demonym 'U' . <person/ana> a",
            "state/UTP",
            "described 2",
        ),
        ("kg:country <state/UTP> ;\n", "kg:country <state/XXX> ;\n", "person/ana", "is not there"),
        ("kg:officeOf <state/UTP>", "kg:officeOf <office/king>", "term/ana", "of another class"),
        ("officeKind <office/king>", "officeKind <state/UTP>", "term/ana", "of another class"),
        (
            "kg:heldOffice <term/ana>",
            "kg:heldOffice <term/no>",
            "person/ana",
            "kg:heldOffice term/no is not",
        ),
        ("kg:heldOffice <term/ana>", "kg:heldOffice <term/no>", "term/ana", "held by 0 people"),
        ('"1990/1995-06"', '"1990/1995-13"', "term/ana", "'1995-13' is no EDTF date"),
        ('"1990/1995-06"', '"about 1990/1995"', "term/ana", "'about 1990' is no EDTF date"),
        ('"1990/1995-06"', '"1996/1995-06"', "term/ana", "ends before it begins"),
        ('    kg:heldDuring "1990/1995-06" .', "    a kg:TermOfOffice .", "term/ana", "not one"),
    ],
)
def test_each_fault_is_an_error(check, old, new, subject, what):
    report = check(instead=(old, new))
    assert report.errors >= 1
    found = [f for f in report.findings if f.subject == subject and what in f.what]
    assert found, report.findings
    assert found[0].is_error
    assert found[0].file == "people.ttl"
    assert found[0].advice


@pytest.mark.parametrize("value", ["/", "1990/", "/1990", "1990~/1991?", "1990-01-05/.."])
def test_unknown_and_open_ends_are_no_fault(check, value):
    report = check(instead=('"1995-06/.."', f'"{value}"'))
    assert report.errors == 0


def test_codes_and_identifiers_belong_to_one(check):
    other = f'<state/DYS> a kg:State ; {labels("Dystopia")} ; kg:iso3166alpha3 "UTP" ; '
    other += "owl:sameAs wd:Q1 ."
    report = check(other)
    assert [(f.subject, f.what) for f in report.findings] == [
        ("state/UTP", "shares UTP with state/DYS"),
        ("state/UTP", "shares http://www.wikidata.org/entity/Q1 with state/DYS"),
    ]


def test_two_entries_of_one_label_class_and_country(check):
    twin = f"<person/ana-2> a kg:Person ; {labels('Aná ALTA')} ; kg:country <state/UTP> ."
    [finding] = check(twin).findings
    assert (finding.subject, finding.what) == ("person/ana", "has the label of person/ana-2")
    stranger = twin.replace(" ; kg:country <state/UTP>", "")
    assert check(stranger).errors == 0


def test_a_name_of_several_entries_is_a_warning_with_all_of_them(check):
    place = f'<place/alta> a kg:Place ; {labels("Alta")} ; skos:altLabel "utopia"@pt-BR .'
    [finding] = check(place).findings
    assert not finding.is_error
    assert finding.subject == "'utopia'"
    assert finding.what == "means place/alta, state/UTP (pt)"


def test_heads_of_one_government_at_once_are_a_warning(check):
    [finding] = check(instead=('"1995-06/.."', '"1994/.."')).findings
    assert (finding.subject, finding.is_error) == ("term/ana", False)
    assert finding.what == "overlaps term/bea during 1994-12-31/1995-06-01"
    assert check(instead=("headsGovernment true", "headsGovernment false")).findings == ()


def test_one_person_twice_in_one_office_at_once_is_an_error(check):
    again = "<term/ana-2> a kg:TermOfOffice ; kg:officeKind <office/king> ; "
    again += "kg:officeOf <state/UTP> ; kg:heldDuring '1992/1993' ."
    report = check(again, instead=("<term/ana> .", "<term/ana> , <term/ana-2> ."))
    assert ("term/ana", "runs while term/ana-2 of the same person does") in [
        (finding.subject, finding.what) for finding in report.findings
    ]
    assert report.errors == 1


def test_a_folder_without_a_gazetteer(tmp_path):
    with pytest.raises(DataError, match="give the folder of a gazetteer"):
        check_gazetteer(tmp_path)


def test_a_file_that_is_no_turtle(tmp_path):
    (tmp_path / "people.ttl").write_text("<a> <b> .", encoding="utf8")
    with pytest.raises(DataError, match=r"people\.ttl is no Turtle"):
        check_gazetteer(tmp_path)


def test_the_gazetteer_of_kg_has_no_errors():
    assert [finding for finding in check_gazetteer().findings if finding.is_error] == []
