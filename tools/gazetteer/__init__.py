"""Tables of names and identifiers, and what turns them into the gazetteer."""
