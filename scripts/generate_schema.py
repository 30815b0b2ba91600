"""Writes the JSON Schema of the settings to docs/contentlint.schema.json."""

from __future__ import annotations

import json
from pathlib import Path

from contentlint.config.schema import settings_schema
from contentlint.rules.registry import builtin

TARGET = Path(__file__).parents[1] / "docs" / "contentlint.schema.json"


def main() -> None:
    """Write the schema; the same rules give the same bytes."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(settings_schema(builtin()), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
