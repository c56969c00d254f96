"""How a dossier was made, told from what was really done: counted from its record and the log of its case.

Every line rests on a number or a name that was found; what did not happen is said as not having happened, and what is
not known to the maker is left out.
"""

from collections import Counter
from collections.abc import Iterable

from clarion.model import Claim, ElementState, Judgement, JudgementVerdict, StanceKind, View
from clarion.publish.claims import source_view
from clarion.publish.index import Index
from clarion.publish.methodview import MethodLine, MethodPart, MethodView
from clarion.publish.options import PublishOptions, Work
from clarion.publish.phrases import day_words, listed, many
from clarion.publish.words import JUDGED, STANCE, WITHHELD, act_words

_BY_HAND = "person"
_VERDICTS = (
    JudgementVerdict.ACCEPT,
    JudgementVerdict.CORRECT,
    JudgementVerdict.REJECT,
    JudgementVerdict.UNSURE,
)


def method_of(index: Index, options: PublishOptions) -> MethodView:
    """What was taken in, read, found, joined, judged and withheld, what is not known, and what words mean."""
    parts = (
        MethodPart("What was taken in", tuple(_taken_in(index, options))),
        MethodPart("How it was read", tuple(_read(index, options.work))),
        MethodPart("What was found", tuple(_found(index))),
        MethodPart("How accounts were joined", tuple(_joined(index))),
        MethodPart("What people judged", tuple(_judged(index, options))),
        MethodPart("What was withheld", tuple(_withheld(options))),
        MethodPart("What is not known", tuple(_unknown(index))),
    )
    acts = sorted({claim.act for claim in index.claims.values()})
    meanings = tuple((act_words(act), options.work.means[act]) for act in acts if act in options.work.means)
    return MethodView(tuple(part for part in parts if part.lines), meanings)


def _taken_in(index: Index, options: PublishOptions) -> Iterable[MethodLine]:
    documents = index.documents.values()
    if index.left_out:
        out = index.left_out
        yield MethodLine(
            f"This publication is about {out.chosen} of {many(out.incidents, 'incident')}; the numbers below are of "
            "what stands here."
        )
    kinds = _counted(document.media_type for document in documents)
    languages = _counted(document.language or "language unknown" for document in documents)
    yield MethodLine(f"{many(len(documents), 'document')}, by kind: {kinds}.")
    yield MethodLine(f"By language, as it was told from the text: {languages}.")
    if options.work.taken_in:
        first, last = (day_words(day[:10]) for day in options.work.taken_in)
        yield MethodLine(f"Taken in on {first}." if first == last else f"Taken in from {first} to {last}.")
    undated = [source_view(one, index) for one in documents if one.published is None]
    if undated:
        yield MethodLine(
            f"{many(len(undated), 'document')} without a known day of publication:",
            tuple((f"D{one.number}", one.anchor) for one in undated),
        )


def _read(index: Index, work: Work) -> Iterable[MethodLine]:
    stamps = Counter(work.read[one] for one in index.documents if one in work.read)
    for (engine, reference), number in sorted(stamps.items()):
        yield MethodLine(f"{many(number, 'document')} read by Clarion {engine} with reference data {reference}.")
    problems = [source_view(one, index) for one in index.documents.values() if one.problems]
    if problems:
        yield MethodLine(
            f"{many(len(problems), 'document')} read with problems, which are told beside each:",
            tuple((f"D{one.number}", one.anchor) for one in problems),
        )
    else:
        yield MethodLine("No problem was noted on reading.")
    if silent := [source_view(one, index) for one in index.documents.values() if one.text is None]:
        yield MethodLine(
            f"{many(len(silent), 'document')} without a text:", tuple((f"D{one.number}", one.anchor) for one in silent)
        )


def _found(index: Index) -> Iterable[MethodLine]:
    claims = index.claims.values()
    rules = len({claim.method for claim in claims if claim.method and not _is_by_hand(claim)})
    by_hand = sum(map(_is_by_hand, claims))
    found = many(len(claims) - by_hand, "claim")
    yield MethodLine(f"{found} found by {many(rules, 'rule')} of the engine; {by_hand} added by people.")
    stances = Counter(claim.stance for claim in claims)
    told = listed(f"{STANCE[stance]} {stances[stance]}" for stance in StanceKind if stances[stance])
    if told:
        yield MethodLine(f"By the way they are held: {told}.")
    doubtful = sum(claim.tentative for claim in claims)
    if doubtful:
        yield MethodLine(f"{doubtful} of them marked as uncertain by the voice itself.")


