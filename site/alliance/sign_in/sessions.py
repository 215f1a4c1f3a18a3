"""What is known of a session, in words that its owner understands."""

from typing import Any

from alliance.base.own_words import gettext as _

# The first that is named in what a browser says of itself; most also name others.
BROWSERS = {
    "Edg": "Edge", "OPR": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox",
    "FxiOS": "Firefox", "Chrome": "Chrome", "CriOS": "Chrome", "Safari": "Safari",
}  # fmt: skip
SYSTEMS = {
    "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "CrOS": "ChromeOS",
    "Windows": "Windows", "Mac OS X": "macOS", "Linux": "Linux",
}  # fmt: skip


def device_name(user_agent: str) -> str:
    browser, system = first_named(BROWSERS, user_agent), first_named(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")


def first_named(names: dict[str, str], text: str) -> str:
    return next((name for sign, name in names.items() if sign in text), "")


def rows(sessions: list[Any]) -> list[dict[str, Any]]:
    newest = sorted(sessions, key=lambda session: session.last_seen_at, reverse=True)
    return [{"session": one, "device": device_name(one.user_agent)} for one in newest]
