"""The field table of an activity: a line is a column, its keys, its reader, and what it is where nothing is said.

What stands in `Said` can be typed in the form of one message, asked for, edited, copied into the next activity and
kept; how it is called and shown is the row of the same code in `handlers/activities/fields.py`. A field of a session or
of several columns stands in `Filled`, one that is only ever edited in `ActivityFacts`.
"""

from typing import Annotated

from bot.activities import reading_fields as read
from bot.activities import reading_times as times
from bot.activities.audiences import Audience, read_audience
from bot.activities.kinds import read_kind
from bot.activities.requirements import Requirements
from bot.ground.filling import MUST, Field, a_line, some_lines, table_of, yes_or_no
from bot.ground.frozen import Frozen, asdict


class Said(Requirements, kw_only=True):
    """What a lead says of an activity in a field of its own; empty text is "nothing said"."""

    title: Annotated[str, a_line("title name 标题 名称 活动 標題 名稱 活動", 80, empty=MUST)]
    kind: Annotated[str, Field("kind type 类别 类型 類別 類型", lambda text, *_: read_kind(text))]
    place: Annotated[
        str,
        a_line("place venue location address 地点 地址 場地 地點", read.PLACE, empty=MUST, editor=read.another_place),
    ]
    meet_place: Annotated[
        str,
        Field(
            "meet meeting meeting_time_and_point meeting_time meeting_point 集合 集合时间 集合地点 集合時間 集合地點",
            times.meeting,
            writer=times.meeting_written,
            free=True,
            pairs=True,
        ),
    ]
    outdoor: Annotated[
        bool, yes_or_no("outdoor outdoors indoors_or_outdoors 户外 室外 室内或户外 场地 戶外 室內或戶外")
    ]
    risk: Annotated[str, a_line("risk risks note note_on_risks 风险 注意 注意事项 風險 留意 留意事項", 300)]
    contact: Annotated[str, a_line("contact contact_on_the_day 联系人 联络人 当天联系人 聯絡人 聯絡 當日聯絡人", 80)]
    audience: Annotated[
        Audience,
        Field(
            "audience who_may_sign_up 对象 谁能报名 對象 誰可報名",
            lambda text, *_: read_audience(text),
            editor=read.another_audience,
            choices=tuple(Audience),
        ),
    ]
    description: Annotated[str, some_lines("description details about 说明 介绍 内容 說明 介紹 內容", 1500)] = ""
    bring: Annotated[str, a_line("bring what_to_bring 携带 自备 攜帶 自備")] = ""
    transport: Annotated[str, a_line("transport travel 交通")] = ""
    clothing: Annotated[str, a_line("clothing clothes wear 着装 衣着 着裝 衣著 服裝")] = ""
    insurance: Annotated[str, a_line("insurance 保险 保險")] = ""
    break_minutes: Annotated[int, Field("break breaks 休息", read.rest, empty=0)] = 0
    companions: Annotated[bool, yes_or_no("companions companion 同伴 陪同 同行 同行者")] = False


class Filled(Said, kw_only=True):
    """Everything that is said of an activity and one session of it; None, where no default does, is "not said".

    `team` and `requires` are words still to be looked up.
    """

    title: str = ""
    kind: str = ""
    place: str = ""
    meet_place: str = ""
    outdoor: bool = False
    risk: str = ""
    contact: str = ""
    audience: Audience = Audience.STATION
    team: Annotated[str, a_line("team for_whom 队伍 队 义工队 对象队伍 隊伍 隊 義工隊 對象隊伍", 80)] = ""
    starts_at: Annotated[
        int | None,
        Field(
            "start starts from begin 开始 开始时间 时间 開始 開始時間 時間",
            times.start,
            editor=times.another_start,
            writer=times.wall,
        ),
    ] = None
    ends_at: Annotated[
        int | None, Field("end ends until 结束 结束时间 結束 完結 結束時間", times.end, writer=times.wall)
    ] = None
    meet_at: int | None = None
    capacity: Annotated[int | None, Field("capacity places people 人数 名额 人數 名額", read.capacity)] = None
    minimum: Annotated[
        int | None, Field("minimum min least_number_of_people 最少 最少人数 最少人數", read.minimum, empty=None)
    ] = None
    deadline_at: Annotated[
        int | None,
        Field(
            "deadline sign_up_by 截止 截止时间 报名截止 截止時間 截止報名",
            times.deadline,
            empty=None,
            writer=times.wall,
        ),
    ] = None
    requires: Annotated[
        str, a_line("requires requirements 要求", editor=read.other_requirements, empty=asdict(Requirements()))
    ] = ""


class ActivityFacts(Said, kw_only=True):
    """An activity as it is kept: whose it is, what was said, and what only editing says."""

    station_id: int
    team_id: int | None
    lead_id: int
    confirmed_only: Annotated[bool, yes_or_no("address")] = False  # exact place and contact go to confirmed people only
    latitude: Annotated[str | None, Field("map", read.point, empty=read.NOWHERE)] = None
    longitude: str | None = None


class ShiftFacts(Frozen, kw_only=True):
    """When, and for how many. `minimum` None: any number will do; `deadline_at` None: until the start."""

    starts_at: int
    ends_at: int
    meet_at: int
    capacity: int
    minimum: int | None = None
    deadline_at: int | None = None


TYPED = table_of(Filled)
"""By code: what can be typed when it is posted."""
EDITED = {code: field for code, field in table_of(Filled, ActivityFacts).items() if code != "team"}
"""By code: what can be edited. `map` is the point on the map, `address` who is told the exact place."""
FREE = frozenset(code for code, field in EDITED.items() if field.free)
"""Fields that take any words: also those that were meant for somebody else."""
