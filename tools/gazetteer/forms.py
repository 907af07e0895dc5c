"""Word forms that the tables of the gazetteer leave out: demonyms, peoples, bracketed titles."""

import itertools
import re

ENDINGS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "en": [
        ("(sh|ch|s|o)man", (r"\1man", r"\1men")),
        ("(sh|ch|ss|ese|ic|yz)", (r"\1",)),
        ("", ("", "s")),
    ],
    "pt": [
        ("(?<!ã)o", ("o", "a", "os", "as")),
        ("ês", ("ês", "esa", "eses", "esas")),
        ("eu", ("eu", "eia", "eus", "eias")),
        ("ol", ("ol", "ola", "óis", "olas")),
        ("([aeéêiíu])", (r"\1", r"\1s")),
    ],
    "es": [
        ("o", ("o", "a", "os", "as")),
        ("és", ("és", "esa", "eses", "esas")),
        ("án", ("án", "ana", "anes", "anas")),
        ("ol", ("ol", "ola", "oles", "olas")),
        ("í", ("í", "íes", "ís")),
        ("([aeié])", (r"\1", r"\1s")),
    ],
    "fr": [
        ("(ien|éen)", (r"\1", r"\1ne", r"\1s", r"\1nes")),
        ("(ais|ois)", (r"\1", r"\1e", r"\1es")),
        ("e", ("e", "es")),
        ("", ("", "e", "s", "es")),
    ],
}
"""Per language: the end of the masculine singular, and what stands in its place in each form."""


def inflect(word: str, lang: str) -> list[str]:
    """The forms of a demonym: "russo" gives russo, russa, russos, russas.

    A word with "/" lists its forms itself ("alemão/alemã/alemães/alemãs").
    Raises ValueError for an ending without a rule: list the forms in the table then.
    """
    if "/" in word:
        return word.split("/")
    for pattern, endings in ENDINGS[lang]:
        if match := re.search(f"{pattern}$", word):
            return [word[: match.start()] + match.expand(ending) for ending in endings]
    raise ValueError(f"No rule for the forms of {word!r} in {lang}: write them out with slashes.")


FEMININE: dict[str, list[tuple[str, str]]] = {
    "pt": [("os", "as"), ("eses", "esas")],
    "es": [("os", "as"), ("eses", "esas")],
    "fr": [("iens", "iennes"), ("éens", "éennes"), ("ans", "anes"), ("ais", "aises")],
}
"""Per language: the end of a masculine plural, and that of the feminine where it differs."""


def plurals(word: str, lang: str) -> list[str]:
    """The name of a group of people, and of the women of it: "curdos" gives curdos, curdas.

    A word with "/" lists its forms itself; names of several words have one form.
    """
    if "/" in word or " " in word:
        return word.split("/")
    return [word, *feminine(word, lang)]


def feminine(word: str, lang: str) -> list[str]:
    """The feminine plural of a masculine one, none where they are the same."""
    for ending, other in FEMININE.get(lang, []):
        if word.endswith(ending):
            return [word.removesuffix(ending) + other]
    return []


def expand(pattern: str) -> list[str]:
    """The names that a pattern with brackets stands for, in order.

    Square brackets agree: "ministr[o|a] interin[o|a]" gives two names. Round ones are free:
    "(home|interior) minister" gives two, "vice(-| )minister[|s]" four.
    Raises ValueError when square brackets of one name differ in length.
    """
    counts = {len(group.split("|")) for group in re.findall(r"\[(.*?)\]", pattern)}
    if len(counts) > 1:
        raise ValueError(f"Endings in square brackets must agree in number: {pattern!r}.")
    agreed = [choose(pattern, i) for i in range(max(counts, default=1))]
    return [name for form in agreed for name in expand_free(form)]


def choose(pattern: str, i: int) -> str:
    """The pattern with the i-th ending in all its square brackets."""
    return re.sub(r"\[(.*?)\]", lambda group: group[1].split("|")[i], pattern)


def expand_free(pattern: str) -> list[str]:
    """The names of a pattern with round brackets only."""
    parts = re.split(r"\((.*?)\)", pattern)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    return ["".join(choice) for choice in itertools.product(*choices)]
