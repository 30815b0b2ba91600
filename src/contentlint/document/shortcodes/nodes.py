"""What is found in a text: shortcode tags, their parameters, comments and problems."""

from __future__ import annotations

import enum
from typing import Final

from contentlint.document.nodes import Node
from contentlint.text import Span
from contentlint.text.records import NamedTuple


class ShortcodeParameter(NamedTuple):
    r"""A parameter of a tag.

    ``key`` and ``key_span`` are None for a positional parameter, and ``position`` is None for a named one. ``value`` is
    typed as Hugo does: quoted values are texts, bare ones may be booleans, whole numbers or decimals. ``value_span`` leaves
    the quotes out. ``quote`` is ``"``, a backtick, ``\"`` (escaped quotes) or empty.
    """

    span: Span
    key: str | None
    key_span: Span | None
    value: str | int | float
    value_span: Span
    quote: str
    position: int | None


class ShortcodeTag(Node):
    """One tag: ``{{< name … >}}``, ``{{< /name >}}`` or ``{{< name … />}}``, or the same with ``%``.

    Attributes:
        name: the shortcode's name as written, empty for the nameless closing tag ``{{< / >}}``.
        name_span: its place; an empty span when there is no name.
        delimiter: ``<`` or ``%``.
        closing: whether a slash stands before the name.
        slash: the span of that slash, or of the one that closes the tag by itself; None without a slash.
        self_closing: whether a slash stands behind the name.
        inline: whether the tag belongs to an inline shortcode (``name.inline``), whose template stands on the page.
        broken: whether Hugo cannot read the tag; its parameters may be incomplete.
        parameters: the parameters in order; of a repeated key Hugo takes the last.
        content: what stands between the delimiters.
    """

    __slots__ = (
        "broken", "closing", "content", "delimiter", "inline", "name", "name_span", "parameters", "self_closing", "slash",
    )  # fmt: skip

    def __init__(
        self,
        span: Span,
        *,
        name: str,
        name_span: Span,
        delimiter: str,
        closing: bool,
        slash: Span | None,
        self_closing: bool,
        inline: bool,
        broken: bool,
        parameters: tuple[ShortcodeParameter, ...],
        content: Span,
    ) -> None:
        super().__init__(span)
        self.name: Final = name
        self.name_span: Final = name_span
        self.delimiter: Final = delimiter
        self.closing: Final = closing
        self.slash: Final = slash
        self.self_closing: Final = self_closing
        self.inline: Final = inline
        self.broken: Final = broken
        self.parameters: Final = parameters
        self.content: Final = content

    def parameter(self, key: str | int) -> ShortcodeParameter | None:
        """Return the parameter Hugo's ``.Get`` would read: the last of a name, or the one at a position from 0."""
        for parameter in reversed(self.parameters):
            if key == (parameter.position if parameter.key is None else parameter.key):
                return parameter
        return None


class ShortcodeComment(Node):
    """``{{</* … */>}}``: a shortcode that is shown, not run; ``content`` is what stands between the markers."""

    __slots__ = ("content", "delimiter")

    def __init__(self, span: Span, *, delimiter: str, content: Span) -> None:
        super().__init__(span)
        self.delimiter: Final = delimiter
        self.content: Final = content


class ShortcodeProblemKind(enum.Enum):
    """What is wrong. Those of the first group are seen in one tag, the others in how tags belong together."""

    UNEXPECTED_CHARACTER = "a character that must be quoted, or that has no place there"
    TAG_UNTERMINATED = "the tag never ends"
    COMMENT_UNTERMINATED = "a comment without its end"
    QUOTE_UNTERMINATED = "a quoted value without its closing quote on the same line"
    RAW_UNTERMINATED = "a value in backticks without the closing one"
    BAD_ESCAPE = "a backslash before a backtick"
    MIXED_PARAMETERS = "named and positional parameters in one tag"
    PERIOD_IN_NAME = "a period in a name"
    CLOSING_CONTENT = "a closing tag with more than a name"
    VALUE_WITHOUT_NAME = "an equals sign with no parameter before it; built, the value is lost"
    EXTRA_SLASH = "more slashes than one; built, with leftovers on the page"

    NAMELESS = "an opening tag without a name"
    UNCLOSED = "an opening tag that must be closed"
    NEVER_OPENED = "a closing tag for which no tag stands before it"
    NOT_OPEN = "a closing tag behind the one that closed the shortcode"
    NOT_PAIRED = "a closing tag or slash for a shortcode that takes no content"
    CROSSING = "a closing tag that closes another shortcode; built"
    NAMELESS_CLOSING = "a closing tag without a name; built"
    MIXED_DELIMITERS = "a pair of tags with different delimiters; built"
    INLINE_NESTED = "a tag inside an inline shortcode"
    INLINE_UNCLOSED = "an inline shortcode without its end; built, the rest of the page is lost"

    @property
    def builds(self) -> bool:
        """Whether Hugo builds the page all the same."""
        return "; built" in self.value


class ShortcodeProblem(NamedTuple):
    """A problem with its place.

    Attributes:
        kind: what is wrong.
        span: the place to mend.
        offset: where Hugo reports it, when the build fails on it: for a nested shortcode that is often the outermost one.
        detail: the character, name or text it is about.
        tag: the tag it belongs to, when the tag could be made out.
        other: the other tag concerned: the one that is closed by mistake, or the first of a pair.
        certain: whether Hugo surely sees it so; False when a template is not known.
    """

    kind: ShortcodeProblemKind
    span: Span
    offset: int
    detail: str = ""
    tag: ShortcodeTag | None = None
    other: ShortcodeTag | None = None
    certain: bool = True


class ShortcodeScan(NamedTuple):
    """All shortcode markup of a page, in order.

    ``broken`` are the places of tags so damaged that not even a name can be made out; ``problems`` what is wrong in single
    tags.
    """

    tags: tuple[ShortcodeTag, ...] = ()
    comments: tuple[ShortcodeComment, ...] = ()
    broken: tuple[Span, ...] = ()
    problems: tuple[ShortcodeProblem, ...] = ()

    @property
    def spans(self) -> list[Span]:
        """Everything that is not Markdown: tags, comments and broken tags, in order."""
        return sorted([*(tag.span for tag in self.tags), *(comment.span for comment in self.comments), *self.broken])
