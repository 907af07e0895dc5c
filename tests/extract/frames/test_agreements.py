from parses import grammar, parse
from spacy.tokens import Doc

from kg.extract.frames.agreements import find_agreements
from kg.extract.frames.matching import Match
from kg.extract.syntax.tree import nodes
from kg.ontology.lexicon import Frame


def doc() -> Doc:
    return parse(
        "pt",
        [
            ("Hanói", "hanói", "PROPN", "nsubj", 1),
            ("assinou", "assinar", "VERB", "ROOT", 1),
            ("um", "um", "DET", "det", 3),
            ("tratado", "tratado", "NOUN", "obj", 1),
            ("amplo", "amplo", "ADJ", "amod", 3),
            ("que", "que", "PRON", "nsubj", 6),
            ("inclui", "incluir", "VERB", "acl:relcl", 3),
            ("um", "um", "DET", "det", 8),
            ("pacto", "pacto", "NOUN", "obj", 6),
            ("naval", "naval", "ADJ", "amod", 8),
        ],
    )


def signing(parsed: Doc, event_type: str = "TreatySigned") -> Match:
    frame = Frame("f", ("assinar",), "verb", event_type, {})
    return Match(frame, nodes(parsed)[1], {"source": [], "target": [], "theme": [nodes(parsed)[3]]})


def test_agreement_with_what_it_contains() -> None:
    parsed = doc()
    (agreement,) = find_agreements(grammar("pt"), [signing(parsed)])
    assert agreement.text == "tratado amplo" == parsed.text[agreement.start : agreement.end]
    assert agreement.trigger is not None
    assert agreement.trigger.text == "assinou"
    assert [part.text for part in agreement.parts] == ["pacto naval"]


def test_object_counts_when_no_role_names_it() -> None:
    parsed = doc()
    match = Match(
        signing(parsed).frame, nodes(parsed)[1], {"source": [], "target": [], "theme": []}
    )
    assert [a.text for a in find_agreements(grammar("pt"), [match])] == ["tratado amplo"]


def test_other_events_make_no_agreement() -> None:
    assert find_agreements(grammar("pt"), [signing(doc(), "Meeting")]) == []


def test_agreement_told_twice_stands_once() -> None:
    parsed = doc()
    assert len(find_agreements(grammar("pt"), [signing(parsed), signing(parsed)])) == 1
