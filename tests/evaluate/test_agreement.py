"""The figures are those of the benchmark's own scorer."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from kg.evaluate import Figures, evaluate, read_gold, read_predictions

ROOTS = ["AGREE", "CONSULT", "COOPERATE", "ACCUSE", "MOBILIZE", "ASSAULT", "RETREAT", "PROTEST"]


@pytest.fixture(scope="module")
def scorer(shared) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "bench" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil(gold: list[dict], seed: int) -> list[dict]:
    """Predictions as the gold has them, but with errors of every kind."""
    dice = random.Random(seed)
    actors = [actor for row in gold for event in row["events"] for actor in event["source"]]
    rows = []
    for row in gold:
        told = row["events"] * dice.choice([1, 1, 2])
        extra = [
            {"event": dice.choice(ROOTS), "source": [dice.choice(actors)], "target": []}
            for _ in range(dice.choice([0, 0, 0, 1, 4]))
        ]
        found = [*(spoil_event(event, dice, actors) for event in told), *extra]
        rows += [{"id": row["id"], **event} for event in found]
    return rows


def spoil_event(event: dict, dice: random.Random, actors: list[dict]) -> dict:
    sides = [list(event.get("source") or []), list(event.get("target") or [])]
    if dice.random() < 0.15:
        sides.reverse()
    if dice.random() < 0.15:
        sides[dice.randrange(2)] = [dice.choice(actors)]
    if dice.random() < 0.15:
        sides[0] += sides[1]
        sides[1] = []
    root = dice.choice(ROOTS) if dice.random() < 0.3 else event["event"]
    polarity = "negative" if dice.random() < 0.05 else "positive"
    return {"event": root, "source": sides[0], "target": sides[1], "polarity": polarity}


def close(figures: Figures, other: dict) -> bool:
    return [figures.precision, figures.recall, figures.f1] == pytest.approx(
        [other["p"], other["r"], other["f1"]]
    )


@pytest.mark.parametrize("seed", range(2))
def test_figures_agree_on_the_dev_sets(scorer, shared, tmp_path, seed):
    paths = sorted((shared / "bench" / "dev").glob("*.jsonl"))
    raw = [json.loads(line) for path in paths for line in path.read_text("utf8").splitlines()]
    guess = tmp_path / "pred.jsonl"
    guess.write_text("".join(json.dumps(row) + "\n" for row in spoil(raw, seed)), "utf8")

    theirs = scorer.evaluate(raw, scorer.read_predictions(guess))
    ours = evaluate(read_gold(paths), read_predictions(guess)).groups

    assert set(ours) == set(theirs)
    for name, tally in theirs.items():
        check_group(ours[name], tally.summary())


def test_figures_agree_on_our_own_set(scorer):
    folder = Path(__file__).parent / "data"
    gold, guess = folder / "gold-news.jsonl", folder / "gold-news-predicted.jsonl"
    theirs = scorer.evaluate(scorer.read_lines(gold), scorer.read_predictions(guess))
    ours = evaluate(read_gold([gold]), read_predictions(guess)).groups
    for group, tally in theirs.items():
        check_group(ours[group], tally.summary())


def check_group(ours, theirs) -> None:
    assert ours.sentences == theirs["sentences"]
    assert ours.gold_events == theirs["gold_events"]
    assert ours.predicted_events == theirs["predicted_events"]
    assert close(ours.pair, theirs["pair"])
    assert close(ours.root, theirs["typed"])
    assert close(ours.dyad, theirs["dyad"])
    assert close(ours.actors, theirs["dyad_untyped"])
    assert ours.root_given_pair == pytest.approx(theirs["root_given_pair"])
    assert list(ours.by_root) == list(theirs["by_root"])
    for root, row in theirs["by_root"].items():
        own = ours.by_root[root]
        assert own.gold_events == row["gold_events"]
        assert own.predicted_events == row["predicted_events"]
        assert close(own.pair, row["pair"])
        assert close(own.root, row["typed"])
        assert close(own.dyad, row["dyad"])
