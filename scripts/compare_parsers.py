"""Holds our reading of Markdown to that of a second parser, markdown-it-py, on every file of a folder.

    python -m scripts.compare_parsers FOLDER

It also checks what must hold for every document. Shortcodes are masked for both parsers. Differences that are known and
meant are in ``KNOWN``; they are passed over and counted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin
from tests.properties.invariants import broken_invariants

from contentlint.document import Document, plain_text
from contentlint.document import nodes as n
from contentlint.text import SourceText

Outline = list[tuple[str, ...]]

KNOWN: dict[str, re.Pattern[str]] = {
    "only one of them takes one tilde, or four, for struck text": re.compile(r"(?<!~)~(?!~)|~{4}"),
    "only one of them knows attributes of headings": re.compile(r"^.*\{[^}\n]*\}[ \t]*$", re.MULTILINE),
    "they disagree on which definitions belong to a list of terms": re.compile(r"^[ >]*[:~][ \t]", re.MULTILINE),
    "footnotes: what follows one, and references to ones that do not exist": re.compile(r"\[\^"),
    "a pipe in a row that has fewer or more cells than the head": re.compile(
        r"^.*\|.*$\n[ >]*\|?[ ]*:?-", re.MULTILINE
    ),
    "tabs in the indentation of nested blocks": re.compile(r"^[ >\d.)*+-]*\t", re.MULTILINE),
    "a lone carriage return ends a line for one of them": re.compile(r"\r(?!\n)|[\x00\u2028\u2029\x85\x0b\x0c]"),
    "escapes and entities in the word behind a code fence": re.compile(r"^[ >]*(?:```|~~~).*[\\&]", re.MULTILINE),
    "a task mark before something else than a line of text": re.compile(
        r"^[ >\t]*[-*+\d.)]+[ \t]+(?:.*[ \t])?\[[ xX]\]", re.MULTILINE
    ),
    "a comment that begins with its own end": re.compile(r"<!--+>|<!-->|--->"),
    "an address that only one of them finds worth linking": re.compile(
        r"(?i)\((?:<)?(?:javascript|vbscript|file|data):"
    ),
}
"""Why the two parsers may see different structures, with what a text must hold for it."""


def second_parser() -> MarkdownIt:
    """Return markdown-it-py with the syntax that Hugo turns on."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
    return parser.disable(["footnote_tail", "footnote_inline"])


def _squeezed(text: str) -> str:
    return re.sub(r"[\s>]+", "", text)


def _address(url: str) -> str:
    return unquote(url, errors="replace").replace("mailto:", "")


_PLAIN = {
    n.Paragraph: "paragraph", n.BlockQuote: "quotation", n.ListItem: "item", n.ThematicBreak: "rule", n.Table: "table",
    n.TableRow: "row", n.TableCell: "cell", n.DefinitionList: "terms", n.DefinitionTerm: "term",
    n.DefinitionDetails: "details", n.Emphasis: "emphasis", n.Strong: "strong", n.Strikethrough: "struck",
    n.HtmlBlock: "html", n.InlineHtml: "tag", n.HardBreak: "break",
}  # fmt: skip


def our_outline(document: Document) -> Outline:
    """Return what we see, in document order."""
    found: Outline = []
    for node in document.markdown.nodes:
        if isinstance(node, n.Heading):
            found.append(("heading", str(node.level), _squeezed(_text(document, node))))
        elif isinstance(node, n.Link):
            if node.kind != "bare":
                found.append(("link", _address(node.destination)))
        elif isinstance(node, n.Image):
            found.append(("image", _address(node.destination)))
        elif isinstance(node, n.CodeSpan):
            found.append(("code", _squeezed(node.value)))
        elif isinstance(node, n.CodeBlock):
            content = document.masked[node.content.start : node.content.end]
            found.append(("code block", node.info or "", _squeezed(content)))
        elif isinstance(node, n.List):
            found.append(("list", "" if node.start is None else str(node.start)))
        elif isinstance(node, n.FootnoteReference | n.FootnoteDefinition):
            found.append((type(node).__name__, node.label))
        elif type(node) in _PLAIN:
            found.append((_PLAIN[type(node)],))
    return found


