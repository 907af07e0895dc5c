import pytest
import yaml

from kg.errors import DataError, PipelineMissing, UnknownLanguage
from kg.ontology import lexicon, lexicon_check
from kg.ontology.lexicon_check import check_lexicon, is_slot
from kg.types import Argument, Article, Event, Extraction, Phrase

FRAME = {
    "id": "xx-visit-go",
    "lemma": ["go", "travel"],
    "pos": "verb",
    "type": "Visit",
    "roles": {"source": ["nsubj"], "target": ["obl:to", "obl:in"]},
    "example": "Ana went to Peru.",
    "source": "Ana",
    "target": "Peru",
}


@pytest.fixture
def check(monkeypatch, tmp_path):
    """Faults of a lexicon of frames that differ from a good one."""
    (tmp_path / "lexicon").mkdir()
    monkeypatch.setattr(lexicon, "ontology_dir", lambda: tmp_path)

    def run(*changes: dict, **options: object) -> list[tuple[str, str, bool]]:
        data = {
            "classes": {"troops": ["soldier"]},
            "frames": [FRAME | change for change in changes],
        }
        (tmp_path / "lexicon" / "xx.yaml").write_text(yaml.safe_dump(data), encoding="utf8")
        found = check_lexicon("xx", **options)
        assert all(finding.file == "lexicon/xx.yaml" for finding in found)
        return [(finding.subject, finding.what, finding.is_error) for finding in found]

    return run


def text(words: str) -> Phrase:
    return Phrase(words, 0, len(words))


def tells(kind: str, *arguments: tuple[str, str]):
    """An extraction that finds one event in every text."""

    def extract(article: Article) -> Extraction:
        event = Event(
            type=kind,
            trigger=text("went"),
            sentence=text(article.text),
            rule="xx-rule",
            arguments=tuple(
                Argument(text=words, start=0, end=len(words), role=role, entity=None, country=None)
                for role, words in arguments
            ),
        )
        return Extraction(article, 1, (), (), (), (event,), ())

    return extract


def test_a_good_frame_has_no_faults(check):
    assert check({}) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"type": "Vizit"}, "No event class 'Vizit' in the ontology. Did you mean Visit?"),
        ({"roles": {"source": ["nsubject"]}}, "unknown slot 'nsubject'"),
        ({"roles": {"source": ["obl:"]}}, "unknown slot 'obl:'"),
        ({"has": {"obj>thing": ["x"]}}, "unknown slot 'obj>thing'"),
        ({"where": {"target": "cars"}}, "Frame 'xx-visit-go': target: 'cars' is none of"),
        ({"lemma": "Go"}, "lemma 'Go'"),
        ({"lemma": "go out"}, "lemma 'go out'"),
        ({"pos": "adverb"}, "Frame 'xx-visit-go': pos is one of"),
    ],
)
def test_each_fault_is_an_error(check, change, what):
    [(subject, found, is_error)] = check(change)
    assert subject == "xx-visit-go"
    assert found.startswith(what)
    assert is_error


def test_an_id_stands_once(check):
    assert check({}, {"lemma": "fly"}) == [("xx-visit-go", "the id of 2 frames", True)]


@pytest.mark.parametrize(
    ("slot", "known"),
    [
        ("nsubj", True),
        ("nsubj:pass", True),
        ("obl:in front of", True),
        ("xcomp>obj>obl:on", True),
        ("poss", True),
        ("speaker", True),
        ("obl:", False),
        ("possessor", False),
        ("xcomp>", False),
    ],
)
def test_slots(slot, known):
    assert is_slot(slot) == known


LATER = {"id": "xx-meeting-go", "type": "Meeting"}


@pytest.mark.parametrize(
    ("first", "later", "shadowed"),
    [
        ({}, {}, True),
        ({}, {"roles": {"source": ["nsubj"], "target": ["obl:in"]}}, True),
        ({}, {"lemma": ["go"]}, True),
        # The later one has a place for actors, a word or a condition of its own.
        ({}, {"roles": {"source": ["nsubj"], "target": ["obl:at"]}}, False),
        ({}, {"lemma": ["go", "fly"]}, False),
        ({}, {"pos": "noun"}, False),
        ({}, {"has": {"obl:for": ["talk"]}}, False),
        ({}, {"where": {"target": "state"}}, False),
        ({"where": {"target": "state"}}, {}, False),
        ({}, {"roles": {"source": ["nsubj"], "theme": ["obj"]}}, False),
        ({}, {"reciprocal": True}, False),
    ],
)
def test_a_frame_that_never_fires(check, first, later, shadowed):
    found = check(first, LATER | later)
    assert [subject for subject, *_ in found] == (["xx-meeting-go"] if shadowed else [])
    if shadowed:
        assert found[0][1] == "never fires: xx-visit-go takes all that it asks for"


def test_an_example_gives_its_event_and_arguments(check):
    both = (("source", "Ana"), ("target", "Peru"))
    assert check({}, extract=tells("Visit", *both)) == []
    [(_, what, is_error)] = check({}, extract=tells("Meeting", *both))
    assert what == "its example gives no Visit, but xx-rule"
    assert is_error
    [(_, what, _)] = check({}, extract=tells("Visit", ("source", "Peru")))
    assert what == "its example gives other arguments: source 'Peru'"
    swapped = tells("Visit", ("source", "Peru"), ("target", "Ana"))
    assert check({"reciprocal": True}, extract=swapped) == []
    assert len(check({}, extract=swapped)) == 1


def test_what_the_parser_misreads_is_a_warning(check, monkeypatch):
    monkeypatch.setattr(lexicon_check, "misread_frames", lambda: {"xx-visit-go"})
    [(_, _, is_error)] = check({}, extract=tells("Meeting"))
    assert not is_error


def test_without_a_pipeline_the_examples_are_not_run(check):
    def extract(article: Article) -> Extraction:
        raise PipelineMissing("none is installed")

    assert check({}, {"id": "xx-visit-fly", "lemma": "fly"}, extract=extract) == [
        ("xx", "examples not run: none is installed", False)
    ]


def test_no_lexicon_and_no_yaml(check, tmp_path):
    check({})
    with pytest.raises(UnknownLanguage, match="choose one of xx"):
        check_lexicon("yy")
    (tmp_path / "lexicon" / "yy.yaml").write_text("{", encoding="utf8")
    with pytest.raises(DataError, match=r"lexicon/yy\.yaml is no YAML"):
        check_lexicon("yy")


@pytest.mark.parametrize("code", lexicon.lexicon_codes())
def test_the_lexicons_of_kg_have_no_faults(code):
    assert check_lexicon(code) == []
