"""What we offer for CI: the action is run as a shell runs it, the rest is judged by others' programs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
BASH = shutil.which("bash")
POST = "---\ntitle: Kop\n---\n\n## Een\n\n#### Twee\n\n::error::kwaad\n"

needs_bash = pytest.mark.skipif(BASH is None, reason="bash is not installed")


class Ran(NamedTuple):
    code: int
    log: str
    outputs: dict[str, str]


def evaluated(text: str, given: dict[str, str]) -> str:
    """Return a text of the action with its expressions replaced; an input has its default."""
    defaults = {f"inputs.{name}": declared["default"] for name, declared in ACTION["inputs"].items()}
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: (defaults | given)[match[1]], text)


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A runner's folders, with a site in the workspace, and a contentlint that is installed already."""
    site = tmp_path / "work" / "my site"
    (site / "content").mkdir(parents=True)
    (site / "hugo.toml").write_text("", "utf-8")
    (site / "content" / "slecht.md").write_text(POST, "utf-8")
    (site / "content" / "een goed.md").write_text("---\ntitle: Goed\n---\n\nTekst.\n", "utf-8")
    (tmp_path / "temp" / "contentlint").mkdir(parents=True)
    (tmp_path / "temp" / "contentlint" / "bin").symlink_to(Path(sys.executable).parent)
    return tmp_path


def run(runner: Path, step: str, more: Mapping[str, str] | None = None, **inputs: str) -> Ran:
    """Run a step as GitHub's runner does: a script for ``bash -eo pipefail``; ``more`` is put in its environment."""
    given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    given |= {"github.action_path": str(ROOT), "steps.install.outputs.programs": str(runner / "temp/contentlint/bin")}
    declared = STEPS[step]
    outputs, summary = runner / "outputs", runner / "summary"
    outputs.write_text("", "utf-8")
    environment = {name: evaluated(value, given) for name, value in declared["env"].items()}
    environment |= {
        "PATH": os.environ["PATH"],
        "HOME": str(runner),
        "LANG": "C.UTF-8",
        "CI": "true",
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_WORKSPACE": str(runner / "work"),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(summary),
        **(more or {}),
    }
    script = runner / "step.sh"
    script.write_text(declared["run"], "utf-8")
    folder = runner / "work" / evaluated(declared.get("working-directory", "."), given)
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=300,
    )  # fmt: skip
    pairs = (line.split("=", 1) for line in outputs.read_text("utf-8").splitlines())
    return Ran(done.returncode, done.stdout, dict(pairs))


@needs_bash
def test_the_action_shows_annotations_and_writes_sarif(runner: Path) -> None:
    ran = run(runner, "check", working_directory="my site", sarif="out put.sarif", args="--fail-on\nwarning")
    assert ran.code == 1
    assert ran.outputs == {"exit-code": "1", "sarif": "out put.sarif"}
    assert "file=my site/content/slecht.md," in ran.log
    assert (runner / "summary").read_text("utf-8").startswith("### contentlint")
    data = json.loads((runner / "work" / "out put.sarif").read_text("utf-8"))
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in data["runs"][0]["results"]]
    assert {place["uri"] for place in places} == {"my%20site/content/slecht.md"}


@needs_bash
def test_the_action_takes_paths_and_arguments_one_a_line(runner: Path) -> None:
    paths = "content/een goed.md\n\n$(touch evil)\n"
    ran = run(runner, "check", working_directory="my site", paths=paths, format="concise")
    assert ran.code == 2
    assert "$(touch evil)" in ran.log
    assert not list(runner.rglob("evil"))
    ran = run(runner, "check", working_directory="my site", paths="content/een goed.md\n", format="full")
    assert (ran.code, ran.outputs) == (0, {"exit-code": "0"})
    assert "1 file checked: nothing found." in ran.log


