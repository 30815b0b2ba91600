"""SC002: a shortcode that is never closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document
from contentlint.document.shortcodes import ShortcodeProblemKind
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
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import ShortcodeRule, swallows

_NOTE = {
    "hugo.toml": "",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
    "layouts/_shortcodes/box.html": "{{ .Inner }}",
}


class ShortcodeUnclosed(ShortcodeRule[Options]):
    """Reports a shortcode that takes text and is not closed.

    Whether a shortcode takes text is seen in its template: it uses ``.Inner``. Such a shortcode needs a closing tag, or a
    slash at the end of its own tag. It is a warning where a theme that is not on disk may bring another template.

    ## Why is this bad?
    Hugo stops, and the whole site is not built. Of an inline shortcode without its end, the rest of the page is lost.

    ## Fix safety
    There is one in code only, as a suggestion: it makes Hugo show the shortcode and not run it.
    """

    dutch = """Meldt een shortcode die tekst bevat en niet gesloten is.

    Of een shortcode tekst bevat, staat in het sjabloon: dat gebruikt dan ``.Inner``. Zo’n shortcode heeft een sluittag
    nodig, of een schuine streep aan het eind van de eigen tag. Het is een waarschuwing als een thema dat niet op schijf
    staat een ander sjabloon kan leveren.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd. Bij een inline-shortcode zonder einde gaat de rest van de pagina
    verloren.

    ## Wat herstellen doet
    Alleen in code doet contentlint een voorstel: Hugo toont de shortcode dan en voert hem niet uit.
    """

    info = RuleInfo(
        name="shortcode-unclosed",
        code="SC002",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(en="Shortcode is not closed", nl="Shortcode is niet gesloten"),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    unclosed = Message(
        en="‘{name}’ takes text and must be closed; as it is, the site cannot be built. Write {closing} behind the text, or "
        "end this tag with {self_closing} when there is no text.",
        nl="‘{name}’ bevat tekst en moet worden gesloten; zo kan de site niet worden gebouwd. Zet {closing} achter de tekst, "
        "of eindig deze tag met {self_closing} als er geen tekst is.",
    )
    inline = Message(
        en="‘{name}’ is never closed, so the rest of the page is not shown. Write {closing} where it ends.",
        nl="‘{name}’ wordt nergens gesloten, dus de rest van de pagina wordt niet getoond. Zet {closing} waar de shortcode eindigt.",
    )
    inline_fails = Message(
        en="‘{name}’ is never closed, so the site cannot be built. Write {closing} where it ends.",
        nl="‘{name}’ wordt nergens gesloten, dus de site kan niet worden gebouwd. Zet {closing} waar de shortcode eindigt.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}Mind the gap.{{< /note >}}\n", files=_NOTE),
        Valid("Look: {{< note />}}\n", files=_NOTE),
        Valid('Look: {{< figure src="tree.png" alt="An oak" >}}\n', files=_NOTE),
        Valid("Look: {{< unheard-of >}}\n"),
        Invalid("Look: ⟦{{< note >}}⟧\n\nMind the gap.\n", files=_NOTE),
        Invalid("Look: {{< note >}}\n\n⟦{{< box >}}⟧\n\nMind the gap.\n\n{{< /note >}}\n", files=_NOTE),
        Invalid("Write `⟦{{< note >}}⟧`.\n", fixed="Write `{{</* note */>}}`.\n", files=_NOTE),
        Invalid("Look: ⟦{{< year.inline >}}⟧2026\n", files=_NOTE),
        Invalid(
            "Look: ⟦{{< year.inline >}}⟧2026\n", files={"hugo.toml": "[security]\nenableInlineShortcodes = true\n"}
        ),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.UNCLOSED, ShortcodeProblemKind.INLINE_UNCLOSED):
            tag = problem.tag
            if tag is None or (tag.broken and any(swallows(document, parameter) for parameter in tag.parameters)):
                continue  # A slash at its end may be what a value swallowed.
            if self.in_code(tag.span) and not tag.inline:
                yield self.violation(
                    tag.span,
                    self.not_shown(shown=self.as_shown(tag)),
                    severity=self.severity_of(problem),
                    fix=self.suggest(self.show(), *self.shown(tag)),
                )
                continue
            runs_inline = tag.inline and self.page.site.configuration.flag("security", "enableInlineShortcodes")
            message = self.inline_fails if runs_inline else self.inline if tag.inline else self.unclosed
            closer = (">" if tag.delimiter == "<" else "%") + "}}"
            yield self.violation(
                tag.span,
                message(
                    name=tag.name,
                    closing=f"{{{{{tag.delimiter} /{tag.name} {closer}",
                    self_closing=f"/{closer}",
                ),
                severity=Severity.ERROR if runs_inline else self.severity_of(problem),
            )
