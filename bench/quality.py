"""How right reading is: the scores of the gate, and of each part beside peers on public data.

The small gold of the repository is always scored. The larger gold and the public data are not part of the repository
(their licences do not allow copies); they are scored when they lie beside it or at CLARION_SHARED.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CLARION_SHARED", REPOSITORY.parent / "shared"))
# speed is measured by speed.py, in CPU time
TASKS = ("dates", "figures", "places", "voices", "stance", "acts", "copies")

Scores = dict[str, dict[str, float]]


def gold_scores() -> Scores:
    """Scores in percent by part of the gold: `own…`, and where it is at hand `dev` and `unread`."""
    gate = _module(REPOSITORY / "tests" / "gold" / "gate.py")
    scores: Scores = gate.own_scores()
    if (SHARED / "gold" / "dev").is_dir():
        scores.update(gate.dev_scores())
    return scores


def part_scores() -> dict[str, Any]:
    """Task -> set -> {"note": what the set is, name of a program: {column: figure}}; empty without the public data."""
    kit = SHARED / "bench" / "run.py"
    if not kit.is_file():
        return {}
    command = [sys.executable, str(kit), *TASKS, "--json"]
    done = subprocess.run(command, cwd=kit.parent, capture_output=True, text=True, check=True)
    scores: dict[str, Any] = json.loads(done.stdout)
    return scores


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(f"gold_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
