"""A campaign as a file, and what is refused in one."""

from dataclasses import replace
from pathlib import Path

import pytest

from clarion.model.errors import BadRequest
from clarion.signups import read_campaign, read_campaigns, write_campaign
from forms import CAMPAIGN

ODD = 'A "title" with \\ and \ttabs, 한국어, and \x7f'


def test_a_campaign_is_read_as_it_was_written(tmp_path: Path) -> None:
    for one in (CAMPAIGN, replace(CAMPAIGN, ends="2027-01-31", title=ODD, consent="two\nlines", unconfirmed_days=3)):
        path = tmp_path / "campaign.toml"
        path.write_text(write_campaign(one), encoding="utf-8")
        assert read_campaign(path) == one


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("id", "Two Men", "small letters"),
        ("id", "../x", "small letters"),
        ("language", "xx", "no language"),
        ("address", "http://forms.watch.example", "reads like https://"),
        ("address", "https://forms.watch.example/path", "reads like https://"),
        ("recipient", "AGE-SECRET-KEY-1QQQ", "no age public key"),
        ("contact", "nobody", "no e-mail address"),
        ("ends", "soon", "ends is a day"),
        ("title", "x" * 201, "too long"),
    ],
)
def test_a_wrong_field_is_refused(field: str, value: str, says: str) -> None:
    with pytest.raises(BadRequest, match=says):
        write_campaign(replace(CAMPAIGN, **{field: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('organiser = "Border Watch"', "", "organiser has to be a text"),
        ('kinds = ["pledge", "volunteer"]', 'kinds = ["money"]', "kinds is a list"),
        ("unconfirmed_days = 7", "unconfirmed_days = 900", "number from 1"),
        ("unconfirmed_days = 7", 'secret = "x"', "secret is no field"),
        ("unconfirmed_days = 7", "=", "cannot be read"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, before: str, after: str, says: str) -> None:
    path = tmp_path / "campaign.toml"
    text = write_campaign(CAMPAIGN)
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(BadRequest, match=says):
        read_campaign(path)


def test_a_folder_holds_one_campaign_or_one_in_each_folder(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="no campaign"):
        read_campaigns(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "campaign.toml").write_text(write_campaign(replace(CAMPAIGN, id=name + "-x")))
    assert list(read_campaigns(tmp_path)) == ["one-x", "two-x"]
    (tmp_path / "two" / "campaign.toml").write_text(write_campaign(replace(CAMPAIGN, id="one-x")))
    with pytest.raises(BadRequest, match="called one-x too"):
        read_campaigns(tmp_path)


def test_other_words_of_consent_are_another_version() -> None:
    assert CAMPAIGN.consent_version != replace(CAMPAIGN, consent=CAMPAIGN.consent + " ").consent_version
