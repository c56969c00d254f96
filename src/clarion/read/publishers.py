"""Who publishes a document: the first of several places that names a body, with the words that say which."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clarion.model.vocabulary import RegionKind
from clarion.read.boilerplate import about_name
from clarion.read.draft import Found, Metadata
from clarion.read.head import Head
from clarion.read.lines import Line, day_of_line, words_before
from clarion.read.names import bare, has_body_noun, is_body, is_genre, is_person, names_a_state, squashed, without_genre

# mail services: their domain names no publisher
_FREE_MAIL = frozenset(
    "gmail googlemail yahoo hotmail outlook live icloud me proton protonmail tutanota gmx web mail "
    "yandex aol qq 163 naver daum hanmail riseup posteo fastmail zoho".split()
)
_SUFFIX_LABELS = frozenset("co com org net gov gob gouv go or ac edu ngo info news media example test invalid".split())

_SPEECH = (
    r"(?:today |yesterday |strongly |firmly |categorically |once again |again |also |hereby |has |have "
    r"|is |are |was |were |deeply |gravely )*"
    r"(?:condemns?|condemned|welcomes?|welcomed|calls?|called|urges?|urged|demands?|demanded|deplores?"
    r"|deplored|denounces?|denounced|decries|decried|expresses|expressed"
    r"|announces?|announced|warns?|warned|appeals?|appealed|protests?|protested|rejects?|rejected|regrets?"
    r"|regretted|reports?|reported|says?|said|mourns?|mourned|asks?|asked"
    r"|alarmed|concerned|saddened|outraged|shocked|dismayed|appalled|documented|recorded|learned|learnt"
    r"|received|noted|notes|reiterates?|reiterated|confirms?|confirmed|established|publishes|published"
    r"|released|issued|launch(?:es|ed))\b"
)
_NAME_WORDS = (
    r"[^\W\d_a-zß-öø-ÿ][\w'’&.\-]*(?:\s+(?:(?:of|the|for|and|de|del|la|les|los|des|du|da|do|dos|in|on|y|et"
    r"|&)\s+)*[^\W\d_a-zß-öø-ÿ][\w'’&.\-]*){0,8}"
)
_SPEAKS = re.compile(
    rf"(?:(?:Today|Yesterday|On \w+),?\s+)?(?:The\s+"
    rf"|the\s+)?(?P<name>{_NAME_WORDS})(?:\s\([^)]{{2,20}}\))?(?:,[^,.]{{3,120}},)?\s+{_SPEECH}"
)
_IS_A = re.compile(
    rf"(?:The\s+)?(?P<name>{_NAME_WORDS})(?:\s\([^)]{{2,20}}\))?\s+(?:is|was)\s+(?:an?|the|founded"
    rf"|established|set up|created)\b"
)
_SELF = re.compile(rf"\b(?:[Ww]e,?\s+(?:at\s+|the\s+|of\s+)+|at\s+the\s+office\s+of\s+)(?P<name>{_NAME_WORDS})")
_COPYRIGHT = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19"
    rf"|20)?\d\d)?,?\s*)?(?:by\s+)?(?P<name>{_NAME_WORDS})"
)
_ISSUED = re.compile(
    rf"(?:(?:[Pp]ublished|[Ii]ssued|[Rr]eleased|[Cc]ompiled|[Pp]repared|PUBLISHED|ISSUED)\s+by|[Ss]ource:"
    rf"|[Pp]ublisher:)\s+(?:the\s+)?(?P<name>{_NAME_WORDS})"
)
_DIRECTOR = re.compile(
    rf"\b(?:our|the)\s+(?:director|coordinator|spokes\w+|president|chair\w*|head"
    rf"|secretary[- ]general)\s+of\s+(?:the\s+)?(?P<name>{_NAME_WORDS})"
)
_FROM = re.compile(r"(?:from|de|von|source|published by|publisher)\s*(?:\*\*)?\s*:\s*(?:\*\*)?\s*(?P<value>\S.*)", re.I)
_ADDRESS = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)|(?:https?://|www\.)(?P<site>[\w-]+(?:\.[\w-]+)+)")
_CAPITAL_RUN = re.compile(_NAME_WORDS)


@dataclass(frozen=True, slots=True)
class Page:
    """What the search for publisher and authors looks at."""

    text: str
    head: Head
    body: list[Line]
    metadata: Metadata


def find_publisher(page: Page) -> Found | None:
    """The publisher as written, or None. Places are asked in order of trust; the first answer counts."""
    for place in _PLACES:
        for found in place(page):
            name = found.value.strip(' ,.;:–—-*_#|"“”')
            if 2 <= len(name) <= 120:
                return Found(_as_in_text(name, page.text), found.basis)
    return None


def _stated(page: Page) -> Iterator[Found]:
    if page.metadata.publisher is not None:
        yield page.metadata.publisher


def _memo_field(page: Page) -> Iterator[Found]:
    for text in page.head.of_kind(RegionKind.HEADER):
        found = _FROM.match(text)
        if found is not None:
            name = re.split(r"\s*[(,<\[]", found["value"].strip("* "))[0]
            if is_body(name) and not is_person(name):
                yield Found(name, "the field " + text.split(":")[0].strip("* "))


def _masthead(page: Page) -> Iterator[Found]:
    names = [
        head.line.bare for head in page.head.lines if head.kind is RegionKind.MASTHEAD and not is_genre(head.line.bare)
    ]
    if len(names) > 1 and names_a_state(names[0]) and has_body_noun(names[1]):
        names.pop(0)
    for line in names[:1]:
        yield Found(_trimmed(line), "masthead")
    for head in page.head.lines[:3]:
        if head.kind is RegionKind.DATELINE:
            name = _trimmed(head.line.bare)
            if has_body_noun(name) and is_body(name) and not is_genre(name):
                yield Found(name, "masthead")


def _agency(page: Page) -> Iterator[Found]:
    if page.head.dateline is not None and page.head.dateline.agency:
        yield Found(page.head.dateline.agency, "dateline")


def _speaking(page: Page) -> Iterator[Found]:
    """ "X condemns …" at the start of a press release: the release speaks of its own body by name."""
    released = page.head.dateline is not None or any(is_genre(line) for line in page.head.of_kind(RegionKind.MASTHEAD))
    if not released or not page.body:
        return
    for line in page.body[:2]:
        start = page.head.dateline.length if page.head.dateline is not None and line is page.body[0] else 0
        found = _SPEAKS.match(line.text[start:].lstrip(' "“'))
        if found is not None and _can_publish(found["name"]):
            yield Found(found["name"], "the body that the text speaks for")
            return


def _about(page: Page) -> Iterator[Found]:
    for line in page.body[len(page.body) // 2 :]:
        name = about_name(line.text)
        if name is not None and _can_publish(name):
            yield Found(name, "the note about the publisher")
        if bare(line.text).lower().startswith("about"):
            said = re.sub(r"^about(?: us)?\s*[.:]?\s*", "", bare(line.text), flags=re.I)
            found = _IS_A.match(said)
            if found is not None and _can_publish(found["name"]):
                yield Found(found["name"], "the note about the publisher")


def _footer(page: Page) -> Iterator[Found]:
    for line in page.body[-12:]:
        for pattern, basis in ((_ISSUED, "footer"), (_COPYRIGHT, "copyright line")):
            found = pattern.search(line.text) if len(line.text) < 300 else None
            if found is not None and _can_publish(found["name"]):
                yield Found(found["name"], basis)
        if re.search(r"\bregistered (?:charity|non-?profit|association)\b", line.text, re.I):
            found = _IS_A.search(line.text)
            if found is not None:
                yield Found(found["name"], "footer")


def _signature(page: Page) -> Iterator[Found]:
    for line in page.body[-8:]:
        text = line.bare
        if len(text) < 100 and has_body_noun(text) and is_body(text.split(",")[0]) and not is_genre(text):
            name = text.split(",")[-1].strip() if is_person(text.split(",")[0]) else text.split(",")[0]
            if has_body_noun(name):
                yield Found(name, "signature")


def _self_named(page: Page) -> Iterator[Found]:
    for line in page.body:
        found = _SELF.search(line.text[:400])
        if found is not None and has_body_noun(found["name"]) and _can_publish(found["name"]):
            yield Found(found["name"], "the body that the text speaks for")
            return


def _domain(page: Page) -> Iterator[Found]:
    domains = [page.metadata.sender_domain] if page.metadata.sender_domain else []
    if not domains:
        domains = [
            match["domain"] or match["site"] for line in page.body[-6:] for match in _ADDRESS.finditer(line.text)
        ]
    for domain in domains:
        label = _own_label(domain)
        if label is not None:
            basis = "the sender's address" if page.metadata.sender_domain else "the address in the footer"
            yield Found(_name_for(label, page.text) or domain, basis)


def _weakly_stated(page: Page) -> Iterator[Found]:
    if page.metadata.weak_publisher is not None:
        yield page.metadata.weak_publisher


_PLACES: tuple[Callable[[Page], Iterator[Found]], ...] = (
    _stated, _memo_field, _masthead, _agency, _speaking, _about, _footer, _signature, _self_named, _weakly_stated,
    _domain,
)  # fmt: skip


def _trimmed(line: str) -> str:
    day = day_of_line(line)
    if day is None:
        return without_genre(line)
    before = words_before(line, day).strip(" ,–—-|(:·•")
    return without_genre(before).split(",")[0].strip() if before else line


def _can_publish(name: str) -> bool:
    return (
        (has_body_noun(name) or len(name.split()) >= 2)
        and not is_genre(name)
        and not names_a_state(name)
        and len(name) <= 90
    )


def _own_label(domain: str) -> str | None:
    labels = [
        label
        for label in domain.lower().split(".")
        if label not in _SUFFIX_LABELS and label not in ("www", "mail", "news", "newsletter")
    ]
    if len(labels) > 1 and len(labels[-1]) <= 3:
        labels.pop()  # the country
    label = labels[-1] if labels else ""
    return label if len(label) >= 3 and label not in _FREE_MAIL else None


def _name_for(label: str, text: str) -> str | None:
    """The words of the text that an internet address was made from: all of it, else the longest at one end of it."""
    wanted = squashed(label)
    best: str | None = None
    for run in _CAPITAL_RUN.finditer(text[:100_000]):
        words = run[0].split()
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                name = " ".join(words[first:last])
                short = squashed(name)
                if short == wanted:
                    return name
                if (
                    len(short) >= 5
                    and (wanted.endswith(short) or wanted.startswith(short))
                    and len(name) > len(best or "")
                ):
                    best = name
    return best


def _as_in_text(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere in small letters, if it does."""
    if not name.isupper():
        return name
    for found in re.finditer(re.escape(name), text, re.I):
        if not found[0].isupper() and not found[0].islower():
            return found[0]
    return name
