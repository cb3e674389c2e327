"""Each act is one thing that a person could do with a phone. An unknown person, message or button is a LookupError and
changes nothing; what else is wrong with the request is a ValueError."""

import base64
import contextlib
from typing import Any

from bot.simulator.page.host import Stage
from bot.simulator.people.chats import Message, SimChat
from bot.simulator.people.persons import SimPerson
from bot.simulator.people.presses import ANSWER_SECONDS, Press

Json = dict[str, Any]
MAX_NAME = 64
_LANGUAGES = {"en", "zh-hans", "zh-hant"}


class Acts:
    """The acts of people, by name: `await acts.perform("send", {...})`."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    async def perform(self, name: str, order: Json) -> Json:
        """Do it and say what came of it."""
        if name == "press":
            return await self._press(order)
        act = getattr(self, f"_do_{name}", None)
        if act is None:
            raise LookupError("no such act")
        return dict(act(order) or {})

    def _do_send(self, order: Json) -> None:
        person = self._person(order)
        chat = self._chat(order, person)
        reply_to = chat.find(int(order["reply_to"])) if order.get("reply_to") else None
        person.send(str(order["text"]), reply_to=reply_to, chat=chat)

    def _do_start(self, order: Json) -> None:
        self._person(order).start(str(order.get("payload") or "") or None)

    def _do_reply_button(self, order: Json) -> None:
        self._person(order).press_reply_button(str(order["label"]))

    def _do_voice(self, order: Json) -> None:
        person = self._person(order)
        person.send_voice(3, chat=self._chat(order, person))

    def _do_photo(self, order: Json) -> None:
        person = self._person(order)
        person.send_photo(str(order.get("caption") or "") or None, chat=self._chat(order, person))

    def _do_document(self, order: Json) -> None:
        self._person(order).send_document(str(order["name"]), base64.b64decode(str(order["data"])))

    def _do_forward(self, order: Json) -> None:
        person = self._person(order)
        person.forward(self._message(order, self._chat(order, person)))

    def _do_edit(self, order: Json) -> None:
        person = self._person(order)
        message = self._message(order, self._chat(order, person))
        if message.sender is None or message.sender["id"] != person.id:
            raise LookupError("not this person's message")
        person.edit(message, str(order["text"]))

    def _do_block(self, order: Json) -> None:
        self._person(order).block()

    def _do_unblock(self, order: Json) -> None:
        self._person(order).unblock()

    def _do_language(self, order: Json) -> None:
        self._person(order).language = _language(order)

    def _do_add_person(self, order: Json) -> Json:
        return {"id": self._stage.person(_name(order), language=_language(order)).id}

    def _do_add_group(self, order: Json) -> Json:
        members = [self._person({"person": identifier}) for identifier in order["members"]]
        return {"id": self._stage.group(_name(order), members).id}

    async def _press(self, order: Json) -> Json:
        person = self._person(order)
        message = self._message(order, self._chat(order, person))
        try:
            button = message.inline[int(order["row"])][int(order["column"])]
        except IndexError:
            raise LookupError("no such button") from None
        press: Press = person.press_button(message, button)
        with contextlib.suppress(TimeoutError):
            answer = await press.answered(within=ANSWER_SECONDS)
            return {"answered": True, "text": answer.text, "alert": answer.show_alert, "url": answer.url}
        return {"answered": False}

    def _person(self, order: Json) -> SimPerson:
        wanted = int(order["person"])
        found = next((person for person in self._stage.people if person.id == wanted), None)
        if found is None:
            raise LookupError("no such person")
        return found

    def _chat(self, order: Json, person: SimPerson) -> SimChat:
        wanted = int(order.get("chat") or person.id)
        chat = self._stage.world.chats.get(wanted)
        if chat is None or (chat is not person.chat and person.id not in chat.members):
            raise LookupError("no such chat")
        return chat

    def _message(self, order: Json, chat: SimChat) -> Message:
        found = chat.find(int(order["message"]))
        if found is None:
            raise LookupError("no such message")
        return found


def _name(order: Json) -> str:
    name = str(order["name"]).strip()
    if not 1 <= len(name) <= MAX_NAME:
        raise ValueError("a name has 1 to 64 characters")
    return name


def _language(order: Json) -> str:
    language = str(order.get("language", "en"))
    if language not in _LANGUAGES:
        raise ValueError("no such language")
    return language
