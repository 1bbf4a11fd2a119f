"""Laws of customs data: nothing is lost, order and scale change nothing, sound tables raise no doubt."""

import string
import tempfile
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import polars as pl
import pytest
from examples import share
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.period import Period
from nktrade.customs import headings, mirror, read_customs, reliability
from nktrade.customs.cells import commodity_code, period
from nktrade.customs.numbers import number
from nktrade.customs.unit_values import discoveries
from nktrade.errors import NktradeError

HEADER = ["reporter", "partner", "flow", "code", "period", "unit", "value"]
AREAS = st.sampled_from(["CHN", "PRK", "NAM", "KOR", "WLD"])
CELLS = st.one_of(
    st.sampled_from(
        [
            "CHN",
            "NA",
            "export",
            "27",
            "2018-06",
            "2018",
            "USD",
            "5",
            "1,000",
            "-",
            "",
            "0",
            "-3",
            "5e3",
        ]
    ),
    st.text(string.printable.replace("\r", "").replace("\n", ""), max_size=6),
)
FLOWS = st.lists(
    st.tuples(
        AREAS,
        AREAS,
        st.sampled_from(["export", "import"]),
        st.sampled_from(["27", "72"]),
        st.integers(0, 10**9),
    ),
    min_size=1,
    max_size=30,
)


def written(rows: list[list[str]]) -> Path:
    path = Path(tempfile.mkdtemp()) / "file.csv"
    quoted = [
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [HEADER, *rows]
    ]
    path.write_text("\n".join(quoted), encoding="utf-8")
    return path


def table(flows: list[tuple[str, str, str, str, int]]) -> pd.DataFrame:
    return pd.DataFrame(flows, columns=["reporter", "partner", "flow", "code", "value"])


def told(found: pd.DataFrame) -> list[tuple[object, ...]]:
    """The rows in one order, floats to twelve digits: Polars divides by a constant in a way of its own."""
    rows = found.astype(object).where(found.notna(), None).itertuples(index=False, name=None)
    return sorted((tuple(map(rounded, row)) for row in rows), key=str)


def rounded(cell: object) -> object:
    return float(f"{cell:.12g}") if isinstance(cell, float) else cell


@share(0.5)
@given(st.lists(st.lists(CELLS, min_size=5, max_size=8), max_size=12))
def test_rows_read_are_rows_kept_and_rows_rejected(rows: list[list[str]]) -> None:
    """Whatever stands in a file, every row comes out on one side, and what is kept keeps its promises."""
    wanted = [row for row in rows if any(row)]
    customs = read_customs(written(rows)).validated()
    assert customs.read == len(customs.frame) + len(customs.rejected) == len(wanted)
    assert customs.rejected["reason"].str.len().gt(0).all()
    assert len(customs.to_ledger().rejected) == 0


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    """Junk is refused with one of our own errors."""
    path = Path(tempfile.mkdtemp()) / "junk"
    path.write_bytes(data)
    with pytest.raises(NktradeError):
        read_customs(path)


@given(st.integers(0, 10**15), st.integers(0, 4))
def test_a_number_reads_back_with_its_step(value: int, places: int) -> None:
    """Thousands marks change nothing; the step is that of the last digit."""
    text = f"{value / 10**places:,.{places}f}" if value < 10**12 else f"{value:,}"
    found = number(text)
    assert found is not None
    assert found.value == float(text.replace(",", ""))
    assert found.step == pytest.approx(10.0 ** -(places if value < 10**12 else 0))


@given(st.integers(1950, 2049), st.integers(1, 12))
def test_a_month_reads_back_in_every_way_it_is_written(year: int, month: int) -> None:
    """Comtrade, IMF, China, Korea and Comext write months each in their own way."""
    ways = [
        f"{year}{month:02d}",
        f"{year}-{month:02d}",
        f"{year}-M{month:02d}",
        f"{year}.{month:02d}",
        f"{month}.{year}",
        f"{year}年{month}月",
    ]
    assert {period(way) for way in ways} == {Period.month(year, month)}
    assert period(f"{year}52") == period(str(year)) == Period.year(year)


