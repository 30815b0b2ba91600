"""The files that settings name: lists of words and schemas."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from contentlint.config.files import MissingFileError, is_within, read_source, top
from contentlint.config.problems import ConfigError, ConfigProblem, KeyPath, Misfit
from contentlint.config.word_lists import BadLine, entries_of, language_of_list
from contentlint.rules.base import Message
from contentlint.text import SourceText

if TYPE_CHECKING:
    from contentlint.rules.front_matter.schema.schema import Schema

_MISSING: Final = Message(
    en="The file ‘{name}’ does not exist. Paths start from the folder of these settings.",
    nl="Het bestand ‘{name}’ bestaat niet. Paden beginnen in de map van deze instellingen.",
)
_OUTSIDE: Final = Message(
    en="This file lies outside the project, so it is not read. Put a copy of it beside the settings.",
    nl="Dit bestand ligt buiten het project en wordt niet gelezen. Zet er een kopie van bij de instellingen.",
)
_NOT_JSON: Final = Message(en="This is not JSON: {reason}.", nl="Dit is geen JSON (melding in het Engels): {reason}.")
_NOT_AN_OBJECT: Final = Message(
    en="A schema for front matter is a JSON object; this is something else.",
    nl="Een schema voor front matter is een JSON-object; dit is iets anders.",
)
_BAD_SCHEMA: Final = Message(en="At {place}: {what}.", nl="Bij {place}: {what}.")


class Companions:
    """Reads files that settings name, as long as they belong to the project or lie beside the settings.

    Args:
        root: the folder that paths start from.
        home: the folder of the settings, which may stand elsewhere.

    Attributes:
        root: the folder that paths start from.
        misfits: names in the settings of files that are not there.
        problems: what is wrong in the files themselves.
    """

    def __init__(self, root: Path, home: Path) -> None:
        self.root: Final = root
        self._homes: Final = (top(root).resolve(), home.resolve())
        self.misfits: Final[list[Misfit]] = []
        self.problems: Final[list[ConfigProblem]] = []

    def words(self, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        """Return entries of word lists, by language of text.

        The language is the one that a file's name ends in, as in ``words.nl.txt``; words of other files stand under
        the empty string. Lines are trimmed; what follows ``#`` is a comment.

        Args:
            names: the files.
        """
        words: dict[str, tuple[str, ...]] = {}
        bad: list[BadLine] = []
        for index, name in enumerate(names):
            if source := self._read(name, ("words", index)):
                language = language_of_list(name)
                words[language] = words.get(language, ()) + tuple(entries_of(source, language, bad))
                self.problems.extend(ConfigProblem(self.root / name, *one) for one in bad)
                bad.clear()
        return words

    def json_schema(self, name: str, key: KeyPath) -> Mapping[str, object] | None:
        """Return the JSON Schema in a file; ``key`` is the place in the settings that names it."""
        import json  # noqa: PLC0415 - only when a schema is named

        if (source := self._read(name, key)) is None:
            return None
        line = column = 0
        try:
            schema = json.loads(source.text.removeprefix("\ufeff"))
        except json.JSONDecodeError as error:
            message, line, column = _NOT_JSON(reason=error.msg), error.lineno, error.colno
        except (ValueError, RecursionError) as error:
            message = _NOT_JSON(reason=error)
        else:
            if isinstance(schema, dict):
                return schema
            message = _NOT_AN_OBJECT()
        self.problems.append(ConfigProblem(self.root / name, line, column, message))
        return None

    def checked(
        self,
        build: Callable[[Mapping[str, object]], Schema],
        declared: Mapping[str, object],
        key: KeyPath,
        name: str = "",
    ) -> Schema | None:
        """Return the schema built from a declaration, or None when it cannot be used.

        Args:
            build: makes the schema.
            declared: what it is made from.
            key: the table in the settings.
            name: the file that holds the declaration, when it is not the settings themselves.
        """
        from contentlint.rules.front_matter.schema.declaration import (  # noqa: PLC0415 - only with schemas
            SchemaDeclarationError,
        )

        try:
            return build(declared)
        except SchemaDeclarationError as error:
            if name:
                message = _BAD_SCHEMA(place="/".join(("#", *map(str, error.path))), what=error.message)
                self.problems.append(ConfigProblem(self.root / name, 0, 0, message))
            else:
                self.misfits.append(Misfit((*key, *error.path), error.message))
            return None

    def _read(self, name: str, key: KeyPath) -> SourceText | None:
        path = self.root / name
        # A message shows what is wrong in a file, so settings that came from elsewhere must not choose just any.
        if not is_within(path, self._homes):
            self.problems.append(ConfigProblem(path, 0, 0, _OUTSIDE()))
            return None
        try:
            return read_source(path)
        except MissingFileError:
            self.misfits.append(Misfit(key, _MISSING(name=name)))
        except ConfigError as error:
            self.problems.extend(error.problems)
        return None
