r"""Turn CoNLL-U and Universal NER files into spaCy's binary training format.

Contractions (`da`, `no`, `trata-se`) stay one token, as spaCy's Portuguese
tokenizer leaves them: their syntactic words are merged, the lemma becomes the
lemmas with a space between ("de o"), and the head and relation are those of
the word that heads the others.

    python -m training.convert bosque-train.conllu.gz build/train.spacy \
        --entities uner-train.iob2.gz
"""

import argparse
import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.training.converters.conllu_to_docs import conllu_to_docs

OUTSIDE = "O"


@dataclass(frozen=True)
class Sentence:
    """One CoNLL-U sentence and the entity tags of its syntactic words.

    lines: the ten-column lines, comments left out.
    tags: one IOB2 tag a syntactic word, or None where entities are unknown.
    """

    sent_id: str
    lines: tuple[str, ...]
    tags: tuple[str, ...] | None


def read_text(path: Path) -> str:
    """Read a UTF-8 text file, gzipped if its name ends in .gz."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            return file.read()
    return path.read_text(encoding="utf-8")


def split_blocks(text: str) -> Iterator[list[str]]:
    """Yield the lines of each block; blocks are set apart by empty lines."""
    for block in text.strip().split("\n\n"):
        if lines := [line for line in block.split("\n") if line.strip()]:
            yield lines


def read_tags(text: str) -> list[tuple[str, ...]]:
    """Read the IOB2 tags of a Universal NER file, one tuple a sentence.

    The third column holds the tag; lines that start with # are comments.
    """
    return [
        tuple(line.split("\t")[2] for line in lines if not line.startswith("#"))
        for lines in split_blocks(text)
    ]


def count_words(lines: Iterable[str]) -> int:
    """Count syntactic words: neither ranges (2-3) nor empty nodes (4.1)."""
    return sum(line.split("\t", 1)[0].isdigit() for line in lines)


def read_sentences(conllu: str, iob2: str | None = None) -> list[Sentence]:
    """Pair the sentences of a treebank with their entity tags, in file order.

    Raises ValueError when the two files differ in sentences or in words.
    """
    blocks = list(split_blocks(conllu))
    tags: Sequence[tuple[str, ...] | None] = read_tags(iob2) if iob2 else [None] * len(blocks)
    if len(tags) != len(blocks):
        raise ValueError(f"{len(blocks)} sentences, but entity tags for {len(tags)}")
    return [_read_sentence(block, of) for block, of in zip(blocks, tags, strict=True)]


def _read_sentence(block: Sequence[str], tags: tuple[str, ...] | None) -> Sentence:
    lines = tuple(line for line in block if not line.startswith("#"))
    sent_id = next((line[12:] for line in block if line.startswith("# sent_id = ")), "?")
    if tags is not None and len(tags) != count_words(lines):
        raise ValueError(
            f"sentence {sent_id}: {count_words(lines)} words, but {len(tags)} entity tags"
        )
    return Sentence(sent_id, lines, tags)


def find_ranges(lines: Iterable[str]) -> list[tuple[int, int]]:
    """Find the words of each surface token, as (start, end) with end exclusive.

    Words count from 0. A token that is no contraction covers one word.
    """
    ranges: list[tuple[int, int]] = []
    for line in lines:
        number = line.split("\t", 1)[0]
        if "-" in number:
            first, last = number.split("-")
            ranges.append((int(first) - 1, int(last)))
        elif number.isdigit() and (not ranges or int(number) > ranges[-1][1]):
            ranges.append((int(number) - 1, int(number)))
    return ranges


def merge_tags(tags: Sequence[str], ranges: Iterable[tuple[int, int]]) -> list[str]:
    """Carry IOB2 tags from syntactic words over to surface tokens.

    A contraction belongs to an entity only if all its words do and the entity
    does not begin in it: of "de" + "a Folha" only "Folha" is left to the name.
    Continuations that lost their beginning get a new one.
    """
    merged: list[str] = []
    for start, end in ranges:
        tag = tags[start]
        if end - start > 1 and any(other[1:] != tag[1:] for other in tags[start:end]):
            tag = OUTSIDE
        if tag.startswith("I-") and (not merged or merged[-1][1:] != tag[1:]):
            tag = "B" + tag[1:]
        merged.append(tag)
    return merged


def find_entities(doc: Doc, tags: Sequence[str]) -> list[Span]:
    """Turn IOB2 tags, one a token, into the spans they describe."""
    spans: list[Span] = []
    start = 0
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            start = i
        follows = i + 1 < len(tags) and tags[i + 1].startswith("I-")
        if tag != OUTSIDE and not follows:
            spans.append(Span(doc, start, i + 1, label=tag[2:]))
    return spans


def to_docs(sentences: Sequence[Sentence]) -> list[Doc]:
    """Build one Doc a sentence, contractions merged; all share one Vocab.

    Without entity tags, entities stay unannotated (missing, not absent).
    """
    text = "\n\n".join("\n".join(sentence.lines) for sentence in sentences)
    to_docs_of_spacy: Callable[..., Iterator[Doc]] = conllu_to_docs
    docs = list(to_docs_of_spacy(text, n_sents=1, merge_subtokens=True, no_print=True))
    for doc, sentence in zip(docs, sentences, strict=True):
        if sentence.tags is not None:
            tags = merge_tags(sentence.tags, find_ranges(sentence.lines))
            doc.set_ents(find_entities(doc, tags), default="outside")
    return docs


def join_docs(docs: Sequence[Doc], *, size: int) -> Iterator[Doc]:
    """Join every `size` sentences into one Doc, so that boundaries are learnt."""
    for start in range(0, len(docs), size):
        yield Doc.from_docs(list(docs[start : start + size]), ensure_whitespace=True)


def convert(
    conllu: Path, out: Path, *, entities: Path | None = None, sentences_per_doc: int = 5
) -> int:
    """Write the .spacy file of a treebank and return the number of Docs."""
    iob2 = read_text(entities) if entities else None
    docs = to_docs(read_sentences(read_text(conllu), iob2))
    joined = list(join_docs(docs, size=sentences_per_doc))
    out.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=joined, store_user_data=False).to_disk(out)
    return len(joined)


def main() -> None:
    """Read the command line and convert one treebank."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("conllu", type=Path, help="treebank, .conllu or .conllu.gz")
    parser.add_argument("out", type=Path, help="the .spacy file to write")
    parser.add_argument("--entities", type=Path, help="Universal NER .iob2 on the same words")
    parser.add_argument("--sentences-per-doc", type=int, default=5)
    args = parser.parse_args()
    count = convert(
        args.conllu, args.out, entities=args.entities, sentences_per_doc=args.sentences_per_doc
    )
    print(f"{args.out}: {count} docs")


if __name__ == "__main__":
    main()
