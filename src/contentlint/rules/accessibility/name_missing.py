"""AX023: something to use or to look at that has no name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar, Final

from contentlint.document import HtmlElement
from contentlint.rules.accessibility.elements import (
    ElementRule,
    elements_around,
    elements_inside,
    has,
    has_label,
    inside,
    is_hidden,
    value,
    words_inside,
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

_NAMED_BY_TEXT: Final = frozenset(
    """button checkbox link menuitem menuitemcheckbox menuitemradio option radio switch tab tooltip treeitem""".split()
)
_NAMED_BY_LABEL: Final = frozenset(
    """alertdialog combobox dialog graphics-document graphics-symbol img listbox meter progressbar searchbox slider
    spinbutton textbox""".split()
)
"""Roles that must have a name (WAI-ARIA 1.2, “Accessible Name Required”)."""

_NEAR: Final = 50
"""How many elements inside another are asked for its name."""
_FIELDS: Final = frozenset(("input", "meter", "progress", "select", "textarea"))
_NEED_NO_LABEL: Final = frozenset(("hidden", "submit", "reset"))
"""Kinds of ``<input>`` that are not seen, or that browsers name."""


class NameMissing(ElementRule[Options]):
    """Reports links, buttons, fields, drawings and embedded objects in HTML that have no name.

    A name is the text inside, a ``<label>``, the alternative text of a picture inside, the ``<title>`` of a drawing, or
    ``aria-label``. A drawing (``<svg>``) that does not say whether it is decoration is a warning.

    ## Why is this bad?
    A screen reader says “button”, and nobody knows what for. People who speak to their computer cannot say what to press.
    """

    dutch = """Meldt links, knoppen, velden, tekeningen en ingesloten objecten in HTML die geen naam hebben.

    Een naam is de tekst erin, een ``<label>``, de alt-tekst van een afbeelding erin, de ``<title>`` van een tekening, of
    ``aria-label``. Een tekening (``<svg>``) die niet zegt of ze versiering is, is een waarschuwing.

    ## Waarom is dat erg?
    Een schermlezer zegt ‘knop’, en niemand weet waarvoor. Wie tegen de computer praat kan niet zeggen waarop te drukken.
    """

    info = RuleInfo(
        name="name-missing",
        code="AX023",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Link, button or field without a name", nl="Link, knop of veld zonder naam"),
        wcag=("1.1.1", "1.3.1", "2.4.4", "4.1.2"),
        since="0.1.0",
    )
    nameless = Message(
        en="This <{name}> has no text, so a screen reader cannot say what it is for. Write text in it, or add aria-label.",
        nl="In deze <{name}> staat geen tekst, dus een schermlezer kan niet zeggen waar hij voor is. Zet er tekst in, of voeg "
        "aria-label toe.",
    )
    field = Message(
        en="This field has no label, so a screen reader cannot say what to fill in. Put a <label> around it, with text.",
        nl="Dit veld heeft geen label, dus een schermlezer kan niet zeggen wat je invult. Zet er een <label> met tekst omheen.",
    )
    drawing = Message(
        en='Nothing says what this drawing shows. Add <title>, or aria-hidden="true" if it is decoration.',
        nl='Niets zegt wat er op deze tekening staat. Voeg <title> toe, of aria-hidden="true" als ze versiering is.',
    )
    thing = Message(
        en="What is embedded here has no name, so who cannot see it gets nothing. Write between the tags what it shows.",
        nl="Wat hier is ingesloten heeft geen naam, dus wie het niet ziet krijgt niets. Schrijf tussen de tags wat er te zien is.",
    )
    role = Message(
        en="With the role ‘{role}’ this needs a name, and it has none, so a screen reader says only ‘{role}’. Add aria-label.",
        nl="Met de rol ‘{role}’ moet dit een naam hebben, en die is er niet; een schermlezer zegt alleen ‘{role}’. Voeg "
        "aria-label toe.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<button>Send</button>\n\n<a href="/"><i class="icon" aria-hidden="true"></i> Home</a>\n'),
        Valid(
            '<button aria-label="Close"><svg><path d="M0 0"/></svg></button>\n\n<a href="/"><img src="a" alt="Home"></a>\n'
        ),
        Valid('<label>Name <input></label>\n\n<label for="b">Mail</label>\n<input id="b" type="email">\n'),
        Valid('<input type="hidden">\n\n<button>{{< icon >}}</button>\n\n<a id="top"></a>\n\n<input type="submit">\n'),
        Valid(
            '<svg aria-hidden="true"></svg>\n\n<svg><title>Map</title></svg>\n\n<p>A <svg role="none"></svg> sign</p>\n'
        ),
        Valid('<object data="a.pdf"><p>The report</p></object>\n\n<div role="img" aria-label="Five stars">★</div>\n'),
        Invalid('⟦<button class="close">⟧</button>\n\n⟦<a href="/">⟧<i class="icon-home"></i></a>\n'),
        Invalid('Mail: ⟦<input type="email" name="mail">⟧\n\n⟦<select>⟧<option>One</option></select>\n'),
        Invalid('⟦<svg viewBox="0 0 8 8">⟧<path d="M0 0"/></svg>\n\n⟦<svg role="img">⟧</svg>\n'),
        Invalid('⟦<object data="a.pdf">⟧</object>\n\n⟦<textarea rows="3">⟧</textarea>\n'),
        Invalid('⟦<div role="img" class="stars">⟧★★★</div>\n\n⟦<span role="button" tabindex="0">⟧</span>\n'),
    )

    def begin(self) -> None:
        elements = self.document.html_elements
        self._labelled = {value(element, "for") for element in elements if element.name == "label"} - {""}

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        if is_hidden(element) or has_label(element):
            return
        name, role = element.name, value(element, "role").lower()
        if role in ("none", "presentation"):
            return
        if name in _FIELDS:
            yield from self._check_field(element)
        elif name == "svg":
            yield from self._check_drawing(element)
        elif name in ("object", "embed"):
            if (name == "embed" or element.end) and not self._says(element):
                yield self.violation(element.span, self.thing(), severity=Severity.WARNING)
        elif name in ("button", "summary") or (name == "a" and has(element, "href")):
            if element.end and not self._says(element):
                yield self.violation(element.span, self.nameless(name=name))
        elif name != "img" and self._lacks_name(element, role):
            yield self.violation(element.span, self.role(role=role))

    def _check_field(self, element: HtmlElement) -> Iterator[Violation]:
        kind = value(element, "type").lower() if element.name == "input" else ""
        if kind in _NEED_NO_LABEL or value(element, "id") in self._labelled:
            return
        if value(element, "placeholder") or value(element, "alt") or (kind == "button" and value(element, "value")):
            return
        if not any(other.name == "label" for other in elements_around(self.document, element)):
            shown_only = element.name in ("meter", "progress")
            severity = Severity.WARNING if shown_only else Severity.ERROR
            yield self.violation(element.span, self.field(), severity=severity)

    def _check_drawing(self, element: HtmlElement) -> Iterator[Violation]:
        around = [*elements_around(self.document, element)]
        if element.end is None or any(is_hidden(other) or other.name == "svg" for other in around):
            return
        if any(other.name == "title" for other in elements_inside(self.document, element)):
            return
        # In a link or a button the text beside it, or the name of that, says what it is.
        if not any(other.name in ("a", "button") or has_label(other) for other in around):
            certain = value(element, "role").lower() in _NAMED_BY_LABEL
            yield self.violation(element.span, self.drawing(), severity=Severity.ERROR if certain else Severity.WARNING)

    def _lacks_name(self, element: HtmlElement, role: str) -> bool:
        return role in _NAMED_BY_LABEL or (
            role in _NAMED_BY_TEXT and element.end is not None and not self._says(element)
        )

    def _says(self, element: HtmlElement) -> bool:
        """Whether something between the tags names an element."""
        document = self.document
        if "{{" in document[inside(element)] or words_inside(document, element):
            return True
        return any(_names(other) for other in islice(elements_inside(document, element), _NEAR))


def _names(element: HtmlElement) -> bool:
    # What a picture lacks in its own alternative text is told by the rules about pictures.
    return has_label(element) or element.name in ("img", "title", "slot")
