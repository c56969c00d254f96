"""A letter from its order: the head, the text filled in, the claims it rests on, and what it lacks."""

from collections.abc import Callable

from clarion.model.interventions import ContactKind, Letter
from clarion.respond.letters.asking import announced, pass_on, request
from clarion.respond.letters.facts import facts, matter, subject
from clarion.respond.letters.filling import Values, filled, template_of
from clarion.respond.letters.gaps import gaps
from clarion.respond.letters.heads import address, salutation
from clarion.respond.letters.law import law
from clarion.respond.letters.order import LetterOrder
from clarion.respond.letters.saying import day_words, plain
from clarion.respond.letters.scene import Scene, scene_of

# ways to write that an appeal prints beside the address
_WAYS = (ContactKind.EMAIL, ContactKind.FAX)


def draft(order: LetterOrder) -> Letter:
    """The letter as it would be sent, for a person to read and edit.

    Raises:
        BadRequest: the record holds nothing of what it is to be about, or template or language is none.
    """
    scene = scene_of(order)
    text = order.wording if order.wording is not None else template_of(order.template, order.language)
    title, body = filled(text, _values(scene))
    notes = scene.notes.written()
    return Letter(
        template=order.template,
        language=order.language,
        to=address(order, scene.words),
        day=order.day,
        subject=title,
        text=body + (f"\n\n{notes}" if notes else "") + "\n",
        claims=tuple(scene.notes.claims),
        gaps=gaps(scene),
    )


def _values(scene: Scene) -> Values:
    """What can be filled in. Each is worked out when the text comes to it, so that notes count in its order."""
    order, words = scene.order, scene.words
    of: dict[str, Callable[[], str]] = {
        "subject": lambda: subject(scene),
        "request_about": lambda: words.say("matter", "request", subject=subject(scene)),
        "number": lambda: words.say("appeal", "number", number=plain(order.number)) if order.number else "",
        "salutation": lambda: salutation(order, words),
        "matter": lambda: matter(scene),
        "facts": lambda: facts(scene),
        "law": lambda: law(scene),
        "request": lambda: request(scene),
        "pass_on": lambda: pass_on(scene),
        "announced": lambda: announced(scene),
        "reply": lambda: plain(order.reply or ""),
        "sender": lambda: "\n".join(plain(line) for line in order.sender),
        "issuer": lambda: ", ".join(plain(line) for line in order.sender),
        "issuer_name": lambda: plain(order.sender[0]) if order.sender else "",
        "issuer_place": lambda: "\n".join(plain(line) for line in order.sender[1:]),
        "signature": lambda: words.say("appeal", "signature"),
        "target": lambda: _target(scene),
        "languages": lambda: _languages(scene),
        "until": lambda: _until(scene),
        "day": lambda: day_words(words, order.day),
        "state": lambda: words.state(scene.state) if scene.state else "",
    }
    return of


def _target(scene: Scene) -> str:
    lines = [plain(line) for line in address(scene.order, scene.words)]
    to = scene.order.addressee
    lines += [plain(one.value) for one in to.contacts if one.kind in _WAYS] if to else []
    return "\n".join(lines) or scene.words.say("appeal", "target_none")


def _languages(scene: Scene) -> str:
    to = scene.order.addressee
    named = [scene.words.language_name(one) for one in (to.languages if to else ())]
    return scene.words.listed([*named, scene.words.say("appeal", "own")])


def _until(scene: Scene) -> str:
    given = scene.order.until or min((one.deadline for one in scene.asks if one.deadline), default="")
    return day_words(scene.words, given) if given else ""
