"""What a web page states about itself: its language and its day of publication."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.read.dates import find_dates, make_date, published_date

META = frozenset(
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "og:pubdate",
        "article.published",
        "datepublished",
        "datecreated",
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.date",
        "dcterms.issued",
        "dcterms.created",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publication-date",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "originalpublicationdate",
        "article_date_original",
        "citation_publication_date",
    ]
)
TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
        "WebPage",
    ]
)
COMPACT = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
IN_URL = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)")
OTHERS = "ancestor::aside or ancestor::footer or ancestor::nav or ancestor::figure"
VISIBLE = re.compile(r"date|publish|posted|byline|dateline|\bdata\b|publicad|fecha", re.IGNORECASE)
NOT_PUBLISHED = re.compile(r"updat|modif|atualiz|actualiz|related|sidebar|comment", re.IGNORECASE)


def page_language(tree: Any) -> str | None:
    """The language tag of the page, None when it has none."""
    tags = tree.xpath("/html/@lang | /html/@xml:lang | //meta[@property='og:locale']/@content")
    return next((str(tag) for tag in tags if str(tag).strip()), None)


def page_date(tree: Any, lang: str) -> date | None:
    """The day of publication: of meta data, JSON-LD, a time element, a visible line, the URL."""
    finders = (meta_dates, json_dates, time_dates, visible_dates, url_dates)
    return next((day for finder in finders for day in finder(tree, lang)), None)


def meta_dates(tree: Any, lang: str) -> Iterator[date]:
    """Dates of the meta elements that stand for publication, not for a later change."""
    for element in tree.iter("meta"):
        names = [element.get(key, "").lower() for key in ("property", "name", "itemprop")]
        if META.intersection(names):
            yield from parse(element.get("content"), lang)


def json_dates(tree: Any, lang: str) -> Iterator[date]:
    """`datePublished` of the JSON-LD objects that are articles."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        for thing in json_objects(str(script)):
            types = thing.get("@type")
            types = types if isinstance(types, list) else [types]
            if TYPES.intersection(kind for kind in types if isinstance(kind, str)):
                yield from parse(thing.get("datePublished"), lang)


def json_objects(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script: at the top, in a list, or in its graph."""
    try:
        data = json.loads(script)
    except (json.JSONDecodeError, RecursionError):
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (part for part in graph or [] if isinstance(part, dict))


def time_dates(tree: Any, lang: str) -> Iterator[date]:
    """Dates of time elements, those marked as publication first."""
    times = tree.xpath(f"//time[not({OTHERS})]")
    marked = [time for time in times if time.get("pubdate") or time.get("itemprop")]
    for element in marked + times:
        if not NOT_PUBLISHED.search(marks(element)):
            yield from parse(element.get("datetime") or element.text_content(), lang)


def visible_dates(tree: Any, lang: str) -> Iterator[date]:
    """Dates of short lines that are marked as such by class or id."""
    for element in tree.xpath(f"//*[(@class or @id) and not({OTHERS})]"):
        named = marks(element)
        if VISIBLE.search(named) and not NOT_PUBLISHED.search(named):
            line = " ".join(element.text_content().split())
            if day := published_date(line, lang):
                yield day


def marks(element: Any) -> str:
    """Class, id and property of an element."""
    return " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))


def url_dates(tree: Any, lang: str) -> Iterator[date]:
    """A full date in the address that the page gives as its own."""
    paths = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
    for url in tree.xpath(paths):
        if match := IN_URL.search(str(url)):
            day = make_date(*map(int, match.groups()))
            yield from [day] if day else []


def parse(value: Any, lang: str) -> Iterator[date]:
    """The date that a value begins with (ISO, compact too) or holds in words."""
    if not isinstance(value, str):
        return
    if match := COMPACT.match(value):
        day = make_date(*map(int, match.groups()))
        yield from [day] if day else []
    else:
        yield from (day for _, _, day in find_dates(value, lang))
