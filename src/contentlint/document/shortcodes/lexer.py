"""Finding shortcode tags as Hugo does: before Markdown, over the whole body; code gives no protection.

The grammar is that of Hugo 0.168 (package ``parser/pageparser``), held by ``tests/conformance`` against its binary. Hugo
stops at the first error of a page. This lexer goes on behind it: at the end of the broken tag when one is near, else
behind its opening delimiter.
"""

from __future__ import annotations

import re
import unicodedata

from contentlint.document.shortcodes.nodes import (
    ShortcodeComment,
    ShortcodeParameter,
    ShortcodeProblem,
    ShortcodeProblemKind,
    ShortcodeScan,
    ShortcodeTag,
)
from contentlint.text import Span

MAX_PROBLEMS = 1000
"""Behind so many problems the rest of a page is taken for plain text: it is not a page with shortcodes at all."""

_OPENER = re.compile(r"\{\{[<%]")
_OPENER_OR_END = re.compile(r"\{\{[<%]|[>%]?\}\}|\n[ \t\r]*\n")
_SPACE = re.compile(r"[\t\n\v\f\r ]*+")
_TO_SPACE = re.compile(r"[^\t\n\v\f\r ]*+")
_WORD = re.compile(r"[\w.-]*+")
_NAME = re.compile(r"[\w/-]*+")
_QUOTED = re.compile(r'(?:[^"\\\n]++|\\"|\\(?![`"]))*')
_QUOTED_PLAIN = re.compile(r'(?:[^"\\\n]++|\\(?![`"]))*')
_TO_QUOTE = re.compile(r'(?:[^"\\\n]++|\\(?!`))*')
_BOOLEANS = {"true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]+", re.ASCII)
_DECIMAL = re.compile(r"[-+]?[0-9]*\.[0-9]+", re.ASCII)
_INT64 = 2**63

_Kind = ShortcodeProblemKind


def scan_shortcodes(text: str, body: Span) -> ShortcodeScan:
    """Return the shortcode markup of a page.

    Args:
        text: the whole file.
        body: what follows the front matter. All spans count from the begin of the text.
    """
    if text.find("{{", body.start, body.end) < 0:
        return ShortcodeScan()
    return _Lexer(text if body.end == len(text) else text[: body.end], body.start).run()


