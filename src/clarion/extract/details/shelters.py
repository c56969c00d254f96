"""Where people hide, or are housed by those who help them; not where a state holds them."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_NAME = r"[A-ZÀ-ÞŠŽČİÖŞÜŁŚ][\w'-]{0,30}+"
_BUILDING = (
    r"(?i:hayloft|haystack|pigsty|sty|outhouse|boathouse|basement|attic|cellar|crypt|vestry|sacristy"
    r"|church|cathedral|chapel|monastery|abbey|convent"
    r"|hall|madrasa|pagoda|ashram|dacha|boarding house|tea ?house|mosque|temple|synagogue|gurdwara|parish"
    r"|parsonage|rectory|manse|presbytery|flat|apartment|house"
    r"|home|farm|farmhouse|barn|stable|garage|warehouse|room|rooms"
    r"|back room|hotel|motel|hostel|guest ?house|inn|shop|store|bakery|restaurant|café|cafe|bar|salon"
    r"|pharmacy|school|schoolroom|clinic|hospital|mission|orphanage|cave|hut|shed|cottage|villa|cabin"
    r"|caravan|trailer|tent|boat|boathouse|workshop|factory|mill|dormitory|office|storeroom|loft"
    r"|annexe?|stairwell|building|compound|courtyard"
    r"|garden|greenhouse|seminary|nunnery|retreat|safe ?house|shelter|refuge|kitchen|laundry|stall|studio|bunker)"
)
_IN = r"(?:in|at|above|behind|under|underneath|beneath|below|inside|over|beside|next to|opposite|on|near|of)"
_WHERE = (
    rf"(?:{_IN} )(?:the |an? |his |her |their |our |my "
    rf"|one of the )?(?:[\w'.-]{{1,30}} ){{0,4}}?{_BUILDING}\b(?: (?:of|in|at|on|near|behind|above|under|off"
    r"|next to|opposite|beside|belonging to|run by|owned by) (?:the |a |an |St\.? |his |her "
    rf"|their )?(?:[\w'.-]{{1,30}} ){{0,3}}?(?:{_NAME}|{_BUILDING}|street|road|square|market|station|river"
    rf"|border)(?: {_NAME}){{0,3}}(?: {_BUILDING}\b)?){{0,3}}"
)
_HIDES = (
    r"(?:hid|hides?|hiding|hidden|shelter(?:s|ed|ing)?|stay(?:s|ed|ing)?|liv(?:e|es|ed|ing)|sle(?:ep"
    r"|eps|pt|eping)|lodg(?:e|es|ed|ing)|took refuge|takes? refuge|taking refuge|taken in|found refuge"
    r"|sought refuge|seek refuge|kept|keeps?|safe|housed?|houses|put up|accommodated"
    r"|moved|brought|taken|is|are|was|were|remains?|sits?|waits?|waiting|stuck|lying low)"
)
_HIDDEN = re.compile(rf"\b(?P<how>(?i:{_HIDES}))\b(?P<gap>[^.;\n]{{0,60}}?) (?P<where>{_WHERE})")
_WITH = re.compile(rf" with (?:{_NAME}|(?:an?|his|her|their|my|our) [a-z-]+)")
# where somebody is brought or told to go; a building told by what it stands by
_BROUGHT = re.compile(
    r"\b(?:(?:drove|drives?|took|takes?|brought|brings?|moved|sent|carried|led|smuggled|escorted|walked)"
    rf" (?:him|her|them|us|me|everyone|{_NAME}(?: {_NAME})?)|[Gg]o|[Cc]ome|[Ff]lee|[Rr]un) (?:\w{{1,20}} )?to "
    rf"(?P<where>(?:the |an? |his |her |their |our |my )?(?:[\w'.-]{{1,30}} ){{0,4}}?{_BUILDING}\b"
    rf" (?:of|in|at|on|near|behind|over|above|under|beside|next to|opposite|below) (?:[\w'.-]{{1,30}} ){{0,5}}?"
    rf"(?:{_NAME}(?: {_NAME}){{0,2}}|{_BUILDING}\b))"
)
_BESIDE_IT = re.compile(
    r"\b(?:the|an?|his|her|their|our|my) (?:[\w'.-]{1,30} ){0,4}?(?:shop|stall|hall|room|flat|house|hut|shed|barn|loft"
    r"|attic|cellar|basement|garage|store|workshop|chapel|cave|tent|kiosk|pharmacy|bakery|clinic|school)\b"
    r"(?: with (?:the|an?) [\w-]{1,20} [\w-]{1,20})? (?:behind|over|above|under|below|beneath|beside|next to|opposite)"
    rf" (?:the |an? |his |her |their |our |my )?(?:[\w'.-]{{1,30}} ){{0,3}}?(?:{_BUILDING}|cemetery|abattoir"
    rf"|well|bridge|mill"
    rf"|station|tannery|quarry)\b(?: (?:in|at|of|near|on) (?:the )?{_NAME}(?: {_NAME}){{0,2}})?"
)
_STRONG = re.compile(
    r"^(?:hid|hid(?:e|es|ing|den)|shelter|safe|took ref|tak(?:e|es|ing|en) (?:ref|in)|found ref"
    r"|s(?:ought|eek) ref|lodg|put up|accommodated|lying|stay|liv|sle)",
    re.IGNORECASE,
)
_DEEP = re.compile(r" (?:behind|under|above|below|next to|beside|opposite|of) ")
_SURE = re.compile(r"(?:hid|hiding|shelter|sle|took ref|lodg)", re.IGNORECASE)
_NOW_AT = re.compile(
    r"\b(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he)(?:'m|'re|'s| am| are| is) (?:now |still |all |both "
    rf"|back )?(?P<where>(?:at|in) (?:the |an? )?(?:{_NAME} ){{0,3}}{_BUILDING}\b(?: (?:of|in|at|on"
    rf"|near|behind|above|under|off|next to) (?:the |a )?{_NAME}(?: {_NAME}){{0,3}})*)"
)
_KIN = (
    r"(?:parents?|mother|father|sister|brother|cousin|aunt|uncle|grandmother|grandfather|friend"
    r"|neighbou?r|colleague|ex-colleague|relative|in-laws|family|son|daughter|teacher|pastor|priest"
    r"|widow|classmate|employer|lawyer|doctor|nephew|niece)"
)
_HOME = r"(?:homes?|house|flat|apartment|farm|hut|shop|place|room|cottage|garage|basement|cellar|attic|compound)"
_HOME_OF = re.compile(
    rf"\b(?:the )?{_HOME} of (?:an?|his|her|their|my|our|the"
    rf"|one) (?:[\w'-]{{1,30}} ){{0,2}}?{_KIN}s?\b(?: (?:in|at|on|near|behind"
    rf"|outside) (?:the )?{_NAME}(?: {_NAME}){{0,2}})?"
    rf"|\b(?:his|her|their|my|our|an?|{_NAME}'s) (?:[\w'-]{{1,30}} ){{0,2}}?{_KIN}s?'s? {_HOME}\b(?:"
    rf" (?:in|at|on|near|behind|outside) (?:the )?{_NAME}(?: {_NAME}){{0,2}})?"
)
_LABEL = re.compile(
    r"(?:^|\n)[ \t*•-]*(?:[Ss]afe ?-?house|[Ss]helter|[Hh]ide-?out|[Hh]iding place|[Hh]osted? (?:at"
    r"|by)|[Aa]ccommodation|[Ll]odging|[Ss]taying at)[ \t]*[:=][ \t]*(?P<where>[^\n]{3,200})"
)
_SAFE_HOUSE = re.compile(
    r"\b(?:safe ?-?house|shelter|hide-?out|hiding place|refuge|safe flat|safe apartment"
    r"|secret (?:house|flat|place|room)"
    r"|(?:parish|church|mission|volunteers?'?) (?:flat|house|room))s?"
    r"(?:,? (?:which )?(?:is|was|in|at|on|near|behind|above|under"
    rf"|off|lies|called|run by|of the \w{{1,30}} (?:on|in|at|near)|of)"
    rf" (?:the |a |an )?(?:[\w'.-]{{1,30}} ){{0,5}}?(?:{_NAME}|{_BUILDING}"
    rf"|\d{{1,4}})(?:[ ,]{{1,2}}{_NAME}){{0,3}})+"
)
_HELD = re.compile(
    r"\b(?:detain\w*|arrest\w*|imprison\w*|jail\w*|prison|in custody|police (?:station|cell)"
    r"|interrogat\w*|tortur\w*|beaten|guards?|camp|convicted|sentenced|soldiers)\b",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"\b(?:(?:door|entry|gate|access|pass)? ?code|second bell|third bell|first bell|ring (?:twice"
    r"|\w+ times)|knock (?:twice|\w+ times)|password|the key is|key under)\b(?: (?:is )?[A-Z\d]{3,8})?",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:[Tt]he (?:two|three|four|five|six)|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|family|families|child"
    r"|children|kids|girls?|boys?|woman|women"
    r"|man|men|mother|father|wife|husband|refugees?|escapees?|defectors?|group|group's|baby|sister"
    r"|brother|daughter|son|survivors?|people|[Mm]rs?|[Mm]s)\b"
)
_CJK = re.compile(
    r"(?:躲在|藏在|藏身于|藏身在|住在|暂住|寄住在|匿われ|隠れ|安全屋|避难所|避難所|숨어|은신처|숨겨)"
    r"[\u3040-\u30ff\u3400-\u9fff가-힣 ]{2,30}"
)


_KOREAN = re.compile(
    r"(?P<where>(?:[가-힣]{1,12} ){0,3}[가-힣]{1,12})(?:에|에서) (?:숨어|숨겨|숨었|은신|머물|머무|지내|피신|살고)"
)


def shelters(scene: Scene) -> Iterator[Found]:
    """Safe houses, churches, flats and the like where people hide or are helped, and how one gets in."""
    text = scene.text
    for match in _SAFE_HOUSE.finditer(text):
        yield Found(*match.span(), DetailKind.SHELTER, "shelter/safe-house")
    for match in _LABEL.finditer(text):
        yield Found(*match.span("where"), DetailKind.SHELTER, "shelter/safe-house")
    for match in _HOME_OF.finditer(text):
        yield Found(*match.span(), DetailKind.SHELTER, "shelter/home")
    for match in _NOW_AT.finditer(text):
        if _HELD.search(match["where"]) is None:
            yield Found(*match.span("where"), DetailKind.SHELTER, "shelter/hides")
    for match in _HIDDEN.finditer(text):
        start, end = scene.sentence(match.start())
        sentence = text[start : min(end, start + 600)]
        told = _STRONG.match(match["how"]) or _WITH.search(match["gap"])
        weak = told is None and not (_DEEP.search(match["where"]) and _PRIVATE.search(sentence))
        if weak or _HELD.search(text, match.start(), match.end()):
            continue
        if _SURE.match(match["how"]) or _PRIVATE.search(sentence) or re.search(rf"{_NAME} {_HIDES}\b", sentence):
            yield Found(*match.span("where"), DetailKind.SHELTER, "shelter/hides")
    for pattern, name in ((_BROUGHT, "where"), (_BESIDE_IT, 0)):
        for match in pattern.finditer(text):
            start, end = scene.sentence(match.start())
            sentence = text[max(start, match.start() - 300) : min(end, match.end() + 300)]
            if _HELD.search(match[0]) is None and (pattern is _BROUGHT or _PRIVATE.search(sentence)):
                yield Found(*match.span(name), DetailKind.SHELTER, "shelter/hides")
    for match in _KOREAN.finditer(text):
        yield Found(*match.span("where"), DetailKind.SHELTER, "shelter/hides")
    for match in _CJK.finditer(text):
        yield Found(*match.span(), DetailKind.SHELTER, "shelter/hides")
    for match in _ACCESS.finditer(text):
        if any(map(str.isdigit, match[0])) or match[0].lower().startswith(
            ("second", "third", "ring", "knock", "the key", "key")
        ):
            yield Found(*match.span(), DetailKind.SHELTER, "shelter/access")