def _text(document: Document, node: n.Node) -> str:
    return plain_text(node) if not document.shortcodes.tags else ""


_TOKENS = {
    "paragraph_open": "paragraph", "blockquote_open": "quotation", "list_item_open": "item", "hr": "rule",
    "table_open": "table", "tr_open": "row", "th_open": "cell", "td_open": "cell", "dl_open": "terms", "dt_open": "term",
    "dd_open": "details", "em_open": "emphasis", "strong_open": "strong", "s_open": "struck", "html_block": "html",
    "hardbreak": "break",
}  # fmt: skip


def their_outline(parser: MarkdownIt, document: Document) -> Outline:
    """Return what the second parser sees, in document order."""
    found: Outline = []
    tokens = parser.parse(document.masked[document.body.start : document.body.end])
    for index, token in enumerate(tokens):
        if token.hidden:
            continue
        if token.type == "heading_open":
            text = "".join(_token_text(tokens[index + 1])) if not document.shortcodes.tags else ""
            found.append(("heading", token.tag[1], _squeezed(text)))
        elif token.type in ("fence", "code_block"):
            found.append(("code block", token.info.strip() if token.type == "fence" else "", _squeezed(token.content)))
        elif token.type == "bullet_list_open":
            found.append(("list", ""))
        elif token.type == "ordered_list_open":
            found.append(("list", str(token.attrs.get("start", 1))))
        elif token.type == "footnote_reference_open":
            found.append(("FootnoteDefinition", token.meta["label"]))
        elif token.type in _TOKENS:
            found.append((_TOKENS[token.type],))
        for child in token.children or ():
            found.extend(_inline(child))
    return found


def _inline(token: Any) -> Iterator[tuple[str, ...]]:
    if token.type == "link_open":
        yield ("link", _address(str(token.attrs["href"])))
    elif token.type == "image":
        yield ("image", _address(str(token.attrs["src"])))
        for child in token.children or ():
            yield from _inline(child)
    elif token.type == "code_inline":
        yield ("code", _squeezed(token.content))
    elif token.type == "html_inline" and "task-list-item-checkbox" not in token.content:
        yield ("tag",)
    elif token.type == "footnote_ref":
        yield ("FootnoteReference", token.meta["label"])
    elif token.type in _TOKENS:
        yield (_TOKENS[token.type],)


def _token_text(token: Any) -> Iterator[str]:
    for child in token.children or ():
        if child.type in ("text", "code_inline", "text_special"):
            yield child.content
        yield from _token_text(child)


def difference(parser: MarkdownIt, document: Document) -> str:
    """Return where the two outlines part, or an empty text."""
    ours, theirs = our_outline(document), their_outline(parser, document)
    if ours == theirs:
        return ""
    place = next(
        (index for index, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    return f"part {place}: we see {ours[place : place + 4]}, the other parser {theirs[place : place + 4]}"


def known_reason(document: Document) -> str:
    """Return why the parsers may differ on this text, or an empty text."""
    body = document.masked[document.body.start : document.body.end]
    return next((reason for reason, sign in KNOWN.items() if sign.search(body)), "")


def main() -> int:
    """Compare every Markdown file of a folder; return the exit code."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    arguments.add_argument("folder", type=Path)
    folder: Path = arguments.parse_args().folder
    parser = second_parser()
    known: Counter[str] = Counter()
    files = failures = 0
    for path in sorted(folder.rglob("*.md")):
        document = Document(SourceText.from_bytes(path.read_bytes()), path.name)
        files += 1
        problems = broken_invariants(document)
        if found := difference(parser, document):
            if reason := known_reason(document):
                known[reason] += 1
            else:
                problems.append(found)
        failures += bool(problems)
        for problem in problems[:5]:
            print(f"{path}: {problem}")
    for reason, count in known.most_common():
        print(f"{count} differ as known: {reason}")
    print(f"{files} files, {failures} with problems")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
