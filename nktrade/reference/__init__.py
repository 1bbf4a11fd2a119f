"""What we know of the world, as sourced tables.

In: CSV files beside this module, one row per fact, each with the key of its source. Out: frozen
records behind functions that read a table when it is first asked for: areas, commodities, hedges,
places, actors, compilers, resolutions with their measures, barrels per tonne, unit values. The
standard library alone; whoever needs a number about the world adds a row here, never a constant.
"""

from nktrade.reference.areas import Area, area, areas, areas_by_comtrade
from nktrade.reference.commodities import Commodity, commodities, commodity, lineage, within
from nktrade.reference.hedges import Hedge, hedges
from nktrade.reference.sources import Source, sources
from nktrade.reference.tables import read_table

__all__ = [
    "Area",
    "Commodity",
    "Hedge",
    "Source",
    "area",
    "areas",
    "areas_by_comtrade",
    "commodities",
    "commodity",
    "hedges",
    "lineage",
    "read_table",
    "sources",
    "within",
]
