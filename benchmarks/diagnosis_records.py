"""Records with one planted slip each, for measuring what the diagnosis finds.

System: x + m = t, x - m = b, f + u + o = m; all but b non-negative. Errors fall evenly on the seven
figures: substitution .25, omission .20, transposition .15, insertion .10, scale .10, generic .20.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

NAMES = ("x", "m", "t", "b", "f", "u", "o")
RELATIONS = (
    {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}, "op": "==", "rhs": 0},
    {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}, "op": "==", "rhs": 0},
    {"id": "parts", "terms": {"f": 1, "u": 1, "o": 1, "m": -1}, "op": "==", "rhs": 0},
)
KINDS = ("substitution", "omission", "transposition", "insertion", "scale", "generic")
SHARES = (0.25, 0.20, 0.15, 0.10, 0.10, 0.20)


@dataclass(frozen=True)
class Record:
    printed: dict[str, str]
    wrong: str
    kind: str
    truth: str


def records(count: int, seed: int = 20180820) -> Iterator[Record]:
    """Consistent records, printed, with one figure misprinted beyond its rounding."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        printed = _consistent(chance)
        name = NAMES[made % len(NAMES)]
        kind = chance.choices(KINDS, SHARES)[0]
        slipped = slip(printed[name], kind, chance)
        if slipped is None or Fraction(slipped) == Fraction(printed[name]):
            continue
        made += 1
        yield Record({**printed, name: slipped}, name, kind, printed[name])


def slip(text: str, kind: str, chance: random.Random) -> str | None:
    """The number as one slip of this kind misprints it; None where the kind does not apply."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    places = [place for place, character in enumerate(digits) if character != "."]
    place = chance.choice(places)
    if kind == "substitution":
        changed = digits[:place] + str(chance.randrange(10)) + digits[place + 1 :]
    elif kind == "omission":
        changed = digits[:place] + digits[place + 1 :]
    elif kind == "insertion":
        changed = digits[:place] + str(chance.randrange(10)) + digits[place:]
    elif kind == "transposition":
        rank = chance.randrange(len(places) - 1)
        one, other = places[rank], places[rank + 1]
        changed = (
            digits[:one]
            + digits[other]
            + digits[one + 1 : other]
            + digits[one]
            + digits[other + 1 :]
        )
    elif kind == "scale":
        power = chance.choice((-3, -2, -1, 1, 2, 3))
        changed = plain(Fraction(digits) * Fraction(10) ** power)
    else:
        changed = "".join(c if c == "." else str(chance.randrange(10)) for c in digits)
    ok = changed.strip(".0") and not changed.startswith(".") and not changed.endswith(".")
    return sign + changed if ok else None


def plain(number: Fraction) -> str:
    """The decimal digits of a number, no more of them than it needs."""
    decimals = 0
    while (number * 10**decimals).denominator != 1:
        decimals += 1
    return f"{float(number):.{decimals}f}"


def system(record: Record) -> dict[str, object]:
    """The record in the JSON form of the contract."""
    return {
        "variables": {
            name: {"printed": text, "domain": [None if name == "b" else 0, None]}
            for name, text in record.printed.items()
        },
        "constraints": list(RELATIONS),
    }


def _consistent(chance: random.Random) -> dict[str, str]:
    """Numbers of one record with the same decimals; sums of printed numbers are exact."""
    decimals = chance.choice((1, 2, 3))
    parts = [
        Fraction(round(10 ** chance.uniform(1, 3) * 10**decimals), 10**decimals) for _ in range(4)
    ]
    x, f, u, o = parts
    m = f + u + o
    numbers = (x, m, x + m, x - m, f, u, o)
    return {name: f"{float(one):.{decimals}f}" for name, one in zip(NAMES, numbers, strict=True)}
