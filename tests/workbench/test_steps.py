"""Templates rendered in fewer steps read, sign by sign, as Django renders them."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

SignIn = Callable[..., Any]
_PLACES = (
    "/", "/preserve/", "/read/", "/extract/", "/reconcile/", "/reconcile/map/", "/reconcile/time/", "/assess/",
    "/assess/questions/", "/respond/", "/respond/board/", "/respond/calendar/", "/respond/outcomes/", "/publish/",
    "/voices/", "/voices/repeats/", "/log/", "/search/?words=returned", "/people/", "/account/sessions/",
)  # fmt: skip
_LEFT_OUT = ("/static/", "/enter/", "/extract/table.csv", "/words")
# what differs from one request to the next
_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|"X-CSRFToken": "[^"]*"|"csrf_token": "[^"]*"')


class Colour(StrEnum):
    RED = "red & blue"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str = "<b>a & 'b'</b>"
    number: int = 1234567
    parts: tuple[str, ...] = ("<one>", "two")
    held: dict[str, Any] = field(default_factory=lambda: {"key": "<in a dict>", "items": "a key that dicts also have"})
    colour: Colour = Colour.RED
    day: datetime.date = datetime.date(2024, 3, 28)

    def called(self) -> str:
        return "<called>"

    @property
    def broken(self) -> str:
        raise KeyError("broken")


_SOURCES = (
    "{{ thing.name }} {{ thing.name|upper }} {{ thing.name|safe }} {{ thing.number }} {{ thing.day }}",
    "{{ thing.parts.0 }} {{ thing.parts.9 }} {{ thing.held.key }} {{ thing.held.items }}",
    "{{ thing.held.nothing }}",
    "{{ thing.called }} {{ thing.nothing }} {{ nothing }} {{ nothing|default:'<none>' }}",
    "{{ thing.nothing.more }}",
    "{{ thing.colour }} {{ thing.colour|length }} {{ thing }} {{ None }} {{ True }} {{ 3.5 }}",
    "{{ 'a<b' }} {{ _('Search') }}",
    "{{ function }} {{ function|upper }} {{ thing.parts|join:', ' }} {{ thing.name|truncatechars:few }}",
    "{{ thing.name|truncatechars:thing.number }}",
    "{{ thing.name|truncatechars:8 }} {{ thing.name|escape }} {{ thing.name|force_escape }}",
    "{{ thing.name|linebreaks }}",
    "{% autoescape off %}{{ thing.name }}{% for one in thing.parts %}{{ one }}{% endfor %}{% endautoescape %}",
    "{% if thing.name and not nothing %}yes{% elif thing.number %}no{% else %}else{% endif %}",
    "{% if nothing %}a{% elif thing.number > 3 %}b{% endif %}",
    "{% if thing.number in nothing %}c{% else %}d{% endif %}",
    "{% if nothing.more|default:thing.nothing.x %}a{% else %}b{% endif %}",
    "{% if thing.parts|length == 2 %}two{% endif %}",
    "{% for one in thing.parts %}{{ forloop.counter }}{{ forloop.last }}{{ one }}{% empty %}none{% endfor %}",
    "{% for one in nothing %}{{ one }}{% empty %}none{% endfor %}",
    "{% for one in thing.parts reversed %}{{ one }}{% endfor %}",
    "{% for a, b in pairs %}{{ a }}{% for c in b %}{{ forloop.parentloop.counter }}{{ c }}{% endfor %}{% endfor %}",
    "{% for key, value in table.items %}{{ key }}{{ value }}{% endfor %}",
    "{% with name=thing.name o=nothing %}{{ o }}{% with name='x' %}{{ name }}{% endwith %}{{ name }}{% endwith %}",
    "{% load i18n %}{% translate 'Search' %}{% translate thing.name %}{% translate 'Search' as x %}{{ x }}",
    "{% load i18n %}{% translate 'Reported' context 'status' %}",
    "{% load i18n %}{% blocktranslate with n=thing.number %}{{ n }} x{% endblocktranslate %}",
    "{% url 'read:document' 'ab' %}{% url 'read:index' as there %}{{ there }}{% url place|add:':index' %}",
    "{% load static %}{% static 'workbench/mark.svg' %}{% static name %}",
    "{# nothing #}{% comment %}{{ thing }}{% endcomment %}",
    "{{ thing.number|add:1 }}{{ thing.number|yesno:'a,b' }}{{ thing.day|date:'Y' }}{{ moment }}{{ moment|date:'H:i' }}",
)  # fmt: skip


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Whether Django renders every node itself."""
    from clarion.workbench.steps import Steps

    return lambda is_slow: monkeypatch.setattr(Steps, "is_quick", not is_slow)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("source", _SOURCES)
def test_a_template_reads_the_same_in_steps(bench: Path, source: str, language: str) -> None:
    from django.template import Context, Template, engines
    from django.utils.translation import override

    from clarion.workbench.steps import prepared

    given = {
        "thing": Thing(),
        "function": lambda: "<made>",
        "pairs": [("a", "<x>"), ("b", "yz")],
        "table": {"k": "<v>"},
        "place": "read",
        "few": 6,
        "name": "workbench/mark.svg",
        "moment": datetime.datetime(2024, 3, 28, 23, 30, tzinfo=datetime.UTC),
    }
    engine = engines["django"].engine  # type: ignore[attr-defined]
    plain, quick = Template(source, engine=engine), Template(source, engine=engine)
    quick.nodelist = prepared(quick.nodelist)
    with override(language):
        expected = plain.render(Context(given))
        assert [quick.render(Context(given)) for _ in range(2)] == [expected, expected]


@pytest.mark.parametrize("source", ["{{ thing.broken }}", "{% for a, b in thing.parts %}{{ a }}{% endfor %}"])
def test_what_django_refuses_is_refused(bench: Path, source: str) -> None:
    from django.template import Context, Template, engines

    from clarion.workbench.steps import prepared

    engine = engines["django"].engine  # type: ignore[attr-defined]
    plain, quick = Template(source, engine=engine), Template(source, engine=engine)
    quick.nodelist = prepared(quick.nodelist)
    for template in (plain, quick):
        with pytest.raises((KeyError, ValueError)):
            template.render(Context({"thing": Thing()}))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_reads_the_same_in_steps(sign_in: SignIn, slowly: Callable[[bool], None], language: str) -> None:
    client = sign_in("owner")
    client.cookies["clarion-language"] = language
    read = 0
    for address in _addresses(client):
        pages = []
        for is_slow in (True, False):
            slowly(is_slow)
            answer = client.get(address)
            if answer.streaming or not answer["Content-Type"].startswith("text/html"):
                break
            pages.append(_TOKEN.sub("", answer.content.decode()))
        if pages:
            assert pages[0] == pages[1], address
            read += 1
    assert read > 60


def _addresses(client: Any) -> list[str]:
    """The places and the first few links of each kind on them."""
    found: dict[str, dict[str, None]] = {}
    for place in _PLACES:
        found.setdefault(place, {})[place] = None
        for link in re.findall(r'href="(/[^"#]*|\?[^"#]*)"', client.get(place).content.decode()):
            address = (place.partition("?")[0] + link if link.startswith("?") else link).replace("&amp;", "&")
            if not address.startswith(_LEFT_OUT):
                found.setdefault(re.sub(r"[0-9a-f]{12,}|=[^&]*", "", address), {})[address] = None
    return list(dict.fromkeys(address for some in found.values() for address in list(some)[:2]))
