"""The report in HTML: findings in place, nothing of a post comes alive, and others find nothing wrong with the page."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.browser import NPM, real_browser
from tests.outputs.sample import DOUBLE, HOSTILE, MISTAKE, NO_WORD, SKIP, hostile, plain, result, show, violate

from contentlint.engine.results import FileResult
from contentlint.outputs.results import View

SAFE_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "fieldset", "legend", "label", "input",
    "nav", "table", "thead", "tbody", "tr", "th", "td", "main", "section", "div", "pre", "code", "mark", "a", "ul", "ol",
    "li", "span", "blockquote", "em", "strong", "s", "q", "br", "hr", "footer",
}  # fmt: skip

POST = """\
---
title: Fout
---

# Een kop

> Een citaat met *een fout* erin.

- punt
- nog een fout

| a fout | b |
| --- | --- |
| fout | fout |

![fout](fout.jpg "fout") en `fout` en [fout](https://x.example/fout).

```
fout
```
"""


def everywhere(text: str, word: str = "fout") -> FileResult:
    """Return a finding wherever a word stands."""
    places = [match.span() for match in re.finditer(word, text, re.IGNORECASE)]
    return result(text, *(violate(*place, NO_WORD(word=word)) for place in places))


class Page(HTMLParser):
    """What is in a page: tags with their attributes, and the text in marks."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marked: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "input", "br", "hr"}:
            self._open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "mark":
            self.marked[-1] += data


def test_each_finding_is_marked_in_the_text_where_that_can_be() -> None:
    text = show("html", everywhere(POST))
    page = Page(text)
    # In the front matter, the quotation, the list, three cells, the words for the picture, code and the text of a link;
    # not in two addresses and a title, nor in the block of code.
    # Those have a piece of the text with a mark.
    assert page.marked == ["Fout", *["fout"] * 12]
    numbers = re.findall(r'<li class="finding error" id="finding-(\d+)">', text)
    assert [int(number) for number in numbers] == list(range(1, 14))
    assert text.count('class="excerpt"') == 4


def test_findings_stand_behind_the_part_they_are_about() -> None:
    text = show("html", everywhere("Een fout.\n\nEen tweede.\n\nNog een fout.\n"))
    order = [text.index(piece) for piece in ("Een <mark", 'id="finding-1"', "Een tweede", "Nog een", 'id="finding-2"')]
    assert order == sorted(order)


def test_a_mark_goes_on_across_emphasis() -> None:
    assert Page(show("html", result("Een *grote* fout", violate(0, 16, NO_WORD(word="x"))))).marked == [
        "Een ",
        "grote",
        " fout",
    ]


def test_marks_may_overlap_touch_and_be_empty() -> None:
    spans = ((0, 5), (3, 8), (8, 8), (8, 10), (0, 0))
    page = Page(show("html", result("abcdefghij", *(violate(*span, NO_WORD(word="x")) for span in sorted(spans)))))
    assert "".join(page.marked) == "abcdefghij"
    assert [attributes["href"] for tag, attributes in page.tags if attributes.get("class") == "number" and tag == "a"]


def test_signs_that_make_a_heading_or_a_list_are_shown_by_a_number_at_the_edge() -> None:
    text = "## Kop\n\n- punt\n"
    page = show("html", result(text, violate(0, 2, NO_WORD(word="x")), violate(8, 9, NO_WORD(word="x"))))
    assert re.search(r'</span> <a class="number"[^>]*>1</a>Kop</p>', page)
    assert re.search(r'<li><a class="number"[^>]*>2</a>punt', page)
    assert Page(page).marked == []


def test_a_mark_goes_on_to_the_next_line() -> None:
    text = "> Een zin die\n> doorloopt.\n"
    marked = Page(show("html", result(text, violate(6, 25, NO_WORD(word="x"))))).marked
    assert marked == ["zin die", "doorloopt"]


def test_a_file_that_comes_again_shows_its_text_once() -> None:
    text = show("html", plain()[0], plain()[0])
    assert text.count('<div class="post"') == 1
    assert text.count('<li class="finding') == 4
    assert '<h2 id="file-2-title">content/a.nl.md, naast de rest van de site</h2>' in text
    assert "2 fouten" in text


def test_a_page_without_findings_says_so() -> None:
    text = show("html", result("Goed.\n"))
    assert "1 bestand bekeken: niets gevonden." in text
    assert "<section" not in text


def test_a_text_too_long_to_read_is_shown_in_pieces() -> None:
    text = show("html", result("woord " * 20_000, violate(60, 65, NO_WORD(word="woord"))))
    assert len(text) < 20_000
    assert text.count('class="excerpt"') == 1
    assert Page(text).marked == ["woord"]


def _alive(page: Page) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Yield what may do something: unknown tags, scripts, addresses that lead elsewhere than to a rule."""
    for tag, attributes in page.tags:
        href = attributes.get("href") or "#"
        if (
            tag not in SAFE_TAGS
            or any(name.startswith("on") or name in {"src", "style", "srcset", "action"} for name in attributes)
            or not href.startswith(("#", "https://contentlint.readthedocs.io/"))
        ):
            yield tag, attributes


def test_nothing_of_a_post_comes_alive() -> None:
    text = f"{POST}\n{HOSTILE}\n\n<img src=x onerror=alert(1)><script>alert(1)</script>\n\n[a](javascript:alert(1)) ![b](https://evil.example/x.png) <https://evil.example>\n"
    assert not list(_alive(Page(show("html", everywhere(text), *hostile()))))


@given(
    st.text(
        alphabet=st.sampled_from("ab *_`[](){}<>!|#->~\\&;\n\t\r\0\ufeff\U000f0000\U000f0003é😀") | st.characters()
    ),
    st.data(),
)
@example("-", None)
@example("\U000f0001\U000f0000", None)
def test_whatever_a_post_holds_the_page_is_whole_and_each_finding_is_there(
    text: str, data: st.DataObject | None
) -> None:
    spans = [(0, len(text))]
    if data is not None:
        starts = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
        spans = sorted((start, data.draw(st.integers(start, len(text)))) for start in starts)
    found = result(text, *(violate(*span, NO_WORD(word="x")) for span in spans))
    page = show("html", found)
    assert not list(_alive(Page(page)))
    numbers = re.findall(r' id="finding-(\d+)"', page)
    assert sorted(map(int, numbers)) == list(range(1, len(spans) + 1))


@given(
    st.lists(st.sampled_from(["woord", "*fout*", "fout", "`fout`", "**fout**", "_x_", "[fout](y)", "é😀"]), min_size=1),
    st.sampled_from(["", "> ", "- ", "1. ", "## ", "- > "]),
)
def test_marks_leave_the_words_as_they_are(words: list[str], before: str) -> None:
    text = before + " ".join((*words, "fout")) + "\n"
    marked, unmarked = show("html", everywhere(text)), show("html", result(text, violate(0, 0, NO_WORD(word="x"))))
    assert _words(marked) == _words(unmarked)
    assert len(Page(marked).marked) == text.count("fout")


def _words(page: str) -> str:
    return unescape(re.sub(r'<a class="number".*?</a>|<[^>]+>', "", _body(page)))


def _body(page: str) -> str:
    """Return the post alone, without the lists of findings."""
    post = page[page.index('<div class="post"') : page.index("</main>")]
    return re.sub(r'<ul class="findings".*?</ul>', "", post, flags=re.DOTALL).strip()


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Reports to be judged by others: in two languages, of plain posts and of hostile ones."""
    made = []
    several = result(
        "## Kop\n\nx  y\n",
        violate(0, 2, NO_WORD(word="x"), rule=SKIP),
        violate(9, 10, NO_WORD(word="x"), rule=DOUBLE),
        violate(10, 11, NO_WORD(word="x"), rule=MISTAKE),
        path="content/c.md",
    )
    for name, results in {
        "plain": (everywhere(POST), *plain(), several),
        "hostile": hostile(),
        "nothing": (result("Goed.\n"),),
    }.items():
        for language in ("nl", "en"):
            file = tmp_path / f"{name}-{language}.html"
            file.write_text(show("html", *results, view=View(language)), "utf-8", "backslashreplace", newline="")
            made.append(file)
    return made


def test_html_validate_finds_nothing_wrong(reports: list[Path]) -> None:
    program, node = NPM / "html-validate" / "bin" / "html-validate.mjs", shutil.which("node")
    if node is None or not program.exists():
        pytest.skip("node or html-validate is not there (make npm)")
    folder = reports[0].parent
    (folder / ".htmlvalidate.json").write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    done = subprocess.run(
        [node, program, "--formatter=json", *reports],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
    )
    told = [(one["filePath"], [message["message"] for message in one["messages"]]) for one in json.loads(done.stdout)]
    assert not told, done.stderr
    assert done.returncode == 0


@pytest.mark.browser
def test_axe_finds_nothing_wrong_in_light_and_dark_and_the_policy_holds(reports: list[Path]) -> None:
    axe = NPM / "axe-core" / "axe.min.js"
    with real_browser(axe) as browser:
        for report in reports:
            assert _judged(browser, report, axe, "light") == []
        assert _judged(browser, reports[0], axe, "dark") == []
        _try_the_filter(browser, reports[0])
        for report in reports:
            _look_on_a_telephone(browser, report)


def _judged(browser: Any, report: Path, axe: Path, scheme: str) -> list[Any]:
    """Return what axe and the browser have to say of a page."""
    told: list[Any] = []
    page = browser.new_page(color_scheme=scheme)
    page.on("console", lambda message: told.append(message.text))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("request", lambda request: told.append(request.url) if request.url != report.as_uri() else None)
    page.goto(report.as_uri())
    # Scripts of the page cannot run; what the test puts in by the debugger can.
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    page.evaluate(axe.read_text("utf-8"))
    found = page.evaluate("axe.run(document)")
    assert len(found["passes"]) > 10
    told += [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
    page.close()
    return told


def _try_the_filter(browser: Any, report: Path) -> None:
    page = browser.new_page()
    page.goto(report.as_uri())
    warnings = page.locator(".finding.warning")
    assert warnings.first.is_visible()
    page.get_by_label("waarschuwingen").uncheck()
    assert not warnings.first.is_visible()
    assert page.locator(".finding.error").first.is_visible()
    page.close()


def _look_on_a_telephone(browser: Any, report: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_nothing_that_steers_a_terminal_is_in_the_report() -> None:
    written = show("html", everywhere(HOSTILE), *hostile())
    assert "␛[2J" in written
    assert not {sign for sign in written if ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0} - set("\n\r\t")
