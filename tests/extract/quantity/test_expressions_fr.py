"""French quantities, in the notation of `counts`."""

import pytest
from counts import Case, build

from kg.extract.quantity.expressions import find_quantities
from kg.extract.quantity.numbers import find_numbers
from kg.extract.quantity.words import load_quantity_words

NUMBERS = [
    ("un", 1),
    ("deux", 2),
    ("seize", 16),
    ("dix-sept", 17),
    ("vingt et un", 21),
    ("vingt-et-une", 21),
    ("vingt-deux", 22),
    ("trente-neuf", 39),
    ("quarante-cinq", 45),
    ("soixante", 60),
    ("soixante-sept", 67),
    ("soixante-dix", 70),
    ("soixante et onze", 71),
    ("soixante-quinze", 75),
    ("soixante-dix-huit", 78),
    ("septante-deux", 72),
    ("quatre-vingts", 80),
    ("quatre-vingt-un", 81),
    ("quatre-vingt-dix", 90),
    ("quatre-vingt-dix-neuf", 99),
    ("nonante", 90),
    ("cent", 100),
    ("cent un", 101),
    ("cent vingt-trois", 123),
    ("deux cents", 200),
    ("deux cent cinquante", 250),
    ("neuf cent quatre-vingt-dix-neuf", 999),
    ("mille", 1000),
    ("mille cinq cents", 1500),
    ("deux mille", 2000),
    ("deux mille trois cent quarante", 2340),
    ("dix mille", 10_000),
    ("trois cent mille", 300_000),
    ("un million", 1_000_000),
    ("deux millions cinq cent mille", 2_500_000),
    ("trois milliards", 3_000_000_000),
    ("10 000", 10_000),
    ("1\u202f250\u202f000", 1_250_000),
    ("10.000", 10_000),
    ("2,5", 2.5),
    ("2,5 millions", 2_500_000),
    ("1,1 milliard", 1_100_000_000),
    ("20 000", 20_000),
    ("300 mille", 300_000),
    ("trois", 3),
    ("neuf", 9),
    ("onze", 11),
    ("treize", 13),
    ("quinze", 15),
    ("dix-huit", 18),
    ("vingt", 20),
    ("vingt-neuf", 29),
    ("trente", 30),
    ("trente et un", 31),
    ("quarante", 40),
    ("cinquante-deux", 52),
    ("soixante-quatre", 64),
    ("soixante-seize", 76),
    ("quatre-vingt-deux", 82),
    ("quatre-vingt-onze", 91),
    ("quatre-vingt-quinze", 95),
    ("nonante-huit", 98),
    ("cent dix", 110),
    ("cent quatre-vingts", 180),
    ("trois cent cinquante", 350),
    ("cinq cents", 500),
    ("six cent soixante-dix", 670),
    ("mille deux cents", 1200),
    ("trois mille cinq cents", 3500),
    ("onze mille", 11_000),
    ("vingt-cinq mille", 25_000),
    ("cent vingt mille", 120_000),
    ("deux cent mille", 200_000),
    ("quatre millions", 4_000_000),
    ("dix millions", 10_000_000),
    ("deux milliards", 2_000_000_000),
    ("1 500", 1500),
    ("12 345 678", 12_345_678),
    ("250.000", 250_000),
    ("0,5", 0.5),
    ("12,75", 12.75),
    ("3,2 milliards", 3_200_000_000),
]

