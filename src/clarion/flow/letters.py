"""Letters of a case: drafted from what their view may see, made into files that are read back before they leave.

Addressees are kept beside the keys and never in a case, so that several cases share them: `addressees.json` in the key
folder, over the list that comes with Clarion. A person's own templates lie in `letters` beside it, named as those of
Clarion: `embassy.en.md`.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from clarion.flow import following, guarding
from clarion.flow.leaving import check_writable, write_noted
from clarion.model.errors import BadRequest
from clarion.model.interventions import Addressee, Intervention, InterventionKind, Letter
from clarion.model.nouns import Publication
from clarion.model.vocabulary import View
from clarion.publish.letters import LetterForm, form_of, render
from clarion.publish.safety import LEAVES, Safe, keyed
from clarion.respond import addressees as listed
from clarion.respond.letters import LANGUAGES, LetterOrder, draft, fitting
from clarion.store import projection
from clarion.store.folder import CaseFolder
from clarion.store.keys import key_folder, redaction_secret

_ADDRESSEES = "addressees.json"
_TEMPLATES = "letters"


@dataclass(frozen=True, slots=True)
class Wish:
    """A letter that is wanted. `about` are ids of the case; a `day` that is None is today's, a template that is empty
    the one that fits the addressee.

    `sender`, `reply`, `until` and `number` as in `clarion.respond.letters.LetterOrder`.
    """

    about: tuple[str, ...]
    addressee: Addressee | None
    template: str
    language: str
    view: View = View.PUBLIC
    day: str | None = None
    sender: tuple[str, ...] = ()
    reply: str | None = None
    until: str | None = None
    number: str | None = None


def addressees_path() -> Path:
    """Where the addressees of this user are, or would be."""
    return key_folder() / _ADDRESSEES


def addressees() -> list[Addressee]:
    """The addressees of this user, over those that come with Clarion.

    Raises:
        BadRequest: the file of addressees cannot be read.
    """
    return listed.merged(listed.shipped(), listed.load(addressees_path()))


def import_addressees(path: Path) -> listed.Imported:
    """Take in the addressees of a CSV or of a Popolo JSON; what could not be taken in is told with its line.

    Raises:
        BadRequest: the file cannot be read, its header is none, or the list cannot be written.
    """
    try:
        given = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadRequest(f"{path} cannot be read ({problem}); save it as CSV in UTF-8") from problem
    if path.suffix.lower() == ".json":
        return keep_addressees(listed.Imported(tuple(listed.load(path)), ()))
    return keep_addressees(listed.read_rows(given))


def keep_addressees(imported: listed.Imported) -> listed.Imported:
    """Put addressees into the list of this user, in place of those of the same id.

    Raises:
        BadRequest: the list cannot be read or written.
    """
    if imported.addressees:
        try:
            addressees_path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            listed.save(addressees_path(), listed.merged(listed.load(addressees_path()), imported.addressees))
        except OSError as problem:
            raise BadRequest(f"{addressees_path()} cannot be written ({problem.strerror})") from problem
    return imported


def addressees_of(words: str | None = None) -> list[Addressee]:
    """The addressees by name, or those that the words name."""
    held = addressees()
    return sorted(held if words is None else listed.find(held, words), key=lambda one: (one.name, one.id))


def nearest(state: str, place: str) -> listed.Nearest:
    """The mission of a state nearest to a place, of all addressees."""
    return listed.nearest_mission(addressees(), state, place)


def addressee_named(name: str) -> Addressee:
    """The one addressee of that id or name.

    Raises:
        BadRequest: there is none, or more than one.
    """
    found = listed.find(addressees(), name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadRequest(f"no addressee is called {name!r}; see: clarion addressees")
    several = "; ".join(f"{one.id} {one.name}" for one in found[:5])
    raise BadRequest(f"{name!r} could be {len(found)} addressees; name one by its id: {several}")


def draft_letter(case: CaseFolder, wish: Wish) -> Letter:
    """A letter about asks, incidents or actions of a case, for a person to read and edit.

    Its claims are those of the case; in its notes they have the ids of its view.

    Raises:
        BadRequest: the view is sealed or holds none of it, or template, language or addressee is none.
    """
    return _drafted(case, wish, _safe(case, wish.view))


def write_letter(case: CaseFolder, wish: Wish, output: Path) -> tuple[Letter, Publication]:
    """Draft a letter and write it to a file whose ending names the form.

    Raises:
        BadRequest: as `draft_letter`; something withheld stands in the file, or it cannot be written.
    """
    form = form_of(output)
    check_writable(output)
    safe = _safe(case, wish.view)
    letter = _drafted(case, wish, safe)
    made = rendered(letter, form, safe, _own(wish), output.name)
    return letter, write_noted(case, output, made, safe, wish.view)


def begin_letter(case: CaseFolder, wish: Wish, letter: Letter) -> Intervention:
    """Note a letter as an intervention, to be approved, sent and followed up.

    Raises:
        BadRequest: it has no addressee, or the addressee agreed to the same already.
    """
    if wish.addressee is None:
        raise BadRequest("a letter to nobody is no intervention; name an addressee")
    kind = InterventionKind.APPEAL if wish.template == "appeal" else InterventionKind.LETTER
    return following.begin(case, following.Begun(kind, wish.about, wish.addressee, letter))


def letter_bytes(case: CaseFolder, letter: Letter, form: LetterForm, view: View, own: Iterable[str] = ()) -> bytes:
    """A letter as a person left it, as a file; searched for everything that its view withholds.

    `own` are words of the sender and of the addressee (names, addresses), which are no slip.

    Raises:
        BadRequest: something withheld stands in it.
    """
    safe = _safe(case, view)
    refuse_beyond(case, letter, safe)
    return rendered(letter, form, safe, (*letter.to, *own), f"letter.{form.value}")


def refuse_beyond(case: CaseFolder, letter: Letter, safe: Safe) -> None:
    """Let no letter out that rests on a document which does not leave by its view.

    Raises:
        BadRequest: it does; a claim that the case does not hold any more counts for nothing.
    """
    with case.reading() as connection:
        documents = {projection.document_of_claim(connection, claim) for claim in letter.claims}
    beyond = len(documents - {None} - set(safe.cuts))
    if beyond:
        raise BadRequest(
            f"the letter rests on {beyond} of the case's documents that its addressee may not see; write it anew from "
            "what the public may see, or approve it for the partner view with the reason why this addressee is one"
        )


def rendered(letter: Letter, form: LetterForm, safe: Safe, own: Iterable[str], name: str) -> bytes:
    """The bytes of a letter, after the same letter without its sender and addressee was read back in that form.

    Raises:
        BadRequest: something withheld stands in it or in its name.
    """
    bare = replace(letter, to=(), text=_without_at_ends(letter.text, own))
    guarding.read_back(render(bare, form), safe, name, frame())
    return render(letter, form)


def without(text: str, own: Iterable[str]) -> str:
    """A text without words of its sender and of an office, which come from outside the case and are no slip.

    Only whole words: an office-holder called Li must not hide half of the name of a Lina.
    """
    for words in _known(own):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "…", text)
    return text


def _without_at_ends(text: str, own: Iterable[str]) -> str:
    """The same where these words end a line: in an address, under a letter, after "We can be reached at".

    In the middle of what is told they are searched as all others.
    """
    known = _known(own)
    return "\n".join(_ended(line, known) for line in text.split("\n"))


def _known(own: Iterable[str]) -> list[str]:
    return sorted({one.strip() for one in own if one.strip()}, key=lambda one: (-len(one), one))


def _ended(line: str, known: list[str]) -> str:
    left = line.rstrip(" ,")
    for words in known:
        if left.endswith(words) and not left.removesuffix(words)[-1:].isalnum():
            return _ended(left.removesuffix(words), known)
    return left


def frame() -> list[str]:
    """The words of Clarion's own that letters bring along."""
    folder = files("clarion.respond.letters")
    words = [(folder / "words" / f"{one}.toml").read_text(encoding="utf-8") for one in LANGUAGES]
    held = sorted(one.name for one in (folder / "templates").iterdir() if one.name.endswith(".md"))
    return words + [(folder / "templates" / one).read_text(encoding="utf-8") for one in held]


