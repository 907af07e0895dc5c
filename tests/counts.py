"""Short parses with numbers, written in one line.

A case is `word`, `word/lemma` for a noun, `word/lemma/POS`, with `~` for no blank before it. A
number counts the next noun within reach (nummod), unless a fourth part gives its label.
"""

from parses import blank
from spacy.tokens import Doc

from kg.extract.quantity.words import load_quantity_words

REACH = 5
Case = tuple[str, tuple[str, float | None, str | None, str | None] | None]


def is_number(word: str, lang: str) -> bool:
    words = load_quantity_words(lang)
    assert words is not None
    known = {*words.numbers.values, *words.numbers.multipliers}
    return word[0].isdigit() or word.lower() in known


def build(marked: str, lang: str) -> Doc:
    parts = [row.lstrip("~").split("/") for row in marked.split(" ")]
    glued = [row.startswith("~") for row in marked.split(" ")]
    words = [part[0] for part in parts]
    pos = [tag(part, lang) for part in parts]
    deps = [part[3] if len(part) > 3 else "dep" for part in parts]
    counted = {i: noun for i in range(len(parts)) if (noun := next_noun(i, pos, deps)) is not None}
    root = next((i for i in range(len(parts)) if i not in counted), 0)
    heads = [counted.get(i, root) for i in range(len(parts))]
    deps = ["nummod" if i in counted else dep for i, dep in enumerate(deps)]
    return Doc(
        blank(lang).vocab,
        words=words,
        spaces=[*(not g for g in glued[1:]), False],
        lemmas=[part[1] if len(part) > 1 else part[0].lower() for part in parts],
        pos=pos,
        heads=heads,
        deps=deps,
    )


def next_noun(i: int, pos: list[str], deps: list[str]) -> int | None:
    if pos[i] != "NUM" or deps[i] != "dep":
        return None
    return next((k for k in range(i + 1, min(i + REACH, len(pos))) if pos[k] == "NOUN"), None)


def tag(part: list[str], lang: str) -> str:
    if len(part) > 2:
        return part[2]
    if len(part) == 2:
        return "NOUN"
    return "NUM" if is_number(part[0], lang) else "ADP"
