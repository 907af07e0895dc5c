"""Print how well the corpus is merged: ``python -m tests.corpus``.

``python -m tests.corpus gold`` prints it as JSON lines for ``kg eval --clusters`` instead.
"""

import json
import sys

from tests.corpus.corpus import stories, to_row
from tests.corpus.figures import measure, table

if __name__ == "__main__":
    if sys.argv[1:] == ["gold"]:
        lines = (json.dumps(to_row(story), ensure_ascii=False) for story in stories())
    else:
        lines = table(measure())
    print("\n".join(lines))  # noqa: T201
