"""Pages without a date, such as an imprint: published beside the posts, and judged and approved as far as posts are."""

from __future__ import annotations

from site_folder import SiteFolder

PAGE = "content/pages/imprint.md"
FRONT = "---\ntitle: Imprint & privacy\n---\n"
TEXT = FRONT + "Havlinje, Quay 1. See [the door](../blog/2026/example.md).\n"
STOCK = """\
from pelican.plugins.press import Press

PELICAN_CLASS = Press
PLUGINS = [f"pelican.plugins.{name}" for name in ("site_model", "signoff", "policy", "feeds", "share", "press")]
SITENAME = "Havlinje blog"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"
"""


def lists(site: SiteFolder) -> str:
    """Return what lists and feeds say, without the footer that leads to every page."""
    places = ("index.html", "archive/index.html", "feeds/all.atom.xml", "feeds/all.json", "governance.json")
    return "".join((site.output / place).read_text("utf-8").partition("<footer")[0] for place in places)


def test_a_page_is_published_in_its_languages_and_every_page_leads_to_it(small_site: SiteFolder) -> None:
    small_site.write(PAGE, TEXT)
    small_site.write("content/pages/imprint.nb.md", "---\ntitle: Om oss\n---\nHavlinje, Kaia 1.\n")
    ended = small_site.run("masthead", "build")
    assert ended.code == 0, ended.said
    page = (small_site.output / "imprint/index.html").read_text("utf-8")
    assert '<h1 dir="auto">Imprint &amp; privacy</h1>' in page
    assert 'href="../en/2026/example/">the door</a>' in page
    assert 'hreflang="nb" href="https://blog.havlinje.example/nb/imprint/"' in page
    post = (small_site.output / "en/2026/example/index.html").read_text("utf-8")
    assert '<a href="../../../imprint/">Imprint &amp; privacy</a>' in post
    norwegian = (small_site.output / "nb/index.html").read_text("utf-8")
    assert '<a href="../nb/imprint/">Om oss</a>' in norwegian
    assert "https://blog.havlinje.example/imprint/</loc>" in (small_site.output / "sitemap.xml").read_text("utf-8")


def test_a_page_stands_in_no_list_and_no_feed_and_gets_no_share_kit(small_site: SiteFolder) -> None:
    before = len(list(small_site.output.with_name("output-kit").rglob("*")))
    small_site.write(PAGE, TEXT)
    assert small_site.run("masthead", "build").code == 0
    assert "Imprint" not in lists(small_site)
    assert len(list(small_site.output.with_name("output-kit").rglob("*"))) == before
    assert "1 post checked" in small_site.run("masthead", "check").said


def test_an_editor_approves_a_page_as_a_post(small_site: SiteFolder) -> None:
    small_site.add("policy.yaml", "signoff: {require: field}\n")
    small_site.write(PAGE, TEXT)
    assert f"{PAGE}:2:1: error[editor-signoff]" in small_site.run("masthead", "check").said
    assert small_site.run("masthead", "build").code == 3
    small_site.write(PAGE, TEXT.replace("---\nHav", "approved_by: ewa-nowak\n---\nHav"))
    assert PAGE not in small_site.run("masthead", "check").said


def test_what_no_post_may_bring_no_page_may(small_site: SiteFolder) -> None:
    small_site.write(PAGE, FRONT.replace("---\ntitle", "---\ntemplate: plain\ntitle") + "Hello<script>x()</script>.\n")
    ended = small_site.run("masthead", "build")
    assert ended.code == 3
    assert "error[clean-html] <script> is not published" in ended.said
    assert "error[known-keys] the key 'template' is unknown" in ended.said


def test_a_page_without_a_title_or_at_the_address_of_another_page_is_refused(small_site: SiteFolder) -> None:
    small_site.write(PAGE, "---\nsummary: Who we are\n---\nHavlinje, Quay 1.\n")
    assert f"{PAGE}:2:1: error[readable-post] 'title' is missing" in small_site.run("masthead", "check").said
    small_site.write(PAGE, TEXT.replace("---\nHav", "slug: contact\n---\nHav"))
    ended = small_site.run("masthead", "build")
    assert ended.code == 3, ended.said


def test_the_pages_of_a_stock_site_keep_their_addresses(small_site: SiteFolder) -> None:
    small_site.write("pelicanconf.py", STOCK)
    small_site.write(PAGE, TEXT.replace("---\n", "", 1).replace("---\n", "\n").replace("title", "Title"))
    ended = small_site.run("pelican", "content")
    assert ended.code == 0, ended.said
    assert "Havlinje, Quay 1." in (small_site.output / "pages/imprint.html").read_text("utf-8")
