import pytest

from kg.ontology import gazetteer
from kg.ontology.files import ontology_dir
from tools.gazetteer.build import abbreviations, build, labels, names_of, turtle


@pytest.fixture(scope="module")
def built():
    return build()


def test_every_file_is_built(built):
    assert built.keys() == set(gazetteer.FILES)


@pytest.mark.parametrize("name", gazetteer.FILES)
def test_the_committed_file_is_what_the_tables_give(name, built):
    committed = (ontology_dir() / name).read_text(encoding="utf8")
    assert committed == built[name], "run: python -m tools.gazetteer.build"


def test_labels_write_european_portuguese_only_where_it_differs():
    names = {"en": ["Iran"], "pt": ["Irã", "Pérsia"], "pt-PT": ["Irão", "Pérsia"], "es": ["Irán"]}
    assert labels(names) == [
        ("rdfs:label", ['"Iran"@en', '"Irã"@pt', '"Irão"@pt-PT', '"Irán"@es']),
        ("skos:altLabel", ['"Pérsia"@pt']),
    ]


def test_an_empty_cell_stands_for_the_english_name():
    row = {"en": "Oslo; Christiania", "pt": "", "pt-PT": "", "es": "", "fr": "Oslo"}
    assert names_of(row) == {
        "en": ["Oslo", "Christiania"],
        "pt": ["Oslo"],
        "pt-PT": ["Oslo"],
        "es": ["Oslo"],
        "fr": ["Oslo"],
    }


def test_abbreviations():
    assert abbreviations("UN@en; ONU@pt,es; OSCE") == [
        '"UN"@en',
        '"ONU"@pt',
        '"ONU"@es',
        '"OSCE"',
    ]


def test_two_rows_of_one_subject_are_an_error():
    block = [("a", ["kg:Place"])]
    with pytest.raises(ValueError, match="place/X"):
        turtle("", "", [("place/X", block), ("place/Y", block), ("place/X", block)])
