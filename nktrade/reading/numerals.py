"""Numerals: digits, place words and number words become exact digits and a scale.

Small multipliers work on the group to their left and add up inside a section; a big one closes the
section. What follows a big word is not padded: 1억629만 is 106,290,000, 4万304 is 40,304.
"""

import re
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.longest import Found, Longest

_SPACED_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?![\d.,])")
_THOUSAND = 1000
_HUNDREDS = re.compile(r" (\d{3})(?![\d.,]\d|\d|-)")
_SMALLER = re.compile(r"[- ](\d{1,3})[- ]")
"""Digits of a smaller part: 1 billion-28 million."""
_TEN = 10
_THREE = 3


class Numeral(NamedTuple):
    """A number as printed: where it ends, its mantissa and what one unit of it is worth."""

    end: int
    digits: str
    scale: Fraction = Fraction(1)
    flags: tuple[str, ...] = ()
    lexical: bool = False
    scaled: bool = False
    """Whether a scale word stands with it."""


class Atom(NamedTuple):
    """One piece of a numeral: a plain number, or a multiplier."""

    value: Fraction
    multiplies: bool


def read_digits(  # noqa: PLR0911 - one for each way that marks can stand
    printed: str, lexicon: Lexicon
) -> tuple[str, tuple[str, ...]]:
    """The mantissa of printed digits, with what is doubtful about their marks.

    >>> from nktrade.reading.lexicon import lexicon
    >>> read_digits("12,955,000", lexicon("en")), read_digits("1.234.567", lexicon("en"))
    (('12955000', ()), ('1234567', ('ambiguous thousands',)))
    """
    if printed.isdigit():
        return printed, ()
    marks = {one for one in printed if not one.isdecimal()}
    if " " in marks:
        return printed.replace(" ", ""), ("ambiguous thousands",)
    if marks == {lexicon.decimal}:
        if printed.count(lexicon.decimal) == 1:
            return _pointed(printed, lexicon.decimal), ()
        return _grouped(printed, lexicon.decimal, ("ambiguous thousands",))
    if lexicon.decimal not in marks:
        return _grouped_or_decimal(printed, marks.pop())
    whole, _, decimals = printed.rpartition(lexicon.decimal)
    if not decimals.isdigit():  # 1.234,5: the marks stand the other way round
        whole, _, decimals = printed.rpartition("".join(marks - {lexicon.decimal}))
        return f"{re.sub(r'[^0-9]', '', whole)}.{re.sub(r'[^0-9]', '', decimals)}", (
            "ambiguous thousands",
        )
    return _grouped(whole, "".join(marks - {lexicon.decimal}), (), f".{decimals}")


def _pointed(printed: str, mark: str) -> str:
    return printed if mark == "." else printed.replace(mark, ".")


def _grouped(
    whole: str, mark: str, flags: tuple[str, ...], tail: str = ""
) -> tuple[str, tuple[str, ...]]:
    first, *rest = whole.split(mark)
    if not 1 <= len(first) <= _THREE or any(len(group) != _THREE for group in rest):
        flags = (*flags, "unreadable")
    return re.sub(r"[^0-9]", "", whole) + tail, flags


def _grouped_or_decimal(printed: str, mark: str) -> tuple[str, tuple[str, ...]]:
    """One sort of mark, not the language's decimal one: thousands, or a foreign decimal mark."""
    parts = printed.split(mark)
    if len(parts) == 2 and len(parts[1]) != _THREE:  # noqa: PLR2004 - a whole and its decimals
        flags = ("ambiguous thousands",) if len(parts[1]) < _THREE else ("unreadable",)
        return ".".join(parts), flags
    return _grouped(printed, mark, ())


def numeral_at(text: str, start: int, end: int, lexicon: Lexicon) -> Numeral:
    """The numeral that begins with the printed digits from start to end, its scale included."""
    printed = text[start:end]
    if " " in lexicon.thousands and text[end : end + 1] == " " and end - start <= _THREE:
        spaced = _SPACED_GROUPS.match(text, start)
        if spaced:
            end, printed = spaced.end(), spaced[0]
    digits, flags = read_digits(printed, lexicon)
    spoken = _spoken_decimals(text, end, lexicon)
    if spoken:
        end, digits = spoken[0], f"{digits}.{spoken[1]}"
    return _with_scale(text, Numeral(end, digits, flags=flags), lexicon)


def _with_scale(text: str, plain: Numeral, lexicon: Lexicon) -> Numeral:
    """The numeral with the scale word behind it, and a smaller part behind that (1 billion-28 million)."""
    found = _after(lexicon.scale, text, plain.end)
    if not found:
        return plain
    scale = lexicon.scales[found[0]]
    whole = plain._replace(end=found.end(), scale=scale, scaled=True)
    if hundreds := _hundreds_said(text, plain, whole):
        return hundreds
    rest = _SMALLER.match(text, whole.end)
    smaller = lexicon.scale.match(text, rest.end()) if rest else None
    if not rest or not smaller or "." in plain.digits or lexicon.scales[smaller[0]] >= scale:
        return whole
    unit = lexicon.scales[smaller[0]]
    value = Fraction(plain.digits) * scale + int(rest[1]) * unit
    return whole._replace(end=smaller.end(), digits=str(value / unit), scale=unit)


