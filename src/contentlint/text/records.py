"""``NamedTuple`` with classes that are made quickly, for a program that starts at every commit.

``typing.NamedTuple`` compiles each annotation and ``collections.namedtuple`` the source of a constructor, which together
took a third of the time for one page. Here annotations stay as they are written, and the constructors are copies of a few
that Python compiled beforehand, with the names of the fields put in.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter
    from types import FunctionType

    _new = tuple.__new__
    _CONSTRUCTORS = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
    )
    """By the number of fields."""

    class _Record(tuple):
        """What all records can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> _Record:
            return cls(*values)

        def _replace(self, /, **changes: object) -> _Record:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                message = f"Got unexpected field names: {[*changes]!r}"
                raise ValueError(message)
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({shown})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _RecordMaker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            if [*defaults] != [*fields[len(fields) - len(defaults) :]]:
                message = f"in {name}, a field without a default follows one that has it"
                raise TypeError(message)
            namespace["__slots__"] = ()
            namespace["__new__"] = _constructor(name, fields, tuple(defaults.values()))
            namespace["__match_args__"] = namespace["_fields"] = fields
            namespace["_field_defaults"] = defaults
            for place, field in enumerate(fields):
                namespace[field] = _tuplegetter(place, "")
            return type(name, (_Record, *bases[1:]), namespace)

    def _constructor(name: str, fields: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
        if len(fields) < len(_CONSTRUCTORS):
            code = _CONSTRUCTORS[len(fields)].__code__.replace(co_varnames=("_cls", *fields))
        else:
            listed = ", ".join(fields)
            code = eval(f"lambda _cls, {listed}: _new(_cls, ({listed},))").__code__  # noqa: S307 - names that Python took for names
        code = code.replace(co_name="__new__", co_qualname=f"{name}.__new__")
        return FunctionType(code, globals(), "__new__", defaults)

    # It stands among the bases only until the class is made, which has _Record in its place, and no metaclass.
    NamedTuple = type.__new__(_RecordMaker, "NamedTuple", (), {"__doc__": "See ``typing.NamedTuple``."})

__all__ = ["NamedTuple"]
