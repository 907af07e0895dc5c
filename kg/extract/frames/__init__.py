"""The frames of the lexicon at a word: which fire, and who takes part."""
