"""What people do to a site between two builds, at random, and a small site to do it to that shows everything."""

from __future__ import annotations

import dataclasses
import random
import re
import shutil
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from site_folder import SMALL, SiteFolder, copy_plugins, lay_site

from pelican.plugins.policy.find_rules import find_rules

PEOPLE = ("kari-lund", "mikko-salo", "ola-berg")
TOPICS = ("operations", "climate", "people")
AUDIENCES = ("passengers", "islanders")
LANGUAGES = ("en", "nb", "fi", "pl")
WORDS = ("ferry", "door", "quay", "storm", "late", "ice", "pilot", "engine", "island", "ticket")
STATES = ("active", "reserved", "closed", "paused")
SHARING = ("{kit: public}", "{kit: staff}", "{campaign: 'utm_source={network}&utm_content={variant}'}")
CRISES = ("{active: true, since: 2024-01-01, team: [kari-lund], banner: We are sorry}", "{active: false}")
BLOG = "content/blog"
SETTINGS = (
    "DEFAULT_PAGINATION = 3",
    "DEFAULT_PAGINATION = 4",
    "PAGINATED_TEMPLATES = {'index': 2, 'tag': None, 'category': 5, 'author': None}",
    "RELATIVE_URLS = False",
    "RELATIVE_URLS = True",
    "NEWEST_FIRST_ARCHIVES = False",
    "REVERSE_CATEGORY_ORDER = True",
    "YEAR_ARCHIVE_SAVE_AS = 'archive/{date:%Y}/index.html'",
    "PICTURE_SIZES = '50vw'",
    "TYPOGRIFY = False",
    "JINJA_FILTERS = {'shout': str.upper}",
    "JINJA_GLOBALS = {'motto': 'Full speed'}",
    "STATIC_PATHS = ['blog/pictures']",
)
CODE = (
    ("press/judged_article.py", "_WORDS_A_MINUTE = 200", "_WORDS_A_MINUTE = 3"),
    ("press/head.py", '"linkedin": "LinkedIn"', '"linkedin": "Linked-In"'),
    ("feeds/rss.py", 'generator("Masthead")', 'generator("Topmast")'),
    ("site_model/slug.py", '"-"', '"_"'),
)


