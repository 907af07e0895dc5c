"""How two actors get on: cooperation and conflict between them, in all and month by month.

The scale is Goldstein's, from -10 to 10, by the CAMEO code of each event (kg:goldstein in
ontologies/kg.ttl). J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", Journal of
Conflict Resolution 36 (1992).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.frame import Cell, Table
from kg.graph.results.network import Network

_SUMS = ("events", "cooperation", "conflict", "balance")
_Event = Mapping[str, Any]
_Pair = tuple[str, str]


def rank_dyads(network: Network) -> Table:
    """Every two actors with events between them, those with most events first.

    a, b: labels, in the order of the IRIs. cooperation: the sum of the positive values of the
    scale; conflict: of the negative ones; balance: of both; mean: balance by event. first, last:
    the first and last day of their dated events.
    """
    dyads = _collect(network)
    order = sorted(dyads, key=lambda pair: (-len(dyads[pair]), pair))
    rows = (
        (*_name(network, pair), *_sum(dyads[pair]), *_days(dyads[pair]), *pair) for pair in order
    )
    columns = ("a", "b", *_SUMS, "mean", "first", "last", "a_iri", "b_iri")
    return Table(columns, tuple(_with_mean(row) for row in rows))


def balance_by_month(network: Network) -> Table:
    """Cooperation and conflict between every two actors in each month, in the order of time.

    Events that are not dated to a month, such as those of a year, are left out. Of one month the
    dyad with most events comes first.
    """
    months: dict[tuple[str, _Pair], list[_Event]] = defaultdict(list)
    for pair, events in _collect(network).items():
        for event in events:
            if event["earliest"] and event["earliest"][:7] == event["latest"][:7]:
                months[event["earliest"][:7], pair].append(event)
    order = sorted(months, key=lambda key: (key[0], -len(months[key]), key[1]))
    rows = (
        (month, *_name(network, pair), *_sum(months[month, pair]), *pair) for month, pair in order
    )
    return Table(("month", "a", "b", *_SUMS, "a_iri", "b_iri"), tuple(rows))


def _collect(network: Network) -> Mapping[_Pair, Sequence[_Event]]:
    """Two actors to the events between them, each once, whichever way it went."""
    dyads: dict[_Pair, dict[str, _Event]] = defaultdict(dict)
    for source, target, key, event in network.edges(keys=True, data=True):
        pair = (source, target) if source < target else (target, source)
        dyads[pair][key] = event
    return {pair: [events[key] for key in sorted(events)] for pair, events in dyads.items()}


def _name(network: Network, pair: _Pair) -> tuple[str, str]:
    return network.nodes[pair[0]]["label"], network.nodes[pair[1]]["label"]


def _sum(events: Sequence[_Event]) -> tuple[int, float, float, float]:
    values = [event["goldstein"] for event in events]
    plus = round(sum((value for value in values if value > 0), 0.0), 1)
    minus = round(sum((value for value in values if value < 0), 0.0), 1)
    return len(events), plus, minus, round(plus + minus, 1)


def _days(events: Iterable[_Event]) -> tuple[str | None, str | None]:
    dated = [event for event in events if event["earliest"] and event["latest"]]
    firsts, lasts = ([event[end] for event in dated] for end in ("earliest", "latest"))
    return min(firsts, default=None), max(lasts, default=None)


def _with_mean(row: tuple[Any, ...]) -> tuple[Cell, ...]:
    a, b, events, plus, minus, balance, *rest = row
    return a, b, events, plus, minus, balance, round(balance / events, 2), *rest
