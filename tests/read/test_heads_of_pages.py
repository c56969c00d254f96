"""The heads of web pages, columns, memos, letters and announcements of other shapes."""

import pytest

from clarion.read import read_document

# name, source, date, publisher, authors
DOCUMENTS = [
    (
        "site name in a link",
        """\
<html>
<head>
<title>Red de Parroquias del Norte: comunicado</title>
</head>
<body>
<div id="header">
<a href="/">Red de Parroquias del Norte</a>
</div>
<h1>Eleven catechists taken from San Telmo</h1>
<p class="meta">Posted on 12/05/2023 by admin</p>
<p>Eleven catechists were taken on Tuesday by police.</p>
<p>Tel. 2713 0000</p>
</body>
</html>""",
        None,
        "Red de Parroquias del Norte",
        [],
    ),
    (
        "release as paragraphs",
        """\
<html>
<body>
<p>
<strong>PRESS RELEASE</strong>
</p>
<p>Pastoral Network of the North, San Telmo, May 12, 2023</p>
<h2>Eleven catechists taken</h2>
<p>Eleven catechists were taken on Tuesday by police.</p>
</body>
</html>""",
        "2023-05-12",
        "Pastoral Network of the North",
        [],
    ),
    (
        "name in the page title",
        """\
<html>
<head>
<title>Eleven catechists taken - Pastoral Network</title>
<meta name="description" content="x">
</head>
<body>
<h1>Eleven catechists taken</h1>
<p>
<i>San Telmo, 12 May 2023</i> - Eleven catechists were taken on Tuesday by police, the Pastoral Network says.</p>
<footer>Pastoral Network, Apdo 12, San Telmo</footer>
</body>
</html>""",
        "2023-05-12",
        "Pastoral Network",
        [],
    ),
    (
        "page header",
        """\
<html>
<body>
<header>Parishes of San Telmo · Press office</header>
<main>
<h1>Eleven catechists taken</h1>
<p>For immediate release, 12 May 2023</p>
<p>The Parishes of San Telmo denounce that eleven catechists were taken on Tuesday by police.</p>
</main>
</body>
</html>""",
        "2023-05-12",
        "Parishes of San Telmo",
        [],
    ),
    (
        "year from the copyright line",
        """\
<html>
<head>
<title>Comunicado</title>
</head>
<body>
<p>Parishes of San Telmo<br>Press release no. 4<br>San Telmo, Friday 12 May</p>
<h1>Eleven taken</h1>
<p>Eleven catechists were taken on Tuesday. In 2018 we saw the same.</p>
<p>&copy; 2023 Parishes of San Telmo</p>
</body>
</html>""",
        "2023-05-12",
        "Parishes of San Telmo",
        [],
    ),
    (
        "author with body",
        """\
GUEST COLUMN
The Tisza Observer, 4 June 2024

The bridge nobody guards
Marta Lendvai-Kis, Tisza Coalition

On Monday forty people were pushed back over the bridge.
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "author with offices",
        """\
The Tisza Observer
4 June 2024

The bridge nobody guards

by Marta Lendvai-Kis, chair of the Tisza Coalition and secretary of the Forum

On Monday forty people were pushed back over the bridge.
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "note with the paper",
        """\
The bridge nobody guards

On Monday forty people were pushed back over the bridge. I was there.

Marta Lendvai-Kis chairs the Tisza Coalition, of which River Watch is a member.

This column appeared in The Tisza Observer on 4 June 2024.
""",
        "2024-06-04",
        "The Tisza Observer",
        ["Marta Lendvai-Kis"],
    ),
    (
        "writer in brackets",
        """\
Szeged Weekly, 4 June 2024 - Opinion

The bridge nobody guards

I chair a coalition of nine groups.

They will do it again.

(Marta Lendvai-Kis, the writer, chairs the Tisza Coalition.)
""",
        "2024-06-04",
        "Szeged Weekly",
        ["Marta Lendvai-Kis"],
    ),
    (
        "from counsel",
        """\
# MEMORANDUM

To: Court of Appeal, registry
From: counsel for B. (Nino Beridze, Mtkvari Law Centre)
Filed: 14 February 2023
Re: extradition

1. The client was arrested on 3 January 2022.
""",
        "2023-02-14",
        "Mtkvari Law Centre",
        ["Nino Beridze"],
    ),
    (
        "author field",
        """\
# Legal memorandum: extradition of B.

**Author:** Nino Beridze, Mtkvari Law Centre
**Date:** Tbilisi, 14 February 2023
**Status:** privileged

The client was arrested on 3 January 2022.
""",
        "2023-02-14",
        "Mtkvari Law Centre",
        ["Nino Beridze"],
    ),
    (
        "points between",
        """\
---

# Memorandum

*Mtkvari Law Centre · Tbilisi · 14 February 2023*

*Drafted by Nino Beridze and Levan Tsereteli-Gold*

The client was arrested on 3 January 2022.
""",
        "2023-02-14",
        "Mtkvari Law Centre",
        ["Nino Beridze", "Levan Tsereteli-Gold"],
    ),
    (
        "year from the text",
        """\
Shore News Agency

Plane with 80 lands

TRIPOLI, Thursday, November 4 (SNA) - A plane with 80 deportees landed on Wednesday, 3 November 2021, officials said.
""",
        "2021-11-04",
        "Shore News Agency",
        [],
    ),
    (
        "agency behind authors",
        """\
Plane with 80 lands in Tripoli

By Ana Prieto and Selma Otieno, Shore News

TRIPOLI - A plane with 80 deportees landed on Wednesday, officials said.

Published November 4, 2021
""",
        "2021-11-04",
        "Shore News",
        ["Ana Prieto", "Selma Otieno"],
    ),
    (
        "name after date",
        """\
Plane with 80 lands in Tripoli
November 4, 2021 6:12 PM
Ana Prieto

TRIPOLI, LIBYA — A plane with 80 deportees landed on Wednesday, officials said.

Some information in this report came from Shore News.
""",
        "2021-11-04",
        None,
        ["Ana Prieto"],
    ),
    (
        "on behalf of",
        """\
Open letter of the families of Dashtak

Dushanbe, 12 May 2023

To the Prosecutor General

We are families of 21 men.

On behalf of 21 families:
Zuhro Mirzoeva
Gulsara Nazarova
""",
        "2023-05-12",
        "families of Dashtak",
        ["Zuhro Mirzoeva", "Gulsara Nazarova"],
    ),
    (
        "from mothers",
        """\
To: the President of the Republic
From: mothers and wives of the detained of Dashtak
12 May 2023

Your Excellency,

Our sons were taken.

Respectfully,

[38 signatures]
""",
        "2023-05-12",
        "mothers and wives of the detained of Dashtak",
        [],
    ),
    (
        "families of a street",
        """\
Dashtak, 12 May 2023

OPEN LETTER TO THE PRESIDENT

Mr President,

Our sons were taken.

The families of Gulobod Street, Dashtak
(41 signatures, names withheld)
""",
        "2023-05-12",
        "The families of Gulobod Street",
        [],
    ),
    (
        "we the families",
        """\
Open letter
12 May 2023

We, the families of the men taken in Dashtak, ask the President to hear us.

Our sons were taken.
""",
        "2023-05-12",
        "the families of the men taken in Dashtak",
        [],
    ),
    (
        "command after dash",
        """\
NATIONAL GUARD - ZONE COMMAND 14
Information note for the press, 9 June 2023

Five persons were arrested.
""",
        "2023-06-09",
        "NATIONAL GUARD",
        [],
    ),
    (
        "office last",
        """\
Statement by the Governor

Markets are open

The Governor of Llanos, Elio Paz, said on Friday that no trader was detained.

Government of Llanos, press office, 9 June 2023
""",
        "2023-06-09",
        "Government of Llanos",
        [],
    ),
    (
        "official account",
        """\
Prefecture of Llanos | Official account
9 Jun 2023 · 14:22

No trader was detained.
""",
        "2023-06-09",
        "Prefecture of Llanos",
        [],
    ),
    (
        "letterhead in capitals",
        """\
LLANOS STATE GOVERNMENT
Secretariat for Security

OFFICIAL VERSION OF THE EVENTS OF 5 JUNE

Punto Llano, 9 June 2023. - Five persons were arrested in a joint operation.
""",
        "2023-06-09",
        "LLANOS STATE GOVERNMENT",
        [],
    ),
]


@pytest.mark.parametrize(
    ("source", "published", "publisher", "authors"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_pages_and_papers_say_who_publishes_them_who_wrote_them_and_when(
    source: str, published: str | None, publisher: str | None, authors: list[str]
) -> None:
    document = read_document(source.encode(), path="x").document
    assert (str(document.published) if document.published else None) == published
    assert (document.publisher or "").casefold().removeprefix("the ") == (publisher or "").casefold().removeprefix(
        "the "
    )
    assert list(document.authors) == authors
