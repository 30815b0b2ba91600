"""What is wrong with a front matter block as a whole: Hugo cannot read it, or does not see it."""

from __future__ import annotations

import enum

from contentlint.text import Span
from contentlint.text.records import NamedTuple


class ProblemKind(enum.Enum):
    """Kinds of problems; each has a message of its own in the rule that reports them."""

    UNCLOSED = "unclosed"
    """No line begins with the closing delimiter."""
    INDENTED_CLOSING = "indented-closing"
    """The only closing delimiter stands behind white space."""
    BODY_TAKEN = "body-taken"
    """The body begins with ``-``, ``+`` or ``{``, so Hugo looks for front matter there."""
    AFTER_OPENING = "after-opening"
    """Text behind the opening delimiter, on its line, that spoils the block."""
    AFTER_CLOSING = "after-closing"
    """Text behind the closing delimiter, on its line, that Hugo shows on the page."""
    CLOSED_INSIDE = "closed-inside"
    """A line ``---`` that was meant as part of a text over several lines."""
    NOT_SEEN = "not-seen"
    """Something stands before the opening delimiter, so the block is shown as text."""
    TAB = "tab"
    """A tab where YAML wants spaces."""
    DUPLICATE_KEY = "duplicate-key"
    UNQUOTED_COLON = "unquoted-colon"
    """A value without quotes holds ``: ``."""
    UNQUOTED_START = "unquoted-start"
    """A value without quotes begins with a character that means something to YAML."""
    UNCLOSED_QUOTE = "unclosed-quote"
    AFTER_QUOTE = "after-quote"
    """Text behind the closing quotation mark (``'t Is mooi``)."""
    ESCAPE = "escape"
    """A backslash before a character that cannot follow it."""
    INDENTATION = "indentation"
    UNCLOSED_BRACKET = "unclosed-bracket"
    NO_COLON = "no-colon"
    """A line is neither ``key: value`` nor part of a value."""
    NO_EQUALS = "no-equals"
    """TOML: a line without ``=``."""
    UNQUOTED_VALUE = "unquoted-value"
    """TOML: a text without quotation marks."""
    TEMPLATE = "template"
    """A gap of a template that was never filled in, such as ``{{ .Date }}``."""
    UNDEFINED_ALIAS = "undefined-alias"
    NOT_A_MAP = "not-a-map"
    """The block is a list or one text in place of keys with values."""
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    NUMBER = "number"
    """A number or date that is written wrongly (TOML, JSON)."""
    SYNTAX = "syntax"
    """Anything else; ``detail`` says what the parser said."""


class FrontMatterProblem(NamedTuple):
    """A problem at its place.

    ``detail`` is the character, the key or the parser's words that the kind's message shows; it may be empty. ``stop`` is the
    offset at which Hugo gives up, where that is not at ``span``.
    """

    kind: ProblemKind
    span: Span
    detail: str = ""
    stop: int | None = None
