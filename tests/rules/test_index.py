"""The index of the built-in rules says what their classes say."""

import subprocess
import sys
from pathlib import Path

from scripts.generate_index import INDEX, classes, text

from contentlint.rules import entry, index, registry
from contentlint.rules.entry import RuleEntry, facts_of

ROOT = Path(__file__).parents[2]


def test_the_index_is_up_to_date() -> None:
    assert Path(index.__file__) == INDEX
    assert INDEX.read_text("utf-8") == text(), "a rule is new or changed: run ‘make generated’"


def test_an_entry_leads_to_its_class_and_says_what_the_class_says() -> None:
    entries = list(registry.builtin())
    assert [one.rule for one in entries] == classes()
    assert [one.name for one in entries] == [one.info.name for one in entries]
    for one in entries:
        made = RuleEntry.of(one.rule)
        for key in entry.RuleEntry.__slots__:
            if key.islower() and not key.startswith("_"):
                assert getattr(made, key) == getattr(one, key), (one.name, key)
        assert one.origin is None


def test_facts_are_plain_data() -> None:
    def plain(value: object) -> bool:
        return isinstance(value, str | bool) or (isinstance(value, tuple) and all(map(plain, value)))

    assert all(plain(facts_of(rule)) for rule in classes())


def test_choosing_rules_loads_none() -> None:
    code = (
        "import sys\n"
        "from contentlint.config.layers import Layer, choose_rules\n"
        "from contentlint.rules.registry import builtin\n"
        "assert choose_rules(builtin(), [Layer()])\n"
        "print([name for name in sys.modules if name.startswith('contentlint.rules.') and name.count('.') > 2"
        " and name not in ('contentlint.rules.languagetool.settings', 'contentlint.rules.spelling.entry')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
