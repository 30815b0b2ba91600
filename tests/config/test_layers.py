"""Which rules run, and how bad what they find is."""

import pytest

from contentlint.config.layers import Layer, choose_rules
from contentlint.rules.base import Severity
from contentlint.rules.registry import Registry

DEFAULT = ["HD005", "SP001", "SP002"]


def codes(registry: Registry, *layers: Layer) -> list[str]:
    return [chosen.entry.code for chosen in choose_rules(registry, layers)]


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], DEFAULT),
        ([Layer(select=("HD",))], ["HD005", "HD011"]),
        ([Layer(select=("ALL",))], ["HD005", "HD011", "SP001", "SP002"]),
        ([Layer(select=())], []),
        ([Layer(extend_select=("heading-emoji",))], ["HD005", "HD011", "SP001", "SP002"]),
        ([Layer(ignore=("SP",))], ["HD005"]),
        ([Layer(ignore=("ALL",))], []),
        # Within one place the more exact name wins, and switching off wins between equals.
        ([Layer(select=("spelling-mistake",), ignore=("SP",))], ["SP001"]),
        ([Layer(select=("SP",), ignore=("spelling-mistake",))], ["SP002"]),
        ([Layer(select=("spelling-mistake",), ignore=("spelling-mistake",))], []),
        # What stands above has the last word ...
        ([Layer(extend_select=("heading-emoji",)), Layer(ignore=("HD",))], ["SP001", "SP002"]),
        ([Layer(ignore=("SP",)), Layer(select=("SP",))], ["SP001", "SP002"]),
        ([Layer(ignore=("spelling-mistake",)), Layer(select=("spelling-mistake",))], ["SP001"]),
        # ... but a family does not bring back a single rule that the site does not want.
        ([Layer(ignore=("spelling-mistake",)), Layer(select=("SP",))], ["SP002"]),
        ([Layer(extend_ignore=("spelling-mistake",)), Layer(extend_select=("SP",))], ["HD005", "SP002"]),
        # ``ignore`` replaces what was ignored, ``extend-ignore`` adds to it.
        ([Layer(ignore=("SP",)), Layer(ignore=("HD",))], ["SP001", "SP002"]),
        ([Layer(ignore=("SP",)), Layer(extend_ignore=("HD",))], []),
        ([Layer(ignore=("SP",)), Layer(ignore=())], DEFAULT),
        # A severity switches a rule on or off, a severity of a family only off.
        ([Layer(severity={"heading-emoji": "info"})], ["HD005", "HD011", "SP001", "SP002"]),
        ([Layer(severity={"HD": "info"})], DEFAULT),
        ([Layer(severity={"SP": "off"})], ["HD005"]),
        ([Layer(severity={"SP": "off", "spelling-mistake": "error"})], ["HD005", "SP001"]),
        ([Layer(severity={"heading-emoji": "info"}), Layer(select=("SP",))], ["SP001", "SP002"]),
        ([Layer(severity={"SP": "off"}), Layer(ignore=())], ["HD005"]),
    ],
)
def test_layers_choose_rules(registry: Registry, layers: list[Layer], expected: list[str]) -> None:
    assert codes(registry, *layers) == expected


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], None),
        ([Layer(severity={"SP": "error"})], Severity.ERROR),
        ([Layer(severity={"ALL": "info", "SP": "error"})], Severity.ERROR),
        ([Layer(severity={"SP": "error", "spelling-mistake": "info"})], Severity.INFO),
        ([Layer(severity={"spelling-mistake": "info"}), Layer(severity={"SP": "error"})], Severity.ERROR),
    ],
)
def test_severity_comes_from_the_highest_layer_and_there_from_the_most_exact_name(
    registry: Registry, layers: list[Layer], expected: Severity | None
) -> None:
    chosen = {one.entry.code: one.severity for one in choose_rules(registry, layers)}
    assert chosen["SP001"] == expected


def test_options_of_higher_layers_replace_those_below_one_by_one(registry: Registry) -> None:
    layers = [
        Layer(options={"heading-long": {"max-length": 10, "strict": True}}),
        Layer(options={"heading-long": {"max-length": 20}}),
    ]
    options = choose_rules(registry, layers)[0].options
    assert vars(options) == {"max_length": 20, "style": "short", "allow": (), "strict": True}
