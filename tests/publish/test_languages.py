"""A dossier in another language: the frame is said in it, the words of documents stay as they are."""

import io
import re
from dataclasses import replace

import docx
import lxml.html
import pytest

from clarion.assess.catalogue import norms as load_norms
from clarion.model import (
    Affected,
    Count,
    CountKind,
    Incident,
    Judgement,
    Place,
    PlaceRole,
    Record,
    Unit,
    View,
    When,
)
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, render
from clarion.publish.spoken import catalogue_of, check_language, frame_texts, languages, said_in, spoken
from clarion.publish.titles import element_in, title_in

OPTIONS = PublishOptions(
    format=Format.HTML, view=View.SEALED, title="Two rivers", made_at="2024-08-18T09:30:00Z", heads=("ff",)
)
VAGUE = Count(200, None, None, Unit.PEOPLE, CountKind.VAGUE)
# what no language changes: forms of files, zones, names of programs, hashes, people who judged
KEPT = re.compile(
    r"SHA-256|JSON|text/plain|America/\w+|Natural Earth|Clarion|Word|UTC|U\+|name withheld|metadata|dateline|first line"
    r"|header Date|Ines Malko|[\w’' -]+ \(through [\w ]+\)|read twice|EST"
)


@pytest.fixture(scope="module")
def korean(record: Record) -> str:
    """The sample as a page in Korean."""
    return render(record, replace(OPTIONS, language="ko")).decode()


def test_english_stays_as_it_is(record: Record) -> None:
    made = render(record, OPTIONS).decode()
    assert spoken(made, "en") == made


def test_the_frame_is_korean_throughout(korean: str) -> None:
    page = lxml.html.document_fromstring(korean)
    assert page.get("lang") == "ko"
    left = [text for text in frame_texts(korean) if re.search(r"[A-Za-z]{3}", KEPT.sub("", text))]
    assert len(left) <= 12, left
    assert not [text for text in left if len(text) > 160], left


def test_words_of_documents_and_the_seal_stay_as_they_are(korean: str, record: Record) -> None:
    english = check(render(record, OPTIONS))
    checked = check(korean.encode())
    assert checked.is_whole
    assert checked.root == english.root
    assert checked.sentences == english.sentences
    page = lxml.html.document_fromstring(korean)
    for claim in record.claims:
        assert page.xpath(f"//article[@id='{claim.id}']//blockquote/a")[0].text_content() == claim.quote
    for words in page.xpath("//div[@class='words']"):
        for number in words.xpath(".//a[@class='at']"):
            number.text = ""
    shown = sorted(words.text_content() for words in page.xpath("//div[@class='words']"))
    assert shown == sorted(document.text or "" for document in record.documents)


def test_the_same_elements_stand_in_both_languages(korean: str, record: Record) -> None:
    def tags(text: str) -> list[str]:
        return re.findall(
            r"<[^<>]*>", re.sub(r'(?:data-label|aria-label|lang)="[^"]*"', "", text.partition("<body>")[2])
        )

    strip = re.compile(r"[0-9a-f]{64}")
    english = render(record, OPTIONS).decode()
    assert [strip.sub("", tag) for tag in tags(korean)] == [strip.sub("", tag) for tag in tags(english)]


def test_titles_of_incidents_are_put_together_in_korean(korean: str, record: Record) -> None:
    """The words of documents in them stay; so does the record, of which the digest is."""
    page = lxml.html.document_fromstring(korean)
    shown = {one.getparent().get("id"): one[0].text_content() for one in page.xpath("//article[@class='incident']/h3")}
    assert set(shown) == {one.id for one in record.incidents}
    returned = next(one for one in record.incidents if one.act == "forced_return" and len(one.where) > 1)
    assert re.fullmatch(r"강제 송환: .+ · Mae Sot → Myawaddy · 2024년 8월 \d+일", shown[returned.id])
    assert not [title for title in shown.values() if re.search(r"\b(?:of|from|at least|August)\b", title)]
    english = check(render(record, OPTIONS))
    assert check(korean.encode()).record_sha256 == english.record_sha256
    assert all(one.title in render(record, OPTIONS).decode() for one in record.incidents)


