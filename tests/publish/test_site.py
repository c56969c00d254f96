"""The pages of a site: whole, valid, leading only to each other, and saying what the record says."""

import contextlib
import hashlib
import itertools
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree, html

from clarion.model import Record, Status, View
from clarion.publish import PublishOptions
from clarion.publish.options import Format
from clarion.publish.site import NAME, build, check_files, read_manifest
from clarion.publish.site.finding import folded, terms
from clarion.publish.site.manifest import Manifest

ATOM = "{http://www.w3.org/2005/Atom}"
OPTIONS = PublishOptions(
    format=Format.SITE, view=View.PUBLIC, title="What is reported", made_at="2024-09-03T10:00:00Z", heads=("ab" * 32,)
)
EXPORTS = {"data/record.json": ("the record", b"{}"), "data/calendar.ics": ("days", b"BEGIN:VCALENDAR")}


_UNLISTED = "noindex, nofollow, noarchive"


def files(record: Record, options: PublishOptions = OPTIONS, before: Manifest | None = None) -> dict[str, bytes]:
    return {one.path: one.content for one in build(record, options, EXPORTS, before=before)}


@pytest.fixture(scope="module")
def site(record: Record) -> dict[str, bytes]:
    return files(record)


def pages(site: Mapping[str, bytes]) -> dict[str, html.HtmlElement]:
    return {path: html.document_fromstring(made) for path, made in site.items() if path.endswith(".html")}


def test_equal_records_give_equal_sites(record: Record, site: dict[str, bytes]) -> None:
    assert files(record) == site


def test_every_incident_and_document_has_a_page_that_says_its_title(record: Record, site: dict[str, bytes]) -> None:
    held = pages(site)
    for incident in record.incidents:
        assert held[f"incident/{incident.id}.html"].findtext(".//h1/bdi") == incident.title
    shown = ("".join(page.xpath("//div[@class='words']//text()[not(parent::a)]")) for page in held.values())
    texts = {" ".join(text.split()) for text in shown}
    assert {" ".join((document.text or "").split()) for document in record.documents if document.text} <= texts


def test_every_link_of_every_page_leads_to_something_in_the_site(site: dict[str, bytes]) -> None:
    held = pages(site)
    ids = {path: {one.get("id") for one in page.iter() if one.get("id")} for path, page in held.items()}
    followed = 0
    for path, page in held.items():
        for element, attribute, link, _ in page.iterlinks():
            assert not re.match(r"[a-z]+:|//", link), (path, link)
            there, fragment = urldefrag(unquote(link))
            target = str(_resolved(PurePosixPath(path).parent / there)) if there else path
            assert target in site, (path, attribute, link)
            if fragment and target in held:
                assert fragment in ids[target], (path, element.tag, link)
            followed += 1
    assert followed > 200


def _resolved(path: PurePosixPath) -> PurePosixPath:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)


def test_no_id_stands_twice_and_every_page_is_whole(site: dict[str, bytes]) -> None:
    for path, page in pages(site).items():
        ids = [one.get("id") for one in page.iter() if one.get("id")]
        assert len(ids) == len(set(ids)), path
        assert page.findtext(".//title"), path
        assert page.get("lang") == "en", path
        assert len(page.xpath("//h1")) == 1 == len(page.xpath("//main")), path
        levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4")]
        assert all(after - before < 2 for before, after in itertools.pairwise(levels)), (path, levels)
        unclosed = etree.HTMLParser(recover=False)
        with contextlib.suppress(etree.XMLSyntaxError):
            etree.fromstring(site[path], unclosed)
        # libxml2 knows no elements newer than HTML 4, which is all that it may complain of
        assert not [one for one in unclosed.error_log if one.type_name != "HTML_UNKNOWN_TAG"], path


def test_pages_run_no_script_but_the_search_and_ask_nobody(site: dict[str, bytes]) -> None:
    for path, page in pages(site).items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy, path
        scripts = page.xpath("//script/@src")
        assert scripts == (["search-index.js", "search.js"] if path == "search.html" else []), path
        assert not page.xpath("//*[@style]|//style|//iframe|//script[not(@src)]|//@onclick|//@onload"), path


def test_a_site_for_partners_asks_not_to_be_listed(record: Record, site: dict[str, bytes]) -> None:
    assert b"noindex" not in site["index.html"]
    partner = pages(files(record, replace(OPTIONS, view=View.PARTNER)))
    assert all(page.xpath("//meta[@name='robots']/@content") == [_UNLISTED] for page in partner.values())


