"""Fetches LanguageTool when a person asks for it: with Maven, from the repositories that Maven uses."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from contentlint.language.languagetool.trouble import LanguageToolError, Trouble

POM: Final = Path(__file__).with_name("pom.xml")
"""Which version, and which of its languages."""

_COPY: Final = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_SECONDS: Final = 1800


def install(folder: Path) -> None:
    """Put LanguageTool's jars into a folder. What it held before goes away only when all of it has come.

    Raises:
        LanguageToolError: there is no Maven, or it could not fetch everything; ``detail`` is what it said.
        OSError: the folder cannot be written.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise LanguageToolError(Trouble.NO_MAVEN)
    folder = folder.absolute()  # Maven takes a relative one for below the folder of its file.
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".fetching-") as temporary:
        fetched = Path(temporary) / "jars"
        # Maven writes beside the file it is given, which may be read-only where contentlint is installed.
        pom = Path(shutil.copy(POM, temporary))
        command = [maven, "--batch-mode", "--quiet", "--file", str(pom), _COPY, f"-DoutputDirectory={fetched}"]
        try:
            outcome = subprocess.run(  # noqa: S603 - Maven, with a command of our own
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise LanguageToolError(Trouble.NOT_FETCHED, f"{_SECONDS} s") from error
        if outcome.returncode:
            raise LanguageToolError(Trouble.NOT_FETCHED, _first_error(outcome.stdout.decode("utf-8", "replace")))
        if folder.exists():
            folder.rename(Path(temporary) / "before")
        fetched.rename(folder)


def _first_error(said: str) -> str:
    errors = [line.partition("[ERROR]")[2].strip() for line in said.splitlines() if "[ERROR]" in line]
    return next((line for line in errors if line), "")
