"""What is done about an ask goes into the log and comes back as it was."""

import msgspec

from clarion.model.interventions import (
    Addressee,
    AddresseeKind,
    Contact,
    ContactKind,
    Gap,
    Holder,
    Intervention,
    InterventionKind,
    Letter,
    Step,
    StepKind,
)
from clarion.model.nouns import Place


def _intervention() -> Intervention:
    addressee = Addressee(
        id="adr_1",
        name="Embassy of Freedonia in Sylvania",
        kind=AddresseeKind.MISSION,
        place=Place(name="Sylvania City", span=(0, 0)),
        salutations={"en": "Your Excellency"},
        contacts=(Contact(ContactKind.POSTAL, "1 Mission Road\nSylvania City"),),
        holders=(Holder("the Ambassador", start="2024-01-01"),),
    )
    letter = Letter("embassy", "en", ("1 Mission Road",), "2024-02-01", "A subject", "Words.", (), (Gap("g", "w"),))
    return Intervention("itv_1", InterventionKind.LETTER, ("ask_1",), addressee, letter, "R", "2024-02-01T10:00:00Z")


def test_an_intervention_comes_back_from_json_as_it_was() -> None:
    one = _intervention()
    assert msgspec.json.decode(msgspec.json.encode(one), type=Intervention) == one


def test_a_step_comes_back_from_json_with_its_letter() -> None:
    letter = _intervention().letter
    step = Step("stp_1", "itv_1", StepKind.DRAFTED, "2024-02-02", "R", "2024-02-02T10:00:00Z", letter=letter)
    assert msgspec.json.decode(msgspec.json.encode(step), type=Step) == step
