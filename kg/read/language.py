"""In which language an article is written."""

import math
import re
from functools import cache

import py3langid
import yaml

from kg.errors import InputError, UnknownLanguage
from kg.ontology.files import ontology_dir

SAMPLE = 20_000
"""Characters that are enough to tell a language."""
SURE = 200
"""Characters from which detection is trusted over what a page's template states."""
CLOSE_CALL = 0.05
"""A language that kg reads wins over a better score of a lookalike (Galician, Nigerian Pidgin)
when it is at least this likely against it. Short news sentences of the right language gave 0.07 or
more, those of another language 0.02 or less."""


@cache
def known_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a pipeline, sorted."""
    table = yaml.safe_load((ontology_dir() / "languages.yaml").read_text(encoding="utf8"))
    return tuple(sorted(table["languages"]))


def check_language(code: str) -> str:
    """The code itself. Raises UnknownLanguage for one that kg does not read."""
    if code not in known_languages():
        raise UnknownLanguage(f"No pipeline for language {code!r}: choose one of {choices()}.")
    return code


def settle_language(text: str, *, stated: str | None, where: str) -> str:
    """The language to read a text in: as stated, else as it looks.

    stated: a tag such as "pt-BR". Raises InputError for a language without a pipeline.
    """
    lang = primary_tag(stated) or identify(text)
    if lang not in known_languages():
        raise InputError(
            f"{where}: language {lang!r} has no pipeline: leave it out, "
            f"or say what it is with --lang ({choices()})."
        )
    return lang


def check_stated(text: str, stated: str | None) -> str:
    """The language that a page's template states, unless its text is long enough to belie it."""
    tag = primary_tag(stated)
    return tag if tag and len(text) < SURE else identify(text)


def primary_tag(tag: str | None) -> str | None:
    """The language of a tag: "pt-BR" and "PT_br" are "pt"; None for an empty one."""
    return re.split("[-_]", tag.strip())[0].lower() or None if tag else None


def identify(text: str) -> str:
    """The most likely language by py3langid, ISO 639-1 (or -3 where it has none).

    Source: Lui and Baldwin, ACL 2012; temperature of py3langid's own normalisation.
    """
    sample = text[:SAMPLE]
    ranked = py3langid.rank(sample)
    best, score = ranked[0]
    temperature = math.sqrt(len(sample.encode()) or 1)
    for lang, other in ranked:
        if lang in known_languages():
            likely = math.exp((other - score) / temperature)
            return str(lang) if likely >= CLOSE_CALL else str(best)
    return str(best)


def choices() -> str:
    """The known languages for a message."""
    return ", ".join(known_languages())
