"""Gold sentences and predictions for them, in short: actors are "words" or "words/ISO"."""

from kg.evaluate.files import GoldRecord
from kg.evaluate.sentences import Sentence, to_sentence


def event(root: str, sources: str = "", targets: str = "", **more: object) -> dict:
    """An event record; the actors of a side stand between commas."""
    return {"event": root, "source": actors(sources), "target": actors(targets), **more}


def actors(text: str) -> list[dict]:
    found = (name.strip().partition("/") for name in text.split(",") if name.strip())
    return [{"text": words, "country": country or None} for words, _, country in found]


def judge(gold: list[dict], predicted: list[dict], *, of: str = "own", text: str = "") -> Sentence:
    """A sentence of twenty words with these events."""
    words = text or " ".join(f"word{i}" for i in range(20))
    return to_sentence(GoldRecord("one", of, "en", words, tuple(gold)), predicted)
