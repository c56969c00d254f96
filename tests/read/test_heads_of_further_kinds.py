"""Heads and ends of further kinds: talks, speeches, notes, appeals with addresses and lists of names."""

import pytest

from clarion.read import read_document

# text, date, publisher, authors
DOCUMENTS = [
    (
        """\
RADIO KARSK
Programme: Evening Talk
Broadcast: 14 May 2024, 18:05
Presenter: Dana Orel
Guest: Ivo Lenn, lawyer

OREL: Good evening. Nine men were arrested yesterday.
LENN: Yes. They were beaten in the van.
OREL: Who told you?
LENN: Their families did.
""",
        "2024-05-14",
        "RADIO KARSK",
        ["Dana Orel"],
    ),
    (
        """\
MINISTRY OF JUSTICE
Address by the Minister of Justice, Ivo Lenn, to the Human Rights Council
Geneva, 14 May 2024

Mr President,

Nine men were arrested on Monday. We regret nothing.

Thank you.
""",
        "2024-05-14",
        "MINISTRY OF JUSTICE",
        [],
    ),
    (
        """\
Dear Colleague,

Nine men were arrested on Monday. We need lawyers at the court.

Network of Karsk Lawyers
Mill Street 12, Karsk
14 May 2024
""",
        "2024-05-14",
        "Network of Karsk Lawyers",
        [],
    ),
    (
        """\
Karsk Courier, 14 May 2024, page 3
Letters to the editor

Sir, - Nine men were arrested on Monday. Nobody has said why.

Dana Orel
Upper Karsk
""",
        "2024-05-14",
        "Karsk Courier",
        ["Dana Orel"],
    ),
    (
        """\
URGENT APPEAL
Hill Villages Defence Committee
14 May 2024, 9 p.m.

Nine men were arrested on Monday.

Please write to:
Governor Ivo Lenn
Governor's Palace
Karsk

Thank you for acting.
""",
        "2024-05-14",
        "Hill Villages Defence Committee",
        [],
    ),
    (
        """\
Karsk Prison Fund

UPDATE ON THE KARSK NINE (14 May 2024)

The nine men are still held. Their names:

Ivo Lenn
Tomas Orel
Petar Voss
Jan Mirek
""",
        "2024-05-14",
        "Karsk Prison Fund",
        [],
    ),
    (
        """\
Coalition for Safe Rivers
Field diary

By our volunteer Dana Orel
14 May 2024

On Monday soldiers pushed forty people back over the river.
""",
        "2024-05-14",
        "Coalition for Safe Rivers",
        ["Dana Orel"],
    ),
    (
        """\
Border Lens | Data brief 6 | 14.05.24

Forty people were pushed back in April, 31 in March.
""",
        "2024-05-14",
        "Border Lens",
        [],
    ),
    (
        """\
Northern Human Rights Commission
Annual Report 2023, chapter 4
Adopted on 14 May 2024

4.1 Nine men were arrested on 3 March 2023.
""",
        "2024-05-14",
        "Northern Human Rights Commission",
        [],
    ),
    (
        """\
Migrant Line
Transcript of a call, 14 May 2024
Taken by: Dana Orel

CALLER: We are nine people on an island.
LINE: Are you hurt?
CALLER: Two of us were beaten.
LINE: I will call the coastguard.
""",
        "2024-05-14",
        "Migrant Line",
        ["Dana Orel"],
    ),
    (
        """\
NORLAND TODAY
Nine held in Karsk raid
Ivo Lenn and Dana Orel
Published 14 May 2024, 06:15 CEST
Updated 14 May 2024, 09:40 CEST

Nine men were arrested in Karsk on Monday, the police said.
""",
        "2024-05-14",
        "NORLAND TODAY",
        ["Ivo Lenn", "Dana Orel"],
    ),
    (
        """\
State Border Service of Norland
14 May 2024

On false reports by certain media

The State Border Service denies that anybody was pushed back.

Press centre
State Border Service
""",
        "2024-05-14",
        "State Border Service of Norland",
        [],
    ),
    (
        """\
KARSK OBSERVER — evening bulletin — 14 May 2024

1. Nine men were arrested in Karsk on Monday.
2. The court sits on 20 May 2024.
""",
        "2024-05-14",
        "KARSK OBSERVER",
        [],
    ),
    (
        """\
Group of Friends of the Karsk Nine
CALL TO ACTION
14 May 2024

Join us on Saturday, 18 May 2024, 11:00 at the court.
""",
        "2024-05-14",
        "Group of Friends of the Karsk Nine",
        [],
    ),
    (
        """\
LANTERN LEGAL CLINIC
Case note: Lenn and others v Norland
D. Orel / 14 May 2024

The nine applicants were arrested on 3 March 2023.

Dana Orel, Lantern Legal Clinic
""",
        "2024-05-14",
        "Lantern Legal Clinic",
        ["Dana Orel"],
    ),
    (
        """\
Karsk, 14 May 2024

My dear Petra,

Yesterday they came for Tomas. Nine men were arrested in our street.

I kiss you,
Dana Orel
""",
        "2024-05-14",
        None,
        ["Dana Orel"],
    ),
    (
        """\
DANA OREL
The night of the raid
Vesna Review, 14 May 2024

Nine men were arrested on Monday in Karsk. Their families waited outside the station.
""",
        "2024-05-14",
        "Vesna Review",
        ["DANA OREL"],
    ),
]


@pytest.mark.parametrize(
    ("text", "day", "publisher", "authors"), DOCUMENTS, ids=[row[0].split("\n")[0][:40] for row in DOCUMENTS]
)
def test_heads_of_further_kinds_are_read(text: str, day: str, publisher: str | None, authors: list[str]) -> None:
    document = read_document(text.encode(), path="x.txt").document
    assert (str(document.published), document.publisher, list(document.authors)) == (day, publisher, authors)
