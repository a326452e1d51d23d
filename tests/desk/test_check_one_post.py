"""`make check POST=` speaks of one post, and does not keep quiet about the rest."""

from __future__ import annotations

from site_folder import SiteFolder


def test_errors_elsewhere_are_counted_and_stop_nothing_here(small_site: SiteFolder) -> None:
    small_site.write("content/blog/2026/second.md", "---\ntitle: Two\ndate: 2026-03-11\n---\nA text.\n")
    alone = small_site.run("masthead", "check", "--post", "example.md")
    assert alone.code == 0
    assert "errors elsewhere: `make check` without `POST=` shows them." in alone.said
    assert "second.md" not in alone.said
    assert small_site.run("masthead", "check", "--post", "second.md").code == 1
    assert small_site.run("masthead", "check").code == 1
