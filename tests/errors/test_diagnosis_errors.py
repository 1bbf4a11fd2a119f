"""Malformed systems of figures get an error that names the place, what was found and what to do."""

from typing import Any

import pytest
from two_figures import GOOD, SUM

from nktrade.diagnosis import diagnose
from nktrade.errors import FigureSystemError

CASES: dict[str, tuple[Any, str]] = {
    "unknown variable": (
        {"variables": GOOD, "constraints": [{"id": "e", "terms": {"x": 1, "yy": 1}}]},
        "constraint 'e': found unknown variable 'yy'",
    ),
    "empty constraint": (
        {"variables": GOOD, "constraints": [{"id": "e", "terms": {}}]},
        "constraint 'e': found no variable",
    ),
    "only zero coefficients": (
        {"variables": GOOD, "constraints": [{"id": "e", "terms": {"x": 0}}]},
        "constraint 'e': found no variable",
    ),
    "contradictory bounds": (
        {"variables": {"x": {"lo": 2, "hi": 1}}, "constraints": []},
        "variable 'x', lo and hi: found low 2 above high 1",
    ),
    "contradictory domain": (
        {"variables": {"x": {"value": 1, "domain": [5, 3]}}, "constraints": []},
        "variable 'x', domain: found low 5 above high 3",
    ),
    "value outside its bounds": (
        {"variables": {"x": {"value": 9, "lo": 1, "hi": 2}}, "constraints": []},
        "variable 'x': found value 9 outside lo and hi",
    ),
    "not a number": (
        {"variables": {"x": {"value": float("nan")}}, "constraints": []},
        "variable 'x', value: found nan",
    ),
    "infinite coefficient": (
        {"variables": GOOD, "constraints": [{"id": "e", "terms": {"x": float("inf")}}]},
        "constraint 'e', term 'x': found inf",
    ),
    "words for a number": (
        {"variables": {"x": {"value": "many"}}, "constraints": []},
        "variable 'x', value: found 'many'",
    ),
    "print without digits": (
        {"variables": {"x": {"printed": "dozens"}}, "constraints": []},
        "variable 'x', printed: found 'dozens'",
    ),
    "value that is not the print": (
        {"variables": {"x": {"value": 3, "printed": "2.5"}}, "constraints": []},
        "variable 'x': found value 3 beside printed '2.5'",
    ),
    "unknown operator": (
        {"variables": GOOD, "constraints": [{**SUM, "op": "<"}]},
        "constraint 'e': found operator '<'",
    ),
    "two constraints of one name": (
        {"variables": GOOD, "constraints": [SUM, SUM]},
        "constraint 'e': found 2 of that name",
    ),
    "weight of zero": (
        {"variables": {"x": {"value": 1, "weight": 0}}, "constraints": []},
        "variable 'x': found weight 0",
    ),
    "negative variance": (
        {"variables": {"x": {"value": 1, "variance": -1}}, "constraints": []},
        "variable 'x': found variance -1",
    ),
    "fixed without a value": (
        {"variables": {"x": {"fixed": True}}, "constraints": []},
        "variable 'x': found fixed: true without a number",
    ),
    "misspelt field": (
        {"variables": {"x": {"value": 1, "wieght": 2}}, "constraints": []},
        "variable 'x': found unknown field 'wieght'",
    ),
    "terms and product": (
        {"variables": GOOD, "constraints": [{**SUM, "product": {"x": 1, "y": -1}}]},
        "constraint 'e': found both terms and product",
    ),
    "product with a bound": (
        {"variables": GOOD, "constraints": [{"id": "e", "product": {"x": 1, "y": -1}, "op": "<="}]},
        "constraint 'e': found a product with op",
    ),
    "product of a number": (
        {"variables": GOOD, "constraints": [{"id": "e", "product": {"x": 1, "y": -1}, "rhs": 5}]},
        "constraint 'e': found a product with rhs",
    ),
    "figure without a name": (
        {"variables": GOOD, "constraints": [{**SUM, "figure": ""}]},
        "constraint 'e': found a figure without a name",
    ),
    "power of ten in a print": (
        {"variables": {"x": {"printed": "1e5"}}, "constraints": []},
        "variable 'x', printed: found '1e5'",
    ),
    "range in a print": (
        {"variables": {"x": {"printed": "12-15"}}, "constraints": []},
        "variable 'x', printed: found '12-15'",
    ),
    "numbers beside one another": (
        {"variables": {"x": {"printed": "12 15"}}, "constraints": []},
        "variable 'x', printed: found '12 15'",
    ),
    "square in a product": (
        {"variables": GOOD, "constraints": [{"id": "e", "product": {"x": 2, "y": -1}}]},
        "constraint 'e', product: found exponent 2",
    ),
    "two weights of one figure": (
        {
            "variables": GOOD,
            "constraints": [
                {**SUM, "figure": "p", "figure_weight": 1},
                {**SUM, "id": "g", "figure": "p", "figure_weight": 2},
            ],
        },
        "figure 'p': found figure_weight 2",
    ),
    "unknown operation": (
        {"variables": GOOD, "constraints": [SUM], "options": {"operations": ["swop"]}},
        "options, operations: found 'swop'",
    ),
    "operations in a number": (
        {"variables": GOOD, "constraints": [SUM], "options": {"operations": 7}},
        "options, operations: found int, expected a list",
    ),
    "operations in lists": (
        {"variables": GOOD, "constraints": [SUM], "options": {"operations": [["swap"]]}},
        "options, operations: found ['swap']",
    ),
    "swap of three": (
        {"variables": GOOD, "constraints": [SUM], "options": {"swap": [["x", "m", "t"]]}},
        "options, swap: found ['x', 'm', 't'], expected pairs of names",
    ),
    "swap of one": (
        {"variables": GOOD, "constraints": [SUM], "options": {"swap": ["x"]}},
        "options, swap: found 'x', expected pairs of names",
    ),
    "running totals of one": (
        {"variables": GOOD, "constraints": [SUM], "options": {"cumulative": [["x"]]}},
        "options, cumulative: found ['x'], expected lists of names",
    ),
    "negative tolerance": (
        {"variables": GOOD, "constraints": [SUM], "options": {"tolerance": -1}},
        "options, tolerance: found -1",
    ),
    "step that is none": (
        {"variables": GOOD, "constraints": [SUM], "options": {"round_to": 0.3}},
        "options, round_to: found 0.3",
    ),
    "flag in quotes": (
        {"variables": {"x": {"value": 1, "fixed": "yes"}}, "constraints": []},
        "variable 'x': found 'yes'",
    ),
    "list of variables": ({"variables": [1], "constraints": []}, "variables: found a list"),
    "no variables": ({"constraints": []}, "variables: found null"),
    "no object": ([1, 2], "system: found a list"),
    "constraints as an object": (
        {"variables": GOOD, "constraints": {"e": 1}},
        "constraints: found an object",
    ),
    "constraints that are no list of objects": (
        {"variables": GOOD, "constraints": [[1, 2]]},
        "constraint 1: found a list",
    ),
    "a sign twice": (
        {"variables": GOOD, "constraints": [{**SUM, "op": "=== "}]},
        "constraint 'e': found operator '=== '",
    ),
    "one sign of two": (
        {"variables": GOOD, "constraints": [{**SUM, "op": "="}]},
        "constraint 'e': found operator '='",
    ),
    "an operator that is no text": (
        {"variables": GOOD, "constraints": [{**SUM, "op": 3}]},
        "constraint 'e': found operator '3'",
    ),
    "misspelt terms": (
        {"variables": GOOD, "constraints": [{"id": "e", "term": {"x": 1}}]},
        "constraint 1: found unknown field 'term'",
    ),
    "misspelt constraints": (
        {"variables": GOOD, "constraint": [SUM]},
        "system: found unknown field 'constraint'",
    ),
    "no figures at all": ({"variables": {}, "constraints": [SUM]}, "constraint 'e': found unknown"),
    "several numbers for one": (
        {"variables": {"x": {"value": "1,2,3"}}, "constraints": []},
        "variable 'x', value: found '1,2,3'",
    ),
    "several numbers in a print": (
        {"variables": {"x": {"printed": "1,2,3"}}, "constraints": []},
        "variable 'x', printed: found '1,2,3'",
    ),
    "a comma for the point": (
        {"variables": {"x": {"printed": "12,5"}}, "constraints": []},
        "variable 'x', printed: found '12,5'",
    ),
    "a number for a cell": (
        {"variables": {"x": 1}, "constraints": []},
        "variable 'x': found int",
    ),
    "terms as a list": (
        {"variables": GOOD, "constraints": [{"id": "e", "terms": ["x", "y"]}]},
        "constraint 'e', terms: found a list",
    ),
    "true for a number": (
        {"variables": {"x": {"value": True}}, "constraints": []},
        "variable 'x', value: found true or false",
    ),
    "a bound that is not a number": (
        {"variables": {"x": {"value": 1, "lo": "low"}}, "constraints": []},
        "variable 'x', lo and hi: found 'low'",
    ),
    "a weight in words": (
        {"variables": {"x": {"value": 1, "weight": "heavy"}}, "constraints": []},
        "variable 'x', weight: found 'heavy'",
    ),
    "a weight below zero for a percentage": (
        {"variables": GOOD, "constraints": [{**SUM, "figure": "p", "figure_weight": -1}]},
        "figure 'p': found figure_weight -1",
    ),
    "options as a list": (
        {"variables": GOOD, "constraints": [SUM], "options": ["swap"]},
        "options: found a list",
    ),
    "a swap of unknown figures": (
        {"variables": GOOD, "constraints": [SUM], "options": {"swap": [["x", "z"]]}},
        "options, swap: found unknown variable 'z'",
    ),
    "a swap of three figures": (
        {"variables": GOOD, "constraints": [SUM], "options": {"swap": [["x", "y", "x"]]}},
        "options, swap: found",
    ),
    "a scale of unknown figures": (
        {"variables": GOOD, "constraints": [SUM], "options": {"scale": [["x", "z"]]}},
        "options, scale: found unknown variable 'z'",
    ),
    "covariance without variances": (
        {"variables": GOOD, "constraints": [SUM], "covariances": [["x", "y", 1]]},
        "covariance of x, y: found no variance",
    ),
    "covariance of an unknown figure": (
        {"variables": GOOD, "constraints": [SUM], "covariances": [["x", "z", 1]]},
        "covariance of x, z: found unknown variable 'z'",
    ),
    "covariance of two": (
        {"variables": GOOD, "constraints": [SUM], "covariances": [["x", "y"]]},
        "covariances: found a list",
    ),
    "covariance as large as the variances": (
        {
            "variables": {name: {**cell, "variance": 1} for name, cell in GOOD.items()},
            "constraints": [SUM],
            "covariances": [["x", "y", 1]],
        },
        "covariance of x, y: found 1",
    ),
    "covariance of an exact figure": (
        {
            "variables": {"x": {"value": 1, "variance": 0}, "y": {"value": 1, "variance": 1}},
            "constraints": [SUM],
            "covariances": [["x", "y", 0.5]],
        },
        "covariance of x, y: found 0.5",
    ),
    "one end of two": (
        {"variables": {"x": {"value": 1, "domain": [0]}}, "constraints": []},
        "variable 'x', domain: found [0]",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_malformed_system_is_refused_with_its_place(case: str) -> None:
    """The message begins with the place and what was found, and says what to do."""
    described, begins = CASES[case]
    with pytest.raises(FigureSystemError) as caught:
        diagnose(described)
    message = str(caught.value)
    assert message.startswith(begins)
    assert "expected" in message
    assert ";" in message
