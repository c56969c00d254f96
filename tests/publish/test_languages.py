"""A dossier in another language: the frame is said in it, the words of documents stay as they are."""

import io
import re
from dataclasses import replace

import docx
import lxml.html
import pytest

from clarion.model import Judgement, Record, View
from clarion.model.errors import BadRequest
from clarion.publish import Format, PublishOptions, check, render
from clarion.publish.spoken import catalogue_of, check_language, frame_texts, languages, said_in, spoken

OPTIONS = PublishOptions(
    format=Format.HTML, view=View.SEALED, title="Two rivers", made_at="2024-08-18T09:30:00Z", heads=("ff",)
)
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


def test_a_hostile_text_is_no_more_markup_in_korean(record: Record) -> None:
    evil = "<script>alert(1)</script> reported <b>denied</b>"
    documents = tuple(replace(one, title=evil, publisher=evil) for one in record.documents)
    made = render(replace(record, documents=documents), replace(OPTIONS, language="ko")).decode()
    assert not lxml.html.document_fromstring(made).xpath("//script")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Reported by 2 independent origins in 3 documents.", "문서 3건에서 독립된 출처 2곳가 전함."),
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
