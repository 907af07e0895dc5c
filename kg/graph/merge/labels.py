"""Names of entities and events in a language, for people to read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from kg.graph.merge.events import MergedEvent
from kg.graph.merge.reading import Labels
from kg.ontology.classes import event_class

KnownLabel = Callable[[str, str], str | None]
LANGUAGES = ("en", "pt")
"""Those in which every event has a label."""


@dataclass(frozen=True, slots=True)
class Namer:
    """Finds labels: the gazetteer's first, else those of the articles."""

    labels: Labels
    known: KnownLabel
    """(IRI, language) to the gazetteer's label, None when it has none."""
    notes: Mapping[str, Mapping[str, str]]
    """Polarity or modality to language to the word that a label adds; no plain fact has one."""

    def entity(self, iri: str, lang: str) -> str:
        """What to call an entity.

        Of the articles' labels the one in the language that most of them use, the longest of
        equals; else the same in English, then in the other languages; else the end of the IRI.
        """
        if label := self.known(iri, lang):
            return label
        ranked = [
            (language != lang, language != "en", language, -count, -len(label), label)
            for (language, label), count in self.labels.get(iri, {}).items()
        ]
        return min(ranked)[-1] if ranked else unquote(iri.rpartition("/")[2])

    def event(self, event: MergedEvent, lang: str) -> str:
        """The label of an event: "Meeting: Vladimir Putin – Choe Son Hui, 2025-10-27 (planned)".

        A side without entities has the words of a report, one that no report tells is left out.
        """
        kinds = [event_class(name).labels.get(lang, name) for name in event.types]
        sources = self._names(event.sources, event.source_texts, lang)
        targets = self._names(event.targets, event.target_texts, lang)
        met = event_class(event.types[0]).symmetric and not targets
        sides = sources if met else [", ".join(sources), ", ".join(targets)]
        marks = [
            self.notes[value].get(lang, self.notes[value]["en"])
            for value in (event.polarity, event.modality)
            if value in self.notes
        ]
        return _compose(kinds, [side for side in sides if side], event.time, marks)

    def _names(self, iris: Iterable[str], texts: Iterable[str], lang: str) -> list[str]:
        return [self.entity(iri, lang) for iri in iris] or list(texts)


def _compose(
    kinds: Iterable[str], sides: Iterable[str], time: str | None, marks: Iterable[str]
) -> str:
    actors, note = " – ".join(sides), ", ".join(marks)
    text = " / ".join(kinds) + (f": {actors}" if actors else "")
    return text + (f", {time}" if time else "") + (f" ({note})" if note else "")
