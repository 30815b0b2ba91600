"""The JSON Schema of the settings, for editors that complete and check TOML."""

from __future__ import annotations

from contentlint.config.keys import declare
from contentlint.config.shapes import Definitions
from contentlint.rules.registry import Registry

URL = "https://contentlint.readthedocs.io/en/latest/contentlint.schema.json"


def settings_schema(registry: Registry) -> dict[str, object]:
    """Return the schema (draft 2020-12) of ``contentlint.toml``, for the rules of a registry.

    It accepts all that the program accepts; what JSON Schema cannot say, such as how patterns for paths are written,
    only the program checks.
    """
    definitions: Definitions = {}
    schema = declare(registry).json_schema(definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": URL,
        "title": "Settings of contentlint",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }
