"""The events that kg itself finds in the sentences of a gold set."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.errors import InputError
from kg.evaluate.files import Record
from kg.export.records import extract_each, to_records
from kg.types import Article, Extraction


def predict(
    articles: Iterable[Article | InputError],
    *,
    extract: Callable[[Article], Extraction],
    on_skip: Callable[[str], object],
) -> dict[str, list[Record]]:
    """Article id to its events as `kg extract` writes them; articles without any are left out.

    on_skip: called with a line for each article that cannot be read or extracted from.
    """
    predicted: dict[str, list[Record]] = defaultdict(list)
    for extraction in extract_each(articles, extract=extract, on_skip=on_skip):
        for record in to_records(extraction, "events"):
            predicted[record["id"]].append(record)
    return dict(predicted)
