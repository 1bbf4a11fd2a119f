"""What the diagnosis of a system of figures says, as a record and as JSON."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from nktrade.core.codes import Verdict
from nktrade.core.findings import Repair
from nktrade.core.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """One set of figures that may be wrong together, with what speaks for it."""

    names: tuple[str, ...]
    probability: float
    """Rounded to what the calibration supports."""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Adjusted figures and how well the relations fit them."""

    adjusted: tuple[tuple[str, Fraction | float], ...] = ()
    posterior_sd: tuple[tuple[str, float], ...] = ()
    chi2: float | None = None
    df: int | None = None
    measurement_test: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Whether figures can all be true, which are likely wrong, and what they likely were."""

    verdict: str
    """consistent, inconsistent, or infeasible: no numbers at all satisfy the relations."""
    diagnosis: Verdict | None
    violated: tuple[str, ...] = ()
    min_cost: Fraction | None = Fraction(0)
    located_sets: tuple[tuple[str, ...], ...] = ()
    suspects: tuple[str, ...] = ()
    """The figures named as wrong, by weight or by evidence; empty in a tie."""
    implied: tuple[tuple[str, Interval], ...] = ()
    hypotheses: tuple[Hypothesis, ...] = ()
    repairs: tuple[Repair, ...] = ()
    balance: Balance = Balance()
    not_checkable: tuple[str, ...] = ()
    """Printed figures that no relation can refute."""
    explanation: str = ""

    @property
    def is_consistent(self) -> bool:
        """Whether some numbers satisfy every print and every relation."""
        return self.verdict == "consistent"

    @property
    def intervals(self) -> dict[str, Interval]:
        """The implied interval of every cell."""
        return dict(self.implied)

    @property
    def likely(self) -> dict[str, Fraction]:
        """The likely true value of each suspect, where repairs of exactly these figures exist."""
        for repair in self.repairs:
            if tuple(sorted(dict(repair.values))) == self.suspects:
                return dict(repair.values)
        return {}

    def to_json(self) -> dict[str, Any]:  # Any: a JSON object
        """The form that the contract describes; open ends are null."""
        return {
            "verdict": self.verdict,
            "diagnosis": None if self.diagnosis is None else str(self.diagnosis),
            "violated": list(self.violated),
            "min_cost": None if self.min_cost is None else _number(self.min_cost),
            "located_sets": [list(names) for names in self.located_sets],
            "suspects": list(self.suspects),
            "implied_intervals": {name: _ends(one) for name, one in self.implied},
            "repairs": [_repair(one) for one in self.repairs],
            "hypotheses": [
                {
                    "set": list(one.names),
                    "probability": one.probability,
                    "evidence": list(one.evidence),
                }
                for one in self.hypotheses
            ],
            "adjusted": {name: _number(value) for name, value in self.balance.adjusted},
            "posterior_sd": dict(self.balance.posterior_sd),
            "chi2": self.balance.chi2,
            "df": self.balance.df,
            "measurement_test": dict(self.balance.measurement_test),
            "not_checkable": list(self.not_checkable),
            "explanation": self.explanation,
        }

    def __str__(self) -> str:
        named = " or ".join("{" + ", ".join(names) + "}" for names in self.located_sets)
        return (
            f"{self.verdict}: {self.diagnosis or 'nothing to locate'}{' ' if named else ''}{named}"
        )


def _repair(repair: Repair) -> dict[str, Any]:  # Any: a JSON object
    return {
        "set": sorted(name for name, _ in repair.values),
        "values": {name: _number(value) for name, value in repair.values},
        "kind": repair.kind,
        "residual": _number(repair.residual),
        "probability": repair.probability,
        "evidence": list(repair.evidence),
    }


def _ends(interval: Interval) -> list[float | int | None]:
    return [None if end is None else _number(end) for end in (interval.low, interval.high)]


def _number(number: Fraction | float) -> float | int:
    """A whole number as such, any other as the nearest double."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return int(number)
    return float(number)
