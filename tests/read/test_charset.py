"""Bytes become letters, and every guess is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.read.charset import decode

KOREAN = "국경에서 스물네 명이 붙잡혔다고 주민들이 말했다. 가족들은 소식을 기다리고 있다. " * 8
RUSSIAN = "На границе задержали двадцать четыре человека, рассказали жители. Семьи ждут новостей. " * 8
POLISH = "Świadkowie powiedzieli, że zatrzymano dwadzieścia osób. Żadna z nich nie wróciła do domu. " * 8
CHINESE = "居民说，边境上有二十四人被拘留。家人正在等待消息。" * 8
SPANISH = "Los vecinos dijeron que veinte niños fueron llevados al cuartel. El señor no respondió. “Mañana”, dijo. " * 8
JAPANESE = "国境で二十四人が拘束されたと住民が話した。家族は知らせを待っている。" * 8


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (KOREAN, "euc-kr"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (POLISH, "iso-8859-2"), (CHINESE, "gb18030"),
        (CHINESE, "big5"), (JAPANESE, "shift_jis"), (SPANISH, "cp1252"),
    ],
)  # fmt: skip
def test_an_undeclared_character_set_is_guessed_and_the_guess_is_told(text: str, charset: str) -> None:
    found = decode(text.encode(charset, "replace"))
    assert found.text == text.encode(charset, "replace").decode(charset)
    assert any("guessed" in problem for problem in found.problems)


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_leaves_no_trace(charset: str) -> None:
    found = decode(RUSSIAN.encode(charset))
    assert (found.text, found.problems) == (RUSSIAN, ())


def test_wide_letters_without_a_mark_are_read() -> None:
    assert decode("wide letters without a mark".encode("utf-16-le")).text == "wide letters without a mark"


def test_a_declaration_is_believed_only_where_the_bytes_are_not_well_formed_utf_8() -> None:
    assert decode("naïve".encode(), "iso-8859-1").text == "naïve"
    assert decode("naïve".encode("latin-1"), "iso-8859-1").text == "naïve"
    assert decode("“x” €".encode("cp1252"), "ISO-8859-1").text == "“x” €"  # as browsers read it
    assert decode("한국".encode("cp949"), "EUC-KR").text == "한국"


def test_a_false_or_unknown_declaration_does_no_harm() -> None:
    assert decode(b"plain", "no-such-set").text == "plain"
    assert decode(b"plain", "zip").text == "plain"
    assert decode(RUSSIAN.encode("cp1251"), "utf-8").text == RUSSIAN


def test_a_file_cut_inside_a_letter_is_read_and_the_cut_is_told() -> None:
    whole = RUSSIAN.encode()
    found = decode(whole[: whole.rindex("й".encode()) + 1])
    assert found.text.startswith(RUSSIAN[:200])
    assert any("cut short" in problem for problem in found.problems)


def test_a_few_broken_bytes_in_utf_8_do_not_turn_the_rest_into_something_else() -> None:
    broken = RUSSIAN[:300].encode() + b"\xff\xfe" + RUSSIAN[300:].encode()
    found = decode(broken)
    assert "Семьи ждут новостей" in found.text
    assert any("not UTF-8" in problem for problem in found.problems)


@given(
    st.binary(max_size=400), st.sampled_from([None, "utf-8", "latin-1", "gb2312", "iso-2022-jp", "nonsense", "utf-7"])
)
def test_any_bytes_become_a_text(original: bytes, declared: str | None) -> None:
    assert isinstance(decode(original, declared).text, str)
