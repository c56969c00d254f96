"""The step: claims in, asks and actions out."""

from collections.abc import Sequence
from dataclasses import dataclass

from clarion.model import Action, Ask, Claim, Document
from clarion.respond.actions import find_actions
from clarion.respond.asks import find_asks


@dataclass(frozen=True, slots=True)
class Responses:
    """What documents call for: demands, and things that people can do or attend."""

    asks: tuple[Ask, ...]
    actions: tuple[Action, ...]


def respond(documents: Sequence[Document], claims: Sequence[Claim]) -> Responses:
    """Find what is asked of whom, and what people can do or attend. The order given makes no difference."""
    by_id = {document.id: document for document in documents}
    return Responses(find_asks(claims, by_id), find_actions(claims, by_id))
