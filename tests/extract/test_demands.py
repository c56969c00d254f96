"""Demands: to stop, not to do, to undo, to disclose and to admit, alone and in lists, for sentences made up."""

import pytest

from clarion.extract.listed import asked_parts
from clarion.extract.wanted import may_want
from telling import told

STOPPED = [
    ("The Supreme Court ought to stay every deportation.", "forced_return"),
    ("The ministry must freeze all evictions in the delta.", "displacement"),
    ("We call on Ankara to put an end to the torture of prisoners.", "torture"),
    ("The raids must stop.", "attack"),
    ("The persecution of lawyers has to end.", "harassment"),
    ("The intimidation of witnesses should cease at once.", "harassment"),
    ("It is time to end the shelling of Kherson.", "attack"),
    ("Stop the persecution of journalists.", "harassment"),
    ("Stop deporting Syrians!", "forced_return"),
    ("No more deportations to Kabul!", "forced_return"),
    ("We demand that the army cease the bombing of Idlib.", "attack"),
    ("She appealed for the shelling to stop.", "attack"),
    ("All we ask is that the shelling stop.", "attack"),
    ("Removals to Sudan must be suspended at once.", "forced_return"),
    ("There must be an end to night arrests.", "detention"),
    ("What is required is an end to the forced marriages.", "trafficking"),
    ("It called for an immediate halt to the evictions.", "displacement"),
    ("The group demanded an end to arbitrary arrests.", "detention"),
]


@pytest.mark.parametrize(("text", "act"), STOPPED)
def test_a_demand_to_stop_is_a_halt_and_takes_for_granted_what_is_to_stop(text: str, act: str) -> None:
    assert told(text) == sorted([f"halt called_for {act}", f"{act} asserted"])


FORBORNE = [
    ("The government should not return anyone to Libya.", "forced_return"),
    ("No one should be returned to Libya.", "forced_return"),
    ("Nobody must be handed over to Minsk.", "forced_return"),
    ("No journalist may be expelled for a tweet.", "censorship"),
    ("They must not be deported.", "forced_return"),
    ("Do not send them back to Eritrea.", "forced_return"),
    ("We demand that no teacher be dismissed or arrested for joining the strike.", "detention"),
    ("We insist that no prisoner be tortured.", "torture"),
    ("We urge Amman to refrain from deporting Sudanese.", "forced_return"),
    ("Refrain from reprisals against the villagers.", "harassment"),
    ("Under no circumstances should he be handed over to Minsk.", "forced_return"),
    ("He must never be sent back.", "forced_return"),
    ("The Assembly invites the Government to desist from further arrests.", "detention"),
    ("We press Canberra to refrain from any return to danger.", "forced_return"),
]


@pytest.mark.parametrize(("text", "act"), FORBORNE)
def test_a_demand_not_to_do_an_act_is_a_halt_and_takes_nothing_for_granted(text: str, act: str) -> None:
    assert told(text) == [f"halt called_for {act}"]


WANTED = [
    ("The bishops asked the general to spare the lives of the hostages.", "killing"),
    ("The union wants the charges against its leaders dropped.", "sentencing"),
    ("It has asked the court to drop the case.", "sentencing"),
    ("His lawyers want the verdict set aside.", "sentencing"),
    ("Parliament must repeal the ban on the newspaper.", "censorship"),
    ("Turn the internet back on.", "censorship"),
    ("The internet must be restored.", "censorship"),
    ("Let the Red Cross into the camps.", "deprivation"),
    ("Open the prisons to the Red Cross.", "deprivation"),
    ("Lawyers must be allowed to see their clients.", "deprivation"),
    ("The detainees must have access to a doctor.", "deprivation"),
    ("Lift the blockade now.", "deprivation"),
    ("Access for the Red Cross must be granted.", "deprivation"),
    ("The camps must be opened to the Red Cross.", "deprivation"),
    ("Permit the monitors to enter Camp 4.", "deprivation"),
    ("We ask the court to throw out the case.", "sentencing"),
    ("The charges should be dropped forthwith.", "sentencing"),
    ("We ask that the families be told where their sons are.", "disappearance"),
    ("The army must say where it holds the 14 fishermen.", "disappearance"),
    ("Inform the relatives where the men are.", "disappearance"),
    ("Tell the mothers what became of their children.", "disappearance"),
    ("The junta should reveal the fate of the six students.", "disappearance"),
]


