"""What things are called, from their ids alone."""

from clarion.flow.desk import making
from clarion.flow.desk.asking import Asking
from clarion.store import seeking


def title_of(asking: Asking, name: str) -> str:
    """What a thing is called that the viewer may see; empty when it is not there."""
    connection = asking.connection
    if name.startswith("sha256:"):
        return making.titles_of(asking, [name]).get(name, "")
    if name.startswith("clm_"):
        found = seeking.nouns(connection, "claims", [name]).get(name)
        return " ".join(found.quote.split()) if found else ""
    if name.startswith("voi_"):
        shown = making.voice_nouns(asking, [name]).get(name)
        return shown[0].name if shown else ""
    for kind, field in (("incidents", "title"), ("asks", "text"), ("actions", "title"), ("findings", "norm")):
        if (noun := seeking.nouns(connection, kind, [name]).get(name)) is not None:
            return str(getattr(noun, field))
    return ""
