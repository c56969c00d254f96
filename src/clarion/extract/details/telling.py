"""Words that lead to a person without a name: family ties, work, wounds, "the only one who"."""

import re
from collections.abc import Iterator

from clarion.extract.details.lists import lists
from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_KIN = (
    r"(?:husband|wife|son|daughter|father|mother|brother|sister|cousin|nephew|niece|uncle|aunt"
    r"|grandmother|grandfather|grandson|granddaughter|fiancée?|widow|widower|twin|in-law|stepfather"
    r"|stepmother|mum|mom|dad|child|children|sons|daughters|parents|brothers|sisters)"
)
_JOB = (
    r"(?:seamstress|tailor|baker|teacher|headteacher|schoolteacher|nurse|doctor|surgeon|dentist|vet"
    r"|veterinarian|midwife|farmer|fisherman|fisherwoman|mechanic|accountant|bookkeeper|student|pupil"
    r"|driver|engineer|cook|chef|waiter|waitress|cleaner|shopkeeper|shoemaker|cobbler|carpenter"
    r"|plumber|electrician|hairdresser|barber|musician"
    r"|violinist|pianist|singer|dancer|painter|poet|butcher|grocer|pharmacist|chemist|librarian"
    r"|postman|postwoman|fireman|miner|welder|weaver|potter|blacksmith|goldsmith|jeweller|watchmaker"
    r"|photographer|footballer|boxer|wrestler|weightlifter|swimmer|coach|trainer|translator"
    r"|interpreter|typist|secretary|receptionist|porter|night watchman"
    r"|caretaker|janitor|gardener|shepherd|herder|beekeeper|truck driver|taxi driver|bus driver"
    r"|tractor driver|train driver|conductor|crane operator|foreman|technician|programmer|pilot|sailor"
    r"|captain of the|radio operator|telephonist|clerk|cashier|bank clerk|salesman|saleswoman|trader"
    r"|stallholder|vendor|hawker|innkeeper|priest|monk|nun|imam"
    r"|deserter|conscript|medic|paramedic|headman|headwoman|village head|widow|orphan|mother of \w+"
    r"|father of \w+|graduate|apprentice|intern|trainee|boxer|actor|actress|model|nanny|maid|servant"
    r"|housekeeper|bodyguard|mayor's \w+|professor of \w+|lecturer in \w+|butler|gravedigger"
    r"|undertaker|lighthouse keeper|ferryman|projectionist)"
)
_END = r"[^,.;:!?\n()\"]{0,110}"
_ONLY = re.compile(
    r"\b(?:the|its|their|his|her) (?:only|last|first|oldest|youngest|sole) (?:\w{1,30} ){0,3}?(?:child|son"
    r"|daughter|girl|boy|woman|man|person|survivor|doctor|midwife|nurse|teacher|student|pupil|witness"
    r"|one|member|foreigner|christian|muslim|jew|resident|inhabitant|inmate|prisoner|detainee"
    r"|passenger|lawyer|priest|dentist|pharmacist|cook|driver|female|guard|pianist|employee|graduate"
    r"|student|family|couple|widow|twins?|patient)s?\b (?:who|whom|of|in|from|that|at|to|with|on|among"
    r"|not)" + _END,
    re.IGNORECASE,
)
_KIN_DOES = re.compile(
    rf"\b(?:(?:whose|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[A-Z][\w'-]{{1,30}}'s) )?(?:(?:elder|older|younger"
    rf"|eldest|youngest|twin|only|late|half-?|step-?) ?)?{_KIN}(?:-in-law)?,? (?:who )?(?:(?:is|was|are"
    r"|were|had been|has been|became) (?:an?|the|in|now|head|chief|one|at|still) |(?:works?|worked"
    r"|working|runs?|ran|teach(?:es)?|taught|owns?|owned|heads?|headed|sells?|sold|keeps|served?"
    r"|serves|studies|studied|lives?|lived|drives?|drove|commands?|manages?|managed|plays|waits"
    r"|preaches|died|fled|escaped) (?:an?|the|in|at|as|with|on|for|near|every|from|across|opposite|to"
    rf"|[a-z]+s?|[A-Z][\w'-]{{1,30}}) ?){_END}"
)
_CHILD_OF = re.compile(
    rf"\b(?:the|an?|only|eldest|youngest|second|a former|adopted) (?:\w{{1,30}} )?(?:half-|step-"
    rf"|foster-|ex-)?{_KIN}(?:-in-law)? of (?:the"
    rf"|an?|his|her|our|one|two|former|[A-Z]){_END}"
)
_WORKS = re.compile(
    r"\b(?:work(?:s|ed|ing)|employed|served|serving|stud(?:ies|ied|ying)|taught|teaches|enrolled"
    r"|apprenticed) (?:(?:part-time|nights|shifts|there|for (?:\w{1,30} ){1,2}(?:years"
    r"|months)) )?(?:as (?:an? |the )?(?:[\w-]{1,30} ){1,4}?)?(?:at|in|for|with|under) (?:the |an? |his "
    r"|her |their |our )(?:[\w'-]{1,30} ){0,4}?"
    r"(?:pharmacy|shop|store|market|factory|plant|mill|works|mine|farm|school|university|college"
    r"|hospital|clinic|office|restaurant|café|cafe|bar|hotel|bakery|bank|ministry|port|harbour|station"
    r"|terminal|depot|garage|workshop|laundry|salon|bureau|institute|laboratory|library|theatre|club"
    r"|ship|boat|railway|airport|kitchen|brickyard|sawmill|quarry|kiln|orchard|company|firm|newspaper"
    r"|consulate|embassy|cooperative|bathhouse|kindergarten|nursery|orphanage|sanatorium|stall"
    r"|tailor's|butcher's)\b" + _END
)
_JOB_FROM = re.compile(
    r"\b(?:an?|the|[Aa] former|the former|a young|a retired"
    rf"|an?? \d{{2}}-year-old) (?:[\w'-]{{1,30}} ){{0,2}}?{_JOB} (?:from|in|at|of|who|whose|with|on|for) {_END}"
)
_WHO_SOLD = re.compile(
    r"\b(?:the|a|that) (?:\w{1,30} )?(?:boy|girl|man|woman|lad|youth|teenager|one|pair|couple|twins) (?:who|that|with) "
    + _END
)
_MARRIED = re.compile(
    rf"\b(?:(?:had|has|is|was|been|got|gets?) )?(?:married|engaged|remarried)(?: to)? (?:an?|the|his|her) {_END}"
)
_BODY = (
    r"(?:finger|fingers|leg|legs|arm|arms|hand|hands|eye|eyes|ear|ears|foot|feet|toe|toes|face|nose"
    r"|teeth|tooth|knee|neck|cheek|forehead|chin|thumb|back|chest|shoulder|scalp|lip|jaw|ankle|wrist"
    r"|spine|tongue|skull|ribs?|hip)"
)
_WOUND = re.compile(
    r"\b(?:(?:has|have|had|with|bears?|bore|carries|wears?) (?:an?|the|two|three|one|no|only one|many"
    rf"|deep|several|long)? ?(?:[\w-]{{1,30}} ){{0,3}}?(?:scars?|limp|tattoo|birthmark|burns?|stump|prosthe\w+"
    r"|glass eye|squint|harelip|cleft lip|stutter|stammer|mole|hunchback|crutch(?:es)?|wheelchair"
    rf"|hearing aid|missing {_BODY})\b{_END}"
    r"|(?:(?:has|have|had) )?(?:lost|loses|broke|broken) (?:an?|the|his|her|two|three|one|both|all"
    rf"|four|several) (?:[\w-]{{1,30}} ){{0,2}}?{_BODY}\b{_END}|(?:walks?|walked"
    rf"|walking) with (?:an? )?(?:limp|crutch(?:es)?|stick|cane)\b{_END}|(?:limp(?:s|ed)|stammers"
    rf"|stutters|lisps|squints)\b{_END}"
    r"|(?:is|was|has been|became|went|being|are|were) (?:\w{1,30} )?(?:blind|deaf|mute|lame|paraly[sz]ed"
    r"|diabetic|epileptic|pregnant|disabled(?! by)|one-eyed|one-armed|one-legged|left-handed|HIV[- ]positive"
    r"|schizophrenic|autistic|albino|bedridden|an? (?:amputee|dwarf|albino|diabetic"
    rf"|epileptic))\b{_END}"
    rf"|(?:suffers?|suffering|suffered) from (?:[\w-]{{1,30}} ){{0,2}}?(?:diabetes|epilepsy|tuberculosis|TB"
    r"|HIV|AIDS|cancer|asthma|depression|schizophrenia|hepatitis|leukaemia|leukemia|dementia"
    rf"|haemophilia|sickle|heart|kidney|lupus){_END}"
    r"|(?:(?:expects|expecting) (?:an?|her|their|twins)|is carrying (?:an?|his|twins)|gave birth to"
    rf"|miscarried){_END}|(?:\w+ months?"
    rf"|heavily) pregnant\b{_END}|\b(?:left|right) {_BODY} (?:was|were|is"
    rf"|had been) (?:\w{{1,30}} )?(?:amputated|missing|crushed|broken|burnt|burned){_END}|\bone-(?:eyed|armed"
    r"|legged)\b)"
)
_MARKED = re.compile(
    rf"\b(?:an?|the|his|her|their|two|three) (?:[\w-]{{1,30}} ){{0,2}}?(?:tattoos?|birthmarks?|scars?"
    r"|glass eye|stump|prosthesis|limp|burns?|cleft lip) (?:of|on|over|across|above|under|in|from"
    rf"|shaped) {_END}"
)
# whose kin somebody is, by the other's trade and place: "the widow of the baker in Karsu"
_KIN_OF_TRADE = re.compile(
    rf"\b(?:[Tt]he |[Aa]n? )?(?:\w{{1,30}} )?{_KIN}(?:-in-law)? of (?:the|an?) (?:[\w'-]{{1,30}} ){{0,2}}?{_JOB}\b"
    rf"(?: (?:in|at|from|of|by|near|on|behind|opposite) {_END})?"
)
# a mark of the body before what somebody is: "the one-legged cobbler by the north gate"
_MARKED_ONE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]hat|[Oo]ur) (?:(?:one|two|three|four|six)"
    r"-(?:legged|armed|eyed|handed|fingered|eared|toothed)"
    r"|blind|lame|deaf|mute|limping|hunchbacked|toothless|scarred|pockmarked|squinting|red-haired|albino"
    r"|stuttering|bow-legged"
    rf"|cross-eyed) (?:[\w'-]{{1,30}} ){{0,2}}?(?:{_JOB}|man|woman|boy|girl|one|youth|lad)\b{_END}"
)
_THE_ONE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat) (?:one|man|woman|boy|girl|guy|lad|fellow) with (?:the|an?|his|her) (?:[\w-]{1,30} ){0,2}?"
    r"(?:scars?|limp|tattoos?|birthmark|stump|glass eye|gold tooth|gold teeth|mole|harelip|squint|crutch(?:es)?"
    rf"|hook|eye ?patch|missing {_BODY}){_END}"
)
_RETIRED = re.compile(
    r"\b(?:an?|the|this|that) (?:retired|former|young|local|unemployed|widowed|disabled|elderly"
    rf"|well-known|\d{{2}}-year-old|one-time|ex-) ?(?:[\w-]{{1,30}} ){{1,3}}?(?:from|in|at"
    rf"|of) (?:the )?[A-Z]{_END}"
)
_TRADE = re.compile(
    rf"\b(?:(?:an?|the) )?(?:retired|unemployed|widowed|out-of-work) (?:[\w-]{{1,30}} ){{0,2}}?(?:{_JOB}"
    rf"|[a-z]{{3,20}}(?:er|or|ist|ian|man|woman|guard|monk))\b"
    rf"|(?<=[,.(] )(?:[\w'-]{{1,30}} ){{0,2}}?{_JOB} (?:at|in|from|of) (?:the )?[A-Z]{_END}"
)
_PUBLIC = re.compile(
    r"\b(?:president|minister|ambassador|envoy|senator|governor|secretary|diplomat|spokes\w{1,8}"
    r"|officials?|prime|judge|prosecutor|commissioner|chief|leader|director|chair\w{0,6}|rapporteur"
    r"|state|capital|republic|colony|king|queen|member|country|nation|part)\b"
)
# "the only one" as other languages say it
_ONLY_ELSEWHERE = re.compile(
    r"\b(?:je suis|j'étais|(?:elle|il) (?:est|était)|c'est) (?:la|le) (?:seule?|dernière?|première?)\b[^.;\n»\"]{2,110}"
    r"|\b(?:soy|es|era|fui|sou|foi) (?:la|el|a|o) (?:únic[ao]|últim[ao])\b[^.;\n»\"]{2,110}"
    r"|\b(?:bin|ist|war) (?:die|der|das) (?:einzige|letzte)\b[^.;\n»\"]{2,110}"
    r"|\b[Ее]динственн\w{2,3} [^.;\n»\"]{3,110}|唯一的?[\u4e00-\u9fff]{2,24}|유일한 [가-힣 ]{2,40}",
)
# what somebody is known by: a trade at a place, an own shop
_KNOWN_FOR = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w'-]{1,30}|[Ss]he|[Hh]e|who|I|[Tt]hey) (?:always |still |used to |also |once )?(?P<what>"
    r"(?:sells?|sold|repairs?|repaired|bakes?|baked|teaches|taught|plays?|played|paints?|painted|weaves?|wove"
    r"|mends?|mended"
    r"|sews?|sewed|cooks?|cooked|grows?|grew|brews?|brewed|coach(?:es|ed)|ran|runs?|owns?|owned|keeps?|kept"
    r"|edits?|edited|rings?)"
    r" (?:(?:the|an?|his|her|their|our|all|most|only) )?(?:[\w'-]{1,20} ){1,5}?(?:at|in|on|of|for|near|by"
    r"|behind|beside|opposite"
    r"|under|over) [^.,;:!?\n()\"]{3,70}"
    r"|(?:has|had|have|owns?|owned) (?:an?|the|his|her|their) (?:[\w'-]{1,20} ){0,3}?(?:bakery|shop|stall|kiosk"
    r"|salon|workshop"
    r"|garage|restaurant|café|cafe|pharmacy|clinic|store|tailor's|laundry|bar|farm|orchard|mill|smithy|studio|inn)\b"
    r" [^.,;:!?\n()\"]{3,70})"
)
_STATES = re.compile(
    r"\b(?:country|state|government|nation|president|minister|capital|agency|ministry)\b", re.IGNORECASE
)


