"""The one table of commands: who may see each, what it does, and the plain words that do the same.

The menu, /help, the buttons of /menu and the README's table are read from here. Seeing a command is no authority:
the act behind it checks again.
"""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.ground.viewer import Role, Viewer
from bot.speech.screens import CommandMenu
from bot.speech.words import Words, later


class Seat(StrEnum):
    """From where a person looks at the bot. Everybody who joined sits on the first; one person may sit on several."""

    NEWCOMER = "newcomer"
    VOLUNTEER = "volunteer"
    CAPTAIN = "captain"
    SOCIAL_WORKER = "social_worker"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


STAFF = frozenset({Seat.SOCIAL_WORKER, Seat.COORDINATOR, Seat.ADMINISTRATOR})
OFFICE = frozenset({Seat.COORDINATOR, Seat.ADMINISTRATOR})
LEADING = STAFF | {Seat.CAPTAIN}
JOINED = LEADING | {Seat.VOLUNTEER}
EVERYBODY = JOINED | {Seat.NEWCOMER}


class Row(Frozen):
    name: str
    seats: frozenset[Seat]
    label: str  # msgid: its button in /menu
    about: str  # msgid: its line in the menu and in /help
    words: str  # folded, between " | ": what people type instead, in any language
    takes: bool = False  # something may follow the plain word: a period, a code
    listed: bool = True  # False: works when typed, has no button or line of its own

    @property
    def plain(self) -> tuple[str, ...]:
        return tuple(self.words.split(" | "))


