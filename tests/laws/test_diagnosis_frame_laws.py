"""Laws of frames: a frame tells of each record what the record alone tells, to the last chance."""

import random
from collections.abc import Mapping
from math import inf
from typing import Any

import pandas as pd
import pytest

from nktrade.diagnosis import Diagnosis, diagnose

RELATIONS: dict[str, Any] = {
    "variables": {**{name: {"domain": [0, None]} for name in "xmtf"}, "b": {}},
    "constraints": [
        {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}},
        {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}},
        {"id": "part", "terms": {"f": 1, "m": -1}, "op": "<="},
    ],
}
NAMES = "xmtbf"
SHORT = (
    ("1", "2", "3", "-1", "2"),
    ("5", "2", "9", "3", "0"),
    ("0", "4000", "4000", "-4000", ""),
    ("100", "7", "", "93", "7"),
    ("0", "0", "70", "0", "0"),
)
"""Prints of one digit, of nothing, and of no digit at all."""


def slipped(text: str, chance: random.Random) -> str:
    """The print with one slip of typing; never a nought in front."""
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    places = [at for at, one in enumerate(digits) if one.isdigit()]
    at = chance.choice(places)
    after = next((one for one in places if one > at), at)
    kind = chance.choice(("other", "gone", "twice", "exchanged", "moved"))
    if kind == "other":
        new = digits[:at] + chance.choice("123456789") + digits[at + 1 :]
    elif kind == "gone":
        new = digits[:at] + digits[at + 1 :]
    elif kind == "twice":
        new = digits[:at] + digits[at] + digits[at:]
    elif kind == "exchanged":
        new = (
            digits[:at] + digits[after] + digits[at + 1 : after] + digits[at] + digits[after + 1 :]
        )
    else:
        whole, _, part = digits.partition(".")
        new = f"{whole}{part[:1]}.{part[1:]}".rstrip(".") if part else f"{whole}0"
    return f"{sign}{new}" if new.strip(".0") and new[0] not in ".0" else text


def rows_of(seed: int, count: int, decimals: int) -> list[dict[str, str]]:
    """Records that fit, most of them with one slip, in prints with so many decimals."""
    chance = random.Random(seed)  # noqa: S311 - a test's records, not a secret
    rows = []
    for _ in range(count):
        x, m = (chance.randint(10 ** (2 + decimals), 10 ** (4 + decimals)) for _ in range(2))
        numbers = {"x": x, "m": m, "t": x + m, "b": x - m, "f": chance.randint(1, m)}
        row = {name: f"{one / 10**decimals:.{decimals}f}" for name, one in numbers.items()}
        if chance.random() < 0.9:
            name = chance.choice("xmtb")
            row[name] = slipped(row[name], chance)
        rows.append(row)
    return rows


def alone(row: Mapping[str, object]) -> Diagnosis:
    """The answer for one record by itself: texts are prints, numbers are bare, an empty cell is neither."""
    shown = {
        name: {} if cell in {"", None} else {"printed" if isinstance(cell, str) else "value": cell}
        for name, cell in row.items()
    }
    cells = {name: {**RELATIONS["variables"][name], **shown[name]} for name in NAMES}
    answer = diagnose({**RELATIONS, "variables": cells})
    assert isinstance(answer, Diagnosis)
    return answer


@pytest.mark.parametrize(("seed", "decimals"), [(1, 0), (2, 1), (3, 2)])
def test_a_frame_tells_the_slip_and_its_chance_as_a_record_does(seed: int, decimals: int) -> None:
    """Where one figure is named: what it likely was, by which slip, and how surely."""
    rows = rows_of(seed, 40, decimals)
    told = diagnose(pd.DataFrame(rows), RELATIONS).records
    named = 0
    for place, row in enumerate(rows):
        one, own = alone(row), told.loc[place]
        assert own["verdict"] == one.verdict
        if len(one.suspects) != 1 or not isinstance(own["suspects"], str):
            continue
        named += 1
        best = next(found for found in one.repairs if dict(found.values).keys() == {*one.suspects})
        assert own["kind"] == best.kind
        if (
            best.probability > 0.7
        ):  # below, floats may count a number whose rounding ends where another's begins
            assert own["probability"] == pytest.approx(best.probability, abs=0.011)
            likely = dict(best.values)[own["suspects"]]
            assert own["likely_value"] == pytest.approx(float(likely))
    assert named > 15


