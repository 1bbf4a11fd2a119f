"""Repairs for many located figures at once: what each may have been, by digits."""

from dataclasses import dataclass

import numpy as np

from nktrade.diagnosis.edits import DIGITS, Floats, Ints
from nktrade.diagnosis.joint import WIDTH_SLACK
from nktrade.diagnosis.landing import Landed, landed
from nktrade.diagnosis.prints import Prints
from nktrade.diagnosis.priors import EDITS, prior

_STYLED = np.array([kind not in {"shift", "scale", "sign"} for kind in EDITS])
_IMPLIED = len(EDITS)
KINDS = (*EDITS, "implied")
_NOISE = 1e-12
_GUARDED = 6
"""Decimals in which a half is a half, whatever floats say."""


@dataclass(frozen=True, slots=True, eq=False)
class Slips:
    """For each of some records the mass of one figure, its likeliest number and the slip."""

    mass: Floats
    likely: Floats
    kinds: Ints
    share: Floats
    """Of the mass, the part of the likeliest number."""


def slips(prints: Prints, place: int, lows: Floats, highs: Floats) -> Slips:
    """What figure ``place`` of each record may have been between the bounds."""
    count = len(lows)
    mass, likely, share = np.zeros(count), np.full(count, np.nan), np.zeros(count)
    kinds = np.full(count, _IMPLIED, dtype=np.int64)
    forms = prints.lengths[:, place] * (DIGITS * DIGITS) + prints.decimals[:, place]
    for form in np.unique(forms):
        rows = np.flatnonzero(forms == form)
        found = _of_form(prints.rows(rows), place, lows[rows], highs[rows])
        mass[rows], likely[rows], kinds[rows], share[rows] = (
            found.mass,
            found.likely,
            found.kinds,
            found.share,
        )
    return Slips(mass, likely, kinds, share)


def _of_form(prints: Prints, place: int, lows: Floats, highs: Floats) -> Slips:
    """The same for prints of one length with one number of decimals."""
    length, decimals = int(prints.lengths[0, place]), int(prints.decimals[0, place])
    values, steps = prints.values[:, place], prints.steps[:, place]
    step = np.where(steps > 0, float(DIGITS) ** -decimals, 0.0)
    if length == 0:  # a bare number may be larger than any mantissa
        density = np.full(len(values), prior("generic_carrier"))
        generic, middle = _generic(values, step, density, lows, highs)
        return Slips(generic, middle, np.full(len(values), _IMPLIED), np.ones(len(values)))
    mantissas = np.rint(np.abs(values) * float(DIGITS) ** decimals).astype(np.int64)
    generic, middle = _generic(values, step, _density(mantissas, length), lows, highs)
    found = _landed(values, mantissas, (length, decimals), lows, highs)
    weights = found.chances * _usual(prints, found, np.abs(values), step)
    # The last written of a row is its greatest.
    order = np.lexsort((found.columns, weights))
    best = np.full(len(values), -1)
    best[found.rows[order]] = order
    top = np.where(best >= 0, np.append(weights, 0.0)[best], 0.0)
    total = np.bincount(found.rows, weights, len(values)) + generic
    is_slip = top > generic
    likely, kinds = middle.copy(), np.full(len(values), _IMPLIED)
    likely[is_slip] = found.values[best[is_slip]]
    kinds[is_slip] = found.kinds[best[is_slip]]
    with np.errstate(invalid="ignore"):
        share = np.where(total > 0, np.where(is_slip, top, generic) / total, 0.0)
    return Slips(total, likely, kinds, share)


def _landed(
    values: Floats, mantissas: Ints, form: tuple[int, int], lows: Floats, highs: Floats
) -> Landed:
    """The slips that lead into the bounds, with the signs of the prints; none for a printed zero."""
    slack = _NOISE * np.abs(values)
    is_negative = values < 0
    found = landed(
        mantissas,
        *form,
        np.where(is_negative, -highs, lows) - slack,
        np.where(is_negative, -lows, highs) + slack,
    )
    signed = np.where(is_negative[found.rows], -found.values, found.values)
    # The print itself is no repair, though wide cells may reach into what is possible.
    is_other = np.abs(signed - values[found.rows]) > slack[found.rows]
    is_other &= mantissas[found.rows] > 0
    return found.only(is_other, signed)


def _usual(prints: Prints, found: Landed, sizes: Floats, step: Floats) -> Floats:
    """How usual each candidate is: decimals as its neighbours have, leading digits as Benford says."""
    is_styled = _STYLED[found.kinds]
    rows = found.rows[is_styled]
    rarer = np.minimum(1.0, sizes[rows] / np.maximum(np.abs(found.values[is_styled]), step[rows]))
    usual = np.ones(len(found.rows))
    usual[is_styled] = rarer * _style(prints, rows, found.decimals[is_styled])
    return usual


def _density(mantissas: Ints, length: int) -> Floats:
    """Chance that an arbitrary wrong number is exactly this print."""
    known = np.where(mantissas > 0, np.ceil(np.log10(mantissas + 1)), length)
    return 1 / ((DIGITS - 1) * float(DIGITS) ** (known - 1))


def _generic(
    values: Floats, step: Floats, density: Floats, lows: Floats, highs: Floats
) -> tuple[Floats, Floats]:
    """Mass of arbitrary numbers between the bounds, and their middle."""
    step = np.where(step > 0, step, np.abs(values) * density)
    near = np.minimum(np.abs(lows), np.abs(highs))
    size = np.maximum(np.abs(values), step)
    with np.errstate(invalid="ignore", divide="ignore"):
        wide = step * np.maximum(1.0, np.where(np.isfinite(near), near, 0.0) / size)
        count = np.where(
            np.isfinite(highs - lows), np.floor((highs - lows) / wide) + 1, 1 / density
        )
    mass = np.minimum(np.maximum(np.nan_to_num(count, nan=1.0), 1.0) * density, 1.0)
    return mass * prior("mix_generic"), _plain_middle(lows, highs)


def _plain_middle(lows: Floats, highs: Floats) -> Floats:
    """About half way between the bounds, in no more digits than their distance supports."""
    with np.errstate(invalid="ignore", divide="ignore"):
        middle, width = (lows + highs) / 2, highs - lows
        step = float(DIGITS) ** np.floor(np.log10(width) + WIDTH_SLACK)
        plain = np.rint(np.round(middle / step, _GUARDED)) * step
    is_wide = np.isfinite(width) & (width > _NOISE * np.abs(middle))
    return np.where(is_wide, plain, np.where(np.isfinite(width), middle, np.nan))


def _style(prints: Prints, rows: Ints, decimals: Ints) -> Floats:
    """How usual so many decimals are among the prints of each record."""
    has_digits = prints.lengths > 0
    own = np.where(has_digits, prints.decimals, -1)
    most = np.max(
        [((own == own[:, [place]]) & has_digits).sum(axis=1) for place in range(own.shape[1])],
        axis=0,
    )
    counts = (own[rows] == decimals[:, None]).sum(axis=1)
    return np.where(counts > 0, counts / np.maximum(most, 1)[rows], prior("style_stranger"))
