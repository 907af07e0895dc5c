from parses import Row, parse

from kg.language.trees.numerals import hang_numerals

GIFT: list[Row] = [
    ("Roma", "roma", "PROPN", "nsubj", 1),
    ("doou", "doar", "VERB", "ROOT", 1),
    ("50", "50", "NUM", "obj", 1),
    ("milhões", "milhão", "NUM", "flat", 2),
    ("de", "de", "ADP", "case", 5),
    ("dólares", "dólar", "NOUN", "nmod", 2),
    ("a", "a", "ADP", "case", 7),
    ("Malta", "malta", "PROPN", "nmod", 5),
]


def tree(rows: list[Row]) -> list[tuple[str, str, str]]:
    return [(t.text, t.dep_, t.head.text) for t in hang_numerals(parse("pt", rows))]


def test_what_is_counted_heads_its_numeral() -> None:
    assert tree(GIFT)[2:] == [
        ("50", "nummod", "dólares"),
        ("milhões", "flat", "50"),
        ("de", "fixed", "50"),
        ("dólares", "obj", "doou"),
        ("a", "case", "Malta"),
        ("Malta", "nmod", "dólares"),
    ]


def test_what_else_hangs_on_the_numeral_goes_with_it() -> None:
    rows = [*GIFT[:7], ("Malta", "malta", "PROPN", "nmod", 2)]
    assert tree(rows)[7] == ("Malta", "nmod", "dólares")


def test_a_number_alone_keeps_what_it_is_a_part_of() -> None:
    rows = [*GIFT[:3], ("de", "de", "ADP", "case", 4), ("dólares", "dólar", "NOUN", "nmod", 2)]
    assert tree(rows)[2:] == [
        ("50", "obj", "doou"),
        ("de", "case", "dólares"),
        ("dólares", "nmod", "50"),
    ]


def test_a_root_that_is_turned_over_stays_one() -> None:
    rows: list[Row] = [(*row[:3], row[3], row[4] - 2) for row in GIFT[2:6]]
    rows[0] = ("50", "50", "NUM", "ROOT", 0)
    assert tree(rows)[3] == ("dólares", "ROOT", "dólares")


def test_a_numeral_that_was_taken_for_a_noun_counts_the_noun_right_after_it() -> None:
    rows: list[Row] = [
        ("envoyé", "envoyer", "VERB", "ROOT", 0),
        ("deux", "deux", "NUM", "nummod", 2),
        ("cents", "cent", "NOUN", "obj", 0),
        ("soldats", "soldat", "NOUN", "amod", 2),
    ]
    found = [(t.dep_, t.head.text) for t in hang_numerals(parse("fr", rows))]
    assert found[1:] == [("nummod", "cents"), ("nummod", "soldats"), ("obj", "envoyé")]
