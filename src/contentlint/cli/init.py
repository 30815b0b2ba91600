"""``contentlint init``: looks at a site and writes its first settings."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.files import PATH, Desk
from contentlint.cli.progress import Progress
from contentlint.cli.reporting import UsageProblem, language_of
from contentlint.cli.screen import prepare_output
from contentlint.cli.speaking import Argument, Command, Option, lang_option
from contentlint.config import Globs, Layer, Settings
from contentlint.config.companions import Companions
from contentlint.config.files import find
from contentlint.config.problems import ConfigError
from contentlint.config.word_lists import word_files
from contentlint.outputs.display import shown
from contentlint.rules.base import Message
from contentlint.rules.registry import builtin
from contentlint.rules.spelling.unknown_word import SpellingUnknownWord
from contentlint.rules.system_errors import reason_of

_DONE: Final = 0
_FAILED: Final = 2

_NO_FOLDER: Final = Message(en="{path} is no folder.", nl="{path} is geen map.")
_EXISTS: Final = Message(
    en="{path} has settings already, so nothing was written. To see what they do: contentlint config show",
    nl="{path} heeft al instellingen; er is niets geschreven. Wat ze doen, zie je met: contentlint config show",
)
_TAKEN: Final = Message(
    en="{path} is there already, so nothing was written. Move it away, or look at the rest with --dry-run.",
    nl="{path} bestaat al; er is niets geschreven. Zet dat bestand ergens anders, of bekijk de rest met --dry-run.",
)
_INSIDE: Final = Message(
    en="{path} lies in a Hugo site; its settings belong at the top of that. Run: contentlint init {root}",
    nl="{path} ligt in een Hugo-site; de instellingen horen bovenaan die site. Voer uit: contentlint init {root}",
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written: {reason}. Nothing was written.",
    nl="{path} kon niet worden geschreven: {reason}. Er is niets geschreven.",
)
_WRITTEN: Final = Message(en="Written: {path}", nl="Geschreven: {path}")
_NEXT: Final = Message(
    en="Read through {path}, and then run: contentlint check", nl="Lees {path} door, en voer dan uit: contentlint check"
)


def _init(folder: Path, *, dry_run: bool, lang: str | None) -> int:
    from contentlint.engine.discovery import default_paths, discover  # noqa: PLC0415 - not before the call is right
    from contentlint.engine.runner import shown_path  # noqa: PLC0415
    from contentlint.engine.survey.survey import survey  # noqa: PLC0415
    from contentlint.outputs.starter import starter_files  # noqa: PLC0415

    spoken = language_of(click.get_current_context())
    desk = Desk(spoken)
    _refuse(folder)
    lists = word_files(folder, None)
    settings = _settings_of_survey(folder, lists)
    content = default_paths(folder)
    discovery = discover(content, settings.is_excluded)
    for notice in discovery.notices:
        desk.notify(notice)
    if desk.failed or not discovery.files:
        return _FAILED
    progress = Progress(sys.stderr, spoken)
    try:
        seen = survey(folder, content, discovery.files, settings, on_progress=progress.update, on_notice=desk.notify)
    finally:
        progress.clear()
    files = starter_files(seen, spoken, message_language=lang, existing=lists)
    if dry_run:
        stream = prepare_output(machine=False)
        for name, text in files.items():
            stream.write(f"==> {shown(shown_path(folder / name))} <==\n{text}\n")
        return _DONE
    _write(folder, files)
    for name in files:
        desk.say(_WRITTEN(path=shown_path(folder / name)))
    desk.say(_NEXT(path=shown_path(folder / [*files][-1])))
    return _DONE


def _refuse(folder: Path) -> None:
    """Stop where no settings can be written, before anything is looked at.

    Raises:
        UsageProblem: says why.
        ConfigError: there are settings, and they cannot be read.
    """
    from contentlint.engine.runner import shown_path  # noqa: PLC0415
    from contentlint.site import Site  # noqa: PLC0415

    if not folder.is_dir():
        raise UsageProblem(_NO_FOLDER(path=shown_path(folder)))
    file, _ = find(folder)
    if file is not None and file.root.resolve() == folder.resolve():
        raise UsageProblem(_EXISTS(path=shown_path(file.path)))
    site = Site.find(folder)
    if site is not None and site.root != folder.resolve():
        root = "." if site.root == Path.cwd().resolve() else shown_path(site.root)
        raise UsageProblem(_INSIDE(path=shown_path(folder), root=root))


def _settings_of_survey(folder: Path, lists: tuple[str, ...]) -> Settings:
    """Return settings that look for unknown words only, besides those that are listed already."""
    companions = Companions(folder, folder)
    words = companions.words(lists)
    if companions.problems:
        raise ConfigError(tuple(companions.problems))
    layer = Layer(select=(SpellingUnknownWord.info.name,))
    return Settings(folder, builtin(), layer=layer, words=words, word_files=lists, exclude=Globs(()))


def _write(folder: Path, files: dict[str, str]) -> None:
    from contentlint.engine.creating import create_files  # noqa: PLC0415 - not for --dry-run
    from contentlint.engine.runner import shown_path  # noqa: PLC0415

    if taken := next((name for name in files if os.path.lexists(folder / name)), None):
        raise UsageProblem(_TAKEN(path=shown_path(folder / taken)))
    try:
        create_files(folder, {name: text.encode() for name, text in files.items()})
    except FileExistsError as error:
        raise UsageProblem(_TAKEN(path=shown_path(Path(error.filename2 or error.filename)))) from None
    except OSError as error:
        path = Path(error.filename or folder)
        raise UsageProblem(_NOT_WRITTEN(path=shown_path(path), reason=reason_of(error))) from None


command = Command(
    "init",
    callback=_init,
    help=Message(
        en="Look at a site and write its first settings: contentlint.toml, what front matter must hold, and words that no "
        "dictionary knows. Nothing is ever overwritten. Without FOLDER: the working folder.",
        nl="Bekijk een site en schrijf er de eerste instellingen voor: contentlint.toml, wat er in de front matter moet "
        "staan, en woorden die geen woordenboek kent. Er wordt nooit iets overschreven. Zonder MAP: de werkmap.",
    ),
    params=[
        Argument("folder", options.FOLDER, type=PATH, default=Path()),
        Option(
            ["--dry-run"],
            is_flag=True,
            help=Message(
                en="Show what would be written, and write nothing.",
                nl="Toon wat er geschreven zou worden, en schrijf niets.",
            ),
        ),
        lang_option(),
        options.debug(),
    ],
)
