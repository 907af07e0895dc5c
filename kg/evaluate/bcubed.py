"""Whether what is one was put together and nothing else: B³."""

from collections import Counter
from collections.abc import Hashable, Mapping

from kg.evaluate.outcomes import Figures, ratio, to_f1

Clusters = Mapping[Hashable, str]
"""Mention to its cluster."""


def score_clusters(gold: Clusters, predicted: Clusters) -> Figures:
    """B³ precision, recall and F1 of a clustering.

    A mention has a precision, the share of its predicted cluster that is of its gold cluster, and
    a recall, the share of its gold cluster that is in its predicted one; the figures are the means.
    A mention that only the gold has counts as 0 in the recall, one that was only predicted as 0 in
    the precision, and both count in the sizes of their clusters.

    Source: Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998; mentions that one
    side lacks as in Pradhan et al., "Scoring coreference partitions of predicted mentions", 2014.
    """
    both = gold.keys() & predicted.keys()
    shared = Counter((gold[mention], predicted[mention]) for mention in both)
    in_gold, in_predicted = Counter(gold.values()), Counter(predicted.values())
    # Sorted, since the last digit of a sum depends on its order.
    right = sum(sorted(n * n / in_predicted[cluster] for (_, cluster), n in shared.items()))
    found = sum(sorted(n * n / in_gold[cluster] for (cluster, _), n in shared.items()))
    precision, recall = ratio(right, len(predicted)), ratio(found, len(gold))
    return Figures(precision, recall, to_f1(precision, recall))


def score_found(gold: Clusters, predicted: Clusters) -> Figures:
    """B³ over the mentions that both sides have: how well they are put together, if found."""
    return score_clusters(
        {mention: cluster for mention, cluster in gold.items() if mention in predicted},
        {mention: cluster for mention, cluster in predicted.items() if mention in gold},
    )
