"""Whether what is told rests on media alone."""

import re
from collections.abc import Iterable, Sequence

from clarion.model import Claim, Voice, VoiceKind, VoiceRole
from clarion.reference.fold import fold

# words in the names of media that the record may hold as organisations
_MEDIA = re.compile(
    r"\b(?:news|newspaper|times|post|herald|tribune|daily|weekly|gazette|agency|wire|press|radio|television|tv|"
    r"broadcasting|reuters|bloomberg|yonhap|xinhua|afp|bbc|cnn|kbs|voa|rfa|magazine|journal|chronicle|today|online)\b",
    re.I,
)


def is_media(name: str | None, voices: Iterable[Voice]) -> bool:
    """Whether a publisher is a medium: by what the record knows of it as a voice, else by its name."""
    if not name:
        return False
    wanted = fold(name)
    kinds = {one.kind for one in voices if wanted in (fold(one.name), *map(fold, one.aliases))}
    if VoiceKind.MEDIA in kinds:
        return True
    return not kinds & {VoiceKind.UN_BODY, VoiceKind.STATE, VoiceKind.PERSON} and _MEDIA.search(name) is not None


def speakers(claims: Sequence[Claim]) -> list[str]:
    """Whose word claims are, the innermost voice that is named, in order."""
    said = []
    for claim in claims:
        named = [one for one in claim.voices if one.role is not VoiceRole.UNNAMED]
        said += [(named or list(claim.voices))[-1].name] if claim.voices else []
    return list(dict.fromkeys(said))
