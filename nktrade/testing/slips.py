"""Slips of the hand: every way in which one kind of slip can change printed digits."""

from collections.abc import Callable, Iterator
from itertools import pairwise

_DIGITS = "0123456789"


def slips(digits: str, kind: str) -> tuple[str, ...]:
    """All misprints of one kind, plainest first; none that keeps the number or makes it zero.

    Trailing zeros of a whole number stay: who writes 204,000,000 wrongly writes the 204 wrongly.

    >>> slips("12.9", "transposition")
    ('21.9', '19.2')
    """
    stem = digits if "." in digits else digits.rstrip("0")
    tail = digits[len(stem) :]
    found = _shifted(digits) if kind == "shift" else (one + tail for one in _SLIPS[kind](stem))
    return tuple(dict.fromkeys(one for one in found if _is_other_number(one, digits)))


def _is_other_number(slip: str, digits: str) -> bool:
    whole, _, decimals = slip.partition(".")
    well_formed = whole.isdigit() and (whole == "0" or not whole.startswith("0"))
    return well_formed and slip != digits and set(whole + decimals) != {"0"}


def _substitutions(stem: str) -> Iterator[str]:
    for place, digit in enumerate(stem):
        if digit != ".":
            yield from (stem[:place] + other + stem[place + 1 :] for other in _DIGITS)


def _transpositions(stem: str) -> Iterator[str]:
    """Neighbours exchanged, the decimal point staying where it stands."""
    places = [place for place, digit in enumerate(stem) if digit != "."]
    for left, right in pairwise(places):
        exchanged = list(stem)
        exchanged[left], exchanged[right] = stem[right], stem[left]
        yield "".join(exchanged)


def _omissions(stem: str) -> Iterator[str]:
    for place, digit in enumerate(stem):
        if digit != ".":
            yield (stem[:place] + stem[place + 1 :]).rstrip(".")


def _insertions(stem: str) -> Iterator[str]:
    for place in range(len(stem) + 1):
        yield from (stem[:place] + digit + stem[place:] for digit in _DIGITS)


def _shifted(digits: str) -> Iterator[str]:
    """The point one place to the left or right; a whole number gains or loses a zero."""
    whole, point, decimals = digits.partition(".")
    if not point:
        yield digits + "0"
        yield digits[:-1] if digits.endswith("0") else f"{digits[:-1] or '0'}.{digits[-1]}"
        return
    yield f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".").lstrip("0") or "0"
    yield f"{whole[:-1] or '0'}.{whole[-1]}{decimals}"


_SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "substitution": _substitutions,
    "transposition": _transpositions,
    "omission": _omissions,
    "insertion": _insertions,
}
DIGIT_SLIPS = (*_SLIPS, "shift")
