import pytest

from kg.errors import DataError
from kg.ontology.classes import coded_class, event_class, event_classes, read_classes

FINER = {
    "Agreeing": "AgreementReached Promise OfferMade CeasefireAgreed",
    "Consultation": "Meeting Visit PhoneCall Negotiation Mediation Summit LetterSent",
    "Endorsement": "TreatySigned Recognition Praise DiplomaticSupport Apology TreatyRatified "
    "DiplomaticRelationsEstablished",
    "Concession": "SanctionLifted Release ReformGranted EasingOfRestrictions",
    "Cooperation": "MilitaryCooperation EconomicCooperation IntelligenceSharing "
    "JudicialCooperation",
    "Aid": "MilitaryAid HumanitarianAid EconomicAid ArmsTransfer AsylumGranted PeacekeepersSent",
    "Retreat": "Withdrawal Resignation Surrender CeasefireDeclared",
    "Request": "Appeal Demand Invitation AidRequest CallForAction",
    "Accusation": "Allegation Condemnation Complaint Investigation Charge Blame",
    "Rejection": "Refusal Veto Defiance DenialOfRequest",
    "Threat": "ThreatOfForce Ultimatum ThreatOfSanction Warning",
    "Protest": "Demonstration Overthrow Strike Riot HungerStrike Blockade",
    "Sanction": "SanctionImposed Expulsion Embargo BreakOfRelations AidSuspended "
    "AgreementSuspended BanImposed",
    "Mobilization": "TroopDeployment MilitaryExercise WeaponsTest Alert PoliceMobilization",
    "Coercion": "Arrest Deportation Censorship Seizure Curfew Repression Sentencing CyberAttack "
    "MartialLaw",
    "Assault": "Airstrike Bombing Shelling ArmedClash Assassination HostageTaking Killing Attack "
    "Invasion MilitaryCampaign SexualViolence Execution",
}
ROOTS = {
    "Agreeing": "AGREE",
    "Consultation": "CONSULT",
    "Endorsement": "SUPPORT",
    "Concession": "CONCEDE",
    "Cooperation": "COOPERATE",
    "Aid": "AID",
    "Retreat": "RETREAT",
    "Request": "REQUEST",
    "Accusation": "ACCUSE",
    "Rejection": "REJECT",
    "Threat": "THREATEN",
    "Protest": "PROTEST",
    "Sanction": "SANCTION",
    "Mobilization": "MOBILIZE",
    "Coercion": "COERCE",
    "Assault": "ASSAULT",
}


def test_the_classes_are_these():
    finer = {name for names in FINER.values() for name in names.split()}
    assert set(event_classes()) == finer | set(ROOTS)


@pytest.mark.parametrize("parent", FINER)
def test_finer_classes_lie_under_their_root(parent):
    assert event_class(parent).ancestors == ("Event",)
    for name in [parent, *FINER[parent].split()]:
        assert event_class(name).root == ROOTS[parent]
    for name in FINER[parent].split():
        assert event_class(name).ancestors[-2:] == (parent, "Event")


def test_one_class_in_full():
    visit = event_class("Visit")
    assert (visit.root, visit.mode, visit.cameo) == ("CONSULT", "visit", "042")
    assert (visit.relation, visit.symmetric) == ("visited", False)
    assert visit.valence == "verbal cooperation"
    assert visit.labels == {"en": "Visit", "pt": "Visita", "es": "Visita", "fr": "Visite"}


def test_ancestors_are_nearest_first():
    assert event_class("Summit").ancestors == ("Meeting", "Consultation", "Event")


@pytest.mark.parametrize(
    ("name", "relation", "symmetric"),
    [
        ("Meeting", "met", True),
        ("TreatySigned", "signedTreatyWith", True),
        ("ArmedClash", "clashedWith", True),
        ("TroopDeployment", "deployedTroopsTo", False),
        ("SanctionImposed", "sanctioned", False),
        ("Request", "requestedOf", False),
    ],
)
def test_relations(name, relation, symmetric):
    assert (event_class(name).relation, event_class(name).symmetric) == (relation, symmetric)


def test_every_class_has_all_but_a_mode():
    for each in event_classes().values():
        assert None not in (each.cameo, each.relation), each.name
        assert {"en", "pt"} <= set(each.labels), each.name
        assert each.valence.split()[0] in ("verbal", "material")
        assert each.valence.split()[1] in ("cooperation", "conflict")


def test_relations_are_one_to_a_class():
    relations = [each.relation for each in event_classes().values()]
    assert len(set(relations)) == len(relations)


def test_unknown_class_names_near_ones():
    with pytest.raises(DataError, match="Meeting"):
        event_class("Meting")
    with pytest.raises(DataError, match=r"kg\.ttl"):
        event_class("Zzz")


HEAD = """
@prefix kg: <https://w3id.org/geopolitical-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix plover: <https://w3id.org/geopolitical-kg/plover#> .
"""


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("kg:A kg:ploverRoot plover:AID ; rdfs:subClassOf kg:Event .", "valence"),
        ("kg:A kg:ploverRoot plover:AID ; kg:valence kg:V . kg:V rdfs:label 'v'@en .", "one super"),
        (
            "kg:A kg:ploverRoot plover:AID ; kg:valence kg:V ; rdfs:subClassOf kg:B ."
            "kg:B rdfs:subClassOf kg:A . kg:V rdfs:label 'v'@en .",
            "one super",
        ),
    ],
)
def test_broken_ontology(tmp_path, turtle, message):
    path = tmp_path / "kg.ttl"
    path.write_text(HEAD + turtle, encoding="utf8")
    with pytest.raises(DataError, match=message):
        read_classes(path)


@pytest.mark.parametrize(
    ("name", "modality", "root"),
    [
        ("Meeting", "planned", "AGREE"),
        ("HumanitarianAid", "planned", "AGREE"),
        ("Withdrawal", "planned", "RETREAT"),
        ("Meeting", "actual", "CONSULT"),
        ("Meeting", "possible", "CONSULT"),
        ("Airstrike", "planned", "ASSAULT"),
        ("TreatySigned", "planned", "SUPPORT"),
    ],
)
def test_plans_to_cooperate_are_coded_as_agreeing(name, modality, root):
    assert coded_class(name, modality).root == root


def test_goldstein_has_a_value_for_each_class_and_one_for_each_code():
    by_code = {}
    for kind in event_classes().values():
        assert -10 <= kind.goldstein <= 10
        assert kind.goldstein != 0
        assert by_code.setdefault(kind.cameo, kind.goldstein) == kind.goldstein
    assert (by_code["057"], by_code["072"], by_code["190"]) == (8.0, 8.3, -10.0)


def test_goldstein_agrees_with_the_valence_but_for_requests():
    for kind in event_classes().values():
        if kind.root != "REQUEST":
            assert (kind.goldstein > 0) == kind.valence.endswith("cooperation"), kind.name
