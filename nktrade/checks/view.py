"""Views: which cells of a ledger one side of a check adds up, and what each is multiplied by.

``cells(flow=EXPORT)`` are the cells that agree with the check's driver in every part of the key
but the flow. A carrier (a printed growth, share or price) multiplies cells, and is a figure that
can itself be wrong. ``str(view)`` is the equation.

>>> str(cells(flow="export") + cells(flow="import"))
'export + import'
>>> str(growth() * cells(period=BASE))
'(1 + growth) x level[period=base]'
"""

from dataclasses import dataclass, replace

from nktrade.core.codes import Kind


@dataclass(frozen=True, slots=True)
class Of:
    """A part of the key that the driver itself names: its base period, its whole, its money."""

    name: str

    def __str__(self) -> str:
        return self.name


BASE = Of("base")
MONEY = Of("money")
QUANTITY = Of("quantity")

Where = tuple[tuple[str, str | Of], ...]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A printed figure that multiplies cells."""

    kinds: tuple[str, ...]
    """Which kinds of claim can carry it."""
    form: str
    """growth: 1 + p/100; rise, part: p/100; times: v, or v/100 where printed in percent; price: v."""
    role: str
    where: Where = ()

    def __mul__(self, cells: "View") -> "View":
        return View(tuple(replace(term, carrier=self) for term in cells.terms))

    def __str__(self) -> str:
        name = f"{self.role}{_brackets(self.where)}"
        return f"(1 + {name})" if self.form == "growth" else name


@dataclass(frozen=True, slots=True)
class Term:
    """Cells with a sign, and the carrier that multiplies or divides them."""

    where: Where
    role: str
    sign: int = 1
    carrier: Carrier | None = None
    is_divided: bool = False

    @property
    def is_of_rise(self) -> bool:
        """Whether the carrier says what part was added, and not what everything is multiplied by."""
        return self.carrier is not None and self.carrier.form == "rise"

    def __str__(self) -> str:
        own = dict(self.where)
        flow = own.pop("flow", None)
        kind = own.pop("kind", Kind.LEVEL)
        name = f"{flow or kind}{_brackets(tuple(own.items()))}"
        if self.carrier is None:
            return name
        return f"{name} / {self.carrier}" if self.is_divided else f"{self.carrier} x {name}"


@dataclass(frozen=True, slots=True)
class View:
    """A sum of terms: one side of a check."""

    terms: tuple[Term, ...]

    def __add__(self, other: "View") -> "View":
        return View(self.terms + other.terms)

    def __sub__(self, other: "View") -> "View":
        return self + -other

    def __neg__(self) -> "View":
        return View(tuple(replace(term, sign=-term.sign) for term in self.terms))

    def __truediv__(self, carrier: Carrier) -> "View":
        return View(tuple(replace(term, carrier=carrier, is_divided=True) for term in self.terms))

    def __str__(self) -> str:
        shown = [f"{'+' if term.sign > 0 else '-'} {term}" for term in self.terms]
        return " ".join(shown).removeprefix("+ ")


def cells(role: str = "value", **where: str | Of) -> View:
    """The cells that agree with the driver but for what is named here."""
    return View((Term(tuple(where.items()), role),))


def growth(role: str = "growth", **where: str | Of) -> Carrier:
    """A printed change in percent, as the factor that it stands for."""
    return Carrier((Kind.CHANGE_PCT,), "growth", role, tuple(where.items()))


def rise(role: str = "rise") -> Carrier:
    """A printed change in percent, as the part of the old level that was added to it."""
    return Carrier((Kind.CHANGE_PCT,), "rise", role)


def ratio(role: str = "ratio") -> Carrier:
    """A printed multiple, in times or as percent of the old level."""
    return Carrier((Kind.RATIO,), "times", role)


def share(role: str = "share") -> Carrier:
    """A printed percentage of a whole."""
    return Carrier((Kind.SHARE_PCT,), "part", role)


def price(role: str = "price") -> Carrier:
    """A printed price per unit."""
    return Carrier((Kind.UNIT_PRICE,), "price", role)


def count(role: str = "count") -> Carrier:
    """A printed number of loads."""
    return Carrier((Kind.LEVEL,), "price", role)


def factor(role: str = "factor") -> Carrier:
    """A sourced constant, printed nowhere."""
    return Carrier((), "price", role)


def _brackets(where: Where) -> str:
    return "[" + ", ".join(f"{key}={value}" for key, value in where) + "]" if where else ""
