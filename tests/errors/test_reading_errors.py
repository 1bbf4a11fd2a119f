"""Every error of a lexicon says file, key, what was found and what was expected."""

from pathlib import Path

import pytest

import nktrade as nk
from nktrade.errors import TableError
from nktrade.reading.lexicon import FOLDER, lexicon

ENGLISH = (FOLDER / "en.toml").read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[words.flow]", "[words.flwo]", r"words\.flwo.*unknown role.*did you mean 'flow'"),
        ("[months]", "[mnths]", r"found no table \[months\].*did you mean 'mnths'"),
        ('5 = ["May"]', '5 = "May"', r"\[months\] 5: found 'May', expected a list of words"),
        ("[language]", "[language", "expected TOML; mend that line"),
        ('0 = ["zero", "nil"]', 'x = ["zero", "nil"]', r"\[numbers\].*expected a number as key"),
    ],
)
def test_a_broken_lexicon_says_where_and_what(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    """A mistake in a lexicon names the file, the key, what was found and what was expected."""
    assert old in ENGLISH
    path = tmp_path / "broken.toml"
    path.write_text(ENGLISH.replace(old, new, 1), encoding="utf8")
    with pytest.raises(TableError, match=message):
        lexicon(str(path))


def test_letters_of_two_scripts_stand_one_for_one(tmp_path: Path) -> None:
    """A table of letters with unequal sides says how many each side has."""
    path = tmp_path / "broken.toml"
    path.write_text(ENGLISH + '\n[letters]\nfrom = "ab"\nto = "c"\n', encoding="utf8")
    with pytest.raises(TableError, match="found 2 letters in from and 1 in to, expected as many"):
        lexicon(str(path))


def test_an_era_is_one_of_the_reference_table(tmp_path: Path) -> None:
    """Years are counted only in eras whose first year is known."""
    path = tmp_path / "broken.toml"
    path.write_text(ENGLISH + '\n[eras]\nreiwaa = ["Reiwa"]\n', encoding="utf8")
    with pytest.raises(TableError, match=r"\[eras\]: found 'reiwaa'.*did you mean 'reiwa'"):
        lexicon(str(path))


def test_an_unknown_language_names_the_known_ones() -> None:
    """A language without a lexicon is an error of the caller, with the known codes in it."""
    with pytest.raises(TableError, match=r"expected a language.*known: .*en"):
        lexicon("xx")


def test_months_told_backwards_are_no_period() -> None:
    """From a later month to an earlier one nothing runs: the text is read, without that period."""
    told = nk.read(
        nk.load("Imports of $5 million speak of two cells, June 2018 and June 2017, and fell.")
    )
    assert len(told.checked) == 1
