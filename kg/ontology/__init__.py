"""The data of `ontologies/` as values: classes, gazetteer, lexicon, and where the files are."""
