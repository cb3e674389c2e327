"""What the bot says about itself: its menus, names and the files it may fetch."""

from typing import Any

from bot.simulator.errors import malformed
from bot.simulator.params import Params
from bot.simulator.world import World

Json = dict[str, Any]
_PROFILE_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, params: Params) -> Json:
    """getMe."""
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def accept(world: World, params: Params) -> bool:
    """logOut, close and others whose effect nobody can see here."""
    return True


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands."""
    world.commands.change(params)
    world.changed()
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    """getMyCommands."""
    return world.commands.stored(params)


def delete_my_commands(world: World, params: Params) -> bool:
    """deleteMyCommands."""
    world.commands.remove(params)
    world.changed()
    return True


def set_my_name(world: World, params: Params) -> bool:
    """setMyName."""
    return _set(world, params, "name")


def set_my_description(world: World, params: Params) -> bool:
    """setMyDescription: shown before Start is pressed."""
    return _set(world, params, "description")


def set_my_short_description(world: World, params: Params) -> bool:
    """setMyShortDescription."""
    return _set(world, params, "short_description")


def get_my_name(world: World, params: Params) -> Json:
    """getMyName."""
    return {"name": _get(world, params, "name") or world.bot["first_name"]}


def get_my_description(world: World, params: Params) -> Json:
    """getMyDescription."""
    return {"description": _get(world, params, "description")}


def get_my_short_description(world: World, params: Params) -> Json:
    """getMyShortDescription."""
    return {"short_description": _get(world, params, "short_description")}


def set_chat_menu_button(world: World, params: Params) -> bool:
    """setChatMenuButton."""
    given = params.structure("menu_button", "MenuButton") or {"type": "default"}
    if given.get("type") not in {"default", "commands", "web_app"}:
        raise malformed("can't parse menu button: MenuButton has unsupported type")
    return True


def get_file(world: World, params: Params) -> Json:
    """getFile."""
    if not params.text("file_id"):
        raise malformed("file_id not specified")
    return world.files.describe(params.text("file_id"))


def _set(world: World, params: Params, what: str) -> bool:
    text = params.text(what)
    if len(text) > _PROFILE_LIMITS[what]:
        raise malformed(f"{what.replace('_', ' ')} is too long")
    world.profile[f"{what}:{params.text('language_code')}"] = text
    world.changed()
    return True


def _get(world: World, params: Params, what: str) -> str:
    return world.profile.get(f"{what}:{params.text('language_code')}", world.profile.get(f"{what}:", ""))
