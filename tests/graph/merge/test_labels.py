from collections import Counter
from dataclasses import replace

import pytest
from tellings import BRA, LULA, PENA, report

from kg.graph.merge.events import merge_cluster
from kg.graph.merge.labels import Namer
from kg.graph.merge.settings import load_settings

LABELS = {
    "person/lula": Counter({("pt", "Lula"): 2, ("pt", "Luiz Inácio Lula da Silva"): 1}),
    "person/pena": Counter({("fr", "Pena"): 5, ("en", "Peña"): 1, ("en", "Santiago P."): 1}),
}


def known(iri, lang):
    return {"en": "Brazil", "pt": "Brasil"}[lang] if iri == "state/BRA" else None


NAMER = Namer(LABELS, known, load_settings().notes)


@pytest.mark.parametrize(
    ("iri", "lang", "name"),
    [
        ("state/BRA", "pt", "Brasil"),
        ("person/lula", "pt", "Lula"),
        ("person/lula", "en", "Lula"),
        ("person/pena", "en", "Santiago P."),
        ("person/pena", "pt", "Santiago P."),
        ("group/a%C3%A7%C3%A3o", "en", "ação"),
    ],
)
def test_entity(iri, lang, name):
    assert NAMER.entity(iri, lang) == name


@pytest.mark.parametrize(
    ("telling", "en", "pt"),
    [
        (
            report(),
            "Meeting: Lula – Santiago P., 2024-06-03",
            "Reunião: Lula – Santiago P., 2024-06-03",
        ),
        (
            replace(report(sources=(LULA, PENA), targets=(), time=None), target_texts=()),
            "Meeting: Lula – Santiago P.",
            "Reunião: Lula – Santiago P.",
        ),
        (
            report(kind="Visit", sources=(LULA, PENA), targets=(BRA,), modality="planned"),
            "Visit: Lula, Santiago P. – Brazil, 2024-06-03 (planned)",
            "Visita: Lula, Santiago P. – Brasil, 2024-06-03 (planejado)",
        ),
        (
            replace(report(sources=(), targets=(), polarity="negative"), target_texts=()),
            "Meeting: someone, 2024-06-03 (denied)",
            "Reunião: someone, 2024-06-03 (negado)",
        ),
    ],
)
def test_event(telling, en, pt):
    event = merge_cluster([telling])
    assert NAMER.event(event, "en") == en
    assert NAMER.event(event, "pt") == pt
