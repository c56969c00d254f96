"""Days as documents write them."""

import pytest

from clarion.read import read_document
from clarion.read.datelines import dateline_of
from clarion.read.days import written_days
from clarion.read.lines import day_of_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, July 14, 2023", ["2023-07-14"]),
        ("5th of May, 2021", ["2021-05-05"]),
        ("the 6th day of June 2023", ["2023-06-06"]),
        ("Sept. 3, 2023", ["2023-09-03"]),
        ("07.03.2024", ["2024-03-07"]),
        ("3/14/2024", ["2024-03-14"]),
        ("14/3/2024", ["2024-03-14"]),
        ("7/3/2024", []),  # March or July: nobody can tell
        ("5/5/2024", ["2024-05-05"]),
        ("2024-03-07T10:00:00Z", ["2024-03-07"]),
        ("4 XII 2022", ["2022-12-04"]),
        ("12-May-2023", ["2023-05-12"]),
        ("08JUN2023", ["2023-06-08"]),
        ("2024年3月7日", ["2024-03-07"]),
        ("2024년 3월 7일", ["2024-03-07"]),
        ("7 de marzo de 2024", ["2024-03-07"]),
        ("12. März 2024", ["2024-03-12"]),
        ("7 марта 2024", ["2024-03-07"]),
        ("the twelfth of May 2023", ["2023-05-12"]),
        ("Third November, 2023", ["2023-11-03"]),
        ("November the 3rd, 2023", ["2023-11-03"]),
        ("this twenty-first day of June, two thousand and twenty-four", ["2024-06-21"]),
        ("03 Nov 23", ["2023-11-03"]),
        ("on 3 May 40 people", []),
        ("the second of two marches", []),
        ("HW/en/2023-11-03", ["2023-11-03"]),
        ("31 February 2024", []),
        ("2021-2023", []),
        ("May 2024", []),
        ("1.2.3.2024 and 10.12.2024.5", []),
    ],
)
def test_whole_dates_are_read_in_many_forms(text: str, expected: list[str]) -> None:
    assert [str(day.date()) for day in written_days(text) if day.date()] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- - Friday, July 14, 2023", "2023-07-14"),
        ("Pemba Alta, 9 July 2024", "2024-07-09"),
        ("Sitting of Wednesday, 12 February 2025", "2025-02-12"),
        ("Compiled 10 December 2024", "2024-12-10"),
        ("Published on 3 May 2024 at 10:15 am", "2024-05-03"),
        ("Monday, June 30, 2025 | Local", "2025-06-30"),
        ("15 July 2024 - Africa", "2024-07-15"),
        ("*Friday, 5 March 2021. Put together by volunteers. The web version has links.*", "2021-03-05"),
        ("Weekly briefing by the spokesperson, 23 October 2024 (excerpt)", "2024-10-23"),
        ("Réseau du Port, Valdor, le 3 octobre 2023", "2023-10-03"),
        ("Shore Observer, Tuesday 4 June 2024, page 7", "2024-06-04"),
        ("**Date:** 3 November 2023", "2023-11-03"),
        ("Statement delivered on 3 November 2023 at the Assembly of the Port", "2023-11-03"),
        ("(This note was finished on 3 November 2023.)", "2023-11-03"),
        ("Last edited 3 November 2023 at 12:14", "2023-11-03"),
        ("The Friends of the Farmers, on this third of November 2023", "2023-11-03"),
        ("The third of November 2023", "2023-11-03"),
        ("Statement on a letter delivered on 3 November 2023 to the mayor", None),
        ("On the events of 5 June 2023", None),
        ("Statement on the attack of 3 May 2024", None),
        ("5 June 2023 - Shelling of the market at dawn", None),
        ("Village shelled 3 May 2024", None),
        ("What happened between 3 May 2024 and 9 May 2024", None),
        ("Court clears guards over deaths of 3 October 2021", None),
    ],
)
def test_a_head_line_dates_its_document_or_an_event(line: str, expected: str | None) -> None:
    day = day_of_line(line)
    assert (str(day.date()) if day else None) == expected


SENTENCE = "The court heard two guards and a driver on the matter of the boat that sank."


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("VALDOR CITY – 1 September 2023 |  ", "VALDOR CITY", "2023-09-01", None),
        ("GENEVA (7 March 2024) – ", "GENEVA", "2024-03-07", None),
        ("LISBON, 3 May (Lusitan Agency) – ", "LISBON", None, "Lusitan Agency"),
        ("MAPUTO, 9 July 2024 (Coast Press Agency) - ", "MAPUTO", "2024-07-09", "Coast Press Agency"),
        ("IDLIB, Syria, Nov 14, 2019 (Dawn Wire) -- ", "IDLIB, Syria", "2019-11-14", "Dawn Wire"),
        ("TRIPOLI, May 3, 2023 /Norland Wire/ -- ", "TRIPOLI", "2023-05-03", "Norland Wire"),
        ("(Norland Wire) TRIPOLI, May 3, 2023 - ", "TRIPOLI", "2023-05-03", "Norland Wire"),
        ("Astana, 22 March 2025. ", "Astana", "2025-03-22", None),
        ("TAPACHULA - ", "TAPACHULA", None, None),
        ("PORT ALMAR: ", None, None, None),  # as well a speaker in a transcript
        ("PRESENTER: ", None, None, None),
        ("The wall - ", None, None, None),
        ("Kabul — ", None, None, None),  # any sentence may begin so
        ("3 July 2024 - ", None, None, None),
    ],
)
def test_a_dateline_gives_place_date_and_agency(
    head: str, place: str | None, day: str | None, agency: str | None
) -> None:
    found = dateline_of(head + SENTENCE)
    if place is None:
        assert found is None
        return
    assert found is not None
    assert (found.length, found.place, found.agency) == (len(head), place, agency)
    assert (str(found.day.date()) if found.day and found.day.date() else None) == day


