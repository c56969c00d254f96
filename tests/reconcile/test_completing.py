"""Reports that give neither day nor place join the one happening they fit; slips of the pen and two sides of a day."""

from dataclasses import replace

from building import claim, document, people
from clarion.model import Claim, Document, Incident, Place, PlaceKind, StanceKind, When
from clarion.reconcile import reconcile
from clarion.reconcile.likeness import nearness

SQUARE = (("at", "Vardograd", "NO"),)
# three reports that share names and no wording, so that none is a copy of another
TEXTS = {
    "paper": "A search of the chapel in Vardograd went on while the ferry to Osterlund waited.",
    "other": "At noon the boat for Osterlund left without us, and Vardograd was quiet again.",
    "note": "Our choir comes from Vardograd; its boys sing in Osterlund on feast days.",
}


def of_act(documents: list[Document], claims: list[Claim], act: str) -> list[Incident]:
    return [incident for incident in reconcile(documents, claims).incidents if incident.act == act]


def told_in_full(name: str, day: str, where: tuple[tuple[str, str, str], ...] = SQUARE) -> tuple[Document, Claim]:
    paper = document(name, publisher=f"{name} Daily", published=day, text=TEXTS.get(name, "Relayed."))
    return paper, claim(paper, "detention", 0, when=day, where=where, count=people(best=12))


def told_barely() -> tuple[Document, Claim]:
    note = document("note", publisher="Osterlund Parish", published="2024-05-09", text=TEXTS["note"])
    return note, claim(note, "detention", 0, count=people(best=9))


def test_a_bare_report_joins_the_only_happening_that_it_fits() -> None:
    paper, arrests = told_in_full("paper", "2024-05-04")
    note, bare = told_barely()
    (incident,) = of_act([paper, note], [arrests, bare], "detention")
    assert len(incident.claims) == 2


def test_a_bare_report_that_fits_two_happenings_stays_apart() -> None:
    paper, arrests = told_in_full("paper", "2024-05-04")
    other, more = told_in_full("other", "2024-05-05", (("at", "Sandmark", "NO"),))
    note, bare = told_barely()
    found = of_act([paper, other, note], [arrests, more, bare], "detention")
    assert sorted(len(incident.claims) for incident in found) == [1, 1, 1]


def test_a_flight_told_in_passing_does_not_join_the_only_flight_told() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-04", text=TEXTS["paper"])
    note = document("note", publisher="Osterlund Parish", published="2024-05-09", text=TEXTS["note"])
    left = claim(paper, "flight", 0, when="2024-05-04", where=SQUARE, count=people(best=60))
    found = of_act([paper, note], [left, claim(note, "flight", 0)], "flight")
    assert len(found) == 2


def test_a_place_misspelt_and_put_in_another_country_is_the_same_place() -> None:
    paper, arrests = told_in_full("paper", "2024-05-04", (("at", "Vardogradde", "NO"),))
    relay, again = told_in_full("relay", "2024-05-04", (("at", "Vardograde", "SE"),))
    (incident,) = of_act([paper, relay], [arrests, again], "detention")
    assert len(incident.claims) == 2


def test_places_of_other_names_in_two_countries_stay_apart() -> None:
    paper, arrests = told_in_full("paper", "2024-05-04", (("at", "Vardogradde", "NO"),))
    relay, again = told_in_full("relay", "2024-05-04", (("at", "Ostmark", "SE"),))
    assert len(of_act([paper, relay], [arrests, again], "detention")) == 2


def test_officers_hurt_are_counted_apart_from_people_hurt() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05", text=TEXTS["paper"])
    force = document("force", publisher="Vardograd Police", published="2024-05-05", text=TEXTS["note"])
    crowd = claim(paper, "injury", 0, when="2024-05-04", where=SQUARE, count=people(best=14))
    officers = claim(force, "injury", 0, when="2024-05-04", where=SQUARE, who="officers", count=people(best=6))
    assert len(of_act([paper, force], [crowd, officers], "injury")) == 2


def test_a_second_attack_told_in_the_same_sentence_is_another_attack() -> None:
    text = "They shelled the market and spoke of a second attack on the bridge."
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05", text=text)
    first = claim(paper, "attack", text.index("shelled"), when="2024-05-04", where=SQUARE)
    second = claim(paper, "attack", text.index("attack"))
    assert len(of_act([paper], [first, second], "attack")) == 2


def test_a_clock_time_alone_gives_no_day_of_its_own() -> None:
    text = "On 4 May they were taken away. They were led off at about 3 a.m. by men in grey."
    paper = document("paper", publisher="Fjord Daily", published="2024-05-08", text=text)
    at = text.index("about 3 a.m.")
    night = When("2024-05-08T03:00", None, span=(at, at + len("about 3 a.m.")))
    claims = [
        claim(paper, "detention", text.index("taken"), when="2024-05-04", where=SQUARE),
        claim(paper, "detention", text.index("led"), when=night),
    ]
    (incident,) = of_act([paper], claims, "detention")
    assert incident.when is not None
    assert incident.when.start == "2024-05-04"


def test_two_years_that_follow_each_other_are_not_one_time() -> None:
    text = "Two were killed there in 2017, four in 2018."
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05", text=TEXTS["paper"])
    union = document("union", publisher="Vardograd Miners", published="2024-05-06", text=text)
    first = claim(paper, "killing", 0, when=When("2017-01-01", "2018-01-01"), where=SQUARE, count=people(best=2))
    second = claim(union, "killing", 0, when=When("2018-01-01", "2019-01-01"), where=SQUARE, count=people(best=4))
    assert len(of_act([paper, union], [first, second], "killing")) == 2


def test_a_dated_death_does_not_give_its_day_to_another_figure() -> None:
    text = "Nine bodies were brought to us. A man of fifty died on the table on Saturday."
    clinic = document("clinic", publisher="Vardograd Clinic", published="2024-05-08", text=text)
    bodies = claim(clinic, "killing", text.index("bodies"), count=people(best=9))
    man = claim(clinic, "killing", text.index("died"), when="2024-05-06", count=people(best=1))
    found = of_act([clinic], [bodies, man], "killing")
    assert sorted(len(incident.claims) for incident in found) == [1, 1]


def test_a_writer_whose_word_another_report_passes_on_is_one_origin_with_the_writers_own_report() -> None:
    thread = document(
        "thread", publisher="Vardograd Live", authors=("Fodde Tambarin",), published="2024-05-04", text=TEXTS["paper"]
    )
    wire = document("wire", publisher="Savanne Press", published="2024-05-05", text=TEXTS["other"])
    own = claim(thread, "attack", 0, when="2024-05-04", where=SQUARE)
    passed_on = claim(wire, "attack", 0, when="2024-05-04", where=SQUARE, voices=("Fodde Tambarin",))
    (incident,) = of_act([thread, wire], [own, passed_on], "attack")
    assert incident.origins == 1


def test_what_someone_says_is_traced_to_nobody() -> None:
    paper = document("paper", publisher="Fjord Daily", published="2024-05-05", text=TEXTS["paper"])
    heard = claim(paper, "attack", 0, stance=StanceKind.REPORTED, when="2024-05-04", where=SQUARE, voices=("Someone",))
    (incident,) = of_act([paper], [heard], "attack")
    assert incident.origins == 0


def test_two_villages_that_no_gazetteer_knows_are_two_places() -> None:
    velkan, tarvo = (Place(name, country="MZ", kind=PlaceKind.OTHER) for name in ("Velkan", "Tarvo"))
    assert nearness(velkan, tarvo) is False
    assert nearness(velkan, replace(velkan, name="Velkann")) is True
