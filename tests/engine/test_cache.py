from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from contentlint.config import Settings, load_settings
from contentlint.engine import cache as cache_module
from contentlint.engine import cache_file
from contentlint.engine.cache import Cache
from contentlint.engine.cache_folder import VARIABLE, cache_folder
from contentlint.engine.discovery import discover
from contentlint.engine.results import FileResult
from contentlint.engine.run import Means, check_paths
from contentlint.engine.runner import Checker
from contentlint.engine.site_linter import SiteFinding, SiteLinter
from contentlint.rules.registry import builtin
from contentlint.site import watching

FILES = {
    "hugo.toml": 'baseURL = "https://example.org/"\ndefaultContentLanguage = "nl"\n',
    "contentlint.toml": 'extend-select = ["ALL"]\n',
    "layouts/_shortcodes/doos.html": "<div>{{ .Get `titel` }}</div>",
    "content/_index.md": "---\ntitle: Thuis\n---\n\nWelkom in de bibliotheek.\n",
    "content/een.md": "---\ntitle: Een\ndate: 2024-01-01\n---\n\n## Fietsen\n\n[Zie twee](twee.md#boeken) en [weg](weg.md).\n\n"
    '{{< doos titel="A" >}} {{< kist >}}\n',
    "content/twee.md": "---\ntitle: Twee\ndate: 2024-01-02\n---\n\n## Boeken\n\n![Een fiets](/foto.png) [x](/adres/)\n",
    "content/bundel/index.md": "---\ntitle: Bundel\ndate: 2024-01-03\n---\n\n![Een boot](boot.png)\n\n### Te diep\n",
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000050001"
    "0d0a2db40000000049454e44ae426082"
)


@pytest.fixture(autouse=True)
def _same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody who edits the program while the tests run make the cache out of date."""
    monkeypatch.setattr(cache_module, "program", lambda: "program")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    root = tmp_path / "site"
    make(root)
    return root


def make(root: Path) -> None:
    for name, text in FILES.items():
        write(root / name, text.encode())
    write(root / "content/bundel/boot.png", PNG)
    write(root / "static/foto.png", PNG)


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def plain(results: list[FileResult]) -> list[tuple[object, ...]]:
    return [
        (result.path, one.rule.name, one.severity, one.span, one.message.render("nl"), one.suggestions)
        for result in results
        for one in result.violations
    ]


def settings_of(root: Path) -> Settings:
    return load_settings(root, builtin())


def fresh(root: Path) -> list[tuple[object, ...]]:
    settings = settings_of(root)
    return plain([*check_paths(discover([root], settings.is_excluded).files, settings)])


def cached(root: Path) -> list[tuple[object, ...]]:
    settings = settings_of(root)
    cache = Cache(settings)
    try:
        return plain([*check_paths(discover([root], settings.is_excluded).files, settings, means=Means(cache))])
    finally:
        cache.close()


def checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that a run with the cache checks anew."""
    seen: list[str] = []
    examine = Checker.examine

    def note(self: Checker, source: object, path: Path, **more: object) -> object:
        seen.append(path.relative_to(root / "content").as_posix())
        return examine(self, source, path, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Checker, "examine", note)
        cached(root)
    return sorted(seen)


ALL = ["_index.md", "bundel/index.md", "een.md", "twee.md"]


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / name).read_text()
        assert old in text
        (root / name).write_text(text.replace(old, new))

    return change


def age(root: Path) -> None:
    """Make all files older than the clock of the file system is coarse."""
    for path in [*root.rglob("*"), root]:
        os.utime(path, (time.time() - 1000, time.time() - 1000))


