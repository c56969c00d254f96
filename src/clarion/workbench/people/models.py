"""People and the settings of the workbench, in Django's own database."""

from datetime import datetime

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import AbstractUser
from django.db import models

from clarion.workbench.roles import Role


class Person(AbstractUser):
    """Somebody who works on the case. The user name is what entries of the log carry."""

    role: "models.CharField[str, str]" = models.CharField(
        max_length=10, choices=[(role.value, role.value) for role in Role], default=Role.READER
    )
    language: "models.CharField[str, str]" = models.CharField(max_length=8, blank=True)
    theme: "models.CharField[str, str]" = models.CharField(
        max_length=8, blank=True
    )  # light, dark, or empty for the system's
    looked_at: "models.DateTimeField[datetime | None, datetime | None]" = models.DateTimeField(
        null=True, blank=True
    )  # the start page was last seen

    def must_add_factor(self) -> bool:
        """Whether a second factor is required of this person and missing."""
        return Policy.current().require_factor and not bool(is_mfa_enabled(self))


class Policy(models.Model):
    """What the owners of this workbench require. There is one row."""

    require_factor: "models.BooleanField[bool, bool]" = models.BooleanField(default=False)

    @classmethod
    def current(cls) -> "Policy":
        """The policy as it stands."""
        return cls.objects.get_or_create(pk=1)[0]


class Feed(models.Model):
    """A calendar that somebody follows at a secret address. Kept is a digest of the address, never the address."""

    person: "models.ForeignKey[Person, Person]" = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="feeds"
    )  # whom it was made for
    maker: "models.ForeignKey[Person, Person]" = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="feeds_made"
    )  # the owner by whose word it shows something
    view: "models.CharField[str, str]" = models.CharField(max_length=8)
    digest: "models.CharField[str, str]" = models.CharField(max_length=64, unique=True)
    made_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField(auto_now_add=True)
    asked_at: "models.DateTimeField[datetime | None, datetime | None]" = models.DateTimeField(null=True, blank=True)
