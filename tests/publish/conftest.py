"""A record made by hand: invented people and bodies, a case of every status, and texts in four scripts."""

import datetime
from dataclasses import dataclass, field

import pytest

from clarion.model import (
    Action,
    Affected,
    Ask,
    Basis,
    Bound,
    CitedVoice,
    Claim,
    Count,
    CountKind,
    Document,
    Element,
    ElementState,
    Evidence,
    EvidenceKind,
    Facet,
    Finding,
    FindingVerdict,
    Incident,
    Judgement,
    JudgementVerdict,
    Party,
    Place,
    PlaceRole,
    Precision,
    Record,
    StanceKind,
    Status,
    Unit,
    Voice,
    VoiceKind,
    VoiceRole,
    Warned,
    When,
    claim_id,
    document_id,
    made_id,
    normalised,
    text_sha256,
)

AT, FROM, TO = PlaceRole.AT, PlaceRole.FROM, PlaceRole.TO
PLACES = {
    "Mae Sot": ("geonames:1608048", "TH", 16.71, 98.57),
    "Myawaddy": ("geonames:1307741", "MM", 16.69, 98.51),
    "Chiang Rai": ("geonames:1153669", "TH", 19.91, 99.83),
    "Tachileik": ("geonames:1293960", "MM", 20.45, 99.88),
    "Ruili": ("geonames:1280757", "CN", 24.01, 97.85),
    "Muse": ("geonames:1309793", "MM", 23.99, 97.9),
    "Geneva": ("geonames:2660646", "CH", 46.2, 6.15),
    "瑞丽": ("geonames:1280757", "CN", 24.01, 97.85),
}


def place(name: str, role: PlaceRole) -> Place:
    """A place with its position, or its name alone when it is not in the table."""
    ref, country, lat, lon = PLACES.get(name, (None, None, None, None))
    return Place(name=name, role=role, ref=ref, country=country, lat=lat, lon=lon)


def day(first: str, last: str | None = None) -> When:
    """A day or several, the end as the record writes it."""
    after = datetime.date.fromisoformat(last or first) + datetime.timedelta(days=1)
    return When(first, after.isoformat(), Precision.DAY, Basis.EXPLICIT)


