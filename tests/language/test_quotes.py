"""Where quoted words begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.language.quotes import find_quotes, inside, outermost
from costs import Effort, growth

# (text, outermost quotations)
_QUOTED = [
    ('She said: "We left."', ['"We left."']),
    ("She said: “We left.”", ["“We left.”"]),
    ("‘We don’t know,’ she said.", ["‘We don’t know,’"]),
    ("‘The nurses’ ward is shut,’ she said. ‘Go.’", ["‘The nurses’ ward is shut,’", "‘Go.’"]),
    ("«We left», she said.", ["«We left»"]),
    ("``We left,'' she said. ''Then we ran.''", ["``We left,''", "''Then we ran.''"]),
    ("“He told us, ‘Go,’ and we went.”", ["“He told us, ‘Go,’ and we went.”"]),
    ("'We left', she said.", ["'We left'"]),
    # each paragraph opens the quotation again
    ("“We left.\n\n“Then we ran,” she said.", ["“We left.\n\n“Then we ran,”"]),
    ('"We left.\n"Then we ran," she said.', ['"We left.\n"Then we ran,"']),
    # a curly mark that is never answered ends with its paragraph
    ("“We left.\n\nNobody came.", ["“We left."]),
    # apostrophes, inches and clipped words are no quotation
    ("It's the workers' hall, built in the '90s, 6' wide and 5\" thick.", []),
    ('A stray " mark.', []),
]


@pytest.mark.parametrize(("text", "expected"), _QUOTED)
def test_a_quotation_runs_from_its_opening_to_its_closing_mark(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in outermost(find_quotes(text))] == expected


def test_a_quotation_inside_another_knows_its_depth() -> None:
    text = "“He said, ‘They cried “no” twice,’ and left.”"
    assert [(text[quote.start : quote.end], quote.depth) for quote in find_quotes(text)] == [
        (text, 0),
        ("‘They cried “no” twice,’", 1),
        ("“no”", 2),
    ]


def test_the_words_of_a_quotation_stand_without_their_marks() -> None:
    text = 'He said "no".'
    start, end = inside(text, find_quotes(text)[0])
    assert text[start:end] == "no"


@given(st.text(alphabet="\"“”‘’«»„'`a. \n", max_size=300))
def test_quotations_lie_inside_the_text_and_never_cross(text: str) -> None:
    quotes = find_quotes(text)
    assert quotes == sorted(quotes)
    for number, quote in enumerate(quotes):
        assert 0 <= quote.start < quote.end <= len(text)
        for other in quotes[number + 1 :]:
            assert other.start >= quote.end or other.end <= quote.end


@pytest.mark.parametrize("mark", ['"', "“", "‘", " '", "«", "'' ", "“a\n\n"])
def test_repeated_marks_take_linear_time(mark: str) -> None:
    measured = growth(lambda size: (mark * size)[:size], find_quotes, 20_000, Effort(factor=4))
    assert measured.is_linear, measured
