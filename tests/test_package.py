"""The wheel as users install it: alone, without what developers have."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.installs


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    (found,) = folder.glob("contentlint-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", str(wheel)], check=True, timeout=300)
    return programs / "contentlint"


def test_the_wheel_holds_every_file_of_the_package_and_every_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "contentlint"
    for path in package.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert f"contentlint/{path.relative_to(package).as_posix()}" in names
    licences = {name.rpartition("/")[2] for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", *(path.name for path in (package / "language" / "data" / "LICENSES").iterdir())}
    assert not [name for name in names if name.startswith(("tests/", "scripts/", "content/"))]


def test_an_installed_program_finds_what_the_project_finds(installed: Path, tmp_path: Path) -> None:
    arguments = ["check", "--output-format", "json", str(ROOT / "content")]
    found = [
        subprocess.run([*program, *arguments], cwd=tmp_path, capture_output=True, check=False, timeout=120)
        for program in ([str(installed)], [sys.executable, "-m", "contentlint"])
    ]
    assert found[0].returncode == 1
    assert found[0].stderr == b""
    assert json.loads(found[0].stdout)["violations"] == json.loads(found[1].stdout)["violations"] != []


def test_an_installed_program_explains_its_rules(installed: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        [str(installed), "rule", "SP001", "--lang", "nl"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60,
    )  # fmt: skip
    assert result.stdout.startswith("spelling-mistake (SP001)\n")
    version = subprocess.run([str(installed), "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert version.stdout.startswith("contentlint ")
