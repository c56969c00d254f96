"""The words that carry somebody's words: verbs and nouns of saying, asking, judging, holding and planning, as data.

A line is `lemma class frames particles`. Class: how the source stands to the content.

s says    d demands    j judges (blame, praise, denial)    b believes, fears, hopes    e shows (a paper, a survey)
k binds itself or plans    m only mentions a matter

Frames: what may follow or surround the verb.

t that- or wh-clause     b bare clause     p parenthesis and quotation ("…", he said)
a addressee first (told us that)
i infinitive of the source's own act (vowed to leave)     o somebody to do something (urged them to leave)
n noun phrase     g -ing form     c complement of naming (called it a lie)

Particles: prepositions that must follow before a noun phrase counts; `out` and `on` of phrasal verbs too.
Irregular forms stand in `_IRREGULAR`.
"""

from functools import cache
from typing import NamedTuple


class Cue(NamedTuple):
    """A form of a cue verb. `form` is base, s, past or ing; a past form may be a participle."""

    lemma: str
    form: str
    kind: str
    frames: str
    particles: tuple[str, ...]


_VERBS = """
say s tbpn of
tell s tbpao about,of
add s tbp
note s tbpn
state s tbpn
report s tbpng
announce s tbpn
explain s tbpn
argue s tbp for,against
claim s tbpin
allege s tbpin
assert s tbpn
contend s tbp
maintain s tbp
insist s tbp on
stress s tbpn
emphasise s tpn
emphasize s tpn
underline s tpn
underscore s tpn
reiterate s tbpn
repeat s tpn
recall s tbpng
recount s tpn
relate s tpn
remark s tbp on
observe s tbp
comment s tp on,about
mention s tbpn
point s tb out,to
reveal s tbpn
disclose s tbpn
confirm s tbpn
acknowledge s tbpng
admit s tbpng to
concede s tbpn
confess s tbp to
declare s tbpnc
proclaim s tbpnc
pronounce s tpnc
testify s tbp about,to,against
swear s tbpi
reply s tbp
respond s tbp with,to
answer s tbp
retort s tbp
counter s tbp
rejoin s p
write s tbpn about,of,down
tweet s tbpn
retweet s n
post s tbpn about
blog s tbp about
email s p
text s p
broadcast s tpn
publish s n
quote s pn
cite s n
conclude s tbp
joke s tbp about
quip s tbp
boast s tbp of,about
brag s tbp about
lament s tbpn
complain s tbp of,about
caution s tbpa against,about
warn s tbpao of,about,against
predict s tbpn
forecast s tbpn
estimate s tbp
calculate s tbp
suggest s tbpn
hint s tbp at
imply s tbp
indicate s tbpn
signal s tbpn
inform s tbpa of,about
notify s tbpa of
advise s tbpao on
brief s pa on
assure s tbpa of
remind s tbpao of
convince s tbao of
persuade s tbao of
alert s tbpa to
describe s pnc
depict s nc
portray s nc
characterise s nc
characterize s nc
label s nc
brand s nc
dub s nc
term s nc
call s pcoi for,on,upon
put s n
attribute j n
count s nc
list s n
name s nc
outline s n
detail s tn
clarify s tbpn
specify s tpn
elaborate s p on
continue s p
begin s p
start s p
conclude s tbp
interject s p
interrupt s p
chime s p
exclaim s tbp
shout s tbp
yell s tbp
cry s p
scream s tbp
chant s p
sing s p
whisper s tbp
mutter s tbp
murmur s p
sigh s p
laugh s p
smile s p
muse s tbp
ponder b t
wonder b tp about
speculate s tbp about
guess b tbp
reckon b tbp
surmise b tb
ask q tpaoin about,for
question j tpn
inquire q tp about
enquire q tp about
query q tpn
speak s p of,about,against
talk s p of,about
discuss m tn
address m n
refer m p to
allude m p to
touch m p on
comment m p on,about
dwell m p on
read s p
deny j tbpng
dispute j tpn
contest j n
reject j tpn
dismiss j pn
refute j tpn
rebut j n
rebuff j n
contradict j n
disavow j n
condemn j tpn
denounce j tpn
deplore j tpn
decry j tpn
criticise j pn
criticize j pn
castigate j pn
chide j pn
rebuke j pn
scold j pn
slam j pn
blast j pn
bash j n
lambast j n
lambaste j n
savage j n
assail j n
attack j n
mock j pn
ridicule j n
deride j n
taunt j n
blame j n on
accuse j n of
fault j n for
charge j tb
protest j tpn against
object j tp to
disapprove j p of
praise j pn
hail j pnc
laud j n
commend j n
applaud j n
congratulate j n
thank j n
welcome j tn
endorse j n
support j n
back j n
defend j pn
champion j n
advocate d tng for
oppose j ng
favour j n
favor j n
approve j n of
tout j nc
trumpet j n
regret j tbng
apologise j p for
apologize j p for
urge d tpo
demand d tpin
request d tpno
implore d po
beg d po
beseech d po
plead d tpo for,with
appeal d po for,to
exhort d po
press d o for
push d o for
lobby d o for
pressure d o
petition d o for
order d tno
instruct d tao
direct d o
command d to
encourage d pno
recommend d tbpng
propose d tbping
invite d o
insist d tbp on
require d to
dare d o
challenge d no
suggest d tbg
believe b tbp in
think b tbp of,about
feel b tb
consider b tnc
regard b nc
view b nc
deem b tbnc
see b nc
hold b t
presume b tbp
assume b tb
suspect b tbp
doubt b tbn
fear b tbpn
worry b tbp about
hope b tbpi for
wish b tbi for
expect b tbo
anticipate b tbn
understand b tb
know b tb
hear b tb
learn b tb
realise b tb
realize b tb
recognise b tbn
recognize b tbn
remember b tbpng
forget b t
agree b tbpi with
disagree b tbp with
conclude b tbp
decide k ti
determine e tb
judge b tbn
rule s tbp
find e tbp
show e tbpn
demonstrate e tbn
suggest e tbn
prove e tbn
establish e tb
document e n
record s tbn
verify e tbn
illustrate e tn
reflect e n
promise k tbpina
pledge k tbpin
vow k tbpin
commit k p to
undertake k ti
threaten k tbpin
offer k pin
volunteer k pi
refuse k in
decline k i
plan k ing
intend k ig
aim k i
seek k in
want k oin
wish k i
prefer k noi
desire k oin
love j ng
hate j ng
dislike j ng
mull k ng
contemplate k ng
envision k n
foresee b tbn
envisage b n
opt k i for
propose k i
demur s p
vote k i for,against
veto k n
express j tn
voice j n
convey s tn
submit s t
pray d t for
bemoan j n
bewail j n
mourn j n
rejoice j p
celebrate j n
grumble s tbp about
rail j p against
gush s p
rave s p about
opine s tbp
posit s tb
postulate s tb
theorise s tb
theorize s tb
theorise s tb
fume s p
snap s p
scoff s p at
sneer s p at
pontificate s p
profess s ti
attest s t to
certify s tb
vouch s t for
relay s tpn
retell s n
narrate s tpn
spell s p out
echo s pn
float s n
pose q p
stipulate s tb
decree s tbp
dictate s t
imagine b tb
figure b tb
concur s tbp with
"""

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "think": "thought",
    "feel": "felt", "see": "saw seen", "hold": "held", "know": "knew known", "hear": "heard", "find": "found",
    "show": "showed shown", "understand": "understood", "swear": "swore sworn", "foresee": "foresaw foreseen",
    "forecast": "forecast forecasted", "broadcast": "broadcast", "put": "put", "read": "read", "go": "went gone",
    "begin": "began begun", "sing": "sang sung", "seek": "sought", "mean": "meant", "choose": "chose chosen",
    "forget": "forgot forgotten", "undertake": "undertook undertaken", "prove": "proved proven", "retell": "retold",
    "learn": "learned learnt", "spell": "spelled spelt", "beseech": "besought beseeched", "plead": "pleaded pled",
    "vote": "voted", "deny": "denied", "dub": "dubbed", "slam": "slammed", "brag": "bragged", "quip": "quipped",
    "blog": "blogged", "chat": "chatted", "commit": "committed", "submit": "submitted", "admit": "admitted",
    "refer": "referred", "prefer": "preferred", "signal": "signalled signaled", "label": "labelled labeled",
    "plan": "planned", "rebut": "rebutted", "beg": "begged", "opt": "opted", "aver": "averred", "concur": "concurred",
    "rebuff": "rebuffed", "demur": "demurred", "snap": "snapped",
}  # fmt: skip

