from dataclasses import replace

from tellings import BRA, LULA, PENA, PRY, report

from kg.graph.merge.events import merge_cluster
from kg.graph.merge.reports import Amount


def test_the_finest_of_everything():
    event = merge_cluster(
        [
            report("r/1", "Meeting", time="2024-06", place="state/BRA"),
            report("r/2", "Negotiation", time="2024-06-03", place="place/BRA/planalto"),
            report("r/3", "Visit", time=None, place="place/BRA/brasilia"),
        ]
    )
    assert event.types == ("Negotiation", "Visit")
    assert event.time == "2024-06-03"
    assert event.places == ("place/BRA/planalto",)
    assert event.reports == ("r/1", "r/2", "r/3")


def test_a_mutual_act_has_each_actor_on_one_side():
    event = merge_cluster(
        [
            report("r/1", sources=(PENA,), targets=()),
            report("r/2", sources=(LULA,), targets=(PENA,)),
            report("r/3", sources=(PRY,), targets=(BRA,)),
        ]
    )
    assert event.sources == ("person/lula", "state/PRY")
    assert event.targets == ("person/pena", "state/BRA")


def test_a_directed_act_keeps_the_sides():
    event = merge_cluster(
        [
            report("r/1", "Attack", (BRA,), (PRY,)),
            report("r/2", "Attack", (LULA,), ()),
        ]
    )
    assert event.sources == ("person/lula", "state/BRA")
    assert event.targets == ("state/PRY",)


def test_words_stand_in_where_no_report_names_an_actor():
    event = merge_cluster([report("r/1", "Demonstration", (), ())])
    assert (event.source_texts, event.target_texts) == (("someone",), ("somebody",))
    named = merge_cluster([report("r/1"), report("r/2", sources=())])
    assert named.source_texts == ()


def test_the_firmest_modality_wins():
    event = merge_cluster([report("r/1", modality="possible"), report("r/2", modality="planned")])
    assert event.modality == "planned"


def test_all_estimates_are_kept():
    event = merge_cluster(
        [report("r/1", amount=Amount("q/2", 110)), report("r/2", amount=Amount("q/1", 100))]
    )
    assert event.quantities == ("q/1", "q/2")


def test_tolls_that_differ_stand_side_by_side():
    one, two = (replace(report(f"r/{i}"), tolls=(("killed", f"q/{i}"),)) for i in (1, 2))
    assert merge_cluster([one, two]).tolls == (("killed", "q/1"), ("killed", "q/2"))


def test_words_tell_the_place_where_no_report_knows_it():
    lost = replace(report("r/1"), place_texts=("a mill",))
    assert merge_cluster([lost]).place_texts == (("en", "a mill"),)
    assert merge_cluster([lost, report("r/2", place="state/BRA")]).place_texts == ()


def test_who_denies_it():
    told = [replace(report(f"r/{i}"), deniers=(actor,)) for i, actor in enumerate((LULA, BRA))]
    assert merge_cluster(told).deniers == ("person/lula", "state/BRA")
