"""Pelican's settings, made from the policy: one file says what the company is called and where it lives."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined

from ..site_model import Addresses, SetupError, words_in
from ..site_model.load_policy import load_policy
from ..site_model.load_site import Places
from .show import show_setup

_THEME = Path(__file__).with_name("theme")
"""Our theme, which the wheel puts there; in a checkout it is the sample blog's own."""
PHASE = "masthead_phase"
"""In lower case: of a settings file Pelican reads only names in upper case, so no line there can say it."""
PLUGINS = [f"pelican.plugins.{name}" for name in ("site_model", "signoff", "policy", "feeds", "share", "press")]


def settings_from_policy(root: Path, policy_file: str = "policy.yaml") -> dict[str, Any]:
    """Return the settings of a Masthead site for its `pelicanconf.py`; a broken policy ends the program with 2."""
    try:
        policy = load_policy(root, policy_file)
    except SetupError as error:
        show_setup(error, sys.stderr)
        raise SystemExit(SetupError.exitcode) from error
    company = policy.company
    language = company.languages[0]
    addresses = policy.addresses or Addresses()
    own_theme = root / "theme"
    return {
        "AUTHOR": company.name,
        "SITENAME": words_in(company.blog, language) or company.name,
        "SITEURL": company.url,
        "DEFAULT_LANG": language,
        "TIMEZONE": company.timezone,
        # The locale would show in dates and sorting: the theme writes dates with Babel instead.
        "LOCALE": ["C"],
        # The pages then look right wherever they are opened, from disk too; feeds have absolute addresses all the same.
        "RELATIVE_URLS": True,
        "PATH": str(root / "content"),
        "OUTPUT_PATH": str(root / "output"),
        "THEME": str(own_theme if own_theme.is_dir() else _THEME),
        "POLICY_FILE": policy_file,
        "ARTICLE_PATHS": [""],
        "PAGE_PATHS": ["pages"],
        "ARTICLE_EXCLUDES": ["pages"],
        "STATIC_PATHS": [],
        "ARTICLE_TRANSLATION_ID": "translation_id",
        "USE_FOLDER_AS_CATEGORY": False,
        "DEFAULT_CATEGORY": "unsorted",
        "ARTICLE_URL": addresses.post,
        "ARTICLE_SAVE_AS": _saved(addresses.post),
        "ARTICLE_LANG_URL": addresses.translation,
        "ARTICLE_LANG_SAVE_AS": _saved(addresses.translation),
        "PAGE_TRANSLATION_ID": "translation_id",
        "PAGE_URL": addresses.page,
        "PAGE_SAVE_AS": _saved(addresses.page),
        "PAGE_LANG_URL": addresses.page_translation,
        "PAGE_LANG_SAVE_AS": _saved(addresses.page_translation),
        "TAG_URL": "tag/{slug}/",
        "TAG_SAVE_AS": "tag/{slug}/index.html",
        "CATEGORY_URL": "topic/{slug}/",
        "CATEGORY_SAVE_AS": "topic/{slug}/index.html",
        "AUTHOR_URL": "author/{slug}/",
        "AUTHOR_SAVE_AS": "author/{slug}/index.html",
        "TAGS_URL": "tag/",
        "TAGS_SAVE_AS": "tag/index.html",
        "CATEGORIES_URL": "topic/",
        "CATEGORIES_SAVE_AS": "topic/index.html",
        "AUTHORS_URL": "author/",
        "AUTHORS_SAVE_AS": "author/index.html",
        "ARCHIVES_URL": "archive/",
        "ARCHIVES_SAVE_AS": "archive/index.html",
        "DEFAULT_PAGINATION": 10,
        # `tag/x/page/2/` cannot meet the page of a tag that is called "x2".
        "PAGINATION_PATTERNS": [(1, "{base_name}/", "{base_name}/index.html"),
                                (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html")],
        "FEED_ALL_ATOM": None,
        "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None,
        "AUTHOR_FEED_ATOM": None,
        "AUTHOR_FEED_RSS": None,
        "JINJA_ENVIRONMENT": {"autoescape": True, "undefined": StrictUndefined,
                              "trim_blocks": True, "lstrip_blocks": True, "extensions": []},
        "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives"],
        "PLUGINS": list(PLUGINS),
    }  # fmt: skip


def _saved(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address


def places_from(settings: dict[str, Any]) -> tuple[Path, Places]:
    """Return the site's root and where things lie below it."""
    content = Path(settings["PATH"]).resolve()
    return content.parent, Places(
        content=content.name,
        authors=settings.get("AUTHORS_PATH", "authors"),
        policy=settings.get("POLICY_FILE", "policy.yaml"),
        pages=tuple(settings.get("PAGE_PATHS", ["pages"])),
    )
