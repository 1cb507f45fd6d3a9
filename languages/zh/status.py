"""How certain: sought, planned, underway, achieved, conditional, withdrawn; from the words of a clause."""

from __future__ import annotations

import re
from functools import lru_cache

from languages.mention import StatusCue
from ontology.codes import Status

_VERB = (
    r"(?:新|建|实|开|推|完|组|设|启|培|引|选|支|加|深|全|继|进|重|围|投|争|力|在|会|再|以|着|持|扩|增|达|提|积|统|大|按|对|为|向|于|聚|"
    r"落|打|创|优|构|强|健|探|布|改|整|免|把|举|聘|招|遴|优先|有|成|通|从|由|逐|分|可|取|出|制|发|联|试|安|配|购|补|资|覆|惠|同|继续|根|依|"
    r"陆|覆盖|升|形|迎|采|拿|派|正式|不|面向|突出|坚|切|努|不断|更|陆续|集|与|严|常|适|启动)"
)
_MARKER_END = (
    r"[^,;。:]{1,40}?(?:编入|吸纳|纳入|列为|列入|作为|确定为|定为|转为|合并|整合|移交|划转|下放|下沉|送到|交由|融入)"
)
_MADE = r"[^,;。:]{1,40}?(?:提高到|提高至|增至|提升至|提升到|扩大到|扩大至|降至|降到|打造|建成|建设成|转化|压缩|缩短|调整|延长|分解|细化|推广|改为|列|送|交)"
_CUES: tuple[tuple[Status, bool, str], ...] = (
    (
        "withdrawn",
        True,
        r"不再[^,。]{0,3}(?:建设?|设置|设立|新建|组建|纳入|实施|推进|开展|保留|列入|执行|安排)(?!立|设备)|取消(?:了?其?)?(?:第.批)?(?:试点|创建|建设|申报)?(?:资格|建设|项目|改造|新建|扩建|迁建)|取消[^,;。]{0,14}资格|资格(?:被)?取消"
        r"|暂不(?:推进|实施|建设|开工|启动)|暂缓(?:推进|实施|建设)|停止(?:建设|实施|推进)|停建|终止|撤销|撤回|不再作为|相应取消|作废|叫停|不予(?:实施|批准|通过)|中止|难以实现|予以(?:取消|退出)|退出试点|被取消|宣布取消|已取消(?=.{0,4}$)",
    ),
    ("conditional", True, r"(?<!倘)若(?!干|是|羌|尔盖)|如果|如获|如(?:能|经|被|上级|国家|省)?(?:批准|获批|获准|通过|到位|成功)|倘若|一旦|待[^,]{0,12}(?:批准|获批|到位|通过)后|视[^,]{0,10}情况|在[^,]{0,16}前提下"),
    ("planned", True, r"(?:尚未|还未|未能?|还没有?|仍没有?)(?:开工|启动|动工|建成|完成|建立|实施)|(?:规划|计划|拟)(?:建设|新建|布局|设置)的|即将(?:开工|启动|投用|建成)"),
    ("sought", True, r"争取(?!到了|了|上级资金|资金|项目资金|中央|专项|到位|各级)(?=[^,;。]{0,80}?(?:落户|列入|纳入|获批|入选|进入|成为|项目|国家|试点|创建|创成|中心|基地|示范))|争创|(?<!力)争建|冲刺|角逐|申报|申创|申建|申请(?=[^,]{0,12}(?:国家|省级))|争列|力争[^,;。]{0,30}?(?:落户|获批|入选|列入国家|纳入国家|列入省级|纳入省级|获评)|积极申请"),
    ("underway", True, r"正在|正(?=加快|推进|建设|有序|积极|抓紧|逐步|进行)|在建|(?:已|已经|全面|正式|陆续|现已)(?:开工|启动|动工|开建)|开工建设|加紧(?:建设|推进)|建设中|前期工作|主体(?:结构)?(?:已)?封顶|进入[^,]{0,8}阶段|动工"),
    ("achieved", True, r"已(?!开工|启动|动工|开建|取消|终止)|目前(?!正|,?将)|截至|(?<![从由])去年|现有|荣获|(?<!计划)(?<!确保)尚无|被(?:列为|确定为|评为|命名为|列入|授予|认定为)|顺利通过|成功(?:创建|获批|入选|获评|创成|通过)|至今|过去[一五]年|一年来|五年来|近年来"),
    ("planned", True, rf"(?<![即正必])将(?={_VERB})(?!(?:{_MARKER_END}))|(?<![即正必])将(?![士军近])(?!{_VERB})(?!{_MARKER_END}|{_MADE})|拟(?!定|订)|力争|确保|预计|有望|即将|(?<![重主需必简纲首紧摘提])要(?!求|素|点|件|闻|么|害|务|案|员|因|塞|事)|(?<!行动)(?<![《“])计划(?=[新建用在投培引开选于将到安从完])|打算|务必|必须|应当|力求|争取(?!到|上级|资金|中央|专项)|今后|下一步|明年|原计划|还将|也将|均将|均须"),
    ("achieved", False, r"获批|获评|入选|投用|投入(?:使用|运[行营])|落户|挂牌|开诊|揭牌|晋升为?|增至|升至|降至|建成|完成|达到|创成|命名为|评为|新增|组建|累计|共有|拥有|获得|实现|为零|升级为|启用"),
    ("underway", False, r"推进|推动|启动|试点|开工"),
)  # fmt: skip
_PATTERNS = [(status, strong, re.compile(pattern)) for status, strong, pattern in _CUES]


_MARKED = re.compile(rf"(?:将|把){_MARKER_END}")


@lru_cache(maxsize=256)
def is_marked(clause: str) -> bool:
    """将…纳入, 把…列为: the clause puts a thing somewhere and says nothing of when."""
    return bool(_MARKED.search(clause))


def cues(clause: str) -> list[StatusCue]:
    """The cues of a clause in the order in which they win: the first is its status."""
    found = []
    for status, strong, pattern in _PATTERNS:
        found += [StatusCue(m.start(), m.end(), status, strong) for m in pattern.finditer(clause)]
    return found


@lru_cache(maxsize=256)
def status(clause: str) -> StatusCue | None:
    """What a clause says of its own status; None where it leaves that to its section."""
    for name, strong, pattern in _PATTERNS:
        match = pattern.search(clause)
        if match:
            return StatusCue(match.start(), match.end(), name, strong)
    return None
