"""From what PyYAML says of broken YAML to what is wrong, at the place where Hugo sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import first_bad
from contentlint.text import Span

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_VALUE_START = re.compile(r"(?:[ \t]*(?:-[ \t]+)*(?:(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#][^\n#]*?)[ \t]*:[ \t]+)?)")
_QUOTED: Final = {
    '"': re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*"', re.DOTALL),
    "'": re.compile(r"'[^']*+(?:''[^']*+)*'(?!')", re.DOTALL),
}
_KEY_END = re.compile(r":(?:\s|$)")
_ESCAPE = re.compile(
    r"\\(?:(?P<bad>x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8})|[^0abt\tnvfre \"/\\N_LPxuU\r\n])|.)",
    re.DOTALL,
)
_BY_PROBLEM: Final = (
    ("mapping values are not allowed", ProblemKind.UNQUOTED_COLON),
    ("could not find expected ':'", ProblemKind.NO_COLON),
    ("did not find expected ',' or", ProblemKind.UNCLOSED_BRACKET),
    ("found unknown escape character", ProblemKind.ESCAPE),
    ("did not find expected hexdecimal number", ProblemKind.ESCAPE),
    ("found invalid Unicode character escape code", ProblemKind.ESCAPE),
    ("did not find expected '-' indicator", ProblemKind.INDENTATION),
    ("did not find expected key", ProblemKind.INDENTATION),
    ("block sequence entries are not allowed", ProblemKind.UNQUOTED_START),
    ("mapping keys are not allowed", ProblemKind.UNQUOTED_START),
    ("did not find expected node content", ProblemKind.UNQUOTED_START),
    ("did not find expected alphabetic", ProblemKind.UNQUOTED_START),
    ("did not find expected comment or line break", ProblemKind.UNQUOTED_START),
    ("found character that cannot start any token", ProblemKind.UNQUOTED_START),
    ("did not find expected <document start>", ProblemKind.NO_COLON),
)


def diagnose(error: MarkedYAMLError, shown: str, base: int) -> FrontMatterProblem:
    """Return the problem behind an error.

    Args:
        error: what PyYAML raised.
        shown: the text it read.
        base: offset of that text in the file.
    """
    problem = _diagnose(error, shown, base)
    stop = _index(error.problem_mark, shown)
    if problem.kind is ProblemKind.UNCLOSED_QUOTE:
        # Hugo reads on to the next quotation mark, and stops at what stands behind it.
        opening = problem.span.start - base
        closing = _QUOTED[shown[opening]].match(shown, opening)
        stop = closing.end() - 1 if closing else opening
    return problem._replace(stop=base + stop)


def _diagnose(error: MarkedYAMLError, shown: str, base: int) -> FrontMatterProblem:
    said = error.problem or ""
    place = _index(error.problem_mark, shown)
    context = _index(error.context_mark, shown) if error.context_mark else place
    if error.context == "while scanning a quoted scalar" and said.startswith("found unexpected"):
        return _problem(ProblemKind.UNCLOSED_QUOTE, shown, base, context)
    if shown.startswith("%"):
        return _problem(ProblemKind.UNQUOTED_START, shown, base, 0)
    kind = next((kind for words, kind in _BY_PROBLEM if said.startswith(words)), ProblemKind.SYNTAX)
    if shown[place : place + 1] == "\t":
        return _problem(ProblemKind.TAB, shown, base, place)
    if kind is ProblemKind.NO_COLON and error.context_mark:
        return _problem(kind, shown, base, context, _line(shown, context))
    if kind is ProblemKind.UNCLOSED_BRACKET:
        return _problem(kind, shown, base, context)
    if (error.context or "").startswith("while parsing a flow") and kind is ProblemKind.UNQUOTED_START:
        return _in_brackets(shown, base, place)
    if kind is ProblemKind.UNQUOTED_START and error.context and "scanning a" in error.context:
        return _problem(kind, shown, base, context)
    if kind is ProblemKind.UNQUOTED_COLON:
        return _colon(shown, base, place)
    if kind is ProblemKind.ESCAPE and (escape := first_bad(_ESCAPE, shown, context, len(shown))):
        span = Span(base + escape.start(), base + escape.end())
        return FrontMatterProblem(kind, span, escape[0])
    if kind is ProblemKind.INDENTATION:
        return _expected_key(shown, base, place)
    return _problem(kind, shown, base, place, said if kind is ProblemKind.SYNTAX else "")


def _index(mark: Any, shown: str) -> int:
    return min(mark.index, max(len(shown) - 1, 0)) if mark else 0


def _problem(kind: ProblemKind, shown: str, base: int, place: int, detail: str = "") -> FrontMatterProblem:
    return FrontMatterProblem(kind, Span(base + place, base + place + 1), detail or shown[place : place + 1])


def _line(shown: str, place: int) -> str:
    return shown[place:].split("\n", 1)[0].strip()


def _value_on_line(shown: str, place: int) -> int:
    """Return where the value begins on the line of ``place``."""
    start = shown.rfind("\n", 0, place) + 1
    value = _VALUE_START.match(shown, start)
    return value.end() if value else start


def _colon(shown: str, base: int, place: int) -> FrontMatterProblem:
    """A colon where none may stand: in a value on its own line, or on a line below a value."""
    start = shown.rfind("\n", 0, place) + 1
    value = _VALUE_START.match(shown, start)
    if value and value.end() <= place and ":" in value[0]:
        return _problem(ProblemKind.UNQUOTED_COLON, shown, base, place)
    above = shown.rfind("\n", 0, max(start - 1, 0)) + 1
    while above > 0 and not shown[above : start - 1].strip():
        start, above = above, shown.rfind("\n", 0, above - 1) + 1
    top = _top_of_text(shown, start, above)
    if top < above and not _KEY_END.search(_line(shown, top)):
        return _problem(ProblemKind.NO_COLON, shown, base, top + _indent(shown, top), _line(shown, top))
    value_above = _value_on_line(shown, above)
    return _problem(
        ProblemKind.INDENTATION, shown, base, min(value_above, start - 1 if start else 0), _line(shown, start)
    )


def _top_of_text(shown: str, line: int, above: int) -> int:
    """Return the start of the nearest line, from ``above`` upwards, that is not indented deeper than ``line``."""
    wanted = _indent(shown, line)
    while above > 0 and (not _line(shown, above) or _indent(shown, above) > wanted):
        above = shown.rfind("\n", 0, above - 1) + 1
    return above


def _indent(shown: str, line: int) -> int:
    end = shown.find("\n", line)
    text = shown[line : end if end >= 0 else len(shown)]
    return len(text) - len(text.lstrip(" "))


def _expected_key(shown: str, base: int, place: int) -> FrontMatterProblem:
    """Something stands where a key should: text behind a quotation mark, or a line with the wrong indentation."""
    value = _value_on_line(shown, place)
    if value < place and shown[value] in "\"'":
        return _problem(ProblemKind.AFTER_QUOTE, shown, base, place, shown[value])
    return _problem(ProblemKind.INDENTATION, shown, base, place, _line(shown, place))


def _in_brackets(shown: str, base: int, place: int) -> FrontMatterProblem:
    """A list or map in brackets whose rest is a comment, or an item that begins with a sign."""
    line = shown.rfind("\n", 0, place) + 1
    comment = re.compile(r"[\[{,][ \t]*(#)").search(shown, 0, place)
    if comment:
        return _problem(ProblemKind.UNQUOTED_START, shown, base, comment.start(1))
    if not shown[line:place].strip() and place + 1 >= len(shown):
        return _problem(ProblemKind.UNCLOSED_BRACKET, shown, base, place)
    return _problem(ProblemKind.UNQUOTED_START, shown, base, place)
