"""The documentation as a site: it builds, its links lead somewhere, it needs no network, and everybody can use it."""

import functools
import http.server
import importlib.util
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.browser import NPM, real_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
AXE = NPM / "axe-core" / "axe.min.js"
PUBLISHED = "https://contentlint.readthedocs.io/en/latest/"
PAGES = ("", "rules/", "rules/link-text-vague/", "configuration/", "nl/", "nl/rules/", "nl/rules/link-text-vague/")

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("material") is None, reason="MkDocs Material is not installed (the extra ‘docs’)"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``make docs`` builds it; a warning makes that fail."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for name, target in (("mkdocs.yml", folder), ("mkdocs.nl.yml", folder / "nl")):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", name, "-d", str(target)]
        result = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert result.returncode == 0, result.stdout + result.stderr
    return folder


class _Reader(HTMLParser):
    """Collects what a page refers to, what it loads by itself, its ids and its language."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.ids: set[str] = set()
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(given[name] for name in ("id", "name") if name in given)
        if tag == "html":
            self.language = given["lang"]
        if "href" in given and tag == "a":
            self.links.append(given["href"])
        if "src" in given or (tag == "link" and given.get("rel") not in {"canonical", "alternate", "prev", "next"}):
            self.loaded.append(given.get("src") or given["href"])


def read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def test_every_link_leads_to_a_page_and_a_place_on_it(built: Path) -> None:
    pages = {path: read(path) for path in built.rglob("*.html") if path.name != "404.html"}
    assert len(pages) > 200
    broken = []
    for path, reader in pages.items():
        own = PUBLISHED + path.relative_to(built).as_posix().removesuffix("index.html")
        for link in reader.links:
            target = urlsplit(urljoin(own, link))
            if not target.geturl().startswith(PUBLISHED):
                continue
            file = built / unquote(target.path.removeprefix(urlsplit(PUBLISHED).path))
            file = file / "index.html" if file.is_dir() else file
            found = pages.get(file)
            if not file.is_file() or (target.fragment and found and unquote(target.fragment) not in found.ids):
                broken.append((path.relative_to(built).as_posix(), link))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(built: Path) -> None:
    for path in built.rglob("*.html"):
        assert [name for name in read(path).loaded if urlsplit(name).netloc] == []
    for path in (*built.rglob("*.css"), *(built / "assets").glob("*.js")):
        assert re.findall(r"(?:@import\s|url\()[\"']?(?:https?:)?//", path.read_text("utf-8")) == []


def test_each_part_says_in_which_language_it_is(built: Path) -> None:
    for path in built.rglob("*.html"):
        assert read(path).language == ("nl" if path.is_relative_to(built / "nl") else "en")


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """Where the site is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in the base
            pass

    handler = functools.partial(Quiet, directory=built)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser_page() -> "Iterator[Page]":
    with real_browser() as browser:
        yield browser.new_page()


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 400)])
def test_axe_finds_no_serious_barriers(
    browser_page: "Page", address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not there (make npm)")
    browser_page.emulate_media(color_scheme=scheme)
    browser_page.set_viewport_size({"width": width, "height": 900})
    found = []
    for name in PAGES:
        browser_page.goto(address + name)
        browser_page.add_script_tag(path=AXE)
        violations = browser_page.evaluate("axe.run(document).then((result) => result.violations)")
        found += [
            (name, violation["id"], violation["nodes"][0]["html"][:120])
            for violation in violations
            if violation["impact"] in {"serious", "critical"}
        ]
    assert found == []


@pytest.mark.browser
def test_the_list_of_rules_is_filtered_and_the_address_keeps_the_choice(browser_page: "Page", address: str) -> None:
    browser_page.goto(address + "nl/rules/")
    visible = "article tbody tr:visible"
    every = browser_page.locator(visible).count()
    assert every > 90
    browser_page.get_by_label("Familie").select_option("Links (LK)")
    browser_page.get_by_label("Ernst").select_option("fout")
    codes = [text.split()[0] for text in browser_page.locator(visible).all_inner_texts()]
    assert "LK001" in codes
    assert all(code.startswith("LK") for code in codes)
    assert browser_page.get_by_role("status").inner_text() == f"{len(codes)} van {every} regels"
    assert browser_page.locator("article h2:visible").count() == 1
    assert browser_page.get_by_text("packs =").count() == 4
    assert not browser_page.get_by_text("packs =").first.is_visible()
    browser_page.reload()
    assert browser_page.locator(visible).count() == len(codes)
    browser_page.get_by_role("button", name="Wissen").click()
    browser_page.get_by_label("Zoek in de regels").fill("zzzz")
    assert browser_page.locator(visible).count() == 0
    for language, there in (("nl", True), ("en", False)):
        browser_page.goto(f"{address}rules/?language={language}")
        found = {text.split()[0] for text in browser_page.locator(visible).all_inner_texts()}
        assert ("GR003" in found) == there  # of Dutch grammar
        assert "HD001" in found
