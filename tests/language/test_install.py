import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import PipelineMissing
from kg.language import install, language, pipelines


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    """No package and no shipped pipeline."""
    pipelines.find_pipeline.cache_clear()
    monkeypatch.setattr(pipelines, "is_package", lambda name: False)
    monkeypatch.setattr(pipelines, "SHIPPED", tmp_path)
    yield
    pipelines.find_pipeline.cache_clear()


def test_what_serves_a_language():
    assert install.serving("pt") is not None
    readable = {entry.language.code: entry.pipeline for entry in install.list_readable()}
    assert {"en", "es", "fr", "pt"} <= set(readable)


def test_a_path_is_the_shipped_pipeline(monkeypatch):
    monkeypatch.setattr(install, "find_pipeline", lambda code: Path("models/pt"))
    assert install.serving("pt") == "shipped"


@pytest.mark.parametrize(
    ("code", "advice"),
    [("es", "kg languages install es"), ("en", "python -m spacy download en_core_web_lg")],
)
def test_a_missing_pipeline_says_what_to_do(nothing_installed, code, advice):
    assert install.serving(code) is None
    with pytest.raises(PipelineMissing, match=f"{advice}$"):
        pipelines.find_pipeline(code)


def test_nothing_to_install(monkeypatch):
    def never(*arguments, **options):
        raise AssertionError

    monkeypatch.setattr(install.subprocess, "run", never)
    with pytest.raises(PipelineMissing, match="No package index has a pipeline for Portuguese"):
        install.install_pipeline("pt")


def test_a_package_that_brings_no_pipeline_is_not_enough(nothing_installed, monkeypatch):
    commands = []

    def run(command, **options):
        commands.append(command)
        return SimpleNamespace(returncode=0, stderr="")

    monkeypatch.setattr(install.subprocess, "run", run)
    with pytest.raises(PipelineMissing, match="No spaCy pipeline for French"):
        install.install_pipeline("fr")
    assert commands == [[sys.executable, "-m", "pip", "install", *language("fr").packages]]
