"""The heads of newspapers, agency reports, columns and broadcasts."""

import pytest

from heads import assert_head

# name, text, date, publisher, authors
DOCUMENTS = [
    (
        "column",
        """\
The Tisza Observer
COLUMN | 4 June 2024

The bridge nobody guards

Marta Lendvai-Kis

On Monday the police pushed forty people back over the bridge. I was there.

They will do it again.

Marta Lendvai-Kis coordinates the Tisza Coalition. The views are her own.
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "column2",
        """\
Why the ferry must not sail

Ingrid Solberg-Haugen
Nordlys Tribune, 3 May 2022

The ferry left with 30 people in the hold. It was wrong.

Ingrid Solberg-Haugen chairs the Harbour Coalition.
""",
        "2022-05-03",
        "Nordlys Tribune",
        ["Ingrid Solberg-Haugen"],
    ),
    (
        "news",
        """\
Plane with 80 deportees lands in Port Almar

By Selma Otieno-Brandt, staff reporter
Port Almar Standard | Saturday, 9 September 2023

A chartered plane with 80 people on board landed here on Friday, airport workers said.
""",
        "2023-09-09",
        "Port Almar Standard",
        ["Selma Otieno-Brandt"],
    ),
    (
        "news2",
        """\
THE PORT ALMAR STANDARD
Saturday, 9 September 2023                         Page 3

Plane with 80 deportees lands
Workers saw chains

PORT ALMAR: A chartered plane with 80 people on board landed here on Friday, airport workers said.

- Selma Otieno-Brandt and agencies
""",
        "2023-09-09",
        "THE PORT ALMAR STANDARD",
        ["Selma Otieno-Brandt"],
    ),
    (
        "news3",
        """\
Port Almar Standard - Home - World - Africa

Plane with 80 deportees lands

Posted: 9 Sep 2023 14:20 | Updated: 10 Sep 2023 08:00
Selma Otieno-Brandt in Port Almar

A chartered plane with 80 people on board landed here on Friday, airport workers said.
""",
        "2023-09-09",
        "Port Almar Standard",
        ["Selma Otieno-Brandt"],
    ),
    (
        "transcript",
        """\
TRANSCRIPT
Programme: Harbour Morning, Radio Valdor
Date of broadcast: 3 October 2023
Host: Peter Anselm

PETER ANSELM: Welcome. Twelve people drowned.
""",
        "2023-10-03",
        "Radio Valdor",
        ["Peter Anselm"],
    ),
    (
        "telegram",
        """\
Channel: Voices of Dashtak
12.05.2023 21:14

They took nine more tonight from the bazaar.
""",
        "2023-05-12",
        "Voices of Dashtak",
        [],
    ),
    (
        "wire",
        """\
URGENT

VALDOR, Oct 3 (Norland News Service) - Twelve people drowned on Sunday, police said.

(Reporting by Ann Lowe-Brandt; Editing by Peter Anselm)
""",
        None,
        "Norland News Service",
        ["Ann Lowe-Brandt"],
    ),
    (
        "wire2",
        """\
Norland News Service - Twelve drown off Valdor
03/10/2023 - 14:05
VALDOR (Norland News Service) — Twelve people drowned on Sunday, police said.
""",
        None,
        "Norland News Service",
        [],
    ),
    (
        "es",
        """\
Diario del Puerto
martes, 3 de octubre de 2023

Doce ahogados frente a Valdor

Por Ana Lobo Prieto

Doce personas se ahogaron el domingo, dijo la policía.
""",
        "2023-10-03",
        "Diario del Puerto",
        ["Ana Lobo Prieto"],
    ),
    (
        "masthead-noname",
        """\
KESTREL
3 October 2023

Twelve drowned off Valdor

Twelve people drowned on Sunday, police said.
""",
        "2023-10-03",
        "KESTREL",
        [],
    ),
    (
        "quarterly",
        """\
The Valdor Review, Issue 12 (Autumn 2023)

The drowned of Valdor

An essay by Ann Lowe-Brandt

Twelve people drowned on Sunday.
""",
        None,
        "The Valdor Review",
        ["Ann Lowe-Brandt"],
    ),
    (
        "eventdate",
        """\
Valdor Post

Court clears guards over deaths of 3 October 2021

A court cleared two guards on Tuesday.
""",
        None,
        "Valdor Post",
        [],
    ),
    (
        "slashed-agency",
        """\
TRIPOLI, May 3, 2023 /Norland Wire/ -- A plane with 80 deportees landed.
""",
        "2023-05-03",
        "Norland Wire",
        [],
    ),
    (
        "clock",
        """\
Norland Wire
Tripoli | Wed 3 May 2023 09:14 GMT

A plane with 80 deportees landed in the night.
""",
        "2023-05-03",
        "Norland Wire",
        [],
    ),
    (
        "agency-first",
        """\
(Norland Wire) TRIPOLI, May 3, 2023 - A plane with 80 deportees landed in the night at the airport.
""",
        "2023-05-03",
        "Norland Wire",
        [],
    ),
    (
        "agency-with-date",
        """\
TRIPOLI (Norland Wire, May 3, 2023) - A plane with 80 deportees landed in the night at the airport.
""",
        "2023-05-03",
        "Norland Wire",
        [],
    ),
    (
        "date-first",
        """\
May 3, 2023, Tripoli - A plane with 80 deportees landed in the night at the airport, Norland Wire reports.
""",
        "2023-05-03",
        None,
        [],
    ),
    (
        "name-and-paper-last",
        """\
Why I will not be silent

I am the coordinator of the Tisza Coalition. On Monday forty people were pushed back.

They will do it again.

Marta Lendvai-Kis
The Tisza Observer, 4 June 2024
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "page-number",
        """\
The Tisza Observer, Tuesday 4 June 2024, page 7
Guest column by Marta Lendvai-Kis, Tisza Coalition

The bridge nobody guards

On Monday forty people were pushed back.
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "first-published-in",
        """\
From our guest columnist Marta Lendvai-Kis of the Tisza Coalition

The bridge nobody guards

On Monday forty people were pushed back. I saw it.

First published in The Tisza Observer on 4 June 2024
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "publisher", "authors"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_press_pieces_say_who_publishes_them_who_wrote_them_and_when(
    text: str, published: str | None, publisher: str | None, authors: list[str]
) -> None:
    assert_head(text, published, publisher, authors)
