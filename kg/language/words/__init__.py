"""The word alone: its lemma, its forms and what these say, where trained taggers guess.

Importing it registers its pipeline components.
"""

from kg.language.words import enclitics, lemmas

__all__ = ["enclitics", "lemmas"]
