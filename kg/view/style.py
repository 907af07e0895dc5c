"""How each kind of node and line looks: one shape and one colour for each, told apart by both.

Colours: the palette of Okabe and Ito, "Color universal design" (2008), whose eight colours people
with any common colour vision tell apart; lighter and darker of the same hues where a dark ground
or an outline asks for it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

from kg.view.model import NodeType

Shown = NodeType | Literal["event"]


@dataclass(frozen=True, slots=True)
class Colour:
    """A fill and its outline, as #rrggbb."""

    fill: str
    outline: str


@dataclass(frozen=True, slots=True)
class Look:
    """Of one type of node."""

    shape: str
    """A shape of vis-network."""
    size: int
    """Radius in pixels at zoom 1; a box is as large as its text."""
    light: Colour
    dark: Colour


LOOKS: Mapping[Shown, Look] = {
    "state": Look("hexagon", 19, Colour("#33475b", "#1c2a38"), Colour("#9fb4c9", "#d5e1ec")),
    "person": Look("dot", 14, Colour("#e6b800", "#8a6d00"), Colour("#edc53f", "#ffe79a")),
    "organisation": Look("square", 13, Colour("#009e73", "#006b4e"), Colour("#1fb88c", "#7fe3c4")),
    "group": Look("triangle", 15, Colour("#8e4ec6", "#5f2b91"), Colour("#b583e3", "#dcc2f5")),
    "place": Look("triangleDown", 11, Colour("#cc79a7", "#8f4a70"), Colour("#d990b8", "#f3c3dc")),
    "event": Look("diamond", 11, Colour("#8793a1", "#55606d"), Colour("#7d8b9b", "#b9c4d0")),
}
"""Blue and orange are left to cooperation and conflict."""
COOPERATION = Colour("#0072b2", "#004f7c"), Colour("#4aa8e0", "#a5d8f8")
CONFLICT = Colour("#d55e00", "#8f3f00"), Colour("#f08a3c", "#ffc79b")
MIXED = "#7a5c8e", "#b79ccb"
"""Of a relation with some of both, in the light and in the dark."""
FONT = 'Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif'


@dataclass(frozen=True, slots=True)
class Theme:
    """Text and lines, and the ground they stand on."""

    ink: str
    quiet: str
    line: str
    ground: str


LIGHT = Theme(ink="#1c2229", quiet="#55606d", line="#8793a1", ground="#f6f7f9")
DARK = Theme(ink="#e9edf2", quiet="#a7b2bf", line="#6f7d8d", ground="#12161b")


def to_css() -> str:
    """Write every colour as a custom property of the page, for light and for dark.

    ``theme.js`` marks the page as dark, by the system or as the reader chooses.
    """
    light = _properties(LIGHT, {kind: look.light for kind, look in LOOKS.items()}, dark=False)
    dark = _properties(DARK, {kind: look.dark for kind, look in LOOKS.items()}, dark=True)
    return f":root {{ {light} }}\n:root[data-theme='dark'] {{ {dark} }}\n"


def _properties(theme: Theme, colours: Mapping[Shown, Colour], *, dark: bool) -> str:
    cooperation, conflict = COOPERATION[dark], CONFLICT[dark]
    pairs = asdict(theme) | {
        "cooperation": cooperation.fill,
        "conflict": conflict.fill,
        "mixed": MIXED[dark],
    }
    shades: dict[str, Colour] = {str(kind): colour for kind, colour in colours.items()}
    shades["event-neither"] = shades["event"]
    shades |= {"event-cooperation": cooperation, "event-conflict": conflict}
    for kind, colour in shades.items():
        pairs |= {kind: colour.fill, f"{kind}-outline": colour.outline}
    return " ".join(f"--{name}: {value};" for name, value in pairs.items())
