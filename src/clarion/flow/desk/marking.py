"""Putting notes, questions, tags, assignments, translations and searches down at a desk."""

import re

from clarion.flow.desk.checks import check_seen
from clarion.flow.desk.viewer import Viewer
from clarion.model.errors import BadRequest
from clarion.store import mark_tables, marking, people, readings
from clarion.store.folder import CaseFolder, Connection
from clarion.store.keys import acting
from clarion.store.marking import Passage
from clarion.store.marks import Assignment, Closing, SavedSearch, Tag, Translation
from clarion.store.sight import Sight
from clarion.store.sightings import Sighting
from clarion.store.state import Note

# a tag is a word or two; a name of a search stands in a menu
_LONGEST_WORD = 80
_LONGEST_QUERY = 4000
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


def note(case: CaseFolder, viewer: Viewer, about: str, text: str, *, question: bool = False) -> Note:
    """Add a note or an open question."""
    with case.reading() as connection:
        check_seen(connection, viewer, about)
    with acting(viewer.name):
        return people.note(case, about, text, question=question)


def close_question(case: CaseFolder, viewer: Viewer, question: str, text: str) -> Closing:
    """Close an open question."""
    if not text.strip():
        raise BadRequest("say what was found out, or why the question is closed")
    with acting(viewer.name), case.writing() as writing:
        check_seen(writing.connection, viewer, question)
        return marking.close_question(writing, question, text)


def tag(case: CaseFolder, viewer: Viewer, about: str, name: str, *, on: bool) -> Tag:
    """Put a tag on a thing, or take it away."""
    word = _word(name, "a tag")
    with acting(viewer.name), case.writing() as writing:
        check_seen(writing.connection, viewer, about)
        return (marking.tag if on else marking.untag)(writing, about, word)


def assign(case: CaseFolder, viewer: Viewer, about: str, to: str, *, on: bool) -> Assignment:
    """Put a thing on the list of a person who may see it, or take it off."""
    person = Viewer(to.strip()).name
    with acting(viewer.name), case.writing() as writing:
        check_seen(writing.connection, viewer, about)
        if on and Sight(writing.connection, person).hides(about):
            raise BadRequest(f"{person} may not see this, and so cannot look after it; name them for it first")
        return (marking.assign if on else marking.unassign)(writing, about, person)


def translate(case: CaseFolder, viewer: Viewer, passage: Passage) -> Translation:
    """Keep a translation of a passage."""
    if not _LANGUAGE.fullmatch(passage.language):
        raise BadRequest(f"{passage.language!r} is no code of a language; use one as `en` or `ko`")
    if not passage.words.strip():
        raise BadRequest("a translation needs words")
    with acting(viewer.name), case.writing() as writing:
        check_seen(writing.connection, viewer, passage.document)
        _check_span(writing.connection, passage)
        return marking.translate(writing, passage)


def save_search(case: CaseFolder, viewer: Viewer, name: str, place: str, query: str | None) -> SavedSearch:
    """Keep a search of the viewer's, or forget it when there is no query."""
    word = _word(name, "a search")
    if len(query or "") > _LONGEST_QUERY:
        raise BadRequest(f"this search is too long to be kept; use at most {_LONGEST_QUERY} signs")
    with acting(viewer.name), case.writing() as writing:
        return marking.save_search(writing, word, place, query)


def saved_searches(case: CaseFolder, viewer: Viewer) -> tuple[SavedSearch, ...]:
    """The viewer's searches, by name."""
    with case.reading() as connection:
        return tuple(mark_tables.searches(connection, viewer.name))


def _word(name: str, what: str) -> str:
    word = " ".join(name.split())
    if not word or len(word) > _LONGEST_WORD or not word.isprintable():
        raise BadRequest(f"{what} needs a name of at most {_LONGEST_WORD} signs")
    return word


def _check_span(connection: Connection, passage: Passage) -> None:
    read = readings.load_text(connection, passage.document, Sighting(False, "", None), with_claims=False)
    text = (read.text if read else None) or ""
    start, end = passage.span
    if not 0 <= start < end <= len(text):
        raise BadRequest(f"the passage {start} to {end} is not in the text of {passage.document}; select it again")
