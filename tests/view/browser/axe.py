"""What axe-core says of a page."""

from importlib.resources import files

import pytest

pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf8")
GRAVE = {"serious", "critical"}
HALOED = ".map-names"
"""Names on the map have a halo, which axe-core does not see: it compares them to the land."""


def faults(page, *rules):
    """What axe-core finds grave: the rule and where. rules: the only ones to apply; all if none."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    violations = page.evaluate(
        """async ([exclude, rules]) => (await axe.run({ exclude: [[exclude]] }, {
            resultTypes: ["violations"], preload: false,
            ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}),
        })).violations""",
        [HALOED, rules],
    )
    return [
        (violation["id"], node["target"], node["failureSummary"])
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]