COMMANDS: tuple[Row, ...] = (
    Row(
        "activities",
        JOINED,
        later("Activities"),
        later("See what's coming and sign up"),
        (
            "activities | activity | what's on | sign up | 活动 | 活動 | 看活动 | 看活動 | 有什么活动 | "
            "有什麼活動 | 有咩活動 | 报名 | 報名 | 我要报名 | 我要報名"
        ),
    ),
    Row(
        "mine",
        JOINED,
        later("My sign-ups"),
        later("What I signed up for"),
        (
            "mine | my sign-ups | my sign ups | my signups | my activities | 我的 | 我的活动 | 我的活動 | "
            "我的报名 | 我的報名 | 我报了什么 | 我報咗咩"
        ),
    ),
    Row(
        "hours",
        JOINED,
        later("My hours"),
        later("My service hours"),
        (
            "hours | my hours | 时长 | 時長 | 時數 | 时数 | 我的时长 | 我的時數 | 我的時長 | 服务时长 | "
            "服務時數 | 服务时数"
        ),
        takes=True,
    ),
    Row(
        "log",
        JOINED,
        later("Enter hours"),
        later("Enter time I served myself"),
        "log | log hours | enter hours | 自报 | 记时长 | 记时 | 補登 | 补录 | 登記時數 | 自行申報",
        takes=True,
    ),
    Row(
        "checkin",
        JOINED,
        later("Check in"),
        later("Check in with the code on the lead's screen"),
        "check in | checkin | check-in | 签到 | 簽到 | 签退 | 簽退 | check out | check-out",
        takes=True,
    ),
    Row(
        "rollcall",
        LEADING,
        later("Roll-call"),
        later("Take the roll"),
        "roll-call | roll call | rollcall | 点名 | 點名 | 去点名 | 去點名",
    ),
    Row(
        "post",
        STAFF,
        later("New activity"),
        later("Post a new activity"),
        "post | new activity | 发活动 | 發活動 | 新活动 | 新活動 | 发布活动 | 發佈活動",
    ),
    Row(
        "manage",
        STAFF,
        later("Manage"),
        later("Today's and coming activities: lists, changes, cancelling"),
        "manage | 管理 | 管理活动 | 管理活動 | 今天 | today",
    ),
    Row(
        "verify",
        STAFF,
        later("Verify hours"),
        later("Hours waiting to be verified"),
        "verify | verify hours | 核实 | 核實 | 核实时长 | 核實時數 | 待核实 | 待核實",
    ),
    Row(
        "summary",
        LEADING,
        later("Hours report"),
        later("Hours of a team or station in a period"),
        "summary | report | hours report | 统计 | 統計 | 时长统计 | 時數統計 | 报表 | 報表",
        takes=True,
    ),
    Row(
        "broadcast",
        STAFF,
        later("Write to people"),
        later("Write to a team, a station or participants"),
        "broadcast | write to people | 群发 | 群發 | 发通知 | 發通知",
    ),
    Row(
        "people",
        STAFF,
        later("People"),
        later("Find people, record consent, roles"),
        "people | 成员 | 成員 | 找人 | 义工名单 | 義工名單",
        takes=True,
    ),
    Row(
        "teams",
        LEADING,
        later("Teams"),
        later("Teams and their captains"),
        "teams | team | 队伍 | 隊伍 | 义工队 | 義工隊",
    ),
    Row(
        "invite",
        LEADING,
        later("Invite"),
        later("Make a link for a team or a role"),
        "invite | 邀请 | 邀請",
    ),
    Row(
        "stations",
        OFFICE,
        later("Stations"),
        later("Stations and their settings"),
        "stations | station | 社工站 | 服務單位 | 站点",
    ),
    Row(
        "settings",
        JOINED,
        later("Settings"),
        later("Language, name, phone, team, notices"),
        "settings | setting | 设置 | 設定 | 个人设置 | 個人設定",
    ),
    Row(
        "language",
        JOINED,
        later("Language"),
        later("Choose the language"),
        "language | 语言 | 語言 | 中文 | english | 简体 | 繁體 | 繁体 | 简体中文 | 繁體中文",
        listed=False,
    ),
    Row(
        "mydata",
        JOINED,
        later("My data"),
        later("Everything kept about me, as a file"),
        "mydata | my data | 我的数据 | 我的資料 | 我的资料",
    ),
    Row(
        "forget",
        JOINED,
        later("Erase me"),
        later("Erase everything about me"),
        "forget | forget me | erase me | 注销 | 註銷 | 删除我的资料 | 刪除我的資料",
        listed=False,
    ),
    Row(
        "help",
        EVERYBODY,
        later("Help"),
        later("What I can do here"),
        "help | ? | 帮助 | 幫助 | 説明 | 怎么用 | 怎麼用 | 點用",
    ),
    Row(
        "menu",
        JOINED,
        later("Menu"),
        later("Everything as buttons"),
        "menu | 菜单 | 選單 | 主頁 | 首页",
    ),
    Row(
        "cancel",
        JOINED,
        later("Stop"),
        later("Stop what I was filling in"),
        "never mind | nevermind | 算了 | 不填了",
        listed=False,
    ),
    Row(
        "start",
        EVERYBODY,
        later("Start"),
        later("Begin"),
        "start | hi | hello | 你好 | 您好 | 开始 | 開始 | 加入 | join",
        listed=False,
    ),
)


def seats(viewer: Viewer) -> frozenset[Seat]:
    """Where this person sits, on any station or team."""
    if not viewer.registered:
        return frozenset({Seat.NEWCOMER})
    found = {Seat.VOLUNTEER} | {Seat(role) for role in Role if viewer.has(role)}
    return frozenset(found | {Seat.CAPTAIN} if viewer.is_captain() else found)


def visible(viewer: Viewer) -> list[Row]:
    """What this person's menu holds, in its order."""
    mine = seats(viewer)
    return [row for row in COMMANDS if row.listed and row.seats & mine]


def command_menu(words: Words, viewer: Viewer) -> CommandMenu:
    """What Telegram lists behind its menu button in this person's own chat."""
    return CommandMenu(viewer.telegram_id, tuple((row.name, words.label(row.about)) for row in visible(viewer)))


BY_NAME = {row.name: row for row in COMMANDS}
