"""Ways by which people flee or are moved: landmarks, crossing points, vehicles at a time."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_NAME = r"[A-ZÀ-ÞŠŽČİÖŞÜŁŚ][\w'-]{0,30}+"
_PASSAGE = (
    r"(?:crossing(?: point)?|border crossing|checkpoint|border post|frontier post|ford|pass|trocha"
    r"|trail|landing|pier|jetty|slipway|ferry point|footbridge|gate"
    r"|tunnel|culvert)"
)
_NAMED = re.compile(rf"\b(?:{_NAME}(?: (?:de |del |la |el )?{_NAME}){{0,3}}) {_PASSAGE}\b")
_PASSAGE_OF = re.compile(
    r"\b(?:(?:(?:at|by|from|on|off|to|near) )?(?:the|an?) (?:[\w-]{1,30} ){0,2}?)?"
    r"(?:crossing(?: point)?|checkpoint|border post|ford|trocha|trail|landing|pier|jetty|slipway"
    r"|footbridge|gate|path|paso|vado)"
    rf" (?:(?:at|of|near|called|named|known as) )?(?:the )?(?:la |el )?{_NAME}(?: {_NAME}){{0,3}}"
)
_CLOCK = (
    r"(?:(?:at|by|around|about|before|after) )?(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?"
    r"|\d{1,2} ?[ap]\.?m\.?|midnight|noon|dawn|dusk|nightfall|sunset|sunrise|first light)"
)
_DAY = (
    r"(?:on )?(?:(?:every |each )?(?:second |other )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|tonight|tomorrow(?: night| morning)?|every (?:second |other )?(?:night|day|week|evening"
    r"|morning))"
)
_VEHICLE = re.compile(
    r"\b(?:train|flight|bus|ferry|boat|coach|minibus|ship|vessel|van|truck)s? (?:(?:no\.?|number|line"
    rf"|called|named|the) ?)?(?:[A-Z]{{0,3}}[- ]?\d{{1,5}}|\"[^\"\n]{{2,30}}\""
    rf"|{_NAME}(?: {_NAME})?(?= (?:at|on|from|leaves|departs)))"
    rf"(?:,? (?:from|to|via) {_NAME}(?: {_NAME})?){{0,3}}(?:,? {_CLOCK}|,? {_DAY}){{0,3}}"
)
_MARK = (
    r"(?:bridge|mine|pump ?house|mill|farm|farmhouse|pier|post|posts|reeds|ford|island|islet|dam|tower"
    r"|fence|hole|tunnel|culvert|orchard|cemetery|graveyard|quarry|station|ground|ice|pass"
    r"|path|trail|track|road|forest|wood|woods|ridge|gully|ravine|valley|bank|banks|bend|riverbank"
    r"|shallows|rapids|stream|river|creek|canal|ditch|wall|gap|watchtower|guard ?post|checkpoint"
    r"|landing|jetty|harbour|harbor|beach|cove"
    r"|bay|shed|hut|barn|factory|plant|kiln|shrine|chapel|mosque|church|market|petrol station"
    r"|gas station|car park|parking lot|roundabout|junction|crossroads|underpass|overpass|railway|line"
    r"|rails|siding|depot|warehouse|casino|hotel"
    r"|stadium|football ground|school|stop|bus stop|terminal|camp|well|lake|marsh|swamp|vineyard|field"
    r"|fields|village|hill|rock|rocks|pylon|mast|antenna|silo|greenhouse|lighthouse|spring|waterfall"
    r"|border stone|marker|kilomet(?:re|er)(?: post)?|milestone|kolkhoz|weir|signpost|sluice|lock|ruin|ruins"
    r"|pine|oak|boulder|cairn|pond|dyke|levee|embankment|bunker|trench|barracks|power line)"
)
_PREPOSITION = (
    r"(?:\d{1,4} ?(?:m|km|metres|meters|kilomet(?:re|er)s|miles|steps|minutes)(?: walk)? )?(?:just "
    r"|right |straight )?(?:[Bb]ehind|below|above|under|underneath|beneath|past|beside|next to|near"
    r"|upstream of|upstream from|downstream of|downstream from|opposite|by"
    r"|between|along|through|over|across|north of|south of|east of|west of|outside|[Ff]rom|[Aa]t|[Oo]n|via"
    r"|round|around|off|into|inside|(?:to|towards|down|up)(?= (?:the|an?|that|his|her|their|old) ))"
)
_ARTICLE = r"(?:the |an? |that |this |old |his |her |their )"
_LANDMARK = (
    rf"{_PREPOSITION} (?:{_ARTICLE}){{0,2}}(?:(?!\d)[\w'-]{{1,30}} ){{0,4}}?{_MARK}\b(?: (?:of|at|in|to|near|post|stone"
    rf"|no\.?) ?(?:the )?(?:{_NAME}(?: {_NAME}){{0,2}}|\d{{1,4}}(?:\.\d)?)| {_NAME}"
    rf"| \d{{1,4}}(?:\.\d)?(?!\d))?"
)
_WAY = re.compile(
    rf"(?:\b(?:(?:along|down|up|over|via|by|on) )?(?:the |a )(?:[\w'-]{{1,30}} ){{0,2}}(?:path|trail"
    r"|track|road|tunnel|stream|riverbed|gully"
    rf"|ravine) )?\b{_LANDMARK}(?:,? (?:and |then )?{_LANDMARK}){{0,4}}"
)
_TRACK = re.compile(
    r"\b(?:the |a )?(?:[\w-]{1,30} ){0,2}?(?:track|path|trail|footpath|dirt road"
    r"|logging road) (?:between|from|past|behind|along|above|below|through) [^,.;:\n]{3,70}"
)
_TICKET = re.compile(
    r"\b(?:flight|train|bus|ferry|boat|coach) (?:to"
    rf"|from) {_NAME}(?: {_NAME})?(?:[ ,]{{1,2}}(?:\d{{1,2}}[/.]\d{{1,2}}|[A-Z]{{1,3}} ?\d{{2,4}}"
    rf"|seat \w{{1,4}}|at \d{{1,2}}[:.]\d{{2}}|{_DAY}|{_CLOCK}))+"
)
_MOVES = re.compile(
    r"\b(?:cross(?:es|ed|ing)?|wad(?:e|es|ed|ing)|sw(?:im|ims|am|imming)|walk(?:s|ed|ing)?|crawl(?:s"
    r"|ed|ing)?|climb(?:s|ed|ing)?|leave(?:s)?|left|leaving|depart(?:s|ed|ing)?|board(?:s|ed|ing)?"
    r"|wait(?:s|ed|ing)?|meet(?:s|ing)?|met|pick(?:s|ed|ing)? (?:\w{1,30} )?up"
    r"|drop(?:s|ped|ping)? (?:\w{1,30} )?off|set(?:s)? out|go(?:es)? over|went over|get(?:s)? over|got over"
    r"|slip(?:s|ped)? (?:across|over|through)|sneak(?:s|ed)?|smuggl(?:e|es|ed|ing)|guid(?:e|es|ed|ing)"
    r"|led|leads?|ferr(?:y|ies|ied)|row(?:s|ed)?|paddl(?:e|es|ed)"
    r"|handed over|boat|boats|dinghy|raft|convoy|route|rendezvous|travel(?:s|led|ling)?|hik(?:e|es|ed"
    r"|ing)|march(?:es|ed)?|escap(?:e|es|ed|ing)|fl(?:ee|ees|ed|eeing)|pass(?:es|ed)?|enter(?:s|ed)?"
    r"|driv(?:e|es)|drove|take(?:s)? (?:them|us|people|the)|took (?:them|us|people|the))\b"
)
_PEOPLE_MOVE = re.compile(
    r"\b(?:clients?|customers|[A-Z][a-z]{1,20} (?:waits?|waited|meets?|crosses|crossed|walks|walked"
    r"|leads|drives|takes|guides)|group|refugees?|families|family|broker|guide|smuggler|boatman|driver"
    r"|they|them|we|us|he|she"
    r"|people|women|children|migrants?|defectors?|boats?|buses|baby|daughter|son|sister|brother|mother"
    r"|I|you|six|five|four|three|two)\b"
)
# somebody tells where people are now
_HERE = re.compile(
    r"\b(?:[Ww]e|[Ii]|[Tt]hey)(?:'re|'m| are| am| were| was)(?: [\w']{1,20}){0,3}?"
    r" (?=(?:near|at|by|behind|below|under|beside|next to|opposite) )"
)
_TIMED = re.compile(
    r"\b(?:[Tt]he |[Tt]heir |[Aa] |[Oo]ur )?(?:[\w-]{1,30} ){0,2}?(?:bus(?:es)?|boats?|trains?|trucks?"
    r"|vans?|lorr(?:y|ies)|convoys?|ferr(?:y|ies)|dinghy|raft|guide|group|car|jeep)\b(?:\b[ap]\.m\."
    r"|[^.;\n]){0,60}?\b(?:leaves?|departs?|cross(?:es)?|goes|go|sets? out|starts?|comes?|stops?"
    r"|waits?|pass(?:es)?|runs?)\b(?:\b[ap]\.m\.|[^.;\n]){0,120}"
)
_CROSS_TIMED = re.compile(
    rf"\b(?:cross(?:es)?|leaves?|departs?|sets? out|meets?|go(?:es)? over)\b(?:,? {_CLOCK}"
    rf"|,? {_DAY}){{1,3}}(?:\b[ap]\.m\.|[^.;\n]){{0,90}}"
)
_WHEN = re.compile(rf"{_CLOCK}|{_DAY}")
_COORDINATES = re.compile(
    r"(?<![\d.])-?\d{1,3}\.\d{3,8}°? ?[NS]?,? ?;? ?-?\d{1,3}\.\d{3,8}°? ?[EW]?(?!\d|\.\d)"
    # degrees with minutes, also minutes with a fraction, and with seconds
    r"|\d{1,3}° ?\d{1,2}(?:\.\d{1,4})?['′’] ?(?:[\d.]{1,6}[\"″”]? ?)?[NS],? ?\d{1,3}° ?\d{1,2}(?:\.\d{1,4})?['′’]"
    r" ?(?:[\d.]{1,6}[\"″”]? ?)?[EW]"
    # three words for a square of three metres, a square of the military grid, a plus code
    r"|(?<!/)///[^\W\d_]{2,30}\.[^\W\d_]{2,30}\.[^\W\d_]{2,30}"
    r"|\b\d{1,2}[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?\d{3,5} ?\d{3,5}\b|\b[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b"
)
_STATE_WORDS = re.compile(
    r"\b(?:president|minister|ambassador|parliament|government|talks|summit|troops|army|soldiers"
    r"|police detained|protesters|demonstrat)",
    re.IGNORECASE,
)
_PRECISE = re.compile(rf"\b{_MARK}\b")
_GENERAL = re.compile(
    r"^(?:over|across|at|on|from|into|through|by|via|along|near|off|outside|past|before"
    r"|after) (?:the )?(?:river|border|bridge|road|school|camp|station|village|church|field|line|lake"
    r"|forest)$"
)


def ways(scene: Scene) -> Iterator[Found]:
    """Routes, crossing points, transport at a time, coordinates."""
    text = scene.text
    for pattern, rule in ((_NAMED, "route/point"), (_PASSAGE_OF, "route/point"), (_COORDINATES, "route/position")):
        for match in pattern.finditer(text):
            yield Found(*match.span(), DetailKind.ROUTE, rule)
    for match in _TICKET.finditer(text):
        yield Found(*match.span(), DetailKind.ROUTE, "route/vehicle")
    for match in _TRACK.finditer(text):
        yield Found(match.start(), match.start() + len(match[0].rstrip()), DetailKind.ROUTE, "route/landmark")
    for match in _VEHICLE.finditer(text):
        if any(map(str.isdigit, match[0])) or _WHEN.search(match[0]):
            yield Found(match.start(), match.start() + len(match[0].rstrip(" ,")), DetailKind.ROUTE, "route/vehicle")
    for match in _HERE.finditer(text):
        if (way := _WAY.match(text, match.end())) is not None and not _GENERAL.match(way[0]):
            yield Found(*way.span(), DetailKind.ROUTE, "route/landmark")
    for pattern in (_TIMED, _CROSS_TIMED):
        for match in pattern.finditer(text):
            if _WHEN.search(match[0]) and _PRECISE.search(match[0]) and not _STATE_WORDS.search(match[0]):
                yield Found(match.start(), match.start() + len(match[0].rstrip(" ,")), DetailKind.ROUTE, "route/timed")
    for match in _WAY.finditer(text):
        start, end = scene.sentence(match.start())
        start = max(_before(scene, _before(scene, start)), start - 200)  # the sentence before tells who moves
        sentence = text[start : min(end, start + 600)]
        if (
            _GENERAL.match(match[0])
            or not (_MOVES.search(sentence) and _PEOPLE_MOVE.search(sentence))
            or _STATE_WORDS.search(sentence)
        ):
            continue
        yield Found(*match.span(), DetailKind.ROUTE, "route/landmark")


def _before(scene: Scene, start: int) -> int:
    return scene.sentence(max(0, start - 1))[0]