def telling(scene: Scene) -> Iterator[Found]:
    """Words that identify by what somebody is, has, does or whose kin somebody is."""
    text = scene.text
    for pattern, rule in (
        (_ONLY, "quotation/only"), (_KIN_DOES, "quotation/kin"), (_CHILD_OF, "quotation/kin"),
        (_WORKS, "quotation/work"), (_JOB_FROM, "quotation/work"), (_WHO_SOLD, "quotation/who"),
        (_MARRIED, "quotation/kin"), (_WOUND, "quotation/wound"), (_MARKED, "quotation/wound"),
        (_KIN_OF_TRADE, "quotation/kin"), (_MARKED_ONE, "quotation/wound"), (_THE_ONE, "quotation/wound"),
        (_RETIRED, "quotation/work"), (_TRADE, "quotation/work"), (_ONLY_ELSEWHERE, "quotation/only"),
    ):  # fmt: skip
        for match in pattern.finditer(text):
            if rule == "quotation/only" and _STATES.search(match[0][:40]):
                continue
            if pattern in (_RETIRED, _TRADE) and _PUBLIC.search(match[0]):
                continue
            if rule == "quotation/who" and not _is_precise(match[0]):
                continue
            yield Found(match.start(), match.start() + len(match[0].rstrip(" -–—'")), DetailKind.QUOTATION, rule)
    for match in _KNOWN_FOR.finditer(text):
        if not (_STATES.search(match[0]) or _PUBLIC.search(match[0])):
            yield Found(*match.span("what"), DetailKind.QUOTATION, "quotation/work")


def _is_precise(words: str) -> bool:
    """Whether "the boy who …" says something of one: a name, a place, a trade."""
    rest = words.split(" ", 2)[-1]
    return any(word[:1].isupper() for word in rest.split()) or not lists().things.isdisjoint(rest.lower().split())
