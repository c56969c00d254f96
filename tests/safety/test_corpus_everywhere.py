"""Every planted identity of the corpus, through the whole case and every form: none leaves, and offices stay named."""

import functools
import html
import io
import itertools
import json
import re
import tomllib
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest
import weasyprint

from clarion.flow import Case, guarding
from clarion.flow.letters import Wish
from clarion.flow.submissions import Wanted
from clarion.model.vocabulary import View
from clarion.publish.safety import texts_of
from clarion.publish.safety.scrubbing import keyed
from clarion.respond.letters import LANGUAGES

CORPUS = sorted((Path(__file__).parents[1] / "extract" / "details").glob("corpus_*.toml"))
FORMS = (
    *("html", "json", "jsonl", "csv", "md", "docx", "zip", "ics", "geojson", "jsonld", "hxl.csv", "ftm.json"),
    pytest.param("pdf", marks=pytest.mark.slow),
)
# of public names, so many may be withheld by mistake
_MISTAKES = 0.05


@functools.cache
def told() -> tuple[dict[str, Any], ...]:
    return tuple(one for path in CORPUS for one in tomllib.loads(path.read_text(encoding="utf-8"))["document"])


def stands(words: str, text: str) -> bool:
    """Whether words stand in a text as words; scripts without blanks have no ends of words."""
    if not words[:1].isascii() and not words[:1].islower():
        return words in text
    # a name of one word may be a word of the language, or a tag, in small letters
    how = re.IGNORECASE if len(words.split()) > 1 else re.NOFLAG
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, how) is not None


def is_of_another(words: str, one: dict[str, Any]) -> bool:
    """Whether a document has the words and does not plant them: a cedar, or a body that is called after one."""
    planted = " ".join(flat(held) for _, held in one["planted"])
    return stands(words, flat(one["text"])) and not stands(words, planted)


def flat(text: str) -> str:
    """Text as a reader sees it: any blanks and line ends are one blank."""
    return " ".join(text.split())


def told_by(path: Path) -> list[str]:
    """The texts of a file that was written."""
    # a first name that a holder of public office has too is not the planted one where it stands in the public name
    public = re.compile("|".join(re.escape(flat(words)) for one in told() for words in one.get("public", ())))
    return [public.sub("", flat(text).replace("\\", "")) for text in texts_of(path.read_bytes(), guarding._drawn)]


def leaked(path: Path) -> list[str]:
    """What is planted and stands in a file that was written."""
    texts = told_by(path)
    folded = [text.casefold() for text in texts]
    return sorted(
        words
        for words in planted()
        if any(words.casefold() in low and stands(words, text) for low, text in zip(folded, texts, strict=True))
    )


@functools.cache
def planted() -> frozenset[str]:
    """Names, contacts and numbers as written, without those that another document has and does not plant."""
    strings = {
        flat(words) for one in told() for kind, words in one["planted"] if kind in ("person", "contact", "number")
    }
    return frozenset(words for words in strings if not any(is_of_another(words, one) for one in told()))


def as_page(one: dict[str, Any]) -> bytes:
    paragraphs = (html.escape(part.strip()).replace("\n", "<br>") for part in one["text"].strip().split("\n\n"))
    body = "".join(f"<p>{part}</p>" for part in paragraphs)
    return f"<!doctype html><html><head><title>{one['id']}</title></head><body>{body}</body></html>".encode()


def as_paper(one: dict[str, Any]) -> bytes:
    return bytes(weasyprint.HTML(string=as_page(one).decode()).write_pdf())


def as_word(one: dict[str, Any]) -> bytes:
    document, made = docx.Document(), io.BytesIO()
    for part in one["text"].strip().split("\n\n"):
        document.add_paragraph(part.strip())
    document.save(made)
    return made.getvalue()


def as_mail(one: dict[str, Any]) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Desk <desk@watch.example>", "partners@watch.example"
    mail["Date"], mail["Subject"] = "Mon, 06 May 2024 10:00:00 +0000", f"Note {one['id']}"
    mail.set_content(one["text"])
    return mail.as_bytes()


# in turns, so that what is planted comes in documents of all formats
MAKERS = (
    ("txt", lambda one: one["text"].strip().encode() + b"\n"),
    ("html", as_page),
    ("docx", as_word),
    ("eml", as_mail),
    ("pdf", as_paper),
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The corpus as a case of which every document may leave."""
    folder = tmp_path_factory.mktemp("corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLARION_HOME", str(folder / "home"))
        patch.setenv("CLARION_NAME", "Test Person")
        documents = folder / "documents"
        documents.mkdir()
        for one, (ending, make) in zip(told(), itertools.cycle(MAKERS), strict=False):
            (documents / f"{one['id']}.{ending}").write_bytes(make(one))
        made = Case.open(folder / "case")
        made.preserve([documents], given={"handling": "public"})
        for verb in ("read", "extract", "reconcile", "assess", "respond"):
            getattr(made, verb)()
        yield made
        made.close()


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
@pytest.mark.parametrize("form", FORMS)
def test_no_planted_identity_leaves(case: Case, tmp_path: Path, form: str) -> None:
    """Names, contacts and numbers as written; other words may stand elsewhere by chance and are looked at below."""
    path = tmp_path / f"out.{form}"
    case.publish(path, view="public")
    assert not leaked(path)


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_planted_identity_leaves_by_a_letter(case: Case, tmp_path: Path, language: str) -> None:
    """One letter about all that the corpus tells, quoting what is denied, answered and asked for."""
    record = case.record()
    about = tuple(one.id for nouns in (record.incidents, record.asks, record.actions) for one in nouns)
    path = tmp_path / "letter.docx"
    letter, _ = case.write_letter(Wish(about, None, "authority", language, sender=("Border Watch",)), path)
    assert letter.claims
    assert not leaked(path)


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
def test_no_planted_identity_leaves_by_a_form_without_consent(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    beside = 0
    for incident in [one for one in case.record().incidents if one.claims][:5]:
        made, _ = case.write_submission(Wanted(incident.id, "special-procedures", "CN", remedies="none"), path)
        name = next(one for one in made.fields if one.field.id == "name")
        assert not name.value
        beside += "beside the claims" in name.blank
        assert not leaked(path)
    assert beside


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
def test_what_is_planted_is_cut_where_it_stands(case: Case) -> None:
    checked = guarding.checked(case._folder, View.PUBLIC)
    texts = {one.id: flat(one.text or "") for one in checked.safe().record.documents}
    left = {Path(one.path).stem: texts[keyed(one.id, checked.guard.secret)] for one in checked.record.documents}
    missed = [
        (one["id"], words) for one in told() for _, words in one["planted"] if stands(flat(words), left[one["id"]])
    ]
    assert not missed


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
def test_office_holders_and_bodies_stay_named(case: Case, tmp_path: Path) -> None:
    case.publish(tmp_path / "out.html", view="public")
    made = flat((tmp_path / "out.html").read_text(encoding="utf-8"))
    public = [words for one in told() for words in one.get("public", ())]
    lost = [words for words in public if not stands(flat(words), made)]
    assert len(lost) <= _MISTAKES * len(public), lost


@pytest.mark.skipif(not CORPUS, reason="no corpus of planted identities")
def test_quotes_are_slices_of_redacted_texts(case: Case) -> None:
    record = guarding.checked(case._folder, View.PUBLIC).safe().record
    texts = {one.id: one.text or "" for one in record.documents}
    assert record.claims
    assert all(one.quote == texts[one.document][slice(*one.span)] for one in record.claims)
    assert json.loads(record.to_json())["claims"]
