"""What is withheld from a record: nothing of it is left in any text, and every quote is still the slice of its text."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clarion.model import (
    Affected,
    Ask,
    CitedVoice,
    Claim,
    Count,
    CountKind,
    Detail,
    DetailKind,
    Document,
    Incident,
    Judgement,
    JudgementVerdict,
    Party,
    Place,
    PlaceRole,
    Record,
    StanceKind,
    Unit,
    View,
    Voice,
    VoiceKind,
    VoiceRole,
    When,
    claim_id,
    document_id,
    made_id,
)
from clarion.publish import Format, PublishOptions, render, render_safe
from clarion.publish.safety import Guard, Safe, caught, detail_id, for_view, texts_of, texts_of_files
from clarion.publish.site import build

K = DetailKind
SECRET = b"k" * 32
TEXT = (
    "Ko Min-Ji (고민지) was arrested at the blue house behind the mill in Tachileik on 3 August 2024.\n"
    "Her aunt, Mrs Ko, can be reached at +82 10-5550-1234 or minji.ko@post.example. Her passport is M55501234.\n"
    "Three women were held with her. Foreign Minister Bram Okker said that Thailand would look into it.\n"
    "“I am the only nurse of the valley,” she said. They came by the ferry steps at dawn.\n"
)
OTHER = (
    "A relative of Minji Ko was beaten in Tachileik. KO MIN JI told this to the Northern Desk. "
    "Mr Ko fled. Three women are missing. Kofi Brandt of the Northern Desk asked for help.\n"
)
WITHHELD = [
    (K.PERSON, "Ko Min-Ji"), (K.PERSON, "Mrs Ko"), (K.CONTACT, "+82 10-5550-1234"),
    (K.CONTACT, "minji.ko@post.example"), (K.NUMBER, "M55501234"), (K.SHELTER, "the blue house behind the mill"),
    (K.SMALL_COUNT, "Three women"), (K.QUOTATION, "I am the only nurse of the valley"), (K.ROUTE, "the ferry steps"),
]  # fmt: skip
GONE = (
    "min-ji", "minji", "min ji", "고민지", "mrs ko", "mr ko", "5550", "m5550", "blue house", "three", "only nurse",
    "ferry", "raw/ko-minji.txt", "ko-minji", "ines malko", "she is my cousin", "secret note", "tessel",
)  # fmt: skip


def document(path: str, text: str, **more: object) -> Document:
    return Document(document_id(text.encode()), path, "text/plain", text=text, **more)  # type: ignore[arg-type]


def span(of: Document, words: str) -> tuple[int, int]:
    start = (of.text or "").index(words)
    return start, start + len(words)


def claim(of: Document, quote: str, cue: str, **more: object) -> Claim:
    start = span(of, quote)[0]
    at = (of.text or "").index(cue, start)
    return Claim(
        id=claim_id(of.id, (at, at + len(cue)), "detention", 0), document=of.id, span=span(of, quote), quote=quote,
        cue=(at, at + len(cue)), act="detention", stance=StanceKind.ASSERTED, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def details_of(of: Document, told: Iterable[tuple[DetailKind, str]]) -> list[Detail]:
    return [Detail(of.id, span(of, words), kind, "by hand") for kind, words in told]


D = document(
    "raw/ko-minji.txt", TEXT, title="Ko Min-Ji arrested", publisher="Northern Desk", authors=("Tessel Vro",),
    published=datetime.date(2024, 8, 5), problems=("raw/ko-minji.txt: a picture was left out",),
)  # fmt: skip
E = document("second.txt", OTHER, title="Relative of KO Min Ji beaten", publisher="Northern Desk")
DAY = When("2024-08-03", "2024-08-04")
TACHILEIK = Place("Tachileik", PlaceRole.AT, "geonames:1293960", "MM", 20.45, 99.88, span(D, "Tachileik"))
THREE = Count(3, 3, 3, Unit.PEOPLE, CountKind.EXACT, span=span(D, "Three"))
HELD = claim(
    D, "Ko Min-Ji (고민지) was arrested at the blue house behind the mill in Tachileik on 3 August 2024", "arrested",
    affected=Affected("Ko Min-Ji", None, span(D, "Ko Min-Ji")), when=DAY,
    where=(Place("the blue house", PlaceRole.AT, span=span(D, "the blue house")), TACHILEIK),
    voices=(CitedVoice("Northern Desk", VoiceRole.PUBLISHER), CitedVoice("Tessel Vro", VoiceRole.AUTHOR)),
)  # fmt: skip
WOMEN = claim(
    D, "Three women were held with her.", "held", affected=Affected("women", None, span(D, "women"), THREE), when=DAY,
    where=(TACHILEIK,), voices=(CitedVoice("Mrs Ko", VoiceRole.QUOTED, span(D, "Mrs Ko")),),
)  # fmt: skip
SAID = claim(
    D, "Foreign Minister Bram Okker said that Thailand would look into it.", "look into",
    actors=(Party("Bram Okker", None, span(D, "Bram Okker")), Party("Thailand", "state:TH", span(D, "Thailand"))),
    voices=(CitedVoice("Bram Okker", VoiceRole.QUOTED, span(D, "Bram Okker")),),
)  # fmt: skip
MISSING = claim(
    E, "Three women are missing.", "missing",
    affected=Affected("women", count=Count(3, 3, 3, Unit.PEOPLE, CountKind.EXACT, span=span(E, "Three"))),
)  # fmt: skip
FLED = claim(E, "Mr Ko fled.", "fled", affected=Affected("Mr Ko", None, span(E, "Mr Ko")))
INCIDENT = Incident(
    made_id("inc", "a"), "detention", "Detention of 3 women at the blue house, Tachileik", DAY, (TACHILEIK,),
    Affected("women", count=Count(3, 3, 3, Unit.PEOPLE)), claims=(WOMEN.id, MISSING.id, HELD.id),
    voices=(made_id("voi", "Ko Min-Ji"),), origin_of={D.id: "Mrs Ko", E.id: None},
    reasons=("origin of raw/ko-minji.txt: told by Ko Min-Ji", "a person judged it: she is my cousin"),
)  # fmt: skip
RECORD = Record(
    documents=(D, E),
    claims=(HELD, WOMEN, SAID, MISSING, FLED),
    voices=(
        Voice(made_id("voi", "Ko Min-Ji"), "Ko Min-Ji", ("Minji",), VoiceKind.PERSON, ("the Ko family",), (E.id,),
              ("“KO MIN JI” is Ko Min-Ji",)),
        Voice(made_id("voi", "Bram Okker"), "Bram Okker", (), VoiceKind.PERSON, (), (D.id,)),
        Voice(made_id("voi", "Northern Desk"), "Northern Desk", speaks_in=(D.id, E.id)),
    ),
    incidents=(INCIDENT,),
    asks=(Ask(made_id("ask", "a"), "Mrs Ko", "halt", "Three women were held with her.", claims=(WOMEN.id,),
              made_by=("Ko Min-Ji",)),),
)  # fmt: skip
DETAILS = details_of(D, WITHHELD)
JUDGEMENTS = (
    Judgement(made_id("jdg", 1), WOMEN.id, JudgementVerdict.CORRECT, '{"affected": "secret note"}', "she is my cousin",
              "Ines Malko", "2024-09-01T08:00:00Z"),
)  # fmt: skip


def guard(view: View = View.PUBLIC, **more: object) -> Guard:
    handlings = {D.id: "public", E.id: "public"}
    return Guard(**{"view": view, "handlings": handlings, "secret": SECRET, "people": ("Ines Malko",)} | more)  # type: ignore[arg-type]


def safe(**more: object) -> Safe:
    return for_view(RECORD, DETAILS, guard(**more), JUDGEMENTS)


def options(form: Format, view: View = View.PUBLIC) -> PublishOptions:
    return PublishOptions(
        format=form, view=view, title="Ko Min-Ji", case_name="ko-minji", questions=("secret note",), with_text=True
    )


@pytest.mark.parametrize("view", [View.PUBLIC, View.PARTNER])
@pytest.mark.parametrize("form", [one for one in Format if one is not Format.SITE])  # a site is many files
def test_nothing_withheld_is_in_any_form(form: Format, view: View) -> None:
    made = render_safe(safe(view=view), options(form, view))
    for text in texts_of(made):
        for words in GONE:
            assert words not in text.lower(), words
    assert caught(texts_of(made), safe(view=view).net) is None


@pytest.mark.parametrize("view", [View.PUBLIC, View.PARTNER])
def test_nothing_withheld_is_in_any_file_of_a_site(view: View) -> None:
    held = safe(view=view)
    made = {one.path: one.content for one in build(held.record, PublishOptions(format=Format.SITE, view=view), {})}
    texts = [str(text).lower() for text in (*made, *texts_of_files(made))]
    assert len(made) > len(held.record.documents) + len(held.record.incidents)
    for words in GONE:
        assert not [text for text in texts if words in text], words
    assert caught(texts_of_files(made), held.net) is None


@pytest.mark.parametrize("form", [Format.HTML, Format.JSON, Format.MD])
def test_office_holders_and_bodies_stay(form: Format) -> None:
    made = render_safe(safe(), options(form)).decode()
    for words in ("Bram Okker", "Northern Desk", "Thailand"):
        assert words in made


def test_every_quote_is_the_slice_of_its_redacted_text() -> None:
    held = safe().record
    texts = {one.id: one.text or "" for one in held.documents}
    assert len(held.claims) == len(RECORD.claims)
    for one in held.claims:
        assert one.quote == texts[one.document][slice(*one.span)] != ""


def test_what_is_withheld_is_said_by_its_kind() -> None:
    text = next(one.text or "" for one in safe().record.documents if "arrested" in (one.text or ""))
    for words in ("[name withheld]", "[contact withheld]", "[number withheld]", "[shelter withheld]", "[fewer than 10]",
                  "[quotation withheld]", "[route withheld]"):  # fmt: skip
        assert words in text


def test_a_small_figure_is_withheld_in_all_accounts_of_the_incident() -> None:
    held = safe().record
    assert all(one.affected is None or one.affected.count is None or one.affected.count.best is None
               for one in (*held.claims, *held.incidents))  # fmt: skip
    assert all("hree" not in (one.text or "") for one in held.documents)


def test_no_id_can_be_worked_out_without_the_secret() -> None:
    made = safe().record.to_json(with_text=True)
    ids = [noun.id for name in Record.__dataclass_fields__ for noun in getattr(RECORD, name)]
    assert not [one for one in ids if one in made or one.removeprefix("sha256:") in made]
    other = for_view(RECORD, DETAILS, guard(secret=b"o" * 32)).record
    assert not {one.id for one in other.claims} & {one.id for one in safe().record.claims}


def test_the_record_is_one_record_still() -> None:
    held = safe().record
    claims = {one.id for one in held.claims}
    documents = {one.id for one in held.documents}
    assert {one.document for one in held.claims} <= documents
    assert all(set(one.claims) <= claims and set(one.origin_of) <= documents for one in held.incidents)
    assert {name for one in held.incidents for name in one.voices} <= {one.id for one in held.voices}


@pytest.mark.parametrize(
    ("view", "handling", "leaves"),
    [
        (View.PUBLIC, "public", True), (View.PARTNER, "public", True), (View.PARTNER, "partner", True),
        (View.PUBLIC, "partner", False), (View.PUBLIC, "", False), (View.PARTNER, "", False),
        (View.PARTNER, "sealed", False), (View.PUBLIC, "sealed", False), (View.PUBLIC, "Public?", False),
    ],
)  # fmt: skip
def test_a_document_leaves_by_its_handling_alone(view: View, handling: str, leaves: bool) -> None:
    held = for_view(RECORD, DETAILS, guard(view, handlings={D.id: "public", E.id: handling}))
    assert (len(held.record.documents) == 2) is leaves
    assert held.documents == (0 if leaves else 1)


def test_what_rests_on_a_document_that_stays_goes_with_it() -> None:
    held = for_view(RECORD, DETAILS, guard(handlings={D.id: "", E.id: "public"})).record
    assert [len(part) for part in (held.documents, held.claims, held.incidents, held.asks)] == [1, 2, 0, 0]
    assert "Bram Okker" not in {one.name for one in held.voices}


def test_a_document_inside_one_that_stays_stays_too() -> None:
    inner = replace(E, part_of=D.id)
    record = replace(RECORD, documents=(D, inner))
    assert not for_view(record, DETAILS, guard(handlings={D.id: "sealed", E.id: "public"})).record.documents


def test_a_released_detail_is_said_and_nothing_else() -> None:
    name = next(one for one in DETAILS if one.kind is K.PERSON)
    both = {detail_id(one) for one in DETAILS if one.kind is K.PERSON}
    made = for_view(RECORD, DETAILS, guard(released=frozenset(both))).record.to_json(with_text=True)
    assert "Ko Min-Ji" in made
    assert "5550" not in made
    half = for_view(RECORD, DETAILS, guard(released=frozenset({detail_id(name)})))
    assert detail_id(name) not in {one.id for one in half.withheld}


def test_a_name_released_in_one_document_and_withheld_in_another_stays_withheld() -> None:
    details = [*DETAILS, *details_of(E, [(K.PERSON, "Minji Ko")])]
    released = frozenset(detail_id(one) for one in details if one.document == D.id and one.kind is K.PERSON)
    made = for_view(RECORD, details, guard(released=released)).record.to_json(with_text=True)
    assert "min-ji" not in made.lower()
    assert "minji" not in made.lower()


def test_the_sealed_view_is_not_made_here_and_others_not_without_it() -> None:
    with pytest.raises(ValueError, match="sealed"):
        for_view(RECORD, DETAILS, guard(View.SEALED))
    with pytest.raises(Exception, match="safety check"):
        render(RECORD, options(Format.JSON))


def test_the_net_catches_what_is_put_back() -> None:
    held = safe()
    made = render_safe(held, options(Format.HTML)).replace(b"Northern Desk", b"Minji&#32;<b>Ko</b>", 1)
    hit = caught(texts_of(made), held.net)
    assert hit is not None
    assert hit.kind is K.PERSON


WORDS = st.sampled_from(
    ["Ana", "Brel", "was", "seen", "by", "the", "mill", "고민지", "Дина", "10-5550-1234", "(", ")", ".", "\n", "é"]
)


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_whatever_the_spans_quotes_are_slices_and_no_withheld_words_are_left(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    one = document("a.txt", text)
    offsets = st.integers(0, len(text))

    def drawn() -> tuple[int, int]:
        a, b = sorted((data.draw(offsets), data.draw(offsets)))
        return (a, b) if a < b else (0, len(text))

    details = [
        Detail(one.id, drawn(), data.draw(st.sampled_from(list(K))), "") for _ in range(data.draw(st.integers(0, 4)))
    ]
    places = [drawn() for _ in range(3)]
    claims = tuple(
        Claim(claim_id(one.id, at, "flight", number), one.id, at, text[slice(*at)], at, "flight", StanceKind.ASSERTED)
        for number, at in enumerate(places)
    )
    held = for_view(
        Record(documents=(one,), claims=claims),
        details,
        Guard(view=View.PUBLIC, handlings={one.id: "public"}, secret=SECRET),
    )
    redacted = held.record.documents[0].text or ""
    for mended in held.record.claims:
        assert mended.quote == redacted[slice(*mended.span)]
    assert not held.net.find(redacted)


def test_the_net_reads_the_sealed_sentences_as_they_are_read_again() -> None:
    """A name over two lines, or with a hidden sign in it, is written with escapes there."""
    held = safe()
    for words in (r"Minji\nKo", r"Min\u200bji Ko"):
        made = b'<meta name="clarion-sentence" content="{&quot;quote&quot;:&quot;%s&quot;}">' % words.encode()
        hit = caught(texts_of(made), held.net)
        assert hit is not None
        assert hit.kind is K.PERSON
