"""What the server calls. The case is opened and the pages are loaded before the first request, not by it."""

import os
import secrets

from django.core.wsgi import get_wsgi_application
from django.template.loader import get_template
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clarion.workbench.settings")

application = get_wsgi_application()


def _warm_up() -> None:
    # settings have to stand before anything of the workbench is imported
    from clarion.workbench import cases  # noqa: PLC0415

    get_resolver().url_patterns  # noqa: B018  loads every view
    get_template("workbench/start/index.html")
    # by a name that nobody has: what is loaded for everybody, and nothing of sealed documents
    cases.open_case().desk(secrets.token_hex()).start()


_warm_up()
