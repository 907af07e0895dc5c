"""Write short sentences that teach the lemmas of inflected verbs.

Newspapers seldom say "we", so the treebank shows few first persons. Regular
verbs are conjugated by rule and put in the frames of verbs.yaml; only the
lemmas of those verbs are annotated, everything else is missing.

    python -m training.verbs build/verbs.spacy --count 800 --seed 11
"""

import argparse
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import spacy
import yaml
from spacy.language import Language
from spacy.tokens import Doc, DocBin

VERBS = Path(__file__).with_name("verbs.yaml")
SLOT = re.compile(r"\{(\w+)\}")
# Endings after the stem, for verbs in -ar, -er and -ir.
ENDINGS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "nós": {
        "ar": ("amos", "ámos", "ávamos", "aremos", "aríamos", "áramos"),
        "er": ("emos", "íamos", "eremos", "eríamos"),
        "ir": ("imos", "íamos", "iremos", "iríamos"),
    },
    "nós_subj": {"ar": ("emos",), "er": ("amos",), "ir": ("amos",)},
    "eu": {
        "ar": ("o", "ei", "ava", "arei", "aria"),
        "er": ("o", "i", "ia", "erei", "eria"),
        "ir": ("o", "i", "ia", "irei", "iria"),
    },
    "elas": {
        "ar": ("am", "aram", "avam", "arão", "ariam", "assem"),
        "er": ("em", "eram", "iam", "erão", "eriam", "essem"),
        "ir": ("em", "iram", "iam", "irão", "iriam", "issem"),
    },
}
# Forms that do not follow the rule: the stem vowel changes (nomeio, fogem,
# reúnem).
_STRESSED = ("o", "am", "em")
IRREGULAR: Mapping[str, Sequence[str]] = {
    "agredir": ("o", "em", "amos"),
    "bombardear": (*_STRESSED, "emos"),
    "nomear": (*_STRESSED, "emos"),
    "fugir": ("em",),
    "proibir": _STRESSED,
    "reunir": _STRESSED,
    "saudar": _STRESSED,
    "impedir": ("o", "amos"),
}


def conjugate(verb: str, person: str) -> list[str]:
    """List the regular forms of a verb for a slot of the frames ("nós", "eu", "elas"…).

    Forms in which the verb is irregular are left out.
    """
    stem, kind = verb[:-2], verb[-2:]
    return [
        _join(stem, kind, ending)
        for ending in ENDINGS[person][kind]
        if ending not in IRREGULAR.get(verb, ())
    ]


def _join(stem: str, kind: str, ending: str) -> str:
    """Join stem and ending; c, ç and g are respelt to keep their sound.

    >>> _join("atac", "ar", "ei"), _join("avanç", "ar", "emos"), _join("venc", "er", "o")
    ('ataquei', 'avancemos', 'venço')
    """
    front = ending[0] in "eéií"
    if kind == "ar" and front:
        return re.sub(r"ç$|c$|g$", lambda m: {"ç": "c", "c": "qu", "g": "gu"}[m[0]], stem) + ending
    if kind != "ar" and not front:
        return re.sub(r"c$|g$", lambda m: {"c": "ç", "g": "j"}[m[0]], stem) + ending
    return stem + ending


def fill(
    frame: str, verbs: Sequence[str], rng: random.Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """Fill a frame; return the sentence and (start, end, lemma) of each verb in it."""
    text, lemmas, end = "", [], 0
    for match in SLOT.finditer(frame):
        text += frame[end : match.start()]
        verb, forms = "", list[str]()
        while not forms:
            verb = rng.choice(verbs)
            forms = conjugate(verb, match[1])
        form = rng.choice(forms)
        at_start = not text.strip('"“')
        lemmas.append((len(text), len(text) + len(form), verb))
        text += form.capitalize() if at_start else form
        end = match.end()
    return text + frame[end:], lemmas


def write_docs(
    nlp: Language, data: Mapping[str, Sequence[str]], *, count: int, size: int, seed: int
) -> Iterator[Doc]:
    """Yield Docs of `size` sentences each, `count` sentences in all."""
    rng = random.Random(seed)
    for start in range(0, count, size):
        frames = [rng.choice(data["frames"]) for _ in range(min(size, count - start))]
        text, lemmas = "", dict[int, str]()
        for frame in frames:
            sentence, found = fill(frame, data["verbs"], rng)
            lemmas |= {len(text) + begin: lemma for begin, _, lemma in found}
            text += sentence + " "
        doc = nlp.make_doc(text.strip())
        for token in doc:
            token.lemma_ = lemmas.get(token.idx, "")
        yield doc


def main() -> None:
    """Read the command line and write the .spacy file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=800)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--sentences-per-doc", type=int, default=4)
    args = parser.parse_args()
    data = yaml.safe_load(VERBS.read_text(encoding="utf-8"))
    docs = list(
        write_docs(
            spacy.blank("pt"),
            data,
            count=args.count,
            size=args.sentences_per_doc,
            seed=args.seed,
        )
    )
    DocBin(docs=docs).to_disk(args.out)
    print(f"{args.out}: {args.count} sentences in {len(docs)} docs")


if __name__ == "__main__":
    main()
