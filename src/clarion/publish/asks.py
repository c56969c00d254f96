"""Asks and actions as a dossier shows them."""

from collections import defaultdict
from collections.abc import Mapping

from clarion.model import UNKNOWN, Action, Ask, When
from clarion.model.vocabulary import AskFate
from clarion.publish.claims import Showcase
from clarion.publish.judged import judged
from clarion.publish.phrases import day_words, listed, when_words
from clarion.publish.views import ActionView, AskView
from clarion.publish.words import act_words

NOBODY = "Nobody named"
# what documents tell of an ask; that it was done "afterwards" is a matter of days, not of causes
_FATES = {
    AskFate.OPEN: "Nothing here tells what became of it.",
    AskFate.MET: "Claims say that it was done afterwards.",
    AskFate.REFUSED: "Claims say that it was refused.",
    AskFate.OVERTAKEN: "Claims say that what it was to prevent took place afterwards.",
    AskFate.EXPIRED: "Its deadline has passed, and nothing here tells what became of it.",
}


def asks_by_addressee(asks: tuple[Ask, ...], showcase: Showcase) -> tuple[tuple[str, tuple[AskView, ...]], ...]:
    """Asks under each addressee; those with most asks first, then by name, those without an addressee last."""
    held: dict[str, list[AskView]] = defaultdict(list)
    texts = {ask.id: ask.text for ask in asks}
    for ask in sorted(asks, key=lambda ask: (ask.act, ask.text, ask.id)):
        held[ask.addressee or NOBODY].append(_ask(ask, texts, showcase))
    ordered = sorted(held.items(), key=lambda item: (item[0] == NOBODY, -len(item[1]), item[0].casefold(), item[0]))
    return tuple((addressee, tuple(views)) for addressee, views in ordered)


def action_views(actions: tuple[Action, ...], showcase: Showcase, today: str | None) -> tuple[ActionView, ...]:
    """Actions by their start, those without one last. `today`, the day of publication, parts past from coming."""
    number = showcase.index.action_number
    return tuple(_action(action, showcase, today) for action in sorted(actions, key=lambda action: number[action.id]))


def _ask(ask: Ask, texts: Mapping[str, str], showcase: Showcase) -> AskView:
    return AskView(
        anchor=ask.id,
        act=act_words(ask.act),
        text=ask.text,
        deadline=day_words(ask.deadline) if ask.deadline else "no deadline given",
        made_by=listed((_voice(name, showcase) for name in ask.made_by), most=6) or UNKNOWN,
        claims=showcase.again(ask.claims),
        judged=judged(showcase.index, ask.id),
        fate=_FATES[ask.fate],
        fate_claims=showcase.again(ask.fate_claims),
        opposite=tuple((other, texts[other]) for other in ask.conflicts if other in texts),
    )


def _action(action: Action, showcase: Showcase, today: str | None) -> ActionView:
    return ActionView(
        number=showcase.index.action_number[action.id],
        anchor=action.id,
        kind=act_words(action.kind),
        title=action.title,
        start=_time(action),
        timezone=action.timezone or UNKNOWN,
        question=_question(action),
        place=action.place or UNKNOWN,
        addressee=action.addressee or UNKNOWN,
        status=action.status.replace("_", " "),
        is_past=(action.end or action.start or "")[:10] < today[:10] if today and action.start else None,
        claims=showcase.again(action.claims),
        judged=judged(showcase.index, action.id),
    )


def _voice(name: str, showcase: Showcase) -> str:
    return showcase.index.voices[name].name if name in showcase.index.voices else name


def _time(action: Action) -> str:
    return when_words(When(start=action.start, end=action.end))


def _question(action: Action) -> str | None:
    if not action.timezone_problem:
        return None
    zone = f" The clock of {action.timezone} is taken." if action.timezone else ""
    return f"The time zone as written contradicts the date. Ask the organiser for the hour that is meant.{zone}"
