"""One file in the report: its front matter, its text, and what was found in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from contentlint.document.front_matter.split import split_front_matter
from contentlint.engine.results import FileResult
from contentlint.outputs.advice import advice
from contentlint.outputs.display import cells, shown
from contentlint.outputs.excerpt import Excerpt, excerpt
from contentlint.outputs.report.marks import Marker, Place, with_marks
from contentlint.outputs.report.post import LARGEST, Post
from contentlint.outputs.results import View
from contentlint.outputs.wording import SEVERITY
from contentlint.rules.base import Message, Severity, Violation
from contentlint.text import Span

_EXCERPT: Final = 90
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_FINDING: Final = Message(en="finding", nl="bevinding")
_PLACE: Final = Message(en="line {line}, column {column}", nl="regel {line}, kolom {column}")


class Section:
    """A file with violations, as HTML.

    Args:
        result: the file and what was found in it.
        view: how the reader wants the report.
        numbered: how many findings stand before it in the report.
        whole: whether to show the text; once is enough for a file that comes twice.
    """

    def __init__(self, result: FileResult, view: View, numbered: int, *, whole: bool) -> None:
        self._result: Final = result
        self._view: Final = view
        self._language: Final = view.language
        self._whole: Final = whole and len(result.source) <= LARGEST
        self._violations: Final = dict(enumerate(result.violations, numbered + 1))
        self._marker: Final = Marker(
            lambda number: self._violations[number].severity.label, _FINDING.in_language(view.language)
        )

    def html(self, name: str, title: str) -> Iterator[str]:
        """Yield the section, piece by piece, with its id and its title."""
        heading = f'<h2 id="{name}-title">{escape(title)}</h2>'
        yield f'<section class="file" id="{name}" aria-labelledby="{name}-title">\n{heading}\n'
        if self._whole:
            yield from self._text()
        else:
            yield self._list(list(self._violations))
        yield "</section>\n"

    def _text(self) -> Iterator[str]:
        text = self._result.source.text
        head, body, _ = split_front_matter(text)
        places = [Place(number, violation.span) for number, violation in self._violations.items()]
        language = f' lang="{self._result.language}"' if _LANGUAGE.fullmatch(self._result.language) else ""
        if head is not None:
            above = [_within(place, head.span) for place in places if place.span.start < body.start]
            places = [place for place in places if place.span.start >= body.start]
            self._marker.start(above)
            shown_head = self._marker.html(with_marks(text[head.span.start : head.span.end], above))
            listed = self._list([place.number for place in above])
            yield f'<div class="above"{language}>\n<pre>{shown_head}</pre>\n{listed}</div>\n'
        below = [_within(place, body) for place in places]
        yield f'<div class="post"{language}>\n'
        yield from Post(text[body.start : body.end], below, self._marker, self._language, self._list).html()
        yield "\n</div>\n"

    def _list(self, numbers: Sequence[int]) -> str:
        items = "".join(self._finding(number, self._violations[number]) for number in numbers)
        return f'\n<ul class="findings" lang="{self._language}">\n{items}</ul>\n' if numbers else ""

    def _finding(self, number: int, violation: Violation) -> str:
        language, severity, info = self._language, violation.severity, violation.rule
        line, column = self._result.source.position(violation.span.start)
        word, message = SEVERITY[severity].in_language(language), escape(shown(violation.message.render(language)))
        lines = [f'<span class="number">{number}</span> <span class="severity">{word}</span> {message}']
        if help_ := advice(violation, language):
            lines.append(escape(shown(help_)))
        if number not in self._marker.shown and (piece := excerpt(self._result.source, violation.span, _EXCERPT)).text:
            lines.append(f'<span class="excerpt">{_with_mark(piece, severity)}</span>')
        names, address = f"{info.name} ({info.code})", self._view.address(info)
        about = [
            f'<a href="{address}">{names}</a>' if address else names,
            *(f"WCAG {criterion}" for criterion in info.wcag),
            _PLACE(line=line, column=column).render(language),
        ]
        paragraphs = "".join(f"<p>{one}</p>\n" for one in lines)
        return (
            f'<li class="finding {severity.label}" id="finding-{number}">\n{paragraphs}'
            f'<p class="about">{" · ".join(about)}</p>\n</li>\n'
        )


def _within(place: Place, part: Span) -> Place:
    """Return a place as it is in a part of the text; what lies outside stands at its edge."""
    start, end = (min(max(offset, part.start), part.end) - part.start for offset in place.span)
    return Place(place.number, Span(start, end))


def _with_mark(piece: Excerpt, severity: Severity) -> str:
    """Return an excerpt with its mark; a terminal's mark is told in columns, so they are counted here, too."""
    parts, column = ["", "", ""], 0
    for cell in cells(piece.text):
        parts[(column >= piece.mark) + (column >= piece.mark + piece.length)] += cell.text
        column += cell.width
    before, inside, after = (escape(part) for part in parts)
    return f'{before}<mark class="{severity.label}">{inside}</mark>{after}' if inside else before + after
