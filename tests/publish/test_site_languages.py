"""A site in Korean: its frame, its search and its feed; what is for programs stays English."""

import json
import re
from dataclasses import replace

import pytest
from lxml import etree, html

from clarion.model import Record, View
from clarion.publish.options import Format, PublishOptions
from clarion.publish.render import site_of
from clarion.publish.safety import Guard, Safe, for_view
from clarion.publish.site import build, words_of_frame
from clarion.publish.spoken import frame_texts

ATOM = "{http://www.w3.org/2005/Atom}"
ENGLISH = PublishOptions(
    format=Format.SITE,
    view=View.PUBLIC,
    title="What is reported, and how surely",
    made_at="2024-09-03T10:00:00Z",
    heads=("ab" * 32,),
)
KOREAN = replace(ENGLISH, language="ko")
EXPORTS = {"data/record.json": ("the record, by its published schema", b"{}"), "data/calendar.ics": ("days", b"BEGIN")}
# what no language changes: forms of files, zones, names of programs
KEPT = re.compile(
    r"SHA-256|JavaScript|GeoJSON|JSON-LD|JSON|Markdown|HXL|FollowTheMoney|Aleph|iCalendar|Atom|PROV|Web Annotation"
    r"|schema\.org|text/plain|America/\w+|Natural Earth|Clarion|UTC|name withheld|metadata|dateline|first line|days"
    r"|header Date|[\w’' -]+ \(through [\w ]+\)|EST"
)


@pytest.fixture(scope="module")
def korean(record: Record) -> dict[str, str]:
    """The texts of a site in Korean."""
    return {one.path: one.content.decode() for one in build(record, KOREAN, EXPORTS)}


@pytest.fixture(scope="module")
def english(record: Record) -> dict[str, str]:
    """The texts of the same site in English."""
    return {one.path: one.content.decode() for one in build(record, ENGLISH, EXPORTS)}


@pytest.fixture
def safe(record: Record) -> Safe:
    """The sample as the public may see it, with nothing to withhold."""
    handlings = {one.id: "public" for one in record.documents}
    return for_view(record, (), Guard(view=View.PUBLIC, handlings=handlings, secret=b"s" * 32))


def pages(site: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in site.items() if path.endswith(".html")}


def test_the_frame_of_every_page_is_korean(korean: dict[str, str]) -> None:
    for path, page in pages(korean).items():
        assert html.document_fromstring(page).get("lang") == "ko", path
        left = [text for text in frame_texts(page) if re.search(r"[A-Za-z]{3}", KEPT.sub("", text))]
        assert len(left) <= 6, (path, left)
        assert not [text for text in left if len(text) > 120], path
    assert "<title>사건 · 보고된 것과 그 확실성</title>" in korean["incidents.html"]


def test_the_same_files_and_links_are_there_in_both_languages(korean: dict[str, str], english: dict[str, str]) -> None:
    assert sorted(korean) == sorted(english)
    for path, page in pages(english).items():
        here, there = (re.findall(r'(?:href|src|id)="[^"]*"', text) for text in (page, korean[path]))
        assert here == there, path


def test_words_of_documents_stay(korean: dict[str, str], english: dict[str, str]) -> None:
    for path, page in pages(english).items():
        here, there = (
            [one.text_content() for one in html.document_fromstring(text).xpath("//blockquote | //*[@class='words']")]
            for text in (page, korean[path])
        )
        assert here == there, path


def test_what_the_search_finds_is_told_in_korean(korean: dict[str, str], english: dict[str, str]) -> None:
    told = korean["search.js"]
    for words in ("찾은 것이 없습니다.", "결과 1건.", "결과 {n}건.", "결과 {n}건, 처음 {m}건만 보임."):
        assert json.dumps(words, ensure_ascii=False) in told
    assert "result" not in "".join(re.findall(r'"[^"]*"', told))
    assert '"{n} results, the first {m} shown."' in english["search.js"]
    kinds = set(re.findall(r'"(사건 I\d+|문서 D\d+|행동 A\d+|요구)"', korean["search-index.js"]))
    assert {kind[0] for kind in kinds} == {"사", "문", "행", "요"}
    assert "Incident I" not in korean["search-index.js"]


def test_the_feed_is_korean(korean: dict[str, str], english: dict[str, str]) -> None:
    feed, other = (etree.fromstring(site["feed.xml"].encode()) for site in (korean, english))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "ko"
    assert other.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    titles = [one.findtext(f"{ATOM}title") for one in feed.findall(f"{ATOM}entry")]
    assert any(re.match(r"\S.*: 강제 송환: ", title) for title in titles)
    assert [one.get("term") for one in feed.iter(f"{ATOM}category")] == [
        one.get("term") for one in other.iter(f"{ATOM}category")
    ]


def test_what_is_for_programs_is_the_same_in_each_language(record: Record, safe: Safe) -> None:
    here, there = ({one.path: one.content for one in site_of(safe, options)} for options in (ENGLISH, KOREAN))
    data = [path for path in here if path.startswith("data/") and path != "data/dossier.html"]
    assert len(data) > 6
    assert [path for path in data if here[path] != there[path]] == []
    assert b'<html lang="ko">' in there["data/dossier.html"]


def test_the_words_of_a_language_are_no_slip(korean: dict[str, str]) -> None:
    assert any("찾은 것이 없습니다." in words for words in words_of_frame("ko"))
    assert not any("찾은 것이 없습니다." in words for words in words_of_frame())
