"""Runs of another script: inside a text of letters with capitals they are names, unless they name a body or a place."""

import re
from functools import lru_cache

from clarion.extract.details.lists import is_of_gazetteer, is_people, lists, table
from clarion.extract.details.scene import Scene, Words, script_of

# Hebrew to Ge'ez, Georgian, Khmer, Mongolian and their like: scripts without capitals, with their marks and joiners
_UNCASED = (
    r"\u0590-\u07bf\u0800-\u10ff\u1200-\u1dff\u2c80-\u2fdf\ua000-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010900-\U0001fbff"
)
_CAPITALS = r"\u0370-\u058f"
_RUN = re.compile(rf"[{_UNCASED}](?:[{_UNCASED}.'’-]|[ \t](?=[{_UNCASED}]))*")
_CASED_RUN = re.compile(rf"[{_CAPITALS}](?:[{_CAPITALS}.'’-]|[ \t](?=[{_CAPITALS}]))*")
_EAST = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3](?:[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3·・]|[ ](?=[\uac00-\ud7a3]))*"
)
_LETTER = re.compile(r"[^\W\d_]")
_SPLIT = re.compile(r"[\s.'’·・-]+")
_SHORT_EAST = 12  # characters of a Han or Hangul run in a Latin text that is taken whole


def foreign(scene: Scene) -> tuple[list[Words], list[Words]]:
    """Private and public runs of scripts other than that of the text."""
    private: list[Words] = []
    public: list[Words] = []
    if scene.text.isascii():
        return private, public
    patterns = [_RUN]
    if scene.main_script == "latin":
        patterns += [_CASED_RUN, _EAST]
    for pattern in patterns:
        for match in pattern.finditer(scene.text):
            if _LETTER.search(match[0]) is None:
                continue
            found = Words(match.start(), match.end(), match[0].strip(), "person/script")
            if match[0].strip() in lists().public_other:
                public.append(found)
            elif not _is_thing(match[0]):
                private.append(found)
    return sorted(private), sorted(public)


def _is_thing(run: str) -> bool:
    """Whether a run names a body, an office, a state or a place."""
    parts = [part for part in _SPLIT.split(run) if part]
    if any(part.lower() in _things() for part in parts) or is_people(run.strip()):
        return True
    if script_of(run[0]) in ("han", "hangul"):
        return len(run) > _SHORT_EAST or is_of_gazetteer(run) or run.endswith(_east_bodies())
    return len(parts) == 1 and is_of_gazetteer(run)


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    return frozenset(word for key in ("words", "months", "offices") for word in table("scripts")[key].lower().split())


@lru_cache(maxsize=1)
def _east_bodies() -> tuple[str, ...]:
    return (
        *table("east_asian")["han"]["bodies"].split(),
        "부",
        "청",
        "처",
        "위원회",
        "법원",
        "단체",
        "연합",
        "연대",
        "당",
        "군",
    )
