"""What the graph of an article rests on, in short: the article, and the version that read it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

from kg.ontology.files import ontology_dir
from kg.types import Article

RELEASE = version("geopolitical-kg")
"""The version of kg."""

_PACKAGE = Path(__file__).parent
_CODE = ("language", "link", "extract", "ontology", "assemble.py", "edtf.py", "pipeline.py")
_MERGER = ("graph", "ontology", "edtf.py", "slug.py", "types.py")
# What later steps read: it changes no article graph.
_LATER = frozenset(["evaluation.yaml", "merge.yaml", "shapes.ttl"])


@cache
def extractor_version(lang: str, *, guess: bool = True) -> str:
    """The release and eight digits for all that decides what is read in a language: "0.1.0+5e1f…".

    The digits change with the code of the extraction, the data that it reads (not with that of
    other languages), the parser and the option, so that articles are read again when one of these
    changed. guess: as for `kg.pipeline.extract`.
    """
    languages = yaml.safe_load((ontology_dir() / "languages.yaml").read_text("utf8"))["languages"]
    digest = sha256(b"" if guess else b"no guess")
    for path in (*_find_code(), *_find_data(frozenset(languages) - {lang})):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    for name in ("spacy", *languages.get(lang, {}).get("pipelines", ())):
        digest.update(f"{name} {_installed(name)}\n".encode())
    return f"{RELEASE}+{digest.hexdigest()[:8]}"


@cache
def merger_version() -> str:
    """The release and eight digits that change with the code of the merge and the data it reads."""
    data = sorted(path for path in ontology_dir().glob("*.*") if path.is_file())
    digest = sha256()
    for path in (*_find_files(_MERGER), *data):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return f"{RELEASE}+{digest.hexdigest()[:8]}"


def digest_article(article: Article, extractor: str) -> str:
    """SHA-256, in hexadecimal, of an article with all that is known of it, and of who reads it."""
    parts = [*astuple(article), extractor]
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return sha256(text.encode()).hexdigest()


def _find_code() -> Iterator[Path]:
    yield from _find_files(_CODE)
    # The weights of a pipeline are told by what its training measured.
    yield from sorted(_PACKAGE.glob("language/models/*/meta.json"))


def _find_files(names: Iterable[str]) -> Iterator[Path]:
    """Modules of the package, and those of its folders."""
    for name in names:
        path = _PACKAGE / name
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _find_data(others: frozenset[str]) -> Iterator[Path]:
    """The files of the vocabularies, but for those of other languages: lexicon/en.yaml and such."""
    for path in sorted(path for path in ontology_dir().rglob("*.*") if path.is_file()):
        is_query = path.suffix == ".rq"
        if not is_query and path.name not in _LATER and _language_of(path) not in others:
            yield path


def _language_of(path: Path) -> str:
    """The end of its name where files come one a language: "conjugation-pt.yaml"."""
    return path.stem.rpartition("-")[2]


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