def _safe(case: CaseFolder, view: View) -> Safe:
    if view is View.SEALED:
        raise BadRequest("a letter leaves the case: use the public or the partner view")
    safe = guarding.checked(case, view).safe()
    if not safe.record.documents:
        raise BadRequest(
            f"no document of the case leaves by the {view} view; a document leaves by it once its handling "
            f"says {' or '.join(LEAVES[view])}"
        )
    return safe


def _drafted(case: CaseFolder, wish: Wish, safe: Safe) -> Letter:
    secret = redaction_secret(case.id, wish.view)
    record = safe.record
    known = {one.id for nouns in (record.asks, record.incidents, record.actions) for one in nouns}
    template = wish.template or fitting(wish.addressee)
    order = LetterOrder(
        record=record,
        about=tuple(one if one in known else keyed(one, secret) for one in wish.about),
        addressee=wish.addressee,
        template=template,
        language=wish.language,
        day=wish.day or datetime.datetime.now(datetime.UTC).date().isoformat(),
        sender=wish.sender,
        reply=wish.reply,
        until=wish.until,
        number=wish.number,
        wording=_wording(template, wish.language),
    )
    made = draft(order)
    with case.reading() as connection:
        of_case = {keyed(claim.id, secret): claim.id for claim in projection.claims(connection)}
    return replace(made, claims=tuple(of_case[one] for one in made.claims if one in of_case))


def _wording(template: str, language: str) -> str | None:
    """A person's own template, where there is one."""
    path = key_folder() / _TEMPLATES / f"{template}.{language}.md"
    if "/" in template or "\\" in template or not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadRequest(f"{path} cannot be read ({problem}); mend it, or move it away") from problem


def _own(wish: Wish) -> tuple[str, ...]:
    """Words of the sender and the addressee, which the letter brings along from outside the case."""
    return (*wish.sender, wish.reply or "", *(words_of_addressee(wish.addressee) if wish.addressee else ()))


def words_of_addressee(to: Addressee) -> tuple[str, ...]:
    """The names and addresses of an office: public, and known from outside the case."""
    contacts = (line for contact in to.contacts for line in contact.value.splitlines())
    return (to.name, to.organisation or "", *(holder.name for holder in to.holders), *contacts)
