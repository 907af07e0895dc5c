"""Spanish numbers, and quantities in short parses as in test_quantity.py."""

import pytest
from counts import Case, build

from kg.extract.quantity.expressions import find_quantities
from kg.extract.quantity.numbers import find_numbers
from kg.extract.quantity.words import load_quantity_words

NUMBERS = [
    ("7", 7),
    ("100", 100),
    ("1000", 1000),
    ("1.000", 1000),
    ("10.000", 10_000),
    ("10 000", 10_000),
    ("1.234.567", 1_234_567),
    ("1 234 567", 1_234_567),
    ("2,5", 2.5),
    ("0,75", 0.75),
    ("3.14", 3.14),
    ("1.250,50", 1250.5),
    ("10 mil", 10_000),
    ("2,5 mil", 2500),
    ("300 mil", 300_000),
    ("1 millón", 1_000_000),
    ("1 millon", 1_000_000),
    ("2,5 millones", 2_500_000),
    ("1.100 millones", 1_100_000_000),
    ("mil millones", 1_000_000_000),
    ("20 mil millones", 20_000_000_000),
    ("3 billones", 3_000_000_000_000),
    ("2 millones 300 mil", 2_300_000),
    ("un", 1),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciséis", 16),
    ("diecisiete", 17),
    ("dieciocho", 18),
    ("diecinueve", 19),
    ("veinte", 20),
    ("veintiún", 21),
    ("veintiuna", 21),
    ("veintidós", 22),
    ("veintitrés", 23),
    ("veinticinco", 25),
    ("veintiséis", 26),
    ("veintinueve", 29),
    ("treinta", 30),
    ("treinta y uno", 31),
    ("cuarenta y dos", 42),
    ("cincuenta y cinco", 55),
    ("sesenta", 60),
    ("setenta y siete", 77),
    ("ochenta y ocho", 88),
    ("noventa y nueve", 99),
    ("cien", 100),
    ("ciento uno", 101),
    ("ciento veintitrés", 123),
    ("doscientas", 200),
    ("trescientos", 300),
    ("cuatrocientas", 400),
    ("quinientos diez", 510),
    ("seiscientos", 600),
    ("setecientas veinte", 720),
    ("novecientos noventa y nueve", 999),
    ("mil", 1000),
    ("mil cien", 1100),
    ("mil doscientos treinta", 1230),
    ("dos mil", 2000),
    ("siete mil quinientos", 7500),
    ("cien mil", 100_000),
    ("ciento veinte mil", 120_000),
    ("doscientos treinta mil cuatro", 230_004),
    ("un millón", 1_000_000),
    ("dos millones quinientos mil", 2_500_000),
    ("un millón y medio", 1_500_000),
    ("medio millón", 500_000),
    ("dos mil millones", 2_000_000_000),
    ("media docena", 6),
    ("una docena", 12),
    ("dos docenas", 24),
    ("tres decenas", 30),
    ("un centenar", 100),
    ("una centena", 100),
    ("un millar", 1000),
]

