"""What axe-core finds in the content of pages that real Hugo built, contentlint finds in their source."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.browser import NPM, real_browser
from tests.conformance.axe_cases import ALSO, CASES, LEFT_OUT, Case
from tests.conformance.judge import run_hugo, write_site

from contentlint.rules.accessibility.aria import ATTRIBUTES, ROLES
from contentlint.rules.registry import builtin

pytestmark = [pytest.mark.browser, pytest.mark.hugo]

ROOT = Path(__file__).parents[2]
EARLY_ROLES = {"doc-pagefooter", "doc-pageheader", "generic"}
EARLY_ATTRIBUTES = {"aria-colindextext", "aria-rowindextext"}
"""What the standards have, and axe does not know or wants nobody to write."""
MARK = re.compile("[⟦⟧]")
NUMBER = re.compile(r'data-n="(\d+)"')
SITE = {
    "hugo.toml": """\
baseURL = "https://example.org/"
defaultContentLanguage = "nl"
disableKinds = ["RSS", "sitemap", "taxonomy", "term", "section", "home"]
[languages.nl]
locale = "nl-NL"
[markup.goldmark.renderer]
unsafe = true
""",
    "layouts/page.html": """\
<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>
{{ .Content }}</main></body></html>
""",
}


class Verdict(NamedTuple):
    """The elements that axe reports on a page, by its rule: what is wrong, and what a person must look at."""

    wrong: Mapping[str, list[str]]
    doubtful: Mapping[str, list[str]]


class Found(NamedTuple):
    """A violation that contentlint reports."""

    rule: str
    start: int
    end: int


def by_rule(results: list[Any]) -> dict[str, list[str]]:
    return {one["id"]: [node["html"] for node in one["nodes"]] for one in results}


def lint(site: Path) -> dict[str, list[Found]]:
    """Return what contentlint reports, by path."""
    done = subprocess.run(
        [sys.executable, "-m", "contentlint", "check", "--isolated", "--exit-zero", "--output-format=json", "content"],
        cwd=site, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    )  # fmt: skip
    found: dict[str, list[Found]] = {}
    for one in json.loads(done.stdout)["violations"]:
        lines = (site / one["path"]).read_text("utf-8").splitlines(keepends=True)
        start = sum(map(len, lines[: one["line"] - 1])) + one["column"] - 1
        end = sum(map(len, lines[: one["end_line"] - 1])) + one["end_column"] - 1
        found.setdefault(one["path"], []).append(Found(one["rule"], start, end))
    return found


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """Return a page of a real browser."""
    with real_browser(NPM / "axe-core" / "axe.min.js") as browser:
        yield browser.new_page()


def ask_axe(page: Any, file: Path) -> Verdict:
    page.goto(file.as_uri())
    page.evaluate((NPM / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run('main')")
    return Verdict(by_rule(found["violations"]), by_rule(found["incomplete"]))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, hugo: str) -> Path:
    """Return the folder of a site with a page for each case, built."""
    folder = tmp_path_factory.mktemp("site")
    pages = {f"content/{case.axe}/index.md": source(case) for case in CASES}
    write_site(folder, {**SITE, **pages})
    for case in CASES:
        (folder / f"content/{case.axe}/a.png").write_bytes(
            (ROOT / "content/berichten/zomerlezen/bankje.jpg").read_bytes()
        )
    done = run_hugo(hugo, folder)
    assert done.returncode == 0, done.stderr
    return folder


def source(case: Case) -> str:
    return f"---\ntitle: Over brood en kaas\n---\n\nWij bakken brood.\n\n{MARK.sub('', case.text)}"


@pytest.fixture(scope="module")
def ours(site: Path) -> dict[str, list[Found]]:
    return lint(site)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.axe)
def test_what_axe_finds_is_found_in_the_source_at_the_same_element(
    case: Case, site: Path, page: Any, ours: dict[str, list[Found]]
) -> None:
    verdict = ask_axe(page, site / "public" / case.axe / "index.html")
    reported = (verdict.doubtful if case.doubtful else verdict.wrong).get(case.axe)
    assert reported, f"axe says {verdict}"
    text = source(case)
    shift = len(text) - len(MARK.sub("", case.text))
    pieces = MARK.split(case.text)
    offsets = [shift + sum(map(len, pieces[:index])) for index in range(1, len(pieces))]
    marked = {*zip(offsets[::2], offsets[1::2], strict=True)}
    found = ours.get(f"content/{case.axe}/index.md", [])
    assert {(one.start, one.end) for one in found if one.rule == case.ours} == marked, found
    if NUMBER.search(text):
        assert {NUMBER.findall(html)[0] for html in reported} == {"1"}
    else:
        assert len(reported) == len(marked)


def test_every_rule_of_axe_is_accounted_for(page: Any) -> None:
    page.goto("about:blank")
    page.evaluate((NPM / "axe-core" / "axe.min.js").read_text("utf-8"))
    known = {rule["ruleId"] for rule in page.evaluate("axe.getRules()")}
    told = [case.axe for case in CASES]
    assert known == {*told, *LEFT_OUT}
    assert not {*told} & {*LEFT_OUT}
    assert len({*told}) == len(told)


def test_our_tables_of_aria_are_those_of_axe(page: Any) -> None:
    page.goto("about:blank")
    page.evaluate((NPM / "axe-core" / "axe.min.js").read_text("utf-8"))
    known = page.evaluate("(roles) => roles.filter((role) => axe.commons.aria.isValidRole(role))", [*ROLES])
    assert {*ROLES} - {*known} == EARLY_ROLES
    assert page.evaluate("['buton', 'landmark', 'section'].filter((role) => axe.commons.aria.isValidRole(role))") == []
    attributes = page.evaluate("(names) => names.filter((name) => axe.commons.aria.validateAttr(name))", [*ATTRIBUTES])
    assert {*ATTRIBUTES} - {*attributes} == EARLY_ATTRIBUTES


def test_the_rules_that_are_named_exist() -> None:
    assert {case.ours for case in CASES} <= {rule.info.name for rule in builtin()}


def test_on_the_demo_site_axe_finds_nothing_in_the_content_that_contentlint_does_not(
    tmp_path: Path, hugo: str, page: Any
) -> None:
    done = run_hugo(hugo, ROOT, "--destination", str(tmp_path))
    assert done.returncode == 0, done.stderr
    ours = lint(ROOT)
    same = {case.axe: {case.ours} | ALSO.get(case.axe, frozenset()) for case in CASES}
    judged = 0
    for path, places in pages_of(ours):
        file = next((one for one in places if (tmp_path / one).exists()), None)
        if file is None:
            continue
        judged += 1
        found = {one.rule for one in ours[path]}
        wrong = ask_axe(page, tmp_path / file).wrong
        missed = [rule for rule in wrong if rule in same and not same[rule] & found]
        assert not missed, (path, wrong)
    assert judged >= 5


def pages_of(ours: Mapping[str, list[Found]]) -> Iterator[tuple[str, list[str]]]:
    """Yield the content files of the demo site with where their pages may stand."""
    for path in ours:
        name = path.removeprefix("content/").removesuffix(".md")
        stem, _, language = name.rpartition(".")
        stem = stem.removesuffix("index").removesuffix("_").rstrip("/")
        folder = "" if language == "nl" else f"{language}/"
        yield path, [f"{folder}{stem}/index.html".replace("//", "/"), f"{language}/{stem}/index.html"]
