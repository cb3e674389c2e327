"""In a group the sender may be nobody: an anonymous admin writes as GroupAnonymousBot, a channel's copy as 777000."""

from collections.abc import Sequence
from typing import Any

from bot.simulator.methods.chat_facts import member
from bot.simulator.people.chats import Message, SimChat
from bot.simulator.people.persons import SimPerson
from bot.simulator.text import composing
from bot.simulator.world import World

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


class SimGroup(SimChat):
    """A basic group or supergroup; the first member owns it."""

    def __init__(
        self, world: World, title: str, members: Sequence[SimPerson], chat_id: int, *, supergroup: bool
    ) -> None:
        super().__init__(chat_id, "supergroup" if supergroup else "group", {"title": title})
        self.world = world
        self.title = title
        self.people = list(members)
        for position, person in enumerate(self.people):
            self.members[person.id] = "member" if position else "creator"
        self.members[world.bot["id"]] = "member"
        world.chats[chat_id] = self

    def join(self, person: SimPerson) -> None:
        """Somebody joins, with the service message that the bot sees."""
        self.people.append(person)
        self.members[person.id] = "member"
        self.service(person.user, {"new_chat_members": [person.user]})

    def leave(self, person: SimPerson) -> None:
        """Somebody leaves."""
        self.people.remove(person)
        self.members.pop(person.id, None)
        self.service(person.user, {"left_chat_member": person.user})

    def set_bot_status(self, status: str, by: SimPerson) -> None:
        """Add, promote, remove or kick the bot: member, administrator, left, kicked."""
        before = member(self.world, self, self.world.bot["id"])
        self.bot_status = status
        if status in {"member", "administrator"}:
            self.members[self.world.bot["id"]] = status
        else:
            self.members.pop(self.world.bot["id"], None)
        changed: dict[str, Any] = {"chat": self.for_bot(), "from": by.user, "date": self.world.now}
        changed["old_chat_member"] = before
        changed["new_chat_member"] = member(self.world, self, self.world.bot["id"])
        self.world.updates.push("my_chat_member", changed)
        self.world.changed(self)

    def send_anonymously(self, text: str) -> Message:
        """An anonymous administrator writes; the bot hears it whatever the privacy mode, for tests' sake."""
        return self.service(ANONYMOUS, {**composing.text_content(text), "sender_chat": self.for_bot()})

    def forward_from_channel(self, title: str, text: str) -> Message:
        """The linked channel's post arrives by itself, from 777000."""
        channel = {"id": -1009999999999, "type": "channel", "title": title}
        origin = {"type": "channel", "chat": channel, "message_id": 1, "date": self.world.now}
        facts = {"sender_chat": channel, "is_automatic_forward": True, "forward_origin": origin}
        return self.service(TELEGRAM, {**composing.text_content(text), **facts})

    def migrate(self, new_id: int | None = None) -> "SimGroup":
        """Become a supergroup: both service messages are sent, and the old id answers with the new one."""
        upgraded = SimGroup(self.world, self.title, self.people, new_id or -(10**12) + self.id, supergroup=True)
        upgraded.members = dict(self.members)
        by = self.people[0].user if self.people else ANONYMOUS
        self.service(by, {"migrate_to_chat_id": upgraded.id})
        self.migrated_to = upgraded.id
        upgraded.service(by, {"migrate_from_chat_id": self.id})
        return upgraded

    def service(self, sender: dict[str, Any], content: dict[str, Any]) -> Message:
        """A message that the bot sees whatever the privacy mode."""
        message = self.world.post(self, sender, content)
        self.world.updates.push("message", message.for_bot())
        return message


class SimChannel(SimChat):
    """A channel in which the bot is an administrator."""

    def __init__(self, world: World, title: str, chat_id: int) -> None:
        super().__init__(chat_id, "channel", {"title": title})
        self.world = world
        self.title = title
        self.members[world.bot["id"]] = "administrator"
        world.chats[chat_id] = self

    def post(self, text: str) -> Message:
        """A post by the channel itself: nobody is its sender."""
        content = {**composing.text_content(text), "sender_chat": self.for_bot()}
        message = self.world.post(self, None, content)
        self.world.updates.push("channel_post", message.for_bot())
        return message
