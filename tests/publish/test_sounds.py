"""A name is found in the script of another language, as people write it by ear."""

import pytest

from clarion.model import DetailKind
from clarion.publish.safety.matching import Matcher
from clarion.publish.safety.terms import terms_of

PAIRS = [
    ("Ольга Петрова", "Olga Petrova"),
    ("Евгений Щербаков", "Yevgeny Shcherbakov"),
    ("Евгений Щербаков", "Evgenii Scherbakov"),
    ("Юлия Хижняк", "Yulia Khizhnyak"),
    ("Сергей Цой", "Sergei Tsoy"),
    ("Νίκος Παπαδόπουλος", "Nikos Papadopoulos"),
    ("Ελένη Μπακογιάννη", "Eleni Bakogianni"),
    ("고민지", "Ko Min-Ji"),
    ("고민지", "Min-ji Ko"),
    ("박영희", "Park Young-hee"),
    ("이순신", "Lee Sun-shin"),
    ("이순신", "Yi Sun-sin"),
    ("정혜원", "Jung Hye-won"),
    ("최은영", "Choi Eun-young"),
    ("노태영", "Roh Tae-young"),
    ("أحمد الخطيب", "Ahmad al-Khatib"),
    ("عبد الرحمن يوسف", "Abdelrahman Youssef"),
    ("محمد المصري", "Mohammed al-Masri"),
]


def matcher(name: str) -> Matcher:
    return Matcher(terms_of(DetailKind.PERSON, name))


@pytest.mark.parametrize(("script", "latin"), PAIRS)
def test_a_name_withheld_in_its_script_is_found_in_latin_letters(script: str, latin: str) -> None:
    text = f"Guards took {latin} away at night."
    found = matcher(script).find(text)
    assert latin in {text[one.start : one.end] for one in found}


@pytest.mark.parametrize(("script", "latin"), PAIRS)
def test_a_name_withheld_in_latin_letters_is_found_in_its_script(script: str, latin: str) -> None:
    text = f"— {script}, —"
    found = matcher(latin).find(text)
    assert any(script in text[one.start : one.end] for one in found)


@pytest.mark.parametrize(("script", "latin"), PAIRS)
def test_other_names_and_words_are_not(script: str, latin: str) -> None:
    others = (
        "Police arrested Ingrid Solheim and Tomas Herrera at the Old Market on Monday. The Ministry of Foreign Affairs "
        "said nothing. Human Rights Watch, Amnesty International and Lantern Watch asked for their release. "
        "Президент сказал, что Иван Сидоров свободен. 김철수가 말했다. قال خالد السوري ذلك. Ο Γιώργος Αντωνίου είπε."
    )
    for name in (script, latin):
        assert not matcher(name).find(others)
