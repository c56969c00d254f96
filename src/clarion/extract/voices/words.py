"""Classes of words, one letter each, so that the frame of a sentence can be read off a string.

The closed classes of English are listed; the rest is told by ending and by capital. The letters:

d determiner, quantifier    n noun, adjective, other    P name    m number    r pronoun as subject
o pronoun as object    w who, which    i preposition    c and, or    b but, yet    s subordinator    t that    T to
a auxiliary    x adverb    v finite verb    e -ed, other participle    g -ing    Y day, month    q quotation
' possessive    V cue verb    N cue noun
, ; : . - ( ) marks
"""

from clarion.language.wordlists import words

CLASSES: dict[str, frozenset[str]] = {
    "d": words(
        "the a an this these those his her its their my our your no any some every each both all several many few most "
        "another other such half dozens scores hundreds thousands certain various numerous least"
    ),
    "r": words("i he she they we it you"),
    "o": words("him them me us himself herself itself themselves ourselves myself"),
    "w": words("who which whom whose"),
    "i": words(
        "of in on at by for from with without about against among amid between into onto over under through during "
        "across near inside outside within toward towards behind beyond despite as like than per via upon along around "
        "above below off including regarding concerning besides except since out up down"
    ),
    "c": words("and or & nor"),
    "b": words("but"),
    "s": words(
        "because although though while whereas if unless whether how why what when where after before until once "
        "so that's whenever wherever whatever"
    ),
    "t": words("that"),
    "T": words("to"),
    "a": words(
        "be am is are was were been being have has had having do does did will would shall should can could may might "
        "must ought 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m wo ca cannot"
    ),
    "x": words(
        "well finally meanwhile separately recently previously similarly additionally currently notably "
        "not yet n't n’t never also then now still again already later earlier too just only even ever often once soon "
        "always recently however therefore meanwhile instead there here further rather quite perhaps maybe almost "
        "yesterday's ago since-then"
    ),
    "v": words(
        """
        shut went came took gave made got saw knew fled left kept held led met put ran sent shot sold spent stood
        taught threw won wore became began broke brought built bought caught chose cut drew drove ate fell
        flew forgot froze grew heard hid hit hurt lay lost meant paid rode rose sat shook sang sank slept
        stole struck swam goes comes takes gives makes gets sees keeps holds leads meets runs sends stands
        remains faces lives works appear appears appeared seem seems seemed happen happens happened leave
        leaves turn turns stay stays fall falls begins rises lie lies bring brings go come take give make
        get see keep become remain live include includes let need needs want
        beat bit bled blew bred crept dealt dug fought fed flung forbade knelt laid leapt lent lit sped swept swung tore
        woke wept withdrew overran overthrew underwent
        """
    ),
    "Y": words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
        "september october november december yesterday today tomorrow tonight jan. feb. mar. apr. jun. jul. aug. "
        "sep. sept. oct. nov. dec. mon. tue. wed. thu. fri. sat. sun."
    ),
    "e": words("known seen given taken held found shot driven written shown sent brought kept left born torn beaten"),
    "m": words(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    ),
}
MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".", "–": "-", "—": "-", "--": "-",
    "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", "*": "-", "|": "-", "/": "n", "’": "'", "'": "'", "$": "m",
}  # fmt: skip
NOT_ADVERBS = frozenset(
    words("family italy july supply reply ally assembly bully early only likely deadly elderly monthly")
)
# Lemmas whose base and s forms are nouns as well.
ALSO_NOUNS = words(
    """claim report state note point post tweet comment remark hint signal estimate forecast show call count list name
    term label brand question answer reply charge protest praise blame fault demand request push press challenge
    support attack back view hope fear worry doubt wish plan vow pledge promise offer aim desire order command appeal
    petition welcome record document detail outline quote vote address talk repeat broadcast text email blog alert
    brief caution guess judge rule counter advocate champion champion object reason stress test experience detail
    project estimate favour favor love hate query need want direct lament boast joke shout cry scream chant whisper"""
)
ROUGHLY = words("about around over under nearly almost")
SPELLS = words("day week month year night morning afternoon evening weekend summer winter spring autumn")
NEAR = words("last this next that same")
NOT_PAST = frozenset(
    words("need seed speed deed weed feed breed bed red shed united unarmed hundred indeed sacred kindred")
)
NOT_ING = frozenset(words("nothing something anything everything morning evening building king ring thing wing spring"))
# Determiners that may stand for people: "Some say".
ALONE = words("half some many most few several all both each these those others another")
# What somebody is who holds that something is so, and what is made known: see `idioms`.
HOLDING = words(
    """certain sure adamant convinced clear positive unequivocal categorical emphatic insistent confident persuaded
    satisfied unsure unconvinced sceptical skeptical doubtful afraid fearful worried hopeful blunt firm frank explicit
    unanimous definite"""
)
# What somebody feels who judges.
FEELING = words(
    """alarmed concerned dismayed outraged shocked horrified appalled saddened troubled disturbed disappointed angered
    incensed indignant aghast distressed perturbed disgusted"""
)
MAKING = words("make makes made making")
MADE = words("clear known plain public explicit understood certain")