class _Broken(Exception):  # noqa: N818 - it ends the reading of one tag and never leaves this module
    """The tag cannot be read any further."""

    def __init__(self, kind: ShortcodeProblemKind, offset: int, detail: str = "", cause: Span | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.offset = offset
        self.detail = detail
        self.cause = cause


class _Lexer:
    """Reads one page; ``run`` is called once."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.position = start
        self.tags: list[ShortcodeTag] = []
        self.comments: list[ShortcodeComment] = []
        self.broken: list[Span] = []
        self.problems: list[ShortcodeProblem] = []
        self.opened: set[str] = set()
        self.last_name = ""
        self.inline = False
        self.reread = 0
        self.bare = Span(0, 0)
        self.no_backtick_from = len(text) + 1
        self.no_comment_end = {"<": len(text) + 1, "%": len(text) + 1}

    def run(self) -> ShortcodeScan:
        while len(self.problems) < MAX_PROBLEMS and (found := _OPENER.search(self.text, self.position)):
            start, delimiter = found.start(), found[0][2]
            if self.inline and not self._closes_inline(start):
                self.problems.append(ShortcodeProblem(_Kind.INLINE_NESTED, Span(start, start + 3), start))
                self.inline = False
            self.position = start + 3
            if self.text.startswith("/*", start + 3):
                self._comment(start, delimiter)
            else:
                self._tag(start, delimiter)
        return ShortcodeScan(tuple(self.tags), tuple(self.comments), tuple(self.broken), tuple(self.problems))

    def _closes_inline(self, start: int) -> bool:
        # Hugo asks for a slash, the name and one real space; anything else inside an inline shortcode is an error.
        slash = _end(_SPACE, self.text, start + 3)
        if not self.text.startswith("/", slash):
            return False
        name = slash + 1
        while self.text[name : name + 1].isspace():
            name += 1
        return self.text.startswith(self.last_name + " ", name)

    def _comment(self, start: int, delimiter: str) -> None:
        end = -1
        closer = "*/" + (">" if delimiter == "<" else "%") + "}}"
        if start < self.no_comment_end[delimiter]:
            # The star of the opening marker does not close the comment.
            end = self.text.find(closer, start + 5)
            if end < 0:
                self.no_comment_end[delimiter] = start
        if self.text.startswith(closer, start + 4) or end < 0:
            self._recover(start, _Broken(_Kind.COMMENT_UNTERMINATED, start, cause=Span(start, start + 5)), None)
            return
        self.position = end + 5
        self.comments.append(ShortcodeComment(Span(start, end + 5), delimiter=delimiter, content=Span(start + 5, end)))

    def _tag(self, start: int, delimiter: str) -> None:
        tag = _Tag(start, delimiter)
        try:
            self._read(tag)
        except _Broken as problem:
            self._recover(start, problem, tag)
            return
        tag.broken |= not tag.name and not tag.closing
        if tag.slashes > 1 and tag.slash is not None:
            self._report(tag, _Kind.EXTRA_SLASH, tag.slash, start)
        self._finish(tag, self.position - 3, self.position)

    def _finish(self, tag: _Tag, content_end: int, end: int) -> None:
        node = tag.node(Span(tag.start, end), Span(tag.start + 3, content_end))
        self.tags.append(node)
        if tag.problems:
            self.problems.append(_first(tag.problems)._replace(tag=node))

    @staticmethod
    def _report(tag: _Tag, kind: ShortcodeProblemKind, span: Span, offset: int, detail: str = "") -> None:
        tag.problems.append(ShortcodeProblem(kind, span, offset, detail))

    def _recover(self, start: int, problem: _Broken, tag: _Tag | None) -> None:
        """Record a broken tag and set the position behind it."""
        named = tag is not None and bool(tag.name)
        behind_opener = tag.name_span.end if tag is not None and named else start + 3
        resume = min(problem.offset, behind_opener)
        # Looking again at what was read is what makes the rest of the page readable; bounded, to stay linear.
        reached = max(problem.offset, self.position)
        if reached - resume > 2 * len(self.text) - self.reread:
            resume = reached
        else:
            self.reread += reached - resume
        # The tag's end is looked for behind the error, then before it: a value may have swallowed it.
        content_end, end = (
            self._find_end(reached, len(self.text)) or self._find_end(resume, reached) or (resume, resume)
        )
        self.position = max(end, start + 3)
        span = problem.cause or Span(start, max(problem.offset, start + 3))
        if problem.kind is _Kind.UNEXPECTED_CHARACTER and problem.cause is None:
            span = Span(problem.offset, problem.offset + len(problem.detail))
        if tag is not None and named:
            tag.broken = True
            self._report(tag, problem.kind, span, problem.offset, problem.detail)
            self._finish(tag, max(content_end, tag.name_span.end), max(end, tag.name_span.end))
            self.position = max(end, tag.name_span.end)
        else:
            self.broken.append(Span(start, self.position))
            found = ShortcodeProblem(problem.kind, span, problem.offset, problem.detail)
            self.problems.append(_first([*tag.problems, found] if tag is not None else [found]))
        self.inline = False

    def _find_end(self, begin: int, limit: int) -> tuple[int, int] | None:
        """Return where the next closing delimiter begins and ends, unless a tag or a paragraph begins before it."""
        found = _OPENER_OR_END.search(self.text, begin, limit)
        return found.span() if found and found[0].endswith("}}") else None

    def _read(self, tag: _Tag) -> None:
        """Read a tag from behind its opening delimiter to behind its closing one.

        Raises:
            _Broken: Hugo cannot read it.
        """
        text = self.text
        closer = (">" if tag.delimiter == "<" else "%") + "}}"
        expects_name = True
        while True:
            position = self.position = _end(_SPACE, text, self.position)
            if text.startswith(closer, position):
                self.position += 3
                return
            if position >= len(text):
                raise _Broken(_Kind.TAG_UNTERMINATED, position)
            character = text[position]
            if character == "=":
                self._value(tag)
            elif character == "/":
                self._slash(tag)
                expects_name = True
            elif character == "\\":
                self.position += 1
                if text.startswith('"', position + 1):
                    self._quoted_parameter(tag, quote='\\"')
                elif text.startswith("`", position + 1):
                    raise _Broken(_Kind.BAD_ESCAPE, position + 1, cause=Span(position, position + 2))
            elif not expects_name and character in '"`':
                self._quoted_parameter(tag, quote=character)
            elif not expects_name and (character == "-" or _is_word_character(character)):
                self._word_parameter(tag)
            elif _is_word_character(character):
                if self._name(tag):
                    self._end_of_closing_tag(tag, closer)
                    return
                expects_name = False
            else:
                raise _Broken(_Kind.UNEXPECTED_CHARACTER, position, character)

    def _slash(self, tag: _Tag) -> None:
        slash = Span(self.position, self.position + 1)
        self.position += 1
        if not self.last_name and not tag.slashes:
            self._report(tag, _Kind.NEVER_OPENED, slash, slash.start)
        self.inline = False
        tag.slashes += 1
        if tag.name:
            tag.self_closing = True
        else:
            tag.closing = True
        if tag.slash is None:
            tag.slash = slash

    def _name(self, tag: _Tag) -> bool:
        """Read a name; return whether it is that of a closing tag, behind which nothing may follow."""
        start = self.position
        end = self._word_end(_NAME, start)
        if self.text.startswith(".", end):
            self.inline = self.text.startswith("inline ", end + 1)
            if not self.inline:
                if not tag.name:
                    tag.name, tag.name_span = self.text[start:end], Span(start, end)
                    self._opened(tag.name)
                raise _Broken(_Kind.PERIOD_IN_NAME, start, self.text[start : self._word_end(_WORD, end)])
            end += len(".inline")
        self.position = end
        name = self.text[start:end]
        if tag.self_closing:
            # Words behind a slash: Hugo takes the first for the name of a closing tag.
            if name not in self.opened:
                slash = tag.slash.start if tag.slash else start
                raise _Broken(_Kind.UNEXPECTED_CHARACTER, start, name, Span(slash, slash + 1))
            self._report(tag, _Kind.EXTRA_SLASH, Span(start, end), start, name)
            return True
        tag.name, tag.name_span, tag.inline = name, Span(start, end), self.inline
        if not tag.closing:
            self._opened(name)
        else:
            if self.last_name and name not in self.opened:
                self._report(tag, _Kind.NEVER_OPENED, tag.name_span, start, name)
            self.last_name = name
        return tag.closing

    def _opened(self, name: str) -> None:
        self.opened.add(name)
        self.last_name = name

    def _end_of_closing_tag(self, tag: _Tag, closer: str) -> None:
        self.inline = False
        self.position = _end(_SPACE, self.text, self.position)
        if not self.text.startswith(closer, self.position):
            kind = _Kind.TAG_UNTERMINATED if self.position >= len(self.text) else _Kind.CLOSING_CONTENT
            raise _Broken(kind, self.position, self.text[self.position : self.position + 1], tag.name_span)
        self.position += 3

    def _word_end(self, pattern: re.Pattern[str], start: int) -> int:
        end = _end(pattern, self.text, start)
        word = self.text[start:end]
        if not word.isascii():
            for index, character in enumerate(word):
                if character not in "./-" and not _is_word_character(character):
                    return start + index
        return end

    def _mixed(self, tag: _Tag, span: Span) -> None:
        tag.broken = True
        self._report(tag, _Kind.MIXED_PARAMETERS, span, span.start, self.text[span.start : span.end])

    def _word_parameter(self, tag: _Tag) -> None:
        start = self.position
        end = self.position = self._word_end(_WORD, start)
        named = self.text.startswith("=", end)
        span = Span(start, end)
        if tag.style is None:
            tag.style = "named" if named else "positional"
        elif named != (tag.style == "named"):
            # Hugo ends here; what follows in the tag can still be read.
            self._mixed(tag, span)
        tag.add(span, _typed(self.text[start:end]), span, "")

    def _quoted_parameter(self, tag: _Tag, *, quote: str) -> None:
        """Read a positional parameter in quotes, from its opening quote."""
        start = self.position
        if tag.style == "named":
            # Hugo says so before it reads the value.
            self._mixed(tag, Span(start, start + 1))
        tag.style = tag.style or "positional"
        value, value_span = self._raw() if quote == "`" else self._quoted(escaped=quote == '\\"')
        tag.add(Span(start, self.position), value, value_span, quote)

    def _value(self, tag: _Tag) -> None:
        """Read what follows an equals sign."""
        try:
            self._whole_value(tag)
        except _Broken:
            tag.lose_last()
            raise

    def _whole_value(self, tag: _Tag) -> None:
        equals = self.position
        nameless = tag.self_closing or not tag.parameters or tag.parameters[-1].key is not None
        self.position = _end(_SPACE, self.text, self.position + 1)
        start = self.position
        if self.text.startswith('"', start):
            value, value_span = self._quoted(escaped=False)
            tag.name_last(self.text, value, value_span, '"', self.position)
        elif self.text.startswith("\\", start):
            self.position = _end(_TO_QUOTE, self.text, start)
            if not self.text.startswith('"', self.position):
                raise self._unquoted(start)
            value, value_span = self._quoted(escaped=True)
            tag.name_last(self.text, value, value_span, '\\"', self.position)
        elif self.text.startswith("`", start):
            value, value_span = self._raw()
            tag.name_last(self.text, value, value_span, "`", self.position)
        else:
            if not self.bare.start <= start < self.bare.end:
                self.bare = Span(start, _end(_TO_SPACE, self.text, start))
            self.position = self.bare.end
            span = Span(start, self.bare.end)
            bare = _typed(self.text[start : self.bare.end])
            tag.name_last(self.text, bare, span, "", self.position)
        if nameless:
            self._report(tag, _Kind.VALUE_WITHOUT_NAME, Span(equals, self.position), equals)

    def _quoted(self, *, escaped: bool) -> tuple[str, Span]:
        """Read a quoted value from its opening quote; between escaped quotes the next quote of either kind ends it."""
        start = self.position + 1
        end = _end(_QUOTED_PLAIN if escaped else _QUOTED, self.text, start)
        closing = 2 if escaped and self.text.startswith('\\"', end) else 1
        if closing == 1 and not self.text.startswith('"', end):
            self.position = end
            raise self._unquoted(start)
        self.position = end + closing
        value = self.text[start:end]
        if '\\"' in value:
            value = value.replace("\\", "")
        return value, Span(start, end)

    def _unquoted(self, start: int) -> _Broken:
        """Return the problem of a quoted value that ends at the position without a quote."""
        if self.text.startswith("\\", self.position):
            return _Broken(_Kind.BAD_ESCAPE, start, cause=Span(self.position, self.position + 2))
        value = self.text[start : self.position].rstrip()
        return _Broken(_Kind.QUOTE_UNTERMINATED, start, value, Span(max(start - 1, 0), start + len(value)))

    def _raw(self) -> tuple[str, Span]:
        start = self.position + 1
        end = -1
        if start < self.no_backtick_from:
            end = self.text.find("`", start)
            if end < 0:
                self.no_backtick_from = start
        if end < 0:
            line = self.text[start : start + 200].split("\n", 1)[0].rstrip()
            raise _Broken(_Kind.RAW_UNTERMINATED, start, line, Span(start - 1, start + len(line)))
        self.position = end + 1
        return self.text[start:end], Span(start, end)


class _Tag:
    """A tag while it is read."""

    def __init__(self, start: int, delimiter: str) -> None:
        self.start = start
        self.delimiter = delimiter
        self.name = ""
        self.name_span = Span(start + 3, start + 3)
        self.closing = self.self_closing = self.inline = self.broken = False
        self.slash: Span | None = None
        self.slashes = 0
        self.positional = 0
        self.style: str | None = None
        self.parameters: list[ShortcodeParameter] = []
        self.problems: list[ShortcodeProblem] = []

    def add(self, span: Span, value: str | float, value_span: Span, quote: str) -> None:
        """Add a positional parameter; ``name_last`` may turn it into the name of the next value."""
        self.parameters.append(ShortcodeParameter(span, None, None, value, value_span, quote, self.positional))
        self.positional += 1

    def name_last(self, text: str, value: str | float, value_span: Span, quote: str, end: int) -> None:
        """Turn the last positional parameter into a named one; a value without a name is dropped, as Hugo does."""
        if self.parameters and not self.self_closing and (last := self.parameters[-1]).key is None:
            key = last.value if isinstance(last.value, str) else text[last.value_span.start : last.value_span.end]
            self.parameters[-1] = ShortcodeParameter(
                Span(last.span.start, end), key, last.value_span, value, value_span, quote, None
            )
            self.positional -= 1

    def lose_last(self) -> None:
        """Forget the last parameter, of which only the name can be read: it is no positional one."""
        if self.parameters and self.parameters[-1].key is None:
            self.parameters.pop()
            self.positional -= 1

    def node(self, span: Span, content: Span) -> ShortcodeTag:
        """Return the finished tag."""
        return ShortcodeTag(
            span,
            name=self.name,
            name_span=self.name_span,
            delimiter=self.delimiter,
            closing=self.closing,
            slash=self.slash,
            self_closing=self.self_closing,
            inline=self.inline,
            broken=self.broken,
            parameters=tuple(parameter for parameter in self.parameters if parameter.span.end <= span.end),
            content=content,
        )


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where a run of characters ends, ``start`` when there is none; the pattern matches an empty text too."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _first(problems: list[ShortcodeProblem]) -> ShortcodeProblem:
    """Return the problem at which Hugo stops; what it builds all the same counts for less."""
    return min(problems, key=lambda problem: problem.kind.builds)


def _is_word_character(character: str) -> bool:
    """Whether a character may begin a name: an underscore, a letter or a decimal digit of any script."""
    return character == "_" or character.isalpha() or unicodedata.category(character) == "Nd"


def _typed(value: str) -> str | int | float:
    if value in _BOOLEANS:
        return _BOOLEANS[value]
    if len(value) < 20 and _INTEGER.fullmatch(value) and -_INT64 <= (number := int(value)) < _INT64:
        return number
    if _DECIMAL.fullmatch(value):
        return float(value)
    return value
