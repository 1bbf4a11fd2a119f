"""Known answers: published examples of data editing, in which errors are located and repaired."""

from typing import Any

from nktrade.core.interval import Interval
from nktrade.diagnosis import diagnose

Described = dict[str, Any]


def record(rules: list[Described], **values: float) -> Described:
    return {
        "variables": {name: {"value": one} for name, one in values.items()},
        "constraints": rules,
    }


def balance(name: str, *terms: str, op: str = "==") -> Described:
    numbers = {term.lstrip("-"): (-1 if term.startswith("-") else 1) for term in terms}
    return {"id": name, "terms": numbers, "op": op}


PROFIT = [
    balance("profit", "p", "c", "-t"),
    {"id": "margin", "terms": {"c": 1, "t": -0.6}, "op": ">="},
    {"id": "cost", "terms": {"c": 1}, "op": ">="},
    {"id": "gain", "terms": {"p": 1}, "op": ">="},
]


def test_errorlocate_profit_755() -> None:
    """De Jonge and van der Loo, editrules and errorlocate: profit 755, cost 125, turnover 200: profit."""
    answer = diagnose(record(PROFIT, p=755, c=125, t=200))
    assert answer.located_sets == (("p",),)
    assert answer.intervals["p"] == Interval.of(75, 75)
    assert answer.violated == ("profit",)
    assert dict(answer.repairs[0].values) == {"p": 75}


def test_de_waal_turnover_example() -> None:
    """De Waal's edits (turnover, profit, cost, employees): T=100, P=40000, C=60000, N=5 needs two changes."""
    rules = [
        balance("sum", "P", "C", "-T"),
        {"id": "half", "terms": {"P": 1, "T": -0.5}, "op": "<="},
        {"id": "loss", "terms": {"P": 1, "T": 0.1}, "op": ">="},
        {"id": "positive", "terms": {"T": 1}, "op": ">="},
        {"id": "per head", "terms": {"T": 1, "N": -550}, "op": "<="},
    ]
    answer = diagnose(record(rules, T=100, P=40000, C=60000, N=5))
    assert answer.min_cost == 2
    assert answer.located_sets == (("C", "P"), ("N", "T"))
    assert answer.violated == ("sum", "half")


TYPOS = [
    balance("a", "x1", "x2", "-x3"),
    balance("b", "x2", "-x4"),
    balance("c", "x5", "x6", "x7", "-x8"),
    balance("d", "x3", "x8", "-x9"),
    balance("e", "x9", "-x10", "-x11"),
]
CLEAN = {
    "x1": 1452, "x2": 116, "x3": 1568, "x4": 116, "x5": 323, "x6": 76,
    "x7": 12, "x8": 411, "x9": 1979, "x10": 1842, "x11": 137,
}  # fmt: skip


def test_scholtus_2009_first_record_is_consistent() -> None:
    """Scholtus (2009), typing errors, record 1: all five balances hold."""
    assert diagnose(record(TYPOS, **CLEAN)).is_consistent


def test_scholtus_2009_exchanged_digits() -> None:
    """Scholtus (2009), record 2: x4 = 161 is 116 with two digits exchanged."""
    answer = diagnose(record(TYPOS, **{**CLEAN, "x4": 161}))
    assert answer.located_sets == (("x4",),)
    assert dict(answer.repairs[0].values) == {"x4": 116}
    assert answer.repairs[0].kind == "transposition"


def test_scholtus_2009_exchanged_and_doubled_digits() -> None:
    """Scholtus (2009), record 3: x4 = 161 and x9 = 19979, a digit typed twice."""
    answer = diagnose(record(TYPOS, **{**CLEAN, "x4": 161, "x9": 19979}))
    assert answer.located_sets == (("x4", "x9"),)
    assert dict(answer.repairs[0].values) == {"x4": 116, "x9": 1979}
    assert answer.repairs[0].kind == "insertion + transposition"


SIGNS = [
    *(balance(f"line {k}", f"x{k}r", f"-x{k}c", f"-x{k}") for k in range(4)),
    balance("result", "x0", "x1", "x2", "x3", "-x4"),
]


def accounts(results: list[int], **pairs: tuple[int, int]) -> Described:
    values = {f"x{k}": one for k, one in enumerate(results)}
    for name, (gain, cost) in pairs.items():
        values |= {f"{name}r": gain, f"{name}c": cost}
    described = record(SIGNS, **values)
    for name, cell in described["variables"].items():
        if name[-1] in "rc":
            cell["domain"] = [0, None]
    return described


def test_scholtus_2008_lost_sign() -> None:
    """Scholtus (2008), sign errors, record 1: x1 = 10 should be -10."""
    answer = diagnose(
        accounts([150, 10, 15, 40, 195], x0=(2100, 1950), x1=(0, 10), x2=(20, 5), x3=(50, 10))
    )
    assert answer.located_sets == (("x1",),)
    assert dict(answer.repairs[0].values) == {"x1": -10}
    assert answer.repairs[0].kind == "sign"


def test_scholtus_2008_exchanged_gain_and_cost() -> None:
    """Scholtus (2008), record 3: x0 lost its sign; x2r and x2c are exchanged, one event if allowed."""
    described = accounts(
        [300, 100, 40, 20, -140], x0=(3250, 3550), x1=(110, 10), x2=(50, 90), x3=(30, 10)
    )
    described["options"] = {"operations": ["swap"]}
    answer = diagnose(described)
    assert answer.min_cost == 2
    assert ("x0", "x2c") in answer.located_sets
    plain = diagnose({**described, "options": {}})
    assert plain.min_cost == answer.min_cost
    swapped = {"x0": -300, "x2r": 90, "x2c": 50}
    described["variables"] |= {name: {"value": one} for name, one in swapped.items()}
    assert diagnose(described).is_consistent
