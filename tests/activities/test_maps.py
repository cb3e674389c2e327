"""The link to a map: the point where there is one, else the place in words, by the station's service."""

import pytest

from bot.ground.frozen import replace
from bot.stations.settings import CHOICES, PRESETS
from handlers.activities.maps import POINTS, SEARCHES, map_url
from tests.samples.activities import ACTIVITY

AT = replace(ACTIVITY, place="福田敬老院 2/F", latitude="22.5431", longitude="114.0579")
IN_WORDS = replace(AT, latitude=None, longitude=None)
PLACE = "%E7%A6%8F%E7%94%B0%E6%95%AC%E8%80%81%E9%99%A2+2%2FF"


@pytest.mark.parametrize(
    ("service", "url"),
    [
        ("amap", f"https://uri.amap.com/marker?position=114.0579%2C22.5431&name={PLACE}&coordinate=wgs84&callnative=1"),
        ("openstreetmap", "https://www.openstreetmap.org/?mlat=22.5431&mlon=114.0579#map=18/22.5431/114.0579"),
        ("google", "https://www.google.com/maps/search/?api=1&query=22.5431%2C114.0579"),
    ],
)
def test_point_is_shown_where_there_is_one(service: str, url: str) -> None:
    assert map_url(service, AT) == url


@pytest.mark.parametrize(
    ("service", "url"),
    [
        ("amap", f"https://uri.amap.com/search?keyword={PLACE}&view=map&callnative=1"),
        ("openstreetmap", f"https://www.openstreetmap.org/search?query={PLACE}"),
        ("google", f"https://www.google.com/maps/search/?api=1&query={PLACE}"),
    ],
)
def test_place_in_words_is_searched_for(service: str, url: str) -> None:
    assert map_url(service, IN_WORDS) == url


def test_every_service_has_both() -> None:
    assert set(POINTS) == set(SEARCHES) == set(CHOICES["map_service"])
    assert {preset.map_service for preset in PRESETS.values()} == {"amap", "openstreetmap"}
