"""Which column of a list is what, by the names that such columns have in three languages."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from bot.ground.text import folded

Column = Literal["name", "number", "phone", "team", "age"]
COLUMNS: tuple[Column, ...] = get_args(Column)
Columns = Mapping[str, int]
"""The place of each column that was found."""
LOOKED_AT = 10
"""Above the names of the columns may stand a title, a date, a station."""

_WORDS: dict[Column, str] = {
    "name": (
        "姓名 名字 名称 名稱 成员 成員 成员姓名 成員姓名 义工姓名 義工姓名 志愿者姓名 志願者姓名 义工 "
        "義工 志愿者 人员 人員 中文姓名 中文名 姓名(中文) 真实姓名 name fullname membername volunteer "
        "volunteername chinesename nameofvolunteer participant member"
    ),
    "number": (
        "编号 編號 义工编号 義工編號 义工号 義工號 义工证号 義工證號 志愿者编号 志願者編號 志愿者号 "
        "注册号 會員編號 会员编号 会员号 會員號 职员编号 員工編號 编号no. volunteernumber volunteerno "
        "volunteerno. volunteerid membernumber memberno memberno. memberid number"
    ),
    "phone": (
        "电话 電話 手机 手機 电话号码 電話號碼 手机号 手机号码 手機號碼 手機號 联系电话 聯絡電話 "
        "联系方式 聯絡方法 联络电话 移动电话 流動電話 phone phoneno phoneno. phonenumber mobile mobileno "
        "mobileno. mobilenumber mobilephone tel tel. telephone contact contactno contactno. "
        "contactnumber cell cellphone"
    ),
    "team": (
        "队伍 隊伍 义工队 義工隊 团队 團隊 队 隊 服务队 服務隊 所属队伍 所屬隊伍 所在队伍 小组 小組 组别 "
        "組別 小队 小隊 队伍名称 隊伍名稱 team teamname group groupname unit"
    ),
    "age": (
        "年龄 年齡 年龄段 年齡段 年齡組別 年龄组 年齡層 岁数 歲數 出生年 出生年份 出生日期 出生年月 "
        "出生年月日 生日 出生 age ageband agegroup agerange birthyear yearofbirth birthdate birthday "
        "dateofbirth dob born"
    ),
}
NAMES: dict[Column, frozenset[str]] = {column: frozenset(said.split()) for column, said in _WORDS.items()}
_ASIDE = re.compile(r"[\s*:：_/]|\((?:必填|选填|選填|required|optional)\)|[(（].{0,12}[)）]$")


def heading(cell: str) -> Column | None:
    """What a column of this name is."""
    bare = folded(cell)
    tries = (re.sub(r"[\s*:_]", "", bare), _ASIDE.sub("", bare))
    return next((column for text in tries for column, names in NAMES.items() if text in names), None)


def found_in(row: Sequence[str]) -> dict[str, int]:
    """Of two that mean the same, the first."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        column = heading(cell)
        if column is not None:
            found.setdefault(column, place)
    return found


def headed(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    """Which row names the columns, and what they are; -1 where none of the first does."""
    looked = [(at, found_in(row)) for at, row in enumerate(rows[:LOOKED_AT])]
    at, best = max(looked, key=lambda one: ("name" in one[1], len(one[1]), -one[0]), default=(-1, {}))
    return (at, best) if "name" in best else (-1, {})


def guessed(rows: Sequence[Sequence[str]], name: int) -> dict[str, int]:
    """Once somebody has said which column is the name: a column of nothing but telephone numbers is that."""
    found = {"name": name}
    for place in range(len(rows[0]) if rows else 0):
        said = [row[place] for row in rows if row[place]]
        if place != name and said and all(map(is_phone, said[1:] or said)):
            found.setdefault("phone", place)
    return found


def is_phone(cell: str) -> bool:
    return len(re.sub(r"\D", "", cell)) >= 7 and not re.search(r"[^\W\d]", cell)
