"""What we know of the world, as sourced tables.

In: CSV files beside this module, one row per fact, each with the key of its source. Out: frozen
records behind functions that read a table when it is first asked for: areas, commodities, hedges,
places, actors, compilers, resolutions with their measures, barrels per tonne, unit values, habits of
reporting, eras. The
standard library alone; whoever needs a number about the world adds a row here, never a constant.
"""

from nktrade.reference.areas import Area, area, areas, areas_by_comtrade
from nktrade.reference.commodities import Commodity, commodities, commodity, lineage, within
from nktrade.reference.compilers import Compiler, compiler, compilers, witness, witnesses
from nktrade.reference.confidences import Confidence, confidence, confidences
from nktrade.reference.densities import Density, barrels_per_tonne, densities
from nktrade.reference.eras import Era, eras
from nktrade.reference.habits import (
    Direction,
    Habit,
    Observer,
    Size,
    directions,
    goods_that,
    habits,
    observers,
    observers_of,
    sizes,
)
from nktrade.reference.hedges import Hedge, hedges
from nktrade.reference.measures import (
    Measure,
    Resolution,
    measures,
    measures_binding,
    measures_of,
    resolutions,
)
from nktrade.reference.places import Actor, Place, actors, places
from nktrade.reference.prices import UnitValue, price_range, price_rows, unit_values
from nktrade.reference.sources import Source, sources
from nktrade.reference.tables import read_table
from nktrade.reference.units import Currency, Unit, currencies, unit, units

__all__ = [
    "Actor",
    "Area",
    "Commodity",
    "Compiler",
    "Confidence",
    "Currency",
    "Density",
    "Direction",
    "Era",
    "Habit",
    "Hedge",
    "Measure",
    "Observer",
    "Place",
    "Resolution",
    "Size",
    "Source",
    "Unit",
    "UnitValue",
    "actors",
    "area",
    "areas",
    "areas_by_comtrade",
    "barrels_per_tonne",
    "commodities",
    "commodity",
    "compiler",
    "compilers",
    "confidence",
    "confidences",
    "currencies",
    "densities",
    "directions",
    "eras",
    "goods_that",
    "habits",
    "hedges",
    "lineage",
    "measures",
    "measures_binding",
    "measures_of",
    "observers",
    "observers_of",
    "places",
    "price_range",
    "price_rows",
    "read_table",
    "resolutions",
    "sizes",
    "sources",
    "unit",
    "unit_values",
    "units",
    "within",
    "witness",
    "witnesses",
]
