"""What we say of a page in its site is what the real Hugo says: front matter in groups, references, languages, templates."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from scripts.hugo_conformance import judge
from tests.conformance.judge import judge_page, run_hugo, write_site

from contentlint.document import Document
from contentlint.site import Site
from contentlint.text import SourceText

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("sites.jsonl").read_text("utf-8").split("\n") if line
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_linter_says_what_hugo_says(case: Mapping[str, Any]) -> None:
    outcome = judge(case)
    assert not outcome.missed, outcome.said


@pytest.mark.hugo
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_recorded_verdict_is_hugos(case: Mapping[str, Any], hugo: str) -> None:
    verdict = judge_page(
        hugo,
        case["input"],
        path=case["path"],
        files=case.get("files"),
        templates={},
        configuration=case.get("config", ""),
    )
    place = (case.get("error_line", 0), case.get("error_col", 0))
    assert (verdict.builds, (verdict.line, verdict.column)) == (case["hugo"] == "ok", place), verdict


H1 = "<h1>{{ .Title }}</h1>{{ .Content }}"
NO_H1 = "<p>{{ .Title }}</p>{{ .Content }}"
FRAMED = '{{ define "main" }}{{ .Content }}{{ end }}'
FRAME = '{{ block "main" . }}{{ end }}'
TITLES: Mapping[str, tuple[Mapping[str, str], str, str]] = {
    "in the template of the section": ({"layouts/post/single.html": H1}, "", ""),
    "in that of another section": ({"layouts/other/single.html": H1}, "", ""),
    "in a layout that is named": ({"layouts/special.html": H1}, "layout: special", ""),
    "in the template of a type": ({"layouts/kind/single.html": H1}, "type: kind", ""),
    "in that of another type": ({"layouts/kind/single.html": H1}, "", ""),
    "for lists only": ({"layouts/post/single.html": NO_H1, "layouts/_default/list.html": H1}, "", ""),
    "in a list": ({"layouts/_default/list.html": H1}, "", "content/post/_index.md"),
    "on the home page": ({"layouts/home.html": H1}, "", "content/_index.md"),
    "by kind": ({"layouts/page.html": H1}, "", ""),
    "nearest": ({"layouts/post/page.html": H1, "layouts/page.html": NO_H1}, "", ""),
    "in the folder of the page": ({"layouts/post/a/single.html": H1}, "", ""),
    "in another format": ({"layouts/_default/single.amp.html": H1}, "", ""),
    "in the template of the language": ({"layouts/_default/single.nl.html": H1}, "", ""),
    "in a partial of the frame": (
        {
            "layouts/post/single.html": FRAMED,
            "layouts/_default/baseof.html": '{{ partial "head.html" . }}' + FRAME,
            "layouts/partials/head.html": "<h1>{{ .Title }}</h1>",
        },
        "",
        "",
    ),
    "in a partial that nobody uses": (
        {
            "layouts/post/single.html": FRAMED,
            "layouts/_default/baseof.html": FRAME,
            "layouts/partials/head.html": "<h1>{{ .Title }}</h1>",
        },
        "",
        "",
    ),
    "in a partial without an ending": (
        {
            "layouts/post/single.html": '{{ partial "a/head" . }}{{ .Content }}',
            "layouts/_partials/a/head.html": "<h1>{{ .Title }}</h1>",
        },
        "",
        "",
    ),
}


@pytest.mark.hugo
@pytest.mark.parametrize("name", TITLES)
def test_the_title_is_a_heading_where_hugo_makes_it_one(name: str, hugo: str, tmp_path: Path) -> None:
    templates, key, path = TITLES[name]
    path = path or "content/post/a/index.md"
    text = f"---\ntitle: Title\n{key}\n---\n\nThe text\n"
    bare = {f"layouts/_default/{kind}.html": NO_H1 for kind in ("single", "list")}
    site_files = {"hugo.toml": 'defaultContentLanguage = "nl"\n', **bare, **templates, path: text}
    write_site(tmp_path, site_files)
    shutil.rmtree(tmp_path / "public", ignore_errors=True)
    assert run_hugo(hugo, tmp_path).returncode == 0
    made = (page.read_text("utf-8") for page in (tmp_path / "public").rglob("*.html"))
    shown = next(html for html in made if "The text" in html)
    page = Site.load(tmp_path).page(path)
    assert page.prints_title(Document(SourceText(text)).front_matter) is ("<h1>" in shown)
