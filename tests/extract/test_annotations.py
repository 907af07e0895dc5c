from annotations import annotate, title
from parses import parse

from kg.extract.annotations import known
from kg.link.offices import Holding


def test_titles_and_holders_by_their_words() -> None:
    rows = [
        ("Minister", "minister", "NOUN", "nsubj", 3),
        ("Ana", "ana", "PROPN", "flat", 0),
        ("Souza", "souza", "PROPN", "flat", 1),
        ("met", "meet", "VERB", "ROOT", 3),
        ("leaders", "leader", "NOUN", "obj", 3),
    ]
    doc = parse("en", rows)
    minister, leaders = title(doc, 0, 1, "minister"), title(doc, 4, 5, "leader")
    held = Holding(minister, doc[1:3], None, None)
    annotate(doc, referents={0: "ana"}, holdings=[held, Holding(leaders, None, None, None)])
    facts = known(doc)
    assert facts.titles == {0, 4}
    assert {i: person.text for i, (_, person) in facts.holders.items()} == dict.fromkeys(
        range(3), "Ana Souza"
    )
    assert facts.referents == {0: ("ana",)}
