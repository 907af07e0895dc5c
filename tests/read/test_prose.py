from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.paragraphs import split_paragraphs
from kg.read.prose import find_prose

PROSE = "O chanceler do Chile chegou a Lima no domingo."


def read(text, lang="pt"):
    prose = find_prose(text, split_paragraphs(text, wrapped=True), lang)
    return [text[start:end] for start, end in prose.body], prose


@pytest.mark.parametrize(
    "line",
    [
        "Chanceler chega a Lima",
        "“>",
        "Foto: Ana Lima/AFP",
        "Source link",
        "Leia mais: Chile fecha a fronteira com o Peru.",
        "Este site utiliza cookies. Ao continuar, você concorda com isso.",
        "Chile, Peru, Lima, Quito, pesca, Pacífico, chanceler, visita, acordo, barcos, mar, frota.",
    ],
)
def test_lines_that_are_dropped(line):
    body, _ = read(f"{PROSE}\n\n{line}\n\nEle voltou na terça-feira.")
    assert body == [PROSE, "Ele voltou na terça-feira."]


@pytest.mark.parametrize(
    "line",
    [
        "“Não assinamos nada”, disse ele.",
        "Vamos embora!",
        "O presidente disse: “Basta.”",
        "O ministro listou três pontos:",
        "Caças israelitas bombardearam depósitos militares sírios, noticiaram ontem meios estatais "
        "sírios, citando fontes militares.",
        "Segundo o porta-voz da marinha do Peru, os barcos entraram de noite na zona de pesca e "
        "ninguém a bordo respondeu aos avisos do rádio",
    ],
)
def test_lines_that_are_kept(line):
    body, _ = read(f"{PROSE}\n\n{line}")
    assert body == [PROSE, line]


def test_a_caption_stands_once_and_without_its_credit():
    caption = "Os ministros jantam em Lima, em 3 de maio de 2024."
    body, prose = read(
        f"{caption} Foto: Ana/AFP\n\n{caption} Foto: Ana/AFP\n\n{caption}\n\n{PROSE}"
    )
    assert body == [caption, PROSE]
    assert prose.date == date(2024, 5, 3)


def test_paragraphs_that_differ_in_a_last_number_both_stand():
    assert len(read("O acordo caiu em 2019.\n\nO acordo caiu em 2020.")[0]) == 2


def test_nothing_after_the_comment_form():
    body, _ = read(f"{PROSE}\n\nDEIXE UM COMENTÁRIO\n\nJoão disse que o acordo é ruim.")
    assert body == [PROSE]


def test_a_comment_heading_above_the_article_cuts_nothing():
    assert read(f"Deixe um comentário\n\n{PROSE}")[0] == [PROSE]


@pytest.mark.parametrize("text", ["Chile e Peru assinam acordo", "Uma linha\n\nOutra linha"])
def test_text_without_any_sentence_is_kept_whole(text):
    assert read(text)[0] == text.split("\n\n")


def test_boilerplate_alone_leaves_nothing():
    assert read("Source link\n\nLeia mais")[0] == []


def test_the_headline_becomes_the_title():
    assert read(f"Mundo\n\nChanceler chega a Lima\n\n{PROSE}")[1].title == "Chanceler chega a Lima"
    assert read(f"{PROSE}\n\nChanceler chega a Lima")[1].title is None


def test_the_dateline_is_no_prose_and_gives_the_date():
    body, prose = read(f"SANTIAGO, 3 de maio de 2024 (AFP) - {PROSE}")
    assert body == [PROSE]
    assert prose.date == date(2024, 5, 3)


def test_a_stated_date_wins_over_dateline_and_caption():
    text = (
        "Publicado em 4/5/2024\n\n"
        "Os ministros em Lima, em 1 de maio de 2024. Foto: Ana/AFP\n\n"
        f"SANTIAGO, 3 de maio de 2024 (AFP) - {PROSE}"
    )
    assert read(text)[1].date == date(2024, 5, 4)
    assert read(text.split("\n\n", 1)[1])[1].date == date(2024, 5, 3)


@pytest.mark.parametrize(
    "text",
    [
        "O pacto foi assinado em 3 de maio de 2024.",
        "O pacto foi assinado em 3 de maio de 2024. (Reuters)",
        "Arquivo: os ministros em Lima, em 3 de maio de 2024. Foto: Ana/AFP",
        "SANTIAGO, 3 maio (AFP) - O pacto caiu.",
    ],
)
def test_other_dates_are_not_that_of_publication(text):
    assert read(text)[1].date is None


def test_a_language_without_data_is_split_and_kept():
    assert read("Der Kanzler reiste nach Lima.\n\nSource link", "de")[0] == [
        "Der Kanzler reiste nach Lima."
    ]


LINES = st.lists(
    st.sampled_from(
        [PROSE, "Source link", "Foto: Ana/AFP", "Chanceler chega", "“>", "", "Deixe uma resposta"]
    ),
    max_size=8,
)


@given(LINES)
def test_body_is_ordered_unrepeated_and_inside_the_text(lines):
    text = "\n".join(lines)
    body, prose = read(text)
    assert list(prose.body) == sorted(prose.body)
    assert len(set(body)) == len(body)
    assert all(part in lines for part in body)
    assert (PROSE in body) == (PROSE in lines)


@pytest.mark.parametrize("sign", ["-", " ", "9", ".", "(", '"', "—", "/", "A/", "a, ", "\t"])
def test_a_long_run_of_one_sign_takes_no_longer_than_text(sign):
    # A pattern that tries each of its starts again would need hours for these.
    read(f"{PROSE} {sign * 200_000} {PROSE}\n\n{sign * 200_000}")
