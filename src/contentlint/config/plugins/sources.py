"""Where settings say that further rules come from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from contentlint.config.shapes import Key, ListOf, Table, Text
from contentlint.text.records import NamedTuple

PACKS: Final = Path(__file__).parents[2] / "packs"
"""The folder of the packs that ship with the package."""

FOLDER: Final = "rules-folder"
PACK_LIST: Final = "packs"
PLUGIN_LIST: Final = "plugins"


def pack_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with the package."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.yaml")))


def source_keys() -> Mapping[str, Key]:
    """Return the declaration of the settings that name rules."""
    return {
        FOLDER: Key(Text(), "The folder with rules of this site: *.yaml, and *.py, which is code that is run."),
        PACK_LIST: Key(
            ListOf(Text(choices=pack_names())), "Packs of rules that come with contentlint, to be used here."
        ),
        PLUGIN_LIST: Key(ListOf(Text()), "Installed plug-ins whose rules hold here, by name."),
    }


class Sources(NamedTuple):
    """What the settings name: a folder with rules, packs that ship with the package, installed plug-ins."""

    folder: str | None = None
    packs: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()

    @classmethod
    def of(cls, table: object) -> Sources:
        """Return what a table of settings names; what is wrong with it is found when the whole of it is read."""
        values: dict[str, Any] = {}
        if isinstance(table, dict):
            keys = source_keys()
            known = {name: value for name, value in table.items() if name in keys}
            if known:
                values = dict(Table(keys).read(known, (), []) or {})  # type: ignore[call-overload]  # a dict for a dict
        return cls(values.get(FOLDER), values.get(PACK_LIST, ()), values.get(PLUGIN_LIST, ()))
