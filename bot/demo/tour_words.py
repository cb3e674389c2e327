"""What the tour says, in the language of the page, and what is typed on the way, in the language of the people."""

from bot.ground.frozen import Frozen


class Typed(Frozen):
    post: str
    summary: str


TYPED = {
    "en": Typed(
        "/post\ntitle: Tea and stories with residents\nkind: elderly\nteam: {team}\nplace: Futian Care Home\n"
        "start: {start}\nend: 16:00\ncapacity: 2\nbring: water\nrisk: Wet floors; ask staff before helping anyone up",
        "summary this month",
    ),
    "zh_Hans": Typed(
        "/post\n标题：陪长者喝茶聊天\n类别：为老\n队伍：{team}\n地点：福田敬老院\n"
        "开始：{start}\n结束：16:00\n人数：2\n携带：水\n风险：地面湿滑，搀扶前先问护工",
        "统计 本月",
    ),
    "zh_Hant": Typed(
        "/post\n標題：與長者喝茶談天\n類別：長者\n隊伍：{team}\n地點：上水護理安老院\n"
        "開始：{start}\n結束：16:00\n人數：2\n攜帶：水\n風險：地面濕滑，攙扶前請先問職員",
        "統計 本月",
    ),
}

OTHERWISE = {
    "en": "The people here write another language. For English, end the demo and start it with --language en.",
    "zh_Hans": "这里的人用的是另一种文字。要看简体中文，请结束演示，加上 --language zh_Hans 重新启动。",
    "zh_Hant": "這裏的人使用另一種文字。如要看繁體中文，請結束示範，加上 --language zh_Hant 重新啟動。",
}
"""Told first where the page is not in the language of the people."""

EN = (
    (
        "Social workers lead, volunteers help",
        "Volunteers sign up with one tap, are reminded and see their hours.\n"
        "Social workers post, take the roll and see who has not answered.\n"
        "Coordinators get any team's hours, and a report every month.\n"
        "Each phone is one person's Telegram; the bot is the real one. Press “Do it” in each step, or use your own "
        "hands.",
    ),
    (
        "A social worker posts an activity",
        "One message is enough; filling in a card by buttons works too. What is missing is asked for, nothing is lost.",
    ),
    (
        "Publish",
        "The card goes to everybody in the team. It has only two places. Look at the volunteers' phones.",
    ),
    ("Two people sign up", "One tap each. Who, where, when and what to bring comes back at once."),
    (
        "It is full: the waiting list",
        "The third one waits, and is told the position. However many press at the same moment, there are never more "
        "people than places.",
    ),
    (
        "Somebody cannot come",
        "One question, one tap, no reproach. The first in line gets the place in the same moment, and is told.",
    ),
    (
        "The day before",
        "Time goes forward. Everybody is reminded and answers with one tap; the lead gets the list of who has not.",
    ),
    (
        "The roll-call",
        "It comes by itself, a quarter of an hour before the start. “All here”, then only the exceptions.",
    ),
    (
        "Finish: hours come by themselves",
        "The lead closes the roll and enters how many people were helped. Time served is credited to the minute.",
    ),
    (
        "Volunteers have the last word",
        "Everybody sees how many minutes and why, and may object. Hours are verified by somebody else, never by "
        "oneself.",
    ),
    (
        "The coordinator asks for the total",
        "Plain words do. The numbers add up to the minute, and the files hold the same numbers.",
    ),
    (
        "That was it",
        "Now pull the plug: open “Trouble”, kill the bot while somebody signs up, and see that no sign-up is lost or "
        "doubled. Or wind on to the first of the month for the monthly report.",
    ),
)
HANS = (
    (
        "社工引领，义工协助",
        "义工：看活动、点一下报名、收提醒、查时长。\n"
        "社工：发活动、点名、看谁没答复。\n"
        "统筹：随时问各队的时长，每月自动出报表。\n"
        "这里每一部手机就是一个人的 Telegram，机器人是真的。每一步按“帮我做”，或者自己动手。",
    ),
    ("社工发活动", "一条消息就够；用按钮一项一项填也行。缺什么会问，填过的不会丢。"),
    ("发布", "卡片发给全队。只有两个名额。看看义工的手机。"),
    ("两个人报名", "各按一下。时间、地点、带什么，马上回给你。"),
    ("满了：排候补", "第三位排候补，知道自己排第几。不管多少人同时按，人数绝不会超过名额。"),
    ("有人来不了", "只问一句，按一下就好，不责怪。候补第一位当场补上，马上知道。"),
    ("前一天", "时间往前走。每个人都收到提醒，按一下就答；负责社工收到名单，看得到谁没回。"),
    ("点名", "开始前一刻钟自己出现。先按“全部到齐”，再改个别人。"),
    ("点完名，时长自动记好", "社工收起点名表，填上服务了多少人。实际服务几分钟就记几分钟。"),
    ("义工说了算", "每个人看得到记了多少、为什么，不对可以提。时长由别人核实，不能自己核自己。"),
    ("统筹要总数", "直接打字就行。数字一分钟都不差，文件里也是同样的数字。"),
    (
        "就这些",
        "现在拔电源试试：打开“故障”，在有人报名时关掉机器人，看看报名有没有丢、有没有重。也可以拨到下月 1 号看月结。",
    ),
)
HANT = (
    (
        "社工帶領，義工協助",
        "義工：看活動、按一下報名、收提示、查時數。\n"
        "職員：發佈活動、點名、看誰未回覆。\n"
        "統籌：隨時查詢各隊時數，每月自動有報告。\n"
        "這裏每部手機就是一個人的 Telegram，機械人是真的。每一步按「代我做」，或自己動手。",
    ),
    ("職員發佈活動", "一則訊息就夠；用按鈕逐項填寫亦可。欠缺的會再問，已填的不會遺失。"),
    ("發佈", "卡片傳給全隊，名額只有兩個。請看義工的手機。"),
    ("兩人報名", "各按一下。時間、地點、要帶甚麼，立即回覆。"),
    ("額滿：排後備", "第三位排後備，知道自己的次序。不論多少人同時按，人數絕不會超過名額。"),
    ("有人未能出席", "只問一句，按一下即可，不會責怪。後備第一位即時補上，並收到通知。"),
    ("一天前", "時間向前。每人都收到提示，按一下就答；負責職員收到名單，看到誰未回覆。"),
    ("點名", "開始前一刻鐘自動出現。先按「全部到齊」，再改個別情況。"),
    ("點名完成，時數自動記錄", "職員完成點名，填上受惠人次。實際服務多少分鐘就記多少分鐘。"),
    ("義工有最後發言權", "每人看到記了多少、原因何在，不對可以提出。時數由他人核實，不能自己核實自己。"),
    ("統籌查詢總數", "直接輸入文字即可。數字一分鐘不差，檔案內亦是相同數字。"),
    (
        "就是這樣",
        "現在拔掉電源試試：打開「故障」，在有人報名時關掉機械人，看看報名有否遺失或重複。也可撥到下月 1 日看每月結算。",
    ),
)
STEPS = {"en": EN, "zh_Hans": HANS, "zh_Hant": HANT}
