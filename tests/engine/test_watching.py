"""What is checked again when something changes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from contentlint.config import CommandLine, ConfigError, Layer, Settings, load_settings
from contentlint.engine.discovery import discover
from contentlint.engine.results import FileResult
from contentlint.engine.run import check_paths
from contentlint.engine.watching import Change, Watched, concerns_pages
from contentlint.rules.registry import builtin

PAGE = "---\ntitle: {title}\n---\n\n## Kop\n\nTekst.\n"


class Checks:
    """Files that are checked, and how often all of them were."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.rounds: list[int] = []
        self.watched = Watched(self._load, self._find, self._check)

    def _load(self) -> Settings:
        layer = Layer(select=("space-double", "title-duplicate", "link-fragment-missing"))
        return load_settings(self.site, builtin(), command_line=CommandLine(layer))

    def _find(self, settings: Settings) -> Sequence[Path]:
        return discover([self.site / "content"], settings.is_excluded).files

    def _check(self, files: Sequence[Path], settings: Settings) -> Iterable[FileResult]:
        self.rounds.append(len(files))
        return check_paths(files, settings)

    def edit(self, name: str, old: str, new: str) -> list[str]:
        path = self.site / "content" / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        return self.after(path)

    def after(self, path: Path, *, is_edit: bool = True) -> list[str]:
        return rules_in(self.watched.after([Change(path, is_edit)]))


def rules_in(results: Iterable[FileResult]) -> list[str]:
    return sorted(f"{Path(one.path).name} {found.rule.name}" for one in results for found in one.violations)


@pytest.fixture
def checks(tmp_path: Path) -> Checks:
    (tmp_path / ".git").mkdir()
    (tmp_path / "hugo.toml").write_text('defaultContentLanguage = "nl"\n', "utf-8")
    (tmp_path / "content").mkdir()
    for title in ("Een", "Twee"):
        (tmp_path / "content" / f"{title.lower()}.md").write_text(PAGE.format(title=title), "utf-8")
    (tmp_path / "content" / "drie.md").write_text(PAGE.format(title="Drie") + "\n[Zie een](/een/#kop)\n", "utf-8")
    checks = Checks(tmp_path)
    assert rules_in(checks.watched.everything()) == []
    return checks


def test_an_edit_that_no_other_page_sees_is_checked_alone(checks: Checks) -> None:
    assert checks.edit("een.md", "Tekst.", "Te  veel.") == ["een.md space-double"]
    assert checks.edit("een.md", "Te  veel.", "Goed.") == []
    assert checks.rounds == [3]


def test_another_heading_is_seen_by_the_pages_that_link_to_it(checks: Checks) -> None:
    assert checks.edit("een.md", "## Kop", "## Anders") == ["drie.md link-fragment-missing"]
    assert checks.edit("een.md", "## Anders", "## Kop") == []
    assert checks.rounds == [3, 3, 3]


def test_another_title_is_held_against_all_titles(checks: Checks) -> None:
    assert len(checks.edit("een.md", "title: Een", "title: Twee")) == 1
    assert checks.rounds == [3, 3]


def test_what_was_found_about_the_site_stays_when_a_page_is_checked_alone(checks: Checks) -> None:
    (about_site,) = checks.edit("een.md", "title: Een", "title: Twee")
    assert about_site in checks.edit("drie.md", "Tekst.", "Te  veel.")
    assert checks.rounds == [3, 3]


def test_pages_that_come_and_go_are_followed(checks: Checks) -> None:
    new = checks.site / "content" / "vier.md"
    new.write_text("Te  veel.\n", "utf-8")
    assert checks.after(new, is_edit=False) == ["vier.md space-double"]
    new.unlink()
    assert checks.after(new, is_edit=False) == []
    assert checks.after(new) == []


def test_settings_that_break_are_told_and_lose_nothing(checks: Checks) -> None:
    settings = checks.site / "contentlint.toml"
    settings.write_text("broken", "utf-8")
    with pytest.raises(ConfigError):
        checks.after(settings)
    assert checks.edit("een.md", "Tekst.", "Te  veel.") == ["een.md space-double"]


@pytest.mark.parametrize(
    ("name", "concerns"),
    [
        ("content/a.md", True), ("content/a/kat.png", True), ("layouts/x.html", True), ("contentlint.toml", True),
        (".contentlint.toml", True), (".config/contentlint.toml", True), ("content/resources/a.md", True),
        ("resources/_gen/a.json", False), ("public/index.html", False), (".git/index", False), ("content/.a.md.swp", False),
        ("content/a.md~", False), ("content/4913", False), ("node_modules/a/README.md", False),
        (".contentlint_cache/x", False), ("content/.a.md.x1y2.tmp", False),
    ],
)  # fmt: skip
def test_only_what_may_matter_is_looked_at(tmp_path: Path, name: str, concerns: bool) -> None:  # noqa: FBT001 - a column of the table
    assert concerns_pages(tmp_path / name, tmp_path) is concerns
