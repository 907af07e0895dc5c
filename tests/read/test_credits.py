import pytest

from kg.read.credits import find_credit, is_archive


@pytest.mark.parametrize(
    ("caption", "credit", "photo"),
    [
        ("The envoys met in Oslo.", " REUTERS/Ana Lund", True),
        ("The envoys met in Oslo.", " Tass/Ivan Orlov/Pool via REUTERS", True),
        ("The envoys met in Oslo.", " (AP Photo/John Q. Roe)", True),
        ("The envoys met in Oslo.", " Photograph: Jane Roe/Getty Images", True),
        ("Os ministros jantaram.", " Foto: J. Lima/Agência Brasil.", True),
        ("Os ministros jantaram.", " Ana Lima / PR", True),
        ("Os ministros em Quito", " (Foto: Ana Lima/AFP)", True),
        ("Os ministros em Quito", " — Foto: divulgação", True),
        ("Os ministros em Quito", " | Crédito: Ana Lima", True),
        ("The envoys met in Oslo.", " (Reuters)", False),
        ("The envoys met in Oslo.", " Getty Images", False),
        ("", "Foto: divulgação", True),
        ("", "Reprodução/TV Globo", True),
        ("", "Photo by Jane Roe/Getty Images", True),
    ],
)
def test_the_credit_is_cut_off(caption, credit, photo):
    found = find_credit(caption + credit)
    assert found is not None
    assert (found.end, found.photo) == (len(caption), photo)


@pytest.mark.parametrize(
    "paragraph",
    [
        "He told Reuters.",
        "Ele venceu o deputado João (PT/SP).",
        "Imagens de satélite mostram novos navios.",
        "Photo of the tank was shown.",
        "He met the head of the U.S. Army/Navy.",
        "He was brief. Nobody asked him anything.",
    ],
)
def test_prose_has_no_credit(paragraph):
    assert find_credit(paragraph) is None


def test_old_pictures():
    assert is_archive("FILE PHOTO: The envoys in Oslo, May 3, 2001.")
    assert is_archive("(Arquivo) Os ministros em Quito.")
    assert not is_archive("The filed papers.")
