"""``contentlint rule``: explains a rule."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.reporting import UsageProblem, language_of
from contentlint.cli.rules_here import rules_here, which_rules
from contentlint.cli.screen import prepare_output, width
from contentlint.cli.speaking import Argument, Command, lang_option
from contentlint.config.keys import unknown_rule
from contentlint.config.plugins.packs import rules_of_packs
from contentlint.outputs.explanation import as_data, as_text
from contentlint.rules.base import Message

_WIDEST: Final = 100


def _explain(
    name: str,
    *,
    output_format: str,
    config: Path | None,
    no_plugins: bool,
    lang: str | None,  # noqa: ARG001 - kept by its option
) -> None:
    registry = rules_here(config, no_plugins=no_plugins)
    rule = registry.get(name) or rules_of_packs().get(name)
    if rule is None:
        raise UsageProblem(unknown_rule(registry, name))
    stream = prepare_output(machine=output_format == "json")
    if output_format == "json":
        stream.write(dumps(as_data(rule.rule), ensure_ascii=False, indent=1) + "\n")
        return
    lines = as_text(rule.rule, language_of(click.get_current_context()), min(width(), _WIDEST))
    stream.writelines(f"{line}\n" for line in lines)


command = Command(
    "rule",
    callback=_explain,
    help=Message(
        en="Explain a rule: what it reports, why, with examples, its options and how to switch it off. NAME is its name or "
        "its code.",
        nl="Leg een regel uit: wat hij meldt, waarom, met voorbeelden, zijn opties en hoe je hem uitzet. NAAM is zijn naam "
        "of zijn code.",
    ),
    params=[
        Argument("name", options.NAME),
        options.output_format(("text", "json")),
        *which_rules(),
        lang_option(),
        options.debug(),
    ],
)
