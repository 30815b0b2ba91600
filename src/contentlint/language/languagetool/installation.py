"""Where Java and LanguageTool are on this computer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from contentlint.language.languagetool.trouble import LanguageToolError, Trouble
from contentlint.text.records import NamedTuple

FOLDER_VARIABLE: Final = "LTP_JAR_DIR_PATH"
"""The variable with the folder of LanguageTool's jars, as language-tool-python names it."""

LEAST_JAVA: Final = 17
"""The Java that LanguageTool 6.6 and newer need."""

_SERVER: Final = re.compile(r"languagetool-server(?:-(?P<version>\d[\w.-]*))?\.jar")
_JAVA_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)')
_COMPONENT_VERSION: Final = re.compile(r"^ComponentVersion: *(\S+)", re.MULTILINE)
_JAVA_SECONDS: Final = 20
_LARGEST_MANIFEST: Final = 2**20


class Installation(NamedTuple):
    """LanguageTool on disk.

    Attributes:
        folder: the folder with its server.
        server: the jar of its server.
    """

    folder: Path
    server: Path

    @property
    def class_path(self) -> str:
        """What Java must load: the jars, those in ``libs`` as LanguageTool's own download has them, and the folder."""
        return os.pathsep.join((str(self.folder / "*"), str(self.folder / "libs" / "*"), str(self.folder)))

    def version(self) -> str:
        """Return the version of LanguageTool, such as ``6.6``; empty when it cannot be told."""
        match = _SERVER.fullmatch(self.server.name)
        if match and match["version"]:
            return match["version"]
        import zipfile  # noqa: PLC0415 - only for a jar without a version in its name

        try:
            with zipfile.ZipFile(self.server) as jar, jar.open("META-INF/MANIFEST.MF") as manifest:
                found = _COMPONENT_VERSION.search(manifest.read(_LARGEST_MANIFEST).decode("utf-8", "replace"))
        except (OSError, KeyError, zipfile.BadZipFile):
            return ""
        return found[1] if found else ""


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder in which ``contentlint languagetool install`` puts LanguageTool, whether it exists or not."""
    if sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        given = environment.get("XDG_DATA_HOME", "")
        # The standard says that a path that is not absolute must be passed over.
        base = Path(given) if given.startswith("/") else Path.home() / ".local" / "share"
    return base / "contentlint" / "languagetool"


def find_installation(environment: Mapping[str, str] = os.environ) -> Installation:
    """Return LanguageTool's place: the folder in ``LTP_JAR_DIR_PATH``, else the one of ``languagetool install``.

    Raises:
        LanguageToolError: there is no server in it; ``detail`` is the folder.
    """
    named = environment.get(FOLDER_VARIABLE, "")
    folder = Path(named) if named else data_folder(environment)
    try:
        servers = sorted(path for path in folder.iterdir() if _SERVER.fullmatch(path.name) and path.is_file())
    except OSError:
        servers = []
    if not servers:
        raise LanguageToolError(Trouble.NO_JARS, str(folder))
    return Installation(folder, servers[-1])


def find_java(environment: Mapping[str, str] = os.environ) -> str:
    """Return the program ``java``: that of ``JAVA_HOME``, else the first in the search path.

    Raises:
        LanguageToolError: there is none.
    """
    places = [os.path.join(home, "bin")] if (home := environment.get("JAVA_HOME")) else []  # noqa: PTH118 - for which()
    for place in (*places, environment.get("PATH", os.defpath)):
        if found := shutil.which("java", path=place):
            return found
    raise LanguageToolError(Trouble.NO_JAVA)


def java_version(java: str) -> int | None:
    """Return the main version of a Java, such as 17; None when it does not say."""
    try:
        answer = subprocess.run(  # noqa: S603 - the program that was found
            [java, "-version"], capture_output=True, stdin=subprocess.DEVNULL, timeout=_JAVA_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _JAVA_VERSION.search(answer.stderr.decode("utf-8", "replace"))
    return int(found[1]) if found else None
