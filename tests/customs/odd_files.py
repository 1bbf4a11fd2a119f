"""Tables as text, and what tests of odd files read of them."""

from pathlib import Path

import customs_files as files

from nktrade.customs import Customs, read_customs

HEADER = "reporter,partner,flow,period,unit,value,code\n"
ROWS = "CHN,PRK,export,2018-06,USD,5000,27\nCHN,KOR,export,2018-06,USD,7000,27\n"
TEXTS = {
    "comtrade_plus": files.plus({}, {"partnerCode": "410"}).decode("latin-1"),
    "comtrade_legacy": files.legacy({}, {"Partner Code": "410"}).decode(),
    "comtrade_bulk": files.BULK_HEADER + '\n2010,699,2,156,"H3","010619",1,,2,109,4\n',
    "baci": files.BACI.decode().replace("12.955", "1234.5"),
    "gacc_query": files.GACC_QUERY.decode("gb18030"),
    "kstat": files.KSTAT.decode("cp949"),
    "un_1718": files.UN_1718.decode(),
    "imts": files.IMTS.decode(),
    "japan_estat": files.ESTAT.decode(),
    "comext": files.COMEXT_OLD.decode(),
    "comext_sdmx": files.COMEXT_SDMX.decode(),
    "tidy": HEADER + ROWS,
}
ASKED = ["reporter", "partner", "flow", "code", "period_start", "period_end"]
ASKED += ["value", "value_step", "quantity", "weight", "scope", "is_aggregate"]


def read(folder: Path, data: bytes | str, name: str = "file.csv", **given: str) -> Customs:
    told = data.encode() if isinstance(data, str) else data
    return read_customs(files.written(folder, told, name), given=given).validated()


def reasons(customs: Customs) -> list[str]:
    return customs.rejected["reason"].tolist()
