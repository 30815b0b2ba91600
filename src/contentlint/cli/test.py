"""``contentlint test``: holds the rules of a site to their examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.files import PATH, Desk
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of
from contentlint.cli.rules_here import tell_problems
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Argument, Command, lang_option
from contentlint.config import load_plugins
from contentlint.config.plugins.load import Candidate, Plugins
from contentlint.config.plugins.sources import Sources
from contentlint.engine.runner import shown_path
from contentlint.outputs.display import shown
from contentlint.outputs.explanation import example_lines
from contentlint.rules.base import Message
from contentlint.rules.registry import builtin

_DONE: Final = 0
_FOUND: Final = 1
_FAILED: Final = 2
_LEAST: Final = 1
"""Examples of each kind that a rule of a site needs. A built-in rule needs two."""

_NO_FOLDER: Final = Message(en="There is no folder ‘{path}’.", nl="Er is geen map ‘{path}’.")
_NO_RULES: Final = Message(
    en="There are no rules of this site to test. Write one with ‘contentlint new-rule’, and name their folder at the "
    'top of contentlint.toml: rules-folder = "rules"',
    nl="Er zijn geen eigen regels om te testen. Schrijf er een met ‘contentlint new-rule’, en noem hun map "
    'bovenaan in contentlint.toml: rules-folder = "rules"',
)
_HOLDS: Final = Message(en="holds", nl="klopt")
_EXAMPLES: Final = Message(en="{count} examples", nl="{count} voorbeelden")
_ONE_EXAMPLE: Final = Message(en="1 example", nl="1 voorbeeld")
_ALL_HOLD: Final = Message(
    en="All rules do what their examples say: {count}.", nl="Alle regels doen wat hun voorbeelden zeggen: {count}."
)
_SOME_FAIL: Final = Message(
    en="Rules that do not do what their examples say: {failed} of {count}.",
    nl="Regels die niet doen wat hun voorbeelden zeggen: {failed} van {count}.",
)
_INVALID: Final = Message(
    en="{count} files with rules cannot be used; see above.",
    nl="{count} bestanden met regels zijn onbruikbaar; zie hierboven.",
)
_ONE_INVALID: Final = Message(
    en="1 file with rules cannot be used; see above.", nl="1 bestand met regels is onbruikbaar; zie hierboven."
)


def _test(folder: Path | None, *, config: Path | None, no_plugins: bool, lang: str | None) -> int:
    from contentlint.testing import ExampleError, check_rule  # noqa: PLC0415 - after a wrong call is refused

    ctx = click.get_current_context()
    ctx.meta[LANGUAGE] = language = lang or language_of(ctx)
    desk = Desk(language)
    plugins = _plugins(folder, config, run_code=not no_plugins)
    stream = prepare_output(machine=False)
    tell_problems(plugins.registry.problems, language)
    candidates = [
        one
        for one in plugins.candidates
        if plugins.folder
        and one.name.path.is_relative_to(plugins.folder)
        and (kept := plugins.registry.get(one.rule.info.name)) is not None
        and kept.rule is one.rule
    ]
    failed = 0
    width = max((len(one.rule.info.name) for one in candidates), default=0)
    for candidate in candidates:
        info = candidate.rule.info
        with TemporaryDirectory(prefix="contentlint-") as place:
            try:
                check_rule(candidate.rule, Path(place), plugins.registry, at_least=_LEAST)
            except ExampleError as error:
                failed += 1
                stream.write(f"{_place(candidate, error.number)}: {shown(error.message.render(language))}\n")
                if error.text:
                    stream.writelines(f"    {line}\n" for line in example_lines(error.text))
                continue
        count = len(candidate.rule.examples)
        examples = (_ONE_EXAMPLE() if count == 1 else _EXAMPLES(count=count)).render(language)
        stream.write(f"{info.code}  {info.name:{width}}  {_HOLDS.in_language(language)} ({examples})\n")
    broken = Counter(problem.path for problem in plugins.registry.problems)
    if broken:
        desk.say(_ONE_INVALID() if len(broken) == 1 else _INVALID(count=len(broken)))
    elif not candidates:
        desk.say(_NO_RULES())
    if candidates:
        desk.say(_SOME_FAIL(count=len(candidates), failed=failed) if failed else _ALL_HOLD(count=len(candidates)))
    return _FAILED if broken else _FOUND if failed else _DONE


def _plugins(folder: Path | None, config: Path | None, *, run_code: bool) -> Plugins:
    """Return the rules to test: those that the settings name, or those of a folder."""
    if folder is None:
        return load_plugins(Path(), builtin(), config=config, run_code=run_code)
    if not folder.is_dir():
        raise UsageProblem(_NO_FOLDER(path=folder))
    absolute = folder.absolute()
    return Plugins(builtin(), Sources(folder=absolute.name), None, absolute.parent, run_code=run_code)


def _place(candidate: Candidate, number: int | None) -> str:
    """Return where an example stands, or else the name of its rule."""
    path, source, span = candidate.name
    if number is not None and number < len(candidate.examples):
        span = candidate.examples[number]
    line, column = source.position(span.start)
    return f"{shown(shown_path(path))}:{line}:{column}"


command = Command(
    "test",
    callback=_test,
    help=Message(
        en="Hold the rules of this site to their examples: what is marked must be reported, and nothing else. Without "
        "FOLDER: the rules that contentlint.toml names.",
        nl="Toets de regels van deze site aan hun voorbeelden: wat gemerkt is moeten ze melden, en verder niets. Zonder "
        "MAP: de regels die contentlint.toml noemt.",
    ),
    epilog=Message(
        en="Exit codes: 0 all hold, 1 a rule does something else than its examples say, 2 a file with rules cannot be "
        "used.",
        nl="Exitcodes: 0 alles klopt, 1 een regel doet iets anders dan zijn voorbeelden zeggen, 2 een bestand met regels is "
        "niet te gebruiken.",
    ),
    params=[
        Argument("folder", options.FOLDER, type=PATH, required=False),
        options.config(),
        options.no_plugins(),
        lang_option(),
        options.debug(),
    ],
)
