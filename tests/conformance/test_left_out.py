"""What Hugo leaves out of a page: raw HTML where the site lets none through, and footnotes that do not fit together."""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.conformance.judge import run_hugo, write_site

from contentlint.config import ChosenRule, Settings
from contentlint.document import Document
from contentlint.engine.linter import lint
from contentlint.engine.runner import surroundings
from contentlint.rules.accessibility.footnote_broken import FootnoteBroken
from contentlint.rules.accessibility.html_dropped import HtmlDropped
from contentlint.rules.base import Options, Rule, Violation
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText

pytestmark = pytest.mark.hugo

SITE = {
    "hugo.toml": 'disableKinds = ["RSS", "sitemap", "taxonomy", "term", "section", "home"]\n',
    "layouts/page.html": "<main>{{ .Content }}</main>",
    "layouts/_shortcodes/box.html": "<aside>{{ .Inner }}</aside>",
    "layouts/_shortcodes/frame.html": "<aside>\n\n{{ .Inner }}\n\n</aside>",
    "layouts/_shortcodes/text.html": "<aside>{{ .Inner | markdownify }}</aside>",
}
UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"
OMITTED = "<!-- raw HTML omitted -->"


def render(binary: str, folder: Path, bodies: Sequence[str], configuration: str = "") -> list[str]:
    """Return what Hugo makes of bodies."""
    pages = {f"content/p{number}.md": f"---\ntitle: x\n---\n{body}" for number, body in enumerate(bodies)}
    write_site(folder, {**SITE, "hugo.toml": SITE["hugo.toml"] + configuration, **pages})
    done = run_hugo(binary, folder)
    assert done.returncode == 0, done.stderr
    return [(folder / f"public/p{number}/index.html").read_text("utf-8") for number in range(len(bodies))]


def check(rule: type[Rule[Options]], folder: Path, number: int) -> tuple[Violation, ...]:
    """Return what a rule says of a page."""
    registry = builtin()
    path = f"content/p{number}.md"
    page = Site.load(folder).page(path)
    text = (folder / path).read_text("utf-8")
    document = Document(SourceText(text), path, surroundings(page, Settings(folder, registry), "en"))
    return lint(document, page, [ChosenRule(RuleEntry.of(rule))], registry)


words = st.sampled_from(["bread", "cheese", "*jam*", "`<b>`", "\\<b>", "jam <!-- not now -->", "a < b", "[x](/y/)"])
inline = st.sampled_from(["<b>{}</b>", "<br>{}", "<em class='x'>{}</em>", "{}", "{}", "{}"])
sentences = st.lists(st.builds(lambda form, word: form.format(word), inline, words), min_size=1, max_size=3).map(
    " ".join
)
blocks = st.one_of(
    sentences,
    sentences.map(lambda text: f"> {text}"),
    sentences.map(lambda text: f"- {text}"),
    sentences.map(lambda text: f"```html\n{text}\n```"),
    sentences.map(lambda text: f"{{{{< box >}}}}{text}{{{{< /box >}}}}"),
    sentences.map(lambda text: f"x {{{{< text >}}}}{text}{{{{< /text >}}}}"),
    st.just("<div>\nbread\n</div>"),
    st.just("<!-- a\ncomment -->"),
)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])  # a smaller example costs a build of Hugo each
@given(st.lists(st.lists(blocks, min_size=1, max_size=3).map("\n\n".join), min_size=40, max_size=60))
def test_html_is_reported_where_hugo_leaves_it_out(hugo: str, bodies: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, output in enumerate(render(hugo, folder, bodies)):
            found = check(HtmlDropped, folder, number)
            assert bool(found) == (OMITTED in output), (bodies[number], output, found)


def test_nothing_is_reported_where_the_site_lets_html_through(hugo: str, tmp_path: Path) -> None:
    (output,) = render(hugo, tmp_path, ["<div>\nbread\n</div>\n\nA <b>b</b>.\n"], UNSAFE)
    assert OMITTED not in output
    assert check(HtmlDropped, tmp_path, 0) == ()


def test_text_behind_a_comment_is_reported_where_hugo_leaves_it_out(hugo: str, tmp_path: Path) -> None:
    bodies = ["<!-- a --> bread\n", "<!--\na\n--> bread\n\ncheese\n", "<!-- a -->\nbread\n", "x <!-- a --> bread\n"]
    outputs = render(hugo, tmp_path, bodies)
    assert ["bread" not in output for output in outputs] == [True, True, False, False]
    assert [bool(check(HtmlDropped, tmp_path, number)) for number in range(4)] == [True, True, False, False]


def test_settings_of_a_theme_count_only_when_the_site_asks_for_them(hugo: str, tmp_path: Path) -> None:
    theme = {"themes/t/hugo.toml": UNSAFE}
    for number, (configuration, omitted) in enumerate(
        [('theme = "t"\n', True), ('theme = "t"\n[markup]\n_merge = "deep"\n', False)]
    ):
        folder = tmp_path / str(number)
        write_site(folder, theme)
        (output,) = render(hugo, folder, ["A <b>b</b>.\n"], configuration)
        assert (OMITTED in output, bool(check(HtmlDropped, folder, 0))) == (omitted, omitted)


labels = st.sampled_from(["1", "2", "note", "Note"])
lines = st.one_of(
    labels.map(lambda label: f"Bread[^{label}] is good."),
    labels.map(lambda label: f"> Cheese[^{label}], too."),
    labels.map(lambda label: f"{{{{< text >}}}}Jam[^{label}].{{{{< /text >}}}}"),
    labels.map(lambda label: f"{{{{% frame %}}}}Tea[^{label}].{{{{% /frame %}}}}"),
    labels.map(lambda label: f"<div>\nMilk[^{label}]\n</div>"),
    st.tuples(labels, st.integers(10**6, 10**7)).map(lambda pair: f"[^{pair[0]}]: It is {pair[1]} years old."),
)


@settings(max_examples=4, deadline=None, phases=[Phase.generate])  # a smaller example costs a build of Hugo each
@given(st.lists(st.lists(lines, min_size=1, max_size=5, unique=True).map("\n\n".join), min_size=60, max_size=80))
def test_footnotes_are_reported_where_readers_see_brackets_or_miss_a_note(hugo: str, bodies: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, output in enumerate(render(hugo, folder, bodies, UNSAFE)):
            body, shown = bodies[number], html.unescape(output)
            notes = re.findall(r"It is \d+ years old", body)
            # In HTML the brackets may be meant; only with a note for them it is sure that they are not.
            meant = [
                f"Milk[^{label}]" for label in ("1", "2", "note", "Note") if f"[^{label.lower()}]:" not in body.lower()
            ]
            for words in meant:
                shown = shown.replace(words, "")
            broken = "[^" in shown or any(note not in shown for note in notes)
            found = check(FootnoteBroken, folder, number)
            assert bool(found) == broken, (body, output, found)
