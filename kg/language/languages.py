"""The table of languages: `ontologies/languages.yaml` as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_origin, get_type_hints

import yaml

from kg.errors import UnknownLanguage
from kg.ontology.files import ontology_dir


@dataclass(frozen=True)
class Language:
    """One language: its pipelines, best first, and its closed-class words (all lower case)."""

    code: str
    name: str
    pipelines: tuple[str, ...]
    labels: str
    """Label scheme of the parser: "ud" or a key of the file with a map to UD."""
    quotes: tuple[str, str]
    """Opening and closing quotation mark that the parser knows."""
    irregular_lemmas: Mapping[str, str]
    """Form to lemma, for nouns, adjectives and verbs."""
    infinitive: str
    """What the lemma of every verb ends in."""
    prepositions: Mapping[str, str]
    """Contraction to the preposition in it: "da" to "de"."""
    locative: frozenset[str]
    locative_words: frozenset[str]
    """Adverbs and adjectives that make a preposition one of place: "close to"."""
    through: frozenset[str]
    """Prepositions of place where a noun of place follows: "by", "along"."""
    directional: frozenset[str]
    """Prepositions before the place that an act reaches."""
    leaving: frozenset[str]
    """Prepositions before the place that an act leads away from."""
    region_nouns: frozenset[str]
    """Nouns for a part of a state, which tell where a town is."""
    place_nouns: frozenset[str]
    during: frozenset[str]
    apart: frozenset[str]
    """Those of them before an event of another time: "after"."""
    agent: frozenset[str]
    attaching: frozenset[str]
    """Prepositions whose phrase mostly belongs to the noun right before it."""
    hosting: frozenset[str]
    """Verbs of whom others meet at: "Oman hosted the talks"."""
    hostile: frozenset[str]
    """Prepositions whose phrase belongs to an event noun right before it: "against"."""
    genitive: frozenset[str]
    """Prepositions of possession."""
    purpose: frozenset[str]
    aims: frozenset[str]
    """Prepositions before the event for which somebody goes: "for talks"."""
    partners: tuple[str, ...]
    """Slots of the other side of a meeting that another clause is set in."""
    conjunctions: frozenset[str]
    name_particles: frozenset[str]
    """Words without a capital inside personal names."""
    honorifics: frozenset[str]
    """What stands before a name and is no part of it, in lower case: "Mr"."""
    negations: frozenset[str]
    conditionals: frozenset[str]
    """Conjunctions that open what is supposed or asked: "if"."""
    until: frozenset[str]
    """Conjunctions before what ends something, which lies ahead unless its clause is past."""
    conditions: tuple[str, ...]
    """Phrases before what is supposed, contractions undone: "in case of", "a menos que"."""
    conditional: str
    """Modality of a conditional without condition: Romance news tells rumours in it."""
    reciprocals: frozenset[str]
    """Words for those who do to each other what they do."""
    continuing: frozenset[str]
    """Lemmas of verbs for going on: what goes on is there."""
    ceasing: frozenset[str]
    """Lemmas of verbs and nouns for stopping: what is to stop is there."""
    when: frozenset[str]
    """Words that open a clause of what happened at the time just named."""
    where: frozenset[str]
    """Words that open a clause of what happened in the place just named."""
    relatives: frozenset[str]
    possessives: frozenset[str]
    sole_possessives: frozenset[str]
    """Those of one owner: "his"."""
    future_auxiliaries: frozenset[str]
    modals: Mapping[str, str]
    """Lemma of a modal verb to the modality that it gives."""
    adverbials: Mapping[str, str]
    """Adverb, or how a phrase begins, to the modality that it gives: "often", "every"."""
    both: tuple[str, ...]
    leader_nouns: frozenset[str]
    """Nouns for people, which after "the two" take up the last two."""
    other_nouns: frozenset[str]
    """Nouns for others than whose they are: "its allies", "the enemies of Rome"."""
    camp_nouns: frozenset[str]
    """Nouns for people beside or against somebody: "supporters of Morsi"."""
    person_nouns: frozenset[str]
    """Nouns for one person, which alone take up who was just named: "the politician"."""
    counterpart_nouns: frozenset[str]
    """Nouns for who holds the same office of another state."""
    side_nouns: frozenset[str]
    """The same for states, organisations and groups: "both sides"."""
    containing: frozenset[str]
    links: Mapping[str, str]
    """Phrase that introduces another event to the relation between the two."""
    country_nouns: frozenset[str]
    group_nouns: frozenset[str]
    """Nouns that take up an organisation or an armed group: "the bloc"."""
    town_nouns: frozenset[str]
    """Nouns before "of" and the name of a place where people live."""
    capital_nouns: frozenset[str]
    government_nouns: frozenset[str]
    institution_nouns: frozenset[str]
    number_nouns: frozenset[str]
    """Nouns that count what follows: "hundreds of"."""
    phases: frozenset[str]
    """Nouns for a part of what the next one tells or for its being done: "the imposition of"."""
    former: frozenset[str]
    """Words that make an office past: "the former president"."""
    former_prefixes: tuple[str, ...]
    """The same as part of the title: "ex-presidente"."""
    person_endings: tuple[str, ...] = ()
    """Ends of other masculine nouns for one person that are no actors by themselves."""
    collective_endings: tuple[str, ...] = ()
    """Ends of demonyms that mean a whole people in the singular: "the French"."""
    demanding: frozenset[str] = frozenset()
    """Prepositions before what is asked for: "call for"."""
    minimums: tuple[str, ...] = ()
    """Phrases before a numeral whose preposition is not that of what is counted: "pelo menos"."""
    impersonal: frozenset[str] = frozenset()
    """Verbs without subject; given for languages that leave out "he" and "it"."""
    verdicts: tuple[str, ...] = ()
    """What a guest of the state is declared in foreign words: "persona non grata"."""
    contrasts: frozenset[str] = frozenset()
    """Conjunctions that set a clause beside another: "while"."""
    quoting: frozenset[str] = frozenset()
    """Lemmas of verbs for repeating what another says, or getting to see or hear it."""
    likening: frozenset[str] = frozenset()
    """Conjunctions before who says so: "as the paper said"."""
    complementizers: frozenset[str] = frozenset()
    """Conjunctions before what is said, relative pronouns too: "disse que", "said that"."""
    times_if_asserted: frozenset[str] = frozenset()
    """Those conditions that open a time where the clause is asserted: "desde que saíram"."""
    relative_conjunctions: frozenset[str] = frozenset()
    """Conjunctions that right after a noun are relative pronouns: its content has a preposition."""
    free_relatives: frozenset[str] = frozenset()
    """Relative pronouns that need no noun: "prendeu quem protestava"."""
    feelings: frozenset[str] = frozenset()
    """Nouns for what somebody else feels at it: "to the dismay of Oslo"."""
    own_parts: frozenset[str] = frozenset()
    """Nouns that with a preposition and a possessive only set who speaks apart: "on its part"."""
    staying: frozenset[str] = frozenset()
    """Verbs that with a preposition of `partners` tell of a meeting, and are copulas elsewhere."""
    addressing: frozenset[str] = frozenset()
    """Prepositions, contractions undone, before whom something is said to: "disse à AFP"."""
    viewpoints: frozenset[str] = frozenset()
    """Prepositions that begin a sentence with in whose eyes it is so: "Para Paris, ..."."""
    deeds: frozenset[str] = frozenset()
    """Nouns that sum up what was told, besides those for events: "a move that Oslo hailed"."""
    nobody: frozenset[str] = frozenset()
    """Pronouns and determiners of whom or what there is none: a verb with such a one is negated."""
    among: frozenset[str] = frozenset()
    """Prepositions before those whom somebody is one of: "was among those arrested"."""
    manner: frozenset[str] = frozenset()
    """Prepositions before the words with which somebody does something: "with a threat"."""
    under: frozenset[str] = frozenset()
    """Prepositions before what is done to somebody: "under attack"."""
    accompanying: tuple[str, ...] = ()
    """How phrases begin of those who act beside a subject: "along with"."""
    bidding: frozenset[str] = frozenset()
    """Prepositions before who asked for what is told: "at the request of"."""
    judging: frozenset[str] = frozenset()
    """Prepositions before what somebody is said to be: "described it as"."""
    halves: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word that negates only with another one beside it to those: "ne ... plus"."""
    affirming: frozenset[str] = frozenset()
    """Phrases that begin with a negation and deny nothing: "not only"."""
    territories: frozenset[str] = frozenset()
    """Nouns that with the adjective of a state say where: "on Russian soil"."""
    habits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lemma of a word of habit to the words after which an infinitive is habitual: "used to"."""
    duties: frozenset[str] = frozenset()
    """Lemmas of modals that say what is due, or what a speaker wants of another."""
    pending: frozenset[str] = frozenset()
    """Adverbs that with "have to" say that it has not happened: "has yet to leave"."""
    having_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lemma of a verb of possession to the words after which an infinitive is a duty."""
    arranging: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lemma of a verb to the words after which an infinitive is arranged: "is to visit"."""
    scheduling: frozenset[str] = frozenset()
    """Lemmas of verbs that plan what is their object: "arranged talks"."""
    inverting: frozenset[str] = frozenset()
    """Auxiliaries that open a condition without conjunction: "should they attack"."""
    conditional_auxiliaries: frozenset[str] = frozenset()
    """Forms of auxiliaries that are conditionals, where the tagger does not tell it: "would"."""
    conditional_endings: frozenset[str] = frozenset()
    """Endings of the conditional after the infinitive, where the tagger confuses it."""
    mended: bool = False
    """Does the component "mending" go over the parse? It asks for the entries that follow."""
    passive_auxiliaries: frozenset[str] = frozenset()
    """Lemmas of the auxiliary of the passive, where the parser's labels do not tell it."""
    result_verbs: frozenset[str] = frozenset()
    """Lemmas of verbs that make a passive with a participle too: "resultó muerto"."""
    holding: frozenset[str] = frozenset()
    """Lemmas of verbs that are auxiliaries before a participle: "mantiene cerrada la frontera"."""
    between: frozenset[str] = frozenset()
    """Prepositions that govern two: "entre A y B"."""
    ago: frozenset[str] = frozenset()
    """Verb forms before how long ago it was, which parsers give what follows: "hace un año"."""
    preterites: tuple[str, ...] = ()
    """Endings that only a past tense has, whatever the tagger says."""
    manners: tuple[str, ...] = ()
    """Phrases that say how, and before or after whose noun nobody stands: "a tiros"."""
    alleging: frozenset[str] = frozenset()
    """Lemmas of adjectives before nouns for actors that parsers take for nouns: "supuesto"."""
    idioms: tuple[str, ...] = ()
    """Nouns of several words, of which the first is the head: "alto el fuego"."""
    reflexives: frozenset[str] = frozenset()
    """Reflexive pronouns, where the parser takes them for objects."""
    joined_gerunds: tuple[str, ...] = ()
    """What a gerund with a pronoun joined to it holds and nothing else does: "acusándola"."""
    personal: frozenset[str] = frozenset()
    """Prepositions that a direct object may have: "atacó a los rebeldes"."""
    compound_prepositions: Mapping[str, str] = field(default_factory=dict)
    """Preposition of several words, contractions undone, to the one that it counts as."""
    never_passive: frozenset[str] = frozenset()
    """Verbs whose perfect has the auxiliary of the passive: "il est venu"."""
    stray_objects: frozenset[str] = frozenset()
    """Labels that a bare noun after a verb without object has, where it is the object."""
    time_nouns: frozenset[str] = frozenset()
    """Nouns that say when without a preposition and are no objects: "la semaine dernière"."""
    partitives: frozenset[str] = frozenset()
    """Articles that parsers take for a preposition: "a tué des civils"."""
    genitive_verbs: frozenset[str] = frozenset()
    """Verbs after which they are one: "parler des réfugiés"."""
    packages: tuple[str, ...] = ()
    """What pip is to install for a pipeline, options included."""
    packages_licence: str = ""
    """The licence of that pipeline, where it is not one of those that kg comes under."""
    bare_adverbs: frozenset[str] = frozenset()
    """Nouns that are adverbs without an article, which parsers take for objects: "ensemble"."""
    present_endings: Mapping[str, str] = field(default_factory=dict)
    """End of an infinitive to those of the third person of its present, where parsers take that for
    a noun."""
    past_endings: tuple[str, ...] = ()
    """Ends of the third person singular of the perfect, where the tagger guesses the tense of verbs
    with a pronoun joined to them."""
    turns: tuple[str, ...] = ()
    """What stands before a question and an answer of an interview, at the start of a line."""
    hyphens_join: bool = False
    """Is a word with a hyphen one token ("Jong-un")?"""


@cache
def load_table() -> dict[str, Any]:
    """The file as it stands."""
    text = (ontology_dir() / "languages.yaml").read_text(encoding="utf8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


@cache
def language(code: str) -> Language:
    """The entry of a language by its ISO 639-1 code. Raises UnknownLanguage."""
    entries = load_table()["languages"]
    if code not in entries:
        known = ", ".join(sorted(entries))
        raise UnknownLanguage(f"No pipeline for language {code!r}: choose one of {known}.")
    entry = entries[code]
    types = get_type_hints(Language)
    lists = {key: get_origin(types[key])(entry[key]) for key in entry if type(entry[key]) is list}
    return Language(code=code, **{**entry, **lists})


def language_codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that kg reads, sorted."""
    return tuple(sorted(load_table()["languages"]))
