"""Small files in the form of each publisher, quirks included; the figures are made up."""

from pathlib import Path
from typing import Any

import pandas as pd

PLUS_HEADER = (
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,"
    "partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
    "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,"
    "mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,"
    "isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
    "legacyEstimationFlag,isReported,isAggregate"
)
LEGACY_HEADER = (
    "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,"
    "Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,"
    "Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,"
    "Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),"
    "CIF Trade Value (US$),FOB Trade Value (US$),Flag"
)
BULK_HEADER = (
    "Year,Reporter Code,Trade Flow Code,Partner Code,Classification,Commodity Code,Quantity Unit Code,"
    "Supplementary Quantity,Netweight (kg),Value,Estimation Code"
)


def plus_row(**cells: str) -> str:
    """A data row of a Comtrade+ export: every cell quoted, a comma at the end that the header lacks."""
    usual = dict.fromkeys(PLUS_HEADER.split(","), "0") | {
        "typeCode": "C",
        "freqCode": "A",
        "period": "2022",
        "refMonth": "52",
        "reporterCode": "156",
        "partnerCode": "408",
        "partnerDesc": "Dem. People's Rep. of Korea",
        "flowCode": "X",
        "classificationCode": "H6",
        "cmdCode": "TOTAL",
        "customsCode": "C00",
        "qtyUnitCode": "-1",
        "isQtyEstimated": "false",
        "isNetWgtEstimated": "true",
        "cifvalue": "",
        "fobvalue": "900",
        "primaryValue": "900",
        "isReported": "false",
        "isAggregate": "true",
    }
    return ",".join(f'"{cell}"' for cell in (usual | cells).values()) + ","


def plus(*rows: dict[str, str]) -> bytes:
    """A Comtrade+ web export: Latin-1, CRLF, one comma too many on data rows."""
    lines = [PLUS_HEADER, *(plus_row(**row) for row in rows)]
    return ("\r\n".join(lines) + "\r\n").encode("latin-1")


def legacy_row(**cells: str) -> str:
    usual = dict.fromkeys(LEGACY_HEADER.split(","), "") | {
        "Classification": "H5",
        "Year": "2017",
        "Period": "2017",
        "Trade Flow Code": "1",
        "Reporter Code": "156",
        "Partner Code": "408",
        "Partner": '"Korea, Dem. People\'s Rep. of"',
        "Commodity Code": "871200",
        "Qty Unit Code": "1",
        "Qty": "0",
        "Trade Value (US$)": "1000",
        "Flag": "0",
    }
    return ",".join((usual | cells).values())


def legacy(*rows: dict[str, str]) -> bytes:
    return "\n".join([LEGACY_HEADER, *(legacy_row(**row) for row in rows)]).encode()