FR: list[Case] = [
    ("tué 300 soldats/soldat", ("300 soldats", 300, None, "soldier")),
    ("plus de 10.000 soldats/soldat en", ("plus de 10.000 soldats", 10_000, "plus de", "soldier")),
    ("Plus de 500 soldats/soldat en", ("Plus de 500 soldats", 500, "plus de", "soldier")),
    (
        "environ 2.000 soldats/soldat nord-coréens/nord-coréen/ADJ",
        ("environ 2.000 soldats", 2000, "environ", "soldier"),
    ),
    ("Trois cents militaires/militaire par", ("Trois cents militaires", 300, None, "soldier")),
    ("deux mille civils/civil", ("deux mille civils", 2000, None, "civilian")),
    ("au moins 40 civils/civil", ("au moins 40 civils", 40, "au moins", "civilian")),
    ("près de cent otages/otage", ("près de cent otages", 100, "près de", "hostage")),
    ("jusqu'à 500 chars/char", ("jusqu'à 500 chars", 500, "jusqu'à", "tank")),
    ("moins de 50 missiles/missile", ("moins de 50 missiles", 50, "moins de", "missile")),
    ("quelque 30 navires/navire", ("quelque 30 navires", 30, "quelque", "ship")),
    ("au moins 8 avions/avion", ("au moins 8 avions", 8, "au moins", "aircraft")),
    (
        "un total de 60 prisonniers/prisonnier",
        ("un total de 60 prisonniers", 60, "un total de", "prisoner"),
    ),
    ("pas moins de 15 drones/drone", ("pas moins de 15 drones", 15, "pas moins de", "drone")),
    (
        "plus d' ~une centaine/centaine de détenus/détenu",
        ("plus d'une centaine de détenus", 100, "plus d'", "detainee"),
    ),
    ("une centaine/centaine de détenus/détenu", ("une centaine de détenus", 100, None, "detainee")),
    (
        "une vingtaine/vingtaine de rebelles/rebelle",
        ("une vingtaine de rebelles", 20, None, "rebel"),
    ),
    ("dizaines de missiles/missile", ("dizaines de missiles", None, "dizaines de", "missile")),
    (
        "centaines de personnes/personne",
        ("centaines de personnes", None, "centaines de", "person"),
    ),
    ("milliers de réfugiés/réfugié", ("milliers de réfugiés", None, "milliers de", "refugee")),
    (
        "milliers d' ~habitants/habitant",
        ("milliers d'habitants", None, "milliers d'", "person"),
    ),
    (
        "centaines de milliers de personnes/personne",
        ("centaines de milliers de personnes", None, "centaines de milliers de", "person"),
    ),
    (
        "plusieurs milliers d' ~ouvriers/ouvrier",
        ("plusieurs milliers d'ouvriers", None, "plusieurs milliers d'", "worker"),
    ),
    ("millions de dollars/dollar", ("millions de dollars", None, "millions de", "USD")),
    (
        "2,5 millions/million de personnes/personne",
        ("2,5 millions de personnes", 2_500_000, None, "person"),
    ),
    ("739 millions/million d' ~euros/euro", ("739 millions d'euros", 739_000_000, None, "EUR")),
    ("20 millions/million € en", ("20 millions €", 20_000_000, None, "EUR")),
    ("5 € en", ("5 €", 5, None, "EUR")),
    ("$ ~1.250,50 par", ("$1.250,50", 1250.5, None, "USD")),
    (
        "environ 40 milliards/milliard de dollars/dollar",
        ("environ 40 milliards de dollars", 40_000_000_000, "environ", "USD"),
    ),
    (
        "300 millions/million de francs/franc suisses/suisse/ADJ",
        ("300 millions de francs suisses", 300_000_000, None, "CHF"),
    ),
    ("a grimpé de 20 %/%/SYM en", ("20 %", 20, None, "percent")),
    ("de 2,5 ~%/%/SYM en", ("2,5%", 2.5, None, "percent")),
    ("de 20 pour cent en", ("20 pour cent", 20, None, "percent")),
    ("plus de 60 ~%/%/SYM des", ("plus de 60%", 60, "plus de", "percent")),
    ("à 500 km/km de", ("500 km", 500, None, "kilometre")),
    ("500 kilomètres/kilomètre à", ("500 kilomètres", 500, None, "kilometre")),
    (
        "80 kilomètres/kilomètre carrés/carré/ADJ",
        ("80 kilomètres carrés", 80, None, "square kilometre"),
    ),
    (
        "2 millions/million d' ~hectares/hectare",
        ("2 millions d'hectares", 2_000_000, None, "hectare"),
    ),
    ("70 tonnes/tonne de", ("70 tonnes", 70, None, "tonne")),
    ("entre 10 et 20 chars/char", ("entre 10 et 20 chars", 10, "entre", "tank")),
    ("10 à 20 chars/char", ("10 à 20 chars", 10, "entre", "tank")),
    ("10 à 20 mille soldats/soldat", ("10 à 20 mille soldats", 10_000, "entre", "soldier")),
    ("10 ~- ~20 chars/char", ("10-20 chars", 10, "entre", "tank")),
    ("fait 25 morts/mort et", ("25 morts", 25, None, "dead")),
    ("fait 40 blessés/blesser/VERB et", ("40 blessés", 40, None, "wounded")),
    ("trois grands/grand/ADJ navires/navire", ("trois grands navires", 3, None, "ship")),
    ("vingt des/de/ADP otages/otage", ("vingt des otages", 20, None, "hostage")),
    ("sept girafes/girafe", ("sept girafes", 7, None, "girafe")),
    ("2000 soldats/soldat", ("2000 soldats", 2000, None, "soldier")),
    ("12 ans/an de prison/prison", ("12 ans", 12, None, "year")),
    ("tué/tuer/VERB 20/20/NUM/obj en", ("20", 20, None, None)),
    ("14 pays/pays", ("14 pays", 14, None, "country")),
    ("le 27 octobre/octobre", None),
    ("le 1er jour/jour", None),
    ("en 2024 et", None),
    ("en 2024/2024/NUM/nmod soldats/soldat", None),
    ("à 10h30 en", None),
    ("à 10 h en", None),
    ("a 63 ans/an", None),
    ("Lawton/lawton/PROPN ~, 63 ~, a", None),
    ("gagné 3-1 en", None),
    ("le G20 en", None),
    ("le Boeing/boeing/PROPN 737 en", None),
    ("la résolution/résolution 1701 de", None),
    ("l' ~article/article 5 de", None),
    ("un soldat/soldat", None),
    ("une bombe/bombe", None),
    ("les deux dirigeants/dirigeant", None),
    ("deux présidents/président", None),
    ("les sept pays/pays", None),
    ("trois semaines/semaine", None),
    ("deux tiers/tiers", None),
    ("canons/canon de 155 mm/mm", None),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: float) -> None:
    words = load_quantity_words("fr")
    assert words is not None
    said = f"Il y a {text} ici."
    assert [(said[n.start : n.end], n.value) for n in find_numbers(said, words.numbers)] == [
        (text, value)
    ]


@pytest.mark.parametrize(("marked", "expected"), FR)
def test_quantity(
    marked: str, expected: tuple[str, float | None, str | None, str | None] | None
) -> None:
    doc = build(marked, "fr")
    found = find_quantities(doc)
    assert [(q.text, q.value, q.qualifier, q.unit) for q in found] == (
        [expected] if expected else []
    )
    assert all(doc.text[q.start : q.end] == q.text for q in found)
