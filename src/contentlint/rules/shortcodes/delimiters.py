"""SC007: a shortcode that is opened with one delimiter and closed with the other."""

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
from contentlint.text import Edit, Span

_NOTE = {
    "hugo.toml": "",
    "layouts/_shortcodes/note.html": "{{ .Inner }}",
    "layouts/_shortcodes/box.html": "{{ .Inner }}",
}


class ShortcodeDelimiters(ShortcodeRule[Options]):
    """Reports a shortcode that is opened with ``{{<`` and closed with ``{{%``, or the other way round.

    ## Why is this bad?
    Hugo looks at the opening tag only: with ``{{%`` the result becomes part of the Markdown, with ``{{<`` it does not. A
    reader of the text cannot tell which of the two was meant.

    ## Fix safety
    The fix is safe: the closing tag gets the delimiters of the opening one, and the page stays as it is.
    """

    dutch = """Meldt een shortcode die met ``{{<`` is geopend en met ``{{%`` gesloten, of andersom.

    ## Waarom is dat erg?
    Hugo kijkt alleen naar de openingstag: met ``{{%`` gaat het resultaat mee in de Markdown, met ``{{<`` niet. Wie de
    tekst leest, weet niet welke van de twee bedoeld is.

    ## Wat herstellen doet
    Herstellen is veilig: de sluittag krijgt de tekens van de openingstag, en de pagina blijft zoals ze is.
    """

    info = RuleInfo(
        name="shortcode-delimiters",
        code="SC007",
        family=Family.SHORTCODES,
        severity=Severity.WARNING,
        summary=Message(
            en="Tags of a shortcode differ in delimiters", nl="Tags van een shortcode hebben andere tekens"
        ),
        fixable=Applicability.SAFE,
        since="0.1.0",
    )
    needs = CLOSING
    mixed = Message(
        en="‘{name}’ is opened with ‘{opener}’; only that one counts. Write the closing tag with the same sign.",
        nl="‘{name}’ is geopend met ‘{opener}’; alleen dat telt. Schrijf de sluittag met hetzelfde teken.",
    )
    same = Message(en="Use ‘{opener}’ here too.", nl="Gebruik ook hier ‘{opener}’.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}x{{< /note >}} {{% note %}}x{{% /note %}}\n", files=_NOTE),
        Valid("Look: {{< note >}}{{% box /%}}{{< /note >}}\n", files=_NOTE),
        Invalid("Look: {{< note >}}x⟦{{% / note %}}⟧\n", fixed="Look: {{< note >}}x{{< / note >}}\n", files=_NOTE),
        Invalid("Look: {{% note %}}x⟦{{</note>}}⟧\n", fixed="Look: {{% note %}}x{{%/note%}}\n", files=_NOTE),
    )

    @on(Document)
    def check(self, _: Document) -> Iterator[Violation]:
        for problem in self.problems(ShortcodeProblemKind.MIXED_DELIMITERS):
            tag, opening = problem.tag, problem.other
            if tag is None or opening is None or tag.broken:
                continue
            opener = "{{" + opening.delimiter
            ends = Span(tag.span.start + 2, tag.span.start + 3), Span(tag.span.end - 3, tag.span.end - 2)
            fix = self.safe_fix(
                self.same(opener=opener),
                Edit(ends[0], opening.delimiter),
                Edit(ends[1], "%" if opening.delimiter == "%" else ">"),
            )
            yield self.violation(tag.span, self.mixed(name=opening.name, opener=opener), fix=fix)
