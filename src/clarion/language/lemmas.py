"""Lemmas of inflected English words: which base forms a form may belong to.

Irregular verbs and nouns are listed; the rest is spelling. Nothing here knows which base forms exist: the callers
try the candidates against the list of words.
"""

import re

# base past participle, where a regular form would differ
_VERBS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell befallen;
begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled;
blow blew blown; break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast;
build built built; burn burnt burnt; burst burst burst; buy bought bought; cast cast cast; catch caught caught;
choose chose chosen; cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; draw drew drawn; dream dreamt dreamt; drink drank drunk; drive drove driven;
dwell dwelt dwelt;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; flee fled fled;
fling flung flung; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got got; get got gotten; give gave given; go went gone;
grind ground ground; grow grew grown; hang hung hung; hear heard heard; hide hid hidden; hit hit hit; hold held held;
hurt hurt hurt; keep kept kept; kneel knelt knelt; know knew known; lay laid laid; lead led led; lean leant leant;
leap leapt leapt; learn learnt learnt; leave left left; lend lent lent; let let let; lie lay lain; light lit lit;
lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken;
overcome overcame overcome; oversee oversaw overseen; overthrow overthrew overthrown; overrun overran overrun;
pay paid paid; plead pled pled; prove proved proven; put put put; quit quit quit; read read read;
rebuild rebuilt rebuilt; ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said;
saw sawed sawn; see saw seen;
seek sought sought; sell sold sold; send sent sent; set set set; shake shook shaken; shed shed shed; shine shone shone;
shoot shot shot; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat;
slay slew slain; sleep slept slept; slide slid slid; sling slung slung; slit slit slit; smell smelt smelt;
sow sowed sown; speak spoke spoken; speed sped sped; spend spent spent; spill spilt spilt; spin spun spun;
spit spat spat; split split split; spoil spoilt spoilt; spread spread spread; spring sprang sprung; stand stood stood;
steal stole stolen; stick stuck stuck; sting stung stung; strike struck struck; strike struck stricken;
string strung strung; strive strove striven; swear swore sworn; sweep swept swept; swell swelled swollen;
swim swam swum; swing swung swung; take took taken; teach taught taught; tear tore torn; tell told told;
think thought thought; throw threw thrown; thrust thrust thrust; tread trod trodden; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; undo undid undone; uphold upheld upheld;
upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept; win won won; wind wound wound;
withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; wring wrung wrung;
write wrote written; rewrite rewrote rewritten; retake retook retaken; resell resold resold; outlaw outlawed outlawed;
behold beheld beheld; beset beset beset; bereave bereft bereft; spell spelt spelt; tell told told
"""
_PLURALS = """
men man; women woman; children child; people people; wives wife; lives life; knives knife; thieves thief; halves half;
leaves leaf; selves self; feet foot; teeth tooth; mice mouse; oxen ox; crises crisis; analyses analysis; theses thesis;
hypotheses hypothesis; criteria criterion; phenomena phenomenon; media media; police police; cattle cattle;
policemen policeman; policewomen policewoman; gunmen gunman; fishermen fisherman; spokesmen spokesman;
spokeswomen spokeswoman; countrymen countryman; servicemen serviceman; clergymen clergyman; congressmen congressman;
grandchildren grandchild; schoolchildren schoolchild; stepchildren stepchild; kinsmen kinsman; wolves wolf;
indices index; vertices vertex; shelves shelf; loaves loaf; calves calf; alumni alumnus; personnel personnel
"""

PASTS: dict[str, str] = {}
PARTICIPLES: dict[str, str] = {}
for _entry in _VERBS.split(";"):
    _base, _past, _participle = _entry.split()
    PASTS.setdefault(_past, _base)
    PARTICIPLES.setdefault(_participle, _base)
PLURALS: dict[str, str] = dict(entry.split() for entry in _PLURALS.split(";"))


def bases_of_s(form: str) -> tuple[str, ...]:
    """Base forms that a form in -s may come from, the likeliest first: "carries" gives "carry", "carrie"."""
    if form.endswith("ies") and len(form) > 4:
        return (form[:-3] + "y", form[:-1])
    if form.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return (form[:-2], form[:-1])
    if form.endswith("uses"):
        return (form[:-2], form[:-1]) if len(form) < 7 and form[0] not in "hmc" else (form[:-1], form[:-2])
    if form.endswith("ves"):
        return (form[:-1], form[:-3] + "f", form[:-3] + "fe")
    if form.endswith("s") and not form.endswith("ss") and len(form) > 2:
        return (form[:-1],)
    return ()


def bases_of_ed(form: str) -> tuple[str, ...]:
    """Base forms that a form in -ed may come from, the likeliest first."""
    if not form.endswith("ed") or len(form) < 4:
        return ()
    if form.endswith("ied"):
        return (form[:-3] + "y", form[:-1])
    return _restored(form[:-2])


def bases_of_ing(form: str) -> tuple[str, ...]:
    """Base forms that a form in -ing may come from, the likeliest first."""
    if not form.endswith("ing") or len(form) < 5:
        return ()
    stem = form[:-3]
    if stem.endswith("y") and len(stem) == 2:
        return (stem[:-1] + "ie",)  # dying, lying
    return _restored(stem)


_SHORT = re.compile(r"[^aeiouy]{1,3}[aeiou][^aeiouwxyrlh]")


def _restored(stem: str) -> tuple[str, ...]:
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return (stem[:-1], stem) if stem[-1] not in "lsfz" else (stem, stem[:-1])
    if stem.endswith(
        ("at", "iz", "is", "us", "rc", "nc", "dg", "rg", "v", "u", "bl", "dl", "tl", "gl", "pl", "ac", "ic")
    ):
        return (stem + "e", stem)
    if stem.endswith("ck"):
        return (stem, stem[:-1])  # panicked
    if _SHORT.fullmatch(stem):
        return (stem + "e", stem)  # "fined": a short verb without the e doubles its last letter
    return (stem, stem + "e")
