"""The norms that bind the addressee's state: since when, by which source, and what would have to be established.

Only duties of the state itself under treaties and custom are told: no soft law, no duty of signatories, no secondary
rule, and nothing that does not bind it. No line says that a norm was broken.
"""

import re
from collections.abc import Iterator

from clarion.model import Bound, Finding, FindingVerdict
from clarion.respond.letters.saying import day_words
from clarion.respond.letters.scene import Scene

_MOST = 6
_TOLD = frozenset(
    "ref-1951 ref-1967 cat-1984 iccpr-1966 icescr-1966 crc-1989 cedaw-1979 cerd-1965 icpped-2006 palermo-tip-2000 "
    "oau-1969 echr-1950 ilo-29-1930 ilo-105-1957 custom jus-cogens".split()
)
_ARGUED = frozenset({"jus-cogens/non-refoulement"})  # that it is peremptory is argued, not settled
_OPEN = (FindingVerdict.WOULD_ENGAGE, FindingVerdict.ELEMENTS_MISSING)
_KNOWN_TO = re.compile(r"known to (\d{4}-\d{2}-\d{2})")


def law(scene: Scene) -> str:
    """The paragraph on law; empty when no norm that is to be told binds the addressee's state."""
    lines = [f"- {line}" for line in _lines(scene)]
    if not lines:
        return ""
    intro = scene.words.say("law", "intro", state=scene.words.state(scene.state or ""))
    return intro + "\n\n" + "\n".join(lines)


def _lines(scene: Scene) -> Iterator[str]:
    number = {one.id: place for place, one in enumerate(scene.incidents, 1)}
    held: dict[str, list[Finding]] = {}
    for one in scene.order.record.findings:
        if one.state == scene.state and one.incident in number and _is_told(one):
            held.setdefault(one.norm, []).append(one)
    order = sorted(held.values(), key=lambda group: (min(_OPEN.index(one.verdict) for one in group), group[0].norm))
    if scene.order.template == "appeal":  # the letters of many people are short
        order = [group for group in order if any(one.verdict is FindingVerdict.WOULD_ENGAGE for one in group)]
    for group in order[:_MOST]:
        first = min(group, key=lambda one: (_OPEN.index(one.verdict), number[one.incident]))
        same = sorted(number[one.incident] for one in group if one.verdict is first.verdict)
        yield _line(scene, first, scene.words.listed(map(str, same)))


def _is_told(one: Finding) -> bool:
    instrument = one.norm.partition("/")[0]
    return one.bound is Bound.YES and one.verdict in _OPEN and instrument in _TOLD and one.norm not in _ARGUED


def _line(scene: Scene, one: Finding, number: str) -> str:
    words = scene.words
    norm = _norm(scene, one.norm)
    state = words.state(one.state)
    if one.bound_since:
        bound = words.say("law", "bound", norm=norm, state=state, day=day_words(words, one.bound_since))
    else:
        bound = words.say("law", "bound_always", norm=norm, state=state)
    key = "engaged" if one.verdict is FindingVerdict.WOULD_ENGAGE else "open"
    if scene.order.template == "appeal" or len(scene.incidents) == 1:  # there is no number to name
        key = f"{key}_short"
    return words.say("law", key, bound=bound, number=number) + scene.notes.text(_source(scene, one))


def _norm(scene: Scene, norm: str) -> str:
    instrument, _, article = norm.partition("/")
    name = scene.words.say("instruments", instrument)
    if not article or not article[0].isdigit():
        return name
    return scene.words.say("law", "article", norm=name, article=article)


def _source(scene: Scene, one: Finding) -> str:
    words, given = scene.words, one.bound_source or ""
    if one.norm.startswith(("custom/", "jus-cogens/")):
        return words.say("law", "source", source=words.say("law", "custom"))
    if found := _KNOWN_TO.search(given):
        return words.say("law", "source", source=words.say("law", "depositary", day=day_words(words, found[1])))
    return words.say("law", "source_at", source=given)
