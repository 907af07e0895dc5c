"""How many of what: "more than 10,000 soldiers", "US$ 739 milhões", "dezenas de mísseis".

Patterns find the numbers with their qualifiers in the text; the parse only says which noun is
counted. Dates, ages, times, scores, ordinals and numbers that name something are no quantities.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from spacy.tokens import Doc, Span

from kg.extract.annotations import mention_at
from kg.extract.quantity.numbers import Number, find_numbers
from kg.extract.quantity.words import QuantityWords, load_quantity_words
from kg.extract.syntax.tree import Node, feature, folded, nodes, root_of, text_of
from kg.types import Quantity

LOOK_BACK = 45
"""Characters before a number in which its qualifier and currency stand."""
REACH = 7
"""Words between a number and the noun that it counts."""
YEARS = range(1900, 2101)
YEAR_DIGITS = 4
RATINGS = frozenset(["kilowatt", "megawatt", "gigawatt", "kiloton", "megaton"])
"""Units that say what one thing can do and count nothing."""
HUMANS = frozenset(["man", "woman", "child", "boy", "girl"])
"""Units that tell people apart by sex or age alone."""
FEW = 12
"""Up to this many states or leaders that were named before are a mere reference to them."""
PAIR = 2
MARK = 3
"""Letters of the longest mark of a type: "FAL 7"."""
CORE = frozenset(["nsubj", "nsubj:pass", "obj"])
NOUNS = frozenset(["NOUN", "PROPN"])
INSIDE = frozenset(["ADJ", "NOUN", "PROPN", "ADV", "VERB", "NUM"])
"""What may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with what is written round it, before the parse is asked; ends are exclusive."""

    start: int
    """Of the qualifier or currency, else of the number."""
    number: int
    """Start of the number."""
    end: int
    value: int | float | None
    qualifier: str | None = None
    unit: str | None = None
    """Of a currency or measure; None when a noun has to say it."""
    spelled: bool = True
    ranged: bool = False


def find_quantities(doc: Doc) -> list[Quantity]:
    """The quantities of a Doc in text order, not overlapping; offsets in characters of its text.

    doc: with part of speech, lemmas and UD labels. Its language chooses the words; one without a
    file of them has no quantities.
    The text of a quantity goes from its qualifier to the noun that it counts. value is None for
    a vague one ("hundreds of"), with the vague words as qualifier; the qualifier is in lower
    case. A range has its lower bound as value and "between" or "entre" as qualifier, also where
    the text says "10 to 20". unit is an English singular, or the lemma of a noun that the file
    does not list.
    """
    words = load_quantity_words(doc.lang_)
    if words is None:
        return []
    found: list[Quantity] = []
    text = text_of(doc)
    for candidate in find_candidates(folded(doc), words):
        quantity = to_quantity(doc, text, candidate, words)
        if quantity is not None and (not found or quantity.start >= found[-1].end):
            found.append(quantity)
    return list(add_up(text, found, words))


def add_up(text: str, found: Sequence[Quantity], words: QuantityWords) -> Iterator[Quantity]:
    """The quantities with people of different sex or age as one: "a man and two women" are three.

    found: in text order. Of a list the last two are joined by "and".
    """
    group: list[Quantity] = []
    for one, after in zip_longest(found, found[1:]):
        group.append(one)
        if after is not None and goes_on(text, one, after, words):
            continue
        joined = len(group) > 1 and words.conjunction.fullmatch(text, group[-2].end, one.start)
        yield from [total(text, group)] if joined else group
        group = []


def goes_on(text: str, one: Quantity, after: Quantity, words: QuantityWords) -> bool:
    """Do a comma or "and" join two exact numbers of men, women or children?"""
    counted = all(
        q.unit in HUMANS and q.value is not None and q.qualifier is None for q in (one, after)
    )
    between = text[one.end : after.start].strip()
    return counted and (between == "," or bool(words.conjunction.fullmatch(f" {between} ")))


def total(text: str, group: Sequence[Quantity]) -> Quantity:
    """Several numbers of people as one."""
    start, end = group[0].start, group[-1].end
    value = sum(quantity.value or 0 for quantity in group)
    return Quantity(text[start:end], start, end, value, None, "person")


# ------------------------------------------------------------ text


def find_candidates(text: str, words: QuantityWords) -> list[Candidate]:
    """Numbers and vague counts with their qualifiers and signs, in text order.

    text: in lower case.
    """
    vague = [
        Candidate(m.start(), m.start(), m.end(), None, " ".join(m[0].split()))
        for m in words.vague.finditer(text)
    ]
    found = sorted([*vague, *number_candidates(text, words)], key=lambda c: (c.number, -c.end))
    apart = [c for k, c in enumerate(found) if k == 0 or c.number >= found[k - 1].end]
    return [c for c in apart if not is_joined(text, c)]


def is_joined(text: str, candidate: Candidate) -> bool:
    """Do letters follow without a blank: "27th", "10-year"?"""
    if text[candidate.end - 1] == "'":  # "milliers d'habitants"
        return False
    after = text[candidate.end : candidate.end + 2]
    return after[:1].isalnum() or (after[:1] == "-" and after[1:].isalpha())


def number_candidates(text: str, words: QuantityWords) -> Iterator[Candidate]:
    """Each number, or two that make a range."""
    numbers = list(find_numbers(text, words.numbers))
    upper = {a: b for a, b in pairwise(numbers) if is_range(text, a, b, words)}
    taken = set(upper.values())
    for number in numbers:
        if number in upper:
            yield to_range(text, number, upper[number], words)
        elif number not in taken and is_free(text, number):
            yield around(text, number, words)


def is_free(text: str, number: Number) -> bool:
    """Is the number no part of a score, date or telephone number ("3-1")?"""
    before, after = text[: number.start][-2:], text[number.end : number.end + 2]
    joined = before[-1:] in ("-", "–") and before[:1].isdigit()
    return not joined and not (after[:1] in ("-", "–") and after[1:].isdigit())


def is_range(text: str, lower: Number, upper: Number, words: QuantityWords) -> bool:
    """Do two neighbours make "10 to 20" or "between 10 and 20"?"""
    joined = words.bridge.fullmatch(text, lower.end, upper.start)
    listed = words.conjunction.fullmatch(text, lower.end, upper.start)
    if not (joined or listed):
        return False
    between = qualifier_before(text, lower, words) == words.between
    if not (listed if between else joined):
        return False
    return lower_bound(lower, upper) < upper.value and is_edge(text, lower, upper)


def is_edge(text: str, lower: Number, upper: Number) -> bool:
    """Is nothing else joined to the range by a dash, as in a date ("2025-10-27")?"""
    before, after = text[: lower.start][-1:], text[upper.end : upper.end + 1]
    return before not in ("-", "–") and after not in ("-", "–")


def lower_bound(lower: Number, upper: Number) -> int | float:
    """ "10 to 20 million" starts at 10 million, "500 to 2 thousand" at 500."""
    scaled = lower.value * upper.factor
    return scaled if lower.factor == 1 and scaled < upper.value else lower.value


def qualifier_before(text: str, number: Number, words: QuantityWords) -> str | None:
    """The qualifier right before a number, in lower case."""
    return around(text, number, words).qualifier


def to_range(text: str, lower: Number, upper: Number, words: QuantityWords) -> Candidate:
    """Two numbers as one candidate."""
    first, second = around(text, lower, words), around(text, upper, words)
    return replace(
        first,
        end=second.end,
        value=lower_bound(lower, upper),
        qualifier=words.between,
        unit=first.unit or second.unit,
        ranged=True,
    )


def around(text: str, number: Number, words: QuantityWords) -> Candidate:
    """A number with the qualifier, currency and measure beside it."""
    back = max(0, number.start - LOOK_BACK)
    before = words.prefix.search(text, back, number.start)
    assert before is not None  # both parts are optional
    qualifier = before["qualifier"] and " ".join(before["qualifier"].split())
    bare = Candidate(
        start=before.start(),
        number=number.start,
        end=number.end,
        value=number.value,
        qualifier=qualifier,
        spelled=number.spelled,
    )
    if before["currency"]:
        return shortened(text, bare, words.currencies[before["currency"]], words)
    after = words.suffix.match(text, number.end)
    if after is None:
        return bare
    sign = " ".join(after[0].lstrip(" -").split())
    return replace(
        bare, end=after.end(), unit=words.symbols.get(sign) or words.currencies.get(sign)
    )


def shortened(text: str, candidate: Candidate, unit: str, words: QuantityWords) -> Candidate:
    """An amount of money; "$3m" is three million."""
    assert candidate.value is not None
    letter, rest = text[candidate.end : candidate.end + 1], text[candidate.end + 1 :][:1]
    if letter not in words.short or rest.isalnum():
        return replace(candidate, unit=unit)
    value = round(candidate.value * words.short[letter])
    return replace(candidate, unit=unit, value=value, end=candidate.end + 1)


# ------------------------------------------------------------ parse


def to_quantity(doc: Doc, text: str, candidate: Candidate, words: QuantityWords) -> Quantity | None:
    """A candidate as a quantity with its noun; None when it is none."""
    if candidate.qualifier == words.between and not candidate.ranged:
        candidate = replace(candidate, qualifier=None, start=candidate.number)
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    number = doc.char_span(candidate.number, candidate.end, alignment_mode="expand")
    if span is None or number is None or is_name(doc, candidate, span, number, words):
        return None
    if candidate.unit is not None:
        return quantity(text, candidate, candidate.end, candidate.unit)
    noun = counted_noun(number, words)
    if noun is None:
        return bare_quantity(text, candidate, span, number)
    if is_uncounted(noun, candidate, span, words) or is_year(candidate, number, noun, words):
        return None
    unit, last = measured(noun, words)
    if (thing := rated(noun, unit, words)) is not None:
        start, end = thing.left_edge.idx, last.idx + len(last)
        kind = known_unit(thing, words) or thing.lemma_.lower()
        return Quantity(text[start:end], start, end, 1, None, kind)
    return quantity(text, candidate, last.idx + len(last), unit)


def quantity(text: str, candidate: Candidate, end: int, unit: str | None) -> Quantity:
    """The value that leaves this module."""
    start = candidate.start
    return Quantity(text[start:end], start, end, candidate.value, candidate.qualifier, unit)


def bare_quantity(text: str, candidate: Candidate, span: Span, number: Span) -> Quantity | None:
    """A number without a noun counts when it is subject or object: "killed at least 20"."""
    before = nodes(span.doc)[span.start - 1] if span.start else None
    alone = number.start + 1 == number.end  # "dozens were killed", not "dozens of the"
    if candidate.ranged or is_year_figure(candidate) or (candidate.value is None and not alone):
        return None
    if before is not None and before.pos_ in ("PROPN", "DET", "NUM"):
        return None
    if before is not None and before.pos_ == "ADP" and candidate.qualifier is None:
        return None
    if root_of(number).dep_ not in CORE or root_of(number).pos_ not in ("NUM", "NOUN"):
        return None
    return quantity(text, candidate, candidate.end, None)


def is_name(doc: Doc, candidate: Candidate, span: Span, number: Span, words: QuantityWords) -> bool:
    """Does the number name something, or is it a date, an ordinal or a lone "one"?"""
    if candidate.spelled and candidate.value == 1 and not is_one(candidate, number, words):
        return True
    if is_capital(number, spelled=candidate.spelled) or is_designation(candidate, span):
        return True
    named = mention_at(doc)
    if any(i in named and named[i].id_ == "name" for i in range(number.start, number.end)):
        return True
    before = nodes(doc)[span.start - 1].lower_ if span.start else ""
    after = nodes(doc)[number.end].lower_ if number.end < len(doc) else ""
    if before in words.months or after in words.months | words.clock | words.uncounted:
        return True
    return before in words.labels and span.start == number.start


def is_one(candidate: Candidate, number: Span, words: QuantityWords) -> bool:
    """Does the word for 1 count: "only one soldier", "um soldado e dois civis"?

    Alone it is an article, unless the language has another word for that.
    """
    noun = counted_noun(number, words)
    if noun is None or known_unit(noun, words) is None or noun.i != number.end:
        return False
    if candidate.qualifier is not None or number[0].lower_ not in words.indefinite:
        return True
    beside = [noun.head] if noun.dep_ == "conj" else noun.children
    return any(
        word.dep_ == "nummod"
        for other in beside
        if other.i == noun.head.i or other.dep_ == "conj"
        for word in other.children
    )


def is_designation(candidate: Candidate, span: Span) -> bool:
    """Capitals before a bare number make it the name of a type or road: "C 130", "EN 103"."""
    if candidate.spelled or candidate.unit is not None or candidate.start != candidate.number:
        return False
    before = nodes(span.doc)[max(span.start - 1, 0)]
    short = before.i < span.start and len(before) <= MARK and before.text.isalpha()
    return short and before.text.isupper() and before.pos_ in ("PROPN", "NOUN", "X", "SYM")


def is_capital(number: Span, *, spelled: bool) -> bool:
    """A capital letter inside a sentence makes a number word part of a name."""
    first = number[0]
    return spelled and first.text[:1].isupper() and not (first.i == 0 or first.is_sent_start)


def counted_noun(number: Span, words: QuantityWords) -> Node | None:
    """The noun after a number, or the participle or demonym that stands for one ("25 mortos")."""
    run = list(following(number, words))
    head = root_of(number).head
    if root_of(number).dep_ == "nummod" and head.pos_ in NOUNS and head.i in {t.i for t in run}:
        return head
    noun = next((token for token in run if token.pos_ == "NOUN"), None)
    if noun is None:
        return next((t for t in run if is_demonym(t) or known_unit(t, words)), None)
    later = noun.dep_ == "compound" and noun.head.i in {t.i for t in run}
    return noun.head if later else noun


def following(number: Span, words: QuantityWords) -> Iterator[Node]:
    """The words after a number that can belong to the phrase that it counts."""
    doc = number.doc
    rest = list(nodes(doc)[number.end : number.end + REACH])
    if rest and rest[0].lower_ in words.of:
        rest = rest[1:]
        rest = rest[1:] if rest and rest[0].pos_ == "DET" else rest
    for token in rest:
        participle = token.pos_ == "VERB" and not known_unit(token, words)
        if token.i == token.sentence.start or (token.pos_ not in INSIDE and token.text != "-"):
            return
        if participle and token.dep_ != "amod":
            return
        yield token


def is_demonym(token: Node) -> bool:
    """Is the token a name of a people: "300 ucranianos"?"""
    mention = mention_at(token.doc).get(token.i)
    return mention is not None and mention.id_ == "demonym"


def known_unit(token: Node, words: QuantityWords) -> str | None:
    """The unit that the file gives for a noun, participle or adjective."""
    forms = (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s"))
    return next((words.units[form] for form in forms if form in words.units), None)


def measured(noun: Node, words: QuantityWords) -> tuple[str, Node]:
    """The unit of a noun and its last word: that of "quilômetros quadrados" is square kilometre."""
    doc, lemma = noun.doc, noun.lemma_.lower()
    before = nodes(doc)[noun.i - 1].lemma_.lower() if noun.i else ""
    if (unit := words.units.get(f"{before} {lemma}")) is not None:
        return unit, noun
    after = nodes(doc)[noun.i + 1] if noun.i + 1 < len(doc) else noun
    if (unit := words.units.get(f"{lemma} {after.lemma_.lower()}")) is not None:
        return unit, after
    default = "person" if is_demonym(noun) else lemma
    return known_unit(noun, words) or default, noun


def rated(noun: Node, unit: str, words: QuantityWords) -> Node | None:
    """The one thing that a measure describes: "a reactor of 1,000 megawatts" is one reactor."""
    thing = noun.head
    if unit not in RATINGS or noun.dep_ != "nmod" or thing.i > noun.i:
        return None
    ones = {word for word, value in words.numbers.values.items() if value == 1}
    one = words.numbers.articles | ones
    return thing if thing.left_edge.lower_ in one else None


def is_uncounted(noun: Node, candidate: Candidate, span: Span, words: QuantityWords) -> bool:
    """A noun of dates, ages and fractions, or what was named before: the two, or the leaders."""
    lemmas = {noun.lemma_.lower(), noun.lower_}
    if lemmas & words.times:
        near = nodes(noun.doc)[noun.i + 1 : noun.i + 3]
        return not any(token.lower_ in words.sentences for token in near)
    if lemmas & (words.months | words.uncounted) or is_proper(noun, candidate):
        return True
    value, before = candidate.value, nodes(noun.doc)[span.start - 1].lower_ if span.start else ""
    known = before in words.definite
    if value == PAIR and known:
        return True
    if value is None or value > FEW or not lemmas & words.participants:
        return False
    return value == PAIR or known


def is_proper(noun: Node, candidate: Candidate) -> bool:
    """A name in the singular is numbered, not counted: "the 32 Artillery Brigade"."""
    named = noun.pos_ == "PROPN" and noun.text[0].isupper() and not is_demonym(noun)
    return named and candidate.value != 1 and "Plur" not in feature(noun, "Number")


def is_year_figure(candidate: Candidate) -> bool:
    """Four figures without a mark from 1900 to 2100, and nothing before them."""
    plain = not candidate.spelled and candidate.end - candidate.number == YEAR_DIGITS
    return plain and candidate.qualifier is None and candidate.value in YEARS


def is_year(candidate: Candidate, number: Span, noun: Node, words: QuantityWords) -> bool:
    """ "the 2022 invasion" and "em 2024 soldados" are years, "2000 soldados" is none."""
    if not is_year_figure(candidate):
        return False
    before = nodes(number.doc)[number.start - 1].pos_ if number.start else ""
    counts = root_of(number).dep_ == "nummod" or before != "ADP"
    return known_unit(noun, words) is None or not counts
