"""What the tour says, in the language of the page."""

OTHERWISE = {
    "en": "The people here write another language. For English, press “Start anew” under the people.",
    "zh_Hans": "这里的人用的是另一种文字。要看简体中文，按人员列表下面的“重新开始”。",
    "zh_Hant": "這裏的人使用另一種文字。如要看繁體中文，請按人員列表下方的「重新開始」。",
}
"""Told first where the page is not in the language of the people."""

EN = (
    (
        "Social workers lead, volunteers help",
        "Volunteers join by a link, sign up with one tap, are reminded and see their hours.\n"
        "Social workers and captains post, take the roll and see who has not answered.\n"
        "Coordinators get each month's totals.\n"
        "Each phone is one person's Telegram; the bot is the real one. Press “Do it” in each step, or use your own "
        "hands.",
    ),
    (
        "A link into the team",
        "The social worker has the bot make a link and puts it into a WeChat or WhatsApp group. No list of members to "
        "type.",
    ),
    (
        "Somebody new joins",
        "She opens the link, agrees, keeps her name: in the team after two taps. Everything else is asked later, when "
        "it is needed.",
    ),
    (
        "An activity in four taps",
        "Same as last time, which one, the day, Publish. The card goes to everybody in the team, also to who has just "
        "joined. It has only two places.",
    ),
    ("Two people sign up", "One tap each. Where and when to meet comes back at once."),
    (
        "The captain signs up who has no phone",
        "The captain speaks for Granny Ho. It is full, so she waits, and he is told her position. However many press "
        "at the same moment, there are never more people than places.",
    ),
    (
        "The list, and who waits",
        "The social worker sees who comes, who waits, and through whom; behind each name is what can be done about it.",
    ),
    (
        "Somebody cannot come",
        "One question, one tap, no reproach. The first in line gets the place in the same moment: the captain hears it "
        "for her.",
    ),
    (
        "The day before",
        "Time goes forward. Everybody is reminded and answers with one tap; the lead gets the list of who has not.",
    ),
    (
        "The captain takes the roll",
        "The card comes by itself, a quarter of an hour before the start. The lead hands it on with two taps: “All "
        "here”, then only the exceptions.",
    ),
    (
        "Finish: hours come by themselves",
        "The captain enters how many people were helped. The lead's one tap makes the hours count, to the minute.",
    ),
    (
        "Volunteers have the last word",
        "Everybody sees how many minutes and why, and may object. Hours are confirmed by somebody else, never by "
        "oneself.",
    ),
    (
        "The month's report comes by itself",
        "On the first of the month the coordinator reads the total: hours, volunteers, attendances, people helped, and "
        "what is still missing.",
    ),
    ("Per team", "The sums of the teams add up to the whole, to the minute, with nothing counted twice."),
    ("And as a file", "The same numbers, a line a team and the total below, for the office. It opens in Excel."),
    (
        "That was it",
        "Now pull the plug: open “Trouble”, kill the bot while somebody signs up, and see that no sign-up is lost or "
        "doubled. Or try your own hands: every phone works.",
    ),
)
HANS = (
    (
        "社工引领，义工协助",
        "义工：点链接加入、点一下报名、收提醒、查时长。\n"
        "社工和队长：发活动、点名、看谁没答复。\n"
        "统筹：每月自动收到各队合计和文件。\n"
        "这里每一部手机就是一个人的 Telegram，机器人是真的。每一步按“帮我做”，或者自己动手。",
    ),
    ("一个入队链接", "社工让机器人做一个链接，发到微信群里。不用一个个录名单。"),
    ("新朋友加入", "她点开链接，同意，名字照用：按两下就在队里了。别的以后要用到再问。"),
    ("四下发活动", "和上次一样、选哪一场、选日子、发布。卡片发给全队，刚加入的也收到。只有两个名额。"),
    ("两个人报名", "各按一下。几点、在哪儿集合，马上回给你。"),
    (
        "队长帮没有手机的人报名",
        "队长替何奶奶报名。名额满了，她排候补，队长知道她排第几。不管多少人同时按，人数绝不会超过名额。",
    ),
    ("名单和候补", "社工看得到谁来、谁在候补、由谁代办；点一个名字，就能处理这个人的事。"),
    ("有人来不了", "只问一句，按一下就好，不责怪。候补第一位当场补上，队长替她收到消息。"),
    ("前一天", "时间往前走。每个人都收到提醒，按一下就答；负责社工收到名单，看得到谁没回。"),
    ("队长点名", "开始前一刻钟，点名卡自己出现。社工按两下交给队长：先按“全部到齐”，再改个别人。"),
    ("点完名，时长自动记好", "队长填上服务了多少人，社工再按一下，时长就算数：实际服务几分钟就记几分钟。"),
    ("义工说了算", "每个人看得到记了多少、为什么，不对可以提。时长由别人确认，不能自己认自己。"),
    ("月报自己来", "每月 1 号，统筹收到合计：时长、人数、人次、受益人次，还缺什么。"),
    ("各队合计", "各队加起来就是总数，一分钟都不差，也不重复计算。"),
    ("还有文件", "同样的数字，一队一行，最后一行是合计，交表用。Excel 直接打开。"),
    (
        "就这些",
        "现在拔电源试试：打开“故障”，在有人报名时关掉机器人，看看报名有没有丢、有没有重。也可以自己动手：每部手机都能用。",
    ),
)
HANT = (
    (
        "社工帶領，義工協助",
        "義工：按連結加入、按一下報名、收提示、查時數。\n"
        "職員和隊長：發佈活動、點名、看誰未回覆。\n"
        "統籌：每月自動收到各隊總計及檔案。\n"
        "這裏每部手機就是一個人的 Telegram，機械人是真的。每一步按「代我做」，或自己動手。",
    ),
    ("一條入隊連結", "職員請機械人製作連結，貼到 WhatsApp 群組。毋須逐個輸入名單。"),
    ("新朋友加入", "她打開連結，同意，名字照用：按兩下已在隊中。其他資料到需要時才問。"),
    ("按四下發佈活動", "同上次一樣、選哪一項、選日子、發佈。卡片傳給全隊，剛加入的也收到。名額只有兩個。"),
    ("兩人報名", "各按一下。何時、在哪裏集合，立即回覆。"),
    (
        "隊長代沒有手機的人報名",
        "隊長代何婆婆報名。名額已滿，她排後備，隊長知道她的次序。不論多少人同時按，人數絕不會超過名額。",
    ),
    ("名單及後備", "職員看到誰會來、誰在後備、由誰代辦；按一個名字，就可處理此人的事。"),
    ("有人未能出席", "只問一句，按一下即可，不會責怪。後備第一位即時補上，隊長代她收到通知。"),
    ("一天前", "時間向前。每人都收到提示，按一下就答；負責職員收到名單，看到誰未回覆。"),
    ("隊長點名", "開始前一刻鐘，點名卡自動出現。職員按兩下交給隊長：先按「全部到齊」，再改個別情況。"),
    ("點名完成，時數自動記錄", "隊長填上受惠人次，職員再按一下，時數便生效：實際服務多少分鐘就記多少分鐘。"),
    ("義工有最後發言權", "每人看到記了多少、原因何在，不對可以提出。時數由他人確認，不能自己確認自己。"),
    ("月報自動送到", "每月 1 日，統籌收到總計：時數、人數、人次、受惠人次，尚欠甚麼。"),
    ("各隊總計", "各隊相加就是總數，一分鐘不差，亦不會重複計算。"),
    ("還有檔案", "相同數字，一隊一行，最後一行是總計，供交表之用。可用 Excel 開啟。"),
    (
        "就是這樣",
        "現在拔掉電源試試：打開「故障」，在有人報名時關掉機械人，看看報名有否遺失或重複。也可自己動手：每部手機都能用。",
    ),
)
STEPS = {"en": EN, "zh_Hans": HANS, "zh_Hant": HANT}
