"""The settings of LanguageTool."""

from __future__ import annotations

from typing import Final

from contentlint.rules.base import Options, option

REMOTE_SERVER: Final = "remote-server"


class LanguageToolSettings(Options):
    """How LanguageTool is used. These hold for a whole run: there is one server."""

    enabled: bool = option(
        False,
        en="Whether LanguageTool reads the text, too. Default: when the rule is selected by name or family.",
        nl="Of LanguageTool de tekst ook leest. Standaard: als de regel bij naam of familie gekozen is.",
    )
    required: bool = option(
        False,
        en="Whether a run fails (exit code 2) when LanguageTool cannot be used. Default: false.",
        nl="Of het mislukt (exitcode 2) als LanguageTool niet werkt. Standaard: false.",
    )
    remote_server: str = option(
        "",
        en="The address of a server of LanguageTool. All text is sent there. Default: a server on this computer.",
        nl="Het adres van een LanguageTool-server. Alle tekst gaat daarheen. Standaard: een server op deze computer.",
    )
    start_seconds: int = option(
        60,
        minimum=1,
        en="How many seconds the server may take to start. Default: 60.",
        nl="Hoeveel seconden de server mag nemen om te starten. Standaard: 60.",
    )
    request_seconds: int = option(
        60,
        minimum=1,
        en="How many seconds it may take over one paragraph. Default: 60.",
        nl="Hoeveel seconden het over één alinea mag doen. Standaard: 60.",
    )
    memory: int = option(
        1024,
        minimum=256,
        en="The most memory the server may use for its data, in MB. Default: 1024.",
        nl="Hoeveel geheugen de server hoogstens mag gebruiken voor zijn gegevens, in MB. Standaard: 1024.",
    )
    picky: bool = option(
        False,
        en="Whether LanguageTool remarks on matters of taste, too. Default: false.",
        nl="Of LanguageTool ook over kwesties van smaak iets zegt. Standaard: false.",
    )
    spelling: bool = option(
        False,
        en="Whether LanguageTool judges single words, too; words that our dictionary knows are left out. Default: false.",
        nl="Of LanguageTool ook losse woorden beoordeelt; wat ons woordenboek kent blijft weg. Standaard: false.",
    )
    ignore: tuple[str, ...] = option(
        (),
        en="Rules and categories of LanguageTool that are not to be used, by the ids it gives them.",
        nl="Regels en categorieën van LanguageTool die niet gebruikt worden, bij de id's die het ze geeft.",
    )
