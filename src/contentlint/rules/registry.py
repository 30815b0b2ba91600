"""Finds rules by name and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from contentlint.rules.base import BUILTIN_FAMILIES, BoundMessage
from contentlint.rules.entry import RuleEntry
from contentlint.text import SourceText, Span
from contentlint.text.records import NamedTuple

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
        entries: the rules.
        problems: what kept further rules out.
        complete: whether these are all the rules that the settings speak of. If not, a rule that is not known may be one
            of those that are not here.

    Attributes:
        families: the letters of all families, those of the built-in rules first.
    """

    def __init__(
        self,
        entries: Iterable[RuleEntry],
        *,
        problems: tuple[RuleFileProblem, ...] = (),
        complete: bool = True,
    ) -> None:
        self.problems: Final = problems
        self.complete: Final = complete
        self._by_name: Final[dict[str, RuleEntry]] = {}
        self._by_code: Final[dict[str, RuleEntry]] = {}
        for entry in sorted(entries, key=lambda entry: entry.code):
            if entry.name in self._by_name or entry.code in self._by_code:
                message = f"{entry.rule.__module__}.{entry.rule.__name__}: {entry.name} ({entry.code}) exists already"
                raise DuplicateRuleError(message)
            self._by_name[entry.name] = entry
            self._by_code[entry.code] = entry
        builtin_letters = [family.value for family in BUILTIN_FAMILIES.values()]
        self.families: Final = tuple(dict.fromkeys([*builtin_letters, *(entry.family for entry in self)]))

    def __iter__(self) -> Iterator[RuleEntry]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def get(self, key: str) -> RuleEntry | None:
        """Return the rule with that name or code, in any case of letters; old names are known too."""
        return self._by_name.get(RENAMED.get(key.lower(), key.lower())) or self._by_code.get(key.upper())

    def select(self, key: str) -> list[RuleEntry]:
        """Return the rules meant by a name, a code, the letters of a family, or ``ALL``; an empty list when unknown."""
        if rule := self.get(key):
            return [rule]
        if key.upper() == "ALL":
            return list(self)
        if key.upper() in self.families:
            return [entry for entry in self if entry.family == key.upper()]
        return []

    @property
    def fingerprint(self) -> str:
        """A text that changes when a rule that is not built in may find something else than before."""
        return " ".join(f"{entry.name}={entry.origin.fingerprint}" for entry in self if entry.origin is not None)

    def suggest(self, key: str) -> str | None:
        """Return the name or code nearest to an unknown key, for "did you mean"."""
        import difflib  # noqa: PLC0415 - only for a mistake

        keys = [*self._by_name, *(code.lower() for code in self._by_code)]
        # Who writes the first words of a name means that name, though another may be as near by its letters.
        begun = [name for name in keys if name.startswith(f"{key.lower()}-")]
        near = difflib.get_close_matches(key.lower(), begun or keys, n=1, cutoff=0.5 if begun else 0.7)
        return (near[0].upper() if near[0].upper() in self._by_code else near[0]) if near else None


@cache
def builtin() -> Registry:
    """Return the rules that come with the package."""
    from contentlint.rules.index import ENTRIES  # noqa: PLC0415 - it is made from classes that import this module

    return Registry(RuleEntry(*facts) for facts in ENTRIES)
