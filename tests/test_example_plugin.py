"""The example of a plug-in package: installed as anybody installs it, its rules are rules like any other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "contentlint-example"
PAGE = "---\ntitle: One\ntags: [snow]\n---\n\nSee [the old site](http://old.example.org/a).\n"
SETTINGS = """\
plugins = ["example"]
select = ["EX", "CL"]

[rules.link-old-address]
moved = ["http://old.example.org/ https://www.example.org/"]
"""

Call = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.installs


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the plug-in is installed."""
    folder = tmp_path_factory.mktemp("packages")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(EXAMPLE)]
    subprocess.run(command, check=True, timeout=300)
    return folder


@pytest.fixture
def call(packages: Path, tmp_path: Path) -> Call:
    """Call the program in a site that names the plug-in."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "contentlint.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "one.md").write_text(PAGE, "utf-8")

    def call_program(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "contentlint", *arguments],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(packages), "LANG": "C.UTF-8"},
            capture_output=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip

    return call_program


def test_its_rules_are_checked_listed_explained_and_mend(call: Call, tmp_path: Path) -> None:
    found = json.loads(call("check", "--output-format", "json").stdout)["violations"]
    assert [(one["rule"], one["line"], one["column"]) for one in found] == [
        ("link-old-address", 6, 20),
        ("tag-used-once", 3, 7),
    ]
    assert "EX001  link-old-address" in call("rules").stdout
    assert "One day the old address stops answering" in call("rule", "EX001").stdout
    call("check", "--fix", "--unsafe-fixes")
    assert "(https://www.example.org/a)" in (tmp_path / "content" / "one.md").read_text("utf-8")


def test_without_plugins_its_rules_are_not_there(call: Call) -> None:
    result = call("check", "--no-plugins", "--output-format", "concise")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_name_in_the_settings_is_that_of_the_entry_point(call: Call, tmp_path: Path) -> None:
    (tmp_path / "contentlint.toml").write_text('plugins = ["exmple"]\n', "utf-8")
    result = call("check", "--output-format", "concise")
    assert "contentlint.toml:1:12: error CL006 rule-file-invalid The plug-in ‘exmple’ is not installed" in result.stdout


def test_a_rule_that_fails_names_the_plugin_and_its_version(call: Call, packages: Path) -> None:
    file = packages / "contentlint_example" / "old_address.py"
    good = file.read_text("utf-8")
    file.write_text(good.replace('line.partition(" ")', "1 / 0"), "utf-8")
    try:
        result = call("check", "--output-format", "concise")
    finally:
        file.write_text(good, "utf-8")
    assert result.returncode == 2
    assert "The rule ‘link-old-address’ of example 1.0.0 stopped with an error (ZeroDivisionError" in result.stdout


def test_a_plugin_that_fails_at_import_is_told_in_the_settings(call: Call, packages: Path) -> None:
    file = packages / "contentlint_example" / "__init__.py"
    good = file.read_text("utf-8")
    file.write_text("import no_such_module\n", "utf-8")
    try:
        result = call("check", "--output-format", "concise")
    finally:
        file.write_text(good, "utf-8")
    assert result.returncode == 1
    assert result.stdout.startswith("contentlint.toml:1:12: error CL006 rule-file-invalid These rules cannot be used")
    assert "no_such_module" in result.stdout


def test_its_own_tests_hold(packages: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "tests"]
    result = subprocess.run(
        command, cwd=EXAMPLE, env={**os.environ, "PYTHONPATH": str(packages)},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stdout
    assert "2 passed" in result.stdout
