"""Keeps regular expressions compiled from one run to the next, as Python keeps its modules.

Python compiles every pattern anew at each start; with those of all rules that is a quarter of the time that one post takes.
What it makes of a pattern depends on the pattern and on the version of Python only, so it never goes out of date. It is
read from the user's own folder for caches, which is trusted as the folders of compiled modules are.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from contentlint.engine.cache_folder import cache_folder

_MOST: Final = 2000
"""Patterns that are kept; more would be made of what somebody typed."""
_SIZE: Final = 8
_BROKEN: Final = (ValueError, TypeError, EOFError, OverflowError, RuntimeError, KeyError, IndexError, AttributeError)


@contextmanager
def kept_patterns() -> Iterator[None]:
    """Have patterns that are compiled inside this kept, and taken from what was kept before.

    It changes nothing where Python is not the one whose workings are known, or where the folder cannot be used.
    """
    compiler: Any = getattr(re, "_compiler", None)
    engine: Any = getattr(compiler, "_sre", None)
    if sys.implementation.name != "cpython" or not hasattr(engine, "MAGIC") or not hasattr(engine, "compile"):
        yield
        return
    file = cache_folder() / f"patterns-{sys.hexversion:x}-{engine.MAGIC}-{engine.CODESIZE}"
    kept = _read(file)
    before = len(kept)
    from_scratch = compiler.compile
    compiler.compile = _Compiler(kept, from_scratch, compiler)
    try:
        yield
    finally:
        compiler.compile = from_scratch
        if len(kept) > before:
            with suppress(OSError):
                _write(file, kept)


class _Compiler:
    """Stands for ``re._compiler.compile``."""

    def __init__(self, kept: dict[Any, Any], from_scratch: Any, compiler: Any) -> None:
        self._kept: Final = kept
        self._from_scratch: Final = from_scratch
        self._compiler: Final = compiler
        self._make: Final = compiler._sre.compile  # noqa: SLF001 - as above

    def __call__(self, pattern: Any, flags: Any = 0) -> Any:
        if not isinstance(pattern, (str, bytes)) or flags & re.DEBUG:
            return self._from_scratch(pattern, flags)
        key = (pattern, int(flags))
        found = self._kept.get(key)
        if found is not None:
            try:
                final, code, groups, names, numbers = found
                return self._make(pattern, final, array("I", code).tolist(), groups, names, numbers)
            except _BROKEN:
                del self._kept[key]
        if len(self._kept) >= _MOST:
            return self._from_scratch(pattern, flags)
        try:
            return self._compile(key, flags)
        except _BROKEN:  # a mistake in the pattern, which Python tells best, or another Python than we know
            return self._from_scratch(pattern, flags)

    def _compile(self, key: tuple[Any, int], flags: Any) -> Any:
        """Compile a pattern as Python does, and keep what it hands to the engine."""
        pattern = key[0]
        tree = self._compiler._parser.parse(pattern, flags)  # noqa: SLF001 - what Python has itself, see above
        final = int(flags | tree.state.flags)
        code = [int(part) for part in self._compiler._code(tree, flags)]  # noqa: SLF001 - as above
        names = dict(tree.state.groupdict)
        numbers: list[str | None] = [None] * tree.state.groups
        for name, number in names.items():
            numbers[number] = name
        self._kept[key] = (final, array("I", code).tobytes(), tree.state.groups - 1, names, tuple(numbers))
        return self._make(pattern, final, code, tree.state.groups - 1, names, tuple(numbers))


def _size(data: bytes) -> bytes:
    return len(data).to_bytes(_SIZE, "little")


def _read(file: Path) -> dict[Any, Any]:
    try:
        data = file.read_bytes()
        if len(data) < _SIZE or data[:_SIZE] != _size(data[_SIZE:]):  # one that was cut off could ask for all memory
            return {}
        kept = marshal.loads(data[_SIZE:])  # noqa: S302 - as Python reads compiled modules
    except (OSError, *_BROKEN):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path, kept: dict[Any, Any]) -> None:
    """Write the file whole: a run that reads it meanwhile sees the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        data = marshal.dumps(kept)
        part.write_bytes(_size(data) + data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
