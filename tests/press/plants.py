"""What can be broken in a site, its plugins and its posts, and what must then be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from site_folder import SiteFolder, copy_plugins

POST = "content/blog/2026/example.md"
SET_UP, STOPPED, FOUND = 2, 3, 1
PELICAN, QUIET, BUILD, CHECK = ("pelican",), ("pelican", "-q"), ("masthead", "build"), ("masthead", "check")
ALL = (PELICAN, QUIET, BUILD, CHECK)

BROKEN_RULE = '''\
"""The rule `calm-voice`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...site_model import House, Post
from ..finding import AUTHOR, Finding
from ..rule import Example, Rule


@dataclass(frozen=True)
class CalmVoice(Rule):
    """Every post keeps calm."""

    id = "calm-voice"
    clause = "C7"
    who = AUTHOR
    fix = "Breathe."
    VALID = [Example()]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Break down."""
        raise ValueError("no calm in sight")
'''
LOST_FOR_WORDS = "\n\ndef _snippet(*_: object) -> Snippet:\n    raise ValueError('lost for words')\n"
NO_TEXTS = (f"{POST}: no texts for the networks can be made of this post: ValueError: lost for words", "snippets.py:")


@dataclass(frozen=True)
class Plant:
    """Something broken: what is laid into a site, with the exit code of a build and what must be said."""

    name: str
    lay: Callable[[SiteFolder], dict[str, str] | None]
    code: int
    says: tuple[str, ...]
    commands: tuple[tuple[str, ...], ...] = (QUIET,)

    def __str__(self) -> str:
        return self.name


def _plugin(code: str) -> Callable[[SiteFolder], None]:
    """Lay a plugin of the site's own beside the settings, and name it there."""

    def lay(site: SiteFolder) -> None:
        site.write("extra/loud_plugin.py", code)
        site.add("pelicanconf.py", "\nPLUGIN_PATHS = ['extra']\nPLUGINS.append('loud_plugin')\n")

    return lay


def _on(signal: str, code: str) -> Callable[[SiteFolder], None]:
    """Lay a plugin that runs `act` at a signal."""
    head = "import logging\nimport os\nfrom pelican import signals\nfrom pelican.contents import Article\n"
    return _plugin(f"{head}{code}\ndef register():\n    signals.{signal}.connect(act)\n")


def _ours(module: str, code: str) -> Callable[[SiteFolder], dict[str, str]]:
    """Lay code at the end of a module, old or new, in a copy of our plugins."""

    def lay(site: SiteFolder) -> dict[str, str]:
        install = copy_plugins(site.root.parent / "install")
        with (install / "pelican" / "plugins" / module).open("a", encoding="utf-8") as opened:
            opened.write(code)
        return {"PYTHONPATH": str(install)}

    return lay


def _rule(code: str) -> Callable[[SiteFolder], dict[str, str]]:
    return _ours("policy/rules/calm_voice.py", code)


def _file(path: str, text: str) -> Callable[[SiteFolder], None]:
    def lay(site: SiteFolder) -> None:
        site.write(path, text)

    return lay


def _settings(code: str) -> Callable[[SiteFolder], None]:
    return lambda site: site.add("pelicanconf.py", f"\n{code}\n")


def _policy(old: str, new: str) -> Callable[[SiteFolder], None]:
    def lay(site: SiteFolder) -> None:
        text = (site.root / "policy.yaml").read_text("utf-8")
        assert old in text
        site.write("policy.yaml", text.replace(old, new, 1))

    return lay


def _front(line: str) -> Callable[[SiteFolder], None]:
    """Lay a line into the front matter of the post, in the place of its key's line if it has one."""

    def lay(site: SiteFolder) -> None:
        key = line.partition(":")[0]
        lines = (site.root / POST).read_text("utf-8").splitlines()
        kept = [old for old in lines if not old.startswith(f"{key}:")]
        site.write(POST, "\n".join([kept[0], line, *kept[1:], ""]))

    return lay


def _posts_with(*lines: str) -> Callable[[SiteFolder], None]:
    """Lay one more post for each line of front matter."""

    def lay(site: SiteFolder) -> None:
        for number, line in enumerate(lines):
            site.write(f"content/blog/2026/with-{number}.md", f"---\n{line}\ntitle: A post\n---\nText.\n")

    return lay


def _text(words: str) -> Callable[[SiteFolder], None]:
    def lay(site: SiteFolder) -> None:
        site.write("secret.txt", "the salary list")
        site.add(POST, f"\n{words}\n")

    return lay


