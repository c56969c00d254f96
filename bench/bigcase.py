"""Make a large case by rule, and time every query of the workbench on it.

    python bench/bigcase.py make FOLDER [--claims 250000]     a case, the same on every run
    python bench/bigcase.py ask FOLDER [--rounds 20]          the time of each query, and the memory of the process
    python bench/bigcase.py cold FOLDER                       the first answer to each after opening the case

The case is written through the store as a run of the engine would write it: documents with texts, claims, voices,
incidents, findings, asks, judgements, notes and tags; one document in two hundred is sealed. No engine runs.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from clarion.flow import Case
from clarion.flow.desk import Desk
from clarion.flow.desk.filters import ClaimFilter, DocumentFilter, FindingFilter, IncidentFilter, VoiceFilter
from clarion.flow.desk.paging import Paging
from clarion.flow.versions import versions
from clarion.model.ids import claim_id, document_id, made_id
from clarion.model.nouns import (
    Affected,
    Ask,
    CitedVoice,
    Claim,
    Count,
    Document,
    Element,
    Finding,
    Forecast,
    Incident,
    Place,
    Voice,
    Warned,
    When,
)
from clarion.model.vocabulary import (
    Bound,
    ElementState,
    FindingVerdict,
    ForecastOutcome,
    JudgementVerdict,
    StanceKind,
    Status,
    VoiceKind,
    VoiceRole,
)
from clarion.store import marking, people, work
from clarion.store.folder import CaseFolder
from clarion.store.sightings import Sighting
from clarion.store.state import Run

_PER_DOCUMENT = 25
_BATCH = 250
_ACTS = (
    "detention", "forced_return", "threat", "condemnation", "appeal", "torture", "release", "flight", "killing",
    "demonstration", "displacement", "abduction", "harassment", "investigation", "sentencing", "injury", "arrival",
)  # fmt: skip
_STANCES = (StanceKind.ASSERTED, StanceKind.REPORTED, StanceKind.DENIED, StanceKind.EXPECTED, StanceKind.CALLED_FOR)
_COUNTRIES = ("GR", "TR", "BA", "LY", "NE", "TJ", "KG", "RS", "MK", "AL", "BG", "HU", "PL", "BY", "LT")
_PEOPLE = ("weavers", "students", "herders", "nurses", "drivers", "miners", "monks", "carpenters")
_VERDICTS = (JudgementVerdict.ACCEPT, JudgementVerdict.REJECT, JudgementVerdict.UNSURE)
_FIRST_DAY = date(2012, 1, 1)


def make(folder: Path, claims: int, seed: int = 1) -> None:
    """Write a case of about so many claims."""
    numbers = random.Random(seed)
    case = CaseFolder.open(folder, create=True)
    made: list[tuple[Document, list[Claim]]] = []
    with case.working():
        state = case.state()
        for batch in _batches(numbers, max(1, claims // _PER_DOCUMENT)):
            _take_in(case, state, batch)
            made += [(Document(one.id, one.path, one.media_type, publisher=one.publisher), told) for one, told in batch]
        voices, incidents = _voices(made), _incidents(numbers, made)
        told = [claim for _, held in made for claim in held]
        _keep(case, state, "reconcile", [voices, incidents])
        _keep(case, state, "assess", [_findings(numbers, incidents)])
        _keep(case, state, "respond", [_asks(told), []])
    _say(case, numbers, told)
    case.close()


def ask(folder: Path, rounds: int) -> Iterator[tuple[str, float, float]]:
    """The median and the 95th percentile of each query, in milliseconds; the first time is not counted."""
    with Case.open(folder) as case:
        for name, query in _queries(case).items():
            query()
            times = []
            for _ in range(rounds):
                begun = time.perf_counter()
                query()
                times.append((time.perf_counter() - begun) * 1000)
            times.sort()
            yield name, times[len(times) // 2], times[min(len(times) - 1, round(len(times) * 0.95))]


def cold(folder: Path) -> Iterator[tuple[str, float, float]]:
    """The time of the first answer to each query after opening the case, in milliseconds, and that of the process."""
    with Case.open(folder) as case:
        names = list(_queries(case))
        chosen = _chosen(case)
    for name in names:
        with Case.open(folder) as case:
            query = _queries(case, chosen)[name]
            begun, busy = time.perf_counter(), time.process_time()
            query()
            yield name, (time.perf_counter() - begun) * 1000, (time.process_time() - busy) * 1000


def _chosen(case: Case) -> tuple[Any, ...]:
    """A page far down, a claim, an incident of many claims, a voice and a finding."""
    ada = case.desk("Ada")
    deep = _deep(ada, 40)
    claim = ada.claims(ClaimFilter(sort="newest")).items[0].claim
    incident = ada.incidents(IncidentFilter(sort="origins")).items[0].incident
    return deep, claim, incident, ada.voices().items[0].id, ada.findings().items[0].finding.id


def _frequent() -> Iterator[str]:
    """Words that nearly every document holds, other ones each time, so that no answer is remembered."""
    return cycle(f"{who} {word}" for who in _PEOPLE for word in ("night", "lake", "away", "led", "line", "were"))


def _queries(case: Case, chosen: tuple[Any, ...] = ()) -> dict[str, Callable[[], Any]]:
    ada, eve = case.desk("Ada"), case.desk("Eve")
    deep, claim, incident, voice, finding = chosen or _chosen(case)
    words, lakes = _frequent(), cycle(str(number) for number in range(3000))
    week = ClaimFilter(since=date(2019, 3, 1), until=date(2019, 3, 7), sort="newest")
    many = ClaimFilter(act="detention", stance="denied", country="LY", judged="no", sort="oldest")
    return {
        "start": ada.start,
        "documents": ada.documents,
        "documents with words": lambda: ada.documents(DocumentFilter(words=next(words))),
        "documents of a country": lambda: ada.documents(DocumentFilter(place="LY")),
        "document": lambda: ada.document(claim.document),
        "claims": ada.claims,
        "claims, far down": lambda: ada.claims(paging=deep),
        "claims, four filters": lambda: ada.claims(many),
        "claims of a week": lambda: ada.claims(week),
        "claims with words": lambda: ada.claims(ClaimFilter(words=next(words))),
        "claims, something hidden": eve.claims,
        "claim facets": ada.claim_facets,
        "claim facets, filtered": lambda: ada.claim_facets(many),
        "claim": lambda: ada.claim(claim.id),
        "incidents": ada.incidents,
        "incidents, filtered": lambda: ada.incidents(IncidentFilter(act="flight", status="disputed", words="lake")),
        "incident facets": ada.incident_facets,
        "incident pins": ada.incident_pins,
        "incident spans": ada.incident_spans,
        "incident": lambda: ada.incident(incident.id),
        "findings": lambda: ada.findings(FindingFilter(state="LY")),
        "finding": lambda: ada.finding(finding),
        "open questions": ada.open_questions,
        "asks": ada.asks,
        "voices": lambda: ada.voices(VoiceFilter(words="house 1")),
        "voice": lambda: ada.voice(voice),
        "voice graph": ada.voice_graph,
        "log": ada.log,
        "log, something hidden": eve.log,
        "search": lambda: ada.search(next(words)),
        "search, a rare word": lambda: ada.search(next(lakes)),
        "differing": ada.differing,
    }


def _deep(desk: Desk, pages: int) -> Paging:
    paging = Paging()
    for _ in range(pages):
        paging = Paging(desk.claims(paging=paging).next)
    return paging


def _batches(numbers: random.Random, documents: int) -> Iterator[list[tuple[Document, list[Claim]]]]:
    for at in range(0, documents, _BATCH):
        yield [_document(numbers, number) for number in range(at, min(at + _BATCH, documents))]


def _document(numbers: random.Random, number: int) -> tuple[Document, list[Claim]]:
    publisher = f"House {int(numbers.paretovariate(0.6)) % 2000}"
    published = _FIRST_DAY + timedelta(numbers.randrange(4500))
    lines, spans, at = [f"Report {number} of {publisher}."], [], 0
    at = len(lines[0]) + 1
    for line in range(_PER_DOCUMENT):
        who, lake = numbers.choice(_PEOPLE), numbers.randrange(3000)
        words = f"By night {numbers.randrange(3, 400)} {who} of Lake {lake} were led away, line {line}."
        spans.append((at, at + len(words)))
        lines.append(words)
        at += len(words) + 1
    text = "\n".join(lines)
    name = document_id(text.encode())
    document = Document(
        name,
        f"in/{number // 500:04}/{number:06}.txt",
        "text/plain",
        title=f"Report {number} from Lake {numbers.randrange(3000)}",
        publisher=publisher,
        published=published if numbers.random() > 0.1 else None,
        language=numbers.choice(("en", "en", "en", "fr", "ko", "ar")),
        problems=("a page could not be read",) if number % 97 == 0 else (),
        text=text,
    )
    return document, [_claim(numbers, document, span) for span in spans]


def _claim(numbers: random.Random, document: Document, span: tuple[int, int]) -> Claim:
    act = _ACTS[min(int(numbers.paretovariate(0.9)) - 1, len(_ACTS) - 1)]
    country = _COUNTRIES[min(int(numbers.paretovariate(0.7)) - 1, len(_COUNTRIES) - 1)]
    day = _FIRST_DAY + timedelta(numbers.randrange(4500))
    count, lake = numbers.randrange(3, 400), numbers.randrange(3000)
    cue = (span[0], span[0] + 8)
    return Claim(
        id=claim_id(document.id, cue, act, 0),
        document=document.id,
        span=span,
        quote=(document.text or "")[slice(*span)],
        cue=cue,
        act=act,  # type: ignore[arg-type]
        stance=_STANCES[min(int(numbers.paretovariate(1.1)) - 1, len(_STANCES) - 1)],
        affected=Affected("people", count=Count(count, count, count)),
        when=When(day.isoformat(), (day + timedelta(1)).isoformat()) if numbers.random() > 0.2 else None,
        where=(Place(f"Lake {lake}", country=country, lat=30 + lake % 300 / 10, lon=lake % 500 / 10),),
        voices=(
            CitedVoice(document.publisher or "", VoiceRole.PUBLISHER),
            CitedVoice(f"Speaker {int(numbers.paretovariate(0.5)) % 3000}", VoiceRole.QUOTED),
        ),
        method="rule:made/1",
    )


def _take_in(case: CaseFolder, state: Any, batch: list[tuple[Document, list[Claim]]]) -> None:
    arrivals = []
    for number, (one, _) in enumerate(batch):
        given = {"handling": "sealed", "named": ["Ada"]} if number % 200 == 7 else {}
        arrivals.append(work.Arrival(one.id, (one.text or "").encode(), Sighting(False, one.path, None), given))
    work.take_in(case, state, arrivals)
    made = work.Versions(versions().engine, versions().reference)
    with case.writing() as writing:
        work.keep_texts(writing, state, [one for one, _ in batch], made)
        work.keep_claims(writing, state, [work.Found(one.id, tuple(told)) for one, told in batch], made)


def _keep(case: CaseFolder, state: Any, step: str, nouns: list[Any]) -> None:
    with case.writing() as writing:
        run = Run(versions().engine, versions().reference, "made", "", work.scope_now(writing.connection))
        work.keep_run(writing, state, step, run, nouns)


def _voices(made: list[tuple[Document, list[Claim]]]) -> list[Voice]:
    speaks: dict[str, list[Any]] = {}
    forecasts: dict[str, list[Forecast]] = {}
    for document, told in made:
        speaks.setdefault(document.publisher or "", []).append(document.id)
        for claim in told[:1]:
            if claim.stance is StanceKind.EXPECTED:
                fate = Forecast(claim.id, ForecastOutcome.OPEN)
                forecasts.setdefault(document.publisher or "", []).append(fate)
    return [
        Voice(
            made_id("voi", name),  # type: ignore[arg-type]
            name,
            kind=VoiceKind.MEDIA,
            speaks_in=tuple(documents),
            forecasts=tuple(forecasts.get(name, ())),
        )
        for name, documents in sorted(speaks.items())
    ]


def _incidents(numbers: random.Random, made: list[tuple[Document, list[Claim]]]) -> list[Incident]:
    told = [claim for _, held in made for claim in held]
    numbers.shuffle(told)
    incidents, at = [], 0
    while at < len(told):
        size = min(int(numbers.paretovariate(0.8)) + 2, 60)
        held, at = told[at : at + size], at + size
        first = held[0]
        origins = {claim.document: held[number // 2].document for number, claim in enumerate(held)}
        incidents.append(
            Incident(
                id=made_id("inc", first.id),  # type: ignore[arg-type]
                act=first.act,
                title=f"{first.act} at {first.where[0].name} {len(incidents)}",
                when=first.when,
                where=first.where,
                affected=first.affected,
                status=numbers.choice(list(Status)),
                claims=tuple(claim.id for claim in held[:-1] or held),
                denials=tuple(claim.id for claim in held[-1:] if len(held) > 4),
                origins=len(set(origins.values())),
                origin_of=dict(origins),
                warnings=(Warned(held[1].id, 3),) if len(held) > 9 else (),
            )
        )
    return sorted(incidents, key=lambda one: one.id)


def _findings(numbers: random.Random, incidents: list[Incident]) -> list[Finding]:
    found = []
    for incident in incidents:
        for norm in ("ICCPR-7", "ICCPR-9") if len(incident.claims) > 3 else ():
            states = (ElementState.MET, ElementState.UNKNOWN, ElementState.MISSING)
            elements = tuple(
                Element(f"e{key}", f"Is element {key} there?", numbers.choice(states), incident.claims[:2])
                for key in range(3)
            )
            state = f"state:{incident.where[0].country}"
            found.append(
                Finding(
                    made_id("fnd", incident.id, norm),
                    incident.id,
                    norm,  # type: ignore[arg-type]
                    state,
                    Bound.YES,
                    elements=elements,
                    verdict=numbers.choice(list(FindingVerdict)),
                )
            )
    return found


def _asks(told: list[Claim]) -> list[Ask]:
    chosen = [claim for claim in told if claim.stance is StanceKind.CALLED_FOR][:20_000]
    return [
        Ask(made_id("ask", claim.id), f"Ministry {number % 50}", claim.act, claim.quote, "2027-01-01", (claim.id,))
        for number, claim in enumerate(chosen)
    ]


def _say(case: CaseFolder, numbers: random.Random, told: list[Claim]) -> None:
    """Words of people on one claim in fifty, a tag on one in five hundred."""
    chosen = numbers.sample(told, max(10, len(told) // 50))
    for at in range(0, len(chosen), _BATCH):
        with case.writing() as writing:
            for number, claim in enumerate(chosen[at : at + _BATCH]):
                people.judge_in(writing, people.Said(claim.id, numbers.choice(_VERDICTS), f"reason {number}"))
                if number % 10 == 0:
                    marking.tag(writing, claim.id, f"tag {number % 30}")


def main() -> None:
    """Make a case, or ask one."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("what", choices=("make", "ask", "cold"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=250_000)
    parser.add_argument("--rounds", type=int, default=20)
    chosen = parser.parse_args()
    if chosen.what == "make":
        begun = time.perf_counter()
        make(chosen.folder, chosen.claims)
        print(f"made in {time.perf_counter() - begun:.0f} s")
        return
    slowest = 0.0
    for name, median, high in cold(chosen.folder) if chosen.what == "cold" else ask(chosen.folder, chosen.rounds):
        slowest = max(slowest, high)
        print(f"{name:28} {median:8.1f} {high:8.1f} ms", flush=True)
    print(f"slowest {slowest:.1f} ms, memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    sys.exit(main())
