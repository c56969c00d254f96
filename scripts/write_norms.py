"""Write `docs/norms.md`: every norm that incidents are held against, from the norms' own files.

python scripts/write_norms.py
"""

from collections.abc import Iterable
from pathlib import Path

from clarion.assess import Norm, norms

PAGE = Path(__file__).resolve().parent.parent / "docs" / "norms.md"
_HEAD = """# Norms

Made by `python scripts/write_norms.py` from the files in `src/clarion/assess/norms/`; do not edit.
What a norm's file says and how a finding is made: [assess](assess.md).

| norm | what | asks | engaged by |
|---|---|---|---|
"""


def page(listed: Iterable[Norm]) -> str:
    """The page: one line for each norm, those with the same id side by side."""
    ordered = sorted(listed, key=lambda norm: (norm.id, norm.title, norm.obligation))
    return _HEAD + "".join(
        f"| `{norm.id}` | {norm.title} | {norm.obligation} | {', '.join(norm.acts)} |\n" for norm in ordered
    )


if __name__ == "__main__":
    PAGE.write_text(page(norms()), encoding="utf-8")
