import re
from pathlib import Path

import pytest
import yaml

from kg.errors import DataError
from kg.extract.quantity.words import either, load_quantity_words
from kg.ontology.files import ontology_dir


def test_language_without_a_file() -> None:
    assert load_quantity_words("xx") is None


def test_file_that_lacks_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lexicon" / "quantity"
    folder.mkdir(parents=True)
    (folder / "yy.yaml").write_text('between: "x"\n', encoding="utf8")
    monkeypatch.setattr("kg.extract.quantity.words.ontology_dir", lambda: tmp_path)
    with pytest.raises(DataError, match=r"yy\.yaml lacks 'currencies'"):
        load_quantity_words("yy")


@pytest.mark.parametrize("lang", ["pt", "en"])
def test_word_stands_for_one_unit(lang: str) -> None:
    path = ontology_dir() / "lexicon" / "quantity" / f"{lang}.yaml"
    units = yaml.safe_load(path.read_text(encoding="utf8"))["units"]
    words = [word for group in units.values() for word in group]
    assert sorted(words) == sorted(set(words))


def test_longest_alternative_comes_first() -> None:
    found = re.match(either(["more", "more than"]), "more  than 3")
    assert found is not None
    assert found[0] == "more  than"


def test_vague_words_with_and_without_of() -> None:
    words = load_quantity_words("en")
    assert words is not None
    text = "tens of thousands of men, several hundred men, hundreds fled, large numbers of men"
    assert [m[0] for m in words.vague.finditer(text)] == [
        "tens of thousands of",
        "several hundred",
        "hundreds",
        "large numbers of",
    ]
