"""The dossier as a page: whole, closed to the network, and leading back to the words."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest

from clarion.model import Judgement, Record, View
from clarion.publish import Format, PublishOptions, render

Page = lxml.html.HtmlElement
OPTIONS = PublishOptions(format=Format.HTML, view=View.SEALED, title="Two rivers", made_at="2024-08-18T09:30:00Z")


@pytest.fixture(scope="module")
def made(record: Record, judgements: tuple[Judgement, ...]) -> str:
    """The sample as a page."""
    options = replace(OPTIONS, judgements=judgements, questions=("Who ordered the buses?",), heads=("a:1:ff", "b:2:ee"))
    return render(record, options).decode()


@pytest.fixture(scope="module")
def page(made: str) -> Page:
    """The page, parsed."""
    return lxml.html.document_fromstring(made)


@pytest.fixture(scope="module")
def words(page: Page) -> Callable[[str], str]:
    """The text of the first element of a path, on one line."""
    return lambda path: " ".join(page.xpath(path)[0].text_content().split())


def test_the_page_asks_nothing_of_any_network(page: Page, made: str) -> None:
    targets = [value for _, name, value, _ in page.iterlinks()]
    assert all(value.startswith("#") for value in targets)
    assert not page.xpath(
        "//script | //iframe | //img | //link | //object | //embed | //form | //base | //video | //audio"
    )
    assert "url(" not in made
    assert "@import" not in made


def test_the_policy_forbids_everything_but_its_own_style(page: Page) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert "script" not in policy


def test_no_element_handles_events_or_has_its_own_style(page: Page) -> None:
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc", "action")]


def test_every_link_leads_somewhere_and_every_address_stands_once(page: Page) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_every_claim_leads_to_its_words(page: Page, record: Record) -> None:
    for claim in record.claims:
        card = page.xpath(f"//article[@id='{claim.id}']")[0]
        assert card.xpath(".//blockquote/a")[0].text_content() == claim.quote
        assert f"#at-{claim.id}" in card.xpath(".//blockquote//@href")
        mark = page.xpath(f"//a[@id='at-{claim.id}']")[0]
        after = "".join(mark.xpath("following-sibling::node()//text() | following-sibling::text()"))
        assert after.startswith(claim.quote[:12])


def test_the_whole_text_of_every_document_is_shown(page: Page, record: Record) -> None:
    shown = []
    for words in page.xpath("//div[@class='words']"):
        for number in words.xpath(".//a[@class='at']"):
            number.text = ""
        shown.append(words.text_content())
    assert sorted(shown) == sorted(document.text or "" for document in record.documents)


def test_sealed_stands_on_the_screen_and_on_every_printed_page(page: Page, made: str) -> None:
    assert page.xpath("//p[@class='seal']")[0].text_content().startswith("SEALED")
    assert '@top-left { content: "SEALED"' in made
    assert page.xpath("//title")[0].text.startswith("SEALED")


def test_the_summary_says_the_essentials(words: Callable[[str], str]) -> None:
    summary = words("//section[@id='summary']")
    for said in ("8 documents", "17 claims", "5 incidents", "2 disputed", "1 corroborated", "1 warned of"):
        assert said in summary
    assert "Denied by a border official (through Meridian Wire)." in summary
    assert "Warned of 42 days before." in summary
    assert "1 of 17 claims have been judged" in summary


def test_rival_figures_stand_side_by_side_and_are_not_added_up(words: Callable[[str], str]) -> None:
    figures = words("//table[contains(@class, 'figures')][.//th[.='at least 120 people']]")
    for said in ("90 to 100 people", "at least 120 people", "140 people", "are not added up", "cannot all be true"):
        assert said in figures
    assert "1 origin, 2 documents" in figures


def test_a_denial_is_shown_as_fully_as_what_it_denies(page: Page, record: Record) -> None:
    denials = [claim for incident in record.incidents for claim in incident.denials]
    for denial in denials:
        parts = [sorted({dt.text for dt in page.xpath(f"//article[@id='{claim}']//dt")})[:2] for claim in (denial,)]
        assert parts == [["Affected", "When"]]


def test_origins_are_a_tree_and_what_is_untraced_is_listed_apart(words: Callable[[str], str]) -> None:
    assert "2 independent origins behind 3 documents" in words("//article[contains(., 'Abbey of Two Rivers')]")
    assert "Cannot be traced, not counted" in words("//ul[@class='origins'][contains(., 'Meridian Wire')]")
    assert "cannot be traced and is not counted" in words("//article[@class='incident'][contains(., 'scan-0017.txt')]")


def test_a_finding_never_says_violated(made: str, words: Callable[[str], str]) -> None:
    assert not re.search(r"violat", made, re.IGNORECASE)
    finding = words("//details[@id='fnd_cat']")
    assert "Bound since 1 November 2007, no longer from 31 January 2025" in finding
    assert "No claim speaks for it" in finding


def test_a_wrong_time_zone_is_a_visible_question(words: Callable[[str], str]) -> None:
    row = words("//tr[@id='act_rally']")
    assert "? The time zone as written contradicts the date." in row
    assert "20 August 2024, 13:00 to 14:30" in row


def test_unknown_is_written_out(words: Callable[[str], str]) -> None:
    assert "unknown" in words("//tr[@id='act_mass']")
    assert "None" not in words("//main")


def test_every_line_says_whether_a_person_has_judged_it(page: Page, record: Record) -> None:
    lines = page.xpath(
        "//article[contains(@class, 'claim') or contains(@class, 'incident')] | //details[@class='finding']"
    )
    assert len(lines) >= len(record.claims)
    assert all(line.xpath(".//*[contains(@class, 'judged')]") for line in lines)
    judged = page.xpath(f"//article[@id='{record.claims[3].id}']//span[@class='judged j-accept']")[0].text_content()
    assert judged == "accepted by Ines Malko, 2 September 2024: read twice"


def test_drawings_have_names_and_tables_captions_for_those_who_cannot_see(page: Page) -> None:
    assert page.xpath("//svg")
    assert all(svg.get("aria-label") and svg.get("role") == "img" for svg in page.xpath("//svg"))
    assert all(table.xpath("./caption") for table in page.xpath("//table"))
    assert all(cell.get("scope") for cell in page.xpath("//th"))


def test_headings_never_skip_a_level(page: Page) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_texts_name_their_language(page: Page) -> None:
    assert page.xpath("//blockquote[@lang='ko']")
    assert page.xpath("//div[@class='words'][@lang='zh']")


def test_the_order_of_lists_changes_nothing(record: Record) -> None:
    turned = Record(**{name: getattr(record, name)[::-1] for name in Record.__dataclass_fields__})
    strip = re.compile(rb"[0-9a-f]{64}")  # the record's digest is of the list as given
    assert strip.sub(b"", render(turned, OPTIONS)) == strip.sub(b"", render(record, OPTIONS))


def test_a_claim_whose_document_is_missing_is_still_shown(record: Record) -> None:
    alone = Record(claims=record.claims[:1])
    made = lxml.html.document_fromstring(render(alone, OPTIONS).decode())
    assert made.xpath(f"//article[@id='{record.claims[0].id}']")
    assert {href[1:] for href in made.xpath("//@href")} <= set(made.xpath("//@id"))


def test_colours_can_be_told_from_their_ground(made: str) -> None:
    roots = re.findall(r":root \{(.*?)\}", made, re.S)
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", root)) for root in roots)
    pairs = [("ink", "paper"), ("soft", "paper"), ("soft", "wash"), ("link", "paper"), ("link", "wash"),
             ("seal-ink", "seal"),
             ("mark-ink", "mark"), ("mark-ink", "mark-many"), ("ink", "target"), ("bad", "paper"), ("sure", "paper"),
             *((name, f"{name}-wash") for name in ("sure", "torn", "told", "fear", "no")),
             *((name, "wash") for name in ("sure", "torn", "told", "fear", "no"))]  # fmt: skip
    for colours in (light, dark):
        for ink, ground in pairs:
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


def _contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, contrast ratio."""

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
