"""Words of the closed classes, with every tag each may have. Tag numbers stand in `clarion.language.tags`."""

from clarion.language.wordlists import words

NOUN, PLURAL, NAME, PRONOUN, POSSESSIVE, DETERMINER, NUMBER, ADJECTIVE = (1 << n for n in range(8))
ADVERB, PREPOSITION, CONJUNCTION, SUBORDINATOR, WH, TO, MODAL, BASE = (1 << n for n in range(8, 16))
PRESENT, PAST, PARTICIPLE, GERUND, NOT, MARK, QUOTE, OTHER = (1 << n for n in range(16, 24))

_CLASSES: tuple[tuple[int, str], ...] = (
    (PRONOUN, "i you he she it we they me him us them himself herself itself themselves myself ourselves yourself "
              "yourselves oneself someone somebody anyone anybody everyone everybody nobody none nothing something "
              "anything everything others mine yours hers ours theirs y'all"),
    (PRONOUN | DETERMINER, "this these those some any all both each many most several few either neither enough such "
                           "another half much less fewer"),
    (POSSESSIVE, "my your his its our their whose"),
    (POSSESSIVE | PRONOUN, "her"),
    (DETERMINER, "the a an every no"),
    (DETERMINER | PRONOUN | SUBORDINATOR | WH, "that"),
    (NUMBER, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
             "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
             "dozen dozens hundreds thousands millions scores"),
    (NUMBER | PRONOUN, "one"),
    (PREPOSITION, "of in at by for from with into onto upon against among amongst between through throughout "
                  "during under underneath beneath above across along behind below beside besides beyond "
                  "near toward towards via within without amid amidst despite concerning regarding per "
                  "alongside outside inside aboard atop versus vs unlike minus worth on following including toward "
                  "pending notwithstanding barring according"),
    (PREPOSITION | SUBORDINATOR, "after before until till since as than like except"),
    (SUBORDINATOR | ADVERB, "once"),
    (PREPOSITION | ADVERB, "up down out off opposite about over around"),
    (PRESENT, "says goes asks tells knows thinks seeks begins makes takes gives gets finds keeps sends wants pays"),
    (SUBORDINATOR, "if unless because although though whereas whether lest while whilst provided "
                   "providing"),
    (WH, "who whom which what when where why how whoever whatever whichever whenever wherever however"),
    (CONJUNCTION, "and or but nor & yet"),
    (NOT, "not n't never n’t"),
    (ADVERB, "very too also just still already again even soon now then here there often sometimes always ever almost "
             "nearly only quite rather perhaps maybe likewise therefore thus hence moreover furthermore meanwhile "
             "nevertheless nonetheless instead otherwise away ahead forward apart together abroad overseas aside "
             "allegedly reportedly forcibly later ago twice so well back yesterday today tomorrow tonight "
             "seldom hardly scarcely barely rarely merely afterwards elsewhere else home indeed namely anymore "
             "underway nowhere overnight"),
    (MODAL, "can could may might must shall should will would 'll ’ll ca wo sha cannot ought"),
    (PRESENT, "is are am 're ’re 'm ’m has does"),
    (PAST, "was were had did"),
    (BASE, "be"),
    (BASE | PRESENT, "have do 've ’ve"),
    (PARTICIPLE, "been done"),
    (GERUND, "being having doing"),
    (MODAL | PAST, "'d ’d"),
    (POSSESSIVE | PRESENT, "'s ’s"),
    (TO | PREPOSITION, "to"),
    (OTHER, "yes oh please ok okay alas hello thanks"),
    (NOUN, "police family border state government percent people today's refugee asylum behalf march human force "
           "office home-town july june august september october november december january february april "
           "monday tuesday wednesday thursday friday saturday sunday"),
    (NOUN | BASE, "need report return plan release fear claim attack arrest raid search protest march charge torture "
                  "risk threat help use call order request demand appeal vote visit flight strike support aid ban "
                  "halt stop end trial hope wish promise refusal offer attempt try murder rape kidnap ransom cross"),
    (PLURAL, "years troops arms goods belongings remains people women men children police dead others officials"),
    (ADJECTIVE, "able unable likely unlikely due own same other last next first second third former recent new old "
                "such-and-such illegal unlawful dead alive aware afraid ready certain sure further main several "
                "foreign national local many-sided"),
    (ADJECTIVE | ADVERB, "more early late long far hard much-needed most least better worse best"),
    (ADJECTIVE | ADVERB | BASE, "close"),
    (ADJECTIVE | PAST | PARTICIPLE, "left"),
)  # fmt: skip
CLOSED: dict[str, int] = {}
for _tag, _list in _CLASSES:
    for _word in words(_list):
        CLOSED[_word] = _tag

# Verb lemmas of the auxiliary forms above.
AUXILIARIES: dict[str, str] = {
    **dict.fromkeys(words("is are am was were be been being 're ’re 'm ’m 's ’s"), "be"),
    **dict.fromkeys(words("has have had having 've ’ve"), "have"),
    **dict.fromkeys(words("'d ’d"), "would"),
    **dict.fromkeys(words("does do did done doing"), "do"),
    **dict.fromkeys(words("'ll ’ll wo"), "will"),
    "ca": "can", "cannot": "can", "sha": "shall",
}  # fmt: skip

# Ordinals are adjectives; the figures helper reads their values.
SUBJECTS = words("i you he she it we they who which that this there these those someone everyone nobody")
# Verbs that need an object: without one, their -ed form is a passive participle ("hundreds arrested").
TRANSITIVE = words(
    "abduct accuse acquit allege amputate apprehend arrest ban banish bar behead blindfold bring burn capture carry "
    "catch censor charge close coerce confine confiscate convict convene crush cuff deny deport deprive "
    "destroy detain discover displace drag dump evict execute exile expel extradite find fine force free hang "
    "harass hit hold hospitalise hospitalize imprison incarcerate injure intern intimidate jail kidnap kill lift lock "
    "loot make maim massacre murder name nab oust persecute prosecute publish punish raid raise ransack rape refuse "
    "repatriate rescue round seal seize send sentence separate shackle shell shoot shut slaughter smuggle "
    "stab starve summon suspect suspend target throw torture traffic transfer transport trap torch wound "
    "interrogate indict schedule organise organize plan expect set hand take ransom rendition silence block jam "
    "beat blame order release return resettle strip rout"
)
# After these words "to" is a preposition, so what follows is a noun ("subject to arrest").
TAKES_TO_PHRASE = words(
    "subject subjected subjecting exposed expose exposing exposure vulnerable lead led leading leads contrary prior "
    "according access opposed opposition objection objections response amount amounts amounted amounting tantamount "
    "resort resorted resorting susceptible victim return returned addition similar relation regard close owing thanks "
    "equal akin alternative reaction answer contribute contributed contributes devoted committed commitment linked "
    "related tied key admit admitted admits confessed confess limited sentenced put alternatives up respect condemned "
    "resistance resistant attributed succumbed succumb dedicated"
)
TIME_NOUNS = words(
    "day night week month year evening morning afternoon time date hour weekend summer winter spring autumn minute "
    "period same"
)

# Verbs that general English knows better as nouns and that tell acts in news: "which hosts 40 families".
ACTING = words(
    "axe blockade breach broker bus censure clash club dock embargo flog fund gag gas herd honour host hound jail "
    "lobby loot menace outlaw petition picket plunder ravage reprieve sabotage shell shelter shred target torch "
    "tow truck veto"
)
