"""Which languages can be read here, and how to make one more readable."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.errors import PipelineMissing
from kg.language.languages import Language, language, language_codes
from kg.language.pipelines import find_pipeline


@dataclass(frozen=True)
class Readable:
    """A language of the table, and what parses it here."""

    language: Language
    pipeline: str | None
    """Package of the spaCy pipeline, "shipped" for the one inside kg, None if there is none."""


def list_readable() -> list[Readable]:
    """Every language of the table, in the order of codes."""
    return [Readable(language(code), serving(code)) for code in language_codes()]


def serving(code: str) -> str | None:
    """The pipeline that parses a language, as in Readable. Raises UnknownLanguage."""
    try:
        found = find_pipeline(code)
    except PipelineMissing:
        return None
    return "shipped" if isinstance(found, Path) else found


def install_pipeline(code: str) -> str:
    """Let pip install the pipeline of a language into this Python; the name of its package.

    Raises UnknownLanguage, and PipelineMissing when pip fails or there is nothing to install.
    """
    entry = language(code)
    if not entry.packages:
        raise PipelineMissing(
            f"No package index has a pipeline for {entry.name}: "
            f"python -m spacy download {entry.pipelines[0]}"
        )
    command = [sys.executable, "-m", "pip", "install", *entry.packages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        last = (run.stderr.strip().splitlines() or ["no message"])[-1]
        raise PipelineMissing(
            f"pip could not install {entry.packages[-1]} ({last}): "
            f"mend that, then {' '.join(command)}"
        )
    find_pipeline.cache_clear()
    return str(find_pipeline(code))
