"""AX001: a table whose header cells are empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import (
    HtmlElement,
    Image,
    InlineHtml,
    Parent,
    ShortcodeTag,
    Table,
    TableCell,
    plain_text,
)
from contentlint.rules.accessibility.elements import ElementRule, elements_inside, has, value, words_inside
from contentlint.rules.base import (
    Example,
    Family,
    Invalid,
    Message,
    Options,
    RuleInfo,
    Severity,
    Valid,
    Violation,
    on,
)


class TableHeaderEmpty(ElementRule[Options]):
    """Reports a table without a single word in its header row, and an empty header above a column of text.

    The cell in the corner, above the names of the rows, may be empty. One empty header among others is a warning. So is a
    table of HTML without ``<th>``; with a caption or a head of its own it surely is a table, and that is an error.

    ## Why is this bad?
    A screen reader says the header before each cell. Without one, a listener hears numbers and cannot tell what they are.
    """

    dutch = """Meldt een tabel met een kopregel zonder één woord, en een lege kop boven een kolom met tekst.

    De cel in de hoek, boven de namen van de rijen, mag leeg zijn. Eén lege kop tussen andere is een waarschuwing. Dat
    geldt ook voor een HTML-tabel zonder ``<th>``; met een bijschrift of een eigen kop is het zeker een tabel, en dan is het
    een fout.

    ## Waarom is dat erg?
    Een schermlezer leest bij elke cel eerst de kop voor. Zonder kop hoor je losse getallen en weet je niet wat ze
    betekenen.
    """

    info = RuleInfo(
        name="table-header-empty",
        code="AX001",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Table without headers", nl="Tabel zonder koppen"),
        wcag=("1.3.1",),
        since="0.1.0",
    )
    all_empty = Message(
        en="The header row of this table is empty, so a screen reader cannot say what the columns are. Name them.",
        nl="De kopregel van deze tabel is leeg, dus een schermlezer kan niet zeggen wat de kolommen zijn. Geef ze een naam.",
    )
    one_empty = Message(
        en="This column has no header, so a screen reader cannot say what it holds. Name it.",
        nl="Deze kolom heeft geen kop, dus een schermlezer kan niet zeggen wat erin staat. Geef de kolom een naam.",
    )
    no_headers = Message(
        en="This table has no header cells (<th>), so a screen reader cannot say what the columns are. Use <th> for them.",
        nl="Deze tabel heeft geen kopcellen (<th>), dus een schermlezer kan niet zeggen wat de kolommen zijn. Gebruik daar <th>.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("| Year | Visitors |\n|---|---|\n| 2024 | 10 |\n"),
        Valid("| | Monday | Tuesday |\n|---|---|---|\n| Morning | open | closed |\n"),
        Valid("| Year | |\n|---|---|\n| 2024 | |\n"),
        Invalid("⟦| | |⟧\n|---|---|\n| 2024 | 10 |\n"),
        Invalid("| Year |⟦⟧ | Note |\n|---|---|---|\n| 2024 | 10 | x |\n"),
        Valid("<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2024</td><td>10</td></tr></table>\n"),
        Valid('<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>\n'),
        Valid("<table><tr><td>a</td><td>b</td></tr></table>\n"),
        Invalid("⟦<table>⟧<tr><td>Year</td><td>Sum</td></tr><tr><td>2024</td><td>10</td></tr></table>\n"),
        Invalid("⟦<table>⟧<thead><tr><td>Year</td><td>Sum</td></tr></thead><tr><td>1</td><td>2</td></tr></table>\n"),
        Invalid("⟦<table>⟧<tr><th></th><th> </th></tr><tr><td>2024</td><td>10</td></tr></table>\n"),
    )

    def applies(self) -> bool:
        return True

    @on(Table)
    def check_header(self, table: Table) -> Iterator[Violation]:
        rows = [child for child in table.children if isinstance(child, Parent)]
        if len(rows) < 2:
            return
        empty = [cell for cell in rows[0].children if isinstance(cell, TableCell) and not _says_something(cell)]
        if len(empty) == len(rows[0].children):
            yield self.violation(rows[0].span, self.all_empty())
            return
        for index, cell in enumerate(rows[0].children):
            if index and cell in empty:
                column = [row.children[index] for row in rows[1:] if index < len(row.children)]
                if any(isinstance(other, TableCell) and plain_text(other).strip() for other in column):
                    yield self.violation(cell.span, self.one_empty(), severity=Severity.WARNING)

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name != "table" or value(element, "role").lower() in ("presentation", "none"):
            return
        inner = [*elements_inside(self.document, element)]
        names = [other.name for other in inner]
        if names.count("tr") < 2 or names.count("td") < 2 * (names.count("tr") - 1) or "table" in names:
            return
        headers = [other for other in inner if other.name == "th" or value(other, "role").endswith("header")]
        if headers and all(header.end and not words_inside(self.document, header) for header in headers):
            if not any(other.name == "img" or has(other, "aria-label") for other in inner):
                yield self.violation(element.span, self.all_empty())
        elif not headers:
            certain = "thead" in names or "caption" in names
            yield self.violation(
                element.span, self.no_headers(), severity=Severity.ERROR if certain else Severity.WARNING
            )


def _says_something(cell: TableCell) -> bool:
    return bool(plain_text(cell).strip()) or any(
        isinstance(child, ShortcodeTag | InlineHtml | Image) for child in cell.children
    )
