"""Measured figures that their variances cannot explain: the global and the measurement test.

Source: Narasimhan and Jordache, "Data Reconciliation and Gross Error Detection" (2000), chapter 7;
the level of single tests after Sidak.
"""

from nktrade.diagnosis.answer import Balance
from nktrade.diagnosis.priors import prior
from nktrade.diagnosis.system import System

_EQUAL = 1e-6
"""Scores that differ by less, as a share, are one score: the error is not identifiable."""


def flagged(system: System, fit: Balance) -> tuple[tuple[str, ...], ...] | None:
    """Figures of the largest score, each a set of its own; none where no score is large enough.

    None where the global test does not reject, or no figure has a declared variance.
    """
    from scipy.stats import chi2, norm  # noqa: PLC0415 - slow to load, and only measured systems need it

    measured = {one.name for one in system.variables if one.variance is not None}
    scores = {name: score for name, score in fit.measurement_test if name in measured}
    if not scores or not fit.df or fit.chi2 is None:
        return None
    level = prior("test_level")
    if fit.chi2 <= chi2.ppf(1 - level, fit.df):
        return None
    single = 1 - (1 - level) ** (1 / len(scores))
    largest = max(scores.values())
    if largest <= norm.ppf(1 - single / 2):
        return ()
    return tuple(
        (name,) for name, score in sorted(scores.items()) if score >= largest * (1 - _EQUAL)
    )
