"""Cases made by rule for measuring reconcile: happenings, the documents that tell them, and the claims in those.

Places, words and figures follow skewed distributions as in the reports that Clarion is made for: a few acts and places
make up most of it, most happenings are told by one to three documents and some by dozens, a third of the claims give a
day and a third a place, one document in six copies another, and look-alikes happen on the same route in another year.
"""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from clarion.model import (
    ActId,
    Affected,
    CitedVoice,
    Claim,
    Count,
    CountKind,
    Document,
    DocumentId,
    Party,
    Place,
    PlaceKind,
    PlaceRole,
    Span,
    StanceKind,
    Unit,
    VoiceRole,
    When,
    claim_id,
)
from clarion.reference.places import KIND_SETTLEMENT, KnownPlace, gazetteer, known
from clarion.reference.states import state

FIRST, LAST = date(2014, 1, 1), date(2025, 12, 31)
ACTS = (
    "detention forced_return killing attack sentencing demonstration flight displacement release torture "
    "disappearance injury destruction abduction investigation execution harassment deprivation censorship "
    "forced_labour trafficking rescue arrival aid condemnation appeal breach"
).split()
RIVAL = {"forced_return": "flight", "detention": "investigation", "displacement": "flight", "abduction": "detention"}
GROUPS = (
    "asylum seekers;farm workers;students;monks;journalists;families;drivers;nurses;traders;villagers;miners;"
    "teachers;refugees;prisoners;fishermen;lawyers;activists;dock workers;herders;pilgrims"
).split(";")
WORDS_OF_FILL = 150  # beside the sentences that tell: about 2,000 characters a document in all
FILL = 6_000  # different words of filling
SAME_HAPPENING = 0.55  # chance that one more document tells a happening: half of them are told by one
MOST_REPORTS = 60
SHARE_OF_COPIES = 1 / 6
LOOK_ALIKES = 0.25  # happenings that repeat an older one on the same route
BARE = 0.6  # share of claims after the first that give neither day nor place
BODIES = ("Watch", "Forum", "Committee", "Coalition", "Relief", "Network")
PAPERS = ("Herald", "Gazette", "Daily", "Radio", "Tribune", "News")

_PEOPLE = "Ana Bela Cyr Dara Emil Fadi Goran Hana Ivo Jana Kemal Lena Mira Noor Omar Pavel Rana Sami Tara Yusuf".split()


@dataclass(frozen=True, slots=True)
class Happening:
    """What is told: an act, a day, a route, people and a figure."""

    act: str
    day: date
    place: KnownPlace
    other: KnownPlace
    group: str
    nation: str
    count: int
    actor: str


