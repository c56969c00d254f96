"""Lines that say nothing about the matter: about-us, contact, unsubscribe, copyright, advertisement."""

import re

from clarion.model.nouns import Span
from clarion.read.lines import Line
from clarion.read.names import bare

# a longer paragraph that begins like boilerplate may hold more than that
LONGEST_NOTICE = 600
LONGEST_CONTACT = 300

_ABOUT = re.compile(
    r"(?:[Aa]bout us|[Aa]bout (?P<name>(?:the )?[A-ZÀ-Þ][^.:\n]{1,60})|ABOUT|[Ww]ho we are|qui[ée]nes somos"
    r"|sobre nosotros|[àa] propos(?: de [^.\n]{1,60})?|über uns)\s*(?:[.:]|$)(?P<more>.*)"
)
_NOTICE = re.compile(
    r"(?:(?:media|press|for media|for press)?\s*(?:contacts?|enquiries|inquiries)\b(?:\s*(?:details|person"
    r"|information|for [^:]{1,40}))?\s*[:.]"
    r"|contact:|press:|tel(?:ephone)?[.:]|phone:|e-?mail:|fax[.:]|website:|web:|office hours|opening hours"
    r"|for (?:more|further|additional) (?:information|details|inquiries|enquiries)\b|for (?:interviews?"
    r"|media (?:enquiries|inquiries|queries|requests))\b|to (?:arrange an interview|interview)\b"
    r"|for press enquiries\b|unsubscribe\b|you (?:are )?receiv(?:e|ed|ing) this\b|this (?:e-?mail"
    r"|newsletter|message) (?:was sent|is sent|is intended|and any attachments|may contain)\b"
    r"|to (?:unsubscribe|stop receiving)\b"
    r"|view (?:this (?:e-?mail|message) )?in (?:your )?browser|sign up (?:to|for) (?:our"
    r"|the) (?:newsletter|mailing list|updates)|subscribe\b[^.]{0,80}$|follow us\b|share this\b|share on\b"
    r"|like us\b|find us on\b"
    r"|donate (?:now|here|today|online)\b|support our work\b|help us (?:keep|continue)\b[^.]{0,80}|©"
    r"|\(c\) (?:19|20)\d\d|copyright\b|all rights reserved|(?:may be )?reproduc(?:ed"
    r"|tion) (?:is )?(?:freely|with|permitted)|creative commons"
    r"|registered (?:charity|office|as)\b|registered in\b|(?:a )?(?:registered )?charity (?:no|number|reg)"
    r"|charity registration|company (?:no|number)|vat (?:no|number)"
    r"|advertisement\b|advertising\b|sponsored\b|advert:|read (?:more|also|next)\b[^.]{0,100}$|see also:"
    r"|related(?: articles| stories)?:?$|most read$|cookie|we use cookies|terms of (?:use|service)"
    r"|privacy policy"
    r"|\W*(?:ends?|-?30-?|###|# # #|\*\*\*)\W*$|page \d+(?: of \d+)?$|printed on\b|skip to (?:content"
    r"|main)|back to top|home(?:page)?$|menu$|search$|log ?in$|sign in$)",
    re.I,
)
_WITHIN = re.compile(
    r"\b(?:registered charity|unsubscribe|charity (?:no|number|reg(?:istration)?)\b|all rights reserved"
    r"|is a registered (?:charity|non-?profit)|donations? (?:is|are) tax|accounts? [^.]{0,60}\b(?:is"
    r"|are) audited)",
    re.I,
)
_PHYSICAL_WORD = re.compile(
    r"\W*(?:[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|https?://\S+|www\.\S+|\+?\d[\d()/.\-]*|tel|fax|e-?mail"
    r"|phone|web(?:site)?|twitter|facebook|instagram|x)?\W*",
    re.I,
)
_WAYS = re.compile(r"@\w|https?://|www\.|\+?\d[\d ()/.\-]{6,}\d")


def about_name(line: str) -> str | None:
    """The name in a heading "About NAME", or None."""
    found = _ABOUT.match(bare(line))
    return found["name"].strip() if found is not None and found["name"] else None


def boilerplate_spans(lines: list[Line]) -> list[Span]:
    """The spans of lines that are boilerplate. After the heading "About X" the paragraphs below it are, too."""
    spans: list[Span] = []
    owed = 0
    for number, line in enumerate(lines):
        text = line.bare
        about = _ABOUT.match(text)
        late = number * 2 >= len(lines)
        if about is not None and late:
            spans.append(line.span)
            owed = 0 if about["more"].strip() else 2
        elif owed and len(line.text) <= 2 * LONGEST_NOTICE:
            spans.append(line.span)
            owed -= 1
        elif is_notice(text):
            spans.append(line.span)
    return spans


def is_notice(text: str) -> bool:
    """True for a line that is boilerplate by its own words."""
    if (
        len(text) <= LONGEST_CONTACT
        and _WAYS.search(text)
        and all(_PHYSICAL_WORD.fullmatch(word) for word in text.split())
    ):
        return True
    begins = _NOTICE.match(text)
    if begins is not None:
        return len(text) <= (LONGEST_NOTICE if not _WAYS.search(text) else LONGEST_CONTACT)
    return len(text) <= LONGEST_NOTICE and bool(_WITHIN.search(text))
