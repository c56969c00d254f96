"""What people's judgements change in what the machine proposed."""

from collections.abc import Iterable, Mapping

from clarion.model.errors import BadRequest
from clarion.model.ids import ClaimId
from clarion.model.nouns import Action, Claim, Judgement
from clarion.model.vocabulary import InformationGrade, JudgementVerdict, SourceGrade
from clarion.store import correcting, people, projection, tables
from clarion.store.folder import Connection
from clarion.store.people import Said

# words that are about two things
PAIRED = (JudgementVerdict.SAME, JudgementVerdict.NOT_SAME)
# what a word that shapes incidents can be about
_SHAPING = {
    JudgementVerdict.SAME: ("inc", "clm", "voi"),
    JudgementVerdict.NOT_SAME: ("inc", "clm", "voi"),
    JudgementVerdict.PREFER: ("inc", "clm"),
    JudgementVerdict.CONFIRMED: ("inc",),
    JudgementVerdict.REFUTED: ("inc",),
}
_KINDS = {"inc": "an incident", "clm": "a claim", "voi": "a voice"}
# source and information are rated apart: a document by a letter, a claim by a figure
_GRADES: dict[str, tuple[str, type[SourceGrade | InformationGrade]]] = {
    "sha256": ("a document is graded A to F, how reliable its source is", SourceGrade),
    "clm": ("a claim is graded 1 to 6, how likely what it tells is to be true", InformationGrade),
}


def corrected(claims: Iterable[Claim], judgements: Mapping[str, Judgement]) -> list[Claim]:
    """The claims as people corrected them."""
    return [_corrected(claim, judgements.get(claim.id)) for claim in claims]


def standing(claims: Iterable[Claim], judgements: Mapping[str, Judgement]) -> list[Claim]:
    """The claims that incidents may rest on: as corrected, without those that a person rejected."""
    rejected = {about for about, judgement in judgements.items() if judgement.verdict is JudgementVerdict.REJECT}
    return corrected((claim for claim in claims if claim.id not in rejected), judgements)


def acted(actions: Iterable[Action], judgements: Mapping[str, Judgement]) -> list[Action]:
    """The actions as people corrected them: cancelled, postponed, held, at another hour."""
    return [_acted(action, judgements.get(action.id)) for action in actions]


def check_value(claim: Claim, value: str | None) -> None:
    """Make sure that a correction fits a claim.

    Raises:
        BadRequest: it is no JSON object, or names a field that a claim lacks or that no person can change.
    """
    with_value(claim, value)


def check_word(about: str, verdict: JudgementVerdict, value: str | None) -> None:
    """Make sure that a word that shapes incidents is about one, and names what it needs.

    Raises:
        BadRequest: it is about something that it cannot be said of, or its value is missing.
    """
    kind = about.partition("_")[0]
    if verdict in _SHAPING and kind not in _SHAPING[verdict]:
        known = " or ".join(_KINDS[one] for one in _SHAPING[verdict])
        raise BadRequest(f"{verdict} is said of {known}, not of {about}")
    if verdict is JudgementVerdict.GRADE:
        _check_grade(about, value)
    if verdict is JudgementVerdict.SAME and not value:
        raise BadRequest(f"{about} is the same as what? Give the other one's id as the value")
    if verdict is JudgementVerdict.PREFER and not (value or "").strip():
        raise BadRequest(f"which figure of {about} is preferred? Give a number, or the id of the claim that gives it")
    if verdict in PAIRED and value and kind != "voi" and value.partition("_")[0] not in _SHAPING[verdict]:
        raise BadRequest(f"{value} is no incident and no claim; give the id of the other one as the value")


def with_value(claim: Claim, value: str | None) -> Claim:
    """A claim with the fields that a person changed, as JSON.

    Raises:
        BadRequest: it is no JSON object, or names a field that a claim lacks or that no person can change.
    """
    return correcting.corrected(claim, value)


def verdict_of(verdict: str | JudgementVerdict) -> JudgementVerdict:
    """The verdict that a word names.

    Raises:
        BadRequest: it names none.
    """
    try:
        return JudgementVerdict(verdict)
    except ValueError as problem:
        known = ", ".join(JudgementVerdict)
        raise BadRequest(f"{verdict!r} is no verdict; use one of {known}") from problem


def check_said(connection: Connection, said: Said) -> None:
    """Make sure that a correction of a claim fits it, and that a word on incidents names what it needs.

    Raises:
        BadRequest: it does not.
    """
    if said.verdict is JudgementVerdict.CORRECT and said.about.startswith("clm_"):
        claim = projection.claim(connection, ClaimId(said.about))
        if claim is None:
            raise BadRequest(f"the case has no claim {said.about}")
        check_value(claim, said.value)
    if said.verdict is JudgementVerdict.CORRECT and said.about.startswith("act_"):
        action = projection.find(connection, tables.actions, said.about, Action)
        if action is not None:
            correcting.corrected_action(action, said.value)
    check_word(said.about, said.verdict, said.value)
    if said.verdict is JudgementVerdict.RELEASE or _is_on_detail(connection, said.about):
        raise BadRequest("what is withheld is released, and withheld again, by an owner where publications are made")


def _check_grade(about: str, value: str | None) -> None:
    kind = about.partition(":")[0] if about.startswith("sha256:") else about.partition("_")[0]
    if kind not in _GRADES:
        raise BadRequest(f"documents and claims are graded, not {about}")
    words, grades = _GRADES[kind]
    if value not in list(grades):
        raise BadRequest(f"{value or 'nothing'} is no grade; {words}")


def _is_on_detail(connection: Connection, about: str) -> bool:
    """Whether a word is about a detail, or takes one back that is: undoing a withdrawal would let it out again."""
    while about.startswith("jdg_"):
        found = people.judgement(connection, about)
        if found is None:
            return False
        about = found.about
    return about.startswith("dtl_")


def _corrected(claim: Claim, judgement: Judgement | None) -> Claim:
    if judgement is None or judgement.verdict is not JudgementVerdict.CORRECT:
        return claim
    return with_value(claim, judgement.value)


def _acted(action: Action, judgement: Judgement | None) -> Action:
    if judgement is None or judgement.verdict is not JudgementVerdict.CORRECT:
        return action
    try:
        return correcting.corrected_action(action, judgement.value)
    except BadRequest:  # said before corrections of actions were checked
        return action
