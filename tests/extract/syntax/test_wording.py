from kg.extract.syntax.wording import index_phrases, occurrences

PHRASES = index_phrases(["in return for", "in return", "because of"])
WORDS = ["they", "left", "in", "return", "for", "peace", "because", "of", "war"]


def test_every_phrase_is_found_where_it_begins() -> None:
    found = occurrences(WORDS, PHRASES, range(len(WORDS)))
    assert sorted((r.start, r.stop) for r in found) == [(2, 4), (2, 5), (6, 8)]


def test_a_phrase_that_reaches_out_of_the_stretch_does_not_count() -> None:
    assert [*occurrences(WORDS, PHRASES, range(2, 4))] == [range(2, 4)]
    assert [*occurrences(WORDS, PHRASES, range(3, 7))] == []
