"""Another amount behind exports, imports and their total: of another time, part, count, way or country, it contradicts none of them.

Each line goes on, by itself, behind the base of its language. All of them may be true beside it.
"""

from datetime import date

import pytest

import nktrade as nk
from nktrade.core.codes import Severity

DAY = date(2019, 7, 20)
BASE = {
    "en": "China's exports to North Korea were $187.4 million and imports from North Korea were $21.3 million in June 2019, "
    "for total trade of $208.7 million. ",
    "ko": "2019년 6월 중국의 대북 수출은 1억8740만 달러, 수입은 2130만 달러로 교역 총액은 2억870만 달러였다. ",
    "zh": "2019年6月中国对朝鲜出口1.874亿美元，自朝鲜进口2130万美元，贸易总额为2.087亿美元。",
    "ja": "2019年6月の中国の北朝鮮への輸出は1億8740万ドル、輸入は2130万ドルで、貿易総額は2億870万ドルだった。",
}
SAME = {
    "en": "Exports came to $250.3 million.",
    "ko": "수출은 2억5030만 달러였다.",
    "zh": "出口为2.503亿美元。",
    "ja": "輸出は2億5030万ドルだった。",
}
OTHER = {
    "en": """
Exports by rail came to $150.2 million.
Exports through Dandong were $120.5 million.
Trade along the border was put at $90 million.
Overland trade was $180.1 million.
Exports of state firms were $99.9 million.
Without fertiliser, exports were $170.3 million.
Net of re-exports, exports were $160.3 million.
In yuan terms, exports were 1.29 billion yuan.
In real terms, exports were $175.1 million.
After adjustment for inflation, total trade was $190.4 million.
On a balance-of-payments basis, exports were $180.8 million.
Free on board, imports were $19.8 million.
By another measure, total trade was $230.2 million.
Analysts had forecast total trade of $230.2 million.
Economists expected exports of $200 million.
A plan called for total trade of $500 million.
Officials set a goal of $1 billion in trade.
The record for a month is total trade of $612.4 million.
The highest monthly total, $612.4 million, dates from 2014.
The five-year average of total trade is $310 million.
On average, exports were $201.3 million a month.
South Korea's spy agency believes that total trade was $260 million.
A leaked document put exports at $240.4 million.
The daily said exports were $240.4 million.
A trader in Dandong claimed that exports were $240.4 million.
Pyongyang says its imports were $150.2 million.
Mirror data suggest imports of $150.2 million by North Korea.
North Korea's own statistics show imports of $150.2 million.
North Korea's imports from all countries were $250.3 million.
Imports from South Korea were $1.2 million.
Exports to Russia were $3.2 billion.
China's total exports were $212.8 billion.
China's trade surplus was $50.98 billion.
The surplus with the world was $50.98 billion.
In the first half, exports were $1.10 billion.
So far this year, total trade has reached $1.25 billion.
Since January, exports have come to $1.10 billion.
Over the past twelve months, total trade was $2.5 billion.
The month before, exports were $257.9 million.
In the same month of 2018, exports were $204.2 million.
Exports had been $204.2 million a year earlier.
Last June, exports were $204.2 million.
Seven years ago, exports were $310.6 million.
By 2025, trade could reach $1 billion.
Next month, exports may fall to $150 million.
If sanctions were lifted, trade would be $800 million.
Had the border been open, exports would have been $300 million.
Smugglers brought in goods worth $40.5 million.
Including smuggled goods, total trade was $260.1 million.
Including crude oil, exports were $220.4 million.
Excluding grain, exports were $150.9 million.
Aid worth $30.3 million was sent to North Korea.
Food exports were $30.3 million.
Machinery accounted for exports of $12.2 million.
Exports of textiles alone were $60.6 million.
Exports by volume were 450,000 tons.
Customs in Liaoning recorded exports of $110.2 million.
Liaoning's exports to North Korea were $110.2 million.
Jilin province imported $9.9 million from North Korea.
Private companies exported $77.7 million.
Processing trade was worth $44.4 million.
General trade came to $120.2 million.
Trade in services was worth $5.5 million.
Cross-border e-commerce exports were $2.2 million.
In the first ten days, exports were $50.4 million.
In the week to June 30, exports were $50.4 million.
In Sinuiju, exports were $50.4 million.
Exports to the Rason zone were $20.2 million.
Through third countries, exports were $300.1 million.
Exports to Hong Kong were $20.9 billion.
The two Koreas traded $2.3 million.
Japan's exports to North Korea were zero.
The total includes $30 million of refined oil.
Of exports, $30.1 million was food.
Unrecorded exports were put at $90.1 million.
Exports contracted were $250.9 million.
Exports shipped but not yet counted were $12.1 million.
Orders came to $300.3 million.
Exports were later corrected to $190.2 million.
A first estimate of exports had been $180.5 million.
Preliminary exports were $180.5 million.
The figure for exports was first given as $180.5 million.
Exports were initially reported at $180.5 million.
Exports were $2.2 million higher than in May.
Exports were $10 million short of the target.
Tax revenue from exports was $20.1 million.
Half of it, $104.35 million, passed through Dandong.
Most of it, $150 million, was paid in cash.
Trade worth $40 million was settled in yuan.
Payments for imports were $18.8 million.
The debt for imports was $300.2 million.
Total imports of China were $161.98 billion.
Overall, China exported goods worth $212.8 billion.
China's foreign trade was $374.7 billion.
Foreign trade came to $374.7 billion.
China's overall exports were $212.8 million.
North Korea's total imports were $250.3 million.
North Korea's imports were $250.3 million.
North Korea imported goods worth $250.3 million.
North Korea's total exports came to $35.4 million.
North Korea's exports came to $35.4 million.
China's total imports came to $35.4 million.
""",
    "ko": """
철도를 통한 수출은 1억5020만 달러였다.
단둥을 거친 수출은 1억2050만 달러였다.
국경 무역은 9000만 달러였다.
국영기업의 수출은 9990만 달러였다.
비료를 제외한 수출은 1억7030만 달러였다.
위안화 기준 수출은 12억9천만 위안이었다.
전문가들은 교역 총액이 2억3020만 달러에 이를 것으로 내다봤다.
목표는 수출 2억 달러였다.
월간 최고 기록은 교역 총액 6억1240만 달러다.
월평균 수출은 2억130만 달러였다.
국정원은 교역 총액을 2억6000만 달러로 추정했다.
한 소식통은 수출이 2억4040만 달러라고 말했다.
북한의 전체 수입은 2억5030만 달러였다.
나머지 국가로부터의 수입은 1040만 달러였다.
한국으로부터의 수입은 120만 달러였다.
러시아로의 수출은 32억 달러였다.
중국의 전체 수출은 2128억 달러였다.
중국의 무역흑자는 509억8천만 달러였다.
상반기 수출은 11억 달러였다.
올 들어 교역 총액은 12억5천만 달러에 달했다.
1월 이후 수출은 11억 달러다.
전달 수출은 2억5790만 달러였다.
전년 같은 달 수출은 2억420만 달러였다.
지난해 6월 수출은 2억420만 달러였다.
2025년에는 교역이 10억 달러에 이를 수 있다.
다음 달 수출은 1억5천만 달러로 줄어들 수 있다.
제재가 풀리면 교역은 8억 달러가 될 것이다.
밀수 규모는 4050만 달러였다.
밀수를 포함한 교역 총액은 2억6010만 달러였다.
원유를 포함한 수출은 2억2040만 달러였다.
곡물을 뺀 수출은 1억5090만 달러였다.
식량 수출은 3030만 달러였다.
섬유 수출만 6060만 달러였다.
랴오닝성의 대북 수출은 1억1020만 달러였다.
민간기업의 수출은 7770만 달러였다.
가공무역은 4440만 달러였다.
일반무역은 1억2020만 달러였다.
서비스 교역은 550만 달러였다.
초순 수출은 5040만 달러였다.
수출 계약액은 2억5090만 달러였다.
수출은 이후 1억9020만 달러로 정정됐다.
당초 수출은 1억8050만 달러로 집계됐다.
수출 잠정치는 1억8050만 달러였다.
수출은 5월보다 220만 달러 많았다.
수출 관세 수입은 2010만 달러였다.
이 중 1억435만 달러가 단둥을 통과했다.
위안화로 결제된 교역은 4000만 달러였다.
수입 대금은 1880만 달러였다.
""",
    "zh": """
经铁路出口1.502亿美元。
经丹东出口1.205亿美元。
边境贸易额为9000万美元。
国有企业出口9990万美元。
除化肥外，出口1.703亿美元。
按人民币计，出口12.9亿元。
专家预计贸易总额将达2.302亿美元。
目标是出口2亿美元。
单月最高纪录是贸易总额6.124亿美元。
月均出口2.013亿美元。
韩国情报部门估计贸易总额为2.6亿美元。
一名消息人士称出口额为2.404亿美元。
朝鲜进口总额为2.503亿美元。
自其他国家进口1040万美元。
自韩国进口120万美元。
对俄罗斯出口32亿美元。
中国出口总额为2128亿美元。
中国贸易顺差为509.8亿美元。
上半年出口11亿美元。
今年以来贸易总额达12.5亿美元。
1月以来出口11亿美元。
上年同月出口2.042亿美元。
去年6月出口2.042亿美元。
到2025年贸易额可能达到10亿美元。
如果解除制裁，贸易额将达8亿美元。
走私额为4050万美元。
包括走私在内，贸易总额为2.601亿美元。
包括原油在内，出口2.204亿美元。
不含粮食，出口1.509亿美元。
粮食出口3030万美元。
辽宁省对朝出口1.102亿美元。
民营企业出口7770万美元。
加工贸易额4440万美元。
一般贸易额1.202亿美元。
服务贸易额550万美元。
上旬出口5040万美元。
出口合同额2.509亿美元。
出口额后来更正为1.902亿美元。
最初公布的出口额为1.805亿美元。
出口额初值为1.805亿美元。
出口比5月多220万美元。
其中1.0435亿美元经过丹东。
以人民币结算的贸易额为4000万美元。
""",
    "ja": """
鉄道による輸出は1億5020万ドルだった。
丹東経由の輸出は1億2050万ドルだった。
国境貿易は9000万ドルだった。
国有企業の輸出は9990万ドルだった。
肥料を除く輸出は1億7030万ドルだった。
人民元建ての輸出は12億9000万元だった。
専門家は貿易総額が2億3020万ドルに達すると予測していた。
目標は輸出2億ドルだった。
月間の最高記録は貿易総額6億1240万ドルだ。
月平均の輸出は2億130万ドルだった。
韓国の情報機関は貿易総額を2億6000万ドルと推定した。
消息筋は輸出が2億4040万ドルだと話した。
北朝鮮の輸入総額は2億5030万ドルだった。
その他の国からの輸入は1040万ドルだった。
韓国からの輸入は120万ドルだった。
ロシアへの輸出は32億ドルだった。
中国の輸出総額は2128億ドルだった。
中国の貿易黒字は509億8000万ドルだった。
上半期の輸出は11億ドルだった。
年初からの貿易総額は12億5000万ドルに達した。
1月以降の輸出は11億ドルだ。
前月の輸出は2億5790万ドルだった。
前年同月の輸出は2億420万ドルだった。
昨年6月の輸出は2億420万ドルだった。
2025年には貿易が10億ドルに達する可能性がある。
制裁が解除されれば貿易は8億ドルになる。
密輸額は4050万ドルだった。
密輸を含む貿易総額は2億6010万ドルだった。
原油を含む輸出は2億2040万ドルだった。
穀物を除いた輸出は1億5090万ドルだった。
食料の輸出は3030万ドルだった。
遼寧省の対北朝鮮輸出は1億1020万ドルだった。
民間企業の輸出は7770万ドルだった。
加工貿易は4440万ドルだった。
一般貿易は1億2020万ドルだった。
サービス貿易は550万ドルだった。
上旬の輸出は5040万ドルだった。
輸出の契約額は2億5090万ドルだった。
輸出はその後1億9020万ドルに訂正された。
当初の輸出額は1億8050万ドルと発表された。
輸出の速報値は1億8050万ドルだった。
輸出は5月より220万ドル多かった。
このうち1億435万ドルが丹東を通った。
人民元で決済された貿易は4000万ドルだった。
""",
}


def accusing(lang: str, text: str) -> set[str]:
    """The checks that accuse a figure of the base or of what goes on behind it."""
    document = nk.load(BASE[lang] + text)
    (checked,) = nk.check(document, date=DAY, lang=lang, against="none").checked
    found = (one for one in checked.relations if one.severity in {Severity.ERROR, Severity.WARNING})
    return {one.check for one in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [(lang, one) for lang, texts in OTHER.items() for one in texts.split("\n") if one],
)
def test_what_may_be_another_count_accuses_nobody(lang: str, text: str) -> None:
    """The amount differs, and so does what it is of."""
    assert not accusing(lang, text)


@pytest.mark.parametrize("lang", BASE)
def test_another_print_of_the_same_is_accused(lang: str) -> None:
    """Plain exports behind plain exports are the same exports."""
    assert accusing(lang, SAME[lang])
