from parses import parse

from kg.language.trees.regrouping import Tree


def test_words_of_a_name_hang_on_the_first() -> None:
    doc = parse(
        "es",
        [
            ("Suecia", "suecia", "PROPN", "nsubj", 1),
            ("recibió", "recibir", "VERB", "ROOT", 1),
            ("Nadia", "nadia", "PROPN", "obj", 1),
            ("Kore", "kore", "NOUN", "advcl", 1),
            ("Oslo", "oslo", "PROPN", "obl", 3),
        ],
    )
    tree = Tree(doc)
    tree.join(doc[2:4], "flat")
    tree.write()
    assert [(t.dep_, t.head.i) for t in doc[2:5]] == [("obj", 1), ("flat", 2), ("obl", 1)]


def test_a_verb_becomes_the_root_when_a_name_was_it() -> None:
    doc = parse(
        "es",
        [
            ("presidenta", "presidenta", "NOUN", "nsubj", 2),
            ("Nadia", "nadia", "PROPN", "appos", 0),
            ("Kore", "kore", "PROPN", "ROOT", 2),
            ("viajó", "viajar", "VERB", "ccomp", 2),
        ],
    )
    tree = Tree(doc)
    tree.join(doc[1:3], "flat")
    tree.write()
    assert [(t.dep_, t.head.i) for t in doc] == [
        ("nsubj", 3),
        ("appos", 0),
        ("flat", 1),
        ("ROOT", 3),
    ]


def test_a_circle_is_not_made() -> None:
    doc = parse("es", [("a", "a", "NOUN", "ROOT", 0), ("b", "b", "NOUN", "nmod", 0)])
    tree = Tree(doc)
    tree.hang(0, 1, "nmod")
    assert tree.heads == [0, 0]
    assert tree.is_sound()


def test_two_nouns_are_coordinated() -> None:
    doc = parse(
        "es",
        [
            ("pacto", "pacto", "NOUN", "nsubj", 5),
            ("entre", "entre", "ADP", "case", 2),
            ("Chad", "chad", "PROPN", "nmod", 0),
            ("y", "y", "CCONJ", "cc", 5),
            ("Malí", "malí", "PROPN", "nsubj", 5),
            ("duró", "durar", "VERB", "ROOT", 5),
        ],
    )
    tree = Tree(doc)
    tree.coordinate(doc[2], doc[3], doc[4])
    tree.write()
    assert (doc[4].dep_, doc[4].head.i, doc[3].head.i) == ("conj", 2, 4)