QUANTITIES: list[Case] = [
    ("mató/matar/VERB 300 soldados/soldado", ("300 soldados", 300, None, "soldier")),
    (
        "más de 10.000 soldados/soldado en",
        ("más de 10.000 soldados", 10_000, "más de", "soldier"),
    ),
    ("unos 2.000 soldados/soldado", ("unos 2.000 soldados", 2000, "unos", "soldier")),
    ("al menos 40 civiles/civil", ("al menos 40 civiles", 40, "al menos", "civilian")),
    ("por lo menos 12 rehenes/rehén", ("por lo menos 12 rehenes", 12, "por lo menos", "hostage")),
    ("casi cien rehenes/rehén", ("casi cien rehenes", 100, "casi", "hostage")),
    ("hasta 500 tanques/tanque", ("hasta 500 tanques", 500, "hasta", "tank")),
    ("cerca de 50 misiles/misil", ("cerca de 50 misiles", 50, "cerca de", "missile")),
    ("alrededor de 30 buques/buque", ("alrededor de 30 buques", 30, "alrededor de", "ship")),
    ("otros 15 drones/dron", ("otros 15 drones", 15, "otros", "drone")),
    ("Trescientos militares/militar por", ("Trescientos militares", 300, None, "soldier")),
    ("dos mil civiles/civil en", ("dos mil civiles", 2000, None, "civilian")),
    ("decenas de misiles/misil", ("decenas de misiles", None, "decenas de", "missile")),
    ("cientos de personas/persona", ("cientos de personas", None, "cientos de", "person")),
    ("miles de refugiados/refugiado", ("miles de refugiados", None, "miles de", "refugee")),
    (
        "cientos de miles de personas/persona",
        ("cientos de miles de personas", None, "cientos de miles de", "person"),
    ),
    (
        "varios miles de obreros/obrero",
        ("varios miles de obreros", None, "varios miles de", "worker"),
    ),
    (
        "2,5 millones/millón de personas/persona",
        ("2,5 millones de personas", 2_500_000, None, "person"),
    ),
    (
        "medio millón/millón de personas/persona",
        ("medio millón de personas", 500_000, None, "person"),
    ),
    ("un centenar/centenar de presos/preso", ("un centenar de presos", 100, None, "prisoner")),
    ("US$ 739 millones/millón", ("US$ 739 millones", 739_000_000, None, "USD")),
    ("€ 20 millones/millón en", ("€ 20 millones", 20_000_000, None, "EUR")),
    ("5 millones/millón de euros/euro", ("5 millones de euros", 5_000_000, None, "EUR")),
    ("300 millones/millón de pesos/peso", ("300 millones de pesos", 300_000_000, None, "peso")),
    (
        "40.000 millones/millón de dólares/dólar",
        ("40.000 millones de dólares", 40_000_000_000, None, "USD"),
    ),
    ("subió 20 ~%/%/SYM en", ("20%", 20, None, "percent")),
    ("subió 20 por ciento en", ("20 por ciento", 20, None, "percent")),
    ("a 500 km/km de", ("500 km", 500, None, "kilometre")),
    (
        "80 kilómetros/kilómetro cuadrados/cuadrado/ADJ",
        ("80 kilómetros cuadrados", 80, None, "square kilometre"),
    ),
    ("70 toneladas/tonelada de", ("70 toneladas", 70, None, "tonne")),
    ("600 reses/res de", ("600 reses", 600, None, "head of cattle")),
    ("entre 10 y 20 tanques/tanque", ("entre 10 y 20 tanques", 10, "entre", "tank")),
    ("10 a 20 tanques/tanque", ("10 a 20 tanques", 10, "entre", "tank")),
    ("dejó 25 muertos/muerto/ADJ y", ("25 muertos", 25, None, "dead")),
    ("dejó 40 heridos/herir/VERB y", ("40 heridos", 40, None, "wounded")),
    ("tres grandes/grande/ADJ buques/buque", ("tres grandes buques", 3, None, "ship")),
    ("20 de los/el/DET rehenes/rehén", ("20 de los rehenes", 20, None, "hostage")),
    ("12 años/año de prisión/prisión", ("12 años", 12, None, "year")),
    ("14 países/país", ("14 países", 14, None, "country")),
    ("el 27 de octubre/octubre", None),
    ("el día/día 27", None),
    ("en 2024 y", None),
    ("tiene 63 años/año", None),
    ("ganó por 3-1 en", None),
    ("la resolución/resolución 1701 de", None),
    ("el artículo/artículo 5 de", None),
    ("un soldado/soldado", None),
    ("los dos líderes/líder", None),
    ("dos presidentes/presidente", None),
    ("tres semanas/semana", None),
    ("dos tercios/tercio", None),
    ("cañones/cañón de 155 mm/mm", None),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    words = load_quantity_words("es")
    assert words is not None
    assert [number.value for number in find_numbers(text, words.numbers)] == [value]


@pytest.mark.parametrize(("marked", "expected"), QUANTITIES)
def test_quantity(
    marked: str, expected: tuple[str, float | None, str | None, str | None] | None
) -> None:
    doc = build(marked, "es")
    found = find_quantities(doc)
    assert [(q.text, q.value, q.qualifier, q.unit) for q in found] == (
        [expected] if expected else []
    )
    assert all(doc.text[q.start : q.end] == q.text for q in found)