def test_a_title_in_capitals_is_no_dateline() -> None:
    assert dateline_of("CHAMBER OF TRADE – MINUTES") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the weekday decides, a date of the text near one of the two decides, or nobody knows
        ("Valdor, Friday 12/05/2023\n\nNine people were taken.", "2023-05-12"),
        ("Valdor, 12/05/2023\n\nNine people were taken on 9 May.", "2023-05-12"),
        ("Valdor, 12/05/2023\n\nNine people were taken.", None),
        # the year of a date without one: from a date near it, the issue number, or the only year with that weekday
        ("Valdor, 12 May\n\nNine people were taken on 9 May 2023.", "2023-05-12"),
        ("Shore Bulletin 14/2023\nValdor, 12 May\n\nNine people were taken.", "2023-05-12"),
        ("Valdor, Friday 12 May\n\nNine people were taken. In 2018 and in 2023 it was the same.", "2023-05-12"),
        ("Valdor, 12 May\n\nNine people were taken. In 2018 it was the same.", None),
        ("Nine people taken\n\nToday, Friday 12 May 2023, nine people were taken from the harbour.", "2023-05-12"),
        ("Nine people taken\n\nThey were taken on 9 May 2023.", None),
        ("Dear all,\n\nNine people were taken.\n\nValdor, on the 12th of May 2023", "2023-05-12"),
        ("Shore Post\n\nNine taken\n\nNine were taken on 9 May 2023.\n\nPublished: 12 May 2023", "2023-05-12"),
        ("Embargoed until 12 May 2023, 10:00\n\nNine taken\n\nNine people were taken.", "2023-05-12"),
    ],
)
def test_the_documents_own_date_is_told_from_dates_of_events(text: str, expected: str | None) -> None:
    published = read_document(text.encode(), path="x").document.published
    assert (str(published) if published else None) == expected


def test_a_mail_that_begins_with_the_line_of_a_quotation_has_the_date_of_that_line() -> None:
    text = "On Fri, 3 Nov 2023 at 09:14, Port Desk <desk@port.example> wrote:\n\n> They took the fishermen at dawn.\n"
    assert str(read_document(text.encode(), path="x.txt").document.published) == "2023-11-03"


@pytest.mark.parametrize(
    ("head", "foot", "published"),
    [
        ('<link rel="canonical" href="https://port.example/2023/11/03/farmers">', "", "2023-11-03"),
        ('<meta property="og:url" content="https://port.example/2023-11-03-farmers">', "", "2023-11-03"),
        ('<meta property="article:modified_time" content="2023-11-03T10:00">', "", "2023-11-03"),
        ("", "<footer><p>Port press office &middot; 2023-11-03</p></footer>", "2023-11-03"),
        ("", "<p>Given in Port on the third day of November 2023, in the cathedral.</p>", "2023-11-03"),
        ('<link rel="canonical" href="https://port.example/about">', "", None),
    ],
)
def test_a_page_is_dated_by_its_address_its_foot_or_its_last_change(
    head: str, foot: str, published: str | None
) -> None:
    words = "<p>They took the fishermen at dawn. Nobody has seen them since, their wives told us.</p>"
    page = f"<html><head><title>Fishermen</title>{head}</head><body><h1>Fishermen taken</h1>{words}{foot}</body></html>"
    found = read_document(page.encode(), path="x.html").document.published
    assert (str(found) if found else None) == published


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Port, today, 3 November 2023. We, the relatives, make known what was done.", "2023-11-03"),
        ("We write on 3 November 2023 from Port.", "2023-11-03"),
        ("PORT CITY, 3 November (PA) - Men came on Saturday 28 October, as they did in 2022.", "2023-11-03"),
        ("PORT CITY, 3 November (PA) - Men came on 28 October, as they did in 2022.", None),
        ("Comment by the press secretary, 3 November 2023, in answer to a question", "2023-11-03"),
        ("Comment on the raid, 3 November 2023, in which two were hurt", None),
    ],
)
def test_a_text_says_its_day_in_its_own_words(text: str, published: str | None) -> None:
    body = "\n\nSoldiers took thirty farmers to the barracks, neighbours told us. Nobody has seen them since.\n"
    found = read_document((text + body).encode(), path="x.txt").document.published
    assert (str(found) if found else None) == published
