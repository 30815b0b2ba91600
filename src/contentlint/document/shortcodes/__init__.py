"""Hugo's shortcodes: finding their tags in a text, and which tag closes which."""

from contentlint.document.shortcodes.lexer import scan_shortcodes
from contentlint.document.shortcodes.masking import mask, with_placeholders
from contentlint.document.shortcodes.nodes import (
    ShortcodeComment,
    ShortcodeParameter,
    ShortcodeProblem,
    ShortcodeProblemKind,
    ShortcodeScan,
    ShortcodeTag,
)
from contentlint.document.shortcodes.pairing import ShortcodePair, ShortcodePairs, pair_shortcodes

__all__ = [
    "ShortcodeComment",
    "ShortcodePair",
    "ShortcodePairs",
    "ShortcodeParameter",
    "ShortcodeProblem",
    "ShortcodeProblemKind",
    "ShortcodeScan",
    "ShortcodeTag",
    "mask",
    "pair_shortcodes",
    "scan_shortcodes",
    "with_placeholders",
]
