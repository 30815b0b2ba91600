"""Which rules run, from what the settings, their overrides and the command line say one above the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from contentlint.config.keys import OFF
from contentlint.rules.base import AnyRule, Options, Severity
from contentlint.rules.registry import Registry

_EMPTY: Final[Mapping[str, Any]] = {}


class Layer(NamedTuple):
    """What one place says of rules; rules are named as ``keys.resolve_selector`` gives them.

    ``select`` and ``ignore`` replace what lower layers say there (None says nothing), ``extend_*`` add to it.
    ``severity`` has levels or ``off`` by rule or family, ``options`` checked values by rule and option.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] | None = None
    extend_ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _EMPTY
    options: Mapping[str, Mapping[str, object]] = _EMPTY
    language: str | None = None


class ChosenRule(NamedTuple):
    """A rule that runs on a file; ``severity`` is None when the rule itself says how bad each violation is."""

    rule: type[AnyRule]
    options: Options
    severity: Severity | None


class _Mark(NamedTuple):
    """One mention of a rule: in which layer (from 0), and how exactly (0 all rules, 1 its family, 2 the rule itself)."""

    layer: int
    exactness: int


_DEFAULT: Final = _Mark(-1, 0)


def choose_rules(registry: Registry, layers: Sequence[Layer]) -> tuple[ChosenRule, ...]:
    """Return the rules that run, in order of code, given layers from the lowest to the highest.

    A rule runs when a mention switches it on that no mention switches off. Switching off works on what the same or a
    lower layer switches on: in the same layer when it names the rule at least as exactly, from a higher layer always.
    A lower layer's switching off holds against a higher one only when it is the more exact: ``ignore = ["SP002"]`` in
    the file still holds under ``--select SP``, and no longer under ``--select SP002``.
    """
    return tuple(
        ChosenRule(rule, _options(rule, layers), _severity(rule, layers)) for rule in registry if _runs(rule, layers)
    )


def _exactness(selector: str, rule: type[AnyRule]) -> int | None:
    """Return how exactly a selector names a rule, None when it does not."""
    names = ("ALL", rule.info.family.value, rule.info.name)
    return names.index(selector) if selector in names else None


def _marks(selectors: Sequence[str], rule: type[AnyRule], layer: int) -> list[_Mark]:
    found = (_exactness(selector, rule) for selector in selectors)
    return [_Mark(layer, exactness) for exactness in found if exactness is not None]


def _runs(rule: type[AnyRule], layers: Sequence[Layer]) -> bool:
    on = [_DEFAULT] if rule.info.default else []
    ignored: list[_Mark] = []
    silenced: list[_Mark] = []
    for index, layer in enumerate(layers):
        if layer.select is not None:
            on = _marks(layer.select, rule, index)
        on += _marks(layer.extend_select, rule, index)
        if layer.ignore is not None:
            ignored = _marks(layer.ignore, rule, index)
        ignored += _marks(layer.extend_ignore, rule, index)
        silenced += _marks([key for key, value in layer.severity.items() if value == OFF], rule, index)
        if layer.severity.get(rule.info.name, OFF) != OFF:
            on.append(_Mark(index, 2))
    return any(not any(_beats(no, yes) for no in (*ignored, *silenced)) for yes in on)


def _beats(off: _Mark, on: _Mark) -> bool:
    if off.layer == on.layer:
        return off.exactness >= on.exactness
    return off.layer > on.layer or off.exactness > on.exactness


def _severity(rule: type[AnyRule], layers: Sequence[Layer]) -> Severity | None:
    for layer in reversed(layers):
        for key in (rule.info.name, rule.info.family.value, "ALL"):
            if (label := layer.severity.get(key, OFF)) != OFF:
                return Severity[label.upper()]
    return None


def _options(rule: type[AnyRule], layers: Sequence[Layer]) -> Options:
    values: dict[str, object] = {}
    for layer in layers:
        values.update(layer.options.get(rule.info.name, {}))
    return rule.options_type(values)
