"""What the rules for front matter do beyond their examples."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from contentlint.config import ChosenRule, load_settings
from contentlint.document import Document
from contentlint.engine.linter import lint
from contentlint.engine.runner import Checker
from contentlint.rules.base import Severity, Violation
from contentlint.rules.front_matter.schema.schema import Schema
from contentlint.rules.registry import builtin
from contentlint.site import Site
from contentlint.text import SourceText, apply_edits

DEFAULT = [
    rule for rule in builtin() if rule.info.code.startswith("FM") and rule.info.default and rule.info.code != "FM014"
]


def check(
    text: str,
    folder: Path,
    *,
    path: str = "content/posts/stuk/index.nl.md",
    site: Mapping[str, str] | None = None,
    schemas: tuple[Schema, ...] = (),
) -> list[Violation]:
    """Return what the rules of this family say of a page."""
    for name, content in (site or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    found = Site.load(folder) if site else Site.none(folder)
    page = found.page(path)
    page = page.with_settings(language=page.language, schemas=schemas)
    document = Document(SourceText(text), path)
    rules = [ChosenRule(rule) for rule in DEFAULT]
    return list(lint(document, page, rules, builtin()))


def places(text: str, violations: list[Violation]) -> list[tuple[str, int, int]]:
    source = SourceText(text)
    return [(violation.rule.code, *source.position(violation.span.start)) for violation in violations]


POST = """\
---
title: "Werk en AI (het kan anders)"
description: "Bazen willen er winst mee maken. Samen kun je er iets aan doen: dit helpt."
showSummary: true
author:
date: 2025-11-20T07:00:00+02:00
lastmod: "2025-11-20"
tags: ["AI", "werk"]
feature: feature.jpg
featureAlt: "Schotsen in zee."
---

