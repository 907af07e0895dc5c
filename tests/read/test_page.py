from datetime import date

import pytest
import trafilatura

from kg.read.page import page_date, page_language

DAY = date(2024, 5, 3)
FIGURE = "<figure><time datetime='1999-01-01'></time></figure>"


def tree(head="", body="", html=""):
    return trafilatura.load_html(
        f"<!DOCTYPE html><html {html}><head>{head}</head>"
        f"<body><h1>T</h1>{body}<p>x</p></body></html>"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">',
        '<meta name="DC.date.issued" content="2024-05-03">',
        '<meta name="pubdate" content="20240503">',
        '<meta itemprop="datePublished" content="3 de maio de 2024">',
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "datePublished": "2024-05-03T01:00:00+00:00"}</script>',
        '<script type="application/ld+json">[{"@graph": [{"@type": ["Article"],'
        ' "datePublished": "2024-05-03"}]}]</script>',
        '<link rel="canonical" href="https://x.example/2024/05/03/a">',
    ],
)
def test_dates_in_the_head(head):
    assert page_date(tree(head), "pt") == DAY


@pytest.mark.parametrize(
    "body",
    [
        '<time datetime="2024-05-03T10:00">ontem</time>',
        "<time>3 de maio de 2024</time>",
        '<time datetime="2001-01-01">x</time><time itemprop="datePublished" datetime="2024-05-03">',
        '<span class="post-date">Publicado em 03/05/2024 às 10h</span>',
        FIGURE + '<p id="dateline">sexta-feira, 3 de maio de 2024</p>',
    ],
)
def test_dates_in_the_body(body):
    assert page_date(tree(body=body), "pt") == DAY


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>O pacto é de 3 de maio de 2024.</p>",
        '<meta property="article:modified_time" content="2024-05-03">',
        '<meta name="copyright" content="2024">',
        '<p class="updated-date">3 de maio de 2024</p>',
        '<time class="updated" datetime="2024-05-03"></time>',
        '<footer><p class="date">3 de maio de 2024</p></footer>',
        '<aside><time datetime="2024-05-03"></time></aside>',
        '<script type="application/ld+json">{"@type": "Event", "datePublished": "2024-05-03"}'
        "</script>",
        '<script type="application/ld+json">{broken</script>',
        '<p class="date">há 2 horas</p>',
        '<meta name="date" content="2024-13-99">',
        FIGURE,
    ],
)
def test_no_other_date_is_taken(markup):
    assert page_date(tree(body=markup), "pt") is None


def test_the_language_of_the_page():
    assert page_language(tree(html='lang="pt-BR"')) == "pt-BR"
    assert page_language(tree('<meta property="og:locale" content="pt_BR">')) == "pt_BR"
    assert page_language(tree()) is None
