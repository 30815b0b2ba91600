"""The rules of the place where a command is called, for commands that need no other settings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from contentlint.cli import options
from contentlint.cli.reporting import language_of, tell
from contentlint.config import load_plugins
from contentlint.engine.runner import shown_path
from contentlint.outputs.display import shown
from contentlint.rules.registry import Registry, RuleFileProblem, builtin


def which_rules() -> list[click.Option]:
    """Return the options that say which rules there are."""
    return [options.config(), options.no_plugins()]


def rules_here(config: Path | None, *, no_plugins: bool) -> Registry:
    """Return the rules, those that the settings here name included; what is wrong with some is told.

    Raises:
        ConfigError: the file of settings cannot be read.
    """
    registry = load_plugins(Path(), builtin(), config=config, run_code=not no_plugins).registry
    tell_problems(registry.problems, language_of(click.get_current_context()))
    return registry


def tell_problems(problems: Iterable[RuleFileProblem], language: str) -> None:
    """Say on standard error why rules cannot be used."""
    for problem in problems:
        line, column = problem.source.position(problem.span.start)
        tell(f"{shown(shown_path(problem.path))}:{line}:{column}: {shown(problem.message.render(language))}")
