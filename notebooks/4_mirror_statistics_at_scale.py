# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 4 Mirror statistics at scale
# What exporters say beside what importers say. Here 240,000 made-up rows in Parquet; the same call reads larger files from disk, or takes a
# frame of Polars, DuckDB or Spark.

# %%
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

import nktrade as nk
from nktrade.customs import mirror_summary
from nktrade.report.plot_mirror import mirror_map

AREAS = ["CHN", "JPN", "KOR", "DEU", "USA", "RUS"]
MONTHS = pd.period_range("2018-01", "2019-08", freq="M").astype(str)
CODES = [f"{number:04d}" for number in range(2701, 2901)]
chance = np.random.default_rng(20180820)
exports = pd.MultiIndex.from_product(
    [AREAS, AREAS, MONTHS, CODES], names=["reporter", "partner", "period", "code"]
).to_frame(index=False)
exports = exports[exports["reporter"] != exports["partner"]].reset_index(drop=True)
exports["flow"] = "export"
exports["value"] = chance.lognormal(12, 1, len(exports)).round()
imports = exports.rename(columns={"reporter": "partner", "partner": "reporter"}).assign(
    flow="import"
)
imports["value"] = (imports["value"] * chance.uniform(1.01, 1.15, len(imports))).round()
is_broken = (imports["partner"] == "RUS") & (imports["period"] == "2019-03")
imports.loc[is_broken, "value"] *= 3
folder = Path(tempfile.mkdtemp())
exports.to_parquet(folder / "exports.parquet")
imports.to_parquet(folder / "imports.parquet")
len(exports) + len(imports)

# %%
found = nk.mirror(folder / "exports.parquet", folder / "imports.parquet")
found.head()

# %% [markdown]
# Imports are divided by a margin for freight and insurance first. Most flows lie within it; the break does not.

# %%
found["verdict"].value_counts()

# %%
outside = found.loc[found["verdict"] != "within margin"]
worst = outside.groupby(["exporter", "period"])["spd"].median().abs().idxmax()
worst

# %%
ax = mirror_map(found)

# %%
mirror_summary(found).head()
