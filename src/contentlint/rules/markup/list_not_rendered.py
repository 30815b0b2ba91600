"""MK006: a list that shows as running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Final

from contentlint.document import HardBreak, ListItem, Node, Paragraph, SoftBreak, Text
from contentlint.rules.base import (
    Applicability,
    Example,
    Family,
    Invalid,
    Message,
    Options,
    Rule,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)
from contentlint.text import Edit, Span
from contentlint.text.records import NamedTuple

_MARK: Final = re.compile(
    r"(?P<bullet>[-+*])(?=[^\W\d_][^\W\d_-])"  # not -5, --, -v
    r"|(?P<touching>\d{1,2})[.)](?=[^\W\d_])"
    r"|(?P<number>\d{1,3})[.)](?=[ \t]+\S)"
)


class _Line(NamedTuple):
    """A line of a paragraph that begins like an item of a list."""

    span: Span
    mark: str
    kind: str
    number: int


class ListNotRendered(Rule[Options]):
    """Reports lines that were meant as a list and show as running text, with their signs.

    That is so without a space behind the sign (“-Bread”, “1)Bread”), and with a numbered list that begins with another
    number than 1 directly below a line of text. Outside of a list two such lines in a row are needed.

    ## Why is this bad?
    Readers see one paragraph with dashes or numbers in it, and a screen reader does not say that it is a list.

    ## Fix safety
    The fix is unsafe: it makes the list that was meant.
    """

    dutch = """Meldt regels die als lijst bedoeld zijn en als gewone tekst verschijnen, met tekens en al.

    Dat gebeurt zonder spatie achter het teken (‘-Brood’, ‘1)Brood’), en bij een genummerde lijst die met een ander getal
    dan 1 begint, vlak onder een regel tekst. Buiten een lijst zijn er twee zulke regels achter elkaar nodig.

    ## Waarom is dat erg?
    Lezers zien één alinea met streepjes of getallen erin, en een schermlezer zegt niet dat het een lijst is.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: er komt een lijst, zoals bedoeld was.
    """

    info = RuleInfo(
        name="list-not-rendered",
        code="MK006",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="List that shows as running text", nl="Lijst die als gewone tekst verschijnt"),
        fixable=Applicability.UNSAFE,
        wcag=("1.3.1",),
        since="0.1.0",
    )
    no_space = Message(
        en="Without a space behind ‘{mark}’ this is no list: readers see running text with signs in it. Put a space behind "
        "it.",
        nl="Zonder spatie achter ‘{mark}’ is dit geen lijst: lezers zien doorlopende tekst met tekens erin. Zet er een "
        "spatie achter.",
    )
    no_line = Message(
        en="Directly below text a list must begin with 1, so readers see running text here. Put an empty line above it.",
        nl="Direct onder tekst moet een lijst met 1 beginnen, dus lezers zien hier doorlopende tekst. Zet er een lege regel "
        "boven.",
    )
    make_list = Message(en="Make these lines a list.", nl="Maak van deze regels een lijst.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("- Bread\n- Cheese\n\n1) Bread\n2) Cheese\n\nBuy:\n1. Bread\n2. Cheese\n"),
        Valid("-Bread alone, and -5 degrees\n-6 degrees\n-- Jane\n-v and\n-h\n"),
        Valid("*Bread* and\n*cheese*\n\n`-Bread`\n`-Cheese`\n"),
        Valid("It was in the year\n2024. Then came\n2026. No more.\n"),
        Invalid("⟦-Bread\n-Cheese⟧\n", fixed="- Bread\n- Cheese\n"),
        Invalid("Buy:\n⟦1)Bread\n2)Cheese⟧\n", fixed="Buy:\n1) Bread\n2) Cheese\n"),
        Invalid("Buy:\n⟦2. Bread\n3. Cheese⟧\n", fixed="Buy:\n\n2. Bread\n3. Cheese\n"),
        Invalid("> Buy:\n> ⟦4.Bread\n> 5.Cheese⟧\n", fixed="> Buy:\n>\n> 4. Bread\n> 5. Cheese\n"),
        Invalid("- Bread\n⟦-Cheese⟧\n- Jam\n", fixed="- Bread\n- Cheese\n- Jam\n"),
    )

    @on(Paragraph, ListItem)
    def check_lines(self, block: Paragraph | ListItem) -> Iterator[Violation]:
        if not any(isinstance(child, SoftBreak | HardBreak) for child in block.children):
            return  # one line is no list
        run: list[_Line] = []
        for line in (*_lines(block.children), None):
            if run and (line is None or not _follows(run[-1], line)):
                if len(run) > 1 or self._is_lost_item(run[0], block):
                    yield self._report(run)
                run = []
            if line is not None and line.kind:
                run.append(line)

    def _is_lost_item(self, line: _Line, block: Paragraph | ListItem) -> bool:
        """Whether a single line is an item that lost its space: it stands right below the item that it became part of."""
        source = self.document.source
        return (
            isinstance(block, ListItem)
            and line.kind != "number"
            and line.span.start > block.children[0].span.start
            and source.position(line.span.start).column == source.position(block.span.start).column
        )

    def _report(self, run: Sequence[_Line]) -> Violation:
        first = run[0]
        edits = [] if first.kind == "number" else [Edit(Span(end, end), " ") for end in _mark_ends(run)]
        above = self._gap_above(first)
        if first.kind != "bullet" and first.number != 1 and above is not None:
            edits.insert(0, above)
        message = self.no_line() if first.kind == "number" else self.no_space(mark=first.mark)
        span = Span(first.span.start, run[-1].span.end)
        return self.violation(span, message, fix=self.unsafe_fix(self.make_list(), *edits))

    def _gap_above(self, line: _Line) -> Edit | None:
        """Return the edit that puts an empty line above a line, in the quotation it stands in; None at the begin."""
        text = self.document.text
        start = max(text.rfind("\n", 0, line.span.start), text.rfind("\r", 0, line.span.start)) + 1
        newline = "\r\n" if text.endswith("\r\n", 0, start) else text[max(start - 1, 0) : start]
        before = text[start : line.span.start]
        return Edit(Span(start, start), before.rstrip() + newline) if newline and not before.strip(" \t>") else None


def _lines(children: Sequence[Node]) -> Iterator[_Line]:
    """Yield the lines of running text; those that begin like an item know how."""
    line: list[Node] = []
    for child in (*children, None):
        if child is not None and not isinstance(child, SoftBreak | HardBreak):
            line.append(child)
        elif line:
            yield _line(line, is_first=line[0] is children[0])
            line = []


def _line(nodes: Sequence[Node], *, is_first: bool) -> _Line:
    span = Span(nodes[0].span.start, nodes[-1].span.end)
    match = _MARK.match(nodes[0].value) if isinstance(nodes[0], Text) else None
    if match is None or match.lastgroup is None or (is_first and match["number"]):
        return _Line(span, "", "", 0)
    return _Line(span, match[0], match.lastgroup, int(match["touching"] or match["number"] or 0))


def _follows(previous: _Line, line: _Line) -> bool:
    """Whether two lines can be items of one list."""
    if previous.kind != line.kind or not line.kind:
        return False
    return line.mark == previous.mark if line.kind == "bullet" else line.number == previous.number + 1


def _mark_ends(run: Sequence[_Line]) -> Iterator[int]:
    for line in run:
        yield line.span.start + len(line.mark)
