"""The agency that the demo opens with, once for each language: what people typed there is not translated, ever."""

from bot.ground.frozen import Frozen

FIRST_ID = 5_100_000_001


class Actor(Frozen):
    """Somebody of the demo; ``part`` is the same in every language, the name is not."""

    part: str
    name: str
    team: str | None
    note: str  # who this is, for whoever looks at the page


class Offer(Frozen):
    """A posted activity. ``day`` counts from today; the past ones were served and verified."""

    title: str
    kind: str
    place: str
    team: str
    lead: str
    day: int
    start: str
    end: str
    capacity: int
    risk: str
    who: tuple[str, ...] = ()  # parts: who served, or who is signed up already
    helped: int = 0
    outdoor: bool = False
    bring: str = ""
    clothing: str = ""


class Cast(Frozen):
    zone: str
    preset: str
    city: str
    stations: tuple[str, str]
    first: str  # service team of the first station
    second: str  # service team of the second
    company: str  # group team of the first station
    actors: tuple[Actor, ...]
    past: tuple[Offer, ...]
    coming: tuple[Offer, ...]
    agency: tuple[str, str, str, str]  # name, phone, address, and whom to ask about one's data


PARTS = (
    ("administrator", None),
    ("coordinator", None),
    ("worker", None),
    ("worker_two", None),
    ("captain", "first"),
    ("captain_two", "second"),
    ("volunteer_1", "first"),
    ("volunteer_2", "first"),
    ("volunteer_3", "first"),
    ("volunteer_4", "second"),
    ("volunteer_5", "second"),
    ("volunteer_6", "company"),
    ("managed_1", "first"),
    ("managed_2", "second"),
    ("newcomer", None),
)


def actors(names: str, notes: dict[str, str]) -> tuple[Actor, ...]:
    """Names in the order of PARTS, between " | "; notes by the part without its number."""
    given = names.split(" | ")
    return tuple(
        Actor(part, name, team, f"{notes[part.split('_')[0]]}{f' · {notes[team]}' if team else ''}")
        for (part, team), name in zip(PARTS, given, strict=True)
    )


def notes(words: str, teams: tuple[str, str, str]) -> dict[str, str]:
    roles = ("administrator", "coordinator", "worker", "captain", "volunteer", "managed", "newcomer")
    return dict(zip((*roles, "first", "second", "company"), (*words.split(" | "), *teams), strict=True))


def offers(visit: str, beach: str, class_: str, patrol: str, place: tuple[str, str, str, str], risk: tuple[str, str],
           wear: tuple[str, str]) -> tuple[tuple[Offer, ...], tuple[Offer, ...]]:  # fmt: skip
    """The same weeks in each language."""
    home, shore, centre, street = place
    wet, sun = risk
    past = (
        Offer(visit, "elderly", home, "first", "worker", -40, "09:00", "11:30", 8, wet,
              ("captain", "volunteer_1", "volunteer_2", "managed_1"), 32),
        Offer(class_, "teaching", centre, "second", "worker_two", -33, "14:00", "16:00", 6, wet,
              ("captain_two", "volunteer_4", "volunteer_5"), 18),
        Offer(visit, "elderly", home, "first", "worker", -26, "09:00", "11:30", 8, wet,
              ("captain", "volunteer_1", "volunteer_3", "managed_1"), 30),
        Offer(beach, "environment", shore, "first", "worker", -12, "08:30", "12:00", 12, sun,
              ("captain", "volunteer_1", "volunteer_2", "volunteer_3", "volunteer_6"), 0, True, *wear),
    )  # fmt: skip
    coming = (
        Offer(visit, "elderly", home, "first", "worker", 6, "09:00", "11:30", 8, wet,
              ("captain", "volunteer_3"), 0, False, *wear),
        Offer(class_, "teaching", centre, "second", "worker_two", 3, "14:00", "16:00", 3, wet,
              ("captain_two", "volunteer_5")),
        Offer(patrol, "community", street, "first", "worker", 10, "19:00", "21:00", 2, sun, ("captain",), 0, True),
    )  # fmt: skip
    return past, coming


