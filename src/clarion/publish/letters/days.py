"""The day of a letter as its language writes it."""

import datetime

from clarion.model.interventions import Letter
from clarion.publish.phrases import day_words


def written_day(letter: Letter) -> str:
    """`2026-11-22` as `22 November 2026`, `2026년 11월 22일` or `2026年11月22日`."""
    try:
        day = datetime.date.fromisoformat(letter.day)
    except ValueError:
        return letter.day
    base = letter.language.partition("-")[0]
    if base == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일"
    if base == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return day_words(day)
