"""What is asked about a text that is half typed is answered, wherever the cursor stands."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from contentlint.lsp.completion import completions
from contentlint.lsp.hover import hover
from contentlint.lsp.outline import folds, outline
from contentlint.lsp.places import Places
from contentlint.lsp.project import Project
from contentlint.lsp.under_cursor import under_cursor
from contentlint.outputs.results import View
from contentlint.text import SourceText, Units

TEXT = """---
title: Boeken
soort: [nieuws, "a]
params:
  open: tr
---

## Kop één

> ### Kop {{< kader soort="x" kop=`y` >}} in een citaat
> {{% /kader

![Een kat 😀](kat.jpg "titel") en [hier](/over/#deel) of [daar]({{< ref "over" >}}).

- # Kop in een lijst
  {{< kader "los" / >}}

Setext
======

<img src="x.png" alt="y"> <!-- contentlint-disable-line -->
"""
PIECES = st.sampled_from(("", "{{<", "{{%", ">}}", '"', "`", "\n", "---\n", "# ", "[", "](", "\r\n", "😀", ":", "= "))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("site")
    (root / ".git").mkdir()
    (root / "hugo.toml").write_text('defaultContentLanguage = "nl"\n')
    (root / "contentlint.toml").write_text(
        '[[front-matter]]\nrequired = ["title"]\n[front-matter.types]\nsoort = { type = "string", one-of = ["nieuws"] }\n'
    )
    (root / "layouts/_shortcodes").mkdir(parents=True)
    (root / "layouts/_shortcodes/kader.html").write_text('{{ .Get "soort" }}{{ .Inner }}')
    (root / "content").mkdir()
    (root / "content/over.md").write_text("# Over\n")
    return Project(root, lambda _: None, run_code=False)


def start(range_: types.Range) -> tuple[int, int]:
    return range_.start.line, range_.start.character


def end(range_: types.Range) -> tuple[int, int]:
    return range_.end.line, range_.end.character


def assert_nested(symbols: list[types.DocumentSymbol]) -> None:
    """Editors refuse a whole outline for one name that stands outside its part."""
    for one in symbols:
        assert one.name
        assert start(one.range) <= start(one.selection_range)
        assert end(one.selection_range) <= end(one.range)
        assert_nested(list(one.children or ()))


@settings(deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), PIECES, st.integers(0, 20))
def test_every_question_has_an_answer(project: Project, first: int, second: int, piece: str, back: int) -> None:
    head, tail = sorted((first, second))
    text = TEXT[:head] + piece + TEXT[tail:]
    source = SourceText(text)
    path: Path = project.settings.root / "content/boeken.md"
    document, page = project.read(source, path)
    places = Places(source, Units.UTF16)
    offset = max(0, head + len(piece) - back)
    for span, item in completions(document, page, offset):
        assert 0 <= span.start <= span.end == offset
        assert item.label
    found = under_cursor(document, page, offset)
    assert found is None or found.span.start <= offset <= found.span.end
    violations = project.check(source, path, lambda: False).violations
    hover((document, page), places.position(offset), places, violations, View("nl", registry=project.settings.registry))
    assert_nested(outline(document, places, "nl"))
    assert all(one.start_line < one.end_line < source.line_count for one in folds(document, places))
