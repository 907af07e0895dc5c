"""French expressions with the value that a reader gives them."""

from datetime import date

import pytest
import spacy
from datings import find_times
from spacy.tokens import Doc

MONDAY = date(2025, 10, 27)
BLANK = spacy.blank("fr")

# Expression, publication, value. Each stands in a sentence of its own; the whole of it is found.
FRENCH = [
    ("à la veille du 1er mai", MONDAY, "2025-04-30"),
    ("à la veille de Pâques", MONDAY, "2025-04-19"),
    ("le 16 juin de la même année", MONDAY, None),
    # Full dates.
    ("le 27 octobre 2025", None, "2025-10-27"),
    ("le 3 mars 1998", None, "1998-03-03"),
    ("le 1er janvier 2001", None, "2001-01-01"),
    ("le premier mai 1974", None, "1974-05-01"),
    ("le 7 févr. 2020", None, "2020-02-07"),
    ("le 11 sept. 2001", None, "2001-09-11"),
    ("le 27/10/2025", None, "2025-10-27"),
    ("le 03/04/2025", None, "2025-04-03"),
    ("le 27.10.2025", None, "2025-10-27"),
    ("le 2025-10-27", None, "2025-10-27"),
    ("le 31 février 2020", None, None),
    ("du 14 juillet 1789", None, "1789-07-14"),
    # Days without a year.
    ("le 9 mai", MONDAY, "2025-05-09"),
    ("le 9 mai", None, None),
    ("le 30 décembre", MONDAY, "2024-12-30"),
    ("le 27 octobre", MONDAY, "2025-10-27"),
    ("le 29 février", MONDAY, "2024-02-29"),
    ("le 1er août", MONDAY, "2025-08-01"),
    ("le 9 mai de l'année dernière", MONDAY, "2024-05-09"),
    ("le 9 mai de l'an dernier", MONDAY, "2024-05-09"),
    ("le 9 mai dernier", MONDAY, "2025-05-09"),
    ("le 27 octobre dernier", MONDAY, "2024-10-27"),
    ("le 30 décembre prochain", MONDAY, "2025-12-30"),
    ("le 15", MONDAY, "2025-10-15"),
    ("le 31", MONDAY, "2025-08-31"),
    ("le 1er", MONDAY, "2025-10-01"),
    ("dès le 9 mai", MONDAY, "2025-05-09/.."),
    ("ce 27 octobre", MONDAY, "2025-10-27"),
    # Weekdays.
    ("lundi", MONDAY, "2025-10-27"),
    ("mardi", MONDAY, "2025-10-21"),
    ("mardi", None, None),
    ("ce jeudi", MONDAY, "2025-10-23"),
    ("vendredi 24 octobre", MONDAY, "2025-10-24"),
    ("vendredi 24 octobre 2025", None, "2025-10-24"),
    ("lundi 20 octobre", MONDAY, "2025-10-20"),
    ("mardi 21", MONDAY, "2025-10-21"),
    ("mardi (21)", MONDAY, "2025-10-21"),
    ("mercredi 22/10", MONDAY, "2025-10-22"),
    ("le samedi 25 octobre", MONDAY, "2025-10-25"),
    ("samedi", MONDAY, "2025-10-25"),
    ("dimanche soir", MONDAY, "2025-10-26"),
    ("mardi matin", MONDAY, "2025-10-21"),
    ("jeudi après-midi", MONDAY, "2025-10-23"),
    ("vendredi dans la nuit", MONDAY, "2025-10-24"),
    ("vendredi à l'aube", MONDAY, "2025-10-24"),
    ("lundi dernier", MONDAY, "2025-10-20"),
    ("mercredi dernier", MONDAY, "2025-10-22"),
    ("lundi prochain", MONDAY, "2025-11-03"),
    ("mercredi prochain", MONDAY, "2025-10-29"),
    ("pour mercredi", MONDAY, "2025-10-29"),
    ("le dernier dimanche d'octobre", MONDAY, "2025-10"),
    ("le premier lundi de novembre 2024", None, "2024-11"),
    ("dans la nuit de lundi", MONDAY, "2025-10-27"),
    ("dans la soirée de vendredi", MONDAY, "2025-10-24"),
    ("à l'aube de ce vendredi", MONDAY, "2025-10-24"),
    # Months.
    ("en septembre 2025", None, "2025-09"),
    ("en sept. 2025", None, "2025-09"),
    ("en septembre", MONDAY, "2025-09"),
    ("en octobre", MONDAY, "2025-10"),
    ("en décembre", MONDAY, "2024-12"),
    ("en septembre", None, None),
    ("en septembre dernier", MONDAY, "2025-09"),
    ("en octobre dernier", MONDAY, "2024-10"),
    ("en mars prochain", MONDAY, "2026-03"),
    ("en mars de cette année", MONDAY, "2025-03"),
    ("en septembre de l'année dernière", MONDAY, "2024-09"),
    ("en mars de l'an prochain", MONDAY, "2026-03"),
    ("au mois d'avril", MONDAY, "2025-04"),
    ("au mois de mars 2019", None, "2019-03"),
    ("fin septembre", MONDAY, "2025-09"),
    ("à la fin septembre", MONDAY, "2025-09"),
    ("début mars", MONDAY, "2025-03"),
    ("début mars 2020", None, "2020-03"),
    ("à la mi-juillet 2023", None, "2023-07"),
    ("mi-mars", MONDAY, "2025-03"),
    ("à la fin du mois de mai", MONDAY, "2025-05"),
    ("courant avril", MONDAY, "2025-04"),
    ("en mai 68", MONDAY, "1968-05"),
    # Seasons and parts of the year.
    ("à l'été 1993", None, "1993-22"),
    ("au printemps 2022", None, "2022-21"),
    ("pendant l'hiver 2010", None, "2010-24"),
    ("à l'automne", MONDAY, "2025-23"),
    ("cet été", MONDAY, "2025-22"),
    ("l'été dernier", MONDAY, "2025-22"),
    ("l'hiver prochain", MONDAY, "2025-24"),
    ("au printemps de l'année dernière", MONDAY, "2024-21"),
    ("depuis l'été 1993", None, "1993-22/.."),
    ("au premier trimestre 2024", None, "2024-33"),
    ("au quatrième trimestre de 2023", None, "2023-36"),
    ("au second semestre de l'année dernière", MONDAY, "2024-41"),
    # Years, decades and centuries.
    ("en 1994", None, "1994"),
    ("en l'an 2000", None, "2000"),
    ("début 2022", None, "2022"),
    ("au début de 2022", None, "2022"),
    ("fin 2014", None, "2014"),
    ("à la fin de l'année 2014", None, "2014"),
    ("mi-2016", None, "2016"),
    ("courant 2017", None, "2017"),
    ("au cours de 2023", None, "2023"),
    ("dans les années 90", None, "199X"),
    ("dans les années 1980", None, "198X"),
    ("au début des années 60", None, "196X"),
    ("dans les années quatre-vingt-dix", None, "199X"),
    ("les années trente", None, "193X"),
    ("au XIXe siècle", None, "18XX"),
    ("au 21e siècle", None, "20XX"),
    ("à la fin du XXe siècle", None, "19XX"),
    # Periods counted from the publication.
    ("l'année dernière", MONDAY, "2024"),
    ("l'an dernier", MONDAY, "2024"),
    ("l'an passé", MONDAY, "2024"),
    ("l'année prochaine", MONDAY, "2026"),
    ("l'an prochain", MONDAY, "2026"),
    ("cette année", MONDAY, "2025"),
    ("au début de l'année", MONDAY, "2025"),
    ("en début d'année", MONDAY, "2025"),
    ("à la fin de l'année", MONDAY, "2025"),
    ("à la fin de l'année dernière", MONDAY, "2024"),
    ("en fin de semaine", MONDAY, "2025-W44"),
    ("le mois dernier", MONDAY, "2025-09"),
    ("le mois dernier", date(2026, 1, 5), "2025-12"),
    ("le mois prochain", MONDAY, "2025-11"),
    ("ce mois-ci", MONDAY, "2025-10"),
    ("la semaine dernière", MONDAY, "2025-W43"),
    ("la semaine passée", MONDAY, "2025-W43"),
    ("cette semaine", MONDAY, "2025-W44"),
    ("la semaine prochaine", date(2025, 12, 27), "2026-W01"),
    ("la semaine prochaine", MONDAY, "2025-W45"),
    ("ce week-end", MONDAY, "2025-10-25/2025-10-26"),
    ("le week-end dernier", date(2025, 10, 26), "2025-10-18/2025-10-19"),
    ("le week-end prochain", MONDAY, "2025-11-01/2025-11-02"),
    ("il y a un mois", MONDAY, "2025-09"),
    ("il y a deux jours", MONDAY, "2025-10-25"),
    ("il y a environ trois semaines", MONDAY, "2025-W41"),
    ("il y a dix ans", MONDAY, "2015"),
    ("il y a dix ans", None, None),
    ("il y a une dizaine d'années", MONDAY, "2015"),
    ("il y a un peu plus d'un an", MONDAY, "2024"),
    ("il y a plus d'une semaine", MONDAY, "../2025-W43"),
    ("il y a moins de deux mois", MONDAY, "2025-08/2025-10"),
    ("il y a quelques jours", MONDAY, None),
    ("depuis trois ans", MONDAY, "2022/.."),
    ("d'ici deux ans", MONDAY, "2027"),
    ("ces trois derniers jours", MONDAY, "2025-10-24/2025-10-27"),
    ("au cours des deux dernières semaines", MONDAY, "2025-10-13/2025-10-27"),
    ("dans les deux prochaines années", MONDAY, "2025/2027"),
    ("au cours des 24 dernières heures", MONDAY, "2025-10-26/2025-10-27"),
    ("ces dernières années", MONDAY, None),
    ("dans les prochains jours", MONDAY, None),
    ("aujourd'hui", MONDAY, "2025-10-27"),
    ("aujourd'hui", None, None),
    ("hier", date(2025, 3, 1), "2025-02-28"),
    ("hier soir", MONDAY, "2025-10-26"),
    ("avant-hier", MONDAY, "2025-10-25"),
    ("demain", date(2024, 2, 28), "2024-02-29"),
    ("demain matin", MONDAY, "2025-10-28"),
    ("après-demain", MONDAY, "2025-10-29"),
    ("ce matin", MONDAY, "2025-10-27"),
    ("cette nuit", MONDAY, "2025-10-27"),
    ("la nuit dernière", MONDAY, "2025-10-26"),
    # Open and approximate.
    ("depuis 2022", None, "2022/.."),
    ("depuis hier", MONDAY, "2025-10-26/.."),
    ("depuis lundi", MONDAY, "2025-10-27/.."),
    ("depuis le 9 mai", MONDAY, "2025-05-09/.."),
    ("depuis fin mars", MONDAY, "2025-03/.."),
    ("à partir de 2030", None, "2030/.."),
    ("à partir du 1er janvier 2026", None, "2026-01-01/.."),
    ("après 2014", None, "2014/.."),
    ("jusqu'en 2030", None, "../2030"),
    ("jusqu'à mardi", MONDAY, "../2025-10-21"),
    ("jusqu'au 3 mars 2020", None, "../2020-03-03"),
    ("avant 1989", None, "../1989"),
    ("d'ici 2030", None, "../2030"),
    ("d'ici à 2030", None, "../2030"),
    ("d'ici la fin de l'année", MONDAY, "../2025"),
    ("vers 1990", None, "1990~"),
    # Ranges.
    ("de 2014 à 2018", None, "2014/2018"),
    ("entre 2014 et 2018", None, "2014/2018"),
    ("entre mars et mai 2020", None, "2020-03/2020-05"),
    ("de novembre à février 2021", None, "2020-11/2021-02"),
    ("d'avril à juin 2021", None, "2021-04/2021-06"),
    ("entre 2018 et 2014", None, None),
    ("du 3 au 5 octobre", MONDAY, "2025-10-03/2025-10-05"),
    ("les 3 et 4 octobre 1990", None, "1990-10-03/1990-10-04"),
    ("entre le 3 et le 5 octobre", MONDAY, "2025-10-03/2025-10-05"),
    ("dans la nuit de vendredi à samedi", MONDAY, "2025-10-24/2025-10-25"),
    ("de lundi à mercredi", date(2025, 10, 30), "2025-10-27/2025-10-29"),
    ("en 2018-2020", None, "2018/2020"),
    # What only other events fix.
    ("le même jour", MONDAY, None),
    ("ce jour-là", MONDAY, None),
    ("trois jours plus tôt", MONDAY, None),
    ("plus de deux semaines après", MONDAY, None),
    ("quelques heures plus tard", MONDAY, None),
    ("l'avant-veille", MONDAY, None),
    ("le lendemain", MONDAY, None),
    ("la veille", MONDAY, None),
    ("récemment", MONDAY, None),
    ("deux semaines plus tard", MONDAY, None),
    ("LE 27 OCTOBRE 2025", None, "2025-10-27"),
]

