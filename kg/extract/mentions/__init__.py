"""Names, titles of office and people in a Doc, and which phrases are actors."""
