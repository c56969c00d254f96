"""Numbers that stand for one person: papers, files, plates, accounts, days of birth."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_WHAT = (
    r"(?:passports?|identity (?:cards?|documents?|papers?|numbers?)|(?:national )?(?:ID|id)(?: ?cards?"
    r"| ?numbers?)?|I\.D\.|IDs|T\.?C\.? ?(?:kimlik)?|social (?:security|insurance)|SSN|NIN|NIC|CNIC"
    r"|CURP|DNI|NIE|RUT|CPF"
    r"|PESEL|SNILS|INN|Aadhaar|BVN|tazkira|kebele|hukou|residence (?:permit|card)|(?:driv(?:ing"
    r"|er's)) licen[cs]e|licen[cs]e(?: plates?)?|reg|(?:number|registration) plates?|plates?|registration"
    r"|visa|permit|laissez-passer|travel document"
    r"|case(?: file)?s?|files?|dockets?|dossiers?|application|asylum (?:case|application|claim)|UNHCR"
    r"|prisoner|inmate|detainee|prison|registered|ref(?:erence)?|account|acct|a/c|IBAN|(?:bank|credit"
    r"|debit|SIM|ration|refugee|student|staff|party) cards?|wallet"
    r"|IMEI|IMSI|serial|student|employee|badge|ticket|booking|PNR|reservation|criminal case|warrant"
    r"|arrest warrant|certificate|patient|medical record|insurance|tax|bed|cell|tent|car|van|bus|truck"
    r"|lorry|taxi|pick-up|jeep|minibus|motorcycle|vehicle)"
)
_VALUE = r"(?P<value>(?=[A-Z0-9\u4e00-\u9fff /.:-]{0,14}\d)[A-Z\d\u4e00-\u9fff](?:[ /.:-]?[A-Z\d]){3,33})(?![\w])"
_CUED = re.compile(
    rf"\b(?:{_WHAT})(?:[ ,(]{{1,2}}(?:with|the|a|is|was|number|no|nr|num|No|Nr|number is|bearing"
    rf"|plates?|registration|issued)\b)*(?:[.:#° ,(]|№|n°|Nº)*(?-i:{_VALUE})",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:\b(?:[Nn]o|[Nn]r|[Nn]um(?:ber)?|NO|Nº|n°)\.? ?:? ?|№ ?"
    r"|# ?)(?P<value>(?=[A-Z/-]{0,6}\d)[A-Z\d](?:[/-]?[A-Z\d]){5,33})(?![\w,]\d)"
)
_PRISONER = re.compile(
    r"\b(?:(?:was|am|is|as|became) (?:only )?(?:the )?|prisoner |inmate |detainee |called me "
    r"|a )(?:number|no\.?|Number|No\.?) (?P<value>\d{3,7})\b"
)
_MIXED = re.compile(
    r"(?<![\w/.-])(?=[A-Z\d-]{0,9}[A-Z])(?=[A-Z-]{0,9} ?\d|\d+[A-Z-])[A-Z\d]{1,9}(?:[ -]?[A-Z\d]{1,10}){0,2}(?![\w/])"
)
_LONG = re.compile(r"(?<![\w.,+/$€£¥-])\d(?:[ -]?\d){8,24}(?![\w]|[.,]\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?\b")
_KOREAN = re.compile(r"(?<!\d)\d{6}-[1-8]\d{6}(?!\d)")
_CHINESE = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_PLATE = re.compile(
    r"(?<![A-Za-z\d])(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z][ ·•]?[A-Z\d]{5,6}"
    r"|[\u4e00-\u9fff] ?[A-Z] ?[A-Z\d]{4,6}"
    r"|[A-ZА-Я] ?\d{3} ?[A-ZА-Я]{2} ?\d{2,3}|\d{2,3}[가-힣] ?\d{4}|\d{2}[A-Z]\d?-\d{3}\.?\d{2}"
    r"|[A-Z]{2} \d{2} [A-Z]{2} [A-Z]{2}|[A-Z]{1,3}[ -]\d{2,4}[ -][A-Z]{1,3}|[A-Z]{2}\d{2} ?[A-Z]{3}"
    r"|[A-Z]{2} ?\d{3} ?[A-Z]{2})(?!\w)"
)
# the cue may stand some words before: "plate of the vehicle seen: 3-A 45917 AA"
_PLATE_OF = re.compile(
    r"\b[Pp]lates?\b[^\d\n;.]{0,40}?(?<![A-Za-z\d-])"
    r"(?P<value>(?=[A-Z -]{0,8}\d)[A-Z\d]{1,6}(?:[ -][A-Z\d]{1,6}){0,3})(?![\w-])"
)
_FOLDER = re.compile(
    r"\b(?:[Cc]ase|[Ff]ile|[Dd]ocket|[Aa]pplication|[Dd]ossier)(?: (?:[Nn]o\.?|[Nn]umber"
    r"|[Nn]r\.?))?:? ?(?P<value>[A-Z]{0,5}[-/]?\d{1,8}(?:[-/.]\d{1,8}){1,3})\b"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# codes of papers with slashes; not the symbols of bodies and laws
_SLASHED = re.compile(
    r"(?<![\w/.-])(?!(?:CCPR|CAT|CEDAW|CRC|CERD|CED|CMW|CRPD|CESCR|HRC|HRI|ST|SG|NGO|GA|SC|RES|DEC|PRST|COM|EC"
    r"|EU|ETS|CETS|ILO"
    r"|GC|INF|CP|TD|DP|UN|OSCE|PACE|ECHR)/)[A-Z]{2,8}(?:/[A-Z\d-]{1,10}){2,4}(?![\w/])"
)
_DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}(?:st|nd"
    rf"|rd|th)?(?: of)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_ANY_DAY = re.compile(rf"{_DAY}")
_BORN_LIST = re.compile(r"\b(?:[Bb]orn|DOBs?|[Dd]ates? of [Bb]irth):")
# months of other calendars are not listed: whatever stands between a day and a year
_OTHER_DAY = r"\d{1,2} [A-ZÀ-Þ][\w'-]{2,14}(?: [a-z]+)?,? \d{3,4}"
_BIRTH = re.compile(
    r"\b(?:[Bb]orn(?: on)?|[Dd]ate of [Bb]irth|DOB|[Dd]\.o\.b\.?|[Bb]irth ?da(?:y|te)|b\.)(?: is| was"
    rf"|:)? ?(?P<value>{_DAY}|{_OTHER_DAY})"
)
_BIRTH_EAST = re.compile(r"(?P<value>\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일])(?:生| ?생|出生)")
_NOT = re.compile(
    r"^(?:[A-Z]{2,4}(?:19|20)\d\d[01]\d[0-3]\d\d{5,}|[A-Z]{1,4}-?\d{1,3}|\d{1,2}[A-Z]{1,2}|COVID-?\d+"
    r"|G\d{1,2}|[A-Z]/[\d/]+|(?:19|20)\d\d[A-Z]?|\d{1,4}(?:ST|ND|RD|TH|AM|PM|KM|MM|CM|GB|MB|TH))$"
)
_LEAST = 4
_LEAST_PARTED = 6  # digits of a number written in parts


def numbers(scene: Scene) -> Iterator[Found]:
    """Numbers of papers, files, vehicles and accounts, and days of birth."""
    text = scene.text
    for pattern, rule in (
        (_CUED, "number/paper"), (_NO, "number/paper"), (_PRISONER, "number/paper"),
        (_PLATE_OF, "number/plate"), (_FOLDER, "number/file"),
        (_BIRTH, "number/birth"), (_BIRTH_EAST, "number/birth"),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            value = match["value"]
            if sum(map(str.isdigit, value)) > 2 and not _is_year(value):
                yield Found(*match.span("value"), DetailKind.NUMBER, rule)
    for pattern, rule in (
        (_IBAN, "number/account"),
        (_KOREAN, "number/paper"),
        (_CHINESE, "number/paper"),
        (_PLATE, "number/plate"),
    ):
        for match in pattern.finditer(text):
            yield Found(*match.span(), DetailKind.NUMBER, rule)
    for match in _SLASHED.finditer(text):
        if sum(map(str.isdigit, match[0])) >= _LEAST:
            yield Found(*match.span(), DetailKind.NUMBER, "number/paper")
    for match in _BORN_LIST.finditer(text):
        for day in _ANY_DAY.finditer(text, match.end(), max(match.end(), scene.sentence(match.end())[1])):
            yield Found(*day.span(), DetailKind.NUMBER, "number/birth")
    for match in _MIXED.finditer(text):
        value = match[0]
        if " " in value and sum(map(str.isdigit, value)) < _LEAST_PARTED:
            continue
        if sum(map(str.isdigit, value)) >= _LEAST and any(map(str.isalpha, value)) and not _NOT.match(value):
            yield Found(*match.span(), DetailKind.NUMBER, "number/mixed")
    for match in _LONG.finditer(text):
        if not _is_dates(match[0]):
            yield Found(*match.span(), DetailKind.NUMBER, "number/long")


def _is_year(value: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d(?:[-/.](?:19|20)?\d\d){0,2}", value) is not None


def _is_dates(value: str) -> bool:
    return (
        re.match(r"(?:19|20)\d\d[ -](?:19|20)\d\d", value) is not None
        or re.match(r"\d{4}-\d{2}-\d{2}", value) is not None
    )
