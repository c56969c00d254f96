"""What was done to make a record, as the log of its case tells it, for the page on method of a dossier."""

import re
from collections import Counter
from collections.abc import Iterable

from clarion.extract.lexicon import load
from clarion.model.vocabulary import JudgementVerdict, View
from clarion.publish.options import Work
from clarion.publish.safety import Withheld
from clarion.publish.safety.scrubbing import keyed
from clarion.store.state import State

# what a meaning says to those who work on the lexicon
_ASIDE = re.compile(r"\s*\([^()]*`[^()]*\)|; `.*$")


def work_of(state: State, view: View, withheld: Iterable[Withheld] = (), secret: bytes = b"") -> Work:
    """What a view may know of the work; `secret` is the one that its ids are made with, empty where they are the own.

    When documents were taken in is for those alone who hold the case.
    """
    read = {
        keyed(document, secret) if secret else document: (stamp.engine, stamp.reference)
        for document, stamp in state.read.items()
    }
    days = sorted(one.at for arrived in state.arrived.values() for one in arrived)
    kinds = Counter(one.detail.kind for one in withheld)
    released = JudgementVerdict.RELEASE
    return Work(
        read=read,
        taken_in=(days[0], days[-1]) if days and view is View.SEALED else None,
        people=len({one.by for one in state.judgements_in_force() if one.verdict is not released}),
        withheld=tuple(sorted(kinds.items())),
        means={act: _ASIDE.sub("", entry.means) for act, entry in load().acts.items()},
    )
