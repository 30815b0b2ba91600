"""AX008: elements that HTML no longer has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import ElementRule, is_in
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

_LOOKS: Final = Message(en="the site’s style sheet", nl="de vormgeving van de site")
_INSTEAD: Final[Mapping[str, Message | str]] = {
    "acronym": "<abbr>",
    "applet": "<iframe>",
    "basefont": _LOOKS,
    "bgsound": "<audio>",
    "big": _LOOKS,
    "center": _LOOKS,
    "dir": "<ul>",
    "font": _LOOKS,
    "frame": "<iframe>",
    "frameset": "<iframe>",
    "isindex": "<form>",
    "keygen": "<input>",
    "listing": "<pre>",
    "menuitem": "<button>",
    "multicol": _LOOKS,
    "nobr": _LOOKS,
    "noembed": "<iframe>",
    "noframes": "<iframe>",
    "plaintext": "<pre>",
    "rb": "<ruby>",
    "rtc": "<ruby>",
    "spacer": _LOOKS,
    "strike": "~~",
    "tt": "<code>",
    "xmp": "<pre>",
}
"""Elements that are obsolete (HTML Living Standard, 16.2) and do not move, with what serves now."""

_MOVING: Final = frozenset(("blink", "marquee"))
_ERRORS: Final = frozenset(("font", "center", "frame", "frameset", "applet", "plaintext"))
"""They change what readers see, or show nothing any more; the others are harmless for now."""


class HtmlObsolete(ElementRule[Options]):
    """Reports elements that HTML no longer has, such as ``<marquee>``, ``<font>`` and ``<center>``.

    Those that still look as they did and harm nobody (``<tt>``, ``<strike>``, ``<big>``) are a warning.

    ## Why is this bad?
    Text that moves or blinks cannot be read by many people and cannot be stopped. Fixed letters and colours do not follow
    what readers have set for their eyes. Browsers may drop the others any day.
    """

    dutch = """Meldt elementen die HTML niet meer heeft, zoals ``<marquee>``, ``<font>`` en ``<center>``.

    Wat er nog uitziet als vroeger en niemand hindert (``<tt>``, ``<strike>``, ``<big>``), is een waarschuwing.

    ## Waarom is dat erg?
    Tekst die beweegt of knippert is voor veel mensen niet te lezen en niet stop te zetten. Vaste letters en kleuren volgen
    niet wat lezers voor hun ogen hebben ingesteld. De andere kunnen elk moment uit browsers verdwijnen.
    """

    info = RuleInfo(
        name="html-obsolete",
        code="AX008",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Element that HTML no longer has", nl="Element dat HTML niet meer heeft"),
        wcag=("1.3.1", "2.2.2"),
        since="0.1.0",
    )
    moving = Message(
        en="Text in <{name}> moves or blinks and cannot be stopped, so many people cannot read it. Remove the element.",
        nl="Tekst in <{name}> beweegt of knippert en is niet stop te zetten, dus veel mensen kunnen haar niet lezen. Haal "
        "het element weg.",
    )
    obsolete = Message(
        en="HTML no longer has <{name}>, so browsers and screen readers need not know it. Use {instead}.",
        nl="HTML heeft <{name}> niet meer, dus browsers en schermlezers hoeven het niet te kennen. Gebruik {instead}.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("<p>Open <s>today</s> <small>(until May)</small></p>\n\n`<font>` and \\<center>\n"),
        Valid("```html\n<marquee>News</marquee>\n```\n"),
        Valid('<svg viewBox="0 0 8 8"><font><glyph></glyph></font></svg>\n'),
        Invalid("⟦<marquee>⟧News</marquee>\n"),
        Invalid('⟦<center>⟧\n⟦<font color="red">⟧Closed</font>\n</center>\n'),
        Invalid("Press ⟦<TT>⟧Enter</TT>, ⟦<strike>⟧not</strike>.\n"),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        name = element.name
        if name in _MOVING:
            yield self.violation(element.span, self.moving(name=name))
        elif (instead := _INSTEAD.get(name)) is not None and not is_in(self.document, element, "svg"):
            severity = Severity.ERROR if name in _ERRORS else Severity.WARNING
            yield self.violation(element.span, self.obsolete(name=name, instead=instead), severity=severity)
