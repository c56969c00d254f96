"""Which of the collected names are worth keeping, and the short forms of subdivision names."""

import re
import unicodedata

_CODE = re.compile(r"^[A-Z]{2,4}$")
_TYPES = re.compile(
    r"\s+(?:Sheng|Shi|Zizhiqu|Province|State|Oblast|Oblast'|Krai|Region|Governorate|District|Prefecture|County|Parish"
    r"|Borough|Department|Municipality|Muḩāfaz̧at|Kray|Respublika|Republic|Voivodeship|Canton|Division|Raion|Rayon"
    r"|Community|Regency|Viloyati|Welayaty|Zila|Upazila|Township|Sum|Aimag|Gun|Kun|Shi|Xian)$"
)
_DASHED = re.compile(r"[-‐](?:gun|kun|si|do|to|namdo|bukto|guyŏk|guyok|ku|gu|ken|fu|shi|nodongjagu|ri|ni|ŭp|up|dong)$")
_PREFIXED = re.compile(
    r"^(?:Province of|Provincia de|Departamento de|Condado de|County of|State of|Estado de|Region of|Muḩāfaz̧at|Wilayat"
    r"|Wilaya de|Département de|Région|Provincia di|Kabupaten|Provinsi|Distrito de|District of|Parròquia d[e'])\s*"
)


def is_kept(name: str) -> bool:
    """Whether a collected name may be looked up: no airport codes, no machine transliterations, no scraps."""
    if len(name) < 2 or len(name) > 60 or "," in name or "/" in name or "(" in name:
        return False
    first = name[0]
    if not first.isalpha():
        return first in "'‘’ʻ" and len(name) > 3
    if _is_east_asian(first):
        return True
    if not _is_latin(first):
        return False  # texts are read in English, Korean and Chinese
    return len(name) > 2 and first.isupper() and not _CODE.match(name)


def without_suffix(name: str) -> list[str]:
    """A Chinese or Korean name with and without the syllable for town, county or district."""
    bare = name.rstrip("시市县縣郡군区區구 ")
    return [name, bare] if _is_east_asian(name[0]) and 1 < len(bare) < len(name) else [name]


def shortened(name: str, country: str, kind: str) -> list[str]:
    """The names of a subdivision without the word for its kind: `Jilin Sheng` -> `Jilin`; `Jilin Province` is added."""
    bare = _PREFIXED.sub("", _DASHED.sub("", _TYPES.sub("", name))).strip()
    found = [bare] if bare != name and is_kept(bare) else []
    if kind and kind[0].isupper() and kind.isascii() and is_kept(bare) and _is_latin(bare[0]) and len(kind) < 20:
        found.append(f"{bare} {kind}")
        found.append(f"{bare} {kind.split()[-1].capitalize()}")
    return found


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")


def _is_east_asian(character: str) -> bool:
    return "\u3040" <= character <= "\u30ff" or "\u4e00" <= character <= "\u9fff" or "가" <= character <= "힣"
