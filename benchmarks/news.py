"""A made-up stream of news as extractions: as many articles as wanted, without a parse.

Thirty articles appear a day, from outlets in two languages. Each tells five events of the last
days, so that an event is told by three articles on average; some tellings are undated, planned or
denied. Most actors are states, a few of them in most of the news; people have names of their own
and new ones appear at a steady rate.
"""

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.graph.rdf.iris import PREFIXES
from kg.ontology.classes import event_classes
from kg.ontology.gazetteer import load_gazetteer
from kg.slug import slug
from kg.types import (
    Argument,
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Office,
    Phrase,
    Place,
    Quantity,
    Time,
)

ARTICLES_A_DAY, EVENTS_IN_ARTICLE, TELLINGS = 30, 5, 3
DAYS_IN_NEWS = 3
START = datetime.date(2020, 1, 1)
STATES = (
    *("RUS", "UKR", "USA", "CHN", "ISR", "IRN", "BRA", "PRT", "FRA", "DEU", "GBR", "IND", "PAK"),
    *("TUR", "SYR", "EGY", "SAU", "JPN", "KOR", "PRK", "VEN", "COL", "ARG", "MEX", "CAN", "AUS"),
    *("NGA", "ETH", "SDN", "ZAF", "AGO", "MOZ", "ESP", "ITA", "POL", "GRC", "SRB", "ARM", "AZE"),
)
SYLLABLES = ("ba", "de", "fo", "gu", "ki", "la", "me", "no", "ru", "ti")
CITIES = ("moscow", "kyiv", "washington", "beijing", "jerusalem", "tehran", "brasilia", "lisbon")
PRESIDENT = PREFIXES["office"] + "president"


@dataclass(frozen=True, slots=True)
class Happening:
    """What every article on it draws from."""

    kind: str
    source: Entity
    target: Entity
    place: tuple[str, str] | None
    """Country and slug of a city."""
    day: datetime.date
    number: int


def make_extractions(articles: int, *, start: int = 0) -> Iterator[Extraction]:
    """So many articles with what they say; the same number is always the same article."""
    return (make_extraction(number) for number in range(start, start + articles))


def name(number: int) -> str:
    """A made-up name, another for each number below 100,000."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number % 100_000:05}").title()


def make_extraction(number: int) -> Extraction:
    """The article of a number."""
    chance = random.Random(number)
    day = number // ARTICLES_A_DAY
    lang = "pt" if number % 2 else "en"
    fresh = ARTICLES_A_DAY * EVENTS_IN_ARTICLE // TELLINGS
    told = [
        _make_happening(max(0, day - chance.randrange(DAYS_IN_NEWS)), chance.randrange(fresh))
        for _ in range(EVENTS_IN_ARTICLE)
    ]
    return _Writer(number, lang, START + datetime.timedelta(day), chance).write(told)


def _make_happening(day: int, number: int) -> Happening:
    chance = random.Random(day * 1_000 + number)
    source, target = _make_actor(chance, day), _make_actor(chance, day)
    city = chance.randrange(len(CITIES))
    return Happening(
        kind=chance.choice(sorted(event_classes())),
        source=source,
        target=target,
        place=(STATES[city], CITIES[city]) if chance.random() < 0.3 else None,
        day=START + datetime.timedelta(day),
        number=chance.randrange(2, 5_000),
    )


def _make_actor(chance: random.Random, day: int) -> Entity:
    """A state, the first ones most often, or a person who is in the news these weeks."""
    state = STATES[min(int(chance.expovariate(0.12)), len(STATES) - 1)]
    if chance.random() < 0.6:
        return Entity(PREFIXES["state"] + state, "STATE", state.title(), state)
    person = day // 10 * 40 + chance.randrange(60)
    full = f"{name(person * 7 + 1)} {name(person * 13 + 5)}"
    home = STATES[person % len(STATES)]
    return Entity(f"{PREFIXES['person']}{home}/{slug(full)}", "PERSON", full, home)


class _Writer:
    """Writes an article sentence by sentence."""

    def __init__(self, number: int, lang: str, day: datetime.date, chance: random.Random) -> None:
        self._number, self._lang, self._day, self._chance = number, lang, day, chance
        self._text = ""
        self._entities: dict[str, Entity] = {}
        self._mentions: list[Mention] = []
        self._offices: list[Office] = []
        self._events: list[Event] = []

    def write(self, told: list[Happening]) -> Extraction:
        for happening in told:
            self._tell(happening)
        article = Article(
            id=f"article-{self._number}",
            text=self._text,
            lang=self._lang,
            date=self._day,
            title=f"Headline {self._number}",
            source=f"Outlet {self._number % 40}",
        )
        return Extraction(
            article,
            len(told),
            tuple(self._mentions),
            tuple(self._entities.values()),
            tuple(self._offices),
            tuple(self._events),
            (),
        )

    def _tell(self, happening: Happening) -> None:
        chance, start = self._chance, len(self._text)
        source = self._name(happening.source)
        trigger = self._say(happening.kind.lower())
        target = self._name(happening.target)
        count = self._say(f"{happening.number} soldiers")
        day = self._say(str(happening.day))
        about = self._say(" ".join(name(chance.randrange(90_000)) for _ in range(8)))
        sentence = Phrase(self._text[start : about.end], start, about.end)
        dated, placed, counted = (chance.random() < share for share in (0.7, 0.9, 0.3))
        time = Time(day.text, day.start, day.end, day.text)
        quantity = Quantity(count.text, count.start, count.end, happening.number, None, "soldier")
        event = Event(
            happening.kind,
            trigger,
            sentence,
            (self._argue("source", source), self._argue("target", target)),
            f"{self._lang}-{happening.kind.lower()}",
            score=0.9,
            time=time if dated else None,
            place=self._find_place(happening, about) if placed else None,
            quantity=quantity if counted else None,
            polarity="positive" if chance.random() < 0.95 else "negative",
            modality="actual" if chance.random() < 0.85 else "planned",
        )
        self._events.append(event)
        self._state_office(source, sentence)

    def _name(self, entity: Entity) -> Mention:
        label = load_gazetteer().label(entity.iri, self._lang) or entity.label
        entity, phrase = replace(entity, label=label), self._say(label)
        mention = Mention(
            *(phrase.text, phrase.start, phrase.end),
            *(entity.type, "name", entity.iri, entity.country),
        )
        self._entities[entity.iri] = entity
        self._mentions.append(mention)
        return mention

    def _state_office(self, holder: Mention, sentence: Phrase) -> None:
        if holder.type == "PERSON" and self._chance.random() < 0.4:
            title = Phrase(holder.text, holder.start, holder.end)
            self._offices.append(Office(holder, title, PRESIDENT, None, sentence))

    def _argue(self, role: str, mention: Mention) -> Argument:
        return Argument(
            *(role, mention.text, mention.start, mention.end),
            *(mention.entity, mention.country, mention.type),
        )

    def _find_place(self, happening: Happening, phrase: Phrase) -> Place | None:
        if happening.place is None:
            return None
        country, city = happening.place
        iri = f"{PREFIXES['place']}{country}/{city}"
        label = load_gazetteer().label(iri, self._lang) or city.title()
        self._entities[iri] = Entity(iri, "PLACE", label, country)
        return Place(phrase.text, phrase.start, phrase.end, iri, country)

    def _say(self, words: str) -> Phrase:
        start = len(self._text)
        self._text += words + " "
        return Phrase(words, start, start + len(words))
