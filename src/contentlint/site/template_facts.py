"""What a shortcode's template reads and makes of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from contentlint.site.go_template import Action, Kind, TemplateText, Word, scan_template
from contentlint.text.records import NamedTuple

_INNER: Final = frozenset(("Inner", "InnerDeindent"))
_BODY: Final = ""
_OPENING: Final = frozenset(("if", "with", "range", "define", "block"))
_CALLS: Final = frozenset(("partial", "partialCached", "template", "templates", "inlinePartial", "dict", "return"))
_STORES: Final = frozenset(("Scratch", "Store", "Page", "Site", "HugoSites"))
_ALT: Final = re.compile(r"""\balt\s*=\s*["']?\s*\Z""", re.IGNORECASE)
_SOURCE: Final = re.compile(r"""\b(?:src|data-src|srcset)\s*=\s*["']?[^"'<>\s]{0,200}\Z""", re.IGNORECASE)
_CODE_OPENED: Final = re.compile(
    r"""<(?:pre|code|script|style|textarea)\b|class\s*=\s*["'][^"'<>]*\b(?:mermaid|katex|math|chart)\b""", re.IGNORECASE
)
_CODE_CLOSED: Final = re.compile(r"</(?:pre|code|script|style|textarea)\b|</div", re.IGNORECASE)
_HEADING: Final = re.compile(r"<h([1-6])\b[^<>]*>\s*\Z", re.IGNORECASE)
_ID: Final = re.compile(r"\b(?:id|name)\s*=", re.IGNORECASE)
_PAGES: Final = frozenset(("Content", "RenderShortcodes", "RawContent"))
_RESOURCE_CALLS: Final = frozenset(("GetMatch", "GetRemote", "Match"))

Parameter = str | int
"""A parameter by name, or by its place counted from 0."""


class TemplateFacts(NamedTuple):
    """What a shortcode's template does.

    Attributes:
        inner: Hugo's own test: the shortcode must be closed.
        named: names of the parameters it reads.
        positional: how many positional parameters it reads.
        open_ended: it may read any parameter: it walks through all, or hands them on.
        inner_as: what becomes of the text between the tags: ``markdown``, ``html`` (put into the page as it is), ``code``
            or ``unknown``; empty when there is none.
        image: whether it shows an image.
        source_parameters: the parameters that choose the image.
        alt_parameters: the parameters that end up in its alt text.
        parent_named: names of the parameters it reads from the shortcode around it.
        adds_ids: whether it may put ids of its own on the page.
        headings: the parameters that it shows as a heading, each with the level.
        unbalanced: elements of which its text opens more than it closes, or the reverse.
    """

    inner: bool
    named: frozenset[str]
    positional: int
    open_ended: bool
    inner_as: str
    image: bool
    source_parameters: tuple[Parameter, ...]
    alt_parameters: tuple[Parameter, ...]
    parent_named: frozenset[str]
    adds_ids: bool
    headings: tuple[tuple[Parameter, int], ...] = ()
    unbalanced: frozenset[str] = frozenset()


def read_template(text: str) -> TemplateFacts:
    """Return what the template of a shortcode does."""
    return _Reader().read(text)


class _Block(NamedTuple):
    """An open ``with``, ``range``, ``if`` or ``define``: what the dot stands for in it, and the name it defines."""

    rebinds: bool
    is_inner: bool = False
    parameters: frozenset[Parameter] = frozenset()
    defines: str | None = None


