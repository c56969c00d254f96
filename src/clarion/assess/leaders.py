"""Who leads a state acts for it: a doer named with an office, here or elsewhere in the documents of an incident.

Conduct of a head of state, a minister or a commander acting in office is conduct of the state (ARSIWA 4).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from clarion.model import Claim, Party, PlaceRole

_OFFICES = (
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Cc]hairman|[Ss]upreme [Ll]eader"
    r"|[Gg]eneral [Ss]ecretary|[Pp]arty [Ll]eader|[Mm]inister|[Gg]overnor|[Kk]ing|[Ee]mir|[Ss]ultan|[Mm]arshal"
    r"|[Gg]eneral|[Cc]olonel)"
)
_FORMER = r"(?<![Ff]ormer )(?<![Vv]ice[ -])(?<!ex-)"
_RULE = r"(?:['’]s?)? (?:regime|government|administration|junta|dictatorship)\b"
_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}")
_HELD = (PlaceRole.FROM, PlaceRole.AT)


def with_states(claim: Claim, texts: Sequence[str]) -> Claim:
    """The claim with the state beside each doer whom a text names in office, where it tells of one country.

    `texts` are the documents of the incident. A name without an office stays a name: it may be anybody's.
    """
    countries = {place.country for place in claim.where if place.country and place.role in _HELD}
    if len(countries) != 1 or all(actor.ref for actor in claim.actors):
        return claim
    ref = f"state:{countries.pop()}"
    actors = tuple(replace(actor, ref=ref) if _leads(actor, texts) else actor for actor in claim.actors)
    return replace(claim, actors=actors)


def _leads(actor: Party, texts: Sequence[str]) -> bool:
    if actor.ref or not _NAME.fullmatch(actor.name):
        return False
    pattern = _pattern(actor.name)
    return any(pattern.search(text) for text in texts)


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    """An office before the name, or before a part of it, or the rule named after it."""
    parts = [re.escape(part) for part in dict.fromkeys([name, *name.split()]) if len(part) > 1]
    return re.compile(rf"{_FORMER}\b{_OFFICES} (?:[A-Z][\w'’-]* )?(?:{'|'.join(parts)})\b|\b{re.escape(name)}{_RULE}")
