"""Chances of what a figure was: all of it is told once, and what follows stands beside every slip."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.interval import Interval
from nktrade.diagnosis import Diagnosis, System, Variable, diagnose
from nktrade.diagnosis.case import cases
from nktrade.diagnosis.certify import is_acquitted
from nktrade.diagnosis.channel import Channel
from nktrade.diagnosis.joint import pair, single
from nktrade.diagnosis.localise import locate
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.rank import weighed
from nktrade.diagnosis.region import Region
from nktrade.diagnosis.slips import slips

STYLE = {0: 1.0, -1: prior("style_stranger")}


def printed(digits: str, **known: Any) -> Variable:  # noqa: ANN401 - fields of every type
    """A whole number as printed."""
    value = Fraction(digits)
    half = Fraction(1, 2)
    return Variable(
        name="x",
        value=value,
        digits=digits,
        is_print=True,
        box=Interval(value - half, value + half),
        **known,
    )


whole_numbers = st.integers(1, 99_999).map(str)
ends = st.tuples(st.integers(0, 200_000), st.integers(0, 50_000))


@given(whole_numbers, ends)
def test_all_that_a_figure_may_have_been_is_told_or_left_over_once(
    digits: str, room: tuple[int, int]
) -> None:
    """Its slips and every other number between the bounds: none is dropped, and none counts twice."""
    low, high = room[0], sum(room)
    channel = Channel.of(printed(digits), STYLE)
    slips = channel.slips(low, high).sum()
    others = channel.generic(np.array([float(low)]), np.array([float(high)]))[0]
    told = single(channel, Interval.of(low, high))
    assert told.total == pytest.approx(slips + others)
    ways = {replace(one, mass=0) for one in told.candidates}
    assert len(ways) == len(told.candidates)


@given(st.integers(1, 6))
def test_the_ways_to_mistake_a_number_for_another_kind_share_one_chance(count: int) -> None:
    """However many other units and months there are, taking one for another is no likelier."""
    named = tuple((f"kind {place}", Fraction(700 + place)) for place in range(count))
    channel = Channel.of(printed("12", confusions=named), STYLE)
    told = single(channel, Interval.of(700, 800)).candidates
    confused = [one.mass for one in told if one.kinds[0].startswith("kind")]
    assert sum(confused) == pytest.approx(prior("mix_confusion"))


def told_of(digits: str, low: str, high: str) -> set[tuple[Fraction, str]]:
    """What a print may have been between two ends, each number with its slip."""
    told = single(Channel.of(printed(digits), STYLE), Interval.of(low, high)).candidates
    return {way for one in told for way in zip(one.values, one.kinds, strict=True)}


def test_what_the_others_give_is_offered_beside_the_slips() -> None:
    """Between 2,000 and 2,600 a 1234 may have been 2134 or 2234 by a slip, and about 2,300 by none."""
    told = told_of("1234", "2000", "2600")
    assert {(2134, "transposition"), (2234, "substitution"), (2300, "implied")} <= told


@pytest.mark.parametrize(("low", "high"), [("20.6", "21.4"), ("21.4", "21.6")])
def test_a_number_that_prints_as_a_slip_says_is_not_offered_again(low: str, high: str) -> None:
    """12 was 21 by a slip; 21.5, which prints as 21 or 22, tells nothing more."""
    told = told_of("12", low, high)
    assert (21, "transposition") in told
    assert "implied" not in {kind for _, kind in told}


@pytest.mark.parametrize(
    ("low", "high", "step"),
    [(3, 5, 2.0), (-1, 1, 2.0), (40, 40, 40 * prior("generic_carrier"))]
    + [(end, end, prior("generic_carrier")) for end in (0, Fraction(1, 2), 1)],
)
def test_a_number_without_digits_has_the_steps_of_its_interval(
    low: Fraction, high: Fraction, step: float
) -> None:
    """One that is exact is told in a fixed share of itself, and of one where it is smaller than that."""
    bare = Variable(name="x", value=Fraction(low), box=Interval(Fraction(low), Fraction(high)))
    assert Channel.of(bare, STYLE).step == pytest.approx(step)


def test_two_figures_that_no_slip_explains_may_both_be_wrong() -> None:
    """A small part bounded to what it never was, and a large one: both in ways that nobody knows."""
    described = {
        "variables": {
            "a": {"printed": "12", "domain": [33, 35]},
            "b": {"printed": "5310", "domain": [4000, 9000]},
            "t": {"printed": "8888"},
        },
        "constraints": [{"id": "total", "terms": {"a": 1, "b": 1, "t": -1}}],
    }
    system = System.from_json(described)
    (case,) = cases(system)
    one, other = (Channel.of(system.by_name[name], STYLE) for name in "ab")
    both = pair(one, other, Region.of(case, frozenset("ab"), ("a", "b")))
    assert both.candidates == ()
    assert 0 < both.total < prior("mix_generic") ** 2


def asked(variables: dict[str, Any], *rows: dict[str, Any], **options: object) -> Diagnosis:
    """The answer for cells by name."""
    answer = diagnose({"variables": variables, "constraints": list(rows), "options": options})
    assert isinstance(answer, Diagnosis)
    return answer


def test_an_exchange_leaves_no_other_number_open() -> None:
    """Two figures that changed places were each other: the chance of the exchange is that of its numbers."""
    cells: dict[str, Any] = {
        "x": {"printed": "10.3"},
        "m": {"printed": "31.8"},
        "own": {"value": 31.8, "fixed": True},
        "other": {"value": 10.3, "fixed": True},
    }
    rows = (
        {"id": "exports", "terms": {"x": 1, "own": -1}},
        {"id": "imports", "terms": {"m": 1, "other": -1}},
    )
    answer = asked(cells, *rows, operations=["swap"])
    (exchange, *_), (numbers, *_) = answer.hypotheses, answer.repairs
    assert exchange.names == ("m", "x")
    assert (numbers.kind, numbers.probability) == ("swap", exchange.probability)


def test_a_second_error_is_as_rare_as_errors_are_beside_true_figures() -> None:
    """By the rule of Bayes two wrong figures beside one: a chance of two in a hundred against ninety-eight."""
    prints = {"x": "10.3", "m": "31.8", "t": "47.1"}
    cells = {name: {"printed": text} for name, text in prints.items()}
    system = System.from_json({"variables": cells, "constraints": [SUM]})
    (case,) = posed = cases(system)
    told = {one.names: one.mass.total for one in weighed(system, posed, locate(system, posed))}
    style = {1: 1.0, -1: prior("style_stranger")}
    one, other = (Channel.of(system.by_name[name], style) for name in "mx")
    alone = single(one, case.left(frozenset("m"))["m"] or Interval(None, None))
    both = pair(one, other, Region.of(case, frozenset("mx"), ("m", "x")))
    wrong = prior("rate_figure")
    rarer = both.total / alone.total * wrong / (1 - wrong)
    assert told["m", "x"] / told["m",] == pytest.approx(rarer)


LIMIT = {"id": "part", "terms": {"f": 1, "m": -1}, "op": "<="}
SUM = {"id": "total", "terms": {"x": 1, "m": 1, "t": -1}}
BALANCE = {"id": "balance", "terms": {"x": 1, "m": -1, "b": -1}}


@pytest.mark.parametrize("low", ["9", "90", "5000"])
def test_a_frame_weighs_a_figure_without_a_bound_above_as_a_record_does(low: str) -> None:
    """From some number up a 24 may have been any: its slips, and as many numbers as can be printed."""
    prints = Prints.of(pd.DataFrame({"x": ["24"]}), ("x",))
    told = slips(prints, 0, np.array([float(low)]), np.array([np.inf]))
    alone = single(Channel.of(printed("24"), STYLE), Interval(Fraction(low), None))
    assert told.mass == pytest.approx([alone.total])
    assert alone.total > prior("mix_generic") / 2


@pytest.mark.parametrize("total", ["421", "4.21", "47.1"])
def test_cells_that_print_nothing_change_no_chance_in_a_frame(total: str) -> None:
    """How many decimals the others have is asked of prints; what is empty has none of them."""
    prints = {"x": "10.3", "m": "31.8", "t": total, "b": "-21.5"}
    rows = [SUM, BALANCE, *({**LIMIT, "id": name, "terms": {name: 1, "m": -1}} for name in "fgh")]
    empty = pd.DataFrame([prints | dict.fromkeys("fgh", "")])
    told, full = diagnose(empty, rows).records, diagnose(pd.DataFrame([prints]), rows[:2]).records
    pd.testing.assert_frame_equal(told, full)


def test_in_a_frame_exact_numbers_leave_one_number() -> None:
    """10 and 31 are 41 and nothing else."""
    exact = pd.DataFrame({"x": [10], "m": [31], "t": [45], "b": [-21]})
    (record,) = diagnose(exact, [SUM, BALANCE]).records.itertuples()
    assert (record.suspects, record.low, record.likely_value, record.high) == ("t", 41, 41, 41)


def test_nothing_but_zeros_is_acquitted_or_not_as_any_numbers_are() -> None:
    """Zeros that add up are acquitted, zeros of which a sum of five is asked are not."""
    cells = {name: {"value": 0} for name in "xmt"}
    for rhs, is_true in ((0, True), (5, False)):
        system = System.from_json({"variables": cells, "constraints": [SUM | {"rhs": rhs}]})
        (case,) = cases(system)
        assert is_acquitted(case.model, frozenset()) is is_true


@pytest.mark.parametrize("power", [-15, 0, 15])
def test_what_floats_see_is_the_same_in_any_unit(power: int) -> None:
    """Ten and thirty-one are no forty-five, in quadrillionths as in quadrillions."""
    numbers = {"x": 10, "m": 31, "t": 45}
    cells = {name: {"value": str(one * Fraction(10) ** power)} for name, one in numbers.items()}
    (case,) = cases(System.from_json({"variables": cells, "constraints": [SUM]}))
    assert not is_acquitted(case.model, frozenset())
    assert is_acquitted(case.model, frozenset("t"))


@given(whole_numbers, ends, st.integers(1, 60_000), st.integers(0, 90_000))
def test_what_a_witness_says_is_a_chance(
    digits: str, room: tuple[int, int], width: int, first: int
) -> None:
    """Of numbers all of which it prints as often as witnesses are right, of none of them as its errors stray; else between."""
    low, high = float(room[0]), float(sum(room))
    bounds = np.array([low]), np.array([high])
    witness = Interval.of(first, first + width)
    plain = Channel.of(printed(digits), STYLE).generic(*bounds)[0]
    told = Channel.of(printed(digits, witnesses=(witness,)), STYLE).generic(*bounds)[0] / plain
    right, wrong = 1 - prior("rate_witness"), prior("rate_witness")
    shared = min(high, first + width) - max(low, first)
    if shared < 0:
        assert 0 < told <= wrong
    elif low >= first and high <= first + width:
        assert told == pytest.approx(right)
    else:
        part = shared / (high - low)
        assert part * right <= told + 1e-12 <= part * right + (1 - part) * wrong + 1e-9
