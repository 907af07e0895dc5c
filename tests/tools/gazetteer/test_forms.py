import pytest

from tools.gazetteer.forms import expand, inflect, plurals


@pytest.mark.parametrize(
    ("word", "lang", "forms"),
    [
        ("Russian", "en", "Russian Russians"),
        ("Chinese", "en", "Chinese"),
        ("Swiss", "en", "Swiss"),
        ("Irish", "en", "Irish"),
        ("German", "en", "German Germans"),
        ("Frenchwoman", "en", "Frenchwoman Frenchwomen"),
        ("russo", "pt", "russo russa russos russas"),
        ("chinês", "pt", "chinês chinesa chineses chinesas"),
        ("espanhol", "pt", "espanhol espanhola espanhóis espanholas"),
        ("eritreu", "pt", "eritreu eritreia eritreus eritreias"),
        ("belga", "pt", "belga belgas"),
        ("iraní", "es", "iraní iraníes iranís"),
        ("alemán", "es", "alemán alemana alemanes alemanas"),
        ("estadounidense", "es", "estadounidense estadounidenses"),
        ("français", "fr", "français française françaises"),
        ("européen", "fr", "européen européenne européens européennes"),
        ("russe", "fr", "russe russes"),
        ("letão/letã/letões/letãs", "pt", "letão letã letões letãs"),
    ],
)
def test_inflect(word, lang, forms):
    assert inflect(word, lang) == forms.split()


@pytest.mark.parametrize(
    ("word", "lang", "forms"),
    [
        ("Kurds", "en", ["Kurds"]),
        ("curdos", "pt", ["curdos", "curdas"]),
        ("xiitas", "pt", ["xiitas"]),
        ("catalães/catalãs", "pt", ["catalães", "catalãs"]),
        ("tibetanos", "es", ["tibetanos", "tibetanas"]),
        ("chrétiens", "fr", ["chrétiens", "chrétiennes"]),
        ("povos indígenas", "pt", ["povos indígenas"]),
    ],
)
def test_plurals(word, lang, forms):
    assert plurals(word, lang) == forms


def test_inflect_wants_forms_that_no_rule_gives():
    with pytest.raises(ValueError, match="alemão"):
        inflect("alemão", "pt")


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("papa", ["papa"]),
        ("ministr[o|a] interin[o|a]", ["ministro interino", "ministra interina"]),
        ("(home|interior) secretary", ["home secretary", "interior secretary"]),
        (
            "vice(-| )minister[|s]",
            ["vice-minister", "vice minister", "vice-ministers", "vice ministers"],
        ),
    ],
)
def test_expand(pattern, names):
    assert expand(pattern) == names


def test_expand_wants_endings_that_agree():
    with pytest.raises(ValueError, match="agree"):
        expand("ministr[o|a] geral[|is|s]")