HANS = offers(
    "探访敬老院，陪老人聊天",
    "海滩清洁",
    "教长者用手机",
    "社区平安巡逻",
    ("福田敬老院", "大梅沙海滨公园", "南园社区中心二楼", "福田街道口岸广场"),
    ("地面湿滑，搀扶前先问护工", "户外活动，注意防晒、补水"),
    ("水", "义工服"),
)
HANT = offers(
    "長者院舍探訪",
    "海灘清潔",
    "長者智能手機班",
    "社區夜間巡邏",
    ("上水護理安老院", "大浪灣海灘", "粉嶺社區中心二樓", "上水廣場"),
    ("地面濕滑，攙扶前請先問職員", "戶外活動，注意防曬及補充水分"),
    ("水", "義工背心"),
)
EN = offers(
    "Visit a care home and chat with residents",
    "Beach clean-up",
    "Phones for beginners, 60+",
    "Evening neighbourhood round",
    ("Futian Care Home", "Dameisha Beach", "Nanyuan Community Centre, 2F", "Station Square, Exit B"),
    ("Wet floors; ask staff before helping anyone up", "Outdoors: sun cream, a hat and water"),
    ("water", "your vest"),
)

AGENCIES = {
    "zh_Hans": ("海光社工服务中心", "0755-2555 0101", "深圳市福田区海光路 1 号", "陈静 0755-2555 0102"),
    "zh_Hant": ("海光社會服務處", "2555 0101", "上水海光道 1 號", "陳靜雯 2555 0102"),
    "en": ("Harbour Light Social Work", "2555 0101", "1 Harbour Road, Futian", "Ms Chan, 2555 0102"),
}

CASTS = {
    "zh_Hans": Cast(
        "Asia/Shanghai", "mainland", "深圳社工总站", ("福田社工站", "南园社工站"),
        "福田一队", "南园二队", "星河科技义工队",
        actors("高健 | 王慧 | 陈静 | 林峰 | 李建国 | 赵秀英 | 张敏 | 刘洋 | "
               "黄丽 | 吴强 | 周婷 | 郑伟 | 何奶奶 | 罗爷爷 | 小新",
               notes("管理员 | 义工统筹 | 社工 | 队长 | 义工 | 由队长代办 | 新朋友",
                     ("福田一队", "南园二队", "星河科技义工队"))),
        *HANS, AGENCIES["zh_Hans"],
    ),
    "zh_Hant": Cast(
        "Asia/Hong_Kong", "hong_kong", "新界北總處", ("上水服務單位", "粉嶺服務單位"),
        "上水一隊", "粉嶺二隊", "星河科技義工隊",
        actors("高健雄 | 王慧儀 | 陳靜雯 | 林志峰 | 李國強 | 趙秀英 | 張美玲 | 劉家輝 | "
               "黃麗珍 | 吳志強 | 周婉婷 | 鄭偉文 | 何婆婆 | 羅伯伯 | 小新",
               notes("系統管理員 | 義工統籌 | 負責職員 | 隊長 | 義工 | 由隊長代辦 | 新朋友",
                     ("上水一隊", "粉嶺二隊", "星河科技義工隊"))),
        *HANT, AGENCIES["zh_Hant"],
    ),
    "en": Cast(
        "Asia/Shanghai", "mainland", "City head station", ("Futian station", "Nanyuan station"),
        "Team One", "Team Two", "Galaxy Tech partner group",
        actors("Henry Ko | Olivia Wong | Ms Chan | Mr Lam | Carl Lee | Grace Chiu | Anna | Ben | "
               "Cora | Dan | Eve | Finn | Granny Ho | Grandpa Lo | Nina",
               notes("administrator | coordinator | social worker | captain | volunteer | managed | new here",
                     ("Team One", "Team Two", "Galaxy Tech"))),
        *EN, AGENCIES["en"],
    ),
}  # fmt: skip
