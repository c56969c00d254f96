"""Which words take a clause: what the parser needs to know of verbs, nouns and adjectives to hang clauses on them."""

from clarion.language.wordlists import words

# Verbs that are followed by a clause without "that", and that close a report after it ("…, police said").
SAYING = words(
    "say report tell claim allege announce state warn add note write explain believe think know fear hope confirm "
    "admit deny insist argue declare assert maintain suggest estimate stress suspect understand see find show mean "
    "conclude suppose guess ensure feel hear learn assume contend acknowledge recall predict expect pray wish doubt "
    "presume imagine testify swear promise agree realize realise recount relate remember complain observe indicate "
    "reveal reply answer ask quote cite specify repeat reiterate estimate vow pledge prove notice forget worry decide "
    "demand urge request recommend propose allow mention tweet post describe caution comment concede disclose "
)
# Verbs of which only those of speech may stand after the words they report.
REPORTING = words(
    "say report tell claim allege announce state warn add note write explain believe think fear confirm admit insist "
    "argue declare assert maintain suggest estimate stress suspect understand conclude suppose guess hear learn "
    "contend acknowledge recall predict testify recount complain observe indicate reveal reply answer quote repeat "
    "reiterate tweet post caution comment concede disclose mention ask show hope promise vow"
)
# Verbs whose object may be followed by the infinitive that says what the object is to do.
OBJECT_INFINITIVE = words(
    "use urge ask tell order force allow want expect request require instruct beg implore press pressure push permit "
    "enable invite advise warn persuade convince encourage compel oblige cause lead help forbid call appeal "
    "pressurise pressurize command entitle prepare get like need consider believe say report know suppose think "
    "presume find alleged threaten teach remind summon entreat beseech petition challenge bring authorise authorize "
    "direct induce incite prompt recommend intend mean trust have wait plead demand leave send choose pay"
)
# Verbs that take an infinitive of their own; after others it tells a purpose.
INFINITIVE = OBJECT_INFINITIVE | words(
    "plan try attempt refuse fail manage agree decide hope threaten promise vow pledge seek wish begin start continue "
    "cease intend offer decline hesitate prepare tend seem appear happen need dare afford claim choose deserve "
    "struggle strive strain aim learn forget remember remain come go pretend undertake swear move opt prefer love hate "
    "schedule set expect believe allege think rumour rumor fear report say know estimate suppose understand see "
    "destine due likely unlikely able unable ready willing unwilling certain sure bound free eager afraid reluctant "
    "determined about prone keen quick slow first last only poised liable prepared consent arrange mean propose fight "
    "resolve volunteer elect commit proceed rush hasten demand ask beg plead wait long"
)
# Nouns that take an infinitive or a "that" clause saying what they are about.
CONTENT_NOUNS = words(
    "plan attempt effort decision right refusal order call ability threat pressure permission promise pledge vow wish "
    "desire intention intent agreement move bid proposal offer demand request appeal failure inability obligation duty "
    "need chance opportunity way power authority campaign fight struggle readiness willingness reluctance tendency "
    "claim report fear hope belief fact evidence allegation accusation news rumour rumor warning risk danger "
    "possibility likelihood probability suspicion concern worry assurance guarantee sign indication proof "
    "confirmation denial statement announcement idea view opinion conclusion finding assumption suggestion "
    "understanding condition reason doubt notion charge complaint testimony assertion insistence admission "
    "impression word reassurance expectation prediction forecast reminder resolution ruling directive instruction "
    "deadline summons mandate invitation recommendation motion petition law bill measure programme program scheme "
    "pretext excuse time place"
)
# Verbs after which a noun and an -ing form are one content: "stop China returning them".
OBJECT_GERUND = words(
    "stop prevent see hear watch catch find keep leave film photograph show prohibit ban remember imagine describe "
    "accuse mean risk involve record spot notice observe recall mention get have send start hate like want"
)
# Nouns that keep the phrase after them: "inquiry into the raid", "protest against the law".
EVENT_NOUNS = words(
    "inquiry investigation probe insight report protest rally vigil march campaign debate talk information concern "
    "outrage anger alarm victim survivor wave series case act incident charge crime trial hearing petition letter "
    "statement law ban limit end halt threat attack raid assault crackdown crisis war violence abuse torture arrest "
    "return removal transfer move march access right interest role part share rise increase cut lack absence risk "
    "year years month term sentence photo picture video footage image testimony evidence list "
    "details account story warrant response reaction"
)
# Verbs after which a noun and a participle are one content: "want him released", "had them beaten".
OBJECT_PARTICIPLE = words("want see get order need like wish watch hear keep have prefer")
CONDITIONS = words("if unless lest provided providing")
RELATIVES = words("who whom which that whose")
TIME_HEADS = words(
    "day night week month year morning afternoon evening time today yesterday tomorrow monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november "
    "december weekend hour minute moment weeks months years days hours minutes decade decades times spring summer "
    "autumn winter noon midnight"
)
# Verbs after which "if" asks rather than sets a condition.
ASKING = words(
    "ask know wonder see check doubt say learn decide determine tell verify clarify establish inquire enquire"
)

# "the third to be arrested"
ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "only", "next"))
