"""YAML front matter with the place of every key and value.

PyYAML reads YAML 1.1 and Hugo's goccy/go-yaml something near 1.2. Where Hugo accepts more, the parser is shown a masked
text of the same length, and every scalar is decoded from the text as it is. Where the block is broken, it is read key by
key, so that each problem is told and the other keys are known.
"""

from __future__ import annotations

import re
from typing import Final

from yaml import MarkedYAMLError

from contentlint.document.front_matter.model import Entry, MapValue
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.scalars import UnreadableError, bare_string
from contentlint.document.front_matter.yaml_composer import Anchors, Composer, duplicates
from contentlint.document.front_matter.yaml_diagnosis import diagnose
from contentlint.document.front_matter.yaml_mask import lenient, printable
from contentlint.text import Span

_KEY_LINE = re.compile(
    r"^(?P<key>\"(?:\\.|[^\"\\\n])*\"|'(?:''|[^'\n])*'|[^\s#\-'\"\[\]{},&*!|>%@`?:][^\n#]*?)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*)|(?=\r?$))",
    re.MULTILINE,
)
_ENOUGH: Final = 20
"""How many broken keys are looked at."""


def read_yaml(text: str, content: Span) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block of YAML.

    Returns:
        The keys with their values (None when there are none), and the problems.
    """
    try:
        return _read(text, content, {})
    except MarkedYAMLError as error:
        return _recover(text, content, diagnose(error, text[content.start : content.end], content.start))
    except UnreadableError as failure:
        return _recover(text, content, failure.problem)


def _read(text: str, content: Span, anchors: Anchors) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a block as it is, or else with what only Hugo accepts masked.

    Raises:
        MarkedYAMLError: it is not YAML.
        UnreadableError: it is YAML that Hugo does not take.
    """
    shown = printable(text[content.start : content.end])
    composer = Composer(text, shown, content, anchors)
    try:
        root = composer.compose()
    except MarkedYAMLError:
        masked = lenient(shown)
        if masked == shown:
            raise
        composer = Composer(text, masked, content, anchors)
        root = composer.compose()
    if root is None or root.kind == "null":
        return None, composer.problems
    if not isinstance(root, MapValue):
        return None, [FrontMatterProblem(ProblemKind.NOT_A_MAP, root.span)]
    return root, composer.problems


def _recover(text: str, content: Span, first: FrontMatterProblem) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Read a broken block key by key; a key with a broken value keeps the rest of its line as a text."""
    starts = [line.start() for line in _KEY_LINE.finditer(text, *content)]
    if first.kind in (ProblemKind.TOO_DEEP, ProblemKind.TOO_LARGE) or not starts:
        return None, [first]
    anchors: Anchors = {}
    entries: list[Entry] = []
    problems: list[FrontMatterProblem] = []
    for start, end in zip([content.start, *starts[1:]], [*starts[1:], content.end], strict=True):
        try:
            root, found = _read(text, Span(start, end), anchors)
        except MarkedYAMLError as error:
            root, found = None, [diagnose(error, text[start:end], start)]
        except UnreadableError as failure:
            root, found = None, [failure.problem]
        problems += found
        if root is not None:
            entries += root.entries
        elif line := _KEY_LINE.match(text, start, end):
            entries.append(_rest_of_line(text, line))
        if len(problems) >= _ENOUGH:
            break
    if problems:
        # Read key by key, a value ends where the next key begins; Hugo reads on.
        problems[0] = problems[0]._replace(stop=first.stop)
    problems += duplicates(entries)
    raw = text[content.start : content.end]
    return MapValue(content, raw=raw, entries=tuple(entries)), problems or [first]


def _rest_of_line(text: str, line: re.Match[str]) -> Entry:
    key = line["key"]
    value = line["value"] or ""
    start = line.start("value") if line["value"] else line.end()
    value_span = Span(start, start + len(value.rstrip()))
    quoted = key[:1] in ("'", '"')
    return Entry(key[1:-1] if quoted else key, Span(*line.span("key")), bare_string(text, value_span))
