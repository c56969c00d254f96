"""Postal addresses: house, street, flat, in the ways of several countries."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_NAME = r"[A-ZÀ-ÞŠŽČĆĐÇĞİÖŞÜŁŚŻŹ][\w'.-]{0,30}+"
_KIND = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Drive|Dr|Way|Court|Ct|Close|Square|Sq"
    r"|Terrace|Place|Pl|Quay|Alley|Row|Gardens"
    r"|Crescent|Parade|Highway|Hwy|Mews|Walk|Embankment|Esplanade|Circle|Parkway|Soi|Marg|Chowk|Sokak"
    r"|Sokağı|Caddesi|Cad|Sok|Mahallesi|prospekt|Prospekt|ulitsa|pereulok)"
)
_UNIT = (
    r"(?:(?:Flat|Apartment|Apt|Room|Rm|Suite|Unit|Block|Building|Bldg|House|Floor|Villa|Door|Entrance"
    r"|Stairs?)\.? (?:No\.? ?)?#?(?:\d\w{0,5}|[A-Z]\d{0,3}),? )"
)
_TAIL = rf"(?:,? (?:{_UNIT})?(?:\d{{4,6}} )?{_NAME}(?: {_NAME}){{0,2}}(?: \d{{3,6}}(?: \d{{2,3}})?)?){{0,2}}"
_ENGLISH = re.compile(
    rf"\b{_UNIT}{{0,2}}(?:No\.? ?)?\d{{1,5}}[A-Za-z]?(?:[-/]\d{{1,4}}[A-Za-z]?)?,? (?:{_NAME}"
    rf" ){{1,4}}{_KIND}\b\.?{_TAIL}"
)
_FRENCH = re.compile(
    rf"\b{_UNIT}{{0,2}}\d{{1,4}}(?: ?(?:bis|ter))?,? (?:rue|Rue|avenue|Avenue|boulevard|Boulevard|bd"
    r"|impasse|Impasse|allée|place|Place|quai|Quai|chemin|Chemin|cours|route)"
    rf"(?: (?:de|du|des|la|le|les|l'|d'|aux?|en|sur|{_NAME})){{1,6}}(?:,? (?:\d{{4,5}} )?{_NAME})?"
)
_ROMANCE = re.compile(
    r"\b(?:calle|avenida|carrera|pasaje|via|rua|Calle|Cll|Pasaje|Psje|Jirón|Jr|Urbanización|Urb"
    r"|Manzana|Mz|Carrera|Cra|Kra|Avenida|Av|Via"
    r"|Viale|Piazza|Rua|Travessa|Calzada|Jalan|Jl|Jln|Ul"
    r"|ul|Ulica|ulica|Ulitsa|Str|Strada|Bulevardul|Đường|Phố|Soi|Thanon)\.? "
    rf"(?:(?:de|del|da|do|dos|la|las|los|di|{_NAME}|\d{{1,3}}[A-Z]?),? ){{1,5}}?(?:[Nn](?:o|º|r"
    rf"|úm(?:ero)?)?\.? ?|# ?|n\. ?)?\d{{1,5}}[A-Za-z]?(?:[-/ ]\d{{1,4}})*(?:,? {_NAME})?"
)
_GERMANIC = re.compile(
    r"\b[A-ZÅÄÖØÆÜ][\wåäöøæüß-]{1,30}(?:straße|strasse|str\.|gasse|weg|platz|allee|damm|ufer|gata"
    r"|gatan|gate|gade|vej|vejen|veien|vägen|plass|torg|straat|laan|gracht|plein|katu|tie|utca|út|tér)"
    rf" \d{{1,4}}[A-Za-z]?(?:,? (?:\d{{4,5}} )?{_NAME})?"
)
_NORDIC_FIRST = re.compile(
    r"\b\d{1,4}[A-Za-z]? [A-ZÅÄÖØÆÜ][\wåäöøæüß-]{2,30}(?:gata|gatan|gate|gade|vej|veien|vägen|strasse"
    r"|straße|straat|katu|utca)\b"
)
_STALL = re.compile(
    r"\b(?:[Ss]tall|[Ss]tand|[Kk]iosk|[Bb]ooth|[Ss]hop|[Rr]oom|[Tt]ent|[Cc]ontainer|[Hh]ut|[Uu]nit"
    rf"|[Ff]lat|[Hh]ouse|[Aa]partment) (?:[Nn]o\.? ?|number )?\d{{1,4}}[A-Za-z]?,? (?:of |in "
    rf"|at )?(?:the )?{_NAME}(?: {_NAME}){{0,2}}(?: (?:market|camp|block|building|street|road|house"
    r"|hostel|hotel|settlement|village|quarter))?"
)
_SMALL = re.compile(
    rf"\b{_NAME}(?: {_NAME}){{0,2}} (?:ave|avenue|st|street|str|prospekt|prospect|pr|blvd|boulevard"
    rf"|road|rd|lane)\.?,? \d{{1,4}}[a-z]?(?:[,/ ]{{1,2}}(?:apt|flat|kv|app?|fl|entrance"
    rf"|room)\.? ?\d{{1,4}})?"
)
_BLOCK = re.compile(
    r"\b(?:[Bb]lock|[Bb]ldg|[Bb]uilding|[Hh]ouse|[Bb]lok) \d{1,4}\w?,? (?:[Aa]pt|[Ff]lat|[Rr]oom"
    r"|[Aa]partment|[Ee]ntrance|kv)\.? ?\d{1,4}"
)
# a house, plot or shelter by its number alone, as in surveys and camps: "House No. 1129", "Block C, shelter 14"
_NUMBERED = re.compile(
    r"\b(?:[Hh]ouse|[Hh]ut|[Pp]lot|[Cc]ompound|[Hh]ousehold|[Ss]helter|[Tt]ent|[Cc]aravan|[Cc]ontainer|[Rr]oom|[Ff]lat)"
    r",? (?:[Nn]o\.? ?|[Nn]r\.? ?|[Nn]umber |#)\d{1,5}[A-Za-z]?\b"
    r"|\b(?:[Ss]helter|[Tt]ent|[Cc]aravan|[Hh]ut) \d{1,5}[A-Za-z]?\b"
)
_CAMP = re.compile(
    r"\b(?:(?:[Ss]ub-?)?[Bb]lock|[Ss]ector|[Zz]one|[Ss]ection|[Rr]ow) (?:[A-Z]{1,2}(?:[- ]?\d{1,4})?|\d{1,4}[A-Z]?),? "
    r"(?:(?:[Ss]ub-?block|[Rr]ow|[Ll]ine) \w{1,4},? )?"
    r"(?:[Ss]helter|[Tt]ent|[Cc]aravan|[Hh]ut|[Cc]ontainer|[Hh]ouse|[Uu]nit|[Rr]oom) (?:[Nn]o\.? ?|#)?"
    r"\d{1,5}[A-Za-z]?\b"
)
# units one after another, or one with a name: "House 22, Street 14, Mansour", "WARD 6, DAMAK"
_CHAIN = re.compile(
    r"\b(?i:house|flat|apartment|apt|building|bldg|villa|block|street|st|road|lane|alley|ward|mahalla|moo|soi"
    r"|plot|sector"
    r"|mohalla|gali)\.? (?i:no\.? ?|number |#)?\d{1,4}[A-Za-z]?"
    r"(?:(?:, ?|/)(?:(?i:house|flat|apartment|apt|building|bldg|villa|block|street|st|road|lane|alley|ward"
    r"|mahalla|moo|soi"
    rf"|plot|sector|mohalla|gali|floor)\.? (?i:no\.? ?|#)?\d{{1,4}}[A-Za-z]?|{_NAME}(?: {_NAME}){{0,2}}"
    rf"(?: \d{{1,6}})?)){{1,5}}"
)
_MEETING = re.compile(r"Palais|United Nations|\bUN\b|Ministry|Embassy|Parliament|University|Congress|Senate")
_BESIDE = re.compile(
    r"\b(?:[Hh]ouse|[Hh]ome|[Ff]lat|[Dd]oor|[Gg]ate|[Ll]ives?|[Ll]iving)\b[^.;\n]{0,20}? "
    r"(?P<at>(?:at )?(?:[Nn]o\.?|[Nn]umber) ?\d{1,4}[A-Za-z]?\b"
    r"(?: (?:beside|behind|opposite|near|by|above|below|next to|across from)(?: [\w'-]{1,30}){1,3})?)"
)
_BOX = re.compile(r"\b(?:P\.? ?O\.? ?Box|Postfach|Apartado|B\.P\.|Casilla|Postbus) ?(?:No\.? ?)?\d{1,7}\b")
_HOME = re.compile(rf"\b{_UNIT}{{1,3}}(?:of |in )?(?:the )?{_NAME}(?: {_NAME}){{0,4}}")
_CHINESE = re.compile(
    r"[\u4e00-\u9fff]{0,14}(?:路|街|巷|弄|胡同|村|道|里|小区|大街)\d{1,5}(?:号|號|弄|栋|楼"
    r"|巷)(?:[\u4e00-\u9fff]{0,8}\d{1,5}(?:室|号|號|楼|栋|单元|層|层)){0,4}"
)
_KOREAN = re.compile(
    r"(?:[가-힣]{1,8}(?:도|시|군|구|읍|면) ){1,4}(?:[가-힣\d]{1,12}(?:로|길|동|리"
    r"|가)(?: ?\d{1,3}번?길)?)(?: \d{1,5}(?:-\d{1,4})?(?:번지)?)(?: \d{1,4}동)?(?: \d{1,5}호)?"
)
_JAPANESE = re.compile(
    r"[\u4e00-\u9fff]{2,4}(?:都|道|府|県)?[\u3040-\u30ff\u4e00-\u9fff]{1,12}(?:市|区|町"
    r"|村)[\u3040-\u30ff\u4e00-\u9fff]{0,10}\d{1,3}(?:丁目|番地?|[-−－])[\d番地号−－-]{1,12}"
)
_RUSSIAN = re.compile(
    r"(?:ул(?:\.|ица)|пер(?:\.|еулок)|пр(?:\.|оспект|-т)|бул(?:\.|ьвар)|вул(?:\."
    r"|иця)) ?[А-ЯЁІЇЄ][\wа-яё-]{1,30}(?: [А-ЯЁ][\w-]{1,20})?,? (?:д(?:\.|ом)? ?"
    r"|буд\. ?)?\d{1,4}\w?(?:,? ?(?:кв|корп|к)\.? ?\d{1,4}){0,2}"
)
_PATTERNS = (
    _ENGLISH,
    _FRENCH,
    _ROMANCE,
    _GERMANIC,
    _NORDIC_FIRST,
    _BOX,
    _HOME,
    _STALL,
    _SMALL,
    _BLOCK,
    _NUMBERED,
    _CAMP,
    _CHAIN,
    _CHINESE,
    _KOREAN,
    _JAPANESE,
    _RUSSIAN,
)
_OFFICIAL = re.compile(
    r"\b(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?|[Mm]inistry|[Pp]arliament|[Cc]ourt|[Hh]eadquarters"
    r"|United Nations|UN|[Cc]ity [Hh]all|[Mm]ission to)\b[^.;\n]{0,40}$"
)
_HIDING = re.compile(r"\b(?:hid|hide|hides|hiding|hidden|shelter|stay|safe|live|lives|lived)")
_LOOKED = 70


def addresses(scene: Scene) -> Iterator[Found]:
    """Postal addresses; not that of an embassy, ministry or court named right before it."""
    text = scene.text
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _is_clock(match[0]) or (pattern is _CHAIN and _MEETING.search(match[0])):
                continue
            before = scene.before(match.start(), _LOOKED)
            if _OFFICIAL.search(before) and _HIDING.search(before) is None:
                continue
            yield Found(*match.span(), DetailKind.CONTACT, "contact/address")
    for match in _BESIDE.finditer(text):
        yield Found(*match.span("at"), DetailKind.CONTACT, "contact/address")


def _is_clock(written: str) -> bool:
    return written.endswith(("Way", "Court")) and not any(map(str.isdigit, written[:6]))
