"""MK002: a block of code that never ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from contentlint.document import CodeBlock, Prose
from contentlint.rules.base import (
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
from contentlint.text import Span

_LONE = re.compile(r"(?<![^\s(“‘\"'])`(?=[^\W_])(?![stn]\s)")


class CodeUnclosed(Rule[Options]):
    """Reports a block of code whose closing fence is missing, and a lone backtick before a word, which is a warning.

    ## Why is this bad?
    The rest of the page, or of the list or quotation, becomes code: headings, links and pictures disappear.
    """

    dutch = """Meldt een codeblok waarvan de regel die het afsluit ontbreekt, en een losse backtick voor een woord; dat
    laatste is een waarschuwing.

    ## Waarom is dat erg?
    De rest van de pagina, van de lijst of van het citaat wordt code: koppen, links en afbeeldingen verdwijnen.
    """

    info = RuleInfo(
        name="code-unclosed",
        code="MK002",
        family=Family.MARKUP,
        severity=Severity.ERROR,
        summary=Message(en="Block of code that never ends", nl="Codeblok zonder einde"),
        since="0.1.0",
    )
    needs = r"[`~]|&[#\w]"
    unclosed = Message(
        en="This block of code has no end, so all that follows becomes code. Put a line with {fence} below the code.",
        nl="Dit codeblok heeft geen einde, dus alles wat volgt wordt code. Zet onder de code een regel met {fence}.",
    )
    lone = Message(
        en="Nothing closes this backtick, so readers see it. Put one behind the code, too.",
        nl="Niets sluit deze backtick, dus lezers zien hem. Zet er ook een achter de code.",
    )
    examples: ClassVar[tuple[Example, ...]] = (
        Valid("```\ncode\n```\n\nText.\n"),
        Valid("~~~~ python\n~~~\n~~~~\n\n    indented\n"),
        Valid("'s Avonds `s nachts, \\`ls and a` b.\n"),
        Invalid("Run ⟦`⟧ls and look.\n"),
        Invalid("Text.\n\n⟦```⟧\ncode\n\n## A heading?\n"),
        Invalid("⟦~~~~⟧ python\ncode\n~~~\n"),
    )

    @on(Prose, having="`")
    def check_sign(self, piece: Prose) -> Iterator[Violation]:
        if piece.kind in ("front-matter", "parameter") or piece.text.count("`") != 1:
            return
        if match := _LONE.search(piece.text):
            span = piece.span_of(*match.span())
            if self.document[span] == "`":
                yield self.violation(span, self.lone(), severity=Severity.WARNING)

    @on(CodeBlock)
    def check_end(self, block: CodeBlock) -> Iterator[Violation]:
        if block.info is None or block.content.end < block.span.end:
            return
        text = self.document[block.span]
        fence = text[: len(text) - len(text.lstrip(text[0]))]
        lines = text.splitlines()
        # A block that ends with its list or quotation is seen by its last line.
        last = lines[-1].strip(" \t>") if len(lines) > 1 else ""
        if last.startswith(fence) and not last.strip(fence[0]):
            return
        start = block.span.start
        yield self.violation(Span(start, start + len(fence)), self.unclosed(fence=fence))
