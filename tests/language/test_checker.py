"""The spelling check of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contentlint.language import Finding, Level, Piece, Reason, SpellChecker, WordList


def check(text: str, language: str = "nl", words: tuple[str, ...] = ()) -> list[Finding]:
    return list(SpellChecker(WordList(words)).check([Piece(text, language)]))


@pytest.mark.parametrize(
    ("text", "word", "suggestion", "level", "reason"),
    [
        ("Zij werd erdoor geschaadt.", "geschaadt", "geschaad", Level.MISTAKE, Reason.PARTICIPLE),
        ("Zij is geinteresseerd in alles.", "geinteresseerd", "geïnteresseerd", Level.MISTAKE, Reason.ACCENT),
        ("De productiviteitgroei valt tegen.", "productiviteitgroei", "productiviteitsgroei", Level.COMPOUND, Reason.LINKING_S),
        ("Hij zit met een burnout thuis.", "burnout", "burn-out", Level.COMPOUND, Reason.HYPHEN_MISSING),
        ("De patiënt is ge-opereerd.", "ge-opereerd", "geopereerd", Level.COMPOUND, Reason.HYPHEN_NEEDLESS),
        ("De themas van het jaar.", "themas", "thema's", Level.MISTAKE, Reason.PLURAL),
        ("Wij komen op 3 Maart langs.", "Maart", "maart", Level.CAPITAL, Reason.CAPITAL),
        ("Zij spreekt goed nederlands.", "nederlands", "Nederlands", Level.CAPITAL, Reason.CAPITAL),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_with_its_reason_and_what_was_meant(
    text: str, word: str, suggestion: str, level: Level, reason: Reason
) -> None:
    (finding,) = check(text)
    assert (finding.word, finding.suggestions[0], finding.level, finding.reason) == (word, suggestion, level, reason)
    assert text[finding.start : finding.end] == word


@pytest.mark.parametrize(
    "text",
    [
        "De AI-dwang groeit en AI's nemen het over.",
        "De voor- en nadelen van docentenopleidingen en -cursussen.",
        "We fietsten met Frodo naar Zutphen en dronken koffie bij Jansen.",
        "Kijk op voorbeeld.nl/blorkel of mail naar flurb@voorbeeld.nl, volg @flurbel en #blorkel.",
        "Het bestand flurbel.yaml staat in de map content/blorkels/ van de server.",
        "We deployen de frontend met een script en mergen daarna.",
        "Met ￼-component en het ￼bestandje.",
        "Maart is mooi. In maart bloeit het, zegt Mei Li van de Partij Islam.",
        "Bijv. op maandag, d.w.z. na het weekend, enz.",
        "Allez, ik heb goesting in een pintje bij de beenhouwer, amai.",
        "We hebben het geüpdatet en gedownload op de 5G-masten van de non-profitorganisatie.",
        "Let's Encrypt helpt ons, zegt ex-minister Kowalczyk van Sint-Niklaas.",
    ],
)
def test_what_is_no_mistake_is_not_reported(text: str) -> None:
    assert check(text) == []


def test_a_sentence_in_english_inside_dutch_prose_is_checked_as_english() -> None:
    assert [one.word for one in check("Zij riep het hard. That is definately the wordd that they use in it.")] == [
        "definately",
        "wordd",
    ]
    assert check("Zij riep het hard. The colour of their flags was what they had in the house.") == []


def test_a_sentence_in_dutch_inside_english_prose_is_checked_as_dutch() -> None:
    text = "She said it to them. De mensen werden door het weer geschaadt en dat was niet goed."
    (finding,) = check(text, "en")
    assert (finding.word, finding.suggestions[0]) == ("geschaadt", "geschaad")


@pytest.mark.parametrize(("opening", "closing"), ["“”", "„”", "‘’", "«»", '""'])
def test_what_a_dutch_sentence_quotes_in_english_is_checked_as_english(opening: str, closing: str) -> None:
    text = (
        f"De man was geinteresseerd en zei {opening}that is definately what they have{closing} tegen zijn beste vriend."
    )
    found = check(text)
    assert [(one.word, one.suggestions[0]) for one in found] == [
        ("geinteresseerd", "geïnteresseerd"),
        ("definately", "definitely"),
    ]


def test_what_a_sentence_quotes_in_a_language_without_a_dictionary_is_passed_over() -> None:
    text = "Op het bord stond “les chiens de la ville ne sont pas admis dans ce jardin” en dat was niet beslisend."
    assert [one.word for one in check(text)] == ["beslisend"]


def test_a_few_borrowed_words_do_not_make_a_sentence_foreign() -> None:
    assert [one.word for one in check("Met de back-end for the web is zij geinteresseerd.")] == ["geinteresseerd"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
        "Les habitants de la ville ont décidé de construire une école dans le quartier avec des bénévoles.",
        "Die Einwohner der Stadt haben beschlossen, mit den Nachbarn eine neue Schule für das Viertel zu bauen.",
        "Los vecinos de la ciudad han decidido construir una escuela nueva con los voluntarios del barrio.",
        "Gli abitanti della città hanno deciso di costruire una scuola nuova con i volontari del quartiere.",
        "Mieszkańcy miasta postanowili zbudować nową szkołę razem z sąsiadami i wolontariuszami dzielnicy.",
    ],
)
def test_a_sentence_in_a_language_without_a_dictionary_is_passed_over(text: str, language: str) -> None:
    assert check(text, language) == []


@pytest.mark.parametrize("text", ["x" * 100_000, "X" * 100_000, "geschaadt" * 10_000, "a.b/c_" * 10_000, "/" * 50_000])
def test_endless_words_are_passed_over_at_once(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize("word", ["flurbel", "flurbel's", "flurbel’s"])
def test_a_listed_word_is_right_as_it_is_listed(word: str) -> None:
    assert check(f"That is the {word} of the house.", "en", (word,)) == []


def test_an_english_word_is_right_with_and_without_its_accents() -> None:
    assert check("We met at the café, a cafe with a naïve façade, and ate a jalapeño.", "en") == []


def test_prose_in_a_language_without_a_dictionary_is_passed_over() -> None:
    assert check("Das ist ein gaanz besonderes Wortt.", "de") == []


@pytest.mark.parametrize("language", ["nl", "nl-BE", "nl_NL", "NL"])
def test_a_language_is_known_by_any_of_its_tags(language: str) -> None:
    assert [finding.word for finding in check("Zij is geinteresseerd.", language)] == ["geinteresseerd"]


def test_american_and_british_english_are_both_right() -> None:
    assert check("The colour of the center, organised and organized.", "en") == []


def test_an_english_mistake_is_reported() -> None:
    (finding,) = check("This will definately be the best year of them all.", "en")
    assert (finding.level, finding.suggestions[0]) == (Level.MISTAKE, "definitely")


def test_words_of_the_site_are_accepted() -> None:
    assert check("De blorkeltrunk staat aan.", words=("blorkeltrunk  # ons nieuwe apparaat",)) == []


def test_a_word_of_the_site_takes_the_forms_of_its_model() -> None:
    words = ("blorkeltrunk/tafel",)
    assert check("Twee blorkeltrunks.", words=words) == []
    assert check("Het blorkeltrunkzwats.", words=words) != []


@pytest.mark.parametrize(
    "text",
    [
        "Een blorkeltrunkproces.",
        "Het testblorkeltrunk.",
        "De blorkeltrunk-gids.",
        "De BLORKELTRUNK.",
        "Blorkeltrunk's tuin.",
    ],
)
def test_a_word_of_the_site_may_be_joined_with_known_words(text: str) -> None:
    assert check(text, words=("blorkeltrunk",)) == []
    assert check(text.lower()) != []


def test_a_word_that_the_site_writes_with_other_capitals_is_reported_with_its_spelling() -> None:
    (finding,) = check("Volg ons op blorkelhub.", words=("BlorkelHub",))
    assert (finding.level, finding.suggestions) == (Level.CAPITAL, ("BlorkelHub",))


def test_decomposed_accents_are_the_same_word_and_spans_stay_right() -> None:
    text = "Zij is gei\u0308nteresseerd in de beinvloede kei\u0308zer."
    assert [text[one.start : one.end] for one in check(text)] == ["beinvloede", "kei\u0308zer"]


def test_a_word_that_returns_is_reported_at_each_place() -> None:
    text = "De beslising viel, want een beslising moest."
    assert [(one.start, one.end) for one in check(text)] == [(3, 12), (28, 37)]


def test_the_piece_of_a_finding_is_told() -> None:
    pieces = [Piece("Een goede zin.", "nl"), Piece("Een beslising.", "nl", "heading"), Piece("A decision.", "en")]
    assert [one.piece for one in SpellChecker().check(pieces)] == [1]


@pytest.mark.parametrize("text", ["Dat is níet waar, zíj deed het.", "Eén ding: vóór de lunch.", "Dé plek voor ons."])
def test_accents_for_stress_are_right(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    "text", ["De (persoons)gegevens en docent(en).", "Het mbv iets, tzt en dwz dat.", "Heeeeel veel jaaaaaren."]
)
def test_brackets_in_words_abbreviations_and_cries_are_passed_over(text: str) -> None:
    assert check(text) == []


def test_a_rude_word_is_never_suggested() -> None:
    for word in ("kutt", "fukc", "shitt", "lulll", "klootzck"):
        for language in ("nl", "en"):
            for finding in check(f"Dat is een {word} of the day.", language):
                assert not any(
                    "kut" in one or "fuck" in one or "shit" in one or "kloot" in one for one in finding.suggestions
                )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80), st.sampled_from(["nl", "en"]))
def test_any_text_is_checked_and_findings_lie_in_it_in_order(text: str, language: str) -> None:
    found = check(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.text(alphabet="abcdefghijklmnoprstuvwxyz'-éëïAB. ", max_size=60))
def test_suggestions_never_repeat_the_word(text: str) -> None:
    for one in check(text):
        assert one.word not in one.suggestions
        assert len(set(one.suggestions)) == len(one.suggestions) <= 5


@pytest.mark.parametrize(
    "text", ["woordd " * 5000, "." * 100_000, "a.b" * 30_000, "/x" * 50_000, "http://" * 20_000, "\n;" * 50_000]
)
def test_long_strange_text_is_read_in_linear_time(text: str) -> None:
    assert {one.word for one in check(text)} <= {"woordd"}


@pytest.mark.parametrize(
    ("text", "suggestion"), [("Kom je s'avonds langs?", "'s avonds"), ("Het verkeergaat door.", "verkeer gaat")]
)
def test_words_run_together_are_told_apart(text: str, suggestion: str) -> None:
    (finding,) = check(text)
    assert (finding.reason, finding.suggestions[0]) == (Reason.SPLIT, suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "They were focussed on it and benefitted from an open-hearted, get-together-like talk.",
        "The cryptographic verifiers have their own topologies, severities and modularity.",
        "A webpage with blockquotes, backticks and shortcodes is in the mailinglist of the cycleways.",
        "We met the funders and the promotors of the house.",
        "The old way of the WAL is that the wal has the last word.",
        "Pandoc is what we have. The pandoc way is not for all of you.",
        "Run the flurbel-driver-loader when it is there.",
    ],
)
def test_an_english_word_that_is_made_as_words_are_made_is_no_mistake(text: str) -> None:
    assert [one.word for one in check(text, "en") if one.level is Level.MISTAKE] == []


def test_english_words_made_of_known_ones_are_not_reported_at_all() -> None:
    assert check("The cryptographic topologies of webpages, with backticks and a get-together.", "en") == []


def test_a_slip_in_one_part_of_an_english_word_with_a_hyphen_is_reported() -> None:
    (finding,) = check("It is a user-freindly way for all of them.", "en")
    assert (finding.word, finding.suggestions[0], finding.is_certain) == ("user-freindly", "user-friendly", False)


@pytest.mark.parametrize("word", ["developped", "usefull", "seperate", "occured", "begining", "accomodate"])
def test_a_common_english_mistake_is_certain(word: str) -> None:
    (finding,) = check(f"That was what they {word} about the house.", "en")
    assert finding.is_certain


def test_a_name_without_its_capital_is_reported_in_an_english_sentence() -> None:
    (finding,) = check("They are from belgium and they like it.", "en")
    assert (finding.level, finding.suggestions[0]) == (Level.CAPITAL, "Belgium")


@pytest.mark.parametrize("text", ["yemen", "emacs server start", "lima is what we have."])
def test_a_command_or_key_in_lower_case_is_no_name_without_its_capital(text: str) -> None:
    assert check(text, "en") == []


def test_a_word_of_place_opens_a_new_dutch_compound_with_a_noun_only() -> None:
    assert check("De bovenlamp hing aan een onderplank van de buitenmuur.") == []
    assert [one.word for one in check("Er was onderandere regen.")] == ["onderandere"]
