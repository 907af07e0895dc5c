"""Two small articles and what they say, made by hand: no pipeline, no gazetteer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pyoxigraph import Store

from kg.graph.article.graph import article_triples
from kg.graph.change.build import build
from kg.graph.merge import merge_articles
from kg.graph.rdf.iris import PREFIXES
from kg.graph.rdf.union import Writer, named_quads
from kg.types import (
    Agreement,
    Argument,
    Article,
    Attribution,
    Entity,
    EntityType,
    Event,
    Extraction,
    Link,
    Mention,
    Office,
    Phrase,
    Place,
    Quantity,
    Time,
)

LULA = PREFIXES["person"] + "luiz-inacio-lula-da-silva"
PENA = PREFIXES["person"] + "santiago-pena"
BRAZIL = PREFIXES["state"] + "BRA"
PARAGUAY = PREFIXES["state"] + "PRY"
PALACE = PREFIXES["place"] + "BRA/planalto-palace"
BRASILIA = PREFIXES["place"] + "BRA/brasilia"
PRESIDENT = PREFIXES["office"] + "president"

TYPES: dict[str, EntityType] = {
    **dict.fromkeys((LULA, PENA), "PERSON"),
    **dict.fromkeys((BRAZIL, PARAGUAY), "STATE"),
    **dict.fromkeys((PALACE, BRASILIA), "PLACE"),
}
COUNTRIES = {
    **dict.fromkeys((LULA, BRAZIL, PALACE, BRASILIA), "BRA"),
    **dict.fromkeys((PENA, PARAGUAY), "PRY"),
}


@dataclass(frozen=True)
class Words:
    """Finds phrases in a text, so that no test counts characters."""

    text: str

    def find(self, words: str) -> Phrase:
        start = self.text.index(words)
        return Phrase(words, start, start + len(words))

    def sentence(self, words: str) -> Phrase:
        at = self.text.index(words)
        start = self.text.rfind("\n", 0, at) + 1
        return self.find(self.text[start:].split("\n")[0])

    def argument(self, role: str, words: str, entity: str | None = None) -> Argument:
        p = self.find(words)
        country = COUNTRIES.get(entity or "")
        return Argument(role, p.text, p.start, p.end, entity, country, TYPES.get(entity or ""))

    def mention(self, words: str, entity: str) -> Mention:
        p = self.find(words)
        country = COUNTRIES[entity]
        return Mention(p.text, p.start, p.end, TYPES[entity], "name", entity, country)

    def time(self, words: str, value: str | None) -> Time:
        p = self.find(words)
        return Time(p.text, p.start, p.end, value)

    def place(self, words: str, entity: str) -> Place:
        p = self.find(words)
        return Place(p.text, p.start, p.end, entity, COUNTRIES.get(entity))


def entities(labels: dict[str, str]) -> tuple[Entity, ...]:
    return tuple(Entity(iri, TYPES[iri], name, COUNTRIES[iri]) for iri, name in labels.items())


PT = Words(
    "O presidente do Brasil, Luiz Inácio Lula da Silva, reuniu-se na segunda-feira com "
    "Santiago Peña, presidente do Paraguai, no Palácio do Planalto.\n"
    "Os dois assinaram um tratado de defesa, que inclui um pacto de fronteira.\n"
    "Segundo Assunção, o Brasil mandou 120 militares ao Paraguai em troca do seu apoio na ONU."
)
EN = Words(
    "Lula held talks with Santiago Peña in Brasilia on 3 June 2024.\n"
    "Paraguay did not ask Brazil for money."
)


def tell_portuguese() -> Extraction:
    """A meeting, a treaty with a part, a deployment in exchange for support, two offices."""
    lula = PT.mention("Luiz Inácio Lula da Silva", LULA)
    pena = PT.mention("Santiago Peña", PENA)
    treaty, pact = PT.find("um tratado de defesa"), PT.find("um pacto de fronteira")
    signing = PT.find("assinaram")
    quantity = PT.find("120 militares")
    said = PT.find("Assunção")
    third = PT.sentence("mandou")
    return Extraction(
        article=Article(
            id="visita.txt",
            text=PT.text,
            lang="pt",
            date=date(2024, 6, 4),
            title="Lula recebe Peña",
            url="https://example.org/visita?a=1 2",
            source="Folha de Exemplo",
        ),
        sentences=3,
        mentions=(
            lula,
            pena,
            replace(PT.mention("seu", PARAGUAY), kind="pronoun"),
            PT.mention("Brasil", BRAZIL),
        ),
        entities=entities(
            {
                BRAZIL: "Brasil",
                PARAGUAY: "Paraguai",
                LULA: "Luiz Inácio Lula da Silva",
                PENA: "Santiago Peña",
                PALACE: "Palácio do Planalto",
            }
        ),
        offices=(
            Office(
                lula,
                PT.find("presidente"),
                PRESIDENT,
                PT.mention("Brasil", BRAZIL),
                PT.sentence("reuniu"),
            ),
            Office(
                pena,
                PT.find("presidente"),
                None,
                PT.mention("Paraguai", PARAGUAY),
                PT.sentence("reuniu"),
            ),
        ),
        events=(
            Event(
                "Meeting",
                PT.find("reuniu"),
                PT.sentence("reuniu"),
                (
                    PT.argument("source", "Luiz Inácio Lula da Silva", LULA),
                    PT.argument("target", "Santiago Peña", PENA),
                ),
                "pt-meeting-reunir",
                time=PT.time("na segunda-feira", "2024-06-03"),
                place=PT.place("Palácio do Planalto", PALACE),
            ),
            Event(
                "TreatySigned",
                signing,
                PT.sentence("assinaram"),
                (
                    PT.argument("source", "Os dois", LULA),
                    PT.argument("source", "Os dois", PENA),
                    PT.argument("theme", "um tratado de defesa"),
                ),
                "pt-treatysigned-assinar",
                score=0.9,
            ),
            Event(
                "TroopDeployment",
                PT.find("mandou"),
                third,
                (
                    PT.argument("source", "o Brasil", BRAZIL),
                    PT.argument("target", "ao Paraguai", PARAGUAY),
                    PT.argument("theme", "120 militares"),
                ),
                "pt-troopdeployment-mandar",
                quantity=Quantity(
                    quantity.text, quantity.start, quantity.end, 120, None, "soldier"
                ),
                attribution=Attribution(said.text, said.start, said.end, (PARAGUAY,)),
                links=(Link("inExchangeFor", PT.find("apoio")),),
            ),
            Event(
                "DiplomaticSupport",
                PT.find("apoio"),
                third,
                (PT.argument("source", "seu", PARAGUAY),),
                "pt-diplomaticsupport-apoio",
            ),
        ),
        agreements=(Agreement(treaty.text, treaty.start, treaty.end, signing, (pact,)),),
    )


def tell_english() -> Extraction:
    """The same meeting in other words, and a request that is denied."""
    return Extraction(
        article=Article(id="talks", text=EN.text, lang="en", date=date(2024, 6, 5)),
        sentences=2,
        mentions=(EN.mention("Lula", LULA), EN.mention("Santiago Peña", PENA)),
        entities=entities(
            {
                BRAZIL: "Brazil",
                PARAGUAY: "Paraguay",
                LULA: "Lula",
                PENA: "Santiago Peña",
                BRASILIA: "Brasilia",
            }
        ),
        offices=(),
        events=(
            Event(
                "Negotiation",
                EN.find("talks"),
                EN.sentence("talks"),
                (
                    EN.argument("source", "Lula", LULA),
                    EN.argument("target", "Santiago Peña", PENA),
                ),
                "en-negotiation-talks",
                time=EN.time("on 3 June 2024", "2024-06-03"),
                place=EN.place("Brasilia", BRASILIA),
            ),
            Event(
                "AidRequest",
                EN.find("ask"),
                EN.sentence("ask"),
                (
                    EN.argument("source", "Paraguay", PARAGUAY),
                    EN.argument("target", "Brazil", BRAZIL),
                ),
                "en-aidrequest-ask",
                polarity="negative",
            ),
        ),
        agreements=(),
    )


def known_label(iri: str, lang: str) -> str | None:
    """A gazetteer of one label."""
    return {(PALACE, "en"): "Planalto Palace"}.get((iri, lang))


def containers(place: str) -> tuple[str, ...]:
    """A gazetteer that knows where the palace stands."""
    return {PALACE: (BRASILIA, BRAZIL), BRASILIA: (BRAZIL,)}.get(place, ())


def to_store(extractions: Iterable[Extraction], *, merged: bool = True) -> Store:
    """A store in memory with the article graphs, and the merged graph on top."""
    store = Store()
    for extraction in extractions:
        store.extend(article_triples(extraction))
    if merged:
        store.extend(list(merge_articles(store, known=known_label, containers=containers)))
    Writer(store).add(list(named_quads(store)))
    return store


def build_directory(out: Path) -> Path:
    """A graph directory of the two articles, with the gazetteer that ships."""
    stories = {story.article.id: story for story in (tell_portuguese(), tell_english())}
    build(
        [story.article for story in stories.values()],
        out,
        extractor=lambda article: stories[article.id],
        write_page=lambda directory, path: path.write_text("page"),
    )
    return out
