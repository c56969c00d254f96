"""Which words look like the name of a person or of a body; used for mastheads, by-lines and signatures."""

import re
from functools import cache

# head nouns of the names of organisations, media, offices and courts; lower case, several languages
_BODY_NOUNS = """
academy action administration agency alliance ambassador army assembly association authority bank bishops board
broadcasting brief bridge brigade brotherhood bulletin bureau cabinet caucus campaign cell center centre chamber
chambers charity chronicle church circle clinic club coalition collective college command commission commissioner
committee community conference confederation congress consortium consulate corps council counsel courier court
defenders delegation department desk digest diocese directorate dispatch division doctors embassy evening examiner
experts express faculty federation fellowship force foundation forum front fund gazette general globe government
group guard guardian guild headquarters helpline herald hospital hotline independent initiative institute
institution institutes international journal judiciary law lawyers league legal legion letter library lobby
magazine mail mandate media mirror mission monitor monitoring movement network news newsletter newspaper newsroom
notebook observatory observer office ombudsman organisation organization outlook panel parish parliament
partnership party patriarchate patrol people's phone platform police post presidency press procedures programme
program project prosecutor protection radio rapporteur reader record refuge register registry relief report
reporter reports rescue review rights sector secretariat section senate sentinel service services signal society
solidarity spokesperson standard star station studio sun syndicate synod taskforce team telegraph television times
tracker trade tribunal tribune trust tv union unit university voice voices volunteers watch weekly wire witness
women workers workshop agencia noticias asamblea asociación boletín centro colectivo comité comisión consejo
coordinadora defensoría diario diócesis embajada faro federación fiscalía frente fundación gobierno grupo instituto
ministerio movimiento observatorio oficina organización parroquia periódico policía portal prensa red revista
sindicato unión voz agence conseil coordination fondation gouvernement ligue ministère mouvement observatoire parti
presse réseau revue syndicat voix agência assembleia associação comissão conselho diário fundação governo jornal
ministério movimento rádio rede ausschuss bund bündnis bundesamt gesellschaft hilfe ministerium rat verband verein
werk zeitung ministry ministries families relatives mothers parents widows residents survivors students elders
villagers friends neighbours signatories parishes communities churches unions groups organisations organizations
ngos associations committees movements networks councils prefecture municipality governorate commissariat
archdiocese procuracy directorates hospitals schools lawmakers wives sons daughters detainees prisoners refugees
migrants fishermen farmers archive archives lab laboratory hub cluster kitchen mechanism inspectorate chancellery
staff battalion regiment customs registrar corporation company holding mosque cathedral monastery seminary sisters
brothers drivers teachers nurses pensioners youth students workers daughters caravan caritas inquiry tracking
forces navy house broadcasts parliamentarians secretaries directorate-general branch
broadcaster courant post-gazette inquirer advertiser advocate argus beacon citizen echo enquirer leader ledger nation
sentinel spectator statesman
"""
_STATE_HEADS = re.compile(
    r"(?:(?:(?:people's|democratic|federal|federative|islamic|arab|socialist|bolivarian|plurinational"
    r"|united|independent)\s+)*"
    r"(?:republic|kingdom|state|federation|union|commonwealth|emirate|sultanate|principality|republics)\s+of\b"
    r"|government of\b|rep[úu]blica\b|r[ée]publique\b|gobierno de\b)",
    re.I,
)
_PARTICLES = frozenset(
    "of the for and in on at to a an de del la las los el da do das dos du des le les van von der den "
    "und für y e et zu i"
    " al bin ibn bint abu ben ter ten di della".split()
)
_NAME_PARTICLES = frozenset(
    "de del la las los da do dos das du van von der den al el bin ibn bint abu ben ter ten di della e y".split()
)
HONORIFIC = (
    r"(?:Dr|Mr|Mrs|Ms|Mx|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Reverend|Fr|Father|Sister|Sr|Brother|Bishop|Archbishop"
    r"|Cardinal|Imam|Sheikh|Rabbi|Pastor|Judge|Justice|Senator|Ambassador|Gen|General|Col|Colonel|Capt"
    r"|Captain|Maj|Lt|Hon)"
)
_HONORIFIC = re.compile(rf"{HONORIFIC}\.?\s+")
# "Radio Okavel 94.5 FM"
_FREQUENCY = re.compile(r"\b\d{2,4}(?:[.,]\d{1,2})?(?=\s?(?:FM|AM|MHz|kHz|MW)\b)")
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.-?)+|(?:[dlDLO]['’])?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’\-][^\W\d_]+)*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
# words that make a line a sentence or a headline and not a name
_SENTENCE_WORDS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|not|no|will|would|shall|should|must|can|cannot"
    r"|could|may|might"
    r"|says|said|after|before|amid|despite|because|when|who|what|why|how|if|that|this|these|their|its|his"
    r"|her|my|our|your"
    r"|we|they|it|us|at least|dead|killed|kill|kills|hit|hits|back|against|calls?|urges?|condemns?"
    r"|demands?|let|please)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
# a figure that is part of a name: "Committee of 9 April", "Mothers of Kilometre 31"
_NUMBERED = re.compile(
    r"\b(?:of|for|de|del|du)\s(?:the\s)?\d{1,3}(?:st|nd|rd|th)?(?=\s[A-Z]|$)|\b(?:Article|Kilomet(?:re|er)|Km"
    r"|Zone|Sector|Camp|Platform|Gate)\s\d{1,3}\b"
)
# "To the President", "Open letter to …", "Statement on …": an address or a title, whatever nouns it holds
_ADDRESSING = re.compile(
    r"(?:to|from|for|on|in|at|by|re|\w+ed by)\s|(?:\w+\s){0,2}?(?:letter|statement|message|appeal|reply|response|"
    r"petition|note|"
    r"report|speech"
    r"|remarks|address|complaint)\s+(?:to|on|by|about|concerning|regarding|from)\b",
    re.I,
)
_VERB_SHAPE = re.compile(r"[A-Z][a-z]+[^s\W\d_]s")
# words of titles and mastheads that no personal name holds, whatever their letters
_NO_PERSON = re.compile(
    r"\b(?:by|from|to|of|for|on|in|at|with|about|under|over|near|edition|section|issue|staff|writer|reporter|correspondent"
    r"|correspondents|editor|director|desk|street|road|avenue|square|prison|note|notes|news|world|home|minister|president"
    r"|prefect|governor|secretary|treasurer|clerk|chairman|chairwoman|chairperson|coordinator|spokesperson|undersigned"
    r"|admin|administrator|webmaster|anonymous|unknown|guest|various|others|signatories|district|province|county)\b",
    re.I,
)
# words that begin the name of a body or a place, and no personal name: determiners, numbers, adjectives, points
_GEOGRAPHIC = frozenset(
    "the our your their one two three four five six seven eight nine ten first second third free open public "
    "human civil social national international joint daily new old all every no never stop save red saint san santa "
    "santo são sao sainte puerto nueva nuevo los las villa nova nuovo bad saints former late dear young good "
    "beyond across behind between inside under over about after before".split()
) | frozenset(
    "upper lower north south northern southern eastern western central greater great port mount lake fort river "
    "village town district province".split()
)
# nouns that begin a name: romance languages, and broadcasters
_FIRST_NOUNS = frozenset(
    "radio agencia noticias asamblea asociación boletín centro colectivo comité comisión consejo coordinadora "
    "defensoría diario"
    " diócesis embajada faro federación fiscalía frente fundación gobierno grupo instituto ministerio movimiento"
    " observatorio oficina organización parroquia periódico policía portal prensa red revista sindicato "
    "unión voz agence"
    " association centre commission conseil coordination fondation gouvernement ligue ministère mouvement observatoire"
    " parti presse réseau revue syndicat voix agência assembleia associação comissão conselho diário fundação governo"
    " jornal ministério movimento rádio rede team project studio studios club television tv verein verband bund".split()
)
# words of a name in running text, with the small words inside it
NAME_WORDS = (
    r"[^\W\d_a-zß-öø-ÿ][\w'’&.\-]*(?:\s+(?:(?:of|the|for|and|de|del|la|les|los|des|du|da|do|dos|y|et|&)\s+){0,3}"
    r"[^\W\d_a-zß-öø-ÿ][\w'’&.\-]*){0,8}"
)
_DECORATION = "#*_>=~` \t\u00a0-–—•·|"


def bare(line: str) -> str:
    """A line without Markdown signs, bullets and rules around it."""
    return line.strip(_DECORATION)


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(_BODY_NOUNS.split())


def names_a_state(line: str) -> bool:
    """True for the first line of a state's letterhead: "Republic of …", "Kingdom of …"."""
    return bool(_STATE_HEADS.match(line))


def has_body_noun(name: str) -> bool:
    """True when one of the words is the head noun of organisations' names."""
    return any(word.strip(".,:;()'’\"").lower() in _body_nouns() for word in re.split(r"[\s\-/]+", name))


def is_person(name: str) -> bool:
    """True when the words have the shape of a person's name; an honorific lets one word stand alone."""
    plain = _HONORIFIC.sub("", name, count=1)
    titled = plain != name
    words = plain.split()
    if not (1 if titled else 2) <= len(words) <= 5 or _DIGIT.search(plain) or has_body_noun(plain):
        return False
    if (plain.isupper() and len(words) > 3) or _NO_PERSON.search(plain) or words[0].lower() in _GEOGRAPHIC:
        return False
    named = [word for word in words if word.lower() not in _NAME_PARTICLES]
    if words[0] not in named and words[0].lower() not in ("al", "el", "abu", "ben", "van", "von", "de"):
        return False
    full = [word for word in named if not _INITIAL.fullmatch(word)]
    return bool(full) and all(_NAME_WORD.fullmatch(word) for word in named) and not _SENTENCE_WORDS.search(plain)


def is_title_case(line: str) -> bool:
    """True when every word that carries meaning begins with a capital letter or digit-free sign."""
    words = [word.strip("\"'“”‘’(),.&!") for word in line.split()]
    carrying = [word for word in words if word and word.lower() not in _PARTICLES]
    return bool(carrying) and all(not word[0].islower() for word in carrying)


def leads_with_body_noun(line: str) -> bool:
    """True when the line is built as names are: the noun at the end, before "of" or "for", or first as in "Radio X".

    "Police Detain Forty" and "Government Closes Border" hold such a noun as well, but are headlines.
    """
    words = [word.strip(".,'’\"()") for word in re.split(r"[\s\-/]+", line)]
    found = False
    for number, word in enumerate(words):
        if word.lower() not in _body_nouns():
            continue
        rest = words[number + 1 :]
        if not rest or rest[0].lower() in _PARTICLES or rest[0].lower() in _body_nouns():
            return True
        if number == 0:
            found = found or word.lower() in _FIRST_NOUNS
        elif len(rest) <= 3 and (line.isupper() or not rest[0].endswith("s")):
            found = True
    return found


def reads_like_a_headline(line: str) -> bool:
    """True when a word in the middle looks like a verb of the third person ("Norland Sends Workers Back")."""
    words = line.split()
    return len(words) >= 4 and not line.isupper() and any(_VERB_SHAPE.fullmatch(word) for word in words[1:-1])


def is_body(line: str) -> bool:
    """True when a line can be the name of a body or paper: title case, short, no figure, no sentence."""
    if not 1 <= len(line.split()) <= 10 or len(line) > 90 or line.endswith((".", "!", "?", ":", ";")):
        return False
    if (
        _ADDRESSING.match(line)
        or _DIGIT.search(_FREQUENCY.sub("", _NUMBERED.sub("", line)))
        or _HONORIFIC.match(line)
        or line.startswith(('"', "“", "'", "‘"))
    ):
        return False
    return is_title_case(line) and not _SENTENCE_WORDS.search(line)


def squashed(name: str) -> str:
    """Letters and digits alone, lower case: to compare a name with an internet address."""
    return "".join(character for character in name.casefold() if character.isalnum())
