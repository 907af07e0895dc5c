"""A handful of short articles about one mayor under several names, made by hand."""

from dataclasses import replace
from datetime import date

from stories import Words

from kg.graph.rdf.iris import PREFIXES
from kg.types import Article, Entity, Event, Extraction, Mention, Office

PERSON, STATE = PREFIXES["person"], PREFIXES["state"]
SENDER, HOST = f"{PERSON}UKR/serhiy-chubay", f"{PERSON}PRT/ines-couto"
SENT, ALONE = f"{PERSON}UKR/sergei-chubai", f"{PERSON}UKR/chubai-0123abcd"
MAYOR = PREFIXES["office"] + "mayor"
CODES = {SENDER: "UKR", SENT: "UKR", ALONE: "UKR", HOST: "PRT", STATE + "UKR": "UKR"}


def tell(number: int, iri: str, name: str, lang: str = "en", day: str = "2024-06-03") -> Extraction:
    """An article that says who this mayor is and whom they met."""
    text = Words(f"Ukraine mayor {name} met Inês Couto in June.")
    mayor = mention(text, name, iri)
    host = mention(text, "Inês Couto", HOST)
    state = replace(mention(text, "Ukraine", STATE + "UKR"), type="STATE")
    arguments = (text.argument("source", name, iri), text.argument("target", "Inês Couto", HOST))
    met, sentence = text.find("met"), text.find(text.text)
    time = text.time("in June", day)
    return Extraction(
        article=Article(f"a{number}", text.text, lang, date(2024, 6, 5)),
        sentences=1,
        mentions=(mayor, host, state),
        entities=(
            Entity(iri, "PERSON", name, "UKR"),
            Entity(HOST, "PERSON", "Inês Couto", "PRT"),
            Entity(STATE + "UKR", "STATE", "Ucrânia" if lang == "pt" else "Ukraine", "UKR"),
        ),
        offices=(Office(mayor, text.find("mayor"), MAYOR, state, sentence),),
        events=(Event("Meeting", met, sentence, arguments, f"{lang}-meeting", time=time),),
        agreements=(),
    )


def mention(text: Words, name: str, iri: str) -> Mention:
    phrase = text.find(name)
    return Mention(name, phrase.start, phrase.end, "PERSON", "name", iri, CODES[iri])


def tell_all() -> list[Extraction]:
    """The mayor by one name in Portuguese, by another and by a surname in English."""
    return [
        tell(1, SENDER, "Serhiy Chubay", "pt"),
        tell(2, SENT, "Sergei Chubai"),
        tell(3, ALONE, "Chubai"),
    ]
