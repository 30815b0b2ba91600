"""Writes what is made from the code: docs/configuration.md, docs/rules/, docs/nl/rules/, and the results that other pages show."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from scripts.rule_pages import RulePages, sentence

from contentlint.config.keys import declare
from contentlint.config.plugins.load import Plugins
from contentlint.config.plugins.sources import Sources, pack_names
from contentlint.config.shapes import Flag, ListOf, MapOf, Named, OptionValue, Shape, Table, Text
from contentlint.rules.front_matter.schema.short import TYPE_NAMES
from contentlint.rules.registry import Registry, builtin

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
_NOTE = "<!-- Made by scripts/generate_docs.py; change the code instead. -->"
_SAMPLE = re.compile(r"^(```console\n\$ contentlint ([^\n]*)\n)(?:.*?)(^```)$", re.MULTILINE | re.DOTALL)
_WIDTH = 88
SAMPLED = ("README.md", "docs/index.md", "docs/nl/index.md")
"""Files in which calls of contentlint are followed by what they give."""
_OPTION_VALUES = {bool: "`true` or `false`", int: "a whole number", str: "a text", tuple: "a list of texts"}
_CONFIGURATION = """\
# Settings

contentlint needs no settings. With them, a site says what holds for it: words that no dictionary has, keys that front
matter must hold, rules that do not fit.

## Where they stand

In `contentlint.toml`, `.contentlint.toml` or `.config/contentlint.toml`, or in `pyproject.toml` in the table
`[tool.contentlint]`. The nearest file above what is checked is used, up to the top of the git repository. Where one
folder has several, the first in this order wins, and the others are named in a message. `--config FILE` names another
file, `--isolated` uses none. Paths and patterns start from the folder of the file.

A mistake in the settings is reported with its line and column, and nothing is checked until it is mended (exit code 2).
Editors that know JSON Schema complete and check the settings with
[contentlint.schema.json](contentlint.schema.json).

## An example

```toml
ignore = ["heading-all-caps"]          # a rule that does not fit here
severity = { TY = "info" }             # a whole family: worth a look, no more
exclude = ["content/archive/**"]       # never checked, not even by pre-commit
words = ["rules/words.nl.txt"]         # names and jargon, one a line
rules.heading-long = { max-length = 90 }  # an option of a rule

[[overrides]]                          # other settings for some pages
paths = ["content/press/**"]
ignore = ["LK002"]

[[front-matter]]                       # what front matter must hold
section = "posts"
required = ["title", "description", "date"]
types = { tags = "list of strings", description = { type = "string", max-length = 160 } }
```

## What goes before what

From weak to strong: the rules' own defaults, the file of settings, its `[[overrides]]` in their order, the command
line. What is stronger can switch off what is weaker; a rule that the file switches off by its own name stays off under
`--select SP`, and runs again under its own name.

Rules are meant by name (`heading-level-skip`), code (`HD002`) or family (`HD`), or all with `ALL`.

## In a page

A comment silences rules where an editor knows better; say why behind `--`.

```markdown
<!-- contentlint-disable-next-line link-text-vague -- the title of a book -->
<!-- contentlint-disable-line spelling-mistake -- quoted as it was written -->
<!-- contentlint-disable heading-level-skip --> … <!-- contentlint-enable heading-level-skip -->
<!-- contentlint-disable-file SP -- written in dialect -->
```

Several names stand with commas or spaces between them; without a name every rule is meant. In front matter:

```yaml
contentlint:
  disable: [spelling-unknown-word]
```

A suppression that silences nothing, or names a rule that does not exist, is reported itself.

## All settings
"""


def main(folder: Path = DOCS) -> None:
    """Write the pages; the same code gives the same bytes, and pages of rules that are gone are deleted."""
    pages = {"configuration.md": _CONFIGURATION + "\n".join(_settings(declare(builtin())))}
    registry, packs = every_rule()
    for language, below in (("en", "rules"), ("nl", "nl/rules")):
        made = RulePages(registry, packs, language).pages()
        pages |= {f"{below}/{name}": text for name, text in made.items()}
        for path in (folder / below).glob("*.md"):
            if path.name not in made:
                path.unlink()
    for name, text in pages.items():
        heading, _, rest = text.partition("\n")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{heading}\n\n{_NOTE}\n{rest.rstrip()}\n", encoding="utf-8", newline="\n")


def every_rule() -> tuple[Registry, Mapping[str, str]]:
    """Return all rules that come with contentlint, and in which pack they are, by name, when they are in one."""
    packs = {candidate.rule.info.name: name for name in pack_names() for candidate in _with_packs(name).candidates}
    return _with_packs(*pack_names()).registry, packs


def _with_packs(*names: str) -> Plugins:
    return Plugins(builtin(), Sources(packs=names), None, ROOT, run_code=False)


def fill_samples(text: str) -> str:
    """Return a text in which each call of contentlint behind ``$`` is followed by what it really gives."""
    return _SAMPLE.sub(lambda match: match[1] + _run(shlex.split(match[2])) + match[3], text)


def _run(arguments: list[str]) -> str:
    command = [sys.executable, "-m", "contentlint", *arguments]
    environment = {**os.environ, "COLUMNS": str(_WIDTH), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    result = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    return result.stdout


def _settings(table: Table) -> Iterator[str]:
    for name, key in sorted(table.keys.items()):
        shape = _plain(key.shape)
        yield f"\n### `{name}`\n"
        yield f"{sentence(key.help)} *{_describe(shape).capitalize()}.*"
        inner = _plain(shape.item) if isinstance(shape, ListOf) else shape
        if isinstance(inner, Table) and inner.keys:
            yield "\n| key | value | what it does |\n| --- | --- | --- |"
            for inner_name, inner_key in inner.keys.items():
                needed = " Required." if inner_key.required else ""
                yield f"| `{inner_name}` | {_describe(inner_key.shape)} | {sentence(inner_key.help)}{needed} |"
        if name == "front-matter":
            yield f"\nTypes for `types`: {', '.join(f'`{type_name}`' for type_name in TYPE_NAMES)}."
            yield "\nA table in place of a type sets limits too: `one-of`, `pattern`, `min-length`, `max-length`,"
            yield "`minimum`, `maximum`, `min-items`, `max-items`, `unique`."


def _plain(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, Named) else shape


def _describe(shape: Shape) -> str:
    """Return what a value may be, in words."""
    shape = _plain(shape)
    if isinstance(shape, Text):
        return f"one of {', '.join(f'`{choice}`' for choice in shape.choices)}" if shape.choices else "a text"
    if isinstance(shape, Flag):
        return "`true` or `false`"
    if isinstance(shape, ListOf):
        inner = _plain(shape.item)
        return "a list of tables" if isinstance(inner, Table) else "a list of texts"
    if isinstance(shape, OptionValue):
        return _OPTION_VALUES[type(shape.option.default)]
    if isinstance(shape, MapOf):
        inner = _plain(shape.other)
        return "a table by rule" if isinstance(inner, Table) else f"a table by rule or family, with {_describe(inner)}"
    return "a table"


if __name__ == "__main__":
    main()
    for name in SAMPLED:
        path = ROOT / name
        path.write_text(fill_samples(path.read_text("utf-8")), encoding="utf-8", newline="\n")
