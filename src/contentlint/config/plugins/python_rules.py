"""Rules written in Python: the files in a site's folder, and installed plug-ins."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from contentlint.config.plugins.guard import FAILURES, Guard
from contentlint.rules.base import AnyRule, BoundMessage, Message, Origin, Rule, RuleBase, RuleInfo, SiteRule
from contentlint.text.records import NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "contentlint.rules"
"""The group of entry points under which a package offers its rules."""

NAME: Final = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
LONGEST_NAME: Final = 30
CODE: Final = r"[A-Z]{2,4}[0-9]{3}"

_FAILED: Final = Message(
    en="These rules cannot be used, for their code stopped with an error ({error}). Mend the code, or ask its maker.",
    nl="Deze regels doen niet mee, want hun code liep vast ({error}). Herstel de code, of vraag het de maker.",
)
_EMPTY: Final = Message(
    en="There is no rule here. A rule is a class with an ‘info’; a file that is no rule has a name that begins with ‘_’.",
    nl="Hier staat geen regel. Een regel is een klasse met ‘info’; een bestand dat geen regel is, heet ‘_’ met iets erachter.",
)
_NOT_INSTALLED: Final = Message(
    en="The plug-in ‘{name}’ is not installed here, so its rules are not used. Install it, or take it out of the settings.",
    nl="De uitbreiding ‘{name}’ is hier niet geïnstalleerd; haar regels doen dus niet mee. Installeer haar, of haal haar "
    "uit de instellingen.",
)
_NOT_A_RULE: Final = Message(
    en="‘{name}’ is no rule that can be used: {why}.", nl="‘{name}’ is geen bruikbare regel: {why}."
)
_NO_INFO: Final = Message(en="its ‘info’ is not a RuleInfo", nl="de ‘info’ is geen RuleInfo")
_NO_KIND: Final = Message(en="it is neither a Rule nor a SiteRule", nl="het is geen Rule en geen SiteRule")
_BAD_NAME: Final = Message(
    en="its name ‘{given}’ must be words in lower case with hyphens between them, at most {longest} characters",
    nl="de naam ‘{given}’ moet bestaan uit kleine letters met streepjes ertussen, hoogstens {longest} tekens",
)
_BAD_CODE: Final = Message(
    en="its code ‘{given}’ must be two to four capitals and three digits, such as HR001",
    nl="de code ‘{given}’ moet twee tot vier hoofdletters en drie cijfers zijn, zoals HR001",
)
_OTHER_FAMILY: Final = Message(
    en="its code ‘{given}’ does not begin with the letters of its family, ‘{family}’",
    nl="de code ‘{given}’ begint niet met de letters van de familie, ‘{family}’",
)


_BAD_NEEDS: Final = Message(
    en="its ‘needs’ is no regular expression (‘{given}’)", nl="de ‘needs’ is geen reguliere expressie (‘{given}’)"
)


class RuleError(Exception):
    """Rules that cannot be used. ``line`` and ``column`` (from 1) are the place in a file of the site; 0 when there is none."""

    def __init__(self, message: BoundMessage, line: int = 0, column: int = 0) -> None:
        super().__init__(message.render("en"))
        self.message: Final = message
        self.line: Final = line
        self.column: Final = column


class Found(NamedTuple):
    """A rule in Python; ``line`` is where its class begins, 0 when that is not in a file of the site."""

    rule: type[AnyRule]
    line: int


def python_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that hold rules: neither tests nor what begins with ``_``."""
    return tuple(path for path in sorted(folder.glob("*.py")) if not path.name.startswith(("_", "test_", "conftest.")))


