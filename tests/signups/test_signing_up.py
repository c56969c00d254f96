"""From a filled form to a counted sign-up and back: who is counted, who is not, and what stands on the disk."""

import json
from pathlib import Path

import pyrage  # type: ignore[import-untyped]
import pytest

import forms
from clarion.mailing import ResultKind
from clarion.signups.shelf import State
from forms import ADDRESS, NAME, OWNER, WORDS, Bench, fields_of, wait_for


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return forms.bench(tmp_path / "forms")


def rows(bench: Bench) -> list[Path]:
    return [path for path in (bench.folder / "received" / "two-men").iterdir() if not path.name.startswith(".")]


def confirmed(bench: Bench) -> int:
    return bench.shelf.counts()[State.CONFIRMED]


def test_a_sign_up_counts_once_its_button_is_pressed(bench: Bench) -> None:
    assert bench.sign_up().fields["Location"] == "/two-men/sent"
    assert "Look into your mail" in bench.get("/two-men/sent").body
    assert bench.mail()["To"] == ADDRESS
    link = bench.link("confirm")
    assert confirmed(bench) == 0
    assert "Yes, it was me" in bench.get(link).body
    assert confirmed(bench) == 0, "a program that looks at the link confirms nothing"
    assert bench.ask("HEAD", link).body == ""
    assert confirmed(bench) == 0
    assert bench.post(link).fields["Location"] == "/two-men/confirmed"
    assert confirmed(bench) == 1
    assert bench.post(link).status == 303, "pressing twice does no harm"
    assert confirmed(bench) == 1


def test_a_sign_up_is_deleted_by_its_link_for_good(bench: Bench) -> None:
    bench.sign_up()
    confirm, delete = bench.link("confirm"), bench.link("delete")
    bench.post(confirm)
    assert "Delete it" in bench.get(delete).body
    assert confirmed(bench) == 1, "looking deletes nothing"
    assert bench.post(delete).fields["Location"] == "/two-men/deleted"
    assert rows(bench) == []
    assert [bench.get(one).status for one in (confirm, delete)] == [404, 404]
    assert [bench.post(one).status for one in (confirm, delete)] == [404, 404]


def test_links_of_an_earlier_sign_up_do_nothing_to_a_later_one(bench: Bench) -> None:
    bench.sign_up()
    confirm, delete = bench.link("confirm"), bench.link("delete")
    bench.post(delete)
    bench.sign_up()
    bench.mail(2)
    assert bench.post(confirm).status == 404
    assert bench.post(delete).status == 404
    assert len(rows(bench)) == 1


def test_made_up_links_lead_nowhere(bench: Bench) -> None:
    bench.sign_up()
    link = bench.link("confirm")
    changed = link[:-1] + ("0" if link[-1] != "0" else "1")
    other = link.replace("/confirm/", "/delete/")
    for path in (changed, other, "/two-men/confirm/" + "0" * 40 + "/" + "0" * 40, link + "/", link.upper()):
        assert bench.get(path).status == 404, path
        assert bench.post(path).status == 404, path
    assert confirmed(bench) == 0
    assert len(rows(bench)) == 1


def test_what_is_not_confirmed_in_time_is_erased(bench: Bench) -> None:
    import datetime

    bench.sign_up()
    bench.mail()
    day = bench.day.date()
    assert bench.shelf.sweep(day + datetime.timedelta(days=7)) == 0
    assert bench.shelf.sweep(day + datetime.timedelta(days=8)) == 1
    assert rows(bench) == []


def test_what_is_confirmed_is_not_swept_away(bench: Bench) -> None:
    import datetime

    bench.sign_up()
    bench.post(bench.link("confirm"))
    assert bench.shelf.sweep(bench.day.date() + datetime.timedelta(days=900)) == 0


def test_nothing_of_a_person_stands_on_the_disk_in_clear(bench: Bench) -> None:
    bench.sign_up(HTTP_X_FORWARDED_FOR="203.0.113.77", REMOTE_ADDR="203.0.113.77")
    bench.post(bench.link("confirm"))
    bench.sign_up(address="second@supporter.example")
    bench.mail(2)
    stored = {path: path.read_bytes() + str(path).encode() for path in bench.folder.rglob("*") if path.is_file()}
    texts = (NAME, "Quillfeather", "김새벽", ADDRESS, "asa.quill", "supporter.example", WORDS, "203.0.113.77")
    for path, content in stored.items():
        for text in texts:
            assert not [one for one in forms.clear_forms(text) if one in content], (path.name, text)
    assert b"AGE-SECRET-KEY" not in b"".join(stored.values())


def test_the_owner_and_nobody_else_reads_it(bench: Bench) -> None:
    bench.sign_up()
    bench.mail()
    (_, _, locked), *_ = bench.shelf.locked()
    told = json.loads(pyrage.decrypt(locked, [OWNER]))
    assert (told["name"], told["address"], told["words"]) == (NAME, ADDRESS, WORDS)
    assert told["consent"] == bench.desk.campaign.consent_version
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(locked, [pyrage.x25519.Identity.generate()])


def test_the_length_and_the_time_of_a_file_tell_nothing(bench: Bench) -> None:
    bench.sign_up(name="Bo")
    bench.sign_up(address="another.much.longer.address@supporter.example", name="A much longer name than the other one")
    bench.mail(2)
    # age itself adds a stanza of a random length, so what is measured is what it holds
    assert {len(pyrage.decrypt(locked, [OWNER])) for _, _, locked in bench.shelf.locked()} == {2048}
    assert {path.stat().st_mtime % 86_400 for path in rows(bench)} == {0}


