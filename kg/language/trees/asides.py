"""What stands between brackets or dashes is parsed apart where a parser lets it govern the rest.

Lula recebe o presidente -- a visita foi curta --, mas     presidente ─nsubj→ curta
                                            becomes        recebe ─obj→ presidente

Nothing outside an aside depends on a word inside it. Where a parser has it so, the sentence is
parsed once more without the aside. So it is without the label of a short item of news: "Caxemira -
A Índia atacou".
"""

from collections.abc import Iterator, Sequence

from spacy.attrs import DEP, ORTH
from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Span

from kg.language.columns import find_words, read_heads, read_strings
from kg.language.trees.ud import rewrite

OPENING, CLOSING = "(", ")"
HYPHEN = "-"
DASHES = frozenset(["--", "–", "—"])
MARKS = DASHES | {OPENING, HYPHEN}
LONGEST = 3
"""Words of a label."""


@Pipeline.factory("asides", requires=["token.dep"], assigns=["token.head", "token.dep"])
class AsideParser:
    """Component: parses sentences without the asides that hold the heads of words around them."""

    def __init__(self, nlp: Pipeline, name: str) -> None:
        self.nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Change heads and labels of a Doc in place and return it."""
        marks = (doc[i] for i in find_words(doc, ORTH, MARKS))
        found = (mark.sent for mark in marks if mark.text != HYPHEN or mark.whitespace_)
        marked = {sentence.start: sentence for sentence in found}
        heads = read_heads(doc) if marked else []
        for sentence in marked.values():
            holding = [aside for aside in find_asides(sentence) if governs(aside, sentence, heads)]
            label = find_label(sentence)
            inside = {i for aside in (*holding, label) for i in aside}
            outside = [i for i in range(sentence.start, sentence.end) if i not in inside]
            if inside and outside:
                self.parse_without(doc, sentence, outside)
            if label:
                set_apart(doc, label, sentence)
        return doc

    def parse_without(self, doc: Doc, sentence: Span, outside: Sequence[int]) -> None:
        """Parse some words of a sentence again; a root among the others becomes a parataxis."""
        rest = self.parse(doc, outside)
        heads, labels = read_heads(doc), read_strings(doc, DEP)
        for token in rest:
            i = outside[token.i]
            heads[i], labels[i] = outside[token.head.i], token.dep_
        root = outside[next(rest.sents).root.i]
        if (former := sentence.root.i) not in outside:
            heads[former], labels[former] = root, "parataxis"
        rewrite(doc, heads, labels)

    def parse(self, doc: Doc, indices: Sequence[int]) -> Doc:
        """Some words of a Doc as a sentence of their own, by the vectors they have there."""
        words = [doc[i] for i in indices]
        starts: list[bool | int | None] = [k == 0 for k in range(len(words))]
        spaces = [bool(word.whitespace_) for word in words]
        alone = Doc(doc.vocab, [word.text for word in words], spaces, sent_starts=starts)
        if self.nlp.has_pipe("transformer"):
            alone = self.nlp.get_pipe("transformer")(alone)
        elif doc.tensor.size:
            alone.tensor = doc.tensor[list(indices)]
        return self.nlp.get_pipe("parser")(alone)


def find_asides(sentence: Span) -> Iterator[range]:
    """What stands in brackets, and between the only two dashes of a sentence, marks included."""
    opened, dashes = [], []
    for token in sentence:
        if token.text == OPENING:
            opened.append(token.i)
        elif token.text == CLOSING and opened:
            yield range(opened.pop(), token.i + 1)
        elif token.text in DASHES or (token.text == HYPHEN and is_free(sentence, token.i)):
            dashes.append(token.i)
    if len(dashes) == 2:
        yield range(dashes[0], dashes[1] + 1)


def find_label(sentence: Span) -> range:
    """The name before the only dash of a sentence, near its beginning; empty where there is none.

    What follows begins with a capital, as a sentence does.
    """
    dashes = [t.i for t in sentence if t.text in DASHES or (t.text == HYPHEN and t.whitespace_)]
    start = sentence.start
    if (
        len(dashes) != 1
        or not start < dashes[0] <= start + LONGEST
        or dashes[0] + 2 >= sentence.end
    ):
        return range(0)
    label, after = sentence.doc[start : dashes[0]], sentence.doc[dashes[0] + 1]
    named = all(token.is_title or token.is_upper for token in label)
    return range(start, dashes[0] + 1) if named and after.is_title else range(0)


def set_apart(doc: Doc, label: range, sentence: Span) -> None:
    """Hang a label on the root of its sentence, as nobody who takes part."""
    heads, labels = read_heads(doc), read_strings(doc, DEP)
    root = next((i for i in range(label.stop, sentence.end) if heads[i] == i), label.start)
    for i in label:
        if heads[i] not in label and root not in label:
            heads[i], labels[i] = root, "parataxis"
    rewrite(doc, heads, labels)


def is_free(sentence: Span, index: int) -> bool:
    """Is there space on both sides of a hyphen?"""
    before, hyphen = sentence.doc[max(index - 1, sentence.start)], sentence.doc[index]
    return bool(before.whitespace_ and hyphen.whitespace_)


def governs(aside: range, sentence: Span, heads: Sequence[int]) -> bool:
    """Is a word in an aside the head of one outside it?"""
    return any(
        heads[token.i] in aside and token.i not in aside and not token.is_punct
        for token in sentence
    )
