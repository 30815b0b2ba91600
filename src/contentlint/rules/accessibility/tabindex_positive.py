"""AX007: an element that jumps the queue of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule
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
)


class TabindexPositive(ElementRule[Options]):
    """Reports ``tabindex`` with a number above 0.

    ``0`` (the keyboard reaches it in the order of the page) and ``-1`` (it does not) are fine.

    ## Why is this bad?
    The Tab key goes to this element before everything else on the page, the menu included, and then jumps back. Who
    works with the keyboard loses the way.
    """

    dutch = """Meldt ``tabindex`` met een getal boven 0.

    ``0`` (het toetsenbord komt er in de volgorde van de pagina) en ``-1`` (het komt er niet) zijn goed.

    ## Waarom is dat erg?
    De Tab-toets gaat eerst naar dit onderdeel, nog vóór het menu, en springt daarna terug. Wie met het toetsenbord werkt,
    raakt de weg kwijt.
    """

    info = RuleInfo(
        name="tabindex-positive",
        code="AX007",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Element that the Tab key goes to first", nl="Onderdeel dat bij de Tab-toets voordringt"),
        wcag=("2.4.3",),
        since="0.1.0",
    )
    positive = Message(
        en="With tabindex {number} the Tab key comes here before the rest of the page and then jumps back. Remove it, or "
        "write 0.",
        nl="Met tabindex {number} komt de Tab-toets hier eerder dan bij de rest van de pagina en springt dan terug. Haal hem "
        "weg, of schrijf 0.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<div tabindex="0">Map</div>\n\n<h2 tabindex="-1">News</h2>\n'),
        Valid('<input tabindex="">\n\n<input tabindex="{{< n >}}">\n\n`<a tabindex="3">`\n'),
        Invalid('<a href="/" ⟦tabindex="1"⟧>Home</a>\n'),
        Invalid("Write to <a href='/us/' ⟦tabindex=+12⟧>us</a>.\n"),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        attribute = element.attribute("tabindex")
        written = (attribute.value or "").strip() if attribute else ""
        number = written.removeprefix("+")
        if attribute and number.isascii() and number.isdigit() and int(number[:9]) > 0:
            yield self.violation(attribute.span, self.positive(number=written))
