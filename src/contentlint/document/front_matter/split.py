"""Finds the front matter at the head of a file as Hugo's lexer does (``parser/pageparser/pagelexer_intro.go``)."""

from __future__ import annotations

import re
from typing import Final

from contentlint.document.front_matter.model import Format
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.text import Span
from contentlint.text.records import NamedTuple

_INTRO = re.compile(r"[ \t\r\n]*")
_BOM: Final = "\ufeff"
_DELIMITERS: Final[dict[str, tuple[str, Format]]] = {"-": ("---", "yaml"), "+": ("+++", "toml")}
_CLOSING = {"---": re.compile(r"[\r\n]---"), "+++": re.compile(r"[\r\n]\+\+\+")}
_INDENTED_CLOSING = {
    "---": re.compile(r"[\r\n]([ \t]+---)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"[\r\n]([ \t]+\+\+\+)[ \t]*(?=[\r\n]|\Z)"),
}
_NEWLINE = re.compile(r"\r?\n")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_ORG_LINES = re.compile(r"(?:#\+[^\n]*(?:\n|\Z))+")
_JSON_MARKS = re.compile(r'\\.|[{}"]', re.DOTALL)
_LATE_OPENING = re.compile(
    r"^[ \t\ufeff\u00a0\u200b\u2060]*(?P<opening>---|\+\+\+)[ \t]*\r?\n(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n){0,9}[\w\"'-]{1,80}[ \t]*[:=]",
    re.MULTILINE,
)
_CODE = re.compile(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)
"""The fence of a code block, which may show a block of front matter."""
_LATE_LINES: Final = 3
"""Behind how many lines with something on them a block is still taken for front matter."""
_HEAD: Final = 2000


class Block(NamedTuple):
    """A front matter block: where it, its opening delimiter and its content stand."""

    format: Format
    span: Span
    opening: Span
    content: Span


class Split(NamedTuple):
    """The head of a file. ``block`` is None when Hugo sees no front matter, or cannot find its end."""

    block: Block | None
    body: Span
    problems: tuple[FrontMatterProblem, ...]


def split_front_matter(text: str) -> Split:
    """Split a file into front matter and body. The body ends with the file."""
    start = 1 if text.startswith(_BOM) else 0
    found = _INTRO.match(text, start)
    position = found.end() if found else start
    first = text[position : position + 1]
    if first in _DELIMITERS:
        return _delimited(text, position)
    if first == "{":
        return _json(text, position)
    if first == "#" and (lines := _ORG_LINES.match(text, position)):
        span = Span(*lines.span())
        block = Block("org", span, Span(position, position + 2), span)
        return Split(block, Span(span.end, len(text)), ())
    return Split(None, Span(start, len(text)), tuple(_unseen(text, start)))


def _delimited(text: str, position: int) -> Split:
    delimiter, format_ = _DELIMITERS[text[position]]
    whole = len(text)
    if not text.startswith(delimiter, position):
        problem = FrontMatterProblem(ProblemKind.BODY_TAKEN, Span(position, position + 1), text[position])
        return Split(None, Span(position, whole), (problem,))
    opening = Span(position, position + 3)
    newline = _NEWLINE.match(text, opening.end)
    begin = newline.end() if newline else opening.end
    if newline and text.startswith(delimiter, begin):
        end = begin
    elif closing := _CLOSING[delimiter].search(text, begin):
        end = closing.start() + 1
    else:
        indented = _INDENTED_CLOSING[delimiter].search(text, max(opening.end - 1, begin - 1))
        if indented:
            problem = FrontMatterProblem(ProblemKind.INDENTED_CLOSING, Span(*indented.span(1)), delimiter)
            return Split(None, Span(indented.end(), whole), (problem,))
        place = Span(begin, min(begin + 1, whole)) if newline else opening
        problem = FrontMatterProblem(ProblemKind.UNCLOSED, place, delimiter)
        blank = _BLANK_LINE.search(text, opening.end)
        return Split(None, Span(blank.end() if blank else whole, whole), (problem,))
    after = _NEWLINE.match(text, end + 3)
    body = Span(after.end() if after else end + 3, whole)
    return Split(Block(format_, Span(position, end + 3), opening, Span(begin, end)), body, ())


def _json(text: str, position: int) -> Split:
    if text.startswith("{{", position):
        # No JSON begins so: it is a shortcode, and all of it the body.
        problem = FrontMatterProblem(ProblemKind.BODY_TAKEN, Span(position, position + 1), "{")
        return Split(None, Span(position, len(text)), (problem,))
    level = 0
    quoted = False
    for mark in _JSON_MARKS.finditer(text, position):
        char = mark[0]
        if char == '"':
            quoted = not quoted
        elif not quoted and char == "{":
            level += 1
        elif not quoted and char == "}":
            level -= 1
            if level == 0:
                span = Span(position, mark.end())
                after = _NEWLINE.match(text, span.end)
                block = Block("json", span, Span(position, position + 1), span)
                return Split(block, Span(after.end() if after else span.end, len(text)), ())
    kind = ProblemKind.UNCLOSED if re.match(r'\{\s*"', text[position : position + 200]) else ProblemKind.BODY_TAKEN
    problem = FrontMatterProblem(kind, Span(position, position + 1), "{")
    return Split(None, Span(position, len(text)), (problem,))


def _unseen(text: str, start: int) -> list[FrontMatterProblem]:
    """Find a block that Hugo shows as text because something stands before it."""
    head = text[start : start + _HEAD]
    late = _LATE_OPENING.search(head)
    if late is None or not _CLOSING[late["opening"]].search(text, start + late.end("opening")):
        return []
    before = head[: late.start("opening")]
    if _CODE.search(before):
        return []
    if sum(bool(line.strip()) for line in before.split("\n")) > _LATE_LINES:
        return []
    seen = before.strip(" \t\r\n")
    first = start + before.index(seen)
    return [FrontMatterProblem(ProblemKind.NOT_SEEN, Span(first, first + len(seen)), seen)]
