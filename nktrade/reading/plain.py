"""Plain numbers: digits, number words said one after another, and place words before a spoken point."""

from collections.abc import Iterator
from fractions import Fraction

from nktrade.reading.lexicon import Lexicon
from nktrade.reading.numerals import Atom, fold, read_digits

NINE = 9


def plain(text: str, place: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where the plain number here ends, and its digits; a few is three."""
    few = lexicon.several.match(text, place)
    if few:
        return few.end(), "3"
    digits = lexicon.digits.match(text, place)
    if digits:
        return digits.end(), read_digits(digits[0].replace("・", "."), lexicon)[0]
    if not lexicon.gate.match(text, place):
        return None
    whole = _said(text, place, lexicon)
    return (with_decimals(text, *whole, lexicon) or whole) if whole[1] else None


def placed(text: str, start: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """The number in place words with the decimals said behind it: 十二点五, 百二十三点四."""
    if lexicon.point is None or not lexicon.gate.match(text, start):
        return None
    atoms, end = _small(text, start, lexicon)
    if not any(one.multiplies for one in atoms) or not lexicon.point.match(text, end):
        return None
    folded = fold(atoms, section=lexicon.section)
    if folded is None:
        return None
    digits, scale = folded
    return with_decimals(text, end, str(int(Fraction(digits) * scale)), lexicon)


def with_decimals(text: str, end: int, whole: str, lexicon: Lexicon) -> tuple[int, str] | None:
    """The number with the decimals said behind a spoken point, None where there are none."""
    point = lexicon.point.match(text, end) if lexicon.point else None
    stop, decimals = _said(text, point.end(), lexicon) if point else (end, "")
    return (stop, f"{whole}.{decimals}") if decimals else None


def _small(text: str, start: int, lexicon: Lexicon) -> tuple[list[Atom], int]:
    """The place words of a number below the least big word, and where they end; a nought holds a place alone."""
    atoms: list[Atom] = []
    place = start
    while True:
        if scale := lexicon.scale.match(text, place):
            found, value = scale, lexicon.scales[scale[0]]
        elif word := lexicon.number.match(text, place):
            found, value = word, lexicon.numbers[word[0]]
        else:
            return atoms, place
        if value >= lexicon.section:
            return atoms, place
        atoms += [Atom(value, multiplies=found is scale)] if value else []
        place = found.end()


def _said(text: str, place: int, lexicon: Lexicon) -> tuple[int, str]:
    """Digits said in words, one after another."""
    said = ""
    for end, value in _words(text, place, lexicon):
        said, place = said + str(value), end
    return place, said


def _words(text: str, place: int, lexicon: Lexicon) -> Iterator[tuple[int, Fraction]]:
    while (word := lexicon.number.match(text, place)) and lexicon.numbers[word[0]] <= NINE:
        place = word.end()
        yield place, lexicon.numbers[word[0]]
