"""Which problems of the work in the background a person is told of."""

from collections.abc import Sequence

from clarion.flow.desk.checks import sees
from clarion.flow.desk.viewer import Viewer
from clarion.flow.desk.working import Problem
from clarion.store.folder import CaseFolder
from clarion.store.sight import Sight

_UNTOLD = "the work stopped; somebody who may see the whole case is told why"


def problems_for(case: CaseFolder, viewer: Viewer, problems: Sequence[Problem]) -> tuple[str, ...]:
    """The lines on documents that the viewer sees.

    What stopped the work as a whole may name any document, so its words are for people from whom nothing is hidden.
    """
    if not problems:
        return ()
    with case.reading() as connection:
        sight = Sight(connection, viewer.name)
        if sight.is_whole:
            return tuple(one.line for one in problems)
        told = [
            one.line if one.about else _UNTOLD
            for one in problems
            if not one.about or any(sees(connection, viewer, about, sight) for about in one.about)
        ]
    return tuple(dict.fromkeys(told))
