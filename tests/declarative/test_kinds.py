"""Each kind of declared rule reports what it says, in the parts of a page that it names."""

from __future__ import annotations

from pathlib import Path

import pytest

from contentlint.config import ChosenRule
from contentlint.config.plugins.rule_files import Told, read_rule_file
from contentlint.document import Document, Surroundings
from contentlint.engine.linter import lint
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry
from contentlint.site import Site
from contentlint.text import SourceText

PAGE = """\
---
title: An odd title
photo:
  featureAlt: Odd photo
tags: [odd, even]
---

## Odd heading

An odd paragraph with [odd link](https://odd.example) and ![odd alt](a.png). Another one is not.

- odd item

| odd head |
| --- |
| odd cell |

{{< figure src="odd.png" alt="odd figure" caption="odd caption" >}}

<img src="a.png" alt="odd image">

`odd code`
"""


def spans(declaration: str, page: str = PAGE, language: str = "en") -> list[str]:
    """Return the texts that a rule reports, each with what follows on its line, up to twelve characters."""
    lines = "".join(f"    {line}\n" for line in declaration.splitlines())
    head = "rules:\n  - name: house-word\n    code: HR001\n    summary: Odd\n"
    said = "" if "message:" in declaration else "    message: Odd.\n"
    told: list[Told] = []
    declared = read_rule_file(SourceText(head + said + lines), "house.yaml", told)
    assert not told
    rule = RuleEntry.of(declared[0].rule)
    document = Document(SourceText(page), "content/a.md", Surroundings(language=language))
    site_page = Site.none(Path("/nowhere")).page("content/a.md")
    found = lint(document, site_page, [ChosenRule(rule)], Registry([rule]))
    return [page[one.span.start : one.span.end + 12].partition("\n")[0] for one in found]


ODD = "kind: existence\nwords: [odd]\n"


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("prose", 10),
        ("heading", 1),
        ("paragraph", 2),
        ("item", 1),
        ("cell", 2),
        ("link-text", 1),
        ("alt-text", 4),
        ("front-matter:title", 1),
        ("front-matter:tags", 1),
        ("front-matter:photo.featureAlt", 1),
        ("front-matter:missing.key", 0),
        ("shortcode:figure.caption", 1),
        ("shortcode:figure.src", 0),
        ("shortcode:other.caption", 0),
        ("[heading, prose]", 10),
    ],
)
def test_a_scope_is_a_part_of_the_page(scope: str, expected: int) -> None:
    assert len(spans(f"{ODD}scope: {scope}")) == expected


def test_exceptions_are_left_alone() -> None:
    assert spans(f"{ODD}scope: prose\nexcept: [odd paragraph, 'odd {{item,cell}}', AN ODD TITLE]") == [
        one for one in spans(ODD) if not one.lower().startswith(("odd paragraph", "odd item", "odd cell", "odd title"))
    ]


def test_a_rule_for_a_language_looks_in_texts_of_that_language() -> None:
    assert spans(f"{ODD}languages: nl") == []
    page = 'An odd day. <span lang="nl">Een odd dag.</span>\n'
    assert spans(f"{ODD}languages: en", page) == ["odd day. <span "]
    assert len(spans(ODD, page)) == 2


def test_capitals_count_when_asked() -> None:
    assert len(spans(f"{ODD}scope: prose\ncase: exact")) == 9


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("scope: sentence\nwords: [ant]\nmax: 1", ["ant", "ant"]),
        ("scope: paragraph\nwords: [ant]\nmax: 3", ["ant"]),
        ("scope: paragraph\npatterns: ['[a-z]nt']\nmax: 4", ["ant"]),
        ("scope: sentence\ncount: words\nmax: 3", ["ant.", "four."]),
        ("scope: sentence\nwords: [bee]\nmin: 1", ["Heading", "No one else, four."]),
        ("scope: heading\ncount: characters\nmax: 3", ["ding"]),
        ("scope: heading\ncount: characters\nmax: 7", []),
    ],
)
def test_what_is_counted_has_limits(declaration: str, expected: list[str]) -> None:
    page = "## Heading\n\nAnt bee ant ant. Bee ant ant. No one else, four.\n"
    found = spans(f"kind: occurrence\n{declaration}", page)
    assert len(found) == len(expected)
    assert all(one.startswith(text.rstrip(".")) for one, text in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("declaration", "expected"),
    [
        ("key: title\nrequired: true", []),
        ("key: author\nrequired: true", ["---"]),
        ("key: photo.credit\nrequired: true", ["---"]),
        ("key: photo.credit\nif-key: missing\nrequired: true", []),
        ("key: tags\nforbidden: true", ["tags: [odd, even"]),
        ("key: tags\nchoices: [odd]", ["even]"]),
        ("key: title\npattern: '[a-z ]+'", ["An odd title"]),
        ("key: title\npattern: 'An .*'", []),
        ("key: title\nmax: 5", ["An odd title"]),
        ("key: title\nmin: 50", ["An odd title"]),
        ("key: tags\nmin: 4", ["odd, even]"]),
    ],
)
def test_a_key_of_the_front_matter_has_demands(declaration: str, expected: list[str]) -> None:
    assert spans(f"kind: front-matter\n{declaration}") == expected


def test_a_page_without_front_matter_has_no_keys_to_look_at() -> None:
    assert spans("kind: front-matter\nkey: author\nrequired: true", "Text.\n") == []


def test_replacements_keep_markup() -> None:
    declaration = "kind: substitution\nswap: {very odd: strange}\nfix: unsafe"
    assert spans(declaration, "A very odd day, a very **odd** day.\n") == ["very odd day, a very", "very **odd** day."]


def test_expressions_replace_with_their_parts() -> None:
    declaration = "kind: substitution\nswap-patterns: {'(\\d+):(\\d+)': '\\1.\\2'}\nmessage: '{found} {instead}'"
    assert spans(declaration, "At 9:30 and 10:15.\n") == ["9:30 and 10:15.", "10:15."]


def test_names_of_the_site_keep_their_capitals() -> None:
    page = "---\ncontentlint: {words: [Reader]}\n---\n\n## The Reader and the Book in Amsterdam\n"
    assert spans("kind: casing\nstyle: sentence\nscope: heading", page) == ["Book in Amsterda"]
