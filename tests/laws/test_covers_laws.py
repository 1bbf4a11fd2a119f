"""Laws of least sets: searched, proposed by an integer programme, and tried one by one they are the same."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nktrade.core.amount import Amount
from nktrade.diagnosis import cover
from nktrade.diagnosis.adding import Sum, diagnose_sums, webs
from nktrade.diagnosis.cover import lightest
from nktrade.diagnosis.deficits import Deficit
from nktrade.diagnosis.master import proposed
from tests.examples import share

NAMES = "abcde"
MANY = 100
gains = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 4), min_size=1)
shortfalls = st.lists(st.tuples(gains, st.integers(1, 5)), min_size=1, max_size=5)
weighings = st.lists(st.sampled_from((1, 1, 2, Fraction(5, 2))), min_size=5, max_size=5)
Sets = set[frozenset[str]]


def least(deficits: list[Deficit], weights: dict[str, Fraction]) -> Sets:
    """Of all sets that make up for every shortfall those of least weight, tried one by one."""
    every = [frozenset(one) for size in range(6) for one in combinations(NAMES, size)]
    met = [one for one in every if all(deficit.is_met(one) for deficit in deficits)]
    weight = {one: sum(weights[name] for name in one) for one in met}
    return {one for one in met if weight[one] == min(weight.values())}


@share(0.5)
@given(shortfalls, weighings, st.integers(0, 30))
def test_the_sets_of_least_weight_are_found_either_way(
    stated: list[tuple[dict[str, int], int]], weighing: list[Fraction], work: int
) -> None:
    """All of them and no other, ties included; none where the suspects cannot make up for a shortfall.

    A search that has no more work to spend leaves it to the programme.
    """
    deficits = [
        Deficit(Fraction(excess), tuple((name, Fraction(gain)) for name, gain in own.items()))
        for own, excess in stated
    ]
    weights = {name: Fraction(one) for name, one in zip(NAMES, weighing, strict=True)}
    expected = least(deficits, weights)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cover, "_MOST_WORK", work)
        hurried = lightest(deficits, weights)
    for found in (lightest(deficits, weights), proposed(deficits, weights, MANY), hurried):
        assert {names for _, names in found} == expected
        assert all(weight == sum(weights[name] for name in names) for weight, names in found)


def test_sets_of_least_weight_may_share_most_of_their_figures() -> None:
    """Any two of three make up for what one alone cannot."""
    one = Deficit(Fraction(2), tuple((name, Fraction(1)) for name in "abc"))
    found = {names for _, names in proposed([one], dict.fromkeys("abc", Fraction(1)), MANY)}
    assert found == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


def test_so_many_sets_are_proposed_as_were_asked_for() -> None:
    """Of five figures that each would do, two."""
    one = Deficit(Fraction(1), tuple((name, Fraction(1)) for name in NAMES))
    weights = dict.fromkeys(NAMES, Fraction(1))
    assert len(proposed([one], weights, 2)) == 2
    assert proposed([], {}, 2) == []


@given(st.integers(1, 8), st.integers(9, 15))
def test_what_falls_short_by_less_than_a_float_tells_is_no_cover(wide: int, places: int) -> None:
    """The programme reckons in floats, and what it proposes is verified exactly, for every shortfall."""
    whole, least = Fraction(wide), Fraction(1, 10**places)
    short = Deficit(whole, (("a", whole - least), ("b", whole)))
    easy = Deficit(whole, (("a", whole), ("b", whole)))
    weights = {"a": Fraction(1), "b": Fraction(2)}
    for deficits in ([easy, short], [short, easy]):
        assert {names for _, names in proposed(deficits, weights, MANY)} == {frozenset("b")}


@given(
    st.lists(
        st.tuples(
            st.sets(st.sampled_from(NAMES), min_size=1),
            st.sets(st.sampled_from("fghij"), min_size=1),
        ),
        max_size=6,
    )
)
def test_sums_that_share_a_figure_are_one_web(drawn: list[tuple[set[str], set[str]]]) -> None:
    """Each sum is in one web and no figure in two, and nothing stands in a web that no chain of figures ties to it."""
    sums = [
        Sum(
            name=str(number),
            wholes=tuple(sorted(wholes)),
            parts=tuple(sorted(parts)),
            is_complete=True,
        )
        for number, (wholes, parts) in enumerate(drawn)
    ]
    found = webs(sums)
    assert sorted(one.name for web in found for one in web) == sorted(one.name for one in sums)
    figures = [{name for one in web for name in one.figures} for web in found]
    assert sum(map(len, figures)) == len(set().union(*figures))
    for web in found:
        reached, left = set(web[0].figures), list(web)
        while tied := [one for one in left if reached & set(one.figures)]:
            reached |= {name for one in tied for name in one.figures}
            left = [one for one in left if one not in tied]
        assert left == []


@given(
    st.integers(10, 99),
    st.integers(10, 99),
    st.integers(1000, 9999),
    st.sampled_from(("ab", "at", "bt")),
)
def test_what_another_sum_vouches_for_is_blamed_last(
    a: int, b: int, total: int, vouched: str
) -> None:
    """Of a sum that fails, the one figure that stands in no sum that holds."""
    one = Sum(name="sum", wholes=("t",), parts=("a", "b"), is_complete=True)
    prints = {"a": f"{a}.5", "b": f"{b}.5", "t": f"{total}.5"}
    amounts = {name: Amount(digits=digits) for name, digits in prints.items()}
    (left,) = set("abt") - set(vouched)
    assert diagnose_sums([one], amounts, frozenset(vouched)).located_sets == ((left,),)
    assert len(diagnose_sums([one], amounts, frozenset()).located_sets) > 1
