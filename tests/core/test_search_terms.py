"""Folding makes spellings equal, terms say what a search means, marks stand where the hit is."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.core.entities import CustomerDraft
from desktop_app.core.phones import PhoneKey
from desktop_app.core.search_terms import (
    LONGEST_SEARCH,
    MOST_WORDS,
    fold,
    highlight,
    index_terms,
    parts_of,
    search_terms,
    sound_token,
    words,
)

TYPED = st.text(max_size=40) | st.text(alphabet="aeouäöüßéAEOUé' -.@", max_size=20)


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (("Müller", "Mueller", "MULLER", "Mu\u0308ller", "muller"), "muller"),
        (("Groß", "GROSS", "gross", "GROẞ"), "gros" + "s"),
        (("Łukasz", "lukasz"), "lukasz"),
        (("Sørensen", "Soerensen", "Sorensen"), "sorensen"),
        (("Yıldız", "YILDIZ", "yildiz", "Yİldİz"), "yildiz"),
        (("Œuvre", "Oeuvre"), "ouvre"),
        (("Ægir", "Aegir"), "agir"),
        (("Þór", "thor"), "thor"),
        (("Đorđe", "Dorde"), "dorde"),
        (("O'Brien", "O’Brien", "OBrien", "O`Brien"), "obrien"),
        (("René", "Rene\u0301", "RENE"), "rene"),
        (("Ｍüller", "Müller"), "muller"),
        (("Dvořák", "dvorak"), "dvorak"),
        (("Σοφός", "σοφοσ"), "σοφοσ"),
    ],
)
def test_spellings_of_one_name_fold_alike(spellings: tuple[str, ...], folded: str) -> None:
    """Case, accents, apostrophes and umlauts with or without e do not matter."""
    assert {fold(spelling) for spelling in spellings} == {folded}


@given(TYPED)
@example("aee")
@example("Σ")
def test_folding_again_changes_nothing(text: str) -> None:
    """What is folded is a fixed point."""
    assert fold(fold(text)) == fold(text)


@given(TYPED, st.integers(min_value=0, max_value=40))
def test_a_beginning_folds_to_a_beginning(text: str, length: int) -> None:
    """Whoever types on narrows the search, never leaves it."""
    assert fold(text).startswith(fold(text[:length]))


def test_words_are_runs_of_letters_and_digits() -> None:
    """Everything else only separates."""
    assert words("Müller-Lang & Söhne_GmbH, jens@x.example") == [
        "muller", "lang", "sohne", "gmbh", "jens", "x", "example",
    ]  # fmt: skip


def test_short_words_say_nothing_by_their_sound() -> None:
    """Two letters or digits would sound like half of all names."""
    assert sound_token("ab") == ""
    assert sound_token("24h") == ""
    assert sound_token("meyer") == sound_token("maier") != ""


@pytest.mark.parametrize("word", ["zzzz", "seh", "see", "aaa", "mai"])
def test_one_sound_alone_says_nothing(word: str) -> None:
    """Noise would sound like every short word with the same consonant."""
    assert sound_token(word) == ""


@pytest.mark.parametrize(
    ("heard", "written"), [("schmidt", "schmitt"), ("maier", "mayr"), ("ana", "anna")]
)
def test_two_sounds_are_enough(heard: str, written: str) -> None:
    """The shortest names that are often misheard still find each other."""
    assert sound_token(heard) == sound_token(written) != ""


def test_a_customer_is_indexed_by_words_sounds_parts_and_phones() -> None:
    """The number is no token: it is looked up in its own column."""
    customer = CustomerDraft(
        number="K-7",
        name="Anja Müller",
        company="Müller & Co",
        phones=("+4968515550137 ext. 12", "0681 555"),
        emails=("anja@mueller.example",),
        domains=("mueller.example", "co.example"),
    )
    terms = index_terms(customer)
    assert terms.tokens.split() == [
        "anja", "muller", "muller", "co", "anja", "muller", "example", "co", "example",
        sound_token("anja"), sound_token("muller"), sound_token("muller"),
    ]  # fmt: skip
    assert terms.parts == parts_of(customer).whole
    assert parts_of(customer).names == terms.parts.removesuffix(" k  7  496851555013712  0681555 ")
    assert terms.parts.startswith("  anja  muller  muller  co  anja ")
    assert terms.parts.endswith("  k  7  496851555013712  0681555 ")
    assert PhoneKey("68515550137", 49) in terms.phones
    assert PhoneKey("6851555013712", 49) in terms.phones
    assert PhoneKey("681555", 0) in terms.phones


def test_a_customer_without_words_has_no_parts() -> None:
    """Only the exact number finds it."""
    assert parts_of(CustomerDraft(number="–")) == ("", "")


@pytest.mark.parametrize(
    "text",
    ["", "  ", "%", "*", '"', "§", "😀", "\0", "a\0b", "\ud800", "---", "x" * (LONGEST_SEARCH + 1),
     "a " * 5_000, "x" * 10_000, " ".join("abcdefghij"[: MOST_WORDS + 1])],
)  # fmt: skip
def test_what_nothing_can_be_found_by_is_no_search(text: str) -> None:
    """Neither empty nor endless nor unprintable text reaches a database."""
    assert search_terms(text) is None


def test_a_search_knows_its_words_and_spellings() -> None:
    """Words count once; a number may have been typed in any case."""
    terms = search_terms("  Müller\tmueller k-7 ")
    assert terms is not None
    assert terms.typed == "Müller mueller k-7"
    assert terms.words == ("muller", "k", "7")
    assert "MÜLLER MUELLER K-7" in terms.numbers
    assert terms.phone is None
    assert terms.sounds == ()


def test_a_telephone_number_is_one_word() -> None:
    """Its notation falls away, and its digits may be a customer number as well."""
    terms = search_terms("\u202a06851 / 555-0137\u202c")
    assert terms is not None
    assert terms.phone is not None
    assert terms.words == ("068515550137",)
    assert "068515550137" in terms.numbers


def test_words_that_sound_give_their_sounds_once() -> None:
    """Two names that sound alike ask for one sound."""
    terms = search_terms("Meyer Maier")
    assert terms is not None
    assert terms.sounds == (sound_token("meyer"),)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Müller", "mul", ["Mül"]),
        ("Müller", "mue", ["Mü"]),
        ("Mueller", "mü", ["Mue"]),
        ("Mueller", "mull", ["Muell"]),
        ("Mu\u0308ller", "mu", ["Mu\u0308"]),
        ("Anja Müller", "mul anj", ["Anj", "Mül"]),
        ("Stimulus", "mul", ["mul"]),
        ("Mulzer Stimulus", "mul", ["Mul"]),
        ("Groß", "gross", ["Groß"]),
        ("O'Brien", "obr", ["O'Br"]),
        ("'Anna", "an", ["An"]),
        ("anna@mulde.example", "mulde", ["mulde"]),
        ("berg bergberg", "berg", ["berg", "berg"]),
        ("ananas", "ana", ["ana"]),
        ("xanana", "ana", ["ana"]),
        ("+49 6851 5550137", "06851/555", ["6851 555"]),
        ("06851/5550137", "+49 6851 555", ["6851/555"]),
        ("+49 6851 5550137", "0137", ["0137"]),
        ("+351 21 555", "+351", ["+351"[1:]]),
        ("K-104233", "104233", ["104233"]),
        ("Weber 2000", "2000", ["2000"]),
        ("Weber", "+35 1", []),
        ("Weber", "zz", []),
        ("Weber", "eb", []),
        ("Weber", "", []),
        ("", "weber", []),
    ],
)
def test_marks_stand_in_the_original_text(text: str, query: str, marked: list[str]) -> None:
    """However much longer or shorter the folded text is."""
    assert [text[start:end] for start, end in highlight(text, query)] == marked


@given(TYPED, TYPED)
@example("aeeb", "ae")
@example("ERG㋍", "erg")
def test_marks_are_in_bounds_in_order_and_apart(text: str, query: str) -> None:
    """Whatever is typed and whatever is stored."""
    end_before = -1
    for start, end in highlight(text, query):
        assert end_before < start < end <= len(text)
        end_before = end


@given(st.text(alphabet="abeouäöüß é'-", min_size=1, max_size=20), st.data())
def test_a_beginning_of_a_word_is_always_marked(text: str, data: st.DataObject) -> None:
    """What the search finds as a prefix is seen as one."""
    found = words(text)
    if not found:
        return
    word = data.draw(st.sampled_from(found))
    typed = word[: data.draw(st.integers(min_value=1, max_value=len(word)))]
    assert highlight(text, typed)
