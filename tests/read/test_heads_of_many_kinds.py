"""Heads of every kind: letterheads, slugs, mastheads, memos, bulletins, records, newsletters, letters and mail."""

import pytest

from clarion.read import read_document

# text, date, publisher, authors
DOCUMENTS = [
    (
        """\
MINISTRY OF INTERIOR
Directorate of Public Information
PRESS RELEASE No. 112/2024

Karsk, 14 May 2024

Nine persons were detained on Monday in the district of Lenn. The ministry will continue its work.

— END —
""",
        "2024-05-14",
        "MINISTRY OF INTERIOR",
        [],
    ),
    (
        """\
BC-KARSK-RAID/URGENT
Nine held after raid in Karsk
By Ivo Lenn
KARSK, May 14, 2024 (Reuther News Agency) - Nine men were arrested in Karsk on Monday, the police said.
(Editing by Dana Orel)
""",
        "2024-05-14",
        "Reuther News Agency",
        ["Ivo Lenn"],
    ),
    (
        """\
The Daily Lantern
Tuesday, May 14, 2024 • City Edition • Section A • Page 7

NINE HELD AFTER RAID
by Dana Orel, Staff Writer

Nine men were arrested in Karsk on Monday. Their families gathered outside the station.
""",
        "2024-05-14",
        "The Daily Lantern",
        ["Dana Orel"],
    ),
    (
        """\
LANTERN RIGHTS WATCH // MEMO // Raids in Karsk // 14 May 2024 // D. Orel

1. Nine men were arrested on Monday.
2. Their families gathered outside the station.

Dana Orel
""",
        "2024-05-14",
        "LANTERN RIGHTS WATCH",
        ["Dana Orel"],
    ),
    (
        """\
Statement attributable to the Spokesperson of the High Commissioner for the Displaced on arrests in Karsk

Geneva, 14 May 2024

The High Commissioner is deeply concerned by the arrest of nine people in Karsk.

Office of the High Commissioner for the Displaced
""",
        "2024-05-14",
        "Office of the High Commissioner for the Displaced",
        [],
    ),
    (
        """\
Norland Displacement Monitor
Situation Report #14 (26 April – 2 May 2024)
Issued: 3 May 2024

HIGHLIGHTS

• Forty families were evicted in Karsk.
• Nine men were arrested.
""",
        "2024-05-03",
        "Norland Displacement Monitor",
        [],
    ),
    (
        """\
Mothers of Karsk - Newsletter, Spring 2024
22 March 2024

Dear friends,

Nine men were arrested in our town this month. We visited them all.

With thanks,
Dana Orel
Coordinator, Mothers of Karsk
""",
        "2024-03-22",
        "Mothers of Karsk",
        ["Dana Orel"],
    ),
    (
        """\
Radio Karsk, "Morning Hour", 14 May 2024, transcript

PRESENTER: Good morning. Nine men were arrested yesterday.
IVO LENN: Yes, I saw it.
PRESENTER: What did you see?
IVO LENN: They beat them.
""",
        "2024-05-14",
        "Radio Karsk",
        [],
    ),
    (
        """\
SUPREME COURT OF NORLAND
Bulletin of the Court, No. 9 — 14 May 2024

In case 14/2024 the Court held that the detention of nine men was unlawful.
""",
        "2024-05-14",
        "SUPREME COURT OF NORLAND",
        [],
    ),
    (
        """\
PARLIAMENT OF NORLAND
OFFICIAL REPORT (HANSARD)
Tuesday, 14 May 2024
The House met at 10 a.m.

Ms ORELSON (Karsk): Nine men were arrested. Why?
The MINISTER (Mr Lenn): I will look into it.
Ms ORELSON (Karsk): You said so last year.
""",
        "2024-05-14",
        "PARLIAMENT OF NORLAND",
        [],
    ),
    (
        """\
# Nine men held in Karsk

**Published:** 14 May 2024
**Author:** Dana Orel
**Organisation:** Karsk Legal Aid

Nine men were arrested on Monday in Karsk.
""",
        "2024-05-14",
        "Karsk Legal Aid",
        ["Dana Orel"],
    ),
    (
        """\
# Nine men held in Karsk

*By Dana Orel and Ivo Lenn | Karsk Legal Aid | May 14, 2024*

Nine men were arrested on Monday in Karsk.
""",
        "2024-05-14",
        "Karsk Legal Aid",
        ["Dana Orel", "Ivo Lenn"],
    ),
    (
        """\
Border Notes
a blog about the river

What I saw at the bridge
Posted on May 14, 2024 by Dana Orel

On Monday I walked to the bridge. Soldiers pushed forty people back.
""",
        "2024-05-14",
        "Border Notes",
        ["Dana Orel"],
    ),
    (
        """\
For immediate release
14 May 2024

Karsk Human Rights Centre calls for the release of nine men

KARSK — The Karsk Human Rights Centre today called on the authorities to release nine men arrested on Monday.

About the Karsk Human Rights Centre: founded in 2002, the centre follows trials.
Contact: press@karskcentre.example
""",
        "2024-05-14",
        "Karsk Human Rights Centre",
        [],
    ),
    (
        """\
KHRC
Karsk Human Rights Centre
Weekly digest 19/24 (8–14 May 2024)
14.05.2024

Detentions

On 9 May nine men were arrested in Karsk.
""",
        "2024-05-14",
        "Karsk Human Rights Centre",
        [],
    ),
    (
        """\
ASOCIACIÓN DE VÍCTIMAS DE KARSK (AVK)
Comunicado No. 7
Karsk, 14 de mayo de 2024

(English version)

Nine men were arrested on Monday. We ask for their release.
""",
        "2024-05-14",
        "ASOCIACIÓN DE VÍCTIMAS DE KARSK",
        [],
    ),
    (
        """\
Agence Norlandaise de Presse (ANP) - 14/05/2024 10:32

Nine men arrested in Karsk

The police arrested nine men in Karsk on Monday, the governor said.
""",
        "2024-05-14",
        "Agence Norlandaise de Presse",
        [],
    ),
    (
        """\
Joint letter to the Minister of the Interior

Karsk, 14 May 2024

Dear Minister,

We write about the arrest of nine men on Monday.

Signed:

Dana Orel, Network for Open Borders
Ivo Lenn, Network for Open Borders
""",
        "2024-05-14",
        "Network for Open Borders",
        ["Dana Orel", "Ivo Lenn"],
    ),
    (
        """\
Norland Bar Association
Human Rights Committee
Circular 3 of 2024
Date: 14 May 2024
To: all members

Nine men were arrested in Karsk on Monday. Members are asked to offer help.
""",
        "2024-05-14",
        "Norland Bar Association",
        [],
    ),
    (
        """\
14 May 2024 09:41 | LANTERN WIRE | KARSK

POLICE ARREST NINE

Nine men were arrested in Karsk on Monday, the police said.

Lantern Wire/do/il
""",
        "2024-05-14",
        "Lantern Wire",
        [],
    ),
    (
        """\
Republic of Norland
Ministry of Foreign Affairs
Spokesperson's Office

Press statement 44

14 May 2024

The Ministry of Foreign Affairs rejects the report on the arrest of nine men.
""",
        "2024-05-14",
        "Ministry of Foreign Affairs",
        [],
    ),
    (
        """\
Observatory of the Northern Border
Monthly report: April 2024
Published 15 May 2024

1. Summary

In April forty people were pushed back over the bridge.
""",
        "2024-05-15",
        "Observatory of the Northern Border",
        [],
    ),
    (
        """\
Solidarity Kitchen Karsk
@kitchenkarsk · May 14, 2024

Last night the police raided our house. Nine friends were arrested.

#FreeTheNine
""",
        "2024-05-14",
        "Solidarity Kitchen Karsk",
        [],
    ),
    (
        """\
Committee for the Karsk Nine: call for a rally on Saturday, 18 May 2024

14 May 2024

We call for a rally in front of the court on Saturday, 18 May 2024, at 11:00.
""",
        "2024-05-14",
        "Committee for the Karsk Nine",
        [],
    ),
    (
        """\
UNITED NATIONS
UN Panel on Enforced Returns

NOTE TO CORRESPONDENTS
14 May 2024

The Panel is concerned by the return of nine men.
""",
        "2024-05-14",
        "UN Panel on Enforced Returns",
        [],
    ),
]


@pytest.mark.parametrize(
    ("text", "day", "publisher", "authors"), DOCUMENTS, ids=[row[0].split("\n")[0][:40] for row in DOCUMENTS]
)
def test_heads_of_many_kinds_are_read(text: str, day: str, publisher: str | None, authors: list[str]) -> None:
    document = read_document(text.encode(), path="x.txt").document
    assert (str(document.published), document.publisher, list(document.authors)) == (day, publisher, authors)


# a date of what the title speaks of is not the date of the document
NOT_ITS_DAY = [
    "Statement on the judgment of 3 May 2021\n\nNine men were arrested. Their families wait outside the court.\n",
    "After the decision of 3 May 2021\n\nNine men were arrested. Their families wait outside the court.\n",
]


@pytest.mark.parametrize("text", NOT_ITS_DAY)
def test_a_judgment_that_a_title_names_dates_no_document(text: str) -> None:
    assert read_document(text.encode(), path="x.txt").document.published is None
