"""Results for people at a terminal: grouped by file, with the text around each violation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs import output
from contentlint.outputs.advice import advice
from contentlint.outputs.display import shown, wrap
from contentlint.outputs.excerpt import excerpt
from contentlint.outputs.results import Results, View
from contentlint.outputs.screen import COLOURS, DIM, Screen
from contentlint.outputs.summary import summary
from contentlint.rules.base import Message, Violation
from contentlint.text import SourceText

_MARGIN: Final = "  "
_PLACE: Final = 8
_INDENT: Final = " " * (len(_MARGIN) + _PLACE)
_WIDEST: Final = 120
_NARROWEST: Final = 40

_UP_TO: Final = Message(en="… up to and including line {line}", nl="… tot en met regel {line}")


class Output(output.Output):
    """Results with the text around each, and a summary that says what to do next.

    Lines keep within the width of the screen, but are never longer than 120 columns.
    """

    def __init__(self, stream: TextIO, view: View) -> None:
        super().__init__(stream, view)
        self._screen: Final = Screen(view)
        self._width: Final = max(_NARROWEST, min(view.width, _WIDEST)) - len(_INDENT)

    def add(self, result: FileResult) -> None:
        if result.violations:
            self.stream.write(f"{self._screen.path(result.path)}\n")
        for violation in result.violations:
            self.stream.writelines(f"{line}\n" for line in self._violation(result.source, violation))
            self.stream.write("\n")

    def end(self, results: Results) -> None:
        self.stream.writelines(f"{line}\n" for line in summary(results, self.view))

    def _violation(self, source: SourceText, violation: Violation) -> Iterator[str]:
        screen = self._screen
        line, column = source.position(violation.span.start)
        names = "  ".join((screen.rule(violation.rule), *(f"WCAG {criterion}" for criterion in violation.rule.wcag)))
        if violation.engine_rule:
            names += f"  {shown(violation.engine_rule)}"
        place = f"{line}:{column}".ljust(_PLACE - 1)
        yield f"{_MARGIN}{place} {screen.severity(violation.severity)}  {screen.styled(names, DIM)}"
        yield from self._excerpt(source, violation)
        yield from self._text(violation.message.render(self.view.language))
        if help_ := advice(violation, self.view.language):
            yield from self._text(help_)

    def _excerpt(self, source: SourceText, violation: Violation) -> Iterator[str]:
        piece = excerpt(source, violation.span, self._width)
        if not piece.text:  # an empty file, or an empty line: there is nothing to put a mark under
            return
        mark = self._screen.styled("‾" * piece.length, COLOURS[violation.severity])
        more = f" {_UP_TO(line=piece.last_line).render(self.view.language)}" if piece.last_line else ""
        yield f"{_INDENT}{piece.text}"
        yield f"{_INDENT}{' ' * piece.mark}{mark}{more}"

    def _text(self, text: str) -> Iterator[str]:
        for line in wrap(shown(text), self._width):
            yield f"{_INDENT}{line}"
