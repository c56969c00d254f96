"""The language of a text, told from its words and letters."""

import pytest

from clarion.read.languages import language_of
from costs import least, seconds

TEXTS = {
    "en": "Nine people were taken from the harbour on Thursday, a witness said. The court has not ruled.",
    "es": "Nueve personas fueron detenidas en el puerto el jueves, dijo una testigo. El tribunal no ha decidido.",
    "fr": "Neuf personnes ont été emmenées du port jeudi, a déclaré un témoin. Le tribunal n'a rien dit.",
    "pt": "Nove pessoas foram levadas do porto na quinta-feira, disse uma testemunha. O tribunal não decidiu.",
    "de": "Neun Menschen wurden aus dem Hafen verschleppt, sagte eine Zeugin. Das Gericht hat nicht entschieden.",
    "ru": "Девять человек увезли из порта в четверг, рассказала свидетельница. Суд ещё не вынес решения.",
    "uk": "Дев'ятьох людей вивезли з порту в четвер. Суд ще не ухвалив рішення щодо скарги родин.",
    "kk": "Бейсенбі күні порттан тоғыз адам әкетілді деп мәлімдеді куәгер.",
    "ko": "목요일 항구에서 아홉 명이 끌려갔다고 목격자가 말했다.",
    "zh": "目击者说，星期四有九人从港口被带走。",
    "ja": "木曜日に港から九人が連れ去られたと目撃者が語った。",
    "ar": "قال شاهد إن تسعة أشخاص اقتيدوا من الميناء يوم الخميس.",
    "fa": "یک شاهد گفت نه نفر روز پنجشنبه از بندر برده شدند.",
    "tr": "Bir tanığa göre perşembe günü limandan dokuz kişi götürüldü.",
    "my": "ကြာသပတေးနေ့က ဆိပ်ကမ်းမှ လူကိုးဦးကို ခေါ်ဆောင်သွားသည်။",
    "hi": "एक गवाह ने कहा कि गुरुवार को बंदरगाह से नौ लोगों को ले जाया गया।",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items(), ids=TEXTS)
def test_a_text_of_two_sentences_shows_its_language(language: str, text: str) -> None:
    assert language_of(text) == language


def test_capitals_and_foreign_names_do_not_hide_the_language() -> None:
    assert language_of("THE GUARDS HAVE TAKEN NINE OF THE FISHERMEN AND WILL NOT SAY WHERE THEY ARE") == "en"
    assert (
        language_of("The Comité Río Abierto says that the soldiers of São Gonçalo took Nuñez, Ibáñez and Peña.") == "en"
    )
    assert language_of("The word 자유 stands in the song that they sang at the gate.") == "en"


@pytest.mark.parametrize("text", ["", "12 345 - 678", "!!! ???", "Kabul"])
def test_where_the_words_show_none_nothing_is_said(text: str) -> None:
    assert language_of(text) is None


def test_a_declaration_counts_only_where_the_words_show_none() -> None:
    assert language_of("Kabul 2024", declared="fr-CA") == "fr"
    assert language_of(TEXTS["en"], declared="fr-CA") == "en"
    assert language_of("Kabul", declared="nonsense") is None


def test_a_long_text_costs_no_more_than_its_first_pages() -> None:
    text = TEXTS["en"] * 100_000
    assert language_of(text) == "en"
    assert least(lambda: seconds(language_of, text), most=1) < 1