def test_what_every_norm_asks_is_said_in_korean() -> None:
    asked = {element.test for norm in load_norms() for element in norm.elements}
    assert len(asked) > 50
    assert [test for test in sorted(asked) if element_in(test, "ko") == (test, "en")] == []
    assert element_in("Was it foreseen by the statute of Oz?", "ko")[1] == "en"
    assert element_in("Were people removed?", "en") == ("Were people removed?", "en")


def test_an_element_that_is_not_known_is_marked_as_english(korean: str, record: Record) -> None:
    page = lxml.html.document_fromstring(korean)
    told = {one.text: one.get("lang") for one in page.xpath("//section[@id='findings']//th/bdi")}
    assert told == {element.test: "en" for finding in record.findings for element in finding.elements}


@pytest.mark.parametrize(
    ("incident", "title"),
    [
        (Incident("inc_a", "flight", ""), "탈출"),
        (Incident("inc_a", "flight", "", where=(Place("Ruili", PlaceRole.FROM),)), "탈출: Ruili →"),
        (Incident("inc_a", "flight", "", where=(Place("Ruili", PlaceRole.TO),)), "탈출: → Ruili"),
        (Incident("inc_a", "flight", "", where=(Place("China", ref="state:CN"), Place("Ruili"))), "탈출: Ruili"),
        (Incident("inc_a", "flight", "", where=(Place("China", ref="state:CN"),)), "탈출: 중국"),
        (Incident("inc_a", "flight", "", affected=Affected("people", None, None, VAGUE)), "탈출: 최소 200명"),
        (Incident("inc_a", "flight", "", affected=Affected("monks", None, None, None)), "탈출: monks"),
        # a title that says nothing of people, because day and place were made coarse, says nothing of them in Korean
        (Incident("inc_a", "flight", "Flight", affected=Affected("monks", None, None, None)), "탈출"),
        (Incident("inc_a", "flight", "", when=When("2024-08-01", "2024-09-01")), "탈출: 2024년 8월"),
    ],
)
def test_a_title_says_what_is_known_and_no_more(incident: Incident, title: str) -> None:
    assert title_in(incident, catalogue_of("ko")) == title


def test_a_hostile_text_is_no_more_markup_in_korean(record: Record) -> None:
    evil = "<script>alert(1)</script> reported <b>denied</b>"
    documents = tuple(replace(one, title=evil, publisher=evil) for one in record.documents)
    made = render(replace(record, documents=documents), replace(OPTIONS, language="ko")).decode()
    assert not lxml.html.document_fromstring(made).xpath("//script")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Reported by 2 independent origins in 3 documents.", "문서 3건에서 독립된 출처 2곳이 전함."),
        ("29 August 2023", "2023년 8월 29일"),
        ("August 2023", "2023년 8월"),
        ("13 August to 15 August 2024", "8월 13일 ~ 2024년 8월 15일"),
        ("at least 120 people", "최소 120명"),
        ("asserted 18 and denied 1", "단언됨 18, 부인됨 1"),
        ("The day: of 2 of 5 incidents.", "날짜: 사건 5건 가운데 2건."),
        # words that the catalogue does not know stay, with their days
        ("Signed on 7 October 1998 and not ratified.", "Signed on 7 October 1998 and not ratified."),
        ("May", "May"),
    ],
)
def test_texts_are_said_whole_or_not_at_all(text: str, said: str) -> None:
    assert said_in(text, catalogue_of("ko")) == said


def test_places_of_a_message_are_those_of_its_key() -> None:
    for language in languages()[1:]:
        for pattern, said in catalogue_of(language).patterns:
            assert set(re.findall(r"\{(\w+)\}", said)) == set(pattern.groupindex), said


def test_a_word_document_is_korean_too(record: Record) -> None:
    word = docx.Document(io.BytesIO(render(record, replace(OPTIONS, format=Format.DOCX, language="ko"))))
    assert word.core_properties.language == "ko"
    headings = [one.text for one in word.paragraphs if one.style.name == "Heading 1"]
    assert headings[0] == "알려진 것과 그 확실성"
    assert "증거표" in headings


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(BadRequest, match="en, ko"):
        check_language("tlh")


def test_judgements_are_said_with_their_reasons_kept(record: Record, judgements: tuple[Judgement, ...]) -> None:
    made = render(record, replace(OPTIONS, language="ko", judgements=judgements)).decode()
    assert "수락함: Ines Malko, 2024년 9월 2일: read twice" in made
