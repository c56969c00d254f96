"""What identifies people is found in any form, and words that identify nobody are left."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.extract.details import find_again, find_details, why
from clarion.model import Detail, DetailKind, DocumentId

RULES = tomllib.loads(
    (Path(__import__("clarion.extract.details", fromlist=["x"]).__file__).parent / "reasons.toml").read_text("utf-8")
)


def found(text: str, language: str | None = None) -> list[str]:
    return [text[slice(*detail.span)] for detail in find_details(text, language=language)]


def withheld(text: str, words: str) -> bool:
    """Whether every letter and figure of the words is in some detail, wherever they stand."""
    covered = {at for detail in find_details(text) for at in range(*detail.span)}
    spans = [at for at in range(len(text)) if text.startswith(words, at)]
    return bool(spans) and all(
        start + n in covered for start in spans for n, letter in enumerate(words) if letter.isalnum()
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sister Amparo keeps the list.", "Amparo"),
        ("His wife, Thandeka, waits at the gate.", "Thandeka"),
        ("Boat seen at 36°12.4' N 26°05.1' E, engine dead.", "36°12.4' N 26°05.1' E"),
        ("The tent is at 36.2114, 26.0902.", "36.2114, 26.0902"),
        ("Meet me at ///lantern.copper.basin at ten.", "///lantern.copper.basin"),
        ("The respondent of House No. 1129 refused.", "House No. 1129"),
        ("They were moved to Block C, shelter 14.", "Block C, shelter 14"),
        ("Our house, number 17 beside the mill, was searched.", "number 17 beside the mill"),
        ("plate of the vehicle seen: 3-A 45917 AA", "3-A 45917 AA"),
        ("Ask mara_v71 on Instagram.", "mara_v71"),
        ("The widow of the baker in Karsu told us.", "widow of the baker in Karsu"),
        ("The one-legged cobbler by the gate was taken.", "one-legged cobbler by the gate"),
        ("Ask the man with the scar over the left eye.", "the man with the scar over the left eye"),
        ("pls help. his name rodelio panganiban-uy", "rodelio panganiban-uy"),
        ("The boy was called Ilie by everybody.", "Ilie"),
        ("They took Bo\u200bzena Kr\u00adalova at night.", "Bo\u200bzena Kr\u00adalova"),
        ("They took Zolta\u0301n Keme\u0301ny at night.", "Zolta\u0301n Keme\u0301ny"),
        ("write to m.tamm [at] lahe [dot] example", "m.tamm [at] lahe [dot] example"),
        ("phone: ０９０-１２３４-５６７８", "０９０-１２３４-５６７８"),
        ("call seven seven nine, zero zero, one two eight four", "seven seven nine, zero zero, one two eight four"),
        ("Her passport no. is K4471920.", "K4471920"),
        ("They crossed at the Orlov ford on Monday.", "Orlov ford"),
        ("The family hides in the attic of the mill in Brod.", "in the attic of the mill in Brod"),
        ("Two girls were handed over at Maljevac crossing on 3 May.", "Two girls"),
        ("He is the only dentist of Karakol.", "the only dentist of Karakol"),
        ("Applicants: A.B. and Kemal Y.", "A.B."),
    ],
)
def test_words_that_identify_are_found(text: str, words: str) -> None:
    assert withheld(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "President Xi Jinping met Prime Minister Li Qiang in Beijing.",
        "The foreign minister, Aino Kallasmaa, denied the report.",
        "Magistrate: Her Worship Amina Tettegah.",
        "Its name is known to everybody and its name is still on the list.",
        "The House voted 219 to 210, and room was left for number two of the plan.",
        "Shares rose 12.5, 13.25 and 14.75 percent.",
        "The daughter of the king of Norway opened the games on television.",
        "The United Nations and Amnesty International called on China to stop.",
        "Some 600 people were returned through five border towns on 9 October 2023.",
        "Demonstrations were announced for Tuesday. Readers are asked to write.",
        "Article 33(1) of the 1951 Convention binds China since 24 September 1982.",
        "said Mireille Okafor, spokesperson of the Harbour Union.",
        "House Speaker Ada Roe and special counsel Bob Poe met U.S. envoys.",
        "HELSINKI: Leaders Ida Moe and Eva Loe spoke. I've seen it, you'll see.",
        "In 2019-2023 the ministry spent 1 000 000 euros.",
        "Thirty-eight North Koreans and Uyghurs were held in Xinjiang.",
    ],
)
def test_words_that_identify_nobody_are_left(text: str) -> None:
    assert found(text) == []


def test_a_name_that_is_private_once_is_found_everywhere() -> None:
    text = "A witness, Pavla Dvorakova, spoke. DVORAKOVA left. Pavla's coat, Dvorakova-house, see pavla_dvorakova."
    for words in ("Pavla Dvorakova", "DVORAKOVA", "Pavla", "Dvorakova", "pavla_dvorakova"):
        assert withheld(text, words), words


def test_an_office_holder_of_the_same_surname_keeps_the_full_name() -> None:
    text = "Interior minister Jan Sorel spoke. A driver, Luc Sorel, was held. Jan Sorel denied it. Luc Sorel wept."
    assert found(text).count("Luc Sorel") == 2
    assert "Jan Sorel" not in " ".join(found(text))


def test_a_run_of_another_script_is_a_name_unless_it_names_a_body() -> None:
    text = "Her name is Nino (ნინო ბერიძე). The ministry (وزارة الداخلية) is silent."
    assert "ნინო ბერიძე" in found(text)
    assert "وزارة الداخلية" not in found(text)


def test_marks_behind_a_name_are_no_words() -> None:
    assert found("They saw Pavla Dvorakova , . and - . went on.") == ["Pavla Dvorakova"]


def test_a_text_without_letters_has_no_details() -> None:
    assert find_details("") == ()
    assert find_details(" \n\u200b ") == ()


def test_details_bear_the_document_and_a_rule_that_is_explained() -> None:
    (detail,) = find_details("Mrs Halloran wept.", document=DocumentId("d1"))
    assert detail == Detail(DocumentId("d1"), (4, 12), DetailKind.PERSON, "details:person/honorific")
    assert why(detail.basis).startswith("A name behind a form of address")
    with pytest.raises(KeyError):
        why("details:person/never")


def test_every_rule_has_a_reason_of_one_sentence() -> None:
    kinds = {kind.value for kind in DetailKind}
    for rule, reason in RULES.items():
        assert rule.split("/")[0] in kinds
        assert reason.endswith(".")
        assert reason[0].isupper()


@pytest.mark.parametrize(
    ("elsewhere", "words"),
    [
        ("2024_dvorakova-pavla_statement.pdf", ["dvorakova-pavla"]),
        ("The story of Pavla", ["Pavla"]),
        ("PAVLA DVORAKOVA", ["PAVLA DVORAKOVA"]),
        ("The ministry's answer", []),
    ],
)
def test_titles_and_file_names_are_sought_with_the_names_of_the_text(elsewhere: str, words: list[str]) -> None:
    text = "A witness, Pavla Dvorakova, spoke."
    spans = find_again(text, find_details(text), elsewhere)
    joined = "".join(elsewhere[slice(*span)] for span in spans)
    assert "".join(filter(str.isalpha, joined)) == "".join(filter(str.isalpha, "".join(words)))


@given(st.text(alphabet="Aan Bé.,\n@+19(ж王김ع\u200b\u0301-'\"", max_size=120))
def test_spans_lie_in_the_text_in_order_and_never_overlap_within_a_kind(text: str) -> None:
    details = find_details(text)
    ends: dict[DetailKind, int] = {}
    assert [one.span for one in details] == sorted(one.span for one in details)
    for one in details:
        assert 0 <= one.span[0] < one.span[1] <= len(text)
        assert one.span[0] >= ends.get(one.kind, 0)
        ends[one.kind] = one.span[1]
        assert why(one.basis)
    assert find_details(text) == details


HOSTILE = (
    "Ab-",
    "a@",
    "+1-",
    "he hid in the ",
    "walks past the ",
    "the boy who ",
    "Ana\n",
    "12 Street ",
    "case no ",
    "王",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        find_details(unit * (size // len(unit)))
        return time.process_time() - start

    seconds(2_000)  # loads what is loaded once
    small = max(seconds(16_000), 0.05)
    assert seconds(64_000) < 10 * small
