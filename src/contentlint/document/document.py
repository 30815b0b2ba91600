"""One document: its text, and everything that can be known of it without looking elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from contentlint.document import nodes as n
from contentlint.document.anchors import heading_ids, html_ids, slug
from contentlint.document.front_matter import Entry, FrontMatter, ListValue, MapValue, StringValue, parse_front_matter
from contentlint.document.front_matter.comments import comments_in
from contentlint.document.html import parse_html
from contentlint.document.markdown import Markdown, parse_markdown
from contentlint.document.prose import LanguageRange, Prose, ProseExtractor, mapped_prose, verbatim_prose
from contentlint.document.prose_search import ProseSearch
from contentlint.document.shortcodes import (
    ShortcodePairs,
    ShortcodeTag,
    mask,
    pair_shortcodes,
    scan_shortcodes,
)
from contentlint.document.suppressions import RuleReference, Suppression, find_suppressions
from contentlint.text import Edit, SourceText, Span
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    import re

    import frontmatter

_T = TypeVar("_T")
_N = TypeVar("_N", bound=n.Node)

PROSE_KEYS: Final = ("title", "linktitle", "description", "summary")
"""Front matter keys whose text a reader sees; so are keys that end in one of ``PROSE_KEY_ENDINGS``."""

PROSE_KEY_ENDINGS: Final = ("alt", "caption")

PROSE_PARAMETERS: Final = frozenset(
    {"alt", "caption", "title", "summary", "description", "label", "header", "subheader"}
)
"""Shortcode parameters whose text a reader sees."""

CODE_SHORTCODES: Final = frozenset({"chart", "highlight", "katex", "math", "mermaid"})
"""Shortcodes whose inner text is code when nothing else is known of them."""


class Surroundings(NamedTuple):
    """What a document must be told of the site around it.

    Attributes:
        language: the language of the page; empty when unknown.
        is_inner: whether a shortcode's template uses its inner text; None when the template is not known.
        shows_code: whether the inner text of a shortcode is code.
        prose_parameters: the parameters of a shortcode that hold prose.
        prose_keys: further front matter keys that hold prose, in lower case.
    """

    language: str = ""
    is_inner: Callable[[str], bool | None] = lambda _: None
    shows_code: Callable[[str], bool] = lambda name: name.lower() in CODE_SHORTCODES
    prose_parameters: Callable[[str], frozenset[str]] = lambda _: PROSE_PARAMETERS
    prose_keys: tuple[str, ...] = ()


class Document:
    """A Markdown file with front matter, shortcodes, nodes and prose, each with exact spans.

    Args:
        source: the file's text.
        path: its path below the site's root, with ``/``.
        surroundings: what the site says of it.
    """

    def __init__(self, source: SourceText, path: str = "", surroundings: Surroundings | None = None) -> None:
        self.source: Final = source
        self.path: Final = path
        self.surroundings: Final = surroundings or Surroundings()
        self._memo: Final[dict[Hashable, Any]] = {}
        parsed = parse_front_matter(source)
        self._parsed: Final = parsed
        self.front_matter: Final[FrontMatter | None] = parsed.front_matter
        self.front_matter_problems: Final = parsed.problems
        self.body: Final[Span] = parsed.body
        self.shortcodes: Final = scan_shortcodes(source.text, parsed.body)

    @property
    def text(self) -> str:
        """The whole file."""
        return self.source.text

    @property
    def language(self) -> str:
        """The language of the page, empty when unknown."""
        return self.surroundings.language

    def __getitem__(self, span: Span) -> str:
        return self.source.text[span.start : span.end]

    def cached(self, key: Hashable, build: Callable[[], _T]) -> _T:
        """Return what ``build`` made for that key, building it once for all rules."""
        if key not in self._memo:
            self._memo[key] = build()
        return cast("_T", self._memo[key])

    @cached_property
    def post(self) -> frontmatter.Post:
        """The document as python-frontmatter gives it, with the values that Hugo sees."""
        from contentlint.document.front_matter.post import to_post  # noqa: PLC0415 - frontmatter costs 30 ms

        return to_post(self.source, self._parsed)

    @cached_property
    def shortcode_pairs(self) -> ShortcodePairs:
        """Which shortcode tags belong together."""
        return pair_shortcodes(self.shortcodes, self.surroundings.is_inner)

    @cached_property
    def _inserts(self) -> tuple[n.Node, ...]:
        """Everything in the body that is not Markdown, in order and without overlap."""
        scan = self.shortcodes
        if not scan.tags and not scan.comments and not scan.broken:
            return ()
        other = [n.Masked(span) for span in scan.broken]
        other += [
            n.Masked(pair.inner)
            for pair in self.shortcode_pairs.pairs
            if not pair.inner.empty and self.surroundings.shows_code(pair.opening.name)
        ]
        result: list[n.Node] = []
        for node in sorted((*scan.tags, *scan.comments, *other), key=lambda node: (node.span.start, -node.span.end)):
            if not result or node.span.start >= result[-1].span.end:
                result.append(node)
        return tuple(result)

    @cached_property
    def masked(self) -> str:
        """The file with shortcode tags, and what shortcodes show as code, replaced by filler of the same length."""
        inserts = self._inserts
        return mask(self.text, [node.span for node in inserts]) if inserts else self.text

    @cached_property
    def markdown(self) -> Markdown:
        """The Markdown of the body."""
        return parse_markdown(self.masked, self.body, self._inserts)

    @cached_property
    def _html(self) -> tuple[list[n.HtmlElement], list[n.HtmlComment]]:
        return parse_html(self.text, self.masked, self.markdown.nodes)

    @property
    def html_elements(self) -> Sequence[n.HtmlElement]:
        """The elements of raw HTML in the body."""
        return self._html[0]

    @property
    def html_comments(self) -> Sequence[n.HtmlComment]:
        """The HTML comments in the body."""
        return self._html[1]

    @cached_property
    def nodes(self) -> Sequence[n.Node]:
        """Every node of the body in document order, parents first: Markdown, shortcode tags, HTML elements, comments."""
        tree = self.markdown.nodes
        seen = {id(node) for node in tree if isinstance(node, ShortcodeTag)}
        tags = [tag for tag in self.shortcodes.tags if id(tag) not in seen]
        if not tags and not self.html_elements and not self.html_comments:
            return tree
        merged = [*tree, *tags, *self.html_elements, *self.html_comments]
        return sorted(merged, key=lambda node: (node.span.start, -node.span.end))

    @cached_property
    def _by_type(self) -> dict[type[n.Node], list[Any]]:
        found: dict[type[n.Node], list[Any]] = {}
        for node in self.nodes:
            found.setdefault(type(node), []).append(node)
        return found

    def of_type(self, node_type: type[_N]) -> Sequence[_N]:
        """Return the nodes of exactly that type, in order; none is looked at for it but once for all types."""
        return self._by_type.get(node_type, ())

    @cached_property
    def _parents(self) -> dict[int, n.Parent]:
        return {
            id(child): node for node in self.markdown.nodes if isinstance(node, n.Parent) for child in node.children
        }

    def ancestors(self, node: n.Node) -> tuple[n.Parent, ...]:
        """Return the containers of a Markdown node, innermost first."""
        result: list[n.Parent] = []
        parents = self._parents
        parent = parents.get(id(node))
        while parent is not None:
            result.append(parent)
            parent = parents.get(id(parent))
        return tuple(result)

    def of_types(self, *node_types: type[n.Node]) -> Sequence[n.Node]:
        """Return the nodes of exactly these types, in order."""
        present = [node_type for node_type in node_types if node_type in self._by_type]
        if len(present) < 2:
            return self._by_type[present[0]] if present else ()
        return [node for node in self.nodes if type(node) in present]

    def enclosing(self, node: n.Node, *types: type[n.Parent]) -> n.Parent | None:
        """Return the innermost container of a Markdown node that is of one of the types, without any the one it stands in.

        For one node this is as ``ancestors``; for many in deep nests it does not walk up again and again.
        """
        if not types:
            return self._parents.get(id(node))
        nearest = self.cached((Document.enclosing, types), lambda: self._nearest(types))
        return nearest.get(id(node))

    def _nearest(self, types: tuple[type[n.Parent], ...]) -> dict[int, n.Parent]:
        nearest: dict[int, n.Parent] = {}
        for parent in self.markdown.nodes:
            if isinstance(parent, n.Parent):
                found = parent if isinstance(parent, types) else nearest.get(id(parent))
                if found is not None:
                    nearest.update((id(child), found) for child in parent.children)
        return nearest

    @property
    def headings(self) -> Sequence[n.Heading]:
        """The headings of the body, in order."""
        return self.of_type(n.Heading)

    @cached_property
    def anchors(self) -> dict[str, n.Node]:
        """The ids on the rendered page that come from this file, with the node that carries each."""
        return {**html_ids(self.html_elements), **heading_ids(self.headings)}

    def changes_heading_id(self, edit: Edit) -> bool:
        """Whether an edit gives a heading another id, to which links from elsewhere no longer lead."""
        start, end = edit.span
        index = bisect_right(self.headings, start, key=lambda heading: heading.content.start) - 1
        if index < 0 or self.headings[index].identifier is not None:
            return False
        content = self.headings[index].content
        if end > content.end:
            return False
        behind = edit.replacement + self.text[end : content.end]
        return slug(self.text[content.start : start] + behind) != slug(self[content])

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """What a reader reads: front matter strings, text, alt texts, titles, shortcode parameters."""
        pieces = [*self._front_matter_prose(), *self._parameter_prose()]
        ranges = [
            LanguageRange(Span(element.span.end, element.end.start), attribute.value)
            for element in self.html_elements
            if element.end is not None and (attribute := element.attribute("lang")) and attribute.value
        ]
        extractor = ProseExtractor(self.text, self.masked, self.language, ranges)
        pieces += extractor.extract(self.markdown.nodes, self._inserts)
        return tuple(sorted(pieces, key=lambda piece: piece.span.start))

    @cached_property
    def _search(self) -> ProseSearch:
        return ProseSearch(self.prose, (piece.text for piece in self.prose))

    @cached_property
    def _search_in_lower_case(self) -> ProseSearch:
        return ProseSearch(self.prose, (piece.text.lower() for piece in self.prose))

    @cached_property
    def prose_languages(self) -> Sequence[str]:
        """The languages of the prose, as tags; one of them may be empty."""
        return sorted({piece.language for piece in self.prose})

    def prose_with(self, sought: re.Pattern[str] | str) -> Iterator[Prose]:
        r"""Yield the pieces of prose in which an expression is found, or in which a text stands, in order.

        All prose is searched at once, which for a page without any costs next to nothing; whoever asks then looks at the
        pieces. For that search the pieces stand on lines of their own in one text: an expression must not ask what stands at
        the begin or the end of the text (with ``\A``, ``\Z``, or that nothing follows), and what it finds must begin in
        the piece that is meant. A piece may be given in which it is found only together with the next.
        """
        return self._search.holding(sought)

    def prose_with_any(self, texts: Iterable[str]) -> list[Prose]:
        """Return the pieces of prose in which one of the texts stands, whatever the case of its letters, in order.

        Args:
            texts: what to look for, in small letters.
        """
        return self._search_in_lower_case.holding_any(texts)

    def _front_matter_prose(self) -> list[Prose]:
        if self.front_matter is None:
            return []
        pieces: list[Prose | None] = []
        stack: list[Entry] = [*self.front_matter.root]
        for entry in stack:
            key = entry.key.lower()
            if key == "params" and isinstance(entry.value, MapValue):
                stack.extend(entry.value)
            elif isinstance(entry.value, StringValue) and (
                key in PROSE_KEYS or key in self.surroundings.prose_keys or key.endswith(PROSE_KEY_ENDINGS)
            ):
                value = entry.value
                pieces.append(mapped_prose(value.text, value.span_of, "front-matter", self.language))
        return [piece for piece in pieces if piece]

    def _parameter_prose(self) -> list[Prose]:
        pieces: list[Prose | None] = []
        for tag in self.shortcodes.tags:
            if not tag.parameters or tag.closing:
                continue
            names = self.surroundings.prose_parameters(tag.name)
            pieces += [
                verbatim_prose(self.text, parameter.value_span, "parameter", self.language)
                for parameter in tag.parameters
                if parameter.key is not None and parameter.key.lower() in names and parameter.quote
            ]
        return [piece for piece in pieces if piece]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words that the front matter accepts for this page: ``contentlint: {words: [...]}``."""
        return tuple(item.text for item in self._own_settings("words"))

    def _own_settings(self, key: str) -> list[StringValue]:
        """Return the texts of a list under ``contentlint:`` in the front matter (a lone text is a list of one)."""
        entry = self.front_matter.get("contentlint", key) if self.front_matter else None
        if entry is None:
            return []
        items = entry.value.items if isinstance(entry.value, ListValue) else (entry.value,)
        return [item for item in items if isinstance(item, StringValue)]

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """The comments, and the front matter list, that silence rules here."""
        disabled = self._own_settings("disable")
        in_front_matter: Suppression | None = None
        if disabled:
            span = Span(disabled[0].span.start, disabled[-1].span.end)
            rules = tuple(RuleReference(item.text, item.span) for item in disabled)
            in_front_matter = Suppression(
                span, "disable-file", rules, Span(0, len(self.source)), "", in_front_matter=True
            )
        if "contentlint-" not in self.text:
            return () if in_front_matter is None else (in_front_matter,)
        comments = [*comments_in(self.text, self.front_matter)] if self.front_matter is not None else []
        comments += [(comment.span, comment.content) for comment in self.html_comments]
        comments += [
            (pair.span, pair.inner) for pair in self.shortcode_pairs.pairs if pair.opening.name.lower() == "comment"
        ]
        return find_suppressions(self.source, sorted(comments), in_front_matter)
