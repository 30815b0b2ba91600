"""``contentlint outline`` shows the headings that readers meet."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Outcome

Call = Callable[..., Outcome]

PAGE = """---
title: Zomer
---

## Een

#### Twee

{{< figure src="kaart.png" alt="Kaart" title="De stad" >}}

<h2>Drie</h2>

##

# Vier
"""


@pytest.fixture
def page(site: Path) -> str:
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text("<h1>{{ .Title }}</h1>{{ .Content }}", "utf-8")
    (site / "hugo.toml").write_text("[markup.goldmark.renderer]\nunsafe = true\n", "utf-8")
    (site / "content" / "posts" / "zomer.md").write_text(PAGE, "utf-8")
    return "content/posts/zomer.md"


def test_headings_are_indented_by_level_with_notes_in_words(call: Call, page: str) -> None:
    assert call("outline", page).out.splitlines() == [
        "Heading 1  Zomer  [the title of the page]",
        "  Heading 2  Een",
        "      Heading 4  Twee  [level 3 is missing above it]",
        "      Heading 4  De stad  [made by the shortcode figure]",
        "  Heading 2  Drie  [written in HTML]",
        "  Heading 2  (no text: a screen reader says nothing here)",
        "Heading 1  Vier  [a second heading of level 1; a page has one main title]",
    ]


def test_notes_are_in_the_language_asked_for(call: Call, page: str) -> None:
    lines = call("outline", page, "--lang", "nl").out.splitlines()
    assert lines[0] == "Kop 1  Zomer  [de titel van de pagina]"
    assert lines[2] == "      Kop 4  Twee  [niveau 3 ontbreekt erboven]"


def test_json_has_every_heading_with_its_place(call: Call, page: str) -> None:
    data = json.loads(call("outline", page, "--format", "json").out)
    assert (data["schema_version"], data["path"]) == (1, page)
    assert [(one["level"], one["source"], one["line"], one["skipped_levels"]) for one in data["headings"]] == [
        (1, "title", 2, []),
        (2, "markdown", 5, []),
        (4, "markdown", 7, [3]),
        (4, "shortcode", 9, []),
        (2, "html", 11, []),
        (2, "markdown", 13, []),
        (1, "markdown", 15, []),
    ]
    assert [one["empty"] for one in data["headings"]] == [False] * 5 + [True, False]
    assert data["headings"][3]["shortcode"] == "figure"
    assert data["headings"][-1]["second_title"] is True


@pytest.mark.usefixtures("page")
def test_standard_input_is_read_as_the_file_it_will_be(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["-"], ["-", "--stdin-filename", "content/posts/nieuw.md"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"---\ntitle: Nieuw\n---\n\n## Een\n")))
        outcome = call("outline", *arguments)
        assert outcome.code == 0
        perhaps = "" if len(arguments) > 1 else ", if the theme shows it"
        assert outcome.out == f"Heading 1  Nieuw  [the title of the page{perhaps}]\n  Heading 2  Een\n"


def test_a_page_without_headings_says_so(call: Call, site: Path) -> None:
    (site / "leeg.md").write_text("Tekst.\n", "utf-8")
    assert call("outline", "leeg.md").out.startswith("This page has no headings.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["content"], "is a folder"),
        (["niets.md"], "niets.md does not exist."),
        (["beeld.md"], "is no text"),
        (["README.md", "--stdin-filename", "x.md"], "--stdin-filename says what"),
    ],
)
def test_what_is_no_page_is_refused_in_words(call: Call, site: Path, arguments: list[str], said: str) -> None:
    (site / "beeld.md").write_bytes(b"\x00\x01PNG" * 100)
    outcome = call("outline", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
