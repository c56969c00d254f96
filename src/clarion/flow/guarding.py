"""The safety check of a case: what endangers people is found in its documents and withheld from a view.

Finding and withholding are steps of their own; here they meet the case: handlings, releases, the names of those at
work, and the secret of this installation.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clarion.extract import find_details
from clarion.flow import queries
from clarion.model.errors import BadRequest
from clarion.model.ids import DocumentId
from clarion.model.nouns import Claim, Detail, Document, Judgement
from clarion.model.record import Record
from clarion.model.vocabulary import DetailKind, JudgementVerdict, View
from clarion.publish.safety import Guard, Safe, caught, for_view, texts_of_files, traces_of
from clarion.read import read_document
from clarion.store import projection
from clarion.store.folder import CaseFolder
from clarion.store.keys import redaction_secret
from clarion.store.log import read as read_log
from clarion.store.state import State, replay

# details of documents that were searched lately; finding them again gives the same
_MOST_KEPT = 20_000
_FOUND: OrderedDict[tuple[DocumentId, str | None, str | None, int], tuple[Detail, ...]] = OrderedDict()
# invented: a finder that does not find these finds nothing, and nothing may leave by its word
_CANARY = "Her name is Mirelle Okafor-Brandt. Call her at +44 20 7946 0958 or write to mirelle.okafor@post.example.\n"
_MUST_FIND = (DetailKind.PERSON, DetailKind.CONTACT)


@dataclass(frozen=True, slots=True)
class Checked:
    """A case as the safety check sees it: all of its record, what was found in it, and how it is to be guarded."""

    record: Record
    details: tuple[Detail, ...]
    state: State
    guard: Guard

    def safe(self) -> Safe:
        """What the view may see."""
        return for_view(self.record, self.details, self.guard, self.state.judgements)


def checked(case: CaseFolder, view: View) -> Checked:
    """A case for a view, all of it read in one transaction.

    Raises:
        BadRequest: the finder of details is not at work, or the secret cannot be had.
    """
    refuse_without_finder(view)
    with case.reading() as connection:
        state = replay(read_log(connection))
        record = queries.record_in(connection, state)
        people = {note.by for note in projection.notes(connection)}
    people |= {one.by for one in state.judgements} | set(_people(state))
    guard = Guard(
        view=view,
        handlings={document: state.handling(document).handling for document in state.documents},
        secret=redaction_secret(case.id, view),
        released=released(state.judgements_in_force()),
        people=tuple(sorted(people)),
    )
    return Checked(record, tuple(details_of(record)), state, guard)


def details_of(record: Record) -> Iterator[Detail]:
    """The details of all documents of a record, in the order of its documents."""
    claims: dict[DocumentId, list[Claim]] = {}
    for claim in record.claims:
        claims.setdefault(claim.document, []).append(claim)
    for document in record.documents:
        # in one order, so that what was found for one question is there for the next
        yield from _details(document, tuple(sorted(claims.get(document.id, ()), key=lambda one: (one.span, one.id))))


def released(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The details that owners let out and nobody took back, by id; `judgements` are those in force, oldest first."""
    out: set[str] = set()
    for one in judgements:
        if one.about.startswith("dtl_"):
            (out.add if one.verdict is JudgementVerdict.RELEASE else out.discard)(one.about)
    return frozenset(out)


def is_ready() -> bool:
    """Whether the finder of details is at work: it finds what is plain."""
    kinds = {one.kind for one in find_details(_CANARY, language="en", claims=(), document=DocumentId("canary"))}
    return kinds.issuperset(_MUST_FIND)


def refuse_without_finder(view: View) -> None:
    """Let nothing leave by the word of a finder that does not find what is plain.

    Raises:
        BadRequest: it does not.
    """
    if not is_ready():
        raise BadRequest(
            f"the {view} view waits for the safety check that withholds names and details of people at risk; "
            "publish with the sealed view and keep the result as safe as the case"
        )


def read_back(made: bytes | Mapping[str, bytes], safe: Safe, name: str, frame: Iterable[str] = ()) -> None:
    """Search what is about to leave for everything that is withheld.

    Args:
        made: a file of any form, or the files of a folder by name, such as a static site.
        safe: what it was made of.
        name: under which it leaves.
        frame: reference data shown beside the record; words of it are no slip.

    Raises:
        BadRequest: something withheld stands in it, or in a name, or a picture in it holds more than its points. The
            message does not repeat what was withheld.
    """
    if caught((name,), safe.net) is not None:
        raise BadRequest("the name of the file holds something that this view withholds; choose another name")
    files = {"": made} if isinstance(made, bytes) else made
    tests = (element.test for finding in safe.record.findings for element in finding.elements)
    sources = (finding.bound_source or "" for finding in safe.record.findings)
    if (hit := caught(texts_of_files(files, _drawn), safe.net, (*frame, *tests, *sources))) is not None:
        raise BadRequest(
            f"nothing was published: something withheld ({hit.kind.value.replace('_', ' ')}) was still found in the "
            "file when it was read back; see clarion safety CASE, and report this as a fault of Clarion"
        )
    if any(map(traces_of, files.values())):
        raise BadRequest(
            "nothing was published: a picture in it holds more than its points, such as where and when it was taken; "
            "take its metadata out first"
        )


def _drawn(made: bytes) -> tuple[str, ...]:
    """The words that a PDF draws, as a reader of PDF finds them."""
    document = read_document(made, path="made.pdf").document
    return (document.text or "", document.title or "", *document.authors)


def _details(document: Document, claims: tuple[Claim, ...]) -> tuple[Detail, ...]:
    key = (document.id, document.text_sha256, document.language, hash(claims))
    if key not in _FOUND:
        text = document.text or ""
        # the language is a guess, and a wrong one must not hide a name: both readings count
        found = {
            one
            for language in dict.fromkeys((None, document.language))
            for one in find_details(text, language=language, claims=claims, document=document.id)
        }
        _FOUND[key] = tuple(sorted(found, key=lambda one: (one.span, one.kind, one.basis)))
        while len(_FOUND) > _MOST_KEPT:
            _FOUND.popitem(last=False)
    return _FOUND[key]


def _people(state: State) -> Iterator[str]:
    for document in state.documents:
        handling = state.handling(document)
        yield from (*handling.named, *handling.brought_by)
