"""Names, offices and circumstances: how what was found agrees with the gold."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import product
from typing import Any

from kg.evaluate.sentences import content_words
from kg.evaluate.settings import load_settings

Record = Mapping[str, Any]
Counts = Counter[str]
Found = Sequence[tuple[Record, Sequence[Record]]]
"""Each gold record with what was found in its sentence."""

CIRCUMSTANCES = ("time", "place", "quantity", "attribution")
CLAIMS = ("polarity", "modality")


def mention_figures(found: Found) -> dict[str, float]:
    """F1 of the names, by overlap and type; how often those found have the right country."""
    counts: Counts = Counter()
    for record, mentions in found:
        names = [mention for mention in mentions if mention["kind"] == "name"]
        pairs = match(record["entities"], names, same_name)
        tally(counts, "mentions", len(record["entities"]), len(names), len(pairs))
        known = [(gold, name) for gold, name in pairs if gold["country"]]
        counts["known"] += len(known)
        counts["right"] += sum(gold["country"] == name["country"] for gold, name in known)
    return {"mentions": f1(counts, "mentions"), "country": counts["right"] / counts["known"]}


def office_figures(found: Found) -> dict[str, float]:
    """F1 of the offices: person and title share a word with those of the gold."""
    counts: Counts = Counter()
    for record, offices in found:
        same = partial(same_office, lang=record["lang"])
        hits = len(match(record["roles"], offices, same))
        tally(counts, "offices", len(record["roles"]), len(offices), hits)
    return {"offices": f1(counts, "offices")}


def circumstance_figures(found: Found) -> dict[str, float]:
    """Over the events found with their root: F1 of the circumstances, shares of right values."""
    counts: Counts = Counter()
    for record, events in found:
        for gold, event in match(record["events"], events, same_root):
            count_circumstances(counts, gold, event, record["lang"])
    shares = {
        "time value": counts["right time"] / counts["valued time"],
        "quantity value": counts["right quantity"] / counts["valued quantity"],
        **{claim: counts[claim] / counts["events"] for claim in CLAIMS},
    }
    return {field: f1(counts, field) for field in CIRCUMSTANCES} | shares


def count_circumstances(counts: Counts, gold: Record, event: Record, lang: str) -> None:
    """Compare an event with the gold one that it is."""
    counts["events"] += 1
    for claim in CLAIMS:
        counts[claim] += gold[claim] == event[claim]
    for field in CIRCUMSTANCES:
        told, read = gold[field], event[field]
        both = bool(told and read)
        hit = both and share_words(told["text"], read["text"], lang)
        tally(counts, field, bool(told), bool(read), hit)
        if both and told.get("value") is not None:
            counts[f"valued {field}"] += 1
            counts[f"right {field}"] += str(told["value"]) == str(read["value"])


def match(
    gold: Sequence[Record], found: Sequence[Record], same: Callable[[Record, Record], int]
) -> list[tuple[Record, Record]]:
    """One-to-one pairs, those that are most the same first. same: 0 for not at all."""
    options = [(-same(g, f), i, j) for (i, g), (j, f) in product(enumerate(gold), enumerate(found))]
    pairs: dict[int, int] = {}
    for degree, i, j in sorted(options):
        if degree and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(gold[i], found[j]) for i, j in pairs.items()]


def same_name(gold: Record, found: Record) -> int:
    """The characters that two names of one type share."""
    return overlap(gold, found) if gold["type"] == found["type"] else 0


def same_office(gold: Record, found: Record, lang: str) -> int:
    """Do person and title agree?"""
    person, title = found["person"]["text"], found["office"]["text"]
    return share_words(gold["person"], person, lang) and share_words(gold["office"], title, lang)


def same_root(gold: Record, found: Record) -> int:
    """Is a root that the gold allows found, and best of all at its trigger?"""
    roots = {load_settings().fold(root, "") for root in (gold["event"], *gold["alt"])}
    if load_settings().fold(found["event"], "") not in roots:
        return 0
    return 1 + overlap(gold["trigger"], found["trigger"])


def overlap(one: Record, other: Record) -> int:
    """How many characters two stretches share."""
    start, end = max(one["start"], other["start"]), min(one["end"], other["end"])
    return max(0, int(end) - int(start))


def share_words(one: str, other: str, lang: str) -> bool:
    """Have two texts a word in common?"""
    return bool(content_words(one, lang) & content_words(other, lang))


def tally(counts: Counts, name: str, gold: int, found: int, hits: int) -> None:
    """Add to the three numbers that F1 comes from."""
    counts.update({f"{name} gold": gold, f"{name} found": found, f"{name} hits": hits})


def f1(counts: Counts, name: str) -> float:
    """F1 of what was tallied under a name: 2 hits / (gold + found)."""
    return 2 * counts[f"{name} hits"] / (counts[f"{name} gold"] + counts[f"{name} found"])
