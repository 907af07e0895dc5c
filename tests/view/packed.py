"""What a page holds, unpacked."""

import base64
import gzip
import json
import re


def unpack(page, name):
    """The bytes of a packed block of a page."""
    block = re.search(rf'<script type="text/plain" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert block, f"no block {name}"
    return gzip.decompress(base64.b64decode(block[1]))


def data_of(page):
    """What the scripts of a page start from."""
    return json.loads(unpack(page, "data"))
