from kg.ontology.classes import event_classes
from kg.ontology.lexicon import load_lexicon
from kg.ontology.lexicon_search import count_frames, holds, search_lexicon


def test_lemmas_come_before_idioms_and_examples():
    hits = search_lexicon("visit", language="en")
    places = [hit.where for hit in hits]
    assert places == sorted(places, key=["lemma", "has", "example"].index)
    assert hits[0].frame.type == "Visit"
    assert all("visit" in hit.frame.lemmas for hit in hits if hit.where == "lemma")


def test_all_languages_unless_one_is_asked_for():
    assert {hit.language for hit in search_lexicon("bloqueio")} >= {"pt"}
    assert {hit.language for hit in search_lexicon("tanks", language="en")} == {"en"}


def test_words_are_whole_and_folded():
    assert holds("Apertou a mão de Ana", "mao")
    assert holds("Apertou a mão de Ana", "a-mao")
    assert not holds("Ana mandou", "mando")
    assert not holds("Ana", "")
    assert search_lexicon("") == []


def test_counts_add_up():
    statistics = count_frames()
    for code in statistics.languages:
        total = len(load_lexicon(code).frames)
        assert statistics.frames[code] == total
        for table in (statistics.roots, statistics.pos, statistics.classes):
            assert sum(counts[code] for counts in table.values()) == total
    assert set(statistics.classes) == set(event_classes())


def test_counts_of_one_language():
    assert count_frames(["pt"]).languages == ("pt",)
    assert set(count_frames(["pt"]).frames) == {"pt"}
