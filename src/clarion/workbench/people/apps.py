"""The Django application of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People of the workbench."""

    name = "clarion.workbench.people"
    label = "people"
