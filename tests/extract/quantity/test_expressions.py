"""Each case is a short parse, written as in counts.py."""

from itertools import pairwise

import pytest
from counts import Case, build
from hypothesis import given
from hypothesis import strategies as st
from parses import Row, blank, parse
from spacy.tokens import Doc, Span

from kg.extract.quantity.expressions import find_quantities
from kg.types import Quantity

PT: list[Case] = [
    ("apenas um soldado/soldado", ("apenas um soldado", 1, "apenas", "soldier")),
    ("um C/c/PROPN 130 da/de/ADP força/força", None),
    ("a EN/en/PROPN 103 entre", None),
    ("matou 300 soldados/soldado", ("300 soldados", 300, None, "soldier")),
    (
        "mais de 10.000 soldados/soldado em",
        ("mais de 10.000 soldados", 10_000, "mais de", "soldier"),
    ),
    (
        "Mais de 10.000 soldados/soldado em",
        ("Mais de 10.000 soldados", 10_000, "mais de", "soldier"),
    ),
    (
        "cerca de 2.000 soldados/soldado norte-coreanos/norte-coreano/ADJ",
        ("cerca de 2.000 soldados", 2000, "cerca de", "soldier"),
    ),
    ("Trezentos militares/militar por", ("Trezentos militares", 300, None, "soldier")),
    ("dois mil civis/civil/NOUN em", ("dois mil civis", 2000, None, "civilian")),
    (
        "pelo menos 20 mil pessoas/pessoa",
        ("pelo menos 20 mil pessoas", 20_000, "pelo menos", "person"),
    ),
    ("ao menos 40 civis/civil", ("ao menos 40 civis", 40, "ao menos", "civilian")),
    ("quase cem reféns/refém", ("quase cem reféns", 100, "quase", "hostage")),
    ("até 500 tanques/tanque", ("até 500 tanques", 500, "até", "tank")),
    ("menos de 50 mísseis/míssil", ("menos de 50 mísseis", 50, "menos de", "missile")),
    (
        "aproximadamente 30 navios/navio",
        ("aproximadamente 30 navios", 30, "aproximadamente", "ship"),
    ),
    ("no mínimo 8 aviões/avião", ("no mínimo 8 aviões", 8, "no mínimo", "aircraft")),
    (
        "um total de 60 prisioneiros/prisioneiro",
        ("um total de 60 prisioneiros", 60, "um total de", "prisoner"),
    ),
    ("mais 3.000 homens/homem", ("mais 3.000 homens", 3000, "mais", "man")),
    ("outros 15 drones/drone", ("outros 15 drones", 15, "outros", "drone")),
    ("dezenas de mísseis/míssil", ("dezenas de mísseis", None, "dezenas de", "missile")),
    ("centenas de pessoas/pessoa", ("centenas de pessoas", None, "centenas de", "person")),
    (
        "milhares de refugiados/refugiado",
        ("milhares de refugiados", None, "milhares de", "refugee"),
    ),
    (
        "centenas de milhares de pessoas/pessoa",
        ("centenas de milhares de pessoas", None, "centenas de milhares de", "person"),
    ),
    (
        "alguns milhares de operários/operário",
        ("alguns milhares de operários", None, "alguns milhares de", "worker"),
    ),
    ("milhões de dólares/dólar", ("milhões de dólares", None, "milhões de", "USD")),
    ("2,5 milhões/milhão de pessoas/pessoa", ("2,5 milhões de pessoas", 2_500_000, None, "person")),
    ("meio milhão/milhão de pessoas/pessoa", ("meio milhão de pessoas", 500_000, None, "person")),
    ("uma centena/centena de presos/preso", ("uma centena de presos", 100, None, "prisoner")),
    ("US$ 739 milhões/milhão anuais/anual/ADJ", ("US$ 739 milhões", 739_000_000, None, "USD")),
    ("US$ ~739 milhões/milhão", ("US$739 milhões", 739_000_000, None, "USD")),
    ("R$ 3 bi/bi", ("R$ 3 bi", 3_000_000_000, None, "BRL")),
    ("R$ 1.250,50 por", ("R$ 1.250,50", 1250.5, None, "BRL")),
    ("€ 20 milhões/milhão em", ("€ 20 milhões", 20_000_000, None, "EUR")),
    ("cerca de US$ 5 mil", ("cerca de US$ 5 mil", 5000, "cerca de", "USD")),
    ("5 milhões/milhão de euros/euro", ("5 milhões de euros", 5_000_000, None, "EUR")),
    ("300 milhões/milhão de reais/real", ("300 milhões de reais", 300_000_000, None, "BRL")),
    ("40 bilhões/bilhão de dólares/dólar", ("40 bilhões de dólares", 40_000_000_000, None, "USD")),
    ("subiu 20 %/%/SYM em", ("20 %", 20, None, "percent")),
    ("subiu 20 ~%/%/SYM em", ("20%", 20, None, "percent")),
    ("subiu 20 por cento em", ("20 por cento", 20, None, "percent")),
    ("subiu 2,5 ~%/%/SYM em", ("2,5%", 2.5, None, "percent")),
    ("mais de 60 ~%/%/SYM dos", ("mais de 60%", 60, "mais de", "percent")),
    ("a 500 km/km da", ("500 km", 500, None, "kilometre")),
    ("500 quilômetros/quilômetro a", ("500 quilômetros", 500, None, "kilometre")),
    (
        "80 quilômetros/quilômetro quadrados/quadrado/ADJ",
        ("80 quilômetros quadrados", 80, None, "square kilometre"),
    ),
    ("2 milhões/milhão de hectares/hectare", ("2 milhões de hectares", 2_000_000, None, "hectare")),
    ("70 toneladas/tonelada de", ("70 toneladas", 70, None, "tonne")),
    ("entre 10 e 20 tanques/tanque", ("entre 10 e 20 tanques", 10, "entre", "tank")),
    ("10 a 20 tanques/tanque", ("10 a 20 tanques", 10, "entre", "tank")),
    ("10 a 20 mil soldados/soldado", ("10 a 20 mil soldados", 10_000, "entre", "soldier")),
    ("entre 500 e 2 mil pessoas/pessoa", ("entre 500 e 2 mil pessoas", 500, "entre", "person")),
    (
        "entre US$ 10 e US$ 20 milhões/milhão",
        ("entre US$ 10 e US$ 20 milhões", 10_000_000, "entre", "USD"),
    ),
    ("10% a 20 ~%/%/SYM", ("10% a 20%", 10, "entre", "percent")),
    ("entre 20 soldados/soldado", ("20 soldados", 20, None, "soldier")),
    ("deixou 25 mortos/morto/ADJ e", ("25 mortos", 25, None, "dead")),
    ("deixou 40 feridos/ferir/VERB e", ("40 feridos", 40, None, "wounded")),
    ("três grandes/grande/ADJ navios/navio", ("três grandes navios", 3, None, "ship")),
    ("20 dos reféns/refém", ("20 dos reféns", 20, None, "hostage")),
    ("sete girafas/girafa", ("sete girafas", 7, None, "girafa")),
    ("2000 soldados/soldado", ("2000 soldados", 2000, None, "soldier")),
    ("12 anos/ano de prisão/prisão", ("12 anos", 12, None, "year")),
    ("matou/matar/VERB 20/20/NUM/obj em", ("20", 20, None, None)),
    ("10 ou 20 tanques/tanque", ("10 ou 20 tanques", 10, "entre", "tank")),
    (
        "um grande número de navios/navio",
        ("grande número de navios", None, "grande número de", "ship"),
    ),
    ("matou/matar/VERB dezenas/dezena/NOUN/obj em", ("dezenas", None, "dezenas", None)),
    ("14 países/país", ("14 países", 14, None, "country")),
    ("em 27 de outubro/outubro", None),
    ("no dia/dia 27", None),
    ("no 1º dia/dia", None),
    ("a 2ª edição/edição", None),
    ("em 2024 e", None),
    ("em 2024/2024/NUM/nmod soldados/soldado", None),
    ("às 10h30 em", None),
    ("às 10 h em", None),
    ("tem 63 anos/ano", None),
    ("Lawton/lawton/PROPN ~, 63 ~, foi", None),
    ("venceu por 3-1 em", None),
    ("venceu por 3 a 1 em", None),
    ("ligue 3322-1100 ou", None),
    ("o G20 em", None),
    ("o Boeing/boeing/PROPN 737 em", None),
    ("a BR-101 em", None),
    ("a resolução/resolução 1701 do", None),
    ("o artigo/artigo 5 da", None),
    ("o Brexit/brexit/PROPN 2 em", None),
    ("um soldado/soldado", None),
    ("uma bomba/bomba", None),
    ("os dois líderes/líder", None),
    ("dois presidentes/presidente", None),
    ("dos sete países/país", None),
    ("três semanas/semana", None),
    ("dois terços/terço", None),
    ("em Sete Lagoas/lagoa", None),
    ("canhões/canhão de 155 mm/mm", None),
]
EN: list[Case] = [
    ("killed 300 soldiers/soldier", ("300 soldiers", 300, None, "soldier")),
    (
        "More than 10,000 troops/troop in",
        ("More than 10,000 troops", 10_000, "more than", "soldier"),
    ),
    (
        "about two thousand protesters/protester",
        ("about two thousand protesters", 2000, "about", "protester"),
    ),
    ("Three hundred people/people", ("Three hundred people", 300, None, "person")),
    ("at least 20 civilians/civilian", ("at least 20 civilians", 20, "at least", "civilian")),
    ("up to 500 tanks/tank", ("up to 500 tanks", 500, "up to", "tank")),
    ("nearly 100 hostages/hostage", ("nearly 100 hostages", 100, "nearly", "hostage")),
    ("almost a hundred hostages/hostage", ("almost a hundred hostages", 100, "almost", "hostage")),
    ("fewer than 50 missiles/missile", ("fewer than 50 missiles", 50, "fewer than", "missile")),
    (
        "no fewer than 50 rockets/rocket",
        ("no fewer than 50 rockets", 50, "no fewer than", "rocket"),
    ),
    ("over 30 ships/ship", ("over 30 ships", 30, "over", "ship")),
    ("well over 30 ships/ship", ("well over 30 ships", 30, "well over", "ship")),
    ("some 1,200 refugees/refugee", ("some 1,200 refugees", 1200, "some", "refugee")),
    ("as many as 40 prisoners/prisoner", ("as many as 40 prisoners", 40, "as many as", "prisoner")),
    (
        "an estimated 70 fighters/fighter",
        ("an estimated 70 fighters", 70, "an estimated", "fighter"),
    ),
    ("another 15 drones/drone", ("another 15 drones", 15, "another", "drone")),
    ("roughly 80 vehicles/vehicle", ("roughly 80 vehicles", 80, "roughly", "vehicle")),
    ("a total of 60 bodies/body", ("a total of 60 bodies", 60, "a total of", "body")),
    ("dozens of missiles/missile", ("dozens of missiles", None, "dozens of", "missile")),
    ("hundreds of people/people", ("hundreds of people", None, "hundreds of", "person")),
    ("thousands of refugees/refugee", ("thousands of refugees", None, "thousands of", "refugee")),
    (
        "tens of thousands of people/people",
        ("tens of thousands of people", None, "tens of thousands of", "person"),
    ),
    ("several hundred rebels/rebel", ("several hundred rebels", None, "several hundred", "rebel")),
    ("a few thousand men/man", ("a few thousand men", None, "a few thousand", "man")),
    ("billions of dollars/dollar", ("billions of dollars", None, "billions of", "USD")),
    ("2.5 million people/people", ("2.5 million people", 2_500_000, None, "person")),
    ("half a million people/people", ("half a million people", 500_000, None, "person")),
    ("a dozen missiles/missile", ("a dozen missiles", 12, None, "missile")),
    ("two dozen diplomats/diplomat", ("two dozen diplomats", 24, None, "diplomat")),
    ("US$ 739 million a", ("US$ 739 million", 739_000_000, None, "USD")),
    ("$ ~1.5bn/bn in", ("$1.5bn", 1_500_000_000, None, "USD")),
    ("$ ~3m/m in", ("$3m", 3_000_000, None, "USD")),
    ("$ ~2.5 billion in", ("$2.5 billion", 2_500_000_000, None, "USD")),
    ("€ ~20 million in", ("€20 million", 20_000_000, None, "EUR")),
    ("£ ~400,000 in", ("£400,000", 400_000, None, "GBP")),
    ("about $ ~5,000 in", ("about $5,000", 5000, "about", "USD")),
    ("R$ 3 billion in", ("R$ 3 billion", 3_000_000_000, None, "BRL")),
    ("5 million euros/euro", ("5 million euros", 5_000_000, None, "EUR")),
    ("40 billion dollars/dollar", ("40 billion dollars", 40_000_000_000, None, "USD")),
    ("rose 20 ~%/%/SYM in", ("20%", 20, None, "percent")),
    ("rose 20 percent/percent in", ("20 percent", 20, None, "percent")),
    ("rose 2.5 per cent/cent in", ("2.5 per cent", 2.5, None, "percent")),
    ("500 km/km from", ("500 km", 500, None, "kilometre")),
    ("20km/km from", ("20km", 20, None, "kilometre")),
    ("500 kilometers/kilometer from", ("500 kilometers", 500, None, "kilometre")),
    (
        "80 square/square/ADJ kilometres/kilometre",
        ("80 square kilometres", 80, None, "square kilometre"),
    ),
    ("two million hectares/hectare", ("two million hectares", 2_000_000, None, "hectare")),
    ("70 tons/ton of", ("70 tons", 70, None, "tonne")),
    ("between 10 and 20 tanks/tank", ("between 10 and 20 tanks", 10, "between", "tank")),
    ("10 to 20 tanks/tank", ("10 to 20 tanks", 10, "between", "tank")),
    ("10-20 tanks/tank", ("10-20 tanks", 10, "between", "tank")),
    ("10 ~– ~20 tanks/tank", ("10–20 tanks", 10, "between", "tank")),
    (
        "10 to 20 million people/people",
        ("10 to 20 million people", 10_000_000, "between", "person"),
    ),
    ("$ ~10 to $ ~20 million", ("$10 to $20 million", 10_000_000, "between", "USD")),
    ("between 20 tanks/tank", ("20 tanks", 20, None, "tank")),
    ("12 dead/dead/ADJ and", ("12 dead", 12, None, "dead")),
    ("at least 30 injured/injure/VERB in", ("at least 30 injured", 30, "at least", "wounded")),
    (
        "five North/north/PROPN Korean/korean/ADJ soldiers/soldier",
        ("five North Korean soldiers", 5, None, "soldier"),
    ),
    ("20 of the/the/DET hostages/hostage", ("20 of the hostages", 20, None, "hostage")),
    ("seven giraffes/giraffe", ("seven giraffes", 7, None, "giraffe")),
    ("2000 soldiers/soldier", ("2000 soldiers", 2000, None, "soldier")),
    ("12 years/year in prison/prison", ("12 years", 12, None, "year")),
    ("killed/kill/VERB 20/20/NUM/obj in", ("20", 20, None, None)),
    ("10 or 20 tanks/tank", ("10 or 20 tanks", 10, "between", "tank")),
    (
        "huge numbers of refugees/refugee",
        ("huge numbers of refugees", None, "huge numbers of", "refugee"),
    ),
    ("killed/kill/VERB dozens/dozen/NOUN/obj in", ("dozens", None, "dozens", None)),
    ("30 countries/country", ("30 countries", 30, None, "country")),
    ("on October/october/PROPN 27 in", None),
    ("on 27 October/october/PROPN in", None),
    ("the 27th time/time", None),
    ("in 2024 and", None),
    ("the 2022 invasion/invasion", None),
    ("in 2014-2022 and", None),
    ("on 2025-10-27 and", None),
    ("at 10:30 in", None),
    ("at 10 p.m. in", None),
    ("aged 63 and", None),
    ("is 63 years/year old/old/ADJ", None),
    ("a 63-year-old man/man", None),
    ("Lawton/lawton/PROPN ~, 63 ~, was", None),
    ("won 3-1 in", None),
    ("call 555-0100 or", None),
    ("the G20 in", None),
    ("the Boeing/boeing/PROPN 737 in", None),
    ("an F-16 in", None),
    ("resolution/resolution 1701 of", None),
    ("article/article 5 of", None),
    ("Brexit/brexit/PROPN 2 in", None),
    ("one soldier/soldier", ("one soldier", 1, None, "soldier")),
    ("one of the/the/DET soldiers/soldier", None),
    ("one day/day", None),
    ("only one soldier/soldier", ("only one soldier", 1, "only", "soldier")),
    ("the two countries/country", None),
    ("two leaders/leader", None),
    ("both leaders/leader", None),
    ("three weeks/week", None),
    ("two thirds/third", None),
    ("the Three Gorges/gorge", None),
    ("a 10-year deal/deal", None),
    ("two 155 mm/mm guns/gun", None),
]
ALL = [("pt", *case) for case in PT] + [("en", *case) for case in EN]


