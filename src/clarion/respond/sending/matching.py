"""Which letter an incoming mail belongs to: proposals with their reason, for a person to confirm."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clarion.mailing import Bounce
from clarion.respond.sending.incoming import Incoming

# "Re: AW: [Ext] 답장: …": what programs put before the subject that is answered
_BEFORE = re.compile(
    r"(?:\s*(?:(?:re|fwd?|fw|aw|wg|sv|vs|antw|tr|rv|res|enc|odp|회신|답장|전달|答复|回复|回覆|转发|轉寄)"
    r"(?:\[\d+\])?\s*[:：]|\[[^\[\]]{1,30}\]))+\s*",
    re.I,
)


class MatchReason(StrEnum):
    """Why a mail may belong to a letter, the surest first."""

    REPLY = "reply"  # it names the letter's Message-ID
    BOUNCE = "bounce"  # a server names the letter's Message-ID
    BOUNCE_ADDRESS = "bounce_address"  # a server names the address alone
    ADDRESS_AND_SUBJECT = "address_and_subject"
    DOMAIN_AND_SUBJECT = "domain_and_subject"  # another mailbox of the same office
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class SentMail:
    """A mail that went out: of which intervention, as what, to whom, about what."""

    intervention: str
    message_id: str
    recipient: str
    subject: str


@dataclass(frozen=True, slots=True)
class Match:
    """An intervention that an incoming mail may belong to. `bounce` is the server's word, where it is one."""

    intervention: str
    reason: MatchReason
    bounce: Bounce | None = None


def propose(incoming: Incoming, sent: Sequence[SentMail]) -> tuple[Match, ...]:
    """The interventions that the mail may belong to, each once, the surest first, of equals the last sent first.

    Empty: none. What a sender writes into a mail can be made up, so this is a proposal and never more.
    """
    found: dict[str, Match] = {}
    for match in _matches(incoming, tuple(reversed(sent))):
        found.setdefault(match.intervention, match)
    reasons = list(MatchReason)
    return tuple(sorted(found.values(), key=lambda one: reasons.index(one.reason)))


def _matches(incoming: Incoming, sent: Sequence[SentMail]) -> Iterator[Match]:
    for bounce in incoming.bounces:
        yield from (Match(one.intervention, MatchReason.BOUNCE, bounce) for one in _named(sent, [bounce.message_id]))
    if incoming.bounces:
        for bounce in incoming.bounces:
            if bounce.message_id is None and bounce.recipient:
                told = bounce.recipient.lower()
                yield from (
                    Match(one.intervention, MatchReason.BOUNCE_ADDRESS, bounce)
                    for one in sent
                    if one.recipient.lower() == told
                )
        return
    yield from (Match(one.intervention, MatchReason.REPLY) for one in _named(sent, incoming.answers))
    if incoming.sender is None:
        return
    subject, domain = _bare(incoming.subject), incoming.sender.rpartition("@")[2]
    same = [one for one in sent if _bare(one.subject) == subject]
    theirs = [one for one in sent if one.recipient.lower() == incoming.sender]
    yield from (Match(one.intervention, MatchReason.ADDRESS_AND_SUBJECT) for one in same if one in theirs)
    yield from (Match(one.intervention, MatchReason.DOMAIN_AND_SUBJECT) for one in same if _domain(one) == domain)
    yield from (Match(one.intervention, MatchReason.ADDRESS) for one in theirs)


def _named(sent: Iterable[SentMail], ids: Iterable[str | None]) -> Iterator[SentMail]:
    named = {one for one in ids if one}
    return (one for one in sent if one.message_id in named)


def _domain(one: SentMail) -> str:
    return one.recipient.rpartition("@")[2].lower()


def _bare(subject: str) -> str:
    """A subject without what programs put before it, folded."""
    return " ".join(_BEFORE.sub("", subject, count=1).split()).casefold() if subject else ""
