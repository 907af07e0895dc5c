"""How each kind of node and line looks: one shape and one colour for each, told apart by both.

Colours: the palette of Okabe and Ito, "Color universal design" (2008), whose eight colours people
with any common colour vision tell apart; lighter and darker of the same hues where a dark ground
or an outline asks for it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from kg.view.model import NodeType


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


LOOKS: Mapping[NodeType, Look] = {
    "state": Look("hexagon", 19, Colour("#0072b2", "#00507d"), Colour("#3d9bd6", "#8ecbf2")),
    "person": Look("dot", 14, Colour("#e69f00", "#9c6b00"), Colour("#f0b429", "#ffdd8f")),
    "organisation": Look("square", 13, Colour("#009e73", "#006b4e"), Colour("#1fb88c", "#7fe3c4")),
    "group": Look("triangle", 15, Colour("#d55e00", "#963f00"), Colour("#ef7d2b", "#ffbb8a")),
    "place": Look("triangleDown", 11, Colour("#cc79a7", "#8f4a70"), Colour("#d990b8", "#f3c3dc")),
    "event": Look("box", 0, Colour("#ffffff", "#5b6675"), Colour("#222a34", "#93a1b3")),
}
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
    """Write every colour as a custom property of the page, for light and for dark."""
    light = _properties(LIGHT, {kind: look.light for kind, look in LOOKS.items()})
    dark = _properties(DARK, {kind: look.dark for kind, look in LOOKS.items()})
    return f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def _properties(theme: Theme, colours: Mapping[NodeType, Colour]) -> str:
    pairs = asdict(theme)
    for kind, colour in colours.items():
        pairs |= {kind: colour.fill, f"{kind}-outline": colour.outline}
    return " ".join(f"--{name}: {value};" for name, value in pairs.items())
