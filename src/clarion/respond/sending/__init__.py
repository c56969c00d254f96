"""What is decided about sending before and after the mail itself: when each goes, and what an incoming mail answers.

    readiness(intervention, steps)       whether its letter may go
    view_of(intervention, steps)         what its addressee may see of the case
    schedule(queued, pace, rng, start)   when each mail goes
    read_incoming(raw)                   what came: an answer, a machine's reply, a bounce
    propose(incoming, sent)              which sent mails it may belong to, and why

Pure: no clock, no chance of its own, no connection. `clarion.mailing` hands mails over, `flow` logs what becomes
of them.
"""

from clarion.respond.sending.incoming import Incoming, IncomingKind, read_incoming
from clarion.respond.sending.matching import Match, MatchReason, SentMail, propose
from clarion.respond.sending.pacing import Due, Queued, schedule
from clarion.respond.sending.readiness import Readiness, Standing, readiness, view_of

__all__ = [
    "Due",
    "Incoming",
    "IncomingKind",
    "Match",
    "MatchReason",
    "Queued",
    "Readiness",
    "SentMail",
    "Standing",
    "propose",
    "read_incoming",
    "readiness",
    "schedule",
    "view_of",
]
