"""Where front matter begins and ends, and what is told when it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.document.front_matter import ProblemKind, parse_front_matter
from contentlint.text import SourceText


def parts(text: str) -> tuple[str | None, str | None, str]:
    """Return format, content and body."""
    result = parse_front_matter(SourceText(text))
    body = text[result.body.start : result.body.end]
    found = result.front_matter
    if found is None:
        return None, None, body
    return found.format, text[found.content.start : found.content.end], body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n---\nbody\n", ("yaml", "a: b\n", "body\n")),
        ("\ufeff---\na: b\n---\nbody", ("yaml", "a: b\n", "body")),
        ("\n\t ---\na: b\n---\nbody", ("yaml", "a: b\n", "body")),
        ("---\r\na: b\r\n---\r\nbody", ("yaml", "a: b\r\n", "body")),
        ("---\n---\nbody", ("yaml", "", "body")),
        ("---a: b\n---\nbody", ("yaml", "a: b\n", "body")),
        ("---\na: b\n...\nc: d\n---\nbody", ("yaml", "a: b\n...\nc: d\n", "body")),
        ("+++\na = 1\n+++\nbody", ("toml", "a = 1\n", "body")),
        ('{"a": "}"}\nbody', ("json", '{"a": "}"}', "body")),
        ('{"a": "\\"}"} body', ("json", '{"a": "\\"}"}', " body")),
        ("#+a: b\n#+c: d\nbody", ("org", "#+a: b\n#+c: d\n", "body")),
        ("body\n---\n", (None, None, "body\n---\n")),
        ("# Kop\n", (None, None, "# Kop\n")),
        ("", (None, None, "")),
    ],
)
def test_a_block_is_split_off_as_hugo_does(text: str, expected: tuple[str | None, str | None, str]) -> None:
    assert parts(text) == expected
    assert parse_front_matter(SourceText(text)).problems == ()


@pytest.mark.parametrize(
    ("text", "kind", "marked", "body"),
    [
        ("---\na: b\n\nbody", ProblemKind.UNCLOSED, "a", "body"),
        ("---", ProblemKind.UNCLOSED, "---", ""),
        ("---\na: b\n  ---\nbody", ProblemKind.INDENTED_CLOSING, "  ---", "\nbody"),
        ("- item\n", ProblemKind.BODY_TAKEN, "-", "- item\n"),
        ("+1\n", ProblemKind.BODY_TAKEN, "+", "+1\n"),
        ("{a} b\n{", ProblemKind.SYNTAX, "a", " b\n{"),
        ("{a b\n", ProblemKind.BODY_TAKEN, "{", "{a b\n"),
        ('{"a": 1\n', ProblemKind.UNCLOSED, "{", '{"a": 1\n'),
        ("\u00a0---\na: b\n---\nbody", ProblemKind.NOT_SEEN, "\u00a0", "\u00a0---\na: b\n---\nbody"),
        ("\ufeff\ufeff---\na: b\n---\n", ProblemKind.NOT_SEEN, "\ufeff", "\ufeff---\na: b\n---\n"),
        ("<!-- x -->\n\n---\na: b\n---\n", ProblemKind.NOT_SEEN, "<!-- x -->", "<!-- x -->\n\n---\na: b\n---\n"),
        ("----\na: b\n----\n", ProblemKind.AFTER_OPENING, "-", "-\n"),
        ("---\na: b\n--- x\nbody", ProblemKind.AFTER_CLOSING, " x", " x\nbody"),
        ("---\na: |\n  b\n---\n  c\n---\nbody", ProblemKind.CLOSED_INSIDE, "---", "  c\n---\nbody"),
    ],
)
def test_a_broken_block_is_told_at_its_place_and_the_body_is_kept(
    text: str, kind: ProblemKind, marked: str, body: str
) -> None:
    result = parse_front_matter(SourceText(text))
    problem = result.problems[0]
    assert (problem.kind, text[problem.span.start : problem.span.end]) == (kind, marked)
    assert text[result.body.start : result.body.end] == body


@pytest.mark.parametrize(
    "text",
    [
        "Tekst\n\n---\n\nNog tekst\n\n---\n",
        "Een\ntwee\ndrie\nvier\n---\na: b\n---\n",
        "a: b\n---\nc\n",
        "Kop\n---\ntekst: zo\n",
    ],
)
def test_a_rule_or_heading_in_a_text_is_no_front_matter(text: str) -> None:
    assert parse_front_matter(SourceText(text)).problems == ()


@given(st.text(alphabet="-+{}#\"' :\n\r\tab[]\ufeff\u00a0\\|>&*!%,", max_size=80))
def test_any_text_is_split_into_places_inside_it(text: str) -> None:
    result = parse_front_matter(SourceText(text))
    assert 0 <= result.body.start <= result.body.end == len(text)
    for problem in result.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    if result.front_matter is not None:
        assert result.front_matter.span.end <= result.body.start


def test_front_matter_in_a_code_block_is_an_example() -> None:
    assert parse_front_matter(SourceText("```yaml\n---\ntitle: a\n---\n```\n")).problems == ()
