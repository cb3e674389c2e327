"""Names for a crowd, in the language that its people read."""

from bot.ground.frozen import Frozen


class CrowdWords(Frozen):
    families: tuple[str, ...]
    given: tuple[str, ...]
    name: str  # how the two stand together
    stations: tuple[str, ...]
    team: str
    sessions: tuple[tuple[str, str, str, str], ...]  # title, kind, place, risk


CROWDS = {
    "zh_Hans": CrowdWords(
        tuple("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"),
        ("秀兰", "建华", "丽华", "志强", "小红", "国强", "晓明", "美玲", "海燕", "文杰", "佳怡", "子轩", "思琪"),
        "{family}{given}",
        ("园岭社工站", "莲花社工站", "华强社工站", "香蜜湖社工站", "沙头社工站",
         "梅林社工站", "翠竹社工站", "东晓社工站", "桂园社工站", "笋岗社工站"),
        "{station}义工{n}队",
        (("陪长者量血压、聊家常", "elderly", "社区长者服务中心", "搀扶前先问护工"),
         ("四点半课堂辅导功课", "youth", "社区中心三楼活动室", "离开须由家长接走"),
         ("公园清洁，劝导文明养犬", "environment", "社区公园东门", "戴手套，注意防晒"),
         ("独居老人上门探访", "visits", "小区 3 栋楼下集合", "两人一组，不单独入户"),
         ("地铁站便民引导", "public", "地铁站 B 出口", "不站在扶梯口"),
         ("图书角整理与讲故事", "culture", "街道图书馆", "搬书用推车")),
    ),
    "zh_Hant": CrowdWords(
        tuple("陳李黃張林王吳劉楊鄭何梁葉周馮鄧曾蔡郭羅"),
        ("秀蘭", "志明", "麗華", "家豪", "美玲", "國強", "嘉欣", "詠詩", "俊傑", "淑芬", "偉文", "子晴", "浩然"),
        "{family}{given}",
        ("大埔服務單位", "沙田服務單位", "元朗服務單位", "屯門服務單位", "荃灣服務單位",
         "葵青服務單位", "西貢服務單位", "觀塘服務單位", "黃大仙服務單位", "深水埗服務單位"),
        "{station}義工{n}隊",
        (("長者量血壓及閒談", "elderly", "長者鄰舍中心", "攙扶前請先問職員"),
         ("課後功課輔導", "youth", "社區中心三樓活動室", "須由家長接走"),
         ("公園清潔及惜食宣傳", "environment", "公園東門", "戴手套，注意防曬"),
         ("獨居長者探訪", "visits", "屋邨第三座大堂集合", "兩人一組，不單獨入屋"),
         ("車站指引服務", "public", "港鐵站 B 出口", "不要站在扶手電梯口"),
         ("圖書角整理及講故事", "culture", "區內圖書館", "搬書用手推車")),
    ),
    "en": CrowdWords(
        ("Chan", "Lee", "Wong", "Cheung", "Lau", "Ng", "Ho", "Lam", "Yip", "Chow", "Fung", "Tang", "Leung", "Kwok"),
        ("Alice", "Brian", "Carol", "David", "Emma", "Frank", "Gloria", "Henry", "Irene", "Jason", "Karen", "Leo"),
        "{given} {family}",
        ("Yuanling station", "Lianhua station", "Huaqiang station", "Xiangmihu station", "Shatou station",
         "Meilin station", "Cuizhu station", "Dongxiao station", "Guiyuan station", "Sungang station"),
        "{station}, team {n}",
        (("Blood pressure and a chat for seniors", "elderly", "Seniors' centre", "Ask staff before helping anyone up"),
         ("Homework club after school", "youth", "Community centre, 3F", "Children leave with a parent only"),
         ("Park clean-up", "environment", "Park, east gate", "Gloves and sun cream"),
         ("Calling on people who live alone", "visits", "Block 3, ground floor", "In pairs, never alone"),
         ("Showing the way at the station", "public", "Metro station, exit B", "Not in front of the escalator"),
         ("Book corner and story time", "culture", "District library", "Use the trolley for books")),
    ),
}  # fmt: skip
