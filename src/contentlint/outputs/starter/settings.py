"""The text of the first settings of a site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from contentlint.config.word_lists import usual_file
from contentlint.engine.survey.survey import Survey
from contentlint.language.packs import SPELLED
from contentlint.outputs.starter.front_matter import front_matter_lines
from contentlint.outputs.starter.shortcodes import shortcode_lines
from contentlint.outputs.starter.toml import comment, list_lines, listed, value
from contentlint.outputs.wording import HOME_URL
from contentlint.rules.base import BoundMessage, Message

_HEAD: Final = Message(
    en="Settings of contentlint, written by ‘contentlint init’ from what {pages} pages hold. Change whatever does not fit: each "
    "setting is explained on {url}",
    nl="Instellingen van contentlint, door ‘contentlint init’ opgesteld naar wat er in {pages} pagina’s staat. Verander wat niet "
    "past; elke instelling wordt uitgelegd op {url}",
)
_HUGO: Final = Message(
    en="A Hugo site, with its content in {folders}.", nl="Een Hugo-site, met de content in {folders}."
)
_PLAIN: Final = Message(
    en="A folder of Markdown files, without Hugo.", nl="Een map met Markdown-bestanden, zonder Hugo."
)
_SITES: Final = Message(
    en="A folder with a Hugo site in {folders}. Settings for one site alone belong in its own folder.",
    nl="Een map met een Hugo-site in {folders}. Instellingen voor één site horen in de map van die site.",
)
_BROKEN: Final = Message(
    en="Something in the settings of Hugo cannot be read; ‘contentlint check’ says what.",
    nl="Iets in de instellingen van Hugo is niet te lezen; ‘contentlint check’ zegt wat.",
)
_LANGUAGES: Final = Message(en="Languages of its pages: {languages}.", nl="Talen van de pagina’s: {languages}.")
_NOT_SPELLED: Final = Message(
    en="Spelling is checked in {spelled}; pages in other languages are checked for all the rest.",
    nl="Spelling wordt bekeken in {spelled}; pagina’s in andere talen op al het andere.",
)
_UNTOLD: Final = Message(
    en="Of {count} pages nothing tells the language. For these holds:",
    nl="Van {count} pagina’s is nergens aan te zien in welke taal ze zijn. Daarvoor geldt:",
)
_THEME: Final = Message(
    en="Theme: {theme}. contentlint knows how it shows the main image of a page.",
    nl="Thema: {theme}. contentlint weet hoe dat de hoofdafbeelding van een pagina toont.",
)
_MISSING: Final = Message(
    en="Not found here: {names}. Until it is (‘hugo mod vendor’ fetches modules), shortcodes that nobody knows are not reported.",
    nl="Hier niet gevonden: {names}. Zolang dat zo is (‘hugo mod vendor’ haalt modules op), worden onbekende shortcodes niet "
    "gemeld.",
)
_TEMPLATES: Final = Message(
    en="All templates are here, so contentlint reads from them which shortcodes there are and which image a page shows at the "
    "top; nothing needs to be said of these.",
    nl="Alle sjablonen staan hier, dus contentlint leest daarin welke shortcodes er zijn en welke afbeelding een pagina bovenaan "
    "toont; daarover hoeft hier niets te staan.",
)
_SPOKEN: Final = Message(
    en="The language of messages; without this line that of the computer.",
    nl="De taal van de meldingen; zonder deze regel die van de computer.",
)
_VERSION: Final = Message(
    en="The version of Hugo that builds the site, from {path}.",
    nl="De versie van Hugo die de site bouwt, uit {path}.",
)
_VERSIONS: Final = Message(
    en="Left off: the version of Hugo that builds the site, for {paths} name different ones.",
    nl="Weggelaten: de versie van Hugo die de site bouwt, want {paths} noemen verschillende.",
)
_NO_VERSION: Final = Message(
    en="The version of Hugo that builds the site; nothing here names it.",
    nl="De versie van Hugo die de site bouwt; niets noemt die hier.",
)
_NO_ZONE: Final = Message(
    en="The time zone of the site, which Hugo’s settings do not name. With it, contentlint checks offsets such as +02:00.",
    nl="De tijdzone van de site; de instellingen van Hugo noemen er geen. Staat die er, dan kijkt contentlint of +02:00 en dergelijke kloppen.",
)
_EXCLUDE: Final = Message(
    en="Markdown that is no page of the site; pre-commit would hand it over all the same.",
    nl="Markdown die geen pagina van de site is; pre-commit geeft die anders toch door.",
)
_WORDS: Final = Message(
    en="Names and jargon: contentlint reads rules/words.nl.txt, rules/words.en.txt and the like by itself.",
    nl="Namen en jargon: contentlint leest rules/words.nl.txt, rules/words.en.txt en dergelijke vanzelf.",
)
_FOUND: Final = Message(
    en="Words in {name}: {count}. Read them through once.", nl="Woorden in {name}: {count}. Lees ze één keer door."
)
_KEPT: Final = Message(
    en="{name} was there already and stayed as it was; ‘contentlint words suggest’ shows {count} more for it.",
    nl="{name} was er al en is niet veranderd; ‘contentlint words suggest’ laat er nog {count} zien.",
)
_DOUBTFUL: Final = Message(
    en="Left off, for they are probably mistakes: {count} in {language}. ‘contentlint words suggest’ shows them.",
    nl="Weggelaten, want waarschijnlijk fout: {count} in {language}. ‘contentlint words suggest’ laat ze zien.",
)
_IMAGES: Final = Message(
    en="How pages name their main image, and its alternative text. The theme is not here, so this is taken from the pages.",
    nl="Hoe pagina’s hun hoofdafbeelding noemen, en de alt-tekst erbij. Het thema staat hier niet; dit komt uit de pagina’s zelf.",
)
_NO_ALT: Final = Message(
    en="Left off: pages seem to name their main image in {keys}, but none has an alternative text. If the theme shows one:",
    nl="Weggelaten: pagina’s noemen hun hoofdafbeelding zo te zien in {keys}, maar nergens staat een alt-tekst. Als het thema er een "
    "toont:",
)


def settings_file(survey: Survey, language: str, message_language: str | None, existing: Collection[str]) -> str:
    """Return the text of the settings; for the arguments see ``starter_files``."""
    writer = _Writer(survey, language, message_language, existing)
    return "\n".join((*writer.lines(), ""))


class _Writer:
    def __init__(self, survey: Survey, language: str, message_language: str | None, existing: Collection[str]) -> None:
        self._survey: Final = survey
        self._language: Final = language
        self._spoken: Final = message_language
        self._existing: Final = existing

    def lines(self) -> Iterator[str]:
        yield from self._say(_HEAD(pages=self._survey.pages, url=f"{HOME_URL}en/latest/configuration/"))
        yield ""
        yield from self._about()
        yield ""
        yield from self._spoken_language()
        yield from self._hugo()
        if self._survey.elsewhere:
            yield ""
            yield from self._say(_EXCLUDE())
            yield from list_lines("exclude", (f"{name}/**" for name in self._survey.elsewhere))
        yield ""
        yield from self._words()
        yield from self._images()
        yield from shortcode_lines(self._survey, self._language)
        yield from front_matter_lines(self._survey, self._language)

    def _say(self, message: BoundMessage) -> Iterator[str]:
        yield from comment(message, self._language)

    def _about(self) -> Iterator[str]:
        survey = self._survey
        site = survey.site
        if site is not None:
            yield from self._say(_HUGO(folders=listed(f"{one}/" for one in survey.content)))
        elif survey.sites_below:
            yield from self._say(_SITES(folders=listed(f"{one}/" for one in survey.sites_below)))
        else:
            yield from self._say(_PLAIN())
        if site is not None and site.problems:
            yield from self._say(_BROKEN())
        if site is not None and site.theme:
            yield from self._say(_THEME(theme=site.theme))
        if site is not None and site.missing_themes:
            yield from self._say(_MISSING(names=listed(site.missing_themes)))
        elif site is not None and site.complete:
            yield from self._say(_TEMPLATES())
        told = {name: count for name, count in survey.languages.items() if name}
        if told:
            yield from self._say(_LANGUAGES(languages=listed((f"{name} ({n})" for name, n in told.items()), 24)))
        if told.keys() - set(SPELLED):
            yield from self._say(_NOT_SPELLED(spelled=", ".join(SPELLED)))
        untold = survey.languages.get("", 0)
        most = next(iter(told), "")
        if untold and most and told[most] >= 0.8 * sum(told.values()):
            yield from self._say(_UNTOLD(count=untold))
            yield f"language = {value(most)}"

    def _spoken_language(self) -> Iterator[str]:
        yield from self._say(_SPOKEN())
        mark = "" if self._spoken else "# "
        yield f"{mark}message-language = {value(self._spoken or self._language)}"

    def _hugo(self) -> Iterator[str]:
        site = self._survey.site
        if site is None:
            return
        versions = self._survey.versions
        yield ""
        if len(versions) == 1:
            yield from self._say(_VERSION(path=versions[0].path))
            yield f"hugo-version = {value(versions[0].version)}"
        else:
            yield from self._say(_VERSIONS(paths=listed(one.path for one in versions)) if versions else _NO_VERSION())
            yield f"# hugo-version = {value(versions[0].version if versions else '0.152.2')}"
        if not site.time_zone:
            yield ""
            yield from self._say(_NO_ZONE())
            yield '# time-zone = "Europe/Amsterdam"'

    def _words(self) -> Iterator[str]:
        yield from self._say(_WORDS())
        for language, words in self._survey.words.items():
            name = usual_file(language)
            if words:
                message = _KEPT if name in self._existing else _FOUND
                yield from self._say(message(name=name, count=len(words)))
            if doubtful := self._survey.doubtful[language]:
                yield from self._say(_DOUBTFUL(count=doubtful, language=language))

    def _images(self) -> Iterator[str]:
        site = self._survey.site
        images = self._survey.images
        if site is None or site.complete or site.theme or not images.feature_keys:
            return
        yield ""
        if images.alt_keys:
            yield from self._say(_IMAGES())
        else:
            yield from self._say(_NO_ALT(keys=listed(images.feature_keys)))
        mark = "" if images.alt_keys else "# "
        yield f"{mark}[images]"
        yield f"{mark}feature-keys = {value(images.feature_keys)}"
        yield f"{mark}alt-keys = {value(images.alt_keys or [f'{images.feature_keys[0]}Alt'])}"