@given(
    st.text("0123456789", min_size=1, max_size=5)
    .map(lambda half: (half * 2)[: 2 * len(half)])
    .filter(lambda code: int(code) > 0)
)
def test_a_lost_nought_comes_back(code: str) -> None:
    """A harmonized code of even length that lost its leading nought is found again."""
    if code[0] == "0" and code[1] != "0":
        assert commodity_code(code.lstrip("0"), "HS", None) == code
    assert commodity_code(code, "HS", None) == code


@share(0.2)
@given(FLOWS, st.randoms())
def test_order_engine_and_unit_change_no_verdict(
    flows: list[tuple[str, str, str, str, int]], order: Random
) -> None:
    """Shuffled, on another engine, or in thousands, a mirror says the same."""
    frame = table(flows)
    expected = mirror(frame, frame)
    shuffled = frame.sample(frac=1, random_state=order.randrange(2**32))
    assert told(mirror(shuffled, shuffled)) == told(expected)
    polars = pl.from_pandas(frame)
    assert told(mirror(polars, polars).to_pandas()) == told(expected)
    scaled = frame.assign(value=frame["value"] * 1000.0)
    keys = ["exporter", "importer", "code", "verdict"]
    assert told(mirror(scaled, scaled)[keys]) == told(expected[keys])


@share(0.3)
@given(FLOWS)
def test_indices_keep_within_their_bounds(flows: list[tuple[str, str, str, str, int]]) -> None:
    """A discrepancy lies between nought and one, a percent difference between -200 and 200."""
    found = mirror(table(flows), table(flows))
    assert found["discrepancy_index"].dropna().between(0, 1).all()
    assert found["spd"].dropna().between(-200, 200).all()
    is_silent = found["verdict"].str.startswith("not reported")
    assert found.loc[is_silent, ["discrepancy_index", "spd", "log_ratio"]].isna().all(axis=None)


@share(0.2)
@given(
    st.lists(st.floats(0.2, 5.0), min_size=3, max_size=5),
    st.sampled_from([1e-6, 1.0, 1e6]),
    st.integers(0, 2**32 - 1),
)
def test_scores_come_to_rest_and_know_no_scale(noise: list[float], scale: float, seed: int) -> None:
    """Reliability is the same in any unit, and its geometric mean is one."""
    areas = ["AUS", "CHN", "JPN", "USA", "DEU"][: len(noise)]
    draws = np.random.default_rng(seed)
    rows = []
    for seller, sold in zip(areas, noise, strict=True):
        for buyer, bought in zip(areas, noise, strict=True):
            if seller != buyer:
                value = draws.uniform(1, 100)
                rows.append((seller, buyer, "export", "27", value * sold))
                rows.append((buyer, seller, "import", "27", value * bought))
    frame = table(rows)
    scores = reliability(mirror(frame, frame))
    other = frame.assign(value=frame["value"] * scale)
    again = reliability(mirror(other, other))
    for side in ("as_exporter", "as_importer"):
        assert np.log(scores[side]).mean() == pytest.approx(0, abs=1e-6)
        assert again[side].to_numpy() == pytest.approx(scores[side].to_numpy(), rel=1e-4)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8), st.integers(0, 3))
def test_a_table_that_adds_up_raises_no_doubt(parts: list[int], digits: int) -> None:
    """Rounded to any place, a chapter still holds its headings."""
    step = 10**digits
    rows = [
        ("CHN", "PRK", "export", f"27{code:02d}", float(round(part / step) * step))
        for code, part in enumerate(parts)
    ]
    whole = ("CHN", "PRK", "export", "27", float(round(sum(parts) / step) * step))
    frame = table([*rows, whole]).assign(value_step=float(step))  # type: ignore[list-item]  # floats are values too
    assert headings(frame)["verdict"].tolist() == ["holds"]


@given(st.lists(st.floats(0, 1), max_size=30), st.floats(0.001, 0.2))
def test_discoveries_agree_with_the_plain_rule(probabilities: list[float], rate: float) -> None:
    """The largest k whose k-th smallest probability is at most k/m of the rate; all up to it are found."""
    count = len(probabilities)
    ranks = sorted(probabilities)
    largest = max((k for k in range(1, count + 1) if ranks[k - 1] <= rate * k / count), default=0)
    expected = [largest > 0 and one <= ranks[largest - 1] for one in probabilities]
    assert discoveries(np.array(probabilities), count, rate).tolist() == expected
