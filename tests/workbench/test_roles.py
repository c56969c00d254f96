"""Who may do what: one table over every address of the workbench, by method, held against every role.

A pattern that is not in the table fails, so that nothing is added without saying who may.
"""

from collections.abc import Callable
from typing import Any

import pytest

from routing import routes

SignIn = Callable[..., Any]
NOBODY, READER, ANALYST, EDITOR, OWNER = "", "reader", "analyst", "editor", "owner"
PEOPLE = (NOBODY, READER, ANALYST, EDITOR, OWNER)
EVERYBODY = PEOPLE
READERS, ANALYSTS, EDITORS, OWNERS = PEOPLE[1:], PEOPLE[2:], PEOPLE[3:], PEOPLE[4:]

# route -> method -> who gets past the guard; what the view then answers (404 for ids that are none) is another matter
TABLE: dict[str, dict[str, tuple[str, ...]]] = {
    # frame
    "": {"GET": READERS},
    "work/": {"GET": READERS},
    "second-looks/": {"GET": READERS},
    "enter/<str:token>/": {"GET": EVERYBODY},
    "signed-out/": {"GET": EVERYBODY},
    "preferences/": {"POST": READERS},
    "words.js": {"GET": EVERYBODY},
    "help/<slug:place>/": {"GET": READERS},
    # places
    "respond/": {"GET": READERS},
    "respond/board/": {"GET": READERS},
    "respond/calendar/": {"GET": READERS},
    "respond/outcomes/": {"GET": READERS},
    "respond/follow-up/": {"GET": READERS},
    "respond/lacking/": {"GET": READERS},
    "respond/letter/": {"GET": EDITORS, "POST": EDITORS},
    "respond/submission/": {"GET": EDITORS, "POST": EDITORS},
    "respond/begin/": {"POST": EDITORS},
    "respond/addressees/": {"GET": READERS},
    "respond/addressees/import/": {"POST": EDITORS},
    "respond/mail/": {"GET": EDITORS, "POST": EDITORS},
    "respond/mail/<str:digits>/": {"GET": EDITORS, "POST": EDITORS},
    "respond/interventions/<str:name>/": {"GET": READERS},
    "respond/interventions/<str:name>/rewrite/": {"GET": EDITORS, "POST": EDITORS},
    "respond/interventions/<str:name>/approve/": {"POST": OWNERS},
    "respond/interventions/<str:name>/note/": {"POST": EDITORS},
    "respond/interventions/<str:name>/file/": {"POST": OWNERS},
    "respond/interventions/<str:name>/send/": {"GET": OWNERS, "POST": OWNERS},
    "respond/asks/<str:name>/": {"GET": READERS},
    "respond/actions/<str:name>/": {"GET": READERS},
    "publish/": {"GET": READERS},
    "publish/withheld/": {"GET": READERS},
    "publish/incidents/": {"GET": READERS},
    "publish/withheld/<str:name>/release/": {"POST": OWNERS},
    "publish/withheld/<str:name>/withhold/": {"POST": OWNERS},
    "publish/now/": {"POST": OWNERS},
    "publish/feeds/": {"GET": OWNERS, "POST": OWNERS},
    "publish/feeds/<int:number>/end/": {"POST": OWNERS},
    "calendar/<str:token>.ics": {"GET": EVERYBODY},
    "voices/": {"GET": READERS},
    "voices/repeats/": {"GET": READERS},
    "voices/<str:name>/": {"GET": READERS},
    "log/": {"GET": READERS},
    "log/verify/": {"POST": EDITORS},
    "log/verified/": {"GET": READERS},
    "search/": {"GET": READERS},
    "search/keep/": {"POST": ANALYSTS},
    "search/forget/": {"POST": ANALYSTS},
    "preserve/": {"GET": READERS},
    "preserve/files/": {"POST": EDITORS},
    "preserve/note/": {"POST": EDITORS},
    "preserve/sheet/": {"POST": EDITORS},
    "preserve/came/": {"GET": READERS},
    "read/": {"GET": READERS},
    "read/claim/<str:name>/": {"GET": READERS},
    "read/claim/<str:name>/details/": {"GET": READERS},
    "read/<str:digits>/": {"GET": READERS},
    "read/<str:digits>/about/": {"GET": READERS},
    "read/<str:digits>/handling/": {"POST": EDITORS},
    "read/<str:digits>/add/": {"POST": ANALYSTS},
    "read/<str:digits>/original/": {"GET": READERS},
    "read/<str:digits>/original/page/": {"GET": READERS},
    "read/<str:digits>/original/picture/<int:number>/": {"GET": READERS},
    "read/<str:digits>/original/file/": {"GET": READERS},
    "extract/": {"GET": READERS},
    "extract/table.csv": {"GET": EDITORS},
    "extract/keep/": {"POST": ANALYSTS},
    "extract/forget/": {"POST": ANALYSTS},
    "reconcile/": {"GET": READERS},
    "reconcile/map/": {"GET": READERS},
    "reconcile/time/": {"GET": READERS},
    "reconcile/keep/": {"POST": ANALYSTS},
    "reconcile/forget/": {"POST": ANALYSTS},
    "reconcile/<str:name>/": {"GET": READERS},
    "reconcile/<str:name>/merge/": {"POST": EDITORS},
    "reconcile/<str:name>/apart/": {"POST": EDITORS},
    "reconcile/<str:name>/split/": {"POST": EDITORS},
    "reconcile/<str:name>/prefer/": {"POST": ANALYSTS},
    "assess/": {"GET": READERS},
    "assess/questions/": {"GET": READERS},
    "assess/questions/answer/": {"POST": ANALYSTS},
    "assess/<str:name>/": {"GET": READERS},
    # words and marks
    "judging/": {"POST": ANALYSTS},
    "judging/last/": {"GET": ANALYSTS},
    "judging/many/": {"POST": ANALYSTS},
    "judging/correct/<str:about>/": {"GET": ANALYSTS},
    "judging/undo/<str:judgement>/": {"POST": ANALYSTS},
    "judging/undo-batch/<str:batch>/": {"POST": ANALYSTS},
    "marks/note/": {"POST": ANALYSTS},
    "marks/close/": {"POST": ANALYSTS},
    "marks/tag/": {"POST": ANALYSTS},
    "marks/untag/": {"POST": ANALYSTS},
    "marks/assign/": {"POST": ANALYSTS},
    "marks/unassign/": {"POST": ANALYSTS},
    "marks/translate/": {"POST": ANALYSTS},
    # people
    "people/": {"GET": OWNERS},
    "people/add/": {"POST": OWNERS},
    "people/policy/": {"POST": OWNERS},
    "people/<int:number>/role/": {"POST": OWNERS},
    "people/<int:number>/link/": {"POST": OWNERS},
    "people/<int:number>/switch/": {"POST": OWNERS},
    "people/<int:number>/sign-out/": {"POST": OWNERS},
    # one's own account; the entrances are for people who are not in yet
    "account/sign-in/": {"GET": EVERYBODY},
    "account/sign-out/": {"GET": EVERYBODY},
    "account/off/": {"GET": EVERYBODY},
    "account/password/": {"GET": READERS},
    "account/password/set/": {"GET": READERS},
    "account/again/": {"GET": READERS},
    "account/factors/": {"GET": READERS},
    "account/factors/authenticate/": {"GET": EVERYBODY},
    "account/factors/reauthenticate/": {"GET": READERS},
    "account/factors/totp/activate/": {"GET": READERS},
    "account/factors/totp/deactivate/": {"GET": READERS},
    "account/factors/recovery-codes/": {"GET": READERS},
    "account/factors/recovery-codes/generate/": {"GET": READERS},
    "account/factors/recovery-codes/download/": {"GET": READERS},
    "account/factors/webauthn/": {"GET": READERS},
    "account/factors/webauthn/add/": {"GET": READERS},
    "account/factors/webauthn/reauthenticate/": {"GET": READERS},
    "account/factors/webauthn/keys/<int:pk>/remove/": {"GET": READERS},
    "account/factors/webauthn/keys/<int:pk>/edit/": {"GET": READERS},
    "account/factors/webauthn/login/": {"GET": EVERYBODY},
    "account/sessions/": {"GET": READERS},
    "account/sessions/end/": {"POST": READERS},
    # the API
    "api/": {"GET": READERS},
    "api/openapi.json": {"GET": READERS},
    "api/start": {"GET": READERS},
    "api/documents": {"GET": READERS, "POST": EDITORS},
    "api/documents/<name>": {"GET": READERS},
    "api/documents/<name>/handling": {"POST": EDITORS},
    "api/claims": {"GET": READERS, "POST": ANALYSTS},
    "api/claims/<name>": {"GET": READERS},
    "api/facets/claims": {"GET": READERS},
    "api/facets/incidents": {"GET": READERS},
    "api/incidents": {"GET": READERS},
    "api/incidents/<name>": {"GET": READERS},
    "api/incidents/<name>/merge": {"POST": EDITORS},
    "api/incidents/<name>/split": {"POST": EDITORS},
    "api/incidents/<name>/prefer": {"POST": ANALYSTS},
    "api/findings": {"GET": READERS},
    "api/findings/<name>": {"GET": READERS},
    "api/questions": {"GET": READERS},
    "api/asks": {"GET": READERS},
    "api/asks/<name>": {"GET": READERS},
    "api/actions": {"GET": READERS},
    "api/actions/<name>": {"GET": READERS},
    "api/voices": {"GET": READERS},
    "api/voices/<name>": {"GET": READERS},
    "api/interventions": {"GET": READERS, "POST": EDITORS},
    "api/interventions/<name>": {"GET": READERS},
    "api/interventions/<name>/text": {"POST": EDITORS},
    "api/interventions/<name>/steps": {"POST": EDITORS},
    "api/interventions/<name>/approve": {"POST": OWNERS},
    "api/interventions/<name>/file": {"POST": OWNERS},
    "api/interventions/<name>/mail": {"GET": OWNERS},
    "api/interventions/<name>/send": {"POST": OWNERS},
    "api/letters": {"POST": EDITORS},
    "api/letters/draft": {"POST": EDITORS},
    "api/submissions": {"POST": EDITORS},
    "api/submissions/draft": {"POST": EDITORS},
    "api/addressees": {"GET": READERS, "POST": EDITORS},
    "api/lacking": {"GET": READERS},
    "api/documents/<name>/mail": {"GET": EDITORS, "POST": EDITORS},
    "api/log": {"GET": READERS},
    "api/heads": {"GET": READERS},
    "api/publications": {"GET": READERS, "POST": OWNERS},
    "api/search": {"GET": READERS},
    "api/work": {"GET": READERS},
    "api/judgements": {"GET": READERS, "POST": ANALYSTS},
    "api/judgements/<name>/undo": {"POST": ANALYSTS},
    "api/marks": {"GET": READERS},
    "api/marks/notes": {"POST": ANALYSTS},
    "api/marks/questions/<name>/close": {"POST": ANALYSTS},
    "api/marks/tags": {"POST": ANALYSTS, "DELETE": ANALYSTS},
    "api/marks/assignments": {"POST": ANALYSTS, "DELETE": ANALYSTS},
    "api/marks/translations": {"POST": ANALYSTS},
}


