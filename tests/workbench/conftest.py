"""A workbench over the sample case, with people of every role, for tests through Django's own client."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clarion.flow.demo import make_demo
from clarion.workbench.options import Options

ROLES = ("reader", "analyst", "editor", "owner")


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a sample case whose workbench is set up in this process, once for all tests."""
    home = tmp_path_factory.mktemp("workbench")
    before = {name: os.environ.get(name) for name in ("CLARION_HOME", "CLARION_NAME")}
    os.environ["CLARION_HOME"], os.environ["CLARION_NAME"] = str(home / "home"), "owner"
    case, _, _ = make_demo(home / "demo")
    _set_up(case, home / "data")
    yield case
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _set_up(case: Path, data: Path) -> None:
    import django
    from django.core.management import call_command
    from django.test.utils import setup_test_environment

    data.mkdir(mode=0o700)
    Options(str(case), str(data), 8470).publish()
    os.environ["DJANGO_SETTINGS_MODULE"] = "clarion.workbench.settings"
    django.setup()
    setup_test_environment()
    call_command("migrate", verbosity=0, interactive=False)
    from clarion.workbench.people.models import Person

    for role in ROLES:
        person = Person(username=role, role=role)
        person.set_unusable_password()
        person.save()


@pytest.fixture
def sign_in(bench: Path) -> Callable[..., object]:
    """A client of Django's, signed in as the person of a role: `sign_in("reader")`; nobody with an empty text."""
    from django.conf import settings
    from django.test import Client

    from clarion.workbench.people.models import Person

    settings.ALLOWED_HOSTS = ["127.0.0.1"]

    def client(role: str = "owner") -> Client:
        made = Client(HTTP_HOST="127.0.0.1:8470")
        if role:
            made.force_login(Person.objects.get(username=role), backend="django.contrib.auth.backends.ModelBackend")
        return made

    return client
