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
# # 3 Your own Comtrade file
# A file in the form of UN Comtrade's web export, made up here with its quirks: a comma too many at the end of each row, Latin-1, World
# as a partner beside the partners.

# %%
import tempfile
from pathlib import Path

import nktrade as nk
from nktrade.customs import read_customs

HEADER = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
    "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
    "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,"
    "isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    "legacyEstimationFlag,isReported,isAggregate"
)
ROW = (
    '"C","A","20180101","2018","52","2018","156","CHN","China","X","Export","{code}","{iso}","{name}","0","W00",'
    '"World","H5","HS","true","TOTAL","All Commodities","0","false","C00","TOTAL CPC","0","0","TOTAL MOT","-1","N/A",'
    '"0","false","-1","N/A","0","false","0","true","0","false",,"{value}","{value}","4","true","true",'
)
PARTNERS = [
    ("0", "W00", "World", 2_230_000_000),
    ("408", "PRK", "Dem. People's Rep. of Korea", 2_217_000_000),
    ("384", "CIV", "Côte d'Ivoire", 13_000_000),
]
rows = [
    ROW.format(code=code, iso=iso, name=name, value=value) for code, iso, name, value in PARTNERS
]
file = Path(tempfile.mkdtemp()) / "TradeData.csv"
file.write_text("\r\n".join([HEADER, *rows]) + "\r\n", encoding="latin-1")
found = read_customs(file)
found

# %%
found.frame[["flow", "reporter", "partner", "commodity", "period_start", "value", "is_aggregate"]]

# %% [markdown]
# World is an aggregate and is not added to its parts. The parts make the World exactly:

# %%
parts = found.frame.loc[found.frame["partner"] != "WLD", "value"].sum()
world = found.frame.loc[found.frame["partner"] == "WLD", "value"].sum()
print(parts == world)

# %% [markdown]
# As a ledger the file is a baseline for texts.

# %%
text = "China exported goods worth $2.72 billion to North Korea in 2018."
own = nk.Ledger.of(nk.read_claims(nk.load(text))) + found.to_ledger()
report = nk.reconcile(own)
report.baseline[["claim", "against", "low", "high", "holds", "verdict", "severity"]]

# %% [markdown]
# ## An article against your file
# The example article says that North Korea sold goods for 12,955,000 dollars to China in June 2018 and bought goods for 241.93 million. A
# file of months, as China reports them, is named as any baseline is. What North Korea sells, China imports: flows are turned to the
# article's side. The months here are made up in their last digits.

# %%
MONTH = ROW.replace('"20180101","2018","52","2018"', '"{period}01","{year}","{month}","{period}"')
MONTHS = [
    ("201806", "X", "Export", 204_191_432),
    ("201806", "M", "Import", 12_966_120),
    ("201706", "X", "Export", 326_854_871),
    ("201706", "M", "Import", 162_402_355),
]
monthly = [
    MONTH.replace('"X","Export"', f'"{flow}","{word}"').format(
        period=period,
        year=period[:4],
        month=period[4:],
        code="408",
        iso="PRK",
        name="Dem. People's Rep. of Korea",
        value=value,
    )
    for period, flow, word, value in MONTHS
]
own_months = file.with_name("comtrade_2018.csv")
own_months.write_text("\r\n".join([HEADER, *monthly]) + "\r\n", encoding="latin-1")
article = Path(nk.__file__).parent / "examples" / "june-2018.md"
held = nk.check(article, against=[own_months])
held.baseline[["claim", "low", "high", "compiler", "holds", "verdict", "severity", "likely_value"]]

# %% [markdown]
# The article's own figures contradict each other already; the rows of the file stand beside the suspects, with what is judged of them.

# %%
print(held.explain(0))

# %%
print(held.cite(0))
