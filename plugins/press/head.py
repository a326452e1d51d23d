"""What the head of a page tells networks, in the forms that they ask for."""

from __future__ import annotations

from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.core import get_global


def og_locale(lang: str) -> str:
    """Return the language with its country, as Open Graph wants it: `nb_NO`; without a country where none is known."""
    try:
        known = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return lang.replace("-", "_")
    if known.territory:
        return f"{known.language}_{known.territory}"
    likely = get_global("likely_subtags").get(known.language, "").split("_")
    return f"{known.language}_{likely[-1]}" if len(likely) > 1 else known.language


def fediverse_name(address: str) -> str:
    """Return `@name@server` for the address of a profile such as `https://server/@name`, '' for any other."""
    parts = urlsplit(address)
    name = parts.path.removeprefix("/").removesuffix("/")
    return f"{name}@{parts.hostname}" if name.startswith("@") and "/" not in name and parts.hostname else ""


def x_name(address: str) -> str:
    """Return `@name` for the address of a profile on X, '' for any other."""
    parts = urlsplit(address)
    name = parts.path.strip("/").removeprefix("@")
    return f"@{name}" if parts.hostname in ("x.com", "twitter.com") and name and "/" not in name else ""


def network_name(network: str) -> str:
    """Return how a network writes its own name."""
    own = {"x": "X", "linkedin": "LinkedIn", "youtube": "YouTube", "whatsapp": "WhatsApp", "github": "GitHub"}
    return own.get(network, network.capitalize())