def test_nothing_is_checked_again_when_nothing_changed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = fresh(site)
    assert {rule for _, rule, *_ in first} >= {"link-target-missing", "shortcode-unknown"}
    assert checked(site, monkeypatch) == ALL
    assert checked(site, monkeypatch) == []
    assert cached(site) == first


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (replace("content/een.md", "Fietsen", "Lopen"), ["een.md"]),
        (replace("content/twee.md", "## Boeken", "## Kranten"), ["een.md", "twee.md"]),
        (lambda root: (root / "content/bundel/boot.png").write_bytes(b"GIF89a"), ["bundel/index.md"]),
        (lambda root: (root / "content/bundel/boot.png").unlink(), ALL),
        (lambda root: write(root / "content/weg.md", b"# Weg\n"), [*ALL, "weg.md"]),
        (replace("layouts/_shortcodes/doos.html", "titel", "kop"), ALL),
        (lambda root: write(root / "layouts/_shortcodes/kist.html", b""), ALL),
        (replace("hugo.toml", '"nl"', '"en"'), ALL),
        (replace("contentlint.toml", '["ALL"]', '["TY"]'), ALL),
        (replace("content/_index.md", "title: Thuis", "title: Thuis\nslug: adres"), None),
    ],
    ids=[
        "page",
        "linked-page",
        "picture",
        "no-picture",
        "new-page",
        "template",
        "new-template",
        "site",
        "settings",
        "slug",
    ],
)
def test_what_rests_on_something_that_changed_is_checked_again(
    site: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], again: list[str] | None
) -> None:
    cached(site)
    change(site)
    if again is not None:
        assert checked(site, monkeypatch) == again
    assert cached(site) == fresh(site)
    assert checked(site, monkeypatch) == []


EDITS: list[Callable[[Path], object]] = [
    lambda root: write(root / "content/weg.md", b"---\ntitle: Een\n---\n\n# Weg\n"),
    lambda root: (root / "content/weg.md").unlink(missing_ok=True),
    lambda root: write(root / "content/twee.md", b"---\ntitle: Twee\nslug: adres\n---\n\n## Boeken\n\n[x](/adres/)\n"),
    lambda root: write(root / "content/twee.md", b"Zonder kop. [y](/adres/) [z](een.md#fietsen)\n"),
    lambda root: write(root / "content/een.md", b"## Fietsen\n\n[a](twee.md#boeken) {{< doos >}}\n"),
    lambda root: write(root / "content/een.md", b"## Varen\n\n[a](weg.md) {{< doos >}}{{< /doos >}} [b](/adres/)\n"),
    lambda root: write(root / "layouts/_shortcodes/doos.html", b"<p>{{ .Inner }}</p>"),
    lambda root: write(root / "layouts/_shortcodes/doos.html", b"<p></p>"),
    lambda root: (root / "static/foto.png").unlink(missing_ok=True),
    lambda root: write(root / "static/foto.png", PNG),
    lambda root: write(root / "content/bundel/boot.png", b""),
    lambda root: write(root / "content/bundel/boot.png", PNG),
    lambda root: write(root / "static/_redirects", b"/adres/ /een/\n"),
    lambda root: (root / "static/_redirects").unlink(missing_ok=True),
    age,
]


@given(st.lists(st.lists(st.sampled_from(range(len(EDITS))), min_size=1, max_size=3), min_size=1, max_size=3))
@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_cache_never_changes_what_is_found(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, steps: list[list[int]]
) -> None:
    root = tmp_path_factory.mktemp("walk")
    monkeypatch.setenv(VARIABLE, str(root / "cache"))
    make(root / "site")
    cached(root / "site")
    for step in steps:
        for number in step:
            EDITS[number](root / "site")
        assert cached(root / "site") == fresh(root / "site")