def gacc_table(month: str, rows: list[list[str]], unit: str = "US$1,000") -> bytes:
    """China customs' monthly table by country, English, as a page."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    title = f"(2) Imports and Exports by Country (Region) of Origin/Destination, {month}"
    return (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><table>"
        f"<tr><td colspan='10'>{title}</td></tr><tr><td colspan='10'>Unit: {unit}</td></tr>"
        "<tr><td rowspan='2'>Country (Region)</td><td colspan='2'>Total</td><td colspan='2'>Exports</td>"
        "<td colspan='2'>Imports</td><td colspan='3'>Percentage Change</td></tr>"
        "<tr><td>Month</td><td>YTD</td><td>Month</td><td>YTD</td><td>Month</td><td>YTD</td><td>Total</td>"
        f"<td>Exports</td><td>Imports</td></tr>{body}</table></body></html>"
    ).encode()


GACC_ROWS = [
    ["TOTAL", "300", "900", "200", "600", "100", "300", "1.0", "2.0", "3.0"],
    ["Asia:", "250", "700", "150", "500", "100", "200", "1.0", "2.0", "3.0"],
    [
        "Democratic People's Republic of Korea",
        "217",
        "600",
        "205",
        "550",
        "12",
        "50",
        "-56",
        "-51",
        "-93",
    ],
    ["Mongolia", "33", "100", "-", "50", "33", "50", "1", "-", "3"],
]
GACC_PAGE = gacc_table("6.2018", GACC_ROWS)
GACC_QUERY = (
    "数据年月,商品编码,商品名称,贸易伙伴编码,贸易伙伴名称,注册地编码,注册地名称,第一数量,第一计量单位,第二数量,第二计量单位,美元,\r\n"
    '202201,27011100,无烟煤,109,朝鲜,22,吉林省,"1,200",千克,0,,"12,955",\r\n'
    "202201,27011100,无烟煤,109,朝鲜,21,辽宁省,800,千克,0,,45,\r\n"
).encode("gb18030")
KOREA_XML = (
    '<?xml version="1.0" encoding="UTF-8"?><response><body><items>'
    "<item><year>총계</year><statCd>-</statCd><hsCd>-</hsCd><expWgt>30</expWgt><expDlr>300</expDlr><impWgt>0</impWgt>"
    "<impDlr>7</impDlr></item>"
    "<item><year>2016.01</year><statCd>CN</statCd><hsCd>106191000</hsCd><expWgt>30</expWgt><expDlr>300</expDlr>"
    "<impWgt>0</impWgt><impDlr>7</impDlr></item></items></body></response>"
).encode()
KSTAT = (
    "2018년 06월 국가별 수출입\n"
    "국가명,수출금액,수출증감률,수출중량,수입금액,수입증감률,수입중량,수지\n"
    "총계,100,1,900,50,1,400,50\n중국,60,1,500,30,1,200,30\n일본,40,1,400,20,1,200,20\n"
).encode("cp949")
UN_1718 = (
    b"Month,Supplier,Metric tons,Barrels,YTD barrels,Share of cap\n"
    b'August 2021,China,"1,410","11,745","11,745",2.3\nTotal,,"1,410","11,745",,\n'
)
IMTS = (
    b"STRUCTURE[;],STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,"
    b"DERIVATION_TYPE,FULL_DESCRIPTION\n"
    b'dataflow,IMF.STA:IMTS(1.0.0),R,CHN,MG_CIF_USD,PRK,M,2018-M06,12965000,6,E,"two\nlines"\n'
    b"dataflow,IMF.STA:IMTS(1.0.0),R,CHN,XG_FOB_USD,G001,A,2018,2500000000000.0,6,,x\n"
)
ESTAT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ESTAT = (
    "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year,"
    + ",".join(f"Quantity1-{month},Quantity2-{month},Value-{month}" for month in ESTAT_MONTHS)
    + "\n2,2025,'040412000',105,  ,KG,0,10,100,"
    + ",".join(["0,4,40", "0,6,60", *["0,0,0"] * 10])
    + "\n1,2025,'040412000',304,  ,KG,0,5,50,"
    + ",".join(["0,0,0", "0,5,50", *["0,0,0"] * 10])
    + "\n"
).encode()
COMEXT_OLD = (
    b"DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,PRODUCT_cpa2002,PRODUCT_cpa2008,"
    b"PRODUCT_CPA2_1,PRODUCT_BEC,PRODUCT_SECTION,FLOW,STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,"
    b"SUP_QUANTITY\n"
    b"001,FR,0389,NA,E,99RRR100,,,,,,,1,1,A,200101,2580,600,1\n001,FR,0724,KP,E,01019000,,,,,,,2,4,A,200152,90,0,\n"
)
COMEXT_NEW = (
    b"REPORTER,PARTNER,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"
    b"FR,KP,01019000,2,1,202206,90,5,\n"
)
COMEXT_SDMX = (
    b"DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,TIME_PERIOD\n"
    b"x,M,FR,KP,01019000,2,VALUE_IN_EUROS,2022-06,90,2022-06\nx,M,FR,KP,01019000,2,QUANTITY_IN_100KG,2022-06,3,2022-06\n"
    b"x,M,FR,KP,01019000,2,VALUE_IN_EUROS,2022-07,90,2022-06\n"
)
BACI = (
    b"t,i,j,k,v,q\r\n2019,156,408,10121,12.955,1.5\r\n2019,516,490,270112,1.000,           NA\r\n"
)
COMTRADE_AREAS = (
    b",id,text,PartnerCode,PartnerDesc,PartnerCodeIsoAlpha2,PartnerCodeIsoAlpha3,isGroup\n"
    b"0,4,Afghanistan,4,Afghanistan,AF,AFG,False\n"
)
BACI_COUNTRIES = b"\xef\xbb\xbfcountry_code,country_name,country_iso2,country_iso3\r\n516,Namibia,NA,NAM\r\n490,Other Asia,,\r\n"
OWN = (
    b"row,line,flow,reporter,partner,commodity,code,classification,level,period_start,period_end,value,value_step,"
    b"value_unit,quantity,quantity_step,quantity_unit,weight,weight_step,valuation,scope,is_reported,is_aggregate,"
    b"value_estimated,quantity_estimated,weight_estimated,note,compiler,document,as_of\n"
    b"0,2,export,CHN,PRK,coal,2701,HS,4,2018-06-01,2018-06-30,217000.0,1000.0,USD,,,,1.5,0.1,fob,,True,False,False,"
    b"False,False,,China customs,table,2018-07-23\n"
)


def written(folder: Path, data: bytes, name: str = "file.csv") -> Path:
    """The file; its name says nothing, for nothing may depend on it."""
    path = folder / name
    path.write_bytes(data)
    return path


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of a frame, of the columns named."""
    return list(frame[list(columns)].itertuples(index=False, name=None))
