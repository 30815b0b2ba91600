"""Our reading of shortcodes is that of the real Hugo."""

import json
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from benchmarks.hugo_fuzz import difference, random_body
from scripts.hugo_conformance import judge
from tests.conformance.judge import TEMPLATES, Verdict, build_pages, judge_bodies, judge_page

from contentlint.document.shortcodes import pair_shortcodes, scan_shortcodes
from contentlint.text import SourceText, Span

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in Path(__file__).with_name("shortcodes.jsonl").read_text("utf-8").split("\n") if line
]
INNER = {"note": True, "box": True, "icon": False, "btn": False}
HEAD = "---\ntitle: Page\n---\n"
NESTED = {"empty-in-note", "nested-unknown", "leaf-slash-inside", "mixed-nested", "unclosed-inner"}
"""Hugo names the line of the outermost shortcode here; we name the one that is wrong."""


def plain(case: Mapping[str, Any]) -> bool:
    """Whether a case needs nothing but the shortcodes of every test site, and so can be judged with others."""
    known = {name: {"template": template} for name, template in TEMPLATES.items()}
    return (
        all(known.get(name) == shortcode for name, shortcode in case.get("shortcodes", {}).items())
        and case["group"] not in {"built-in", "inline"}
        and not {"files", "config"} & case.keys()
        and case["input"].startswith(HEAD)
    )


PLAIN = [case for case in CASES if plain(case)]
OTHERS = [case for case in CASES if not plain(case)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_linter_says_what_hugo_says(case: Mapping[str, Any]) -> None:
    outcome = judge(case)
    on_another_line = outcome.missed == "error is on another line" and case["id"] in NESTED | {"carriage-return"}
    assert not outcome.missed or on_another_line, outcome.said


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case["id"])
def test_the_place_is_the_one_hugo_names(case: Mapping[str, Any]) -> None:
    text = case["input"]
    scan = scan_shortcodes(text, Span(len(HEAD), len(text)))
    pairs = pair_shortcodes(scan, lambda name: INNER.get(name.lower()))
    failing = [problem.offset for problem in (*scan.problems, *pairs.problems) if not problem.kind.builds]
    if "not found" in case.get("error", ""):
        failing = [tag.span.start for tag in scan.tags if not tag.closing]
    if case["hugo"] == "ok":
        assert failing == []
    else:
        before = text.encode().split(b"\n")[: case["error_line"] - 1]
        byte = sum(len(line) + 1 for line in before) + case["error_col"] - 1
        assert SourceText(text).byte_offsets.code_point(byte) in failing


def as_recorded(case: Mapping[str, Any], verdict: Verdict) -> bool:
    """Whether Hugo still says what was recorded."""
    place = (case.get("error_line", 0), case.get("error_col", 0))
    return verdict.builds == (case["hugo"] == "ok") and (verdict.line, verdict.column) == place


@pytest.mark.hugo
def test_the_recorded_verdicts_are_hugos(hugo: str) -> None:
    verdicts = judge_bodies(hugo, [case["input"].removeprefix(HEAD) for case in PLAIN])
    lines = HEAD.count("\n")
    moved = [verdict._replace(line=verdict.line + lines if verdict.line else 0) for verdict in verdicts]
    assert [case["id"] for case, verdict in zip(PLAIN, moved, strict=True) if not as_recorded(case, verdict)] == []


@pytest.mark.hugo
def test_pages_that_build_alone_build_together(hugo: str) -> None:
    assert build_pages(hugo, (case["input"] for case in PLAIN if case["hugo"] == "ok")).builds


@pytest.mark.hugo
@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case["id"])
def test_the_recorded_verdict_on_a_page_is_hugos(case: Mapping[str, Any], hugo: str) -> None:
    verdict = judge_page(
        hugo,
        case["input"],
        path=case.get("path", "content/post/page/index.md"),
        files=case.get("files"),
        templates={name: shortcode["template"] for name, shortcode in case.get("shortcodes", {}).items()},
        configuration=case.get("config", ""),
    )
    assert as_recorded(case, verdict), verdict


@pytest.mark.hugo
@pytest.mark.parametrize("seed", [1, 2])
def test_texts_made_up_at_random_get_hugos_verdict(seed: int, hugo: str) -> None:
    generator = random.Random(seed)  # noqa: S311 - a repeatable choice, no secret
    bodies = [random_body(generator) for _ in range(3000)]
    verdicts = judge_bodies(hugo, bodies)
    found = [
        (body, said) for body, verdict in zip(bodies, verdicts, strict=True) if (said := difference(body, verdict))
    ]
    assert found == []
