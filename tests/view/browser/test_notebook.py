"""The page in the frame of a notebook, which has no address and no origin of its own."""

import pytest
from stories import build_directory

import kg

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")


def test_a_notebook_shows_the_page(reader, tmp_path):
    build_directory(tmp_path / "graph")
    path = tmp_path / "notebook.html"
    frame = kg.open(tmp_path / "graph")._repr_html_()
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{frame}", encoding="utf8")
    page = reader.open(path)
    inside = page.frame_locator("iframe")
    inside.locator("#overview .link").first.click()
    playwright.expect(inside.locator("#detail h2")).to_be_visible()
    inside.get_by_role("tab").nth(2).click()
    playwright.expect(inside.locator("#table tbody tr").first).to_be_visible()
    # The address would follow after a pause, if there were one.
    page.wait_for_timeout(400)
