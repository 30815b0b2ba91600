"""AX020: something to click on that the keyboard cannot reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule, has, is_focusable, is_hidden, value
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

_MOUSE: Final = ("onclick", "ondblclick", "onmousedown", "onmouseup", "onpointerdown", "onpointerup")
_KEYS: Final = ("onkeydown", "onkeyup", "onkeypress")
_OTHERS: Final = frozenset(("audio", "body", "details", "form", "iframe", "label", "option", "video"))
"""Elements that take the keyboard in their own way."""


class ClickHandler(ElementRule[Options]):
    """Reports an element that answers to a click (``onclick``) and is neither a button nor a link.

    An element with ``role``, ``tabindex`` and an answer to keys is a button made by hand, and left alone.

    ## Why is this bad?
    Who cannot use a mouse cannot get to it, and a screen reader does not say that there is something to do here. A
    ``<button>`` does all of that by itself.
    """

    dutch = """Meldt een element dat op een klik reageert (``onclick``) en geen knop en geen link is.

    Een element met ``role``, ``tabindex`` en een reactie op toetsen is een zelfgemaakte knop; dat mag.

    ## Waarom is dat erg?
    Wie geen muis kan gebruiken komt er niet bij, en een schermlezer zegt niet dat hier iets te doen is. Een ``<button>``
    doet dat allemaal vanzelf.
    """

    info = RuleInfo(
        name="click-handler",
        code="AX020",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Click without a button", nl="Klikken zonder knop"),
        wcag=("2.1.1", "4.1.2"),
        since="0.1.0",
    )
    unreachable = Message(
        en="This <{name}> answers to a click, but the keyboard cannot reach it and it is not announced. Use <button>.",
        nl="Deze <{name}> reageert op een klik, maar het toetsenbord komt er niet bij en niemand hoort dat het kan. Gebruik "
        "<button>.",
    )
    mouse_only = Message(
        en="The keyboard reaches this <{name}>, but only a mouse makes it do something. Use <button>.",
        nl="Het toetsenbord komt wel bij deze <{name}>, maar er gebeurt alleen iets bij een muisklik. Gebruik <button>.",
    )
    no_address = Message(
        en="Without href this link cannot be reached with the keyboard. Use <button>, or give it an address.",
        nl="Zonder href is deze link met het toetsenbord niet te bereiken. Gebruik <button>, of geef hem een adres.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<button onclick="show()">Show</button>\n\n<a href="/map/" onclick="count()">Map</a>\n'),
        Valid('<div role="button" tabindex="0" onclick="show()" onkeydown="key(event)">Show</div>\n'),
        Valid('<label onclick="count()">Name <input></label>\n\n`<div onclick="x()">`\n'),
        Valid('<div aria-hidden="true" onclick="close()"></div>\n'),
        Invalid('⟦<div onclick="show()">⟧Show</div>\n'),
        Invalid('The ⟦<span role="button" onclick="show()">⟧map</span> is here.\n'),
        Invalid('⟦<div role="button" tabindex="0" onclick="show()">⟧Show</div>\n'),
        Invalid('⟦<a onclick="show()">⟧Show</a>\n'),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if element.name in _OTHERS or is_focusable(element) or is_hidden(element):
            return
        if not any(value(element, name) for name in _MOUSE) or has(element, "contenteditable"):
            return
        if has(element, "disabled"):
            return
        reached = has(element, "tabindex")
        if reached and value(element, "role"):
            if not any(value(element, name) for name in _KEYS):
                yield self.violation(element.span, self.mouse_only(name=element.name), severity=Severity.WARNING)
        elif element.name in ("a", "area") and not reached:
            yield self.violation(element.span, self.no_address())
        else:
            yield self.violation(element.span, self.unreachable(name=element.name))
