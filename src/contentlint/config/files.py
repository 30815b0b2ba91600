"""Where files of settings are, and reading what stands in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from contentlint.config.problems import ConfigError, ConfigProblem
from contentlint.rules.base import BoundMessage, Message
from contentlint.rules.system_errors import reason_of
from contentlint.text import SourceText
from contentlint.text.records import NamedTuple

NAMES: Final = ("contentlint.toml", ".contentlint.toml", ".config/contentlint.toml")
PYPROJECT: Final = "pyproject.toml"
MAXIMUM_SIZE: Final = 16 * 2**20
_PYPROJECT_TABLE: Final = ("tool", "contentlint")

_MISSING: Final = Message(en="This file does not exist.", nl="Dit bestand bestaat niet.")
_FOLDER: Final = Message(
    en="This is a folder, and a file is needed here.", nl="Dit is een map, en hier hoort een bestand."
)
_PIPE: Final = Message(
    en="This is a pipe between programs, and a file is needed here.",
    nl="Dit is een doorgeefluik tussen programma’s, en hier hoort een bestand.",
)
_UNREADABLE: Final = Message(
    en="This file cannot be read: {reason}.", nl="Dit bestand kan niet gelezen worden: {reason}."
)
_ENCODING: Final = Message(
    en="This file is not UTF-8. Save it again in that encoding.",
    nl="Dit bestand is geen UTF-8. Sla het opnieuw op in die codering.",
)
_TOO_LARGE: Final = Message(
    en="This file is too large (the limit is {limit} MB).", nl="Dit bestand is te groot (de grens is {limit} MB)."
)
_SYNTAX: Final = Message(
    en="This is not readable TOML: {reason}.", nl="Dit is geen leesbare TOML (melding in het Engels): {reason}."
)
_NO_TABLE: Final = Message(
    en="This file has no table [tool.contentlint].", nl="Dit bestand heeft geen tabel [tool.contentlint]."
)


class MissingFileError(ConfigError):
    """A file that is not there."""


class SettingsFile(NamedTuple):
    """A file of settings as it was read; ``prefix`` is the key path of the settings in it."""

    path: Path
    source: SourceText
    prefix: tuple[str, ...]
    table: object

    @property
    def root(self) -> Path:
        """The folder that paths in the settings start from."""
        parent = self.path.absolute().parent
        return parent.parent if parent.name == ".config" else parent

    def holds(self, path: Path) -> bool:
        """Whether a file or folder lies below the folder of these settings."""
        return Path(os.path.normpath(path.absolute())).is_relative_to(self.root)


def read_source(path: Path) -> SourceText:
    """Read a file that the settings need.

    Raises:
        ConfigError: it is not there (``MissingFileError``), cannot be read, is too large, or is not UTF-8.
    """
    try:
        if path.is_fifo():  # to open it would wait for a writer, perhaps for ever
            raise ConfigError((ConfigProblem(path, 0, 0, _PIPE()),))
        with path.open("rb") as file:
            data = file.read(MAXIMUM_SIZE + 1)  # a link may lead to a device without end
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFileError((ConfigProblem(path, 0, 0, _MISSING()),)) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        raise ConfigError((ConfigProblem(path, 0, 0, _unreadable(path, error)),)) from None
    if len(data) > MAXIMUM_SIZE:
        raise ConfigError((ConfigProblem(path, 0, 0, _TOO_LARGE(limit=MAXIMUM_SIZE // 2**20)),))
    source = SourceText.from_bytes(data)
    if source.invalid:
        line, column = source.position(source.invalid[0].start)
        raise ConfigError((ConfigProblem(path, line, column, _ENCODING()),))
    return source


def _unreadable(path: Path, error: Exception) -> BoundMessage:
    # Asked of the path, since Windows answers "permission denied" for a folder.
    is_folder = os.path.isdir(path)  # noqa: PTH112 - never raises
    return _FOLDER() if is_folder else _UNREADABLE(reason=reason_of(error))


def read_named(path: Path) -> SettingsFile:
    """Read the file of settings that someone named.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has no settings for contentlint.
    """
    if file := _read(path):
        return file
    raise ConfigError((ConfigProblem(path, 0, 0, _NO_TABLE()),))


def find(start: Path) -> tuple[SettingsFile | None, tuple[Path, ...]]:
    """Return the file of settings nearest above a file or folder, and the files beside it that it puts out of use.

    Raises:
        ConfigError: the file cannot be read, or is not TOML.
    """
    for folder in _folders(start):
        found = [file for name in (*NAMES, PYPROJECT) if _exists(folder / name) and (file := _read(folder / name))]
        if found:
            return found[0], tuple(file.path for file in found[1:])
    return None, ()


def top(start: Path) -> Path:
    """Return the folder that paths start from without a file of settings.

    It is the repository's; outside a repository it is the working folder, or the start's when that lies elsewhere.
    """
    for folder in _folders(start):
        if _exists(folder / ".git"):
            return folder
    start = start.absolute()
    here = Path.cwd()
    if start.is_relative_to(here):
        return here
    return start if os.path.isdir(start) else start.parent  # noqa: PTH112 - never raises


def is_within(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a file or folder really lies in one of some folders, wherever links lead."""
    try:
        real = path.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a null character: reading says so
        return True
    return any(real.is_relative_to(folder.resolve()) for folder in folders)


def _folders(start: Path) -> Iterator[Path]:
    """Yield a path and the folders above it, up to the one that holds ``.git``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        yield folder
        if _exists(folder / ".git"):
            return


def _exists(path: Path) -> bool:
    # Unlike the method of Path it never raises: a name may be too long, or a folder closed to us.
    return os.path.exists(path)  # noqa: PTH110


def _read(path: Path) -> SettingsFile | None:
    """Read a file; the result is None for a ``pyproject.toml`` without a table for contentlint."""
    source = read_source(path)
    prefix = _PYPROJECT_TABLE if path.name == PYPROJECT else ()
    # A file of other tools is parsed, and found broken, only when it speaks of contentlint.
    if prefix and prefix[-1] not in source.text:
        return None
    import tomllib  # noqa: PLC0415 - only when there is a file of settings

    try:
        table: object = tomllib.loads(source.text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        from contentlint.config.places import place_of_syntax_error  # noqa: PLC0415 - only when something is wrong

        reason = str(error).rpartition(" (at ")[0] or str(error)
        raise ConfigError((ConfigProblem(path, *place_of_syntax_error(source), _SYNTAX(reason=reason)),)) from None
    except (ValueError, RecursionError) as error:  # a number of very many digits; lists in lists in lists
        raise ConfigError((ConfigProblem(path, 0, 0, _SYNTAX(reason=error)),)) from None
    for key in prefix:
        if not isinstance(table, dict) or key not in table:
            return None
        table = table[key]
    return SettingsFile(path, source, prefix, table)
