"""Results for people at a terminal: grouped by file, with the text around each violation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, TextIO

from contentlint.engine.results import FileResult
from contentlint.outputs.display import shown, wrap
from contentlint.outputs.excerpt import excerpt
from contentlint.outputs.results import Results, View
from contentlint.outputs.wording import SEVERITIES, SEVERITY
from contentlint.rules.base import Applicability, BoundMessage, Message, Severity, Violation
from contentlint.text import SourceText

_MARGIN: Final = "  "
_PLACE: Final = 8
_INDENT: Final = " " * (len(_MARGIN) + _PLACE)
_WIDEST: Final = 120
_NARROWEST: Final = 40

_BOLD: Final = "1"
_DIM: Final = "2"
_COLOURS: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}

_UP_TO: Final = Message(en="… up to and including line {line}", nl="… tot en met regel {line}")


class _Label(NamedTuple):
    """What is said of a fix: with what it does, and alone when the message tells that already."""

    with_title: Message
    alone: Message


_FIX: Final = {
    Applicability.SAFE: _Label(
        Message(en="Can be mended by itself: {what}", nl="Kan vanzelf hersteld worden: {what}"),
        Message(en="Can be mended by itself.", nl="Kan vanzelf hersteld worden."),
    ),
    Applicability.UNSAFE: _Label(
        Message(en="Can be mended, but look first: {what}", nl="Te herstellen, maar kijk eerst: {what}"),
        Message(en="Can be mended, but look first.", nl="Te herstellen, maar kijk eerst."),
    ),
}
_SUGGESTION: Final = Message(en="Suggestion: {what}", nl="Voorstel: {what}")
_MOST_SUGGESTIONS: Final = 3
_OR: Final = Message(en=" or ", nl=" of ")
_FILES: Final = Message(en="{count} files checked: {found}.", nl="{count} bestanden bekeken: {found}.")
_FILE: Final = Message(en="1 file checked: {found}.", nl="1 bestand bekeken: {found}.")
_NOTHING: Final = Message(en="nothing found", nl="niets gevonden")
_MANY: Final = 20
"""Violations above which it helps to know where most of them come from."""
_MOST_OFTEN: Final = 3
_OFTEN: Final = Message(en="Most often: {rules}.", nl="Het vaakst: {rules}.")
_FIXABLE: Final = Message(
    en="{count} of them can be mended by themselves: contentlint check --fix",
    nl="{count} daarvan zijn vanzelf te herstellen: contentlint check --fix",
)
_FIXABLE_ONE: Final = Message(
    en="1 of them can be mended by itself: contentlint check --fix",
    nl="1 daarvan is vanzelf te herstellen: contentlint check --fix",
)
_EXPLAIN: Final = Message(
    en="A rule explained: contentlint rule {code}", nl="Uitleg bij een regel: contentlint rule {code}"
)


def write(results: Results, stream: TextIO, view: View) -> None:
    """Write the results as they come, and a summary that says what to do next.

    Lines keep within the width of the screen, but are never longer than 120 columns.
    """
    screen = _Screen(view)
    for result in results:
        if result.violations:
            stream.writelines(f"{line}\n" for line in screen.file(result))
    stream.writelines(f"{line}\n" for line in screen.summary(results))


class _Screen:
    """The results as lines for one reader."""

    def __init__(self, view: View) -> None:
        self._language: Final = view.language
        self._colour: Final = view.colour
        self._width: Final = max(_NARROWEST, min(view.width, _WIDEST)) - len(_INDENT)
        self._offers_fixes: Final = view.offers_fixes
        self._severity_width: Final = max(len(name.in_language(view.language)) for name in SEVERITY.values())

    def file(self, result: FileResult) -> Iterator[str]:
        yield self._styled(shown(result.path), _BOLD)
        for violation in result.violations:
            yield from self._violation(result.source, violation)
            yield ""

    def _violation(self, source: SourceText, violation: Violation) -> Iterator[str]:
        info = violation.rule
        line, column = source.position(violation.span.start)
        severity = SEVERITY[violation.severity].in_language(self._language).ljust(self._severity_width)
        names = "  ".join((info.name, info.code, *(f"WCAG {criterion}" for criterion in info.wcag)))
        if violation.engine_rule:
            names += f"  {shown(violation.engine_rule)}"
        place = f"{line}:{column}".ljust(_PLACE - 1)
        yield f"{_MARGIN}{place} {self._styled(severity, _COLOURS[violation.severity])}  {self._styled(names, _DIM)}"
        yield from self._excerpt(source, violation)
        yield from self._text(violation.message)
        if help_ := self._help(violation):
            yield from self._text(help_)

    def _excerpt(self, source: SourceText, violation: Violation) -> Iterator[str]:
        piece = excerpt(source, violation.span, self._width)
        if not piece.text:  # an empty file, or an empty line: there is nothing to put a mark under
            return
        mark = self._styled("‾" * piece.length, _COLOURS[violation.severity])
        more = f" {self._say(_UP_TO(line=piece.last_line))}" if piece.last_line else ""
        yield f"{_INDENT}{piece.text}"
        yield f"{_INDENT}{' ' * piece.mark}{mark}{more}"

    def _text(self, message: BoundMessage) -> Iterator[str]:
        for line in wrap(shown(self._say(message)), self._width):
            yield f"{_INDENT}{line}"

    def _help(self, violation: Violation) -> BoundMessage | None:
        """Return what can be done, unless the message says so already."""
        fix = violation.fix
        said = self._say(violation.message)
        if fix is not None and fix.applicability is not Applicability.SUGGESTION:
            label, title = _FIX[fix.applicability], self._say(fix.title)
            return label.alone() if title in said else label.with_title(what=title)
        texts = [f"‘{text}’" for text in violation.suggestions]
        replacements = [f"‘{edit.replacement}’" for edit in fix.edits] if fix else []
        if any(text in said for text in (*texts, *replacements)):
            return None
        if texts:
            return _SUGGESTION(what=self._say(_OR()).join(texts[:_MOST_SUGGESTIONS]))
        return _SUGGESTION(what=fix.title) if fix else None

    def summary(self, results: Results) -> Iterator[str]:
        if not results.paths:  # why there was nothing to check has been told
            return
        counts = [(severity, results.count(severity)) for severity in sorted(Severity, reverse=True)]
        found = ", ".join(
            f"{count} {(SEVERITY if count == 1 else SEVERITIES)[severity].in_language(self._language)}"
            for severity, count in counts
            if count
        )
        files = _FILE if len(results.paths) == 1 else _FILES
        yield self._say(files(count=len(results.paths), found=found or _NOTHING))
        if sum(results.by_rule.values()) >= _MANY:
            often = sorted(results.by_rule.items(), key=lambda item: (-item[1], item[0].code))[:_MOST_OFTEN]
            yield self._say(_OFTEN(rules=", ".join(f"{info.name} ({count})" for info, count in often)))
        if results.fixable and self._offers_fixes:
            yield self._say((_FIXABLE_ONE if results.fixable == 1 else _FIXABLE)(count=results.fixable))
        if results.worst:
            yield self._say(_EXPLAIN(code=results.worst.code))

    def _say(self, message: BoundMessage) -> str:
        return message.render(self._language)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour else text