def test_a_program_that_fills_in_the_trap_is_told_the_same_and_kept_out(bench: Bench) -> None:
    reply = bench.post("/two-men/", fields_of(website="http://spam.example"))
    assert (reply.status, reply.fields["Location"]) == (303, "/two-men/sent")
    bench.sign_up(address="person@supporter.example")
    bench.mail()
    assert len(rows(bench)) == 1


def test_a_form_sent_in_one_step_or_too_fast_or_changed_is_not_taken(bench: Bench) -> None:
    first = bench.post("/two-men/", fields_of())
    assert "Is this right?" in first.body
    assert ADDRESS in first.body
    seal = dict(first.hidden)["seal"]
    assert "That was quick" in bench.post("/two-men/", first.hidden).body, "no time has passed"
    bench.clock += 10
    changed = [(name, "spy@evil.example" if name == "email" else value) for name, value in first.hidden]
    assert bench.post("/two-men/", changed).status == 200
    assert bench.post("/two-men/", fields_of(seal="9." + seal.partition(".")[2])).status == 200
    assert bench.post("/two-men/", fields_of(seal="x")).status == 200
    bench.clock += 4000
    assert bench.post("/two-men/", first.hidden).status == 200, "an hour later it has to be looked at again"
    assert rows(bench) == []
    assert not bench.mails


def test_one_address_is_one_sign_up_and_gets_few_mails(bench: Bench) -> None:
    for _ in range(6):
        assert bench.sign_up().status == 303
    bench.sign_up(address=ADDRESS.replace("asa", "ASA"))
    bench.sign_up(address="last@supporter.example")
    wait_for(lambda: any(mail.recipient == "last@supporter.example" for mail in bench.mails))
    assert len([mail for mail in bench.mails if mail.recipient != "last@supporter.example"]) == 3
    assert len(rows(bench)) == 2


def test_who_takes_part_already_is_told_by_mail_once_a_day_and_nothing_changes(bench: Bench) -> None:
    import datetime

    bench.sign_up()
    bench.post(bench.link("confirm"))
    before = [path.read_bytes().partition(b"\n")[2] for path in rows(bench)]
    assert bench.sign_up(name="Somebody Else").status == 303
    bench.day += datetime.timedelta(days=1)
    assert bench.sign_up(name="Somebody Else").status == 303
    assert bench.mail(2)["Subject"].startswith("You take part already")
    bench.sign_up(name="Somebody Else")
    bench.sign_up(address="last@supporter.example")
    wait_for(lambda: len(bench.mails) == 3)
    assert confirmed(bench) == 1
    assert before[0] in [path.read_bytes().partition(b"\n")[2] for path in rows(bench)]


def test_whether_an_address_takes_part_is_told_to_nobody(bench: Bench) -> None:
    first = bench.sign_up()
    bench.post(bench.link("confirm"))
    again = bench.sign_up()
    assert (first.status, first.fields, first.body) == (again.status, again.fields, again.body)


def test_nothing_that_was_filled_in_stands_in_the_mail(bench: Bench) -> None:
    """Else anybody could have the server say anything to anybody."""
    bench.sign_up(name="Buy at http://spam.example")
    text = bench.mail().as_string() + bench.mail().get_content()
    assert "spam.example" not in text
    assert "Tuesdays" not in text
    assert bench.mail()["Auto-Submitted"] == "auto-generated"
    assert bench.mail()["To"].addresses[0].display_name == ""


def test_a_sign_up_whose_mail_is_refused_is_erased_and_can_be_tried_again(bench: Bench) -> None:
    bench.outcome = ResultKind.REFUSED
    bench.sign_up()
    bench.mail()
    wait_for(lambda: rows(bench) == [])
    bench.outcome = ResultKind.ACCEPTED
    bench.sign_up()
    bench.mail(2)
    assert len(rows(bench)) == 1


def test_a_count_is_told_from_ten_on_and_in_tens(bench: Bench) -> None:
    for number in range(12):
        told = json.loads(bench.get("/two-men/count.json").body)
        assert told == {"count": 10 if number >= 10 else None, "told_from": 10}, number
        bench.sign_up(address=f"person{number}@supporter.example")
        bench.post(bench.link("confirm", number + 1))
    assert "More than 10 people take part." in bench.get("/two-men/").body


def test_a_count_goes_down_by_what_is_deleted_and_by_bounces_noted_elsewhere(bench: Bench) -> None:
    for number in range(11):
        bench.sign_up(address=f"person{number}@supporter.example")
        bench.post(bench.link("confirm", number + 1))
    assert bench.desk.shown_count() == 10
    bench.post(bench.link("delete", 11))
    assert bench.desk.shown_count() == 10
    name, row = next(bench.shelf.rows())
    bench.shelf.change(name, row, state=State.BOUNCED)
    assert bench.desk.shown_count() == 10, "another process noted it: seen at the next count"
    bench.desk.recount()
    assert bench.desk.shown_count() is None


def test_a_full_disk_is_told_and_nothing_is_lost(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.sign_up()
    link = bench.link("confirm")

    def full(self: Path, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert bench.post(link).status == 503
    monkeypatch.undo()
    assert bench.post(link).status == 303


def test_a_stop_in_the_middle_of_writing_leaves_what_was_there(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.sign_up()
    link = bench.link("confirm")
    before = {path.name: path.read_bytes() for path in rows(bench)}

    def stops(self: Path, target: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stops)
    with pytest.raises(KeyboardInterrupt):
        bench.post(link)
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in rows(bench)} == before
    assert bench.post(link).status == 303
    assert confirmed(bench) == 1


def test_files_and_folders_are_closed_to_others(bench: Bench) -> None:
    bench.sign_up()
    bench.mail()
    for path in (bench.folder / "received" / "two-men").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
    assert (bench.folder / "server" / "secret").stat().st_mode & 0o077 == 0
    assert (bench.folder / "server").stat().st_mode & 0o077 == 0
