"""The heads of reports, records and announcements."""

import pytest

from heads import assert_head

# name, text, date, publisher, authors
DOCUMENTS = [
    (
        "speech",
        """\
PARLIAMENT OF NORLAND
OFFICIAL REPORT (HANSARD)
Tuesday 3 October 2023

Mr ANSELM (Valdor): Twelve people drowned off our coast.
""",
        "2023-10-03",
        "PARLIAMENT OF NORLAND",
        [],
    ),
    (
        "sitrep",
        """\
HARBOUR REFUGE NETWORK
Situation Report #12
Reporting period: 1-15 September 2023
Date issued: 17 September 2023

HIGHLIGHTS
- 40 families displaced.
""",
        "2023-09-17",
        "HARBOUR REFUGE NETWORK",
        [],
    ),
    (
        "timeline",
        """\
Coastal Monitoring Group
Timeline of drownings, 2021-2023
Last updated: 4 November 2023

3 May 2021: Nine drown off Valdor.
4 June 2022: Three drown.
""",
        "2023-11-04",
        "Coastal Monitoring Group",
        [],
    ),
    (
        "letterind",
        """\
Valdor, 3 October 2023

Mr Peter Anselm
Minister of the Interior
Valdor

Dear Minister,

I write about the drowning of twelve people on Sunday.

Yours faithfully,

Ann Lowe-Brandt
Director
Harbour Refuge Network
""",
        "2023-10-03",
        "Harbour Refuge Network",
        ["Ann Lowe-Brandt"],
    ),
    (
        "testimony",
        """\
Testimony 14
Recorded by Coastal Monitoring Group in Valdor on 3 October 2023

I was on the boat. Twelve drowned.
""",
        "2023-10-03",
        "Coastal Monitoring Group",
        [],
    ),
    (
        "parish",
        """\
St. Brendan's Parish, Valdor
Sunday notices, 8 October 2023

We pray for the twelve who drowned on Sunday.

Fr. Colm Harte
""",
        "2023-10-08",
        "St. Brendan's Parish, Valdor",
        ["Fr. Colm Harte"],
    ),
    (
        "fr",
        """\
COMMUNIQUÉ DE PRESSE
Réseau du Port, Valdor, le 3 octobre 2023

Douze personnes se sont noyées dimanche devant le port, selon la police.
""",
        "2023-10-03",
        "Réseau du Port",
        [],
    ),
    (
        "gov",
        """\
Republic of Norland
Ministry of Justice
Directorate of Prisons

Ref. 12/2023
Valdor, 3 October 2023

REPLY TO THE OMBUDSMAN

1. The Directorate has received the letter.
""",
        "2023-10-03",
        "Ministry of Justice",
        [],
    ),
    (
        "given-on",
        """\
Given at San Telmo on the 6th day of June 2023.

The Committee denounces that soldiers detained nine fishermen.
""",
        "2023-06-06",
        None,
        [],
    ),
    (
        "year-from-number",
        """\
Comité Río Abierto
Denuncia 14/2023
San Telmo, Tuesday 6 June

The Committee denounces that soldiers detained nine fishermen.
""",
        "2023-06-06",
        "Comité Río Abierto",
        [],
    ),
    (
        "roman-month",
        """\
# Memorandum

To: file
From: Nino Beridze (Mtkvari Law Centre)
Tbilisi, 3/V/2023

The client was arrested on 3 January 2022.
""",
        "2023-05-03",
        "Mtkvari Law Centre",
        ["Nino Beridze"],
    ),
    (
        "memo-one-line",
        """\
# Extradition of B.: where we stand

*Mtkvari Law Centre, internal memo, 3 May 2023, prepared by Nino Beridze*

The client was arrested on 3 January 2022.
""",
        "2023-05-03",
        "Mtkvari Law Centre",
        ["Nino Beridze"],
    ),
    (
        "memo-table",
        """\
| To | The partners |
|---|---|
| From | Nino Beridze, Mtkvari Law Centre |
| Date | 3 May 2023 |
| Re | Extradition of B. |

The client was arrested on 3 January 2022.
""",
        "2023-05-03",
        "Mtkvari Law Centre",
        ["Nino Beridze"],
    ),
    (
        "date-in-words",
        """\
Dear Mr President,

We write as families of the men of Dashtak.

We ask you to let them come home.

Dashtak, on the twelfth of May 2023
Signed by 41 families
""",
        "2023-05-12",
        None,
        [],
    ),
    (
        "body-after-date",
        """\
Mali: killings in villages must stop, says UN expert

Geneva, 7 March 2024

UN Office for Human Rights in the Sahel

The killing of 40 villagers must be investigated, an independent expert said today.
""",
        "2024-03-07",
        "UN Office for Human Rights in the Sahel",
        [],
    ),
    (
        "to-the-public",
        """\
COMUNICADO - COMMUNIQUÉ

Comité Río Abierto to the national and international public

The National Guard took nine fishermen on Sunday.

San Telmo, 6 June 2023
Contact: rioabierto@rio.example
""",
        "2023-06-06",
        "Comité Río Abierto",
        [],
    ),
    (
        "numeric-date",
        """\
Ministry for Emergency Situations
OFFICIAL ANNOUNCEMENT

Date: 22.03.2025
Time: 18:40

No persons were handed over.
""",
        "2025-03-22",
        "Ministry for Emergency Situations",
        [],
    ),
    (
        "date-then-place",
        """\
Interior Ministry: "No one was handed over"

22 March 2025, Aksay. – The Interior Ministry of Norland has denied reports that people were handed over at the border.
""",
        "2025-03-22",
        "Interior Ministry of Norland",
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "publisher", "authors"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_reports_and_records_say_who_publishes_them_who_wrote_them_and_when(
    text: str, published: str | None, publisher: str | None, authors: list[str]
) -> None:
    assert_head(text, published, publisher, authors)
