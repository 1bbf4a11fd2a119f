"""A system of figures and its diagnosis, as ``nktrade diagnose`` reads and prints them."""

import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any

from nktrade.errors import FigureSystemError
from nktrade.report import quantities, words
from nktrade.report.json_text import dumped
from nktrade.report.text import table
from nktrade.report.visible import on_one_line

Json = Mapping[str, Any]
"""A JSON object: its values are of every JSON type."""


def read_system(data: bytes, place: str) -> Json:
    """The system that a JSON file poses, its shape left to the diagnosis to judge.

    Raises: FigureSystemError where the file is no JSON object.
    """
    expected = "expected one JSON object with variables and constraints"
    try:
        system = json.loads(data.decode("utf-8-sig"), object_pairs_hook=partial(_object, place))
    except UnicodeDecodeError as error:
        raise FigureSystemError(
            f"{place}: found bytes that are no UTF-8 at {error.start}, {expected}; save it as UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise FigureSystemError(
            f"{place}:{error.lineno}: found no JSON ({error.msg}), {expected}; mend that line"
        ) from error
    except ValueError as error:
        raise FigureSystemError(
            f"{place}: found a number of thousands of digits, {expected}; write plain digits"
        ) from error
    except RecursionError as error:
        raise FigureSystemError(
            f"{place}: found JSON nested too deeply, {expected}; flatten it"
        ) from error
    if not isinstance(system, dict):
        raise FigureSystemError(f"{place}: found a {type(system).__name__}, {expected}; write one")
    return system


def _object(place: str, pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:  # Any: JSON
    """The object, none of its names written twice: JSON would keep the last of them in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FigureSystemError(
            f"{place}: found {twice!r} twice in one object, expected each name once; rename one of the two"
        )
    return found


def as_json(answer: Json, _system: Json) -> str:
    """The diagnosis as JSON."""
    return dumped(answer)


def as_text(answer: Json, system: Json) -> str:
    """The diagnosis for people: verdict, violated constraints, suspects, repairs, adjusted values."""
    diagnosis = f" ({answer['diagnosis']})" if answer.get("diagnosis") else ""
    lines = [f"{answer['verdict']}{diagnosis}"]
    if answer.get("violated"):
        lines.append(f"cannot all hold: {_names(answer['violated'])}")
    located = answer.get("located_sets") or []
    if located:
        sets = " or ".join(" and ".join(map(on_one_line, one)) for one in located)
        lines.append(f"likely wrong:    {sets}")
    lines += [f"likely value:    {_repair(one, system)}" for one in answer.get("repairs") or []]
    return "\n".join([*lines, *_adjusted(answer, system)]) + "\n"


FORMS: dict[str, Callable[[Json, Json], str]] = {"json": as_json, "text": as_text}


def _repair(repair: Json, system: Json) -> str:
    values = " and ".join(
        f"{on_one_line(name)} = {_number(value)} {_unit(system, name)}".rstrip()
        for name, value in repair["values"].items()
    )
    probability = repair.get("probability")
    sure = "" if probability is None else f", {words.chance(probability)}"
    return f"{values} ({repair.get('kind', 'implied')}{sure})"


def _adjusted(answer: Json, system: Json) -> list[str]:
    adjusted = answer.get("adjusted") or {}
    if not adjusted:
        return []
    rows = [
        [on_one_line(name), _printed(system, name), _number(value), _unit(system, name)]
        for name, value in adjusted.items()
    ]
    head = ["figure", "printed", "adjusted", "unit"]
    return ["", *table([head, *rows], numbers=frozenset({1, 2}))]


def _variable(system: Json, name: str) -> Json:
    variables = system.get("variables")
    entry = variables.get(name) if isinstance(variables, Mapping) else None
    return entry if isinstance(entry, Mapping) else {}


def _printed(system: Json, name: str) -> str:
    entry = _variable(system, name)
    return on_one_line(str(entry.get("printed", entry.get("value", ""))))


def _unit(system: Json, name: str) -> str:
    return on_one_line(str(_variable(system, name).get("unit") or ""))


def _number(value: float | None) -> str:
    return "open" if value is None else quantities.digits(Fraction(value))


def _names(names: list[str]) -> str:
    return ", ".join(map(on_one_line, names))
