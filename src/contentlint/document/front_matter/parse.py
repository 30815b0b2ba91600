"""The front matter of a file: split off, read, and every problem at its place."""

from __future__ import annotations

import re

from contentlint.document.front_matter.model import FrontMatter, FrontMatterResult, MapValue, StringValue
from contentlint.document.front_matter.problems import FrontMatterProblem, ProblemKind
from contentlint.document.front_matter.split import Block, split_front_matter
from contentlint.text import SourceText, Span

_GOES_ON = re.compile(r"(?:[ \t]*\r?\n)*[ \t]+\S[^\n]*\n(?:[^\n]*\n){0,20}?---[ \t]*(?:\r?\n|\Z)")
MAX_PROBLEMS = 20
"""How many problems of one block are told."""

MAX_LENGTH = 500_000
"""Longest front matter that is looked into, in code points."""


def parse_front_matter(source: SourceText) -> FrontMatterResult:
    """Read the front matter of a file as Hugo does.

    Never fails: what cannot be read is told in ``problems``, and ``body`` still holds the content.
    """
    text = source.text
    block, body, problems = split_front_matter(text)
    if block is None:
        return FrontMatterResult(None, body, problems)
    if block.content.end - block.content.start > MAX_LENGTH:
        root, found = None, [FrontMatterProblem(ProblemKind.TOO_LARGE, block.opening, str(MAX_LENGTH))]
    else:
        root, found = _read(text, block)
    if found and (behind := _behind_opening(text, block)):
        found = [FrontMatterProblem(ProblemKind.AFTER_OPENING, behind, text[behind.start : behind.end])]
    found += _at_closing(text, block, body, root)
    if root is None:
        empty = Span(block.content.start, block.content.start)
        root = MapValue(empty, raw="", entries=())
    front_matter = FrontMatter(
        block.span, opening=block.opening, content=block.content, format_=block.format, root=root
    )
    told = sorted((*problems, *found), key=lambda problem: problem.span)[:MAX_PROBLEMS]
    return FrontMatterResult(front_matter, body, tuple(told))


def _at_closing(text: str, block: Block, body: Span, root: MapValue | None) -> list[FrontMatterProblem]:
    """Return what is wrong with the place where the block ends."""
    if block.format not in ("yaml", "toml"):
        return []
    behind = text[block.span.end : body.end].split("\n", 1)[0].rstrip() if body.start == block.span.end else ""
    if behind.strip():
        span = Span(block.span.end, block.span.end + len(behind))
        return [FrontMatterProblem(ProblemKind.AFTER_CLOSING, span, behind.strip())]
    last = root.entries[-1].value if root is not None and root.entries else None
    closing = Span(block.span.end - 3, block.span.end)
    if isinstance(last, StringValue) and last.quote in ("|", ">") and _GOES_ON.match(text, body.start):
        return [FrontMatterProblem(ProblemKind.CLOSED_INSIDE, closing, root.entries[-1].key if root else "")]
    return []


def _behind_opening(text: str, block: Block) -> Span | None:
    """Return the text on the line of the opening delimiter, which belongs to the content."""
    if block.format not in ("yaml", "toml"):
        return None
    first = text[block.opening.end : block.content.end].split("\n", 1)[0]
    words = first.strip()
    start = block.opening.end + len(first) - len(first.lstrip())
    return Span(start, start + len(words)) if words else None


def _read(text: str, block: Block) -> tuple[MapValue | None, list[FrontMatterProblem]]:
    """Parse with the reader of the format; each is imported when the first such block is met."""
    if block.format == "yaml":
        from contentlint.document.front_matter.yaml_reader import read_yaml  # noqa: PLC0415 - costs start-up time

        return read_yaml(text, block.content)
    if block.format == "toml":
        from contentlint.document.front_matter.toml_reader import read_toml  # noqa: PLC0415 - costs start-up time

        return read_toml(text, block.content)
    if block.format == "json":
        from contentlint.document.front_matter.json_reader import read_json  # noqa: PLC0415 - costs start-up time

        return read_json(text, block.content)
    from contentlint.document.front_matter.org_reader import read_org  # noqa: PLC0415 - costs start-up time

    return read_org(text, block.content)
