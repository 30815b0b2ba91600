"""Nodes and where they stand."""

import time
from collections.abc import Iterator

import pytest
from scripts.compare_parsers import KNOWN, difference, known_reason, second_parser

from contentlint.document import CodeBlock, Document, Heading, Image, Link, Node, Parent, TableCell
from contentlint.text import SourceText, Span

HOSTILE = {
    "nested quotations": "> " * 10_000 + "x",
    "opening brackets": "[" * 100_000,
    "emphasis marks": "*a **b " * 15_000,
    "pointed brackets": "<a " * 30_000,
    "backticks": "".join("`" * count + " " for count in range(400)),
    "unclosed links": "[a](" * 25_000,
    "unclosed formulas": "\\(" * 50_000,
    "unclosed environments": "\\begin{a}" * 12_000,
    "one long line": "woord *x* [a](b) " * 6_000,
    "addresses": "a" * 100_000 + "@",
    "labels of an address": "a@" + "b-" * 50_000,
    "open scripts": "<script>\n" * 12_000,
    "open comments": "<!--\n" * 20_000,
    "spaces in a heading": "# a" + " " * 100_000 + "b",
    "languages": 'x <i lang="en">a</i>' * 5_000,
    "suppressions": "<!-- contentlint-disable a -->\n\n" * 3_000,
    "definitions": "".join(f"[a{number}]: x\n" for number in range(7_000)),
    "lists": "- " * 10_000 + "x",
    "braces": "# a " + "{a" * 50_000,
}
STRUCTURES = (
    "# Een\n\nTwee\n===\n\n###### Zes ##", "a\n- b\n- c\n\n  d\n1. e\n", "> a\nb\n> - c\n>\n>   d", "    code\n\n```js\nx\n```\n~~~\n```\n~~~",
    "[a](/b \"c\") [d][e] [e] [e][] ![f](g (h))\n\n[e]: <x y> 'z'", "*a **b** c* _d_ __e__ f_g_h ***i***", "`` a`b `` ` c ` \\`d`",
    "| a | b |\n|:-|-:|\n| `c\\|d` | *e* |\n| f |", "<div>\n*a*\n</div>\n\n<b>x</b> <!-- y -->", "a  \nb\\\nc", "~~weg~~", "***\n---\n___",
    "[a](<b c>) [d]( e 'f' ) [g](h\\)i) [j](k(l)m)", "- [ ] a\n- [x] b", "Noot[^1]\n\n[^1]: De noot\n", "Term\n: Uitleg", "&amp; &#233; &copy;",
    "* a\n\n  * b\n\n    c\n* d", "1) a\n2) b", "![a *b* [c](d)](e)", "[![a](b)](c)", "<https://a.be> <jan@a.be>", "# a `b` *c* [d](e)",
    "> ```\n> a\n\nb", "- a\n\n      code", "\ta\n\n-\tb", "```` \n```\n````", '[a]: b\n[a]\n\n[c]:\n  d\n  "e"\n\n[c]', "a\n    b", "``` a ``` b",
)  # fmt: skip


def nodes_of(body: str, kind: type[Node]) -> Iterator[Node]:
    return (node for node in Document(SourceText(body)).nodes if type(node) is kind)


@pytest.mark.parametrize("body", STRUCTURES)
def test_a_second_parser_sees_the_same_structure(body: str) -> None:
    parser = second_parser()
    for text in (body, "\ufeff---\ntitle: é\n---\n" + body, body.replace("\n", "\r\n")):
        document = Document(SourceText(f"\n{text}\n" if text[0] != "\ufeff" else text))
        assert not difference(parser, document) or known_reason(document), text


