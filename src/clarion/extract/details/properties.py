"""What files carry along: authors, cameras, positions, names of files, heads of mails."""

import re
from collections.abc import Iterator

from clarion.extract.details.scene import Found, Scene
from clarion.model.vocabulary import DetailKind

_LABEL = (
    r"(?:authors?|creator|creator ?tool|last[ _-]?(?:modified|saved|edited) ?by|modified by|saved by"
    r"|edited by|producer|camera(?: (?:model|make|serial(?: number)?|owner name))?|make|model|(?:body "
    r"|lens |camera |internal )?serial(?: ?number)?|owner(?: ?name)?|artist|copyright|by-?line|manager"
    r"|company"
    r"|gps(?:[ _-]?(?:latitude|longitude|position|altitude|coordinates))?|latitude|longitude|location"
    r"|geo|device|device ?name|host(?: ?name)?|computer(?: ?name)?|software|file(?: ?name)?"
    r"|original ?(?:file)? ?name|folder|directory|path|template|document ?id|instance ?id"
    r"|image ?unique ?id|uploaded by|scanned by|taken by|photographer|recorded by|captured"
    r"|x-originating-ip|x-mailer|x-sender|message-id|received|return-path|reply-to|user-agent"
    r"|delivered-to|create date|date/time original|creation date|modify date|owner id|user(?: ?name)?"
    r"|account)"
)
_LINE = re.compile(
    rf"^[ \t>*-]{{0,6}}(?P<label>{_LABEL})[ \t]*[:=][ \t]*(?P<value>[^\n]{{1,300}}?)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TECHNICAL = re.compile(
    r"^(?:creator|last|modified|saved|edited|producer|camera|make|model|body|lens|internal|serial"
    r"|owner|artist|gps|latitude|longitude|device|host|computer|software|file|original|document ?id"
    r"|instance|image|x-|message-id|received|return-path|user-agent|delivered|create date|date/time"
    r"|creation|modify|template|scanned|uploaded)",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"(?<![\w/.-])[\w()+\u00c0-\uffff-][\w ()+\u00c0-\uffff-]{0,80}\.(?:jpe?g|png|heic|tiff?|gif|pdf"
    r"|docx?|xlsx?|pptx?|odt|ods|rtf|mp[34]|m4a|mov|avi|wav|ogg|opus|3gp|zip|rar|eml|msg|csv|txt)\b",
    re.IGNORECASE,
)
_FILE_WORD = re.compile(r"[^\s]+$")
_PATH = re.compile(r"(?:[A-Za-z]:\\|\\\\|/(?:home|Users|media|mnt|storage|sdcard)/)[^\s\"'<>|]{1,200}")
_PLAIN = re.compile(r"^(?:unknown|none|n/?a|-+|\d{1,2})$", re.IGNORECASE)


def properties(scene: Scene) -> Iterator[Found]:
    """Properties of embedded files, names of files, paths with a user's name."""
    text = scene.text
    lines = list(_LINE.finditer(text))
    technical = sum(_TECHNICAL.match(line["label"]) is not None for line in lines)
    for line in lines:
        if _PLAIN.match(line["value"]):
            continue
        if technical > 1 or (technical and _TECHNICAL.match(line["label"])):
            yield Found(*line.span("value"), DetailKind.METADATA, "metadata/property")
    for match in _FILE.finditer(text):
        word = _FILE_WORD.search(match[0])
        yield Found(match.start() + (word.start() if word else 0), match.end(), DetailKind.METADATA, "metadata/file")
    for match in _PATH.finditer(text):
        yield Found(*match.span(), DetailKind.METADATA, "metadata/path")