class Maker:
    """Makes documents with their claims, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._places = _places()
        self._often = [*accumulate(1 / (rank + 20) for rank in range(len(self._places)))]
        self._acts = [*accumulate(1 / (rank + 2) for rank in range(len(ACTS)))]
        letters = "abcdefghijklmnopqrstuvwxyz"
        self._words = ["".join(self._chance.choices(letters, k=self._chance.randint(2, 9))) for _ in range(FILL)]
        self._fill = [*accumulate(1 / (rank + 3) for rank in range(FILL))]
        self._old: list[Happening] = []
        self._number = 0

    def documents(self) -> Iterator[tuple[Document, list[Claim]]]:
        """Documents without end, those of one happening after each other."""
        while True:
            yield from self._reports(self._happening())

    def _happening(self) -> Happening:
        chance = self._chance
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        if self._old and chance.random() < LOOK_ALIKES:
            old = chance.choice(self._old[-5_000:])
            made = Happening(
                old.act, day, old.place, old.other, old.group, old.nation, chance.randint(2, 900), old.actor
            )
        else:
            act = chance.choices(ACTS, cum_weights=self._acts)[0]
            place, other = chance.choices(self._places, cum_weights=self._often, k=2)
            nation = chance.choices(self._places, cum_weights=self._often)[0].country or "FR"
            figure = int(chance.lognormvariate(3.2, 1.3)) + 1
            made = Happening(act, day, place, other, chance.choice(GROUPS), nation, figure, place.country or "FR")
        self._old.append(made)
        return made

    def _reports(self, told: Happening) -> Iterator[tuple[Document, list[Claim]]]:
        chance = self._chance
        size = 1
        while size < MOST_REPORTS and chance.random() < SAME_HAPPENING + 0.004 * size:
            size += 1
        made: list[tuple[Document, list[Claim]]] = []
        for number in range(size):
            if made and chance.random() < SHARE_OF_COPIES:
                made.append(self._copy(*chance.choice(made)))
            else:
                made.append(self._report(told, number))
            yield made[-1]

    def _report(self, told: Happening, number: int) -> tuple[Document, list[Claim]]:
        chance = self._chance
        country = state(told.place.country or "FR").name
        body = f"{country} {told.place.name if chance.random() < 0.3 else 'Rights'} {chance.choice(BODIES)}"
        paper = f"{chance.choice(self._places[:300]).name} {chance.choice(PAPERS)}"
        publisher = body if chance.random() < 0.4 else paper
        published = told.day + timedelta(days=int(chance.expovariate(1 / 5)) + 1)
        page = _Page(publisher, published, self._serial())
        speaker = body if chance.random() < 0.6 else f"{chance.choice(_PEOPLE)} {self._surname()}"
        page.head(f"{told.count} {told.group} in {told.place.name}")
        self._tell(page, told, speaker, told.act, full=True)
        for _ in range(int(chance.expovariate(1 / 5.5))):
            way = chance.random()
            if way < 0.55:
                self._tell(page, told, speaker, told.act, full=False)
            elif way < 0.7 and self._old:
                self._tell(page, chance.choice(self._old[-2_000:]), speaker, None, full=chance.random() < 0.5)
            else:
                act = chance.choices(ACTS, cum_weights=self._acts)[0]
                self._tell(page, told, speaker, act, full=False)
        if chance.random() < 0.1:
            self._tell(page, told, f"the {country} ministry", told.act, full=False, stance=StanceKind.DENIED)
            if told.act in RIVAL:
                self._tell(page, told, f"the {country} ministry", RIVAL[told.act], full=True)
        if chance.random() < 0.15:
            self._tell(page, told, speaker, told.act, full=False, stance=StanceKind.EXPECTED)
        page.say(" ".join(chance.choices(self._words, cum_weights=self._fill, k=WORDS_OF_FILL)) + ".")
        return page.finished()

    def _tell(
        self,
        page: "_Page",
        told: Happening,
        speaker: str,
        act: str | None,
        *,
        full: bool,
        stance: StanceKind = StanceKind.ASSERTED,
    ) -> None:
        chance = self._chance
        act = act or told.act
        bare = not full and chance.random() < BARE
        when = _day(told.day) if full or (not bare and chance.random() < 0.5) else None
        if when and chance.random() < 0.12:
            first = told.day.replace(day=1)
            when = When(first.isoformat(), (first + timedelta(days=31)).replace(day=1).isoformat())
        where = () if bare or (not full and chance.random() < 0.4) else _route(act, told)
        figure = told.count if chance.random() < 0.8 else int(told.count * chance.uniform(0.5, 2)) + 1
        counted = Count(figure, figure, figure, Unit.PEOPLE, CountKind.EXACT) if full or chance.random() < 0.3 else None
        group = told.group if chance.random() < 0.8 else chance.choice(GROUPS)
        ref = f"nationality:{told.nation}" if chance.random() < 0.2 else None
        affected = Affected(f"{figure} {group}", ref, None, counted) if full or chance.random() < 0.4 else None
        actor = Party(f"{state(told.actor).name} police", f"state:{told.actor}")
        parts = [f"{act.replace('_', ' ')} of {figure} {group}", *(place.name for place in where)]
        quote = f"{' '.join(parts)} {told.day if when else ''}, {speaker} said."
        span = page.say(quote[0].upper() + quote[1:])
        doc = page.id
        page.claims.append(
            Claim(
                id=claim_id(doc, span, act, 0),
                document=doc,
                span=span,
                quote=quote,
                cue=(span[0], span[0] + len(act)),
                act=ActId(act),
                stance=StanceKind.REPORTED if stance == StanceKind.ASSERTED and chance.random() < 0.3 else stance,
                actors=(actor,) if chance.random() < 0.25 else (),
                affected=affected,
                when=when,
                where=where,
                voices=(
                    CitedVoice(page.publisher, VoiceRole.PUBLISHER),
                    CitedVoice(speaker, VoiceRole.QUOTED, (span[1] - 6 - len(speaker), span[1] - 6)),
                ),
                method="made",
            )
        )

    def _copy(self, document: Document, claims: list[Claim]) -> tuple[Document, list[Claim]]:
        """The text under another name, often cut from the bottom, with the claims that are left."""
        chance = self._chance
        text = document.text or ""
        kept = len(text) if chance.random() < 0.4 else int(len(text) * chance.uniform(0.4, 0.9))
        text = text[:kept] + f"\nCopy {self._serial()}"
        doc = _id(text)
        day = (document.published or FIRST) + timedelta(days=chance.randint(0, 2))
        publisher = f"{chance.choice(self._places[:300]).name} {chance.choice(PAPERS)}"
        copied = [
            Claim(
                id=claim_id(doc, claim.span, claim.act, 0),
                document=doc,
                span=claim.span,
                quote=claim.quote,
                cue=claim.cue,
                act=claim.act,
                stance=claim.stance,
                actors=claim.actors,
                affected=claim.affected,
                when=claim.when,
                where=claim.where,
                voices=(CitedVoice(publisher, VoiceRole.PUBLISHER), *claim.voices[1:]),
                method=claim.method,
            )
            for claim in claims
            if claim.span[1] <= kept
        ]
        return _document(text, publisher, day), copied

    def _surname(self) -> str:
        return self._words[int(self._chance.random() ** 2 * 3_000)].capitalize() + "ov"

    def _serial(self) -> int:
        self._number += 1
        return self._number


class _Page:
    """A document while it is written."""

    def __init__(self, publisher: str, published: date, serial: int) -> None:
        self.publisher = publisher
        self.published = published
        self.id = DocumentId(f"sha256:{hashlib.sha256(str(serial).encode()).hexdigest()}")
        self.claims: list[Claim] = []
        self._lines: list[str] = []
        self._length = 0

    def head(self, line: str) -> None:
        self.say(line)

    def say(self, sentence: str) -> Span:
        """Add a line and give its span."""
        start = self._length
        self._lines.append(sentence)
        self._length += len(sentence) + 1
        return (start, start + len(sentence))

    def finished(self) -> tuple[Document, list[Claim]]:
        document = _document("\n".join(self._lines), self.publisher, self.published)
        return _with_id(document, self.id), self.claims


def made_case(claims: int, seed: int = 1) -> tuple[list[Document], list[Claim]]:
    """A case of at least so many claims."""
    documents: list[Document] = []
    made: list[Claim] = []
    for document, of in Maker(seed).documents():
        documents.append(document)
        made.extend(of)
        if len(made) >= claims:
            return documents, made
    raise AssertionError("documents() has no end")


def _places() -> list[KnownPlace]:
    """The places of the gazetteer with most people, the same on every run."""
    population, kinds = gazetteer().population, gazetteer().kind
    rows = sorted(
        (row for row in range(len(kinds)) if kinds[row] == KIND_SETTLEMENT), key=lambda row: (-population[row], row)
    )[:3_000]
    return [place for row in rows if (place := known(row)).country]


def _route(act: str, told: Happening) -> tuple[Place, ...]:
    roles = (PlaceRole.FROM, PlaceRole.TO) if act in ("forced_return", "flight", "displacement") else (PlaceRole.AT,)
    return tuple(
        Place(place.name, role, place.ref, place.country, place.lat, place.lon, kind=PlaceKind.SETTLEMENT)
        for role, place in zip(roles, (told.place, told.other), strict=False)
    )


def _day(day: date) -> When:
    return When(day.isoformat(), (day + timedelta(days=1)).isoformat())


def _id(text: str) -> DocumentId:
    return DocumentId(f"sha256:{hashlib.sha256(text.encode()).hexdigest()}")


def _document(text: str, publisher: str, published: date) -> Document:
    name = _id(text)
    return Document(
        id=name,
        path=f"{name[7:19]}.txt",
        media_type="text/plain",
        publisher=publisher,
        published=published,
        language="en",
        text=text,
    )


def _with_id(document: Document, name: DocumentId) -> Document:
    return Document(
        id=name,
        path=document.path,
        media_type=document.media_type,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
        text=document.text,
    )
