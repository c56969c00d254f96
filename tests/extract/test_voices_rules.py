"""The rules of voices, one table for each family: what each accepts and what it must refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.voices import Chains, find_voices
from clarion.extract.voices.cues import nouns, verbs
from clarion.extract.voices.own import Own, ownership
from clarion.extract.voices.said import Said
from clarion.model.nouns import Span
from clarion.model.vocabulary import AttributionKind
from costs import Effort, growth

# each row: text, then (source, content) of every attribution in order
Row = tuple[str, list[tuple[str | None, str]]]

_VERBS: list[Row] = [
    ("The crew said on Monday that the ship sank.", [("The crew", "that the ship sank")]),
    ("The crew said, in a note, that the ship sank.", [("The crew", "that the ship sank")]),
    ("About half said the ship sank.", [("About half", "the ship sank")]),
    ("The crew denied having seen it.", [("The crew", "having seen it")]),
    ("The crew warned of a leak.", [("The crew", "a leak")]),
    ("The crew asked the port to help.", [("The crew", "to help")]),
    ("The crew put the loss at nine.", [("The crew", "the loss at nine")]),
    ("The crew called the claim a lie.", [("The crew", "the claim a lie")]),
    ("The owner accused the crew of theft.", [("The owner", "the crew of theft")]),
    ("The report said the ship sank.", [("The report", "the ship sank")]),
    ("Residents reached by phone said the ship sank.", [("Residents reached by phone", "the ship sank")]),
    ("A man whom we met in March says the ship sank.", [("A man whom we met", "the ship sank")]),
    ("In Oslo the crew said the ship sank.", [("the crew", "the ship sank")]),
    # two verbs, one source; two sources
    (
        "The crew said the ship sank and added that nine died.",
        [("The crew", "the ship sank"), ("The crew", "that nine died")],
    ),
    (
        "Some said it sank, while the owner insists that it floats.",
        [("Some", "it sank"), ("the owner", "that it floats")],
    ),
    ("The owner left early, saying that he was ill.", [("The owner", "that he was ill")]),
    # nouns and participles that only look like verbs of saying
    ("The accused man left.", []),
    ("The firm made calls and reports.", []),
    ("Write to the mayor asking that the road be opened.", []),
]

_ASIDES: list[Row] = [
    ("The ship, the crew said, sank.", [("the crew", "The ship … sank")]),
    ("The ship sank, said Odd Brevik, who saw it.", [("Odd Brevik, who saw it", "The ship sank")]),
    ("The ship sank, the crew told a paper on Monday.", [("the crew", "The ship sank")]),
    ("As the crew put it, the ship sank.", [("the crew", "the ship sank")]),
    ("Nine died, the crew said, and two were saved.", [("the crew", "Nine died … two were saved")]),
    ("What the crew saw, Odd Brevik said, was a wreck.", [("Odd Brevik", "What the crew saw … was a wreck")]),
    ("It sank, two cooks have since told a paper.", [("two cooks", "It sank")]),
    ("Nine fled and were, in the view of the crew, safe.", [("the crew", "were … safe")]),
    ("On Monday, the crew left.", []),
]

_QUOTED: list[Row] = [
    ("“It sank,” he said. “Nine died.”", [("he", "“It sank,” … “Nine died.”")]),
    ("“It sank,” he said, “and nine died.”", [("he", "“It sank,” … “and nine died.”")]),
    ("The crew was firm. “It sank.” Odd Brevik said: “No.”", [("Odd Brevik", "“No.”")]),
    ("The so-called “wreck” floats.", []),
    ("He read “The Wreck” twice.", []),
]

_WITHOUT_VERB: list[Row] = [
    ("The crew's claim that it sank was false.", [("The crew", "that it sank")]),
    ("Claims by the crew that it sank were false.", [("the crew", "that it sank")]),
    ("Some papers spread the claim that it sank.", [("Some papers", "that it sank")]),
    (
        "The estimate given by clinics, and confirmed by the port, is that nine died.",
        [("clinics", "that nine died"), ("the port", "that nine died")],
    ),
    ("In the view of the crew, it sank.", [("the crew", "it sank")]),
    ("By the union's count, nine died.", [("the union", "nine died")]),
    ("According to the testimony of a cook, it sank.", [("a cook", "it sank")]),
    ("The claim was false.", []),
]

_PASSIVES: list[Row] = [
    ("I was told by a cook that it sank.", [("a cook", "that it sank")]),
    ("It was reported by the crew that it sank.", [("the crew", "that it sank")]),
    ("He is believed by residents to have left.", [("residents", "He … to have left")]),
    ("The court heard from two cooks that it sank.", [("two cooks", "that it sank")]),
    ("We learned of the wreck from a cook.", [("a cook", "the wreck")]),
    ("The letter signed by two cooks, in which it is alleged that it sank, was lost.", [("two cooks", "that it sank")]),
    # nobody is named
    ("It is said that it sank.", [(None, "that it sank")]),
    ("He was accused of theft.", []),
]


def _words(text: str, span: Span | tuple[Span, ...] | None) -> str | None:
    if span is None:
        return None
    parts = [span] if isinstance(span[0], int) else span
    return " … ".join(text[start:end] for start, end in parts)  # type: ignore[misc]


def _found(text: str) -> list[tuple[str | None, str | None]]:
    return [(_words(text, one.source_span), _words(text, one.content_span)) for one in find_voices(text)]


@pytest.mark.parametrize(("text", "expected"), _VERBS)
def test_a_verb_of_saying_has_a_source_and_a_content(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _ASIDES)
def test_an_aside_gives_the_clause_around_it_to_its_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _QUOTED)
def test_a_quotation_belongs_to_the_speaker_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _WITHOUT_VERB)
def test_nouns_and_phrases_carry_words_too(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(("text", "expected"), _PASSIVES)
def test_whoever_stands_after_by_is_the_source(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_direct_indirect_and_mixed_words_are_told_apart() -> None:
    kinds = {
        "“It sank,” he said.": AttributionKind.DIRECT,
        "He said it sank.": AttributionKind.INDIRECT,
        "He said that, to him, “It was a wreck. It sank.”": AttributionKind.MIXED,
    }
    assert {text: find_voices(text)[0].kind for text in kinds} == kinds


def test_a_pronoun_takes_the_last_speakers_name_and_keeps_its_own_span() -> None:
    text = "Odd Brevik said it sank. He said nine died."
    second = find_voices(text)[1]
    assert (second.voice, _words(text, second.source_span)) == ("Odd Brevik", "He")


def test_other_languages_wait_for_cues_of_their_own() -> None:
    assert find_voices("Le maire said no.", language="fr") == []


def test_every_form_of_a_verb_is_a_cue_and_irregular_forms_too() -> None:
    table = verbs()
    assert [table[word].lemma for word in ("says", "told", "denied", "slammed", "spoken", "urging")] == [
        "say",
        "tell",
        "deny",
        "slam",
        "speak",
        "urge",
    ]
    assert nouns()["rumours"] == "h"


_WHOSE = [
    ("the Harbour Watch", "Harbour Watch", Own.PUBLISHER),
    ("the Watch", "Harbour Watch", Own.PUBLISHER),
    ("Odd Brevik, the Watch's director", "Harbour Watch", Own.STAFF),
    ("our volunteers", "Harbour Watch", Own.STAFF),
    ("the minister", "Ministry of Ports", Own.STAFF),
    ("the River Watch", "Harbour Watch", Own.NO),
    ("a harbour master", "Harbour Watch", Own.NO),
    ("Odd Brevik", None, Own.NO),
]


@pytest.mark.parametrize(("source", "publisher", "expected"), _WHOSE)
def test_a_source_is_the_publisher_its_staff_or_somebody_else(
    source: str, publisher: str | None, expected: Own
) -> None:
    said = Said((0, len(source)), None, [], "s", "say", False)
    assert ownership(source, said, publisher) is expected


_VOCABULARY = (
    'he they it that who and but or , . : ; “ ” " ( ) to by of in the a said says told report claims according from '
    "rumours put at as Monday 12 Ann Roe not was been what when Q: A: \n \n\n HOST: ANN: urged called on for saying 's"
).split(" ")


@given(st.lists(st.sampled_from(_VOCABULARY), max_size=60).map(" ".join))
def test_no_order_of_words_breaks_the_rules(text: str) -> None:
    chains = Chains(text, publisher="Ann Watch")
    for start in range(0, len(text), 7):
        chains.at((start, min(len(text), start + 3)))
    for one in find_voices(text):
        assert one.voice is None or one.voice != ""


@pytest.mark.parametrize("unit", ["said ", '"(', "the claim of ", "he said, ", "Ann Roe, who ", "; ", "A: I do\n"])
def test_repeated_words_take_linear_time(unit: str) -> None:
    measured = growth(lambda size: (unit * size)[:size], find_voices, 15_000, Effort(factor=4))
    assert measured.is_linear, measured
