"""The words that carry somebody's words: verbs and nouns of saying, asking, judging, holding and planning, as data.

A line is `class frames: lemma lemma(particle,particle) …`. Class: how the source stands to the content.

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

import re
from functools import cache
from typing import NamedTuple

from clarion.language.wordlists import words


class Cue(NamedTuple):
    """A form of a cue verb. `form` is base, s, past or ing; a past form may be a participle."""

    lemma: str
    form: str
    kind: str
    frames: str
    particles: tuple[str, ...]


_VERBS = """
# to say
s tbpao: tell(about,of) warn(of,about,against) advise(on) remind(of)
s tbpng: report recall acknowledge admit(to) suggest
s tbpin: claim allege
s tbpnc: declare proclaim
s tbpn: say(of) note state announce explain assert stress reiterate mention reveal disclose confirm concede
    write(about,of,down) tweet post(about) lament predict forecast indicate signal clarify
s tpnc: pronounce
s tbpi: swear
s tbpa: caution(against,about) inform(of,about) notify(of) assure(of) alert(to)
s tbao: convince(of) persuade(of)
s poic: call(for,on,upon)
s tbp: add argue(for,against) contend maintain insist(on) remark(on) observe confess(to)
    testify(about,to,against) reply respond(with) answer retort counter blog(about) conclude joke(about) quip
    boast(of,about) brag(about) complain(of,about) estimate calculate hint(at) imply exclaim shout yell scream
    whisper mutter muse speculate(about) rule(out) grumble(about) opine decree concur(with)
s tpn: emphasise emphasize underline underscore repeat recount relate broadcast specify relay narrate
s tpnc: describe
s tbn: record
s tb: affirm reaffirm
s tb: depose intimate
s tb: point(out,to) posit postulate theorise theorize certify stipulate
s pn: quote echo
s pa: brief(on)
s nc: depict portray characterise characterize label brand dub term count name
s tn: detail convey
s ti: profess
s t: determine ascertain aver avow attest(to) relate
s tp: read
s p: rejoin email text continue interject interrupt chime cry chant sing murmur sigh laugh
    smile speak(of,about,against) talk(of,about) demur gush rave(about) fume snap scoff(at) sneer(at)
    pontificate spell(out)
s pn: put
s n: retweet publish cite list outline retell float
s t: submit vouch(for) dictate
# to ask
q tpaoin: ask(about,for)
q tpn: query
q tp: inquire(about) enquire(about)
q p: pose
# to judge: blame, praise, deny
j tbpng: deny
j tbng: regret
j tpn: question dispute reject refute condemn denounce deplore decry protest
j pnc: hail
j pn: dismiss criticise criticize castigate chide rebuke scold slam blast mock praise defend
j tb: charge
j tp: object(to)
j tn: welcome express
j ng: oppose dislike
j nc: tout
j n: attribute rebut rebuff contradict disavow bash lambast lambaste savage assail attack ridicule deride
    taunt blame(on) accuse(of) fault(for) laud commend applaud congratulate thank endorse support back champion
    favour favor approve(of) trumpet voice bemoan bewail mourn
j p: disapprove(of) apologise(for) apologize(for) rejoice rail(against)
# to demand
d tbping: propose
d tbpng: recommend
d tpin: demand
d tpon: request
d tng: advocate(for)
d tpo: urge plead(for,with)
d ton: order
d pon: encourage
d tao: instruct
d po: implore beg beseech appeal(for,to) exhort
d to: command
d o: press(for) push(for) lobby(for) pressure petition(for) direct invite dare
d t: pray(for)
# to believe, fear, hope
b tbpng: remember
b tbnc: deem
b tbpn: fear suspect
b tbpi: hope(for) agree(with)
b tbp: guess reckon believe(in) think(of,about) presume worry(about) disagree(with)
b tnc: consider
b tbn: doubt anticipate recognise recognize judge foresee
b tbi: wish(for)
b tbo: expect
b tp: wonder(about)
b tb: surmise feel assume understand know hear learn realise realize imagine
b nc: regard view see
b t: ponder forget
b n: envisage
# to show
e tbpn: show
e tbp: find
e tbn: demonstrate verify
e tb: establish
e tn: illustrate
e n: document reflect
# to bind oneself, to plan
k tbpain: promise
k tbpin: pledge vow threaten
k tbpn: guarantee
k pin: offer
k ing: plan
k oin: want prefer desire
k ti: decide undertake
k pi: volunteer
k in: refuse seek
k ig: intend
k ng: mull contemplate
k p: commit(to)
k i: decline aim
k n: envision veto
# to mention a matter
m tn: discuss
m tp: comment(on,about)
m p: elaborate(on) refer(to) allude(to) touch(on) dwell(on)
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
s: claim claims statement statements assertion assertions allegation allegations report reports account accounts
    testimony warning warnings remark remarks comment comments announcement suggestion suggestions argument
    contention prediction estimate estimates admission acknowledgement position evidence word news stance answer answers
    reply replies response responses explanation message version
    assurance assurances insistence figure figures case submission
j: protest protests accusation accusations charge denial denials complaint complaints criticism condemnation
b: belief fear fears hope hopes view opinion concern concerns suspicion suspicions
e: conclusion finding findings
k: promise pledge vow threat threats
d: demand demands appeal appeals plea pleas request call calls proposal proposals
h: rumour rumours rumor rumors
"""


# Nouns by which words are laid at somebody's door: "in the view of", "by the union's count".
AUTHORITIES = words(
    """view words word opinion account accounts evidence testimony estimate estimates count estimation judgement
    reckoning telling version narrative recollection reading assessment analysis calculation calculations tally
    understanding admission figures"""
)


@cache
def verbs() -> dict[str, Cue]:
    """Every form of every cue verb."""
    table: dict[str, Cue] = {}
    for head, entries in _lines(_VERBS):
        kind, frames = head.split()
        for entry in entries:
            lemma, _, particles = entry.rstrip(")").partition("(")
            for form, spellings in _forms(lemma).items():
                for word in spellings.split():
                    table.setdefault(word, Cue(lemma, form, kind, frames, tuple(filter(None, particles.split(",")))))
    table.setdefault("holds", Cue("hold", "s", "s", "t", ()))  # its other forms mostly hold people
    return table


@cache
def nouns() -> dict[str, str]:
    """The nouns of saying with their class."""
    return {noun: head for head, entries in _lines(_NOUNS) for noun in entries}


def _lines(data: str) -> list[tuple[str, list[str]]]:
    """The lines of a list: what stands before the colon, and the entries. Lines that start with # are comments."""
    joined = re.sub(r"\n\s+", " ", re.sub(r"(?m)^#.*\n", "", data.strip() + "\n"))
    return [(head, entries.split()) for head, _, entries in (line.partition(": ") for line in joined.splitlines())]


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
