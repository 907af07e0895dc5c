from datetime import date

import pytest

from kg.errors import InputError
from kg.read.html import read_html
from kg.read.raw import Options, to_article

PAGE = """<!DOCTYPE html>
<html lang="pt-BR"><head>{charset}<title>Chanceler visita Lima | Gazeta da Ilha</title>
<meta property="og:title" content="Chanceler visita Lima">
<meta property="og:site_name" content="Gazeta da Ilha">
<link rel="canonical" href="https://ilha.example/mundo/chanceler">{head}</head>
<body><nav><a href="/">Início</a></nav>
<article><h1>Chanceler visita Lima</h1>{byline}
<p>O ministro das Relações Exteriores do Chile viajou a Lima na sexta-feira e assinou com o
governo peruano um acordo sobre a pesca no Pacífico.</p>
<p>Leia também: Peru abre investigação sobre navios</p>
<p>“É um passo importante para os pescadores dos dois países”, disse o ministro chileno depois do
encontro, que durou três horas e terminou sem perguntas dos jornalistas.</p>
</article><footer>© 2026 Gazeta da Ilha. Todos os direitos reservados.</footer></body></html>
"""


def page(*, head="", byline="", charset='<meta charset="utf-8">'):
    return PAGE.format(head=head, byline=byline, charset=charset)


def read(text, encoding="utf8"):
    return read_html(text.encode(encoding), name="page", where="page.html")


def test_main_text_and_what_the_page_states():
    raw = read(page(head='<meta property="article:published_time" content="2024-05-03T10:00">'))
    assert (raw.title, raw.source) == ("Chanceler visita Lima", "Gazeta da Ilha")
    assert (raw.url, raw.lang) == ("https://ilha.example/mundo/chanceler", "pt")
    assert raw.date == date(2024, 5, 3)
    assert "Início" not in raw.text
    assert "direitos" not in raw.text
    article = to_article(raw, Options())
    paragraphs = [article.text[start:end] for start, end in article.body]
    assert [paragraph[:12] for paragraph in paragraphs] == ["O ministro d", "“É um passo "]


def test_a_page_that_states_no_date_has_none():
    assert to_article(read(page()), Options()).date is None


def test_a_page_may_declare_another_encoding():
    text = page(charset='<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">')
    for encoding in ("cp1252", "utf-16"):
        assert "Relações" in read(text, encoding).text
        assert "“É um" in read(text, encoding).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body><p>Rela\x8d\x9bes</p>", "not UTF-8"),
        (b'<meta charset="nonsense"><p>Rela\xe7\xf5es</p>', "neither UTF-8 nor nonsense"),
        (b"<html>\0\0", "binary"),
        (b"<html><body></body></html>", "no article found on the page"),
        (b"", "no article found on the page"),
    ],
)
def test_pages_that_cannot_be_read(data, message):
    with pytest.raises(InputError, match=message):
        read_html(data, name="page", where="page.html")


def test_the_text_overrules_a_template_in_another_language():
    assert read(page().replace('lang="pt-BR"', 'lang="en"')).lang == "pt"
