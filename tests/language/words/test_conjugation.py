import pytest

from kg.language.words.conjugation import conjugate, list_forms, load_conjugation


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("atacar", "ataco ataca atacou atacaram ataque ataquei atacado atacando"),
        ("pagar", "pago pagou paguei pague pagavam"),
        ("ameaçar", "ameaço ameaçou ameacei ameace"),
        ("exercer", "exerce exerceu exerço exerça exercido"),
        ("agir", "age agiu ajo aja agirá"),
        ("impor", "impõe impôs impuseram imposto impunha"),
        ("manter", "manteve mantiveram manterá mantido"),
        ("intervir", "intervém interveio intervieram"),
        ("desfazer", "desfez desfizeram desfeito"),
        ("pedir", "pede pediu peço peça"),
        ("abrir", "abre abriu abrirão"),
    ],
)
def test_forms_of_a_verb(infinitive: str, forms: str) -> None:
    table = load_conjugation("pt")
    assert table is not None
    assert set(forms.split()) <= set(conjugate(infinitive, table))


@pytest.mark.parametrize(
    ("infinitive", "wrong"), [("atacar", "atacei"), ("pagar", "pagei"), ("agir", "ago")]
)
def test_spelling_replaces_the_regular_form(infinitive: str, wrong: str) -> None:
    table = load_conjugation("pt")
    assert table is not None
    assert wrong not in conjugate(infinitive, table)


def test_forms_find_their_infinitive() -> None:
    forms = list_forms("pt", ["impor", "atacar"])
    assert (forms["impuseram"], forms["ataquem"]) == ("impor", "atacar")


def test_form_of_two_verbs_goes_to_the_first_in_the_alphabet() -> None:
    assert list_forms("pt", ["ver", "vir"])["vir"] == "ver"
    assert list_forms("pt", ["vir", "ver"])["vir"] == "ver"


def test_language_without_a_table_has_no_forms() -> None:
    assert load_conjugation("xx") is None
    assert list_forms("xx", ["be"]) == {}


def test_verb_in_struir_keeps_its_accents() -> None:
    table = load_conjugation("pt")
    assert table is not None
    assert {"destruíram", "destruído"} <= set(conjugate("destruir", table))
