"""Persons with their office: 市卫生健康委副主任李敏介绍."""

from __future__ import annotations

import re

from languages.zh.sentence import Sentence

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤敬殷施温康文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
_TITLE = r"(?:党组书记|党委书记|书记|副主任|主任|副局长|局长|副院长|院长|副省长|省长|副市长|市长|副县长|县长|处长|副处长|科长|负责人|发言人|新闻发言人|厅长|副厅长|副部长|部长|会长|主席|副主席)"
OFFICE = re.compile(_TITLE)
_PERSON = re.compile(
    rf"(?P<organization>[一-龥]{{2,20}}?(?:委员会|卫生健康委|卫健委|委|局|厅|医院|中心|部|政府|省|市|县|州))"
    rf"(?P<title>(?:党组(?:成员|书记))?、?{_TITLE}(?:、{_TITLE})*)(?P<name>[{_SURNAMES}][一-龥]{{1,2}}?)(?=介绍|表示|说|坦言|指出|强调|透露|作|告诉|出席|主持|[,。、)\s]|$)"
)


def persons(sentence: Sentence) -> tuple[tuple[str, str, str], ...]:
    """(name, title, organization) for each person whose office the sentence gives."""
    found = []
    if not OFFICE.search(sentence.text):
        return ()
    for match in _PERSON.finditer(sentence.text):
        organization = re.split(r"[,。:;“”]", match["organization"])[-1]
        found.append((match["name"], match["title"].strip("、"), organization))
    return tuple(found)
