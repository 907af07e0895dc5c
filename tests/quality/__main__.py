"""Print what the extraction reaches on the sentences: ``python -m tests.quality``.

``python -m tests.quality gold`` prints the sentences as JSON lines for ``kg eval`` instead.
"""

import json
import sys

from tests.quality.figures import measure
from tests.quality.floors import table
from tests.quality.gold import LANGS, records

if __name__ == "__main__":
    if sys.argv[1:] == ["gold"]:
        rows = (row for lang in LANGS for row in records(lang))
        print("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))  # noqa: T201
    else:
        print("\n".join(table(measure())))  # noqa: T201
