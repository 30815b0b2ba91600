"""From files to results: reading, the site around a file, languages, rules about the site."""

from pathlib import Path

import pytest

from contentlint.config import Layer, Settings
from contentlint.engine import runner
from contentlint.engine.results import FileResult
from contentlint.engine.run import check_paths
from contentlint.engine.runner import check_source
from contentlint.rules.registry import builtin
from contentlint.text import SourceText


def settings(root: Path, *rules: str) -> Settings:
    names = tuple(rule.info.name for key in rules for rule in builtin().select(key))
    return Settings(root, builtin(), layer=Layer(select=names or None))


def check(path: Path, *rules: str) -> FileResult:
    (result,) = check_paths([path], settings(path.parent, *rules))
    return result


def codes(result: FileResult) -> list[str]:
    return [violation.rule.code for violation in result.violations]


def test_a_file_that_is_gone_has_one_violation_that_says_so(tmp_path: Path) -> None:
    result = check(tmp_path / "gone.md")
    assert codes(result) == ["CL007"]


def test_a_folder_by_the_name_of_a_page_has_one_violation_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    assert codes(check(tmp_path / "folder.md")) == ["CL007"]


def test_a_file_too_large_for_a_page_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MAXIMUM_SIZE", 2**20)
    large = tmp_path / "large.md"
    large.write_bytes(b"# A\n" * 2**19)
    result = check(large)
    assert codes(result) == ["CL007"]
    assert "2 MB" in result.violations[0].message.render("en")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text"),
        ("\ufeff# Kop\n".encode("utf-16-le"), "UTF-16"),
        ("# Kop\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_no_text_has_one_violation(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "page.md").write_bytes(data)
    result = check(tmp_path / "page.md")
    assert codes(result) == ["CL004"]
    assert said in result.violations[0].message.render("en")


def test_bytes_that_are_not_utf8_are_reported_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes("Een één.\n".encode() + "Een één.\n".encode("latin-1"))
    result = check(tmp_path / "page.md", "CL004")
    places = [result.source.position(violation.span.start) for violation in result.violations]
    assert places == [(2, 5)]
    assert result.source[result.violations[0].span] == "\ufffd\ufffd"


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"---\ntitle: A\n---\n", b"---\n", b"\r\r\r"])
def test_nearly_nothing_is_checked_without_a_failure(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "page.md").write_bytes(data)
    assert "CL003" not in codes(check(tmp_path / "page.md", "ALL"))


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("content/post.nl.md", "Short.\n", "nl"),
        ("content/post.md", "Kort.\n", "en"),
        ("notes.md", "Dit is een tekst die zo lang is dat je wel ziet dat het geen Engels is.\n", "nl"),
        ("notes.md", "Kort.\n", ""),
    ],
)
def test_the_site_says_in_which_language_a_page_is(tmp_path: Path, name: str, text: str, language: str) -> None:
    (tmp_path / "hugo.toml").write_text(
        'defaultContentLanguage = "en"\n[languages.en]\n[languages.nl]\n', encoding="utf-8"
    )
    assert check_source(SourceText(text), tmp_path / name, settings(tmp_path)).language == language


def test_a_language_in_the_name_counts_where_the_site_has_none(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text("", encoding="utf-8")
    assert check_source(SourceText("Hoi.\n"), tmp_path / "content" / "post.nl.md", settings(tmp_path)).language == "nl"
    assert check_source(SourceText("Hoi.\n"), tmp_path / "content" / "v1.2.md", settings(tmp_path)).language == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dit is een tekst die zo lang is dat je wel ziet dat het geen Engels is.\n", "nl"),
        ("This is a text that is long enough for you to see that it was not written in Dutch.\n", "en"),
        ("Lorem ipsum dolor.\n", ""),
    ],
)
def test_without_a_site_the_text_itself_says_it(tmp_path: Path, text: str, language: str) -> None:
    assert check_source(SourceText(text), tmp_path / "post.md", settings(tmp_path)).language == language


def test_rules_about_the_site_speak_when_all_pages_were_checked(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md"):
        end = "<!-- contentlint-disable-file title-duplicate -->\n" if name == "c.md" else ""
        (tmp_path / name).write_text(f"---\ntitle: One title\n---\n\n{end}", encoding="utf-8")
    results = list(
        check_paths([tmp_path / name for name in ("a.md", "b.md", "c.md")], settings(tmp_path, "FM014", "CL001"))
    )
    assert [Path(result.path).name for result in results] == ["a.md", "b.md", "c.md", "b.md"]
    assert codes(results[-1]) == ["FM014"]
    assert not any(result.violations for result in results[:-1])


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for file in files:
        file.write_text("Text.\n", encoding="utf-8")
    told: list[tuple[int, int]] = []
    list(check_paths(files, settings(tmp_path), on_progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]
