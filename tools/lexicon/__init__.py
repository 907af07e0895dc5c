"""Word lists and vectors, and what turns them into data of the lexicon."""
