"""Every sentence that states a fact leads to claims that the seal holds; the page on method is counted."""

import io
import re
from collections import Counter
from dataclasses import replace

import docx
import lxml.html
import pytest
from docx.oxml.ns import qn

from clarion.model import DetailKind, Judgement, JudgementVerdict, Record, View
from clarion.publish import Format, PublishOptions, check, render
from clarion.publish.options import Work
from clarion.publish.word.inline import name_of

OPTIONS = PublishOptions(format=Format.HTML, view=View.SEALED, made_at="2024-08-18T09:30:00Z")
# blocks of the page that say what is said to be so; what stands in them without a claim says why
STATING = (
    "//section[@id='summary']//ol[@class='lines']/li",
    "//p[@class='headline']",
    "//p[@class='one-figure']",
    "//table[contains(@class, 'figures')]/tbody/tr",
    "//article[contains(@class, 'claim')]",
    "//section[@id='asks']//li",
    "//table[contains(@class, 'evidence')]/tbody/tr",
    "//article[@class='incident']/dl//div[dt='When' or dt='Where' or dt='Affected'][not(contains(dd, 'unknown'))]",
)
# blocks that may name nothing, and then say so
STATING_OR_NONE = (
    "//section[@id='findings']//tbody/tr",
    "//section[@id='actions']//tbody/tr",
    "//section[@id='warnings']//li",
)
CLAIM = re.compile(r"^#(?:ev-)?(clm_[0-9a-f]{20})$")


@pytest.fixture(scope="module")
def made(record: Record) -> bytes:
    """The sample as a page."""
    return render(record, OPTIONS)


@pytest.fixture(scope="module")
def page(made: bytes) -> lxml.html.HtmlElement:
    """The page, parsed."""
    return lxml.html.document_fromstring(made.decode())


def claims_of(block: lxml.html.HtmlElement) -> set[str]:
    own = [block.get("id") or ""] if (block.get("id") or "").startswith("clm_") else []
    return {found[1] for one in block.xpath(".//@href") if (found := CLAIM.match(one))} | set(own)


def test_each_block_that_states_a_fact_carries_claims_of_the_seal(made: bytes, page: lxml.html.HtmlElement) -> None:
    sealed = {one.claim for one in check(made).sentences}
    for path in STATING:
        blocks = page.xpath(path)
        assert blocks, path
        for block in blocks:
            told = claims_of(block)
            assert told, (path, " ".join(block.text_content().split())[:90])
            assert told <= sealed
    for path in STATING_OR_NONE:
        for block in page.xpath(path):
            assert claims_of(block) <= sealed
            assert claims_of(block) or "none" in block.text_content(), path


def test_the_word_document_carries_the_same_references(record: Record, page: lxml.html.HtmlElement) -> None:
    word = docx.Document(io.BytesIO(render(record, replace(OPTIONS, format=Format.DOCX))))
    anchors = [one.get(qn("w:anchor")) for one in word.element.body.iter(qn("w:hyperlink"))]
    shown = page.xpath("//main//a[@class='ref']/@href")
    for one in shown:
        assert name_of(f"ev-{one[1:]}") in anchors
    numbers = Counter(one for one in anchors if one.startswith("ev_"))
    assert sum(numbers.values()) >= len(shown)


def lines_of(made: bytes) -> dict[str, list[str]]:
    """The page on method: what stands under each heading."""
    page = lxml.html.document_fromstring(made.decode())
    found = {}
    for heading in page.xpath("//section[@id='method']/h3"):
        items = heading.getnext().xpath("./li")
        found[heading.text] = [" ".join(item.text_content().split()) for item in items]
    return found


def test_the_method_is_counted_from_the_record(made: bytes, record: Record) -> None:
    told = lines_of(made)
    assert told["What was taken in"][0] == f"{len(record.documents)} documents, by kind: text/plain 8."
    assert told["What was taken in"][1].endswith("en 6, ko 1, zh 1.")
    assert told["How it was read"] == ["1 document read with problems, which are told beside each: D4"]
    assert told["What was found"][0] == f"{len(record.claims)} claims found by 1 rule of the engine; 0 added by people."
    assert told["What people judged"][0] == f"No person has judged any of the {len(record.claims)} claims."
    assert told["What was withheld"] == ["Nothing: this is the sealed view."]
    undated = sum(one.when is None for one in record.incidents)
    assert f"The day: of {undated} of {len(record.incidents)} incidents." in told["What is not known"]


def test_the_method_tells_who_judged_and_how_and_nothing_that_was_taken_back(record: Record) -> None:
    claims = record.claims

    def said(number: int, about: str, verdict: JudgementVerdict, value: str | None = None) -> Judgement:
        by = "Ines Malko" if number % 2 else "Tomas Ferreira"
        return Judgement(f"jdg_{number:020x}", about, verdict, value, "why", by, f"2024-09-01T08:00:{number:02}Z")

    verdict = JudgementVerdict
    judgements = (
        said(1, claims[0].id, verdict.ACCEPT),
        said(2, claims[1].id, verdict.REJECT),
        said(3, claims[2].id, verdict.ACCEPT),
        said(4, "jdg_00000000000000000003", verdict.WITHDRAW),
        said(5, record.documents[0].id, verdict.GRADE, "B"),
        said(6, claims[0].id, verdict.GRADE, "2"),
    )
    told = lines_of(render(record, replace(OPTIONS, judgements=judgements)))["What people judged"]
    assert told[0] == f"2 of {len(claims)} claims: accepted 1 and rejected 1."
    assert told[1].startswith(f"Graded by people: 1 of {len(record.documents)} sources, and what 1 of {len(claims)}")
    assert told[-1] == "Judged or graded by Ines Malko and Tomas Ferreira."


def test_the_method_tells_versions_and_meanings_from_the_case(record: Record) -> None:
    read = {one.id: ("0.1+aa", "ff") for one in record.documents}
    work = Work(read=read, taken_in=("2024-08-01T00:00:00Z", "2024-08-17T00:00:00Z"), means={"torture": "beating"})
    made = render(record, replace(OPTIONS, work=work))
    told = lines_of(made)
    assert told["How it was read"][0] == "8 documents read by Clarion 0.1+aa with reference data ff."
    assert "Taken in from 1 August 2024 to 17 August 2024." in told["What was taken in"]
    page = lxml.html.document_fromstring(made.decode())
    assert [" ".join(one.text_content().split()) for one in page.xpath("//section[@id='method']//dl/div")] == [
        "torturebeating"
    ]


def test_what_a_view_withholds_is_told_by_kind() -> None:
    from clarion.publish.method import _withheld

    work = Work(withheld=((DetailKind.PERSON, 3), (DetailKind.CONTACT, 1)))
    lines = [line.words for line in _withheld(replace(OPTIONS, view=View.PUBLIC, work=work))]
    assert lines[0].endswith("replaced by words in square brackets: names of people 3 and contacts 1.")
    none = [line.words for line in _withheld(replace(OPTIONS, view=View.PUBLIC))]
    assert none[0].startswith("No detail")
