"""What is asked of people is one field for whoever says it, and four for the rules that hold people against it."""

import re
from collections.abc import Mapping

from bot.ground.frozen import Frozen
from bot.ground.reading.numbers import plain
from bot.ground.text import folded


class Requirements(Frozen):
    """What `requires` means, each in its column. `training`: the qualification asked for."""

    training: str | None = None
    minimum_age: int | None = None
    language: str = ""
    strength: str = ""


def required_words(of: Requirements) -> str:
    """A text that reads as the same requirements."""
    parts = [f"training: {of.training}" if of.training else ""]
    parts += [f"{of.minimum_age}+" if of.minimum_age else "", of.language, of.strength]
    return "; ".join(part for part in parts if part)


_AGE = re.compile(r"(?:from |over )?(\d{1,2}) ?(?:\+|岁|岁以上|years?|and over|以上|岁或以上)(?:以上| old| and over)?")
_TRAINING = re.compile(r"(?:training|trained|培训|受训|培訓|受訓|訓練) ?[:：]? ?(.+)", re.IGNORECASE)
_LANGUAGES = {
    plain(word): word
    for word in (
        *("Cantonese", "Mandarin", "English", "Putonghua", "Hakka", "Teochew", "sign language"),
        *("粤语", "广东话", "普通话", "英语", "客家话", "潮州话", "手语"),
        *("粵語", "廣東話", "普通話", "英語", "客家話", "潮州話", "手語"),
    )
}


def read_requirements(text: str | None, trainings: Mapping[str, str]) -> Requirements:
    """'first aid; 16+; Cantonese': what is neither an age, a language nor a known training is strength or skill."""
    found = Requirements()
    rest = []
    for part in re.split(r"[;；,，、\n]", text or ""):
        word, said = part.strip(), plain(part)
        training = _TRAINING.fullmatch(word)
        if age := _AGE.fullmatch(said):
            found = Requirements(found.training, int(age[1]), found.language, "")
        elif training or folded(word) in trainings:
            name = training[1].strip() if training else word
            found = Requirements(trainings.get(folded(name), name), found.minimum_age, found.language, "")
        elif said in _LANGUAGES:
            found = Requirements(found.training, found.minimum_age, word, "")
        elif word:
            rest.append(word)
    return Requirements(found.training, found.minimum_age, found.language, "; ".join(rest))
