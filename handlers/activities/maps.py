"""A link to the way there, by the service that the station has chosen. It needs no key and says nothing of the reader.

Amap's coordinates are shifted by Chinese law: ``coordinate=wgs84`` has it shift ours.
https://lbs.amap.com/api/uri-api/guide/mobile-web/point, https://developers.google.com/maps/documentation/urls
"""

from urllib.parse import urlencode

from bot.activities.rules import Activity


def map_url(service: str, activity: Activity) -> str:
    """The point where the lead gave one, else a search for the place in words."""
    if activity.latitude and activity.longitude:
        return POINTS[service](activity.place, activity.latitude, activity.longitude)
    return SEARCHES[service](activity.place)


def amap_point(place: str, latitude: str, longitude: str) -> str:
    facts = {"position": f"{longitude},{latitude}", "name": place, "coordinate": "wgs84", "callnative": "1"}
    return f"https://uri.amap.com/marker?{urlencode(facts)}"


def osm_point(place: str, latitude: str, longitude: str) -> str:
    facts = {"mlat": latitude, "mlon": longitude}
    return f"https://www.openstreetmap.org/?{urlencode(facts)}#map=18/{latitude}/{longitude}"


def google_point(place: str, latitude: str, longitude: str) -> str:
    return google_search(f"{latitude},{longitude}")


def amap_search(place: str) -> str:
    return f"https://uri.amap.com/search?{urlencode({'keyword': place, 'view': 'map', 'callnative': '1'})}"


def osm_search(place: str) -> str:
    return f"https://www.openstreetmap.org/search?{urlencode({'query': place})}"


def google_search(place: str) -> str:
    return f"https://www.google.com/maps/search/?{urlencode({'api': '1', 'query': place})}"


POINTS = {"amap": amap_point, "openstreetmap": osm_point, "google": google_point}
SEARCHES = {"amap": amap_search, "openstreetmap": osm_search, "google": google_search}