def _links(site: SiteFolder) -> None:
    """Lay a picture, a post and a folder that lie elsewhere."""
    whole = (site.root / POST).read_text("utf-8")
    folder = (site.root / POST).parent
    site.write("outside.md", whole)
    site.write("outside/post.md", whole)
    _text("![The bow door of a ferry](door.png)")(site)
    (folder / "door.png").symlink_to(site.root / "secret.txt")
    (folder / "linked.md").symlink_to(site.root / "outside.md")
    (folder / "linked").symlink_to(site.root / "outside")


def _other_markup(site: SiteFolder) -> None:
    site.write("content/a.rst", "A\n=\n")
    site.write("content/a.html", "<p>")


def _portrait(site: SiteFolder) -> None:
    text = (site.root / "authors/ola-berg.yaml").read_text("utf-8")
    site.write("authors/ola-berg.yaml", text.replace("ola-berg.png", "../policy.yaml"))


def _linked_static(site: SiteFolder) -> None:
    site.write("content/images/a.txt", "a")
    (site.root / "content/images/list.txt").symlink_to("/etc/hostname")
    site.add("pelicanconf.py", "\nSTATIC_PATHS = ['images']\n")


SET_UPS = [
    Plant("missing plugin", _settings("PLUGINS.append('gone')"), SET_UP, ("a plugin does not run", "`gone`")),
    Plant(
        "import error", _plugin("import nowhere"), SET_UP, ("`loud_plugin`: No module named 'nowhere'",), commands=ALL
    ),
    Plant("syntax error", _plugin("def ("), SET_UP, ("SyntaxError: invalid syntax (extra/loud_plugin.py:1)",)),
    Plant(
        "register raises",
        _plugin("def register():\n    raise OSError('no such port')"),
        SET_UP,
        ("Cannot register plugin `loud_plugin` (OSError: no such port)", "take it out of `PLUGINS`"),
        commands=ALL,
    ),
    Plant(
        "register ends the program",
        _plugin("import sys\ndef register():\n    sys.exit(0)"),
        SET_UP,
        ("SystemExit: 0 (extra/loud_plugin.py:3)",),
    ),
    Plant("plugin taken out", _settings("PLUGINS.remove('pelican.plugins.feeds')"), SET_UP, ("plugins.feeds",)),
    Plant(
        "rule that is no rule",
        _rule("import nowhere"),
        SET_UP,
        ("calm_voice.py", "No module named 'nowhere'"),
        commands=ALL,
    ),
    Plant("rule with a slip", _rule("def ("), SET_UP, ("calm_voice.py", "SyntaxError")),
    Plant(
        "misspelt key",
        _policy("adopted:", "adoptd:"),
        SET_UP,
        ("policy.yaml:2:1", "'adoptd'", "mean `adopted`?"),
        commands=ALL,
    ),
    Plant(
        "misspelt option",
        _policy("cadence:", "rules:\n  sources-listed: {minimun: 2}\ncadence:"),
        SET_UP,
        ("policy.yaml:31:20", "'minimun' in 'rules.sources-listed' is unknown", "Did you mean `minimum`?"),
        commands=ALL,
    ),
    Plant(
        "misspelt rule",
        _policy("cadence:", "rules: {sources-list: off}\ncadence:"),
        SET_UP,
        ("policy.yaml:30:23", "there is no rule 'sources-list'", "Did you mean `sources-listed`?"),
    ),
    Plant("no policy", lambda site: (site.root / "policy.yaml").unlink(), SET_UP, ("there is no policy",)),
    Plant(
        "person with a slip",
        lambda site: site.add("authors/ewa-nowak.yaml", "trianed: 2025-01-01\n"),
        SET_UP,
        ("authors/ewa-nowak.yaml:12:1", "Did you mean `trained`?"),
    ),
    Plant("broken baseline", _file("baseline.json", "{"), SET_UP, ("baseline.json",)),
]
FINDINGS = [
    Plant(
        "rule that raises",
        _rule(BROKEN_RULE),
        STOPPED,
        ("error[rule-not-run]", "'calm-voice' broke down here (ValueError: no calm in sight)", "Mend plugins/policy"),
        commands=ALL,
    ),
    Plant("texts that cannot be made", _ours("share/snippets.py", LOST_FOR_WORDS), STOPPED, NO_TEXTS, (QUIET, BUILD)),
    Plant("the same in a check", _ours("share/snippets.py", LOST_FOR_WORDS), SET_UP, NO_TEXTS, (CHECK,)),
    Plant(
        "soonish",
        _front("date: soonish"),
        STOPPED,
        (f"{POST}:2:7", "'date' is 'soonish'", "such as 2026-03-10"),
        commands=ALL,
    ),
    Plant(
        "other markup",
        _other_markup,
        STOPPED,
        ("content/a.rst:1:1: error[readable-post] a '.rst' file is not read", "a '.html' file is not read"),
        commands=(QUIET, CHECK),
    ),
    Plant(
        "attached secret",
        _text("The [list]({attach}../../../secret.txt)."),
        STOPPED,
        (f"{POST}:21:12", "'secret.txt' lies outside content/"),
        commands=(QUIET, CHECK),
    ),
    Plant(
        "links to elsewhere",
        _links,
        STOPPED,
        (
            "'content/blog/2026/door.png' is reached through a symbolic link",
            "content/blog/2026/linked.md:1:1: error[readable-post] the file is reached through a symbolic link",
            "content/blog/2026/linked:1:1: error[readable-post] the folder is a symbolic link",
        ),
        commands=(QUIET, CHECK),
    ),
    Plant(
        "portrait from elsewhere",
        _portrait,
        STOPPED,
        ("authors/ola-berg.yaml:3:8: error[readable-post] 'policy.yaml' lies outside authors/",),
        commands=(QUIET, CHECK),
    ),
    Plant(
        "keys that Pelican would obey",
        _posts_with("_content: Other words", "template: plain", "save_as: index.html", "status: hidden"),
        STOPPED,
        (
            "content/blog/2026/with-0.md:2:1: error[known-keys] the key '_content' is unknown",
            "content/blog/2026/with-1.md:2:1: error[known-keys] the key 'template' is unknown",
            "content/blog/2026/with-2.md:2:1: error[known-keys] the key 'save_as' is unknown",
            "content/blog/2026/with-3.md:2:9: error[readable-post] 'status' is 'hidden', and every post",
        ),
    ),
]


