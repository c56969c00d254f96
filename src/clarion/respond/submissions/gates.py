"""The rules of a procedure that can be checked before somebody submits; what cannot be is said to be for a person."""

from collections.abc import Callable, Iterator

from clarion.respond.submissions.fills import Desk
from clarion.respond.submissions.nouns import GateCheck, GateState, Opening
from clarion.respond.submissions.sources import is_media, speakers


def checked(desk: Desk, opening: Opening) -> tuple[GateCheck, ...]:
    """Each rule of the form, first whether the procedure is open."""
    return tuple(_all(desk, opening))


def _all(desk: Desk, opening: Opening) -> Iterator[GateCheck]:
    state = GateState.MET if opening.access == "open" else GateState.FOR_A_PERSON
    said = " ".join(opening.reasons) or "it is open to every state"
    yield GateCheck("open", state, said if state is GateState.MET else f"whether it is open is not known: {said}")
    for name in desk.form.gates:
        yield _GATES[name](desk)


def _not_anonymous(desk: Desk) -> GateCheck:
    if desk.order.submitter:
        return GateCheck("not_anonymous", GateState.MET, "who submits is named")
    return GateCheck("not_anonymous", GateState.NOT_MET, "who submits is not named; nothing anonymous is taken up")


def _not_media_only(desk: Desk) -> GateCheck:
    """Media alone are not enough; what a medium tells of somebody else's word still reached us through media."""
    documents = {claim.document: desk.scene.documents.get(claim.document) for claim in desk.told}
    publishers = [one.publisher for one in documents.values() if one is not None and one.publisher]
    own = [name for name in dict.fromkeys(publishers) if not is_media(name, desk.order.record.voices)]
    if own:
        words = f"not media alone: {desk.scene.words.listed(own)}"
        return GateCheck("not_media_only", GateState.MET, words)
    others = [one for one in speakers(desk.told) if not is_media(one, desk.order.record.voices)]
    if others and publishers:
        words = (
            f"all documents are of media; they rest on {desk.scene.words.listed(others)}: ask them for their own word"
        )
        return GateCheck("not_media_only", GateState.NOT_MET, words)
    if publishers:
        return GateCheck(
            "not_media_only", GateState.NOT_MET, "everything told of it is of media; a source of another kind is needed"
        )
    return GateCheck("not_media_only", GateState.FOR_A_PERSON, "who published the documents is not known")


def _named_person(desk: Desk) -> GateCheck:
    if desk.order.named:
        return GateCheck("named_person", GateState.MET, "somebody is named, with consent")
    return GateCheck(
        "named_person", GateState.NOT_MET, "it takes named persons only, and no name is let out with consent"
    )


def _remedies(desk: Desk) -> GateCheck:
    if desk.order.remedies:
        return GateCheck(
            "remedies",
            GateState.FOR_A_PERSON,
            "steps inside the country are told; whether they suffice is a question of law",
        )
    return GateCheck("remedies", GateState.NOT_MET, "no step inside the country is told, nor why none could be taken")


def _other_procedure(desk: Desk) -> GateCheck:
    return GateCheck("other_procedure", GateState.FOR_A_PERSON, "say whether the same matter lies before another body")


def _not_abusive(desk: Desk) -> GateCheck:
    return GateCheck(
        "not_abusive", GateState.FOR_A_PERSON, "read it for words that are abusive or politically motivated"
    )


_GATES: dict[str, Callable[[Desk], GateCheck]] = {
    "not_anonymous": _not_anonymous,
    "not_media_only": _not_media_only,
    "named_person": _named_person,
    "remedies": _remedies,
    "other_procedure": _other_procedure,
    "not_abusive": _not_abusive,
}
