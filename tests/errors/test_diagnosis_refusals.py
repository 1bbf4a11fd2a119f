"""What is too large, hopeless or no frame is refused or answered, and never left to run."""

from typing import Any

import pandas as pd
import pytest
from two_figures import GOOD, SUM

from nktrade.diagnosis import diagnose
from nktrade.errors import FigureSystemError


def test_a_system_that_nothing_satisfies_is_an_answer_not_an_error() -> None:
    """With every figure fixed a contradiction is reported as infeasible, with where to look."""
    answer = diagnose(
        {
            "variables": {name: {**cell, "fixed": True} for name, cell in GOOD.items()},
            "constraints": [SUM],
        }
    )
    assert answer.verdict == "infeasible"
    assert answer.min_cost is None
    assert answer.located_sets == ()
    assert "fixed" in answer.explanation


def test_a_system_beyond_the_limit_says_what_to_do() -> None:
    """Thousands of linked unknowns are refused with the way out."""
    cells = {f"{name}{place}": {"value": place} for place in range(701) for name in "sio"}
    rows = [
        {"terms": {f"s{place}": 1, f"i{place}": 1, f"o{place}": -1, f"s{place + 1}": -1}}
        for place in range(700)
    ]
    with pytest.raises(FigureSystemError, match="split it into systems"):
        diagnose({"variables": cells, "constraints": rows})


@pytest.mark.parametrize("count", [20, 200])
def test_a_chain_in_which_everything_is_wrong_is_refused(count: int) -> None:
    """More sets of figures explain it than anybody could list: told at once, and what to do instead."""
    cells = {
        f"{name}{place}": {"value": 100 + 37 * place * place % 89}
        for place in range(count + 1)
        for name in "sio"
    }
    rows = [
        {"terms": {f"s{place}": 1, f"i{place}": 2, f"o{place}": -1, f"s{place + 1}": -1}}
        for place in range(count)
    ]
    with pytest.raises(FigureSystemError, match="split the system into parts"):
        diagnose({"variables": cells, "constraints": rows})


def test_more_ties_than_anybody_reads_are_refused() -> None:
    """Ten identities that share nothing and all fail have 59,049 least sets: told what to do instead."""
    cells = {f"{name}{row}": {"value": 1} for row in range(10) for name in "abc"}
    rows = [
        {"id": f"e{row}", "terms": {f"a{row}": 1, f"b{row}": 1, f"c{row}": -1}} for row in range(10)
    ]
    with pytest.raises(FigureSystemError, match=r"more than 1,000 sets .* one by one"):
        diagnose({"variables": cells, "constraints": rows})


def test_a_system_holds_its_relations_itself() -> None:
    """A second argument belongs to a frame."""
    with pytest.raises(FigureSystemError, match="put them under constraints"):
        diagnose({"variables": {"x": {"value": 1}}}, [SUM])


def test_of_three_figures_not_each_moves_against_both_others() -> None:
    """Each pair may go apart alone; all three together cannot."""
    system: dict[str, Any] = {
        "variables": {name: {"value": 1, "variance": 1} for name in "xyz"},
        "constraints": [{"id": "sum", "terms": {"x": 1, "y": 1, "z": -1}}],
        "covariances": [["x", "y", -0.9]],
    }
    assert diagnose(system).balance.chi2 is not None
    system["covariances"] += [["y", "z", -0.9], ["x", "z", -0.9]]
    with pytest.raises(FigureSystemError, match="make the covariances smaller"):
        diagnose(system)


def test_a_frame_needs_relations_and_numbers() -> None:
    """A frame alone, a column of words and a frame of other columns are refused."""
    with pytest.raises(FigureSystemError, match="frame without relations"):
        diagnose(pd.DataFrame({"x": [1]}))
    with pytest.raises(FigureSystemError, match="column 'x': found a text that is no number"):
        diagnose(pd.DataFrame({"x": ["many"]}), [SUM])
    with pytest.raises(FigureSystemError, match="no column of the relations"):
        diagnose(pd.DataFrame({"z": [1]}), [SUM])
    twice = pd.DataFrame([[1, 2, 3]], columns=["x", "y", "x"])
    with pytest.raises(FigureSystemError, match="column 'x': found more than one"):
        diagnose(twice, [SUM])
    with pytest.raises(FigureSystemError, match="found '12,5', expected commas at the thousands"):
        diagnose(pd.DataFrame({"x": ["12,5"], "y": ["1"]}), [SUM])
    with pytest.raises(FigureSystemError, match="found ',5', expected commas at the thousands"):
        diagnose(pd.DataFrame({"x": [",5"], "y": ["1"]}), [SUM])
    with pytest.raises(FigureSystemError, match="infinite"):
        diagnose(pd.DataFrame({"x": [float("inf")], "y": [1.0]}), [SUM])
    with pytest.raises(FigureSystemError, match="product"):
        diagnose(pd.DataFrame({"x": [1.0]}), [{"id": "e", "product": {"x": 1, "y": -1}}])
