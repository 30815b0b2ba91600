"""Which rules run, from what the settings, their overrides and the command line say one above the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from contentlint.config.keys import OFF
from contentlint.rules.base import Options, Severity
from contentlint.rules.entry import RuleEntry
from contentlint.rules.registry import Registry
from contentlint.text.records import NamedTuple

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


class ChosenRule:
    """A rule that runs on a file.

    Args:
        entry: the rule.
        values: checked values of its options; those that are missing have their defaults.
        severity: how bad its violations are; None when the rule itself says so of each.
    """

    __slots__ = ("_options", "_values", "entry", "severity")

    def __init__(
        self, entry: RuleEntry, values: Mapping[str, object] = _EMPTY, severity: Severity | None = None
    ) -> None:
        self.entry: Final = entry
        self.severity: Final = severity
        self._values: Final = values
        self._options: Options | None = None

    @property
    def options(self) -> Options:
        """The options as the rule takes them; the rule is loaded for it."""
        if self._options is None:
            self._options = self.entry.rule.options_type(self._values)
        return self._options


class Mention(NamedTuple):
    """One place that says whether a rule runs, or how bad its violations are.

    Attributes:
        layer: which layer, from 0; -1 for the rule itself.
        exactness: how exactly the rule is named: 0 all rules, 1 its family, 2 the rule itself.
        key: the setting: ``select``, ``extend-select``, ``ignore``, ``extend-ignore`` or ``severity``; empty for the rule
            itself.
        selector: what stands there, as ``keys.resolve_selector`` gives it.
    """

    layer: int
    exactness: int
    key: str
    selector: str


class Verdict(NamedTuple):
    """Whether a rule runs, and what decides it.

    Attributes:
        runs: whether it does.
        on: what switches it on; None when nothing does.
        off: what switches it off: a mention of it, or a ``select`` that leaves it out; None when it runs, and when it is off
            by itself.
    """

    runs: bool
    on: Mention | None
    off: Mention | None


_DEFAULT: Final = Mention(-1, 0, "", "")


def choose_rules(registry: Registry, layers: Sequence[Layer]) -> tuple[ChosenRule, ...]:
    """Return the rules that run, in order of code, given layers from the lowest to the highest.

    A rule runs when a mention switches it on that no mention switches off. Switching off works on what the same or a
    lower layer switches on: in the same layer when it names the rule at least as exactly, from a higher layer always.
    A lower layer's switching off holds against a higher one only when it is the more exact: ``ignore = ["SP002"]`` in
    the file still holds under ``--select SP``, and no longer under ``--select SP002``.
    """
    return tuple(
        ChosenRule(entry, _values(entry, layers), _severity(entry, layers))
        for entry in registry
        if verdict(entry, layers).runs
    )


def _exactness(selector: str, rule: RuleEntry) -> int | None:
    """Return how exactly a selector names a rule, None when it does not."""
    names = ("ALL", rule.family, rule.name)
    return names.index(selector) if selector in names else None


def _mentions(selectors: Iterable[str], rule: RuleEntry, layer: int, key: str) -> list[Mention]:
    found = ((selector, _exactness(selector, rule)) for selector in selectors)
    return [Mention(layer, exactness, key, selector) for selector, exactness in found if exactness is not None]


def verdict(rule: RuleEntry, layers: Sequence[Layer]) -> Verdict:
    """Return whether a rule runs, given layers from the lowest to the highest; see ``choose_rules``."""
    on = [_DEFAULT] if rule.default else []
    ignored: list[Mention] = []
    silenced: list[Mention] = []
    replaced: Mention | None = None
    for index, layer in enumerate(layers):
        if layer.select is not None:
            on = _mentions(layer.select, rule, index, "select")
            replaced = Mention(index, 0, "select", "")
        if layer.extend_select:
            on += _mentions(layer.extend_select, rule, index, "extend-select")
        if layer.ignore is not None:
            ignored = _mentions(layer.ignore, rule, index, "ignore")
        if layer.extend_ignore:
            ignored += _mentions(layer.extend_ignore, rule, index, "extend-ignore")
        if layer.severity:
            off = (key for key, value in layer.severity.items() if value == OFF)
            silenced += _mentions(off, rule, index, "severity")
            if layer.severity.get(rule.name, OFF) != OFF:
                on.append(Mention(index, 2, "severity", rule.name))
    beaten: Mention | None = None
    for yes in reversed(on):
        beaten = next((no for no in (*ignored, *silenced) if _beats(no, yes)), None)
        if beaten is None:
            return Verdict(runs=True, on=yes, off=None)
    return Verdict(runs=False, on=None, off=beaten or replaced)


def _beats(off: Mention, on: Mention) -> bool:
    if off.layer == on.layer:
        return off.exactness >= on.exactness
    return off.layer > on.layer or off.exactness > on.exactness


def severity_mention(rule: RuleEntry, layers: Sequence[Layer]) -> Mention | None:
    """Return what decides how bad a rule's violations are; None for the rule itself."""
    for index in reversed([index for index, layer in enumerate(layers) if layer.severity]):
        for exactness, key in ((2, rule.name), (1, rule.family), (0, "ALL")):
            if layers[index].severity.get(key, OFF) != OFF:
                return Mention(index, exactness, "severity", key)
    return None


def _severity(rule: RuleEntry, layers: Sequence[Layer]) -> Severity | None:
    mention = severity_mention(rule, layers)
    return Severity[layers[mention.layer].severity[mention.selector].upper()] if mention else None


def _values(rule: RuleEntry, layers: Sequence[Layer]) -> Mapping[str, object]:
    values: dict[str, object] = {}
    for layer in layers:
        values.update(layer.options.get(rule.name, _EMPTY))
    return values
