"""What people are told when LanguageTool cannot be used."""

from __future__ import annotations

from typing import Final

from contentlint.language.languagetool.trouble import LanguageToolError, Trouble
from contentlint.rules.base import BoundMessage, Message

TROUBLES: Final = {
    Trouble.NO_LIBRARY: Message(
        en="LanguageTool needs one more part: install it with pip install 'contentlint[languagetool]'.",
        nl="Voor LanguageTool is nog iets nodig: installeer het met pip install 'contentlint[languagetool]'.",
    ),
    Trouble.NO_JAVA: Message(
        en="LanguageTool needs Java, and there is none on this computer. Install Java 17 or newer.",
        nl="LanguageTool heeft Java nodig, en dat staat niet op deze computer. Installeer Java 17 of nieuwer.",
    ),
    Trouble.OLD_JAVA: Message(
        en="LanguageTool needs Java 17 or newer; this computer has Java {detail}.",
        nl="LanguageTool heeft Java 17 of nieuwer nodig; deze computer heeft Java {detail}.",
    ),
    Trouble.NO_JARS: Message(
        en="LanguageTool is not in {detail}. Fetch it with: contentlint languagetool install",
        nl="LanguageTool staat niet in {detail}. Haal het op met: contentlint languagetool install",
    ),
    Trouble.NO_MAVEN: Message(
        en="Maven fetches LanguageTool, and it is not on this computer. Install it, or download LanguageTool yourself and "
        "let the variable LTP_JAR_DIR_PATH name its folder.",
        nl="Maven haalt LanguageTool op, en dat staat niet op deze computer. Installeer het, of download LanguageTool zelf "
        "en noem de map in de variabele LTP_JAR_DIR_PATH.",
    ),
    Trouble.NOT_FETCHED: Message(
        en="LanguageTool could not be fetched; nothing was changed. Maven said: {detail}",
        nl="LanguageTool kon niet worden opgehaald; er is niets veranderd. Maven meldde: {detail}",
    ),
    Trouble.NOT_STARTED: Message(
        en="LanguageTool did not start. It said: {detail}", nl="LanguageTool startte niet. Het meldde: {detail}"
    ),
    Trouble.SLOW_START: Message(
        en="LanguageTool was not ready within {detail} seconds. Allow it more with ‘start-seconds’.",
        nl="LanguageTool was niet binnen {detail} seconden klaar. Geef het meer tijd met ‘start-seconds’.",
    ),
    Trouble.UNREACHABLE: Message(
        en="The LanguageTool server at {detail} does not answer.",
        nl="De LanguageTool-server op {detail} geeft geen antwoord.",
    ),
    Trouble.SLOW_ANSWER: Message(
        en="LanguageTool took more than {detail} seconds over one paragraph. Allow it more with ‘request-seconds’.",
        nl="LanguageTool deed meer dan {detail} seconden over één alinea. Geef het meer tijd met ‘request-seconds’.",
    ),
    Trouble.BAD_ANSWER: Message(
        en="The server at {detail} does not answer as LanguageTool does.",
        nl="De server op {detail} antwoordt niet zoals LanguageTool.",
    ),
}
"""What is said of each trouble; ``detail`` is that of the error."""

_GOING_ON: Final = Message(
    en="{trouble} The text was checked without it.", nl="{trouble} De tekst is zonder LanguageTool bekeken."
)
_FROM_HERE_ON: Final = Message(
    en="{trouble} From {path} on, the text was checked without it.",
    nl="{trouble} Vanaf {path} is de tekst zonder LanguageTool bekeken.",
)


def explain(error: LanguageToolError) -> BoundMessage:
    """Return what is wrong."""
    return TROUBLES[error.trouble](detail=error.detail or "-")


def explain_run(error: LanguageToolError, path: str, *, any_read: bool) -> BoundMessage:
    """Return what is wrong, and what it means for the run.

    Args:
        error: what is wrong.
        path: the file at which it went wrong.
        any_read: whether files before it were read.
    """
    trouble = explain(error)
    return _FROM_HERE_ON(trouble=trouble, path=path) if any_read else _GOING_ON(trouble=trouble)
