"""Words in the quotes of claims that answer a question of a norm. Each pattern is linear and names its question."""

import re
from functools import cache, lru_cache

_PATTERNS = {
    "arbitrary": r"arbitrar|without (?:any )?(?:charges?|trial|(?:a )?warrant|legal basis|judicial)|"
    r"incommunicado|\bunlawful|\bextrajudicial|"
    r"\b(?:illegally|secretly) (?:detain|held|arrest|imprison)|secret (?:detention|prison)",
    "ground": r"\b(?:for|because of|on account of|owing to|due to|over) (?:\w+ ){0,4}(?:faith|religio|"
    r"beliefs?\b|race\b|ethnic|political|opinions?\b|christianity|islam)|"
    r"\b(?:religious|political|ethnic|racial) (?:persecut|prisoner)|"
    r"\bpersecut\w+ (?:\w+ ){0,4}(?:christians?|muslims?|believers|minorit|dissident|faith|religio)",
    "irregular": r"\b(?:illegal|irregular|unauthori[sz]ed|undocumented) (?:entr|migrant|immigrant|crossing|"
    r"presence|stay)|\b(?:illegally|irregularly) (?:enter|cross|in the country|present)|"
    r"\bcross\w* (?:the|a) (?:border|frontier)",
    "lawful_stay": r"\blawfully (?:resid|present|stay|in)|\blegal(?:ly)? resid|\bresidence permit|\bvalid visa|"
    r"\brecogni[sz]ed (?:as )?refugees?",
    "no_review": r"without (?:any |an? |individual |proper ){0,3}(?:review|hearing|assessment|screening|due process|"
    r"interview|access to (?:asylum|unhcr|lawyers?|counsel))|"
    r"\bno (?:individual )?(?:review|hearing|screening|assessment)|"
    r"\bcollective(?:ly)? (?:expul|expel|return)|denied access to (?:asylum|unhcr)",
    "reviewed": r"\bcase[- ]by[- ]case|\bindividual(?:ly)? (?:assess|review|screen)|\bafter (?:a |an |individual ){0,3}"
    r"(?:review|hearing|screening|assessment)\b",
    "asylum": r"\basylum[- ]seek|\b(?:sought|seek|seeking|applied for|request\w*|refused|denied|access to) "
    r"(?:\w+ ){0,3}(?:asylum|refugee status)",
    "for_leaving": r"\b(?:for|after|over) (?:having |illegally |trying to |attempting to ){0,2}(?:leav|flee|fled|"
    r"defect|escap|cross)|\bdefect(?:ion|or|ed)|\btreason|\btraitor|\billegal(?:ly)? (?:leav|exit)|leaving the country",
    "unfair_trial": r"without (?:a |any )?(?:lawyer|counsel|defen[cs]e|fair)|\bunfair|\bsham\b|\bclosed[- ]door|"
    r"behind closed doors|\bsecret (?:trial|hearing)|\bshow trial|\b(?:forced|coerced) confession",
    "attack": r"\bwidespread (?:and|or) systematic|\bsystematic (?:and|or) widespread|crimes? against humanity",
    "women": r"\b(?:them|whom|including|among|mostly|mainly|majority) (?:\w+ ){0,4}(?:women|girls|mothers|female)\b",
    "children": r"\b(?:them|whom|including|among|mostly|mainly|majority) (?:\w+ ){0,4}"
    r"(?:children|girls|boys|minors|infants|babies|teenagers)\b",
    "own_ground": r"\beconomic (?:reasons?|migrants?|grounds?)|\billegal(?:ly)? (?:\w+ )?(?:migrant|immigrant|"
    r"entr|enter|cross)|\b(?:according to|in accordance with|under|in line with) (?:\w+ ){0,4}laws?\b|"
    r"\bnational security|\bpublic order",
    "called_torture": r"\btortur|\belectric shock|\bwaterboard|\bsevere(?:ly)? (?:beat|pain)|\bbeaten unconscious",
    "custody": r"\b(?:detention|custody|prisons?|jails?|cells?|camps?|detained|imprisoned|inmates?)\b",
    "returned": r"\b(?:returnees?|repatriated|repatriation|deportees?|sent back|returned|refouled)\b",
}


@lru_cache(maxsize=1 << 16)  # the same quotes are asked for each norm and each incident of a document
def says(question: str, quote: str) -> bool:
    """True when the words of a quote answer a question."""
    return bool(_pattern(question).search(quote.lower()))


@cache
def _pattern(question: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[question])
