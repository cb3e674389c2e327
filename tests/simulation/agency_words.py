"""What people of the three languages are called, and what they type. Typed words are nobody's translation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """`posts`: title, kind as typed, place, risk."""

    client: str
    zone: str
    preset: str
    station: str
    teams: tuple[str, str]
    names: tuple[str, ...]
    newcomers: tuple[str, ...]
    managed: tuple[str, ...]
    posts: tuple[tuple[str, str, str, str], ...]
    notes: tuple[str, ...]
    nonsense: tuple[str, ...]
    fields: tuple[str, ...]  # names of the lines of a post, in order
    late: tuple[str, ...]


TONGUES = {
    "zh_Hans": Tongue(
        "zh-hans", "Asia/Shanghai", "mainland", "福田社工站", ("福田一队", "福田企业队"),
        ("陈静", "李建国", "张敏", "刘洋", "黄丽", "吴强", "周婷", "郑伟", "孙丽华", "马志强", "朱海燕", "胡文杰"),
        ("小新", "佳怡", "子轩", "思琪", "晓明"),
        ("何奶奶", "罗爷爷", "钱婆婆"),
        (("探访敬老院", "为老", "敬老院二楼", "地面湿滑"),
         ("公园清洁", "环保", "公园东门", "注意防晒"),
         ("四点半课堂", "教学", "社区中心三楼", "家长接走"),
         ("地铁引导", "其他", "地铁站口", "别站扶梯口")),
        ("陪老人聊天", "整理图书", "打扫走廊", "教手机"),
        ("在吗", "我明天有点不舒服", "哈哈哈", "？？？", "活动几点", "谢谢！", "🙂"),
        ("标题", "类别", "队伍", "地点", "开始", "结束", "人数", "风险", "集合"),
        ("我会迟到", "迟到二十分钟", "晚到十分钟"),
    ),
    "zh_Hant": Tongue(
        "zh-hant", "Asia/Hong_Kong", "hong_kong", "上水服務單位", ("上水一隊", "上水企業隊"),
        ("陳靜雯", "李國強", "張美玲", "劉家輝", "黃麗珍", "吳志強", "周婉婷", "鄭偉文",
         "何詠詩", "葉俊傑", "馮嘉欣", "鄧子晴"),
        ("小欣", "浩然", "曉彤", "樂怡", "家樂"),
        ("何婆婆", "羅伯伯", "梁婆婆"),
        (("院舍探訪", "長者", "院舍二樓", "地面濕滑"),
         ("海灘清潔", "環境", "海灘入口", "注意防曬"),
         ("功課輔導", "教學", "社區中心三樓", "家長接走"),
         ("車站指引", "其他", "車站出口", "小心扶手電梯")),
        ("陪長者傾計", "整理圖書", "清潔走廊", "教用手機"),
        ("喂", "我聽日唔舒服", "哈哈", "？？？", "幾點集合", "多謝！", "🙂"),
        ("標題", "類別", "隊伍", "地點", "開始", "結束", "人數", "風險", "集合"),
        ("我會遲到", "遲到二十分鐘", "遲少少"),
    ),
    "en": Tongue(
        "en", "Europe/London", "hong_kong", "Camden station", ("Camden One", "Camden Partners"),
        ("Ms Hart", "Carl", "Anna", "Ben", "Cora", "Dan", "Eve", "Finn", "Gwen", "Hugh", "Iris", "Jack"),
        ("Kim", "Lou", "Max", "Nora", "Otis"),
        ("Granny Ho", "Mr Lowe", "Mrs Pym"),
        (("Visit a care home", "elderly", "Care home, 2F", "wet floors"),
         ("Park clean-up", "environment", "Park, east gate", "sun cream"),
         ("Homework club", "teaching", "Library, 1F", "parents collect"),
         ("Evening round", "community", "Station square", "mind the traffic")),
        ("Read aloud", "Sorted books", "Swept the hall", "Showed a phone"),
        ("hello?", "I feel ill today", "haha", "???", "when do we meet", "thanks!", "🙂"),
        ("title", "kind", "team", "place", "start", "end", "capacity", "risk", "meet"),
        ("I'll be late", "I'll be 20 min late", "running late"),
    ),
}  # fmt: skip
