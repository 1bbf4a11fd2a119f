"""Prints that are another figure's: the running total in a month's place, the month before, the other flow."""

from nktrade.diagnosis.system import System, Variable

_TELLING = 3
"""Digits from which on two equal prints are no chance."""


def echoed(system: System, name: str) -> tuple[str, str] | None:
    """What was printed in this figure's place, and whose number it is; None where the print is its own.

    "cumulative": the whole of a sum whose part the figure is; "copied": any other figure.
    """
    cells = system.by_name
    own = cells.get(name)
    if own is None or not _is_telling(own):
        return None
    same = [one.name for one in system.variables if one is not own and one.value == own.value]
    wholes = [other for other in same if _is_part(system, name, other)]
    if wholes:
        return "cumulative", wholes[0]
    return ("copied", same[0]) if same else None


def _is_telling(variable: Variable) -> bool:
    digits = (variable.digits or "").replace(".", "").strip("0")
    return bool(variable.value) and len(digits) >= _TELLING


def _is_part(system: System, part: str, whole: str) -> bool:
    """Whether some sum has the one among several parts and the other alone on its far side."""
    for constraint in system.constraints:
        terms = dict(constraint.terms)
        if constraint.op != "==" or part not in terms or whole not in terms:
            continue
        against = [name for name, number in terms.items() if number * terms[part] < 0]
        if against == [whole] and len(terms) > len((part, whole)):
            return True
    return False
