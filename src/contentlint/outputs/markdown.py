"""Results as Markdown, for the summary of a GitHub job or a comment: a table for each file.

GitHub refuses a summary of more than 1 MiB, so what would go beyond is counted only. Text from pages is escaped.
"""

from __future__ import annotations

import re
from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.advice import advice
from contentlint.outputs.display import shown
from contentlint.outputs.results import Results, View
from contentlint.outputs.summary import found
from contentlint.outputs.wording import SEVERITY
from contentlint.rules.base import Message, Violation

LIMIT: Final = 2**20
_ROOM: Final = LIMIT - 2**14
"""Bytes for the tables; the rest is for the head and the end."""

_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
_HEAD: Final = Message(
    en="| Line | | What | Rule |\n| ---: | --- | --- | --- |\n",
    nl="| Regel | | Wat | Regel |\n| ---: | --- | --- | --- |\n",
)
_MORE: Final = Message(en="And {count} more.", nl="En nog {count}.")


class Output(output.Output):
    """A heading, a sentence that sums up, and a table for each file with violations."""

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._tables: Final[list[str]] = []
        self._taken = 0
        self._left_out = 0

    def add(self, result: FileResult) -> None:
        if not result.violations:
            return
        self._write(f"\n#### {_escaped(result.path)}\n\n{_HEAD.in_language(self.view.language)}", counts=0)
        for violation in result.violations:
            self._write(self._row(result, violation), counts=1)

    def end(self, results: Results) -> None:
        language = self.view.language
        self.stream.write(f"### contentlint\n\n{found(results, self.view)}\n")
        self.stream.writelines(self._tables)
        if self._left_out:
            self.stream.write(f"\n{_MORE(count=self._left_out).render(language)}\n")

    def _write(self, text: str, *, counts: int) -> None:
        """Keep a piece of text, unless there is no more room; from then on nothing is kept."""
        size = len(text.encode("utf-8", "replace"))
        if self._left_out or self._taken + size > _ROOM:
            self._taken = _ROOM
            self._left_out += counts
            return
        self._taken += size
        self._tables.append(text)

    def _row(self, result: FileResult, violation: Violation) -> str:
        language = self.view.language
        info = violation.rule
        line = result.source.line_of(violation.span.start)
        severity = SEVERITY[violation.severity].in_language(language)
        told = (violation.message.render(language), advice(violation, language))
        text = "<br>".join(_escaped(part) for part in told if part)
        address = self.view.address(info)
        rule = f"[{info.name}]({address})" if address else _escaped(info.name)
        return f"| {line} | {severity} | {text} | {rule} |\n"


def _escaped(text: str) -> str:
    """Return a text as Markdown that shows it as it is: no links, no tags, no mentions."""
    return _PUNCTUATION.sub(r"\\\1", shown(text))
