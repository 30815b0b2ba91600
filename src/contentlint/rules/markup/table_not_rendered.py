"""MK003: a table that shows as text with bars, or loses cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import ClassVar

from contentlint.document import (
    BlockQuote,
    CodeBlock,
    Heading,
    HtmlBlock,
    List,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    TableRow,
)
from contentlint.rules.base import (
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
from contentlint.text import Span

_ROW = re.compile(r"\A\s*>?\s*\|(?:[^|\n]*\|){2,}\s*\Z")
_DELIMITER = re.compile(r"\A[\s>|]*(?::?-+:?\s*\|\s*)*:?-+:?[\s|]*\Z")
_ESCAPED = re.compile(r"\\\||`[^`]*`")

_BLOCKS = (BlockQuote, CodeBlock, Heading, HtmlBlock, List, Paragraph, Table)


class TableNotRendered(Rule[Options]):
    """Reports rows of a table without the line of dashes that fits them, and rows with more cells than the table has.

    ## Why is this bad?
    Without the line of dashes readers see bars and words in a row; cells beyond the last column disappear from the page.
    """

    dutch = """Meldt rijen van een tabel zonder passende regel met streepjes onder de eerste rij, en rijen met meer cellen
    dan de tabel heeft.

    ## Waarom is dat erg?
    Zonder de regel met streepjes zien lezers woorden en rechte strepen achter elkaar; cellen voorbij de laatste kolom
    verdwijnen van de pagina.
    """

    info = RuleInfo(
        name="table-not-rendered",
        code="MK003",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="Table that does not show as one", nl="Tabel die niet als tabel verschijnt"),
        since="0.1.0",
    )
    needs = r"\|"
    no_line = Message(
        en="These rows show as plain text, bars and all. Put a line such as {line} below the first row.",
        nl="Deze rijen verschijnen als gewone tekst, met streepjes en al. Zet onder de eerste rij een regel als {line}.",
    )
    uneven = Message(
        en="The line of dashes has {dashes} cells and the row above it {columns}, so all this shows as plain text. Write {line}.",
        nl="De regel met streepjes heeft {dashes} cellen en de rij erboven {columns}, dus dit alles verschijnt als gewone "
        "tekst. Schrijf {line}.",
    )
    too_many = Message(
        en="This row has {cells} cells and the table {columns} columns, so what is in the last ones does not show. A bar "
        "inside a cell is written \\|.",
        nl="Deze rij heeft {cells} cellen en de tabel {columns} kolommen, dus wat in de laatste staat verschijnt niet. Een "
        "streepje binnen een cel schrijf je als \\|.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n"),
        Valid('| a | b |\n|---|---|\n| {{< icon text="x|y" >}} | 2 |\n'),
        Valid("A | b in a sentence | and more.\n\n`| a | b |`\n"),
        Invalid("⟦| a | b |\n| 1 | 2 |⟧\n"),
        Invalid("⟦| a | b | c |\n|---|---|\n| 1 | 2 | 3 |⟧\n"),
        Invalid("| a | b |\n|---|---|\n⟦| 1 | 2 | 3 |⟧\n"),
    )

    @on(Paragraph, ListItem)
    def check_text(self, block: Paragraph | ListItem) -> Iterator[Violation]:
        # A tight list item holds its text itself, and other blocks behind it.
        inline = list(takewhile(lambda child: not isinstance(child, _BLOCKS), block.children))
        if not inline:
            return
        span = Span(inline[0].span.start, inline[-1].span.end)
        text = self.document.masked[span.start : span.end]
        if not text.startswith("|") or "\n" not in text.replace("\r", "\n"):
            return
        lines = [_ESCAPED.sub("x", line) for line in text.splitlines()]
        columns = lines[0].count("|") - 1
        if _ROW.match(lines[0]) and _DELIMITER.match(lines[1]) and (dashes := _cells(lines[1])) != columns:
            yield self.violation(span, self.uneven(dashes=dashes, columns=columns, line="|" + "---|" * columns))
        elif all(_ROW.match(line) for line in lines) and not any(_DELIMITER.match(line) for line in lines[1:2]):
            yield self.violation(span, self.no_line(line="|" + "---|" * columns))

    @on(Table)
    def check_table(self, table: Table) -> Iterator[Violation]:
        columns = len(table.alignments)
        for row in table.children:
            if not isinstance(row, TableRow) or row.head:
                continue
            source = self.document.masked[row.span.start : row.span.end]  # a bar in a shortcode divides nothing
            line = _ESCAPED.sub("x", source.strip().strip(">").strip())
            cells = line.strip("|").count("|") + 1
            shown = sum(isinstance(cell, TableCell) for cell in row.children)
            rest = line.strip("|").split("|")[columns:]
            if cells > columns and shown <= columns and any(cell.strip() for cell in rest):
                yield self.violation(row.span, self.too_many(cells=cells, columns=columns))


def _cells(line: str) -> int:
    return len(line.strip().lstrip(">").strip().strip("|").split("|"))
