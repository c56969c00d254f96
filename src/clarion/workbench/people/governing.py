"""What owners do about people. Nobody is ever removed, since the log keeps their names: they are switched off."""

from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from clarion.flow.desk import Viewer
from clarion.model.errors import BadRequest
from clarion.workbench import links
from clarion.workbench.options import folder
from clarion.workbench.people.models import Person, Policy
from clarion.workbench.roles import Role

LINK_DAYS = 7


def add(name: str, role: str) -> tuple[Person, str]:
    """Add a person; returns them and the address of a link that lets them in once, within a week.

    Raises:
        BadRequest: the name is none or taken, or there is no such role.
    """
    name = name.strip()
    Viewer(name)  # the rule for names in the log
    if role not in set(Role):
        raise BadRequest(_("choose a role for the person"))
    if Person.objects.filter(username__iexact=name).exists():
        raise BadRequest(_("somebody of the name {name} is here already; choose another name").format(name=name))
    person = Person(username=name, role=role)
    person.set_unusable_password()
    person.save()
    return person, _link(person)


def new_link(person: Person) -> str:
    """Another link for a person who lost it, the password or the second factor. What they had stops working.

    Raises:
        BadRequest: they are switched off.
    """
    if not person.is_active:
        raise BadRequest(_("{name} is switched off; switch the account on first").format(name=person.username))
    person.set_unusable_password()
    person.save(update_fields=["password"])
    Authenticator.objects.filter(user=person).delete()
    sign_out(person)
    return _link(person)


def set_role(person: Person, role: str) -> None:
    """Give a person another role.

    Raises:
        BadRequest: there is no such role, or nobody would be owner.
    """
    if role not in set(Role):
        raise BadRequest(_("choose a role for the person"))
    with transaction.atomic():
        if role != Role.OWNER:
            _keep_an_owner(person)
        person.role = role
        person.save(update_fields=["role"])


def switch(person: Person, *, on: bool) -> None:
    """Let a person in or shut them out; shutting out ends their sessions and links.

    Raises:
        BadRequest: nobody would be owner.
    """
    with transaction.atomic():
        if not on:
            _keep_an_owner(person)
        person.is_active = on
        person.save(update_fields=["is_active"])
    if not on:
        links.forget(folder(settings.CLARION), person.username)
        sign_out(person)


def sign_out(person: Person) -> int:
    """End every session of a person. Returns how many there were."""
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)


def require_factor(required: bool) -> None:
    """Say whether everybody needs a second factor."""
    policy = Policy.current()
    policy.require_factor = required
    policy.save()


def _keep_an_owner(person: Person) -> None:
    others = Person.objects.filter(role=Role.OWNER, is_active=True).exclude(pk=person.pk)
    if person.role == Role.OWNER and person.is_active and not others.exists():
        raise BadRequest(_("{name} is the last owner; make somebody else owner first").format(name=person.username))


def _link(person: Person) -> str:
    data: Path = folder(settings.CLARION)
    links.forget(data, person.username)
    token = links.make_token(data, person.username, person.role, lifetime=LINK_DAYS * 24 * 3600)
    return f"{settings.CLARION.origin}{reverse('enter', args=[token])}"