def _hundreds_said(text: str, plain: Numeral, whole: Numeral) -> Numeral | None:
    """The numeral with the hundreds behind its thousands, as scripts for broadcasts write them: 18-thousand 818."""
    rest = _HUNDREDS.match(text, whole.end)
    is_script = text[plain.end : plain.end + 1] == "-" and whole.scale == _THOUSAND
    if not rest or not is_script or "." in plain.digits:
        return None
    digits = f"{plain.digits}{rest[1]}"
    return whole._replace(end=rest.end(), digits=digits, scale=Fraction(1), scaled=False)


def _after(words: Longest, text: str, place: int) -> Found | None:
    """The word there, or behind one blank or hyphen."""
    return words.match(text, place + (text[place : place + 1] in {" ", "-"}))


def _spoken_decimals(text: str, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Decimals said in words behind a spoken point: 19-point-four, two-point-79."""
    if not lexicon.point:
        return None
    found = lexicon.point.match(text, end)
    if not found:
        return None
    place, said = found.end(), ""
    while True:
        digits = re.compile(r"\d+").match(text, place)
        word = digits or lexicon.number.match(text, place)
        if not word or (not digits and lexicon.numbers[word[0]] >= _TEN):
            break
        said += word[0] if digits else str(lexicon.numbers[word[0]])
        place = word.end()
        if text[place : place + 1] not in {" ", "-"}:
            break
        place += 1
    return (place - (text[place - 1] in " -"), said) if said else None


def numeral_in_words(text: str, start: int, lexicon: Lexicon) -> Numeral | None:
    """The numeral written in words that begins here, or None."""
    if not lexicon.number.match(text, start):
        return None
    atoms, end = _atoms(text, start, lexicon)
    folded = fold(atoms, section=lexicon.section)
    if folded is None:
        return None
    digits, scale = folded
    if spoken := _spoken_decimals(text, end, lexicon):
        after, said = spoken
        digits = f"{_decimal(Fraction(digits) * scale)}.{said}"
        return _with_scale(text, Numeral(after, digits, lexical=said not in text), lexicon)
    return Numeral(end, digits, scale, lexical=True, scaled=any(atom.multiplies for atom in atoms))


def _atoms(text: str, start: int, lexicon: Lexicon) -> tuple[list[Atom], int]:
    """The pieces of a numeral in words, and where the last one ends."""
    atoms: list[Atom] = []
    place = end = start
    while place < len(text):
        # 六十三: where ten is both a number and a place word, it is the place.
        scale = lexicon.scale.match(text, place) if lexicon.places else None
        word = None if scale else lexicon.number.match(text, place)
        scale = scale or (None if word else lexicon.scale.match(text, place))
        is_open = lexicon.places or (bool(atoms) and atoms[-1].multiplies)
        digits = lexicon.digits.match(text, place) if is_open and not (word or scale) else None
        found = word or scale or digits
        if not found or found.end() == place:
            break
        if digits:
            atoms.append(Atom(Fraction(read_digits(digits[0], lexicon)[0]), multiplies=False))
        else:
            value = lexicon.numbers[found[0]] if word else lexicon.scales[found[0]]
            atoms.append(Atom(value, multiplies=bool(scale)))
        end = found.end()
        joiner = lexicon.joiner.match(text, end)
        place = joiner.end() if joiner else end
    return atoms, end


def fold(atoms: list[Atom], *, section: Fraction) -> tuple[str, Fraction] | None:
    """The atoms as digits and the worth of their last place; None where big words rise or repeat.

    >>> nine = [Atom(Fraction(v), v >= 1000) for v in (9, 1000, 412, 10000, 5, 1000)]
    >>> fold(nine, section=Fraction(10000))
    ('94125', Fraction(1000, 1))
    """
    total = inner = Fraction(0)
    group: Fraction | None = None
    last_big: Fraction | None = None
    place = Fraction(1)
    for atom in atoms:
        if not atom.multiplies:
            group = (group or 0) + atom.value
            place = Fraction(1)
        elif atom.value < section:
            inner += (1 if group is None else group) * atom.value
            group, place = None, atom.value
        else:
            if last_big is not None and atom.value >= last_big:
                return None
            whole = inner + (group or 0)
            total += (whole or 1) * atom.value
            place = atom.value * (place if group is None and inner else 1)
            inner, group, last_big = Fraction(0), None, atom.value
    return _decimal((total + inner + (group or 0)) / place), place


def misprint(text: str, start: int, end: int, lexicon: Lexicon) -> str:
    """What is wrong with a numeral that cannot be folded: the big word that does not go down in size."""
    found = [one[0] for one in lexicon.scale.finditer(text, start, end)]
    big = [one for one in found if lexicon.scales[one] >= lexicon.section]
    for first, then in pairwise(big):
        if lexicon.scales[then] >= lexicon.scales[first]:
            return f"{then} stands behind {first} and is no smaller"
    return "its words do not go down in size"


def _decimal(value: Fraction) -> str:
    """The fraction as plain decimal digits, cut after six places where it has no end."""
    whole, rest = divmod(value.numerator, value.denominator)
    decimals = ""
    while rest and len(decimals) < 6:  # noqa: PLR2004 - beyond any printed precision
        digit, rest = divmod(rest * 10, value.denominator)
        decimals += str(digit)
    return f"{whole}.{decimals}" if decimals else str(whole)
