"""The head of a letter: the lines of its address and how the addressee is spoken to."""

from clarion.model.interventions import Addressee, AddresseeKind, ContactKind
from clarion.reference.fold import fold
from clarion.respond.addressees import holder_on
from clarion.respond.letters.order import LetterOrder
from clarion.respond.letters.saying import plain
from clarion.respond.letters.wording import Wording


def address(order: LetterOrder, words: Wording) -> tuple[str, ...]:
    """The lines of the address: where the language puts the place first, the name comes last."""
    to = order.addressee
    if to is None:
        return ()
    postal = next((one.value.splitlines() for one in to.contacts if one.kind is ContactKind.POSTAL), [])
    named = _named(to, order.day, words)
    lines = [*named, *postal] if words.say("to", "address_last") == "yes" else [*postal, *named]
    return tuple(line for line in (" ".join(one.split()) for one in lines) if line)


def salutation(order: LetterOrder, words: Wording) -> str:
    """How the addressee is spoken to: as the list says, else as such offices are."""
    to = order.addressee
    if to is None:
        return words.say("salutation", "body")
    given = to.salutations.get(order.language)
    if given:
        return plain(given)
    return words.say("salutation", "consulate" if is_consulate(to) else to.kind.value)


def is_consulate(to: Addressee) -> bool:
    """Whether a mission is a consulate, by its name."""
    name = fold(to.name)
    return to.kind is AddresseeKind.MISSION and ("consul" in name or "영사" in to.name or "领事" in to.name)


def _named(to: Addressee, day: str, words: Wording) -> list[str]:
    holder = holder_on(to, day)
    person = " ".join(one for one in (holder.title or "", holder.name) if one) if holder else ""
    within = [to.organisation] if to.organisation and to.kind is not AddresseeKind.MISSION else []
    if to.kind is AddresseeKind.MISSION:
        head = words.say("to", "consul" if is_consulate(to) else "ambassador")
        lines = [person, head, to.name] if person else [head, to.name]
    elif person or to.kind is AddresseeKind.POST:
        post = words.say("to", "person", name=person or to.name)
        lines = [post, to.name, *within] if person else [post, *within]
    else:
        lines = [words.say("to", "body", name=to.name), *within]
    return lines if words.say("to", "address_last") == "yes" else lines[::-1]
