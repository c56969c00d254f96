"""What things are called, from their ids alone."""

from collections.abc import Iterable

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.store import follow_tables, seeking

_FIELDS = (("inc_", "incidents", "title"), ("ask_", "asks", "text"), ("act_", "actions", "title"))


def titles(asking: Asking, names: Iterable[str]) -> dict[str, str]:
    """What things are called that the viewer may see; those that are not there are left out."""
    held = list(dict.fromkeys(names))
    found = making.titles_of(asking, [name for name in held if name.startswith("sha256:")])
    claims = seeking.nouns(asking.connection, "claims", [name for name in held if name.startswith("clm_")])
    found |= {name: " ".join(claim.quote.split()) for name, claim in claims.items()}
    voices = making.voice_nouns(asking, [name for name in held if name.startswith("voi_")])
    found |= {name: voice.name for name, (voice, _) in voices.items()}
    for prefix, kind, field in _FIELDS:
        nouns = seeking.nouns(asking.connection, kind, [name for name in held if name.startswith(prefix)])
        found |= {name: str(getattr(noun, field)) for name, noun in nouns.items()}
    begun = follow_tables.interventions(asking.connection, [name for name in held if name.startswith("itv_")])
    found |= {one.id: one.addressee.name for one in begun if not asking.sight.hides(one.id)}
    findings = seeking.nouns(asking.connection, "findings", [name for name in held if name.startswith("fnd_")])
    return found | {name: f"{finding.norm}, {finding.state}" for name, finding in findings.items()}
