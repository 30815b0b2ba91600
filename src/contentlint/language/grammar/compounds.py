"""Finds compounds that are written as two words: *download pagina, API specificatie, PostgreSQL instantie*."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from typing import Final

from contentlint.language.grammar.lexicon import Form, Lexicon
from contentlint.language.grammar.tokens import Sentence, word_set
from contentlint.language.grammar.verb_context import AUXILIARIES, SUBORDINATORS
from contentlint.text.records import NamedTuple


class CompoundFinding(NamedTuple):
    """Tokens that are one word: the first and the last of them, the compound, and what it is made of."""

    first: int
    last: int
    replacement: str
    reason: str


_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9]{1,5}|KvK|WiFi|IoT|PaaS|SaaS|IaaS")
_CAMEL: Final = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]*)+|[A-Z]{2,}[a-z]+[A-Za-z]*|[A-Z][a-z]+[A-Z]{2,}")


_CLASH: Final = re.compile("a[aeiu]|e[eiu]|i[eij]|o[eiou]|u[iu]")
_NO_ACRONYM: Final = word_set(
    "OK NB EN OF DE HET EEN IN OP TE IS NIET WEL JE IK WE ALS VAN VOOR MET AAN BIJ OM TOT UIT OVER NL BE EU UK US USA VS PS TODO"
    " AND OR NOT IF THE TO BY FOR AM PM BV NV VZW WK EK NK BK OS KB MB GB TB PB UP XYZ GO NU JA NEE DAN DAT DIT DIE MAAR WAT WIE HOE II III IV VI VII VIII IX XI XII"
)
_CLOSED: Final = word_set(
    """aan aangaande aangezien achter af al alle alleen alles als alsof alsook altijd ander andere anders beide beneden bij
    bijna binnen boven buiten daar dan dat de deel deze die dit doch door dus een eens en enkel enkele er erg ergens even
    extra genoeg geen ging goed graag groot haar half hem hen het hier hij hoe hun iemand iets ieder iedere in ja je juist
    kan kon kort laat lang langs liefst maar me mee meer meest men met mij mijn min minder mits na naar naast nee neer net
    niemand niet niets nog nooit nou nu of om omdat onder ons ooit ook op open over pas per plus rond samen sinds slechts
    sommige soms steeds te tegen ten ter terug thuis tijdens toch toen tot totaal tussen uit uw vaak van vanaf vanuit vast veel
    verder via vol volgens voor vooral voort vrij waar waarbij wat weer weg weinig wel welk welke wie wijd zeer zelf zich zo
    zoal zodat zoveel zonder zulk links rechts midden noord oost zuid west mogelijk nodig nul keer maal zoiets wellicht niks
    tegelijk immers onderaan bovenaan vooraan achteraan iedereen elk zover inclusief exclusief conform versus alsnog apart prima
    oké ok hallo dag dank bedankt aub svp alias vandaag morgen gisteren vroeg onze twee drie vier vijf zes zeven acht negen tien elf twaalf eerste tweede derde vierde glazen houten wij we zij ze u jij jou jouw ik hun"""
)
_MEASURED_FIRST: Final = word_set(
    "kop bos zak pot pak blik kist mand krat stapel bak emmer bord schaal handvol snee plak schijf bus"
)
"""What holds or measures the second noun when that is a plural or stands for a mass: *bos bloemen, kop koffie drinken*."""
_KNOWN_FIRST: Final = word_set(
    "gemeente project website blog film bedrijf straat bestand pagina systeem vereniging stad dorp provincie regel"
)
"""Nouns that may stand before a name or a noun of its own (*gemeente Utrecht*), and still open listed compounds."""
_APPOSED_FIRST: Final = word_set(
    "afdeling opleiding cursus studie docent leraar lerares student studente examen rubriek hoogleraar"
)
"""Nouns behind which a field stands by itself: *afdeling administratie, docent geschiedenis*."""
_MATERIALS: Final = word_set("plastic nylon rubber aluminium polyester")
"""Nouns that are adjectives, too: *plastic zakjes*."""
_NO_FIRST: Final = word_set(
    """twintig dertig veertig vijftig zestig zeventig tachtig negentig dertien veertien vijftien zestien zeventien achttien negentien
    richting aantal totaal soort soorten uren jaren dagen weken maanden type paar stuk stap hoofdstuk versie punt tabel figuur vraag groep lijst reeks rij serie
    verzameling jaar uur minuut seconde week maand keer euro dollar kilo gram liter meter centimeter kilometer procent graden
    blad glas fles doos kopje boel klasse klas methode functie module veld knop map bestand tabblad fase zin getal instantie
    verslag heer mevrouw meneer dokter professor koning koningin prins minister artikel lid bijlage deel pagina regel kolom
    niveau categorie stad dorp gemeente provincie regio straat meer zee berg rivier firma bedrijf merk vereniging stichting
    commissie werkgroep project programma applicatie systeem omgeving website blog boek film artikel sectie paragraaf
    optie parameter variabele object attribuut element tag keuze maat massa hoop bende beetje drietal tiental honderd duizend
    miljoen miljard dozijn kwart helft maximum-snelheid mits dank goed actie opmerking voorbeeld antwoord opdracht tip noot
    les vak leeuw januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag zomer winter variant model stage stadium sprint ronde scenario casus manier wijze
    vorm plek tijd keertje kant titel naam rol waarde status datum locatie onderwerp thema set registratie overzicht vaststelling selectie evaluatie sluiting woord begrip term begin einde oprichting voorbereiding begroting mening registratie consultatie reservering"""
)
_NO_SECOND: Final = word_set(
    """gebruik betrekking toezicht contact aandacht rekening gebrek baat recht plaats gevolg belang kans invloed start
    richting getuige toestemming bezwaar besluit afscheid kennis maal keer stuk plus via zin last dank deel januari februari
    maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag
    zondag euro procent uur jaar week maand dag vandaag stand sprake spijt ruimte tijd geld geluk hulp steun toegang
    inzicht antwoord vorm zorg ervaring energie zaak leiding verslag samen bv nv vzw inc ltd vorm aanleiding beschikking
    oorzaak reden matter moeite lid rapport bericht netjes mensen zaken"""
)
_VERBS_FIRST: Final = word_set("wil ben kost maak werk hoef kijk zet krijg doe ga kan kom moet zie weet geef vraag")
_DETERMINERS: Final = word_set(
    """de het een deze dit die dat geen elke elk ieder iedere alle mijn jouw je uw zijn haar ons onze hun eerste laatste volgende
    vorige van voor met bij op in door over per via naar uit aan als zonder tussen tot om"""
)


_ARTICLES: Final = word_set("de het deze die dit dat mijn jouw je uw zijn haar ons onze hun")
_BEFORE_ARTICLE: Final = word_set(
    "van voor met bij door over per via naar uit aan als zonder tussen tot om zoals op in binnen buiten onder boven tijdens"
    " sinds na naast langs tegen rond vanaf vanuit achter"
)
_OPENING: Final = word_set("de het een onze mijn jouw uw")
"""Words that can be nothing but the begin of a noun phrase."""
_LOOSE_BEFORE: Final = word_set(
    "open online per algemene hoge korte lage lange middellange openbare publieke sociale vrije"
)
"""Words that belong to the first noun more than it belongs to the second: *openbare ruimte, lange termijn, per definitie*."""
_LOOSE_FIRST: Final = word_set("online source hartje beweging offline richting")
_PREPOSITIONS: Final = word_set("van voor met bij door over per via naar uit aan als zonder tussen tot om zoals")


class CompoundChecker:
    """Looks for nouns that stand apart and belong together.

    Args:
        lexicon: the word forms of Dutch.
        compounds: compounds that are written as one word but stand in no dictionary, and the parts that make compounds:
            ``pagina-`` begins several of them, ``-nummers`` ends several.
        english: the words of English.
        is_rather_dutch: whether a word that both languages have is Dutch in the first place.
        exists: whether the dictionary accepts a word; asked where the grammar leaves hardly anything but a compound.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        compounds: Container[str],
        english: Container[str],
        is_rather_dutch: Callable[[str], bool],
        exists: Callable[[str], bool],
    ) -> None:
        self._lexicon: Final = lexicon
        self._compounds: Final = compounds
        self._english: Final = english
        self._is_rather_dutch: Final = is_rather_dutch
        self._exists: Final = exists

    def check(self, sentence: Sentence, page: Container[str] = ()) -> Iterator[CompoundFinding]:
        """Yield the split compounds of a sentence.

        Args:
            sentence: the sentence.
            page: the words of the page it stands on, in lower case; a compound among them is one word here too.
        """
        words, forms = sentence.words, sentence.forms
        taken = -1
        for index in range(len(words) - 1):
            if index <= taken:
                continue
            second = words[index + 1]
            if second == "-" and (found := self._behind_hyphen(sentence, index)):
                taken = index + 2
                yield found
                continue
            if (
                not forms[index + 1] & _NOUNS
                or not second.islower()
                or sentence.starts[index + 1] != sentence.ends[index] + 1
            ):
                continue
            if sentence.lower[index + 1] in _CLOSED or not _stands_free(sentence, index + 1):
                continue
            first = words[index]
            if not first[0].isalpha():
                continue
            if first.isupper() or not first[1:].islower():
                found = self._with_name(sentence, index)
            elif second == "standaard" and not (index and self._has_article(sentence, index - 1)):
                continue  # an adverb: in productie standaard aan
            else:
                found = self._with_noun(sentence, index, page)
            if found:
                taken = index + 1
                yield found

    def _behind_hyphen(self, sentence: Sentence, index: int) -> CompoundFinding | None:
        """Return *test- omgeving*: a hyphen with a space behind it and nothing that it is left out for."""
        if index + 2 >= len(sentence) or not sentence.joined(index) or sentence.joined(index + 1):
            return None
        first, second = sentence.words[index], sentence.words[index + 2]
        if not sentence.forms[index + 2] & _NOUNS or not second.islower() or second in _CLOSED:
            return None
        if not _stands_free(sentence, index + 2) or sentence.at(index + 3) in ("en", "of"):
            return None
        if _ACRONYM.fullmatch(first) and first not in _NO_ACRONYM:
            return CompoundFinding(index, index + 2, f"{first}-{second}", "acronym")
        joined = _join(first.lower(), second)
        if joined in self._lexicon or joined in self._compounds or joined.replace("-", "") in self._compounds:
            return CompoundFinding(index, index + 2, first + joined[len(first) :], "dictionary")
        return None

    def _with_name(self, sentence: Sentence, index: int) -> CompoundFinding | None:
        first, second = sentence.words[index], sentence.words[index + 1]
        if sentence.forms[index + 1] & ~(_NOUNS | Form.STEM) or second in _NO_SECOND:
            return None
        if sentence.forms[index + 1] & Form.STEM and (
            index == 0
            or not self._determined(sentence, index)
            or second in _VERBS_FIRST
            or sentence.at(index + 2) in _ARTICLES
        ):
            return None
        if second == "standaard" and not (index and self._has_article(sentence, index - 1)):
            return None
        if first.lower() in _CLOSED or self._goes_on_in_english(sentence, index + 1):
            return None
        if index and sentence.joined(index - 1) and sentence.lower[index - 1] in ("-", "/", "(", "&", "."):
            return None
        if (
            _ACRONYM.fullmatch(first)
            and first not in _NO_ACRONYM
            and not (index and sentence.words[index - 1].isupper())
        ):
            return CompoundFinding(index, index + 1, f"{first}-{second}", "acronym")
        if _CAMEL.fullmatch(first):
            return CompoundFinding(index, index + 1, f"{first}-{second}", "name")
        return None

    def _goes_on_in_english(self, sentence: Sentence, index: int) -> bool:
        """Whether a word is the begin of an English phrase: *YAML front matter*."""
        after = sentence.at(index + 1)
        return sentence.lower[index] in self._english and after in self._english and after not in self._lexicon

    def _with_noun(self, sentence: Sentence, index: int, page: Container[str]) -> CompoundFinding | None:
        first, second = sentence.lower[index], sentence.lower[index + 1]
        forms, second_forms = sentence.forms[index], sentence.forms[index + 1]
        if (
            first in _CLOSED
            or (first in _NO_FIRST and first not in _KNOWN_FIRST)
            or (second in _NO_SECOND and forms != Form.STEM)
            or len(first) < 3
            or not (forms & (Form.NOUN | Form.PLURAL) or not forms or forms == Form.STEM)
        ):
            return None
        before = index - 1
        if sentence.at(before) == "per" or (first in _MEASURED_FIRST and second_forms & Form.PLURAL):
            return None
        if sentence.at(before) in _MEASURED_FIRST and second_forms & Form.INFINITIVE:
            return None
        if sentence.at(before) == "open" and first == "source":
            return self._open_source(sentence, index)
        if index and sentence.words[index][0].isupper() and sentence.words[before][0].isupper():
            return None
        settled = self._opens_clause(sentence, index)
        unlikely = Form.INFLECTED | Form.ADJECTIVE | Form.INFINITIVE | Form.PARTICIPLE | (0 if settled else Form.THIRD)
        if forms & unlikely:
            return None
        determined = self._determined(sentence, index)
        verb = bool(forms & (_VERBAL | Form.THIRD))
        if first.endswith(_PERSONS) and first not in self._english and self._in_subordinate_clause(sentence, index):
            return None
        joined = _join(first, second)
        written = sentence.words[index] + joined[len(first) :]
        both_english = first in self._english and second in self._english
        english_pair = both_english and not self._is_rather_dutch(second)
        if (
            both_english
            and index
            and sentence.lower[before] in self._english
            and sentence.lower[before] not in self._lexicon
        ):
            return None  # the end of a longer English name: use case description
        if joined in self._lexicon:
            if not determined and (verb or second_forms & (Form.PAST | Form.INFINITIVE)):
                return None
            if (first in _KNOWN_FIRST or not forms & Form.NOUN) and forms and not self._has_article(sentence, before):
                return None
            if second_forms & _CLOSING and self._in_phrase(sentence, index):
                return None
            return CompoundFinding(index, index + 1, written, "dictionary")
        if first in _NO_FIRST or first in _APPOSED_FIRST or first in _MATERIALS:
            return None
        if (verb and not determined) or (
            second_forms & Form.INFINITIVE and not (index and self._has_article(sentence, before))
        ):
            return None
        if joined in self._compounds or joined in page:
            return CompoundFinding(index, index + 1, written, "likely" if english_pair else "attested")
        if self._must_be_one(sentence, index, settled=settled) and not english_pair and self._exists(joined):
            return CompoundFinding(index, index + 1, written, "likely" if settled else "attested")
        if (forms and not forms & Form.NOUN) or (verb and not settled) or second_forms & ~_NOUNS or english_pair:
            return None
        if first in ("minimum", "maximum"):  # never apart from the noun they measure
            return CompoundFinding(index, index + 1, written, "attested")
        productive = f"{first}-" in self._compounds and f"-{second}" in self._compounds
        if not productive or not determined or (first.endswith(_PERSONS) and first not in self._english):
            return None
        if sentence.at(before) not in _PREPOSITIONS and self._in_subordinate_clause(sentence, index):
            return None
        sure = self._is_one_thing(sentence, index) and not both_english
        return CompoundFinding(index, index + 1, written, "productive" if sure else "likely")

    @staticmethod
    def _is_one_thing(sentence: Sentence, index: int) -> bool:
        """Whether nothing else than a compound fits: *een impact analyse, voor data manipulatie*.

        In *op de achtergrond mensen* the second noun begins something new; a heading leaves out words between; and behind
        *open* and *online* the words belong together in another way.
        """
        before, first = sentence.lower[index - 1], sentence.words[index]
        if index == 0 or not first.islower() or before in _LOOSE_BEFORE or first in _LOOSE_FIRST:
            return False
        return not CompoundChecker._in_phrase(sentence, index)

    @staticmethod
    def _in_phrase(sentence: Sentence, index: int) -> bool:
        """Whether a preposition and an article stand before a noun, so that what follows may begin something new."""
        before = index - 1
        return index > 1 and sentence.lower[before] in _ARTICLES and sentence.lower[index - 2] in _BEFORE_ARTICLE

    @staticmethod
    def _opens_clause(sentence: Sentence, index: int) -> bool:
        """Whether a noun is what a sentence begins with, or a preposition and an article stand before it."""
        before = index - 1
        if index == 0 or sentence.lower[before] not in _OPENING:
            return False
        return index == 1 or (index == 2 and sentence.lower[0] in _BEFORE_ARTICLE)

    @staticmethod
    def _must_be_one(sentence: Sentence, index: int, *, settled: bool) -> bool:
        """Whether the first word cannot stand alone here: *een speel plaats*, *De school bibliotheek is*."""
        forms, second = sentence.forms[index], sentence.forms[index + 1]
        if second & ~(_NOUNS | Form.STEM):
            return False
        if forms == Form.STEM:
            before = sentence.lower[index - 1] if index else ""
            inflected = bool(index) and sentence.forms[index - 1] == Form.INFLECTED
            return before in ("de", "het", "een") or inflected
        if forms & Form.PLURAL or not forms & Form.NOUN:
            return False
        after = index + 2
        follows = sentence.forms[after] if after < len(sentence) else 0
        goes_on = sentence.at(after) in _FINITE or follows & Form.THIRD
        return settled and bool(goes_on) and index == 1

    @staticmethod
    def _open_source(sentence: Sentence, index: int) -> CompoundFinding:
        """Return *open source project*, three words that are one."""
        first = sentence.words[index - 1] if index == 1 else "open"
        return CompoundFinding(index - 1, index + 1, f"{first}source{sentence.words[index + 1]}", "dictionary")

    @staticmethod
    def _determined(sentence: Sentence, index: int) -> bool:
        """Whether a noun is likely to begin here: behind an article, an adjective, a preposition, or at the start."""
        before = index - 1
        return index == 0 or sentence.lower[before] in _DETERMINERS or bool(sentence.forms[before] & _ATTRIBUTIVE)

    @staticmethod
    def _has_article(sentence: Sentence, before: int) -> bool:
        return sentence.lower[before] in ("de", "het", "een") or bool(sentence.forms[before] & Form.INFLECTED)

    @staticmethod
    def _in_subordinate_clause(sentence: Sentence, index: int) -> bool:
        """Whether a subject and an object may meet here: *als een organisatie wijzigingen wil aanbrengen*."""
        at = index - 1
        while at >= 0 and sentence.lower[at] not in ".,;:!?()":
            if sentence.lower[at] in SUBORDINATORS:
                return True
            at -= 1
        return False


_PERSONS: Final = (
    "er",
    "or",
    "ant",
    "ist",
    "eur",
    "ent",
    "overheid",
    "organisatie",
    "gemeente",
    "praktijk",
    "einde",
    "begin",
    "team",
)
_NOUNS: Final = Form.NOUN | Form.PLURAL
_ATTRIBUTIVE: Final = Form.INFLECTED | Form.ADJECTIVE
_VERBAL: Final = Form.STEM | Form.PAST
_FINITE: Final = frozenset(AUXILIARIES)
_CLOSING: Final = Form.PAST | Form.INFINITIVE
"""Forms of verbs that close a clause, behind a noun that is no part of them (*uit de lucht aanvallen*)."""


def _join(first: str, second: str) -> str:
    """Return the two words as one, with a hyphen between vowels that would be read together: *demo-omgeving*."""
    return f"{first}-{second}" if _CLASH.search(first[-1] + second[0]) else first + second


def _stands_free(sentence: Sentence, index: int) -> bool:
    """Whether a word of letters is no half of something: *test- en ontwikkelomgeving*."""
    word = sentence.lower[index]
    return len(word) > 2 and word.isalpha() and not (sentence.joined(index) and sentence.lower[index + 1] in ("-", "/"))
