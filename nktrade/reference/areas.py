"""Areas: countries, their trade codes, groups, and the provinces that report of their own."""

from dataclasses import dataclass
from functools import cache

from nktrade.errors import TableError, nearest
from nktrade.reference.tables import read_table, unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One reporter or partner.

    Source: ISO 3166-1; UN M49; UN Comtrade's list of reporters and partners.
    """

    code: str
    """ISO alpha-3; WLD, EUU and the like for groups; CHN-Jilin for a province."""
    alpha2: str | None
    m49: str | None
    """Three digits, leading zeros kept."""
    comtrade: tuple[str, ...]
    """What Comtrade writes where it is not M49 or alpha-3, today's first: 842;841, 490;S19."""
    name: str
    parent: str | None
    kind: str
    """country, former, group, province or remainder (areas not elsewhere specified)."""
    source: str
    verified: bool
    """Whether the row was compared with its source, column by column."""


@cache
def areas() -> dict[str, Area]:
    """Every area by its code.

    >>> areas()["PRK"].name
    'North Korea'
    """
    return unique(read_table("areas", Area), lambda area: [area.code], "areas")


@cache
def areas_by_comtrade() -> dict[str, Area]:
    """Every area by its M49 code and by each code Comtrade writes for it, without leading zeros.

    >>> areas_by_comtrade()["490"].code, areas_by_comtrade()["842"].code
    ('TWN', 'USA')
    """
    return unique(areas().values(), _written, "areas")


def area(code: str) -> Area:
    """The area with this alpha-3, alpha-2 or numeric code.

    >>> area("408").code, area("KP").code
    ('PRK', 'PRK')
    """
    known = areas()
    found = known.get(code) or areas_by_comtrade().get(_bare(code)) or _by_pair(code)
    if found is None:
        raise TableError(
            f"area {code!r}: found no such code, expected ISO alpha-3, alpha-2 or a Comtrade number; "
            f"{nearest(code, known)}"
        )
    return found


def _by_pair(code: str) -> Area | None:
    return next((one for one in areas().values() if one.alpha2 == code), None)


def _written(one: Area) -> set[str]:
    return {_bare(code) for code in (*one.comtrade, one.m49) if code}


def _bare(code: str) -> str:
    return code.lstrip("0") or "0"
