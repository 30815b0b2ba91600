"""How sure the model of verb forms must be before a form is called wrong, by what the grammar around it leaves open.

Each function returns a bar: the likelihood of the other form from which it is beyond doubt, or ``NEVER``.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from contentlint.language.grammar.clauses import BE, BREAKS, COORDINATORS, Clause
from contentlint.language.grammar.lexicon import Form
from contentlint.language.grammar.tokens import Sentence, word_set

NEVER: Final = 2.0
"""A bar that no likelihood reaches."""

HEADLINE_KINDS: Final = frozenset({"heading", "item", "cell", "term", "title", "front-matter", "parameter", "alt"})
"""Kinds of prose that are often no whole sentences."""

_HAVE: Final = word_set("heeft heb hebt hebben had hadden")

_LIGHT: Final = word_set("al nog niet ook nu reeds wel goed er dit dat het alleen")

_PERSONS: Final = word_set("wie hij zij ze men dit iemand niemand iedereen")

_BEHIND_PARTICIPLE: Final = word_set("met op naar voor door in om als aan van uit bij tot over vanuit via volgens")

_NEUTER: Final = word_set("het dit dat elk")

_ATTRIBUTED: Final = Form.NOUN | Form.PLURAL | Form.INFLECTED

_EASY: Final = word_set("dat dit het wie die ze hij zij men er alles niemand iemand iedereen u wat")

_FREE_SUBORDINATORS: Final = word_set("dat die wat wie")

_OTHER_SUBJECTS: Final = word_set("wat er dat het die dit wie")
_PLACES: Final = word_set("in op bij onder via tijdens na met voor binnen vanaf sinds")
"""Words that often begin what stands before the verb when its subject follows: *in de bijlage vind je*."""

_BEFORE_INVERSION: Final = word_set(
    """dan nu hier hoe zo daarom dus daarna daarmee hiermee hierdoor daardoor waarom wanneer waar soms vaak vervolgens ook
    natuurlijk misschien eerst morgen vandaag eventueel en maar of"""
)

_TAKES_YOU: Final = word_set(
    """adviseert bedankt beschermt bespaart betaalt bevalt biedt boeit brengt dwingt geeft gunt helpt herinnert hoort houdt
    inspireert interesseert irriteert kan kost laat leert leidt levert lijkt lukt maakt mist motiveert neemt nodigt
    ondersteunt ontslaat ontzegt overkomt overtuigt past raadt scheelt schikt spijt staat stelt steunt stoort stuurt toont
    treft valt verbaast vergezelt verrast vertelt verzekert vraagt waarschuwt wijst wist ziet zit begeleidt voert bezorgt
    zet haalt trekt duwt roept behoedt verwelkomt informeert"""
)
"""Verbs that stand before *je* when *je* is the one to whom something happens: *dat geeft je tijd*."""

_BEHIND_SUBJECT_YOU: Final = word_set(
    """de het een dit dat deze die geen met op in uit van voor naar bij aan om over door als ook niet nog al wel dan nu
    hier er je jezelf samen vaak altijd zelf eens even graag dus gewoon alleen direct automatisch snel weer toch meer
    minder alle elke iets daardoor hierdoor daarmee hiermee daarvoor  niets veel zo zoals te tot tijdens via zonder tegen onder vanuit wat wie gratis lid daarna
    eerst echt misschien bijvoorbeeld steeds daar hem haar ze hen mij ons ermee ervan erin erop eraan ervoor eruit"""
)

_SUBJECTS_YOU: Final = word_set("je jij u")
_ROLES: Final = word_set("vrijwilliger donateur abonnee sponsor ambassadeur begeleider bestuurslid leraar ouder vriend")
_STATES: Final = word_set("nat ziek dik")
"""What one can become that is a noun besides."""

_ADVERBIAL: Final = word_set(
    """het de een als goed zoals niet zo reeds al te meer minder vaak zeer net pas nog veel naar onder op met van mits
    indien tenzij hoe door zodra wanneer waar eenmaal nader hieronder hierboven anders elders speciaal"""
)
"""Words that stand before a participle used as an adverb or adjective."""

_DETERMINERS: Final = word_set("de een deze elke alle geen mijn jouw uw onze ons hun haar")

_WORDS_OF_GIVING: Final = word_set(
    "aanbevolen aangeboden aangeraden aangeleerd aangereikt bijgebracht geboden geleerd gegeven gestuurd getoond gevraagd verteld"
    " toegestuurd toegezonden uitgelegd verzocht ontnomen opgelegd toegewezen bespaard"
)
"""Participles beside which *je* can be the one who gets something: *daarna wordt je gevraagd*."""


def participle_bar(sentence: Sentence, index: int, clause: Clause) -> float:
    """Return the bar for *gebeurt* being *gebeurd*."""
    before = sentence.at(index - 1)
    if sentence.lower[index] == "betekent" or sentence.forms[index - 1] & Form.PARTICIPLE:
        return NEVER
    if before == "zijn" and not (index > 1 and sentence.forms[index - 2] & Form.PLURAL):
        return NEVER  # what someone's being does
    if "zich" in sentence.lower[clause.start : index] and sentence.at(clause.aux_left) not in _HAVE:
        return NEVER
    bar = 0.5 if before in _LIGHT and sentence.at(index - 2) in BE else 0.75 if clause.aux_left >= 0 else 0.92
    if clause.aux_right:
        return NEVER if clause.subordinator and _opens_clause(sentence, index + 1, clause) else bar
    if clause.aux_left < 0 or clause.finite_between:
        return NEVER
    if clause.subordinator and clause.aux_left == index - 1 and before not in ("worden", "geweest"):
        # "wat nodig is gebeurt": the auxiliary may close its own clause
        return NEVER if clause.nested else max(bar, 0.97) if clause.aux_left > clause.start + 1 else bar
    return bar


def _opens_clause(sentence: Sentence, aux: int, clause: Clause) -> bool:
    """Whether an auxiliary belongs to what follows: *de plek waar dat gebeurt is ruimer*."""
    if sentence.lower[aux] not in ("is", "was", "zijn", "waren") or aux + 1 >= clause.end:
        return False
    behind = sentence.lower[aux + 1]
    return behind not in _BEHIND_PARTICIPLE and behind not in COORDINATORS and behind not in BE


def stem_bar(sentence: Sentence, index: int, clause: Clause) -> float:
    """Return the bar for *wordt* before *je* or *ik* being *word*."""
    word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
    bar = 0.85 if word == "wordt" else 0.9
    if before in _OTHER_SUBJECTS:
        return NEVER
    if after == "ik":
        return bar
    if (
        after != "je"
        or word in _TAKES_YOU
        or (word == "wordt" and _WORDS_OF_GIVING.intersection(sentence.lower[index:]))
    ):
        return NEVER
    if before in COORDINATORS and any(word in _SUBJECTS_YOU for word in sentence.lower[:index]):
        return NEVER  # "wil je dat en gaat je dan vervelen"
    if sentence.at(index + 2) not in _BEHIND_SUBJECT_YOU and not _is_said_of_you(sentence, index):
        return NEVER
    opened = index > clause.start and sentence.lower[clause.start] in _PLACES and not clause.finite_left
    inverted = index == 0 or before in BREAKS or before in _BEFORE_INVERSION or word == "wordt" or opened
    return bar if inverted else NEVER


def _is_said_of_you(sentence: Sentence, index: int) -> bool:
    """Whether behind *wordt je* comes what you become (*nat, boos, geholpen*), and nothing that can be yours."""
    at = index + 2
    if at >= len(sentence):
        return False
    word, forms = sentence.lower[at], sentence.forms[at]
    if sentence.lower[index] == "wordt" and ((word.startswith("ge") and word.endswith("en")) or word in _ROLES):
        return not forms or word in _ROLES
    becomes = Form.PARTICIPLE | (Form.ADJECTIVE if sentence.lower[index] == "wordt" else 0)
    own = Form.PLURAL | Form.INFLECTED
    return bool(forms & becomes) and not forms & (own if word in _STATES else own | Form.NOUN)


def third_of_participle_bar(
    sentence: Sentence, index: int, clause: Clause, kind: str, frequent: Container[str]
) -> float:
    """Return the bar for *gebeurd* being *gebeurt*.

    Args:
        sentence: the sentence.
        index: the token of the verb.
        clause: its clause.
        kind: the kind of prose.
        frequent: the most frequent words of the language.
    """
    word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
    if clause.finite_left or clause.finite_right or (before in _ADVERBIAL and before != "het"):
        return NEVER
    if index and sentence.forms[index - 1] & Form.INFINITIVE:
        return NEVER
    if after == "te" or (after in ("en", "of", ",", "/") and _shares_auxiliary(sentence, index)):
        return NEVER
    if any(near in ("wordt", "worden", "werd") for near in sentence.lower[max(0, index - 8) : index]):
        return NEVER
    if sentence.forms[index] & (Form.ADJECTIVE | Form.INFLECTED):
        closes = clause.subordinator in _FREE_SUBORDINATORS and index + 1 == clause.end
        return 0.97 if before in _PERSONS or closes else NEVER
    if not clause.subordinator and index and sentence.forms[index - 1] & (Form.PLURAL | Form.NOUN) == Form.PLURAL:
        return NEVER
    if word in ("gebeurd", "betekend") and before in ("dit", "dat", "het", "alles"):
        return 0.35
    if before in _NEUTER and index + 1 < len(sentence) and sentence.forms[index + 1] & _ATTRIBUTED:
        return NEVER
    unknown = index + 1 < len(sentence) and not sentence.forms[index + 1]
    if (before == "het" or (before in _NEUTER and unknown)) and after and after not in frequent and after not in BREAKS:
        return NEVER
    if before in _EASY:
        return 0.9
    if kind in HEADLINE_KINDS:
        return NEVER
    return 0.98 if after in _BEHIND_PARTICIPLE else 0.95


def _shares_auxiliary(sentence: Sentence, index: int) -> bool:
    """Whether a list of participles goes on (*veranderd of verbeterd is*), or a remark (*wat, eenmaal vertaald, ...*)."""
    if sentence.at(index + 1) == "," and sentence.at(index - 1) in ("wat", "die"):
        return True
    near = range(index + 2, min(index + 5, len(sentence)))
    return any(sentence.forms[at] & Form.PARTICIPLE or sentence.lower[at] == "-" for at in near) or (
        sentence.at(index + 1) != "," and any(sentence.lower[at] in BE for at in near)
    )


def third_of_stem_bar(sentence: Sentence, index: int, clause: Clause) -> float:
    """Return the bar for *vind* being *vindt*."""
    word, before, after = sentence.lower[index], sentence.at(index - 1), sentence.at(index + 1)
    if index == 0 or clause.first_person or "jij" in sentence.lower[index : index + 4]:
        return NEVER
    if after in ("je", "ik", "jullie", "-") or before in ("en", "of", "om", "te", "je", "jij"):
        return NEVER
    if before in BREAKS and after != "u":
        return NEVER
    if before in _DETERMINERS and index + 1 < len(sentence) and sentence.forms[index + 1] & (Form.NOUN | Form.PLURAL):
        return NEVER
    if word[-1] != "d":
        return 0.85
    if sentence.forms[index] & Form.PARTICIPLE:
        alone = clause.aux_left < 0 and not clause.finite_left and not clause.aux_right
        return 0.985 if alone and (clause.subordinator or before in _EASY) else NEVER
    return 0.85 if before in ("hij", "u", "men", "er", "wie") or after == "u" else 0.9
