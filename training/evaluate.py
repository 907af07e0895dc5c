r"""Score a pipeline on a treebank, on its tokens and on its raw text.

    python -m training.evaluate kg/language/models/pt bosque-dev.conllu.gz \
        --entities uner-dev.iob2.gz --json build/scores.json

Sentences come in texts of five, and the pipeline finds where they end. "Gold
tokens" gives it the tokens of the treebank; "raw text" lets it tokenize as
well, as it has to in use.
"""

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from training.convert import join_docs, read_sentences, read_text, to_docs

MEASURES: Mapping[str, str] = {
    "token_f": "tokens F",
    "sents_f": "sentences F",
    "pos_acc": "part of speech",
    "morph_acc": "features",
    "lemma_acc": "lemma",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "ents_p": "entities P",
    "ents_r": "entities R",
    "ents_f": "entities F",
}


def read_gold(nlp: Language, conllu: Path, entities: Path | None, *, size: int) -> list[Doc]:
    """Read the treebank as Docs of `size` sentences, in the pipeline's Vocab.

    The Scorer looks predicted features up in the strings of the gold Docs.
    """
    iob2 = read_text(entities) if entities else None
    docs = to_docs(read_sentences(read_text(conllu), iob2))
    binary = DocBin(docs=join_docs(docs, size=size))
    return list(binary.get_docs(nlp.vocab))


def unannotated(nlp: Language, doc: Doc, *, raw: bool) -> Doc:
    """Copy the text of a Doc: tokenized anew if raw, else with the same tokens."""
    if raw:
        return nlp.make_doc(doc.text)
    return Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
    )


def score(nlp: Language, gold: Sequence[Doc], *, raw: bool) -> dict[str, Any]:
    """Score the pipeline with spaCy's Scorer; every value is in [0, 1] or None.

    "ents_per_type" maps each label to its p, r and f.
    """
    docs = nlp.pipe([unannotated(nlp, doc, raw=raw) for doc in gold])
    examples = [Example(doc, reference) for doc, reference in zip(docs, gold, strict=True)]
    scores: dict[str, Any] = Scorer(nlp).score(examples)
    return scores


def measure_speed(nlp: Language, gold: Sequence[Doc]) -> float:
    """Measure tokens per second, from text to annotated Docs, best of three runs."""
    texts = [doc.text for doc in gold]
    rates = []
    for _ in range(3):
        start = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        rates.append(words / (time.perf_counter() - start))
    return max(rates)


def percent(value: float | None) -> str:
    """Write a share as a percentage with one decimal, "-" for None."""
    return "-" if value is None else f"{100 * value:.1f}"


def to_table(gold_tokens: Mapping[str, Any], raw_text: Mapping[str, Any]) -> str:
    """Write both sets of scores as a Markdown table, entity types last."""
    rows = ["| measure | gold tokens | raw text |", "| --- | ---: | ---: |"]
    rows += [
        f"| {name} | {percent(gold_tokens.get(key))} | {percent(raw_text.get(key))} |"
        for key, name in MEASURES.items()
    ]
    types = gold_tokens.get("ents_per_type") or {}
    for label in sorted(types):
        cells = [
            " / ".join(percent(scores["ents_per_type"].get(label, {}).get(k)) for k in "prf")
            for scores in (gold_tokens, raw_text)
        ]
        rows.append(f"| {label} P / R / F | {cells[0]} | {cells[1]} |")
    return "\n".join(rows)


def main() -> None:
    """Read the command line, print the table and, if asked, save the scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("conllu", type=Path)
    parser.add_argument("--entities", type=Path, help="Universal NER .iob2 on the same words")
    parser.add_argument("--sentences-per-doc", type=int, default=5)
    parser.add_argument("--json", type=Path, help="also save the scores on raw text here")
    args = parser.parse_args()
    nlp = spacy.load(args.pipeline)
    gold = read_gold(nlp, args.conllu, args.entities, size=args.sentences_per_doc)
    on_tokens, on_text = (score(nlp, gold, raw=raw) for raw in (False, True))
    print(to_table(on_tokens, on_text))
    on_text["speed"] = measure_speed(nlp, gold)
    print(f"\n{on_text['speed']:,.0f} words a second")
    if args.json:
        args.json.write_text(json.dumps(on_text, indent=2, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main()
