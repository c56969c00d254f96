"""Who says what: what the rules accept and what they must refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.voices import find_voices
from clarion.model.nouns import Attribution, Span

# (text, source, cue, content, voice)
_SAID = [
    ("The mayor said that two roads were shut.", "The mayor", "said", "that two roads were shut", "The mayor"),
    ("The mayor said two roads were shut.", "The mayor", "said", "two roads were shut", "The mayor"),
    ("Two roads were shut, the mayor said on Monday.", "the mayor", "said", "Two roads were shut", "the mayor"),
    ("Two roads were shut, says their driver.", "their driver", "says", "Two roads were shut", "their driver"),
    ("According to the parish, 40 houses burned.", "the parish", "According to", "40 houses burned", "the parish"),
    ("40 houses burned, according to the parish.", "the parish", "according to", "40 houses burned", "the parish"),
    (
        '"We had to run," said Ila Torv, head of the co-op.',
        "Ila Torv, head of the co-op",
        "said",
        '"We had to run,"',
        "Ila Torv",
    ),
    ("“We had to run,” Ila Torv told reporters.", "Ila Torv", "told", "“We had to run,”", "Ila Torv"),
    ("‘We had to run,’ she said.", "she", "said", "‘We had to run,’", "she"),
    ("The clerk told a visitor that the file was gone.", "The clerk", "told", "that the file was gone", "The clerk"),
    ("I was told by a cook that the van had left.", "a cook", "was told", "that the van had left", "a cook"),
    ("The union urged the firm to pay.", "The union", "urged", "the firm to pay", "The union"),
    ("The firm denied the charge.", "The firm", "denied", "the charge", "The firm"),
    (
        "Two cooks who saw it said the van had left.",
        "Two cooks who saw it",
        "said",
        "the van had left",
        "Two cooks who saw it",
    ),
    ("The chief's claim that ten left was checked.", "The chief", "claim", "that ten left", "The chief"),
    (
        "Ila Torv, who runs the shop, said the van had left.",
        "Ila Torv, who runs the shop,",
        "said",
        "the van had left",
        "Ila Torv",
    ),
]

_NO_VOICE = [
    "The report was long.",  # a noun, not a verb of saying
    "The so-called “experts” left.",  # a scrap held at arm's length
    "The van left reportedly at noon.",
    "The accused man left.",
    "They walked to the “Old Mill” and back.",
]


def _words(text: str, span: Span | tuple[Span, ...] | None) -> str | None:
    if span is None:
        return None
    parts = [span] if isinstance(span[0], int) else span
    return " … ".join(text[start:end] for start, end in parts)  # type: ignore[misc]


@pytest.mark.parametrize(("text", "source", "cue", "content", "voice"), _SAID)
def test_words_are_given_to_those_who_said_them(text: str, source: str, cue: str, content: str, voice: str) -> None:
    found = find_voices(text)
    assert [_words(text, one.source_span) for one in found] == [source]
    assert _words(text, found[0].cue_span) == cue
    assert _words(text, found[0].content_span) == content
    assert found[0].voice == voice


@pytest.mark.parametrize("text", _NO_VOICE)
def test_no_voice_is_heard_where_nobody_speaks(text: str) -> None:
    assert [one for one in find_voices(text) if one.voice] == []


@given(st.text(alphabet="\"“”‘’' \n.,:;()-aBsaid told QA", max_size=200))
def test_every_span_lies_inside_the_text(text: str) -> None:
    for one in find_voices(text):
        for span in (one.source_span, one.cue_span, one.content_span):
            for start, end in _pieces(span):
                assert 0 <= start < end <= len(text)


def _pieces(span: Span | tuple[Span, ...] | None) -> tuple[Span, ...]:
    if span is None:
        return ()
    return (span,) if isinstance(span[0], int) else span  # type: ignore[return-value]


def test_an_attribution_is_a_noun_of_the_model() -> None:
    assert all(isinstance(one, Attribution) for one in find_voices("The mayor said no one came."))