Tekst.
"""


def test_a_post_with_an_empty_author_and_summer_time_in_november(tmp_path: Path) -> None:
    site = {"hugo.toml": 'theme = "congo"\ntimeZone = "Europe/Amsterdam"\ndefaultContentLanguage = "nl"\n'}
    found = check(POST, tmp_path, site=site)
    assert places(POST, found) == [("FM006", 5, 1), ("FM009", 6, 26)]
    assert [violation.severity for violation in found] == [Severity.WARNING, Severity.INFO]
    (edit,) = found[1].fix.edits if found[1].fix else ()
    assert apply_edits(POST, [edit]) == POST.replace("+02:00", "+01:00")
    assert "06:00" in found[1].message.render("nl")


@pytest.mark.parametrize(
    ("zone", "date", "right"),
    [
        ("Europe/Amsterdam", "2025-03-30T01:59:00+01:00", None),
        ("Europe/Amsterdam", "2025-03-30T03:00:00+01:00", "+02:00"),
        ("Europe/Amsterdam", "2025-07-01T07:00:00-05:00", "+02:00"),
        ("Europe/Amsterdam", "2025-07-01T07:00:00+00:00", None),
        ("America/Paramaribo", "2025-07-01T07:00:00-0400", "-0300"),
        ("Asia/Kolkata", "2025-07-01 07:00:00 +0200", "+0530"),
        ("Nergens/Niets", "2025-07-01T07:00:00+01:00", None),
    ],
)
def test_the_offset_is_that_of_the_sites_time_zone_on_that_day(
    zone: str, date: str, right: str | None, tmp_path: Path
) -> None:
    text = f"---\ntitle: Stuk\ndate: {date}\n---\n\nTekst.\n"
    found = [
        violation
        for violation in check(text, tmp_path, site={"hugo.toml": f'timeZone = "{zone}"\n'})
        if violation.rule.code == "FM009"
    ]
    assert [edit.replacement for violation in found if violation.fix for edit in violation.fix.edits] == (
        [right] if right else []
    )


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("20-11-2025", "2025-11-20"),
        ("11/20/2025", "2025-11-20"),
        ("05-06-2025", None),
        ("20 nov. 2025", "2025-11-20"),
        ("November 20, 2025", "2025-11-20"),
        ("1 mrt 2025", "2025-03-01"),
        ("2025-1-5", "2025-01-05"),
        ("2025/11/20", "2025-11-20"),
        ("2025-11-20T07:00", "2025-11-20T07:00:00"),
        ("2025-11-20 7:05 +0100", "2025-11-20T07:05:00+01:00"),
        ("2025-11-20t07:00:00z", "2025-11-20T07:00:00Z"),
        ("2025-11", None),
        ("202511", None),
        ("2025-11 20", None),
        ("20 brumaire 2025", None),
        ("20251120", "2025-11-20"),
        ("19991231", "1999-12-31"),
        ("2025", None),
    ],
)
def test_the_date_that_was_meant_is_offered_where_it_is_clear(given: str, meant: str | None, tmp_path: Path) -> None:
    text = f"---\ntitle: Stuk\ndate: {given}\n---\n"
    (found,) = [violation for violation in check(text, tmp_path) if violation.rule.code == "FM007"]
    assert found.suggestions == ((meant,) if meant else ())
    assert text[found.span.start : found.span.end] == given


@pytest.mark.parametrize(
    "key",
    [
        "tag",
        "authors",
        "image",
        "data",
        "serie",
        "category",
        "subtitle",
        "name",
        "site",
        "types",
        "urls",
        "slugs",
        "bron",
        "layouts",
    ],
)
def test_a_key_of_its_own_is_no_misspelling(key: str, tmp_path: Path) -> None:
    assert check(f"---\ntitle: Stuk\n{key}: x\n---\n", tmp_path) == []


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("desciption", "description"), ("tittle", "title"), ("publish_date", "publishDate"), ("expiry-date", "expiryDate"),
        ("wieght", "weight"), ("Keyword", None), ("link_title", "linkTitle"), ("alises", "aliases"), ("summry", "summary"),
    ],
)  # fmt: skip
def test_a_misspelt_key_gets_the_name_that_was_meant(key: str, meant: str | None, tmp_path: Path) -> None:
    found = [
        violation
        for violation in check(f"---\nname: Stuk\n{key}: x\n---\n\n# Kop\n", tmp_path)
        if violation.rule.code == "FM005"
    ]
    assert [violation.suggestions for violation in found] == ([(meant,)] if meant else [])


@pytest.mark.parametrize(
    "date", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", "-62135596801", "253402300800"]
)
def test_dates_at_the_ends_of_time_stop_no_rule(date: str, tmp_path: Path) -> None:
    text = f"---\ntitle: Stuk\ndate: {date}\nlastmod: {date}\nexpiryDate: {date}\n---\n"
    codes = {
        violation.rule.code for violation in check(text, tmp_path, site={"hugo.toml": 'timeZone = "Europe/Amsterdam"'})
    }
    assert codes <= {"FM007"}


def test_a_broken_block_still_has_its_keys(tmp_path: Path) -> None:
    text = "---\ntitle: Wonen: zo\ndraft: yes\n---\n\nTekst.\n"
    assert places(text, check(text, tmp_path)) == [("FM001", 2, 13), ("FM011", 3, 8)]


def test_a_page_is_checked_against_the_schemas_of_the_site(tmp_path: Path) -> None:
    short = Schema.from_short({"required": ["author"], "types": {"tags": "list of strings"}})
    full = Schema.from_json_schema({"properties": {"vibe": {"enum": ["goed", "slecht"]}}})
    text = "---\ntitle: Stuk\ntags: huis\nvibe: goet\n---\n"
    found = check(text, tmp_path, schemas=(short, full))
    assert places(text, found) == [("FM003", 1, 1), ("FM004", 3, 7), ("FM004", 4, 7)]
    assert found[2].suggestions == ("goed",)


def test_a_key_is_reported_for_one_reason_at_a_time(tmp_path: Path) -> None:
    schema = Schema.from_short({"types": {"title": "string"}})
    text = "---\ntitle: {a: b}\n---\n"
    assert places(text, check(text, tmp_path, schemas=(schema,))) == [("FM004", 2, 8)]


def test_an_empty_key_that_the_site_asks_for_is_missing_not_empty(tmp_path: Path) -> None:
    schema = Schema.from_short({"required": ["author"]})
    text = "---\ntitle: Stuk\nauthor:\n---\n"
    assert places(text, check(text, tmp_path, schemas=(schema,))) == [("FM003", 3, 1)]


def test_settings_choose_the_schema_by_section(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("", "utf-8")
    (tmp_path / "contentlint.toml").write_text(
        'select = ["FM003", "FM004"]\n[[front-matter]]\nsection = "posts"\nrequired = ["author"]\n'
        '[front-matter.types]\nweight = { type = "integer", maximum = 5 }\n',
        "utf-8",
    )
    checker = Checker(load_settings(tmp_path, builtin()))
    text = "---\ntitle: Stuk\nweight: 9\n---\n"
    for section, codes in (("posts", ["FM003", "FM004"]), ("over", [])):
        path = tmp_path / "content" / section / "stuk.md"
        path.parent.mkdir(parents=True)
        result = checker.check_source(SourceText(text), path)
        assert [violation.rule.code for violation in result.violations] == codes


def test_hidden_folders_of_parts_need_no_title(tmp_path: Path) -> None:
    text = "---\nnaam: x\n---\n\nEen stukje.\n"
    assert check(text, tmp_path, path="content/_delen/stuk.md", site={"hugo.toml": ""}) == []
    found = check(text, tmp_path, path="content/delen/stuk.md", site={"hugo.toml": ""})
    assert places(text, found) == [("FM003", 1, 1)]


@pytest.mark.parametrize("text", ["---\ntitle: Wonen: zo\n---\n", "---\ntitle: A\ntitle: B\n---\n", "---\ntitle: A\n"])
def test_where_no_hugo_builds_the_site_it_is_not_named(text: str, tmp_path: Path) -> None:
    for language in ("en", "nl"):
        (elsewhere,) = check(text, tmp_path)
        (hugo,) = check(text, tmp_path, site={"hugo.toml": ""})
        assert (elsewhere.rule.code, hugo.rule.code) == ("FM001", "FM001")
        assert "Hugo" not in elsewhere.message.render(language)
        assert "Hugo" in hugo.message.render(language)
        (tmp_path / "hugo.toml").unlink()
