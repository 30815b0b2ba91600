"""AX024: words in pointed brackets that browsers take for HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import HtmlElement, InlineHtml
from contentlint.rules.accessibility.elements import HTML_ELEMENTS, is_in
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


class HtmlUnknown(Rule[Options]):
    """Reports pointed brackets around a word that is no element of HTML, such as ``<name>``.

    Elements that a site makes itself have a hyphen in their name and a closing tag; those are left alone. So are elements in
    capitals where the site is not made with Hugo: other programs know components. One with a closing tag is a warning, for
    the text in it stays.

    ## Why is this bad?
    Browsers take it for HTML and show nothing in its place: of “Dear <name>,” readers see “Dear ,”.

    ## Fix safety
    The fix is unsafe: with a backslash before it, readers see the brackets and the word.
    """

    dutch = """Meldt punthaken om een woord dat geen element van HTML is, zoals ``<naam>``.

    Elementen die een site zelf maakt hebben een streepje in de naam en een sluittag; die mogen. Dat geldt ook voor elementen
    met hoofdletters als de site niet met Hugo is gemaakt: andere programma’s kennen componenten. Met een sluittag is het een
    waarschuwing, want de tekst erin blijft staan.

    ## Waarom is dat erg?
    Browsers houden het voor HTML en laten op die plek niets zien: van ‘Beste <naam>,’ zien lezers ‘Beste ,’.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: met een backslash ervoor zien lezers de haken en het woord.
    """

    info = RuleInfo(
        name="html-unknown",
        code="AX024",
        family=Family.ACCESSIBILITY,
        severity=Severity.ERROR,
        summary=Message(en="Word that is taken for HTML", nl="Woord dat voor HTML wordt aangezien"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    vanishes = Message(
        en="Browsers take ‘{written}’ for HTML, and readers see nothing here. Write \\{written}, or put it between backticks.",
        nl="Browsers houden ‘{written}’ voor HTML, en lezers zien hier niets. Schrijf \\{written}, of zet het tussen "
        "accenten graves (`).",
    )
    unknown = Message(
        en="HTML has no <{name}>, so browsers pass over it. Did you mean another element?",
        nl="HTML kent geen <{name}>, dus browsers slaan het over. Bedoel je een ander element?",
    )
    add_backslash = Message(en="Put a backslash before it.", nl="Zet er een backslash voor.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Dear `<name>`, \\<name>, <https://example.org/> and <b>all</b>.\n"),
        Valid('<lite-youtube id="x"></lite-youtube>\n\n<svg><path d="M0 0"/></svg> <math><mi>x</mi></math>\n'),
        Valid("<Tabs>\n\n<TabItem>x</TabItem>\n\n</Tabs>\n"),
        Invalid("Dear ⟦<name>⟧, welcome.\n", fixed="Dear \\<name>, welcome.\n"),
        Invalid(
            "A List⟦<String>⟧ of\n",
            fixed="A List\\<String> of\n",
            files={"hugo.toml": "[markup.goldmark.renderer]\nunsafe = true\n"},
        ),
        Invalid("Use ⟦<your-token>⟧ here.\n", fixed="Use \\<your-token> here.\n"),
        Invalid("The ⟦<stong>⟧word</stong> is short.\n"),
    )

    def begin(self) -> None:
        nodes = self.document.markdown.nodes
        self._inline = {node.span.start for node in nodes if isinstance(node, InlineHtml)}

    @on(HtmlElement)
    def check_element(self, element: HtmlElement) -> Iterator[Violation]:
        written = self.document[element.span]
        if element.name in HTML_ELEMENTS or ":" in element.name or "{{" in written:
            return
        if element.end is not None:
            if "-" not in element.name and not self._is_component(written) and not self._is_foreign(element):
                yield self.violation(element.span, self.unknown(name=element.name), severity=Severity.WARNING)
        elif not element.self_closing and not self._is_component(written) and not self._is_foreign(element):
            start = element.span.start
            inline = start in self._inline
            fix = self.unsafe_fix(self.add_backslash(), Edit(Span(start, start), "\\")) if inline else None
            yield self.violation(element.span, self.vanishes(written=_short(written)), fix=fix)

    def _is_component(self, written: str) -> bool:
        return not self.page.site.is_hugo and written[1:2].isupper()

    def _is_foreign(self, element: HtmlElement) -> bool:
        """Whether an element stands in a drawing or a formula, which have elements of their own."""
        return is_in(self.document, element, "svg", "math")


def _short(written: str) -> str:
    return written if len(written) <= 40 else written[:38] + "…>"
