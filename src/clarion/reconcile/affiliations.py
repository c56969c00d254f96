"""Which body a person speaks for, read from the words beside the person's name.

"the Forum's coordinator", "Chair of the Coalition", "Coalition Chair NAME": a person and the body that the person leads
are two voices with one origin.
"""

import re
from dataclasses import dataclass

_ROLE = (
    r"(?i:(?:(?:executive|managing|deputy|vice|acting|general|national|programme|program|legal|nurse|medical)[ -])?"
    r"(?:chair(?:man|woman|person)?|co-?chair|director|president|coordinator|co-ordinator"
    r"|head|spokes(?:man|woman|person)|founder|co-founder|secretary(?:[ -]general)?|chief|leader"
    r"|representative|editor|commissioner|minister|advis[eo]r))"
)
_WORD = r"(?:[A-Z][\w&'’-]*|(?:[A-Z]\.){2,})"
_BODY = rf"(?:[Tt]he )?(?P<body>{_WORD}(?: (?:of|for|the|and|in|on|/|{_WORD})){{0,11}})"
# after the name: "NAME, director of BODY", "NAME ... serves as Chair of the BODY"
_AFTER = re.compile(rf"^,?\s*(?:[^.;\n]{{0,40}}?\b)?(?P<role>{_ROLE}) of {_BODY}")
_SERVES = re.compile(rf"\b(?:serves|served|works|acts) as (?:the )?(?P<role>{_ROLE}) of {_BODY}")
# after the name: "NAME, the BODY's coordinator"
_OWN = re.compile(rf"^,\s*{_BODY}['’]s (?P<role>{_ROLE})")
# after the name, as notes on writers say it: "NAME chairs the BODY", "NAME is a founding member of BODY"
_LEADS = re.compile(
    rf"^,?(?: who)? (?P<role>(?:co-?)?(?:chairs|heads|leads|directs|runs|coordinates|edits|founded))(?: the)? {_BODY}"
)
_BELONGS = re.compile(
    r"^,?(?: who)? (?:is|was) (?:an? |the )?(?P<role>(?:[\w-]+ ){0,4}?(?:member|activist|lawyer|researcher|volunteer"
    r"|analyst|officer|monitor|organi[sz]er|campaigner|fellow)) (?:of|with|at|for) (?:the (?:board|council) of )?"
    rf"{_BODY}"
)
_SITS = re.compile(
    r"^,?(?: who)? (?P<role>(?:sits|serves) on|works (?:for|with|at)|volunteers (?:for|with|at)|belongs to|represents)"
    rf" (?:the (?:board|council|committee|steering committee) of )?{_BODY}"
)
# before the name: "the BODY Chair NAME", "BODY's coordinator, NAME", "director of BODY, NAME"
_BEFORE = re.compile(rf"{_BODY}(?:['’]s)? (?P<role>{_ROLE}),? (?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?$")
_OF_BEFORE = re.compile(rf"(?P<role>{_ROLE}) of {_BODY},? $", re.I)
# a part of every post that _ROLE names
_POSTS = (
    "chair", "director", "president", "coordinator", "co-ordinator", "head", "spokes", "founder", "secretary", "chief",
    "leader", "representative", "editor", "commissioner", "minister", "advis", "member", "activist", "lawyer",
    "research", "volunteer", "analyst", "officer", "monitor", "organi", "campaigner", "fellow", "chairs", "heads",
    "leads", "directs", "runs", "coordinates", "edits", "founded", "sits on", "serves on", "works ", "belongs",
    "represents",
)  # fmt: skip
_NEAR = 160  # code points looked at on either side of a name


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The post in which a person speaks."""

    role: str
    body: str


def affiliations(text: str, start: int, end: int) -> tuple[Affiliation, ...]:
    """The posts that the words around a person's name give, in the order of their kinds of wording.

    Args:
        text: the document's text.
        start, end: the span of the person's name, code points.
    """
    before, after = text[max(0, start - _NEAR) : start], text[end : end + 2 * _NEAR]
    low = f"{before} {after}".casefold()
    if not any(post in low for post in _POSTS):
        return ()
    hits = [
        _AFTER.search(after[:_NEAR]),
        _OWN.search(after[:_NEAR]),
        _SERVES.search(after),
        _LEADS.search(after),
        _BELONGS.search(after),
        _SITS.search(after),
        _BEFORE.search(before),
        _OF_BEFORE.search(before),
    ]
    found = [Affiliation(hit["role"].lower(), body) for hit in hits if hit for body in _bodies(hit["body"])]
    return tuple(dict.fromkeys(found))


def _bodies(words: str) -> list[str]:
    """The bodies that the words name: "the Coalition and Free Radio" are two, "Families and Friends" is one."""
    parts = words.split(" and ")
    whole = all(len(part.split()) > 1 for part in parts)
    return [_trimmed(part) for part in (parts if whole else [words])]


def _trimmed(body: str) -> str:
    """A body's name without the article, small words or stops left hanging at its ends."""
    body = body.strip().rstrip(".,;:").removeprefix("the ").removeprefix("The ").removesuffix("'s").removesuffix("’s")
    while " " in body and body.rsplit(" ", 1)[1] in {"of", "for", "the", "and", "in", "on", "/"}:
        body = body.rsplit(" ", 1)[0]
    return body
