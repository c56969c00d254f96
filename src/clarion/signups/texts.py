"""The words of pages and mails, in the language of the campaign."""

import functools
import tomllib
from importlib import resources

from clarion.signups.campaigns import LANGUAGES, Campaign


@functools.cache
def words_of(language: str) -> dict[str, str]:
    """All words of a language (one of `campaigns.LANGUAGES`) by their name."""
    text = (resources.files("clarion.signups") / "words" / f"{language}.toml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in tomllib.loads(text).items()}


def said(campaign: Campaign, name: str, **more: str) -> str:
    """A text with what the campaign is called filled in. What is filled in is never read for places to fill."""
    filled = {
        "title": campaign.title,
        "organiser": campaign.organiser,
        "contact": campaign.contact,
        "days": str(campaign.unconfirmed_days),
    } | more
    return words_of(campaign.language)[name].format_map(filled)


def usual_consent(language: str, *, title: str, organiser: str, contact: str) -> str:
    """The words people agree to, where the campaigner gives no own ones."""
    return words_of(language)["consent"].format(title=title, organiser=organiser, contact=contact)


def words_of_frame() -> list[str]:
    """The words that stand on every page of the forms, whatever the campaign."""
    return [text for language in LANGUAGES for text in words_of(language).values()]