def test_a_run_over_one_page_keeps_what_it_finds(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(site)
    cache = Cache(settings)
    list(check_paths([site / "content/een.md"], settings, means=Means(cache)))
    cache.close()
    assert checked(site, monkeypatch) == ["_index.md", "bundel/index.md", "twee.md"]


def file_of_cache() -> Path:
    (file,) = cache_folder().glob("*.sqlite")
    return file


@pytest.mark.parametrize("damage", ["empty", "nonsense", "rows", "cut"])
def test_a_broken_cache_is_thrown_away(site: Path, damage: str) -> None:
    cached(site)
    file = file_of_cache()
    if damage == "rows":
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE pages SET data = CAST('[1, {}' AS BLOB)")
            connection.execute("UPDATE sites SET data = CAST('[]' AS BLOB)")
        connection.close()
    else:
        data = file.read_bytes()
        file.write_bytes({"empty": b"", "nonsense": b"nonsense" * 1000, "cut": data[: len(data) // 2]}[damage])
    assert cached(site) == fresh(site)
    assert cached(site) == fresh(site)


def test_two_runs_at_a_time_keep_only_what_holds_for_both(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(site)
    settings = settings_of(site)
    cache = Cache(settings)
    slow = check_paths(discover([site], settings.is_excluded).files, settings, means=Means(cache))
    next(slow)
    write(site / "layouts/_shortcodes/kist.html", b"")
    assert cached(site) == fresh(site)
    list(slow)
    cache.close()
    assert cached(site) == fresh(site)
    assert checked(site, monkeypatch) == []


def test_a_locked_cache_is_left_alone(site: Path) -> None:
    cached(site)
    connection = sqlite3.connect(file_of_cache(), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    write(site / "content/een.md", b"### Anders\n")
    assert cached(site) == fresh(site)
    connection.close()
    assert cached(site) == fresh(site)


def test_a_folder_that_cannot_be_used_harms_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(site / "hugo.toml" / "cache"))
    assert cached(site) == fresh(site)


def test_a_cache_that_may_hold_nothing_harms_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "LIMIT", 1)
    assert cached(site) == fresh(site)
    assert checked(site, monkeypatch) == ALL


def test_another_program_finds_nothing_of_this_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached(site)
    monkeypatch.setattr(cache_module, "program", lambda: "another")
    assert checked(site, monkeypatch) == ALL


def test_what_rests_on_the_time_of_day_is_found_again_when_that_has_come(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing on disk changes, yet a page whose date lies in the future is published one day."""
    write(site / "content/later.md", b"---\ntitle: Later\ndate: 2040-01-01\n---\n\nTekst.\n")
    write(site / "content/tot.md", b"---\ntitle: Tot\ndate: 2020-01-01\nexpiryDate: 2041-01-01\n---\n\nTekst.\n")
    assert any(rule == "page-not-published" for _, rule, *_ in cached(site))
    assert checked(site, monkeypatch) == []
    for moment, again in (("2040-06-01", ["later.md"]), ("2041-06-01", ["tot.md"])):
        at = datetime.fromisoformat(moment).timestamp()
        for module in ("contentlint.site.site", "contentlint.engine.cache"):
            monkeypatch.setattr(f"{module}.time", lambda at=at: at)
        assert checked(site, monkeypatch) == again
        assert cached(site) == fresh(site)


def test_what_rules_about_the_site_find_is_kept_until_a_page_says_something_else(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = 0
    run = SiteLinter.run

    def note(self: SiteLinter) -> Iterator[SiteFinding]:
        nonlocal runs
        runs += 1
        return run(self)

    monkeypatch.setattr(SiteLinter, "run", note)
    write(site / "content/drie.md", b"---\ntitle: Twee\n---\n\nTekst.\n")
    found = cached(site)
    assert any(rule == "title-duplicate" for _, rule, *_ in found)
    assert cached(site) == found
    assert runs == 1
    write(site / "content/drie.md", b"---\ntitle: Drie\n---\n\nTekst.\n")
    assert cached(site) == fresh(site)
    assert runs == 3


def test_stamps_that_changed_alone_are_noted_so_that_nothing_is_read_the_next_time(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    age(site)
    cached(site)
    for path in site.rglob("*"):
        os.utime(path, (time.time() - 500, time.time() - 500))
    monkeypatch.setattr(watching, "_SETTLED", 0)
    assert cached(site) == fresh(site)
    read: list[object] = []
    monkeypatch.setattr("contentlint.site.files._read", lambda place, *_: read.append(place))
    assert checked(site, monkeypatch) == []
    assert read == [str(site / "hugo.toml")]  # whose own mistakes are told in each run


def test_texts_in_which_nothing_was_found_are_not_read_when_nobody_wants_them(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_SETTLED", 0)
    write(site / "content/goed.md", b"---\ntitle: Goed\ndate: 2024-01-01\n---\n\nDit is een zin.\n")
    settings = load_settings(site, builtin(), isolated=True)

    def run(*, wants_texts: bool) -> dict[str, tuple[int, bool]]:
        cache = Cache(settings)
        results = [
            *check_paths(
                discover([site], settings.is_excluded).files, settings, means=Means(cache, wants_texts=wants_texts)
            )
        ]
        cache.close()
        return {Path(one.path).name: (len(one.violations), bool(one.source.text)) for one in results}

    first = run(wants_texts=False)
    assert first["goed.md"] == (0, True)
    assert run(wants_texts=True) == first
    again = run(wants_texts=False)
    assert again["goed.md"] == (0, False)
    assert {name: count for name, (count, _) in again.items()} == {name: count for name, (count, _) in first.items()}
    assert all(has_text for count, has_text in again.values() if count)
