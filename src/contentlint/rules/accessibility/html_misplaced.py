"""AX025: an element of HTML in a place where it cannot work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import (
    ElementRule,
    elements_around,
    has,
    is_focusable,
    value,
)
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

_NEED: Final[Mapping[str, tuple[str, ...]]] = {
    "li": ("ul", "ol", "menu", "dir"),
    "dt": ("dl",),
    "dd": ("dl",),
    "tr": ("table",),
    "td": ("table",),
    "th": ("table",),
    "thead": ("table",),
    "tbody": ("table",),
    "option": ("select", "datalist", "optgroup"),
    "summary": ("details",),
    "figcaption": ("figure",),
    "legend": ("fieldset",),
}
"""Elements that work in others only (HTML Living Standard, “Contexts in which this element can be used”)."""

_TAKE: Final[Mapping[str, tuple[str, ...]]] = {
    "ul": ("li",),
    "ol": ("li",),
    "dl": ("dt", "dd", "div"),
}
"""Elements that take certain others only."""

_ANYWHERE: Final = frozenset(("script", "template", "style"))
_INTERACTIVE: Final = frozenset(("a", "button"))


class HtmlMisplaced(ElementRule[Options]):
    """Reports elements of HTML where they cannot work.

    Items without a list (``<li>`` outside ``<ul>``), something else in a list, cells without a table, and a link or button
    inside another one. With ``role="list"`` and the like the place may be made by hand, and is left alone.

    ## Why is this bad?
    Browsers put such elements somewhere else or drop them. A screen reader does not count an item outside a list, and of two
    buttons in each other it finds one.
    """

    dutch = """Meldt HTML-elementen op een plek waar ze niet kunnen werken.

    Onderdelen zonder lijst (``<li>`` buiten ``<ul>``), iets anders in een lijst, cellen zonder tabel, en een link of knop in
    een andere. Met ``role="list"`` en dergelijke kan de plek met de hand zijn gemaakt; die mag.

    ## Waarom is dat erg?
    Browsers zetten zulke elementen ergens anders neer of laten ze vallen. Een schermlezer telt een onderdeel buiten een lijst
    niet mee, en van twee knoppen in elkaar vindt hij er één.
    """

    info = RuleInfo(
        name="html-misplaced",
        code="AX025",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Element where it cannot work", nl="Element op een plek waar het niet werkt"),
        wcag=("1.3.1", "4.1.2"),
        since="0.1.0",
    )
    outside = Message(
        en="<{name}> works inside <{parent}> only, so here it is taken for plain text or dropped. Put <{parent}> around it.",
        nl="<{name}> werkt alleen in <{parent}>; hier wordt het gewone tekst of valt het weg. Zet er <{parent}> omheen.",
    )
    child = Message(
        en="Right inside <{parent}> only <{allowed}> may stand, so a screen reader counts this list wrong. Put <{name}> in a <{allowed}>.",
        nl="Direct in <{parent}> mag alleen <{allowed}> staan, dus een schermlezer telt deze lijst verkeerd. Zet <{name}> in een <{allowed}>.",
    )
    nested = Message(
        en="A <{name}> inside a <{parent}> cannot be reached with the keyboard or a screen reader. Take it out.",
        nl="Een <{name}> in een <{parent}> is met het toetsenbord of een schermlezer niet te bereiken. Haal hem eruit.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("<details>\n<summary>More</summary>\n\nText.\n"),
        Valid("<ul>\n<li>Bread <a href='/b'>b</a></li>\n</ul>\n\n<dl><div><dt>x</dt><dd>y</dd></div></dl>\n"),
        Valid('<div role="list"><li>Bread</li></div>\n\n<details><summary>More</summary>x</details>\n'),
        Valid("<table><tr><td>x</td></tr></table>\n\n<select><optgroup><option>x</option></optgroup></select>\n"),
        Valid("{{< box >}}<li>x</li>{{< /box >}}\n\n<ul>{{< items >}}</ul>\n"),
        Invalid("⟦<li>⟧Bread</li>\n"),
        Invalid("<div>⟦<dt>⟧Bread</dt>⟦<dd>⟧White</dd></div>\n"),
        Invalid("<ul>⟦<div>⟧<li>Bread</li></div></ul>\n\n<ol>⟦<p>⟧Bread</p></ol>\n"),
        Invalid('<button>Go ⟦<a href="/go/">⟧there</a></button>\n'),
        Invalid("<p>⟦<summary>⟧More</summary></p>\n"),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if self.document.shortcode_pairs.around(element.span.start) is not None:
            return
        around = [*elements_around(self.document, element)]
        name, names = element.name, [other.name for other in around]
        needed = _NEED.get(name)
        if needed and self._is_in_open(element, needed):
            return
        if needed and not set(needed) & set(names):
            if not any(value(other, "role") for other in around) and not value(element, "role"):
                yield self.violation(element.span, self.outside(name=name, parent=needed[0]))
            return
        if not around or name in _ANYWHERE:
            return
        parent = around[0]
        allowed = _TAKE.get(parent.name)
        if allowed and name not in allowed and not value(parent, "role"):
            yield self.violation(element.span, self.child(name=name, parent=parent.name, allowed=allowed[0]))
        elif is_focusable(element) and not has(element, "tabindex"):
            other = next((other for other in around if other.name in _INTERACTIVE and is_focusable(other)), None)
            if other is not None:
                yield self.violation(element.span, self.nested(name=name, parent=other.name))

    def _is_in_open(self, element: HtmlElement, names: tuple[str, ...]) -> bool:
        """Whether an element that nothing closes stands before; ``html-unclosed`` tells of that."""
        return any(
            other.name in names and other.end is None and other.span.start < element.span.start
            for other in self.document.html_elements
        )
