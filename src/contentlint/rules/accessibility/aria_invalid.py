"""AX009: ARIA that says nothing, or something that is not so."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import ClassVar

from contentlint.document import HtmlAttribute, HtmlElement
from contentlint.rules.accessibility.aria import (
    ATTRIBUTES,
    DEPRECATED,
    IMPLICIT,
    NUMBERS,
    PARENTS,
    REQUIRED,
    ROLES,
    SAY_THEMSELVES,
    TOKEN_LISTS,
    TOKENS,
)
from contentlint.rules.accessibility.elements import (
    ElementRule,
    elements_around,
    elements_inside,
    has,
    is_focusable,
    value,
)
from contentlint.rules.base import (
    Applicability,
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


class AriaInvalid(ElementRule[Options]):
    """Reports roles and ``aria-`` attributes that do not exist, and values that they do not take.

    So are roles that lack what they need, and ``aria-hidden`` on what the keyboard still reaches. ``aria-label`` on a ``<div>`` or ``<span>`` without a role is a warning: most screen readers do not say it.

    ## Why is this bad?
    Browsers pass over what they do not know, so the help that was meant for people with a screen reader is not there. A
    hidden link is met with the keyboard all the same, and then nothing is said.

    ## Fix safety
    The fix is a suggestion: the name or value that looks most like what is written.
    """

    dutch = """Meldt rollen en ``aria-``attributen die niet bestaan, en waarden die ze niet kennen.

    Ook gemeld worden rollen zonder wat erbij hoort, en ``aria-hidden`` op wat het toetsenbord toch bereikt. ``aria-label`` bij een ``<div>`` of ``<span>`` zonder rol is een waarschuwing: de meeste schermlezers zeggen het niet.

    ## Waarom is dat erg?
    Browsers slaan over wat ze niet kennen, dus de hulp die voor mensen met een schermlezer was bedoeld, is er niet. Bij een
    verborgen link kom je met het toetsenbord toch uit, en dan hoor je niets.

    ## Wat herstellen doet
    Het herstel is een voorstel: de naam of waarde die het meest lijkt op wat er staat.
    """

    info = RuleInfo(
        name="aria-invalid",
        code="AX009",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="ARIA that does not work", nl="ARIA die niet werkt"),
        fixable=Applicability.SUGGESTION,
        wcag=("4.1.2",),
        since="0.1.0",
    )
    role = Message(
        en="There is no role ‘{name}’, so screen readers pass over it.",
        nl="De rol ‘{name}’ bestaat niet, dus schermlezers slaan haar over.",
    )
    attribute = Message(
        en="There is no attribute ‘{name}’, so screen readers pass over it.",
        nl="Het attribuut ‘{name}’ bestaat niet, dus schermlezers slaan het over.",
    )
    token = Message(
        en="‘{value}’ is no value for {name}, so it has no effect. Choose from: {choices}.",
        nl="‘{value}’ is geen waarde voor {name}, dus het doet niets. Kies uit: {choices}.",
    )
    empty = Message(
        en="{name} without a value has no effect. Choose from: {choices}.",
        nl="{name} zonder waarde doet niets. Kies uit: {choices}.",
    )
    number = Message(
        en="‘{value}’ is no number, so {name} has no effect. Write a number.",
        nl="‘{value}’ is geen getal, dus {name} doet niets. Schrijf een getal.",
    )
    needed = Message(
        en="With the role ‘{role}’ a screen reader must be told {names}, and it is not there. Add it.",
        nl="Bij de rol ‘{role}’ moet een schermlezer {names} weten, en dat staat er niet. Voeg het toe.",
    )
    parent = Message(
        en="The role ‘{role}’ has a meaning only inside ‘{parents}’, so here a screen reader passes over it.",
        nl="De rol ‘{role}’ betekent alleen iets binnen ‘{parents}’; hier slaat een schermlezer haar over.",
    )
    given_up = Message(
        en="The role ‘{role}’ is given up, and screen readers may pass over it. Use ‘{instead}’.",
        nl="De rol ‘{role}’ is afgeschaft, dus schermlezers kunnen haar overslaan. Gebruik ‘{instead}’.",
    )
    conflict = Message(
        en="With the role ‘{role}’ this is to be nothing special, yet the keyboard comes to it. Remove the role.",
        nl="Met de rol ‘{role}’ is dit niets bijzonders, maar het toetsenbord komt er wel. Haal de rol weg.",
    )
    hidden = Message(
        en="This is hidden for screen readers, but the keyboard still comes to it, and then nothing is said. Remove "
        "aria-hidden.",
        nl="Dit is voor schermlezers verborgen, maar het toetsenbord komt er toch, en dan klinkt er niets. Haal aria-hidden "
        "weg.",
    )
    unheard = Message(
        en="Most screen readers do not say the aria-label of a <{name}>. Give it a role, or write the words in the text.",
        nl="De meeste schermlezers zeggen de aria-label van een <{name}> niet. Geef een rol, of zet de woorden in de tekst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid('<div role="note" aria-label="Tip" aria-live="polite" aria-level="2">x</div>\n'),
        Valid('<i role="none presentation" aria-hidden="true"></i><span role="doc-tip" aria-busy="TRUE">x</span>\n'),
        Valid('<a href="/" aria-hidden="true" tabindex="-1">x</a>\n\n<input type="checkbox" role="switch">\n'),
        Valid('<p aria-label="{{< t >}}" aria-hidden="{{< b >}}" role="{{< r >}}">x</p>\n\n`<p role="x">`\n'),
        Valid('<svg aria-hidden="true" focusable="false"><path d="M0 0"/></svg>\n'),
        Invalid('<div role="⟦buton⟧">x</div>\n', fixed='<div role="button">x</div>\n'),
        Invalid('<p ⟦aria-labeledby⟧="a">x</p>\n', fixed='<p aria-labelledby="a">x</p>\n'),
        Invalid('<p aria-live="⟦politely⟧">x</p>\n', fixed='<p aria-live="polite">x</p>\n'),
        Invalid('<i ⟦aria-hidden⟧>x</i>\n\n<p aria-hidden="⟦yes⟧">x</p>\n'),
        Invalid('<p role="heading" aria-level="⟦two⟧">x</p>\n\n⟦<p role="heading">⟧x</p>\n'),
        Invalid('<a href="/" ⟦aria-hidden="true"⟧>x</a>\n\n<p ⟦aria-hidden="true"⟧><button>x</button></p>\n'),
        Valid('<div role="tablist"><b role="tab">x</b></div>\n\n<ul><li role="listitem">x</li></ul>\n'),
        Invalid('<b role="⟦tab⟧">x</b>\n\n<ul role="⟦directory⟧"></ul>\n\n<a href="/" role="⟦none⟧">x</a>\n'),
        Invalid('<div ⟦aria-label="Tip"⟧>x</div>\n'),
    )

    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        yield from self._check_role(element)
        for attribute in element.attributes:
            if attribute.name.startswith("aria-") and "{{" not in (attribute.value or ""):
                yield from self._check_attribute(attribute)
        hidden = element.attribute("aria-hidden")
        if hidden and (hidden.value or "").strip().lower() == "true" and self._is_reached(element):
            # What has an id a script may open and hide, with styles that keep the keyboard out.
            opened = has(element, "id") and not _by_keyboard(element)
            yield self.violation(hidden.span, self.hidden(), severity=Severity.WARNING if opened else None)
        label = element.attribute("aria-label")
        if label and value(element, "aria-label") and element.name in ("div", "span") and not value(element, "role"):
            yield self.violation(label.span, self.unheard(name=element.name), severity=Severity.WARNING)

    def _check_role(self, element: HtmlElement) -> Iterator[Violation]:
        attribute = element.attribute("role")
        written = value(element, "role")
        if not written or "{{" in written or attribute is None or attribute.value_span is None:
            return
        roles = written.lower().split()
        known = next((role for role in roles if role in ROLES), None)
        if known is None:
            span = attribute.value_span
            suggestions = _near(roles[0], ROLES)
            yield self.violation(span, self.role(name=written), suggestions=suggestions)
        elif (instead := DEPRECATED.get(known)) is not None:
            message = self.given_up(role=known, instead=instead)
            yield self.violation(attribute.value_span, message, severity=Severity.WARNING)
        elif known in ("none", "presentation"):
            if _by_keyboard(element):
                yield self.violation(attribute.value_span, self.conflict(role=known), severity=Severity.WARNING)
        elif (parents := PARENTS.get(known)) is not None and not self._stands_in(element, parents):
            yield self.violation(attribute.value_span, self.parent(role=known, parents=parents[0]))
        elif element.name not in SAY_THEMSELVES:
            missing = [name for name in REQUIRED.get(known, ()) if not value(element, name)]
            if missing:
                yield self.violation(element.span, self.needed(role=known, names=", ".join(missing)))

    def _check_attribute(self, attribute: HtmlAttribute) -> Iterator[Violation]:
        name, written = attribute.name, (attribute.value or "").strip()
        if name not in ATTRIBUTES:
            yield self.violation(
                attribute.name_span, self.attribute(name=name), suggestions=_near(name, ATTRIBUTES, cutoff=0.8)
            )
        elif (choices := TOKENS.get(name)) is not None:
            listed = ", ".join(choices)
            if not written:
                message = self.empty(name=name, choices=listed)
                yield self.violation(attribute.span, message, severity=Severity.WARNING)
                return
            words = written.lower().split() if name in TOKEN_LISTS else (written.lower(),)
            if any(word not in choices for word in words) and attribute.value_span:
                message = self.token(value=written, name=name, choices=listed)
                near = () if name in TOKEN_LISTS else _near(words[0], choices)
                yield self.violation(attribute.value_span, message, suggestions=near)
        elif name in NUMBERS and written and attribute.value_span and not _is_number(written):
            yield self.violation(attribute.value_span, self.number(value=written, name=name))

    def _stands_in(self, element: HtmlElement, parents: tuple[str, ...]) -> bool:
        document = self.document
        if document.shortcode_pairs.around(element.span.start) is not None:
            return True
        around = elements_around(document, element)
        return any((value(other, "role").lower() or IMPLICIT.get(other.name, "")) in parents for other in around)

    def _is_reached(self, element: HtmlElement) -> bool:
        around = next(elements_around(self.document, element), None)
        if around is not None and value(around, "aria-hidden").lower() == "true":
            return False
        return _by_keyboard(element) or any(_by_keyboard(inner) for inner in elements_inside(self.document, element))


def _by_keyboard(element: HtmlElement) -> bool:
    tabindex = value(element, "tabindex")
    return not tabindex.startswith("-") and (is_focusable(element) or has(element, "tabindex"))


@lru_cache(maxsize=512)
def _near(written: str, known: Collection[str], cutoff: float = 0.7) -> tuple[str, ...]:
    """Return the known word that looks most like a written one, if any does."""
    import difflib  # noqa: PLC0415 - only for a mistake

    return tuple(difflib.get_close_matches(written, sorted(known), n=1, cutoff=cutoff))


def _is_number(written: str) -> bool:
    try:
        float(written)
    except ValueError:
        return False
    return True
