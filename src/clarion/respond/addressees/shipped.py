"""The addressees that come with Clarion: offices that are found in public sources, mostly without an address."""

from functools import cache
from importlib.resources import files

from clarion.model.interventions import Addressee
from clarion.respond.addressees.popolo import read_text


@cache
def shipped() -> tuple[Addressee, ...]:
    """The list by hand, by name. Its sources stand with each; a day of checking that is None means: not checked."""
    text = (files("clarion.respond.addressees") / "shipped.json").read_text(encoding="utf-8")
    return tuple(sorted(read_text(text, "shipped.json"), key=lambda one: (one.name, one.id)))
