"""Writes the JSON Schemas of the settings and of files with rules to docs/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from contentlint.config.plugins.rule_keys import rule_file_schema
from contentlint.config.schema import settings_schema
from contentlint.rules.registry import builtin

DOCS = Path(__file__).parents[1] / "docs"


def schemas() -> Mapping[str, dict[str, object]]:
    """Return the schemas by the names of their files; the same rules give the same schemas."""
    return {"contentlint.schema.json": settings_schema(builtin()), "rule-file.schema.json": rule_file_schema()}


def text_of(schema: dict[str, object]) -> str:
    """Return a schema as it is written."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the schemas."""
    DOCS.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (DOCS / name).write_text(text_of(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
