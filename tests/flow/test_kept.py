"""A case that stays open is reconciled by what is new, and stands as if it had been reconciled at once."""

from pathlib import Path

import clarion

TEXTS = {
    "one.txt": "Northern Rights Forum\n3 May 2024\n\nForty asylum seekers were deported from Vardo on 2 May 2024.\n",
    "two.txt": "Fjord Daily\n4 May 2024\n\nThe Northern Rights Forum said 40 people were deported from Vardo.\n",
    "three.txt": "Coast Radio\n9 May 2024\n\nThe ministry denied that anybody was deported from Vardo.\n",
    "four.txt": "Fjord Daily\n9 May 2024\n\nPolice arrested nine journalists in Osh on 8 May 2024.\n",
}


def test_documents_added_one_by_one_give_the_record_of_all_at_once(tmp_path: Path) -> None:
    paths = _written(tmp_path)
    with clarion.Case.open(tmp_path / "grown") as grown:
        for path in paths:
            _work(grown, [path])
        one_by_one = grown.record()
        grown.verify()
    with clarion.Case.open(tmp_path / "whole") as whole:
        _work(whole, paths)
        assert whole.record() == one_by_one


def test_a_judgement_and_an_erasure_between_two_runs_are_heeded(tmp_path: Path) -> None:
    paths = _written(tmp_path)
    with clarion.Case.open(tmp_path / "case") as case:
        _work(case, paths)
        claim = case.record().claims[0]
        case.judge(claim.id, "reject", "misread")
        case.reconcile()
        assert all(claim.id not in incident.claims for incident in case.record().incidents)
        case.erase(paths[-1].name, "asked for")
        _work(case, paths[:1])
        case.verify()


def _written(folder: Path) -> list[Path]:
    paths = [folder / name for name in TEXTS]
    for path in paths:
        path.write_text(TEXTS[path.name], encoding="utf-8")
    return paths


def _work(case: clarion.Case, paths: list[Path]) -> None:
    case.preserve(paths)
    case.read()
    case.extract()
    case.reconcile()