@pytest.mark.parametrize(("text", "act"), WANTED)
def test_a_demand_without_the_word_of_an_act_is_a_halt_of_what_it_would_undo(text: str, act: str) -> None:
    assert told(text) == [f"halt called_for {act}"]


@pytest.mark.parametrize(
    "text",
    [
        "We expect the police to release the students.",
        "The least the government can do is release the children.",
        "The ministry would do well to free them.",
        "The prisoners must be released forthwith.",
    ],
)
def test_a_release_is_called_for_in_many_words(text: str) -> None:
    assert told(text) == ["release called_for"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army ended its siege of the town on Friday.", "deprivation"),
        ("The ministry restored the internet on Friday.", "censorship"),
        ("On Monday the court quashed the verdicts against the four.", "sentencing"),
    ],
)
def test_a_measure_that_was_undone_is_a_halt_that_happened(text: str, act: str) -> None:
    assert f"halt asserted {act}" in told(text)


@pytest.mark.parametrize(
    "text",
    ["The internet was switched off on Friday.", "The ministry has not restored the internet."],
)
def test_a_measure_that_was_taken_or_stands_was_not_undone(text: str) -> None:
    assert not [claim for claim in told(text) if claim.startswith("halt")]


def test_the_guilty_are_prosecuted() -> None:
    assert told("The guilty must be brought before a judge.") == ["prosecution called_for"]


REFUSED = [
    "The lawyers were allowed to see their clients.",
    "The Red Cross was let into the camps in May.",
    "The union dropped the case against its former leader in a dispute over rent.",
    "The families know where their sons are.",
    "The school should turn the lights back on.",
    "The army was urged to hold its fire.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_was_granted_and_what_undoes_no_act_is_no_halt(text: str) -> None:
    assert not [claim for claim in told(text) if claim.startswith("halt called_for")]


LISTS = [
    (
        "We call on the Government of Mali:\n- to disclose where the nine traders are held;\n"
        "- to admit the Red Cross to the barracks;\n- to cease the harassment of their lawyers.",
        [
            "halt called_for deprivation",
            "halt called_for disappearance",
            "halt called_for harassment",
            "harassment asserted",
        ],
    ),
    (
        "Our demands:\n1. the release of all prisoners;\n2. an end to the deportations;\n"
        "3. an inquiry into the killing of Yusuf.",
        [
            "forced_return asserted",
            "halt called_for forced_return",
            "investigation called_for",
            "killing asserted",
            "release called_for",
        ],
    ),
    (
        "Therefore the assembly asks:\n1) the governor to release the elders;\n"
        "2) the gendarmes to refrain from any attack on the camp;\n3) the court to drop the case against two nurses.",
        ["halt called_for attack", "halt called_for sentencing", "release called_for"],
    ),
    (
        "TO THE GOVERNMENT OF CHAD\n- Halting all expulsions of refugees;\n- Granting monitors access to the prisons.",
        ["forced_return asserted", "halt called_for deprivation", "halt called_for forced_return"],
    ),
    (
        "5.1. To the authorities: to tell the relatives where the two are; to end the persecution of lawyers.",
        ["halt called_for disappearance", "halt called_for harassment", "harassment asserted"],
    ),
    (
        "Our message to Minsk: release the choir, stop the raids and free the poets.",
        ["attack asserted", "halt called_for attack", "release called_for", "release called_for"],
    ),
    ("5.2. To foreign partners: not to extradite citizens of Uzbekistan.", ["halt called_for forced_return"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_what_opens_a_list_of_demands_holds_for_its_items(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The report lists:\n- the arrest of 12 monks in May;\n- the burning of two villages.",
            ["destruction asserted", "detention asserted"],
        ),
        ("In May the army\n- shelled two villages;\n- arrested 12 monks.", ["attack asserted", "detention asserted"]),
    ],
)
def test_a_list_of_events_is_no_list_of_demands(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_an_item_with_a_sentence_of_its_own_is_not_asked_for() -> None:
    text = "We demand:\n- the release of the nine;\n- They were held for a week."
    assert asked_parts(text, (text.index("the release"), text.index("\n- They")))
    assert not asked_parts(text, (text.index("They"), len(text)))


def test_a_verb_of_asking_is_no_appeal_beside_the_act_it_asks_for() -> None:
    assert told("The bishop begged the governor to release the nurses.") == ["release called_for"]


def test_only_sentences_with_a_verb_and_a_thing_wanted_are_read_for_demands() -> None:
    assert may_want("Let the lawyers in.")
    assert not may_want("The market opens at nine.")