class PythonFolder:
    """The Python files of a site's folder, as a package of their own: one may import another with ``from . import``.

    Files that did not change are not run a second time in a process. No ``__pycache__`` is written beside them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder: Final = folder.resolve()
        # Whatever lies in the folder may be read by a rule, such as a table beside it.
        self._fingerprint: Final = _fingerprint(sorted(self._folder.iterdir()))
        key = sha256(f"{self._folder}\0{self._fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._package: Final = f"contentlint_site_rules_{key}"

    def rules(self, path: Path, shown: str) -> list[Found]:
        """Return the rules in a file, which is run for it.

        Args:
            path: one of ``python_files``.
            shown: what people know the file by.

        Raises:
            RuleError: it cannot be run, or what it holds are no rules.
        """
        package = sys.modules.setdefault(self._package, ModuleType(self._package))
        package.__path__ = [str(self._folder)]
        name = f"{self._package}.{path.stem}"
        if name not in sys.modules:
            self._run(name, path)
        return list(_rules_of(sys.modules[name], Origin(shown, self._fingerprint, is_code=True), (name,)))

    def _run(self, name: str, path: Path) -> None:
        spec = spec_from_file_location(name, path, loader=SourceFileLoader(name, str(path)))
        assert spec is not None  # noqa: S101 - there is always one where a loader is given
        assert spec.loader is not None  # noqa: S101 - as above
        module = module_from_spec(spec)
        sys.modules[name] = module
        before = sys.dont_write_bytecode
        sys.dont_write_bytecode = True
        try:
            with Guard() as guard, guard.watch():
                spec.loader.exec_module(module)
        except FAILURES as error:
            del sys.modules[name]
            raise RuleError(_FAILED(error=describe(error)), *_place(error, path)) from error
        finally:
            sys.dont_write_bytecode = before


def installed_rules(name: str) -> list[Found]:
    """Return the rules of an installed plug-in.

    Args:
        name: the name of its entry point in the group ``contentlint.rules``.

    Raises:
        RuleError: it is not installed or cannot be run, or what it offers are no rules.
    """
    entry_point = _installed().get(name)
    if entry_point is None:
        raise RuleError(_NOT_INSTALLED(name=name))
    try:
        with Guard() as guard, guard.watch():
            offered = entry_point.load()
    except FAILURES as error:
        raise RuleError(_FAILED(error=describe(error))) from error
    module = offered if isinstance(offered, ModuleType) else sys.modules[entry_point.module]
    prefix = f"{entry_point.module}."
    homes = (entry_point.module, *(loaded for loaded in sys.modules if loaded.startswith(prefix)))
    version = entry_point.dist.version if entry_point.dist else ""
    files = _files_of(module)
    origin = Origin(f"{name} {version}".strip(), f"{version} {_fingerprint(files)}", is_code=True)
    return [found._replace(line=0) for found in _rules_of(module, origin, homes)]


def _files_of(module: ModuleType) -> list[Path]:
    """Return the file of a module, or all files of a package."""
    source = getattr(module, "__file__", None)
    if source is None:
        return []
    if not hasattr(module, "__path__"):
        return [Path(source)]
    return sorted(path for path in Path(source).parent.rglob("*") if "__pycache__" not in path.parts)


@cache
def _installed() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs 35 ms, so only where settings name a plug-in

    return {one.name: one for one in entry_points(group=GROUP)}


def describe(error: BaseException) -> str:
    """Return an error of plug-in code in one line: its kind and what it says."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(" .:")[:200]


def _rules_of(module: ModuleType, origin: Origin, homes: Sequence[str]) -> Iterator[Found]:
    """Yield the rules that a module holds and that were written in one of the modules named.

    Raises:
        RuleError: there are none, or one cannot be used.
    """
    any_found = False
    for value in dict.fromkeys(value for value in vars(module).values() if isinstance(value, type)):
        if value.__module__ in homes and "info" in vars(value) and issubclass(value, RuleBase):
            line = _line_of(module, value)
            if wrong := _what_is_wrong(value):
                raise RuleError(_NOT_A_RULE(name=value.__name__, why=wrong), line, 1)
            value.origin = origin
            any_found = True
            yield Found(value, line)
    if not any_found:
        raise RuleError(_EMPTY())


def _what_is_wrong(rule: type[RuleBase[Any]]) -> BoundMessage | None:
    info: object = rule.info
    if not issubclass(rule, Rule | SiteRule):
        return _NO_KIND()
    if not isinstance(info, RuleInfo):
        return _NO_INFO()
    if not re.fullmatch(NAME, info.name) or len(info.name) > LONGEST_NAME:
        return _BAD_NAME(given=info.name, longest=LONGEST_NAME)
    if not re.fullmatch(CODE, info.code):
        return _BAD_CODE(given=info.code)
    if info.code[:-3] != info.family.value:
        return _OTHER_FAMILY(given=info.code, family=info.family.value)
    if issubclass(rule, Rule):
        try:
            re.compile(rule.needs)
        except (re.error, TypeError):
            return _BAD_NEEDS(given=rule.needs)
    return None


def _line_of(module: ModuleType, cls: type) -> int:
    import ast  # noqa: PLC0415 - only where a site has rules in Python

    try:
        tree = ast.parse(Path(module.__file__ or "").read_bytes())
    except (OSError, SyntaxError, ValueError):
        return 0
    lines = (node.lineno for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__)
    return next(lines, 0)


def _place(error: BaseException, path: Path) -> tuple[int, int]:
    """Return line and column in a file at which running it went wrong."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename) == path:
        return error.lineno or 0, error.offset or 1
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line, 1 if line else 0


def _fingerprint(files: Sequence[Path]) -> str:
    digest = sha256()
    for path in files:
        try:
            content = path.read_bytes() if path.is_file() else b""
        except OSError:
            continue
        digest.update(f"{path.name}\0{len(content)}\0".encode("utf-8", "surrogatepass"))
        digest.update(content)
    return digest.hexdigest()[:16]
