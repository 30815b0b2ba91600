"""AX002: a table that holds no table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement, Image, Node, Parent, Table, TableRow, Text
from contentlint.rules.accessibility.elements import ElementRule, elements_around, value
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


class TableAsLayout(ElementRule[Options]):
    """Reports a table that only puts things in place: one column, a header row alone, pictures, or a table in a table.

    A table of HTML with ``role="presentation"`` says that it is no table, and is left alone.

    ## Why is this bad?
    A screen reader announces a table with its rows and columns, and people look for what the columns mean. On a phone
    things stand too small beside each other.
    """

    dutch = """Meldt een tabel die alleen dingen op hun plaats zet: één kolom, alleen een kopregel, afbeeldingen, of een tabel in
    een tabel.

    Een HTML-tabel met ``role="presentation"`` zegt dat ze geen tabel is; die mag.

    ## Waarom is dat erg?
    Een schermlezer kondigt een tabel aan met rijen en kolommen, en de luisteraar zoekt wat de kolommen betekenen. Op een
    telefoon staan de dingen te klein naast elkaar.
    """

    info = RuleInfo(
        name="table-as-layout",
        code="AX002",
        family=Family.ACCESSIBILITY,
        severity=Severity.WARNING,
        summary=Message(en="Table that only places things", nl="Tabel die alleen dingen op hun plaats zet"),
        wcag=("1.3.1", "1.3.2"),
        since="0.1.0",
    )
    column = Message(
        en="A table of one column is announced as a table and tells no more than a list. Make it a list.",
        nl="Een tabel van één kolom wordt als tabel aangekondigd en zegt niet meer dan een lijst. Maak er een lijst van.",
    )
    header = Message(
        en="This table has headers and no rows, so a screen reader finds nothing below them. Write a list, or plain text.",
        nl="Deze tabel heeft wel koppen maar geen rijen, dus een schermlezer vindt er niets onder. Maak er een lijst of "
        "gewone tekst van.",
    )
    pictures = Message(
        en="This table only puts pictures beside each other, yet it is announced with rows and columns. Place them one "
        "below the other, or use a gallery.",
        nl="Deze tabel zet alleen afbeeldingen naast elkaar, maar wordt met rijen en kolommen aangekondigd. Zet ze onder "
        "elkaar, of gebruik een galerij.",
    )
    nested = Message(
        en="This table stands in a cell of another, which nobody can follow by listening. Take it out.",
        nl="Deze tabel staat in een cel van een andere; dat is al luisterend niet te volgen. Haal haar eruit.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("| Year | Visitors |\n|---|---|\n| 2024 | 10 |\n"),
        Valid("| Tree | Leaf |\n|---|---|\n| Oak | ![Lobed leaf](oak.png) |\n| Elm | ![Toothed leaf](elm.png) |\n"),
        Valid('<table role="presentation"><tr><td><table><tr><td>x</td></tr></table></td></tr></table>\n'),
        Valid("| ![Elm](elm.png) | Elm |\n|---|---|\n| ![Oak](oak.png) | Oak |\n"),
        Invalid("⟦| Bread |\n|---|\n| Cheese |⟧\n"),
        Invalid("⟦| Note | Open on Monday |\n|---|---|⟧\n"),
        Invalid("⟦| ![Oak](oak.png) | ![Elm](elm.png) |\n|---|---|\n| ![Ash](ash.png) | |⟧\n"),
        Invalid("⟦| | |\n|---|---|\n| ![Oak](oak.png) | [![Elm](elm.png)](/elm/) |⟧\n"),
        Invalid("<table><tr><th>x</th></tr><tr><td>⟦<table>⟧<tr><td>x</td></tr></table></td></tr></table>\n"),
    )

    def applies(self) -> bool:
        return True

    @on(Table)
    def check_table(self, table: Table) -> Iterator[Violation]:
        rows = [row for row in table.children if isinstance(row, TableRow)]
        if len(rows) == 1:
            yield self.violation(table.span, self.header())
        elif len(table.alignments) == 1:
            yield self.violation(table.span, self.column(), severity=Severity.INFO)
        else:
            cells = [_holds(cell) for row in rows for cell in row.children if isinstance(cell, Parent)]
            if "image" in cells and set(cells) <= {"image", ""}:
                yield self.violation(table.span, self.pictures())

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name != "table" or value(element, "role").lower() in ("presentation", "none"):
            return
        around = [other for other in elements_around(self.document, element) if other.name == "table"]
        if around and value(around[0], "role").lower() not in ("presentation", "none"):
            yield self.violation(element.span, self.nested())


def _holds(cell: Parent) -> str:
    """Return ``image`` for a cell with nothing but pictures, ``other`` for one with something else; empty for an empty one."""
    found = ""
    stack: list[Node] = [*cell.children]
    while stack:
        node = stack.pop()
        if isinstance(node, Image):
            found = "image"
        elif isinstance(node, Parent):
            stack.extend(node.children)
        elif not isinstance(node, Text) or node.value.strip():
            return "other"
    return found
