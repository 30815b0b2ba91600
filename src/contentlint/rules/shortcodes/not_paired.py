"""SC005: a closing tag or slash for a shortcode that takes no text."""

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
from contentlint.rules.shortcodes.shortcode_rule import CLOSING, ShortcodeRule
from contentlint.text import Edit

_ICON = {
    "hugo.toml": "",
    "layouts/_shortcodes/icon.html": "{{ .Get 0 }}",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
}


class ShortcodeNotPaired(ShortcodeRule[Options]):
    """Reports a closing tag, or the slash of a self-closing tag, for a shortcode that takes no text.

    Whether a shortcode takes text is seen in its template: it uses ``.Inner``. It is a warning where a theme that is not
    on disk may bring another template.

    ## Why is this bad?
    Hugo stops, and the whole site is not built.

    ## Fix safety
    The fix is unsafe: it removes the closing tag or the slash. Text between the two tags stays on the page, as plain text.
    """

    dutch = """Meldt een sluittag, of de schuine streep aan het eind van een tag, bij een shortcode die geen tekst
    bevat.

    Of een shortcode tekst bevat, staat in het sjabloon: dat gebruikt dan ``.Inner``. Het is een waarschuwing als een
    thema dat niet op schijf staat een ander sjabloon kan leveren.

    ## Waarom is dat erg?
    Hugo stopt, en de hele site wordt niet gebouwd.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de sluittag of de schuine streep verdwijnt. Tekst tussen de twee
    tags blijft als gewone tekst op de pagina staan.
    """

    info = RuleInfo(
        name="shortcode-not-paired",
        code="SC005",
        family=Family.SHORTCODES,
        severity=Severity.ERROR,
        summary=Message(
            en="Closing tag or slash for a shortcode without text",
            nl="Sluittag of schuine streep bij een shortcode zonder tekst",
        ),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needs = rf"{CLOSING}|/\s*[>%]\}}\}}"
    closing_tag = Message(
        en="‘{name}’ takes no text, so it has no closing tag; as it is, the site cannot be built. Remove this tag.",
        nl="‘{name}’ bevat geen tekst en heeft dus geen sluittag; zo kan de site niet worden gebouwd. Haal deze tag weg.",
    )
    slash = Message(
        en="‘{name}’ takes no text, so its tag ends without a slash; as it is, the site cannot be built. Remove the slash.",
        nl="‘{name}’ bevat geen tekst, dus de tag eindigt zonder schuine streep; zo kan de site niet worden gebouwd. Haal de "
        "streep weg.",
    )
    remove_tag = Message(en="Remove the closing tag.", nl="Haal de sluittag weg.")
    remove_slash = Message(en="Remove the slash.", nl="Haal de schuine streep weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< icon star >}}\n", files=_ICON),
        Valid("Look: {{< note />}}{{< note >}}Mind the gap.{{< /note >}}\n", files=_ICON),
        Valid("Look: {{< widget />}}\n", files=_ICON),
        Invalid("Look: {{< icon star ⟦/⟧>}}\n", fixed="Look: {{< icon star >}}\n", files=_ICON),
        Invalid(
            "Look: {{< icon star >}} A star ⟦{{< /icon >}}⟧\n", fixed="Look: {{< icon star >}} A star \n", files=_ICON
        ),
        Invalid('Look: {{< figure src="tree.png" ⟦/⟧>}}\n', fixed='Look: {{< figure src="tree.png" >}}\n', files=_ICON),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.NOT_PAIRED):
            tag = problem.tag
            if tag is None:
                continue
            message, title = (self.closing_tag, self.remove_tag) if tag.closing else (self.slash, self.remove_slash)
            yield self.violation(
                problem.span,
                message(name=tag.name),
                severity=self.severity_of(problem),
                fix=self.unsafe_fix(title(), Edit(problem.span, "")),
            )
