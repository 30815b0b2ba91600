"""Java and LanguageTool are found where they are, and told apart when they are not."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from contentlint.language.languagetool.install import POM, install
from contentlint.language.languagetool.installation import data_folder, find_installation, find_java, java_version
from contentlint.language.languagetool.trouble import LanguageToolError, Trouble


def test_the_folder_in_the_variable_goes_before_the_data_folder(tmp_path: Path) -> None:
    own, named = tmp_path / "contentlint" / "languagetool", tmp_path / "named"
    for folder in (own, named):
        folder.mkdir(parents=True)
        (folder / "languagetool-server-6.6.jar").touch()
    environment = {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    if sys.platform.startswith("linux"):
        assert find_installation(environment).folder == own
    found = find_installation({**environment, "LTP_JAR_DIR_PATH": str(named)})
    assert (found.folder, found.version()) == (named, "6.6")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the standard of Linux for data folders")
def test_a_data_folder_that_is_not_absolute_is_passed_over(tmp_path: Path) -> None:
    assert data_folder({"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "contentlint" / "languagetool"
    assert data_folder({"XDG_DATA_HOME": "here"}) == Path.home() / ".local/share/contentlint/languagetool"


@pytest.mark.parametrize("prepare", [lambda _: None, Path.touch, Path.mkdir], ids=["missing", "a file", "empty"])
def test_a_folder_without_a_server_is_named(tmp_path: Path, prepare: Callable[[Path], None]) -> None:
    folder = tmp_path / "jars"
    prepare(folder)
    with pytest.raises(LanguageToolError) as caught:
        find_installation({"LTP_JAR_DIR_PATH": str(folder)})
    assert (caught.value.trouble, caught.value.detail) == (Trouble.NO_JARS, str(folder))


def test_the_version_of_languagetools_own_download_stands_in_its_manifest(tmp_path: Path) -> None:
    server = tmp_path / "languagetool-server.jar"
    with zipfile.ZipFile(server, "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nComponentVersion: 6.8\r\n")
    found = find_installation({"LTP_JAR_DIR_PATH": str(tmp_path)})
    assert found.version() == "6.8"
    server.write_bytes(b"no jar")
    assert found.version() == ""


def test_java_is_found_by_its_home_and_by_the_search_path(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'java version \"1.8.0_401\"' >&2\n", "utf-8")
    program.chmod(0o755)
    assert find_java({"JAVA_HOME": str(tmp_path), "PATH": ""}) == str(program)
    assert find_java({"PATH": str(tmp_path / "bin")}) == str(program)
    assert java_version(str(program)) == 8
    program.write_text("#!/bin/sh\n", "utf-8")
    assert java_version(str(program)) is None
    with pytest.raises(LanguageToolError) as caught:
        find_java({"PATH": str(tmp_path)})
    assert caught.value.trouble is Trouble.NO_JAVA


def fake_maven(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "bin" / "mvn"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_maven_is_asked_for_the_jars_and_the_old_ones_make_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_maven(
        tmp_path,
        'for one in "$@"; do case $one in -DoutputDirectory=*) to=${one#*=};; esac; done; cd /\n'
        'mkdir -p "$to" && cp "$4" "$to/pom" && touch "$to/languagetool-server-6.6.jar"',
        monkeypatch,
    )
    monkeypatch.chdir(tmp_path)
    folder = Path("data/languagetool")
    folder.mkdir(parents=True)
    (folder / "languagetool-server-6.5.jar").touch()
    install(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["languagetool-server-6.6.jar", "pom"]
    assert (folder / "pom").read_bytes() == POM.read_bytes()
    assert [path.name for path in folder.parent.iterdir()] == ["languagetool"]


def test_what_maven_could_not_fetch_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_maven(tmp_path, 'echo "[INFO] x"; echo "[ERROR] No network"; exit 1', monkeypatch)
    folder = tmp_path / "languagetool"
    folder.mkdir()
    (folder / "languagetool-server-6.5.jar").touch()
    with pytest.raises(LanguageToolError) as caught:
        install(folder)
    assert (caught.value.trouble, caught.value.detail) == (Trouble.NOT_FETCHED, "No network")
    assert [path.name for path in folder.iterdir()] == ["languagetool-server-6.5.jar"]


def test_without_maven_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LanguageToolError) as caught:
        install(tmp_path / "x" / "languagetool")
    assert caught.value.trouble is Trouble.NO_MAVEN
    assert list(tmp_path.iterdir()) == []
