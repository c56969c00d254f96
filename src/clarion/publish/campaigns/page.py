"""A campaign's page: no script, no request but the form's, every text escaped."""

import base64
import functools
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from clarion.model import Action, Ask, Record
from clarion.model.interventions import Letter
from clarion.publish.letters import body_text
from clarion.publish.visible import one_line, visible

LANGUAGES = ("en", "ko")
_MOST_SOURCES = 12
_MARK = "["  # what is withheld is said in square brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignPage:
    """What the page shows.

    `record` is what the public may see; `about` are ids of asks and actions in it. `intro` are the campaigner's own
    paragraphs. `form` is the markup of the form, made by the program that takes it, `form_origin` where that is, and
    `style` its style. `letter` is one that supporters can send, to `office` at `office_address`.
    """

    title: str
    language: str
    record: Record
    about: tuple[str, ...]
    today: str  # ISO 8601
    form: str
    form_origin: str
    style: str
    who: str
    intro: tuple[str, ...] = ()
    letter: Letter | None = None
    office: str = ""
    office_address: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Gathering:
    title: str
    when: str
    where: str | None
    is_doubtful: bool


def to_page(page: CampaignPage) -> bytes:
    """The page as UTF-8. Equal input gives equal bytes."""
    words = _words(page.language)
    style = page.style + _text("page.css")
    asks = [one for one in page.record.asks if one.id in page.about]
    actions = _coming(page)
    sources = tuple(_sources(page.record, [*asks, *actions]))
    asked = tuple(_asked(one, page.record, words) for one in asks)
    made = _template().render(
        p=_Shown(page),
        w=words,
        fill=_fill,
        policy=_policy(style, page.form_origin),
        style=Markup(style),
        asks=asked,
        gatherings=[_gathering(one, words) for one in actions],
        letter_text=visible(body_text(page.letter)) if page.letter else "",
        mailto=_mailto(page),
        sources=sources,
        is_redacted=any(_MARK in text for one in asked for text in (one.text, *one.facts)),
    )
    return made.encode()


def words_of_frame() -> list[str]:
    """The words that stand on every such page, whatever the record."""
    return [*(_text(f"words/{one}.toml") for one in LANGUAGES), _text("page.html"), _text("page.css")]


class _Shown:
    """The page's own fields, as the template takes them: the form is markup already."""

    def __init__(self, page: CampaignPage) -> None:
        self.title, self.language, self.who = visible(one_line(page.title)), page.language, visible(page.who)
        self.intro = tuple(visible(paragraph) for paragraph in page.intro)
        self.letter, self.office, self.office_address = page.letter, visible(page.office), page.office_address
        self.form = Markup(page.form)


def _coming(page: CampaignPage) -> list[Action]:
    """The actions of the campaign that can still be attended, and gatherings about the same acts' asks, by start."""
    claims = {claim for one in page.record.asks if one.id in page.about for claim in one.claims}
    documents = {one.document for one in page.record.claims if one.id in claims}
    of = {one.id: one.document for one in page.record.claims}
    wanted = [
        one
        for one in page.record.actions
        if one.id in page.about or (one.start and any(of.get(claim) in documents for claim in one.claims))
    ]
    coming = [one for one in wanted if one.start is None or (one.end or one.start)[:10] >= page.today]
    return sorted(coming, key=lambda one: (one.start is None, one.start or "", one.title, one.id))


def _asked(ask: Ask, record: Record, words: dict[str, str]) -> _Asked:
    names: dict[str, str] = {voice.id: voice.name for voice in record.voices}
    facts = []
    if ask.addressee:
        facts.append(_fill(words["asked_of"], addressee=visible(ask.addressee)))
    if made_by := [visible(names[one]) for one in ask.made_by if one in names]:
        facts.append(_fill(words["by"], voices=", ".join(made_by[:6])))
    if ask.deadline:
        facts.append(_fill(words["until"], day=ask.deadline))
    return _Asked(visible(ask.text), tuple(facts))


def _gathering(one: Action, words: dict[str, str]) -> _Gathering:
    when = (one.start or words["no_day"]).replace("T", " ")
    zone = f" ({one.timezone})" if one.start and "T" in one.start and one.timezone else ""
    return _Gathering(visible(one.title), when + zone, visible(one.place) if one.place else None, one.timezone_problem)


def _sources(record: Record, nouns: Iterable[Ask | Action]) -> Iterator[str]:
    """The documents that asks and actions rest on, each once: publisher, title, day."""
    of = {one.id: one.document for one in record.claims}
    held = {one.id: one for one in record.documents}
    used = dict.fromkeys(of[claim] for noun in nouns for claim in noun.claims if claim in of)
    lines = dict.fromkeys(
        ", ".join(visible(one_line(str(text))) for text in (one.publisher, one.title, one.published) if text)
        for one in (held[name] for name in used if name in held)
    )
    return (line for line in list(lines)[:_MOST_SOURCES] if line)


def _mailto(page: CampaignPage) -> str | None:
    """An address that opens the mail program with the subject; the text stands above, to be made one's own."""
    if page.letter is None or not page.office_address:
        return None
    return f"mailto:{quote(page.office_address, safe='@')}?subject={quote(one_line(page.letter.subject))}"


def _fill(text: str, **values: str) -> str:
    return text.format_map(values)


def _policy(style: str, origin: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; form-action {origin}; base-uri 'none'"


@functools.cache
def _words(language: str) -> dict[str, str]:
    return {name: str(value) for name, value in tomllib.loads(_text(f"words/{language}.toml")).items()}


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_text("page.html"))


def _text(name: str) -> str:
    return (resources.files("clarion.publish.campaigns") / name).read_text(encoding="utf-8")
