"""Writes the index of the built-in rules, ``src/contentlint/rules/index.py``, from their classes.

A run chooses its rules by the index, and loads only those that may find something.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from contentlint import rules
from contentlint.rules.base import AnyRule, RuleBase
from contentlint.rules.entry import facts_of

INDEX = Path(__file__).parents[1] / "src" / "contentlint" / "rules" / "index.py"
_HEAD = '''"""What is known of each built-in rule before it is loaded. Made by ``make generated`` from the rules; do not edit."""

from typing import Any, Final

# fmt: off
ENTRIES: Final[tuple[tuple[Any, ...], ...]] = (
'''


def classes() -> list[type[AnyRule]]:
    """Return the built-in rules, by code: every class with an ``info`` in the families' folders."""
    found = (
        value
        for name in _modules()
        for value in vars(import_module(name)).values()
        if isinstance(value, type)
        and issubclass(value, RuleBase)
        and value.__module__ == name
        and "info" in vars(value)
    )
    return sorted(found, key=lambda rule: rule.info.code)


def _modules() -> Iterator[str]:
    for family in pkgutil.iter_modules(rules.__path__):
        if family.ispkg:
            package = import_module(f"{rules.__name__}.{family.name}")
            for module in pkgutil.iter_modules(package.__path__):
                yield f"{package.__name__}.{module.name}"


def text() -> str:
    """Return the index as it is written; the same rules give the same text."""
    return _HEAD + "".join(f"    {_line(rule)},\n" for rule in classes()) + ")\n"


def _line(rule: type[AnyRule]) -> str:
    return _written(facts_of(rule))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(_written, value))}{',' * (len(value) == 1)})"
    return json.dumps(value) if isinstance(value, str) else repr(value)


def main() -> None:
    """Write the index."""
    INDEX.write_text(text(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
