"""What the rules about markup say is so in the page that Hugo makes and a browser reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.conformance.judge import run_hugo, write_site

from contentlint.document import Document
from contentlint.document.html_nesting import leaks
from contentlint.rules.base import Example, Invalid, Options, Rule, Valid
from contentlint.rules.headings.not_rendered import HeadingNotRendered
from contentlint.rules.markup.attributes_not_rendered import AttributesNotRendered
from contentlint.rules.markup.blockquote_marker import BlockquoteMarker
from contentlint.rules.markup.emphasis_not_rendered import EmphasisNotRendered
from contentlint.rules.markup.link_not_rendered import LinkNotRendered
from contentlint.rules.markup.list_not_rendered import ListNotRendered
from contentlint.text import SourceText

pytestmark = pytest.mark.hugo

SITE = {
    "hugo.toml": 'disableKinds = ["RSS", "sitemap", "taxonomy", "term", "section", "home", "404"]\n'
    "[markup.goldmark.renderer]\nunsafe = true\n",
    "layouts/page.html": "<!doctype html><body><main><article><div id=own>{{ .Content }}</div></article></main>"
    "<footer>Theme</footer></body>",
}
MARKS = re.compile("[⟦⟧]")


def render(binary: str, folder: Path, bodies: list[str]) -> list[str]:
    """Return the pages that Hugo makes of bodies."""
    pages = {f"content/p{number}.md": f"---\ntitle: x\n---\n{body}" for number, body in enumerate(bodies)}
    write_site(folder, {**SITE, **pages})
    done = run_hugo(binary, folder)
    assert done.returncode == 0, done.stderr
    return [(folder / f"public/p{number}/index.html").read_text("utf-8") for number in range(len(bodies))]


def examples(rule: type[Rule[Options]], kind: type[Example]) -> list[Example]:
    return [
        example for example in rule.examples if isinstance(example, kind) and "block = true" not in str(example.files)
    ]


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        (ListNotRendered, r"<li>"),
        (HeadingNotRendered, r"<h[1-6]"),
        (EmphasisNotRendered, r"<strong>"),
    ],
)
def test_what_a_rule_reports_is_not_there_until_it_is_fixed(
    rule: type[Rule[Options]], meant: str, hugo: str, tmp_path: Path
) -> None:
    spoiled = [example for example in examples(rule, Invalid) if example.fixed is not None]
    bodies = [text for example in spoiled for text in (MARKS.sub("", example.text), example.fixed or "")]
    pages = [len(re.findall(meant, page)) for page in render(hugo, tmp_path, bodies)]
    assert spoiled
    for before, after in zip(pages[::2], pages[1::2], strict=True):
        assert before < after


@pytest.mark.parametrize(("rule", "sign"), [(AttributesNotRendered, "{"), (LinkNotRendered, "[")])
def test_signs_show_where_they_are_reported_and_only_there(
    rule: type[Rule[Options]], sign: str, hugo: str, tmp_path: Path
) -> None:
    shown = [MARKS.sub("", example.text) for example in examples(rule, Invalid)]
    fixed = [example.fixed or "" for example in examples(rule, Invalid)]
    pages = render(hugo, tmp_path, shown + fixed)
    assert [sign in page for page in pages] == [True] * len(shown) + [False] * len(fixed)


def test_a_space_behind_the_sign_of_a_quotation_changes_nothing(hugo: str, tmp_path: Path) -> None:
    spoiled = examples(BlockquoteMarker, Invalid)
    texts = [text for one in spoiled for text in (MARKS.sub("", one.text), one.fixed or "")]
    # Front matter goes before each here, and a byte order mark stands at the very start of a file or means nothing.
    pages = render(hugo, tmp_path, [text.removeprefix("\ufeff") for text in texts])
    assert pages[::2] == pages[1::2]
    assert all("<blockquote>" in page for page in pages)


def test_lists_that_are_not_reported_are_lists(hugo: str, tmp_path: Path) -> None:
    page = render(hugo, tmp_path, [examples(ListNotRendered, Valid)[0].text])[0]
    assert page.count("<li>") == 6


TAGS = [
    "<div>", "</div>", "<b>", "</b>", "<span>", "<p>", "</p>", "- a", "> a", "a", "<details>", "</section>", "<a href=/>",
    "<td>", "<button>", "| a |\n|---|\n| <div> |",
]  # fmt: skip


def bodies_of_tags() -> Iterator[str]:
    yield from TAGS
    for pair in product(TAGS, repeat=2):
        for joint in (" ", "\n", "\n\n"):
            yield joint.join(pair)
    for number, three in enumerate(product(TAGS, repeat=3)):
        if number % 13 == 0:
            yield ("\n\n" if number % 2 else " ").join(three)


def chain(node: LexborNode | None) -> list[str]:
    """Return the elements around a node, from the inside."""
    found: list[str] = []
    while node is not None and node.tag not in ("body", "html"):
        found.append(f"{node.tag}#{node.id}" if node.id else str(node.tag))
        node = node.parent
    return found


def is_sound(page: str) -> bool:
    """Whether the last paragraph and the theme’s footer are where they belong, and look as they should."""
    tree = LexborHTMLParser(page)
    last = next((node for node in tree.css("*") if (node.text(deep=False) or "").strip().endswith("LAST")), None)
    footer = tree.css_first("footer")
    return (
        chain(last) == ["p", "div#own", "article", "main"]
        and chain(footer) == ["footer"]
        and footer is not None
        and footer.html == "<footer>Theme</footer>"
    )


def test_html_is_said_to_reach_too_far_where_a_browser_lets_it(hugo: str, tmp_path: Path) -> None:
    bodies = [f"{body}\n\nLAST\n" for body in bodies_of_tags()]
    wrong = []
    for body, page in zip(bodies, render(hugo, tmp_path, bodies), strict=True):
        document = Document(SourceText(body))
        if is_sound(page) == bool(leaks(document.masked, document.markdown.nodes)):
            wrong.append(body)
    assert wrong == []
