"""The heads of digests, posts, broadcasts and speeches, where date and names stand among other words."""

import pytest

from heads import assert_head

# name, text, date, publisher, authors
DOCUMENTS = [
    (
        "digest-italics",
        """\
# Lowland Digest: January 2025

*Compiled by Ana Prieto and Jan Dvorak. Published on 3 February 2025.*

## Chad

- Separatists ambushed a bus on 9 January, killing the driver.
""",
        "2025-02-03",
        "Lowland Digest",
        ["Ana Prieto", "Jan Dvorak"],
    ),
    (
        "posted-italics",
        """\
# Rights Roundup

_Posted on 3 February 2025 by the Marsh Desk_

Soldiers arrested nine people on Sunday, lawyers said.
""",
        "2025-02-03",
        "Rights Roundup",
        [],
    ),
    (
        "programme-in-quotation-marks",
        """\
RADIO MARSH FM, “Good Morning Lake”
Transcript of the broadcast of Thursday 21 March 2024
Presenter: ANA PRIETO. Guest: JON KOLA, secretary of a union.

PRIETO: Good morning. Two weeks ago gunmen took nine pupils.

KOLA: We have their names.
""",
        "2024-03-21",
        "RADIO MARSH FM",
        [],
    ),
    (
        "handle",
        """\
Marsh Watch @marshwatch · 11 Dec 2023

1/ THREAD. A boat with 180 people left on 25 Nov.

2/ Nobody answers.
""",
        "2023-12-11",
        "Marsh Watch",
        [],
    ),
    (
        "copyright-and-rights",
        """\
Nine arrested in lake raid

Police arrested nine people on 3 May.

© 2024 Marsh Network. All rights reserved. Last updated 4 May 2024.
""",
        "2024-05-04",
        "Marsh Network",
        [],
    ),
    (
        "only-speaker",
        """\
Marsh Parliament
Wednesday 19 June 2024
Adjournment debate: the lake

Mara Keeling (Otter North):

Mr Speaker, on Sunday gunmen stormed the market and killed 34 traders.

We must act.
""",
        "2024-06-19",
        "Marsh Parliament",
        ["Mara Keeling"],
    ),
]


@pytest.mark.parametrize(
    ("text", "published", "publisher", "authors"), [row[1:] for row in DOCUMENTS], ids=[row[0] for row in DOCUMENTS]
)
def test_the_heads_of_digests_posts_and_speeches_are_read(
    text: str, published: str | None, publisher: str | None, authors: list[str]
) -> None:
    """The date beside its label, the name without handle, programme or rights, the only speaker as author."""
    assert_head(text, published, publisher, authors)


def test_two_speakers_make_a_debate_without_author() -> None:
    """A speech has one speaker; a debate has several and none of them wrote the record."""
    text = "Marsh Parliament\n19 June 2024\n\nMara Keeling (North):\n\nNine died.\n\nJon Kola (South):\n\nWe know.\n"
    assert_head(text, "2024-06-19", "Marsh Parliament", [])
