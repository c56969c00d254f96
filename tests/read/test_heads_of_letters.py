"""The heads of letters, statements, memos and press releases."""

import pytest

from heads import assert_head

# name, text, date, publisher, authors
DOCUMENTS = [
    (
        "ministry",
        """\
MINISTRY OF INTERIOR OF THE REPUBLIC OF NORLAND
Press service

Statement of 22 March 2025

In connection with reports spread by certain media, the Ministry states the following.

No one was returned. All persons left voluntarily.
""",
        "2025-03-22",
        "MINISTRY OF INTERIOR OF THE REPUBLIC OF NORLAND",
        [],
    ),
    (
        "ministry2",
        """\
Press Service of the Ministry of Internal Affairs
22 March 2025, 18:40

ON FALSE REPORTS ABOUT AKSAY

The Ministry denies that anyone was beaten. The information is false.
""",
        "2025-03-22",
        "Press Service of the Ministry of Internal Affairs",
        [],
    ),
    (
        "ministry3",
        """\
Astana, 22 March 2025. The Ministry of Foreign Affairs categorically rejects the allegations of a hand-over.

"Nobody was handed over," the spokesperson, Mr Daulet Sarin, said.
""",
        "2025-03-22",
        "Ministry of Foreign Affairs",
        [],
    ),
    (
        "denunc",
        """\
COMITÉ RÍO ABIERTO
DENUNCIA PÚBLICA / PUBLIC DENUNCIATION
San Telmo, 6 June 2023

To national and international opinion:

The Committee denounces that soldiers detained nine fishermen on Sunday.

We demand their release.

Comité Río Abierto
""",
        "2023-06-06",
        "COMITÉ RÍO ABIERTO",
        [],
    ),
    (
        "denunc2",
        """\
To the public opinion

The Committee of Relatives of Río Hondo denounces before the world that on Sunday nine fishermen were taken by soldiers.

We demand that they be returned alive.

Río Hondo, 6 June 2023
Committee of Relatives of Río Hondo
""",
        "2023-06-06",
        "Committee of Relatives of Río Hondo",
        [],
    ),
    (
        "official",
        """\
BOLIVARIAN NATIONAL GUARD
ZONE COMMAND No. 14
Communiqué 118-2023
Punto Llano, 9 June 2023

The command informs the public that five persons were arrested in a joint operation.
""",
        "2023-06-09",
        "BOLIVARIAN NATIONAL GUARD",
        [],
    ),
    (
        "memo",
        """\
# Memorandum

- **To:** The Registrar, Court of Appeal
- **From:** Vera Kostadze, counsel, Mtkvari Law Centre
- **Date:** 14 February 2023
- **Subject:** Extradition of B.

## Background

The client was arrested on 3 January.
""",
        "2023-02-14",
        "Mtkvari Law Centre",
        ["Vera Kostadze"],
    ),
    (
        "memo2",
        """\
MEMORANDUM

TO: All partners
FROM: Legal Desk, Harbour Refuge Network
DATE: 14 February 2023
RE: Extradition of B.

The client was arrested on 3 January.

Prepared by Vera Kostadze
""",
        "2023-02-14",
        "Harbour Refuge Network",
        ["Vera Kostadze"],
    ),
    (
        "memo3",
        """\
**MEMO**
Drafted by: Vera Kostadze, Mtkvari Law Centre
Tbilisi, 14 February 2023

*Re: Extradition of B.*

The client was arrested on 3 January.
""",
        "2023-02-14",
        "Mtkvari Law Centre",
        ["Vera Kostadze"],
    ),
    (
        "openletter",
        """\
OPEN LETTER

To the President of the Republic, Mr Rahmon Saidov

From the families of the men taken in Dashtak

12 May 2023

Mr President,

Our sons were taken on 3 March. We have not seen them.

We ask you to let them come home.

The Families of Dashtak
""",
        "2023-05-12",
        "families of the men taken in Dashtak",
        [],
    ),
    (
        "openletter2",
        """\
Open letter to the President of Norland

Dear Mr President,

We, the undersigned organisations, write to you about the arrest of 14 people in Dashtak.

We ask you to let them come home.

Dashtak Mothers' Committee
Harbour Refuge Network
Pamir Rights Initiative

Geneva, 12 May 2023
""",
        "2023-05-12",
        "Dashtak Mothers' Committee",
        [],
    ),
    (
        "openletter3",
        """\
An open letter from the families of Dashtak

We are mothers and wives of 21 men. On 3 March they were taken.

We ask for their release.

Signed,
Zuhro Mirzoeva, for the families of Dashtak
12 May 2023
""",
        "2023-05-12",
        "families of Dashtak",
        ["Zuhro Mirzoeva"],
    ),
    (
        "unexpert",
        """\
OFFICE OF THE HIGH COMMISSIONER
United Nations Human Rights Special Procedures

Mali: UN expert alarmed by killings in villages

GENEVA (7 March 2024) – The killing of 40 villagers must be investigated, an independent expert said today.

"I am appalled," said Amara Diallo-Keene, the Special Rapporteur.

ENDS

The Special Rapporteurs are part of what is known as the Special Procedures of the Human Rights Council.
""",
        "2024-03-07",
        "OFFICE OF THE HIGH COMMISSIONER",
        [],
    ),
    (
        "pr",
        """\
Press release
Valdor, 3 October 2023

Harbour Refuge Network calls for inquiry into drownings

Harbour Refuge Network today called for an inquiry into the drowning of 12 people.

Contact: Ann Lowe, press officer, ann@harbourrefuge.example
""",
        "2023-10-03",
        "Harbour Refuge Network",
        [],
    ),
    (
        "pr2",
        """\
PRESS RELEASE - FOR IMMEDIATE RELEASE
3 October 2023

Twelve drowned off Valdor

(Valdor) - Twelve people drowned on Sunday, Harbour Refuge Network said today.

"They called for help," said Ann Lowe, director of Harbour Refuge Network.

About Harbour Refuge Network
Harbour Refuge Network is a charity founded in 1998. It runs a hotline.
""",
        "2023-10-03",
        "Harbour Refuge Network",
        [],
    ),
    (
        "pr3",
        """\
Twelve drowned off Valdor

Harbour Refuge Network, a charity working on the coast, condemns the failure to rescue twelve people.

Harbour Refuge Network is a registered charity (no. 102030).
Published 3 October 2023
""",
        "2023-10-03",
        "Harbour Refuge Network",
        [],
    ),
    (
        "report",
        """\
Annual Report of the Coastal Ombudsman 2022
Chapter 3. Detention

3.1 In 2022 the Ombudsman visited 14 centres.
""",
        None,
        "Coastal Ombudsman",
        [],
    ),
    (
        "report2",
        """\
Harbour Refuge Network
Briefing paper no. 7

NO WAY BACK: Removals by sea, January to June 2023

Published July 2023. Author: Ann Lowe-Brandt.

We counted 40 removals.
""",
        None,
        "Harbour Refuge Network",
        ["Ann Lowe-Brandt"],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "publisher", "authors"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_letters_and_releases_say_who_publishes_them_who_wrote_them_and_when(
    text: str, published: str | None, publisher: str | None, authors: list[str]
) -> None:
    assert_head(text, published, publisher, authors)
