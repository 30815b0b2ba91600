"""Texts, places in them, and edits of them. No file access, no output."""

from contentlint.text.edits import Edit, EditError, apply_edits
from contentlint.text.source import ByteOffsets, Position, SourceText, Units
from contentlint.text.span import Span

__all__ = ["ByteOffsets", "Edit", "EditError", "Position", "SourceText", "Span", "Units", "apply_edits"]
