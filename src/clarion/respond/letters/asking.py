"""The request of a letter: the words of the ask itself, never stronger."""

import re
from collections.abc import Iterator

from clarion.model import Action, Ask, When
from clarion.model.interventions import AddresseeKind
from clarion.respond.letters.saying import plain, quotation, when_words, whole
from clarion.respond.letters.scene import Scene, states_named
from clarion.respond.words import folded

_STANDS_ALONE = re.compile(r"^[A-Z0-9“\"].*\b(?:should|must|shall|ought|needs?|is|are)\b", re.S)
# what an ask of the reader calls for: a letter to an authority does not put it to that authority
_DEEDS = frozenset("boycott prayer volunteering appeal demonstration commemoration".split())


def request(scene: Scene) -> str:
    """The request: the asks that can be put to an authority, or where there is none, to say what is known."""
    words, appeal = scene.words, scene.order.template == "appeal"
    asks = [one for one in scene.asks if is_put(one)]
    if not asks:
        return words.say("request", "account_appeal" if appeal else "account") if scene.incidents else ""
    intro = "intro_appeal" if appeal else "intro_many" if len(asks) > 1 else "intro"
    items = "\n".join("- " + _item(scene, one) for one in asks)
    last = "\n\n" + words.say("request", "answer") if appeal else ""
    return words.say("request", intro) + "\n\n" + items + last


def pass_on(scene: Scene) -> str:
    """For asks that are put to somebody else than the addressee: whose they are."""
    names = [plain(one.addressee) for one in scene.asks if is_put(one) and is_elsewhere(scene, one) and one.addressee]
    return scene.words.say("request", "pass_on", name=scene.words.listed(names)) if names else ""


def announced(scene: Scene) -> str:
    """Actions that the letter tells of, with a zone that contradicts its date as a question."""
    return "\n\n".join(line for one in scene.actions for line in _announced(scene, one))


def is_put(ask: Ask) -> bool:
    """Whether an ask can be put to an authority: it is not one of the reader."""
    return ask.addressee is not None or ask.act not in _DEEDS


def is_elsewhere(scene: Scene, ask: Ask) -> bool:
    """Whether an ask is put to somebody else than the addressee, by what their names tell."""
    to = scene.order.addressee
    if ask.addressee is None or to is None:
        return False
    asked = folded(ask.addressee)
    own = [folded(one) for one in (to.name, to.organisation or "", *(holder.name for holder in to.holders)) if one]
    if any(asked in one or one in asked for one in own):
        return False
    return not (to.state in states_named(ask.addressee) and to.kind is not AddresseeKind.COMPANY)


def _item(scene: Scene, ask: Ask) -> str:
    words, claims = scene.words, scene.held(ask.claims)
    if not claims:
        return words.say("request", "item_nobody", quote=quotation(words, ask.text, None))
    first = claims[0]
    document = scene.documents.get(first.document)
    # a demand that is no sentence of its own ("to halt returns") is quoted with its sentence
    text = ask.text if _STANDS_ALONE.match(ask.text) else whole(document, first.span, ask.text)
    quote = quotation(words, text, document.language if document else None)
    who = words.listed(plain(one) for one in ask.made_by) or (plain(document.publisher or "") if document else "")
    said = (
        words.say("request", "item", quote=quote, who=who) if who else words.say("request", "item_nobody", quote=quote)
    )
    return said + scene.marks(claims[:3])


def _announced(scene: Scene, action: Action) -> Iterator[str]:
    words, claims = scene.words, scene.held(action.claims)
    document = scene.documents.get(claims[0].document) if claims else None
    quote = quotation(words, action.title, document.language if document else None)
    when = when_words(words, When(start=action.start, end=action.end))
    said = words.say("request", "announced", quote=quote) + scene.marks(claims)
    yield f"{said} {when}".strip() if when and action.start and not claims else said
    if action.timezone_problem:
        yield words.say("request", "zone", zone=action.timezone or "?")
