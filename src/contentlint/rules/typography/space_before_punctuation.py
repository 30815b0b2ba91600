"""TY002: a space before a full stop, comma or another sign that follows a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from contentlint.document import Link, Prose
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

_MARK = re.compile(r"[,;:!?.](?<=[ \u00a0\u202f].)(?=\s|\Z)")
_SPACE = re.compile(r"(?<=[^\W_])(?P<space>[ \u00a0\u202f]+)(?P<mark>[,;:!?.])(?=\s|\Z)")


class SpaceBeforePunctuation(Rule[Options]):
    """Reports a space before a comma, full stop, colon, semicolon, exclamation mark or question mark.

    Signs that begin something, such as “.NET” or “:-)”, and rows of dots are left alone, and so is what stands between the
    tags of a shortcode of which nothing is known. A space at the edge of a link text belongs to ``link-text-edges``.

    ## Why is this bad?
    The sign may end up alone at the beginning of a line, and it looks like a slip.

    ## Fix safety
    The fix is unsafe: the space disappears from the page.
    """

    dutch = """Meldt een spatie voor een komma, punt, dubbele punt, puntkomma, uitroepteken of vraagteken.

    Tekens die iets beginnen, zoals ‘.NET’ of ‘:-)’, en rijen puntjes blijven buiten beschouwing, net als wat tussen de
    tags van een onbekende shortcode staat. Een spatie aan de rand van een linktekst hoort bij ``link-text-edges``.

    ## Waarom is dat erg?
    Het teken kan alleen aan het begin van een regel komen te staan, en het ziet eruit als een vergissing.

    ## Wat herstellen doet
    Herstellen verandert de pagina, dus kijk eerst: de spatie verdwijnt.
    """

    info = RuleInfo(
        name="space-before-punctuation",
        code="TY002",
        family=Family.TYPOGRAPHY,
        severity=Severity.WARNING,
        summary=Message(en="Space before a punctuation mark", nl="Spatie voor een leesteken"),
        fixable=Applicability.UNSAFE,
        languages=("nl", "en"),
        since="0.1.0",
    )
    needless = Message(en="No space belongs before ‘{mark}’.", nl="Voor ‘{mark}’ hoort geen spatie.")
    remove = Message(en="Remove the space.", nl="Haal de spatie weg.")
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("Yes, it is. Is it? It is!\n"),
        Valid("We use .NET and smile :-) at night ... and `a , b`.\n"),
        Valid("- A\n- B\n\n  : C\n"),
        Valid("See [the report ](/report/).\n"),
        Valid('[Mastodon <i class="icon"></i>](/m/), and more <b></b>.\n'),
        Valid("{{< run >}}\nset x , y ;\n{{< /run >}}\n"),
        Invalid("Really⟦ ⟧? Yes⟦ ⟧, it is.\n", fixed="Really? Yes, it is.\n"),
        Invalid("Wat een dag⟦ ⟧!\n", fixed="Wat een dag!\n", language="nl"),
    )

    @on(Prose, having=_MARK)
    def check_marks(self, piece: Prose) -> Iterator[Violation]:
        for match in _SPACE.finditer(piece.text):
            span = piece.span_of(*match.span("space"))
            between = self.document[Span(span.end, piece.span_of(*match.span("mark")).start)]
            if "<" in between:  # an icon or the like takes up room there
                continue
            if self.document[span] == match["space"] and span.end not in self._link_ends and not self._is_unknown(span):
                fix = self.unsafe_fix(self.remove(), Edit(span, ""))
                yield self.violation(span, self.needless(mark=match["mark"]), fix=fix)

    @cached_property
    def _link_ends(self) -> set[int]:
        return {link.content.end for link in self.document.of_type(Link)}

    def _is_unknown(self, span: Span) -> bool:
        """Whether a place lies between the tags of a shortcode that may show code there."""
        pair = self.document.shortcode_pairs.around(span.start)
        while pair is not None:
            if self.page.shortcodes.find(pair.opening.name) is None:
                return True
            pair = pair.parent
        return False
