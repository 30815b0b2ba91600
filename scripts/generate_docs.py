"""Writes what is made from the code: docs/configuration.md, docs/rules/, and the results that the README shows."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from contentlint.config.keys import declare
from contentlint.config.shapes import Flag, ListOf, MapOf, Named, OptionValue, Shape, Table, Text
from contentlint.outputs.explanation import documentation, example_lines, toml_value
from contentlint.outputs.wording import FIXABLE, SEVERITY
from contentlint.rules.base import AnyRule, Example, Family, Invalid, Valid
from contentlint.rules.front_matter.schema.short import TYPE_NAMES
from contentlint.rules.registry import builtin

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
_NOTE = "<!-- Made by scripts/generate_docs.py; change the code instead. -->"
_MAXIMUM_EXAMPLES = 4
_SAMPLE = re.compile(r"^(```console\n\$ contentlint ([^\n]*)\n)(?:.*?)(^```)$", re.MULTILINE | re.DOTALL)
_WIDTH = 88
_OPTION_VALUES = {bool: "`true` or `false`", int: "a whole number", str: "a text", tuple: "a list of texts"}
_WORDS_OF_FAMILY = {
    Family.FRONT_MATTER: "Front matter",
    Family.IMAGES: "Images",
    Family.HEADINGS: "Headings",
    Family.SHORTCODES: "Shortcodes",
    Family.LINKS: "Links",
    Family.ACCESSIBILITY: "Accessibility",
    Family.SPELLING: "Spelling",
    Family.GRAMMAR: "Grammar",
    Family.LANGUAGETOOL: "LanguageTool",
    Family.TYPOGRAPHY: "Typography",
    Family.READABILITY: "Readability",
    Family.MARKUP: "Markup",
    Family.CONTENTLINT: "contentlint itself",
}

_CONFIGURATION = """\
# Settings

contentlint needs no settings. With them, a site says what holds for it: words that no dictionary has, keys that front
matter must hold, rules that do not fit.

## Where they stand