def test_every_known_difference_has_its_sign() -> None:
    samples = [
        "a ~b~", "# a {#b}", "a\n: b", "a[^1]", "| a |\n| - |", "-\ta", "a\rb", "```a&b", "- [x] a", "<!-->", "[a](javascript:b)",
    ]  # fmt: skip
    seen = {known_reason(Document(SourceText(f"\n{sample}\n"))) for sample in samples}
    assert seen == set(KNOWN)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("# Kop `x` ## \t\n", ("#", "Kop `x`", "")),
        ("##\tKop {#a .b}\n", ("##", "Kop", "{#a .b}")),
        ("Kop\nmeer\n====\n", ("====", "Kop\nmeer", "")),
        ("> Kop {#x}\n> ---\n", ("---", "Kop", "{#x}")),
        ("#\n", ("#", "", "")),
        ("# Kop #\\#\n", ("#", "Kop #\\#", "")),
        ("# Kop {los}\n", ("#", "Kop {los}", "")),
    ],
)
def test_a_heading_knows_its_parts(body: str, parts: tuple[str, str, str]) -> None:
    document = Document(SourceText(body if body[0] != "#" or " " in body else f"\n{body}"))
    (heading,) = document.headings
    attributes = document[heading.attributes] if heading.attributes else ""
    assert (document[heading.marker], document[heading.content], attributes) == parts


@pytest.mark.parametrize(
    ("body", "content", "target", "title"),
    [
        ('[a *b*](/c "d")', "a *b*", "/c", "d"),
        ("[a](<b c> 'd')", "a", "b c", "d"),
        ("[a](b(c)d)", "a", "b(c)d", None),
        ("[a]()", "a", "", None),
        ("[](x)", "", "x", None),
        ("[a]( b\n  (c) )", "a", "b", "c"),
        ("[a][b]\n\n[b]: /c 'd'", "a", "/c", "d"),
        ("[b][]\n\n[b]: </c d>", "b", "/c d", None),
        ('[b]\n\n[B]:\n  /c\n  "d"', "b", "/c", "d"),
        ("<https://a.be>", "https://a.be", "https://a.be", None),
        ("www.a.be", "www.a.be", "www.a.be", None),
        ("[`]`](x)", "`]`", "x", None),
        ("[a\\]b](x)", "a\\]b", "x", None),
    ],
)
def test_a_link_knows_its_parts(body: str, content: str, target: str, title: str | None) -> None:
    document = Document(SourceText(f"é😀\n\n> {body}".replace("\n", "\n> ").replace("> > ", "> ")))
    (link,) = (node for node in document.nodes if isinstance(node, Link))
    assert document[link.content] == content
    assert document[link.target] == target
    assert (document[link.title_span] if link.title_span else None) == title


def test_an_image_says_what_a_reader_hears() -> None:
    (image,) = nodes_of("![a *b* `c` &amp; [d](e)](f.png)", Image)
    assert isinstance(image, Image)
    assert image.alt == "a b c & d"


@pytest.mark.parametrize(
    ("body", "info", "content"),
    [
        ("```js\na\n\n```", "js", "a\n\n"),
        ("~~~\n```", "", "```"),
        ("```\na\n    ```", "", "a\n    ```"),
        ("```\n```", "", ""),
        ("x\n\n    a\n    b", None, "a\n    b"),
    ],
)
def test_code_is_what_stands_between_the_fences(body: str, info: str | None, content: str) -> None:
    document = Document(SourceText(body))
    (block,) = (node for node in document.nodes if isinstance(node, CodeBlock))
    assert (block.info, document[block.content]) == (info, content)


def test_a_cell_knows_its_text() -> None:
    body = "|  é a | |\n|---|---|\n| `x` |b|"
    cells = [body[slice(*cell.content)] for cell in nodes_of(body, TableCell) if isinstance(cell, TableCell)]
    assert cells == ["é a", "", "`x`", "b"]


def test_a_line_that_begins_with_code_in_three_backticks_is_no_fence() -> None:
    assert not list(nodes_of("``` a ``` is code\n\n# Kop\n", CodeBlock))
    assert list(nodes_of("``` a ``` is code\n\n# Kop\n", Heading))


def test_a_list_ends_with_its_last_item() -> None:
    document = Document(SourceText("1. a\n\n[b]: /c\n\nd"))
    (first, _) = document.markdown.root.children
    assert isinstance(first, Parent)
    assert first.span == Span(0, 4)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    started = time.process_time()
    document = Document(SourceText(HOSTILE[name]))
    assert document.nodes
    assert isinstance(document.prose, tuple)
    assert isinstance(document.suppressions, tuple)
    assert isinstance(document.anchors, dict)
    # Quadratic time would be minutes; the bound is wide, for slow machines.
    assert time.process_time() - started < 20
