"""The Django application of the pages."""

import threading

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Pages, templates and static files."""

    name = "clarion.workbench"
    label = "workbench"

    def ready(self) -> None:
        """Keep the language of a request where threads find it at once.

        Django keeps it where asynchronous code finds it too, and looks it up for every word of a page; nothing here is
        asynchronous, and that look-up takes a tenth of a page.
        """
        from django.utils.translation import trans_real  # noqa: PLC0415

        trans_real._active = threading.local()  # type: ignore[attr-defined]
