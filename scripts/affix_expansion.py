"""Reads a Hunspell dictionary (.aff and .dic, as hunspell(5) describes them) and lists every form with its flags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Affix(NamedTuple):
    """One line of an affix class: remove ``strip``, add ``add``, when the word fits ``condition``."""

    flag: str
    prefix: bool
    crosses: bool
    strip: str
    add: str
    continuation: frozenset[str]
    condition: re.Pattern[str]

    def apply(self, word: str) -> str | None:
        """Return the form, or None when the affix does not fit the word."""
        if not self.condition.search(word):
            return None
        if self.prefix:
            return self.add + word[len(self.strip) :] if word.startswith(self.strip) else None
        return word[: len(word) - len(self.strip)] + self.add if word.endswith(self.strip) else None


class Form(NamedTuple):
    """A form of an entry: ``stem`` holds the entry's flags, ``affix`` those that its affixes bring."""

    text: str
    stem: frozenset[str]
    affix: frozenset[str] = frozenset()
    suffixed: bool = False
    prefixed: bool = False


class Hunspell:
    """The parts of an affix file that decide which forms exist.

    Args:
        folder: where ``index.aff`` and ``index.dic`` lie, both in UTF-8.

    Attributes:
        rules: the sequences of ``COMPOUNDRULE``.
        patterns: ``CHECKCOMPOUNDPATTERN``: ends of a left part and begins of a right part that do not meet.
    """

    def __init__(self, folder: Path) -> None:
        self._dic = folder / "index.dic"
        self._affixes: dict[str, list[Affix]] = {}
        self._flag_size = 1
        self.rules: list[tuple[str, ...]] = []
        self.patterns: list[tuple[str, str, str, str]] = []
        for line in (folder / "index.aff").read_text(encoding="utf-8").splitlines():
            self._read(line.split("#")[0].split())

    def _read(self, fields: list[str]) -> None:
        match fields:
            case ["FLAG", "long"]:
                self._flag_size = 2
            case ["COMPOUNDRULE", rule] if "(" in rule:
                self.rules.append(tuple(re.findall(r"\((\w+)\)", rule)))
            case ["CHECKCOMPOUNDPATTERN", left, right]:
                (left_end, _, left_flag), (right_begin, _, right_flag) = left.partition("/"), right.partition("/")
                self.patterns.append((left_end, left_flag, right_begin, right_flag))
            case ["SFX" | "PFX", _, "Y" | "N", count] if count.isdigit():
                self._crosses = fields[2] == "Y"
            case ["SFX" | "PFX", flag, strip, add, *rest]:
                self._add_affix(fields[0] == "PFX", flag, strip, add, rest)
            case _:
                pass

    def _add_affix(self, prefix: bool, flag: str, strip: str, add: str, rest: list[str]) -> None:  # noqa: FBT001 - PFX or SFX
        condition = rest[0] if rest and ":" not in rest[0] else "."
        text, _, continuation = add.partition("/")
        pattern = f"^{condition}" if prefix else f"{condition}$"
        self._affixes.setdefault(flag, []).append(
            Affix(
                flag, prefix, self._crosses, "" if strip == "0" else strip, "" if text == "0" else text,
                self._flags(continuation), re.compile("" if condition == "." else pattern),
            )
        )  # fmt: skip

    def _flags(self, text: str) -> frozenset[str]:
        size = self._flag_size
        return frozenset(text[index : index + size] for index in range(0, len(text), size))

    def entries(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield the entries of the word file with their flags."""
        for line in self._dic.read_text(encoding="utf-8").splitlines()[1:]:
            word, _, flags = line.split("\t")[0].strip().partition("/")
            if word:
                yield word, self._flags(flags.split()[0] if flags else "")

    def forms(self) -> Iterator[Form]:
        """Yield every form that affixes make, the bare entries among them."""
        for word, flags in self.entries():
            yield Form(word, flags)
            suffixed = [(Form(word, flags), True)]
            for affix in self._of(flags, prefix=False):
                if (text := affix.apply(word)) is not None:
                    suffixed.append((Form(text, flags, affix.continuation, suffixed=True), affix.crosses))
                    yield suffixed[-1][0]
            for form, crosses in suffixed:
                for affix in self._of((flags if crosses else frozenset()) | form.affix, prefix=True):
                    if (text := affix.apply(form.text)) is not None:
                        continuation = form.affix | affix.continuation
                        yield Form(text, flags, continuation, form.suffixed, prefixed=True)

    def _of(self, flags: Iterable[str], *, prefix: bool) -> Iterator[Affix]:
        for flag in sorted(flags):
            for affix in self._affixes.get(flag, ()):
                if affix.prefix is prefix:
                    yield affix