@pytest.mark.parametrize(
    ("seed", "decimals", "bare"),
    [(6, 0, ""), (7, 2, ""), (8, 4, ""), (9, 0, NAMES), (10, 2, NAMES), (11, 1, "xt")],
)
def test_a_frame_has_the_sets_of_each_record_and_names_no_more(
    seed: int, decimals: int, bare: str
) -> None:
    """Cells missing here and there, prints of nine digits, bare numbers, some or all: cost and sets are the same.

    Where a frame names figures the record alone names them too, with the same interval left.
    """
    chance = random.Random(seed)  # noqa: S311 - a test's records, not a secret
    rows: list[dict[str, Any]] = [*rows_of(seed, 30, decimals)]
    for row in rows:
        if chance.random() < 0.3:
            row[chance.choice(NAMES)] = ""
        row |= {name: float(row[name]) if row[name] else None for name in bare}
    told = diagnose(pd.DataFrame(rows), RELATIONS)
    named = 0
    for place, row in enumerate(rows):
        one, own = alone(row), told.records.loc[place]
        assert (own["verdict"], own["min_cost"]) == (one.verdict, float(one.min_cost or 0))
        sets = told.located_sets.query("record == @place").groupby("set")["figure"].agg(sorted)
        assert own["set_count"] == len(sets) == len(one.located_sets)
        assert sorted(map(tuple, sets)) == list(one.located_sets)
        if isinstance(own["suspects"], str):
            named += 1
            assert tuple(own["suspects"].split(", ")) == one.suspects
        if len(one.suspects) == 1 and own["low"] == own["low"]:
            left = one.intervals[one.suspects[0]]
            assert own["low"] == pytest.approx(float(left.low if left.low is not None else -inf))
            assert own["high"] == pytest.approx(float(left.high if left.high is not None else inf))
    assert named > 5


@pytest.mark.parametrize(("seed", "decimals"), [(4, 0), (5, 2)])
def test_signs_and_marks_in_a_frame_change_nothing(seed: int, decimals: int) -> None:
    """1,234 and +7 in a column are 1234 and 7, beside prints of one digit and none at all."""
    rows = rows_of(seed, 30, decimals)
    rows += [dict(zip(NAMES, cells, strict=True)) for cells in SHORT]
    plain = pd.DataFrame(rows)
    marked = plain.map(written)
    assert (marked.map(len) > plain.map(len)).any().all()
    told, own = diagnose(plain, RELATIONS), diagnose(marked, RELATIONS)
    pd.testing.assert_frame_equal(told.records, own.records)
    pd.testing.assert_frame_equal(told.located_sets, own.located_sets)


def test_marks_in_one_record_change_nothing_of_the_others() -> None:
    """Beside 1,234 stand single digits and prints that begin with their point."""
    large = {"x": "5000", "m": "1234", "t": "6234", "b": "3766", "f": "1000"}
    small = {"x": "7", "m": ".5", "t": "9.5", "b": "6.5", "f": "2"}
    wrong = {"x": "72.0", "m": ".50", "t": "72.70", "b": "71.30", "f": ".2"}
    marked = {name: f"{text[0]},{text[1:]}" for name, text in large.items()}
    told, own = (diagnose(pd.DataFrame([one, small, wrong]), RELATIONS) for one in (large, marked))
    pd.testing.assert_frame_equal(told.records, own.records)
    assert own.located_sets.equals(told.located_sets)
    assert own.records["suspects"].tolist()[2] == "m"


def written(text: str) -> str:
    """The print with marks at the thousands and its sign."""
    if not text:
        return text
    decimals = len(text.partition(".")[2])
    return f"{float(text):+,.{decimals}f}"
