"""The Django application of the pages."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Pages, templates and static files."""

    name = "clarion.workbench"
    label = "workbench"