def _joined(index: Index) -> Iterable[MethodLine]:
    origin_of: dict[str, set[str | None]] = {}
    for incident in index.incidents.values():
        for document, origin in incident.origin_of.items():
            origin_of.setdefault(document, set()).add(origin)
    if not origin_of:
        yield MethodLine("No document tells an incident.")
        return
    origins = {origin for held in origin_of.values() for origin in held if origin}
    traced = [document for document, held in origin_of.items() if held - {None}]
    untraced = [document for document, held in origin_of.items() if None in held]
    yield MethodLine(
        f"{many(len(origin_of), 'document')} tell {many(len(index.incidents), 'incident')}. "
        f"{many(len(traced), 'document')} could be traced to {many(len(origins), 'origin')}; copies, quotations of one "
        "speaker and a body that repeats itself are counted as one."
    )
    if untraced:
        yield MethodLine(
            f"For {many(len(untraced), 'document')} the origin of at least one account could not be traced; it is "
            "listed and not counted."
        )


def _judged(index: Index, options: PublishOptions) -> Iterable[MethodLine]:
    standing = list(index.judgements.values())
    on_claims = [one for one in standing if one.about in index.claims]
    claims = many(len(index.claims), "claim")
    if not on_claims:
        yield MethodLine(f"No person has judged any of the {claims}.")
    else:
        yield MethodLine(f"{len(on_claims)} of {claims}: {_verdicts(on_claims)}.")
    other = [one for one in standing if one.about not in index.claims and one.about in _known(index)]
    if other:
        yield MethodLine(f"{many(len(other), 'word')} on documents, voices, incidents, findings, asks and actions.")
    sources = sum(1 for about in index.grades if about in index.documents)
    told = sum(1 for about in index.grades if about in index.claims)
    yield MethodLine(
        f"Graded by people: {sources} of {many(len(index.documents), 'source')}, and what {told} of {claims} tell. "
        "Nothing is graded by the machine."
    )
    said = [*standing, *index.grades.values()]
    if said and options.view is View.SEALED:
        yield MethodLine(f"Judged or graded by {listed(sorted({one.by for one in said}))}.")
    elif said and options.work.people:
        yield MethodLine(f"Judged or graded by {many(options.work.people, 'person', 'people')} who work on the case.")


def _withheld(options: PublishOptions) -> Iterable[MethodLine]:
    if options.view is View.SEALED:
        yield MethodLine("Nothing: this is the sealed view.")
        return
    if not options.work.withheld:
        yield MethodLine("No detail that may lead to a person at risk was found in the documents that leave.")
        return
    kinds = listed(f"{WITHHELD[kind]} {number}" for kind, number in options.work.withheld)
    yield MethodLine(f"Found in the documents that leave, and replaced by words in square brackets: {kinds}.")
    yield MethodLine("The search does not find everything; a person must read what leaves.")


def _unknown(index: Index) -> Iterable[MethodLine]:
    incidents = index.incidents.values()
    whole = many(len(index.incidents), "incident")
    for number, words in (
        (sum(one.when is None for one in incidents), "The day"),
        (sum(not one.where for one in incidents), "The place"),
        (sum(one.affected is None or one.affected.count is None for one in incidents), "How many were affected"),
        (sum(one.origins == 0 for one in incidents), "Where any of the accounts comes from"),
    ):
        if number:
            yield MethodLine(f"{words}: of {number} of {whole}.")
    elements = [element for finding in index.record.findings for element in finding.elements]
    open_ones = sum(one.state in (ElementState.MISSING, ElementState.UNKNOWN) for one in elements)
    if open_ones:
        whole = many(len(elements), "element")
        yield MethodLine(f"Whether it is met: of {open_ones} of {whole} of the norms, for which no claim speaks.")


def _verdicts(judgements: Iterable[Judgement]) -> str:
    numbers = Counter(one.verdict for one in judgements)
    known = listed(f"{JUDGED[verdict]} {numbers[verdict]}" for verdict in _VERDICTS if numbers[verdict])
    rest = sum(number for verdict, number in numbers.items() if verdict not in _VERDICTS)
    return f"{known}; other words {rest}" if known and rest else known or f"other words {rest}"


def _known(index: Index) -> set[str]:
    record = index.record
    lists = (record.documents, record.voices, record.incidents, record.findings, record.asks, record.actions)
    return {str(noun.id) for nouns in lists for noun in nouns}


def _is_by_hand(claim: Claim) -> bool:
    return claim.method.startswith(_BY_HAND)


def _counted(words: Iterable[str]) -> str:
    """`text/html 12, application/pdf 3`, the most frequent first."""
    numbers = Counter(words)
    return ", ".join(f"{word} {numbers[word]}" for word in sorted(numbers, key=lambda word: (-numbers[word], word)))
