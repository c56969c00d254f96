"""Whether a person has judged a line, in words."""

from clarion.publish.index import Index
from clarion.publish.phrases import day_words, many
from clarion.publish.views import Judged
from clarion.publish.words import JUDGED

NOT_YET = Judged("not yet judged by a person", "no")


def judged(index: Index, about: str) -> Judged:
    """The judgement that stands about a thing: verdict, who, when and why."""
    judgement = index.judgements.get(about)
    if judgement is None:
        return NOT_YET
    value = f" to “{judgement.value}”" if judgement.value else ""
    reason = f": {judgement.reason}" if judgement.reason else ""
    return Judged(
        f"{JUDGED[judgement.verdict]}{value} by {judgement.by}, {day_words(judgement.at[:10])}{reason}",
        judgement.verdict.value,
    )


def judged_share(index: Index) -> str:
    """How many claims people have judged, as a sentence."""
    claims = many(len(index.claims), "claim")
    number = sum(claim in index.judgements for claim in index.claims)
    if not number:
        return f"None of the {claims} has yet been judged by a person. All are proposals of a machine."
    return f"{number:,} of {claims} have been judged by a person. The others are proposals of a machine."
