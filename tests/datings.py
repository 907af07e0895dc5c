"""The time expressions of a Doc, as tests compare them."""

from datetime import date

from spacy.tokens import Doc

from kg.extract.time.expressions import read_times
from kg.types import Time


def find_times(doc: Doc, *, published: date | None) -> list[Time]:
    """Those of `read_times` without their points."""
    return [time for time, _ in read_times(doc, published=published)]
