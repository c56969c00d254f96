"""Words that say what kind of text follows, and numbers of issues: they stand in mastheads and name nobody."""

import re

LONGEST_LINE = 120

# one kind a line or group; matched as whole parts of a line, in any case
_KINDS = (

r"(?:for )?immediate release|(?:press|news|media)[ -](?:release|statement|briefing|note|communiqu[ée]"
r"|conference|advisory)",

r"(?:public |joint |official |written |oral |opening |closing )?(?:statement|declaration|communiqu[ée]"
r"|denunciation|appeal|petition|notice)s?",

r"comunicado(?: de prensa| p[úu]blico)?|communiqu[ée] de presse|nota (?:de prensa|[àa] imprensa)"
r"|pressemitteilung|denuncia(?: p[úu]blica)?",

r"(?:an )?open letter|letters?(?: to the editor)?|op-?ed|opinion|comment|commentary|editorial"
r"|(?:guest )?column|guest essay|viewpoint|perspective",

r"analysis|interview|transcript|feature|reportage|essay|review|profile|obituary|explainer|q ?& ?a"
r"|live(?: blog)?|blog(?: post)?",

r"newsletter|bulletin|bolet[íi]n|bulletin d'information|alert|alerta|alerte|urgent(?: action| appeal"
r"| alert)?|breaking(?: news)?|update|flash",

r"situation (?:report|update)|sitrep|flash (?:report|update)|(?:monthly|weekly|annual|quarterly|daily"
r"|interim|final|special) (?:report|brief|bulletin|digest|update|review)",

r"(?:policy |daily |legal )?brief(?:ing)?(?: note| paper| book)?|memorandum|memo|aide[- ]m[ée]moire"
r"|position paper|working paper|discussion paper",

r"(?:data|field|legal|country|media|case|research) (?:brief|briefing|note|digest|sheet|alert)",

r"report|(?:field|mission|trip|incident|investigation) (?:note|report|notes|diary)|fact ?sheet"
r"|factsheet|background(?:er)?|note|notes|summary|excerpts?|extract",

r"note to (?:the )?(?:correspondents|editors|press)|texts adopted|(?:city|late|morning|evening|weekend|national|final"
r"|international|print|online|first|second) edition|section [A-Z0-9]+|(?:weekly|daily|monthly) digest",

r"news(?: in brief)?|world|local|national|politics|africa|asia|europe|americas|middle east|sport|business|culture"
r"|economy|society|region|country|capital|front page|about(?: us)?|contact|subscribe|menu|search"
r"|international|exclusive|home(?: page)?|latest",

r"(?:not )?for publication|confidential|restricted|internal|draft|check against delivery"
r"|embargo(?:ed)?\b[^\n]{0,60}|under embargo\b[^\n]{0,60}",

r"(?:unofficial |english |courtesy )?(?:translation|version)|english|original: \w+|public relations"
r"|press (?:office|service|room|centre|center)|media office",

r"information department|department of information|verbatim record|official (?:record"
r"|report)(?: \(hansard\))?|hansard|minutes|proceedings|summary record",

r"official (?:account|page|channel|website|announcement)|circular\b[^\n]{0,60}|dispatch|digest|speech|address|remarks|"
r"sermon|homily|testimony"
r"|witness statement|affidavit|submission|timeline|chronology|press review",
)  # fmt: skip
_NUMBER = (
    r"(?:\s*(?:no\.?|nr\.?|n[°º]|#|issue|vol(?:ume)?\.?|week|part"
    r"|chapter)?\s*[\dIVX][\d./IVX-]*(?:\s*\([^)]{1,30}\))?)"
)
_PART = re.compile(rf"\W*(?:(?:{'|'.join(_KINDS)}){_NUMBER}?|{_NUMBER})\W*", re.I)
# an agency's name for a story: "BC-PORT-RAID/URGENT"
_SLUG = re.compile(r"(?=[^a-z]*[-/_][^a-z]*[-/_])[A-Z0-9]+(?:[-/_][A-Z0-9]+){2,9}(?:\s[A-Z0-9()]{1,12}){0,3}")
# papers that bodies put out, not persons
_BODYS_PAPER = re.compile(
    r"\b(?:brief|briefing|report|bulletin|update|digest|newsletter|alert|sitrep|release|communiqu[ée]|circular|monitor)\b",
    re.I,
)
_PAGE = re.compile(
    r"\W*(?:(?:issue|edition|vol(?:ume)?\.?|no\.?|nr\.?|n[°º]|page|p\.|ref(?:erence)?\.?:?|week|part"
    r"|chapter|year|autumn|winter|spring|summer)\s*[\w./\- ]{0,20}\d[\w./\-]{0,8}(?:\s?\([^)]{1,30}\))?)\W*",
    re.I,
)
_BREAK = re.compile(r"\s+[-–—|•·/]+\s+|\s*[|•·]\s*|\s+/\s+")
_ASIDE = re.compile(r"(\S)\s+\([^()]{2,60}\)(?=$|,)")  # "Shore Network (SRN)"
# "Home » News » Region", "#Port #Raids"
_PATH = re.compile(r"(?:home|news|you are here)\b[^»›>]{0,30}(?:»|›|>|/)\s", re.I)
_TAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
_LABEL = re.compile(r"(?P<kind>[^:\n]{3,40}):\s+(?P<rest>\S.*)")


def is_genre(line: str) -> bool:
    """True when every part of a line only says what kind of text follows ("PRESS RELEASE - no. 12", "Opinion")."""
    if len(line) > LONGEST_LINE:
        return False
    if _SLUG.fullmatch(line) or _PATH.match(line) or _TAGS.fullmatch(line):
        return True
    parts = [part for part in _BREAK.split(line) if part.strip()]
    return bool(parts) and all(_is_kind(part) for part in parts)


def without_genre(line: str) -> str:
    """The name in "Name – press statement", "PRESS RELEASE: Name", "Name, Issue 12 (May 2023)"; else the line."""
    label = _LABEL.fullmatch(line)
    if label is not None and _is_kind(label["kind"]):
        line = label["rest"]
    parts = [part.strip() for part in _BREAK.split(line) if part.strip()]
    while len(parts) > 1 and _is_kind(parts[0]):
        parts.pop(0)
    if not parts:
        return line
    parts[0] = _ASIDE.sub(r"\1", parts[0])
    name, _, rest = parts[0].partition(",")
    return name.strip() if rest and _is_kind(rest) else parts[0]


def titled_body(line: str) -> str | None:
    """The name in "Shore Lens | Data brief 6 | 4 May 2024": what stands before the kind of a body's paper, or None."""
    parts = [part for part in _BREAK.split(line) if part and part.strip()]
    told = len(parts) > 1 and _BODYS_PAPER.search(parts[1]) is not None and _is_kind(parts[1])
    return parts[0].strip() if told and not _is_kind(parts[0]) else None


def only_genre_follows(line: str) -> bool:
    """True when a line is a name with kinds or issue numbers behind it."""
    parts = [part for part in _BREAK.split(line) if part and part.strip()]
    return len(parts) > 1 and all(_is_kind(part) for part in parts[1:])


def _is_kind(part: str) -> bool:
    return bool(_PART.fullmatch(part) or _PAGE.fullmatch(part))
