"""Finds rules by name and code."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from contentlint import rules
from contentlint.rules.base import BUILTIN_FAMILIES, AnyRule, BoundMessage, RuleBase
from contentlint.text import SourceText, Span

RENAMED: Final[Mapping[str, str]] = {}
"""Old names of rules and the names they have now."""


class DuplicateRuleError(ValueError):
    """Two rules share a name or a code."""


class RuleFileProblem(NamedTuple):
    """Why rules that the settings name could not be had; ``span`` is the place in ``source``, the text of the file."""

    path: Path
    source: SourceText
    span: Span
    message: BoundMessage


class Registry:
    """A set of rules with unique names and codes, in order of code.

    Args:
        classes: the rules.
        problems: what kept further rules out.
        complete: whether these are all the rules that the settings speak of. If not, a rule that is not known may be one
            of those that are not here.

    Attributes:
        families: the letters of all families, those of the built-in rules first.
    """

    def __init__(
        self,
        classes: Iterable[type[AnyRule]],
        *,
        problems: tuple[RuleFileProblem, ...] = (),
        complete: bool = True,
    ) -> None:
        self.problems: Final = problems
        self.complete: Final = complete
        self._by_name: Final[dict[str, type[AnyRule]]] = {}
        self._by_code: Final[dict[str, type[AnyRule]]] = {}
        for cls in sorted(classes, key=lambda cls: cls.info.code):
            if cls.info.name in self._by_name or cls.info.code in self._by_code:
                message = f"{cls.__module__}.{cls.__name__}: {cls.info.name} ({cls.info.code}) exists already"
                raise DuplicateRuleError(message)
            self._by_name[cls.info.name] = cls
            self._by_code[cls.info.code] = cls
        builtin_letters = [family.value for family in BUILTIN_FAMILIES.values()]
        self.families: Final = tuple(dict.fromkeys([*builtin_letters, *(cls.info.family.value for cls in self)]))

    def __iter__(self) -> Iterator[type[AnyRule]]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def get(self, key: str) -> type[AnyRule] | None:
        """Return the rule with that name or code, in any case of letters; old names are known too."""
        return self._by_name.get(RENAMED.get(key.lower(), key.lower())) or self._by_code.get(key.upper())

    def select(self, key: str) -> list[type[AnyRule]]:
        """Return the rules meant by a name, a code, the letters of a family, or ``ALL``; an empty list when unknown."""
        if rule := self.get(key):
            return [rule]
        if key.upper() == "ALL":
            return list(self)
        if key.upper() in self.families:
            return [cls for cls in self if cls.info.family.value == key.upper()]
        return []

    @property
    def fingerprint(self) -> str:
        """A text that changes when a rule that is not built in may find something else than before."""
        return " ".join(f"{cls.info.name}={cls.origin.fingerprint}" for cls in self if cls.origin is not None)

    def suggest(self, key: str) -> str | None:
        """Return the name or code nearest to an unknown key, for "did you mean"."""
        import difflib  # noqa: PLC0415 - only for a mistake

        keys = [*self._by_name, *(code.lower() for code in self._by_code)]
        # Who writes the first words of a name means that name, though another may be as near by its letters.
        begun = [name for name in keys if name.startswith(f"{key.lower()}-")]
        near = difflib.get_close_matches(key.lower(), begun or keys, n=1, cutoff=0.5 if begun else 0.7)
        return (near[0].upper() if near[0].upper() in self._by_code else near[0]) if near else None


def _modules() -> Iterator[str]:
    for family in pkgutil.iter_modules(rules.__path__):
        if family.ispkg:
            package = import_module(f"{rules.__name__}.{family.name}")
            for module in pkgutil.iter_modules(package.__path__):
                yield f"{package.__name__}.{module.name}"


@cache
def builtin() -> Registry:
    """Return the rules that come with the package: every rule with an ``info`` in the families' folders."""
    return Registry(
        value
        for name in _modules()
        for value in vars(import_module(name)).values()
        if isinstance(value, type)
        and issubclass(value, RuleBase)
        and value.__module__ == name
        and "info" in vars(value)
    )
