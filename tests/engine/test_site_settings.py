"""Settings of the Hugo site that cannot be read are told, once, at their place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.config import CommandLine, Layer, load_settings
from contentlint.engine.run import check_paths
from contentlint.rules.base import Severity
from contentlint.rules.registry import builtin


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[str]]:
    (tmp_path / ".git").mkdir()
    pages = [tmp_path / "content" / name for name in ("a.md", "b.md")]
    (tmp_path / "content").mkdir()
    for page in pages:
        page.write_text("Text.\n", "utf-8")

    def check(hugo: bytes, name: str = "hugo.toml", **layer: object) -> list[str]:
        (tmp_path / name).write_bytes(hugo)
        command_line = CommandLine(Layer(select=("site-settings-invalid",), **layer))  # type: ignore[arg-type]
        settings = load_settings(tmp_path, builtin(), command_line=command_line)
        return [
            f"{result.path.rpartition('/')[2]}:{result.source.position(one.span.start).line} {one.severity.label} "
            + one.message.render("en")
            for result in check_paths(pages, settings)
            for one in result.violations
        ]

    return check


@pytest.mark.parametrize(
    ("hugo", "name", "expected"),
    [
        (b'title = "A"\n', "hugo.toml", []),
        (b'title = "A\n', "hugo.toml", ["hugo.toml:1 warning From here the settings of the site cannot be read ("]),
        (
            b"title: A\n  b: c\n",
            "hugo.yaml",
            ["hugo.yaml:2 warning From here the settings of the site cannot be read ("],
        ),
        (b"title = '\xff'\n", "hugo.toml", ["hugo.toml:1 warning This file with settings of the site is not UTF-8"]),
        (b"[1]", "hugo.json", ["hugo.json:1 warning Settings of a site are keys with values"]),
        (
            b'defaultContentLanguage = "fr"\n[languages.nl]\n[languages.en]\n',
            "hugo.toml",
            ["hugo.toml:1 warning The default language ‘fr’ is not one of the languages of this site."],
        ),
    ],
)
def test_a_problem_is_told_once_for_all_pages(
    check: Callable[..., list[str]], hugo: bytes, name: str, expected: list[str]
) -> None:
    found = check(hugo, name)
    assert len(found) == len(expected)
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected


def test_settings_decide_about_this_rule_too(check: Callable[..., list[str]]) -> None:
    assert check(b"[", ignore=("site-settings-invalid",)) == []
    assert " error " in check(b"[", severity={"site-settings-invalid": Severity.ERROR.label})[0]