In `contentlint.toml`, `.contentlint.toml` or `.config/contentlint.toml`, or in `pyproject.toml` in the table
`[tool.contentlint]`. The nearest file above what is checked is used, up to the top of the git repository; the first in
this order wins where one folder has several, and the others are named in a message. `--config FILE` names another
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
    registry = builtin()
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    pages = {f"rules/{rule.info.name}.md": _rule_page(rule) for rule in registry}
    pages["rules/README.md"] = _rule_index()
    pages["configuration.md"] = _CONFIGURATION + "\n".join(_settings(declare(registry)))
    for path in (folder / "rules").glob("*.md"):
        if f"rules/{path.name}" not in pages:
            path.unlink()
    for name, text in pages.items():
        heading, _, rest = text.partition("\n")
        (folder / name).write_text(f"{heading}\n\n{_NOTE}\n{rest.rstrip()}\n", encoding="utf-8", newline="\n")


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
        yield f"{_sentence(key.help)} *{_describe(shape).capitalize()}.*"
        inner = _plain(shape.item) if isinstance(shape, ListOf) else shape
        if isinstance(inner, Table) and inner.keys:
            yield "\n| key | value | what it does |\n| --- | --- | --- |"
            for inner_name, inner_key in inner.keys.items():
                needed = " Required." if inner_key.required else ""
                yield f"| `{inner_name}` | {_describe(inner_key.shape)} | {_sentence(inner_key.help)}{needed} |"
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


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _rule_index() -> str:
    lines = [
        "# Rules",
        "",
        (
            "A rule has a name, by which it is known, and a code. Both work everywhere. “Mended” says what"
            " `contentlint check --fix` may do: *safe* leaves the rendered page as it was, *unsafe* changes it in the way the"
            " rule describes, *suggestion* is a choice for a person. In examples, ‾ stands under what is reported."
        ),
    ]
    registry = builtin()
    for family, title in _WORDS_OF_FAMILY.items():
        rules = registry.select(family.value)
        if not rules:
            continue
        lines += [
            "",
            f"## {title} ({family.value})",
            "",
            "| code | name | reports | in het Nederlands | severity | mended |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for rule in rules:
            info = rule.info
            severity = info.severity.label if info.default else f"{info.severity.label}, off by default"
            fixable = info.fixable.value if info.fixable else ""
            lines.append(
                f"| {info.code} | [{info.name}]({info.name}.md) | {info.summary.en} | {info.summary.nl} | {severity} "
                f"| {fixable} |"
            )
    return "\n".join(lines)


def _rule_page(rule: type[AnyRule]) -> str:
    info = rule.info
    facts = [f"Severity: {SEVERITY[info.severity].en}"]
    if info.fixable:
        facts.append(FIXABLE[info.fixable].en)
    if info.languages:
        facts.append(f"for texts in {', '.join(info.languages)}")
    if not info.default:
        facts.append("off by default")
    facts.append(f"since {info.since}")
    sections = [f"# {info.name} ({info.code})", f"**{info.summary.en}.** {', '.join(facts)}."]
    sections.append(f"*In het Nederlands: [{info.summary.nl}](#in-het-nederlands).*")
    if info.wcag:
        sections.append(f"WCAG 2.2: {', '.join(info.wcag)}.")
    sections.append(documentation(rule, "en"))
    sections += ["## Examples", *_examples(rule)]
    sections += _options(rule)
    sections += ["## Switch it off", *_switches(rule)]
    sections += ["## In het Nederlands", f"**{info.summary.nl}.**"]
    sections.append(documentation(rule, "nl").replace("\n## ", "\n### "))
    return "\n\n".join(sections)


def _examples(rule: type[AnyRule]) -> Iterator[str]:
    for kind, title in ((Invalid, "Wrong"), (Valid, "Right")):
        examples = sorted(
            (example for example in rule.examples if isinstance(example, kind)),
            key=lambda example: (len(example.files), len(example.options)),
        )
        for example in examples[:_MAXIMUM_EXAMPLES]:
            yield f"{title}{_circumstances(example)}:"
            yield _fenced(example.text)
            if example.fixed is not None:
                yield "Mended:"
                yield _fenced(example.fixed)


def _circumstances(example: Example) -> str:
    """Return what the reader must know besides the text of an example."""
    parts = []
    if example.path != "content/post/index.md":
        parts.append(f"in `{example.path}`")
    if example.files:
        parts.append(f"in a site with {', '.join(f'`{name}`' for name in example.files)}")
    if example.options:
        parts.append(f"with {', '.join(f'`{key} = {toml_value(value)}`' for key, value in example.options.items())}")
    return f" ({', '.join(parts)})" if parts else ""


def _fenced(text: str) -> str:
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return "\n".join((f"{fence}text", *example_lines(text), fence))


def _options(rule: type[AnyRule]) -> Iterator[str]:
    declared = rule.options_type.declared()
    if not declared:
        return
    lines = ["| option | default | what it does |", "| --- | --- | --- |"]
    for option in declared.values():
        choices = f" One of {', '.join(f'`{choice}`' for choice in option.choices)}." if option.choices else ""
        lines.append(f"| `{option.key}` | `{toml_value(option.default)}` | {_sentence(option.help.en)}{choices} |")
    yield "## Options"
    yield f"In the settings, in the table `[rules.{rule.info.name}]`:"
    yield "\n".join(lines)


def _switches(rule: type[AnyRule]) -> Iterator[str]:
    name = rule.info.name
    yield "In the text, for the next line or for the whole file:"
    yield (
        f"```markdown\n<!-- contentlint-disable-next-line {name} -- reason -->\n"
        f"<!-- contentlint-disable-file {name} -- reason -->\n```"
    )
    yield "In the settings:"
    yield f'```toml\nignore = ["{name}"]\n```'
    if not rule.info.default:
        yield "It is off by default. To switch it on:"
        yield f'```toml\nextend-select = ["{name}"]\n```'


if __name__ == "__main__":
    main()
    readme = ROOT / "README.md"
    readme.write_text(fill_samples(readme.read_text("utf-8")), encoding="utf-8", newline="\n")