def document(path: str, text: str, **more: object) -> Document:
    """A document of which the text is also the original."""
    held = normalised(text)
    return Document(
        id=document_id(held.encode()), path=path, media_type="text/plain", text=held, text_sha256=text_sha256(held),
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


@dataclass
class Told:
    """What a claim of the table below says beyond its words."""

    stance: StanceKind = StanceKind.ASSERTED
    when: When | None = None
    where: tuple[Place, ...] = ()
    affected: Affected | None = None
    count: tuple[str, Count] | None = None
    more: dict[str, object] = field(default_factory=dict)


def claim(held: Document, quote: str, cue: str, act: str, told: Told | None = None) -> Claim:
    """A claim at the first place of its quote in the document."""
    told = told or Told()
    assert held.text is not None
    start = held.text.index(quote)
    at = held.text.index(cue, start)
    publisher = (CitedVoice(held.publisher, VoiceRole.PUBLISHER),) if held.publisher else ()
    authors = tuple(CitedVoice(author, VoiceRole.AUTHOR) for author in held.authors)
    quoted = told.more.pop("voices", ())
    affected = told.affected
    if told.count:
        words, count = told.count
        spot = held.text.index(words, start)
        figure = Count(**{**{name: getattr(count, name) for name in ("low", "high", "best", "unit", "kind",
                                                                     "share_of")},
                          "span": (spot, spot + len(words))})  # fmt: skip
        affected = Affected(affected.description if affected else None, count=figure)
    return Claim(
        id=claim_id(held.id, (at, at + len(cue)), act, 0), document=held.id, span=(start, start + len(quote)),
        quote=quote,
        cue=(at, at + len(cue)), act=act, stance=told.stance, affected=affected, when=told.when, where=told.where,
        voices=publisher + authors + tuple(quoted), method="rule:hand/1", **told.more,  # type: ignore[arg-type]
    )  # fmt: skip


def quoted(name: str, role: VoiceRole = VoiceRole.QUOTED) -> CitedVoice:
    """A voice inside a document."""
    return CitedVoice(name, role)


def people(count: Count) -> Affected:
    """People without more words."""
    return Affected("people", count=count)


def documents() -> dict[str, Document]:
    """The documents of the sample, by a short name."""
    july, night = datetime.date(2024, 7, 2), datetime.date(2024, 8, 14)
    return {
        "warning": document(
            "warning.txt",
            "Lantern Watch warns of returns\n\n"
            "If the bridge reopens, families from Kayin face forced return to Myawaddy, "
            "said Orla Quist, director of Lantern Watch. She urged the government to stop all returns.\n"
            "Thailand has been party to the Convention against Torture since 2007.",
            title="Lantern Watch warns of returns", publisher="Lantern Watch", published=july,
            published_basis="dateline", language="en",
        ),
        "release": document(
            "release.txt",
            "On 13 August 2024, 90 to 100 people were returned by force from Mae Sot to Myawaddy in two buses, "
            "Lantern Watch said. Orla Quist said: \"They were beaten before they boarded.\"\n\n"
            "A rally will be held in Geneva on 20 August 2024 from 13:00 to 14:30 EST.\n"
            "We call on the High Commissioner for Refugees to seek access to those returned.",
            title="Some 90 people returned by force", publisher="Lantern Watch", authors=("Orla Quist",),
            published=datetime.date(2024, 8, 15), published_basis="first line", language="en",
        ),
        "wire": document(
            "wire.txt",
            "MAE SOT, Aug 16 - Lantern Watch says that between 90 and 100 people were returned to Myawaddy on Tuesday. "
            "A border official denied that anyone had been returned. "
            "\"They went home of their own will,\" the official said. Local monks counted 140 people.",
            title="Rights group alleges return of villagers", publisher="Meridian Wire",
            published=datetime.date(2024, 8, 16), published_basis="dateline", language="en",
        ),
        "monks": document(
            "monks.eml",
            "We stood at the bridge on the night of 13 August. We saw at least 120 people taken across to Myawaddy. "
            "Children were crying.",
            title="Letter of the Abbey of Two Rivers", publisher="Abbey of Two Rivers", published=night,
            published_basis="header Date", language="en",
        ),
        "korean": document(
            "korean.txt",
            "푸른등대는 8월 3일 타칠레익에서 12명이 체포되었다고 밝혔다. 가족들은 석방을 요구했다.",
            title="타칠레익 체포", publisher="푸른등대", published=datetime.date(2024, 8, 5),
            published_basis="metadata",
            language="ko",
        ),
        "chinese": document(
            "chinese.txt",
            "江畔观察说,7月20日有三十人从瑞丽被遣返到木姐。当局否认有任何遣返。",
            title="江畔观察通报", publisher="江畔观察", published=datetime.date(2024, 7, 22),
            published_basis="metadata",
            language="zh",
        ),
        "second": document(
            "second.txt",
            "Two officers told the Northern Desk that twelve people were arrested in Tachileik on 3 August.",
            title="Twelve arrested in Tachileik", publisher="Northern Desk", published=datetime.date(2024, 8, 6),
            published_basis="metadata", language="en", problems=("2 pages could not be read; ask for a better scan",),
        ),
        "unknown": document("scan-0017.txt", "Rumours say that the camp near Hill 40 was burned.", language="en"),
    }  # fmt: skip


def claims(d: dict[str, Document]) -> dict[str, Claim]:
    """The claims of the sample, by a short name."""
    range_, least = (
        Count(90, 100, None, Unit.PEOPLE, CountKind.RANGE),
        Count(120, None, None, Unit.PEOPLE, CountKind.AT_LEAST),
    )
    way = (place("Mae Sot", FROM), place("Myawaddy", TO))
    s, night = StanceKind, day("2024-08-13")
    quist = (quoted("Orla Quist"),)
    bridge = {"actors": (Party("Thailand", "state:TH"),)}
    return {
        "fear": claim(d["warning"], "families from Kayin face forced return to Myawaddy", "forced return",
                      "forced_return",
                      Told(s.EXPECTED, None, (place("Myawaddy", TO),), Affected("families from Kayin"), None,
                           {"voices": quist, "tentative": True})),
        "stop": claim(d["warning"], "She urged the government to stop all returns.", "stop", "halt",
                      Told(s.CALLED_FOR, more={"voices": quist, "object_act": "forced_return",
                                               "addressees": (Party("the government", "state:TH"),)})),
        "party": claim(d["warning"], "Thailand has been party to the Convention against Torture since 2007.",
                       "party to",
                       "breach", Told(more={"norms": ("cat-1984/3",)})),
        "return": claim(d["release"], "90 to 100 people were returned by force from Mae Sot to Myawaddy in two buses",
                        "returned by force", "forced_return",
                        Told(s.ASSERTED, night, way, Affected("people"), ("90 to 100", range_), dict(bridge))),
        "beaten": claim(d["release"], "They were beaten before they boarded.", "beaten", "torture",
                        Told(s.ASSERTED, night, (place("Mae Sot", AT),), Affected("those returned"), None,
                             {"voices": quist, "evidence": (Evidence(EvidenceKind.TESTIMONY, (0, 4)),)})),
        "rally": claim(d["release"], "A rally will be held in Geneva on 20 August 2024 from 13:00 to 14:30 EST.",
                       "rally",
                       "demonstration", Told(s.ANNOUNCED, When("2024-08-20T13:00", "2024-08-20T14:30",
                                                               Precision.MINUTE),
                                             (place("Geneva", AT),))),
        "access": claim(d["release"], "We call on the High Commissioner for Refugees to seek access to those returned.",
                        "seek access", "halt", Told(s.CALLED_FOR, more={"addressees": (Party("High Commissioner"),)})),
        "relay": claim(d["wire"],
                       "Lantern Watch says that between 90 and 100 people were returned to Myawaddy on Tuesday",
                       "returned", "forced_return",
                       Told(s.REPORTED, night, (place("Myawaddy", TO),), Affected("people"), ("between 90 and 100",
                                                                                              range_),
                            {"voices": (quoted("Lantern Watch", VoiceRole.CITED),)})),
        "denial": claim(d["wire"], "A border official denied that anyone had been returned.", "denied", "forced_return",
                        Told(s.DENIED, more={"voices": (quoted("a border official", VoiceRole.UNNAMED),)})),
        "rival": claim(d["wire"], "They went home of their own will", "went home", "flight",
                       Told(s.ASSERTED, more={"voices": (quoted("a border official", VoiceRole.UNNAMED),)})),
        "counted": claim(d["wire"], "Local monks counted 140 people.", "counted", "forced_return",
                         Told(s.REPORTED, None, (), Affected("people"),
                              ("140", Count(140, 140, 140, Unit.PEOPLE, CountKind.EXACT)),
                              {"voices": (quoted("local monks", VoiceRole.UNNAMED),)})),
        "seen": claim(d["monks"], "We saw at least 120 people taken across to Myawaddy.", "taken across",
                      "forced_return",
                      Told(s.ASSERTED, night, (place("Myawaddy", TO),), Affected("people"), ("at least 120", least))),
        "arrest_ko": claim(d["korean"], "8월 3일 타칠레익에서 12명이 체포되었다고", "체포", "detention",
                           Told(s.ASSERTED, day("2024-08-03"), (place("Tachileik", AT),), Affected("12명"),
                                ("12명", Count(12, 12, 12, Unit.PEOPLE, CountKind.EXACT)))),
        "arrest_en": claim(d["second"], "twelve people were arrested in Tachileik on 3 August", "arrested", "detention",
                           Told(s.REPORTED, day("2024-08-03"), (place("Tachileik", AT),), Affected("people"),
                                ("twelve", Count(12, 12, 12, Unit.PEOPLE, CountKind.EXACT)),
                                {"voices": (quoted("two officers", VoiceRole.UNNAMED),)})),
        "return_zh": claim(d["chinese"], "7月20日有三十人从瑞丽被遣返到木姐", "遣返", "forced_return",
                           Told(s.ASSERTED, day("2024-07-20"), (place("Ruili", FROM), place("Muse", TO)),
                                Affected("人"),
                                ("三十人", Count(30, 30, 30, Unit.PEOPLE, CountKind.EXACT)))),
        "rumour": claim(d["unknown"], "Rumours say that the camp near Hill 40 was burned.", "burned", "destruction",
                        Told(s.POSSIBLE, None, (place("Hill 40", AT),), more={"tentative": True})),
        "denial_zh": claim(d["chinese"], "当局否认有任何遣返", "否认", "forced_return", Told(s.DENIED)),
    }  # fmt: skip


def incidents(c: dict[str, Claim], d: dict[str, Document]) -> tuple[Incident, ...]:
    """One incident of each status that a machine can give."""
    ids = {name: held.id for name, held in c.items()}
    lantern = made_id("voc", "Lantern Watch")

    def incident(title: str, act: str, told: tuple[str, ...], **more: object) -> Incident:
        return Incident(
            id=made_id("inc", title), act=act, title=title, claims=tuple(ids[name] for name in told),
            **more,  # type: ignore[arg-type]
        )  # fmt: skip

    return (
        incident(
            "Forced return from Mae Sot to Myawaddy", "forced_return", ("return", "relay", "seen", "counted"),
            when=day("2024-08-13"), where=c["return"].where, status=Status.DISPUTED, denials=(ids["denial"],),
            affected=Affected("people", count=Count(90, 140, None, Unit.PEOPLE, CountKind.RANGE)),
            rivals=(ids["rival"],),
            origins=2, facets={Facet.HAPPENED: 2, Facet.WHEN: 2, Facet.WHERE: 2, Facet.COUNT: 1}, voices=(lantern,),
            origin_of={d["release"].id: lantern, d["wire"].id: lantern, d["monks"].id: made_id("voc", "Abbey"),
                       d["unknown"].id: None},
            warnings=(Warned(ids["fear"], 42),), reasons=("same act, same place, same day",),
        ),
        incident("Beating at Mae Sot", "torture", ("beaten",), when=day("2024-08-13"), where=(place("Mae Sot", AT),),
                 status=Status.REPORTED, origins=1, origin_of={d["release"].id: lantern}, facets={Facet.HAPPENED: 1}),
        incident("Arrests in Tachileik", "detention", ("arrest_ko", "arrest_en"), when=day("2024-08-03"),
                 where=(place("Tachileik", AT),), status=Status.CORROBORATED, origins=2,
                 affected=Affected("people", count=Count(12, 12, 12, Unit.PEOPLE)),
                 origin_of={d["korean"].id: "푸른등대", d["second"].id: "two officers"}, facets={Facet.HAPPENED: 2}),
        incident("Return from Ruili to Muse", "forced_return", ("return_zh",), when=day("2024-07-20"),
                 where=(place("Ruili", FROM), place("Muse", TO)), status=Status.DISPUTED, denials=(ids["denial_zh"],),
                 origins=1, origin_of={d["chinese"].id: "江畔观察"}),
        incident("Camp said to be burned", "destruction", ("rumour",), where=(place("Hill 40", AT),),
                 status=Status.WARNED, origins=0, origin_of={d["unknown"].id: None}),
    )  # fmt: skip


def findings(incident: Incident, c: dict[str, Claim]) -> tuple[Finding, ...]:
    """A norm that binds and one that does not."""
    return (
        Finding(
            "fnd_cat", incident.id, "cat-1984/3", "state:TH", Bound.YES, "2007-11-01", "2025-01-31",
            "status table, known to 2025-03-01",
            (Element("removal", "Removal of a person to another state", ElementState.CONTESTED, (c["return"].id,
                                                                                                 c["seen"].id),
                     (c["denial"].id, c["rival"].id)),
             Element("risk", "Substantial grounds for believing that torture threatens", ElementState.MISSING),
             Element("authority", "By or with the consent of the state", ElementState.MET, (c["return"].id,))),
            FindingVerdict.ELEMENTS_MISSING, ("The risk is judged on the day of the removal.",),
        ),
        Finding("fnd_ref", incident.id, "ref-1951/33", "state:TH", Bound.NO, verdict=FindingVerdict.NOT_BOUND,
                caveats=("Custom may bind where the treaty does not.",)),
    )  # fmt: skip


def make_record() -> Record:
    """The whole sample."""
    d = documents()
    c = claims(d)
    held = incidents(c, d)
    return Record(
        documents=tuple(d.values()),
        claims=tuple(c.values()),
        voices=(
            Voice(made_id("voc", "Lantern Watch"), "Lantern Watch", kind=VoiceKind.ORGANISATION,
                  speaks_in=(d["release"].id, d["wire"].id)),
            Voice(made_id("voc", "Abbey"), "Abbey of Two Rivers", speaks_in=(d["monks"].id,)),
            Voice(made_id("voc", "Quist"), "Orla Quist", ("Dr. Quist",), VoiceKind.PERSON, ("Lantern Watch",),
                  (d["warning"].id, d["release"].id), ("“Dr. Quist” signs the text of Orla Quist.",)),
        ),
        incidents=held,
        findings=findings(held[0], c),
        asks=(
            Ask("ask_stop", "Government of Thailand", "halt", "stop all returns", None, (c["stop"].id,),
                ("Orla Quist",)),
            Ask("ask_access", "High Commissioner for Refugees", "halt", "seek access to those returned", "2024-09-01",
                (c["access"].id,), ("Lantern Watch",)),
        ),
        actions=(
            Action("act_rally", "demonstration", "Rally for those returned", "2024-08-20T13:00", "2024-08-20T14:30",
                   "Europe/Zurich", True, "Geneva", None, "announced", (c["rally"].id,)),
            Action("act_mass", "commemoration", "Remembrance", None, None, None, False, None, None, "announced", ()),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def record() -> Record:
    """The sample record."""
    return make_record()


@pytest.fixture(scope="session")
def judgements(record: Record) -> tuple[Judgement, ...]:
    """One person's word on one claim, after an earlier one that was withdrawn."""
    about = record.claims[3].id
    return (
        Judgement("jdg_1", about, JudgementVerdict.REJECT, None, "wrong day", "Ines Malko", "2024-09-01T08:00:00Z"),
        Judgement("jdg_2", about, JudgementVerdict.WITHDRAW, None, "", "Ines Malko", "2024-09-01T09:00:00Z", "jdg_1"),
        Judgement("jdg_3", about, JudgementVerdict.ACCEPT, None, "read twice", "Ines Malko", "2024-09-02T08:00:00Z"),
    )
