"""Judgements shape the incidents of a case and leave no trace when withdrawn; what rests on a thing is listed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clarion.cli import main
from clarion.flow import Case
from clarion.flow.explaining import explain_incident, explain_warnings
from clarion.model import Incident, Status
from clarion.model.errors import BadRequest
from clarion.store.projection import dump

LATER = (
    "Harbour Light\n\n20 May 2023\n\nPolice arrested twelve fishermen in Athens on 3 May 2023, Harbour Light said.\n"
)


def _do_all(case: Case) -> None:
    for verb in ("read", "extract", "reconcile", "assess", "respond"):
        getattr(case, verb)()


@pytest.fixture
def case(tmp_path: Path, reports: Path) -> Iterator[Case]:
    """A case of the reports with all verbs done."""
    with Case.open(tmp_path / "case") as opened:
        opened.preserve([reports])
        _do_all(opened)
        yield opened


def incidents(case: Case, act: str = "detention") -> list[Incident]:
    return [one for one in case.record().incidents if one.act == act]


def voices_and_incidents(case: Case) -> list[bytes]:
    with case._folder.reading() as connection:
        return [line for line in dump(connection) if b'"table":"incidents"' in line or b'"table":"voices"' in line]


def test_a_confirmed_incident_is_confirmed_after_the_next_run_and_reported_when_it_is_withdrawn(case: Case) -> None:
    before = voices_and_incidents(case)
    one = incidents(case)[0]
    said = case.judge(one.id, "confirmed", "seen on two films")
    case.reconcile()
    assert [i.status for i in incidents(case) if i.id == one.id] == [Status.CONFIRMED]
    case.judge(said.id, "withdraw", "the films were of another day")
    case.reconcile()
    assert voices_and_incidents(case) == before
    case.verify()


def test_two_incidents_judged_the_same_are_joined_and_parted_again(case: Case, reports: Path) -> None:
    (reports / "second.txt").write_text(
        "Police arrested nine teachers in Lisbon on 20 June 2023, Lantern Watch said.\n"
    )
    case.preserve([reports])
    _do_all(case)
    before = voices_and_incidents(case)
    one, other = incidents(case)[:2]
    said = case.judge(one.id, "same", "one raid", value=other.id)
    case.reconcile()
    (joined,) = [i for i in incidents(case) if said.id in i.judged]
    assert set(one.claims) | set(other.claims) <= set(joined.claims)
    assert "one raid" in explain_incident(case.record(), joined.id)
    case.judge(said.id, "withdraw", "two raids after all")
    case.reconcile()
    assert voices_and_incidents(case) == before


def test_a_judgement_holds_when_documents_are_added(case: Case, reports: Path) -> None:
    one = incidents(case)[0]
    case.judge(one.id, "refuted", "a film set")
    (reports / "later.txt").write_text(LATER)
    case.preserve([reports])
    _do_all(case)
    assert [i.status for i in incidents(case) if i.id == one.id] == [Status.REFUTED]
    assert case.second_looks() == []


@pytest.mark.parametrize(
    ("verdict", "value"),
    [("same", None), ("same", "doc"), ("prefer", None), ("not_same", "fnd_1")],
)
def test_a_word_that_lacks_what_it_needs_is_refused(case: Case, verdict: str, value: str | None) -> None:
    with pytest.raises(BadRequest):
        case.judge(incidents(case)[0].id, verdict, "why", value=value)


def test_only_an_incident_can_be_confirmed(case: Case) -> None:
    with pytest.raises(BadRequest, match="an incident"):
        case.judge(case.record().claims[0].id, "confirmed", "why")


def test_all_that_rests_on_a_document_is_listed(case: Case, tmp_path: Path) -> None:
    case.publish(tmp_path / "dossier.html", view="sealed")
    rests = case.rests_on("north/border.txt")
    record = case.record()
    document = next(one.id for one in record.documents if one.path == "north/border.txt")
    told = {claim.id for claim in record.claims if claim.document == document}
    assert {claim.id for claim in rests.claims} == told
    assert {one.id for one in rests.incidents} >= {one.id for one in record.incidents if set(one.claims) & told}
    assert [one.title for one in rests.figures if "90" in one.title]
    assert {finding.incident for finding in rests.findings} <= {one.id for one in rests.incidents}
    assert rests.findings
    assert {ask.id for ask in rests.asks} == {ask.id for ask in record.asks if set(ask.claims) & told}
    assert [one.path for one in rests.publications] == [str(tmp_path / "dossier.html")]


def test_a_dossier_from_before_a_document_does_not_rest_on_it(case: Case, reports: Path, tmp_path: Path) -> None:
    case.publish(tmp_path / "dossier.html", view="sealed")
    (reports / "later.txt").write_text(LATER)
    case.preserve([reports])
    _do_all(case)
    assert case.rests_on("later.txt").publications == ()


def test_what_rests_on_a_claim_a_voice_and_a_judgement_is_listed(case: Case) -> None:
    one = incidents(case)[0]
    said = case.judge(one.id, "confirmed", "seen")
    case.reconcile()
    record = case.record()
    voice = next(voice for voice in record.voices if voice.name == "Lantern Watch")
    assert one.id in {i.id for i in case.rests_on(one.claims[0]).incidents}
    assert one.id in {i.id for i in case.rests_on(said.id).incidents}
    assert {i.act for i in case.rests_on(voice.id).incidents} >= {"detention"}


@pytest.mark.parametrize("about", ["clm_0", "voi_0", "jdg_0", "inc_0", "nowhere.txt"])
def test_nothing_rests_on_what_the_case_does_not_hold(case: Case, about: str) -> None:
    with pytest.raises(BadRequest):
        case.rests_on(about)


def test_a_judgement_that_changed_is_listed_with_what_rests_on_it(case: Case) -> None:
    assert case.changes() == []
    one = incidents(case)[0]
    case.judge(one.id, "confirmed", "seen")
    case.judge(one.id, "refuted", "a film set")
    (changed,) = case.changes()
    assert one.id in {i.id for i in changed.rests.incidents}
    assert "a film set" in "\n".join(changed.lines())


def test_a_source_that_takes_its_account_back_is_listed_with_what_rests_on_it(case: Case, reports: Path) -> None:
    (reports / "retraction.txt").write_text(
        "Lantern Watch\n\nQuellwater, 30 May 2023\n\nLantern Watch withdraws its statement that police arrested twelve"
        " fishermen in Athens on 3 May 2023.\n"
    )
    case.preserve([reports])
    _do_all(case)
    changed = [one for one in case.changes() if "takes back" in "\n".join(one.lines())]
    assert changed
    assert any(one.act == "detention" for change in changed for one in change.rests.incidents)


def test_the_commands_judge_and_list(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, folder = incidents(case)[0], str(tmp_path / "case")
    case.close()
    assert main(["judge", folder, one.id, "confirmed", "--reason", "seen"]) == 0
    assert main(["reconcile", folder]) == 0
    assert main(["reconcile", folder, "--explain", one.id]) == 0
    assert main(["rests", folder, one.id]) == 0
    assert main(["rests", folder]) == 0
    assert main(["reconcile", folder, "--warnings"]) == 0
    assert main(["rests", folder, "nowhere.txt"]) == 1
    told = capsys.readouterr().out
    assert "a person judged it confirmed: seen" in told
    assert f"incident {one.id}" in told
    assert "no voice forecast anything" in told


def test_explaining_tells_how_an_incident_is_answered(case: Case) -> None:
    denied = next(one for one in incidents(case, "forced_return") if one.denials)
    assert "answers\n  occurrence" in explain_incident(case.record(), denied.id)
    assert explain_warnings(case.record())
