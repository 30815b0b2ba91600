"""SC016: Markdown between the tags of a shortcode that does not render it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from contentlint.document import (
    CodeBlock,
    CodeSpan,
    Document,
    Emphasis,
    Heading,
    Image,
    Link,
    List,
    ShortcodePair,
    Strikethrough,
    Strong,
    Table,
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
    on,
)
from contentlint.rules.shortcodes.shortcode_rule import CLOSING, ShortcodeRule

_MARKDOWN: Final = (CodeBlock, CodeSpan, Emphasis, Heading, Image, Link, List, Strikethrough, Strong, Table)
_NOTE = {
    "hugo.toml": "",
    "layouts/_shortcodes/box.html": "<div>{{ .Inner }}</div>",
    "layouts/_shortcodes/note.html": "<div>{{ .Inner | markdownify }}</div>",
}


class ShortcodeMarkdownRaw(ShortcodeRule[Options]):
    """Reports Markdown between ``{{< … >}}`` tags of a shortcode that puts the text on the page as it is.

    Between tags with ``<``, Hugo leaves Markdown alone; it is up to the template to render it.

    ## Why is this bad?
    Visitors see asterisks, brackets and hash signs, and links cannot be clicked.
    """

    dutch = """Meldt Markdown tussen ``{{< … >}}``-tags van een shortcode die de tekst ongewijzigd op de pagina zet.

    Tussen tags met ``<`` laat Hugo Markdown met rust; het sjabloon moet er dan zelf iets mee doen.

    ## Waarom is dat erg?
    Bezoekers zien sterretjes, haken en hekjes, en op links kunnen ze niet klikken.
    """

    info = RuleInfo(
        name="shortcode-markdown-raw",
        code="SC016",
        family=Family.SHORTCODES,
        severity=Severity.WARNING,
        summary=Message(
            en="Markdown in a shortcode is not rendered", nl="Markdown in een shortcode wordt niet opgemaakt"
        ),
        since="0.1.0",
    )
    needs = CLOSING
    raw = Message(
        en="‘{name}’ puts its text on the page as it is, so visitors see these signs. Open and close it with % in place of < and "
        ">, with blank lines around the text.",
        nl="‘{name}’ zet de tekst op de pagina zoals die er staat, dus bezoekers zien deze tekens. Open en sluit met % in plaats "
        "van < en >, met lege regels om de tekst.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Look: {{< note >}}Mind *the* gap.{{< /note >}}\n", files=_NOTE),
        Valid("Look: {{% box %}}Mind *the* gap.{{% /box %}}\n", files=_NOTE),
        Valid("Look: {{< box >}}Mind <em>the</em> gap.{{< /box >}} *x* {{< box >}}x{{< /box >}}\n", files=_NOTE),
        Valid("Look: {{< note >}}{{< box >}}Mind *the* gap.{{< /box >}}{{< /note >}}\n", files=_NOTE),
        Invalid("Look: {{< box >}}Mind ⟦*the*⟧ gap and *more*.{{< /box >}}\n", files=_NOTE),
        Invalid("Look:\n\n{{< box >}}\n\n⟦[Gap](/gap/)⟧\n\n{{< /box >}}\n", files=_NOTE),
    )

    @on(Document)
    def check(self, document: Document) -> Iterator[Violation]:
        waiting = self._raw_pairs(document)
        if not waiting:
            return
        for node in document.nodes:
            if not isinstance(node, _MARKDOWN) or (isinstance(node, CodeBlock) and node.info is None):
                continue
            pair = document.shortcode_pairs.around(node.span.start)
            if pair is not None and pair in waiting:
                waiting.discard(pair)
                yield self.violation(node.span, self.raw(name=pair.opening.name))

    def _raw_pairs(self, document: Document) -> set[ShortcodePair]:
        """Return the pairs of which neither Hugo, nor the template, nor one around it renders the text."""
        rendered: set[ShortcodePair] = set()
        raw: set[ShortcodePair] = set()
        for pair in document.shortcode_pairs.pairs:
            template = self.page.shortcodes.find(pair.opening.name)
            inner_as = "unknown" if template is None else template.inner_as
            if pair.opening.delimiter == "%" or inner_as not in {"html", "code"} or pair.parent in rendered:
                rendered.add(pair)
            elif inner_as == "html":
                raw.add(pair)
        return raw
