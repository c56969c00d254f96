"""Judging at a desk: one word, many in one go, and taking them back."""

import secrets
from collections.abc import Iterable
from dataclasses import replace

from clarion.flow import judged
from clarion.flow.desk.checks import check_seen, sees
from clarion.flow.desk.results import Batch, Judged, Refused
from clarion.flow.desk.viewer import JOIN, Viewer
from clarion.model.errors import BadRequest, NotAllowed
from clarion.model.ids import ClaimId
from clarion.model.nouns import Judgement
from clarion.model.vocabulary import JudgementVerdict
from clarion.reconcile.judged import incident_id
from clarion.store import people, projection
from clarion.store.folder import CaseFolder, Connection, Writing
from clarion.store.keys import acting
from clarion.store.people import Said
from clarion.store.sight import Sight
from clarion.store.standing import beside

# one transaction holds up everybody else who writes
_MOST_AT_ONCE = 5000


def judge(case: CaseFolder, viewer: Viewer, said: Said) -> Judged:
    """Say a word. Those that stand beside it on the same question come back with it."""
    with acting(viewer.name), case.writing() as writing:
        made = _judge(writing, viewer, said)
        others = beside(people.judgements_on(writing.connection, said.about), made)
    return Judged(made, tuple(others))


def undo(case: CaseFolder, viewer: Viewer, judgement: str, reason: str) -> Judged:
    """Take a judgement back."""
    with acting(viewer.name), case.writing() as writing:
        _check_undoable(writing.connection, viewer, judgement)
        return Judged(_judge(writing, viewer, Said(judgement, JudgementVerdict.WITHDRAW, reason)))


def judge_many(case: CaseFolder, viewer: Viewer, abouts: Iterable[str], said: Said) -> Batch:
    """Say one word on many things; what `said` is about does not matter."""
    names = list(dict.fromkeys(abouts))
    _check_number(names)
    batch = _new_batch()
    done: list[Judgement] = []
    refused = []
    with acting(viewer.name), case.writing() as writing:
        # what is hidden does not change while words are said
        sight = Sight(writing.connection, viewer.name)
        for about in names:
            try:
                done.append(_judge(writing, viewer, replace(said, about=about, answers=None, batch=batch), sight))
            except BadRequest as problem:
                refused.append(Refused(about, str(problem)))
    return Batch(batch, tuple(done), tuple(refused))


def undo_batch(case: CaseFolder, viewer: Viewer, batch: str, reason: str) -> Batch:
    """Take back what is left of a batch. What was taken back before, or is hidden by now, is passed over."""
    back = _new_batch()
    with acting(viewer.name), case.writing() as writing:
        connection = writing.connection
        sight = Sight(connection, viewer.name)
        seen = [one for one in people.batch_of(connection, batch) if sees(connection, viewer, one.about, sight)]
        if not seen:
            raise BadRequest(f"the case has no batch {batch}; see the log")
        left = [one for one in seen if not people.is_undone(connection, one.id)]
        words = [Said(one.id, JudgementVerdict.WITHDRAW, reason, batch=back) for one in left]
        done = [_judge(writing, viewer, said, sight) for said in words]
    return Batch(back, tuple(done))


def last_word(case: CaseFolder, viewer: Viewer, about: str) -> Judgement | None:
    """The newest judgement on a thing that stands, or None."""
    with case.reading() as connection:
        check_seen(connection, viewer, about)
        said = [one for one in people.judgements_on(connection, about) if one.verdict is not JudgementVerdict.GRADE]
    return said[-1] if said and said[-1].verdict is not JudgementVerdict.WITHDRAW else None


def apart(case: CaseFolder, viewer: Viewer, claim: str, incident: str, reason: str) -> Judged:
    """Say that a claim does not belong to an incident; if the incident is known by that claim, that it stands alone."""
    with case.reading() as connection:
        check_seen(connection, viewer, claim)
        check_seen(connection, viewer, incident)
        known = projection.claim(connection, ClaimId(claim))
    if known is None:
        raise BadRequest(f"{claim} is no claim; name the claim that does not belong to the incident")
    other = None if incident_id(known.act, known.id) == incident else incident
    return judge(case, viewer, Said(claim, JudgementVerdict.NOT_SAME, reason, other))


def _judge(writing: Writing, viewer: Viewer, said: Said, sight: Sight | None = None) -> Judgement:
    check_seen(writing.connection, viewer, said.about, sight)
    _check_power(writing.connection, viewer, said)
    if said.value and said.verdict in judged.PAIRED and said.value.partition("_")[0] in ("inc", "clm", "voi"):
        check_seen(writing.connection, viewer, said.value, sight)
    judged.check_said(writing.connection, said)
    return people.judge_in(writing, said)


def _check_power(connection: Connection, viewer: Viewer, said: Said) -> None:
    """Make sure that only people who may join and part things do so, and take such words back."""
    if JOIN in viewer.powers:
        return
    words = [said.verdict]
    if said.verdict is JudgementVerdict.WITHDRAW:
        words += [one.verdict for one in people.taken_back_by(connection, said.about)]
    if any(verdict in judged.PAIRED for verdict in words):
        raise NotAllowed("joining and parting things, and taking such a word back, is for editors; ask one of them")


def _check_undoable(connection: Connection, viewer: Viewer, judgement: str) -> None:
    found = people.judgement(connection, judgement)
    # the claim of a word may be found no more: the entry itself still tells which documents it was tied to
    if found is None or not sees(connection, viewer, judgement):
        raise BadRequest(f"the case has no judgement {judgement}")
    if people.is_undone(connection, judgement):
        raise BadRequest(f"the judgement {judgement} was taken back already")


def _check_number(names: list[str]) -> None:
    if not names:
        raise BadRequest("nothing was chosen; choose what is to be judged")
    if len(names) > _MOST_AT_ONCE:
        raise BadRequest(f"{len(names)} are too many at once; choose at most {_MOST_AT_ONCE}")


def _new_batch() -> str:
    return f"bat_{secrets.token_hex(10)}"