# Nouns of saying: the class as above. Those of class h are voices of their own when nobody is named with them.
_NOUNS = """
claim s
claims s
statement s
statements s
assertion s
assertions s
allegation s
allegations s
accusation j
accusations j
charge j
report s
reports s
account s
accounts s
testimony s
warning s
warnings s
remark s
remarks s
comment s
comments s
announcement s
suggestion s
suggestions s
argument s
contention s
prediction s
estimate s
estimates s
admission s
acknowledgement s
assurance s
assurances s
insistence s
denial j
denials j
complaint j
complaints j
criticism j
condemnation j
belief b
fear b
fears b
hope b
hopes b
view b
opinion b
concern b
concerns b
suspicion b
suspicions b
conclusion e
finding e
findings e
promise k
pledge k
vow k
threat k
threats k
demand d
demands d
appeal d
appeals d
plea d
pleas d
request d
call d
calls d
proposal d
proposals d
rumour h
rumours h
rumor h
rumors h
"""


@cache
def verbs() -> dict[str, Cue]:
    """Every form of every cue verb. A lemma given twice keeps the frames of both and the class of the first."""
    lines: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for line in _VERBS.strip().splitlines():
        lemma, kind, frames, *more = line.split()
        particles = tuple(more[0].split(",")) if more else ()
        if lemma in lines:
            first, others, before = lines[lemma]
            kind, frames = first, others + frames
            particles = before + particles
        lines[lemma] = (kind, frames, particles)
    table: dict[str, Cue] = {}
    for lemma, (kind, frames, particles) in lines.items():
        for form, words in _forms(lemma).items():
            for word in words.split():
                table.setdefault(word, Cue(lemma, form, kind, frames, particles))
    return table


@cache
def nouns() -> dict[str, str]:
    """The nouns of saying with their class."""
    return dict(line.split() for line in _NOUNS.strip().splitlines())


def _forms(lemma: str) -> dict[str, str]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    elif lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        third, past = lemma + "es", lemma + "ed"
    else:
        third, past = lemma + "s", stem + "ed"
    irregular = _IRREGULAR.get(lemma)
    double = irregular is not None and irregular.split()[0] == lemma + lemma[-1] + "ed"
    going = lemma + lemma[-1] + "ing" if double else (lemma if lemma.endswith("ee") else stem) + "ing"
    return {"past": irregular or past, "base": lemma, "s": third, "ing": going}
