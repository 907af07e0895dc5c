"""A fault of a data file, as the checks of gazetteer and lexicon report it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One fault of a data file."""

    file: str
    subject: str
    """IRI as the file writes it, id of a frame, or the name that is ambiguous."""
    what: str
    advice: str
    is_error: bool = True
    """False for a warning: what is found may be as it should."""
