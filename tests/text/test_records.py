"""Records are what ``typing.NamedTuple`` makes, and made quickly."""

from __future__ import annotations

import copy
import pickle
import typing
from keyword import iskeyword
from typing import Any, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.text.records import NamedTuple

_T = TypeVar("_T")
NAMES = st.lists(
    st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda name: name not in {"cls", "self"}),
    max_size=20,
    unique=True,
).filter(lambda names: not any(map(iskeyword, names)))


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        return self.x + self.y

    @classmethod
    def origin(cls) -> Point:
        return cls(0, 0)


class Boxed(NamedTuple, Generic[_T]):
    value: _T


def made(base: Any, names: list[str], defaults: list[int]) -> Any:
    """Return a record with these fields, of which the last have defaults."""
    namespace: dict[str, Any] = {
        "__annotations__": dict.fromkeys(names, "int"), "__module__": __name__, "__qualname__": "R",
    }  # fmt: skip
    namespace |= zip(names[len(names) - len(defaults) :], defaults, strict=True)
    make: Any = type(base) if base is NamedTuple else typing.NamedTupleMeta  # type: ignore[attr-defined]
    return make("R", (base,), namespace)


@given(NAMES, st.data())
def test_a_record_does_what_a_named_tuple_does(names: list[str], data: st.DataObject) -> None:
    defaults = data.draw(st.lists(st.integers(), max_size=len(names)))
    ours = made(NamedTuple, names, defaults)
    theirs = made(typing._NamedTuple, names, defaults)  # type: ignore[attr-defined]
    for given_values in (data.draw(st.lists(st.integers(), max_size=len(names) + 1)), list(range(len(names)))):
        outcomes = []
        for cls in (ours, theirs):
            try:
                one = cls(*given_values)
            except TypeError as error:
                outcomes.append(str(error))
                continue
            replaced = one._replace(**dict.fromkeys(names[:1], -1))
            named = cls(**one._asdict())
            outcomes.append(
                repr(
                    (
                        one,
                        [*one],
                        one._asdict(),
                        replaced,
                        hash(one),
                        named == one,
                        [getattr(one, key) for key in names],
                    )
                )
            )
        assert outcomes[0] == outcomes[1]
    for key in (
        "_fields",
        "_field_defaults",
        "__match_args__",
        "__slots__",
        "__name__",
        "__module__",
        "__annotations__",
    ):
        assert list(getattr(ours, key)) == list(getattr(theirs, key)), key


def test_a_record_keeps_its_methods_and_what_is_written_of_it() -> None:
    assert Point.origin() == (0, 0)
    assert Point(1).total == 3
    assert Point.__doc__ == "A place."
    assert repr(Point(1, y=5)) == "Point(x=1, y=5)"
    assert not hasattr(Point(1), "__dict__")
    assert type(Point) is type
    match Point(3):
        case Point(x, y=2):
            assert x == 3
    assert Boxed(7).value == 7
    assert Boxed[int] is not Boxed


def test_a_record_can_be_sent_and_copied() -> None:
    for one in (Point(1), Boxed("a")):
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
        assert type(copy.deepcopy(one)) is type(one)


def test_a_field_that_a_record_does_not_have_cannot_be_replaced() -> None:
    with pytest.raises(ValueError, match="unexpected field names: \\['z'\\]"):
        Point(1)._replace(z=2)  # type: ignore[call-arg]


def test_no_field_without_a_default_follows_one_with_it() -> None:
    with pytest.raises(TypeError, match="field"):

        class Wrong(NamedTuple):
            x: int = 1
            y: int  # type: ignore[misc]
