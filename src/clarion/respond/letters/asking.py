"""The request of a letter: the words of the ask itself, never stronger."""

from collections.abc import Iterator

from clarion.model import Action, Ask, When
from clarion.model.interventions import AddresseeKind
from clarion.respond.letters.saying import fragment, in_sentence, plain, quotation, when_words
from clarion.respond.letters.scene import Scene, states_named
from clarion.respond.words import folded

_GOVERNMENT = frozenset({AddresseeKind.MISSION, AddresseeKind.POST, AddresseeKind.BODY})
# what an ask of the reader calls for: a letter to an authority does not put it to that authority
_DEEDS = frozenset("boycott prayer volunteering appeal demonstration commemoration".split())


def request(scene: Scene) -> str:
    """The request: the asks that can be put to the addressee, or where there is none, to say what is known."""
    words, appeal = scene.words, scene.order.template == "appeal"
    asks = [one for one in scene.asks if is_put(scene, one)]
    if not asks:
        return words.say("request", "account_appeal" if appeal else "account") if scene.incidents else ""
    intro = "intro_appeal" if appeal else "intro_many" if len(asks) > 1 else "intro"
    items = "\n".join("- " + _item(scene, one) for one in asks)
    last = "\n\n" + words.say("request", "answer") if appeal else ""
    return words.say("request", intro) + "\n\n" + items + last


def pass_on(scene: Scene) -> str:
    """What the addressee is asked to do with asks that are put to somebody else."""
    if not any(is_put(scene, one) and is_elsewhere(scene, one) for one in scene.asks):
        return ""
    return scene.words.say("request", "pass_on" if _is_of_a_government(scene) else "told_of")


def announced(scene: Scene) -> str:
    """Actions that the letter tells of, with a zone that contradicts its date as a question."""
    return "\n\n".join(line for one in scene.actions for line in _announced(scene, one))


def is_put(scene: Scene, ask: Ask) -> bool:
    """Whether an ask can be put to the addressee: it is none of the reader, and none of another government."""
    return (ask.addressee is not None and not is_of_another_state(scene, ask)) or is_to_nobody(ask)


def is_to_nobody(ask: Ask) -> bool:
    """Whether an ask of authorities is put to none in particular."""
    return ask.addressee is None and ask.act not in _DEEDS


def is_of_another_state(scene: Scene, ask: Ask) -> bool:
    """Whether an ask is put to another government than the one that is written to."""
    named = states_named(ask.addressee or "")
    return bool(named) and _is_of_a_government(scene) and scene.state not in named


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


def _is_of_a_government(scene: Scene) -> bool:
    to = scene.order.addressee
    return to is not None and to.state is not None and to.kind in _GOVERNMENT


def _item(scene: Scene, ask: Ask) -> str:
    words, claims = scene.words, scene.held(ask.claims)
    document = scene.documents.get(claims[0].document) if claims else None
    text = fragment(document, claims[0].span, ask.text) if claims else ask.text
    quote = quotation(words, text, document.language if document else None)
    who = words.listed(plain(one) for one in ask.made_by) or (plain(document.publisher or "") if document else "")
    asides = [in_sentence(words, who)] if who else []
    if is_elsewhere(scene, ask) and ask.addressee:
        asides.append(words.say("request", "put_to", name=in_sentence(words, plain(ask.addressee))))
    said = words.say("request", "item", topic=_topic(scene, ask), quote=quote)
    if asides:
        said = words.say("request", "item_by", said=said, by=", ".join(asides))
    return said + scene.marks(claims[:3])


def _topic(scene: Scene, ask: Ask) -> str:
    """What an ask is about, for those who do not read the language of its words."""
    words, claims = scene.words, scene.held(ask.claims)
    of = claims[0].object_act if claims else None
    title = words.title(ask.act)
    if ask.act == "breach":  # an ask to keep a norm accuses nobody
        told = words.say("request", "topic_breach")
        return told[:1].upper() + told[1:]
    return words.say("numbers", "aside", words=title, aside=words.act(of)) if of else title


def _announced(scene: Scene, action: Action) -> Iterator[str]:
    words, claims = scene.words, scene.held(action.claims)
    document = scene.documents.get(claims[0].document) if claims else None
    quote = quotation(words, action.title, document.language if document else None)
    when = when_words(words, When(start=action.start, end=action.end))
    said = words.say("request", "announced", quote=quote) + scene.marks(claims)
    yield f"{said} {when}".strip() if when and action.start and not claims else said
    if action.timezone_problem:
        yield words.say("request", "zone", zone=action.timezone or "?")
