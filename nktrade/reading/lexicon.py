"""Lexicons: one TOML file per language, compiled once to lookup tables. Nothing else knows a word.

A lexicon has these tables (``lexicons/en.toml`` is the example to follow):

``[language]``  ``code``; ``spaced`` (blanks divide words); ``decimal`` and ``thousands`` marks; ``blank``
(what a blank of a template may be in print); ``heads`` ("before" or "after": where the governing
word of a figure stands by preference); ``places`` (numerals are written in place words); ``ranked`` (what
behind a part of the world makes it a name: Asia's biggest buyer).
``[numbers]``   words that count: ``value = [words]``. ``[digits]``: those that do so only inside a numeral (이천오백).
``[scales]``, ``[units]``, ``[counts]``, ``[money_before]``, ``[money_after]``: what stands around digits, by canonical value.
``[months]``, ``[ordinals]``, ``[years]``: fillers of the slots of a time template.
``[words.ROLE]``: what a word is to the engine, by value; the roles are closed (``ROLES``).
``[eras]``      names of eras, by the rows of ``reference.eras``; in ``[language]`` ``reign`` is how a year goes on
behind one, ``era`` the one of years of three digits,
``spelled_year`` a year in words for its digits.
``[letters]``   letters of another script (``from``) and those of the lists (``to``), one for one.
``[[periods]]``: time templates (``forms``) and what they mean (``means``, see ``periods``).

``[language]`` may also say what shows that an amount is known already (``definite``), that a time is past or lasts
(``past``, ``lasting``), is no month but the time just spoken of (``span``), is the only one (``alone``) or the one
reported on (``holding``); what stands before the unit of a price further on (``basis``), and behind a number of times
that something happened (``occurs``), how a multiple ends that something grew by (``grows``), what
says of an amount in which time it fell (``falls_in``) or that it is a part beside others (``adds``), and what stands before a
time since which something has not been (``records``); what heads a column that counts from January on (``so_far``) and the row of what
is left (``rest``), what leads from an amount to what that was a month (``averaging``); what takes the members of a list together (``jointly``); of what goes out (``outward``) or comes in (``inward``); an ordinal whose noun is left out (``elided``);
what may stand beside the words of the lists and narrows nothing (``plain``), and what makes a flow word one that may be
of a part (``narrowing``); what tells of another time than the one spoken of and names none (``sometime``).

Languages that mark cases by particles also have ``[marks_after]`` and ``[marks_before]`` (particles by case) and
in ``[language]``: ``home`` (whose trade is meant where nothing says), ``gate`` (how a numeral may begin), ``over``
(what stands between the two numerals of a fraction), ``leading``
(what leads from an amount to the share that it is), ``was`` (what leads from an old amount to its time), ``price`` (what names the unit of a price before it, its
group ``noun`` where it says that it is one), ``passed`` and ``outdoing`` (the particle of a level that another lies above or below,
and the verb), ``than`` (what holds an amount against another), ``standing`` (what stands behind a percentage at which something
stands), ``about`` (what marks a time that a sentence is about), ``explaining`` (what marks goods that say why something moved).
"""

import tomllib
from functools import cache
from pathlib import Path

from nktrade.core.paths import is_file
from nktrade.errors import TableError, nearest
from nktrade.reading.compiling import Compiler
from nktrade.reading.vocabulary import Lexicon

__all__ = ["FOLDER", "Lexicon", "languages", "lexicon"]
FOLDER = Path(__file__).parent / "lexicons"


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language code, or of a file of one's own.

    >>> lexicon("en").code
    'en'
    """
    path = Path(language) if language.endswith(".toml") else FOLDER / f"{language}.toml"
    if not is_file(path):
        raise TableError(
            f"lexicon {language!r}: found no file {path.name}, expected a language or a .toml file; "
            f"{nearest(language, languages())}"
        )
    with path.open("rb") as file:
        try:
            tables = tomllib.load(file)
        except tomllib.TOMLDecodeError as error:
            raise TableError(
                f"{path.name}: found {error}, expected TOML; mend that line"
            ) from error
    return Compiler(tables, path.name).lexicon()


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that can be read."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
