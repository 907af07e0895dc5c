import pytest

from kg.errors import InputError, UnknownLanguage
from kg.read import language
from kg.read.language import check_language, check_stated, identify, settle_language

LONG_PT = "O ministro das pescas do Peru viajou ontem a Santiago para falar com o governo. " * 4


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "O ministro do Peru viajou ontem a Santiago."),
        ("en", "The minister of Peru went to Santiago yesterday."),
        ("en", "PM hails the pact of Oslo."),
        ("de", "Der Minister reiste gestern nach Santiago und sprach mit der Regierung."),
        ("it", "Il ministro ha incontrato ieri a Roma il suo collega."),
        ("ru", "Министр встретился с коллегой в Осло."),
    ],
)
def test_identify(lang, text):
    assert identify(text) == lang


def test_the_stated_language_is_taken_as_it_is():
    assert settle_language("The minister left.", stated="pt-BR", where="x") == "pt"
    assert settle_language("The minister left.", stated=None, where="x") == "en"


def test_a_language_without_pipeline_names_the_choices():
    with pytest.raises(InputError, match=r"a\.txt: language 'de' has no pipeline.*--lang \(.*en.*"):
        settle_language("Der Minister ist gestern wieder abgereist.", stated=None, where="a.txt")
    with pytest.raises(UnknownLanguage, match="'xx': choose one of"):
        check_language("xx")
    assert check_language("pt") == "pt"


def test_a_long_text_overrules_its_page():
    assert check_stated(LONG_PT, "en-US") == "pt"
    assert check_stated("O ministro saiu.", "en_US") == "en"
    assert check_stated("O ministro saiu de Lima.", "") == "pt"


def test_every_known_language_is_one_that_can_be_identified():
    import py3langid

    labels = {lang for lang, _ in py3langid.rank("x")}
    assert set(language.known_languages()) <= labels
