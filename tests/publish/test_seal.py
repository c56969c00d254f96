"""The digest inside a dossier."""

import hashlib
from dataclasses import replace

import pytest

from clarion.model import Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, render

OPTIONS = PublishOptions(
    format=Format.HTML, view=View.SEALED, title="Two rivers", heads=("a 1 ff", "b 2 ee"), made_at="2024-08-18T09:30:00Z"
)


@pytest.fixture(scope="module")
def made(record: Record) -> bytes:
    """The sample as a sealed page."""
    return render(record, OPTIONS)


def test_a_dossier_as_it_was_made_is_whole(made: bytes, record: Record) -> None:
    checked = check(made)
    assert checked.is_whole
    assert checked.view == "sealed"
    assert checked.heads == ("a 1 ff", "b 2 ee")
    assert checked.made_at == "2024-08-18T09:30:00Z"
    assert checked.record_sha256 == hashlib.sha256(record.to_json(with_text=True).encode()).hexdigest()


def test_the_digest_stands_in_the_head_and_where_people_see_it(made: bytes) -> None:
    assert made.count(check(made).digest.encode()) == 2


@pytest.mark.parametrize("change", [(b"90 to 100", b"90 to 900"), (b"SEALED", b"PUBLIC"), (b"</body>", b" </body>")])
def test_a_changed_dossier_is_not_whole(made: bytes, change: tuple[bytes, bytes]) -> None:
    changed = made.replace(*change, 1)
    assert changed != made
    assert not check(changed).is_whole


def test_sixty_four_zeros_in_a_text_stay_as_they_are(record: Record) -> None:
    zeros = "0" * 64
    told = replace(record.documents[0], text=zeros + ' <code id="clarion-digest">' + zeros)
    page = render(Record(documents=(told,)), OPTIONS)
    assert check(page).is_whole
    assert page.count(zeros.encode()) == 2


def test_equal_input_gives_equal_bytes(made: bytes, record: Record) -> None:
    assert render(record, OPTIONS) == made


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"\xff\xfe\x00", b'<meta name="clarion-digest" content="ff">'])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(BadRequest, match="no dossier"):
        check(data)