NO_TIMES = [
    "Le général de 63 ans a parlé.",
    "Ils ont combattu pendant trois jours.",
    "C'était le 80e anniversaire de la bataille.",
    "C'était le cinquantième jour de la guerre.",
    "La Seconde Guerre mondiale a pris fin.",
    "Quelque 2 000 soldats sont morts.",
    "Le G20 a réuni des ministres.",
    "La ville a été prise.",
    "Ils manifestent tous les vendredis.",
    "Elle habite rue du 8 Mai 1945 à Lille.",
    "Plus de 1984 personnes ont fui.",
    "Le prix a grimpé de 45 %.",
    "Le char a été détruit par le mouvement du 23 mars.",
    "Il risque jusqu'à dix ans de prison.",
    "La loi 1986 a été votée.",
]


@pytest.mark.parametrize(("expression", "published", "value"), FRENCH)
def test_french(expression: str, published: date | None, value: str | None) -> None:
    text = f"Kim, {expression}, Lee."
    (time,) = find_times(BLANK(text), published=published)
    assert (time.text, time.value) == (expression, value)
    assert text[time.start : time.end] == time.text


@pytest.mark.parametrize("text", NO_TIMES)
def test_is_no_time(text: str) -> None:
    assert find_times(BLANK(text), published=MONDAY) == []


def test_several_stand_in_text_order() -> None:
    text = "Hier, il est tombé ; en 1994 il a grimpé et il y a deux jours il s'est arrêté."
    found = find_times(BLANK(text), published=MONDAY)
    assert [t.value for t in found] == ["2025-10-26", "1994", "2025-10-25"]


@pytest.mark.parametrize(
    ("auxiliary", "lemma", "value"), [("va", "aller", "2025-10-28"), ("a", "avoir", "2025-10-21")]
)
def test_a_bare_weekday_lies_where_its_verb_does(auxiliary: str, lemma: str, value: str) -> None:
    doc = Doc(
        BLANK.vocab,
        words=["Il", auxiliary, "parler", "mardi"],
        lemmas=["il", lemma, "parler", "mardi"],
        pos=["PRON", "AUX", "VERB", "NOUN"],
        heads=[2, 2, 2, 2],
        deps=["nsubj", "aux", "ROOT", "obl"],
    )
    assert [time.value for time in find_times(doc, published=MONDAY)] == [value]
