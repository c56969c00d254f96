"""Calendars that are followed: a secret address for a person, which shows what a publication of that view would.

A calendar program has no session and hands what it reads to telephones and to servers of others. So a feed shows the
public or the partner view, never the sealed one; only an owner makes one, for somebody who is here; and it ends when it
is taken back, or when the person or the owner behind it is switched off or the owner is none any more.
"""

import hashlib
import secrets
import threading
import time
from collections import defaultdict, deque

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clarion.model.errors import BadRequest
from clarion.model.vocabulary import View
from clarion.workbench.cases import open_case
from clarion.workbench.options import folder
from clarion.workbench.people.models import Feed, Person
from clarion.workbench.roles import is_allowed, powers_of

VIEWS = (View.PUBLIC, View.PARTNER)
_TOKEN_BYTES = 32
_MOST_AN_HOUR = 60  # a calendar asks once or a few times an hour, on each of somebody's machines
_HOUR = 3600.0
_lock = threading.Lock()
_making = threading.Lock()
_asked: dict[int, deque[float]] = defaultdict(deque)


def make(maker: Person, person: Person, view: str) -> str:
    """Make a feed; returns its address, which is shown once and kept nowhere.

    Raises:
        BadRequest: the view is none that a feed can show, or the person is switched off.
    """
    if view not in VIEWS:
        raise BadRequest(_("a calendar that is followed shows the public or the partner view; choose one"))
    if not person.is_active:
        raise BadRequest(_("{name} is switched off; switch the account on first").format(name=person.username))
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    Feed.objects.create(person=person, maker=maker, view=view, digest=_digest(token))
    return str(settings.CLARION.origin + reverse("calendar_feed", args=[token]))


def end(number: int) -> None:
    """End a feed; its address shows nothing from now on, and what was kept for it is gone."""
    Feed.objects.filter(pk=number).delete()
    (folder(settings.CLARION) / "feeds" / f"calendar-{number}.ics").unlink(missing_ok=True)


def known(token: str) -> Feed | None:
    """The feed of an address, while all that it rests on holds."""
    feed = Feed.objects.select_related("person", "maker").filter(digest=_digest(token)).first()
    if feed is None or not feed.person.is_active:
        return None
    return feed if feed.maker.is_active and is_allowed(feed.maker.role, "publish") else None


def may_ask(feed: Feed) -> bool:
    """Whether a feed was not asked for too often within the last hour; counts this time."""
    now = time.monotonic()
    with _lock:
        times = _asked[feed.pk]
        while times and now - times[0] > _HOUR:
            times.popleft()
        if len(times) >= _MOST_AN_HOUR:
            return False
        times.append(now)
    return True


def content(feed: Feed) -> bytes:
    """What a feed shows: published anew, and noted in the log, where the case changed since; else what it showed last.

    Raises:
        BadRequest: nothing leaves by its view, or the safety check is not at work.
    """
    kept = folder(settings.CLARION) / "feeds"
    kept.mkdir(mode=0o700, exist_ok=True)
    path = kept / f"calendar-{feed.pk}.ics"
    desk = open_case().desk(feed.maker.get_username(), powers_of(feed.maker.role))
    with _making:
        desk.publish(path, view=feed.view, format="ics")
        made = path.read_bytes()
    feed.asked_at = timezone.now()
    feed.save(update_fields=["asked_at"])
    return made


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