def picture(seed: int) -> bytes:
    """Return a small PNG, another for each number."""
    rows = b"".join(bytes([0, *(seed * 37 + x * y & 255 for x in range(24))]) for y in range(12))
    chunks = ((b"IHDR", b"\0\0\0\x18\0\0\0\x0c\x08\0\0\0\0"), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    parts = (len(body).to_bytes(4, "big") + k + body + zlib.crc32(k + body).to_bytes(4, "big") for k, body in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class ChangingSite:
    """A site that somebody works on; all that happens follows from `seed`.

    `command` builds it into the folders `made`.
    """

    command: tuple[str, ...] = ("build",)
    made: tuple[str, ...] = ("output", "output-kit")

    def __init__(self, root: Path, state: Path, seed: int, posts: int) -> None:
        self.chance = random.Random(seed)
        self.site: SiteFolder = lay_site(SMALL, root, state)
        self.root = root
        self.number = 0
        self.plugins: Path | None = None
        policy = (root / "policy.yaml").read_text("utf-8")
        # What people do at random breaks many rules, which shall look at it and not stop it.
        rules = "".join(f"  {rule}: info\n" for rule, kind in sorted(find_rules().items()) if kind.waivable)
        (root / "policy.yaml").write_text(f"{policy}rules:\n{rules}", "utf-8")
        (root / BLOG / "pictures").mkdir()
        for number in range(3):
            (root / BLOG / "pictures" / f"{number}.png").write_bytes(picture(number))
        for _ in range(posts):
            self.new_post()
        for _ in range(posts // 4):
            self.new_translation()

    def edit(self, *, last: bool = False) -> str:
        """Do one thing and return what."""
        chosen = self.chance.choice([*self.edits(), *LAST_EDITS] if last else self.edits())
        return f"{chosen.__name__}: {chosen(self)}"

    def edits(self) -> Sequence[Edit]:
        """Return what may be done."""
        return EDITS

    def source(self) -> dict[str, bytes]:
        """Return the files that the site is made from."""
        kept = (*self.made, ".masthead")
        places = (place for place in self.root.rglob("*") if place.relative_to(self.root).parts[0] not in kept)
        return {self._name(place): place.read_bytes() for place in places if place.is_file()}

    def take_back(self, source: dict[str, bytes]) -> str:
        """Let all files be what they were, but for what a repository keeps of them."""
        there = self.source()
        for name in [name for name in there.keys() - source.keys() if not name.startswith(".git/")]:
            (self.root / name).unlink()
        for name, body in source.items():
            if there.get(name) != body and not name.startswith(".git/"):
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                (self.root / name).write_bytes(body)
        return "all taken back"

    def copy_for_cold(self, root: Path) -> SiteFolder:
        """Copy what the site is made from, and nothing that was made of it but cards and variants of pictures."""
        shutil.rmtree(root, ignore_errors=True)
        left_out = (*self.made, "cache.sqlite*", "output.sqlite*", "spare", *(f".{name}*" for name in self.made))
        shutil.copytree(self.root, root, symlinks=True, ignore=shutil.ignore_patterns(*left_out))
        return dataclasses.replace(self.site, root=root)

    # What people do.

    def new_post(self) -> str:
        """Write a post, with links, a picture, sources and a film."""
        self.number += 1
        chance, path = self.chance, f"{BLOG}/{2020 + self.number % 6}/{self.chance.choice(WORDS)}-{self.number}.md"
        others = [path.relative_to(self.root / "content") for path in self._posts()]
        links = [f"[A post]({{filename}}/{other.as_posix()})" for other in chance.sample(others, min(1, len(others)))]
        body = [
            self._sentence(),
            *links,
            f"![A drawing](../pictures/{chance.randrange(3)}.png)" if chance.random() < 0.5 else "",
            "[A film](https://www.youtube.com/watch?v=abcdefghijk)" if chance.random() < 0.3 else "",
            f"Said before [@report] in {self._sentence()}",
        ]
        front = [
            f"title: {self._title()}",
            f"date: {2020 + self.number % 6}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            f"authors: [{', '.join(chance.sample(PEOPLE, chance.randint(1, 2)))}]",
            f"topic: {chance.choice(TOPICS)}",
            f"audience: {chance.choice(AUDIENCES)}",
            "goal: openness",
            "voice: personal",
            "disclosure: none",
            f"summary: {self._sentence()}",
            "sources:",
            "  - {id: report, title: A report, publisher: Havlinje, url: https://www.havlinje.example/report}",
            f"tags: [{', '.join(chance.sample(WORDS, 2))}]",
        ]
        self.site.write(path, "\n".join(["---", *front, "---", "", "\n\n".join(filter(None, body)), ""]))
        return path

    def new_translation(self) -> str:
        """Translate a post."""
        place = self._some_post(original=True)
        lang = self.chance.choice(LANGUAGES[1:])
        path = place.with_suffix(f".{lang}.md")
        path.write_text(f"---\ntitle: {self._title()} ({lang})\nsummary: {self._sentence()}\n---\n{self._sentence()}\n")
        return self._name(path)

    def text(self) -> str:
        """Add a sentence."""
        place = self._some_post()
        place.write_text(f"{place.read_text('utf-8')}\n{self._sentence()}\n", "utf-8")
        return self._name(place)

    def front_matter(self) -> str:
        """Change one value of a post's front matter."""
        place = self._some_post(original=True)
        year, chance = self.chance.randint(2019, 2025), self.chance
        line = chance.choice(
            (
                f"title: {self._title()}",
                f"summary: {self._sentence()}",
                f"date: {year}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
                f"topic: {chance.choice(TOPICS)}",
                f"audience: {chance.choice(AUDIENCES)}",
                f"tags: [{', '.join(chance.sample(WORDS, chance.randint(1, 3)))}]",
                f"authors: [{', '.join(chance.sample(PEOPLE, chance.randint(1, 3)))}]",
                "disclosure: {kind: gift, from: A shipyard, what: A cap}",
                "date: 2027-01-01",
                "voice: official",
                f"slug: {chance.choice(WORDS)}",
                f"picture: {{file: ../pictures/{chance.randrange(3)}.png, alt: {self._title()}}}",
                f"corrections: [{{date: {year}-06-01, text: {self._sentence()}, by: ewa-nowak}}]",
                f"modified: {year}-07-01",
                "discussions: [https://social.example/@guest/1]",
            )
        )
        return self._put(place, line)

    def share_words(self) -> str:
        """Give a post words for the networks, an alternative text for its card, or a time, in place of those it had."""
        place, chance = self._some_post(), self.chance
        window = "share_window: {not_before: 202%d-06-01, expires: 202%d-06-01}"
        line = chance.choice(
            (
                f"share: {{image: {{alt: {self._title()}}}}}",
                f"share: {{default: {self._title()}, image: {{alt: {self._title()}}}}}",
                f"share: {{linkedin: {self._sentence()}}}",
                f"share: {{mastodon: {{text: {self._title()}, thread: [{self._title()}, {self._title()}]}}}}",
                f"share: {{linkedin: {{text: A, variants: {{employee: [{self._title()}, {self._title()}]}}}}}}",
                f"hashtags: [{', '.join(chance.sample(WORDS, 2))}]",
                window % (chance.randint(3, 6), chance.randint(6, 9)),
            )
        )
        return self._put(place, line)

    def page(self) -> str:
        """Write a page without a date, another in its place, or none."""
        place = self.root / "content" / "pages" / "imprint.md"
        place.parent.mkdir(exist_ok=True)
        if place.exists() and self.chance.random() < 0.5:
            place.unlink()
        else:
            place.write_text(f"---\ntitle: {self._title()}\n---\n{self._sentence()}\n", "utf-8")
        return str(place.exists())

    def attachment(self) -> str:
        """Let a post have a file to take away, or change the file of all that have one."""
        (self.root / BLOG / "pictures" / "report.txt").write_text(self._sentence(), "utf-8")
        place = self._some_post()
        self.site.add(self._name(place), "\nRead [the report]({attach}../pictures/report.txt).\n")
        return self._name(place)

    def portrait(self) -> str:
        """Take a photograph of somebody anew."""
        person = self.chance.choice(PEOPLE)
        (self.root / "authors" / f"{person}.png").write_bytes(picture(self.chance.randrange(200)))
        return person

    def clock(self) -> str:
        """Let it be another day."""
        day = f"as_of: 20{self.chance.randint(19, 28)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        text = (self.root / "policy.yaml").read_text("utf-8")
        self.site.write("policy.yaml", re.sub(r"^as_of:.*$", day, text, flags=re.MULTILINE))
        return day

    def rename(self) -> str:
        """Give a post's file another name."""
        place = self._some_post(original=True)
        self.number += 1
        new = place.with_name(f"renamed-{self.number}.md")
        place.rename(new)
        return f"{self._name(place)} {new.name}"

    def delete(self) -> str:
        """Delete a post, though others may link to it."""
        place = self._some_post()
        if len(self._posts()) > 3:
            place.unlink()
        return self._name(place)

    def author(self) -> str:
        """Change what a person's file says."""
        place = self.root / "authors" / f"{self.chance.choice(PEOPLE)}.yaml"
        key, value = self.chance.choice((("role", self._title()), ("bio", self._sentence()), ("name", self._title())))
        place.write_text(re.sub(rf"^{key}:.*$", f"{key}: {value}", place.read_text("utf-8"), flags=re.MULTILINE))
        return f"{self._name(place)} {key}"

    def policy(self) -> str:
        """Change the policy."""
        old, new = self.chance.choice(
            (
                (r"^  blog:.*$", f"  blog: {self._title()}"),
                (r"\{name: Operations.*\}", f"{{name: Operations, about: {self._title()}}}"),
                (r"^  country:.*$", f'  country: "{self.chance.choice(("NO", "GB", "FI"))}"'),
                (r"answer_hours: \d+", f"answer_hours: {self.chance.randint(1, 48)}"),
                (r"state: \w+, account: havlinje", f"state: {self.chance.choice(STATES)}, account: havlinje"),
                (r"^(?:share:.*\n)?cadence:", f"share: {self.chance.choice(SHARING)}\ncadence:"),
                (r"^(?:crisis:.*\n)?cadence:", f"crisis: {self.chance.choice(CRISES)}\ncadence:"),
                (r"\[We answer.*\]", f"[{self._title()}]"),
            )
        )
        text = (self.root / "policy.yaml").read_text("utf-8")
        self.site.write("policy.yaml", re.sub(old, new, text, flags=re.MULTILINE))
        return new.partition("\n")[0]

    def template(self) -> str:
        """Change a template: words, what it looks at, or whether it is there at all."""
        place = self.chance.choice(sorted((self.root / "theme" / "templates").rglob("*.html")))
        line = self.chance.choice(
            (
                f"\n{{# {self._title()} #}}\n",
                f"\n<!-- {self._title()} -->\n",
                "\n{% if article is defined %}{{ article.next_post.previous_post.next_post.title }}{% endif %}\n",
                "\n{% for one in every_article[:4] %}{{ one.title }}{{ one.reading_minutes }}{% endfor %}\n",
                "\n{% for one in every_article %}{{ one.translations|map(attribute='title')|join }}{% endfor %}\n",
                "\n{% if article is defined %}{{ article.settings.SITENAME }}{% endif %}\n",
                "\n{{ tags|length }}{{ motto|default('') }}{{ (categories|first)[1]|map(attribute='url')|join }}\n",
                "\n{{ house.now }}\n",
                "\n{% include ['parts/missing.html'] ignore missing %}\n",
            )
        )
        if not re.search(r"\{%-? extends", place.read_text("utf-8")):
            self.site.add(place.relative_to(self.root).as_posix(), line)
        else:
            text = re.sub(r"(\{% block content %\})", lambda match: match[1] + line, place.read_text("utf-8"), count=1)
            place.write_text(text, "utf-8")
        return f"{self._name(place)} {line.strip()}"

    def part(self) -> str:
        """Write the part that a template could include, or take it away."""
        place = self.root / "theme" / "templates" / "parts" / "missing.html"
        if place.exists():
            place.unlink()
        else:
            place.write_text(f"<p>{self._title()} {{{{ articles|length }}}}</p>\n")
        return str(place.exists())

    def words(self) -> str:
        """Change a translation of the theme."""
        place = self.root / "theme" / "translations" / "nb" / "LC_MESSAGES" / "messages.po"
        parts = re.split(r'(?m)(?<=^msgstr ")(?=[^"{]+"$)', place.read_text("utf-8"))
        at = self.chance.randrange(2, len(parts))
        parts[at] = self.chance.choice(WORDS) + parts[at]
        place.write_text("".join(parts), "utf-8")
        return str(at)

    def style(self) -> str:
        """Change the style sheet."""
        self.site.add("theme/static/style.css", f"/* {self._title()} */\n")
        return ""

    def drawing(self) -> str:
        """Draw a picture anew."""
        number = self.chance.randrange(3)
        (self.root / BLOG / "pictures" / f"{number}.png").write_bytes(picture(self.chance.randrange(200)))
        return str(number)

    def setting(self) -> str:
        """Add a line to the settings."""
        line = self.chance.choice(SETTINGS)
        self.site.add("pelicanconf.py", f"{line}\n")
        return line

    def nothing(self) -> str:
        """Build again."""
        return ""

    def tamper(self) -> str:
        """Change or delete a file of the output by hand, or add one."""
        files = sorted(place for name in self.made for place in (self.root / name).rglob("*") if place.is_file())
        if not files:
            return "nothing there"
        place, way = self.chance.choice(files), self.chance.randrange(4)
        if way == 0:
            place.unlink()
        elif way == 1:
            place.with_name("planted.html").write_text("Buy")
        elif place.stat().st_size:
            body = bytearray(place.read_bytes())
            body[len(body) // 2] ^= 1
            # In place, and once into a new file, which leaves the output before alone where both share this one.
            if way == 2:
                place.unlink()
            place.write_bytes(body)
        return f"{way} {self._name(place)}"

    def damage(self) -> str:
        """Damage what is kept of earlier builds."""
        files = sorted(place for place in (self.root / ".masthead").rglob("*") if place.is_file())
        if not files:
            return "nothing there"
        place, way = self.chance.choice(files), self.chance.randrange(4)
        body = bytearray(place.read_bytes())
        if way == 0:
            place.unlink()
        elif way == 1:
            place.write_bytes(body[: len(body) // 2])
        elif way == 2 and body:
            for _ in range(20):
                body[self.chance.randrange(len(body))] ^= 1 << self.chance.randrange(8)
            place.write_bytes(body)
        else:
            shutil.rmtree(self.root / ".masthead")
        return f"{way} {self._name(place)}"

    def code(self) -> str:
        """Change our plugins."""
        self.plugins = copy_plugins(self.root.parent / "install")
        file, old, new = self.chance.choice(CODE)
        place = self.plugins / "pelican" / "plugins" / file
        assert old in place.read_text("utf-8"), f"{file} has no {old}"
        place.write_text(place.read_text("utf-8").replace(old, new), "utf-8")
        return file

    def _put(self, place: Path, line: str) -> str:
        """Write a line into the front matter, in place of one with its key."""
        key = line.partition(":")[0]
        text = re.sub(rf"^{key}:.*\n", "", place.read_text("utf-8"), count=1, flags=re.MULTILINE)
        place.write_text(text.replace("---\n", f"---\n{line}\n", 1), "utf-8")
        return f"{self._name(place)} {line}"

    def _posts(self) -> list[Path]:
        return sorted((self.root / BLOG).rglob("*.md"))

    def _some_post(self, *, original: bool = False) -> Path:
        posts = [place for place in self._posts() if not (original and place.stem.count("."))]
        return self.chance.choice(posts)

    def _name(self, place: Path) -> str:
        return place.relative_to(self.root).as_posix()

    def _title(self) -> str:
        return f"The {' '.join(self.chance.sample(WORDS, 3))} of {self.chance.randrange(1000)}"

    def _sentence(self) -> str:
        return f"On the {' '.join(self.chance.sample(WORDS, 4))} there were {self.chance.randrange(1000)} people."


Edit = Callable[[Any], str]
EDITS: tuple[Edit, ...] = (
    ChangingSite.new_post,
    ChangingSite.new_translation,
    ChangingSite.text,
    ChangingSite.text,
    ChangingSite.front_matter,
    ChangingSite.front_matter,
    ChangingSite.share_words,
    ChangingSite.share_words,
    ChangingSite.page,
    ChangingSite.attachment,
    ChangingSite.portrait,
    ChangingSite.clock,
    ChangingSite.rename,
    ChangingSite.delete,
    ChangingSite.author,
    ChangingSite.policy,
    ChangingSite.template,
    ChangingSite.template,
    ChangingSite.part,
    ChangingSite.words,
    ChangingSite.style,
    ChangingSite.drawing,
    ChangingSite.setting,
    ChangingSite.nothing,
    ChangingSite.tamper,
    ChangingSite.damage,
)
LAST_EDITS: tuple[Edit, ...] = (ChangingSite.code, ChangingSite.code)
"""Builds with other plugins need a process of their own, which takes longer."""