def test_every_address_is_in_the_table_and_no_other(bench: object) -> None:
    known = {route for route, _ in routes()}
    assert not known - set(TABLE), "addresses that the table does not know"
    assert not set(TABLE) - known, "addresses that are gone"


@pytest.mark.parametrize("person", PEOPLE, ids=lambda name: name or "nobody")
def test_the_guard_holds_every_address_to_the_table(
    bench: object, sign_in: SignIn, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = []
    client = sign_in(person)
    for route, view in routes():
        for method, allowed in TABLE.get(route, {}).items():
            is_in = _gets_past(client, route, view, method)
            if is_in != (person in allowed):
                wrong.append((route, method, is_in))
    assert not wrong


def test_a_method_that_is_not_in_the_table_of_an_operation_is_refused(bench: object, sign_in: SignIn) -> None:
    assert sign_in("owner").put("/api/documents").status_code == 403


def test_a_reader_is_refused_in_words_and_a_program_in_one_line(bench: object, sign_in: SignIn) -> None:
    page = sign_in("reader").get("/people/")
    assert (page.status_code, b"Your role does not allow this" in page.content) == (403, True)
    line = sign_in("reader").post("/api/marks/tags", "{}", content_type="application/json")
    assert (line.status_code, line["Content-Type"]) == (403, "application/problem+json")
    assert line.json()["detail"] == "your role does not allow this"
    nobody = sign_in("").get("/api/documents")
    assert (nobody.status_code, nobody.json()["title"]) == (401, "Unauthorized")


def _gets_past(client: Any, route: str, view: Any, method: str) -> bool:
    """Whether the guard lets a request through to its view; the view itself is not run."""
    from django.contrib.auth import get_user
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory
    from django.urls import resolve

    from clarion.workbench.guard import Admission

    path = "/" + route
    for kind, example in (("<str:", "x"), ("<slug:", "start"), ("<int:", "1"), ("<", "x")):
        while kind in path:
            start = path.index(kind)
            path = path[:start] + example + path[path.index(">", start) + 1 :]
    request = RequestFactory().generic(method, path, HTTP_HOST="127.0.0.1:8470")
    key = client.session.session_key
    request.session = SessionStore(key)
    request.user = get_user(request)
    request.resolver_match = resolve(path)
    return Admission(lambda _: None).process_view(request, view, (), {}) is None  # type: ignore[arg-type,return-value]