@needs_bash
def test_text_from_pages_is_no_command_to_the_runner(runner: Path) -> None:
    ran = run(runner, "check", working_directory="my site", format="full", args="--select\nALL\n--exit-zero")
    first, *between, last = [line for line in ran.log.splitlines() if line.lstrip().startswith("::")]
    token = first.removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{32}", token)
    assert last == f"::{token}::"
    assert not [line for line in between if token in line]


@needs_bash
def test_a_mistake_in_the_call_leaves_no_report(runner: Path) -> None:
    (runner / "work" / "old.sarif").write_text("of last time", "utf-8")
    ran = run(runner, "check", working_directory="my site", sarif="old.sarif", args="--select\nnonsense")
    assert (ran.code, ran.outputs) == (2, {"exit-code": "2"})
    assert not (runner / "work" / "old.sarif").exists()


@needs_bash
@pytest.mark.installs
def test_the_action_installs_itself(runner: Path) -> None:
    shutil.rmtree(runner / "temp")
    (runner / "temp").mkdir()
    cache = subprocess.run([sys.executable, "-m", "pip", "cache", "dir"], capture_output=True, text=True, check=True)
    ran = run(runner, "install", {"PIP_CACHE_DIR": cache.stdout.strip(), "PIP_NO_COMPILE": "1"})
    assert ran.code == 0, ran.log
    assert re.search(r"^contentlint \d+\.\d+", ran.log, re.MULTILINE)
    assert ran.outputs == {"programs": str(runner / "temp" / "contentlint" / "bin")}


def judged(schema: str, *files: Path) -> str:
    """Return what check-jsonschema has to say, by the schemas that come with it."""
    program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*program, *files], capture_output=True, text=True, check=False, timeout=60)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_action_is_one() -> None:
    assert judged("github-actions", ROOT / "action.yml") == ""


def _blocks() -> list[str]:
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    return re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("index", "schema"), [(0, "github-workflows"), (1, "gitlab-ci"), (2, "github-workflows")])
def test_what_the_guide_says_is_valid(tmp_path: Path, index: int, schema: str) -> None:
    file = tmp_path / "ci.yml"
    file.write_text(_blocks()[index], "utf-8")
    assert judged(schema, file) == ""


def test_the_guide_knows_the_inputs_of_the_action() -> None:
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$", text, re.MULTILINE)) >= set(ACTION["inputs"])
    used: dict[str, Any] = {}
    for block in _blocks():
        for job in yaml.safe_load(block).get("jobs", {}).values():
            used |= {key: 1 for step in job["steps"] for key in step.get("with", {})}
    assert set(used) <= set(ACTION["inputs"])


def test_the_scripts_of_the_action_are_sound(tmp_path: Path) -> None:
    program = shutil.which("shellcheck")
    if program is None:
        pytest.skip("shellcheck is not installed (scripts/install_test_programs.sh)")
    for name, step in STEPS.items():
        assert "${{" not in step["run"]  # what comes from outside comes by the environment
        script = tmp_path / f"{name}.sh"
        script.write_text(f"#!/bin/bash\n{step['run']}", "utf-8")
        done = subprocess.run([program, script], capture_output=True, text=True, check=False, timeout=60)
        assert done.stdout == ""


def test_the_container_file_is_sound_and_its_user_is_not_root() -> None:
    program = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([program, ROOT / "Containerfile"], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (0, "")
    text = (ROOT / "Containerfile").read_text("utf-8")
    assert re.findall(r"^USER (\S+)$", text, re.MULTILINE) == ["10001:10001"]
    assert "java" not in re.sub(r"^#.*$", "", text, flags=re.MULTILINE).lower()


@pytest.mark.installs
def test_the_files_that_the_container_gets_are_enough_to_build(tmp_path: Path) -> None:
    copied = [name for line in (ROOT / "Containerfile").read_text("utf-8").splitlines()
              for name in line.split()[1:-1] if line.startswith("COPY ") and "--from" not in line]  # fmt: skip
    ignored = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    for name in copied:
        assert f"!{name}" in ignored
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path / "dist"), "."]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=300)
    assert len(list((tmp_path / "dist").glob("contentlint-*.whl"))) == 1
