"""Broken and hostile front matter: each problem at its place, and nothing that runs away."""

from __future__ import annotations

import time

import pytest

from contentlint.document.front_matter import ProblemKind, parse_front_matter
from contentlint.text import SourceText


@pytest.mark.parametrize(
    ("block", "kind", "marked"),
    [
        ("title: a: b", ProblemKind.UNQUOTED_COLON, ":"),
        ("title: 't is", ProblemKind.UNCLOSED_QUOTE, "'"),
        ("title: 'a' b", ProblemKind.AFTER_QUOTE, "b"),
        ('title: "a\\q"', ProblemKind.ESCAPE, "\\q"),
        ('title: "C:\\\\quot\\q"', ProblemKind.ESCAPE, "\\q"),
        ("title: [a", ProblemKind.UNCLOSED_BRACKET, "["),
        ("title: @a", ProblemKind.UNQUOTED_START, "@"),
        ("title: - a", ProblemKind.UNQUOTED_START, "-"),
        ("tags: [#a]", ProblemKind.UNQUOTED_START, "#"),
        ("title: {{ .Title }}", ProblemKind.TEMPLATE, "{{ .Title }}"),
        ("a: 1\na: 2", ProblemKind.DUPLICATE_KEY, "a"),
        ("a:\n\tb: 1", ProblemKind.TAB, "\t"),
        ("a: *b", ProblemKind.UNDEFINED_ALIAS, "*b"),
        ("a: 1\nzomaar", ProblemKind.NO_COLON, "z"),
        ("- a", ProblemKind.NOT_A_MAP, "- a"),
        ("a: b\n  c: d", ProblemKind.INDENTATION, "b"),
    ],
)
def test_a_problem_stands_at_what_causes_it(block: str, kind: ProblemKind, marked: str) -> None:
    text = f"---\n{block}\n---\n"
    (problem,) = parse_front_matter(SourceText(text)).problems
    assert (problem.kind, text[problem.span.start : problem.span.end]) == (kind, marked)


def test_every_broken_key_is_told_and_the_others_are_read() -> None:
    text = "---\ntitle: a: b\ndate: 2025-11-20\ntags: [x\nweight: 5\nbron: 'half\nslug: s\n---\n"
    result = parse_front_matter(SourceText(text))
    assert [problem.kind for problem in result.problems] == [
        ProblemKind.UNQUOTED_COLON,
        ProblemKind.UNCLOSED_BRACKET,
        ProblemKind.UNCLOSED_QUOTE,
    ]
    assert result.front_matter is not None
    assert result.front_matter.root.python == {
        "title": "a: b", "date": "2025-11-20", "tags": "[x", "weight": 5, "bron": "'half", "slug": "s",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("block", "kind", "marked"),
    [
        ("a = x", ProblemKind.UNQUOTED_VALUE, "x"),
        ("a: 1", ProblemKind.NO_EQUALS, ":"),
        ('a = "x', ProblemKind.UNCLOSED_QUOTE, '"'),
        ("a = 'x' y", ProblemKind.AFTER_QUOTE, "y"),
        ('a = "\\q"', ProblemKind.ESCAPE, "\\q"),
        ("a = 1\na = 2", ProblemKind.DUPLICATE_KEY, "a"),
        ("a = 2025-1-5", ProblemKind.NUMBER, "2025-1-5"),
        ("a = 99999999999999999999", ProblemKind.NUMBER, "99999999999999999999"),
        ("a = {{ .Date }}", ProblemKind.TEMPLATE, "{{ .Date }}"),
    ],
)
def test_a_problem_in_toml_stands_at_what_causes_it(block: str, kind: ProblemKind, marked: str) -> None:
    text = f"+++\n{block}\n+++\n"
    (problem,) = parse_front_matter(SourceText(text)).problems
    assert (problem.kind, text[problem.span.start : problem.span.end]) == (kind, marked)


def test_problems_are_told_up_to_a_number() -> None:
    result = parse_front_matter(SourceText("---\n" + "\t\n" * 500 + "a: b\n---\n"))
    assert len(result.problems) == 20


_LAUGHS = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 15))
_MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 15))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"---\n{_LAUGHS}---\n", ProblemKind.TOO_LARGE),
        (f"---\n{_MERGES}---\n", ProblemKind.TOO_LARGE),
        ('---\na: &a "' + "x" * 90_000 + '"\nb: [' + "*a, " * 50_000 + "]\n---\n", ProblemKind.TOO_LARGE),
        ("---\na: " + "x" * 5_000_000 + "\n---\n", ProblemKind.TOO_LARGE),
        ("---\na: " + "[" * 100_000 + "\n---\n", ProblemKind.TOO_DEEP),
        ("---\n" + "- " * 50_000 + "\n---\n", ProblemKind.TOO_DEEP),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", ProblemKind.TOO_DEEP),
        ("+++\na = " + "[" * 100_000 + "]" * 100_000 + "\n+++\n", ProblemKind.TOO_DEEP),
        ("+++\n" + "a." * 100_000 + "a = 1\n+++\n", ProblemKind.TOO_DEEP),
        ('+++\na = "' + "x" * 400_000 + "\n+++\n", ProblemKind.UNCLOSED_QUOTE),
        ("+++\na = " + "9" * 100_000 + "\n+++\n", ProblemKind.NUMBER),
        ('{"a": ' + "9" * 100_000 + "}", ProblemKind.NUMBER),
        ('{"a": -1e400}', ProblemKind.NUMBER),
        ("---\n" + " " * 3_000_000 + "---", ProblemKind.INDENTED_CLOSING),
        ("\ufeff" * 1_000_000 + "---\na: b\n---\n", None),
        ("x" * 3_000_000 + "\n---\na: b\n---\n", None),
    ],
    ids=lambda value: str(value)[:20],
)
def test_hostile_front_matter_is_refused_in_time(text: str, kind: ProblemKind | None) -> None:
    begin = time.process_time()
    result = parse_front_matter(SourceText(text))
    assert [problem.kind for problem in result.problems[:1]] == ([kind] if kind else [])
    assert time.process_time() - begin < 10
