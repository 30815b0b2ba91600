"""``contentlint new-rule``: writes the file of a new rule of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from contentlint.cli import options
from contentlint.cli.files import PATH, Desk
from contentlint.cli.reporting import LANGUAGE, UsageProblem, language_of
from contentlint.cli.skeletons import python_rule, yaml_rule
from contentlint.cli.speaking import Argument, Command, Option, lang_option
from contentlint.config import load_plugins
from contentlint.config.plugins.python_rules import CODE, LONGEST_NAME, NAME
from contentlint.config.plugins.sources import FOLDER
from contentlint.engine.runner import shown_path
from contentlint.rules.base import Message
from contentlint.rules.registry import Registry, builtin
from contentlint.rules.system_errors import reason_of

_USUAL_FOLDER: Final = "rules"
_USUAL_LETTERS: Final = "HR"
_CODES: Final = re.compile(rb"\bHR[0-9]{3}\b")

_BAD_NAME: Final = Message(
    en="‘{given}’ is no name for a rule: words in lower case with hyphens between them, at most {longest} characters.",
    nl="‘{given}’ is geen naam voor een regel: kleine letters met streepjes ertussen, hoogstens {longest} tekens.",
)
_BAD_CODE: Final = Message(
    en="‘{given}’ is no code for a rule: two to four capitals and three digits, such as HR001.",
    nl="‘{given}’ is geen code voor een regel: twee tot vier hoofdletters en drie cijfers, zoals HR001.",
)
_TAKEN: Final = Message(en="There is a rule ‘{given}’ already.", nl="Er is al een regel ‘{given}’.")
_EXISTS: Final = Message(
    en="{path} exists already and is left as it is.", nl="{path} bestaat al en blijft zoals het is."
)
_NOT_WRITTEN: Final = Message(
    en="{path} could not be written ({reason}).", nl="{path} kon niet geschreven worden ({reason})."
)
_WRITTEN: Final = Message(
    en="Written: {path}. Make it yours, and try it with: contentlint test {folder}",
    nl="Geschreven: {path}. Maak hem van jezelf, en probeer hem met: contentlint test {folder}",
)
_SWITCH_ON: Final = Message(
    en='The rules in {folder} hold when this line stands at the top of contentlint.toml: {key} = "{folder}"',
    nl='De regels in {folder} gelden als bovenaan in contentlint.toml deze regel staat: {key} = "{folder}"',
)


def _write(
    name: str, *, python: bool, code: str | None, folder: Path | None, config: Path | None, lang: str | None
) -> None:
    ctx = click.get_current_context()
    ctx.meta[LANGUAGE] = language = lang or language_of(ctx)
    desk = Desk(language)
    plugins = load_plugins(Path(), builtin(), config=config, run_code=False)
    target = folder or plugins.folder or Path(_USUAL_FOLDER)
    code = code.upper() if code else _next_code(plugins.registry, target)
    if not re.fullmatch(NAME, name) or len(name) > LONGEST_NAME:
        raise UsageProblem(_BAD_NAME(given=name, longest=LONGEST_NAME))
    if not re.fullmatch(CODE, code):
        raise UsageProblem(_BAD_CODE(given=code))
    for key in (name, code):
        if plugins.registry.get(key):
            raise UsageProblem(_TAKEN(given=key))
    path = target / (f"{name.replace('-', '_')}.py" if python else f"{name}.yaml")
    try:
        target.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(python_rule(code, name) if python else yaml_rule(code, name))
    except FileExistsError:
        raise UsageProblem(_EXISTS(path=shown_path(path))) from None
    except OSError as error:
        raise UsageProblem(_NOT_WRITTEN(path=shown_path(path), reason=reason_of(error))) from None
    desk.say(_WRITTEN(path=shown_path(path), folder=shown_path(target)))
    if plugins.folder is None:
        desk.say(_SWITCH_ON(folder=shown_path(target), key=FOLDER))


def _next_code(registry: Registry, folder: Path) -> str:
    """Return the first code of the family of house rules that neither a rule nor a file in the folder has."""
    files = [path for suffix in ("yaml", "py") for path in folder.glob(f"*.{suffix}")]
    written = {code for path in files for code in _CODES.findall(path.read_bytes())}
    numbers = (f"{_USUAL_LETTERS}{number:03}" for number in range(1, 1000))
    return next((code for code in numbers if registry.get(code) is None and code.encode() not in written), "")


command = Command(
    "new-rule",
    callback=_write,
    help=Message(
        en="Write the file of a new rule of this site: one that works, to be made into another. NAME says what it reports, "
        "such as word-of-marketing.",
        nl="Schrijf het bestand van een nieuwe regel voor deze site: een die werkt, om er een andere van te maken. NAAM "
        "zegt wat de regel meldt, zoals word-of-marketing.",
    ),
    params=[
        Argument("name", options.NAME),
        Option(
            ["--python/--yaml"],
            default=False,
            help=Message(
                en="A rule with code, or one without. Default: --yaml.",
                nl="Een regel met code, of een zonder. Standaard: --yaml.",
            ),
        ),
        Option(
            ["--code"],
            metavar=Message(en="CODE", nl="CODE"),
            help=Message(
                en="Its second name, such as HR001. Default: the next that is free.",
                nl="De tweede naam, zoals HR001. Standaard: de eerste die vrij is.",
            ),
        ),
        Option(
            ["--folder"],
            type=PATH,
            metavar=options.FOLDER,
            help=Message(
                en="Where to write it. Default: the folder in the settings, or rules.",
                nl="Waar het komt te staan. Standaard: de map in de instellingen, of rules.",
            ),
        ),
        options.config(),
        lang_option(),
        options.debug(),
    ],
)
