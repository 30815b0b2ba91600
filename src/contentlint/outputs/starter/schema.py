"""A file with a JSON Schema for front matter that the short form cannot describe: maps with keys of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from json import dumps
from typing import Any
from zlib import crc32

from contentlint.engine.survey.front_matter import Asked, GroupName, TypedKey
from contentlint.outputs.starter.wording import name_of
from contentlint.rules.base import Message
from contentlint.rules.front_matter.schema.short import to_json_schema

_TITLE = Message(en="Front matter of {group}", nl="Front matter van {group}")
_DESCRIPTION = Message(
    en="Written by ‘contentlint init’ from what {pages} pages hold. Other keys are allowed, too.",
    nl="Door ‘contentlint init’ opgesteld naar wat er in {pages} pagina’s staat. Andere sleutels mogen ook.",
)


def schema_name(asked: Asked) -> str:
    """Return the path of the file, relative to the folder of the settings; empty when the short form says it all."""
    if not any(one.members for one in asked.types):
        return ""
    return f"rules/front-matter.{_file_stem(asked.group)}.schema.json"


def _file_stem(group: GroupName) -> str:
    """Return a name that any file system takes, another one for each group."""
    if not group.section:
        return f"_{group.kind}"
    stem = re.sub(r"[^a-z0-9]+", "-", group.section.lower()).strip("-")
    return stem if stem == group.section else f"{stem}-{crc32(group.section.encode('utf-8', 'surrogatepass')):08x}"


def schema_file(asked: Asked, language: str) -> str:
    """Return the text of the file."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE(group=name_of(asked.group)).render(language),
        "description": _DESCRIPTION(pages=asked.pages).render(language),
        "type": "object",
        **_schema(asked.required, asked.types),
    }
    text = dumps(schema, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", "?", text) + "\n"


def short_type(one: TypedKey) -> str | dict[str, object]:
    """Return what the short form says of a key: a type, or a type with the choices that there are."""
    return {"type": one.type, "one-of": list(one.choices)} if one.fixed else one.type


def _schema(required: Iterable[str], types: Iterable[TypedKey]) -> dict[str, Any]:
    keys = {one.key: one for one in types}
    schema: dict[str, Any] = to_json_schema(
        {"required": required, "types": {key: short_type(one) for key, one in keys.items()}}
    )
    for key, one in keys.items():
        if one.members or one.needed:
            schema["properties"][key] |= _schema(one.needed, one.members)
    return schema
