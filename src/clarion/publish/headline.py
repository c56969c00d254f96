"""The sentences that say how surely an incident is known. Honest in few words: a claim is a claim."""

from collections.abc import Sequence

from clarion.model import Claim, Count, Incident, Status
from clarion.publish.figures import cannot_all_be_true
from clarion.publish.index import Index
from clarion.publish.phrases import listed, many, told_by


def headline(incident: Incident, index: Index) -> tuple[str, ...]:
    """Sentences, the one about origins first: who says it, who denies it, what else is said, who warned of it."""
    claims, denials = index.held(incident.claims), index.held(incident.denials)
    rivals = index.held(incident.rivals)
    sentences = [_origins(incident, claims, denials)]
    if denials and incident.status is not Status.DENIED:
        sentences.append(f"Denied by {_speakers(denials)}.")
    if rivals:
        sentences.append(f"Explained otherwise by {_speakers(rivals)}.")
    if cannot_all_be_true(_counts(claims)):
        sentences.append("The figures given cannot all be true.")
    elif incident.status is Status.DISPUTED and not denials and not rivals:
        sentences.append("The accounts do not agree.")
    if incident.warnings:
        days = sorted(warning.days for warning in incident.warnings)
        span = f"{days[0]} to {days[-1]}" if days[0] != days[-1] else str(days[0])
        sentences.append(f"Warned of {span} {'day' if span == '1' else 'days'} before.")
    return tuple(sentences)


def origin_words(incident: Incident) -> str:
    """`2 independent origins behind 7 documents`, with what could not be traced."""
    documents = len(incident.origin_of)
    untraced = sum(origin is None for origin in incident.origin_of.values())
    if not documents:
        return "no document tells it as something that happened"
    if incident.origins == 0:
        told = f"no origin could be traced behind {many(documents, 'document')}"
    elif incident.origins == 1:
        told = f"1 origin behind {many(documents - untraced, 'document')}"
    else:
        told = f"{incident.origins} independent origins behind {many(documents - untraced, 'document')}"
    more = f"; {many(untraced, 'more document')} cannot be traced and {'is' if untraced == 1 else 'are'} not counted"
    return told + (more if untraced and incident.origins else "")


def _origins(incident: Incident, claims: Sequence[Claim], denials: Sequence[Claim]) -> str:
    documents = many(len({claim.document for claim in claims}), "document")
    if incident.status is Status.CONFIRMED:
        return f"Confirmed by a person’s judgement; told by {_named(incident.origins)} in {documents}."
    if incident.status is Status.REFUTED:
        return f"Refuted by a person’s judgement; told by {_named(incident.origins)} in {documents}."
    if incident.status is Status.WARNED:
        return f"Feared, forecast or called possible in {documents}; no document here says that it happened."
    if incident.status is Status.DENIED:
        return f"Only denials stand here: denied by {_speakers(denials)}."
    if incident.origins == 0:
        return f"Reported in {documents}; no origin could be traced."
    return f"Reported by {_named(incident.origins)} in {documents}."


def _named(origins: int) -> str:
    return (
        "1 origin"
        if origins == 1
        else f"{origins} independent origins"
        if origins
        else "no origin that could be traced"
    )


def _speakers(claims: Sequence[Claim]) -> str:
    return listed((told_by(claim.voices) for claim in claims), most=3)


def _counts(claims: Sequence[Claim]) -> list[Count]:
    return [claim.affected.count for claim in claims if claim.affected and claim.affected.count]
