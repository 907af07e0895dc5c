"""Every exception that kg raises.

KgError
├── InputError            an input that cannot be read: skipped, reported, the run goes on
├── UnknownLanguage       no pipeline or lexicon for a language
├── PipelineMissing       a language is known, its spaCy pipeline is not installed
├── DataError             a file of ontologies/ that breaks its own format
├── StoreError            a directory without a graph, or one that another build holds
├── ArticleMissing        an article that a graph does not hold
├── QueryError            a query that does not parse, or a name or parameter that does not exist
└── JudgementError        a judgement that does not exist, or a name that can decide none
"""


class KgError(Exception):
    """Base of all errors that are the user's to mend; its text says what to do next."""


class InputError(KgError):
    """An input cannot be read as an article."""


class UnknownLanguage(KgError):
    """The language has no pipeline or lexicon."""


class PipelineMissing(KgError):
    """The spaCy pipeline of a known language is not installed."""


class DataError(KgError):
    """A data file breaks its own format."""


class StoreError(KgError):
    """A directory holds no graph, or a build that is under way."""


class ArticleMissing(KgError):
    """The graph holds no such article."""


class QueryError(KgError):
    """A query cannot be run."""


class JudgementError(KgError):
    """A judgement cannot be found or made."""
