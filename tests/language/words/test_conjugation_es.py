import pytest

from kg.language.words.conjugation import conjugate, list_plurals, load_conjugation

TABLE = load_conjugation("es")


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("atacar", "ataca atacó atacaron ataque atacado atacando atacarán atacarlo"),
        ("pagar", "pagó pague pagaban pagarían"),
        ("amenazar", "amenazó amenazaron amenace amenacen"),
        ("exigir", "exige exigió exija exijan exigido"),
        ("ofrecer", "ofrece ofreció ofrezca ofrecido"),
        ("pedir", "pide pidió pidieron pida pidiendo pidiéndoles"),
        ("herir", "hiere hirió hirieron herido"),
        ("advertir", "advierte advirtió advirtieron advertido"),
        ("seguir", "sigue siguió siga siguiendo"),
        ("imponer", "impone impuso impusieron impuesto impondrá"),
        ("detener", "detiene detuvo detuvieron detenido detendrá"),
        ("intervenir", "interviene intervino intervinieron"),
        ("predecir", "predijo predicho"),
        ("destruir", "destruye destruyó destruyeron destruido destruyendo"),
        ("negar", "niega negó niegue negado"),
        ("acordar", "acuerda acordó acuerden acordado"),
        ("devolver", "devuelve devolvió devuelto devueltos"),
        ("reunir", "reúne reunió reúnan reunirse"),
        ("prohibir", "prohíbe prohibió prohíban"),
        ("suscribir", "suscribe suscribió suscrito"),
        ("romper", "rompe rompió roto rotas"),
        ("morir", "muere murió murieron muerto muertas"),
        ("enviar", "envía envió envían envíen"),
        ("evacuar", "evacúa evacuó evacúen"),
        ("rendir", "rinde rindió rindieron rendirse"),
    ],
)
def test_forms_of_a_verb(infinitive: str, forms: str) -> None:
    assert TABLE is not None
    assert set(forms.split()) <= set(conjugate(infinitive, TABLE))


@pytest.mark.parametrize(
    ("infinitive", "wrong"), [("atacar", "atace"), ("pagar", "page"), ("exigir", "exiga")]
)
def test_spelling_replaces_the_regular_form(infinitive: str, wrong: str) -> None:
    assert TABLE is not None
    assert wrong not in conjugate(infinitive, TABLE)


def test_plurals() -> None:
    found = list_plurals("es", ["misil", "avión", "rehén", "juez", "soldado", "país"])
    assert found["misiles"] == "misil"
    assert found["aviones"] == "avión"
    assert found["rehenes"] == "rehén"
    assert found["jueces"] == "juez"
    assert found["soldados"] == "soldado"