WHILE_BUILDING = [
    Plant(
        "template that raises",
        _file("theme/templates/parts/byline.html", "\n{{ t('no.such', 'en') }}"),
        STOPPED,
        ("no text 'no.such' in theme/translations/masthead.pot (theme/templates/parts/byline.html:2)",),
        commands=(PELICAN, QUIET, BUILD),
    ),
    Plant(
        "template with a slip",
        _file("theme/templates/article.html", "\n\n{% if %}"),
        STOPPED,
        ("TemplateSyntaxError", "(theme/templates/article.html:3)"),
    ),
    Plant(
        "error in the log",
        _on(
            "article_generator_write_article",
            "def act(*_, **__):\n    logging.getLogger('x').error('%s is full', 'it')",
        ),
        STOPPED,
        ("it is full",),
        commands=(PELICAN, QUIET, BUILD),
    ),
    Plant(
        "exception",
        _on("all_generators_finalized", "def act(_):\n    {}['door']"),
        STOPPED,
        ("KeyError: 'door' (extra/loud_plugin.py:6)",),
        commands=(PELICAN, QUIET, BUILD),
    ),
    Plant(
        "program ended",
        _on("all_generators_finalized", "def act(_):\n    raise SystemExit"),
        STOPPED,
        ("the program was ended in the middle of the build",),
    ),
    *(
        Plant(
            f"post dropped at {signal}",
            _on(signal, f"def act({given}):\n    {drop}"),
            STOPPED,
            (f"{POST}: judged, but a plugin or a setting has Pelican leave it out",),
        )
        for signal, given, drop in (
            ("article_generator_pretaxonomy", "one", "one.articles, one.translations = [], []"),
            ("article_generator_finalized", "one", "one.articles, one.translations = [], []"),
            ("all_generators_finalized", "every", "every[0].articles, every[0].translations = [], []"),
            ("article_generator_write_article", "one, content", "one.articles, one.translations = [], []"),
        )
    ),
    Plant(
        "post taken in",
        _on(
            "all_generators_finalized",
            "def act(every):\n    one = every[0]\n    old = (one.articles + one.translations)[0]\n"
            "    known = {'title': 'Sale', 'date': old.date, 'category': old.category}\n"
            "    one.articles.append(Article('<p>Buy</p>', known, one.settings, '/sale.md', one.context))",
        ),
        STOPPED,
        ("/sale.md: not judged, but Pelican would publish it",),
    ),
    Plant(
        "post exchanged",
        _on(
            "article_generator_finalized",
            "import msgspec\ndef act(one):\n    for old in one.articles + one.translations:\n"
            "        old.post = msgspec.structs.replace(old.post, title='Sale')",
        ),
        STOPPED,
        (f"{POST}: judged, but changed since",),
    ),
    Plant(
        "page lost",
        _on("content_written", "def act(path, context):\n    if 'article' in context:\n        os.remove(path)"),
        STOPPED,
        (f"{POST}: its page was not written",),
    ),
    Plant(
        "static files by a link",
        _linked_static,
        STOPPED,
        ("'content/images/list.txt' would be published, but is reached through a symbolic link",),
    ),
]
