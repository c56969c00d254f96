"""What a letter lacks, and why it matters: listed for the person who sends it, never skipped."""

import datetime
import re
from collections.abc import Iterator

from clarion.model import Action, Ask, Incident, Status
from clarion.model.interventions import Addressee, AddresseeKind, ContactKind, Gap
from clarion.model.vocabulary import AskFate
from clarion.reference import states
from clarion.respond.addressees import holder_on
from clarion.respond.letters.asking import is_elsewhere, is_of_another_state, is_put, is_to_nobody
from clarion.respond.letters.order import LetterOrder
from clarion.respond.letters.scene import Scene

_MOST_ASKS = 4
_OLD = 180  # days after which a list of offices is looked at again
# offices of bodies of many states have none of their own
_OF_MANY = re.compile(r"\bUN\b|United Nations|European|African Union|\bOSCE\b|유엔|국제연합|유럽|联合国|欧洲")
_HELD = frozenset({AddresseeKind.POST, AddresseeKind.MISSION})


def gaps(scene: Scene) -> tuple[Gap, ...]:
    """All that the letter lacks, first of its addressee, then of what it says."""
    order = scene.order
    found = [Gap("no_addressee", "nobody is named as the addressee; choose one")] if order.addressee is None else []
    if order.addressee is not None:
        found += _of_addressee(order.addressee, order)
    found += [gap for ask in scene.asks for gap in _of_ask(scene, ask)]
    found += [gap for one in scene.incidents for gap in _of_incident(scene, one)]
    found += [gap for one in scene.actions for gap in _of_action(one)]
    found += _of_letter(scene)
    return tuple(dict.fromkeys(found))


def _of_addressee(to: Addressee, order: LetterOrder) -> Iterator[Gap]:
    if not any(one.kind in (ContactKind.POSTAL, ContactKind.EMAIL) for one in to.contacts):
        yield Gap(
            "no_address", f"no postal or e-mail address of {to.name} is known; the letter cannot be sent as it is"
        )
    if to.kind in _HELD and holder_on(to, order.day) is None:
        yield Gap("holder_unknown", f"who holds the office on {order.day} is not known; the letter names nobody")
    age = _age(to.checked_on, order.day)
    if age is None:
        yield Gap("not_checked", f"nobody has noted when {to.name} was last checked; look it up before sending")
    elif age > _OLD:
        yield Gap("not_checked", f"{to.name} was last checked on {to.checked_on}, {age} days before; look it up again")
    if order.language not in to.salutations:
        yield Gap(
            "no_salutation",
            f"how {to.name} is addressed in this language ({order.language}) is not listed; a general form is used",
        )
    is_stateless = to.kind is AddresseeKind.COMPANY or _OF_MANY.search(f"{to.name} {to.organisation or ''}")
    if not (to.state and states.is_state(to.state)) and not is_stateless:
        yield Gap("state_unknown", f"whose office {to.name} is, is not listed; no norm that binds it can be named")


def _of_ask(scene: Scene, ask: Ask) -> Iterator[Gap]:
    if ask.fate is not AskFate.OPEN:
        yield Gap("ask_answered", f"the documents tell that “{ask.text}” is {ask.fate.value}; see whether to ask again")
    if ask.conflicts:
        yield Gap(
            "ask_contradicted", f"the opposite of “{ask.text}” is asked of the same addressee in the documents too"
        )
    if ask.addressee is None:
        if is_to_nobody(ask):
            yield Gap(
                "ask_without_addressee",
                f"the documents put “{ask.text}” to nobody; whether it is for this addressee is for you to say",
            )
        else:
            yield Gap(
                "ask_of_reader",
                f"“{ask.text}” is asked of readers, not of an authority; the letter asks for an account instead",
            )
    elif is_of_another_state(scene, ask):
        yield Gap(
            "ask_of_another_state",
            f"“{ask.text}” is put to {ask.addressee}; the letter does not put it to this addressee",
        )
    elif is_elsewhere(scene, ask):
        yield Gap(
            "other_addressee", f"“{ask.text}” is put to {ask.addressee}; the letter asks to pass it on, or tells of it"
        )


def _of_incident(scene: Scene, one: Incident) -> Iterator[Gap]:
    if one.when is None or not (one.when.start or one.when.end):
        yield Gap("no_date", f"no day is known for: {one.title}")
    if one.status in (Status.REFUTED, Status.DENIED):
        yield Gap("denied_only", f"a letter should not rest on it: {one.title} (status: {one.status.value})")
    undated = {claim.document for claim in scene.held(one.claims)}
    for name in sorted(undated):
        document = scene.documents.get(name)
        if document is not None and document.published is None:
            yield Gap(
                "no_date", f"no date is known of the source “{document.title or document.publisher or 'untitled'}”"
            )


def _of_action(one: Action) -> Iterator[Gap]:
    if one.timezone_problem:
        yield Gap(
            "zone_contradiction",
            f"the time zone as written contradicts the date: {one.title}; ask for the hour that is meant",
        )
    if one.start is None:
        yield Gap("no_date", f"no day is given for: {one.title}")


def _of_letter(scene: Scene) -> Iterator[Gap]:
    order = scene.order
    if scene.incidents and not any(one.origins > 1 or one.status is Status.CONFIRMED for one in scene.incidents):
        yield Gap(
            "nothing_corroborated", "nothing that the letter tells is corroborated by a second independent origin"
        )
    if not scene.incidents:
        yield Gap("no_incident", "the letter tells of no incident: no report of harm stands beside the ask")
    if not any(is_put(scene, one) for one in scene.asks):
        yield Gap("no_ask", "no document asks this of an authority; the letter only asks what is known")
    if sum(is_put(scene, one) for one in scene.asks) > _MOST_ASKS:
        yield Gap(
            "many_asks", f"more than {_MOST_ASKS} requests stand in one letter; one clear request is answered best"
        )
    if not order.sender:
        yield Gap("no_sender", "the letter is signed by nobody; letters without a name are mostly not answered")
    if not order.reply:
        yield Gap("no_reply_contact", "where an answer reaches you is not given")
    if order.template == "appeal" and not (order.until or any(one.deadline for one in scene.asks)):
        yield Gap("no_deadline", "by when people should write is not given")


def _age(checked_on: str | None, day: str) -> int | None:
    if not checked_on:
        return None
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(checked_on)).days
