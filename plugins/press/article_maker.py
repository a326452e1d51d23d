"""Makes the articles of judged posts, where nobody but us and Pelican has a say in what an article is.

Pelican reads metadata from paths and settings, sets them one by one, and works out addresses four times for each post.
A test holds what is made here against what Pelican makes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from posixpath import abspath, normpath
from typing import Any
from zoneinfo import ZoneInfo

from pelican.contents import Author
from pelican.readers import default_metadata
from pelican.utils import path_to_url

from ..site_model import Post
from .judge import Judgement
from .judged_article import JudgedArticle
from .post_reader import JUDGEMENT, PostReader, judged_metadata

_INDEX = "index.html"
_ALWAYS_JUDGED = frozenset(("date", "title", "slug", "lang", "summary", "status"))
_NO_ATTRIBUTES = ("summary", "status")
"""Metadata that Pelican's content has properties for."""


class ArticleMaker:
    """Makes what Pelican's reader and its `Article` would make of a post; `content` is the folder of all posts."""

    def __init__(self, reader: PostReader, content: str, context: dict[str, Any]) -> None:
        self.settings = settings = reader.settings
        self.judgement: Judgement = settings[JUDGEMENT]
        self.root = reader.root
        self.content = abspath(content)
        self.context = context
        self.timezone = ZoneInfo(settings.get("TIMEZONE", "UTC"))
        self.metadata = partial(judged_metadata, judgement=self.judgement, named=reader.named)
        self.default = default_metadata(settings, reader.process_metadata) | {"reader": "post"}
        self.company = Author(settings["AUTHOR"], settings) if "AUTHOR" in settings else None

    def __call__(self, file: str) -> JudgedArticle | None:
        """Return the article of a file below the content; None for what Pelican has to look at itself."""
        relative = normpath(file)
        source = f"{self.content}/{relative}"
        post = self.judgement.by_path.get(source.removeprefix(self.root))
        if post is None or post.page:
            return None
        values = self._values(post, source, relative)
        values["_settled"] = _, save_as = self._addresses(values)
        if save_as.startswith("/") or ".." in save_as:
            return None
        made = JudgedArticle.__new__(JudgedArticle)
        made.__dict__.update(values)
        return made

    def _values(self, post: Post, source: str, relative: str) -> dict[str, Any]:
        metadata = self.default | self.metadata(post)
        lang = post.lang
        values = {
            **metadata,
            "settings": self.settings,
            "_replaced_content": None,
            "_context": self.context,
            "translations": [],
            "metadata": metadata,
            "template": JudgedArticle.default_template,
            "in_default_lang": lang == self.settings["DEFAULT_LANG"].lower(),
            "source_path": source,
            "relative_source_path": relative,
            "date_format": self.settings["DATE_FORMATS"].get(lang, self.settings["DEFAULT_DATE_FORMAT"]),
            "timezone": self.timezone,
            "_status": metadata["status"],
            "_summary": metadata["summary"],
        }
        for name in _NO_ATTRIBUTES:
            del values[name]
        for name in ("date", "modified"):
            if name in metadata:
                values[f"locale_{name}"] = metadata[name].strftime(values["date_format"])
        if "authors" in metadata:
            values["author"] = metadata["authors"][0]
        elif self.company:
            values |= {"author": self.company, "authors": [self.company]}
        return values

    def _addresses(self, values: Mapping[str, Any]) -> tuple[str, str]:
        """Return address and path in the output."""
        kind = "ARTICLE_" if values["in_default_lang"] else "ARTICLE_LANG_"
        url, save_as = str(self.settings[f"{kind}URL"]), str(self.settings[f"{kind}SAVE_AS"])
        known = values["metadata"] | {
            "path": path_to_url(values["relative_source_path"]),
            "author": values["author"].slug if "author" in values else "",
            "category": values["category"].slug if "category" in values else "",
        }
        address = url.format(**known)
        return address, address + _INDEX if save_as == url + _INDEX else save_as.format(**known)


def article_maker(readers: Mapping[str, Any], content: str, context: dict[str, Any]) -> ArticleMaker | None:
    """Return what makes articles, None where a setting lets more flow into them than what was judged."""
    reader = readers.get("md")
    if not isinstance(reader, PostReader):
        return None
    settings = reader.settings
    patterns = (settings.get(name) or "" for name in ("FILENAME_METADATA", "PATH_METADATA"))
    from_paths = {name.lower() for pattern in patterns for name in re.compile(pattern).groupindex}
    formats = (*settings["DATE_FORMATS"].values(), settings["DEFAULT_DATE_FORMAT"])
    usual = (
        not any(settings.get(name) for name in ("TYPOGRIFY", "DEFAULT_METADATA", "DEFAULT_DATE", "EXTRA_PATH_METADATA"))
        and not settings.get("USE_FOLDER_AS_CATEGORY")
        and settings["WITH_FUTURE_DATES"]
        and all(isinstance(pattern, str) for pattern in formats)
        and from_paths <= _ALWAYS_JUDGED
    )
    return ArticleMaker(reader, content, context) if usual else None
