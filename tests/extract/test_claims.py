"""Claims: who, whom, how many, when, where, through whom, for sentences made up for the purpose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clarion.extract import explain, find_claims
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Document
from clarion.model.vocabulary import StanceKind, Unit
from telling import claims_of


def one(text: str, act: str) -> Claim:
    found = [claim for claim in claims_of(text) if claim.act == act]
    assert len(found) == 1, [(claim.act, claim.quote) for claim in found]
    return found[0]


COUNTS = [
    ("Police arrested 14 students in Baku.", "detention", (14, 14, 14, Unit.PEOPLE)),
    ("At least 52 refugees were deported on Monday.", "forced_return", (52, None, None, Unit.PEOPLE)),
    ("Soldiers killed two men and wounded five others.", "killing", (2, 2, 2, Unit.PEOPLE)),
    ("Soldiers burned 40 houses.", "destruction", (40, 40, 40, Unit.OTHER)),
    ("One citizen of Chad was released.", "release", (1, 1, 1, Unit.PEOPLE)),
    ("A girl of nine was killed.", "killing", None),  # an age is no count
    ("A 46-year-old farmer was shot dead.", "killing", None),
    ("Two men fired at the bus.", "attack", None),  # who shoots is not counted
    ("The Forum condemned the 12 arrests.", "condemnation", None),
    ("Troops attacked the town on 8 July and killed at least 12.", "killing", (12, None, None, Unit.PEOPLE)),
    ("Six men were arrested and flogged by guards.", "torture", (6, 6, 6, Unit.PEOPLE)),  # the auxiliary is shared
    ("At least 52 people were killed and 120 wounded.", "injury", (120, 120, 120, Unit.PEOPLE)),
    ("Officers handed over 58 Hmong to the Lao police.", "forced_return", (58, 58, 58, Unit.PEOPLE)),  # no bound
    ("All but two were freed on Sunday.", "release", None),  # those left out
    ("30 pupils were among those detained.", "detention", (30, 30, 30, Unit.PEOPLE)),
    ("According to two lawyers, students were detained.", "detention", None),  # who tells is not counted
]


@pytest.mark.parametrize(("text", "act", "expected"), COUNTS)
def test_the_figure_of_the_act_is_counted(text: str, act: str, expected: tuple[object, ...] | None) -> None:
    affected = one(text, act).affected
    count = affected.count if affected else None
    assert ((count.low, count.high, count.best, count.unit) if count else None) == expected


DATES = [
    ("Police arrested her on Monday.", "detention", ("2024-05-13", "2024-05-14")),
    ("Marches are announced for Friday in Nairobi.", "demonstration", ("2024-05-17", "2024-05-18")),
    ("3 April - Shelling of the market at Goma.", "attack", ("2024-04-03", "2024-04-04")),
    ("She was arrested, the union said on Tuesday.", "detention", None),  # the date of telling
    ("The state breached Article 3 of the 1951 Convention.", "breach", None),  # the year of the instrument
    ("Two men were killed on 12 and 13 May.", "killing", ("2024-05-12", "2024-05-14")),
    ("In 2019 nine were deported; three were later sentenced.", "sentencing", None),  # a part of its own
    ("Soldiers killed three and wounded ten on 2 May.", "killing", ("2024-05-02", "2024-05-03")),
    ("It was the largest forced return in a decade.", "forced_return", None),
    (
        "Agents seized a priest. He left at noon on 3 May. That evening he was released.",
        "release",
        ("2024-05-03", "2024-05-04"),
    ),
    ("We asked for help on 3 May, and on 6 May the house was burned.", "destruction", ("2024-05-06", "2024-05-07")),
]


@pytest.mark.parametrize(("text", "act", "expected"), DATES)
def test_the_date_is_that_of_the_act(text: str, act: str, expected: tuple[str, str] | None) -> None:
    when = one(text, act).when
    assert ((when.start, when.end) if when else None) == expected


PLACES = [
    ("Ten Afghans were deported from Istanbul to Kabul.", "forced_return", [("from", "Istanbul"), ("to", "Kabul")]),
    ("Rebels attacked Goma on Monday.", "attack", [("at", "Goma")]),
    ("Gunmen raided the village of Zorbeki in May.", "attack", [("at", "Zorbeki")]),  # unknown to the gazetteer
    ("Families fled Mosul in 2014.", "displacement", [("from", "Mosul")]),
    ("Turkey deported two men.", "forced_return", []),  # who acts is not where
    ("The prosecutor in Lima opened an investigation.", "investigation", []),
    ("MALI: Two teachers were kidnapped.", "abduction", []),  # a label
    ("Armed men fired on a boat off Lamu, killing two people.", "killing", [("at", "Lamu")]),
    ("The army closed the crossing at Joda to South Sudan.", "border_closure", [("at", "Joda")]),
    ("Ten men were arrested, according to Noy Sendara.", "detention", []),  # who tells is no place
    ("They were brought to Goma, where two of them were beaten by police.", "torture", [("at", "Goma")]),
]


@pytest.mark.parametrize(("text", "act", "expected"), PLACES)
def test_a_place_has_the_role_of_its_preposition(text: str, act: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.role, place.name) for place in one(text, act).where] == expected


PARTIES = [
    ("Kenyan police arrested two students.", "detention", ["Kenyan police"], []),
    ("Two students were arrested by soldiers.", "detention", ["soldiers"], []),
    ("Turkey should release the students.", "release", [], ["Turkey"]),
    ("They were deported by bus.", "forced_return", [], []),  # a bus does nothing
    ("Lawyers accuse Turkey of pushing back refugees.", "condemnation", ["Lawyers"], ["Turkey"]),
    ("One teacher was detained on 3 May 2024 and threatened with dismissal.", "harassment", [], []),
    ("On 9 October 2023 plain-clothes officers seized a priest.", "detention", ["plain-clothes officers"], []),
    ("The air force bombed the village of Taze.", "attack", ["The air force"], []),
    ("The ministry recalled that Sudan joined in 1951 and that it deported nobody.", "forced_return", ["Sudan"], []),
]


@pytest.mark.parametrize(("text", "act", "actors", "addressees"), PARTIES)
def test_doers_and_those_asked_are_told_apart(text: str, act: str, actors: list[str], addressees: list[str]) -> None:
    claim = one(text, act)
    assert [party.name for party in claim.actors] == actors
    assert [party.name for party in claim.addressees] == addressees


def test_a_demand_to_stop_is_a_halt_and_presupposes_the_act() -> None:
    found = claims_of("The Forum calls on Turkey to stop deporting Afghans.")
    halt = next(claim for claim in found if claim.act == "halt")
    assert halt.object_act == "forced_return"
    assert halt.stance is StanceKind.CALLED_FOR
    presupposed = next(claim for claim in found if claim.act == "forced_return")
    assert presupposed.stance is StanceKind.ASSERTED


HALTS = [
    ("Turkey must grant the detainees access to lawyers.", "deprivation"),
    ("The ministry should reveal the whereabouts of the imam.", "disappearance"),
    ("Iran must refrain from executing prisoners.", "execution"),
    ("The police should not arrest journalists.", "detention"),
]


@pytest.mark.parametrize(("text", "act"), HALTS)
def test_a_halt_names_the_act_it_would_undo(text: str, act: str) -> None:
    halts = [claim for claim in claims_of(text) if claim.act == "halt"]
    assert [(claim.stance, claim.object_act) for claim in halts] == [(StanceKind.CALLED_FOR, act)]


def test_access_that_was_granted_is_no_halt() -> None:
    assert "halt" not in {claim.act for claim in claims_of("The prison granted them access to lawyers.")}


def test_who_took_people_decides_between_arrest_and_kidnapping() -> None:
    state = "Police and prosecutors run the prison. Two men were taken away at night."
    gang = "The bandits want a ransom. Two men were taken away at night."
    assert "detention" in {claim.act for claim in claims_of(state)}
    assert "abduction" in {claim.act for claim in claims_of(gang)}


def test_a_denial_answers_what_was_told_before() -> None:
    found = claims_of("Lawyers say that Turkey deported two Afghans. Ankara denies this.")
    denial = found[-1]
    assert (denial.act, denial.stance) == ("forced_return", StanceKind.DENIED)
    assert [party.name for party in denial.actors] == ["Ankara"]


def test_a_part_of_those_counted_is_a_claim_of_its_own() -> None:
    found = claims_of("A rocket killed 11 civilians, five of them children.")
    counts = [claim.affected.count.best for claim in found if claim.affected and claim.affected.count]
    assert counts == [11, 5]


def test_the_chain_of_voices_begins_with_the_publisher() -> None:
    claim = one('"They beat me in the cell," said Amina Sow.', "torture")
    assert [voice.name for voice in claim.voices] == ["Harbour Watch", "Amina Sow"]


def test_a_state_and_its_organs_have_a_ref() -> None:
    assert one("Turkey deported two men.", "forced_return").actors[0].ref == "state:TR"
    assert one("Kenyan police arrested two students.", "detention").actors[0].ref == "state:KE"


def test_ids_do_not_hang_on_the_order_of_reading() -> None:
    text = "Police arrested two men. Police arrested two men."
    assert [claim.id for claim in claims_of(text)] == [claim.id for claim in claims_of(text)]
    assert len({claim.id for claim in claims_of(text)}) == 2


def test_every_claim_names_the_rule_that_made_it() -> None:
    assert all(claim.method for claim in claims_of("Police arrested two men and beat them in the cell."))


def test_a_document_in_another_language_has_no_claims() -> None:
    document = Document(DocumentId("sha256:x"), "x", "text/plain", language="ko", text="They were arrested.")
    assert find_claims(document) == []


def test_an_explanation_shows_the_layers_and_the_rules() -> None:
    shown = explain("Police arrested 14 students in Baku.")
    assert "predicate arrest" in shown
    assert "detention asserted" in shown
    assert "rules: cue [arrest~]" in shown
    assert explain("Tea is served.") == "no act found\n"


@settings(max_examples=60)
@given(st.text(alphabet="Police killed 12 men.\n,;()\"'“” at Goma on Monday – said", max_size=300))
def test_no_text_makes_reading_fail_and_quotes_are_slices(text: str) -> None:
    for claim in claims_of(text):
        assert claim.quote == text[slice(*claim.span)]
        assert 0 < len(claim.quote) <= 600


AFFECTED = [
    ("China forcibly returned more than 500 North Koreans.", "forced_return", "North Koreans", "nationality:KP"),
    ("Ten Afghan families were deported.", "forced_return", "Afghan families", "nationality:AF"),
    ("China was accused of the forced return.", "forced_return", None, None),
]


@pytest.mark.parametrize(("text", "act", "name", "ref"), AFFECTED)
def test_only_people_are_affected_by_what_befalls_people(
    text: str, act: str, name: str | None, ref: str | None
) -> None:
    affected = one(text, act).affected
    assert ((affected.description, affected.ref) if affected else (None, None)) == (name, ref)


CROSSINGS = [
    ("Two buses with 80 refugees crossed the bridge from Dandong to Sinuiju.", True),
    ("Two buses with a chess team crossed the bridge from Dandong to Sinuiju.", False),
]


@pytest.mark.parametrize(("text", "forced"), CROSSINGS)
def test_a_crossing_alone_is_no_forced_return(text: str, forced: bool) -> None:
    assert any(claim.act == "forced_return" for claim in claims_of(text)) is forced


REFS = [("Beijing deported two men.", "state:CN"), ("The government of Chad deported two men.", "state:TD")]


@pytest.mark.parametrize(("text", "ref"), REFS)
def test_capitals_and_governments_stand_for_their_state(text: str, ref: str) -> None:
    assert one(text, "forced_return").actors[0].ref == ref