class _Reader:
    def __init__(self) -> None:
        self._inner_scopes: Final[set[str]] = set()
        self._calls: Final[dict[str, set[str]]] = {}
        self._inner_uses: Final[set[str]] = set()
        self._inner_variables: Final[set[str]] = set()
        self._parameters: Final[set[Parameter]] = set()
        self._parent: Final[set[str]] = set()
        self._open_ended = False
        self._variables: Final[dict[str, set[Parameter]]] = {}
        self._blocks: Final[list[_Block]] = []
        self._sources: Final[dict[Parameter, None]] = {}
        self._alts: Final[dict[Parameter, None]] = {}
        self._headings: Final[dict[Parameter, int]] = {}
        self._has_img = False
        self._adds_ids = False

    def read(self, text: str) -> TemplateFacts:
        from contentlint.document.html_nesting import unbalanced_elements  # noqa: PLC0415 - only for sites with templates

        before = ""
        in_code = False
        html: list[str] = []
        for piece in scan_template(text):
            if isinstance(piece, TemplateText):
                before = piece.value
                html.append(before)
                self._has_img = self._has_img or "<img" in before.lower()
                self._adds_ids = self._adds_ids or _ID.search(before) is not None
                opened = max((match.start() for match in _CODE_OPENED.finditer(before)), default=-1)
                closed = max((match.start() for match in _CODE_CLOSED.finditer(before)), default=-1)
                if opened != closed:
                    in_code = opened > closed
            else:
                # Actions with no text between them stand in the same attribute: {{ with … }}{{ . }}{{ else }}{{ … }}.
                self._read_action(piece, before, in_code=in_code)
        inner = not self._inner_scopes.isdisjoint(self._executed())
        named = frozenset(name for name in self._parameters if isinstance(name, str))
        return TemplateFacts(
            inner=inner,
            named=named,
            positional=1 + max((place for place in self._parameters if isinstance(place, int)), default=-1),
            open_ended=self._open_ended,
            inner_as=self._inner_as() if inner else "",
            image=self._has_img or bool(self._sources and self._alts),
            source_parameters=tuple(self._sources),
            alt_parameters=tuple(self._alts),
            parent_named=frozenset(self._parent),
            adds_ids=self._adds_ids,
            headings=tuple(self._headings.items()),
            unbalanced=unbalanced_elements("".join(html)),
        )

    def _inner_as(self) -> str:
        return next((use for use in ("code", "markdown", "html") if use in self._inner_uses), "unknown")

    def _executed(self) -> set[str]:
        """Return the named parts of the template that its own text calls, directly or not, and the text itself."""
        reached: set[str] = set()
        waiting = [_BODY]
        while waiting:
            scope = waiting.pop()
            if scope not in reached:
                reached.add(scope)
                waiting += self._calls.get(scope, ())
        return reached

    @property
    def _scope(self) -> str:
        return next((block.defines for block in reversed(self._blocks) if block.defines is not None), _BODY)

    @property
    def _dot(self) -> _Block:
        return next((block for block in reversed(self._blocks) if block.rebinds), _Block(rebinds=False))

    def _is_inner(self, word: Word) -> bool:
        if word.kind is Kind.FIELD:
            return not _INNER.isdisjoint(word.names) if word.names else self._dot.is_inner
        if word.kind is Kind.VARIABLE:
            return not _INNER.isdisjoint(word.names) or word.names[0] in self._inner_variables
        return False

    def _read_action(self, action: Action, before: str, *, in_code: bool) -> None:
        words = action.words
        if not words:
            return
        first = words[0].value
        called = words[1].value if len(words) > 1 and first in {"template", "block"} else None
        if called is not None:
            # Hugo does not look at what a named part is handed.
            self._calls.setdefault(self._scope, set()).add(called)
        elif any(word.kind in {Kind.FIELD, Kind.VARIABLE} and not _INNER.isdisjoint(word.names) for word in words):
            self._inner_scopes.add(self._scope)
        read = self._read_parameters(words)
        is_inner = any(self._is_inner(word) for word in words)
        self._read_image(action, before, read)
        if heading := _HEADING.search(before):
            self._headings.update(dict.fromkeys(sorted(read, key=str), int(heading[1])))
        if action.has_name("partial", "partialCached", "template", "readFile") or any(
            word.names and word.names[-1] in _PAGES for word in words
        ):
            self._adds_ids = True
        if first in _OPENING:
            rebinds = first in {"with", "range"}
            defines = words[1].value if first in {"define", "block"} and len(words) > 1 else None
            self._blocks.append(_Block(rebinds, is_inner and rebinds, frozenset(read), defines))
        elif first == "end":
            if self._blocks:
                self._blocks.pop()
        elif first == "else" and len(words) > 1 and words[1].value == "with" and self._blocks:
            self._blocks[-1] = _Block(rebinds=True, is_inner=is_inner, parameters=frozenset(read))
        assigned = self._assigned(words)
        for name in assigned:
            self._variables.setdefault(name, set()).update(read)
        use = self._use(action, in_code=in_code) if is_inner else ""
        if assigned and is_inner and use == "html":
            self._inner_variables.update(assigned)
        elif use and first not in {"if", "else"} and not (first == "with" and use == "html"):
            self._inner_uses.add(use)

    @staticmethod
    def _assigned(words: tuple[Word, ...]) -> list[str]:
        marks = [number for number, word in enumerate(words) if word.kind is Kind.MARK and word.value in {"=", ":="}]
        if not marks:
            return []
        return [word.names[0] for word in words[: marks[0]] if word.kind is Kind.VARIABLE]

    @staticmethod
    def _use(action: Action, *, in_code: bool) -> str:
        chained = {word.names[-1] for word in action.words if word.names}
        if in_code or action.has_name("highlight") or "Highlight" in chained:
            return "code"
        if action.has_name("markdownify") or "RenderString" in chained or "Markdownify" in chained:
            return "markdown"
        if action.has_name("partial", "partialCached", "template"):
            return "unknown"
        return "html"

    def _read_parameters(self, words: tuple[Word, ...]) -> set[Parameter]:
        """Note the parameters an action reads, and return them together with those behind its variables and dot."""
        found: set[Parameter] = set()
        calls = any(word.kind is Kind.NAME and word.value in _CALLS for word in words)
        for number, word in enumerate(words):
            if word.kind is Kind.FIELD and not word.names:
                found |= self._dot.parameters
                self._open_ended |= calls and not self._dot.rebinds
                continue
            if word.kind not in {Kind.FIELD, Kind.VARIABLE}:
                continue
            names = word.names
            if word.kind is Kind.VARIABLE:
                found |= self._variables.get(names[0], set())
                if names == ("$",):
                    self._open_ended |= calls
                names = names[1:]
            following = words[number + 1] if number + 1 < len(words) else None
            if names[-1:] == ("Get",):
                found |= self._got(names, following)
            elif names[:1] == ("Params",):
                found |= self._param(names, words, number)
            elif names[:2] == ("Parent", "Params") and len(names) > 2:
                self._parent.add(names[2])
        self._parameters.update(found)
        return found

    def _got(self, names: tuple[str, ...], following: Word | None) -> set[Parameter]:
        """Return the parameter of ``.Get "x"`` or ``.Get 0``."""
        if not _STORES.isdisjoint(names):
            return set()
        parameter: Parameter | None = None
        if following is not None and following.kind is Kind.STRING:
            parameter = following.value
        elif following is not None and following.kind is Kind.NUMBER and following.value.isdecimal():
            parameter = int(following.value[:4])
        if "Parent" in names:
            if isinstance(parameter, str):
                self._parent.add(parameter)
            return set()
        if parameter is None:
            self._open_ended = True
            return set()
        return {parameter}

    def _param(self, names: tuple[str, ...], words: tuple[Word, ...], number: int) -> set[Parameter]:
        """Return the parameter of ``.Params.x``, ``index .Params "x"`` or ``isset .Params "x"``."""
        if len(names) > 1:
            return {names[1]}
        before = words[number - 1] if number else None
        following = words[number + 1] if number + 1 < len(words) else None
        if before is not None and before.kind is Kind.NAME and before.value in {"index", "isset"} and following:
            if following.kind is Kind.STRING:
                return {following.value}
            if following.kind is Kind.NUMBER and following.value.isdecimal():
                return {int(following.value[:4])}
        if before is None or before.value not in {"if", "not", "len", "and", "or"}:
            self._open_ended = True
        return set()

    def _read_image(self, action: Action, before: str, read: set[Parameter]) -> None:
        ordered = sorted(read, key=str)
        if _ALT.search(before):
            self._alts.update(dict.fromkeys(ordered))
        if _SOURCE.search(before):
            self._sources.update(dict.fromkeys(ordered))
        words = action.words
        if any(word.names and word.names[-1] in _RESOURCE_CALLS for word in words):
            self._sources.update(dict.fromkeys(ordered))
        for word, following in pairwise(words):
            # A partial for images is handed its values by name.
            if word.kind is Kind.STRING and word.value.lower() == "alt" and following.kind is not Kind.STRING:
                self._alts.update(dict.fromkeys(sorted(self._read_parameters((following,)), key=str)))
