"""Tells files that are no text from texts."""

from __future__ import annotations


def is_binary(text: str) -> bool:
    """Whether a file is no text: it holds the NUL character, which no text has."""
    return "\0" in text[:65536]


def is_utf16(text: str) -> bool:
    """Whether bytes decoded as UTF-8 were UTF-16: a mark of two bad bytes, then NUL beside every letter."""
    return text.startswith("\ufffd\ufffd") and "\0" in text[:8]
