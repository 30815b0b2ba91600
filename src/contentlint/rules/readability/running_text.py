"""The text of a page that its writer is answerable for."""

from __future__ import annotations

from collections.abc import Iterator

from contentlint.document import BlockQuote, Document, Prose

SENTENCES = frozenset({"paragraph", "item", "html"})
"""Kinds of prose that are written in sentences."""


def running_text(document: Document, kinds: frozenset[str] = SENTENCES) -> Iterator[Prose]:
    """Yield the prose of some kinds that is in the page's own language and in no block quote."""
    quotations = [node.span for node in document.markdown.nodes if isinstance(node, BlockQuote)]
    for piece in document.prose:
        if (
            piece.kind in kinds
            and piece.language == document.language
            and not any(quotation.covers(piece.span) for quotation in quotations)
        ):
            yield piece
