"""The JSON Schema of a record, generated from the nouns.

`python -m clarion.model.schema` writes it; `--check` fails when the written one is not what the nouns give.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from clarion.model.record import NOT_RECORDED, Record

WRITTEN = Path(__file__).parents[3] / "docs" / "record.schema.json"


def record_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what `Record.to_json` writes: every field stands in every item."""
    schema = msgspec.json.schema(Record)
    definitions = schema["$defs"]
    for noun, names in NOT_RECORDED.items():
        for name in names:
            definitions[noun.__name__]["properties"].pop(name)
    for definition in definitions.values():
        if "properties" in definition:
            # a text is only there on request
            definition["required"] = [name for name in definition["properties"] if name != "text"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Clarion record", **schema}


def main(arguments: list[str]) -> int:
    """Write the schema, or with `--check` say whether the written one is up to date. Returns the exit status."""
    text = json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n"
    if "--check" in arguments:
        fresh = WRITTEN.is_file() and WRITTEN.read_text(encoding="utf-8") == text
        if not fresh:
            print(f"{WRITTEN.name} is not what the nouns give: run python -m clarion.model.schema", file=sys.stderr)
        return 0 if fresh else 1
    WRITTEN.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
