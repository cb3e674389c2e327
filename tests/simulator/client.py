"""A bot as thin as can be: what it says goes over real HTTP, and the whole answer is there to be compared."""

from typing import Any

import aiohttp

from bot.simulator.server import Simulator


class BotClient:
    """Calls of one bot against one simulator."""

    def __init__(self, sim: Simulator, session: aiohttp.ClientSession) -> None:
        self.sim = sim
        self.session = session
        self.base = f"{sim.api_url}/bot{sim.token}/"

    async def call(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        """Status and body."""
        async with self.session.post(self.base + method, json=params) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        status, body = await self.call(method, **params)
        assert (status, body.get("ok")) == (200, True), body
        return body["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Status and words of a call that must be refused."""
        status, body = await self.call(method, **params)
        assert body == {"ok": False, "error_code": status, "description": body["description"]} | (
            {"parameters": body["parameters"]} if "parameters" in body else {}
        )
        return status, body["description"]

    async def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        """What getUpdates gives, without their ids."""
        given = await self.ok("getUpdates", offset=offset, **params)
        return [{k: v for k, v in update.items() if k != "update_id"} for update in given]
