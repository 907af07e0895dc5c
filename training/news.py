"""Write sentences about world politics, entities marked, from templates.

The templates and the names are in news.yaml, which says how they are written.
Only entities are annotated: the components that learn from tags, trees or
lemmas see missing values and learn nothing from these sentences.

    python -m training.news build/news.spacy --count 1400 --seed 7
"""

import argparse
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.language import Language
from spacy.tokens import Doc, DocBin

NEWS = Path(__file__).with_name("news.yaml")
ARTICLES = ("o", "a", "os", "as")
SLOT = re.compile(r"\{(\w+):(\w+)\}")
MARK = re.compile(r"\[([^]|]+)\|([A-Z]+)\]")
CONTRACTIONS: Mapping[str, Mapping[str, str]] = {
    "de": {"": "de", "o": "do", "a": "da", "os": "dos", "as": "das"},
    "em": {"": "em", "o": "no", "a": "na", "os": "nos", "as": "nas"},
    "a": {"": "a", "o": "ao", "a": "à", "os": "aos", "as": "às"},
    "por": {"": "por", "o": "pelo", "a": "pela", "os": "pelos", "as": "pelas"},
    "o": {"": "", "o": "o", "a": "a", "os": "os", "as": "as"},
    "bare": dict.fromkeys(("", *ARTICLES), ""),
}
UPPER_CASE_SHARE = 0.05


@dataclass(frozen=True)
class MarkedText:
    """A sentence and its entities as (start, end, label), offsets in characters."""

    text: str
    entities: tuple[tuple[int, int, str], ...]


def split_article(name: str) -> tuple[str, str]:
    """Split "a Rússia" into article and name; the article may be empty."""
    first, _, rest = name.partition(" ")
    return (first, rest) if first in ARTICLES else ("", name)


def attach(preposition: str, name: str, label: str | None) -> str:
    """Put a preposition before a name, contracted with its article, and mark the name.

    >>> attach("de", "a Rússia", "LOC")
    'da [Rússia|LOC]'
    """
    article, bare = split_article(name)
    before = CONTRACTIONS[preposition][article]
    marked = f"[{bare}|{label}]" if label else bare
    return f"{before} {marked}".lstrip()


def pick(slot: str, slots: Mapping[str, Any], rng: random.Random) -> tuple[str, str | None]:
    """Draw a value of a slot and its label; "person" puts first and last name together."""
    if slot == "person":
        first, last = (rng.choice(slots[part]["values"]) for part in ("first", "last"))
        return f"{first} {last}", "PER"
    if slot == "last_person":
        return rng.choice(slots["last"]["values"]), "PER"
    return rng.choice(slots[slot]["values"]), slots[slot]["label"]


def fill(template: str, slots: Mapping[str, Any], rng: random.Random) -> str:
    """Fill every slot of a template, entities marked with brackets.

    Raises KeyError on a slot that news.yaml does not define.
    """

    def replace(match: re.Match[str]) -> str:
        name, label = pick(match[2], slots, rng)
        return attach(match[1], name, label)

    return SLOT.sub(replace, template)


def read_marks(marked: str) -> MarkedText:
    """Take the brackets out of a marked sentence and note where they stood.

    The first letter of the sentence is put in upper case.
    """
    text = ""
    entities: list[tuple[int, int, str]] = []
    end = 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        entities.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    text += marked[end:]
    return MarkedText(text[0].upper() + text[1:], tuple(entities))


def write_sentences(news: Mapping[str, Any], *, count: int, seed: int) -> list[MarkedText]:
    """Write `count` sentences, every template about equally often, in random order.

    A few are set in capitals throughout, as headlines are.
    """
    rng = random.Random(seed)
    templates = [news["templates"][i % len(news["templates"])] for i in range(count)]
    rng.shuffle(templates)
    sentences = [read_marks(fill(template, news["slots"], rng)) for template in templates]
    return [
        MarkedText(s.text.upper(), s.entities) if rng.random() < UPPER_CASE_SHARE else s
        for s in sentences
    ]


def to_doc(nlp: Language, sentences: Sequence[MarkedText]) -> Doc:
    """Tokenize sentences as one text and set their entities, nothing else.

    Raises ValueError when an entity does not begin and end with a token.
    """
    doc = nlp.make_doc(" ".join(sentence.text for sentence in sentences))
    spans, offset = [], 0
    for sentence in sentences:
        for start, end, label in sentence.entities:
            span = doc.char_span(offset + start, offset + end, label=label)
            if span is None:
                raise ValueError(f"{sentence.text[start:end]!r} in {sentence.text!r}: no token")
            spans.append(span)
        offset += len(sentence.text) + 1
    doc.set_ents(spans, default="outside")
    return doc


def main() -> None:
    """Read the command line and write the .spacy file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=1400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--sentences-per-doc", type=int, default=4)
    args = parser.parse_args()
    news = yaml.safe_load(NEWS.read_text(encoding="utf-8"))
    sentences = write_sentences(news, count=args.count, seed=args.seed)
    nlp = spacy.blank("pt")
    size = args.sentences_per_doc
    docs = [to_doc(nlp, sentences[i : i + size]) for i in range(0, len(sentences), size)]
    DocBin(docs=docs).to_disk(args.out)
    print(f"{args.out}: {len(sentences)} sentences in {len(docs)} docs")


if __name__ == "__main__":
    main()