def test_words_of_documents_never_become_markup(record: Record) -> None:
    evil = "<script>alert(1)</script>\"' onmouseover=x </main> \u202egnp.exe"
    changed = replace(record, incidents=tuple(replace(one, title=evil) for one in record.incidents))
    made = files(changed)
    for path, page in pages(made).items():
        assert b"<script>alert" not in made[path], path
        assert not page.xpath("//@onmouseover"), path
        assert "\u202e" not in made[path].decode(), path
    assert json.loads(made["search-index.js"].decode().partition("= ")[2].rstrip("\n;"))["pages"]


def test_the_index_finds_words_by_their_beginning_in_any_script() -> None:
    assert list(terms("Détained 90–100")) == ["detained", "90", "100"]
    assert list(terms("강제송환")) == ["강제", "제송", "송환", "환"]
    assert list(terms("2천명 sent")) == ["2", "천명", "명", "sent"]
    assert folded("ＡＢＣ Ñ") == "abc n"


def test_the_script_folds_words_as_the_index_does(site: dict[str, bytes]) -> None:
    """The two halves of the search are held against each other where there is a Node.js."""
    words = "Détained 강제송환 2천명 ＡＢＣ straße İstanbul naïve 瑞丽市 Ωμέγα हिन्दी"
    script = site["search.js"].decode()
    kept = re.search(r"(  const EAST = .*?const IS_EAST[^\n]*\n)", script, re.S)
    fold = re.search(r"(  const folded = .*?const runs = [^\n]*\n)", script, re.S)
    assert kept
    assert fold
    code = kept[1] + fold[1] + f"console.log(JSON.stringify(runs({json.dumps(words)})));"
    try:
        ran = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("no Node.js")
    known = set(terms(words))
    for run in json.loads(ran.stdout):
        assert run in known or all(run[i : i + 2] in known for i in range(len(run) - 1)), run


def test_the_feed_tells_each_incident_once_and_validates_as_atom(record: Record, site: dict[str, bytes]) -> None:
    feed = etree.fromstring(site["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == len(record.incidents)
    for parent in (feed, *entries):
        assert all(parent.findtext(ATOM + name) for name in ("id", "title", "updated"))
    links = {entry.find(f"{ATOM}link").get("href") for entry in entries}
    assert links <= set(site)


def test_only_what_changed_is_newer_in_the_next_edition(record: Record, site: dict[str, bytes]) -> None:
    before = read_manifest(site[NAME])
    first = record.incidents[0]
    changed = replace(record, incidents=(replace(first, status=Status.CONFIRMED), *record.incidents[1:]))
    later = files(changed, replace(OPTIONS, made_at="2024-10-01T00:00:00Z"), before)
    entries = {one.findtext(f"{ATOM}id"): one for one in etree.fromstring(later["feed.xml"]).findall(f"{ATOM}entry")}
    newer = [name for name, one in entries.items() if one.findtext(f"{ATOM}updated") == "2024-10-01T00:00:00Z"]
    assert newer == [f"urn:clarion:{first.id}"]
    assert first.status.value in entries[newer[0]].findtext(f"{ATOM}summary")


def test_the_manifest_tells_what_was_changed_lost_and_added(site: dict[str, bytes]) -> None:
    manifest = read_manifest(site[NAME])
    assert set(manifest.files) == set(site) - {NAME}
    digests = {path: hashlib.sha256(made).hexdigest() for path, made in site.items()}
    assert check_files(manifest, digests) == check_files(manifest, digests | {NAME: "x"})
    assert not any((wrong := check_files(manifest, digests)).changed + wrong.missing + wrong.added)
    spoilt = {path: digest for path, digest in digests.items() if path != "map.html"} | {"index.html": "0", "x": "1"}
    wrong = check_files(manifest, spoilt)
    assert (wrong.changed, wrong.missing, wrong.added) == (("index.html",), ("map.html",), ("x",))


def test_an_empty_record_makes_a_site_that_says_so() -> None:
    made = files(Record())
    assert b"The documents tell no incident" in made["index.html"]
    assert {"index.html", "feed.xml", NAME} <= set(made)


def test_the_frame_of_a_site_stays_small(site: dict[str, bytes]) -> None:
    """A first page on a slow line: the page, its style, nothing else."""
    assert len(site["style.css"]) < 40_000
    assert len(site["method.html"]) < 20_000
