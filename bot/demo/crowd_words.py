"""Names for a crowd, in the language that its people read."""

from bot.domain.frozen import Frozen


class CrowdWords(Frozen):
    families: tuple[str, ...]
    given: tuple[str, ...]
    name: str  # how the two stand together
    stations: tuple[str, ...]
    team: str


CROWDS = {
    "zh_Hans": CrowdWords(
        tuple("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"),
        ("秀兰", "建华", "丽华", "志强", "小红", "国强", "晓明", "美玲", "海燕", "文杰", "佳怡", "子轩", "思琪"),
        "{family}{given}",
        ("园岭社工站", "莲花社工站", "华强社工站", "香蜜湖社工站", "沙头社工站",
         "梅林社工站", "翠竹社工站", "东晓社工站", "桂园社工站", "笋岗社工站"),
        "{station}义工{n}队",
    ),
    "zh_Hant": CrowdWords(
        tuple("陳李黃張林王吳劉楊鄭何梁葉周馮鄧曾蔡郭羅"),
        ("秀蘭", "志明", "麗華", "家豪", "美玲", "國強", "嘉欣", "詠詩", "俊傑", "淑芬", "偉文", "子晴", "浩然"),
        "{family}{given}",
        ("大埔服務單位", "沙田服務單位", "元朗服務單位", "屯門服務單位", "荃灣服務單位",
         "葵青服務單位", "西貢服務單位", "觀塘服務單位", "黃大仙服務單位", "深水埗服務單位"),
        "{station}義工{n}隊",
    ),
    "en": CrowdWords(
        ("Chan", "Lee", "Wong", "Cheung", "Lau", "Ng", "Ho", "Lam", "Yip", "Chow", "Fung", "Tang", "Leung", "Kwok"),
        ("Alice", "Brian", "Carol", "David", "Emma", "Frank", "Gloria", "Henry", "Irene", "Jason", "Karen", "Leo"),
        "{given} {family}",
        ("Yuanling station", "Lianhua station", "Huaqiang station", "Xiangmihu station", "Shatou station",
         "Meilin station", "Cuizhu station", "Dongxiao station", "Guiyuan station", "Sungang station"),
        "{station}, team {n}",
    ),
}  # fmt: skip
