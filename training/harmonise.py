r"""Bring a second treebank to the conventions of the first, as far as is safe.

Porttinari (modern Brazilian news) and Bosque mostly agree; where they do not,
copying one beside the other teaches contradictions. A teacher, a pipeline
trained on Bosque alone, settles them: Porttinari's annotation is kept where it
says what Bosque's would, the teacher's label is taken where only the name of a
relation differs, and the rest is left missing, from which nothing is learnt.

    python -m training.harmonise build/porttinari.spacy build/teacher/model-best \
        build/porttinari-like-bosque.spacy
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token

# Relations that the two treebanks draw between other words, not just name
# differently: agreement of the teacher is below half on them.
UNLIKE = frozenset(
    {"ccomp:speech", "parataxis", "discourse", "fixed", "list", "orphan", "dep", "advcl"}
)
# What Porttinari calls the one, Bosque may call the other: prepositional
# objects, and names after a title.
SAME_THING = frozenset(
    {
        ("obl", "obj"),
        ("obl", "iobj"),
        ("nmod", "appos"),
        ("nmod", "flat:name"),
        ("amod", "acl"),
        ("ccomp:speech", "parataxis"),
        ("expl:impers", "expl"),
    }
)
LEMMAS_ALIKE = frozenset({"VERB", "AUX", "NOUN"})


def choose_relation(token: Token, teacher: Token) -> str:
    """Choose the relation of a token to its head, "" for missing.

    The head itself stays Porttinari's: a missing relation hides it.
    """
    same_head = token.head.i == teacher.head.i
    if same_head and (token.dep_, teacher.dep_) in SAME_THING:
        return teacher.dep_
    if token.dep_ in UNLIKE and not (same_head and token.dep_ == teacher.dep_):
        return ""
    return "" if ":" in token.dep_ and token.dep_ not in KNOWN_SUBTYPES else token.dep_


# Subtypes that both treebanks use.
KNOWN_SUBTYPES = frozenset(
    {"acl:relcl", "aux:pass", "flat:foreign", "flat:name", "nsubj:pass", "obl:agent"}
)


def choose_tag(token: Token, teacher: Token) -> tuple[str, str]:
    """Choose part of speech and features, ("", "") for missing.

    Features follow the teacher, since Porttinari leaves out the gender of
    "presidente" and the number of names.
    """
    if token.pos_ == "PUNCT":
        return "PUNCT", ""
    if token.pos_ == teacher.pos_:
        return teacher.pos_, str(teacher.morph)
    return "", ""


def choose_lemma(token: Token, teacher: Token) -> str:
    """Choose the lemma, "" for missing: pronouns and participles differ."""
    alike = token.pos_ in LEMMAS_ALIKE or (token.pos_ == teacher.pos_ == "ADJ")
    return token.lemma_ if alike and token.lemma_ != "_" else ""


def harmonise(doc: Doc, teacher: Doc) -> Doc:
    """Build a Doc with the annotation that both conventions share.

    teacher: the same tokens, annotated by the teacher. Both stay as they were.
    """
    pairs = list(zip(doc, teacher, strict=True))
    tags = [choose_tag(token, other) for token, other in pairs]
    result = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[pos for pos, _ in tags],
        morphs=[morph for _, morph in tags],
        lemmas=[choose_lemma(token, other) for token, other in pairs],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
    )
    for token, (original, other) in zip(result, pairs, strict=True):
        token.dep_ = choose_relation(original, other)
    return result


def harmonise_all(docs: Iterable[Doc], nlp: Language) -> Iterator[Doc]:
    """Let the teacher annotate bare copies of the Docs, and harmonise each."""
    for doc in docs:
        bare = Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
        )
        yield harmonise(doc, nlp(bare))


def main() -> None:
    """Read the command line and write the harmonised .spacy file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("docs", type=Path, help="what convert.py made of the treebank")
    parser.add_argument("teacher", type=Path, help="pipeline trained on Bosque alone")
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    nlp = spacy.load(args.teacher)
    docs = DocBin().from_disk(args.docs).get_docs(nlp.vocab)
    harmonised = list(harmonise_all(docs, nlp))
    DocBin(docs=harmonised).to_disk(args.out)
    print(f"{args.out}: {len(harmonised)} docs")


if __name__ == "__main__":
    main()
