"""MK008: attributes that show on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Final

from contentlint.document import (
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Link,
    ListItem,
    Node,
    Paragraph,
    SoftBreak,
    Strong,
    TableCell,
    Text,
)
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

# Only what can be meant as an attribute: braces stand in formulas and in templates of other programs, too.
_NAME: Final = r"(?:align|alt|class|data-[\w-]+|download|height|id|lang|loading|rel|style|target|title|width)"
_ONE: Final = rf"(?:[.#][A-Za-z][\w-]*|{_NAME}=(?:\"[^\"\n{{}}]*\"|'[^'\n{{}}]*'|[^\s{{}}\"'=]+))"
_ATTRIBUTES: Final = re.compile(rf"\{{:?[ ]*{_ONE}(?:[ ]+{_ONE})*[ ]*\}}")
_IN_HEADING: Final = re.compile(r"\{[ ]*[#.][A-Za-z][^{}\n]*\}(?=\s*(?:\{|$))")
_SITE: Final = {"hugo.toml": ""}
_BLOCKS: Final = {"hugo.toml": "[markup.goldmark.parser.attribute]\nblock = true\n"}


class AttributesNotRendered(Rule[Options]):
    """Reports attributes in braces behind a link, an image or other text, as in ``[…](…){:target="_blank"}``.

    Other programs read them; Hugo shows them as text. It reads them behind a heading, and below a block where the site says
    ``block = true`` under ``markup.goldmark.parser.attribute``.

    ## Why is this bad?
    Readers see braces and code, and what was meant does not happen.

    ## Fix safety
    The fix is unsafe: what stands in the braces disappears from the page.
    """

    dutch = """Meldt attributen tussen accolades achter een link, een afbeelding of andere tekst, zoals in
    ``[…](…){:target="_blank"}``.

    Andere programma’s lezen ze; Hugo toont ze als tekst. Hugo leest ze wel achter een kop, en onder een blok als de site
    ``block = true`` heeft onder ``markup.goldmark.parser.attribute``.

    ## Waarom is dat erg?
    Lezers zien accolades en code, en wat bedoeld was gebeurt niet.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: wat tussen de accolades staat, verdwijnt.
    """

    info = RuleInfo(
        name="attributes-not-rendered",
        code="MK008",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="Attributes that show on the page", nl="Attributen die op de pagina verschijnen"),
        fixable=Applicability.UNSAFE,
        since="0.1.0",
    )
    needs = r"\{:? *[.#A-Za-z]"
    shown = Message(
        en="Hugo does not read ‘{attributes}’ here, so it shows on the page. Take it away.",
        nl="Hugo leest ‘{attributes}’ hier niet, dus het komt op de pagina te staan. Haal het weg.",
    )
    remove = Message(en="Take it away.", nl="Haal het weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("## News {#news}\n\nA {word} in [braces](/x/) {and} so on, `[x](y){.a}`.\n", files=_SITE),
        Valid('[Elsewhere](/x/){:target="_blank"} is for another program.\n'),
        Valid("A paragraph.\n{.lead}\n", files=_BLOCKS),
        Invalid(
            '[The report](/x/)⟦{:target="_blank"}⟧ and ![A bed](bed.jpg)⟦{.wide width=200}⟧.\n',
            fixed="[The report](/x/) and ![A bed](bed.jpg).\n",
            files=_SITE,
        ),
        Invalid("A **word**⟦{.red}⟧ here.\n", fixed="A **word** here.\n", files=_SITE),
        Invalid("## News ⟦{#the news}⟧\n", fixed="## News \n", files=_SITE),
        Valid("## News \\{#news}\n\n## More {#more .wide}\n", files=_SITE),
        Invalid("A paragraph.\n⟦{.lead}⟧\n", fixed="A paragraph.\n\n", files=_SITE),
    )

    def applies(self) -> bool:
        return self.page.in_content

    @on(Paragraph, ListItem, TableCell, Heading)
    def check_inline(self, block: Paragraph | ListItem | TableCell | Heading) -> Iterator[Violation]:
        below = not self.page.site.markup.block_attributes
        for before, node in pairwise(block.children):
            # Below its block a list of attributes stands alone on the last line.
            last = below and isinstance(before, SoftBreak) and node is block.children[-1]
            if isinstance(before, Link | Image | Strong | Emphasis | CodeSpan):
                yield from self._check(node, _ATTRIBUTES.match(node.value) if isinstance(node, Text) else None)
            elif last:
                yield from self._check(node, _ATTRIBUTES.fullmatch(node.value) if isinstance(node, Text) else None)

    @on(Heading)
    def check_heading(self, heading: Heading) -> Iterator[Violation]:
        """Look for attributes at the end that Hugo cannot read, such as ``{#two words}``, or two groups of them."""
        for node in heading.children:
            if isinstance(node, Text) and (match := _IN_HEADING.search(node.value)):
                before = self.document.text[node.span.start - 1 : node.span.end]
                span = Span(node.span.start + match.start(), node.span.start + match.end())
                if self.document[span] == match[0] and "\\{" not in before:
                    fix = self.unsafe_fix(self.remove(), Edit(span, ""))
                    yield self.violation(span, self.shown(attributes=match[0]), fix=fix)

    def _check(self, node: Node, match: re.Match[str] | None) -> Iterator[Violation]:
        if match is None:
            return
        span = Span(node.span.start, node.span.start + match.end())
        if self.document[span] == match[0]:
            fix = self.unsafe_fix(self.remove(), Edit(span, ""))
            yield self.violation(span, self.shown(attributes=match[0]), fix=fix)
