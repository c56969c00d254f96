"""A sealed document as a person not named for it finds it: nowhere. Every address is asked, by every other role."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from clarion.flow.case import Case
from desks import made, settled
from routing import paths

SignIn = Callable[..., Any]
OTHERS = ("reader", "analyst", "editor")
SECRET = (
    "Zephyrholm Bulletin\n\nZephyrholm, 9 June 2023\n\nSoldiers arrested 41 weavers in Tbilisi on 8 June 2023, Marigold"
    " Quillfeather said. She warned that guards would deport them to Turkey within a week. The Zephyrholm Bulletin"
    " calls on Georgia to release the 41 weavers by 1 July 2099.\n"
)
# words that stand in the secret, and in what was put on it, and nowhere else
MARKERS = (
    "Zephyrholm", "Quillfeather", "weavers", "zephyr.txt", "note-qx7", "question-qx7", "tag-qx7", "reason-qx7",
    "search-qx7", "translation-qx7", "sealing-qx7",
)  # fmt: skip
ABSENT = "0" * 24
LISTS = ("documents", "claims", "incidents", "findings", "asks", "actions", "voices", "questions", "publications")


@pytest.fixture(scope="module")
def sealed(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """A case with one document sealed for the owner, what it held before, and the ids of all that rests on it."""
    from clarion.workbench import cases

    case = made(tmp_path_factory.mktemp("sealed"))
    before = {name: listed(case, name) for name in LISTS}
    desk = case.desk("owner")
    file = tmp_path_factory.mktemp("secret") / "zephyr.txt"
    file.write_text(SECRET, encoding="utf-8")
    (document,) = desk.take_in([file]).new
    settled(case)
    claims = [row.claim.id for row in desk.claims().items if row.claim.document == document]
    assert claims
    for about in (document, claims[0]):
        desk.assign(about, "reader")  # who could see it then
    desk.set_handling(document, "sealed", named=["owner"], reason="sealing-qx7")
    judged = desk.judge(claims[0], "accept", "reason-qx7").judgement
    for about in (document, claims[0]):
        desk.note(about, "note-qx7")
        desk.tag(about, "tag-qx7")
        desk.ask_about(about, "question-qx7")
    desk.translate(document, span=(0, 10), language="fr", words="translation-qx7")
    desk.save_search("search-qx7", "search", "words=Zephyrholm")
    settled(case)
    after = {name: listed(case, name) for name in LISTS}
    hidden = {str(document), judged.id} | {one for name in LISTS for one in after[name] - before[name]}
    patch = pytest.MonkeyPatch()
    patch.setattr(cases, "open_case", lambda: case)
    yield {"case": case, "document": str(document), "hidden": hidden, "claim": claims[0], "before": before}
    patch.undo()
    case.close()


def listed(case: Case, name: str) -> set[str]:
    """The ids of a list as the owner sees it."""
    import msgspec

    desk = case.desk("owner")
    page = desk.open_questions() if name == "questions" else getattr(desk, name)()
    return set(re.findall(r'"((?:sha256:|clm_|inc_|fnd_|ask_|act_|voi_)\w+)"', msgspec.json.encode(page).decode()))


def filled(route: str, name: str) -> str:
    """A route with an id in place of what varies."""
    value = name.removeprefix("sha256:") if "digits" in route else name
    route = re.sub(r"<int:\w+>", "1", re.sub(r"<slug:\w+>", "start", route))
    return re.sub(r"<[^>]+>", value, route)


def told(response: Any, *names: str) -> tuple[int, str]:
    """What an answer says, without the ids that were asked for and what differs with each request."""
    body = b"".join(response) if response.streaming else response.content
    text = body.decode(errors="replace") + unquote(response.headers.get("X-Problem", ""))
    for name in names:
        text = text.replace(name, "ID").replace(name.removeprefix("sha256:"), "ID").replace(name[:19], "ID")
    return response.status_code, re.sub(r"\b[A-Za-z0-9]{64}\b", "TOKEN", text)


def absent_like(name: str) -> str:
    """An id of the same kind of which there is nothing."""
    return f"sha256:{'0' * 64}" if name.startswith("sha256:") else f"{name.partition('_')[0]}_{ABSENT}"


def test_the_owner_finds_it_everywhere(sealed: dict[str, Any], sign_in: SignIn) -> None:
    """The other tests would pass if nothing were there at all."""
    owner = sign_in("owner")
    for address in ("/read/", "/extract/", "/log/", "/search/?words=weavers", "/api/documents", "/api/log"):
        text = owner.get(address).content.decode()
        assert any(marker in text for marker in MARKERS), address
    kinds = {name.partition("_")[0].partition(":")[0] for name in sealed["hidden"]}
    assert {"sha256", "clm", "inc", "voi", "jdg"} <= kinds


@pytest.mark.parametrize("person", OTHERS)
def test_no_page_and_no_operation_shows_anything_of_it(sealed: dict[str, Any], sign_in: SignIn, person: str) -> None:
    client = sign_in(person)
    for route in paths():
        if "<" in route or route.startswith("/account/"):
            continue
        status, text = told(client.get(route))
        assert status != 500, route
        found = [one for one in (*MARKERS, *sealed["hidden"]) if one in text]
        assert found == [], (route, found)


@pytest.mark.parametrize("person", OTHERS)
def test_asking_for_it_is_answered_as_for_what_does_not_exist(
    sealed: dict[str, Any], sign_in: SignIn, person: str
) -> None:
    """The same status and the same words, on every page and operation that takes an id."""
    client = sign_in(person)
    for route in paths():
        if "<" not in route or route.startswith(("/account/", "/enter/", "/people/", "/help/")):
            continue
        for name in sorted(sealed["hidden"]):
            other = absent_like(name)
            shown, absent = told(client.get(filled(route, name)), name), told(client.get(filled(route, other)), other)
            assert shown == absent, (route, name)


@pytest.mark.parametrize("person", ["analyst", "editor"])
def test_no_command_reaches_it(sealed: dict[str, Any], sign_in: SignIn, person: str) -> None:
    """Forms and operations about hidden things are refused in the words for things that are not there."""
    client = sign_in(person)
    extra = {
        "verdict": "accept", "reason": "why", "text": "words", "tag": "t", "to": "reader", "language": "fr",
        "words": "w", "start": "0", "end": "4", "other": "inc_x", "value": "3", "handling": "public", "claim": "clm_x",
    }  # fmt: skip
    posted = [route for route in paths() if route.startswith(("/judging/", "/marks/", "/read/", "/reconcile/"))]
    for route in posted:
        for name in sorted(sealed["hidden"]):
            other = absent_like(name)
            answers = []
            for one in (name, other):
                form = {**extra, "about": one, "question": one, "document": one}
                answers.append(told(client.post(filled(route, one), form, headers={"HX-Request": "true"}), one))
            assert answers[0] == answers[1], (route, name)
    assert not [one for one in sealed["case"].desk("owner").judgements_on(sealed["claim"]) if one.by != "owner"]


@pytest.mark.parametrize("person", OTHERS)
def test_counts_and_choices_are_as_if_it_had_never_come(sealed: dict[str, Any], sign_in: SignIn, person: str) -> None:
    client = sign_in(person)
    for name in ("documents", "claims", "incidents", "asks", "actions", "voices"):
        page = client.get(f"/api/{name}?size=500").json()
        kinds = {"documents": "sha256", "claims": "clm", "incidents": "inc", "asks": "ask", "actions": "act"}
        kind = kinds.get(name, "voi")
        assert page["total"] == len([one for one in sealed["before"][name] if one.startswith(kind)]), name
    for facets in ("claims", "incidents"):
        text = client.get(f"/api/facets/{facets}").content.decode()
        assert "Zephyrholm" not in text
    start = client.get("/api/start").json()
    assert start["documents"] == client.get("/api/documents").json()["total"]
    assert start["assigned"] == []
    assert start["questions"] == 0


@pytest.mark.parametrize("words", ["weavers", "Zephyrholm", "Quillfeather", "Tbilisi", "qx7"])
def test_no_search_and_no_filter_finds_it(sealed: dict[str, Any], sign_in: SignIn, words: str) -> None:
    client = sign_in("editor")
    asked = [
        "/search/?words=",
        "/read/?words=",
        "/extract/?words=",
        "/reconcile/?words=",
        "/voices/?words=",
        "/read/?tag=",
    ]
    asked += ["/read/?voice=", "/extract/?voice=", "/log/?by=owner&about=", "/extract/table.csv?words="]
    for address in asked:
        _, text = told(client.get(address + words))
        text = text.replace(words, "") if "csv" not in address else text
        assert [one for one in (*MARKERS, *sealed["hidden"]) if one in text] == [], address


def test_who_is_not_named_cannot_publish_the_whole(sealed: dict[str, Any], tmp_path: Path) -> None:
    from clarion.model.errors import BadRequest

    with pytest.raises(BadRequest, match="may see the whole case"):
        sealed["case"].desk("editor").publish(tmp_path / "out.html", view="sealed")
    assert not (tmp_path / "out.html").exists()


def test_naming_and_no_longer_naming_somebody_counts_at_once(sealed: dict[str, Any], sign_in: SignIn) -> None:
    desk, reader = sealed["case"].desk("owner"), sign_in("reader")
    address = f"/api/documents/{sealed['document']}"
    assert reader.get(address).status_code == 404
    desk.set_handling(sealed["document"], "sealed", named=["owner", "reader"], reason="sealing-qx7")
    assert reader.get(address).status_code == 200
    desk.set_handling(sealed["document"], "sealed", named=["owner"], reason="sealing-qx7")
    assert reader.get(address).status_code == 404