@pytest.mark.parametrize(("lang", "marked", "expected"), ALL)
def test_quantity(
    lang: str, marked: str, expected: tuple[str, float | None, str | None, str | None] | None
) -> None:
    doc = build(marked, lang)
    found = find_quantities(doc)
    assert [(q.text, q.value, q.qualifier, q.unit) for q in found] == (
        [expected] if expected else []
    )
    assert all(doc.text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(("number", "found"), [("dois", ["um soldado", "dois civis"]), ("os", [])])
def test_an_article_counts_beside_a_number(number: str, found: list[str]) -> None:
    rows: list[Row] = [
        ("matou", "matar", "VERB", "ROOT", 0),
        ("um", "um", "DET", "det", 2),
        ("soldado", "soldado", "NOUN", "obj", 0),
        ("e", "e", "CCONJ", "cc", 5),
        (number, number, "NUM" if found else "DET", "nummod" if found else "det", 5),
        ("civis", "civil", "NOUN", "conj", 2),
    ]
    assert [quantity.text for quantity in find_quantities(parse("pt", rows))] == found


def test_measure_of_one_thing_counts_the_thing() -> None:
    doc = parse(
        "pt",
        [
            ("um", "um", "DET", "det", 1),
            ("reactor", "reactor", "NOUN", "ROOT", 1),
            ("de", "de", "ADP", "case", 4),
            ("900", "900", "NUM", "nummod", 4),
            ("megawatts", "megawatt", "NOUN", "nmod", 1),
        ],
    )
    (found,) = find_quantities(doc)
    assert (found.text, found.value, found.unit) == ("um reactor de 900 megawatts", 1, "reactor")


def test_text_order_without_overlap() -> None:
    doc = build("deixou 25 mortos/morto e mais de 40 feridos/ferido em 2 cidades/cidade", "pt")
    assert [q.text for q in find_quantities(doc)] == [
        "25 mortos",
        "mais de 40 feridos",
        "2 cidades",
    ]


def test_number_inside_a_name_is_part_of_it() -> None:
    assert find_quantities(build("o 14 soldados/soldado", "pt"))
    doc = build("o 14 soldados/soldado", "pt")
    doc.spans["mentions"] = [Span(doc, 1, 3, "ORG", span_id="name")]
    assert find_quantities(doc) == []


def test_name_in_the_singular_is_numbered_not_counted() -> None:
    doc = build("the 32 Artillery/artillery/PROPN Brigade/brigade/PROPN/ROOT", "en")
    doc[1].dep_, doc[1].head = "nummod", doc[3]
    assert find_quantities(doc) == []
    doc = build("the 32 Artillery/artillery/PROPN Brigade/brigade/PROPN/ROOT", "en")
    doc[1].dep_, doc[1].head = "nummod", doc[3]
    doc[3].set_morph("Number=Plur")
    assert [q.text for q in find_quantities(doc)] == ["32 Artillery Brigade"]


def test_people_named_by_their_state_are_persons() -> None:
    assert find_quantities(build("300 quirguizes/quirguiz/ADJ", "pt")) == []
    doc = build("300 quirguizes/quirguiz/ADJ", "pt")
    doc.spans["mentions"] = [Span(doc, 1, 2, "STATE", span_id="demonym")]
    assert [q.unit for q in find_quantities(doc)] == ["person"]


def test_noun_of_the_next_sentence_is_not_counted() -> None:
    doc = Doc(
        blank("pt").vocab,
        words=["foram", "45", "soldados"],
        lemmas=["ser", "45", "soldado"],
        pos=["AUX", "NUM", "NOUN"],
        sent_starts=[True, False, True],
    )
    assert find_quantities(doc) == []


def test_language_without_words_has_no_quantities() -> None:
    doc = Doc(blank("xx").vocab, words=["300", "soldiers"])
    assert find_quantities(doc) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "mais",
                "de",
                "até",
                "3",
                "27",
                "2024",
                "mil",
                "dois",
                "e",
                "a",
                "US$",
                "%",
                "-",
                "–",
                ",",
                ".",
                "de",
                "the",
            ]
        )
    )
)
def test_no_text_breaks_it(words: list[str]) -> None:
    doc = build(" ".join(words) or ".", "pt")
    found: list[Quantity] = find_quantities(doc)
    assert all(doc.text[q.start : q.end] == q.text for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_men_women_and_children_are_one_number_of_people() -> None:
    doc = build("2 homens/homem ~,/,/PUNCT 1 mulher/mulher e 3 crianças/criança", "pt")
    assert find_quantities(doc) == [
        Quantity("2 homens, 1 mulher e 3 crianças", 0, 31, 6, None, "person")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2 homens/homem ~,/,/PUNCT 3 mulheres/mulher",
        "2 homens/homem e 3 soldados/soldado",
        "2 homens/homem e cerca de 3 mulheres/mulher",
    ],
)
def test_other_lists_stay_apart(text: str) -> None:
    assert len(find_quantities(build(text, "pt"))) == 2
