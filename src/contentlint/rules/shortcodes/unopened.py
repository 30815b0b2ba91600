"""SC003: a closing tag of a shortcode that is not open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import Document, ShortcodeTag
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
from contentlint.rules.shortcodes.shortcode_rule import CLOSING, ShortcodeRule

_NOTE = {
    "hugo.toml": "",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
    "layouts/_shortcodes/box.html": "{{ .Inner }}",
}


class ShortcodeUnopened(ShortcodeRule[Options]):
    """Reports a closing tag without an opening tag before it, and one behind the tag that closed the shortcode already.

    The name in a closing tag must be written exactly as in the opening one, capitals too.

    ## Why is this bad?
    Hugo stops, and the whole site is not built.

    ## Fix safety
    The fix is a suggestion: the name of a shortcode that was opened on this page and looks like the one in the closing tag; in
    code, the spelling that makes Hugo show the tag.
    """

    dutch = """Meldt een sluittag zonder openingstag ervoor, en een sluittag na de tag die de shortcode al sloot.

    De naam in een sluittag moet precies zo geschreven zijn als in de openingstag, ook wat hoofdletters betreft.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd.

    ## Wat herstellen doet
    contentlint doet een voorstel: de naam van een shortcode die op deze pagina geopend is en die op de naam in de
    sluittag lijkt; in code de schrijfwijze waarmee Hugo de tag toont.
    """

    info = RuleInfo(
        name="shortcode-unopened",
        code="SC003",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(
            en="Closing tag of a shortcode that is not open", nl="Sluittag van een shortcode die niet open is"
        ),
        fixable=Applicability.SUGGESTION,
        since="0.1.0",
    )
    needs = CLOSING
    never_opened = Message(
        en="This closes ‘{name}’, but no ‘{name}’ was opened before it, so the site cannot be built. Add the opening tag, or "
        "remove this one.",
        nl="Dit sluit ‘{name}’, maar daarvoor is geen ‘{name}’ geopend, dus de site kan niet worden gebouwd. Voeg de "
        "openingstag toe, of haal deze weg.",
    )
    nothing_open = Message(
        en="This closing tag closes nothing, so the site cannot be built. Remove it, or open a shortcode before it.",
        nl="Deze sluittag sluit niets, dus de site kan niet worden gebouwd. Haal hem weg, of open er een shortcode voor.",
    )
    closed_already = Message(
        en="‘{name}’ was closed already, so the site cannot be built. Remove one of the closing tags.",
        nl="‘{name}’ was al gesloten, dus de site kan niet worden gebouwd. Haal een van de sluittags weg.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}Mind the gap.{{< /note >}}\n", files=_NOTE),
        Valid("Look: {{</* /note */>}}\n", files=_NOTE),
        Valid("Look: {{< widget >}}{{< /widget >}}\n"),
        Invalid("Write `⟦{{< /note >}}⟧`.\n", fixed="Write `{{</* /note */>}}`.\n", files=_NOTE),
        Invalid("Mind the gap.⟦{{< /note >}}⟧\n", files=_NOTE),
        Invalid("Look: {{< note >}}Mind the gap.{{< /note >}} ⟦{{< /note >}}⟧\n", files=_NOTE),
        Invalid(
            "Look: {{< note >}}Mind the gap.⟦{{< /Note >}}⟧\n",
            fixed="Look: {{< note >}}Mind the gap.{{< /note >}}\n",
            files=_NOTE,
        ),
        Invalid(
            "Look: {{% note %}}\n\nMind the gap.\n\n⟦{{% /nota %}}⟧\n",
            fixed="Look: {{% note %}}\n\nMind the gap.\n\n{{% /note %}}\n",
            files=_NOTE,
        ),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.NEVER_OPENED, ShortcodeProblemKind.NOT_OPEN):
            tag = problem.tag
            if tag is None:
                yield self.violation(problem.span, self.nothing_open())
                continue
            severity = Severity.ERROR if problem.certain else Severity.WARNING
            if self.in_code(tag.span):
                fix = self.suggest(self.show(), *self.shown(tag))
                yield self.violation(tag.span, self.not_shown(shown=self.as_shown(tag)), severity=severity, fix=fix)
            elif not tag.name:
                yield self.violation(tag.span, self.nothing_open(), severity=severity)
            elif problem.kind is ShortcodeProblemKind.NOT_OPEN:
                yield self.violation(tag.span, self.closed_already(name=tag.name), severity=severity)
            else:
                meant = self._meant(tag)
                yield self.violation(
                    tag.span,
                    self.never_opened(name=tag.name),
                    severity=severity,
                    suggestions=(self._with_name(tag, meant),) if meant else (),
                )

    def _meant(self, tag: ShortcodeTag) -> str:
        """Return the name of the shortcode that this tag is likely to close, empty when none comes near."""
        pair = self.document.shortcode_pairs.of(tag)
        if pair is None:
            return ""
        import difflib  # noqa: PLC0415 - for mistakes only

        name = pair.opening.name
        near = difflib.get_close_matches(tag.name.lower(), [name.lower()], cutoff=0.6)
        return name if near or tag.name.lower() == f"end{name.lower()}" else ""

    def _with_name(self, tag: ShortcodeTag, name: str) -> str:
        text, start = self.document[tag.span], tag.span.start
        return text[: tag.name_span.start - start] + name + text[tag.name_span.end - start :]
