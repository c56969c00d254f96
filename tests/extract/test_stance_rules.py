"""The rules of stance by name: each with words it accepts and words that look alike and must be refused."""

import pytest

from clarion.extract.stance import held
from clarion.language.parse import parse
from clarion.model.vocabulary import StanceKind


def rule(marked: str, **known: bool) -> tuple[str, str]:
    start, end = marked.index("["), marked.index("]")
    text = marked[:start] + marked[start + 1 : end] + marked[end + 1 :]
    found, name = held(parse(text, (0, len(text))), start, end=end - 1, **known)
    return found.stance, name


@pytest.mark.parametrize(
    ("name", "accepted", "refused"),
    [
        ("question", "Were they [held]?", "They asked where he was [held]."),
        ("planned future", "The vigil will be [held] on Friday.", "They will be [killed]."),
        ("future", "They will be [killed].", "They were [killed]."),
        ("about to", "The camp is about to be [cleared].", "He spoke about the [raid]."),
        ("is to", "The gate is to be [closed].", "The gate is [closed]."),
        ("may", "They may be [sent] back.", "In May they were [sent] back."),
        ("past may", "They may have been [sent] back.", "They have been [sent] back."),
        ("should", "The army must [leave].", "The army had to [leave]."),
        ("demand not to", "The army must not [leave].", "The army did not [leave]."),
        ("imperative", "[Free] the men!", "[Free] elections were held."),
        ("invitation", "[Join] the vigil.", "They [join] the vigil."),
        ("would", "A ban would be [broken].", "A ban was [broken]."),
        ("negation", "They were not [held].", "They were not only [held], they were beaten."),
        ("no", "There were no [arrests].", "There were [arrests]."),
        ("no further", "No further [arrests] must happen.", "No [arrests] happened."),
        ("without", "He left without being [charged].", "He left after being [charged]."),
        ("almost", "They almost [drowned].", "They [drowned]."),
        ("allegedly", "He allegedly [burned] it.", "He openly [burned] it."),
        ("alleged", "the alleged [torture] of two men", "the brutal [torture] of two men"),
        ("planned", "The planned [march] was long.", "The long [march] was hard."),
        ("condition", "If they are [held], call us.", "Because they are [held], call us."),
        ("main clause of a condition", "If they flee, they will be [shot].", "When they fled, they were [shot]."),
        ("until", "The gate stays shut until a case is [opened].", "He waited until a case was [opened]."),
        ("anyone who", "Anyone who is [caught] is beaten.", "The man who was [caught] was beaten."),
        ("presupposed", "They condemned the [arrests].", "They ordered the [arrests]."),
        ("deny: denied", "The army denied the [raid].", "The army led the [raid]."),
        ("headline infinitive", "Oman to [return] sailors", "They came to [return] it."),
        ("listed demand", "to [free] the men;", "They came to [free] the men;"),
        ("notice", "[Vigil]: Friday, 6 pm, town hall", "[Vigil] in town hall"),
        ("known already", "They will speak of it in the [trial].", "They will face a [trial]."),
        ("purpose", "They crossed to [seek] work.", "They crossed and [sought] work."),
        ("unconfirmed", "There are unconfirmed reports of [raids].", "There are reports of [raids]."),
        ("the act is a lack", "He has [not been heard of] since.", "He has not been [heard] of since."),
    ],
)
def test_a_rule_accepts_its_own_and_refuses_the_alike(name: str, accepted: str, refused: str) -> None:
    assert rule(accepted)[1] == name
    assert rule(refused)[1] != name


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, StanceKind.REPORTED),
        ({"reported": True}, StanceKind.REPORTED),
        ({"reported": False}, StanceKind.ASSERTED),  # the publisher's own staff
    ],
)
def test_what_is_known_of_the_speaker_outweighs_the_verb_of_saying(
    known: dict[str, bool], expected: StanceKind
) -> None:
    assert rule("Our lawyer said they were [held].", **known)[0] == expected


def test_words_in_quotation_marks_are_the_speakers_own() -> None:
    assert rule('"They were [held]," he said.')[0] == StanceKind.ASSERTED
    assert rule("They were [held], he said.")[0] == StanceKind.REPORTED


@pytest.mark.parametrize(
    ("marked", "accused", "expected"),
    [
        ("Nobody was [held] that night.", False, StanceKind.NEGATED),
        ("Nobody was [held] that night.", True, StanceKind.DENIED),
        ("The ministry said nobody was [held].", False, StanceKind.DENIED),  # officials answer an allegation
        ("A nurse said nobody was [held].", False, StanceKind.NEGATED),
        ("The ministry said it will not [pay].", False, StanceKind.NEGATED),  # no answer: it is yet to come
    ],
)
def test_the_no_of_the_accused_is_a_denial(marked: str, accused: bool, expected: StanceKind) -> None:
    assert rule(marked, accused=accused)[0] == expected


def test_a_speaker_known_to_be_another_makes_a_fact_a_report() -> None:
    assert rule("They were [held].", reported=True)[0] == StanceKind.REPORTED
    assert rule("They will be [held].", reported=True)[0] == StanceKind.ANNOUNCED
